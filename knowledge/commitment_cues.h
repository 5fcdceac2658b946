/* commitment_cues.h - words that make a commitment (data/commitment_cues.tsv)
 *
 * Phrases are held folded, so that a search runs on dz_text.fold. */
#ifndef DZ_KNOWLEDGE_COMMITMENT_CUES_H
#define DZ_KNOWLEDGE_COMMITMENT_CUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/trie.h"

typedef enum dz_cue_class { /* as data/commitment_cues.tsv names them */
                            DZ_CUE_GUARANTEE,
                            DZ_CUE_NEG_GUARANTEE,
                            DZ_CUE_RESTRAIN,
                            DZ_CUE_OBLIGATION,
                            DZ_CUE_STRIVE,
                            DZ_CUE_PLAN,
                            DZ_CUE_PROMOTE,
                            DZ_CUE_EXPLORE,
                            DZ_CUE_VACUOUS,
                            DZ_CUE_ACT,
                            DZ_CUE_CLASS_COUNT
} dz_cue_class;

typedef struct dz_cue {
  dz_cue_class class;
  int8_t strength; /* 0..6 */
  int8_t polarity; /* +1, -1 */
} dz_cue;

typedef struct dz_commitment_cues {
  dz_trie trie; /* value: index into cue */
  const dz_cue *cue;
} dz_commitment_cues;

/* As described in knowledge.h. */
DZ_MUST_CHECK dz_status dz_commitment_cues_load(dz_commitment_cues *out, const char *directory,
                                                dz_arena *arena, dz_error *error);
void dz_commitment_cues_free(dz_commitment_cues *table);

#endif
