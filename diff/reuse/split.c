/* split.c - a long, loose passage is cut at the headings inside it
 *
 * A whole report handed in again with half of its wording changed would be one
 * item that says nothing. Its runs are sorted by the blocks between headings
 * they stand in, and every pair of blocks with enough in common becomes a
 * passage of its own. */
#include <stdlib.h>

#include "steps.h"

enum {
  LONG = 400, /* symbols on both sides: several paragraphs */
  LEAST = 12  /* equal symbols of a piece: a clause, for that the whole is a copy is known */
};

/* A passage with more equal text than this share of both sides stays whole. */
static const float LOOSE = 0.85F;

/* A match and the blocks it stands in. */
typedef struct placed {
  dz_match match;
  uint32_t block_a, block_b;
} placed;

static int by_blocks(const void *x, const void *y) {
  const placed *p = x, *q = y;

  if (p->block_b != q->block_b) return p->block_b > q->block_b ? 1 : -1;
  if (p->block_a != q->block_a) return p->block_a > q->block_a ? 1 : -1;
  if (p->match.b != q->match.b) return p->match.b > q->match.b ? 1 : -1;
  return (p->match.a > q->match.a) - (p->match.a < q->match.a);
}

/* Edges of headings before each symbol of [start, end), in the scratch array; NULL when memory
 * ran out. */
static const uint32_t *blocks_of(dz_array *scratch, const dz_view *view, uint32_t start,
                                 uint32_t end) {
  uint32_t *blocks = dz_array_room(scratch, sizeof *blocks, end - start), count = 0;

  for (uint32_t i = start; blocks && i < end; i++) {
    count += view->symbols[i] == DZ_SYM_EDGE;
    blocks[i - start] = count;
  }
  return blocks;
}

static bool is_loose(const dz_reuse_pair *pair, const dz_passage *p) {
  const dz_match *list = dz_array_at(&pair->matches, p->first);
  uint32_t text = 0;

  if (p->a_end - p->a < LONG || p->b_end - p->b < LONG) return false;
  for (uint32_t i = 0; i < p->count; i++) text += list[i].length;
  return 2.0F * (float)text < LOOSE * (float)(p->a_end - p->a + p->b_end - p->b);
}

/* The outline of matches [first, first + count) of the pair's list. */
static dz_passage outline(const dz_reuse_pair *pair, uint32_t first, uint32_t count,
                          uint32_t *text) {
  dz_passage p = {.a = UINT32_MAX, .b = UINT32_MAX, .first = first, .count = count};

  *text = 0;
  for (uint32_t i = 0; i < count; i++) {
    const dz_match *m = dz_array_at(&pair->matches, first + i);
    if (m->a < p.a) p.a = m->a;
    if (m->b < p.b) p.b = m->b;
    if (m->a + m->length > p.a_end) p.a_end = m->a + m->length;
    if (m->b + m->length > p.b_end) p.b_end = m->b + m->length;
    p.score += (float)(pair->b->own[m->b + m->length] - pair->b->own[m->b]);
    *text += m->length;
  }
  return p;
}

/* The block at `at`; a match may reach over the ends of its passage, which were set at ends of
 * sentences. */
static uint32_t block_at(const uint32_t *blocks, uint32_t start, uint32_t end, uint32_t at) {
  return blocks[at < start ? 0 : at >= end ? end - start - 1 : at - start];
}

/* Appends the pieces of the passage; none is a valid answer. */
static bool cut(dz_reuse_pair *pair, dz_passage whole) {
  placed *list = dz_array_room(&pair->scratch[0], sizeof *list, whole.count);
  const uint32_t *blocks_a = blocks_of(&pair->scratch[1], &pair->a->view, whole.a, whole.a_end);
  const uint32_t *blocks_b = blocks_of(&pair->scratch[2], &pair->b->view, whole.b, whole.b_end);

  if (!list || !blocks_a || !blocks_b) return false;
  if (!blocks_a[whole.a_end - whole.a - 1] && !blocks_b[whole.b_end - whole.b - 1])
    return true; /* no heading */
  for (uint32_t i = 0; i < whole.count; i++) {
    list[i].match = *(const dz_match *)dz_array_at(&pair->matches, whole.first + i);
    list[i].block_a = block_at(blocks_a, whole.a, whole.a_end, list[i].match.a);
    list[i].block_b = block_at(blocks_b, whole.b, whole.b_end, list[i].match.b);
  }
  qsort(list, whole.count, sizeof *list, by_blocks);
  for (uint32_t i = 0, end; i < whole.count; i = end) {
    uint32_t first = (uint32_t)pair->matches.count, text;
    dz_passage piece;
    for (end = i; end < whole.count && list[end].block_a == list[i].block_a &&
                  list[end].block_b == list[i].block_b;)
      if (!dz_array_append(&pair->matches, &list[end++].match, 1)) return false;
    piece = outline(pair, first, end - i, &text);
    if (text >= LEAST && !dz_array_append(&pair->passages, &piece, 1)) return false;
  }
  return true;
}

bool dz_reuse_split(dz_reuse_pair *pair) {
  for (size_t i = 0, count = pair->passages.count; i < count;) {
    dz_passage whole = *(const dz_passage *)dz_array_at(&pair->passages, i);
    size_t before = pair->passages.count;
    dz_passage *list;
    if (!is_loose(pair, &whole)) {
      i++;
      continue;
    }
    if (!cut(pair, whole)) return false;
    if (pair->passages.count == before) {
      i++;
      continue;
    }
    list = pair->passages
               .items; /* the last old one takes the place of the whole, the last piece its own */
    list[i] = list[count - 1];
    list[count - 1] = list[pair->passages.count - 1];
    pair->passages.count--;
    count--;
  }
  return true;
}
