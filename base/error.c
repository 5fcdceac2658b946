/* error.c - see error.h */
#include "error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "utf8.h"

/* Replaces control characters and malformed bytes, cuts at a whole character. */
static void clean(char *message) {
  size_t length = strlen(message), used;
  uint32_t cp;

  for (size_t i = 0; i < length; i += used) {
    used = dz_utf8_decode(message + i, length - i, &cp);
    if (!used && length - i < DZ_UTF8_MAX && length == DZ_ERROR_SIZE - 1) {
      message[i] = '\0';
      return;
    }
    if (!used || cp < 0x20 || cp == 0x7F) {
      message[i] = '?';
      used = 1;
    }
  }
}

dz_status dz_fail(dz_error *error, dz_status status, const char *format, ...) {
  va_list args;

  if (!error) return status;
  error->status = status;
  va_start(args, format);
  vsnprintf(error->message, sizeof error->message, format, args);
  va_end(args);
  clean(error->message);
  return status;
}

dz_status dz_fail_memory(dz_error *error) {
  return dz_fail(error, DZ_NOMEM, "out of memory");
}
