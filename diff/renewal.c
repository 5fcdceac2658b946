/* renewal.c - the later report's own promise on the same thing */
#include <string.h>

#include "base/decimal.h"
#include "base/error.h"
#include "magnitude.h"
#include "outcome.h"

#define ACCEPT 0.56     /* as for outcomes; a renewal may be looser in its words */
#define FIGURE_BONUS 0.10
#define FIGURE_LACK 0.15
#define NAMED 0.70
#define UNNAMED_LACK 0.30
#define KIN_LACK 0.10
#define TIE 0.10        /* among the commitments of one clause the one with most of the words */
#define SAME_WORDS 0.85 /* share of the words from which on a promise is said again rather than reworded */

/* How hard a modifier binds. */
static int hardness(dz_modifier modifier) {
  switch (modifier) {
    case DZ_MOD_AT_LEAST: return 3;
    case DZ_MOD_AT_MOST: return 3;
    case DZ_MOD_NONE: return 2;
    case DZ_MOD_NEAR: return 2;
    case DZ_MOD_ABOUT: return 1;
    default: return 1;
  }
}

static dz_renewal_change change_of_number(const dz_report *first, const dz_commitment *a, const dz_report *second,
                                          const dz_commitment *b) {
  dz_decimal difference, size, zero = {0, 0};
  int order = 0;

  if (dz_magnitude_difference(&difference, &size, &second->quantities[b->quantity], &first->quantities[a->quantity]))
    order = dz_decimal_compare(difference, zero);
  if (order) return order > 0 ? DZ_RENEWAL_RAISED : DZ_RENEWAL_LOWERED;
  if (hardness(a->modifier) != hardness(b->modifier))
    return hardness(b->modifier) > hardness(a->modifier) ? DZ_RENEWAL_HARDENED : DZ_RENEWAL_SOFTENED;
  return DZ_RENEWAL_SAME;
}

static dz_renewal_change change_of(const dz_report *first, const dz_commitment *a, const dz_report *second,
                                   const dz_commitment *b, const dz_hit *hit) {
  if (a->quantity >= 0 && b->quantity >= 0 && dz_units_agree(a->unit, b->unit))
    return change_of_number(first, a, second, b);
  if (a->quantity >= 0 && b->quantity < 0) return DZ_RENEWAL_SOFTENED;
  if (a->stage >= 4 && b->stage > a->stage) return DZ_RENEWAL_HARDENED;
  if (a->stage >= 4 && a->stage != 5 && b->stage == a->stage) return DZ_RENEWAL_POSTPONED;
  return hit->score >= SAME_WORDS ? DZ_RENEWAL_SAME : DZ_RENEWAL_REWORDED;
}

/* First commitment of the report that starts at or behind a position. */
static size_t commitment_at(const dz_report *report, uint32_t position) {
  size_t low = 0, high = report->commitment_count;

  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (report->commitments[middle].span.start < position)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

typedef struct candidate {
  int32_t commitment;
  double rank;
  bool kin; /* another indicator of the same group */
} candidate;

/* How well one commitment of the later report says the same again. */
static candidate weigh(const dz_topics *topics, const dz_query *query, const dz_commitment *a, size_t later,
                       size_t commitment, const dz_hit *hit) {
  const dz_commitment *b = &topics->reports[later].report->commitments[commitment];
  bool agrees = a->quantity >= 0 && b->quantity >= 0 && dz_units_agree(a->unit, b->unit);
  double share = query->total > 0 ? dz_commitment_weight(topics, query, later, commitment) / query->total : 0;
  candidate c = {(int32_t)commitment, hit->score + TIE * share + (agrees ? FIGURE_BONUS : 0), false};
  int32_t indicator;

  if (a->quantity >= 0 && !agrees) c.rank -= FIGURE_LACK;
  if (query->indicator < 0) return c;
  indicator = dz_commitment_indicator(topics, later, commitment);
  c.kin = indicator != query->indicator && dz_indicators_kin(topics->tracking, indicator, query->indicator);
  if (dz_is_plain_target(query, a) && (a->quantity < 0 || b->kind == DZ_KIND_TARGET)) {
    if ((indicator == query->indicator || c.kin) && c.rank < NAMED) c.rank = NAMED + TIE * share;
    if (indicator != query->indicator) c.rank -= c.kin ? KIN_LACK : UNNAMED_LACK;
  }
  return c;
}

/* A figure to be reached in several years is not said again by one of a year. */
static bool has_other_horizon(const dz_report *first, const dz_commitment *a, const dz_report *second,
                              const dz_commitment *b) {
  int32_t far_a = (int32_t)(a->deadline / 10000) - first->year, far_b = (int32_t)(b->deadline / 10000) - second->year;

  if (a->quantity < 0 || b->quantity < 0 || !a->deadline || !b->deadline || !first->year || !second->year) return false;
  return (far_a > 0) != (far_b > 0) && a->deadline != b->deadline;
}

dz_status dz_renewal_find(dz_renewal *out, const dz_topics *topics, const dz_query *query, size_t earlier,
                          size_t commitment, size_t later, dz_error *error) {
  const dz_report *first = topics->reports[earlier].report, *second = topics->reports[later].report;
  const dz_commitment *a = &first->commitments[commitment];
  dz_hit hits[DZ_HITS_MAX];
  size_t count;
  double best = ACCEPT;
  unsigned parts = topics->reports[later].work_report ? 1u << DZ_PART_PLAN : ~0u; /* officials promise anywhere */
  dz_status status = dz_topics_search(hits, &count, topics, query, later, parts, error);

  *out = (dz_renewal){.report = -1, .commitment = -1};
  for (size_t i = 0; i < count && !status; i++) {
    const dz_statement *statement = dz_array_at(&topics->reports[later].statements, hits[i].statement);
    dz_span span = dz_fold_to_span(&second->text, statement->fold);
    if (!dz_hit_names(&hits[i])) continue;
    for (size_t k = commitment_at(second, span.start); k < second->commitment_count; k++) {
      candidate c;
      if (second->commitments[k].span.start >= span.end) break;
      if (has_other_horizon(first, a, second, &second->commitments[k])) continue;
      c = weigh(topics, query, a, later, k, &hits[i]);
      if (c.rank < best) continue;
      best = c.rank;
      out->report = (int32_t)later;
      out->commitment = c.commitment;
      out->change = c.kin ? DZ_RENEWAL_REWORDED : change_of(first, a, second, &second->commitments[k], &hits[i]);
    }
  }
  return status;
}
