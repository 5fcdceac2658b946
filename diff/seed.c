/* seed.c - seeds and maximal runs; see seed.h
 *
 * The diagonal of a match (position in the index minus position in the later
 * text) tells whether a seed lies in a run found already, so that each run is
 * extended once (as in BLAST's diagonal array; Altschul et al. 1997). */
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
  size_t total = 0, longest = 0, slots = 1024, entered;

  *out = (dz_seed_index){.views = views, .view_count = count};
  for (size_t i = 0; i < count; i++) {
    total += views[i].count + DZ_SEED;
    if (views[i].count > longest) longest = views[i].count;
  }
  if (total > UINT32_MAX / 4) return dz_fail(error, DZ_LIMIT, "the reports together are too long to be compared");
  entered = count ? total - views[count - 1].count : 0; /* nobody looks the last one up */
  while (slots < entered + entered / 2) slots *= 2;
  out->mask = (uint32_t)(slots - 1);
  out->symbols = malloc((total + DZ_SEED) * sizeof *out->symbols);
  out->base = malloc((count + 1) * sizeof *out->base);
  out->head = calloc(slots, sizeof *out->head);
  out->previous = malloc((total + 1) * sizeof *out->previous);
  out->reached = calloc(total + longest + DZ_SEED, sizeof *out->reached);
  if (!out->symbols || !out->base || !out->head || !out->previous || !out->reached) return dz_fail_memory(error);
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
  free(index->reached);
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

/* A seed says something when it has no edge and not more than one exchangeable symbol. */
static bool is_seed(const uint16_t *symbols) {
  int slots = 0;

  for (int i = 0; i < DZ_SEED; i++) {
    if (symbols[i] == DZ_SYM_EDGE) return false;
    slots += dz_symbol_is_slot(symbols[i]);
  }
  return slots <= 1;
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
} scan;

static bool extend(scan *s, uint32_t at, uint32_t p, uint32_t *hint) {
  dz_seed_index *index = s->index;
  uint32_t *reached = &index->reached[at + (s->end - s->begin) - (p - s->begin)];
  uint32_t floor = *reached > s->begin ? *reached : s->begin;
  uint32_t back = 0, length;
  dz_match *match;

  if (*reached > p) return true;
  while (p - back > floor && at - back > 0 && index->symbols[at - back - 1] == index->symbols[p - back - 1] &&
         index->symbols[at - back - 1] != DZ_SYM_EDGE)
    back++;
  length = DZ_SEED + run_length(index->symbols + at + DZ_SEED, index->symbols + p + DZ_SEED) + back;
  s->work += length;
  *reached = p - back + length;
  if (length >= LONG_RUN && *reached > s->covered) s->covered = *reached;
  match = dz_array_push(s->matches);
  if (!match) return false;
  *hint = report_of(index, at, *hint);
  *match = (dz_match){.report = *hint, .a = at - back - index->base[*hint], .b = p - back - s->begin, .length = length};
  return true;
}

/* All runs that begin with the window at p. */
static bool look_up(scan *s, uint32_t p) {
  dz_seed_index *index = s->index;
  uint64_t key = window(index->symbols + p);
  uint32_t hint = s->number, seen = 0;

  for (uint32_t at = index->head[slot(index, key)]; at; at = index->previous[at - 1]) {
    if (++seen > CHAIN + REPEATS * s->number) {
      index->capped = true;
      break;
    }
    if (window(index->symbols + at - 1) == key && !extend(s, at - 1, p, &hint)) return false;
  }
  return true;
}

/* Puts the windows of the later report into the table. */
static void insert(const scan *s) {
  dz_seed_index *index = s->index;
  uint32_t left_out = 0; /* windows in a row */

  for (uint32_t p = s->begin; p < s->end; p++) {
    uint64_t key;
    uint32_t *head, same = 0, steps = 0;
    if (!is_seed(index->symbols + p)) {
      left_out = 0;
      continue;
    }
    key = window(index->symbols + p);
    head = &index->head[slot(index, key)];
    for (uint32_t at = *head; at > s->begin && same < REPEATS && steps < CHAIN; at = index->previous[at - 1], steps++)
      same += window(index->symbols + at - 1) == key;
    if (same == REPEATS || steps == CHAIN) {
      if (++left_out > GUARANTEED - DZ_SEED) index->capped = true; /* every window of a run */
      continue;
    }
    left_out = 0;
    index->previous[p] = *head;
    *head = p + 1;
  }
}

dz_status dz_seed_index_add(dz_seed_index *index, size_t number, dz_array *matches, dz_error *error) {
  scan s = {.index = index, .matches = matches, .number = (uint32_t)number, .begin = index->base[number]};
  size_t budget;

  s.end = s.begin + index->views[number].count;
  budget = WORK_FACTOR * ((size_t)s.end + LONG_RUN);
  for (uint32_t p = s.begin; number && p < s.end; p++) {
    if (s.work > budget && p < s.covered) {
      index->capped = true;
      continue;
    }
    if (is_seed(index->symbols + p) && !look_up(&s, p)) return dz_fail_memory(error);
  }
  if (number + 1 < index->view_count) insert(&s);
  return DZ_OK;
}
