/* meta.c - title, year, role, place, type */
#include "draft.h"

dz_status dz_meta_find(dz_draft *draft, const dz_read_options *options, dz_error *error) {
  (void)error;
  draft->report.type = DZ_TYPE_OTHER;
  if (options && options->year) draft->report.year = options->year;
  return DZ_OK;
}
