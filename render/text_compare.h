/* text_compare.h - the parts of a comparison as text; text_comparison.c puts
 * them in order */
#ifndef DZ_RENDER_TEXT_COMPARE_H
#define DZ_RENDER_TEXT_COMPARE_H

#include "text_parts.h"

/* text_sections.c */
void dz_text_sections(dz_writer *writer, const dz_comparison *comparison);
void dz_text_missing(dz_writer *writer, const dz_comparison *comparison);
void dz_text_alignment(dz_writer *writer, const dz_comparison *comparison);
void dz_text_similarity(dz_writer *writer, const dz_comparison *comparison);
/* text_links.c */
void dz_text_links(dz_writer *writer, const dz_comparison *comparison);
/* text_changes.c */
void dz_text_changes(dz_writer *writer, const dz_comparison *comparison);
/* text_reuse.c */
void dz_text_reuse(dz_writer *writer, const dz_comparison *comparison);

/* Code points of the spans of one side of a change. */
size_t dz_change_length(const dz_span *spans, size_t count);

#endif
