/* common.c - many reports compared at once are a background of their own
 *
 * What many of them share is the genre's wording, whatever the shipped table
 * says. Every symbol is counted for how many reports of other offices share it
 * in a passage; a passage of which nearly all stands in many is a formula, and
 * a mixed one weighs what is left. A short wording is common in every fourth
 * report, a long one, which a few may have copied from each other, in every
 * second. Cost: linear in the matches of all passages. */
#include <stdlib.h>

#include "base/error.h"
#include "diff/office.h"
#include "steps.h"

enum {
  REPORTS = 8, /* compared at once; fewer tell nothing of what is common */
  LEAST = 3,   /* reports that must share a wording in any case */
  QUARTER = 4, /* of the reports, for a wording ... */
  LONG = 20,   /* ... of no more equal symbols than that; */
  HALF = 2     /* of the reports, for a longer one */
};

/* Share of the equal text that must be common in a formula. */
static const float COMMON_SHARE = 0.7F;

/* Per symbol of a report. */
typedef struct sharing {
  uint32_t reports; /* of other offices that share it */
  uint32_t last;    /* 1 + the report that was counted last; passages of a pair follow each other */
} sharing;

typedef struct counter {
  const dz_reuse_work *work;
  sharing **shared; /* per report, per symbol */
} counter;

/* The i-th equal run of a passage on one side; a passage kept for a single run is all equal. */
static dz_span run_at(const dz_reuse_work *work, const dz_judged *f, uint32_t i, bool side_a) {
  const dz_match *match = dz_array_at(&work->matches, f->first_match);

  if (!f->match_count) return side_a ? (dz_span){f->a, f->a_end} : (dz_span){f->b, f->b_end};
  match += i;
  return side_a ? (dz_span){match->a, match->a + match->length}
                : (dz_span){match->b, match->b + match->length};
}

static uint32_t run_count(const dz_judged *f) {
  return f->match_count ? f->match_count : 1;
}

static void count_side(const counter *c, const dz_judged *f, bool side_a) {
  sharing *shared = c->shared[side_a ? f->report_a : f->report_b];
  uint32_t other = (side_a ? f->report_b : f->report_a) + 1;

  for (uint32_t i = 0; i < run_count(f); i++) {
    dz_span run = run_at(c->work, f, i, side_a);
    for (uint32_t k = run.start; k < run.end; k++) {
      shared[k].reports += shared[k].last != other;
      shared[k].last = other;
    }
  }
}

/* Calls the passage a formula if enough of it is common; else takes what is
 * common out of its weight. */
static void judge(const counter *c, dz_judged *f) {
  const dz_reuse_side *side = &c->work->sides[f->report_b];
  size_t n = c->work->job->comparison->report_count, need;
  uint32_t text = 0, common = 0, own = 0;

  for (uint32_t i = 0; i < run_count(f); i++) {
    dz_span run = run_at(c->work, f, i, false);
    text += run.end - run.start;
  }
  need = text <= LONG ? n / QUARTER : n / HALF;
  if (need < LEAST) need = LEAST;
  for (uint32_t i = 0; i < run_count(f); i++) {
    dz_span run = run_at(c->work, f, i, false);
    for (uint32_t k = run.start; k < run.end; k++) {
      if (c->shared[f->report_b][k].reports + 1U < need) continue; /* 1: the report itself */
      common++;
      own += side->own[k + 1] - side->own[k];
    }
  }
  if ((float)common >= COMMON_SHARE * (float)text) f->class = DZ_REUSE_FORMULA;
  f->score = f->score > (float)own ? f->score - (float)own : 0;
}

dz_status dz_reuse_common(dz_reuse_work *work, dz_error *error) {
  const dz_comparison *comparison = work->job->comparison;
  size_t n = comparison->report_count;
  dz_judged *found = work->found.items;
  counter c = {.work = work};
  dz_status status = DZ_OK;

  if (n < REPORTS) return DZ_OK;
  c.shared = calloc(n, sizeof *c.shared);
  if (!c.shared) return dz_fail_memory(error);
  for (size_t i = 0; i < n && !status; i++) {
    c.shared[i] = calloc(work->sides[i].view.count + 1, sizeof **c.shared);
    if (!c.shared[i]) status = dz_fail_memory(error);
  }
  for (size_t i = 0; i < work->found.count && !status; i++) {
    if (dz_office_years(comparison->reports[found[i].report_a],
                        comparison->reports[found[i].report_b]))
      continue;
    count_side(&c, &found[i], true);
    count_side(&c, &found[i], false);
  }
  for (size_t i = 0; i < work->found.count && !status; i++) judge(&c, &found[i]);
  for (size_t i = 0; i < n; i++) free(c.shared[i]);
  free(c.shared);
  return status;
}
