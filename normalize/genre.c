/* genre.c - see genre.h */
#include "genre.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/utf8.h"
#include "symbol.h"
#include "table.h"
#include "unicode.h"

enum { PHRASE, COUNT, COLUMNS };
enum { LONGEST = 64 }; /* symbols of a phrase */

static uint64_t start_of(const uint16_t *symbols) {
  uint64_t key;

  memcpy(&key, symbols, sizeof key); /* DZ_GENRE_START symbols of 16 bits */
  return key;
}

static uint32_t filter_bit(uint64_t start) {
  return (uint32_t)((start * 0x9E3779B97F4A7C15u) >> 40) & (DZ_GENRE_FILTER - 1);
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

static int by_start(const void *x, const void *y) {
  const dz_genre_phrase *p = x, *q = y;

  if (p->start != q->start) return p->start < q->start ? -1 : 1;
  if (p->length != q->length) return p->length > q->length ? -1 : 1;
  return memcmp(p->symbols, q->symbols, p->length * sizeof *p->symbols);
}

static unsigned long count_of(const dz_table *table, size_t row) {
  return strtoul(table->rows[row].fields[COUNT], NULL, 10);
}

/* How many offices were counted: the commonest phrase stands in all of them. */
static unsigned long office_count(const dz_table *table) {
  unsigned long most = 0;

  for (size_t i = 0; i < table->row_count; i++)
    if (count_of(table, i) > most) most = count_of(table, i);
  return most;
}

/* Adds the rows of a table. A `counted` one has the number of offices in its
 * second column; its phrases must be long and widespread to be formulas. */
static dz_status add_table(dz_genre *genre, const char *name, bool counted, const char *directory, dz_arena *arena,
                           dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, name, COLUMNS, directory, arena, error);
  dz_genre_phrase *list;
  unsigned long offices;

  if (status) return status;
  offices = counted ? office_count(&table) : 0;
  list = dz_arena_array(arena, genre->phrase_count + table.row_count, sizeof *list);
  if (!list) return dz_fail_memory(error);
  if (genre->phrase_count) memcpy(list, genre->phrases, genre->phrase_count * sizeof *list);
  genre->phrases = list;
  for (size_t i = 0; i < table.row_count; i++) {
    uint16_t symbols[LONGEST];
    size_t count = to_symbols(table.rows[i].fields[PHRASE], symbols);
    dz_genre_phrase *phrase = &list[genre->phrase_count++];
    if (count < DZ_GENRE_START) return dz_table_fail(&table, i, "a phrase must have 4 to 64 characters", error);
    phrase->symbols = dz_arena_copy(arena, symbols, count * sizeof *symbols);
    if (!phrase->symbols) return dz_fail_memory(error);
    phrase->start = start_of(symbols);
    phrase->length = (uint16_t)count;
    phrase->level = DZ_GENRE_FORMULA;
    if (counted && (count < DZ_GENRE_LONG || count_of(&table, i) * DZ_GENRE_QUARTER <= offices))
      phrase->level = DZ_GENRE_WORDING;
  }
  return DZ_OK;
}

static dz_status index_phrases(dz_genre *genre, dz_arena *arena, dz_error *error) {
  if (genre->phrase_count) qsort(genre->phrases, genre->phrase_count, sizeof *genre->phrases, by_start);
  genre->filter = dz_arena_array(arena, DZ_GENRE_FILTER / 64, sizeof *genre->filter);
  if (!genre->filter) return dz_fail_memory(error);
  for (size_t i = 0; i < genre->phrase_count; i++) {
    uint32_t bit = filter_bit(genre->phrases[i].start), *first;
    genre->filter[bit / 64] |= (uint64_t)1 << bit % 64;
    if (i && genre->phrases[i].start == genre->phrases[i - 1].start) continue;
    first = dz_map_put(&genre->starts, genre->phrases[i].start);
    if (!first) return dz_fail_memory(error);
    *first = (uint32_t)i;
  }
  return DZ_OK;
}

dz_status dz_genre_load(dz_genre *out, const char *directory, dz_arena *arena, dz_error *error) {
  dz_status status;

  *out = (dz_genre){0};
  dz_map_init(&out->starts);
  status = add_table(out, "genre.tsv", true, directory, arena, error);
  if (!status) status = add_table(out, "genre_phrases.tsv", false, directory, arena, error);
  return status ? status : index_phrases(out, arena, error);
}

void dz_genre_free(dz_genre *genre) {
  dz_map_free(&genre->starts);
  *genre = (dz_genre){0};
}

static void raise(uint8_t *covered, size_t count, uint8_t level) {
  for (size_t i = 0; i < count; i++)
    if (covered[i] < level) covered[i] = level;
}

/* Covers every phrase at the start of `symbols`. */
static void cover_here(const dz_genre *genre, const uint16_t *symbols, size_t length, uint8_t *covered) {
  uint64_t start = start_of(symbols);
  const uint32_t *first = dz_map_get(&genre->starts, start);

  for (size_t i = first ? *first : genre->phrase_count; i < genre->phrase_count; i++) {
    const dz_genre_phrase *phrase = &genre->phrases[i];
    if (phrase->start != start) break;
    if (phrase->length > length || memcmp(phrase->symbols, symbols, phrase->length * sizeof *symbols)) continue;
    raise(covered, phrase->length, phrase->level);
  }
}

void dz_genre_cover(const dz_genre *genre, const uint16_t *symbols, size_t count, uint8_t *covered) {
  for (size_t i = 0; i + DZ_GENRE_START <= count; i++) {
    uint32_t bit = filter_bit(start_of(symbols + i));
    if (genre->filter[bit / 64] >> bit % 64 & 1) cover_here(genre, symbols + i, count - i, covered + i);
  }
}
