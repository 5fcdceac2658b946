/* point_words.h - the key points of a result as sentences */
#ifndef DZ_RENDER_POINT_WORDS_H
#define DZ_RENDER_POINT_WORDS_H

#include <duizhao/ledger.h>
#include <duizhao/review.h>

#include "base/buffer.h"

/* The result that the points are of: at most one of the last three is not NULL. */
typedef struct dz_told {
  const dz_report *const *reports;
  size_t count;
  const dz_point *points;
  size_t point_count;
  const dz_comparison *comparison;
  const dz_ledger *ledger;
  const dz_review *review;
} dz_told;

dz_told dz_told_report(const dz_report *const *report);
dz_told dz_told_comparison(const dz_comparison *comparison);
dz_told dz_told_ledger(const dz_ledger *ledger);
dz_told dz_told_review(const dz_review *review);

/* Appends the sentence of a point. It may hold words of a report as they are, so
 * the caller's sink has to make them safe. */
void dz_point_words(dz_buffer *out, const dz_told *told, const dz_point *point, bool chinese);

#endif
