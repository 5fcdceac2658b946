/* series.c - two reports side by side, or a series step by step */
#include "base/error.h"
#include "pair.h"

static dz_status compare_two(const dz_stage *stage, dz_error *error) {
  dz_pair pair;
  dz_status status = dz_pair_compare(&pair, stage, 0, 1, error);

  if (status) return status;
  stage->comparison->alignment = pair.alignment;
  stage->comparison->alignment_count = pair.alignment_count;
  stage->comparison->changes = pair.changes;
  stage->comparison->change_count = pair.change_count;
  return DZ_OK;
}

dz_status dz_series_build(const dz_stage *stage, dz_error *error) {
  return stage->comparison->report_count == 2 ? compare_two(stage, error) : DZ_OK;
}
