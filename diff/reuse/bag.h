/* bag.h - sentences of a view as bags of weighted features.
 *
 * A feature is two letters side by side, or the stem of a word of letters. It
 * weighs the more the fewer reports of the genre have it (knowledge/genre_index.h),
 * a word the fewer sentences of its own report. Two sentences with many heavy
 * features in common say the same, though no run of the one stands in the other. */
#ifndef DZ_DIFF_REUSE_BAG_H
#define DZ_DIFF_REUSE_BAG_H

#include "knowledge/genre_index.h"
#include "view.h"

enum { DZ_BAG_RARE = 8 }; /* weight of a feature that fewer than eight reports of the genre have */

typedef struct dz_bags {
  const dz_view *view;
  dz_span *sentences; /* symbols, in order, disjoint, without edges */
  uint32_t count;
  uint32_t body; /* symbols before it weigh nothing */
  uint32_t *of;  /* per symbol and behind the last: number of its sentence, of an edge the next */
  const dz_genre_index *index;
  uint8_t *weighed; /* per sentence: its letters have their weights, or it is a heading */
  uint8_t *weights; /* per symbol: of the feature that begins there, 0 none */
  uint32_t *stems;  /* per symbol: stem of a word, 0 no word; NULL: no words to speak of */
} dz_bags;

/* `body` is the first symbol behind title and address. Freed with dz_bags_free, also after failure;
 * borrows view and index. Cost: linear. */
DZ_MUST_CHECK dz_status dz_bags_build(dz_bags *out, const dz_view *view, uint32_t body,
                                      const dz_genre_index *index, dz_error *error);
void dz_bags_free(dz_bags *bags);

/* How alike two sentences are. */
typedef struct dz_likeness {
  float cosine, dice; /* 0..1; by weight, and by number */
  uint32_t rare;      /* features in common that weigh DZ_BAG_RARE or more */
} dz_likeness;

dz_likeness dz_bag_compare(const dz_bags *a, uint32_t sentence_a, const dz_bags *b,
                           uint32_t sentence_b);

#endif
