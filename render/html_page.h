/* html_page.h - the frame of every page and what the pages share */
#ifndef DZ_RENDER_HTML_PAGE_H
#define DZ_RENDER_HTML_PAGE_H

#include "html_sink.h"
#include "naming.h"
#include "point_words.h"

/* Head of the page up to <main>: styles inside, nothing fetched, `title` as
 * title and first heading. */
void dz_html_begin(dz_html *html, dz_label title);
/* The rest: method and limits, script, end. */
void dz_html_end(dz_html *html);

/* <section id="p1"> with its heading; close it with dz_html_part_end. */
void dz_html_part(dz_html *html, dz_label label);
void dz_html_part_end(dz_html *html);

/* The key points, each a link to its evidence; html_points.c. */
void dz_html_points(dz_html *html, const dz_told *told);

/* The list of reports: letter, title, file, year, type, length. */
void dz_html_reports(dz_html *html, const dz_report *const *reports, size_t count);
/* 甲 */
void dz_html_report_name(dz_html *html, size_t index, size_t count);
/* <th> with a label */
void dz_html_head_cell(dz_html *html, dz_label label);
/* "甲·二（一）¶31" */
void dz_html_place(dz_html *html, const dz_report *const *reports, size_t count, dz_place place);
/* <blockquote> with the place and the words of a report. */
void dz_html_quote(dz_html *html, const dz_report *const *reports, size_t count, dz_place place);

/* Colour classes of kinds: short names used in page.css. */
const char *dz_html_reuse_class(dz_reuse_class class);

/* A state that rows of a table may be in, as a filter: `name` is part of their class. */
typedef struct dz_html_state {
  const char *name;
  dz_label label;
} dz_html_state;
/* Buttons that leave only the rows of one state; works without scripts. */
void dz_html_states(dz_html *html, const dz_html_state *states, size_t count);

/* A label and a number behind it; nothing where the number is 0. */
void dz_html_count(dz_html *html, dz_label label, size_t number);

#endif
