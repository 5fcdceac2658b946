/* ranked_pairs.h - the two reports that share most, and the next ones */
#ifndef DZ_DIFF_RANKED_PAIRS_H
#define DZ_DIFF_RANKED_PAIRS_H

#include <duizhao/comparison.h>

typedef struct dz_ranked_pair {
  uint32_t report, other; /* the share of `report` found in `other` is the greater one */
  double share, back;
} dz_ranked_pair;

/* The `most` pairs with the greatest share, the greatest first; pairs that share nothing are left
 * out. Returns their number. Cost: pairs times `most`. */
size_t dz_ranked_pairs(dz_ranked_pair *out, size_t most, const dz_comparison *comparison);

#endif
