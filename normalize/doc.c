/* doc.c - reports as .doc */
#include "base/error.h"
#include "readers.h"

dz_status dz_read_doc(dz_draft *draft, dz_bytes bytes, dz_error *error) {
  (void)bytes;
  return dz_fail(error, DZ_UNSUPPORTED, "%s: reading .doc is not built in yet", draft->report.path);
}
