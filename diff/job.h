/* job.h - the steps of a comparison, in the order of diff/comparison.c.
 *
 * Each reads the reports and what earlier steps left in the comparison, and
 * adds its own arrays, frozen in the arena that the comparison owns. */
#ifndef DZ_DIFF_JOB_H
#define DZ_DIFF_JOB_H

#include <duizhao/comparison.h>

#include "base/arena.h"
#include "knowledge/knowledge.h"

typedef struct dz_job {
  dz_comparison *comparison; /* result so far */
  dz_arena *arena;           /* owns everything in it */
  const dz_knowledge *knowledge;
  const dz_compare_options *options; /* never NULL */
} dz_job;

/* presence.c: presence, missing */
DZ_MUST_CHECK dz_status dz_presence_build(const dz_job *job, dz_error *error);
/* series.c: alignment and changes (two reports), steps (three or more) */
DZ_MUST_CHECK dz_status dz_series_build(const dz_job *job, dz_error *error);
/* reuse.c: reuse, similarity, rates */
DZ_MUST_CHECK dz_status dz_reuse_build(const dz_job *job, dz_error *error);
/* link.c: commitments */
DZ_MUST_CHECK dz_status dz_links_build(const dz_job *job, dz_error *error);
/* comparison_points.c: points, of everything else */
DZ_MUST_CHECK dz_status dz_comparison_points(const dz_job *job, dz_error *error);

#endif
