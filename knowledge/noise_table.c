/* noise_table.c - reads data/noise.tsv; see noise.h */
#include <string.h>

#include "base/error.h"
#include "noise_table.h"
#include "table.h"
#include "text/phrase.h"

enum { WORDING, KIND, SCOPE, COLUMNS };

static bool read_kind(dz_noise_word *word, const char *kind) {
  word->keep = !strcmp(kind, "keep");
  if (word->keep) return true;
  if (!strcmp(kind, "paywall"))
    word->kind = DZ_NOISE_PAYWALL;
  else if (!strcmp(kind, "advert"))
    word->kind = DZ_NOISE_ADVERT;
  else if (!strcmp(kind, "trailer"))
    word->kind = DZ_NOISE_TRAILER;
  else
    return false;
  return true;
}

dz_status dz_noise_table_load(dz_noise_table *out, const char *directory, dz_arena *arena,
                              dz_error *error) {
  static const char *const signs[] = {"call", "site", "offer"};
  dz_table table;
  dz_status status = dz_table_load(&table, "noise.tsv", COLUMNS, directory, arena, error);

  *out = (dz_noise_table){0};
  dz_trie_init(&out->trie);
  if (status) return status;
  out->words = dz_arena_array(arena, table.row_count, sizeof *out->words);
  if (!out->words) return dz_fail_memory(error);
  for (size_t i = 0; i < table.row_count; i++) {
    const char **fields = table.rows[i].fields;
    if (!read_kind(&out->words[i], fields[KIND]))
      return dz_table_fail(&table, i, "the kind must be paywall, advert, trailer or keep", error);
    out->words[i].whole_line = !strcmp(fields[SCOPE], "line");
    for (uint8_t k = 0; k < sizeof signs / sizeof *signs; k++)
      if (!strcmp(fields[SCOPE], signs[k])) out->words[i].sign = k + 1;
    if (!out->words[i].whole_line && !out->words[i].sign && strcmp(fields[SCOPE], "word"))
      return dz_table_fail(&table, i, "the scope must be line, word, call, site or offer", error);
    if (!dz_phrase_add(&out->trie, fields[WORDING], (int32_t)i, NULL)) return dz_fail_memory(error);
  }
  out->count = table.row_count;
  return DZ_OK;
}

void dz_noise_table_free(dz_noise_table *table) {
  dz_trie_free(&table->trie);
}
