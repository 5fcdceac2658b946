/* passage.c - exact ends, no overlaps, and the runs that stand alone */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "steps.h"

enum {
  SNAP_MAX = 80,     /* symbols an end is moved at most to the end of its sentence */
  SNAP_CLAUSE = 8,   /* and to the end of its clause, where the sentence is not the passage's */
  SNAP_PASSAGE = 24, /* a passage shorter than that keeps its ends */
  EXACT_WORDS = 6,   /* words of letters of a run that tells where a copy ends */
  NEXT_TO = 6,       /* passages so near in one report are one passage when in the other they are */
  FAR = 200,         /* not further apart than this, nor than they are long: parts changed places */
  RUN_NEXT_TO = 3,   /* a single run that near in both reports belongs to the passage */
  /* as does one of own wording that stands near in one report and not far in the other */
  RUN_NEAR = 10,
  RUN_HEAVY = 4, /* symbols of own wording of such a run */
  /* two runs that follow each other in one report may be so far apart in the other ... */
  RUN_FAR = 80,
  RUN_OWN = 3,     /* ... when each has so many symbols of its own wording */
  RUNS_OWN = 14,   /* and both together so many */
  TEXT = 24,       /* symbols of equal text that make scattered runs a passage */
  LOOSE_TEXT = 40, /* and where the two texts have less in common than LOOSE */
  RUN = 13, /* characters, marks between them counted, that make a shared run an item by itself:
                       the rule that readers of reuse reports know */
  /* passages of one pair; two reports of 200,000 characters have some hundred. Every passage is
   * held against every other one */
  PASSAGES_MAX = 2048,
  UNITED_MAX = 1 << 21 /* matches written while passages are united: 24 MB */
};

/* The nearest symbol at or before `at` with an edge of at least `edge`, or
 * `at` when it is further than `limit`. */
static uint32_t edge_back(const dz_reuse_side *side, uint32_t at, uint32_t limit, uint8_t edge) {
  for (uint32_t n = 0; n <= limit && n <= at; n++)
    if (side->view.edges[at - n] >= edge) return at - n;
  return at;
}

static uint32_t edge_on(const dz_reuse_side *side, uint32_t at, uint32_t limit, uint8_t edge) {
  for (uint32_t n = 0; n <= limit && at + n <= side->view.count; n++)
    if (side->view.edges[at + n] >= edge) return at + n;
  return at;
}

/* Where a passage ends with a run that tells its end to the letter. */
typedef struct exact_ends {
  bool start, end;
} exact_ends;

/* In text made of words of letters sentences are long and copies begin in the midst of them: a
 * run of some words that ends there tells where. */
static exact_ends exact_of(const dz_reuse_pair *pair, const dz_passage *p) {
  const dz_match *list = dz_array_at(&pair->matches, p->first);
  exact_ends exact = {0};

  if (!pair->a->bags.stems || !pair->b->bags.stems) return exact;
  for (uint32_t i = 0; i < p->count; i++) {
    if (list[i].length < EXACT_WORDS) continue;
    exact.start = exact.start || (list[i].a == p->a && list[i].b == p->b);
    exact.end = exact.end ||
                (list[i].a + list[i].length == p->a_end && list[i].b + list[i].length == p->b_end);
  }
  return exact;
}

/* An end moves to the end of its sentence when the passage holds at least half
 * of that sentence, else to that of its clause. In the source of a shortened
 * copy it always does: the clauses at the ends are the ones left out. */
static void snap(const dz_reuse_side *side, uint32_t *start, uint32_t *end, bool source,
                 const exact_ends *exact) {
  uint32_t from = edge_back(side, *start, SNAP_MAX, DZ_EDGE_SENTENCE);
  uint32_t to = edge_on(side, *end, SNAP_MAX, DZ_EDGE_SENTENCE);
  uint32_t first_end = edge_on(side, *start + 1, *end - *start, DZ_EDGE_SENTENCE);
  uint32_t last_start = edge_back(side, *end - 1, *end - *start, DZ_EDGE_SENTENCE);

  if (first_end == *start + 1 || first_end > *end) first_end = *end;
  if (last_start == *end - 1 || last_start < *start) last_start = *start;
  if (!source && *start - from > first_end - *start)
    from = edge_back(side, *start, SNAP_CLAUSE, DZ_EDGE_CLAUSE);
  if (!source && to - *end > *end - last_start)
    to = edge_on(side, *end, SNAP_CLAUSE, DZ_EDGE_CLAUSE);
  if (!exact->start) *start = from;
  if (!exact->end) *end = to;
  while (*start < *end && side->view.symbols[*start] == DZ_SYM_EDGE) ++*start;
  while (*end > *start + 1 && side->view.symbols[*end - 1] == DZ_SYM_EDGE) --*end;
}

/* A side so many times as long as the other is the source of a shortened copy. */
static const float SHORTENED = 1.4F;
/* Share of the text of both sides that must be equal: in any passage, and in a
 * short one. Shortened copies keep 0.55; passages on one subject share 0.2 to 0.5. */
static const float LEAST = 0.35F, LOOSE = 0.54F;

/* Is there enough equal text, and is the passage more than scattered words? */
static bool is_passage(const dz_reuse_pair *pair, const dz_passage *p) {
  const dz_match *list = dz_array_at(&pair->matches, p->first);
  uint32_t text = 0;
  float share;

  for (uint32_t i = 0; i < p->count; i++) text += list[i].length;
  share = 2.0F * (float)text / (float)(p->a_end - p->a + p->b_end - p->b);
  return text >= TEXT && share >= LEAST && (text >= LOOSE_TEXT || share >= LOOSE);
}

/* Lets the passage grow over equal symbols on both sides, also across the
 * edges of headings, which stop a single run: whole sections are copied with
 * their headings. */
static void grow(dz_reuse_pair *pair, dz_passage *p) {
  const uint16_t *a = pair->a->view.symbols, *b = pair->b->view.symbols;
  dz_match *list = dz_array_at(&pair->matches, p->first);

  for (uint32_t i = 0; i < p->count; i++) {
    dz_match *m = &list[i];
    if (m->a == p->a && m->b == p->b) {
      for (; p->a && p->b && a[p->a - 1] == b[p->b - 1]; m->length++) m->a = --p->a, m->b = --p->b;
      for (; a[p->a] == DZ_SYM_EDGE; m->length--)
        m->a = ++p->a, m->b = ++p->b; /* never from an edge on */
    }
    if (m->a + m->length == p->a_end && m->b + m->length == p->b_end) {
      for (; p->a_end < pair->a->view.count && p->b_end < pair->b->view.count &&
             a[p->a_end] == b[p->b_end];
           m->length++)
        p->a_end++, p->b_end++;
      for (; a[p->a_end - 1] == DZ_SYM_EDGE; m->length--) p->a_end--, p->b_end--;
    }
  }
}

static uint32_t overlap(uint32_t x, uint32_t x_end, uint32_t y, uint32_t y_end) {
  uint32_t from = x > y ? x : y, to = x_end < y_end ? x_end : y_end;

  return to > from ? to - from : 0;
}

static int by_score(const void *x, const void *y) {
  const dz_passage *p = x, *q = y;

  if (p->score != q->score) return p->score < q->score ? 1 : -1;
  return p->b != q->b ? (p->b > q->b ? 1 : -1) : (p->a > q->a) - (p->a < q->a);
}

/* Does the heavier passage p leave too little of q: half of it gone in one report? */
static bool displaces(const dz_passage *p, const dz_passage *q) {
  uint32_t a = overlap(p->a, p->a_end, q->a, q->a_end), b = overlap(p->b, p->b_end, q->b, q->b_end);

  if (2 * a > q->a_end - q->a && 2 * b > q->b_end - q->b) return true;
  return (2 * a > q->a_end - q->a || 2 * b > q->b_end - q->b) && q->score < p->score / 2;
}

static void settle_overlaps(dz_array *passages) {
  dz_passage *list = passages->items;
  size_t count = 0;

  if (passages->count) qsort(list, passages->count, sizeof *list, by_score);
  for (size_t i = 0; i < passages->count; i++) {
    bool keep = true;
    for (size_t k = 0; k < count && keep; k++) keep = !displaces(&list[k], &list[i]);
    if (keep) list[count++] = list[i];
  }
  passages->count = count;
}

static bool inside_passage(const dz_reuse_pair *pair, size_t count, uint32_t a, uint32_t b,
                           uint32_t length) {
  const dz_passage *list = pair->passages.items;

  for (size_t i = 0; i < count; i++)
    if (list[i].a <= a && a + length <= list[i].a_end && list[i].b <= b &&
        b + length <= list[i].b_end)
      return true;
  return false;
}

static bool add_run(dz_reuse_pair *pair, size_t passage_count, uint32_t a, uint32_t b,
                    uint32_t length) {
  dz_passage *p;
  dz_match *m;

  if (inside_passage(pair, passage_count, a, b, length)) return true;
  m = dz_array_push(&pair->matches);
  p = dz_array_push(&pair->passages);
  if (!m || !p) return false;
  *m = (dz_match){.a = a, .b = b, .length = length};
  *p = (dz_passage){
      .a = a, .a_end = a + length, .b = b, .b_end = b + length, .count = 1, .run = true};
  p->first = (uint32_t)pair->matches.count - 1;
  p->score = (float)(pair->b->own[b + length] - pair->b->own[b]);
  return true;
}

/* Is the stretch long enough: without marks, or with them where they are the same? */
static bool is_run(const dz_view *a, uint32_t a_start, const dz_view *b, uint32_t b_start,
                   uint32_t length) {
  uint32_t from_a, from_b, folded;

  if (!length) return false;
  if (b->units[b_start + length] - b->units[b_start] >= RUN) return true;
  from_a = a->at[a_start];
  from_b = b->at[b_start];
  folded = dz_view_end(b, b_start + length - 1) - from_b;
  return folded >= RUN && dz_view_end(a, a_start + length - 1) - from_a == folded &&
         !memcmp(a->fold + from_a, b->fold + from_b, folded * sizeof *b->fold);
}

/* Every stretch of at least RUN characters of equal text that no passage holds. */
static bool add_runs(dz_reuse_pair *pair) {
  const dz_view *a = &pair->a->view, *b = &pair->b->view;
  size_t passage_count = pair->passages.count;

  for (size_t i = 0; i < pair->seed_count; i++) {
    const dz_match *m = &pair->seeds[i];
    uint32_t start = 0;
    if (dz_view_end(b, m->b + m->length - 1) - b->at[m->b] < RUN) continue;
    for (uint32_t k = 0; k <= m->length; k++) {
      if (k < m->length && dz_view_same(a, m->a + k, b, m->b + k)) continue;
      if (is_run(a, m->a + start, b, m->b + start, k - start) &&
          !add_run(pair, passage_count, m->a + start, m->b + start, k - start))
        return false;
      start = k + 1;
    }
  }
  return true;
}

static uint32_t distance(uint32_t x, uint32_t x_end, uint32_t y, uint32_t y_end) {
  if (x_end <= y) return y - x_end;
  return y_end <= x ? x - y_end : 0;
}

/* Are p and q parts of one passage? */
static bool one_passage(const dz_passage *p, const dz_passage *q) {
  uint32_t a = distance(p->a, p->a_end, q->a, q->a_end),
           b = distance(p->b, p->b_end, q->b, q->b_end);
  uint32_t near = a < b ? a : b, far = a < b ? b : a, length = p->b_end - p->b + q->b_end - q->b;

  if (p->run && q->run)
    return near <= 1 && far <= RUN_FAR && p->score >= RUN_OWN && q->score >= RUN_OWN &&
           p->score + q->score >= RUNS_OWN;
  if (p->run || q->run)
    return far <= RUN_NEXT_TO ||
           (near <= RUN_NEAR && far <= RUN_FAR && (p->run ? p : q)->score >= RUN_HEAVY);
  return near <= NEXT_TO && far <= FAR && far <= length;
}

/* Makes p hold q; their matches are written anew behind all others, without
 * those that use text twice. */
static bool absorb(dz_reuse_pair *pair, dz_passage *p, const dz_passage *q) {
  uint32_t first = (uint32_t)pair->matches.count, i = 0, k = 0, count = 0;

  if (!dz_array_append(&pair->matches, NULL, p->count + q->count)) return false;
  while (i < p->count || k < q->count) {
    const dz_match *m = dz_array_at(&pair->matches, p->first + (i < p->count ? i : 0));
    const dz_match *n = dz_array_at(&pair->matches, q->first + (k < q->count ? k : 0));
    const dz_match *last = count ? dz_array_at(&pair->matches, first + count - 1) : NULL;
    bool take_p = k == q->count || (i < p->count && m->b <= n->b);
    const dz_match *next = take_p ? m : n;
    if (!last || next->b >= last->b + last->length)
      *(dz_match *)dz_array_at(&pair->matches, first + count++) = *next;
    i += take_p;
    k += !take_p;
  }
  pair->matches.count = first + count;
  p->first = first;
  p->count = count;
  p->score += q->score;
  p->reworded = p->reworded || q->reworded;
  p->rare += q->rare;
  if (q->a < p->a) p->a = q->a;
  if (q->b < p->b) p->b = q->b;
  if (q->a_end > p->a_end) p->a_end = q->a_end;
  if (q->b_end > p->b_end) p->b_end = q->b_end;
  p->run = false;
  return true;
}

/* Keeps the heaviest passages of a pair that has more than any two reports. */
static void keep_heaviest(dz_reuse_pair *pair) {
  if (pair->passages.count <= PASSAGES_MAX) return;
  qsort(pair->passages.items, pair->passages.count, sizeof(dz_passage), by_score);
  pair->passages.count = PASSAGES_MAX;
  pair->capped = true;
}

/* Unites passages until none belongs to another. Each round takes one away;
 * rounds and partners looked at are bounded by the passages of one pair. */
static bool unite(dz_reuse_pair *pair) {
  dz_passage *list = pair->passages.items;

  for (size_t i = 0; i < pair->passages.count; i++) {
    for (size_t k = 0; k < pair->passages.count; k++) {
      if (k == i || !one_passage(&list[i], &list[k])) continue;
      if (pair->matches.count > UNITED_MAX) {
        pair->capped = true;
        return true;
      }
      if (!absorb(pair, &list[i], &list[k])) return false;
      list[k] = list[--pair->passages.count];
      i = i == pair->passages.count ? k : i; /* the last one moved */
      k = (size_t)-1;
    }
  }
  return true;
}

/* Gives the passages their exact ends. */
static void set_ends(dz_reuse_pair *pair) {
  dz_passage *list = pair->passages.items;

  for (size_t i = 0; i < pair->passages.count; i++) {
    exact_ends exact;
    uint32_t la, lb;
    if (list[i].a_end - list[i].a < SNAP_PASSAGE || list[i].b_end - list[i].b < SNAP_PASSAGE)
      continue;
    grow(pair, &list[i]);
    exact = exact_of(pair, &list[i]);
    la = list[i].a_end - list[i].a;
    lb = list[i].b_end - list[i].b;
    snap(pair->a, &list[i].a, &list[i].a_end, (float)la > SHORTENED * (float)lb, &exact);
    snap(pair->b, &list[i].b, &list[i].b_end, (float)lb > SHORTENED * (float)la, &exact);
  }
}

static void drop_scattered(dz_reuse_pair *pair) {
  dz_passage *list = pair->passages.items;

  for (size_t i = 0; i < pair->passages.count;) {
    if (is_passage(pair, &list[i]))
      i++;
    else
      list[i] = list[--pair->passages.count];
  }
}

dz_status dz_reuse_refine(dz_reuse_pair *pair, dz_error *error) {
  keep_heaviest(pair);
  set_ends(pair);
  if (!unite(pair)) return dz_fail_memory(error);
  drop_scattered(pair);
  if (!dz_reuse_split(pair) || !dz_reuse_tile(pair)) return dz_fail_memory(error);
  set_ends(pair);
  settle_overlaps(&pair->passages);
  if (!dz_reuse_reword(pair)) return dz_fail_memory(error);
  settle_overlaps(&pair->passages);
  if (!add_runs(pair)) return dz_fail_memory(error);
  keep_heaviest(pair);
  if (!unite(pair)) return dz_fail_memory(error);
  return DZ_OK;
}
