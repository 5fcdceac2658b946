/* html.c - saved pages */
#include "base/error.h"
#include "readers.h"

dz_status dz_read_html(dz_draft *draft, dz_error *error) {
  return dz_fail(error, DZ_UNSUPPORTED, "%s: reading .html is not built in yet", draft->report.path);
}
