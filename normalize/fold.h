/* fold.h - phrases of the tables as folded code points. */
#ifndef DZ_NORMALIZE_FOLD_H
#define DZ_NORMALIZE_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/trie.h"

enum { DZ_PHRASE_MAX = 64 }; /* code points of one phrase; longer ones are cut */

/* The folded code points of `phrase` without its white space; returns how
 * many, at most DZ_PHRASE_MAX. */
size_t dz_fold_string(const char *phrase, uint32_t *fold);

/* Adds the folded phrase to the trie; an empty one is no error and adds
 * nothing. false when memory ran out. */
bool dz_fold_phrase(dz_trie *trie, const char *phrase, int32_t value);

/* The same from its last code point to its first, for matching backwards. */
bool dz_fold_phrase_reversed(dz_trie *trie, const char *phrase, int32_t value);

/* The code points a set of phrases starts with: one bit test decides whether a
 * place of the text is worth a look into the trie. Only the Basic Multilingual
 * Plane is told apart; everything beyond it may start a phrase. */
typedef struct dz_starters {
  uint64_t bits[1024];
} dz_starters;

void dz_starters_add(dz_starters *starters, const char *phrase);

static inline bool dz_starts(const dz_starters *starters, uint32_t cp) {
  return cp > 0xFFFF || (starters->bits[cp >> 6] >> (cp & 63) & 1);
}

#endif
