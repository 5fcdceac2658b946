/* markdown.c - Markdown: headings and emphasis become hints, their marks noise */
#include "lines.h"
#include "readers.h"

dz_status dz_read_markdown(dz_draft *draft, dz_error *error) {
  return dz_lines_split(draft, error);
}
