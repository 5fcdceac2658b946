/* formulas.c - see formulas.h */
#include "formulas.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "table.h"

enum { PHRASE, VARIANTS, CATEGORY, FIRST, STALE, SUCCESSOR, FLAGS, WEIGHT, COLUMNS };
enum { NAME, BASE, SERIES_COLUMNS };

static bool add_phrases(dz_formulas *formulas, const char *const *phrases, size_t count,
                        int32_t row) {
  for (size_t i = 0; i < count; i++) {
    if (!dz_phrase_add(&formulas->trie, phrases[i], row, NULL)) return false;
    dz_starters_add(&formulas->starters, phrases[i]);
  }
  return true;
}

static dz_status load_rows(dz_formulas *out, const char *directory, dz_arena *arena,
                           dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "formulas.tsv", COLUMNS, directory, arena, error);

  if (status) return status;
  out->rows = dz_arena_array(arena, table.row_count, sizeof *out->rows);
  if (!out->rows) return dz_fail_memory(error);
  out->count = table.row_count;
  for (size_t i = 0; i < table.row_count; i++) {
    const char **fields = table.rows[i].fields, **variants;
    dz_formula *formula = &out->rows[i];
    size_t count;
    *formula = (dz_formula){.phrase = fields[PHRASE],
                            .category = fields[CATEGORY],
                            .successor = fields[SUCCESSOR],
                            .hard = strchr(fields[FLAGS], 'h') != NULL,
                            .dated = strchr(fields[FLAGS], 'd') != NULL,
                            .chain = strchr(fields[FLAGS], 'c') != NULL};
    if (!dz_table_month(&formula->first, fields[FIRST]) ||
        !dz_table_month(&formula->stale, fields[STALE]))
      return dz_table_fail(&table, i, "a month must be yyyy-mm", error);
    if (formula->first && formula->stale && formula->first >= formula->stale)
      return dz_table_fail(&table, i, "the first month must be before the stale one", error);
    variants = dz_table_list(fields[VARIANTS], &count, arena);
    if (!variants || !add_phrases(out, &formula->phrase, 1, (int32_t)i) ||
        !add_phrases(out, variants, count, (int32_t)i))
      return dz_fail_memory(error);
  }
  return DZ_OK;
}

static dz_status load_series(dz_formulas *out, const char *directory, dz_arena *arena,
                             dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "series.tsv", SERIES_COLUMNS, directory, arena, error);

  if (status) return status;
  out->series = dz_arena_array(arena, table.row_count, sizeof *out->series);
  if (!out->series) return dz_fail_memory(error);
  for (size_t i = 0; i < table.row_count; i++) {
    char *end;
    out->series[i].name = table.rows[i].fields[NAME];
    out->series[i].base = (uint32_t)strtoul(table.rows[i].fields[BASE], &end, 10);
    if (*end || out->series[i].base < 1900)
      return dz_table_fail(&table, i, "the base must be a year", error);
    if (!dz_phrase_add(&out->series_trie, out->series[i].name, (int32_t)i, NULL))
      return dz_fail_memory(error);
  }
  return DZ_OK;
}

dz_status dz_formulas_load(dz_formulas *out, const char *directory, dz_arena *arena,
                           dz_error *error) {
  dz_status status;

  *out = (dz_formulas){0};
  dz_trie_init(&out->trie);
  dz_trie_init(&out->series_trie);
  status = load_rows(out, directory, arena, error);
  if (!status) status = load_series(out, directory, arena, error);
  return status;
}

void dz_formulas_free(dz_formulas *formulas) {
  dz_trie_free(&formulas->trie);
  dz_trie_free(&formulas->series_trie);
}

const dz_formula *dz_formulas_find(const dz_formulas *formulas, const char *phrase) {
  for (size_t i = 0; i < formulas->count; i++)
    if (!strcmp(formulas->rows[i].phrase, phrase)) return &formulas->rows[i];
  return NULL;
}
