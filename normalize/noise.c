/* noise.c - what is not the report's own text */
#include "base/error.h"
#include "draft.h"

dz_status dz_noise_find(dz_draft *draft, dz_error *error) {
  draft->report.noise_count = draft->noise.count;
  draft->report.noise = dz_array_freeze(&draft->noise, &draft->arena);
  return draft->report.noise ? DZ_OK : dz_fail_memory(error);
}
