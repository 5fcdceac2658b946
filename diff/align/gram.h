/* gram.h - the sentences of two reports as sets of bigrams.
 *
 * A bigram is a pair of neighbouring symbols without punctuation between them:
 * a Han character, a word of letters, or a run of digits, which are all alike,
 * so that a sentence whose figures were exchanged keeps its bigrams. A word of
 * letters counts by itself too. Keys are exact but for the hash of such a word
 * (31 bits), so that no match has to be verified. */
#ifndef DZ_DIFF_ALIGN_GRAM_H
#define DZ_DIFF_ALIGN_GRAM_H

#include <duizhao/report.h>

#include "base/arena.h"

typedef struct dz_gram_side {
  size_t unit_count;      /* sentences of the report */
  const uint32_t *start;  /* unit_count + 1 indices into grams */
  const uint32_t *grams;  /* ids, each once per sentence, in order of occurrence */
  const uint64_t *weight; /* per sentence: sum of the weights of its bigrams */
  const uint32_t *first;  /* gram_count + 1 indices into units */
  const uint32_t *units;  /* postings: the sentences that hold a bigram, ascending */
} dz_gram_side;

typedef struct dz_grams {
  dz_gram_side sides[2];
  size_t gram_count;
  const uint32_t *weight; /* per bigram, by rarity among the sentences of both; > 0 */
} dz_grams;

/* Fills *out; everything in it is the arena's. Linear in the text. */
DZ_MUST_CHECK dz_status dz_grams_build(dz_grams *out, const dz_report *const reports[2],
                                       dz_arena *arena, dz_error *error);

#endif
