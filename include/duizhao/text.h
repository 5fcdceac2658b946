/* text.h - positions in a text, and the text itself. */
#ifndef DUIZHAO_TEXT_H
#define DUIZHAO_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include <duizhao/api.h>

DZ_API_BEGIN

typedef struct dz_span {
  uint32_t start; /* first code point */
  uint32_t end;   /* one past the last; start == end is an empty span */
} dz_span;

/* The decoded text and the folded form in which texts are compared.
 *
 * The folded text leaves out noise and white space (one '\n' stands between
 * two paragraphs, one ' ' between two Latin words or figures that white space
 * parts) and unites width, case, script and punctuation variants,
 * one code point for one. `origin` maps it back; it is strictly increasing, so
 * the way forward is dz_text_fold_position. Folded text is never shown. */
typedef struct dz_text {
  const uint32_t *cp;     /* decoded text, code points */
  size_t length;          /* code points in cp */
  const uint32_t *fold;   /* folded text, code points */
  const uint32_t *origin; /* fold_length + 1 indices into cp; the last is length */
  size_t fold_length;     /* code points in fold */
} dz_text;

/* First index i of the folded text with origin[i] >= position. O(log n). */
size_t dz_text_fold_position(const dz_text *text, uint32_t position);

/* The decoded text of a span as UTF-8. Writes at most `room` bytes to `out`, whole
 * characters and a NUL (nothing where room is 0), and returns the bytes that all of it
 * takes without the NUL, so that room = the result + 1 is always enough. The part of
 * the span beyond the text is left out. */
size_t dz_text_utf8(const dz_text *text, dz_span span, char *out, size_t room);

DZ_API_END

#endif
