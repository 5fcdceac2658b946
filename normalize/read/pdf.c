/* pdf.c - .pdf through pdftotext (poppler), which tells where every word stands */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "child.h"
#include "layout.h"
#include "readers.h"
#include "xml.h"

enum { VALUE_ROOM = 32 };

typedef struct reader {
  dz_layout layout;
  dz_layout_piece place; /* of the open word */
  dz_buffer word;        /* its text so far */
  bool in_word;
} reader;

static float number_of(const dz_xml_attributes *attributes, const char *name) {
  char value[VALUE_ROOM];
  double number = dz_xml_get(attributes, name, value, sizeof value) ? strtod(value, NULL) : 0;

  return number > -1e6 && number < 1e6 ? (float)number : 0;
}

static dz_status on_open(void *context, const char *name, const dz_xml_attributes *attributes,
                         dz_error *error) {
  reader *r = context;
  float height;

  if (!strcmp(name, "page")) {
    height = number_of(attributes, "height");
    return dz_array_append(&r->layout.heights, &height, 1) ? DZ_OK : dz_fail_memory(error);
  }
  if (strcmp(name, "word") || !r->layout.heights.count) return DZ_OK;
  r->in_word = true;
  r->word.length = 0;
  r->place = (dz_layout_piece){.x0 = number_of(attributes, "xmin"),
                               .y0 = number_of(attributes, "ymin"),
                               .x1 = number_of(attributes, "xmax"),
                               .y1 = number_of(attributes, "ymax"),
                               .page = (uint32_t)r->layout.heights.count - 1};
  return DZ_OK;
}

static dz_status on_close(void *context, const char *name, dz_error *error) {
  reader *r = context;

  if (strcmp(name, "word") || !r->in_word) return DZ_OK;
  r->in_word = false;
  if (r->word.failed) return dz_fail_memory(error);
  return dz_layout_add(&r->layout, &r->place, r->word.data, r->word.length, error);
}

static dz_status on_text(void *context, const char *text, size_t length, dz_error *error) {
  reader *r = context;

  (void)error;
  if (r->in_word) dz_buffer_bytes(&r->word, text, length);
  return DZ_OK;
}

/* What pdftotext makes of it: pages, lines and words with their places, as XHTML. */
static dz_status run_pdftotext(dz_buffer *out, dz_bytes bytes, const char *path, dz_error *error) {
  static const char *const argv[] = {"pdftotext", "-bbox-layout", "-enc", "UTF-8", "-", "-", NULL};
  int code;
  dz_status status = dz_child_run(out, &code, argv, bytes.data, bytes.length, path, error);

  if (status || !code) return status;
  if (code == DZ_CHILD_NOT_FOUND)
    return dz_fail(error, DZ_UNSUPPORTED,
                   "%s: reading PDF needs the program pdftotext (package poppler-utils)", path);
  return dz_fail(error, DZ_FORMAT,
                 "%s: the PDF is damaged or protected with a password (pdftotext: %d)", path, code);
}

dz_status dz_read_pdf(dz_draft *draft, dz_bytes bytes, dz_error *error) {
  reader r = {0};
  dz_xml_handler handler = {.context = &r, .open = on_open, .close = on_close, .text = on_text};
  dz_buffer out;
  dz_status status;

  dz_layout_init(&r.layout);
  dz_buffer_init(&r.word);
  dz_buffer_init(&out);
  status = run_pdftotext(&out, bytes, draft->report.path, error);
  if (!status) status = dz_html_parse(draft->report.path, out.data, out.length, &handler, error);
  if (!status && !r.layout.pieces.count)
    status = dz_fail(error, DZ_FORMAT,
                     "%s: the PDF has no text, only pictures: use text recognition first",
                     draft->report.path);
  dz_buffer_free(&out);
  if (!status) status = dz_layout_emit(&r.layout, draft, error);
  dz_layout_free(&r.layout);
  dz_buffer_free(&r.word);
  return status;
}
