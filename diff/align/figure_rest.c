/* figure_rest.c - see figure_rest.h */
#include "figure_rest.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/map.h"
#include "base/utf8.h"
#include "diff/figure_setting.h"
#include "diff/years.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  NAME_ENOUGH = 5, /* letters of a name that needs no sentence around it, if it is no indicator's */
  GROUP_MAX = 16   /* figures of one name and kind in a report */
};

typedef struct named {
  uint64_t key; /* hash of name and unit */
  int32_t index;
  bool told; /* in a pair already */
} named;

typedef struct group { /* the figures of one key of one report */
  const named *items;
  size_t count;
  dz_figure_setting settings[GROUP_MAX];
} group;

static uint64_t key_of(const dz_quantity *q) {
  uint64_t key = 1;
  uint32_t cp;

  for (const char *at = q->indicator; *at;) {
    at += dz_utf8_next(at, strlen(at), &cp);
    key = dz_mix(key ^ dz_fold_cp(cp));
  }
  return dz_mix(key ^ (uint64_t)q->comparison << 32);
}

static int by_key(const void *left, const void *right) {
  const named *a = left, *b = right;

  if (a->key != b->key) return a->key < b->key ? -1 : 1;
  return a->index < b->index ? -1 : a->index > b->index;
}

static void mark_told(bool *told, const dz_change *changes, size_t count, int side) {
  for (size_t i = 0; i < count; i++)
    for (size_t k = 0; k < changes[i].figure_count; k++)
      told[side ? changes[i].figures[k].b : changes[i].figures[k].a] = true;
}

static named *collect(const dz_report *report, const dz_change *changes, size_t count, int side,
                      dz_arena *scratch, size_t *found) {
  named *list = dz_arena_array(scratch, report->quantity_count, sizeof *list);
  bool *told = dz_arena_array(scratch, report->quantity_count, sizeof *told);

  *found = 0;
  if (!list || !told) return NULL;
  mark_told(told, changes, count, side);
  for (size_t i = 0; i < report->quantity_count; i++) {
    const dz_quantity *q = &report->quantities[i];
    if (!q->indicator || q->masked || q->left) continue;
    list[(*found)++] = (named){key_of(q), (int32_t)i, told[i]};
  }
  if (*found) qsort(list, *found, sizeof *list, by_key);
  return list;
}

static bool same_value(const dz_quantity *a, const dz_quantity *b) {
  return !strcmp(a->unit, b->unit) && a->sign == b->sign &&
         !dz_decimal_compare(a->number, b->number) && !a->value_high == !b->value_high;
}

static bool enough(const dz_figure_setting *a, const dz_figure_setting *b) {
  return a->core_length == b->core_length && (a->known || a->core_length >= NAME_ENOUGH) &&
         !memcmp(a->core, b->core, a->core_length * sizeof *a->core);
}

static dz_figure_relation relation(const dz_report *const reports[2], const group sides[2],
                                   size_t i, size_t j) {
  const dz_figure_setting *a = &sides[0].settings[i], *b = &sides[1].settings[j];

  if (!enough(a, b)) return DZ_FIGURES_UNLIKE;
  return dz_figures_relate(reports[0], (size_t)sides[0].items[i].index, a, reports[1],
                           (size_t)sides[1].items[j].index, b);
}

/* Is figure i of one side alike only to figures that have the value of figure j, none told? */
static bool only(const dz_report *const reports[2], const group sides[2], int side, size_t i,
                 size_t j) {
  const group *others = &sides[!side];
  const dz_quantity *of = reports[!side]->quantities;

  for (size_t k = 0; k < others->count; k++) {
    if (relation(reports, sides, side ? k : i, side ? i : k) == DZ_FIGURES_UNLIKE) continue;
    if (others->items[k].told ||
        !same_value(&of[others->items[k].index], &of[others->items[j].index]))
      return false;
  }
  return true;
}

static bool add_group(dz_array *out, const dz_report *const reports[2], group sides[2],
                      const dz_knowledge *knowledge) {
  bool taken[GROUP_MAX] = {false};

  for (int s = 0; s < 2; s++)
    for (size_t i = 0; i < sides[s].count; i++)
      sides[s].settings[i] = dz_figure_setting_of(reports[s], (size_t)sides[s].items[i].index,
                                                  knowledge);
  for (size_t i = 0; i < sides[0].count; i++)
    for (size_t j = 0; j < sides[1].count; j++) {
      dz_figure_relation how = relation(reports, sides, i, j);
      dz_figure_change pair = {sides[0].items[i].index, sides[1].items[j].index,
                               dz_figures_outcome(how)};
      if (how == DZ_FIGURES_UNLIKE || sides[0].items[i].told || taken[j]) continue;
      if (same_value(&reports[0]->quantities[pair.a], &reports[1]->quantities[pair.b])) continue;
      if (!only(reports, sides, 0, i, j) || !only(reports, sides, 1, j, i)) continue;
      taken[j] = true;
      if (!dz_array_append(out, &pair, 1)) return false;
      break;
    }
  return true;
}

/* The end of the figures of one key from `at`. */
static size_t end_of(const named *list, size_t count, size_t at) {
  size_t end = at;

  while (end < count && list[end].key == list[at].key) end++;
  return end;
}

static bool find(dz_array *out, const dz_report *const reports[2], named *const lists[2],
                 const size_t counts[2], const dz_knowledge *knowledge) {
  group sides[2];
  size_t at[2] = {0, 0}, end[2];

  while (at[0] < counts[0] && at[1] < counts[1]) {
    uint64_t left = lists[0][at[0]].key, right = lists[1][at[1]].key;
    for (int s = 0; s < 2; s++) {
      end[s] = end_of(lists[s], counts[s], at[s]);
      sides[s].items = lists[s] + at[s];
      sides[s].count = end[s] - at[s];
    }
    if (left == right && sides[0].count <= GROUP_MAX && sides[1].count <= GROUP_MAX &&
        !add_group(out, reports, sides, knowledge))
      return false;
    if (left <= right) at[0] = end[0];
    if (right <= left) at[1] = end[1];
  }
  return true;
}

/* The side of the later report; where no year tells, the order of the arguments has no say. */
static int later_side(const dz_report *const reports[2]) {
  if (reports[0]->year != reports[1]->year) return reports[0]->year < reports[1]->year;
  return dz_order_of_texts(reports[0], reports[1]) <= 0;
}

/* What holds a place of one side. */
typedef struct held {
  uint32_t start, end;
  uint32_t change;
} held;

static int by_start(const void *left, const void *right) {
  const held *a = left, *b = right;

  return (a->start > b->start) - (a->start < b->start);
}

static bool index_side(dz_array *out, const dz_change *changes, size_t count, int side) {
  for (size_t i = 0; i < count; i++) {
    const dz_span *spans = side ? changes[i].b : changes[i].a;
    for (size_t k = 0; k < (side ? changes[i].b_count : changes[i].a_count); k++)
      if (!dz_array_append(out, &(held){spans[k].start, spans[k].end, (uint32_t)i}, 1))
        return false;
  }
  if (out->count) qsort(out->items, out->count, sizeof(held), by_start);
  return true;
}

static bool attach(dz_change *change, const dz_figure_change *pair, dz_arena *arena) {
  dz_figure_change *figures = dz_arena_array(arena, change->figure_count + 1, sizeof *figures);

  if (!figures) return false;
  if (change->figure_count)
    memcpy(figures, change->figures, change->figure_count * sizeof *figures);
  figures[change->figure_count++] = *pair;
  change->figures = figures;
  change->attributes |= DZ_ATTR_NUMBER;
  return true;
}

/* Puts the pairs into the changes. */
static bool attach_all(dz_change *changes, size_t count, const dz_array *pairs,
                       const dz_report *const reports[2], dz_arena *arena) {
  int side = later_side(reports);
  dz_array index = dz_array_of(sizeof(held));
  bool good = index_side(&index, changes, count, side);

  for (size_t i = 0; i < pairs->count && good; i++) {
    const dz_figure_change *pair = dz_array_at(pairs, i);
    dz_span span = reports[side]->quantities[side ? pair->b : pair->a].span;
    size_t at = dz_spans_behind(index.items, index.count, sizeof(held), span.start);
    const held *place = at < index.count ? dz_array_at(&index, at) : NULL;
    dz_change *change = place && place->start <= span.start ? &changes[place->change] : NULL;
    if (change && change->type != DZ_CHANGE_EQUAL && change->type != DZ_CHANGE_MOVED)
      good = attach(change, pair, arena);
  }
  dz_array_free(&index);
  return good;
}

dz_status dz_figures_add_rest(dz_change *changes, size_t count, const dz_job *job,
                              const dz_report *const reports[2], dz_error *error) {
  dz_array pairs = dz_array_of(sizeof(dz_figure_change));
  named *lists[2];
  size_t counts[2];
  dz_arena scratch;
  bool good = true;

  dz_arena_init(&scratch);
  for (int s = 0; s < 2 && good; s++) {
    lists[s] = collect(reports[s], changes, count, s, &scratch, &counts[s]);
    good = lists[s] != NULL;
  }
  if (good) good = find(&pairs, reports, lists, counts, job->knowledge);
  if (good) good = attach_all(changes, count, &pairs, reports, job->arena);
  dz_array_free(&pairs);
  dz_arena_free(&scratch);
  return good ? DZ_OK : dz_fail_memory(error);
}
