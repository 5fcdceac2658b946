/* sums.c - see sums.h */
#include "sums.h"

#include <string.h>

#include "base/error.h"
#include "text/phrase.h"
#include "text/spans.h"

enum {
  RATIO_SCALE = 6, /* digits behind the point in which shares are reckoned */
  MAX_CLAUSE = 60, /* code points before a figure in which 同口径 tells of another base */
  NEAR = 12        /* code points of its clause that say what a figure is */
};

/* A share may be off by this many points more than rounding explains: figures are cut off as
 * often as rounded. */
static const dz_decimal SLACK = {5, 1};

static size_t printed_scale(const char *value) {
  const char *point = strchr(value, '.');

  return point ? strlen(point + 1) : 0;
}

/* Half a unit of the last printed digit. */
static dz_decimal half_unit(const dz_quantity *q) {
  size_t scale = printed_scale(q->value) + 1;

  return (dz_decimal){5, scale < DZ_DECIMAL_SCALE_MAX ? (int32_t)scale : DZ_DECIMAL_SCALE_MAX};
}

/* Takes the scale words off the unit. */
static const char *strip_scale(const char *unit, int32_t *power) {
  static const struct {
    const char *word;
    int32_t power;
  } scales[] = {{"万", 4}, {"亿", 8}};

  *power = 0;
  for (size_t i = 0; i < 2; i++)
    for (size_t k = 0; k < sizeof scales / sizeof *scales; k++)
      if (!strncmp(unit, scales[k].word, strlen(scales[k].word))) {
        unit += strlen(scales[k].word);
        *power += scales[k].power;
      }
  return unit;
}

static bool scale_up(dz_decimal *value, int32_t power) {
  dz_decimal factor = {1, 0};

  for (; power > 0; power--) factor.coefficient *= 10;
  return dz_decimal_multiply(value, *value, factor);
}

/* Is the figure a count of things, printed to the last one? */
static bool is_exact(const dz_sums *s, const dz_quantity *q, const char *unit) {
  uint32_t fold[DZ_PHRASE_MAX];
  dz_unit_match match = dz_unit_read(s->units, fold, dz_phrase_fold(unit, fold));

  return unit == q->unit && !strchr(q->value, '.') && match.unit && !match.per &&
         match.unit->class == DZ_UNIT_COUNT;
}

bool dz_amount_read_as(const dz_sums *s, dz_amount *out, const dz_quantity *q,
                       const dz_quantity *finer) {
  dz_decimal half = half_unit(printed_scale(finer->value) > printed_scale(q->value) ? finer : q);

  if (q->masked || q->value_high || q->modifier == DZ_MOD_ABOUT || q->modifier == DZ_MOD_NEAR ||
      q->modifier == DZ_MOD_STRIVE)
    return false;
  out->unit = strip_scale(q->unit, &out->power);
  out->value = q->number;
  if (is_exact(s, q, out->unit)) half = (dz_decimal){0, 0};
  if (out->value.coefficient < 0) out->value.coefficient = -out->value.coefficient;
  return scale_up(&out->value, out->power) && scale_up(&half, out->power) &&
         dz_decimal_subtract(&out->range.low, out->value, half) &&
         dz_decimal_add(&out->range.high, out->value, half);
}

bool dz_amount_read(const dz_sums *s, dz_amount *out, const dz_quantity *q) {
  return dz_amount_read_as(s, out, q, q);
}

bool dz_sum_is_percent(const dz_quantity *q) {
  return !strcmp(q->unit, "%");
}

bool dz_sum_is_change(const dz_quantity *q) {
  return q->comparison == DZ_CMP_YOY_ABS || q->comparison == DZ_CMP_YOY_PCT;
}

static bool is_people(const dz_sums *s, const char *unit) {
  uint32_t fold[DZ_PHRASE_MAX];
  uint32_t length = (uint32_t)dz_phrase_fold(unit, fold);

  return length && dz_set_at(&s->words->sets[DZ_SET_PEOPLE], fold, 0, length) == length;
}

bool dz_sum_same_unit(const dz_sums *s, const dz_quantity *a, const dz_quantity *b) {
  int32_t power;
  const char *left = strip_scale(a->unit, &power), *right = strip_scale(b->unit, &power);

  if (!*a->unit || !*b->unit || dz_sum_is_percent(a)) return false;
  return !strcmp(left, right) || (is_people(s, left) && is_people(s, right));
}

bool dz_sum_percent(dz_decimal *out, dz_decimal part, dz_decimal whole) {
  dz_decimal top;

  return whole.coefficient > 0 && dz_decimal_multiply(&top, part, (dz_decimal){100, 0}) &&
         dz_decimal_divide(out, top, whole, RATIO_SCALE);
}

bool dz_sum_share_holds(const dz_interval *part, const dz_interval *whole,
                        const dz_quantity *stated) {
  dz_decimal low, high, unit = half_unit(stated), slack, value = stated->number;

  if (value.coefficient < 0) value.coefficient = -value.coefficient;
  if (!dz_sum_percent(&low, part->low, whole->high) ||
      !dz_sum_percent(&high, part->high, whole->low))
    return true;
  if (!dz_decimal_add(&unit, unit, unit)) return true; /* one unit of the last digit */
  slack = dz_decimal_compare(unit, SLACK) > 0 ? unit : SLACK;
  if (!dz_decimal_subtract(&low, low, slack) || !dz_decimal_add(&high, high, slack)) return true;
  if (stated->modifier == DZ_MOD_AT_LEAST) return dz_decimal_compare(value, high) <= 0;
  if (stated->modifier == DZ_MOD_AT_MOST) return dz_decimal_compare(value, low) >= 0;
  return dz_decimal_compare(value, low) >= 0 && dz_decimal_compare(value, high) <= 0;
}

bool dz_sum_differs(dz_decimal value, dz_decimal stated, dz_decimal slack) {
  dz_decimal gap;

  if (!dz_decimal_subtract(&gap, value, stated)) return false;
  if (gap.coefficient < 0) gap.coefficient = -gap.coefficient;
  return dz_decimal_compare(gap, slack) > 0;
}

dz_span dz_sum_gap(const dz_sums *s, const dz_quantity *a, const dz_quantity *b) {
  const dz_text *text = &s->report->text;
  uint32_t start = (uint32_t)dz_text_fold_position(text, a->span.end);
  uint32_t end = (uint32_t)dz_text_fold_position(text, b->span.start);

  return (dz_span){start, end > start ? end : start};
}

bool dz_sum_between(const dz_sums *s, const dz_quantity *a, const dz_quantity *b,
                    dz_word_set_id set) {
  return dz_set_in(&s->words->sets[set], s->report->text.fold, dz_sum_gap(s, a, b));
}

bool dz_sum_mark_between(const dz_sums *s, const dz_quantity *a, const dz_quantity *b,
                         uint32_t mark) {
  dz_span gap = dz_sum_gap(s, a, b);

  for (uint32_t i = gap.start; i < gap.end; i++)
    if (s->report->text.fold[i] == mark) return true;
  return false;
}

dz_span dz_sum_clause_before(const dz_sums *s, const dz_quantity *q, uint32_t most) {
  const dz_text *text = &s->report->text;
  uint32_t at = (uint32_t)dz_text_fold_position(text, q->span.start), low = at;

  while (low > 0 && at - low < most && !dz_cp_in(text->fold[low - 1], U",;:。\n")) low--;
  return (dz_span){low, at};
}

bool dz_sum_close_before(const dz_sums *s, const dz_quantity *q, dz_word_set_id set) {
  return dz_set_in(&s->words->sets[set], s->report->text.fold, dz_sum_clause_before(s, q, NEAR));
}

bool dz_sum_has_word(const dz_sums *s, const dz_quantity *q, dz_word_set_id set) {
  const dz_text *text = &s->report->text;
  uint32_t at = (uint32_t)dz_text_fold_position(text, q->span.start);
  uint32_t low = (uint32_t)dz_text_fold_position(text, s->sentence.start);

  if (low + MAX_CLAUSE < at) low = at - MAX_CLAUSE;
  return dz_set_in(&s->words->sets[set], text->fold, (dz_span){low, at});
}

const char *dz_sum_shown(const dz_sums *s, dz_decimal value, const dz_quantity *as) {
  char text[DZ_DECIMAL_TEXT];
  dz_decimal rounded, factor = {1, 0};
  int scale = (int)printed_scale(as->value);
  int32_t power;

  strip_scale(as->unit, &power);
  if (dz_sum_is_percent(as) || !scale) scale = 1;
  for (; power > 0; power--) factor.coefficient *= 10;
  if (!dz_decimal_divide(&rounded, value, factor, scale)) rounded = value;
  dz_decimal_print(rounded, text);
  return dz_finding_text(s->list, "%s", text);
}

dz_status dz_sum_add(const dz_sums *s, const dz_quantity *stated, const dz_quantity *first,
                     const char *sum, dz_decimal right, dz_severity severity, dz_error *error) {
  dz_span spans[2] = {stated->span, first->span};
  bool before = first->span.start < stated->span.start;
  const char *quote = dz_finding_quote(s->list, s->report,
                                       before ? (dz_span){first->span.start, stated->span.end}
                                              : (dz_span){stated->span.start, first->span.end});
  const char *value = dz_sum_shown(s, right, stated);
  const char *rest_zh = severity == DZ_NOTE ? "（或有未列出的部分）" : "";
  const char *rest_en = severity == DZ_NOTE ? " (there may be parts that are not listed)" : "";
  dz_finding *finding;

  if (!quote || !value || !sum) return dz_fail_memory(error);
  finding = dz_finding_add(
      s->list, DZ_FIND_ARITHMETIC,
      dz_finding_text(s->list, "“%s”：%s = %s%s，文中作%s%s%s", quote, sum, value, stated->unit,
                      stated->value, stated->unit, rest_zh),
      dz_finding_text(s->list, "\"%s\": %s = %s%s, the text says %s%s%s", quote, sum, value,
                      stated->unit, stated->value, stated->unit, rest_en),
      spans, 2);
  if (!finding) return dz_fail_memory(error);
  finding->severity = severity;
  finding->expected = dz_finding_text(s->list, "%s%s", value, stated->unit);
  return finding->expected ? DZ_OK : dz_fail_memory(error);
}
