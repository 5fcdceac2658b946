/* renewal.c - the later report's own promise on the same thing */
#include <string.h>

#include "base/decimal.h"
#include "base/error.h"
#include "diff/years.h"
#include "knowledge/commitment_cues.h"
#include "knowledge/knowledge.h"
#include "knowledge/ladder.h"
#include "magnitude.h"
#include "matter.h"
#include "outcome.h"
#include "renewal_change.h"
#include "text/phrase.h"
#include "text/spans.h"

#define ACCEPT 0.56 /* as for outcomes; a renewal may be looser in its words */
#define FIGURE_BONUS 0.10
#define FIGURE_LACK 0.15
#define NAMED 0.70
#define UNNAMED_LACK 0.30
#define KIN_LACK 0.10
#define TIE 0.10 /* among the commitments of one clause the one with most of the words */
#define BOTH_WAYS                                                                                  \
  0.90 /* shares of the words found in either direction, added; below, they only share a word */
#define ALIKE 0.40     /* so much of either name is in the other one */
#define BOTH_SURE 1.20 /* from here on the first word of the thing may differ */
#define OTHER_SIZE 5.0 /* times as much, or as little */

enum { FIRST_WORD = 2 }; /* characters */

/* First commitment of the report that starts at or behind a position. */
static size_t commitment_at(const dz_report *report, uint32_t position) {
  return dz_spans_from(report->commitments, report->commitment_count, sizeof *report->commitments,
                       position);
}

typedef struct candidate {
  int32_t commitment;
  double rank;
  bool kin; /* another indicator of the same group */
} candidate;

/* How well one commitment of the later report says the same again. */
static candidate weigh(const dz_topics *topics, const dz_query *query, const dz_commitment *a,
                       size_t later, size_t commitment, const dz_hit *hit) {
  const dz_commitment *b = &topics->reports[later].report->commitments[commitment];
  bool agrees = a->quantity >= 0 && b->quantity >= 0 && dz_units_agree(a->unit, b->unit);
  double share = query->total > 0
                     ? dz_commitment_weight(topics, query, later, commitment) / query->total
                     : 0;
  candidate c = {(int32_t)commitment, hit->score + TIE * share + (agrees ? FIGURE_BONUS : 0),
                 false};
  int32_t indicator;

  if (a->quantity >= 0 && !agrees) c.rank -= FIGURE_LACK;
  if (query->indicator < 0) return c;
  indicator = dz_commitment_indicator(topics, later, commitment);
  c.kin = indicator != query->indicator &&
          dz_indicators_kin(topics->knowledge, indicator, query->indicator);
  if (a->quantity < 0 && a->kind != DZ_KIND_TARGET && a->sort != DZ_SORT_RESTRAINT) return c;
  if (dz_is_plain_target(query, a) && (a->quantity < 0 || b->kind == DZ_KIND_TARGET)) {
    if ((indicator == query->indicator || c.kin) && c.rank < NAMED) c.rank = NAMED + TIE * share;
    if (indicator != query->indicator) c.rank -= c.kin ? KIN_LACK : UNNAMED_LACK;
  }
  return c;
}

/* Whether the first word of what was promised stands in the new promise:
 * 水质监测预警 is not 雪情监测预警; 省 of 省重点项目 is no word. */
static bool has_first_word(const dz_report *first, const dz_commitment *a, const dz_report *second,
                           const dz_commitment *b) {
  size_t start = dz_text_fold_position(&first->text, a->object.start);
  size_t end = dz_text_fold_position(&second->text, b->span.end);

  if (a->object.end < a->object.start + FIRST_WORD + 1) return true;
  if (dz_cp_in(first->text.fold[start], U"省市县区全")) start++;
  for (size_t i = dz_text_fold_position(&second->text, b->span.start); i + 1 < end; i++)
    if (!memcmp(first->text.fold + start, second->text.fold + i, 2 * sizeof *first->text.fold))
      return true;
  return false;
}

/* Figures of quite another size belong to other things. */
static bool is_other_size(const dz_report *first, const dz_commitment *a, const dz_report *second,
                          const dz_commitment *b) {
  dz_decimal difference, size;
  double ratio;

  if (a->quantity < 0 || b->quantity < 0 || !dz_units_agree(a->unit, b->unit)) return false;
  if (!dz_magnitude_difference(&difference, &size, &second->quantities[b->quantity],
                               &first->quantities[a->quantity]))
    return false;
  if (dz_decimal_double(size) <= 0) return false;
  ratio = 1 + dz_decimal_double(difference) / dz_decimal_double(size);
  return ratio > OTHER_SIZE || ratio < 1 / OTHER_SIZE;
}

/* 不再发行特别国债 promises the contrary of 发行特别国债. */
static bool ends_it(const dz_knowledge *knowledge, const dz_text *text, dz_span fold) {
  return dz_attribute_in(knowledge, text, fold, DZ_ATTRIBUTE_ENDING);
}

/* Whether two promises that no indicator joins are about the same thing, not
 * only about things that share a word. */
static bool is_same_matter(const dz_topics *topics, const dz_query *query, size_t earlier,
                           const dz_commitment *a, size_t later, size_t commitment,
                           const dz_hit *hit) {
  const dz_report *first = topics->reports[earlier].report;
  const dz_report *second = topics->reports[later].report;
  const dz_commitment *b = &second->commitments[commitment];
  double shares;

  if (a->quantity < 0 && b->quantity < 0 && a->polarity != b->polarity) return false;
  if (ends_it(topics->knowledge, &second->text, dz_span_to_fold(&second->text, b->span)) &&
      !ends_it(topics->knowledge, &first->text, dz_span_to_fold(&first->text, a->span)))
    return false;
  if (dz_designators_differ(&first->text, dz_span_to_fold(&first->text, a->span), &second->text,
                            dz_span_to_fold(&second->text, b->span)))
    return false;
  if (query->indicator >= 0 && dz_is_plain_target(query, a)) {
    if (a->quantity < 0 && b->kind == DZ_KIND_TARGET) return true; /* 国际收支|基本平衡 */
    if (b->quantity >= 0 || b->kind == DZ_KIND_TARGET)
      return dz_renews_indicator(&(dz_promised_again){topics, query, earlier, later, a, b, hit});
    return dz_matter_alike(topics, earlier, a, later, b, query->indicator) >= ALIKE;
  }
  if (is_other_size(first, a, second, b)) return false;
  shares = hit->score +
           dz_promised_asked(&(dz_promised_again){topics, query, earlier, later, a, b, hit});
  if (shares < BOTH_SURE && query->members < 2 && !has_first_word(first, a, second, b))
    return false;
  if (shares < BOTH_WAYS) return false;
  return dz_matter_alike(topics, earlier, a, later, b, query->indicator) >= ALIKE;
}

/* A figure to be reached in several years is not said again by one of a year. */
static bool has_other_horizon(const dz_report *first, const dz_commitment *a,
                              const dz_report *second, const dz_commitment *b) {
  if (b->quantity < 0 || !a->deadline || !b->deadline || !first->year || !second->year)
    return false;
  return dz_due_after(a, dz_year_planned(first)) != dz_due_after(b, dz_year_planned(second)) &&
         a->deadline != b->deadline;
}

/* The indicator is gone from the plan and another of its group has come. */
static void renew_by_kin(dz_renewal *out, const dz_topics *topics, const dz_query *query,
                         size_t later) {
  const dz_report *second = topics->reports[later].report;
  int32_t kin;
  const dz_statement *statement = dz_kin_statement(topics, later, DZ_FUNCTION_PLAN,
                                                   query->indicator, &kin);
  dz_span span;

  if (!statement) return;
  span = dz_fold_to_span(&second->text, statement->fold);
  for (size_t k = commitment_at(second, span.start); k < second->commitment_count; k++) {
    if (second->commitments[k].span.start >= span.end) return;
    if (dz_commitment_indicator(topics, later, k) != kin ||
        second->commitments[k].kind != DZ_KIND_TARGET)
      continue;
    *out = (dz_renewal){
        .report = (int32_t)later, .commitment = (int32_t)k, .change = DZ_RENEWAL_REWORDED};
    return;
  }
}

dz_status dz_renewal_find(dz_renewal *out, const dz_topics *topics, const dz_query *query,
                          size_t earlier, size_t commitment, size_t later, dz_error *error) {
  const dz_report *first = topics->reports[earlier].report, *second = topics->reports[later].report;
  const dz_commitment *a = &first->commitments[commitment];
  dz_hit hits[DZ_HITS_MAX];
  size_t count;
  double best = ACCEPT;
  unsigned functions = topics->reports[later].report->work_report
                           ? 1u << DZ_FUNCTION_PLAN
                           : ~0u; /* officials promise anywhere */
  dz_status status = dz_topics_search(hits, &count, topics, query, later, functions, error);

  *out = (dz_renewal){.report = -1, .commitment = -1};
  if (status) return status;
  for (size_t i = 0; i < count && !status; i++) {
    const dz_statement *statement = dz_array_at(&topics->reports[later].statements,
                                                hits[i].statement);
    dz_span span = dz_fold_to_span(&second->text, statement->fold);
    if (!dz_hit_names(&hits[i])) continue;
    for (size_t k = commitment_at(second, span.start); k < second->commitment_count; k++) {
      candidate c;
      if (second->commitments[k].span.start >= span.end) break;
      if (has_other_horizon(first, a, second, &second->commitments[k])) continue;
      c = weigh(topics, query, a, later, k, &hits[i]);
      if (c.rank < best || !is_same_matter(topics, query, earlier, a, later, k, &hits[i])) continue;
      best = c.rank;
      out->report = (int32_t)later;
      out->commitment = c.commitment;
      out->change = DZ_RENEWAL_REWORDED;
      out->ceiling = false;
      if (!c.kin)
        dz_renewal_compare(out, &(dz_promised_again){topics, query, earlier, later, a,
                                                     &second->commitments[k], &hits[i]});
    }
  }
  if (out->report < 0 && a->quantity >= 0 && dz_is_plain_target(query, a))
    renew_by_kin(out, topics, query, later);
  return status;
}
