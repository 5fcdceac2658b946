/* seed.h - maximal runs of equal symbols between many views: one index for all.
 *
 * Every window of DZ_SEED symbols of every view stands in one hash table of
 * positions. The windows are compared symbol by symbol, so there are no
 * phantom matches; a run of DZ_SEED symbols or more that two views share is
 * found whole and once. */
#ifndef DZ_DIFF_REUSE_SEED_H
#define DZ_DIFF_REUSE_SEED_H

#include "base/array.h"
#include "view.h"

enum { DZ_SEED = 4 }; /* symbols in a seed: four of 16 bits are one word */

/* A maximal run of `length` equal symbols. */
typedef struct dz_match {
  uint32_t report; /* the earlier report, a */
  uint32_t a, b;   /* first symbol in the earlier and in the later view */
  uint32_t length;
} dz_match;

typedef struct dz_seed_index {
  const dz_view *views;
  size_t view_count;
  uint16_t *symbols; /* of all views, one after the other */
  uint32_t *base;    /* view_count + 1: where each begins */
  uint32_t *head;    /* per hash value: 1 + newest position, 0 none */
  /* per position: 0 when its window is not in the table, else 1 + what head held before; of the
   * report being added: is the window a seed? */
  uint32_t *previous;
  uint32_t mask; /* hash values - 1 */
  bool capped;   /* some repetition was left out: runs may be missing */
} dz_seed_index;

/* An empty index with room for all views; freed with dz_seed_index_free, also
 * after failure. The views must stay. */
DZ_MUST_CHECK dz_status dz_seed_index_init(dz_seed_index *out, const dz_view *views, size_t count,
                                           dz_error *error);
void dz_seed_index_free(dz_seed_index *index);

/* Appends to `matches` (dz_match) every maximal run that view `number` shares
 * with the views added so far, ordered by b, then adds it. To be called for 0,
 * 1, 2, ... in turn. Cost: linear in the view and in the runs found; a window
 * that one report repeats is kept a bounded number of times. */
DZ_MUST_CHECK dz_status dz_seed_index_add(dz_seed_index *index, size_t number, dz_array *matches,
                                          dz_error *error);

#endif
