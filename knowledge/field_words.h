/* field_words.h - wording by which the field or aspect of a section is known from what stands below
 * its heading (data/field_words.tsv), each with its weight
 *
 * Phrases are held folded, so that a search runs on dz_text.fold. */
#ifndef DZ_KNOWLEDGE_FIELD_WORDS_H
#define DZ_KNOWLEDGE_FIELD_WORDS_H

#include <duizhao/report.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/trie.h"
#include "taxonomy.h"

typedef struct dz_field_word {
  int32_t node;   /* index into the taxonomy */
  int32_t weight; /* half units of the natural logarithm */
  int32_t next;   /* the same wording for another section, -1 none */
} dz_field_word;

typedef struct dz_field_words {
  dz_trie trie;   /* folded wording -> index into words */
  dz_array words; /* dz_field_word */
  size_t node_count;
} dz_field_words;

/* As described in knowledge.h. */
DZ_MUST_CHECK dz_status dz_field_words_load(dz_field_words *out, const dz_taxonomy *taxonomy,
                                            const char *directory, dz_arena *arena,
                                            dz_error *error);
void dz_field_words_free(dz_field_words *table);

/* Adds up the weights of the wording in fold[span), the longest at each place, for every section:
 * `sums` has node_count items and is set anew. O(length + sections). */
void dz_field_words_score(const dz_field_words *table, const uint32_t *fold, dz_span span,
                          uint32_t *sums);

#endif
