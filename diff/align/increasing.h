/* increasing.h - the heaviest increasing subsequence: what kept its order. */
#ifndef DZ_DIFF_ALIGN_INCREASING_H
#define DZ_DIFF_ALIGN_INCREASING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct dz_ranked {
  uint32_t place;  /* where the item stands on the other side */
  uint64_t weight; /* > 0 */
  bool inside;     /* out: the item belongs to the subsequence */
} dz_ranked;

/* Marks the items of a strictly increasing subsequence of `place` with the
 * largest sum of weights; `items` stand in the order of the first side. Of
 * several such subsequences always the same one is taken. O(n log n), and memory
 * for as many places as lie between the first and the last of the items; false
 * when memory ran out. */
bool dz_increasing_mark(dz_ranked *items, size_t count, dz_arena *scratch);

#endif
