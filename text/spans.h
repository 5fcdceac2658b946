/* spans.h - spans: from the folded text to the decoded one and back, and the
 * search for what stands at a position.
 *
 * The arrays of a report (sections, paragraphs, sentences, noise, masks,
 * figures, dates, commitments) begin each item with its dz_span and are in
 * text order, so that one search serves them all. */
#ifndef DZ_TEXT_SPANS_H
#define DZ_TEXT_SPANS_H

#include <duizhao/text.h>

/* The folded code point at `i`, a line break behind the end. */
static inline uint32_t dz_fold_at(const dz_text *text, size_t i) {
  return i < text->fold_length ? text->fold[i] : '\n';
}

/* The span in the decoded text of a folded range; an empty one stays empty. */
dz_span dz_fold_to_span(const dz_text *text, dz_span fold);

/* The folded range of a span of the decoded text; empty where all of it is
 * noise or white space. O(log n). */
dz_span dz_span_to_fold(const dz_text *text, dz_span span);

/* The first of `count` items of `size` bytes that starts at or behind
 * `position`; `count` if there is none. Starts must ascend. O(log n). */
size_t dz_spans_from(const void *items, size_t count, size_t size, uint32_t position);

/* The first that ends behind `position`: the one that holds it or, if none
 * does, the next; `count` if there is none. Ends must ascend. O(log n). */
size_t dz_spans_behind(const void *items, size_t count, size_t size, uint32_t position);

#endif
