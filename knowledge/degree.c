/* degree.c - see degree.h */
#include "degree.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/utf8.h"
#include "table.h"
#include "text/unicode.h"

enum { WORD, KIND, COLUMNS };

static bool is_kind(const char *name) {
  static const char *const kinds[] = {"bound", "force", "extent", "pace", "share"};

  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (!strcmp(kinds[i], name)) return true;
  return false;
}

static dz_status add_word(dz_degree *out, const dz_table *table, size_t row, uint32_t *cps,
                          dz_error *error) {
  size_t length = dz_utf8_to_cps(table->rows[row].fields[WORD], cps);

  if (!is_kind(table->rows[row].fields[KIND]))
    return dz_table_fail(table, row, "no such kind of degree", error);
  for (size_t i = 0; i < length; i++) cps[i] = dz_fold_cp(cps[i]);
  return dz_trie_add(&out->words, cps, length, (int32_t)row, NULL) ? DZ_OK : dz_fail_memory(error);
}

dz_status dz_degree_load(dz_degree *out, const char *directory, dz_arena *arena, dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "degree.tsv", COLUMNS, directory, arena, error);

  dz_trie_init(&out->words);
  for (size_t i = 0; !status && i < table.row_count; i++) {
    uint32_t *cps = dz_arena_array(arena, strlen(table.rows[i].fields[WORD]), sizeof *cps);
    status = cps ? add_word(out, &table, i, cps, error) : dz_fail_memory(error);
  }
  return status;
}

void dz_degree_free(dz_degree *degree) {
  dz_trie_free(&degree->words);
}
