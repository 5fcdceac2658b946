/* ratio.c - shares, growth and differences against the figures they are reckoned from
 *
 * What is checked is what the words say of neighbouring figures of one sentence:
 *
 *     A，完成预算B的C%                 C = A / B
 *     B件，其中A件，占C%               C = A / B
 *     A件，占全县B件的C%               C = A / B
 *     共B件，办结A件，办结率C%         C = A / B
 *     A，同比增收D，增长C%             C = D / (A - D), with 减少: D / (A + D)
 *     新增D，达到B，增长C%             C = D / (B - D)
 *     A，比上年的B增长C%               C = (A - B) / B
 *     A，比上年的B增加D                D = A - B
 *     由A提高到B，提高C个百分点        C = B - A
 *     由A提高到B，增长C%               C = (B - A) / A
 */
#include <string.h>

#include "base/error.h"
#include "sums.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  MAX_BACK = 8,     /* figures between a level and its change */
  BASE_REACH = 16,  /* code points of a clause in which 较 makes a figure the one compared with */
  SHARE_REACH = 60, /* code points before a share in which its 占 stands */
  STEM_MAX = 4      /* code points of 调处成功 before 率 */
};

/* Points of percent by which a difference of two rates may be off. */
static const dz_decimal POINTS = {5, 1};

static bool same_name(const dz_quantity *a, const dz_quantity *b) {
  return a->indicator && b->indicator && !strcmp(a->indicator, b->indicator);
}

static const dz_word_set *set_of(const dz_sums *s, dz_word_set_id id) {
  return &s->words->sets[id];
}

/* Is the share of one of two amounts that is stated in `share`? Adds a finding if it is not. */
static dz_status compare_share(const dz_sums *s, const dz_quantity *share, const dz_quantity *a,
                               const dz_quantity *b, const dz_quantity *first, dz_error *error) {
  dz_amount part, whole;
  dz_decimal right;

  if (!dz_amount_read(s, &part, a) || !dz_amount_read_as(s, &whole, b, a)) return DZ_OK;
  s->list->checked.sums++;
  if (dz_sum_share_holds(&part.range, &whole.range, share) ||
      !dz_sum_percent(&right, part.value, whole.value))
    return DZ_OK;
  return dz_sum_add(s, share, first, dz_finding_text(s->list, "%s ÷ %s", a->value, b->value), right,
                    DZ_ERROR, error);
}

static bool plain_share(const dz_sums *s, const dz_quantity *q) {
  dz_amount amount;

  return dz_sum_is_percent(q) && dz_amount_read(s, &amount, q);
}

/* Is `b` called a plan (完成预算B的C%), and `a` not one of several that are told of? */
static bool is_plan(const dz_sums *s, const dz_quantity *a, const dz_quantity *b) {
  const dz_text *text = &s->report->text;

  if (dz_fold_at(text, dz_text_fold_position(text, b->span.end)) != U'的') return false;
  if (dz_sum_close_before(s, b, DZ_SET_BEYOND)) return false; /* 超过计划B的C%: by how much */
  return dz_sum_close_before(s, b, DZ_SET_PLAN) && !dz_sum_close_before(s, a, DZ_SET_SEVERAL) &&
         !dz_sum_between(s, a, b, DZ_SET_SEVERAL);
}

/* A，完成预算B的C% */
static dz_status check_plan(const dz_sums *s, size_t i, dz_error *error) {
  const dz_quantity *a, *b, *share = &s->q[i];

  if (share->comparison != DZ_CMP_PCT_TARGET || i < 2 || !plain_share(s, share)) return DZ_OK;
  a = &s->q[i - 2];
  b = &s->q[i - 1];
  if (!dz_sum_same_unit(s, a, b) || !is_plan(s, a, b)) return DZ_OK;
  return compare_share(s, share, a, b, a, error);
}

/* Does an amount before figure k, of the same unit, make the share right? */
static bool fits_other(const dz_sums *s, size_t k, const dz_quantity *part,
                       const dz_quantity *share) {
  dz_amount a, b;

  if (!dz_amount_read(s, &a, part)) return true;
  for (size_t back = 0; k-- > 0 && back < MAX_BACK; back++)
    if (dz_sum_same_unit(s, &s->q[k], part) && dz_amount_read(s, &b, &s->q[k]) &&
        dz_sum_share_holds(&a.range, &b.range, share))
      return true;
  return false;
}

/* B件，其中A件，占C%; A件，占全县B件的C% */
static dz_status check_part(const dz_sums *s, size_t i, dz_error *error) {
  const dz_text *text = &s->report->text;
  const dz_quantity *share = &s->q[i], *a, *b;
  dz_span gap;

  if (i < 2 || !plain_share(s, share) || dz_sum_is_change(share)) return DZ_OK;
  a = &s->q[i - 2];
  b = &s->q[i - 1];
  if (!dz_sum_same_unit(s, a, b) || dz_sum_is_change(a) || dz_sum_is_change(b) ||
      dz_sum_mark_between(s, a, share, ';'))
    return DZ_OK;
  gap = dz_sum_gap(s, b, share);
  if (gap.end == gap.start + 1 && text->fold[gap.start] == U'的') {
    dz_span before = dz_sum_gap(s, a, b);
    if (dz_fold_at(text, before.start) != ',' ||
        !dz_set_at(set_of(s, DZ_SET_SHARE), text->fold, before.start + 1, before.end))
      return DZ_OK;
    return compare_share(s, share, a, b, a, error);
  }
  if (dz_fold_at(text, gap.start) != ',' || !dz_sum_between(s, a, b, DZ_SET_AMONG) ||
      dz_set_at(set_of(s, DZ_SET_SHARE), text->fold, gap.start + 1, gap.end) + gap.start + 1 !=
          gap.end ||
      fits_other(s, i - 2, b, share))
    return DZ_OK;
  return compare_share(s, share, b, a, a, error);
}

/* Is every character of the rate's name said of the whole or the part, and one of the part alone?
 * 受理来信52件，办结45件，办结率 - and not 法定审限内结案率. */
static bool names_part(const dz_sums *s, const dz_quantity *whole, const dz_quantity *part,
                       const dz_quantity *rate) {
  uint32_t stem[DZ_PHRASE_MAX];
  size_t length = rate->indicator ? dz_phrase_fold(rate->indicator, stem) : 0;
  const uint32_t *fold = s->report->text.fold;
  dz_span of_whole = dz_sum_clause_before(s, whole, SHARE_REACH),
          of_part = dz_sum_gap(s, whole, part);
  bool alone = false;

  if (length < 2 || stem[length - 1] != U'率' || --length > STEM_MAX) return false;
  for (size_t k = 0; k < length; k++) {
    const uint32_t word[2] = {stem[k], 0}, *const words[] = {word};
    bool there = dz_word_in(fold, of_part, words, 1), before = dz_word_in(fold, of_whole, words, 1);
    if (!there && !before) return false;
    alone = alone || (there && !before);
  }
  return alone;
}

/* Counted things, not amounts of land or money, which have many denominators of their own. */
static bool is_counted(const dz_sums *s, const dz_quantity *q) {
  uint32_t fold[DZ_PHRASE_MAX];
  dz_unit_match match = dz_unit_read(s->units, fold, dz_phrase_fold(q->unit, fold));

  return match.unit && !match.per && match.unit->class == DZ_UNIT_COUNT;
}

/* 共排查B件，成功调处A件，调处成功率C% */
static dz_status check_rate(const dz_sums *s, size_t i, dz_error *error) {
  const dz_quantity *rate = &s->q[i], *whole, *part;
  dz_amount a, b;

  if (rate->comparison != DZ_CMP_SHARE || i < 2 || !plain_share(s, rate)) return DZ_OK;
  whole = &s->q[i - 2];
  part = &s->q[i - 1];
  if (!dz_sum_same_unit(s, whole, part) || !is_counted(s, part) || dz_sum_is_change(whole) ||
      dz_sum_is_change(part) || !names_part(s, whole, part, rate))
    return DZ_OK;
  if (dz_sum_between(s, whole, part, DZ_SET_AMONG) || dz_sum_mark_between(s, whole, rate, ';') ||
      dz_sum_between(s, part, rate, DZ_SET_SEVERAL) || dz_sum_has_word(s, part, DZ_SET_CARRIED))
    return DZ_OK; /* the rate is of the part's own plan, of other things, or of a stock beside */
  if (!dz_amount_read(s, &a, part) || !dz_amount_read(s, &b, whole) ||
      dz_decimal_compare(a.value, b.value) > 0 || fits_other(s, i - 2, part, rate))
    return DZ_OK;
  return compare_share(s, rate, part, whole, whole, error);
}

/* The level a rate of change belongs to: the last figure of the same indicator and unit that is no
 * change itself.
 */
static const dz_quantity *level_before(const dz_sums *s, size_t i, const dz_quantity *change) {
  for (size_t back = 0; i-- > 0 && back < MAX_BACK; back++) {
    const dz_quantity *q = &s->q[i];
    if (same_name(q, change) && dz_sum_same_unit(s, q, change) && q->comparison != DZ_CMP_YOY_ABS)
      return q;
  }
  return NULL;
}

/* Growth reckoned at constant prices, while the amounts beside it are not: 实际增长9.4%, and always
 * that of an output. */
static bool at_constant_prices(const dz_sums *s, const dz_quantity *q) {
  const dz_text *text = &s->report->text;

  return dz_set_in(set_of(s, DZ_SET_CONSTANT_PRICE), text->fold,
                   dz_span_to_fold(text, q->indicator_span)) ||
         dz_sum_has_word(s, q, DZ_SET_REAL_GROWTH);
}

/* 较2020年的B增加D: the figure is the one compared with, not the one reached. */
static bool is_base(const dz_sums *s, const dz_quantity *q) {
  return dz_set_in(set_of(s, DZ_SET_FROM), s->report->text.fold,
                   dz_sum_clause_before(s, q, BASE_REACH));
}

/* 72亿到75亿: the second figure is no level. */
static bool ends_range(const dz_sums *s, const dz_quantity *q) {
  const dz_text *text = &s->report->text;
  dz_span gap = q > s->q ? dz_sum_gap(s, q - 1, q) : (dz_span){0, 0};

  return gap.end == gap.start + 1 && dz_cp_in(text->fold[gap.start], U"到至-~");
}

static bool is_growth(const dz_sums *s, const dz_quantity *rate) {
  return rate->comparison == DZ_CMP_YOY_PCT && plain_share(s, rate) && rate->direction;
}

/* How the amount was before the change: level − change, or + where it fell. */
static bool base_of(dz_amount *out, const dz_amount *level, const dz_amount *change, bool down) {
  if (down)
    return dz_decimal_add(&out->range.low, level->range.low, change->range.low) &&
           dz_decimal_add(&out->range.high, level->range.high, change->range.high) &&
           dz_decimal_add(&out->value, level->value, change->value);
  return dz_decimal_subtract(&out->range.low, level->range.low, change->range.high) &&
         dz_decimal_subtract(&out->range.high, level->range.high, change->range.low) &&
         dz_decimal_subtract(&out->value, level->value, change->value);
}

/* Is the growth in `rate` that of `level` by `change`? */
static dz_status compare_growth(const dz_sums *s, const dz_quantity *rate, const dz_quantity *level,
                                const dz_quantity *change, const dz_quantity *first, bool down,
                                dz_error *error) {
  dz_amount now, part, base;
  dz_decimal right;

  if (!dz_amount_read(s, &now, level) || !dz_amount_read(s, &part, change) ||
      !base_of(&base, &now, &part, down))
    return DZ_OK;
  s->list->checked.sums++;
  if (dz_sum_share_holds(&part.range, &base.range, rate) ||
      !dz_sum_percent(&right, part.value, base.value))
    return DZ_OK;
  return dz_sum_add(s, rate, first,
                    dz_finding_text(s->list, "%s ÷ (%s %s %s)", change->value, level->value,
                                    down ? "+" : "−", change->value),
                    right, DZ_ERROR, error);
}

/* A，同比增收D，增长C% */
static dz_status check_growth(const dz_sums *s, size_t i, dz_error *error) {
  const dz_quantity *rate = &s->q[i], *change = i ? &s->q[i - 1] : NULL, *level;

  if (!is_growth(s, rate) || !change || change->comparison != DZ_CMP_YOY_ABS ||
      !same_name(rate, change) || rate->direction != change->direction ||
      dz_sum_mark_between(s, change, rate, ';'))
    return DZ_OK;
  level = level_before(s, i - 1, change);
  if (!level || at_constant_prices(s, rate) || is_base(s, level) || ends_range(s, level) ||
      dz_sum_has_word(s, rate, DZ_SET_OTHER_BASE) || dz_sum_close_before(s, rate, DZ_SET_AVERAGE))
    return DZ_OK;
  return compare_growth(s, rate, level, change, level, rate->direction < 0, error);
}

/* 新增D，达到B，增长C% */
static dz_status check_added(const dz_sums *s, size_t i, dz_error *error) {
  const dz_quantity *rate = &s->q[i], *added, *total;
  const dz_text *text = &s->report->text;
  dz_span name;

  if (!is_growth(s, rate) || i < 2 || rate->direction < 0 || at_constant_prices(s, rate) ||
      dz_sum_close_before(s, rate, DZ_SET_AVERAGE))
    return DZ_OK;
  added = &s->q[i - 2];
  total = &s->q[i - 1];
  name = dz_span_to_fold(text, added->indicator_span);
  if (!dz_set_at(set_of(s, DZ_SET_NEWLY), text->fold, name.start, name.end) ||
      !dz_sum_same_unit(s, added, total) || !same_name(added, total) || !same_name(total, rate) ||
      total->comparison == DZ_CMP_YOY_ABS)
    return DZ_OK;
  return compare_growth(s, rate, total, added, added, false, error);
}

/* Growth from one amount to another. */
static dz_status compare_step(const dz_sums *s, const dz_quantity *rate, const dz_quantity *now,
                              const dz_quantity *then, const dz_quantity *first, dz_error *error) {
  bool down = rate->direction < 0;
  dz_amount a, b;
  dz_interval part;
  dz_decimal change, right;

  if (!dz_amount_read(s, &a, down ? then : now) || !dz_amount_read(s, &b, down ? now : then) ||
      !dz_decimal_subtract(&part.low, a.range.low, b.range.high) ||
      !dz_decimal_subtract(&part.high, a.range.high, b.range.low) ||
      !dz_decimal_subtract(&change, a.value, b.value))
    return DZ_OK;
  s->list->checked.sums++;
  if (dz_sum_share_holds(&part, down ? &a.range : &b.range, rate) ||
      !dz_sum_percent(&right, change, down ? a.value : b.value))
    return DZ_OK;
  return dz_sum_add(s, rate, first,
                    dz_finding_text(s->list, "(%s − %s) ÷ %s", down ? then->value : now->value,
                                    down ? now->value : then->value, then->value),
                    right, DZ_ERROR, error);
}

/* Does a verb of change stand before the figure (比上年少花2.4万元)? Then it is no level. */
static bool is_difference(const dz_sums *s, const dz_quantity *q) {
  enum { VERB_REACH = 4 };
  const dz_text *text = &s->report->text;
  uint32_t at = (uint32_t)dz_text_fold_position(text, q->span.start);
  uint32_t from = at > VERB_REACH ? at - VERB_REACH : 0;

  while (at > from && dz_is_han(text->fold[at - 1]))
    if (dz_cp_in(text->fold[--at], U"多少增减升降涨跌省")) return true;
  return false;
}

/* A，比上年的B: are they amounts of one thing in two years? */
static bool is_year_before(const dz_sums *s, const dz_quantity *now, const dz_quantity *then) {
  return !is_difference(s, then) && dz_sum_same_unit(s, now, then) && !dz_sum_is_change(now) &&
         !dz_sum_is_change(then) && now->comparison != DZ_CMP_RANK &&
         then->comparison != DZ_CMP_RANK && dz_sum_between(s, now, then, DZ_SET_YEAR_BEFORE) &&
         !dz_sum_mark_between(s, now, then, ';');
}

/* A，比上年的B增长C% */
static dz_status check_last_year(const dz_sums *s, size_t i, dz_error *error) {
  const dz_quantity *rate = &s->q[i];

  if (!is_growth(s, rate) || i < 2 || !is_year_before(s, &s->q[i - 2], &s->q[i - 1]) ||
      at_constant_prices(s, rate) || dz_sum_has_word(s, rate, DZ_SET_OTHER_BASE))
    return DZ_OK;
  return compare_step(s, rate, &s->q[i - 2], &s->q[i - 1], &s->q[i - 2], error);
}

/* Is the difference of two figures the one stated? */
static dz_status compare_difference(const dz_sums *s, const dz_quantity *stated,
                                    const dz_quantity *to, const dz_quantity *from,
                                    dz_error *error) {
  dz_amount a, b, c;
  dz_decimal right, slack, half;

  if (!dz_amount_read(s, &a, to) || !dz_amount_read(s, &b, from) ||
      !dz_amount_read(s, &c, stated) || !dz_decimal_subtract(&right, a.value, b.value) ||
      !dz_decimal_subtract(&slack, a.range.high, a.value) ||
      !dz_decimal_subtract(&half, b.range.high, b.value) || !dz_decimal_add(&slack, slack, half) ||
      !dz_decimal_subtract(&half, c.range.high, c.value) || !dz_decimal_add(&slack, slack, half))
    return DZ_OK;
  if (right.coefficient < 0) right.coefficient = -right.coefficient;
  if (dz_sum_is_percent(to) && dz_decimal_compare(slack, POINTS) < 0) slack = POINTS;
  s->list->checked.sums++;
  if (!dz_sum_differs(right, c.value, slack)) return DZ_OK;
  return dz_sum_add(s, stated, from, dz_finding_text(s->list, "%s − %s", to->value, from->value),
                    right, DZ_ERROR, error);
}

/* A，比上年的B增加D */
static dz_status check_step(const dz_sums *s, size_t i, dz_error *error) {
  const dz_quantity *change = &s->q[i];

  if (change->comparison != DZ_CMP_YOY_ABS || i < 2 ||
      !is_year_before(s, &s->q[i - 2], &s->q[i - 1]) ||
      !dz_sum_same_unit(s, change, &s->q[i - 1]) ||
      dz_sum_mark_between(s, &s->q[i - 1], change, ','))
    return DZ_OK;
  return compare_difference(s, change, &s->q[i - 2], &s->q[i - 1], error);
}

/* 由A提高到B，提高C个百分点 or C% */
static dz_status check_from_to(const dz_sums *s, size_t i, dz_error *error) {
  const dz_quantity *change = &s->q[i], *to, *from;

  if (i < 2 || !dz_sum_is_change(change)) return DZ_OK;
  to = &s->q[i - 1];
  from = &s->q[i - 2];
  if (to->comparison != DZ_CMP_FROM_TO || !same_name(change, to) ||
      !dz_sum_between(s, from, to, DZ_SET_TO) || dz_sum_between(s, from, to, DZ_SET_SEVERAL) ||
      dz_sum_mark_between(s, from, change, ';') || dz_sum_close_before(s, change, DZ_SET_AVERAGE) ||
      dz_sum_between(s, to, change, DZ_SET_SEVERAL) ||
      dz_sum_has_word(s, change, DZ_SET_OTHER_BASE))
    return DZ_OK; /* several rows side by side, or reckoned otherwise */
  if (is_growth(s, change)) {
    if (!dz_sum_same_unit(s, from, to) || at_constant_prices(s, change)) return DZ_OK;
    return compare_step(s, change, to, from, from, error);
  }
  if (dz_sum_is_percent(to) ? strcmp(to->unit, from->unit) || !strstr(change->unit, "百分点")
                            : !dz_sum_same_unit(s, to, from) || !dz_sum_same_unit(s, to, change))
    return DZ_OK;
  return compare_difference(s, change, to, from, error);
}

dz_status dz_review_ratio(const dz_sums *s, size_t i, dz_error *error) {
  dz_status status = check_plan(s, i, error);

  if (!status) status = check_part(s, i, error);
  if (!status) status = check_rate(s, i, error);
  if (!status) status = check_growth(s, i, error);
  if (!status) status = check_added(s, i, error);
  if (!status) status = check_last_year(s, i, error);
  if (!status) status = check_step(s, i, error);
  if (!status) status = check_from_to(s, i, error);
  return status;
}
