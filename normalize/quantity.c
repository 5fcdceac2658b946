/* quantity.c */
#include "draft.h"

dz_status dz_quantities_find(dz_draft *draft, dz_error *error) {
  (void)draft;
  (void)error;
  return DZ_OK;
}
