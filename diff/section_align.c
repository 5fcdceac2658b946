/* section_align.c */
#include "stages.h"

dz_status dz_alignment_build(const dz_stage *stage, dz_error *error) {
  (void)stage;
  (void)error;
  return DZ_OK;
}
