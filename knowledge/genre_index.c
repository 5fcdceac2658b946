/* genre_index.c - see genre_index.h */
#include "genre_index.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/map.h"
#include "base/utf8.h"
#include "builtin.h"
#include "genre_file.h"
#include "text/symbol.h"

enum { MAX_BYTES = 64 * 1024 * 1024, YEAR_ZERO = 1970, BIGRAM_BITS_MOST = 26 };
enum { VOTES_LEAST = 4, VOTES_TIMES = 3 }; /* windows of its own that tell an office */

static uint32_t number_at(const unsigned char *bytes) {
  return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

static uint32_t half_at(const unsigned char *bytes) {
  return bytes[0] | (uint32_t)bytes[1] << 8;
}

/* ---- the file ---- */

static bool is_utf8(const char *text, size_t length) {
  uint32_t cp;

  for (size_t i = 0, used; i < length; i += used)
    if (!(used = dz_utf8_decode(text + i, length - i, &cp))) return false;
  return true;
}

/* Reads the names, NUL-ended strings "YEAR NAME"; false if they are not so. */
static bool read_documents(dz_genre_index *index, const char *names, size_t length) {
  size_t at = 0;

  for (uint32_t i = 1; i <= index->document_count; i++) {
    const char *name = names + at, *end = memchr(name, '\0', length - at);
    char *rest;
    if (!end) return false;
    index->documents[i].year = (int)strtol(name, &rest, 10);
    if (rest == name || *rest != ' ' || !is_utf8(rest, (size_t)(end - rest))) return false;
    index->documents[i].name = rest + 1;
    at += (size_t)(end - name) + 1;
  }
  return at == length;
}

/* Are the starts of the buckets in order, and the last one the end? */
static bool starts_ordered(const dz_genre_index *index) {
  uint32_t last = 0;

  for (uint32_t i = 0; i <= DZ_GENRE_BUCKETS; i++) {
    uint32_t start = number_at(index->starts + 4 * (size_t)i);
    if (start < last) return false;
    last = start;
  }
  return last == index->count && !number_at(index->starts);
}

static bool read_head(dz_genre_index *index, const unsigned char *bytes, size_t length) {
  size_t names, need;

  if (length < DZ_GENRE_HEAD || memcmp(bytes, DZ_GENRE_MAGIC, sizeof DZ_GENRE_MAGIC - 1))
    return false;
  index->window = number_at(bytes + 8);
  index->sample = number_at(bytes + 12);
  index->count = number_at(bytes + 16);
  index->bigram_bits = number_at(bytes + 20);
  index->document_count = number_at(bytes + 24);
  names = number_at(bytes + 28);
  if (index->window < 2 || index->window > DZ_GENRE_WINDOW_LONGEST || !index->sample ||
      index->sample & (index->sample - 1) || index->bigram_bits > BIGRAM_BITS_MOST ||
      index->bigram_bits < 1 || index->document_count > DZ_GENRE_DOCUMENTS)
    return false;
  need = DZ_GENRE_HEAD + 4 * ((size_t)DZ_GENRE_BUCKETS + 1) + 4 * (size_t)index->count +
         ((size_t)1 << index->bigram_bits) / 2 + names;
  if (need != length) return false;
  index->starts = bytes + DZ_GENRE_HEAD;
  index->entries = index->starts + 4 * ((size_t)DZ_GENRE_BUCKETS + 1);
  index->bigrams = index->entries + 4 * (size_t)index->count;
  return starts_ordered(index) &&
         read_documents(index, (const char *)index->bigrams + ((size_t)1 << index->bigram_bits) / 2,
                        names);
}

/* The user's file, into the arena; *bytes stays NULL when there is none. */
static dz_status read_file(const unsigned char **bytes, size_t *length, const char *path,
                           dz_arena *arena, dz_error *error) {
  char *read = NULL;
  dz_status status;

  if (access(path, F_OK)) return DZ_OK;
  status = dz_file_read(&read, length, path, MAX_BYTES, error);
  if (!status) *bytes = dz_arena_copy(arena, read, *length + 1);
  if (!status && !*bytes) status = dz_fail_memory(error);
  free(read);
  return status;
}

dz_status dz_genre_index_load(dz_genre_index *out, const char *directory, dz_arena *arena,
                              dz_error *error) {
  const unsigned char *bytes = NULL;
  size_t length = 0;
  dz_buffer path;
  dz_status status = DZ_OK;

  *out = (dz_genre_index){0};
  dz_buffer_init(&path);
  dz_buffer_format(&path, "%s/%s", directory ? directory : "data", DZ_GENRE_FILE);
  if (path.failed) status = dz_fail_memory(error);
  if (!status && directory) status = read_file(&bytes, &length, path.data, arena, error);
  if (!status && !bytes) {
    bytes = dz_builtin_genre;
    length = (size_t)(dz_builtin_genre_end - dz_builtin_genre);
  }
  if (!status && !read_head(out, bytes, length))
    status = dz_fail(error, DZ_DATA, "%s: is no index of this version", path.data);
  dz_buffer_free(&path);
  return status;
}

/* ---- windows ---- */

static const uint64_t ROLL_BASE = 0x9E3779B97F4A7C15u;

dz_genre_roll dz_genre_roll_of(uint32_t window) {
  dz_genre_roll roll = {.window = window, .leaving = 1};

  for (uint32_t i = 0; i < window; i++) roll.leaving *= ROLL_BASE;
  return roll;
}

uint64_t dz_genre_roll_on(dz_genre_roll *roll, const uint16_t *last) {
  uint32_t window = roll->window;

  if (*last == DZ_SYM_EDGE) {
    *roll = (dz_genre_roll){.window = window, .leaving = roll->leaving};
    return 0;
  }
  roll->rolled = roll->rolled * ROLL_BASE + *last + 1;
  roll->slots += dz_symbol_is_slot(*last);
  if (roll->length < window) {
    roll->length++;
  } else {
    roll->rolled -= roll->leaving * (*(last - window) + 1U);
    roll->slots -= dz_symbol_is_slot(*(last - window));
  }
  if (roll->length < window || 2 * roll->slots >= window) return 0;
  return dz_mix(roll->rolled) | (uint64_t)1 << 63;
}

void dz_genre_hash(const uint16_t *symbols, size_t count, uint32_t window, uint64_t *hashes) {
  dz_genre_roll roll = dz_genre_roll_of(window);

  for (size_t i = 0; i < count; i++) {
    uint64_t hash = dz_genre_roll_on(&roll, symbols + i);
    hashes[i] = 0;
    if (i + 1 >= window) hashes[i + 1 - window] = hash;
  }
}

dz_genre_mark dz_genre_find(const dz_genre_index *index, uint64_t hash) {
  uint32_t key = dz_genre_key(hash), rest = key & 0xFFFF;
  uint32_t low = number_at(index->starts + 4 * (size_t)(key >> 16));
  uint32_t high = number_at(index->starts + 4 * (size_t)(key >> 16) + 4), end = high;

  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (half_at(index->entries + 4 * (size_t)middle) < rest)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == end || half_at(index->entries + 4 * (size_t)low) != rest) return 0;
  return (dz_genre_mark)half_at(index->entries + 4 * (size_t)low + 2);
}

enum dz_genre_kind dz_genre_kind_of(dz_genre_mark mark) {
  return mark ? (enum dz_genre_kind)(DZ_GENRE_SINGLE + (mark >> 14)) : DZ_GENRE_UNKNOWN;
}

uint32_t dz_genre_offices(dz_genre_mark mark) {
  switch (dz_genre_kind_of(mark)) {
  case DZ_GENRE_SINGLE: return 1;
  case DZ_GENRE_PAIR: return 2;
  case DZ_GENRE_COMMON: return mark & 0xFF;
  case DZ_GENRE_CENTRAL: return mark >> 8 & 0x3F;
  default: return 0;
  }
}

int dz_genre_since(dz_genre_mark mark) {
  enum dz_genre_kind kind = dz_genre_kind_of(mark);
  int year = mark >> 8 & 0x3F;

  return year && (kind == DZ_GENRE_PAIR || kind == DZ_GENRE_COMMON) ? YEAR_ZERO + year : 0;
}

const dz_genre_document *dz_genre_document_of(const dz_genre_index *index, dz_genre_mark mark) {
  uint32_t number = mark & 0xFF;

  if (dz_genre_kind_of(mark) != DZ_GENRE_CENTRAL || number > index->document_count) return NULL;
  return number ? &index->documents[number] : NULL;
}

dz_genre_mark dz_genre_mark_of(enum dz_genre_kind kind, int year, uint32_t offices,
                               uint32_t value) {
  uint32_t six = kind == DZ_GENRE_CENTRAL ? (offices < 0x3F ? offices : 0x3F)
                 : year > YEAR_ZERO       ? (uint32_t)(year - YEAR_ZERO)
                                          : 0;

  if (six > 0x3F) six = 0x3F;
  return (dz_genre_mark)((uint32_t)(kind - DZ_GENRE_SINGLE) << 14 | six << 8 |
                         (value < 0xFF ? value : 0xFF));
}

uint32_t dz_genre_pair(uint32_t office_a, uint32_t office_b) {
  uint32_t low = office_a < office_b ? office_a : office_b;

  return (uint32_t)(dz_mix((uint64_t)low << 32 | (office_a + office_b - low)) & 0xFF);
}

bool dz_genre_is_pair(dz_genre_mark mark, uint32_t office_a, uint32_t office_b) {
  return dz_genre_kind_of(mark) == DZ_GENRE_PAIR && office_a && office_b &&
         (mark & 0xFF) == dz_genre_pair(office_a, office_b);
}

uint32_t dz_genre_single(dz_genre_mark mark) {
  return mark & 0xFF;
}

uint32_t dz_genre_office(const uint32_t *windows) {
  uint32_t first = 1, second = 0;

  for (uint32_t i = 2; i <= DZ_GENRE_OFFICES; i++) {
    if (windows[i] > windows[first]) {
      second = windows[first];
      first = i;
    } else if (windows[i] > second) {
      second = windows[i];
    }
  }
  return windows[first] >= VOTES_LEAST && windows[first] >= VOTES_TIMES * second ? first : 0;
}

uint32_t dz_genre_bigram(const dz_genre_index *index, uint16_t first, uint16_t second) {
  size_t at = dz_genre_bigram_slot(index->bigram_bits, first, second);

  return index->bigrams[at / 2] >> 4 * (at % 2) & 0xF;
}
