/* plain_marks.c - bold marks of Markdown in a text that is not Markdown: **一、工作情况**
 *
 * A page copied out of a chat or an editor keeps them. Two stars also blank out a name (**县), so
 * only marks are taken that set off numbered headings or whole lines, on two lines at least. */
#include "plain_marks.h"

#include "base/error.h"
#include "lines.h"
#include "sink.h"
#include "text/unicode.h"

enum { MARK = 2, BOLD_MOST = 64, LINES_LEAST = 2 };

static bool is_mark(const uint32_t *cp, uint32_t at, uint32_t end) {
  return at + MARK <= end && cp[at] == '*' && cp[at + 1] == '*' &&
         (at + MARK == end || cp[at + MARK] != '*');
}

/* Where the bold text closes that opens the line, 0 if none does. */
static uint32_t bold_end(const uint32_t *cp, dz_span line) {
  uint32_t text = line.start + MARK;

  if (!is_mark(cp, line.start, line.end)) return 0;
  for (uint32_t at = text; at < line.end && at - text <= BOLD_MOST; at++) {
    if (cp[at] != '*') continue;
    if (!is_mark(cp, at, line.end) || at == text) return 0;
    return at + MARK == line.end || dz_lines_starts_item(cp + text, at - text) ? at : 0;
  }
  return 0;
}

dz_status dz_plain_marks(dz_draft *draft, dz_error *error) {
  const uint32_t *cp = draft->cps.items;
  dz_line *lines = draft->lines.items;
  size_t bold = 0;
  dz_status status = DZ_OK;

  for (size_t i = 0; i < draft->lines.count && bold < LINES_LEAST; i++)
    bold += bold_end(cp, lines[i].span) > 0;
  for (size_t i = 0; i < draft->lines.count && bold >= LINES_LEAST && !status; i++) {
    uint32_t start = lines[i].span.start, end = bold_end(cp, lines[i].span);
    if (!end) continue;
    lines[i].bold = end + MARK == lines[i].span.end;
    status = dz_sink_noise(draft, start, start + MARK, DZ_NOISE_LAYOUT, error);
    if (!status) status = dz_sink_noise(draft, end, end + MARK, DZ_NOISE_LAYOUT, error);
  }
  return status;
}
