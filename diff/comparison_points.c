/* comparison_points.c - the key points of a comparison: which statements matter to
 * whoever compares two years of an office, two offices, or many reports */
#include <string.h>

#include "diff/track/describe.h"
#include "job.h"
#include "normalize/points.h"
#include "office.h"

/* Thresholds. Reports of different offices share up to a seventh of their text in set phrases
 * alone, so a pair is worth a sentence only where wording of its own is among it, and from a
 * twentieth on; of several pairs those that share half as much as the closest one or more. The
 * years of one office always share something, which is worth a sentence from a tenth on. */
#define PAIR_LEAST 0.05
#define PAIR_BESIDE 0.5
#define OWN_LEAST 0.10
enum { PAIRS_MOST = 3 };

typedef struct making {
  const dz_job *job;
  const dz_comparison *c;
  dz_points points;
} making;

/* ---- commitments ---- */

typedef enum fate { LOWERED, RAISED, OTHERWISE, UNFOUND, KEPT, FULFILLED, FATES } fate;

static fate fate_of(dz_commitment_change change) {
  switch (change) {
  case DZ_CC_RAISED: return RAISED;
  case DZ_CC_LOWERED: return LOWERED;
  case DZ_CC_DROPPED: return UNFOUND;
  case DZ_CC_KEPT: return KEPT;
  case DZ_CC_FULFILLED: return FULFILLED;
  default: return OTHERWISE;
  }
}

typedef enum choice { MAIN_TARGETS, WITH_FIGURE, EVERY } choice;

static bool chosen(const making *m, const dz_commitment_link *link, choice which) {
  const dz_report *report = m->c->reports[link->earlier_report];
  const dz_commitment *commitment;

  if (link->earlier < 0) return false;
  commitment = &report->commitments[link->earlier];
  if (which == EVERY) return true;
  if (commitment->quantity < 0) return false;
  return which == WITH_FIGURE || dz_is_main_target(m->job->knowledge, report, commitment);
}

/* The links [first, end) of one pair of reports, counted by what became of the earlier one. */
static bool link_point(making *m, size_t first, size_t end, choice which, dz_point_rule rule) {
  const dz_commitment_link *links = m->c->commitments;
  size_t count[FATES] = {0}, total = 0, testable = 0;
  dz_point *point = dz_points_add(&m->points, rule, DZ_POINT_OF_COMMITMENTS);

  if (!point) return true;
  point->report = (int32_t)links[first].earlier_report;
  point->other = (int32_t)links[first].later_report;
  for (int want = 0; want < FATES; want++)
    for (size_t i = first; i < end; i++) {
      if ((int)fate_of(links[i].change) != want || !chosen(m, &links[i], which)) continue;
      count[want]++;
      total++;
      testable += m->c->reports[links[i].earlier_report]->commitments[links[i].earlier].testable;
      dz_points_item(&m->points, i);
    }
  if (rule == DZ_POINT_TARGETS) {
    const size_t counts[DZ_POINT_COUNTS] = {total,          count[RAISED],        count[LOWERED],
                                            count[KEPT],    count[OTHERWISE],     count[FULFILLED],
                                            count[UNFOUND], which == MAIN_TARGETS};
    memcpy(point->counts, counts, sizeof counts);
  } else {
    const size_t counts[] = {total,
                             count[KEPT],
                             count[RAISED] + count[LOWERED] + count[OTHERWISE],
                             count[FULFILLED],
                             count[UNFOUND],
                             testable == total};
    memcpy(point->counts, counts, sizeof counts);
  }
  dz_points_keep_if_any(&m->points);
  return total > 0;
}

/* The links of a pair of reports stand together: the one that ends at `end` begins at ... */
static size_t first_of_pair(const dz_comparison *c, size_t end) {
  const dz_commitment_link *last = &c->commitments[end - 1];
  size_t first = end - 1;

  while (first && c->commitments[first - 1].earlier_report == last->earlier_report &&
         c->commitments[first - 1].later_report == last->later_report)
    first--;
  return first;
}

/* The latest years first: of two reports the pair, of a series the last steps. */
static void commitment_points(making *m, size_t most) {
  size_t end = m->c->commitment_count;

  for (size_t steps = 0; end && steps < most; steps++) {
    size_t first = first_of_pair(m->c, end);
    if (!link_point(m, first, end, MAIN_TARGETS, DZ_POINT_TARGETS))
      link_point(m, first, end, WITH_FIGURE, DZ_POINT_TARGETS);
    if (!steps) link_point(m, first, end, EVERY, DZ_POINT_PROMISES);
    end = first;
  }
}

/* ---- shared wording ---- */

static bool stands_in(const dz_reuse *item, uint32_t report) {
  for (size_t i = 0; i < item->place_count; i++)
    if (item->places[i].report == report) return true;
  return false;
}

static uint32_t length_in(const dz_reuse *item, uint32_t report) {
  uint32_t longest = 0;

  for (size_t i = 0; i < item->place_count; i++) {
    dz_span span = item->places[i].span;
    if (item->places[i].report == report && span.end - span.start > longest)
      longest = span.end - span.start;
  }
  return longest;
}

/* `report` has much of `other`: its share, and the passages of own wording that both have. */
static void share_point(making *m, dz_point_rule rule, uint32_t report, uint32_t other) {
  dz_point *point = dz_points_add(&m->points, rule, DZ_POINT_OF_REUSE);
  size_t passages = 0, longest = 0;

  if (!point) return;
  point->report = (int32_t)report;
  point->other = (int32_t)other;
  point->share = m->c->similarity[report * m->c->report_count + other];
  for (size_t i = 0; i < m->c->reuse_count; i++) {
    const dz_reuse *item = &m->c->reuse[i];
    if (item->reuse_class == DZ_REUSE_FORMULA || !stands_in(item, report) ||
        !stands_in(item, other))
      continue;
    dz_points_item(&m->points, i);
    passages++;
    if (length_in(item, report) > longest) longest = length_in(item, report);
  }
  point->counts[0] = passages;
  point->counts[1] = longest;
}

static bool share_wording(const dz_comparison *c, uint32_t a, uint32_t b) {
  for (size_t i = 0; i < c->reuse_count; i++)
    if (c->reuse[i].reuse_class != DZ_REUSE_FORMULA && stands_in(&c->reuse[i], a) &&
        stands_in(&c->reuse[i], b))
      return true;
  return false;
}

typedef struct closest {
  uint32_t report, other;
  double share;
} closest;

/* Keeps the PAIRS_MOST best in descending order. */
static void keep_best(closest *best, size_t *count, closest found) {
  size_t at = *count;

  while (at > 0 && best[at - 1].share < found.share) at--;
  if (at == PAIRS_MOST) return;
  if (*count < PAIRS_MOST) ++*count;
  memmove(best + at + 1, best + at, (*count - at - 1) * sizeof *best);
  best[at] = found;
}

/* The closest pairs of reports that are no years of one office. */
static void pair_points(making *m) {
  const dz_comparison *c = m->c;
  uint32_t n = (uint32_t)c->report_count;
  closest best[PAIRS_MOST];
  size_t count = 0, looked_at = 0;

  for (uint32_t i = 0; i < n; i++)
    for (uint32_t k = i + 1; k < n; k++) {
      double there = c->similarity[i * n + k], back = c->similarity[k * n + i];
      bool first = there > back;
      if (dz_office_years(c->reports[i], c->reports[k])) continue;
      looked_at++;
      if ((first ? there : back) < PAIR_LEAST || !share_wording(c, i, k)) continue;
      keep_best(best, &count, (closest){first ? i : k, first ? k : i, first ? there : back});
    }
  for (size_t i = 0; i < count; i++)
    if (best[i].share >= PAIR_BESIDE * best[0].share)
      share_point(m, n == 2 ? DZ_POINT_COPIED : DZ_POINT_PAIR, best[i].report, best[i].other);
  if (!count && looked_at) dz_points_add(&m->points, DZ_POINT_NO_PAIR, DZ_POINT_OF_NOTHING);
}

/* Passages in which a place name of the source was left standing. */
static void leak_point(making *m) {
  dz_point *point = dz_points_add(&m->points, DZ_POINT_LEAK, DZ_POINT_OF_REUSE);

  if (!point) return;
  for (size_t i = 0; i < m->c->reuse_count; i++) {
    size_t leaks = 0;
    for (size_t k = 0; k < m->c->reuse[i].evidence_count; k++) {
      const dz_evidence *evidence = &m->c->reuse[i].evidence[k];
      if (evidence->kind != DZ_FIND_PLACE_LEAK) continue;
      if (point->report < 0) point->report = (int32_t)evidence->report;
      leaks++;
    }
    point->counts[0] += leaks;
    if (leaks) dz_points_item(&m->points, i);
  }
  dz_points_keep_if_any(&m->points);
}

/* ---- sections and sentences ---- */

static void missing_point(making *m) {
  dz_point *point = dz_points_add(&m->points, DZ_POINT_MISSING, DZ_POINT_OF_MISSING);

  if (!point) return;
  for (int why = DZ_ABSENT; why <= DZ_EMPTY; why++)
    for (size_t i = 0; i < m->c->missing_count; i++) {
      const dz_missing *missing = &m->c->missing[i];
      if (missing->requirement != DZ_REQUIRED || (int)missing->why != why) continue;
      point->counts[why == DZ_EMPTY]++;
      dz_points_item(&m->points, i);
    }
  dz_points_keep_if_any(&m->points);
}

static void moved_point(making *m) {
  dz_point *point = dz_points_add(&m->points, DZ_POINT_MOVED, DZ_POINT_OF_ALIGNMENT);

  if (!point) return;
  for (size_t i = 0; i < m->c->alignment_count; i++)
    if (m->c->alignment[i].moved) dz_points_item(&m->points, i);
  point->counts[0] = m->c->alignment_count;
  point->counts[1] = point->item_count;
  dz_points_keep_if_any(&m->points);
}

static void figure_point(making *m) {
  static const unsigned attributes[] = {DZ_ATTR_NUMBER, DZ_ATTR_NEGATION, DZ_ATTR_DEGREE};
  dz_point *point = dz_points_add(&m->points, DZ_POINT_FIGURES, DZ_POINT_OF_CHANGES);
  unsigned before = 0;

  if (!point) return;
  for (size_t k = 0; k < sizeof attributes / sizeof *attributes; k++) {
    for (size_t i = 0; i < m->c->change_count; i++) {
      if (!(m->c->changes[i].attributes & attributes[k])) continue;
      point->counts[k]++;
      if (!(m->c->changes[i].attributes & before)) dz_points_item(&m->points, i);
    }
    before |= attributes[k];
  }
  dz_points_keep_if_any(&m->points);
}

static bool all_equal(const dz_comparison *c) {
  for (size_t i = 0; i < c->change_count; i++)
    if (c->changes[i].type != DZ_CHANGE_EQUAL) return false;
  return c->change_count > 0;
}

/* ---- which statements, in which order ---- */

/* Two years of an office, or two drafts: what was promised, what of it changed. */
static void editions(making *m) {
  const uint32_t *series = m->c->series;
  uint32_t earlier = series ? series[0] : 0, later = series ? series[1] : 1;

  commitment_points(m, 1);
  missing_point(m);
  figure_point(m);
  moved_point(m);
  if (m->c->similarity && m->c->similarity[later * 2 + earlier] >= OWN_LEAST)
    share_point(m, DZ_POINT_COPIED, later, earlier);
}

/* Of different offices: who has whose words. */
static void officials(making *m) {
  pair_points(m);
  leak_point(m);
  missing_point(m);
  commitment_points(m, PAIRS_MOST);
}

static bool one_series(const dz_comparison *c) {
  for (size_t i = 1; i < c->report_count; i++)
    if (!dz_office_years(c->reports[0], c->reports[i])) return false;
  return true;
}

dz_status dz_comparison_points(const dz_job *job, dz_error *error) {
  dz_comparison *c = job->comparison;
  making m = {.job = job, .c = c, .points = dz_points_begin()};

  for (size_t i = 0; i < c->report_count && i < 2; i++)
    dz_points_reading(&m.points, c->reports[i], i);
  if (c->report_count == 2 && all_equal(c)) {
    dz_points_add(&m.points, DZ_POINT_SAME, DZ_POINT_OF_NOTHING);
  } else if (c->report_count == 2 && !c->two_offices) {
    editions(&m);
  } else if (one_series(c)) {
    commitment_points(&m, DZ_POINTS_MOST);
    missing_point(&m);
  } else {
    officials(&m);
  }
  return dz_points_freeze(&m.points, &c->points, &c->point_count, job->arena, error);
}
