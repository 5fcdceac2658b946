/* utf8.h - UTF-8 to code points and back (RFC 3629: no surrogates, no
 * overlong forms, nothing over U+10FFFF). */
#ifndef DZ_BASE_UTF8_H
#define DZ_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

enum { DZ_UTF8_MAX = 4, DZ_REPLACEMENT = 0xFFFD };

/* Writes `cp` to `bytes` (room for DZ_UTF8_MAX) and returns how many bytes it
 * took. What is no scalar value is written as U+FFFD. */
size_t dz_utf8_encode(uint32_t cp, char *bytes);

/* Reads one code point from `length` > 0 bytes. Returns the bytes used, or 0
 * if they do not start with a well-formed sequence. */
size_t dz_utf8_decode(const char *bytes, size_t length, uint32_t *cp);

/* As dz_utf8_decode for text that may be malformed: a byte that starts no
 * well-formed sequence reads as U+FFFD. Returns at least 1. */
size_t dz_utf8_next(const char *bytes, size_t length, uint32_t *cp);

/* Decodes a NUL-ended, well-formed string into `cps` (room for strlen(string)
 * items) and returns their number. Stops at the first malformed sequence. */
size_t dz_utf8_to_cps(const char *string, uint32_t *cps);

#endif
