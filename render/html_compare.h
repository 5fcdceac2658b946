/* html_compare.h - the parts of the page of a comparison; html_comparison.c puts
 * them in order */
#ifndef DZ_RENDER_HTML_COMPARE_H
#define DZ_RENDER_HTML_COMPARE_H

#include "html_marks.h"
#include "pairing.h"

/* html_sections.c */
void dz_html_sections(dz_html *html, const dz_comparison *comparison);
void dz_html_similarity(dz_html *html, const dz_comparison *comparison);
void dz_html_alignment(dz_html *html, const dz_pairing *pairing);
/* html_series.c: three reports or more */
void dz_html_series(dz_html *html, const dz_comparison *comparison);
void dz_html_timelines(dz_html *html, const dz_comparison *comparison);
/* html_links.c */
void dz_html_links(dz_html *html, const dz_comparison *comparison);
/* "照用 15 改写 19 …" */
void dz_html_change_counts(dz_html *html, const dz_pairing *pairing);
/* html_pair.c: both texts side by side; marks: one per report */
DZ_MUST_CHECK dz_status dz_html_pair(dz_html *html, const dz_comparison *comparison,
                                     dz_marks *marks, dz_error *error);
/* html_reuse.c */
void dz_html_reuse(dz_html *html, const dz_comparison *comparison);
/* Marks of the passages for the text of one report; false: memory ran out. */
bool dz_html_reuse_marks(dz_marks *marks, const dz_comparison *comparison, size_t report);

#endif
