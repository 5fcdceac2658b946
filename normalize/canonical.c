/* canonical.c - canonical sections */
#include "draft.h"

dz_status dz_canonical_assign(dz_draft *draft, dz_error *error) {
  (void)draft;
  (void)error;
  return DZ_OK;
}
