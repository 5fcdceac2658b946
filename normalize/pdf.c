/* pdf.c - reports as .pdf */
#include "base/error.h"
#include "readers.h"

dz_status dz_read_pdf(dz_draft *draft, dz_bytes bytes, dz_error *error) {
  (void)bytes;
  return dz_fail(error, DZ_UNSUPPORTED, "%s: reading .pdf is not built in yet", draft->report.path);
}
