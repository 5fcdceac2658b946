/* date_words.h - words for a time counted from the report's year
 * (data/date_words.tsv). */
#ifndef DZ_KNOWLEDGE_DATE_WORDS_H
#define DZ_KNOWLEDGE_DATE_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/trie.h"
#include "text/phrase.h"

typedef struct dz_date_word {
  int first_year, last_year; /* from the year of the report */
  uint32_t from, to;         /* mmdd */
  bool deadline, months, recurring, open;
} dz_date_word;

typedef struct dz_date_words {
  dz_date_word *rows;
  dz_trie trie;
  dz_starters starters;
} dz_date_words;

DZ_MUST_CHECK dz_status dz_date_words_load(dz_date_words *out, const char *directory,
                                           dz_arena *arena, dz_error *error);
void dz_date_words_free(dz_date_words *words);

#endif
