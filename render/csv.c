/* csv.c - see csv.h */
#include "csv.h"

#include <string.h>

#include "base/error.h"
#include "base/utf8.h"
#include "naming.h"
#include "safe.h"

void dz_csv_init(dz_csv *csv, const dz_render_options *options) {
  *csv = (dz_csv){.chinese = options->chinese};
  dz_buffer_init(&csv->out);
  if (options->bom) dz_buffer_cp(&csv->out, 0xFEFF);
}

dz_status dz_csv_finish(dz_csv *csv, char **out, size_t *length, dz_error *error) {
  *out = dz_buffer_detach(&csv->out, length);
  return *out ? DZ_OK : dz_fail_memory(error);
}

/* Would a spreadsheet calculate? The full-width forms count too: some fold
 * them before they look. */
static bool starts_formula(uint32_t cp) {
  return cp == '=' || cp == '+' || cp == '-' || cp == '@' || cp == '\t' || cp == '\r' ||
         cp == '\n' || cp == '|' || cp == 0xFF1D || cp == 0xFF0B || cp == 0xFF0D || cp == 0xFF20;
}

static bool is_number(const char *text) {
  size_t digits = 0, points = 0;

  if (*text == '-') text++;
  for (; *text; text++) {
    if (*text >= '0' && *text <= '9')
      digits++;
    else if (*text == '.')
      points++;
    else
      return false;
  }
  return digits && points <= 1;
}

static void open_field(dz_csv *csv) {
  if (csv->started) dz_buffer_char(&csv->out, ',');
  csv->started = true;
  dz_buffer_char(&csv->out, '"');
}

static void close_field(dz_csv *csv) {
  dz_buffer_char(&csv->out, '"');
}

static void put(dz_csv *csv, uint32_t cp) {
  char name[DZ_SHOWN_NAME_SIZE];

  switch (dz_shown_of(cp)) {
  case DZ_SHOWN_AS_IS:
    if (cp == '"') dz_buffer_char(&csv->out, '"');
    dz_buffer_cp(&csv->out, cp);
    break;
  case DZ_SHOWN_AS_SPACE: dz_buffer_char(&csv->out, ' '); break;
  case DZ_SHOWN_AS_NAME:
    dz_shown_name(cp, name);
    dz_buffer_string(&csv->out, name);
    break;
  case DZ_SHOWN_NOT: break;
  }
}

/* Looks behind leading blanks and what is not shown, as a spreadsheet does. */
static void guard(dz_csv *csv, const uint32_t *cps, size_t count) {
  size_t i = 0;

  while (i < count && (cps[i] == ' ' || cps[i] == 0x3000 || cps[i] == 0xA0 ||
                       dz_shown_of(cps[i]) == DZ_SHOWN_NOT))
    i++;
  if (i < count && starts_formula(cps[i])) dz_buffer_char(&csv->out, '\'');
}

void dz_csv_string(dz_csv *csv, const char *text) {
  size_t length = text ? strlen(text) : 0, used;
  uint32_t cp, first[8];
  size_t head = 0;

  open_field(csv);
  for (size_t i = 0;
       i < length && head < 8 && (used = dz_utf8_decode(text + i, length - i, &first[head]));
       i += used)
    head++;
  if (length && !is_number(text)) guard(csv, first, head);
  for (size_t i = 0; i < length; i += used) {
    used = dz_utf8_decode(text + i, length - i, &cp);
    if (!used) {
      used = 1;
      cp = DZ_REPLACEMENT;
    }
    put(csv, cp);
  }
  close_field(csv);
}

void dz_csv_spans(dz_csv *csv, const dz_report *report, const dz_span *spans, size_t count) {
  open_field(csv);
  if (count) guard(csv, report->text.cp + spans[0].start, spans[0].end - spans[0].start);
  for (size_t k = 0; k < count; k++)
    for (uint32_t i = spans[k].start; i < spans[k].end; i++) put(csv, report->text.cp[i]);
  close_field(csv);
}

void dz_csv_span(dz_csv *csv, const dz_report *report, dz_span span) {
  dz_csv_spans(csv, report, &span, 1);
}

void dz_csv_number(dz_csv *csv, long long number) {
  dz_buffer_format(&csv->out, "%s%lld", csv->started ? "," : "", number);
  csv->started = true;
}

void dz_csv_share(dz_csv *csv, double share) {
  dz_buffer_format(&csv->out, "%s%.4f", csv->started ? "," : "", share);
  csv->started = true;
}

void dz_csv_label(dz_csv *csv, dz_label label) {
  dz_csv_string(csv, dz_label_text(label, csv->chinese));
}

void dz_csv_buffer(dz_csv *csv, dz_buffer *buffer) {
  if (buffer->failed) csv->out.failed = true;
  dz_csv_string(csv, buffer->data);
  dz_buffer_free(buffer);
}

void dz_csv_file(dz_csv *csv, const dz_report *report) {
  dz_buffer name;

  dz_buffer_init(&name);
  dz_name_file(&name, report);
  dz_csv_buffer(csv, &name);
}

void dz_csv_row(dz_csv *csv) {
  dz_buffer_string(&csv->out, "\r\n");
  csv->started = false;
}
