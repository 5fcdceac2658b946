/* html_marks.h - the text of a report with stretches marked: one number per
 * code point, so that stretches may overlap and be cut anywhere. */
#ifndef DZ_RENDER_HTML_MARKS_H
#define DZ_RENDER_HTML_MARKS_H

#include "html_page.h"

enum { DZ_MARK_NONE = -1, DZ_MARK_NOISE = -2 };

/* Where the first stretch of a mark begins: links lead there, even where other
 * marks cover it. */
typedef struct dz_mark_anchor {
  uint32_t position;
  int32_t number;
} dz_mark_anchor;

typedef struct dz_marks {
  const dz_report *report;
  size_t index;    /* of the report: part of the anchors */
  int32_t *number; /* per code point: of the mark, or DZ_MARK_* */
  /* Writes the opening tag of mark `number`, and what stands at its anchor. */
  void (*open)(dz_html *html, const void *context, int32_t number);
  void (*anchor)(dz_html *html, const void *context, size_t report, int32_t number);
  const void *context;
  dz_mark_anchor *anchors; /* in the order of the text, once `sorted` */
  size_t anchor_count;
  bool *seen; /* per mark: it has an anchor */
  bool sorted;
} dz_marks;

/* false: memory ran out. Noise is marked. Free with dz_marks_free in any case. */
bool dz_marks_init(dz_marks *marks, const dz_report *report, size_t index, size_t mark_count);
void dz_marks_free(dz_marks *marks);

/* Marks a span; what was there before is replaced. The first span that gets a
 * number makes its anchor. */
void dz_marks_set(dz_marks *marks, dz_span span, int32_t number);

/* Writes a span of the report with its marks, and an anchor "s0-3" where section
 * 3 of report 0 begins. Cost: linear in the span. */
void dz_marks_write(dz_html *html, dz_marks *marks, dz_span span);

/* The whole report, one <p> per paragraph. */
void dz_marks_write_all(dz_html *html, dz_marks *marks);

#endif
