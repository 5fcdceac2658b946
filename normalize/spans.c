/* spans.c - see spans.h */
#include "spans.h"

#include "base/sorted.h"

dz_span dz_fold_to_span(const dz_text *text, dz_span fold) {
  if (fold.start >= fold.end) return (dz_span){text->origin[fold.start], text->origin[fold.start]};
  return (dz_span){text->origin[fold.start], text->origin[fold.end - 1] + 1};
}

dz_span dz_span_to_fold(const dz_text *text, dz_span span) {
  return (dz_span){(uint32_t)dz_text_fold_position(text, span.start),
                   (uint32_t)dz_text_fold_position(text, span.end)};
}

dz_span dz_paragraph_fold(const dz_report *report, size_t paragraph) {
  const dz_text *text = &report->text;
  dz_span span = report->paragraphs[paragraph].span;
  size_t start = dz_text_fold_position(text, span.start), end = dz_text_fold_position(text, span.end);

  while (start < end && text->fold[start] == '\n') start++;
  while (end > start && text->fold[end - 1] == '\n') end--;
  return (dz_span){(uint32_t)start, (uint32_t)end};
}

size_t dz_spans_from(const void *items, size_t count, size_t size, uint32_t position) {
  const dz_span *first = items;

  return count ? dz_sorted_from(&first->start, count, size, position) : 0;
}

size_t dz_spans_behind(const void *items, size_t count, size_t size, uint32_t position) {
  const dz_span *first = items;

  return count && position < UINT32_MAX ? dz_sorted_from(&first->end, count, size, position + 1) : count;
}
