/* excerpt.h - words of a report in short: cut in the middle or at the end, and
 * without its noise, so that no excerpt begins or ends inside a pay-wall mark.
 *
 *     dz_excerpt excerpt = dz_excerpt_of(report, span, 30);
 *     for (dz_span words; dz_excerpt_next(&excerpt, &words);) ...    an empty span is the cut
 */
#ifndef DZ_RENDER_EXCERPT_H
#define DZ_RENDER_EXCERPT_H

#include <duizhao/report.h>

typedef struct dz_excerpt {
  const dz_report *report;
  uint32_t at, end;
  uint32_t cut_start, cut_end; /* what is left out; equal: nothing */
  bool whole;                  /* noise is what is quoted: shown as well */
} dz_excerpt;

/* At most about `limit` code points of `span`, two thirds of them from its
 * beginning. Noise counts as nothing and is left out, unless the span is
 * nothing else. */
dz_excerpt dz_excerpt_of(const dz_report *report, dz_span span, size_t limit);
/* The same, cut at its end. */
dz_excerpt dz_excerpt_start(const dz_report *report, dz_span span, size_t limit);
/* The next words, an empty span where something is left out; false at the end. */
bool dz_excerpt_next(dz_excerpt *excerpt, dz_span *words);

/* The words around a span: up to `context` code points on either side, inside
 * its paragraph, up to noise. */
typedef struct dz_surroundings {
  dz_span before, after;
  bool cut_before, cut_after; /* the paragraph has words beyond them */
} dz_surroundings;

dz_surroundings dz_surroundings_of(const dz_report *report, dz_span span, size_t context);

#endif
