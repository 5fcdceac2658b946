/* outline.c - paragraphs and headed sections */
#include "base/error.h"
#include "draft.h"

dz_status dz_outline_find(dz_draft *draft, dz_error *error) {
  const dz_line *lines = draft->lines.items;
  dz_paragraph *paragraphs = dz_arena_array(&draft->arena, draft->lines.count, sizeof *paragraphs);

  if (!paragraphs) return dz_fail_memory(error);
  for (size_t i = 0; i < draft->lines.count; i++)
    paragraphs[i] = (dz_paragraph){.span = lines[i].span, .section = DZ_NO_SECTION};
  draft->report.paragraphs = paragraphs;
  draft->report.paragraph_count = draft->lines.count;
  return DZ_OK;
}
