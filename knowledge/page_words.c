/* page_words.c - see page_words.h */
#include "page_words.h"

#include <string.h>

#include "base/error.h"
#include "table.h"
#include "text/phrase.h"
#include "text/unicode.h"

enum { WORD, WHERE, COLUMNS, LINE_MOST = 256 };

dz_status dz_page_words_load(dz_page_words *out, const char *directory, dz_arena *arena,
                             dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "page_words.tsv", COLUMNS, directory, arena, error);

  *out = (dz_page_words){0};
  dz_trie_init(&out->lines);
  dz_trie_init(&out->alone);
  dz_trie_init(&out->rest);
  if (status) return status;
  out->names = dz_arena_array(arena, table.row_count, sizeof *out->names);
  if (!out->names) return dz_fail_memory(error);
  for (size_t i = 0; i < table.row_count; i++) {
    const char **fields = table.rows[i].fields;
    dz_trie *trie = !strcmp(fields[WHERE], "line")    ? &out->lines
                    : !strcmp(fields[WHERE], "alone") ? &out->alone
                    : !strcmp(fields[WHERE], "rest")  ? &out->rest
                                                      : NULL;
    if (!strcmp(fields[WHERE], "name"))
      out->names[out->name_count++] = fields[WORD];
    else if (!trie)
      return dz_table_fail(&table, i, "where must be line, alone, rest or name", error);
    else if (!dz_phrase_add(trie, fields[WORD], (int32_t)i, NULL))
      return dz_fail_memory(error);
  }
  return DZ_OK;
}

void dz_page_words_free(dz_page_words *words) {
  dz_trie_free(&words->lines);
  dz_trie_free(&words->alone);
  dz_trie_free(&words->rest);
}

bool dz_page_words_in_name(const dz_page_words *words, const char *name) {
  for (size_t i = 0; i < words->name_count; i++)
    if (strstr(name, words->names[i])) return true;
  return false;
}

bool dz_page_words_in_line(const dz_page_words *words, const uint32_t *cp, size_t count) {
  uint32_t folded[LINE_MOST];
  int32_t row;

  if (count > LINE_MOST) count = LINE_MOST;
  for (size_t i = 0; i < count; i++) folded[i] = dz_fold_cp(cp[i]);
  for (size_t i = 0; i < count; i++)
    if (dz_trie_longest(&words->lines, folded + i, count - i, &row)) return true;
  return false;
}
