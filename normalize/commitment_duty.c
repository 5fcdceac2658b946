/* commitment_duty.c - commitments of officials' own reports, which promise
 * little: what is said about reported work is none */
#include "base/error.h"
#include "commitment.h"

dz_status dz_commitments_of_duty(dz_commitment_finder *finder, dz_error *error) {
  (void)finder;
  (void)error;
  return DZ_OK;
}
