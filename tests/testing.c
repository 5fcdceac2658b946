/* testing.c - see testing.h */
#include "testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

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

  if (dz_report_parse(&report, name, bytes, length, test_knowledge(), NULL, &error)) fail_msg("%s", error.message);
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
  FILE *file = fopen(path, "rb");
  char *bytes = NULL;
  long size = -1;

  if (file && !fseek(file, 0, SEEK_END)) size = ftell(file);
  if (size >= 0) bytes = malloc((size_t)size + 1);
  if (bytes) {
    rewind(file);
    *length = fread(bytes, 1, (size_t)size, file);
    bytes[*length] = '\0';
  }
  if (file) fclose(file);
  return bytes;
}
