/* buffer.c - see buffer.h */
#include "buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"

enum { FIRST_CAPACITY = 256 };

static char empty[1] = "";

void dz_buffer_init(dz_buffer *buffer) {
  *buffer = (dz_buffer){.data = empty};
}

void dz_buffer_free(dz_buffer *buffer) {
  if (buffer->capacity) free(buffer->data);
  dz_buffer_init(buffer);
}

static bool reserve(dz_buffer *buffer, size_t length) {
  size_t capacity = buffer->capacity ? buffer->capacity : FIRST_CAPACITY;
  char *data;

  if (buffer->failed) return false;
  if (length < buffer->capacity && buffer->length < buffer->capacity - length) return true;
  if (length > SIZE_MAX / 4 - buffer->length) goto fail;
  while (capacity <= buffer->length + length) capacity *= 2;
  data = realloc(buffer->capacity ? buffer->data : NULL, capacity);
  if (!data) goto fail;
  data[buffer->length] = '\0';
  buffer->data = data;
  buffer->capacity = capacity;
  return true;

fail:
  buffer->failed = true;
  return false;
}

char *dz_buffer_detach(dz_buffer *buffer, size_t *length) {
  char *data = NULL;

  if (reserve(buffer, 0)) {
    data = buffer->data;
    if (length) *length = buffer->length;
    dz_buffer_init(buffer);
  } else {
    dz_buffer_free(buffer);
  }
  return data;
}

void dz_buffer_bytes(dz_buffer *buffer, const void *bytes, size_t length) {
  if (!length || !reserve(buffer, length)) return;
  memcpy(buffer->data + buffer->length, bytes, length);
  buffer->length += length;
  buffer->data[buffer->length] = '\0';
}

void dz_buffer_string(dz_buffer *buffer, const char *string) {
  dz_buffer_bytes(buffer, string, strlen(string));
}

void dz_buffer_char(dz_buffer *buffer, char c) {
  dz_buffer_bytes(buffer, &c, 1);
}

void dz_buffer_repeat(dz_buffer *buffer, const char *string, size_t times) {
  while (times--) dz_buffer_string(buffer, string);
}

void dz_buffer_cp(dz_buffer *buffer, uint32_t cp) {
  char bytes[DZ_UTF8_MAX];

  dz_buffer_bytes(buffer, bytes, dz_utf8_encode(cp, bytes));
}

void dz_buffer_cps(dz_buffer *buffer, const uint32_t *cps, size_t count) {
  for (size_t i = 0; i < count; i++) dz_buffer_cp(buffer, cps[i]);
}

void dz_buffer_format(dz_buffer *buffer, const char *format, ...) {
  va_list args;
  int length;

  va_start(args, format);
  length = vsnprintf(NULL, 0, format, args);
  va_end(args);
  if (length < 0 || !reserve(buffer, (size_t)length)) return;
  va_start(args, format);
  vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, args);
  va_end(args);
  buffer->length += (size_t)length;
}
