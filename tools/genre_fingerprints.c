/* genre_fingerprints.c - makes data/genre.idx, the fingerprints of what many offices have written.
 *
 *   genre_fingerprints [--exclude NAME,NAME...] [--window N] [--sample N] OUT FILE...
 *
 * A file is KIND__OFFICE__YEAR.txt. central, congress and national are documents
 * of the central authorities, which an entry may name; all other kinds are
 * reports of offices, and an office counts once however many years it has.
 * Windows of --window symbols go in that stand in two offices or in a document,
 * one in --sample of them by hash, and one in 512 of those that a single office
 * has. --exclude leaves out offices and documents, for tests that hold the
 * index against what it has not seen. The same files give the same bytes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <duizhao.h>

#include "base/map.h"
#include "diff/reuse/view.h"
#include "knowledge/genre_file.h"

enum { WINDOW = 7, SAMPLE = 2, BIGRAM_BITS = 21, NAME_MOST = 256 };

/* A window in a report of an office, or in a document. */
typedef struct sighting {
  uint64_t hash;
  uint16_t office; /* 0: a document */
  uint16_t document;
  uint16_t year;
} sighting;

typedef struct input {
  const char *path;
  char kind[16], office[NAME_MOST];
  uint16_t year, number; /* of the office or document, from 1 */
  bool central;
} input;

typedef struct pair_count {
  uint32_t reports;
  uint16_t first, second;
  uint16_t office;
  bool shared; /* by two offices */
} pair_count;

typedef struct build {
  uint32_t window, sample;
  sighting *sightings;
  size_t count, room;
  dz_map pairs; /* two symbols -> 1 + number in pair_counts */
  pair_count *pair_counts;
  size_t pair_room;
} build;

static void fail(const char *what, const char *detail) {
  fprintf(stderr, "genre_fingerprints: %s%s\n", what, detail);
  exit(2);
}

static void *grown(void *items, size_t *room, size_t size) {
  void *bigger;

  *room = *room ? *room * 2 : 1 << 16;
  bigger = realloc(items, *room * size);
  if (!bigger) fail("out of memory", "");
  return bigger;
}

/* KIND__OFFICE__YEAR.txt; false if the name is not so. */
static bool parse_name(input *in) {
  const char *name = strrchr(in->path, '/') ? strrchr(in->path, '/') + 1 : in->path;
  const char *office = strstr(name, "__"), *year = office ? strstr(office + 2, "__") : NULL;
  long value = year ? strtol(year + 2, NULL, 10) : 0;

  if (!year || (size_t)(office - name) >= sizeof in->kind ||
      (size_t)(year - office) >= sizeof in->office || value < 1900 || value > 2999)
    return false;
  memcpy(in->kind, name, (size_t)(office - name));
  memcpy(in->office, office + 2, (size_t)(year - office - 2));
  in->year = (uint16_t)value;
  in->central = !strcmp(in->kind, "central") || !strcmp(in->kind, "congress") ||
                !strcmp(in->kind, "national");
  return true;
}

static bool in_list(const char *list, const char *name) {
  size_t length = strlen(name);

  for (const char *at = list; (at = strstr(at, name)) != NULL; at++)
    if ((at == list || at[-1] == ',') && (!at[length] || at[length] == ',')) return true;
  return false;
}

/* Offices in the order of their names, documents by year and name: numbers go by it. */
static int by_order(const void *x, const void *y) {
  const input *a = x, *b = y;
  int order;

  if (a->central != b->central) return a->central ? -1 : 1;
  if (a->central && a->year != b->year) return a->year < b->year ? -1 : 1;
  order = strcmp(a->office, b->office);
  if (order) return order;
  if (a->year != b->year) return a->year < b->year ? -1 : 1;
  return strcmp(a->kind, b->kind);
}

static void number_inputs(input *inputs, size_t count) {
  uint16_t documents = 0, offices = 0;

  qsort(inputs, count, sizeof *inputs, by_order);
  for (size_t i = 0; i < count; i++) {
    if (inputs[i].central)
      inputs[i].number = ++documents;
    else
      inputs[i].number = i && !inputs[i - 1].central &&
                                 !strcmp(inputs[i - 1].office, inputs[i].office)
                             ? offices
                             : ++offices;
  }
  if (documents > DZ_GENRE_DOCUMENTS) fail("more than 255 central documents", "");
  if (offices > DZ_GENRE_OFFICES) fail("more than 255 offices", "");
}

static void count_pair(build *b, uint16_t first, uint16_t second, size_t report, uint32_t *last,
                       uint16_t office) {
  uint32_t *number = dz_map_put(&b->pairs, (uint64_t)first << 16 | second);
  pair_count *p;

  if (!number) fail("out of memory", "");
  if (!*number) {
    *number = (uint32_t)b->pairs.count;
    if (*number >= b->pair_room)
      b->pair_counts = grown(b->pair_counts, &b->pair_room, sizeof *b->pair_counts);
    b->pair_counts[*number] = (pair_count){.first = first, .second = second, .office = office};
  }
  p = &b->pair_counts[*number];
  if (last[*number] == report + 1) return;
  last[*number] = (uint32_t)report + 1;
  p->reports++;
  p->shared = p->shared || p->office != office;
}

static void take_report(build *b, const input *in, size_t report, uint32_t *last,
                        const dz_knowledge *knowledge) {
  dz_report *read;
  dz_view view;
  dz_error error;
  uint64_t *hashes;

  if (dz_report_read(&read, in->path, knowledge, NULL, &error) ||
      dz_view_build(&view, read, &error))
    fail("", error.message);
  hashes = calloc((size_t)view.count + 1, sizeof *hashes);
  if (!hashes) fail("out of memory", "");
  dz_genre_hash(view.symbols, view.count, b->window, hashes);
  for (uint32_t i = 0; i < view.count; i++) {
    if (i + 1 < view.count && view.symbols[i] && view.symbols[i + 1])
      count_pair(b, view.symbols[i], view.symbols[i + 1], report, last,
                 in->central ? 0 : in->number);
    if (!hashes[i] || hashes[i] & (b->sample - 1)) continue;
    if (b->count == b->room) b->sightings = grown(b->sightings, &b->room, sizeof *b->sightings);
    b->sightings[b->count++] = (sighting){.hash = hashes[i],
                                          .office = in->central ? 0 : in->number,
                                          .document = in->central ? in->number : 0,
                                          .year = in->year};
  }
  free(hashes);
  dz_view_free(&view);
  dz_report_free(read);
}

/* By hash as it is kept, then by office, year and document. */
static int by_hash(const void *x, const void *y) {
  const sighting *a = x, *b = y;
  uint32_t p = dz_genre_key(a->hash), q = dz_genre_key(b->hash);

  if (p != q) return p < q ? -1 : 1;
  if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
  if (a->office != b->office) return a->office < b->office ? -1 : 1;
  if (a->year != b->year) return a->year < b->year ? -1 : 1;
  return (a->document > b->document) - (a->document < b->document);
}

/* What the sightings of one window say; 0: nothing worth an entry. */
static dz_genre_mark judge(const sighting *list, size_t count) {
  uint32_t offices = 0, number[2] = {0, 0};
  const sighting *document = list->office ? NULL : list;
  int first = 0;

  for (size_t i = 0; i < count; i++) {
    if (!list[i].office || (i && list[i].office == list[i - 1].office)) continue;
    if (offices < 2) number[offices] = list[i].office;
    offices++;
    if (!first || list[i].year < first) first = list[i].year;
  }
  if (document && (!offices || document->year <= first))
    return dz_genre_mark_of(DZ_GENRE_CENTRAL, 0, offices, document->document);
  if (document || offices > 2)
    return dz_genre_mark_of(DZ_GENRE_COMMON, first, offices + (document != NULL),
                            offices + (document != NULL));
  if (offices == 2)
    return dz_genre_mark_of(DZ_GENRE_PAIR, first, 2, dz_genre_pair(number[0], number[1]));
  if (list->hash & (DZ_GENRE_SINGLE_SAMPLE - 1)) return 0;
  return dz_genre_mark_of(DZ_GENRE_SINGLE, 0, 1, list->office);
}

static void put_number(FILE *out, uint32_t value, int bytes) {
  for (int i = 0; i < bytes; i++) putc((int)(value >> 8 * i & 0xFF), out);
}

/* The entries that are worth it, moved to the front as {hash, mark in `year`}. */
static size_t judge_all(build *b) {
  size_t kept = 0;

  if (b->count) qsort(b->sightings, b->count, sizeof *b->sightings, by_hash);
  for (size_t i = 0, end; i < b->count; i = end) {
    uint64_t hash = b->sightings[i].hash;
    dz_genre_mark mark;
    for (end = i + 1; end < b->count && b->sightings[end].hash == hash;) end++;
    mark = judge(b->sightings + i, end - i);
    if (!mark || (kept && dz_genre_key(b->sightings[kept - 1].hash) == dz_genre_key(hash)))
      continue;
    b->sightings[kept++] = (sighting){.hash = hash, .year = mark};
  }
  return kept;
}

static void write_entries(const build *b, size_t kept, FILE *out) {
  size_t at = 0;

  for (uint32_t bucket = 0; bucket <= DZ_GENRE_BUCKETS; bucket++) {
    while (at < kept && dz_genre_key(b->sightings[at].hash) >> 16 < bucket) at++;
    put_number(out, (uint32_t)at, 4);
  }
  for (size_t i = 0; i < kept; i++) {
    put_number(out, dz_genre_key(b->sightings[i].hash) & 0xFFFF, 2);
    put_number(out, b->sightings[i].year, 2);
  }
}

static uint32_t rarity(uint32_t reports) {
  uint32_t step = 1;

  while (reports >>= 1) step++;
  return step < DZ_GENRE_RARITIES ? step : DZ_GENRE_RARITIES - 1;
}

/* A slot shows its commonest pair: what is taken for rare is rare. */
static void write_bigrams(const build *b, FILE *out) {
  size_t slots = (size_t)1 << BIGRAM_BITS;
  unsigned char *steps = calloc(slots, 1);

  if (!steps) fail("out of memory", "");
  for (size_t i = 1; i <= b->pairs.count; i++) {
    const pair_count *p = &b->pair_counts[i];
    size_t slot = dz_genre_bigram_slot(BIGRAM_BITS, p->first, p->second);
    if (p->shared && rarity(p->reports) > steps[slot])
      steps[slot] = (unsigned char)rarity(p->reports);
  }
  for (size_t i = 0; i < slots; i += 2) putc(steps[i] | steps[i + 1] << 4, out);
  free(steps);
}

static void write_index(build *b, const input *inputs, size_t count, const char *path) {
  FILE *out = fopen(path, "wb");
  size_t kept = judge_all(b);
  uint32_t documents = 0, bytes = 0;

  if (!out) fail("cannot write ", path);
  for (size_t i = 0; i < count && inputs[i].central; i++, documents++)
    bytes += (uint32_t)strlen(inputs[i].office) + 6;
  fputs(DZ_GENRE_MAGIC, out);
  put_number(out, b->window, 4);
  put_number(out, b->sample, 4);
  put_number(out, (uint32_t)kept, 4);
  put_number(out, BIGRAM_BITS, 4);
  put_number(out, documents, 4);
  put_number(out, bytes, 4);
  write_entries(b, kept, out);
  write_bigrams(b, out);
  for (size_t i = 0; i < documents; i++) {
    fprintf(out, "%04d %s", inputs[i].year, inputs[i].office);
    putc('\0', out);
  }
  if (fclose(out)) fail("cannot write ", path);
  printf("%zu reports and documents, %zu windows, %u documents\n", count, kept, documents);
}

int main(int argc, char **argv) {
  build b = {.window = WINDOW, .sample = SAMPLE};
  input *inputs = calloc((size_t)argc, sizeof *inputs);
  uint32_t *last = calloc((size_t)1 << 24, sizeof *last);
  const char *path = NULL, *excluded = "";
  dz_knowledge *knowledge;
  dz_error error;
  size_t count = 0;

  if (!inputs || !last) fail("out of memory", "");
  if (dz_knowledge_load(&knowledge, NULL, &error)) fail("", error.message);
  for (int i = 1; i < argc; i++) {
    if (!strcmp(argv[i], "--exclude") && i + 1 < argc) {
      excluded = argv[++i];
    } else if (!strcmp(argv[i], "--window") && i + 1 < argc) {
      b.window = (uint32_t)strtoul(argv[++i], NULL, 10);
    } else if (!strcmp(argv[i], "--sample") && i + 1 < argc) {
      b.sample = (uint32_t)strtoul(argv[++i], NULL, 10);
    } else if (!path) {
      path = argv[i];
    } else {
      inputs[count].path = argv[i];
      if (!parse_name(&inputs[count])) fail("no KIND__OFFICE__YEAR.txt: ", argv[i]);
      count += !in_list(excluded, inputs[count].office);
    }
    memset(&inputs[count], 0, sizeof *inputs);
  }
  if (!path || !count || b.window < 2 || b.window > DZ_GENRE_WINDOW_LONGEST)
    fail("usage: genre_fingerprints [--exclude NAME,...] [--window N] [--sample N] OUT FILE...",
         "");
  number_inputs(inputs, count);
  for (size_t i = 0; i < count; i++) take_report(&b, &inputs[i], i, last, knowledge);
  write_index(&b, inputs, count, path);
  return 0;
}
