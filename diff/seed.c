/* seed.c - seeds and maximal runs; see seed.h
 *
 * Each run is extended once, from the first of its seeds that stands in the
 * table: a seed is passed over when the two texts agree before it as well and
 * an earlier window of that run has been put in. So no table of diagonals is
 * needed, which would be the largest piece of memory of all. */
#include "seed.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

enum {
  REPEATS = 12,     /* times one report may hold the same window: set phrases stand in a report up to ten times */
  CHAIN = 1024,     /* positions looked at beyond those that the repeats of one window explain: hash collisions */
  GUARANTEED = 13,  /* a shared run of so many symbols is always found, else `capped` is set */
  LONG_RUN = 256,   /* a run that long is not searched again from inside once ... */
  WORK_FACTOR = 64  /* ... this many symbols per symbol of text have been compared (a text of repetitions) */
};

dz_status dz_seed_index_init(dz_seed_index *out, const dz_view *views, size_t count, dz_error *error) {
  size_t total = 0, slots = 1024, entered;

  *out = (dz_seed_index){.views = views, .view_count = count};
  for (size_t i = 0; i < count; i++) total += views[i].count + DZ_SEED;
  if (total > UINT32_MAX / 4) return dz_fail(error, DZ_LIMIT, "the reports together are too long to be compared");
  entered = count ? total - views[count - 1].count : 0; /* nobody looks the last one up */
  while (slots < entered + entered / 2) slots *= 2;
  out->mask = (uint32_t)(slots - 1);
  out->symbols = malloc((total + DZ_SEED) * sizeof *out->symbols);
  out->base = malloc((count + 1) * sizeof *out->base);
  out->head = calloc(slots, sizeof *out->head);
  out->previous = malloc((total + 1) * sizeof *out->previous);
  if (!out->symbols || !out->base || !out->head || !out->previous) return dz_fail_memory(error);
  out->base[0] = 0;
  for (size_t i = 0; i < count; i++) {
    memcpy(out->symbols + out->base[i], views[i].symbols, (views[i].count + DZ_SEED) * sizeof *out->symbols);
    out->base[i + 1] = out->base[i] + views[i].count + DZ_SEED;
  }
  return DZ_OK;
}

void dz_seed_index_free(dz_seed_index *index) {
  free(index->symbols);
  free(index->base);
  free(index->head);
  free(index->previous);
  *index = (dz_seed_index){0};
}

static uint64_t window(const uint16_t *symbols) {
  uint64_t key;

  memcpy(&key, symbols, sizeof key); /* DZ_SEED symbols of 16 bits */
  return key;
}

static uint32_t slot(const dz_seed_index *index, uint64_t key) {
  return (uint32_t)((key * 0x9E3779B97F4A7C15u) >> 32) & index->mask; /* Fibonacci hashing (Knuth 6.4) */
}

/* Walks the windows of a view from its start. A seed says something when it has
 * no edge and not more than one exchangeable symbol. */
typedef struct walk {
  uint32_t seeds_from; /* windows before it hold an edge or two slots */
  uint32_t slot_end;   /* one past the last slot */
} walk;

/* Takes in the symbol at position `at`, the last one of its window. */
static inline void take(walk *w, uint16_t symbol, uint32_t at) {
  if (symbol >= DZ_SYM_FIRST_TEXT) return;
  w->seeds_from = symbol == DZ_SYM_EDGE ? at + 1 : w->slot_end > w->seeds_from ? w->slot_end : w->seeds_from;
  w->slot_end = at + 1;
}

/* Enters the view at `begin`: all symbols of its first window but the last. */
static walk start_walk(const dz_seed_index *index, uint32_t begin) {
  walk w = {begin, begin};

  for (uint32_t at = begin; at < begin + DZ_SEED - 1; at++) take(&w, index->symbols[at], at);
  return w;
}

/* Is the window at p a seed? To be asked for every p in turn. */
static inline bool is_seed(walk *w, const dz_seed_index *index, uint32_t p) {
  take(w, index->symbols[p + DZ_SEED - 1], p + DZ_SEED - 1);
  return p >= w->seeds_from;
}

static uint32_t run_length(const uint16_t *a, const uint16_t *b) {
  uint32_t n = 0;

  while (a[n] == b[n] && a[n] != DZ_SYM_EDGE) n++; /* every view ends with edges */
  return n;
}

/* The report that holds position `at`, not after `hint`. */
static uint32_t report_of(const dz_seed_index *index, uint32_t at, uint32_t hint) {
  uint32_t low = 0, high = hint;

  if (index->base[hint] <= at) return hint;
  while (low + 1 < high) { /* base[low] <= at < base[high] */
    uint32_t middle = low + (high - low) / 2;
    if (index->base[middle] <= at)
      low = middle;
    else
      high = middle;
  }
  return low;
}

typedef struct scan {
  dz_seed_index *index;
  dz_array *matches;
  uint32_t number, begin, end; /* the later report: its positions in the index */
  size_t work;                 /* symbols compared so far */
  uint32_t covered;            /* up to here a long run has been found */
  uint32_t missed;             /* one past the last window that was not looked up to the end */
} scan;

/* Adds the run through the equal windows at `at` and p, unless an earlier seed
 * of it has done so. */
static bool extend(scan *s, uint32_t at, uint32_t p, uint32_t *hint) {
  dz_seed_index *index = s->index;
  const uint16_t *symbols = index->symbols;
  uint32_t back = 0, length;
  dz_match *match;

  while (at > back && p - back > s->begin && symbols[at - back - 1] == symbols[p - back - 1] &&
         symbols[p - back - 1] != DZ_SYM_EDGE) {
    back++;
    if (index->previous[at - back] && p - back >= s->missed) return true;
  }
  length = DZ_SEED + run_length(symbols + at + DZ_SEED, symbols + p + DZ_SEED) + back;
  s->work += length;
  if (length >= LONG_RUN && p - back + length > s->covered) s->covered = p - back + length;
  match = dz_array_push(s->matches);
  if (!match) return false;
  *hint = report_of(index, at, *hint);
  *match = (dz_match){.report = *hint, .a = at - back - index->base[*hint], .b = p - back - s->begin, .length = length};
  return true;
}

/* All runs that begin with the window at p. */
static bool look_up(scan *s, uint32_t p) {
  const dz_seed_index *index = s->index;
  uint64_t key = window(index->symbols + p);
  uint32_t hint = s->number, seen = 0;

  for (uint32_t at = index->head[slot(index, key)]; at; at = index->previous[at - 1] - 1) {
    if (++seen > CHAIN + REPEATS * s->number) {
      s->index->capped = true;
      s->missed = p + 1;
      break;
    }
    if (window(index->symbols + at - 1) == key && !extend(s, at - 1, p, &hint)) return false;
  }
  return true;
}

/* Puts the windows of the later report into the table. */
static void insert(const scan *s) {
  dz_seed_index *index = s->index;
  walk w = start_walk(index, s->begin);
  uint32_t left_out = 0; /* windows in a row */

  for (uint32_t p = s->begin; p < s->end; p++) {
    uint64_t key;
    uint32_t *head, same = 0, steps = 0;
    index->previous[p] = 0;
    if (!is_seed(&w, index, p)) {
      left_out = 0;
      continue;
    }
    key = window(index->symbols + p);
    head = &index->head[slot(index, key)];
    for (uint32_t at = *head; at > s->begin && same < REPEATS && steps < CHAIN; steps++) {
      same += window(index->symbols + at - 1) == key;
      at = index->previous[at - 1] - 1;
    }
    if (same == REPEATS || steps == CHAIN) {
      if (++left_out > GUARANTEED - DZ_SEED) index->capped = true; /* every window of a run */
      continue;
    }
    left_out = 0;
    index->previous[p] = *head + 1;
    *head = p + 1;
  }
}

dz_status dz_seed_index_add(dz_seed_index *index, size_t number, dz_array *matches, dz_error *error) {
  scan s = {.index = index, .matches = matches, .number = (uint32_t)number, .begin = index->base[number]};
  walk w = start_walk(index, s.begin);
  size_t budget;

  s.end = s.begin + index->views[number].count;
  budget = WORK_FACTOR * ((size_t)s.end + LONG_RUN);
  for (uint32_t p = s.begin; number && p < s.end; p++) {
    if (!is_seed(&w, index, p)) continue;
    if (s.work > budget && p < s.covered) {
      index->capped = true;
      s.missed = p + 1;
    } else if (!look_up(&s, p)) {
      return dz_fail_memory(error);
    }
  }
  if (number + 1 < index->view_count) insert(&s);
  return DZ_OK;
}
