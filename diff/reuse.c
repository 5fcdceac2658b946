/* reuse.c */
#include "base/error.h"
#include "stages.h"

dz_status dz_reuse_build(const dz_stage *stage, dz_error *error) {
  size_t n = stage->comparison->report_count;
  double *similarity = dz_arena_array(stage->arena, n * n, sizeof *similarity);
  dz_reuse_rates *rates = dz_arena_array(stage->arena, n, sizeof *rates);

  if (!similarity || !rates) return dz_fail_memory(error);
  for (size_t i = 0; i < n; i++) similarity[i * n + i] = 1;
  stage->comparison->similarity = similarity;
  stage->comparison->rates = rates;
  return DZ_OK;
}
