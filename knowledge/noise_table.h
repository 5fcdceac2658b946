/* noise_table.h - wording that is not the report's own (data/noise.tsv) */
#ifndef DZ_KNOWLEDGE_NOISE_TABLE_H
#define DZ_KNOWLEDGE_NOISE_TABLE_H

#include <duizhao/report.h>

#include "base/arena.h"
#include "base/trie.h"

typedef struct dz_noise_word {
  dz_noise_kind kind;
  bool whole_line; /* the line that holds it is noise */
  uint8_t sign;    /* 1..3: one sign of an advert, of which it takes two kinds; 0: sure by itself */
  bool keep;       /* no noise: what looks like a mask in it is none */
} dz_noise_word;

typedef struct dz_noise_table {
  dz_trie trie; /* folded wording -> index into words */
  dz_noise_word *words;
  size_t count;
} dz_noise_table;

DZ_MUST_CHECK dz_status dz_noise_table_load(dz_noise_table *out, const char *directory,
                                            dz_arena *arena, dz_error *error);
void dz_noise_table_free(dz_noise_table *table);

#endif
