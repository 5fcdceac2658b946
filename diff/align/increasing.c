/* increasing.c - see increasing.h. A Fenwick tree over the places holds, for
 * every prefix of places, the best chain that ends in it (Jacobson and Vo,
 * Heaviest Increasing/Common Subsequence Problems, 1992, with a tree that
 * only grows). */
#include "increasing.h"

enum { NONE = 0 };

typedef struct chains {
  uint64_t *best;   /* per item: weight of the heaviest chain that ends with it */
  uint32_t *before; /* per item: the item before it in that chain + 1, NONE */
  uint32_t *tree;   /* per node: the item whose chain is heaviest + 1, NONE */
  size_t nodes;
} chains;

static uint32_t best_below(const chains *work, size_t place) {
  uint32_t found = NONE;

  for (size_t node = place; node; node -= node & -node)
    if (work->tree[node] && (!found || work->best[work->tree[node] - 1] > work->best[found - 1]))
      found = work->tree[node];
  return found;
}

static void raise_above(const chains *work, size_t place, uint32_t item) {
  for (size_t node = place; node <= work->nodes; node += node & -node)
    if (!work->tree[node] || work->best[item - 1] > work->best[work->tree[node] - 1])
      work->tree[node] = item;
}

bool dz_increasing_mark(dz_ranked *items, size_t count, dz_arena *scratch) {
  chains work = {0};
  uint32_t last = NONE, least = UINT32_MAX, most = 0;

  for (size_t i = 0; i < count; i++) {
    if (items[i].place < least) least = items[i].place;
    if (items[i].place > most) most = items[i].place;
  }
  work.nodes = count ? (size_t)(most - least) + 1 : 0;
  work.best = dz_arena_array(scratch, count, sizeof *work.best);
  work.before = dz_arena_array(scratch, count, sizeof *work.before);
  work.tree = dz_arena_array(scratch, work.nodes + 1, sizeof *work.tree);
  if (!work.best || !work.before || !work.tree) return false;
  for (size_t i = 0; i < count; i++) {
    work.before[i] = best_below(&work, items[i].place - least);
    work.best[i] = items[i].weight + (work.before[i] ? work.best[work.before[i] - 1] : 0);
    raise_above(&work, (size_t)(items[i].place - least) + 1, (uint32_t)i + 1);
    items[i].inside = false;
    if (!last || work.best[i] > work.best[last - 1]) last = (uint32_t)i + 1;
  }
  for (; last; last = work.before[last - 1]) items[last - 1].inside = true;
  return true;
}
