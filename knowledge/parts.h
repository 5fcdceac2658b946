/* parts.h - headings of the parts of a work report (data/parts.tsv)
 *
 * Phrases are held folded, so that a search runs on dz_text.fold. */
#ifndef DZ_KNOWLEDGE_PARTS_H
#define DZ_KNOWLEDGE_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/trie.h"

typedef enum dz_part {
  DZ_PART_OTHER,    /* salutation, thanks, closing */
  DZ_PART_REVIEW,   /* what was done */
  DZ_PART_PROBLEMS, /* what is lacking */
  DZ_PART_OUTLOOK,  /* plans of several years */
  DZ_PART_PLAN      /* plans of the year */
} dz_part;

typedef enum dz_part_place {                   /* where a word of data/parts.tsv is looked for */
                             DZ_WORDS_HEADING, /* top headings of work reports */
                             /* the first characters of a paragraph of a work report */
                             DZ_WORDS_OPENING,
                             DZ_WORDS_COUNT
} dz_part_place;

typedef struct dz_part_word {
  dz_part part;
  dz_part_place place;
} dz_part_word;

typedef struct dz_parts {
  dz_trie trie[DZ_WORDS_COUNT]; /* value: index into word, earlier rows win */
  const dz_part_word *word;
} dz_parts;

/* As described in knowledge.h. */
DZ_MUST_CHECK dz_status dz_parts_load(dz_parts *out, const char *directory, dz_arena *arena,
                                      dz_error *error);
void dz_parts_free(dz_parts *table);

#endif
