/* testing.c - see testing.h */
#include "testing.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"

static dz_knowledge *knowledge;

static void free_knowledge(void) {
  dz_knowledge_free(knowledge);
}

const dz_knowledge *test_knowledge(void) {
  dz_error error = {.message = ""};

  if (knowledge) return knowledge;
  if (dz_knowledge_load(&knowledge, NULL, &error)) fail_msg("%s", error.message);
  atexit(free_knowledge);
  return knowledge;
}

dz_report *test_report_bytes(const char *name, const void *bytes, size_t length) {
  dz_error error = {.message = ""};
  dz_report *report = NULL;

  if (dz_report_parse(&report, name, bytes, length, test_knowledge(), NULL, &error))
    fail_msg("%s", error.message);
  return report;
}

dz_report *test_report(const char *text) {
  return test_report_bytes("test.txt", text, strlen(text));
}

const char *test_span(const dz_report *report, dz_span span) {
  static dz_buffer ring[4];
  static int next;
  dz_buffer *buffer = &ring[next++ % 4];

  if (!buffer->data) dz_buffer_init(buffer);
  dz_buffer_free(buffer);
  dz_buffer_init(buffer);
  assert_true(span.start <= span.end && span.end <= report->text.length);
  dz_buffer_cps(buffer, report->text.cp + span.start, span.end - span.start);
  return buffer->data;
}

char *test_file(const char *path, size_t *length) {
  char *bytes;

  return dz_file_read(&bytes, length, path, SIZE_MAX / 4, NULL) ? NULL : bytes;
}
