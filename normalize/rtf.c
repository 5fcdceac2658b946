/* rtf.c - reports as .rtf */
#include "base/error.h"
#include "readers.h"

dz_status dz_read_rtf(dz_draft *draft, dz_bytes bytes, dz_error *error) {
  (void)bytes;
  return dz_fail(error, DZ_UNSUPPORTED, "%s: reading .rtf is not built in yet", draft->report.path);
}
