/* indicators.h - what targets are set on (data/indicators.tsv)
 *
 * Phrases are held folded, so that a search runs on dz_text.fold. */
#ifndef DZ_KNOWLEDGE_INDICATORS_H
#define DZ_KNOWLEDGE_INDICATORS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/trie.h"

typedef struct dz_indicator {
  const char *name;  /* as shown */
  const char *group; /* "" or rows that are not like with like among themselves */
  bool ceiling;      /* the lower the better: unemployment, prices, deficit */
} dz_indicator;

typedef struct dz_indicators {
  dz_trie trie; /* value: index into indicator */
  const dz_indicator *indicator;
  size_t count;
} dz_indicators;

/* As described in knowledge.h. */
DZ_MUST_CHECK dz_status dz_indicators_load(dz_indicators *out, const char *directory,
                                           dz_arena *arena, dz_error *error);
void dz_indicators_free(dz_indicators *table);

#endif
