/* tile.c - set phrases put in another order are a passage all the same
 *
 * A list of targets or a closing that is nothing but set phrases has no heavy
 * run that could be linked to others. But when its pieces lie end to end in
 * both reports, and the same pieces, the whole was taken over and shuffled: by
 * chance two reports share four such pieces in a row in one order at most. */
#include <stdlib.h>

#include "steps.h"

enum {
  PIECE = 7,  /* symbols of a run that may be a piece */
  TOUCH = 2,  /* symbols between two pieces that lie end to end in one report, */
  FAR = 250,  /* and between the same two in the other */
  PIECES = 4, /* at least, */
  /* symbols in all, more than any paragraph of formulas that two reports were seen to share */
  TEXT = 100,
  LOOK_BACK = 8 /* pieces before that a piece may touch */
};

/* Share of both sides that the pieces must cover. */
static const float COVER = 0.8F;

/* A piece and the group it belongs to. */
typedef struct piece {
  dz_match match;
  uint32_t number, group;
} piece;

static int by_a(const void *x, const void *y) {
  const piece *p = x, *q = y;

  if (p->match.a != q->match.a) return p->match.a > q->match.a ? 1 : -1;
  return (p->number > q->number) - (p->number < q->number);
}

static int by_group(const void *x, const void *y) {
  const piece *p = x, *q = y;

  if (p->group != q->group) return p->group > q->group ? 1 : -1;
  if (p->match.b != q->match.b) return p->match.b > q->match.b ? 1 : -1;
  return (p->number > q->number) - (p->number < q->number);
}

static uint32_t root(uint32_t *parent, uint32_t i) {
  while (parent[i] != i) i = parent[i] = parent[parent[i]];
  return i;
}

static uint32_t apart(uint32_t x, uint32_t y, uint32_t length_x, uint32_t length_y) {
  if (x + length_x <= y) return y - x - length_x;
  return y + length_y <= x ? x - y - length_y : 0;
}

/* Joins pieces that touch in the order of the list; `in_a` tells which order that is. */
static void join_touching(const piece *list, size_t count, bool in_a, uint32_t *parent) {
  for (size_t i = 1; i < count; i++)
    for (size_t k = i; k-- > 0 && i - k <= LOOK_BACK;) {
      const dz_match *m = &list[k].match, *n = &list[i].match;
      uint32_t a = apart(m->a, n->a, m->length, n->length),
               b = apart(m->b, n->b, m->length, n->length);
      if ((in_a ? a : b) <= TOUCH && (in_a ? b : a) <= FAR)
        parent[root(parent, list[k].number)] = root(parent, list[i].number);
    }
}

/* Adds the group list[0..count) as a passage if its pieces tile both sides. */
static bool add_group(dz_reuse_pair *pair, const piece *list, size_t count) {
  dz_passage p = {
      .a = UINT32_MAX, .b = UINT32_MAX, .first = (uint32_t)pair->matches.count, .shuffled = true};
  uint32_t text = 0;

  for (size_t i = 0; i < count; i++) {
    dz_match m = list[i].match;
    if (p.count && m.b < p.b_end) { /* pieces that overlap share a figure or 左右 at their ends */
      uint32_t over = p.b_end - m.b;
      if (over + PIECE / 2 > m.length) continue;
      m.a += over;
      m.b += over;
      m.length -= over;
    }
    if (!dz_array_append(&pair->matches, &m, 1)) return false;
    p.count++;
    text += m.length;
    if (m.a < p.a) p.a = m.a;
    if (m.b < p.b) p.b = m.b;
    if (m.a + m.length > p.a_end) p.a_end = m.a + m.length;
    p.b_end = m.b + m.length;
    p.score += (float)m.length;
  }
  if (p.count < PIECES || text < TEXT || (float)text < COVER * (float)(p.a_end - p.a) ||
      (float)text < COVER * (float)(p.b_end - p.b)) {
    pair->matches.count = p.first;
    return true;
  }
  return dz_array_append(&pair->passages, &p, 1);
}

bool dz_reuse_tile(dz_reuse_pair *pair) {
  piece *list;
  uint32_t *parent, count = 0, text = 0;

  for (size_t i = 0; i < pair->seed_count; i++) {
    if (pair->seeds[i].length < PIECE) continue;
    count++;
    text += pair->seeds[i].length;
  }
  if (count < PIECES || text < TEXT) return true;
  list = dz_array_room(&pair->scratch[0], sizeof *list, count);
  parent = dz_array_room(&pair->scratch[1], sizeof *parent, count);
  if (!list || !parent) return false;
  count = 0;
  for (size_t i = 0; i < pair->seed_count; i++) {
    if (pair->seeds[i].length < PIECE) continue;
    list[count] = (piece){.match = pair->seeds[i], .number = count};
    parent[count] = count;
    count++;
  }
  join_touching(list, count, false, parent); /* seeds come in the order of b */
  qsort(list, count, sizeof *list, by_a);
  join_touching(list, count, true, parent);
  for (uint32_t i = 0; i < count; i++) list[i].group = root(parent, list[i].number);
  qsort(list, count, sizeof *list, by_group);
  for (uint32_t i = 0, end; i < count; i = end) {
    for (end = i + 1; end < count && list[end].group == list[i].group;) end++;
    if (end - i >= PIECES && !add_group(pair, list + i, end - i)) return false;
  }
  return true;
}
