/* indicators.c - see indicators.h */
#include "indicators.h"

#include "base/error.h"
#include "table.h"

static const char *const senses[] = {"any", "cap"}; /* of an indicator: the lower the better? */

dz_status dz_indicators_load(dz_indicators *out, const char *directory, dz_arena *arena,
                             dz_error *error) {
  dz_table table;
  dz_status status;
  dz_indicator *list;

  *out = (dz_indicators){0};
  dz_trie_init(&out->trie);
  status = dz_table_load(&table, "indicators.tsv", 4, directory, arena, error);
  list = status ? NULL : dz_arena_array(arena, table.row_count, sizeof *list);
  if (!status && !list) return dz_fail_memory(error);
  out->indicator = list;
  for (size_t i = 0; !status && i < table.row_count; i++) {
    const char **field = table.rows[i].fields;
    size_t count = 0;
    const char **names = dz_table_list(field[3], &count, arena);
    int sense = dz_table_index(senses, 2, field[1]);
    if (!names) return dz_fail_memory(error);
    if (sense < 0) return dz_table_fail(&table, i, "the sense must be any or cap", error);
    list[i] = (dz_indicator){.name = field[0], .group = field[2], .ceiling = sense};
    for (size_t k = 0; !status && k < count; k++)
      status = dz_table_add_phrase(&out->trie, names[k], (int32_t)i, &table, i, error);
    out->count++;
  }
  return status;
}

void dz_indicators_free(dz_indicators *table) {
  dz_trie_free(&table->trie);
}
