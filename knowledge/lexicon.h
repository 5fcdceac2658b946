/* lexicon.h - common words of the genre: data/lexicon.tsv. */
#ifndef DZ_KNOWLEDGE_LEXICON_H
#define DZ_KNOWLEDGE_LEXICON_H

#include "base/arena.h"
#include "base/trie.h"
#include <duizhao/status.h>

typedef struct dz_lexicon {
  dz_trie words; /* folded; the value is the cost of reading the word: the rarer the dearer */
} dz_lexicon;

enum {
  DZ_LEXICON_LETTERS = 4, /* characters of the longest word */
  DZ_LEXICON_BIT = 16,    /* unit of costs: so many are a bit */
  DZ_LEXICON_SINGLE =
      11 * DZ_LEXICON_BIT /* cost of a character that is read as a word but not known as one */
};

/* Loads the table; *out is to be freed with dz_lexicon_free, also on failure. */
DZ_MUST_CHECK dz_status dz_lexicon_load(dz_lexicon *out, const char *directory, dz_arena *arena,
                                        dz_error *error);
void dz_lexicon_free(dz_lexicon *lexicon);

#endif
