/* phrase.h - phrases of the tables as the folded code points they are looked for in */
#ifndef DZ_TEXT_PHRASE_H
#define DZ_TEXT_PHRASE_H

#include <duizhao/text.h>

#include "base/trie.h"

enum { DZ_PHRASE_MAX = 64 }; /* code points; a longer phrase is cut */

/* Folds a NUL-ended UTF-8 phrase, white space left out, into `out` (room for
 * DZ_PHRASE_MAX) and returns its length. */
size_t dz_phrase_fold(const char *phrase, uint32_t *out);

/* Adds the folded phrase; an empty one is left out. As dz_trie_add. */
bool dz_phrase_add(dz_trie *trie, const char *phrase, int32_t value, int32_t *stored);

/* The same from the last code point to the first, for matching backwards. */
bool dz_phrase_add_reversed(dz_trie *trie, const char *phrase, int32_t value, int32_t *stored);

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

/* Whether a phrase of the trie may start at fold[at], the starters being its
 * first code points: never false where one does. Both filters are asked
 * without a branch between them, for together they nearly always say no. */
static inline bool dz_phrase_may_start(const dz_starters *starters, const dz_trie *trie,
                                       const dz_text *text, size_t at) {
  unsigned first = dz_starts(starters, text->fold[at]);

  return first & (unsigned)dz_trie_may_start(trie, text->fold + at, text->fold_length - at);
}

/* true if the 0-ended word stands at fold[at] and ends at or before `end`. Words
 * are written U"…" in their folded form. */
bool dz_word_at(const uint32_t *fold, uint32_t at, uint32_t end, const uint32_t *word);

/* true if one of `count` words stands anywhere in fold[span). */
bool dz_word_in(const uint32_t *fold, dz_span span, const uint32_t *const *words, size_t count);

/* true if the code point is one of the 0-ended set. */
bool dz_cp_in(uint32_t cp, const uint32_t *set);

#endif
