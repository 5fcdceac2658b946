/* spans.c - see spans.h */
#include "spans.h"

#include <string.h>

#include "base/sorted.h"
#include "base/utf8.h"

dz_span dz_fold_to_span(const dz_text *text, dz_span fold) {
  if (fold.start >= fold.end) return (dz_span){text->origin[fold.start], text->origin[fold.start]};
  return (dz_span){text->origin[fold.start], text->origin[fold.end - 1] + 1};
}

dz_span dz_span_to_fold(const dz_text *text, dz_span span) {
  return (dz_span){(uint32_t)dz_text_fold_position(text, span.start),
                   (uint32_t)dz_text_fold_position(text, span.end)};
}

size_t dz_spans_from(const void *items, size_t count, size_t size, uint32_t position) {
  const dz_span *first = items;

  return count ? dz_sorted_from(&first->start, count, size, position) : 0;
}

size_t dz_spans_behind(const void *items, size_t count, size_t size, uint32_t position) {
  const dz_span *first = items;

  return count && position < UINT32_MAX ? dz_sorted_from(&first->end, count, size, position + 1)
                                        : count;
}

/* Begins where the answer is if what is left out is spread evenly. Origins grow
 * by one at least, so that how far an origin is off bounds the answer. */
size_t dz_text_fold_position(const dz_text *text, uint32_t position) {
  size_t low = 0, high = text->fold_length, guess, off;

  if (!high) return 0;
  guess = (size_t)((uint64_t)position * high / (text->length ? text->length : 1));
  if (guess > high) guess = high;
  if (text->origin[guess] < position) {
    low = guess;
    off = position - text->origin[guess];
    if (off < high - low) high = low + off;
  } else {
    off = text->origin[guess] - position;
    low = off < guess ? guess - off : 0;
    high = guess;
  }
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (text->origin[middle] < position)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

size_t dz_text_utf8(const dz_text *text, dz_span span, char *out, size_t room) {
  size_t needed = 0, written = 0;

  for (size_t i = span.start; i < span.end && i < text->length; i++) {
    char bytes[4];
    size_t length = dz_utf8_encode(text->cp[i], bytes);
    if (needed == written && written + length < room) {
      memcpy(out + written, bytes, length);
      written += length;
    }
    needed += length;
  }
  if (room) out[written] = '\0';
  return needed;
}
