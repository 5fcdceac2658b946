/* container.c - .docx, .odt and .ofd are zip files: finds out which, runs its reader */
#include "base/error.h"
#include "readers.h"

dz_status dz_read_container(dz_draft *draft, dz_bytes bytes, dz_source_format format, dz_error *error) {
  (void)bytes;
  return dz_fail(error, DZ_UNSUPPORTED, "%s: reading %s is not built in yet", draft->report.path,
                 dz_source_format_name(format));
}
