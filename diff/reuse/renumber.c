/* renumber.c - from the order in which reports were searched back to that of the arguments
 *
 * Which of two reports is indexed and which is looked up decides about ends of
 * passages where either would do. So the search takes the reports in the order
 * of the series, which the arguments have no say in, and numbers are put right
 * at the end. Cost: n log n in the places. */
#include <stdlib.h>

#include "base/error.h"
#include "steps.h"

/* A place of an item and where it stood. */
typedef struct moved {
  dz_place place;
  uint32_t from;
} moved;

static int by_place(const void *x, const void *y) {
  const moved *p = x, *q = y;

  if (p->place.report != q->place.report) return p->place.report > q->place.report ? 1 : -1;
  return (p->from > q->from) - (p->from < q->from); /* by place in each report already */
}

static const dz_evidence *renumber_evidence(const dz_reuse *item, const uint32_t *order,
                                            dz_arena *arena) {
  dz_evidence *places = dz_arena_array(arena, item->evidence_count, sizeof *places);

  for (size_t i = 0; places && i < item->evidence_count; i++)
    places[i] = (dz_evidence){order[item->evidence[i].report], item->evidence[i].span,
                              item->evidence[i].kind};
  return places;
}

static const dz_slot *rearrange_slots(const dz_reuse *item, const moved *list, dz_arena *arena) {
  dz_slot *slots = dz_arena_array(arena, item->slot_count, sizeof *slots);

  for (size_t i = 0; slots && i < item->slot_count; i++) {
    dz_span *spans = dz_arena_array(arena, item->place_count, sizeof *spans);
    if (!spans) return NULL;
    for (size_t k = 0; k < item->place_count; k++) spans[k] = item->slots[i].spans[list[k].from];
    slots[i] = (dz_slot){.kind = item->slots[i].kind, .spans = spans};
  }
  return slots;
}

static bool renumber_item(dz_reuse *item, const uint32_t *order, dz_array *scratch,
                          dz_arena *arena) {
  moved *list = dz_array_room(scratch, sizeof *list, item->place_count);
  dz_place *places = dz_arena_array(arena, item->place_count, sizeof *places);
  int32_t source = -1;

  if (!list || !places) return false;
  for (uint32_t i = 0; i < item->place_count; i++)
    list[i] = (moved){{order[item->places[i].report], item->places[i].span}, i};
  qsort(list, item->place_count, sizeof *list, by_place);
  for (uint32_t i = 0; i < item->place_count; i++) {
    places[i] = list[i].place;
    if (item->source == (int32_t)list[i].from) source = (int32_t)i;
  }
  item->source = source;
  item->slots = rearrange_slots(item, list, arena);
  item->places = places;
  item->evidence = renumber_evidence(item, order, arena);
  return item->slots && item->evidence;
}

static bool renumber_figures(dz_comparison *c, const dz_comparison *searched, const uint32_t *order,
                             dz_arena *arena) {
  size_t n = c->report_count;
  double *similarity = dz_arena_array(arena, n * n, sizeof *similarity);
  dz_reuse_rates *rates = dz_arena_array(arena, n, sizeof *rates);

  if (!similarity || !rates) return false;
  for (size_t i = 0; i < n; i++) {
    dz_reuse_rates *own = &rates[order[i]];
    *own = searched->rates[i];
    if (own->single_max_report >= 0)
      own->single_max_report = (int32_t)order[own->single_max_report];
    for (size_t k = 0; k < n; k++)
      similarity[order[i] * n + order[k]] = searched->similarity[i * n + k];
  }
  c->similarity = similarity;
  c->rates = rates;
  return true;
}

dz_status dz_reuse_renumber(dz_comparison *c, const dz_comparison *searched, const uint32_t *order,
                            dz_arena *arena, dz_error *error) {
  dz_reuse *items = dz_arena_copy(arena, searched->reuse, searched->reuse_count * sizeof *items);
  dz_array scratch = dz_array_of(sizeof(moved));
  bool done = items && renumber_figures(c, searched, order, arena);

  for (size_t i = 0; i < searched->reuse_count && done; i++)
    done = renumber_item(&items[i], order, &scratch, arena);
  c->reuse = items;
  c->reuse_count = searched->reuse_count;
  c->approximate = c->approximate || searched->approximate;
  dz_array_free(&scratch);
  return done ? DZ_OK : dz_fail_memory(error);
}
