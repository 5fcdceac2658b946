/* genre.c - see genre.h */
#include "genre.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "base/map.h"
#include "base/utf8.h"
#include "table.h"
#include "text/symbol.h"
#include "text/unicode.h"

enum { PHRASE, SHARE, FIRST, LAST, COLUMNS };
enum {
  LONGEST = 64,        /* symbols of a phrase */
  BYTES = 4 * LONGEST, /* of such a phrase as it stands in a table, four a letter at most */
  GRACE = 1, /* years: what was counted in one year is written the year before and after */
  ALWAYS = INT16_MAX
};

static uint64_t start_of(const uint16_t *symbols) {
  uint64_t key;

  memcpy(&key, symbols, sizeof key); /* DZ_GENRE_START symbols of 16 bits */
  return key;
}

/* Fibonacci hashing (Knuth 6.4): other bits of the product for the filter, for the slot and for
 * the tag. */
static uint64_t hash(uint64_t start) {
  return start * 0x9E3779B97F4A7C15u;
}

static uint32_t filter_bit(uint64_t hashed) {
  return (uint32_t)(hashed >> 40) & (DZ_GENRE_FILTER - 1);
}

static uint32_t tag_of(uint64_t hashed) {
  return (uint32_t)(hashed >> 24);
}

/* The phrase in symbols; 0 if it is too long to be used. */
static size_t to_symbols(const char *phrase, uint16_t *symbols) {
  uint32_t cps[BYTES];
  size_t length, count = 0;

  if (strlen(phrase) > BYTES) return 0;
  length = dz_utf8_to_cps(phrase, cps);
  for (size_t i = 0; i < length; i++) cps[i] = dz_fold_cp(cps[i]);
  for (size_t i = 0; i < length;) {
    int32_t symbol = dz_symbol_of(cps[i]);
    size_t end = dz_symbol_word_end(cps, length, i);
    if (end > i) symbol = dz_symbol_of_word(cps + i, end - i);
    if (end == i) end = symbol == DZ_SYM_NUMBER ? dz_symbol_figure_end(cps, length, i) : i + 1;
    i = end;
    if (symbol < 0) continue;
    if (count == LONGEST) return 0;
    symbols[count++] = (uint16_t)symbol;
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

/* By start, the longest first; of the same phrases, those of the higher level and valid the
 * longest first. */
static int by_start(const void *x, const void *y) {
  const dz_genre_phrase *p = x, *q = y;
  int order;

  if (p->start != q->start) return p->start < q->start ? -1 : 1;
  if (p->length != q->length) return p->length > q->length ? -1 : 1;
  order = memcmp(p->symbols, q->symbols, p->length * sizeof *p->symbols);
  if (order) return order;
  if (p->level != q->level) return p->level > q->level ? -1 : 1;
  if (p->first != q->first) return p->first < q->first ? -1 : 1;
  return (p->last < q->last) - (p->last > q->last);
}

/* Does p say all that q, which comes behind it, says? Its years must hold those of q. */
static bool same_phrase(const dz_genre_phrase *p, const dz_genre_phrase *q) {
  return p->start == q->start && p->length == q->length && p->level == q->level &&
         p->last >= q->last && !memcmp(p->symbols, q->symbols, p->length * sizeof *p->symbols);
}

/* What the rows of a table become. */
typedef struct rows {
  const char *name;
  size_t columns;
  size_t window; /* every run of so many symbols is a phrase; 0: the row as a whole */
  enum dz_genre_level level;
  bool years; /* first and last year in columns FIRST and LAST */
} rows;

static dz_status row_years(const dz_table *table, size_t row, dz_genre_phrase *phrase,
                           dz_error *error) {
  long year[2];

  for (int i = 0; i < 2; i++) {
    const char *field = table->rows[row].fields[FIRST + i];
    char *end;
    year[i] = strtol(field, &end, 10);
    if (!*field || *end || year[i] < 1900 || year[i] > 2999)
      return dz_table_fail(table, row, "a counted phrase needs its first and its last year", error);
  }
  if (year[1] < year[0])
    return dz_table_fail(table, row, "the last year is before the first", error);
  phrase->first = (int16_t)year[0];
  phrase->last = (int16_t)year[1];
  return DZ_OK;
}

static dz_genre_phrase phrase_of(const uint16_t *symbols, size_t count,
                                 const dz_genre_phrase *row) {
  dz_genre_phrase phrase = *row;

  phrase.symbols = symbols;
  phrase.start = start_of(symbols);
  phrase.length = (uint16_t)count;
  set_next(&phrase, symbols, count);
  return phrase;
}

/* What has been read so far. */
typedef struct reading {
  dz_array phrases; /* dz_genre_phrase */
  dz_map words;     /* the common words among them: most stand in many rows */
} reading;

/* The words in a counted row are phrases too, each once. */
static bool add_words(reading *in, const uint16_t *symbols, size_t count) {
  static const dz_genre_phrase word = {.level = DZ_GENRE_WORDING, .last = ALWAYS};

  for (size_t i = 0; i + DZ_GENRE_START <= count; i++) {
    uint32_t *known = dz_map_put(&in->words, start_of(symbols + i));
    dz_genre_phrase phrase;
    if (!known) return false;
    if ((*known)++) continue;
    phrase = phrase_of(symbols + i, DZ_GENRE_START, &word);
    if (!dz_array_append(&in->phrases, &phrase, 1)) return false;
  }
  return true;
}

/* The phrases of one row: its windows, or itself. */
static bool add_row(reading *in, const rows *kind, const uint16_t *symbols, size_t count,
                    const dz_genre_phrase *row) {
  size_t window = kind->window ? kind->window : count;

  if (kind->level == DZ_GENRE_WORDING) return add_words(in, symbols, count);
  for (size_t i = 0; i + window <= count; i++) {
    dz_genre_phrase phrase = phrase_of(symbols + i, window, row);
    if (!dz_array_append(&in->phrases, &phrase, 1)) return false;
  }
  return !kind->years || add_words(in, symbols, count);
}

static dz_status add_table(reading *in, const rows *kind, const char *directory, dz_arena *arena,
                           dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, kind->name, kind->columns, directory, arena, error);

  for (size_t i = 0; !status && i < table.row_count; i++) {
    dz_genre_phrase row = {.level = kind->level, .last = ALWAYS};
    uint16_t symbols[LONGEST];
    size_t count = to_symbols(table.rows[i].fields[PHRASE], symbols);
    const uint16_t *kept = count ? dz_arena_copy(arena, symbols, count * sizeof *symbols) : NULL;
    if (count < DZ_GENRE_START)
      return dz_table_fail(&table, i, "a phrase must have 4 to 64 characters", error);
    if (count < kind->window)
      return dz_table_fail(&table, i, "a counted phrase must have 8 to 64 characters", error);
    if (kind->years) status = row_years(&table, i, &row, error);
    if (!status && (!kept || !add_row(in, kind, kept, count, &row))) status = dz_fail_memory(error);
  }
  return status;
}

/* What was counted in the first or the last year of the table may have been
 * current before, or be so still. */
static void open_years(dz_genre_phrase *list, size_t count) {
  int16_t first = ALWAYS, last = 0;

  for (size_t i = 0; i < count; i++) {
    if (!list[i].first) continue; /* not counted by year */
    if (list[i].first < first) first = list[i].first;
    if (list[i].last > last) last = list[i].last;
  }
  for (size_t i = 0; i < count; i++) {
    if (!list[i].first) continue;
    list[i].first = list[i].first == first ? 0 : (int16_t)(list[i].first - GRACE);
    list[i].last = list[i].last == last ? ALWAYS : (int16_t)(list[i].last + GRACE);
  }
}

/* Sorts the phrases, each once, into the arena. */
static dz_status keep_phrases(dz_genre *genre, dz_array *phrases, dz_arena *arena,
                              dz_error *error) {
  dz_genre_phrase *list = phrases->items;
  size_t count = 0;

  if (phrases->count) qsort(list, phrases->count, sizeof *list, by_start);
  for (size_t i = 0; i < phrases->count; i++)
    if (!count || !same_phrase(&list[count - 1], &list[i])) list[count++] = list[i];
  genre->phrases = dz_arena_array(arena, count + 1, sizeof *genre->phrases);
  if (!genre->phrases) return dz_fail_memory(error);
  if (count) memcpy(genre->phrases, list, count * sizeof *list);
  genre->phrase_count = count;
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
  static const rows tables[] = {
      {"genre.tsv", COLUMNS, DZ_GENRE_RUN, DZ_GENRE_FORMULA, true},
      {"genre_words.tsv", SHARE + 1, DZ_GENRE_START, DZ_GENRE_WORDING, false},
      {"genre_phrases.tsv", SHARE + 1, 0, DZ_GENRE_FORMULA, false},
  };
  reading in = {.phrases = dz_array_of(sizeof(dz_genre_phrase))};
  dz_status status = DZ_OK;

  *out = (dz_genre){0};
  for (size_t i = 0; i < sizeof tables / sizeof *tables && !status; i++)
    status = add_table(&in, &tables[i], directory, arena, error);
  if (!status) open_years(in.phrases.items, in.phrases.count);
  if (!status) status = keep_phrases(out, &in.phrases, arena, error);
  if (!status) status = index_phrases(out, arena, error);
  dz_array_free(&in.phrases);
  dz_map_free(&in.words);
  return status;
}

/* The phrases that begin with `start`, the longest first; NULL if there are none. */
static const dz_genre_phrase *find_start(const dz_genre *genre, uint64_t start, uint64_t hashed) {
  const dz_genre_slot *slots = genre->slots;

  for (size_t i = (hashed >> 32) & genre->slot_mask; slots[i].first;
       i = (i + 1) & genre->slot_mask) {
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
  return phrase->length <= 2 * DZ_GENRE_START ||
         !memcmp(phrase->symbols, symbols, phrase->length * sizeof *symbols);
}

/* How far phrases reach that began before the symbol at hand. */
typedef struct reach {
  size_t formula, wording; /* one past their last symbol */
} reach;

/* Takes in every phrase of that year that begins at symbol `at`. */
static void reach_from(const dz_genre *genre, const uint16_t *symbols, size_t at, size_t count,
                       int year, reach *r) {
  const dz_genre_phrase *phrase, *end = genre->phrases + genre->phrase_count;
  uint64_t start = start_of(symbols + at), hashed = hash(start);

  if (!(genre->filter[filter_bit(hashed) / 64] >> filter_bit(hashed) % 64 & 1)) return;
  phrase = find_start(genre, start, hashed);

  for (; phrase && phrase < end && phrase->start == start; phrase++) {
    size_t *to = phrase->level == DZ_GENRE_FORMULA ? &r->formula : &r->wording;
    if (at + phrase->length <= *to || at + phrase->length > count || !goes_on(phrase, symbols + at))
      continue;
    if (year && (year < phrase->first || year > phrase->last)) continue;
    *to = at + phrase->length;
  }
}

void dz_genre_cover(const dz_genre *genre, const uint16_t *symbols, size_t count, int year,
                    uint8_t *covered) {
  reach r = {0, 0};

  for (size_t i = 0; i < count; i++) {
    if (i + DZ_GENRE_START <= count) reach_from(genre, symbols, i, count, year, &r);
    if (i < r.wording && covered[i] < DZ_GENRE_WORDING) covered[i] = DZ_GENRE_WORDING;
    if (i < r.formula) covered[i] = DZ_GENRE_FORMULA;
  }
}
