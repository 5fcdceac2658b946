/* arithmetic.c - sums done again in exact decimals
 *
 * Figures are printed rounded, so every operand stands for the interval of half
 * a unit of its last digit on either side, and a stated result is right when it
 * lies in the interval of the results or no farther from it than SLACK. What is
 * checked is what the words say of neighbouring figures of one sentence:
 *
 *     A，完成预算B的C%                 C = A / B
 *     A，同比增收D，增长G%             G = D / (A - D), with 减少: D / (A + D)
 *     新增D，达到B，增长G%             G = D / (B - D)
 *     A，比上年的B增长G%               G = (A - B) / B
 *     共B件，成功A件，成功率G%         G = A / B
 *     B件，其中A件                     A <= B
 *     B件，其中A1件、A2件、其他A3件     A1 + A2 + A3 = B
 *     由A提高到B，提高C个百分点        C = B - A
 */
#include <string.h>

#include "base/decimal.h"
#include "base/error.h"
#include "review.h"
#include "text/phrase.h"

enum {
  RATIO_SCALE = 6, /* digits behind the point in which shares are reckoned */
  MAX_BACK = 8,    /* figures between a level and its change */
  MAX_CLAUSE = 60, /* code points before a figure in which 同口径 tells of another base */
  MAX_PARTS = 16,  /* parts of one whole that are added up */
  /* figures before a whole that 其中 may reach back to: no sentence of prose has more */
  MAX_WHOLES = 64
};

/* A share may be off by this many points more than rounding explains: figures are cut off as
 * often as rounded. */
static const dz_decimal SLACK = {5, 1};

typedef struct checker {
  const dz_report *report;
  dz_finding_list *list;
  const dz_quantity *q; /* figures of the sentence */
  size_t count;
  dz_span sentence; /* in the decoded text */
} checker;

typedef struct interval {
  dz_decimal low, high;
} interval;

static size_t printed_scale(const char *value) {
  const char *point = strchr(value, '.');
  return point ? strlen(point + 1) : 0;
}

/* Half a unit of the last printed digit. */
static dz_decimal half_unit(const dz_quantity *q) {
  size_t scale = printed_scale(q->value) + 1;
  return (dz_decimal){5, scale < DZ_DECIMAL_SCALE_MAX ? (int32_t)scale : DZ_DECIMAL_SCALE_MAX};
}

/* What the printed figure can stand for when it is exact to half of `unit_of`. false: it does
 * not fit. */
static bool spread_as(const dz_quantity *q, const dz_quantity *unit_of, interval *out) {
  dz_decimal half = half_unit(unit_of);
  return dz_decimal_subtract(&out->low, q->number, half) &&
         dz_decimal_add(&out->high, q->number, half);
}

static bool spread(const dz_quantity *q, interval *out) {
  return spread_as(q, q, out);
}

/* The one of two figures that is printed with more digits. */
static const dz_quantity *finer(const dz_quantity *a, const dz_quantity *b) {
  return printed_scale(a->value) >= printed_scale(b->value) ? a : b;
}

static bool percent(dz_decimal *out, dz_decimal part, dz_decimal whole) {
  dz_decimal hundred = {100, 0}, top;
  return whole.coefficient > 0 && dz_decimal_multiply(&top, part, hundred) &&
         dz_decimal_divide(out, top, whole, RATIO_SCALE);
}

/* Is the share printed in `stated` one of part / whole? true also when it cannot be told. */
static bool share_holds(interval part, interval whole, const dz_quantity *stated) {
  dz_decimal low, high, unit = half_unit(stated), slack;

  if (!percent(&low, part.low, whole.high) || !percent(&high, part.high, whole.low)) return true;
  if (!dz_decimal_add(&unit, unit, unit)) return true; /* one unit of the last digit */
  slack = dz_decimal_compare(unit, SLACK) > 0 ? unit : SLACK;
  if (!dz_decimal_subtract(&low, low, slack) || !dz_decimal_add(&high, high, slack)) return true;
  if (stated->modifier == DZ_MOD_AT_LEAST) return dz_decimal_compare(stated->number, high) <= 0;
  if (stated->modifier == DZ_MOD_AT_MOST) return dz_decimal_compare(stated->number, low) >= 0;
  return dz_decimal_compare(stated->number, low) >= 0 &&
         dz_decimal_compare(stated->number, high) <= 0;
}

static bool is_percent(const dz_quantity *q) {
  return !strcmp(q->unit, "%");
}

static bool usable(const dz_quantity *q) {
  return !q->masked && !q->value_high && q->modifier != DZ_MOD_ABOUT &&
         q->modifier != DZ_MOD_NEAR && q->modifier != DZ_MOD_STRIVE && q->number.coefficient >= 0;
}

/* A rate of growth or a difference, no amount: 增长1.7倍, 增加3亿元 */
static bool is_change(const dz_quantity *q) {
  return q->comparison == DZ_CMP_YOY_ABS || q->comparison == DZ_CMP_YOY_PCT;
}

static bool same_name(const dz_quantity *a, const dz_quantity *b) {
  return a->indicator && b->indicator && !strcmp(a->indicator, b->indicator);
}

static bool same_unit(const dz_quantity *a, const dz_quantity *b) {
  return *a->unit && !strcmp(a->unit, b->unit) && !is_percent(a);
}

/* The value rounded to one place: what the message shows. */
static const char *shown(checker *c, dz_decimal value) {
  char text[DZ_DECIMAL_TEXT];
  dz_decimal rounded;

  if (!dz_decimal_divide(&rounded, value, (dz_decimal){1, 0}, 1)) rounded = value;
  dz_decimal_print(rounded, text);
  return dz_finding_text(c->list, "%s", text);
}

/* `sum` says what was reckoned: "21.6 ÷ 18.92". */
static dz_status add(checker *c, const dz_quantity *stated, const dz_quantity *first,
                     const char *sum, dz_decimal right, dz_error *error) {
  dz_span spans[2] = {{stated->span.start, stated->span.end}, first->span};
  bool before = first->span.start < stated->span.start;
  const char *quote = dz_finding_quote(c->list, c->report,
                                       before ? (dz_span){first->span.start, stated->span.end}
                                              : (dz_span){stated->span.start, first->span.end});
  const char *value = shown(c, right);
  dz_finding *finding;

  if (!quote || !value || !sum) return dz_fail_memory(error);
  finding = dz_finding_add(c->list, DZ_FIND_ARITHMETIC,
                           dz_finding_text(c->list, "“%s”：%s = %s%s，文中作%s%s", quote, sum,
                                           value, stated->unit, stated->value, stated->unit),
                           dz_finding_text(c->list, "\"%s\": %s = %s%s, the text says %s%s", quote,
                                           sum, value, stated->unit, stated->value, stated->unit),
                           spans, 2);
  if (!finding) return dz_fail_memory(error);
  finding->expected = dz_finding_text(c->list, "%s%s", value, stated->unit);
  return finding->expected ? DZ_OK : dz_fail_memory(error);
}

/* Does the word stand in the decoded text between two figures? */
static bool between(const checker *c, const dz_quantity *a, const dz_quantity *b,
                    const uint32_t *word) {
  const dz_text *text = &c->report->text;
  uint32_t start = (uint32_t)dz_text_fold_position(text, a->span.end);
  uint32_t end = (uint32_t)dz_text_fold_position(text, b->span.start);

  return start < end && dz_word_in(text->fold, (dz_span){start, end}, &word, 1);
}

/* Up to `most` code points of its clause before the figure, folded. */
static dz_span clause_before(const checker *c, const dz_quantity *q, uint32_t most) {
  const dz_text *text = &c->report->text;
  uint32_t at = (uint32_t)dz_text_fold_position(text, q->span.start), low = at;

  while (low > 0 && at - low < most && !dz_cp_in(text->fold[low - 1], U",;。\n")) low--;
  return (dz_span){low, at};
}

/* Does one of the words stand close before the figure, in its clause? */
static bool close_before(const checker *c, const dz_quantity *q, const uint32_t *const *words,
                         size_t count) {
  enum { NEAR = 12 };

  return dz_word_in(c->report->text.fold, clause_before(c, q, NEAR), words, count);
}

/* Is `b` called a plan (完成预算B的C%), and `a` not one of several that are told of? */
static bool is_plan(const checker *c, const dz_quantity *a, const dz_quantity *b) {
  static const uint32_t *const plans[] = {U"预算", U"计划", U"目标", U"任务", U"年初"},
                               *const each[] = {U"分别"};
  const dz_text *text = &c->report->text;
  size_t behind = dz_text_fold_position(text, b->span.end);

  if (behind >= text->fold_length || text->fold[behind] != U'的') return false;
  return close_before(c, b, plans, sizeof plans / sizeof *plans) && !close_before(c, a, each, 1) &&
         !between(c, a, b, U"和") && !between(c, a, b, U"分别");
}

/* A，完成预算B的C% */
static dz_status check_plan(checker *c, size_t i, dz_error *error) {
  const dz_quantity *a, *b, *share = &c->q[i];
  interval part, whole;
  dz_decimal right;

  if (share->comparison != DZ_CMP_PCT_TARGET || i < 2) return DZ_OK;
  a = &c->q[i - 2];
  b = &c->q[i - 1];
  if (!usable(a) || !usable(b) || !usable(share) || !same_unit(a, b) || !spread(a, &part) ||
      !spread_as(b, finer(a, b), &whole))
    return DZ_OK; /* a plan is a round figure, and exact */
  if (!is_plan(c, a, b)) return DZ_OK;
  if (share_holds(part, whole, share) || !percent(&right, a->number, b->number)) return DZ_OK;
  return add(c, share, a, dz_finding_text(c->list, "%s ÷ %s", a->value, b->value), right, error);
}

/* The level a rate of change belongs to: the last figure of the same indicator and unit that is no
 * change itself.
 */
static const dz_quantity *level_before(const checker *c, size_t i, const dz_quantity *change) {
  for (size_t back = 0; i-- > 0 && back < MAX_BACK; back++) {
    const dz_quantity *q = &c->q[i];
    if (!same_name(q, change)) continue;
    if (same_unit(q, change) && q->comparison != DZ_CMP_YOY_ABS && usable(q)) return q;
  }
  return NULL;
}

/* Does one of the words stand before the figure in its sentence, not far from it? */
static bool has_word(const checker *c, const dz_quantity *q, const uint32_t *const *words,
                     size_t count) {
  const dz_text *text = &c->report->text;
  uint32_t at = (uint32_t)dz_text_fold_position(text, q->span.start);
  uint32_t low = (uint32_t)dz_text_fold_position(text, c->sentence.start);

  if (low + MAX_CLAUSE < at) low = at - MAX_CLAUSE;
  return low < at && dz_word_in(text->fold, (dz_span){low, at}, words, count);
}

/* Growth reckoned at constant prices, while the amounts beside it are not:
 * 实际增长9.4%, and always that of an output. */
static bool at_constant_prices(const checker *c, const dz_quantity *q) {
  static const char *const names[] = {"生产总值",   "增加值",       "GDP",
                                      "农业总产值", "牧渔业总产值", "牧渔总产值"};
  static const uint32_t *const real[] = {U"实际增", U"实际下", U"实际提"};

  for (size_t i = 0; q->indicator && i < sizeof names / sizeof *names; i++)
    if (strstr(q->indicator, names[i])) return true;
  return has_word(c, q, real, sizeof real / sizeof *real);
}

/* 较2020年的B增加D: the figure is the one compared with, not the one reached. */
static bool is_base(const checker *c, const dz_quantity *q) {
  enum { NEAR = 16 };
  dz_span before = clause_before(c, q, NEAR);

  for (uint32_t i = before.start; i < before.end; i++)
    if (dz_cp_in(c->report->text.fold[i], U"较比从由")) return true;
  return false;
}

/* A，同比增收D，增长G% */
static dz_status check_growth(checker *c, size_t i, dz_error *error) {
  static const uint32_t *const other_base[] = {U"同口径", U"可比",   U"剔除",
                                               U"扣除",   U"不变价", U"年均"};
  const dz_quantity *rate = &c->q[i], *change = i ? &c->q[i - 1] : NULL, *level;
  interval part, now, base;
  dz_decimal before, right;
  bool down = rate->direction < 0;

  if (rate->comparison != DZ_CMP_YOY_PCT || !is_percent(rate) || !change ||
      change->comparison != DZ_CMP_YOY_ABS)
    return DZ_OK;
  if (!usable(rate) || !usable(change) || !same_name(rate, change) ||
      rate->direction != change->direction)
    return DZ_OK;
  if (between(c, change, rate, U";")) return DZ_OK; /* of something else */
  level = level_before(c, i - 1, change);
  if (!level || at_constant_prices(c, rate) || is_base(c, level)) return DZ_OK;
  if (has_word(c, rate, other_base, sizeof other_base / sizeof *other_base)) return DZ_OK;
  if (!spread(change, &part) || !spread(level, &now)) return DZ_OK;
  if (down ? !dz_decimal_add(&base.low, now.low, part.low) ||
                 !dz_decimal_add(&base.high, now.high, part.high) ||
                 !dz_decimal_add(&before, level->number, change->number)
           : !dz_decimal_subtract(&base.low, now.low, part.high) ||
                 !dz_decimal_subtract(&base.high, now.high, part.low) ||
                 !dz_decimal_subtract(&before, level->number, change->number))
    return DZ_OK;
  if (share_holds(part, base, rate) || !percent(&right, change->number, before)) return DZ_OK;
  return add(c, rate, level,
             dz_finding_text(c->list, "%s ÷ (%s %s %s)", change->value, level->value,
                             down ? "+" : "−", change->value),
             right, error);
}

/* A，比上年的B增长G% */
static dz_status check_last_year(checker *c, size_t i, dz_error *error) {
  static const uint32_t *const ago[] = {U"比上年", U"比去年", U"较上年", U"较去年"};
  const dz_quantity *rate = &c->q[i], *now, *then;
  const dz_text *text = &c->report->text;
  dz_span gap;
  interval a, b, part;
  dz_decimal change, right;

  if (rate->comparison != DZ_CMP_YOY_PCT || !is_percent(rate) || i < 2 || !rate->direction)
    return DZ_OK;
  now = &c->q[i - 2];
  then = &c->q[i - 1];
  if (!strcmp(then->unit, "位") || !strcmp(then->unit, "名")) return DZ_OK; /* 第9、较上年前进1位 */
  gap.start = (uint32_t)dz_text_fold_position(text, now->span.end);
  gap.end = (uint32_t)dz_text_fold_position(text, then->span.start);
  if (gap.start >= gap.end || !dz_word_in(text->fold, gap, ago, sizeof ago / sizeof *ago))
    return DZ_OK;
  if (!usable(rate) || !usable(now) || !usable(then) || !same_unit(now, then) ||
      then->comparison == DZ_CMP_YOY_ABS || at_constant_prices(c, rate))
    return DZ_OK;
  if (!spread(now, &a) || !spread(then, &b) || !dz_decimal_subtract(&part.low, a.low, b.high) ||
      !dz_decimal_subtract(&part.high, a.high, b.low) ||
      !dz_decimal_subtract(&change, now->number, then->number))
    return DZ_OK;
  if (rate->direction < 0) {
    dz_decimal low = part.low;
    part.low = (dz_decimal){-part.high.coefficient, part.high.scale};
    part.high = (dz_decimal){-low.coefficient, low.scale};
    change.coefficient = -change.coefficient;
  }
  if (share_holds(part, b, rate) || !percent(&right, change, then->number)) return DZ_OK;
  return add(c, rate, now,
             dz_finding_text(c->list, "(%s − %s) ÷ %s", now->value, then->value, then->value),
             right, error);
}

/* 新增D，达到B，增长G% */
static dz_status check_added(checker *c, size_t i, dz_error *error) {
  const dz_quantity *rate = &c->q[i], *added, *total;
  interval part, now, base;
  dz_decimal before, right;

  if (rate->comparison != DZ_CMP_YOY_PCT || !is_percent(rate) || i < 2 || rate->direction < 0)
    return DZ_OK;
  added = &c->q[i - 2];
  total = &c->q[i - 1];
  if (!added->indicator || strncmp(added->indicator, "新增", strlen("新增")) != 0) return DZ_OK;
  if (at_constant_prices(c, rate)) return DZ_OK;
  if (!usable(added) || !usable(total) || !usable(rate) || !same_unit(added, total) ||
      !same_name(added, total) || !same_name(total, rate) || total->comparison == DZ_CMP_YOY_ABS)
    return DZ_OK;
  if (!spread(added, &part) || !spread(total, &now) ||
      !dz_decimal_subtract(&base.low, now.low, part.high) ||
      !dz_decimal_subtract(&base.high, now.high, part.low) ||
      !dz_decimal_subtract(&before, total->number, added->number))
    return DZ_OK;
  if (share_holds(part, base, rate) || !percent(&right, added->number, before)) return DZ_OK;
  return add(c, rate, added,
             dz_finding_text(c->list, "%s ÷ (%s − %s)", added->value, total->value, added->value),
             right, error);
}

/* 共排查B件，成功调处A件，调处成功率G% */
static dz_status check_success(checker *c, size_t i, dz_error *error) {
  static const struct {
    const char *rate;
    const uint32_t *done;
  } rates[] = {
      {"成功率", U"成功"}, {"办结率", U"办结"}, {"整改率", U"整改"}, {"完成率", U"完成"},
      {"合格率", U"合格"}, {"化解率", U"化解"}, {"调处率", U"调处"}, {"处置率", U"处置"},
  };
  const dz_quantity *rate = &c->q[i], *whole, *part;
  interval a, b;
  dz_decimal right;
  bool fits = false;

  if (rate->comparison != DZ_CMP_SHARE || !is_percent(rate) || i < 2 || !rate->indicator)
    return DZ_OK;
  whole = &c->q[i - 2];
  part = &c->q[i - 1];
  for (size_t w = 0; w < sizeof rates / sizeof *rates;
       w++) /* 建议20件、提案30件，办结率100% are two wholes */
    fits = fits ||
           (strstr(rate->indicator, rates[w].rate) && between(c, whole, part, rates[w].done));
  if (!fits || !usable(whole) || !usable(part) || !usable(rate) || !same_unit(whole, part))
    return DZ_OK;
  if (between(c, whole, part, U"其中")) return DZ_OK; /* the rate is of the part's own plan */
  if (dz_decimal_compare(part->number, whole->number) > 0 || !spread(part, &a) ||
      !spread(whole, &b))
    return DZ_OK;
  if (share_holds(a, b, rate) || !percent(&right, part->number, whole->number)) return DZ_OK;
  return add(c, rate, whole, dz_finding_text(c->list, "%s ÷ %s", part->value, whole->value), right,
             error);
}

/* Does a figure as large stand before the whole in the sentence? 其中 may reach back to it. */
static bool larger_before(const checker *c, size_t whole, const dz_quantity *than) {
  for (size_t k = whole; k-- > 0 && whole - k <= MAX_WHOLES;)
    if (same_unit(&c->q[k], than) && dz_decimal_compare(c->q[k].number, than->number) >= 0)
      return true;
  return false;
}

/* Is what stands behind 其中 said of something else than a part? 其中甲成为首家，总数51家; 其中余额突破… */
static bool is_other_thing(const checker *c, const dz_quantity *whole, const dz_quantity *part) {
  static const uint32_t *const totals[] = {U"总", U"余额", U"累计", U"突破", U"超过"};
  static const uint32_t *const least[] = {U"过", U"超", U"破", U"标准", U"均"};
  const dz_text *text = &c->report->text;
  uint32_t at = (uint32_t)dz_text_fold_position(text, part->span.start);
  uint32_t low = (uint32_t)dz_text_fold_position(text, whole->span.end), behind;

  for (behind = low; behind + 1 < at && !dz_word_at(text->fold, behind, at, U"其中");) behind++;
  behind += 2;
  if (behind < at && text->fold[behind] == ',') behind++;
  for (uint32_t i = behind; i < at; i++)
    if (text->fold[i] == ',') return true;
  return close_before(c, part, totals, sizeof totals / sizeof *totals) ||
         close_before(c, whole, least, sizeof least / sizeof *least) || !strcmp(part->unit, "倍") ||
         !strcmp(part->unit, "元");
}

/* B件，其中A件: no part is larger than its whole. */
static dz_status check_part(checker *c, size_t i, dz_error *error) {
  const dz_quantity *part = &c->q[i], *whole = i ? &c->q[i - 1] : NULL;
  dz_finding *finding;
  dz_span spans[2];
  const char *quote;

  if (!whole || !usable(whole) || !usable(part) || !same_unit(whole, part) || is_percent(part))
    return DZ_OK;
  if (is_change(whole) || is_change(part)) return DZ_OK;
  if (whole->modifier != DZ_MOD_NONE || !between(c, whole, part, U"其中") ||
      between(c, whole, part, U";"))
    return DZ_OK;
  if (dz_decimal_compare(part->number, whole->number) <= 0) return DZ_OK;
  if (larger_before(c, i - 1, part) || is_other_thing(c, whole, part)) return DZ_OK;
  quote = dz_finding_quote(c->list, c->report, (dz_span){whole->span.start, part->span.end});
  spans[0] = part->span;
  spans[1] = whole->span;
  finding = quote ? dz_finding_add(
                        c->list, DZ_FIND_ARITHMETIC,
                        dz_finding_text(c->list, "“%s”：其中数%s%s大于总数%s%s", quote, part->value,
                                        part->unit, whole->value, whole->unit),
                        dz_finding_text(c->list,
                                        "\"%s\": the part %s%s is larger than the whole %s%s",
                                        quote, part->value, part->unit, whole->value, whole->unit),
                        spans, 2)
                  : NULL;
  if (!finding) return dz_fail_memory(error);
  finding->severity = DZ_WARNING; /* 其中 may reach back over more than one figure */
  return DZ_OK;
}

/* B，其中A1、A2，其他A3: parts that end with the rest make up the whole. */
static dz_status check_parts(checker *c, size_t i, dz_error *error) {
  static const uint32_t *const rest[] = {U"其他", U"其余", U"其它"};
  const dz_quantity *last = &c->q[i], *whole = NULL;
  const dz_text *text = &c->report->text;
  dz_decimal sum = last->number, gap, unit;
  const char *terms = last->value;
  size_t parts = 1;
  uint32_t start, end = (uint32_t)dz_text_fold_position(text, last->span.start);

  start = i ? (uint32_t)dz_text_fold_position(text, c->q[i - 1].span.end) : end;
  if (!i || !dz_word_in(text->fold, (dz_span){start, end}, rest, sizeof rest / sizeof *rest))
    return DZ_OK;
  for (size_t k = i; k-- > 0 && !whole && parts < MAX_PARTS; parts++) {
    if (!usable(&c->q[k]) || !same_unit(&c->q[k], last) || c->q[k].modifier != DZ_MOD_NONE)
      return DZ_OK;
    if (!dz_decimal_add(&sum, sum, c->q[k].number)) return DZ_OK;
    terms = dz_finding_text(c->list, "%s + %s", c->q[k].value, terms);
    if (!terms) return dz_fail_memory(error);
    if (k && between(c, &c->q[k - 1], &c->q[k], U"其中")) {
      whole = &c->q[k - 1];
      if (larger_before(c, k - 1, whole)) return DZ_OK; /* 37件…有31件完成，其中…其余5件 */
    }
  }
  if (!whole || !usable(last) || last->modifier != DZ_MOD_NONE || !usable(whole) ||
      !same_unit(whole, last) || whole->modifier != DZ_MOD_NONE ||
      !dz_decimal_subtract(&gap, sum, whole->number))
    return DZ_OK;
  if (gap.coefficient < 0) gap.coefficient = -gap.coefficient;
  unit = half_unit(last);
  if (!dz_decimal_multiply(&unit, unit, (dz_decimal){(int64_t)parts + 1, 0})) return DZ_OK;
  if (!gap.coefficient || (printed_scale(last->value) && dz_decimal_compare(gap, unit) <= 0))
    return DZ_OK;
  return add(c, whole, last, terms, sum, error);
}

/* 由A提高到B，提高C个百分点 */
static dz_status check_difference(checker *c, size_t i, dz_error *error) {
  static const uint32_t *const other[] = {U"年均", U"高出", U"高于", U"低于", U"累计"};
  const dz_quantity *change = &c->q[i], *to, *from;
  dz_decimal right, stated, gap, unit;
  bool points;

  if (i < 2 || change->comparison != DZ_CMP_YOY_ABS) return DZ_OK;
  to = &c->q[i - 1];
  from = &c->q[i - 2];
  points = is_percent(to) && strstr(change->unit, "百分点");
  if (to->comparison != DZ_CMP_FROM_TO || strcmp(to->unit, from->unit) != 0 ||
      (!points && !same_unit(to, change)))
    return DZ_OK;
  if (!usable(change) || !usable(to) || !usable(from) || !same_name(change, to)) return DZ_OK;
  if (!between(c, from, to, U"到") && !between(c, from, to, U"至")) return DZ_OK;
  if (between(c, from, to, U"分别") || between(c, from, to, U";"))
    return DZ_OK; /* several rows side by side */
  if (close_before(c, change, other, sizeof other / sizeof *other)) return DZ_OK;
  if (!dz_decimal_subtract(&right, to->number, from->number)) return DZ_OK;
  if (right.coefficient < 0) right.coefficient = -right.coefficient;
  stated = change->number;
  unit = half_unit(change);
  if (!dz_decimal_subtract(&gap, right, stated) || !dz_decimal_add(&unit, unit, unit)) return DZ_OK;
  if (gap.coefficient < 0) gap.coefficient = -gap.coefficient;
  if (dz_decimal_compare(gap, unit) <= 0 || (points && dz_decimal_compare(gap, SLACK) <= 0))
    return DZ_OK;
  return add(c, change, from, dz_finding_text(c->list, "%s − %s", to->value, from->value), right,
             error);
}

static dz_status check_sentence(checker *c, dz_error *error) {
  dz_status status = DZ_OK;

  for (size_t i = 0; i < c->count && !status; i++) {
    status = check_plan(c, i, error);
    if (!status) status = check_growth(c, i, error);
    if (!status) status = check_added(c, i, error);
    if (!status) status = check_last_year(c, i, error);
    if (!status) status = check_success(c, i, error);
    if (!status) status = check_part(c, i, error);
    if (!status) status = check_parts(c, i, error);
    if (!status) status = check_difference(c, i, error);
  }
  return status;
}

dz_status dz_review_arithmetic(const dz_report *report, const dz_knowledge *knowledge,
                               dz_finding_list *list, dz_error *error) {
  size_t next = 0;
  dz_status status = DZ_OK;

  (void)knowledge;
  for (size_t s = 0; s < report->sentence_count && !status; s++) {
    checker c = {.report = report, .list = list, .sentence = report->sentences[s].span};
    while (next < report->quantity_count && report->quantities[next].span.start < c.sentence.start)
      next++;
    c.q = report->quantities + next;
    for (; next < report->quantity_count && report->quantities[next].span.start < c.sentence.end;
         next++)
      c.count++;
    status = check_sentence(&c, error);
  }
  return status;
}
