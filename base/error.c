/* error.c - see error.h */
#include "error.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "utf8.h"

/* What can steer a terminal or turn the order of what it shows: control characters (C0, DEL, C1),
 * line and paragraph
 * separators, marks and overrides of the writing direction. */
static bool is_steering(uint32_t cp) {
  return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp == 0x61C || cp == 0x200E || cp == 0x200F ||
         (cp >= 0x2028 && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x206F);
}

void dz_error_clean(dz_error *error) {
  char *message = error->message;
  size_t length = strlen(message), used, out = 0;
  uint32_t cp;

  for (size_t i = 0; i < length; i += used) {
    used = dz_utf8_decode(message + i, length - i, &cp);
    if (!used && length - i < DZ_UTF8_MAX && length == DZ_ERROR_SIZE - 1)
      break; /* cut inside a character */
    if (!used || is_steering(cp)) {
      used = used ? used : 1;
      message[out++] = '?';
    } else {
      memmove(message + out, message + i, used);
      out += used;
    }
  }
  message[out] = '\0';
}

dz_status dz_fail(dz_error *error, dz_status status, const char *format, ...) {
  va_list args;

  if (!error) return status;
  error->status = status;
  va_start(args, format);
  vsnprintf(error->message, sizeof error->message, format, args);
  va_end(args);
  dz_error_clean(error);
  return status;
}

dz_status dz_fail_memory(dz_error *error) {
  return dz_fail(error, DZ_NOMEM, "out of memory");
}
