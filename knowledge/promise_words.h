/* promise_words.h - what speaks for a promise or against it (data/promise_words.tsv)
 *
 * Phrases are held folded, so that a search runs on dz_text.fold. */
#ifndef DZ_KNOWLEDGE_PROMISE_WORDS_H
#define DZ_KNOWLEDGE_PROMISE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/trie.h"

typedef enum dz_promise_role { /* as data/promise_words.tsv names them */
                               DZ_PROMISE_AHEAD,
                               DZ_PROMISE_SEASON,
                               DZ_PROMISE_THIS_YEAR,
                               DZ_PROMISE_EXTENT,
                               DZ_PROMISE_RHYTHM,
                               DZ_PROMISE_OUTCOME,
                               DZ_PROMISE_BAR,
                               DZ_PROMISE_INTEND,
                               DZ_PROMISE_REST,
                               DZ_PROMISE_MEANS,
                               DZ_PROMISE_ASK,
                               DZ_PROMISE_PURPOSE,
                               DZ_PROMISE_STANCE,
                               DZ_PROMISE_ACHIEVED,
                               DZ_PROMISE_NEED,
                               DZ_PROMISE_NOTE,
                               DZ_PROMISE_FRAME,
                               DZ_PROMISE_VOW,
                               DZ_PROMISE_ANSWERS,
                               DZ_PROMISE_ROLE_COUNT
} dz_promise_role;

typedef struct dz_promise_words {
  dz_trie trie; /* value: dz_promise_role */
} dz_promise_words;

/* As described in knowledge.h. */
DZ_MUST_CHECK dz_status dz_promise_words_load(dz_promise_words *out, const char *directory,
                                              dz_arena *arena, dz_error *error);
void dz_promise_words_free(dz_promise_words *table);

#endif
