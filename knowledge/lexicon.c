/* lexicon.c - see lexicon.h */
#include "lexicon.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "table.h"
#include "text/phrase.h"

enum { WORD, TIMES, COLUMNS };
enum { TIMES_MAX = 1000000 };

/* How often the word stands, or 0 if the field is no such number. */
static long times_of(const char *field) {
  char *end;
  long times = strtol(field, &end, 10);

  return *end || times < 1 || times > TIMES_MAX ? 0 : times;
}

static dz_status add_word(dz_lexicon *out, const dz_table *table, size_t row, double total,
                          dz_error *error) {
  const char *const *fields = table->rows[row].fields;
  uint32_t letters[DZ_PHRASE_MAX];
  size_t length = dz_phrase_fold(fields[WORD], letters);
  double bits = log2(total / (double)times_of(fields[TIMES]));

  if (!length || length > DZ_LEXICON_LETTERS)
    return dz_table_fail(table, row, "a word of one to four characters is wanted", error);
  if (!dz_trie_add(&out->words, letters, length, (int32_t)(DZ_LEXICON_BIT * bits), NULL))
    return dz_fail_memory(error);
  return DZ_OK;
}

dz_status dz_lexicon_load(dz_lexicon *out, const char *directory, dz_arena *arena,
                          dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "lexicon.tsv", COLUMNS, directory, arena, error);
  double total = 0;

  dz_trie_init(&out->words);
  for (size_t i = 0; !status && i < table.row_count; i++) {
    long times = times_of(table.rows[i].fields[TIMES]);
    if (!times) status = dz_table_fail(&table, i, "how often the word stands is wanted", error);
    total += (double)times;
  }
  for (size_t i = 0; !status && i < table.row_count; i++)
    status = add_word(out, &table, i, total, error);
  return status;
}

void dz_lexicon_free(dz_lexicon *lexicon) {
  dz_trie_free(&lexicon->words);
}
