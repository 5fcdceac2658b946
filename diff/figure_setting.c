/* figure_setting.c - see figure_setting.h */
#include "figure_setting.h"

#include <string.h>

#include "base/utf8.h"
#include "knowledge/indicators.h"
#include "normalize/promises/clause.h"
#include "text/number.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  REACH = 160,       /* letters of a sentence in front of a figure that are looked at */
  SURROUNDINGS = 24, /* letters on either side that are compared */
  SENTENCE = 160,    /* looked at for the start of the sentence */
  WHOLE = 6,         /* what a start of a sentence, all the same from there, is worth in letters */
  YEAR = 10000       /* of a date written yyyymmdd */
};

static bool ends_clause(uint32_t fold) {
  return fold == ',' || fold == ';' || fold == ':' || dz_is_stop(fold);
}

static dz_figure_state state_of(const dz_sentence *sentence) {
  switch (sentence->function) {
  case DZ_FUNCTION_REPORT:
  case DZ_FUNCTION_PROBLEM:
  case DZ_FUNCTION_CAUSE: return DZ_STATE_DONE;
  case DZ_FUNCTION_PLAN:
  case DZ_FUNCTION_APPEAL: return DZ_STATE_PLANNED;
  case DZ_FUNCTION_OUTLOOK: return DZ_STATE_OUTLOOK;
  case DZ_FUNCTION_ANNEX: return DZ_STATE_ASIDE;
  default: return DZ_STATE_OPEN;
  }
}

/* The word at `i`, NULL if there is none; its length in *used. */
static const dz_attribute_word *word_at(const dz_attributes *words, const uint32_t *fold, size_t i,
                                        size_t end, size_t *used) {
  int32_t row;

  *used = dz_trie_longest(&words->trie, fold + i, end - i, &row);
  return *used ? &words->word[row] : NULL;
}

static bool says(const dz_attribute_word *word, dz_attribute attribute) {
  return dz_attribute_said(word, attribute) != NULL;
}

/* Not done yet, wherever it stands. */
static bool plans(const dz_attribute_word *word) {
  return says(word, DZ_ATTRIBUTE_INTENT) || says(word, DZ_ATTRIBUTE_PLAN);
}

static void take_deed(dz_figure_setting *out, dz_deed deed) {
  if (out->deed == DZ_DEED_BEGIN && deed == DZ_DEED_BUILD) return; /* 开工|改造 */
  if (out->deed <= DZ_DEED_NEUTRAL || deed > DZ_DEED_NEUTRAL) out->deed = deed;
}

static void take(dz_figure_setting *out, const dz_attribute_word *word) {
  for (size_t i = 0; i < word->count; i++) {
    const dz_attribute_saying *saying = &word->sayings[i];
    switch (saying->attribute) {
    case DZ_ATTRIBUTE_DEED: take_deed(out, (dz_deed)saying->value); break;
    case DZ_ATTRIBUTE_ACCRUAL:
      if (out->accrual != DZ_ACCRUAL_NEW) out->accrual = (dz_accrual)saying->value;
      break;
    case DZ_ATTRIBUTE_LEVEL: out->scope = saying->name; break;
    case DZ_ATTRIBUTE_PART: out->part = true; break;
    case DZ_ATTRIBUTE_BASE: out->based = true; break;
    default: break;
    }
  }
}

/* Reads the words of [start, end): of the clause of the figure. */
static void read_clause(dz_figure_setting *out, const dz_attributes *words, const uint32_t *fold,
                        size_t start, size_t end) {
  for (size_t i = start, used; i < end; i += used) {
    const dz_attribute_word *word = word_at(words, fold, i, end, &used);
    if (word)
      take(out, word);
    else
      used = 1;
  }
}

/* Reads what holds for the rest of a sentence, in [start, end) of it: a word of plan, and
 * 比2012年（下同）. */
static void read_front(dz_figure_setting *out, const dz_attributes *words, const uint32_t *fold,
                       size_t start, size_t end) {
  bool based = false;

  for (size_t i = start, used; i < end; i += used) {
    const dz_attribute_word *word = word_at(words, fold, i, end, &used);
    if (ends_clause(fold[i])) based = false;
    if (!word) {
      used = 1;
      continue;
    }
    based = based || says(word, DZ_ATTRIBUTE_BASE);
    if (says(word, DZ_ATTRIBUTE_CARRY) && based) out->based = true;
    if (plans(word) && (out->state == DZ_STATE_DONE || out->state == DZ_STATE_OPEN))
      out->state = DZ_STATE_PLANNED;
  }
}

/* Is a word a deed only, not the name of a field as well (技术改造)? */
static bool is_deed(const dz_attribute_word *word) {
  for (size_t i = 0; i < word->count; i++)
    if (word->sayings[i].attribute >= DZ_ATTRIBUTE_SCOPE) return false;
  return says(word, DZ_ATTRIBUTE_DEED);
}

static void take_scopes(dz_figure_setting *out, const dz_attribute_word *word) {
  for (size_t i = 0; i < word->count; i++)
    if (word->sayings[i].attribute >= DZ_ATTRIBUTE_SCOPE)
      out->scopes[word->sayings[i].attribute - DZ_ATTRIBUTE_SCOPE] = word->sayings[i].value;
}

/* The name without the deeds and plans around it. */
static void read_core(dz_figure_setting *out, const dz_attributes *words, const char *name) {
  uint32_t letters[DZ_CORE_MAX];
  size_t count = 0, first = 0, used, end;
  const dz_attribute_word *word;

  while (*name && count < DZ_CORE_MAX) {
    name += dz_utf8_next(name, strlen(name), &letters[count]);
    letters[count] = dz_fold_cp(letters[count]);
    if (dz_is_word(letters[count])) count++;
  }
  end = count;
  for (size_t i = 0; i < count; i += used ? used : 1)
    if ((word = word_at(words, letters, i, count, &used))) take_scopes(out, word);
  while (first < count && (word = word_at(words, letters, first, count, &used)) &&
         (is_deed(word) || plans(word)) && first + used < count) {
    take(out, word);
    first += used;
  }
  for (size_t i = first + 2; i < count; i++) /* 乡村示范村|建设 */
    if ((word = word_at(words, letters, i, count, &used)) && i + used == count && is_deed(word)) {
      take(out, word);
      end = i;
      break;
    }
  out->core_length = end - first;
  memcpy(out->core, letters + first, (end - first) * sizeof *letters);
}

/* 全市 in the report of a city is its own, as what no word says; so is any level where the report
 * does not say whose it is. */
static bool is_own(const dz_report *report, const char *scope) {
  size_t length = report->place ? strlen(report->place) : 0, used = strlen(scope);

  if (!report->place) return (unsigned char)*scope >= 0x80; /* a level, not "nation" */
  return length >= used && !strcmp(report->place + length - used, scope);
}

dz_figure_setting dz_figure_setting_of(const dz_report *report, size_t quantity,
                                       const dz_knowledge *knowledge) {
  const dz_quantity *q = &report->quantities[quantity];
  const dz_attributes *words = knowledge->attributes;
  const uint32_t *fold = report->text.fold;
  dz_figure_setting out = {.figure = dz_quantity_fold(report, quantity)};
  dz_figure_setting before = {0}; /* 新增甲3家、乙5家: what holds for the whole row */
  size_t at = dz_spans_behind(report->sentences, report->sentence_count, sizeof *report->sentences,
                              q->span.start);
  const dz_sentence *sentence = at < report->sentence_count ? &report->sentences[at] : NULL;
  uint32_t low = out.figure.start > REACH ? out.figure.start - REACH : 0, start, clause;
  int32_t value;

  out.place = out.figure;
  if (!sentence || sentence->span.start > q->span.start) return out;
  if (low < sentence->fold.start) low = sentence->fold.start;
  if (quantity && report->quantities[quantity - 1].span.end <= q->span.start) {
    uint32_t last = dz_quantity_fold(report, quantity - 1).end;
    start = last > low ? last : low;
  } else {
    start = low;
  }
  for (uint32_t i = out.figure.start; i > start; i--)
    if (ends_clause(fold[i - 1])) {
      start = i;
      break;
    }
  for (clause = start; clause > low && !ends_clause(fold[clause - 1]);) clause--;
  read_clause(&before, words, fold, clause, start);
  read_clause(&out, words, fold, start, out.figure.start);
  out.part = out.part || before.part;
  if (out.scope && is_own(report, out.scope)) out.scope = NULL;
  out.state = state_of(sentence);
  read_front(&out, words, fold, low, out.figure.start);
  if (q->indicator) {
    dz_span name = dz_span_to_fold(&report->text, q->indicator_span);
    read_core(&out, words, q->indicator);
    out.known = out.core_length && dz_trie_longest(&knowledge->indicators->trie, out.core,
                                                   out.core_length, &value) == out.core_length;
    if (name.start < name.end && name.start >= sentence->fold.start &&
        name.end <= sentence->fold.end) {
      if (name.start < out.place.start) out.place.start = name.start;
      if (name.end > out.place.end) out.place.end = name.end;
    }
  }
  if (out.deed == DZ_DEED_NONE) out.deed = before.deed;
  return out;
}

/* ---- like with like ------------------------------------------------------------ */

/* The unit without its counting words: 万亿元 is 元. */
static const char *base_unit(const char *unit) {
  uint32_t cp;
  size_t used;

  while (*unit && (used = dz_utf8_next(unit, strlen(unit), &cp)) && unit[used] &&
         dz_chinese_power(cp) > 0)
    unit += used;
  return unit;
}

/* A level is a level, whether it is said to stand there or to be reached: 达66%, 提升到70%. */
static dz_comparison_kind kind_of(const dz_quantity *q, const dz_quantity *other) {
  bool level = other->comparison == DZ_CMP_ABSOLUTE || other->comparison == DZ_CMP_SHARE;

  return q->comparison == DZ_CMP_FROM_TO && level ? other->comparison : q->comparison;
}

static bool same_measure(const dz_quantity *a, const dz_quantity *b) {
  return !a->masked && !b->masked && !a->left && !b->left && kind_of(a, b) == kind_of(b, a) &&
         !strcmp(base_unit(a->unit), base_unit(b->unit));
}

/* The period of a figure: what is not said is the year of the report. */
static dz_period_kind period_of(const dz_quantity *q, const dz_figure_setting *setting) {
  if (q->period) return q->period;
  return setting->state == DZ_STATE_OUTLOOK ? DZ_OVER_YEARS : DZ_OVER_YEAR;
}

static int32_t year_of(const dz_quantity *q) {
  return q->period == DZ_OVER_YEAR || q->period == DZ_OVER_PART ? (int32_t)(q->period_last / YEAR)
                                                                : 0;
}

static bool same_period(const dz_quantity *a, const dz_quantity *b, const dz_figure_setting *left,
                        const dz_figure_setting *right) {
  dz_period_kind period = period_of(a, left);

  if (period != period_of(b, right)) return false;
  if (period == DZ_OVER_PART)
    return a->period_first % YEAR == b->period_first % YEAR &&
           a->period_last % YEAR == b->period_last % YEAR;
  if (period == DZ_OVER_YEARS) return a->period_years == b->period_years;
  return true;
}

/* Do the years that the figures name lie as far apart as the reports? A report that names no year
 * tells nothing. */
static bool years_fit(const dz_report *x, const dz_quantity *a, const dz_report *y,
                      const dz_quantity *b) {
  int32_t from = year_of(a), to = year_of(b);

  return !from || !to || !x->year || !y->year || to - from == y->year - x->year;
}

static bool same_deed(const dz_figure_setting *left, const dz_figure_setting *right, bool outcome) {
  dz_deed a = left->deed, b = right->deed;

  if (a == DZ_DEED_NEUTRAL || b == DZ_DEED_NEUTRAL) {
    dz_deed other = a == DZ_DEED_NEUTRAL ? b : a;
    return other <= DZ_DEED_NEUTRAL || other == DZ_DEED_BUILD || other == DZ_DEED_FINISH;
  }
  return a == b || (outcome && a == DZ_DEED_BUILD && b == DZ_DEED_FINISH);
}

static bool same_scope(const dz_figure_setting *left, const dz_figure_setting *right) {
  if (!left->scope || !right->scope) return left->scope == right->scope;
  return !strcmp(left->scope, right->scope);
}

/* Is one planned for the year of which the other tells what was done? */
static bool is_outcome(const dz_quantity *planned, const dz_figure_setting *plan,
                       const dz_quantity *done, const dz_figure_setting *told) {
  return plan->state == DZ_STATE_PLANNED && told->state == DZ_STATE_DONE && year_of(planned) &&
         year_of(planned) == year_of(done) && same_deed(plan, told, true);
}

dz_figure_relation dz_figures_relate(const dz_report *x, size_t a, const dz_figure_setting *left,
                                     const dz_report *y, size_t b, const dz_figure_setting *right) {
  const dz_quantity *p = &x->quantities[a], *q = &y->quantities[b];

  if (!same_measure(p, q) || !same_period(p, q, left, right)) return DZ_FIGURES_UNLIKE;
  if (left->part != right->part || left->based || right->based || !same_scope(left, right))
    return DZ_FIGURES_UNLIKE;
  if (is_outcome(p, left, q, right)) return DZ_FIGURES_OUTCOME;
  if (is_outcome(q, right, p, left)) return DZ_FIGURES_PLAN;
  if (left->state != right->state || left->state == DZ_STATE_ASIDE) return DZ_FIGURES_UNLIKE;
  return same_deed(left, right, false) && years_fit(x, p, y, q) ? DZ_FIGURES_ALIKE
                                                                : DZ_FIGURES_UNLIKE;
}

/* Growth, how much more than the year before, and a level are three things. */
static int measure_of(const dz_quantity *q) {
  switch (q->comparison) {
  case DZ_CMP_YOY_PCT: return 1;
  case DZ_CMP_YOY_ABS: return 2;
  default: return 0;
  }
}

/* 年均 is no single year; a span of years is none where the other one says a year. */
static bool periods_clash(const dz_quantity *p, const dz_quantity *q) {
  if ((p->period == DZ_OVER_EACH_YEAR) != (q->period == DZ_OVER_EACH_YEAR)) return true;
  return p->period_said && q->period_said &&
         (p->period == DZ_OVER_YEARS) != (q->period == DZ_OVER_YEARS);
}

/* A stock is no flow, and what is begun is not finished. */
static bool deeds_clash(dz_deed a, dz_deed b) {
  if (a <= DZ_DEED_NEUTRAL || b <= DZ_DEED_NEUTRAL || a == b) return false;
  if (a == DZ_DEED_TOTAL || b == DZ_DEED_TOTAL) return true;
  return (a == DZ_DEED_BEGIN && b == DZ_DEED_FINISH) || (b == DZ_DEED_BEGIN && a == DZ_DEED_FINISH);
}

static bool accruals_clash(dz_accrual a, dz_accrual b) {
  return a != DZ_ACCRUAL_OPEN && b != DZ_ACCRUAL_OPEN && a != b;
}

static bool parts_clash(const dz_figure_setting *left, const dz_figure_setting *right) {
  for (size_t i = 0; i < DZ_SCOPES_MAX; i++) {
    uint8_t a = left->scopes[i], b = right->scopes[i];
    if (a && b && a != b) return true;
  }
  return left->scope && right->scope && strcmp(left->scope, right->scope);
}

bool dz_figures_clash(const dz_report *x, size_t a, const dz_figure_setting *left,
                      const dz_report *y, size_t b, const dz_figure_setting *right) {
  const dz_quantity *p = &x->quantities[a], *q = &y->quantities[b];

  return measure_of(p) != measure_of(q) || periods_clash(p, q) || left->part != right->part ||
         deeds_clash(left->deed, right->deed) || accruals_clash(left->accrual, right->accrual) ||
         parts_clash(left, right);
}

/* Letters alike from `i` and `j` on in the direction of `step`, within the texts: those of the
 * clause, and what it is worth when all is alike from the start of the sentence on. */
static size_t alike(const dz_text *a, int64_t i, const dz_text *b, int64_t j, int step) {
  size_t count = 0, seen = 0;
  bool clause = true;

  for (; seen < SENTENCE && i >= 0 && j >= 0 && i < (int64_t)a->fold_length &&
         j < (int64_t)b->fold_length;
       seen++) {
    uint32_t left = a->fold[i], right = b->fold[j];
    if (dz_is_digit(left) && dz_is_digit(right)) {
      while (i >= 0 && i < (int64_t)a->fold_length && dz_is_digit(a->fold[i])) i += step;
      while (j >= 0 && j < (int64_t)b->fold_length && dz_is_digit(b->fold[j])) j += step;
      count += clause;
      continue;
    }
    if (left != right) break;
    if (left == '\n' || dz_is_stop(left)) return step < 0 ? count + WHOLE : count;
    clause = clause && left != ',' && count < SURROUNDINGS;
    count += clause && dz_is_word(left);
    i += step;
    j += step;
  }
  return count;
}

size_t dz_figures_surroundings(const dz_report *x, const dz_figure_setting *left,
                               const dz_report *y, const dz_figure_setting *right) {
  return alike(&x->text, (int64_t)left->place.start - 1, &y->text, (int64_t)right->place.start - 1,
               -1) +
         alike(&x->text, left->place.end, &y->text, right->place.end, 1);
}
