/* pair.h - two reports held against each other: what dz_comparison holds of
 * two, and every step of a series. */
#ifndef DZ_DIFF_ALIGN_PAIR_H
#define DZ_DIFF_ALIGN_PAIR_H

#include "diff/job.h"
#include "pin.h"
#include "sentence_align.h"

typedef struct dz_pair {
  const dz_section_pair *alignment;
  size_t alignment_count;
  dz_unpaired *unpaired; /* report is 0 for a, 1 for b: the caller sets the indices */
  size_t unpaired_count;
  const dz_change *changes;
  size_t change_count;
} dz_pair;

/* Compares report a with report b (indices into the comparison's reports).
 * The result for (b, a) is the mirror of that for (a, b): inside, the two are
 * taken in an order that depends on their text alone. */
DZ_MUST_CHECK dz_status dz_pair_compare(dz_pair *out, const dz_job *job, const dz_pins *pins,
                                        size_t a, size_t b, dz_error *error);

/* section_align.c: compares two dz_section_pair by place in b, then in a, for
 * qsort. */
int dz_section_pair_order(const void *left, const void *right);

/* section_align.c: pairs of sections, by place in reports[1]; the arena's. */
DZ_MUST_CHECK dz_status dz_sections_align(dz_section_pair **out, size_t *count,
                                          const dz_report *const reports[2], const dz_grams *grams,
                                          const dz_pins *pins, dz_arena *arena, bool *approximate,
                                          dz_error *error);

/* unpaired.c: what became of the headed sections that `pairs` leaves out, told
 * by where the sentences of each went; the arena's. */
DZ_MUST_CHECK dz_status dz_unpaired_find(dz_pair *out, const dz_report *const reports[2],
                                         const dz_array *beads, dz_arena *arena, dz_error *error);

/* change.c: the beads as changes from reports[0] to reports[1], in the order
 * of dz_comparison.changes. Each bead's x is in reports[0]. */
DZ_MUST_CHECK dz_status dz_changes_build(dz_pair *out, const dz_job *job,
                                         const dz_report *const reports[2], const dz_array *beads,
                                         dz_error *error);

#endif
