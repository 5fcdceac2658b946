/* title_parts.h - what a word in a title promises (data/title_parts.tsv) */
#ifndef DZ_KNOWLEDGE_TITLE_PARTS_H
#define DZ_KNOWLEDGE_TITLE_PARTS_H

#include "base/arena.h"
#include "base/trie.h"
#include "taxonomy.h"

typedef struct dz_title_part {
  const char *word; /* as it is written */
  const dz_canonical *canonical;
} dz_title_part;

typedef struct dz_title_parts {
  dz_trie words; /* -> index into parts */
  dz_title_part *parts;
} dz_title_parts;

DZ_MUST_CHECK dz_status dz_title_parts_load(dz_title_parts *out, const dz_taxonomy *taxonomy,
                                            const char *directory, dz_arena *arena,
                                            dz_error *error);
void dz_title_parts_free(dz_title_parts *parts);

#endif
