/* degree.c - see degree.h */
#include "degree.h"

#include <string.h>

#include "base/error.h"
#include "table.h"
#include "text/phrase.h"

enum { WORD, KIND, COLUMNS };

static bool read_kind(const char *name, int32_t *kind) {
  static const char *const kinds[DZ_DEGREE_KIND_COUNT] = {
      [DZ_DEGREE_BOUND] = "bound", [DZ_DEGREE_FORCE] = "force", [DZ_DEGREE_EXTENT] = "extent",
      [DZ_DEGREE_PACE] = "pace",   [DZ_DEGREE_SHARE] = "share", [DZ_DEGREE_NEGATION] = "negation"};

  for (*kind = 0; *kind < DZ_DEGREE_KIND_COUNT; ++*kind)
    if (!strcmp(kinds[*kind], name)) return true;
  return false;
}

dz_status dz_degree_load(dz_degree *out, const char *directory, dz_arena *arena, dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "degree.tsv", COLUMNS, directory, arena, error);

  dz_trie_init(&out->words);
  for (size_t i = 0; !status && i < table.row_count; i++) {
    int32_t kind;
    if (!read_kind(table.rows[i].fields[KIND], &kind))
      return dz_table_fail(&table, i, "no such kind of degree", error);
    if (!dz_phrase_add(&out->words, table.rows[i].fields[WORD], kind, NULL))
      status = dz_fail_memory(error);
  }
  return status;
}

void dz_degree_free(dz_degree *degree) {
  dz_trie_free(&degree->words);
}
