/* paragraph.c - see paragraph.h */
#include "paragraph.h"

#include "text/spans.h"
#include "text/unicode.h"

dz_span dz_paragraph_fold(const dz_report *report, size_t paragraph) {
  const dz_text *text = &report->text;
  dz_span span = report->paragraphs[paragraph].span;
  size_t start = dz_text_fold_position(text, span.start),
         end = dz_text_fold_position(text, span.end);

  while (start < end && text->fold[start] == '\n') start++;
  while (end > start && text->fold[end - 1] == '\n') end--;
  return (dz_span){(uint32_t)start, (uint32_t)end};
}

bool dz_paragraph_goes_on(const dz_report *report, size_t paragraph) {
  dz_span before = paragraph ? dz_paragraph_fold(report, paragraph - 1) : (dz_span){0, 0};
  uint32_t last = before.end > before.start ? report->text.fold[before.end - 1] : 0;

  return last == ',' || last == 0x3001 || dz_is_word(last);
}

int32_t dz_paragraph_at(const dz_report *report, uint32_t position) {
  size_t at = dz_spans_behind(report->paragraphs, report->paragraph_count,
                              sizeof *report->paragraphs, position);

  return at < report->paragraph_count && report->paragraphs[at].span.start <= position ? (int32_t)at
                                                                                       : -1;
}
