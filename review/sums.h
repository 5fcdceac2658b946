/* sums.h - the figures of one sentence, and how exactly printed figures are known
 *
 * Figures are printed rounded, so each stands for the interval of half a unit of its last digit on
 * either side. 万 and 亿 in front of a unit belong to the value, so that 2.3万元 and 6000元 can be
 * added up; 户 and 家 are never converted into each other. */
#ifndef DZ_REVIEW_SUMS_H
#define DZ_REVIEW_SUMS_H

#include "base/decimal.h"
#include "finding.h"
#include "knowledge/review_words.h"
#include "knowledge/unit.h"

typedef struct dz_sums {
  const dz_report *report;
  const dz_review_words *words;
  const dz_units *units;
  dz_finding_list *list;
  const dz_quantity *q; /* figures of the sentence */
  size_t count;
  dz_span sentence; /* in the decoded text */
} dz_sums;

typedef struct dz_interval {
  dz_decimal low, high;
} dz_interval;

/* A figure without the scale words of its unit. */
typedef struct dz_amount {
  dz_decimal value;  /* never negative: directions are told by the words */
  dz_interval range; /* what it can stand for: a count printed in full is exact */
  int32_t power;     /* 万 is 4, 亿 is 8 */
  const char *unit;  /* without scale words */
} dz_amount;

/* false: masked, a range, said to be about so much, or too large to be reckoned with. */
bool dz_amount_read(const dz_sums *s, dz_amount *out, const dz_quantity *q);
/* The same, taken to be exact to half a unit of the last digit of `finer`. */
bool dz_amount_read_as(const dz_sums *s, dz_amount *out, const dz_quantity *q,
                       const dz_quantity *finer);

bool dz_sum_is_percent(const dz_quantity *q);
/* A rate of growth or a difference, no amount: 增长1.7倍, 增加3亿元 */
bool dz_sum_is_change(const dz_quantity *q);
/* Counted in one unit, scale words aside. false for shares and figures without unit. */
bool dz_sum_same_unit(const dz_sums *s, const dz_quantity *a, const dz_quantity *b);

/* part / whole in points. false: it cannot be told. */
bool dz_sum_percent(dz_decimal *out, dz_decimal part, dz_decimal whole);
/* Is the share printed in `stated` one of part / whole? true also when it cannot be told. */
bool dz_sum_share_holds(const dz_interval *part, const dz_interval *whole,
                        const dz_quantity *stated);
/* Does `value` differ from `stated` by more than both figures explain? */
bool dz_sum_differs(dz_decimal value, dz_decimal stated, dz_decimal slack);

/* The folded text between two figures; empty when they touch. */
dz_span dz_sum_gap(const dz_sums *s, const dz_quantity *a, const dz_quantity *b);
bool dz_sum_between(const dz_sums *s, const dz_quantity *a, const dz_quantity *b,
                    dz_word_set_id set);
/* Does the mark stand between the two figures? */
bool dz_sum_mark_between(const dz_sums *s, const dz_quantity *a, const dz_quantity *b,
                         uint32_t mark);
/* Up to `most` code points of its clause before the figure, folded. */
dz_span dz_sum_clause_before(const dz_sums *s, const dz_quantity *q, uint32_t most);
/* Does a word of the set stand in the clause, close before the figure? */
bool dz_sum_close_before(const dz_sums *s, const dz_quantity *q, dz_word_set_id set);
/* The same in its sentence, not far from it. */
bool dz_sum_has_word(const dz_sums *s, const dz_quantity *q, dz_word_set_id set);

/* The value in the scale of `as`, rounded to one place more than it is printed with; NULL when
 * memory ran out. */
const char *dz_sum_shown(const dz_sums *s, dz_decimal value, const dz_quantity *as);

/* `sum` says what was reckoned ("21.6 ÷ 18.92"), `right` is its result, in the scale of `stated`
 * without scale words. One finding over `first` and `stated`. */
DZ_MUST_CHECK dz_status dz_sum_add(const dz_sums *s, const dz_quantity *stated,
                                   const dz_quantity *first, const char *sum, dz_decimal right,
                                   dz_severity severity, dz_error *error);

/* ratio.c: shares, growth and differences of figure i to those before it. */
DZ_MUST_CHECK dz_status dz_review_ratio(const dz_sums *s, size_t i, dz_error *error);
/* whole.c: parts that figure i makes up with its neighbours, and their whole. */
DZ_MUST_CHECK dz_status dz_review_whole(const dz_sums *s, size_t i, dz_error *error);

#endif
