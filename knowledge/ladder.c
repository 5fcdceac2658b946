/* ladder.c - see ladder.h */
#include "ladder.h"

#include "base/error.h"
#include "table.h"

dz_status dz_ladder_words_load(dz_ladder_words *out, const char *directory, dz_arena *arena,
                               dz_error *error) {
  dz_table table;
  dz_status status;

  dz_trie_init(&out->trie);
  status = dz_table_load(&table, "ladder.tsv", 2, directory, arena, error);
  for (size_t i = 0; !status && i < table.row_count; i++) {
    int step = dz_table_number(table.rows[i].fields[1], -1);
    if (step < DZ_LADDER_NONE || step > DZ_LADDER_FULL)
      return dz_table_fail(&table, i, "the step must be 0..9", error);
    status = dz_table_add_phrase(&out->trie, table.rows[i].fields[0], step, &table, i, error);
  }
  return status;
}

void dz_ladder_words_free(dz_ladder_words *table) {
  dz_trie_free(&table->trie);
}
