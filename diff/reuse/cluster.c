/* cluster.c - runs of equal symbols become passages
 *
 * Runs that lie near each other in both reports are linked, whatever their
 * order, so that a passage whose clauses changed places is still one; each
 * symbol is then used once (heaviest run first); loose runs at the four ends
 * are cut off by the rule of the heaviest segment; what remains must weigh
 * enough and be dense enough. Linking looks back at a bounded number of runs:
 * O(runs). The idea of clustering seeds in both dimensions is that of
 * Sanchez-Perez, Sidorov & Gelbukh (PAN 2014). */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "steps.h"

enum {
  LOOK_BACK = 48,  /* runs that a run may be linked to */
  REACH_BASE = 8,  /* symbols a run may be away from the next one in both reports, */
  REACH_NOVEL = 6, /* and more for each of its novel symbols, */
  REACH_MAX = 40,  /* but no more than a long clause put in */
  NEXT_TO = 12,    /* runs that heavy which stand next to each other in one report ... */
  FAR = 120,       /* ... may be a few clauses apart in the other: dropped or moved ones */
  HEAVY = 8,       /* novel symbols of such a run */
  WHOLE = 10,      /* a run that long made of common words is somebody's wording all the same */
  /* words swapped for others keep the distance: runs whose distance differs no more than this, */
  STEP = 3,
  STEP_RUN = 5,    /* of so many symbols each, */
  STEP_REACH = 60, /* and no further apart, belong together, and their common words count */
  PIECE = 3,       /* symbols of a run of which another took a part; fewer say nothing */
  SCORE = 16,      /* novel symbols in equal runs of a passage: two clauses */
};

/* Cutting the ends: what a symbol of the gap behind a loose run costs against
 * its novel symbols, in the report where the gap is narrower and in the other.
 * A run of four is worth sixteen symbols of other text on both sides, more
 * where only words were swapped. */
static const float GAP_COST = 0.2F, GAP_COST_FAR = 0.05F, GAP_COST_STEP = 0.1F;
/* Share of the shorter side that must stand in equal runs. Spun and shortened
 * copies keep 0.3; two passages on the same matter share below 0.15. */
static const float DENSITY = 0.25F;

typedef struct work {
  dz_reuse_pair *pair;
  dz_match *runs; /* the seeds that say something, by b */
  size_t run_count;
  uint32_t *parent, *order, *end, *novel;
  dz_match *kept;
  size_t kept_count;
  uint8_t *used_a, *used_b;
} work;

static uint32_t root(uint32_t *parent, uint32_t i) {
  while (parent[i] != i) {
    parent[i] = parent[parent[i]];
    i = parent[i];
  }
  return i;
}

static uint32_t novel_of(const dz_reuse_pair *pair, const dz_match *m) {
  const uint32_t *sum = m->length >= WHOLE ? pair->b->own : pair->b->novel;

  return sum[m->b + m->length] - sum[m->b];
}

static uint32_t reach(uint32_t novel) {
  uint32_t r = REACH_BASE + REACH_NOVEL * novel;

  return r < REACH_MAX ? r : REACH_MAX;
}

/* Symbols between [x, x + xn) and [y, y + yn); 0 if they overlap. */
static uint32_t distance(uint32_t x, uint32_t xn, uint32_t y, uint32_t yn) {
  if (x + xn <= y) return y - (x + xn);
  return y + yn <= x ? x - (y + yn) : 0;
}

static bool belong_together(const dz_match *m, uint32_t m_novel, const dz_match *n,
                            uint32_t n_novel) {
  uint32_t novel = m_novel < n_novel ? m_novel : n_novel, limit = reach(novel);
  uint32_t a = distance(m->a, m->length, n->a, n->length),
           b = distance(m->b, m->length, n->b, n->length);

  if (a <= limit && b <= limit) return true;
  return novel >= HEAVY && ((a <= NEXT_TO && b <= FAR) || (b <= NEXT_TO && a <= FAR));
}

static bool same_shift(const dz_match *m, const dz_match *n) {
  int64_t shift = ((int64_t)m->a - m->b) - ((int64_t)n->a - n->b);

  return shift >= -STEP && shift <= STEP;
}

/* Have the two runs the same distance in both reports? By chance that is so
 * for one pair of runs in a thousand. */
static bool in_step(const dz_match *m, const dz_match *n) {
  return m->length >= STEP_RUN && n->length >= STEP_RUN && same_shift(m, n) &&
         distance(m->b, m->length, n->b, n->length) <= STEP_REACH;
}

static uint32_t own_of(const dz_reuse_pair *pair, const dz_match *m) {
  return pair->b->own[m->b + m->length] - pair->b->own[m->b];
}

static void link_runs(work *w) {
  const dz_match *m = w->runs;
  uint32_t *novel = w->novel;

  for (uint32_t i = 0; i < w->run_count; i++) {
    w->parent[i] = i;
    w->end[i] = m[i].b + m[i].length; /* the furthest so far */
    if (i && w->end[i - 1] > w->end[i]) w->end[i] = w->end[i - 1];
    for (uint32_t k = i, n = 0; k-- > 0 && n < LOOK_BACK && w->end[k] + FAR >= m[i].b; n++) {
      bool step;
      if (m[k].a > m[i].a + m[i].length + FAR || m[i].a > m[k].a + m[k].length + FAR)
        continue; /* most are */
      step = in_step(&m[i], &m[k]);
      if (!step && !belong_together(&m[i], novel[i], &m[k], novel[k])) continue;
      w->parent[root(w->parent, i)] = root(w->parent, k);
      if (!step) continue;
      novel[i] = own_of(w->pair, &m[i]);
      novel[k] = own_of(w->pair, &m[k]);
    }
  }
}

/* Fills `order` with the runs of clusters that are heavy enough, cluster by
 * cluster, each in the order of b; returns how many those are. */
static size_t sort_by_cluster(work *w, uint32_t *start) {
  const uint32_t *novel = w->novel;
  uint32_t *weight = w->end; /* of a cluster, at its root */
  uint32_t sum = 0;
  size_t n = w->run_count;

  memset(weight, 0, n * sizeof *weight);
  for (uint32_t i = 0; i < n; i++) {
    w->parent[i] = root(w->parent, i);
    weight[w->parent[i]] += novel[i];
    start[w->parent[i]]++;
  }
  for (uint32_t i = 0; i < n; i++) {
    uint32_t here = weight[i] < SCORE ? 0 : start[i];
    start[i] = sum;
    sum += here;
  }
  for (uint32_t i = 0; i < n; i++)
    if (weight[w->parent[i]] >= SCORE) w->order[start[w->parent[i]]++] = i;
  return sum;
}

static int by_weight(const void *x, const void *y) {
  const dz_match *m = x, *n = y;

  if (m->report != n->report)
    return m->report < n->report ? 1 : -1; /* novel symbols, see take_cluster */
  if (m->length != n->length) return m->length < n->length ? 1 : -1;
  return m->b != n->b ? (m->b > n->b ? 1 : -1) : (m->a > n->a) - (m->a < n->a);
}

static int by_a(const void *x, const void *y) {
  const dz_match *m = x, *n = y;

  return m->a != n->a ? (m->a > n->a ? 1 : -1) : (m->b > n->b) - (m->b < n->b);
}

static int by_b(const void *x, const void *y) {
  const dz_match *m = x, *n = y;

  return m->b != n->b ? (m->b > n->b ? 1 : -1) : (m->a > n->a) - (m->a < n->a);
}

/* Cuts the run down to its longest part that no heavier run has used. */
static bool cut_to_unused(const work *w, dz_match *m) {
  uint32_t best = 0, best_end = 0, length = 0;

  for (uint32_t i = 0; i < m->length; i++) {
    length = w->used_a[m->a + i] || w->used_b[m->b + i] ? 0 : length + 1;
    if (length > best) {
      best = length;
      best_end = i + 1;
    }
  }
  if (best < PIECE) return false;
  m->a += best_end - best;
  m->b += best_end - best;
  m->length = best;
  return true;
}

/* Uses every symbol once, heaviest run first. */
static void make_disjoint(work *w) {
  size_t count = 0;

  qsort(w->kept, w->kept_count, sizeof *w->kept, by_weight);
  for (size_t i = 0; i < w->kept_count; i++) {
    dz_match m = w->kept[i];
    if (!cut_to_unused(w, &m)) continue;
    memset(w->used_a + m.a, 1, m.length);
    memset(w->used_b + m.b, 1, m.length);
    if (m.report > own_of(w->pair, &m)) m.report = own_of(w->pair, &m);
    w->kept[count++] = m;
  }
  w->kept_count = count;
  for (size_t i = 0; i < count; i++) {
    memset(w->used_a + w->kept[i].a, 0, w->kept[i].length);
    memset(w->used_b + w->kept[i].b, 0, w->kept[i].length);
  }
}

static float gap_cost(const dz_match *m, const dz_match *n) {
  uint32_t a = distance(m->a, m->length, n->a, n->length),
           b = distance(m->b, m->length, n->b, n->length);

  if (same_shift(m, n)) return GAP_COST_STEP * (float)b;
  return a < b ? GAP_COST * (float)a + GAP_COST_FAR * (float)b
               : GAP_COST * (float)b + GAP_COST_FAR * (float)a;
}

/* Cuts loose runs off both ends in the order of one report. */
static void trim(work *w, bool side_a) {
  size_t first = 0, end = w->kept_count;
  float sum = 0;

  qsort(w->kept, w->kept_count, sizeof *w->kept, side_a ? by_a : by_b);
  for (size_t i = 0; i + 1 < end; i++) {
    sum += (float)w->kept[i].report - gap_cost(&w->kept[i], &w->kept[i + 1]);
    if (sum >= 0) continue;
    first = i + 1;
    sum = 0;
  }
  sum = 0;
  for (size_t i = end; i-- > first + 1;) {
    sum += (float)w->kept[i].report - gap_cost(&w->kept[i], &w->kept[i - 1]);
    if (sum >= 0) continue;
    end = i;
    sum = 0;
  }
  w->kept_count = end - first;
  memmove(w->kept, w->kept + first, w->kept_count * sizeof *w->kept);
}

static dz_passage outline(const work *w) {
  dz_passage p = {.a = UINT32_MAX, .b = UINT32_MAX};

  for (size_t i = 0; i < w->kept_count; i++) {
    const dz_match *m = &w->kept[i];
    if (m->a < p.a) p.a = m->a;
    if (m->b < p.b) p.b = m->b;
    if (m->a + m->length > p.a_end) p.a_end = m->a + m->length;
    if (m->b + m->length > p.b_end) p.b_end = m->b + m->length;
    p.score += (float)m->report;
  }
  return p;
}

static bool dense(const work *w, const dz_passage *p) {
  uint32_t equal = 0,
           shorter = p->a_end - p->a < p->b_end - p->b ? p->a_end - p->a : p->b_end - p->b;

  for (size_t i = 0; i < w->kept_count; i++) equal += w->kept[i].length;
  return (float)equal >= DENSITY * (float)shorter;
}

/* Works on order[first..end), one cluster. */
static bool take_cluster(work *w, size_t first, size_t end) {
  dz_passage p, *added;
  uint32_t novel = 0;

  w->kept_count = 0;
  for (size_t i = first; i < end; i++) {
    dz_match *m = &w->kept[w->kept_count++];
    *m = w->runs[w->order[i]];
    m->report = w->novel[w->order[i]]; /* the report is known: keep the weight there */
    novel += m->report;
  }
  if (novel < SCORE) return true;
  make_disjoint(w);
  for (int round = 0; round < 2; round++) {
    trim(w, true);
    trim(w, false);
  }
  p = outline(w);
  if (p.score < SCORE || !dense(w, &p)) return true;
  p.first = (uint32_t)w->pair->matches.count;
  p.count = (uint32_t)w->kept_count;
  if (!dz_array_append(&w->pair->matches, w->kept, w->kept_count)) return false;
  added = dz_array_push(&w->pair->passages);
  if (!added) return false;
  *added = p;
  return true;
}

/* Leaves out the shortest runs that consist of common words: two of three, in
 * reports that have nothing to do with each other. */
static bool says_something(const dz_reuse_pair *pair, const dz_match *seed) {
  return seed->length >= STEP_RUN || novel_of(pair, seed);
}

static void choose_runs(work *w) {
  const dz_reuse_pair *pair = w->pair;

  for (size_t i = 0; i < pair->seed_count; i++) {
    if (!says_something(pair, &pair->seeds[i])) continue;
    w->novel[w->run_count] = novel_of(pair, &pair->seeds[i]);
    w->runs[w->run_count++] = pair->seeds[i];
  }
}

dz_status dz_reuse_cluster(dz_reuse_pair *pair, dz_error *error) {
  size_t n = 0, kept;
  work w = {.pair = pair};
  uint32_t *numbers, *starts;
  uint8_t *used = dz_array_room(&pair->scratch[2], 1,
                                (size_t)pair->a->view.count + pair->b->view.count);

  for (size_t i = 0; i < pair->seed_count; i++) n += says_something(pair, &pair->seeds[i]);
  numbers = dz_array_room(&pair->scratch[0], sizeof(uint32_t), 4 * n);
  w.kept = dz_array_room(&pair->scratch[1], sizeof(dz_match), 2 * n);
  if (!numbers || !w.kept || !used) return dz_fail_memory(error);
  w.parent = numbers;
  w.order = numbers + n;
  w.end = numbers + 2 * n;
  w.novel = numbers + 3 * n;
  w.used_a = used;
  w.used_b = used + pair->a->view.count;
  w.runs = w.kept + n;
  choose_runs(&w);
  link_runs(&w);
  starts = dz_array_room(&pair->scratch[3], sizeof(uint32_t), n + 1);
  if (!starts) return dz_fail_memory(error);
  kept = sort_by_cluster(&w, starts);
  for (size_t i = 0, end; i < kept; i = end) {
    for (end = i + 1; end < kept && w.parent[w.order[end]] == w.parent[w.order[i]];) end++;
    if (!take_cluster(&w, i, end)) return dz_fail_memory(error);
  }
  return DZ_OK;
}
