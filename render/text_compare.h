/* text_compare.h - the parts of a comparison as text; text_comparison.c puts
 * them in order */
#ifndef DZ_RENDER_TEXT_COMPARE_H
#define DZ_RENDER_TEXT_COMPARE_H

#include "pairing.h"
#include "text_parts.h"

/* text_sections.c */
void dz_text_sections(dz_writer *writer, const dz_comparison *comparison);
void dz_text_missing(dz_writer *writer, const dz_comparison *comparison);
void dz_text_alignment(dz_writer *writer, const dz_pairing *pairing);
void dz_text_similarity(dz_writer *writer, const dz_comparison *comparison);
/* text_links.c */
void dz_text_links(dz_writer *writer, const dz_comparison *comparison);
/* text_changes.c */
void dz_text_changes(dz_writer *writer, const dz_pairing *pairing);
/* text_series.c: three reports or more */
void dz_text_series(dz_writer *writer, const dz_comparison *comparison);
void dz_text_timelines(dz_writer *writer, const dz_comparison *comparison);
/* text_reuse.c */
void dz_text_reuse(dz_writer *writer, const dz_comparison *comparison);

/* "照用 15（18.5%）  改写 19 …": counts of changes in one line. */
void dz_text_change_counts(dz_writer *writer, const dz_pairing *pairing);

#endif
