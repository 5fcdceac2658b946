/* buffer.h - a growable string of bytes.
 *
 * Running out of memory is sticky: the appending functions return nothing,
 * further appends do nothing, and the caller looks at `failed` once at the
 * end. `data` is never NULL and always NUL-ended. */
#ifndef DZ_BASE_BUFFER_H
#define DZ_BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct dz_buffer {
  char *data;      /* NUL-ended; a static "" while capacity is 0 */
  size_t length;   /* bytes without the NUL */
  size_t capacity; /* bytes allocated; 0: nothing */
  bool failed;     /* memory ran out: the content is incomplete */
} dz_buffer;

void dz_buffer_init(dz_buffer *buffer);
void dz_buffer_free(dz_buffer *buffer);

/* Gives the bytes to the caller (free()) and empties the buffer; NULL if
 * `failed` or when memory runs out now. */
char *dz_buffer_detach(dz_buffer *buffer, size_t *length);

void dz_buffer_bytes(dz_buffer *buffer, const void *bytes, size_t length);
void dz_buffer_string(dz_buffer *buffer, const char *string);
void dz_buffer_char(dz_buffer *buffer, char c);
void dz_buffer_repeat(dz_buffer *buffer, const char *string, size_t times);

/* One code point as UTF-8; a surrogate or a value over U+10FFFF as U+FFFD. */
void dz_buffer_cp(dz_buffer *buffer, uint32_t cp);
/* `count` code points as UTF-8. */
void dz_buffer_cps(dz_buffer *buffer, const uint32_t *cps, size_t count);

/* As printf. */
void dz_buffer_format(dz_buffer *buffer, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 3)))
#endif
    ;

#endif
