/* excerpt.c - see excerpt.h */
#include "excerpt.h"

#include "naming.h"
#include "normalize/paragraph.h"
#include "text/spans.h"

/* The noise that holds `at`, else the next one; starts at `limit` or beyond where there is none
 * before. */
static dz_span noise_from(const dz_report *report, uint32_t at, uint32_t limit) {
  size_t i = dz_spans_behind(report->noise, report->noise_count, sizeof *report->noise, at);
  bool found = at < limit && i < report->noise_count && report->noise[i].span.start < limit;

  return found ? report->noise[i].span : (dz_span){limit, limit};
}

/* The next words in [at, end) that are no noise; empty: none are left. */
static dz_span words_from(const dz_report *report, uint32_t at, uint32_t end) {
  dz_span noise = noise_from(report, at, end);

  while (at < end && noise.start <= at) {
    at = noise.end < end ? noise.end : end;
    noise = noise_from(report, at, end);
  }
  return (dz_span){at, noise.start};
}

static size_t count_words(const dz_report *report, dz_span span) {
  size_t count = 0;
  dz_span words;

  for (uint32_t at = span.start; at < span.end; at = words.end) {
    words = words_from(report, at, span.end);
    count += words.end - words.start;
  }
  return count;
}

/* The position behind the first `count` words of a span. */
static uint32_t behind_words(const dz_report *report, dz_span span, size_t count, bool whole) {
  uint32_t at = span.start;

  while (at < span.end) {
    dz_span words = whole ? (dz_span){at, span.end} : words_from(report, at, span.end);
    size_t length = words.end - words.start;
    if (length >= count) return words.start + (uint32_t)count;
    count -= length;
    at = words.end;
  }
  return at;
}

static dz_excerpt cut(const dz_report *report, dz_span span, size_t limit, size_t tail) {
  size_t count = count_words(report, span);
  dz_excerpt excerpt = {.report = report, .at = span.start, .end = span.end, .whole = !count};

  if (!count) count = span.end - span.start;
  if (count <= limit + 1) return excerpt; /* one more is no longer than the sign of the cut */
  excerpt.cut_start = behind_words(report, span, limit - tail, excerpt.whole);
  excerpt.cut_end = behind_words(report, span, count - tail, excerpt.whole);
  return excerpt;
}

dz_excerpt dz_excerpt_of(const dz_report *report, dz_span span, size_t limit) {
  return cut(report, span, limit, limit / 3);
}

dz_excerpt dz_excerpt_start(const dz_report *report, dz_span span, size_t limit) {
  return cut(report, span, limit, 0);
}

bool dz_excerpt_next(dz_excerpt *e, dz_span *words) {
  bool before_cut = e->at <= e->cut_start && e->cut_end > e->cut_start;
  uint32_t end = before_cut ? e->cut_start : e->end;

  *words = e->whole ? (dz_span){e->at, end} : words_from(e->report, e->at, end);
  e->at = words->end;
  if (words->start < words->end) return true;
  if (!before_cut) return false;
  e->at = e->cut_end;
  *words = (dz_span){e->cut_start, e->cut_start};
  return true;
}

/* A span without the noise at its ends. */
static dz_span without_noise(const dz_report *report, dz_span span) {
  dz_span words = words_from(report, span.start, span.end), last = words;

  while (last.end < span.end) {
    dz_span next = words_from(report, last.end, span.end);
    if (next.start == next.end) break;
    last = next;
  }
  return (dz_span){words.start, last.end};
}

dz_surroundings dz_surroundings_of(const dz_report *report, dz_span span, size_t context) {
  int32_t paragraph = dz_paragraph_at(report, span.start);
  dz_span line = paragraph < 0 ? span : without_noise(report, report->paragraphs[paragraph].span);
  size_t behind = dz_spans_behind(report->noise, report->noise_count, sizeof *report->noise,
                                  span.start);
  dz_surroundings s = {.before = {line.start, span.start}, .after = {span.end, line.end}};

  if (line.start > span.start) s.before.start = span.start;
  if (line.end < span.end) s.after.end = span.end;
  if (s.before.end - s.before.start > context) s.before.start = s.before.end - (uint32_t)context;
  if (s.after.end - s.after.start > context) s.after.end = s.after.start + (uint32_t)context;
  if (behind && report->noise[behind - 1].span.end > s.before.start)
    s.before.start = report->noise[behind - 1].span.end;
  s.after.end = noise_from(report, s.after.start, s.after.end).start;
  if (s.after.end < s.after.start) s.after.end = s.after.start;
  s.cut_before = s.before.start > line.start;
  s.cut_after = s.after.end < line.end;
  return s;
}
