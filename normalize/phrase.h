/* phrase.h - phrases of the tables as the folded code points they are looked for in */
#ifndef DZ_NORMALIZE_PHRASE_H
#define DZ_NORMALIZE_PHRASE_H

#include "base/trie.h"

enum { DZ_PHRASE_MAX = 64 }; /* code points; a longer phrase is cut */

/* Folds a NUL-ended UTF-8 phrase, white space left out, into `out` (room for
 * DZ_PHRASE_MAX) and returns its length. */
size_t dz_phrase_fold(const char *phrase, uint32_t *out);

/* Adds the folded phrase; an empty one is left out. As dz_trie_add. */
bool dz_phrase_add(dz_trie *trie, const char *phrase, int32_t value, int32_t *stored);

#endif
