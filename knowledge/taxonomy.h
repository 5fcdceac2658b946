/* taxonomy.h - the canonical sections (data/sections.tsv); the wording by which
 * they are known is in section_cues.h. */
#ifndef DZ_KNOWLEDGE_TAXONOMY_H
#define DZ_KNOWLEDGE_TAXONOMY_H

#include <stdbool.h>
#include <stddef.h>

#include <duizhao/knowledge.h>

#include "base/arena.h"

typedef struct dz_taxonomy {
  dz_canonical *nodes; /* in customary order, level 1 before its level 2 */
  size_t node_count;
} dz_taxonomy;

DZ_MUST_CHECK dz_status dz_taxonomy_load(dz_taxonomy *out, const char *directory, dz_arena *arena,
                                         dz_error *error);
void dz_taxonomy_free(dz_taxonomy *taxonomy);

/* The node with this id, or NULL. */
const dz_canonical *dz_taxonomy_find(const dz_taxonomy *taxonomy, const char *id);

/* The level-1 section a canonical belongs to; NULL for NULL. */
const dz_canonical *dz_canonical_family(const dz_canonical *canonical);

/* true if the canonical, or its level 1, has this id. NULL is none. */
bool dz_canonical_in(const dz_canonical *canonical, const char *level1);

#endif
