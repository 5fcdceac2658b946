/* renewal.c - the later report's own promise on the same thing */
#include <string.h>

#include "base/decimal.h"
#include "base/error.h"
#include "magnitude.h"
#include "outcome.h"

#define ACCEPT 0.50     /* as for outcomes; a renewal may be looser in its words */
#define MIN_WEIGHT 9.0
#define FIGURE_BONUS 0.10
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

/* The commitment of a statement that fits best: same unit, most of the words. */
static int32_t choose(const dz_topics *topics, const dz_query *query, const dz_commitment *a, size_t later,
                      const dz_statement *statement, bool *figure) {
  const dz_report *report = topics->reports[later].report;
  dz_span span = dz_fold_to_span(&report->text, statement->fold);
  double best = -1;
  int32_t chosen = -1;

  *figure = false;
  for (size_t i = commitment_at(report, span.start); i < report->commitment_count; i++) {
    const dz_commitment *b = &report->commitments[i];
    double weight;
    bool agrees;
    if (b->span.start >= span.end) break;
    agrees = a->quantity >= 0 && b->quantity >= 0 && dz_units_agree(a->unit, b->unit);
    weight = dz_commitment_weight(topics, query, later, i) + (agrees ? 5 : 0);
    if (weight <= best) continue;
    best = weight;
    chosen = (int32_t)i;
    *figure = agrees;
  }
  return chosen;
}

dz_status dz_renewal_find(dz_renewal *out, const dz_topics *topics, const dz_query *query, size_t earlier,
                          size_t commitment, size_t later, dz_error *error) {
  const dz_report *first = topics->reports[earlier].report, *second = topics->reports[later].report;
  const dz_commitment *a = &first->commitments[commitment];
  dz_hit hits[DZ_HITS_MAX];
  size_t count;
  double best = ACCEPT;
  dz_status status = dz_topics_search(hits, &count, topics, query, later, 1u << DZ_PART_PLAN, error);

  *out = (dz_renewal){.report = -1, .commitment = -1};
  for (size_t i = 0; i < count && !status; i++) {
    const dz_statement *statement = dz_array_at(&topics->reports[later].statements, hits[i].statement);
    bool figure;
    int32_t chosen = choose(topics, query, a, later, statement, &figure);
    double rank = hits[i].score + (figure ? FIGURE_BONUS : 0);
    if (chosen < 0 || hits[i].weight < MIN_WEIGHT || rank < best) continue;
    best = rank;
    *out = (dz_renewal){.report = (int32_t)later,
                        .commitment = chosen,
                        .change = change_of(first, a, second, &second->commitments[chosen], &hits[i])};
  }
  return status;
}
