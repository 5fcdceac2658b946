/* discourse.h - how a clause hangs together with others (data/discourse.tsv)
 *
 * Phrases are held folded, so that a search runs on dz_text.fold. */
#ifndef DZ_KNOWLEDGE_DISCOURSE_H
#define DZ_KNOWLEDGE_DISCOURSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/trie.h"

typedef enum dz_word_role { /* as data/discourse.tsv names them */
                            DZ_ROLE_CONTINUE,
                            DZ_ROLE_SEVERAL,
                            DZ_ROLE_SINCE,
                            DZ_ROLE_YEAR,
                            DZ_ROLE_FLOW,
                            DZ_ROLE_LIGHT,
                            DZ_ROLE_FUTURE,
                            DZ_ROLE_WILL,
                            DZ_ROLE_TERM,
                            DZ_ROLE_FORECAST,
                            DZ_ROLE_YEARLY,
                            DZ_ROLE_SPEND,
                            DZ_ROLE_RHETORIC,
                            DZ_ROLE_LEVEL,
                            DZ_ROLE_BASIS,
                            DZ_ROLE_COMMENT,
                            DZ_ROLE_LEAD,
                            DZ_ROLE_DEMAND,
                            DZ_ROLE_SLOGAN,
                            DZ_ROLE_MANNER,
                            DZ_ROLE_DEEDS,
                            DZ_ROLE_KIND,
                            DZ_ROLE_COUNT
} dz_word_role;

typedef struct dz_discourse {
  dz_trie trie; /* value: dz_word_role */
} dz_discourse;

/* As described in knowledge.h. */
DZ_MUST_CHECK dz_status dz_discourse_load(dz_discourse *out, const char *directory, dz_arena *arena,
                                          dz_error *error);
void dz_discourse_free(dz_discourse *table);

#endif
