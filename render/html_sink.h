/* html_sink.h - the sink of HTML pages: the only place that escapes.
 *
 * dz_html_markup takes markup of the program's own (string literals with
 * numbers and ids filled in); everything that comes from a report goes through
 * dz_html_text, dz_html_span or dz_html_buffer. What may not be shown (see
 * safe.h) is named instead. Running out of memory is sticky. */
#ifndef DZ_RENDER_HTML_SINK_H
#define DZ_RENDER_HTML_SINK_H

#include <duizhao/render.h>

#include "base/buffer.h"
#include "label.h"

typedef struct dz_html {
  dz_buffer out;
  const dz_render_options *options;
  bool chinese;
  size_t part; /* parts begun */
} dz_html;

void dz_html_init(dz_html *html, const dz_render_options *options);
DZ_MUST_CHECK dz_status dz_html_finish(dz_html *html, char **out, size_t *length, dz_error *error);

/* Markup as by printf. Never give it a string from a report. */
void dz_html_markup(dz_html *html, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 3)))
#endif
    ;

/* Text, escaped for content and for quoted attributes. */
void dz_html_text(dz_html *html, const char *text);
void dz_html_span(dz_html *html, const dz_report *report, dz_span span);
/* The span without noise, cut in the middle with … to about `limit` code points (excerpt.h). */
void dz_html_excerpt(dz_html *html, const dz_report *report, dz_span span, size_t limit);
/* A buffer as text, and frees it. */
void dz_html_buffer(dz_html *html, dz_buffer *buffer);
void dz_html_label(dz_html *html, dz_label label);

/* The program's own words, already in both languages. */
void dz_html_say(dz_html *html, const char *zh, const char *en);

#endif
