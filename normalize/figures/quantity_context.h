/* quantity_context.h - what the words before and behind a figure say of it.
 * All positions are indices into the folded text. */
#ifndef DZ_NORMALIZE_FIGURES_QUANTITY_CONTEXT_H
#define DZ_NORMALIZE_FIGURES_QUANTITY_CONTEXT_H

#include <duizhao/report.h>

#include "knowledge/quantity_words.h"

typedef struct dz_figure_context {
  dz_span subject; /* the words that name it; empty: none of its own */
  dz_modifier modifier;
  const char *per; /* denominator named before the figure (每人每月), or NULL */
  bool up, down;   /* an amount of change */
  bool to;         /* the level reached; up or down tell from which side */
  bool from;       /* the level left */
  bool yoy;        /* against another time: 同比, 比上年 */
  bool cumulative, share, each;
  bool moved; /* any word at all stood between subject and figure */
} dz_figure_context;

/* Reads the words in [low, high), at most the last 48. */
dz_figure_context dz_figure_context_read(const dz_quantity_words *words, const uint32_t *fold,
                                         size_t low, size_t high);

/* The modifier behind a figure (左右 以上) at `at`, and where it ends in *end
 * (`at` if there is none). */
dz_modifier dz_figure_modifier_after(const dz_quantity_words *words, const uint32_t *fold,
                                     size_t at, size_t limit, size_t *end);

/* Whether the words behind a figure make it a fall: 6.5%|的负增长. */
bool dz_figure_falls_after(const dz_quantity_words *words, const uint32_t *fold, size_t at,
                           size_t limit);

/* The noun behind a counted figure: 15家|企业|开展. Empty if there is none. */
dz_span dz_figure_noun_after(const dz_quantity_words *words, const uint32_t *fold, size_t at,
                             size_t limit);

/* Length of the longest phrase of the reversed trie that [low, high) ends
 * with, 0 if there is none. */
size_t dz_figure_ends_with(const dz_trie *reversed, const uint32_t *fold, size_t low, size_t high);

#endif
