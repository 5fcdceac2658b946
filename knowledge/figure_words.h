/* figure_words.h - figures told in words (data/figure_words.tsv). */
#ifndef DZ_KNOWLEDGE_FIGURE_WORDS_H
#define DZ_KNOWLEDGE_FIGURE_WORDS_H

#include <duizhao/report.h>

#include "base/arena.h"
#include "base/trie.h"
#include "text/phrase.h"

typedef struct dz_figure_word {
  const char *value, *unit;
  dz_decimal number;
  dz_comparison_kind comparison;
} dz_figure_word;

typedef struct dz_figure_words {
  dz_figure_word *rows;
  dz_trie trie;
  dz_starters starters; /* of the table and of the patterns in quantity_worded.c */
} dz_figure_words;

DZ_MUST_CHECK dz_status dz_figure_words_load(dz_figure_words *out, const char *directory,
                                             dz_arena *arena, dz_error *error);
void dz_figure_words_free(dz_figure_words *words);

#endif
