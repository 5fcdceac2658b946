/* degree.h - words of degree and of negation: data/degree.tsv. */
#ifndef DZ_KNOWLEDGE_DEGREE_H
#define DZ_KNOWLEDGE_DEGREE_H

#include "base/arena.h"
#include "base/trie.h"
#include <duizhao/status.h>

typedef enum dz_degree_kind { /* as in the head of the table */
                              DZ_DEGREE_BOUND,
                              DZ_DEGREE_FORCE,
                              DZ_DEGREE_EXTENT,
                              DZ_DEGREE_PACE,
                              DZ_DEGREE_SHARE,
                              DZ_DEGREE_NEGATION,
                              DZ_DEGREE_KIND_COUNT
} dz_degree_kind;

typedef struct dz_degree {
  dz_trie words; /* folded; the value is the dz_degree_kind */
} dz_degree;

/* Loads the table; *out is to be freed with dz_degree_free, also on failure. */
DZ_MUST_CHECK dz_status dz_degree_load(dz_degree *out, const char *directory, dz_arena *arena,
                                       dz_error *error);
void dz_degree_free(dz_degree *degree);

#endif
