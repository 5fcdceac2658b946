/* change_mark.c - see change_mark.h and docs/alignment.md
 *
 * Each hunk of a change is judged by itself; a change bears the mark of script,
 * punctuation or date when all its hunks do, and that of number or degree when
 * one does. */
#include "change_mark.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "knowledge/degree.h"
#include "knowledge/knowledge.h"
#include "normalize/promises/clause.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  DEGREE_REST = 2,  /* characters a hunk of degree may hold beside the words of degree */
  CLAUSE_MIN = 5,   /* letters of a clause that may be said to have changed places */
  CLAUSES_MAX = 64, /* clauses of one change that are looked at */
  FIGURES_MAX = 64, /* figures of one change and side that are paired */
  REACH = 48,       /* characters around a figure in which its clause is looked at */
  YEAR = 10000      /* of a date written yyyymmdd */
};

typedef struct range { /* glyphs of one side */
  size_t first, end;
} range;

typedef struct hunk {
  range part[2];
} hunk;

/* The next hunk at or behind *at; false when there is none. `at` runs over
 * the glyphs of both sides together. */
static bool next_hunk(const dz_edited *edited, hunk *out, size_t at[2]) {
  for (;;) {
    for (int side = 0; side < 2; side++) {
      out->part[side].first = at[side];
      while (at[side] < edited->text[side]->count && edited->kept[side][at[side]] == DZ_UNKEPT)
        at[side]++;
      out->part[side].end = at[side];
    }
    if (out->part[0].first < out->part[0].end || out->part[1].first < out->part[1].end) return true;
    if (at[0] >= edited->text[0]->count || at[1] >= edited->text[1]->count) return false;
    at[0]++;
    at[1]++;
  }
}

/* Next glyph from `at` in the range that is not white space, nor punctuation
 * if so asked; the end if there is none. */
static size_t next_letter(const dz_edit_text *text, range part, size_t at, bool skip_punctuation) {
  for (; at < part.end; at++) {
    uint32_t fold = text->glyphs[at].fold;
    if (fold && !(skip_punctuation && dz_is_punctuation(fold))) return at;
  }
  return part.end;
}

static bool same_letters(const dz_edited *edited, const hunk *h, bool skip_punctuation) {
  size_t i = h->part[0].first, j = h->part[1].first;

  for (;; i++, j++) {
    i = next_letter(edited->text[0], h->part[0], i, skip_punctuation);
    j = next_letter(edited->text[1], h->part[1], j, skip_punctuation);
    if (i == h->part[0].end || j == h->part[1].end)
      return i == h->part[0].end && j == h->part[1].end;
    if (edited->text[0]->glyphs[i].fold != edited->text[1]->glyphs[j].fold) return false;
  }
}

/* ---- dates ------------------------------------------------------------------ */

/* The date that the whole range lies in, or NULL. */
static const dz_date *date_of(const dz_report *report, const dz_edit_text *text, range part) {
  size_t at;

  if (part.first == part.end) return NULL;
  at = dz_spans_behind(report->dates, report->date_count, sizeof *report->dates,
                       text->glyphs[part.first].position);
  if (at == report->date_count || report->dates[at].span.start > text->glyphs[part.first].position)
    return NULL;
  return report->dates[at].span.end > text->glyphs[part.end - 1].position ? &report->dates[at]
                                                                          : NULL;
}

static bool rolls_on(const dz_edited *edited, const hunk *h) {
  const dz_date *a = date_of(edited->report[0], edited->text[0], h->part[0]);
  const dz_date *b = date_of(edited->report[1], edited->text[1], h->part[1]);
  int32_t years = edited->report[1]->year - edited->report[0]->year, step;

  if (!a || !b || !a->last || !b->last) return false;
  if (a->first % YEAR != b->first % YEAR || a->last % YEAR != b->last % YEAR) return false;
  step = (int32_t)(b->last / YEAR) - (int32_t)(a->last / YEAR);
  if (!edited->report[0]->year || !edited->report[1]->year || !years) years = 1;
  return step == years || step == -years;
}

/* ---- words of degree ---------------------------------------------------------- */

/* Counts what is left of one side of a hunk when words of degree are taken
 * out; *words counts those. */
static size_t rest_of(const dz_edit_text *text, range part, const dz_trie *trie, size_t *words) {
  enum { LONGEST = 16 };
  uint32_t letters[LONGEST];
  size_t rest = 0;

  for (size_t i = part.first; i < part.end;) {
    size_t count = 0, length;
    int32_t value;
    for (size_t k = i; k < part.end && count < LONGEST && text->glyphs[k].fold; k++)
      letters[count++] = text->glyphs[k].fold;
    length = count ? dz_trie_longest(trie, letters, count, &value) : 0;
    if (length) {
      ++*words;
      i += length;
      continue;
    }
    rest += text->glyphs[i].fold && !dz_is_punctuation(text->glyphs[i].fold);
    i++;
  }
  return rest;
}

static bool is_degree(const dz_edited *edited, const hunk *h, const dz_trie *trie) {
  size_t words = 0, rest = 0;

  for (int side = 0; side < 2; side++)
    rest += rest_of(edited->text[side], h->part[side], trie, &words);
  return words > 0 && rest <= DEGREE_REST;
}

/* ---- figures ------------------------------------------------------------------ */

typedef struct figure {
  int32_t index; /* into the report's quantities */
  size_t hunk;   /* hunk it is changed in, from 1 */
  bool years;    /* told of several years */
  bool paired;
} figure;

/* The hunk, counted from 1, in which a glyph of [start, end) is not kept; 0 if
 * all of them are. `at` is the first glyph at or behind start. */
static size_t hunk_at(const dz_edited *edited, int side, dz_span span, size_t at,
                      const size_t *hunk_of) {
  const dz_edit_text *text = edited->text[side];

  for (; at < text->count && text->glyphs[at].position < span.end; at++)
    if (edited->kept[side][at] == DZ_UNKEPT) return hunk_of[at];
  return 0;
}

/* What stands at a figure in its clause, of the figures that may be paired. */
typedef struct setting {
  bool left;  /* 从51%提升到70%: where a thing came from is not where it stands */
  bool years; /* told of several years, not of one: 年均增长5%, 累计办理30件, 较“十三五”增长5% */
} setting;

static bool ends_clause(uint32_t fold) {
  return fold == ',' || fold == ';' || dz_is_stop(fold);
}

static bool tells_years(const uint32_t *fold, size_t length) {
  if (length < 3) return false;
  if (fold[0] == U'十') return dz_cp_in(fold[1], U"一二三四五") && fold[2] == U'五';
  return (fold[0] == U'年' && fold[1] == U'均') || (fold[0] == U'累' && fold[1] == U'计');
}

static setting setting_of(const dz_report *report, size_t quantity) {
  const dz_text *text = &report->text;
  dz_span place = dz_quantity_fold(report, quantity);
  setting out = {false, false};
  bool from = false;
  uint32_t low = place.start > REACH ? place.start - REACH : 0;

  for (uint32_t i = place.start; i > low && !ends_clause(text->fold[i - 1]); i--) {
    from = from || text->fold[i - 1] == U'从' || text->fold[i - 1] == U'由';
    out.years = out.years || tells_years(text->fold + i - 1, text->fold_length - (i - 1));
  }
  for (uint32_t i = place.end; from && !out.left && i < text->fold_length && i < place.end + REACH;
       i++) {
    if (ends_clause(text->fold[i])) break;
    out.left = text->fold[i] == U'到' || text->fold[i] == U'至';
  }
  return out;
}

static size_t collect_figures(const dz_edited *edited, int side, const size_t *hunk_of,
                              figure *out) {
  const dz_report *report = edited->report[side];
  const dz_edit_text *text = edited->text[side];
  size_t count = 0, low, glyph = 0;
  setting at;

  if (!text->count) return 0;
  low = dz_spans_from(report->quantities, report->quantity_count, sizeof *report->quantities,
                      text->glyphs[0].position);
  for (; low < report->quantity_count && count < FIGURES_MAX; low++) {
    dz_span span = report->quantities[low].span;
    size_t found;
    while (glyph < text->count && text->glyphs[glyph].position < span.start) glyph++;
    if (glyph == text->count) break;
    found = hunk_at(edited, side, span, glyph, hunk_of);
    if (!found) continue;
    at = setting_of(report, low);
    if (!at.left) out[count++] = (figure){.index = (int32_t)low, .hunk = found, .years = at.years};
  }
  return count;
}

/* The unit without its counting words: 万亿元 is 元. */
static const char *base_unit(const char *unit) {
  static const char *const scales[] = {"十", "百", "千", "万", "亿"};
  bool cut = true;

  while (cut) {
    cut = false;
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
      if (!strncmp(unit, scales[i], 3) && unit[3]) {
        unit += 3;
        cut = true;
      }
  }
  return unit;
}

/* A level is a level, whether it is said to stand there or to be reached: 达66%, 提升到70%. */
static dz_comparison_kind kind_of(const dz_quantity *q, const dz_quantity *other) {
  bool level = other->comparison == DZ_CMP_ABSOLUTE || other->comparison == DZ_CMP_SHARE;

  return q->comparison == DZ_CMP_FROM_TO && level ? other->comparison : q->comparison;
}

static bool comparable(const dz_quantity *a, const dz_quantity *b) {
  return !a->masked && !b->masked && kind_of(a, b) == kind_of(b, a) &&
         !strcmp(base_unit(a->unit), base_unit(b->unit));
}

/* The same name in either script. */
static bool same_indicator(const dz_quantity *a, const dz_quantity *b) {
  const char *x = a->indicator, *y = b->indicator;
  uint32_t left = 1, right = 1;

  if (!x || !y) return false;
  while (*x && *y && dz_fold_cp(left) == dz_fold_cp(right)) {
    x += dz_utf8_next(x, strlen(x), &left);
    y += dz_utf8_next(y, strlen(y), &right);
  }
  return !*x && !*y && dz_fold_cp(left) == dz_fold_cp(right);
}

static bool same_value(const dz_quantity *a, const dz_quantity *b) {
  return !strcmp(a->value, b->value) && !strcmp(a->unit, b->unit) && a->direction == b->direction &&
         a->sign == b->sign &&
         (a->value_high ? b->value_high && !strcmp(a->value_high, b->value_high) : !b->value_high);
}

/* Whether two figures tell of the same thing: both name it alike, or both
 * stand in one hunk, in the place of each other, and neither names another. */
static bool same_thing(const dz_quantity *a, const dz_quantity *b, const figure *left,
                       const figure *right) {
  if (!comparable(a, b) || left->years != right->years) return false;
  if (same_indicator(a, b)) return true;
  return left->hunk == right->hunk && (!a->indicator || !b->indicator);
}

static bool pair_figures(const dz_edited *edited, figure *left, size_t left_count, figure *right,
                         size_t right_count, bool named, dz_array *figures, unsigned *attributes) {
  for (size_t i = 0; i < left_count; i++) {
    const dz_quantity *a = &edited->report[0]->quantities[left[i].index];
    for (size_t j = 0; j < right_count && !left[i].paired; j++) {
      const dz_quantity *b = &edited->report[1]->quantities[right[j].index];
      dz_figure_change change = {left[i].index, right[j].index};
      if (right[j].paired || same_indicator(a, b) != named ||
          !same_thing(a, b, &left[i], &right[j]))
        continue;
      left[i].paired = right[j].paired = true;
      if (same_value(a, b)) {
        if (a->modifier != b->modifier) *attributes |= DZ_ATTR_DEGREE;
        continue;
      }
      *attributes |= DZ_ATTR_NUMBER;
      if (!dz_array_append(figures, &change, 1)) return false;
    }
  }
  return true;
}

static int by_figure(const void *left, const void *right) {
  const dz_figure_change *a = left, *b = right;

  return a->a < b->a ? -1 : a->a > b->a;
}

/* The figures of every hunk against each other. */
static bool mark_figures(const dz_edited *edited, dz_array *figures, unsigned *attributes) {
  figure found[2][FIGURES_MAX];
  size_t count[2], at[2] = {0, 0}, first = figures->count, number = 0;
  size_t *hunk_of[2];
  bool good;
  hunk h;

  for (int side = 0; side < 2; side++)
    hunk_of[side] = calloc(edited->text[side]->count + 1, sizeof *hunk_of[side]);
  good = hunk_of[0] && hunk_of[1];
  while (good && next_hunk(edited, &h, at)) {
    number++;
    for (int side = 0; side < 2; side++)
      for (size_t i = h.part[side].first; i < h.part[side].end; i++) hunk_of[side][i] = number;
  }
  for (int side = 0; side < 2 && good; side++)
    count[side] = collect_figures(edited, side, hunk_of[side], found[side]);
  for (int named = 1; named >= 0 && good; named--)
    good = pair_figures(edited, found[0], count[0], found[1], count[1], named, figures, attributes);
  if (good && figures->count > first + 1)
    qsort((dz_figure_change *)figures->items + first, figures->count - first,
          sizeof(dz_figure_change), by_figure);
  free(hunk_of[0]);
  free(hunk_of[1]);
  return good;
}

/* ---- clauses that changed places ------------------------------------------------ */

/* The next clause of a side that holds no kept letter; false when there is none. */
static bool next_loose_clause(const dz_edited *edited, int side, range *clause, size_t *at) {
  const dz_edit_text *text = edited->text[side];

  while (*at < text->count) {
    bool loose = true;
    clause->first = *at;
    while (*at < text->count && !dz_is_punctuation(text->glyphs[*at].fold)) {
      if (edited->kept[side][*at] != DZ_UNKEPT && text->glyphs[*at].fold) loose = false;
      ++*at;
    }
    clause->end = *at;
    ++*at;
    if (loose && clause->end >= clause->first + CLAUSE_MIN) return true;
  }
  return false;
}

/* The glyph of the later side behind which a clause stands on both sides, from 1; 0: the start. */
static size_t anchor_of(const dz_edited *edited, int side, size_t first) {
  while (first > 0 && edited->kept[side][first - 1] == DZ_UNKEPT) first--;
  if (!first) return 0;
  return side ? first : (size_t)edited->kept[0][first - 1] + 1;
}

static bool has_reordered(const dz_edited *edited) {
  range left[CLAUSES_MAX], right;
  size_t count = 0, at = 0;

  while (count < CLAUSES_MAX && next_loose_clause(edited, 0, &left[count], &at)) count++;
  at = 0;
  for (size_t seen = 0; count && seen < CLAUSES_MAX && next_loose_clause(edited, 1, &right, &at);
       seen++)
    for (size_t i = 0; i < count; i++)
      if (same_letters(edited, &(hunk){{left[i], right}},
                       false) && /* in its place: only written otherwise */
          anchor_of(edited, 0, left[i].first) != anchor_of(edited, 1, right.first))
        return true;
  return false;
}

bool dz_change_mark(const dz_edited *edited, const dz_knowledge *knowledge, dz_array *figures,
                    unsigned *attributes) {
  size_t hunks = 0, scripts = 0, marks = 0, dates = 0, at[2] = {0, 0};
  hunk h;

  while (next_hunk(edited, &h, at)) {
    hunks++;
    if (same_letters(edited, &h, false))
      scripts++;
    else if (same_letters(edited, &h, true))
      marks++;
    else if (rolls_on(edited, &h))
      dates++;
    else if (is_degree(edited, &h, &knowledge->degree->words))
      *attributes |= DZ_ATTR_DEGREE;
  }
  if (!hunks) return true;
  if (hunks == scripts + marks + dates) {
    if (dates) *attributes |= DZ_ATTR_DATE;
    if (marks) *attributes |= DZ_ATTR_PUNCTUATION;
    if (scripts) *attributes |= DZ_ATTR_SCRIPT;
    return true;
  }
  if (has_reordered(edited)) *attributes |= DZ_ATTR_REORDERED;
  return mark_figures(edited, figures, attributes);
}
