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

#endif
