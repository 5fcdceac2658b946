/* genre.c - see genre.h */
#include "genre.h"

#include <string.h>

#include "base/error.h"
#include "base/utf8.h"
#include "symbol.h"
#include "table.h"
#include "unicode.h"

enum { PHRASE, COUNT, COLUMNS };
enum { LONGEST = 64 }; /* symbols of a phrase */

/* The bit of the filter for the first DZ_GENRE_START symbols. */
static uint32_t filter_bit(const uint16_t *symbols) {
  uint64_t key;

  memcpy(&key, symbols, sizeof key);
  return (uint32_t)((key * 0x9E3779B97F4A7C15u) >> 40) & (DZ_GENRE_FILTER - 1);
}

/* The phrase in symbols; 0 if it is too short or too long to be used. */
static size_t to_symbols(const char *phrase, uint16_t *symbols) {
  uint32_t cps[LONGEST * 2];
  size_t length, count = 0;

  if (strlen(phrase) >= sizeof cps / sizeof *cps) return 0;
  length = dz_utf8_to_cps(phrase, cps);
  for (size_t i = 0; i < length; i++) cps[i] = dz_fold_cp(cps[i]);
  for (size_t i = 0; i < length && count < LONGEST;) {
    int32_t symbol = dz_symbol_of(cps[i]);
    i = symbol == DZ_SYM_NUMBER ? dz_symbol_figure_end(cps, length, i) : i + 1;
    if (symbol >= 0) symbols[count++] = (uint16_t)symbol;
  }
  return count;
}

static dz_status add(dz_genre *genre, const dz_table *table, size_t row, dz_error *error) {
  uint16_t symbols[LONGEST];
  uint32_t wide[LONGEST];
  size_t count = to_symbols(table->rows[row].fields[PHRASE], symbols);
  uint32_t bit;

  if (count < DZ_GENRE_START) return dz_table_fail(table, row, "a phrase must have 4 to 64 characters", error);
  for (size_t i = 0; i < count; i++) wide[i] = symbols[i];
  if (!dz_trie_add(&genre->phrases, wide, count, (int32_t)row, NULL)) return dz_fail_memory(error);
  bit = filter_bit(symbols);
  genre->filter[bit / 64] |= (uint64_t)1 << bit % 64;
  return DZ_OK;
}

dz_status dz_genre_load(dz_genre *out, const char *directory, dz_arena *arena, dz_error *error) {
  dz_table table;
  dz_status status;

  *out = (dz_genre){0};
  dz_trie_init(&out->phrases);
  status = dz_table_load(&table, "genre.tsv", COLUMNS, directory, arena, error);
  if (status) return status;
  out->filter = dz_arena_array(arena, DZ_GENRE_FILTER / 64, sizeof *out->filter);
  if (!out->filter) return dz_fail_memory(error);
  for (size_t i = 0; i < table.row_count && !status; i++) status = add(out, &table, i, error);
  out->phrase_count = table.row_count;
  return status;
}

void dz_genre_free(dz_genre *genre) {
  dz_trie_free(&genre->phrases);
  *genre = (dz_genre){0};
}

/* The longest phrase at the start of `symbols`. */
static size_t longest(const dz_genre *genre, const uint16_t *symbols, size_t length) {
  uint32_t wide[LONGEST];
  int32_t row;

  if (length > LONGEST) length = LONGEST;
  for (size_t i = 0; i < length; i++) wide[i] = symbols[i];
  return dz_trie_longest(&genre->phrases, wide, length, &row);
}

static void raise(uint8_t *covered, size_t start, size_t end, uint8_t level) {
  for (size_t i = start; i < end; i++)
    if (covered[i] < level) covered[i] = level;
}

void dz_genre_cover(const dz_genre *genre, const uint16_t *symbols, size_t count, uint8_t *covered) {
  for (size_t i = 0; i + DZ_GENRE_START <= count; i++) {
    uint32_t bit = filter_bit(symbols + i);
    size_t length;
    if (!(genre->filter[bit / 64] >> bit % 64 & 1)) continue;
    length = longest(genre, symbols + i, count - i);
    raise(covered, i, i + length, length >= DZ_GENRE_LONG ? DZ_GENRE_FORMULA : DZ_GENRE_WORDING);
  }
}
