/* figure_words.c - see figure_words.h */
#include "figure_words.h"

#include <string.h>

#include "base/decimal.h"
#include "base/error.h"
#include "table.h"

enum { WORD, VALUE, UNIT, COMPARISON, COLUMNS };

static bool read_comparison(dz_figure_word *word, const char *name) {
  for (int i = DZ_CMP_ABSOLUTE; i <= DZ_CMP_FROM_TO; i++)
    if (!strcmp(dz_comparison_kind_name((dz_comparison_kind)i), name)) {
      word->comparison = (dz_comparison_kind)i;
      return true;
    }
  return false;
}

dz_status dz_figure_words_load(dz_figure_words *out, const char *directory, dz_arena *arena,
                               dz_error *error) {
  static const char *const patterns[] = {"每", "第",     "连续",     "一",
                                         "无", "未发生", "没有发生", "零"};
  dz_table table;
  dz_status status = dz_table_load(&table, "figure_words.tsv", COLUMNS, directory, arena, error);

  *out = (dz_figure_words){0};
  dz_trie_init(&out->trie);
  if (status) return status;
  out->rows = dz_arena_array(arena, table.row_count, sizeof *out->rows);
  if (!out->rows) return dz_fail_memory(error);
  for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
    dz_starters_add(&out->starters, patterns[i]);
  for (size_t i = 0; i < table.row_count; i++) {
    const char **fields = table.rows[i].fields;
    dz_figure_word *word = &out->rows[i];
    *word = (dz_figure_word){.value = fields[VALUE], .unit = fields[UNIT]};
    if (!dz_decimal_parse(&word->number, word->value))
      return dz_table_fail(&table, i, "the value must be a number", error);
    if (!read_comparison(word, fields[COMPARISON]))
      return dz_table_fail(&table, i, "the comparison must be one of the report schema", error);
    if (!dz_phrase_add(&out->trie, fields[WORD], (int32_t)i, NULL)) return dz_fail_memory(error);
    dz_starters_add(&out->starters, fields[WORD]);
  }
  return DZ_OK;
}

void dz_figure_words_free(dz_figure_words *words) {
  dz_trie_free(&words->trie);
}
