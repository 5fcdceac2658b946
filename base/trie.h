/* trie.h - many phrases looked for at one place of a text.
 *
 * Phrases and text are code points in the same form (folded, as a rule). The
 * text is any array of code points, so that a search can run straight on the
 * folded text of a report. */
#ifndef DZ_BASE_TRIE_H
#define DZ_BASE_TRIE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "array.h"
#include "map.h"

typedef struct dz_trie {
  dz_map edges;         /* node << 32 | code point -> node */
  dz_array values;      /* int32_t per node: value of the phrase that ends there, -1 none */
  uint64_t alone[1024]; /* one bit per code point of the BMP: a phrase by itself */
  uint64_t pairs[512];  /* one bit per hashed pair of code points: some phrase may start with it */
} dz_trie;

enum { DZ_TRIE_NONE = -1 };

void dz_trie_init(dz_trie *trie);
void dz_trie_free(dz_trie *trie);

/* Adds a phrase of `length` > 0 code points with a value >= 0. A phrase that
 * is there already keeps its first value. *stored (may be NULL) tells the
 * value now held. false when memory ran out. */
bool dz_trie_add(dz_trie *trie, const uint32_t *phrase, size_t length, int32_t value,
                 int32_t *stored);

/* The bit of a pair in trie->pairs, 15 bits of a multiplicative hash. */
static inline uint32_t dz_trie_pair_bit(uint32_t first, uint32_t second) {
  return (first * 0x9E3779B1u + second * 0x85EBCA6Bu) >> 17;
}

/* Whether a phrase may start here: never false where one does. Inline, for it
 * is asked at every code point and nearly always says no. */
static inline bool dz_trie_may_start(const dz_trie *trie, const uint32_t *text, size_t length) {
  uint32_t bit;

  if (!length) return false;
  if (text[0] > 0xFFFF || trie->alone[text[0] >> 6] >> (text[0] & 63) & 1) return true;
  if (length < 2) return false;
  bit = dz_trie_pair_bit(text[0], text[1]);
  return trie->pairs[bit >> 6] >> (bit & 63) & 1;
}

/* As the two functions below, without asking dz_trie_may_start. */
size_t dz_trie_walk(const dz_trie *trie, const uint32_t *text, size_t length, int32_t *value);
bool dz_trie_step(const dz_trie *trie, const uint32_t *text, size_t length, uint32_t *node,
                  size_t *depth, int32_t *value);

/* The longest phrase at the start of `text`: its length in code points, 0 if
 * there is none, and its value in *value. O(length of the match). */
static inline size_t dz_trie_longest(const dz_trie *trie, const uint32_t *text, size_t length,
                                     int32_t *value) {
  return dz_trie_may_start(trie, text, length) ? dz_trie_walk(trie, text, length, value) : 0;
}

/* Every phrase at the start of `text`, shortest first: call with *node = 0 and
 * *depth = 0; each call goes on behind the last match. false: no more. */
static inline bool dz_trie_next(const dz_trie *trie, const uint32_t *text, size_t length,
                                uint32_t *node, size_t *depth, int32_t *value) {
  if (*depth == 0 && !dz_trie_may_start(trie, text, length)) return false;
  return dz_trie_step(trie, text, length, node, depth, value);
}

#endif
