/* date_words.c - see date_words.h */
#include "date_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "table.h"

enum { WORD, YEARS, FROM, TO, FLAGS, COLUMNS };

static bool read_years(dz_date_word *word, const char *field) {
  char *end;

  word->first_year = word->last_year = (int)strtol(field, &end, 10);
  if (!strncmp(end, "..", 2)) word->last_year = (int)strtol(end + 2, &end, 10);
  return !*end && word->first_year >= -9 && word->last_year <= 9;
}

static bool read_day(uint32_t *day, const char *field, uint32_t otherwise) {
  char *end;

  *day = *field ? (uint32_t)strtoul(field, &end, 10) : otherwise;
  return !*field ||
         (!*end && *day % 100 >= 1 && *day % 100 <= 31 && *day / 100 >= 1 && *day / 100 <= 12);
}

dz_status dz_date_words_load(dz_date_words *out, const char *directory, dz_arena *arena,
                             dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "date_words.tsv", COLUMNS, directory, arena, error);

  *out = (dz_date_words){0};
  dz_trie_init(&out->trie);
  if (status) return status;
  out->rows = dz_arena_array(arena, table.row_count, sizeof *out->rows);
  if (!out->rows) return dz_fail_memory(error);
  for (size_t i = 0; i < table.row_count; i++) {
    const char **fields = table.rows[i].fields;
    dz_date_word *word = &out->rows[i];
    *word = (dz_date_word){.deadline = strchr(fields[FLAGS], 'd') != NULL,
                           .months = strchr(fields[FLAGS], 'm') != NULL,
                           .recurring = strchr(fields[FLAGS], 'r') != NULL,
                           .open = strpbrk(fields[FLAGS], "or") != NULL};
    if (!read_years(word, fields[YEARS]))
      return dz_table_fail(&table, i, "years must be N or N..M", error);
    if (!read_day(&word->from, fields[FROM], 101) || !read_day(&word->to, fields[TO], 1231))
      return dz_table_fail(&table, i, "a day must be mmdd", error);
    if (!dz_phrase_add(&out->trie, fields[WORD], (int32_t)i, NULL)) return dz_fail_memory(error);
    dz_starters_add(&out->starters, fields[WORD]);
  }
  return DZ_OK;
}

void dz_date_words_free(dz_date_words *words) {
  dz_trie_free(&words->trie);
}
