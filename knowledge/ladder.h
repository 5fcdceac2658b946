/* ladder.h - how far a project has come, in words (data/ladder.tsv)
 *
 * Phrases are held folded, so that a search runs on dz_text.fold. */
#ifndef DZ_KNOWLEDGE_LADDER_H
#define DZ_KNOWLEDGE_LADDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/trie.h"

/* Steps of the stage ladder, as data/ladder.tsv counts them. */
enum dz_ladder {
  DZ_LADDER_NONE,
  DZ_LADDER_PLANNED,
  DZ_LADDER_SIGNED,
  DZ_LADDER_APPROVED, /* or applied for */
  DZ_LADDER_STARTED,
  DZ_LADDER_UNDER_WAY,
  DZ_LADDER_STANDS, /* the main part of it */
  DZ_LADDER_FINISHED,
  DZ_LADDER_IN_USE,
  DZ_LADDER_FULL /* capacity */
};

typedef struct dz_ladder_words {
  dz_trie trie; /* value: enum dz_ladder; DZ_LADDER_NONE: part of a name */
} dz_ladder_words;

/* As described in knowledge.h. */
DZ_MUST_CHECK dz_status dz_ladder_words_load(dz_ladder_words *out, const char *directory,
                                             dz_arena *arena, dz_error *error);
void dz_ladder_words_free(dz_ladder_words *table);

#endif
