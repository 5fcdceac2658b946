/* canonical.c - canonical sections */
#include "canonical.h"

#include "base/error.h"

dz_status dz_canonical_assign(dz_draft *draft, dz_error *error) {
  dz_section *sections = dz_arena_copy(&draft->arena, draft->report.sections,
                                       draft->report.section_count * sizeof *sections);
  dz_status status;

  if (!sections) return dz_fail_memory(error);
  status = dz_headings_name(draft, sections, error);
  draft->report.sections = sections;
  return status;
}
