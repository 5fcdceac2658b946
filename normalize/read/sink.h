/* sink.h - where the readers of formats put what they read, and the limits
 * that hold for every format. */
#ifndef DZ_NORMALIZE_READ_SINK_H
#define DZ_NORMALIZE_READ_SINK_H

#include <stddef.h>
#include <stdint.h>

#include "normalize/draft.h"

/* Limits of one report, far above any real one (the longest reports have
 * 40,000 characters), so that hostile input ends early: a whole report stays
 * under 512 MB and two seconds. */
enum {
  DZ_MAX_TEXT = 24 * 1024 * 1024,     /* code points; 64 MiB of Chinese as UTF-8 are 22 million */
  DZ_MAX_PARAGRAPH = 2 * 1024 * 1024, /* code points of one paragraph */
  DZ_MAX_PARAGRAPHS = 800 * 1000,
  DZ_MAX_SHORT_PARAGRAPHS =
      200 * 1000,         /* where they have under DZ_SHORT_PARAGRAPH code points on the average: */
  DZ_SHORT_PARAGRAPH = 24 /* nothing but headings, each of which costs far more than its text */
};

/* Appends one paragraph: trimmed, its control characters made spaces, with a
 * line break behind it; a blank one is left out. `hints` (its span is not
 * read) may be NULL. */
DZ_MUST_CHECK dz_status dz_sink_line(dz_draft *draft, const uint32_t *cp, size_t count,
                                     const dz_line *hints, dz_error *error);

/* Marks [start, end) of the decoded text as noise. */
DZ_MUST_CHECK dz_status dz_sink_noise(dz_draft *draft, uint32_t start, uint32_t end,
                                      dz_noise_kind kind, dz_error *error);

/* Remarks what the reader decided; `note` is static. The same note once only. */
DZ_MUST_CHECK dz_status dz_sink_note(dz_draft *draft, const char *note, dz_error *error);

/* DZ_LIMIT if the text or the lines so far are over a limit. */
DZ_MUST_CHECK dz_status dz_sink_check(const dz_draft *draft, dz_error *error);

#endif
