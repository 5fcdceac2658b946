/* seed.c - seeds and maximal runs; see seed.h
 *
 * Each run is extended once, from the first of its seeds that stands in the
 * table: a seed is passed over when the two texts agree before it as well and
 * an earlier window of that run has been put in and looked up. So no table of
 * diagonals is needed, which would be the largest piece of memory of all. */
#include "seed.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

enum {
  /* times one report may hold the same window: set phrases stand in a report up to ten times */
  REPEATS = 12,
  /* positions looked at beyond those that the repeats of one window explain: hash collisions */
  CHAIN = 1024,
  /* a shared run of so many characters is found if it holds one window, else `capped` is set */
  GUARANTEED = 13,
  LONG_RUN = 256, /* a run that long is not searched again from inside once ... */
  /* ... this many symbols per symbol of text have been compared (a text of repetitions) */
  WORK_FACTOR = 64
};

/* A window is compared as one word, and read past the end of a view. */
_Static_assert(DZ_SEED * sizeof(uint16_t) == sizeof(uint64_t), "a seed is one word");
_Static_assert((int)DZ_SEED <= (int)DZ_VIEW_PADDING, "a view is padded for a whole window");

dz_status dz_seed_index_init(dz_seed_index *out, const dz_view *views, size_t count,
                             dz_error *error) {
  size_t total = 0, slots = 1024, entered;

  *out = (dz_seed_index){.views = views, .view_count = count};
  for (size_t i = 0; i < count; i++) total += views[i].count + DZ_SEED;
  if (total > UINT32_MAX / 4)
    return dz_fail(error, DZ_LIMIT, "the reports together are too long to be compared");
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
    memcpy(out->symbols + out->base[i], views[i].symbols,
           (views[i].count + DZ_SEED) * sizeof *out->symbols);
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
  return (uint32_t)((key * 0x9E3779B97F4A7C15u) >> 32) &
         index->mask; /* Fibonacci hashing (Knuth 6.4) */
}

/* What `previous` holds of the windows of a report that is being looked up. */
enum { NO_SEED, SEED, MISSED }; /* MISSED: not looked up to the end */

/* Symbols of a report in which no window of a kind lies: a run that keeps
 * within them is not found by such windows. */
typedef struct gap {
  uint32_t from;
  bool left_out; /* seeds that are repeated too often stand in it */
} gap;

/* Is the gap up to symbol `to` long enough for a run that has to be found? */
static bool holds_run(const dz_view *view, uint32_t begin, const gap *g, uint32_t to) {
  return to >= g->from + DZ_SEED &&
         dz_view_end(view, to - 1 - begin) - view->at[g->from - begin] >= GUARANTEED;
}

/* All windows of the gap up to symbol `to` are seeds if it could hold a run. */
static void fill_gap(dz_seed_index *index, const dz_view *view, uint32_t begin, const gap *g,
                     uint32_t to) {
  if (!holds_run(view, begin, g, to)) return;
  for (uint32_t p = g->from; p + DZ_SEED <= to; p++) index->previous[p] = SEED;
}

/* Marks the windows that are looked up and put into the table. A seed says
 * something when it has no edge and not more than one exchangeable symbol; a
 * row of dates or figures has no such seed, there every window is one. */
static void mark_seeds(dz_seed_index *index, const dz_view *view, uint32_t begin) {
  uint32_t seeds_from = begin,
           slot_end = begin; /* windows before the first hold an edge or two slots */
  gap g = {.from = begin};

  for (uint32_t last = begin; last < begin + view->count + DZ_SEED - 1; last++) {
    uint16_t symbol = index->symbols[last];
    uint32_t p = last - (DZ_SEED - 1);
    bool whole = last >= begin + DZ_SEED - 1, seed; /* does the window begin in this view? */
    if (symbol < DZ_SYM_FIRST_TEXT) {
      seeds_from = symbol == DZ_SYM_EDGE ? last + 1 : slot_end > seeds_from ? slot_end : seeds_from;
      slot_end = last + 1;
    }
    seed = whole && p >= seeds_from;
    if (whole) index->previous[p] = seed ? SEED : NO_SEED;
    if (!seed && symbol != DZ_SYM_EDGE) continue;
    fill_gap(index, view, begin, &g, last);
    g.from = seed ? p + 1 : last + 1;
  }
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
    if (index->previous[at - back] && index->previous[p - back] == SEED) return true;
  }
  length = DZ_SEED + run_length(symbols + at + DZ_SEED, symbols + p + DZ_SEED) + back;
  s->work += length;
  if (length >= LONG_RUN && p - back + length > s->covered) s->covered = p - back + length;
  match = dz_array_push(s->matches);
  if (!match) return false;
  *hint = report_of(index, at, *hint);
  *match = (dz_match){.report = *hint,
                      .a = at - back - index->base[*hint],
                      .b = p - back - s->begin,
                      .length = length};
  return true;
}

/* All runs that begin with the window at p. */
static bool look_up(scan *s, uint32_t p) {
  dz_seed_index *index = s->index;
  uint64_t key = window(index->symbols + p);
  uint32_t hint = s->number, seen = 0;

  for (uint32_t at = index->head[slot(index, key)]; at; at = index->previous[at - 1] - 1) {
    if (++seen > CHAIN + REPEATS * s->number) {
      index->capped = true;
      index->previous[p] = MISSED;
      break;
    }
    if (window(index->symbols + at - 1) == key && !extend(s, at - 1, p, &hint)) return false;
  }
  return true;
}

/* Does the report hold the window at p so often that once more is too often? */
static bool is_repeated(const scan *s, uint64_t key) {
  const dz_seed_index *index = s->index;
  uint32_t same = 0, steps = 0;

  for (uint32_t at = index->head[slot(index, key)];
       at > s->begin && same < REPEATS && steps < CHAIN; steps++) {
    same += window(index->symbols + at - 1) == key;
    at = index->previous[at - 1] - 1;
  }
  return same == REPEATS || steps == CHAIN;
}

/* Puts the seeds of the later report into the table. */
static void insert(const scan *s) {
  dz_seed_index *index = s->index;
  const dz_view *view = &index->views[s->number];
  gap g = {.from = s->begin};

  for (uint32_t p = s->begin; p < s->end; p++) {
    bool seed = index->previous[p] != NO_SEED,
         edge = index->symbols[p + DZ_SEED - 1] == DZ_SYM_EDGE;
    uint64_t key = window(index->symbols + p);
    uint32_t *head = &index->head[slot(index, key)];
    index->previous[p] = 0;
    if (seed && is_repeated(s, key)) {
      g.left_out = true;
      seed = false;
    }
    if (seed || edge) {
      if (g.left_out && holds_run(view, s->begin, &g, p + DZ_SEED - 1)) index->capped = true;
      g = (gap){.from = edge ? p + DZ_SEED : p + 1};
    }
    if (!seed) continue;
    index->previous[p] = *head + 1;
    *head = p + 1;
  }
}

dz_status dz_seed_index_add(dz_seed_index *index, size_t number, dz_array *matches,
                            dz_error *error) {
  scan s = {
      .index = index, .matches = matches, .number = (uint32_t)number, .begin = index->base[number]};
  size_t budget;

  s.end = s.begin + index->views[number].count;
  budget = WORK_FACTOR * ((size_t)s.end + LONG_RUN);
  mark_seeds(index, &index->views[number], s.begin);
  for (uint32_t p = s.begin; number && p < s.end; p++) {
    if (index->previous[p] == NO_SEED) continue;
    if (s.work > budget && p < s.covered) {
      index->capped = true;
      index->previous[p] = MISSED;
    } else if (!look_up(&s, p)) {
      return dz_fail_memory(error);
    }
  }
  if (number + 1 < index->view_count) insert(&s);
  return DZ_OK;
}
