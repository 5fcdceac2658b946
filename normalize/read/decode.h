/* decode.h - bytes of a text to code points.
 *
 * Strict UTF-8 first, then UTF-16, GB18030 and Big5. A conversion that only
 * happens to succeed is not believed: GB18030 accepts nearly any bytes, so the
 * share of everyday characters decides (see decode.c). */
#ifndef DZ_NORMALIZE_READ_DECODE_H
#define DZ_NORMALIZE_READ_DECODE_H

#include <stddef.h>

#include <duizhao/status.h>

#include "base/array.h"

typedef struct dz_decode_hints {
  const char *path;   /* for messages */
  const char *forced; /* encoding the user asks for, or NULL */
  const char
      *declared; /* encoding the text claims (HTML meta), or NULL: a wrong claim is passed over */
} dz_decode_hints;

/* Appends the code points of `length` bytes to `cps` (uint32_t) and sets
 * *encoding to a static name ("UTF-8", "GB18030", ...) or to hints->forced. A
 * byte order mark is not part of the text. DZ_ENCODING names the byte offset,
 * from 0, that is wrong; DZ_USAGE a forced encoding nobody knows. Linear. */
DZ_MUST_CHECK dz_status dz_decode(dz_array *cps, const char **encoding, const char *bytes,
                                  size_t length, const dz_decode_hints *hints, dz_error *error);

#endif
