/* csv.h - the sink of comma-separated values (RFC 4180: CRLF, quotes doubled).
 *
 * A field that a spreadsheet would take for a formula is made text by a leading
 * apostrophe; figures stay figures. Control characters never get in. */
#ifndef DZ_RENDER_CSV_H
#define DZ_RENDER_CSV_H

#include <duizhao/render.h>

#include "base/buffer.h"
#include "label.h"

typedef struct dz_csv {
  dz_buffer out;
  bool chinese;
  bool started; /* the row has a field */
} dz_csv;

void dz_csv_init(dz_csv *csv, const dz_render_options *options);
DZ_MUST_CHECK dz_status dz_csv_finish(dz_csv *csv, char **out, size_t *length, dz_error *error);

/* Fields of the open row; NULL is an empty one. */
void dz_csv_string(dz_csv *csv, const char *text);
void dz_csv_span(dz_csv *csv, const dz_report *report, dz_span span);
void dz_csv_spans(dz_csv *csv, const dz_report *report, const dz_span *spans,
                  size_t count); /* one field */
void dz_csv_number(dz_csv *csv, long long number);
void dz_csv_share(dz_csv *csv, double share);
void dz_csv_label(dz_csv *csv, dz_label label);
/* A buffer as a field, and frees it. */
void dz_csv_buffer(dz_csv *csv, dz_buffer *buffer);

/* The name of the file a report was read from, without the folders of this machine. */
void dz_csv_file(dz_csv *csv, const dz_report *report);

/* Ends the row. */
void dz_csv_row(dz_csv *csv);

#endif
