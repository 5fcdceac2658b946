/* title_parts.c - see title_parts.h */
#include "title_parts.h"

#include "base/error.h"
#include "table.h"
#include "text/phrase.h"

dz_status dz_title_parts_load(dz_title_parts *out, const dz_taxonomy *taxonomy,
                              const char *directory, dz_arena *arena, dz_error *error) {
  enum { WORD, ID, COLUMNS };
  dz_table table;
  dz_status status = dz_table_load(&table, "title_parts.tsv", COLUMNS, directory, arena, error);

  *out = (dz_title_parts){0};
  dz_trie_init(&out->words);
  if (status) return status;
  out->parts = dz_arena_array(arena, table.row_count, sizeof *out->parts);
  if (!out->parts) return dz_fail_memory(error);
  for (size_t i = 0; i < table.row_count; i++) {
    out->parts[i] = (dz_title_part){table.rows[i].fields[WORD],
                                    dz_taxonomy_find(taxonomy, table.rows[i].fields[ID])};
    if (!out->parts[i].canonical)
      return dz_table_fail(&table, i, "no such section in sections.tsv", error);
    if (!dz_phrase_add(&out->words, out->parts[i].word, (int32_t)i, NULL))
      return dz_fail_memory(error);
  }
  return DZ_OK;
}

void dz_title_parts_free(dz_title_parts *parts) {
  dz_trie_free(&parts->words);
}
