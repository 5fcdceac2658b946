/* fuzz_report.c - any bytes as a report of any format: refused with one line, or read, reviewed and
 * rendered. The first
 * byte chooses between guessing the format and forcing one. */
#include <stdlib.h>

#include <duizhao.h>

#include "fuzz.h"

static const dz_knowledge *knowledge(void) {
  static dz_knowledge *loaded;
  dz_error error;

  if (!loaded && dz_knowledge_load(&loaded, NULL, &error)) abort();
  return loaded;
}

static void render(const dz_report *report) {
  dz_error error;
  dz_review *review = NULL;
  char *out;
  size_t length;

  for (int format = DZ_TEXT; format <= DZ_CSV; format++) {
    dz_render_options options = {
        .format = (dz_format)format, .chinese = format % 2, .color = true, .all = true};
    out = NULL;
    if (!dz_render_report(&out, &length, report, &options, &error)) free(out);
  }
  if (!dz_review_build(&review, &report, 1, knowledge(), &error)) {
    dz_render_options options = {.format = DZ_JSON};
    out = NULL;
    if (!dz_render_review(&out, &length, review, &options, &error)) free(out);
    dz_review_free(review);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  static const char *const formats[] = {NULL, "txt", "markdown", "html", "docx", "odt", "ofd"};
  dz_read_options options = {0};
  dz_report *report = NULL;
  dz_error error = {.message = ""};
  dz_status status;

  if (!length) return 0;
  options.format = formats[bytes[0] % (sizeof formats / sizeof *formats)];
  status = dz_report_parse(&report, "fuzz", bytes + 1, length - 1, knowledge(), &options, &error);
  if (status) {
    if (!error.message[0] || report) abort();
    return 0;
  }
  render(report);
  dz_report_free(report);
  return 0;
}
