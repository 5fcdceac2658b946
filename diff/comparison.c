/* comparison.c - reports become a comparison: runs the steps of job.h */
#include <stdlib.h>

#include "base/error.h"
#include "base/sized_options.h"
#include "job.h"

/* The size of dz_compare_options in version 0.1: where a member is added, its offset. */
enum { COMPARE_OPTIONS_FIRST = sizeof(dz_compare_options) };

/* What dz_comparison_build hands out: the comparison first. */
typedef struct boxed_comparison {
  dz_comparison comparison;
  dz_arena arena;
} boxed_comparison;

static dz_status run_steps(const dz_job *job, dz_error *error) {
  dz_status status = dz_presence_build(job, error);

  if (!status) status = dz_series_build(job, error);
  if (!status) status = dz_reuse_build(job, error);
  if (!status) status = dz_links_build(job, error);
  if (!status) status = dz_comparison_points(job, error);
  return status;
}

dz_status dz_comparison_build(dz_comparison **out, const dz_report *const *reports,
                              size_t report_count, const dz_knowledge *knowledge,
                              const dz_compare_options *options, dz_error *error) {
  boxed_comparison *box;
  dz_compare_options how;
  dz_job job = {.knowledge = knowledge, .options = &how};
  dz_status status = DZ_OK;

  if (report_count < 2) return dz_fail(error, DZ_USAGE, "a comparison needs two reports or more");
  dz_options_take(&how, sizeof how, options, COMPARE_OPTIONS_FIRST);
  if (!options) how.base = -1;
  box = calloc(1, sizeof *box);
  if (!box) return dz_fail_memory(error);
  dz_arena_init(&box->arena);
  job.comparison = &box->comparison;
  job.arena = &box->arena;
  box->comparison.report_count = report_count;
  box->comparison.reports = dz_arena_copy(&box->arena, reports, report_count * sizeof *reports);
  if (!box->comparison.reports) status = dz_fail_memory(error);
  if (!status) status = run_steps(&job, error);
  if (status)
    dz_comparison_free(&box->comparison);
  else
    *out = &box->comparison;
  return status;
}

void dz_comparison_free(dz_comparison *comparison) {
  boxed_comparison *box = (boxed_comparison *)comparison;

  if (!box) return;
  dz_arena_free(&box->arena);
  free(box);
}
