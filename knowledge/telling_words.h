/* telling_words.h - plain words by which an official tells what became of a promise
 * (data/telling_words.tsv)
 *
 * Phrases are held folded, so that a search runs on dz_text.fold. */
#ifndef DZ_KNOWLEDGE_TELLING_WORDS_H
#define DZ_KNOWLEDGE_TELLING_WORDS_H

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/trie.h"

typedef enum dz_telling_role { /* as data/telling_words.tsv names them */
                               DZ_TELLING_RECALL,
                               DZ_TELLING_ONLY,
                               DZ_TELLING_NOT,
                               DZ_TELLING_LATE,
                               DZ_TELLING_UNDER_WAY,
                               DZ_TELLING_REST,
                               DZ_TELLING_DONE,
                               DZ_TELLING_DENY,
                               DZ_TELLING_BREACH,
                               DZ_TELLING_CAUSE,
                               DZ_TELLING_LACK,
                               DZ_TELLING_SUM,
                               DZ_TELLING_NONE,
                               DZ_TELLING_ROLE_COUNT
} dz_telling_role;

typedef struct dz_telling_words {
  dz_trie trie; /* value: dz_telling_role */
} dz_telling_words;

/* As described in knowledge.h. */
DZ_MUST_CHECK dz_status dz_telling_words_load(dz_telling_words *out, const char *directory,
                                              dz_arena *arena, dz_error *error);
void dz_telling_words_free(dz_telling_words *table);

#endif
