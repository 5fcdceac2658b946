/* outcome.h - what became of a commitment in one later report, and what that
 * report promises anew. docs/track.md lists the rules by their ids. */
#ifndef DZ_DIFF_TRACK_OUTCOME_H
#define DZ_DIFF_TRACK_OUTCOME_H

#include <duizhao/ledger.h>

#include "base/arena.h"
#include "describe.h"
#include "topic.h"

/* Looks in `later` for the place that reports on the commitment and judges it.
 * Evidence is put into the arena. */
DZ_MUST_CHECK dz_status dz_outcome_find(dz_outcome *out, const dz_topics *topics,
                                        const dz_query *query, size_t earlier, size_t commitment,
                                        size_t later, dz_arena *arena, dz_error *error);

/* Sets the places that tell, the figure that answers (-1: none), and the report they are of. */
DZ_MUST_CHECK dz_status dz_outcome_place(dz_outcome *out, const dz_topics *topics, size_t later,
                                         const dz_statement *statement, const dz_statement *second,
                                         int32_t figure, dz_arena *arena, dz_error *error);

/* Looks in the plans of `later` for the same commitment; out->report is -1 if
 * there is none. */
DZ_MUST_CHECK dz_status dz_renewal_find(dz_renewal *out, const dz_topics *topics,
                                        const dz_query *query, size_t earlier, size_t commitment,
                                        size_t later, dz_error *error);

/* judge.c: the verdict of one statement. The figure is an index into the
 * later report's quantities, or -1. */
typedef struct dz_verdict {
  dz_outcome_status status;
  const char *rule;
  const char *caution;
  const dz_statement *second; /* where the other side of a comparison stands, or NULL */
} dz_verdict;

dz_verdict dz_judge(const dz_topics *topics, const dz_query *query, size_t earlier,
                    const dz_commitment *commitment, size_t later, const dz_hit *hit,
                    int32_t figure);

/* What a figure says of one that was promised. */
dz_verdict dz_judge_figure(const dz_topics *topics, const dz_query *query, size_t earlier,
                           const dz_commitment *commitment, const dz_quantity *promised,
                           const dz_quantity *told);

/* answer.c: how a statement answers a commitment. */
typedef struct dz_answer {
  int32_t
      /* index into the later report's quantities: the figure that answers the target, or -1 */
      figure;
  bool indicator; /* the statement names the commitment's indicator */
  size_t qualified; /* characters in front of the indicator that narrow it down: 高新区规上工业 */
  bool pace;        /* the statement says itself that one keeps pace with the other */
  bool other_kind;   /* growth was promised and the indicator's amount is told, or the like */
  bool promised;     /* the commitment sets a figure; 甲、乙等5家 only counts what it lists */
  bool last_year;    /* a review of several years, but the figure tells the level of the last one */
  bool flow;         /* the commitment counts what comes about within a year: growth, 新增 */
  bool several;      /* the figure's own words say that it is of several years */
  bool fresh;        /* they say that it is of what is new: no level */
  bool exact;        /* the names of both are the same, both ways */
  dz_reason open;    /* why the figure may be of another thing; DZ_REASON_NONE: nothing says so */
  dz_reason refused; /* why the nearest figure was passed over; DZ_REASON_NONE: none was */
} dz_answer;

dz_answer dz_answer_of(const dz_topics *topics, const dz_query *query, size_t earlier,
                       const dz_commitment *commitment, size_t later,
                       const dz_statement *statement);

/* The statement of the review that tells the growth of an indicator in the
 * year, and its figure; NULL if there is none. Bounded by DZ_NAMED_MAX. */
const dz_statement *dz_growth_of(const dz_topics *topics, size_t report, int32_t indicator,
                                 int32_t *figure);

/* Whether the statement tells the growth of an indicator by its parts, in several figures. */
bool dz_tells_parts(const dz_topics *topics, size_t report, const dz_statement *statement,
                    int32_t indicator);

/* Whether a figure in per cent of the statement belongs to the indicator or to
 * one of its group. */
bool dz_is_growth_of(const dz_topics *topics, size_t report, const dz_statement *statement,
                     size_t quantity, int32_t indicator);

/* designator.c: whether two folded ranges name one of several each (一期, 北段, 3号线, 第二批), and never
 * the same one. */
bool dz_designators_differ(const dz_text *a, dz_span fold_a, const dz_text *b, dz_span fold_b);

/* designator.c: whether a folded range names a phase behind the first: 二期. */
bool dz_names_later_phase(const dz_text *text, dz_span fold);

/* collective.c: the statement of the later review that tells the whole list done in which the
 * commitment stands
 * (民生实事全面完成); NULL if it stands in none, or none is told of. Bounded by DZ_NAMED_MAX. */
const dz_statement *dz_whole_told(const dz_topics *topics, size_t earlier,
                                  const dz_commitment *commitment, size_t later);

/* caution.c: the word that tells that the figure rests on another basis than
 * the promise, in the arena; NULL: none. */
DZ_MUST_CHECK dz_status dz_caution_find(const char **out, const dz_topics *topics,
                                        const dz_query *query, size_t earlier, size_t later,
                                        const dz_statement *statement, int32_t figure,
                                        dz_arena *arena, dz_error *error);

/* The first statement of a part (a review: of the year) that names another indicator of the same
 * group, which is *kin (登记 for 调查失业率); NULL: none. Bounded by DZ_NAMED_MAX for each of the
 * group. */
const dz_statement *dz_kin_statement(const dz_topics *topics, size_t report, dz_function function,
                                     int32_t indicator, int32_t *kin);

#endif
