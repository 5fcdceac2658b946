/* parts.c - see parts.h */
#include "parts.h"

#include "base/error.h"
#include "table.h"

static const char *const places[DZ_WORDS_COUNT] = {"heading", "opening"};
static const char *const part_names[] = {"other", "review", "problems", "outlook", "plan"};

dz_status dz_parts_load(dz_parts *out, const char *directory, dz_arena *arena, dz_error *error) {
  dz_table table;
  dz_status status;
  dz_part_word *words;

  out->word = NULL;
  for (int i = 0; i < DZ_WORDS_COUNT; i++) dz_trie_init(&out->trie[i]);
  status = dz_table_load(&table, "parts.tsv", 3, directory, arena, error);
  words = status ? NULL : dz_arena_array(arena, table.row_count, sizeof *words);
  if (!status && !words) return dz_fail_memory(error);
  out->word = words;
  for (size_t i = 0; !status && i < table.row_count; i++) {
    int part = dz_table_index(part_names, 5, table.rows[i].fields[1]);
    int place = dz_table_index(places, DZ_WORDS_COUNT, table.rows[i].fields[2]);
    if (part < 0 || place < 0)
      return dz_table_fail(&table, i, "no such part or no such place", error);
    words[i] = (dz_part_word){.part = (dz_part)part, .place = (dz_part_place)place};
    status = dz_table_add_phrase(&out->trie[place], table.rows[i].fields[0], (int32_t)i, &table, i,
                                 error);
  }
  return status;
}

void dz_parts_free(dz_parts *table) {
  for (int i = 0; i < DZ_WORDS_COUNT; i++) dz_trie_free(&table->trie[i]);
}
