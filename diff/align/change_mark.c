/* change_mark.c - see change_mark.h and docs/alignment.md
 *
 * Each hunk of a change is judged by itself; a change bears the mark of script,
 * punctuation or date when all its hunks do, and that of number or degree when
 * one does. */
#include "change_mark.h"

#include <stdlib.h>

#include "edit_token.h"
#include "figure_pair.h"
#include "knowledge/degree.h"
#include "knowledge/knowledge.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  CLAUSE_MIN = 5,   /* letters of a clause that may be said to have changed places */
  CLAUSES_MAX = 64, /* clauses of one change that are looked at */
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

/* Is the mark a part of a number: the point of 3.2, the sign of -3.2 and 3.2%? */
static bool is_numeral_mark(const dz_edit_text *text, size_t at) {
  uint32_t fold = text->glyphs[at].fold;
  bool before = at && dz_is_digit(text->glyphs[at - 1].fold);
  bool behind = at + 1 < text->count && dz_is_digit(text->glyphs[at + 1].fold);

  if (fold == '.' || fold == ':' || fold == '/') return before && behind;
  if (fold == '-' || fold == '+' || fold == 0x2212) return behind && !before;
  return (fold == '%' || fold == 0x2030) && before;
}

/* Next glyph from `at` in the range that is not white space, nor punctuation
 * if so asked; the end if there is none. */
static size_t next_letter(const dz_edit_text *text, range part, size_t at, bool skip_punctuation) {
  for (; at < part.end; at++) {
    uint32_t fold = text->glyphs[at].fold;
    if (fold && (!skip_punctuation || !dz_is_punctuation(fold) || is_numeral_mark(text, at)))
      return at;
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

/* ---- words of degree and negation ------------------------------------------------ */

/* What one side of a hunk holds. */
typedef struct wording {
  size_t degrees, negations; /* words */
  size_t rest;               /* letters beside them that say something by themselves */
} wording;

static bool is_figure_glyph(const dz_edit_text *text, size_t at) {
  const dz_edit_glyph *glyph;

  if (at >= text->count) return false;
  glyph = &text->glyphs[at];
  return glyph->glued || dz_is_digit(glyph->fold) ||
         (at + 1 < text->count && text->glyphs[at + 1].glued);
}

/* Length of the word of the table at glyph i that is a whole word of its text, 0 if there is
 * none. A bound is one beside a figure only: 3000人以上, but not 规模以上企业. */
static size_t word_at(const dz_edit_text *text, size_t i, size_t end, const dz_trie *words,
                      int32_t *kind) {
  enum { LONGEST = 16 };
  uint32_t letters[LONGEST];
  size_t count = 0, length;

  if (text->glyphs[i].inside) return 0;
  for (size_t k = i; k < end && count < LONGEST && text->glyphs[k].fold; k++)
    letters[count++] = text->glyphs[k].fold;
  length = count ? dz_trie_longest(words, letters, count, kind) : 0;
  if (!length || (i + length < text->count && text->glyphs[i + length].inside &&
                  !text->glyphs[i + length].glued)) /* 没有|发生 is read as a figure, 0 */
    return 0;
  if (*kind == DZ_DEGREE_BOUND && !(i && is_figure_glyph(text, i - 1)) &&
      !is_figure_glyph(text, i + length))
    return 0;
  return length;
}

static wording read_wording(const dz_edit_text *text, range part, const dz_trie *words) {
  enum { TELLING = 10 }; /* weight of a character that says something: 的 has less */
  wording out = {0};

  for (size_t i = part.first; i < part.end;) {
    int32_t kind = 0;
    size_t length = word_at(text, i, part.end, words, &kind);
    if (length) {
      out.negations += kind == DZ_DEGREE_NEGATION;
      out.degrees += kind != DZ_DEGREE_NEGATION;
      i += length;
      continue;
    }
    out.rest += dz_glyph_weight(&text->glyphs[i]) >= TELLING;
    i++;
  }
  return out;
}

/* The next letter of a side behind negations and marks; its place in *at, the end if none. */
static uint32_t next_plain(const dz_edit_text *text, range part, const dz_trie *words, size_t *at) {
  while (*at < part.end) {
    int32_t kind = 0;
    size_t length = word_at(text, *at, part.end, words, &kind);
    uint32_t fold = text->glyphs[*at].fold;
    if (length && kind == DZ_DEGREE_NEGATION) {
      *at += length;
      continue;
    }
    if (fold && !dz_is_punctuation(fold)) return fold;
    ++*at;
  }
  return 0;
}

/* Are both sides the same but for their negations? */
static bool same_but_negated(const dz_edited *edited, const hunk *h, const dz_trie *words) {
  size_t at[2] = {h->part[0].first, h->part[1].first};

  for (;; at[0]++, at[1]++) {
    uint32_t left = next_plain(edited->text[0], h->part[0], words, &at[0]);
    uint32_t right = next_plain(edited->text[1], h->part[1], words, &at[1]);
    if (left != right) return false;
    if (!left) return true;
  }
}

/* Words of degree and nothing else; or a negation that only one side has, with hardly anything
 * else. */
static unsigned wording_mark(const dz_edited *edited, const hunk *h, const dz_trie *words) {
  enum { NEGATED_REST = 4 }; /* 没有|发生 */
  wording w[2];

  for (int side = 0; side < 2; side++)
    w[side] = read_wording(edited->text[side], h->part[side], words);
  if (w[0].negations != w[1].negations &&
      (w[0].rest + w[1].rest <= NEGATED_REST || same_but_negated(edited, h, words)))
    return DZ_ATTR_NEGATION;
  if (w[0].negations + w[1].negations || w[0].rest + w[1].rest) return 0;
  return w[0].degrees + w[1].degrees ? DZ_ATTR_DEGREE : 0;
}

/* ---- figures ------------------------------------------------------------------ */

/* The figures of every hunk against each other. */
static bool mark_figures(const dz_edited *edited, const dz_knowledge *knowledge, dz_array *figures,
                         unsigned *attributes) {
  size_t at[2] = {0, 0}, number = 0;
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
  if (good)
    good = dz_figures_pair(edited, knowledge, (const size_t *const[2]){hunk_of[0], hunk_of[1]},
                           figures, attributes);
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
    else
      *attributes |= wording_mark(edited, &h, &knowledge->degree->words);
  }
  if (!hunks) return true;
  if (hunks == scripts + marks + dates) {
    if (dates) *attributes |= DZ_ATTR_DATE;
    if (marks) *attributes |= DZ_ATTR_PUNCTUATION;
    if (scripts) *attributes |= DZ_ATTR_SCRIPT;
    return true;
  }
  if (has_reordered(edited)) *attributes |= DZ_ATTR_REORDERED;
  return mark_figures(edited, knowledge, figures, attributes);
}
