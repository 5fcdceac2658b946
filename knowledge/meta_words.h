/* meta_words.h - the tables by which title, year, office and type are read
 * (data/report_types.tsv, data/year_cues.tsv, data/roles.tsv) */
#ifndef DZ_KNOWLEDGE_META_WORDS_H
#define DZ_KNOWLEDGE_META_WORDS_H

#include <duizhao/knowledge.h>

#include "base/arena.h"
#include "base/trie.h"

typedef struct dz_type_rule {
  dz_report_type type;
  const char **words; /* all must stand in the title; "a|b" is one of two */
  size_t word_count;
  const char **without;
  size_t without_count;
} dz_type_rule;

typedef struct dz_year_cue {
  uint32_t first, last; /* yyyymm; last 0: open */
  int32_t next;         /* index of the next row with the same wording, -1 none */
} dz_year_cue;

enum { DZ_OFFICE_WORD, DZ_OFFICE_MODIFIER };

/* What a word in front of an office is, data/roles.tsv. */
enum { DZ_BODY_AREA, DZ_BODY_COMMON, DZ_BODY_BOUND, DZ_BODY_MEMBER };

typedef struct dz_meta_words {
  dz_type_rule *types;
  size_t type_count;
  dz_year_cue *years;
  dz_trie year_words; /* -> index into years */
  dz_trie role_words; /* -> DZ_OFFICE_WORD or DZ_OFFICE_MODIFIER */
  dz_trie body_words; /* -> DZ_BODY_* */
  dz_trie body_ends;  /* reversed: how the name of a body ends; 1: it tells the place only */
} dz_meta_words;

DZ_MUST_CHECK dz_status dz_meta_words_load(dz_meta_words *out, const char *directory,
                                           dz_arena *arena, dz_error *error);
void dz_meta_words_free(dz_meta_words *words);

#endif
