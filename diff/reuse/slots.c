/* slots.c - what was exchanged in an item, old and new side by side
 *
 * The first place of the item is the reference: an exchange between it and any
 * other place is a slot, and every place gives the text that stands there. A
 * slot that cannot be followed into all places is left out. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "steps.h"

/* Where the last search in the lists of a link ended. Slots are looked up in
 * the order of the reference, which is nearly the order of the lists: going
 * on from there keeps the search linear as a whole. */
typedef struct cursor {
  uint32_t exchange, match;
} cursor;

typedef struct slots {
  const dz_reuse_work *work;
  const dz_reuse_member *members; /* the item's places; the first is the reference */
  size_t member_count;
  const dz_judged **links; /* per member: the passage that joins it to the reference, or NULL */
  cursor *cursors;         /* per member */
  bool exchanged;          /* some exchange is one that a reader sees */
} slots;

static bool joins(const dz_judged *f, const dz_reuse_member *reference,
                  const dz_reuse_member *other) {
  return f->report_a == reference->report && f->report_b == other->report &&
         f->a >= reference->start && f->a_end <= reference->end && f->b >= other->start &&
         f->b_end <= other->end;
}

/* The range of the other report that stands for [a, a_end) of the reference. */
static bool follow(const dz_reuse_work *work, const dz_judged *f, cursor *from, uint32_t a,
                   uint32_t a_end, uint32_t *b, uint32_t *b_end) {
  const dz_exchange *e = dz_array_at(&work->exchanges, f->first_exchange);
  const dz_match *m = dz_array_at(&work->matches, f->first_match);

  for (uint32_t n = 0; n < f->exchange_count; n++) {
    uint32_t i = (from->exchange + n) % f->exchange_count;
    if (e[i].a != a || e[i].a_end != a_end) continue;
    *b = e[i].b;
    *b_end = e[i].b_end;
    from->exchange = i;
    return true;
  }
  for (uint32_t n = 0; n < f->match_count; n++) {
    uint32_t i = (from->match + n) % f->match_count;
    if (m[i].a > a || a_end > m[i].a + m[i].length) continue;
    *b = m[i].b + (a - m[i].a);
    *b_end = m[i].b + (a_end - m[i].a);
    from->match = i;
    return true;
  }
  return false;
}

/* As text: dates take their 年 月 日 along; nothing there is an empty span. */
static dz_span span_of(const dz_view *view, uint32_t start, uint32_t end, dz_slot_kind kind) {
  const dz_text *text = &view->report->text;
  uint32_t first = text->origin[view->at[start]];

  if (start == end) return (dz_span){first, first};
  if (kind == DZ_SLOT_DATE && end < view->count) end++;
  return (dz_span){first, text->origin[dz_view_end(view, end - 1) - 1] + 1};
}

/* Masks equal nothing, but a reader learns nothing from XX -> XX. */
static bool all_the_same(const slots *s, const dz_span *spans) {
  const dz_text *first = &s->work->job->comparison->reports[s->members[0].report]->text;

  for (size_t i = 1; i < s->member_count; i++) {
    const dz_text *text = &s->work->job->comparison->reports[s->members[i].report]->text;
    uint32_t length = spans[i].end - spans[i].start;
    if (length != spans[0].end - spans[0].start) return false;
    if (memcmp(first->cp + spans[0].start, text->cp + spans[i].start, length * sizeof *text->cp))
      return false;
  }
  return true;
}

static dz_status add_slot(slots *s, const dz_exchange *e, dz_array *out, dz_error *error) {
  dz_span *spans = dz_arena_array(s->work->job->arena, s->member_count, sizeof *spans);
  dz_slot *slot;

  if (!spans) return dz_fail_memory(error);
  spans[0] = span_of(&s->work->sides[s->members[0].report].view, e->a, e->a_end, e->kind);
  for (size_t i = 1; i < s->member_count; i++) {
    uint32_t b, b_end;
    if (!s->links[i] || !follow(s->work, s->links[i], &s->cursors[i], e->a, e->a_end, &b, &b_end)) {
      s->exchanged = true; /* not followed into every place, but an exchange all the same */
      return DZ_OK;
    }
    spans[i] = span_of(&s->work->sides[s->members[i].report].view, b, b_end, e->kind);
  }
  if (all_the_same(s, spans)) return DZ_OK;
  s->exchanged = true;
  slot = dz_array_push(out);
  if (!slot) return dz_fail_memory(error);
  *slot = (dz_slot){.kind = e->kind, .spans = spans};
  return DZ_OK;
}

static int by_place(const void *x, const void *y) {
  const dz_exchange *p = x, *q = y;

  if (p->a != q->a) return p->a > q->a ? 1 : -1;
  return (p->a_end > q->a_end) - (p->a_end < q->a_end);
}

/* All exchanges of the linking passages, in the order of the reference. */
static bool gather(const slots *s, dz_array *exchanges) {
  for (size_t i = 1; i < s->member_count; i++) {
    const dz_judged *f = s->links[i];
    if (f && f->exchange_count &&
        !dz_array_append(exchanges, dz_array_at(&s->work->exchanges, f->first_exchange),
                         f->exchange_count))
      return false;
  }
  if (exchanges->count) qsort(exchanges->items, exchanges->count, sizeof(dz_exchange), by_place);
  return true;
}

dz_status dz_reuse_slots(const dz_reuse_work *work, const dz_reuse_member *members,
                         size_t member_count, const uint32_t *passages, size_t passage_count,
                         dz_reuse *item, dz_error *error) {
  slots s = {.work = work, .members = members, .member_count = member_count};
  dz_array exchanges = dz_array_of(sizeof(dz_exchange)), out = dz_array_of(sizeof(dz_slot));
  const dz_judged *found = work->found.items;
  dz_status status = DZ_OK;

  s.links = calloc(member_count, sizeof *s.links);
  s.cursors = calloc(member_count, sizeof *s.cursors);
  if (!s.links || !s.cursors) {
    status = dz_fail_memory(error);
    goto done;
  }
  for (size_t p = 0; p < passage_count; p++)
    for (size_t i = 1; i < member_count && !found[passages[p]].run; i++)
      if (!s.links[i] && joins(&found[passages[p]], &members[0], &members[i]))
        s.links[i] = &found[passages[p]];
  if (!gather(&s, &exchanges)) status = dz_fail_memory(error);
  for (size_t i = 0; i < exchanges.count && !status; i++) {
    const dz_exchange *e = dz_array_at(&exchanges, i);
    if (i && by_place(e, e - 1) == 0) continue;
    status = add_slot(&s, e, &out, error);
  }
  /* The same file twice, masks and all: nothing was exchanged. */
  if (exchanges.count && !s.exchanged && item->reuse_class == DZ_REUSE_TEMPLATE)
    item->reuse_class = DZ_REUSE_DISTINCTIVE;
  item->slot_count = out.count;
  item->slots = dz_array_freeze(&out, work->job->arena);
  if (!status && !item->slots) status = dz_fail_memory(error);

done:
  free(s.links);
  free(s.cursors);
  dz_array_free(&exchanges);
  dz_array_free(&out);
  return status;
}
