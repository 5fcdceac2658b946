/* clause.h - clauses: the pieces of sentences that state one thing, and within
 * them one segment per figure. Shared by the finding of commitments and by the
 * search for what became of them. */
#ifndef DZ_NORMALIZE_PROMISES_CLAUSE_H
#define DZ_NORMALIZE_PROMISES_CLAUSE_H

#include <duizhao/report.h>

#include "base/array.h"

typedef struct dz_clause {
  dz_span fold;       /* in the folded text, without the mark that ends it */
  uint32_t sentence;  /* index into sentences */
  uint32_t paragraph; /* index into paragraphs */
  uint32_t quantity;  /* index of the first quantity in it */
  uint32_t quantity_count;
  bool heading; /* of a heading sentence */
} dz_clause;

/* What one figure of a clause is about: 城镇和农村居民收入分别增长5%、7% holds two
 * segments, 城镇|居民收入 and 农村|居民收入. Spans are folded. */
typedef struct dz_segment {
  dz_span fold;     /* the piece that states it; the whole clause where it cannot be cut */
  dz_span head;     /* words that name the thing */
  dz_span tail;     /* rest of a name shared with others; empty as a rule */
  int32_t quantity; /* index into quantities, or -1 */
} dz_segment;

enum { DZ_SEGMENTS_MAX = 16 };

/* Appends the clauses of all sentences to `out` (of dz_clause), in text order.
 * Linear. */
DZ_MUST_CHECK dz_status dz_clauses_split(dz_array *out, const dz_report *report, dz_error *error);

/* The segments of a clause, at least one, at most DZ_SEGMENTS_MAX. */
size_t dz_segments_split(dz_segment *out, const dz_report *report, const dz_clause *clause);

/* The folded range of a quantity. */
dz_span dz_quantity_fold(const dz_report *report, size_t quantity);

#endif
