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

/* Fibonacci hashing (Knuth 6.4): other bits of the product for the filter, for the slot and for the tag. */
static uint64_t hash(uint64_t start) {
  return start * 0x9E3779B97F4A7C15u;
}

static uint32_t filter_bit(uint64_t hashed) {
  return (uint32_t)(hashed >> 40) & (DZ_GENRE_FILTER - 1);
}

static uint32_t tag_of(uint64_t hashed) {
  return (uint32_t)(hashed >> 24);
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

/* Fills next and next_mask. */
static void set_next(dz_genre_phrase *phrase, const uint16_t *symbols, size_t count) {
  uint16_t next[DZ_GENRE_START] = {0}, mask[DZ_GENRE_START] = {0};

  for (size_t i = 0; i < DZ_GENRE_START && DZ_GENRE_START + i < count; i++) {
    next[i] = symbols[DZ_GENRE_START + i];
    mask[i] = UINT16_MAX;
  }
  memcpy(&phrase->next, next, sizeof next);
  memcpy(&phrase->next_mask, mask, sizeof mask);
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
    set_next(phrase, symbols, count);
    phrase->length = (uint16_t)count;
    phrase->level = DZ_GENRE_FORMULA;
    if (counted && (count < DZ_GENRE_LONG || count_of(&table, i) * DZ_GENRE_QUARTER <= offices))
      phrase->level = DZ_GENRE_WORDING;
  }
  return DZ_OK;
}

/* How many different starts the sorted phrases have. */
static size_t count_starts(const dz_genre *genre) {
  size_t count = 0;

  for (size_t i = 0; i < genre->phrase_count; i++)
    count += !i || genre->phrases[i].start != genre->phrases[i - 1].start;
  return count;
}

static dz_status index_phrases(dz_genre *genre, dz_arena *arena, dz_error *error) {
  size_t slots = 64, starts;

  if (genre->phrase_count) qsort(genre->phrases, genre->phrase_count, sizeof *genre->phrases, by_start);
  starts = count_starts(genre);
  while (slots < 2 * starts) slots *= 2;
  genre->filter = dz_arena_array(arena, DZ_GENRE_FILTER / 64, sizeof *genre->filter);
  genre->slots = dz_arena_array(arena, slots, sizeof *genre->slots);
  if (!genre->filter || !genre->slots) return dz_fail_memory(error);
  genre->slot_mask = slots - 1;
  for (size_t i = 0; i < genre->phrase_count; i++) {
    uint64_t hashed = hash(genre->phrases[i].start);
    size_t at = (hashed >> 32) & genre->slot_mask;
    if (i && genre->phrases[i].start == genre->phrases[i - 1].start) continue;
    genre->filter[filter_bit(hashed) / 64] |= (uint64_t)1 << filter_bit(hashed) % 64;
    while (genre->slots[at].first) at = (at + 1) & genre->slot_mask;
    genre->slots[at] = (dz_genre_slot){.tag = tag_of(hashed), .first = (uint32_t)i + 1};
  }
  return DZ_OK;
}

dz_status dz_genre_load(dz_genre *out, const char *directory, dz_arena *arena, dz_error *error) {
  dz_status status;

  *out = (dz_genre){0};
  status = add_table(out, "genre.tsv", true, directory, arena, error);
  if (!status) status = add_table(out, "genre_phrases.tsv", false, directory, arena, error);
  return status ? status : index_phrases(out, arena, error);
}

/* The phrases that begin with `start`, the longest first; NULL if there are none. */
static const dz_genre_phrase *find_start(const dz_genre *genre, uint64_t start, uint64_t hashed) {
  const dz_genre_slot *slots = genre->slots;

  for (size_t i = (hashed >> 32) & genre->slot_mask; slots[i].first; i = (i + 1) & genre->slot_mask) {
    const dz_genre_phrase *phrase = &genre->phrases[slots[i].first - 1];
    if (slots[i].tag == tag_of(hashed) && phrase->start == start) return phrase;
  }
  return NULL;
}

/* Are these the phrase's symbols behind its start? */
static inline bool goes_on(const dz_genre_phrase *phrase, const uint16_t *symbols) {
  uint64_t next;

  memcpy(&next, symbols + DZ_GENRE_START, sizeof next);
  if ((next & phrase->next_mask) != phrase->next) return false;
  return phrase->length <= 2 * DZ_GENRE_START || !memcmp(phrase->symbols, symbols, phrase->length * sizeof *symbols);
}

/* How far phrases reach that began before the symbol at hand. */
typedef struct reach {
  size_t formula, wording; /* one past their last symbol */
} reach;

/* Takes in every phrase that begins at symbol `at`. */
static void reach_from(const dz_genre *genre, const uint16_t *symbols, size_t at, size_t count, reach *r) {
  const dz_genre_phrase *phrase, *end = genre->phrases + genre->phrase_count;
  uint64_t start = start_of(symbols + at), hashed = hash(start);

  if (!(genre->filter[filter_bit(hashed) / 64] >> filter_bit(hashed) % 64 & 1)) return;
  phrase = find_start(genre, start, hashed);

  for (; phrase && phrase < end && phrase->start == start; phrase++) {
    size_t *to = phrase->level == DZ_GENRE_FORMULA ? &r->formula : &r->wording;
    if (at + phrase->length <= *to || at + phrase->length > count || !goes_on(phrase, symbols + at)) continue;
    *to = at + phrase->length;
  }
}

void dz_genre_cover(const dz_genre *genre, const uint16_t *symbols, size_t count, uint8_t *covered) {
  reach r = {0, 0};

  for (size_t i = 0; i < count; i++) {
    if (i + DZ_GENRE_START <= count) reach_from(genre, symbols, i, count, &r);
    if (i < r.wording && covered[i] < DZ_GENRE_WORDING) covered[i] = DZ_GENRE_WORDING;
    if (i < r.formula) covered[i] = DZ_GENRE_FORMULA;
  }
}
