/* reword.c - the copy that was reworded: sentences alike as bags, where no runs tell
 *
 * Works on what the exact runs leave over. Pairs of sentences that share a run of
 * wording of their own, or some words of letters, are compared as bags (bag.c); so
 * are the neighbours of a passage. Pairs that lie near each other in both reports,
 * and passages among them, become one passage, if they cover enough of it (after
 * Sanchez-Perez, Gelbukh & Sidorov, PAN 2014). Where a passage stood its exact ends
 * are kept. Cost: linear in the runs and in the pairs of sentences. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "steps.h"

enum {
  SHARED_LEAST = 4,   /* symbols in runs that two sentences share, to be compared, ... */
  SHARED_PART = 6,    /* ... and one in so many of the shorter */
  WORDS_LEAST = 2,    /* words of letters that they share; of those in no more ... */
  WORD_SENTENCES = 8, /* ... sentences than this, for each */
  GAP = 1,            /* sentences between two pairs of one passage, */
  GAP_WORDS = 4,      /* where they are made of words of letters */
  STEPS = 6,          /* sentences that a passage grows at each end */
  TEXT = 24,          /* symbols on both sides of a passage that consists of such pairs alone */
  TEXT_WORDS = 18,
  RARE = 3, /* features that few have, to be told as a copy */
  RARE_WORDS = 9,
  TRIM = 4,        /* words at an end that may be other ones, */
  TRIM_WEIGHT = 8, /* up to one that weighs so much */
  TWINS_MOST =
      4, /* pairs for each sentence: in reports it is one in ten; a text where each sentence
                    * is like many others repeats itself, and nothing in it was reworded */
  CANDIDATES_MOST = 8, /* likewise of those that are compared, of which reports have three, ... */
  CANDIDATES_LEAST = 4096, /* ... and so many in any case */
  LOOK_BACK = 48,          /* pairs that a pair may be linked to */
  PIECE = 2,               /* equal symbols that are shown as equal; one word of letters is one */
  PIECES = 64              /* such pieces of one pair of sentences */
};

/* A sentence says the same: by weight and by number of the features. Beside a passage less is
 * enough. Sentences of reports that have nothing to do with each other have 0.1. */
static const float COSINE = 0.34F, DICE = 0.33F, COSINE_BESIDE = 0.22F, DICE_BESIDE = 0.25F;
/* For words of letters, of which each is a feature. */
static const float COSINE_WORDS = 0.27F, COSINE_BESIDE_WORDS = 0.17F, DICE_BESIDE_WORDS = 0.18F;
/* Share of both sides of a passage that its sentences must cover. */
static const float COVER = 0.6F;

/* Two sentences, or the two sides of a passage. */
typedef struct twin {
  uint32_t a, a_end, b, b_end; /* sentences */
  uint32_t passage;            /* 1 + its number; 0: two sentences */
  uint32_t rare;
  bool joined; /* of the one that stands for a cluster: a passage is in it */
} twin;

/* Two sentences that share something. */
typedef struct candidate {
  uint32_t a, b, shared;
} candidate;

typedef struct work {
  dz_reuse_pair *pair;
  const dz_bags *a, *b;
  bool words;                  /* both are made of words of letters */
  uint32_t *taken_a, *taken_b; /* per sentence: 1 + the passage that holds most of it */
  dz_array *candidates;        /* candidate */
  dz_array twins;              /* twin */
  uint32_t *parent;
} work;

static uint32_t overlap(uint32_t x, uint32_t x_end, uint32_t y, uint32_t y_end) {
  uint32_t from = x > y ? x : y, to = x_end < y_end ? x_end : y_end;

  return to > from ? to - from : 0;
}

static void take(const dz_bags *bags, uint32_t start, uint32_t end, uint32_t passage,
                 uint32_t *taken) {
  for (uint32_t i = bags->of[start]; i < bags->count && bags->sentences[i].start < end; i++) {
    dz_span s = bags->sentences[i];
    if (bags->stems || 2 * overlap(s.start, s.end, start, end) >= s.end - s.start)
      taken[i] = passage;
  }
}

static bool add_candidate(work *w, uint32_t a, uint32_t b, uint32_t shared) {
  candidate c = {a, b, shared};

  if (w->words ? w->taken_a[a] || w->taken_b[b] : w->taken_a[a] && w->taken_b[b]) return true;
  return dz_array_append(w->candidates, &c, 1);
}

/* Pairs of sentences that share wording of their own, run by run. */
static bool candidates_of_runs(work *w) {
  const dz_reuse_pair *pair = w->pair;

  for (size_t n = 0; n < pair->seed_count; n++) {
    const dz_match *m = &pair->seeds[n];
    if (pair->b->novel[m->b + m->length] == pair->b->novel[m->b]) continue;
    for (uint32_t k = 0, step; k < m->length; k += step) {
      uint32_t i = w->a->of[m->a + k], j = w->b->of[m->b + k];
      uint32_t rest_a, rest_b;
      if (i >= w->a->count || j >= w->b->count) break;
      rest_a = w->a->sentences[i].end - (m->a + k);
      rest_b = w->b->sentences[j].end - (m->b + k);
      step = m->length - k;
      if (rest_a < step) step = rest_a;
      if (rest_b < step) step = rest_b;
      if (!add_candidate(w, i, j, step)) return false;
    }
  }
  return true;
}

/* A word in a sentence. */
typedef struct posting {
  uint32_t stem, sentence;
} posting;

static int by_stem(const void *x, const void *y) {
  const posting *p = x, *q = y;

  if (p->stem != q->stem) return p->stem > q->stem ? 1 : -1;
  return (p->sentence > q->sentence) - (p->sentence < q->sentence);
}

/* The words of a side by stem, each once for a sentence; how many. */
static size_t list_words(const dz_bags *bags, posting *out) {
  size_t count = 0, kept = 0;

  for (uint32_t i = 0; i < bags->view->count; i++)
    if (bags->stems[i] && bags->of[i] < bags->count)
      out[count++] = (posting){bags->stems[i], bags->of[i]};
  qsort(out, count, sizeof *out, by_stem);
  for (size_t i = 0; i < count; i++)
    if (!kept || by_stem(&out[kept - 1], &out[i])) out[kept++] = out[i];
  return kept;
}

static size_t same_stem(const posting *list, size_t from, size_t count) {
  size_t end = from;

  while (end < count && list[end].stem == list[from].stem) end++;
  return end;
}

/* Pairs of sentences that share a word of letters which few sentences have. */
static bool candidates_of_words(work *w) {
  posting *a, *b;
  size_t count_a, count_b;
  bool ok = true;

  if (!w->words) return true;
  a = malloc((w->a->view->count + 1) * sizeof *a);
  b = malloc((w->b->view->count + 1) * sizeof *b);
  if (a && b) {
    count_a = list_words(w->a, a);
    count_b = list_words(w->b, b);
    for (size_t i = 0, k = 0, i_end, k_end; i < count_a && k < count_b && ok;) {
      i_end = same_stem(a, i, count_a);
      k_end = same_stem(b, k, count_b);
      for (size_t p = i; a[i].stem == b[k].stem && p < i_end && i_end - i <= WORD_SENTENCES; p++)
        for (size_t q = k; q < k_end && k_end - k <= WORD_SENTENCES && ok; q++)
          ok = add_candidate(w, a[p].sentence, b[q].sentence, SHARED_LEAST / WORDS_LEAST);
      if (a[i].stem <= b[k].stem) {
        if (a[i].stem == b[k].stem) k = k_end;
        i = i_end;
      } else {
        k = k_end;
      }
    }
  }
  ok = ok && a && b;
  free(a);
  free(b);
  return ok;
}

static int by_sentences(const void *x, const void *y) {
  const candidate *p = x, *q = y;

  if (p->b != q->b) return p->b > q->b ? 1 : -1;
  return (p->a > q->a) - (p->a < q->a);
}

static bool add_twin(work *w, uint32_t a, uint32_t b, uint32_t rare) {
  twin t = {a, a + 1, b, b + 1, 0, rare, false};

  return dz_array_append(&w->twins, &t, 1);
}

static uint32_t length_of(const dz_bags *bags, uint32_t sentence) {
  return bags->sentences[sentence].end - bags->sentences[sentence].start;
}

/* Compares the candidates. */
static bool compare(work *w) {
  candidate *list = w->candidates->items;
  size_t count = w->candidates->count;

  if (count) qsort(list, count, sizeof *list, by_sentences);
  for (size_t i = 0, end; i < count; i = end) {
    uint32_t shared = 0, la = length_of(w->a, list[i].a), lb = length_of(w->b, list[i].b);
    uint32_t shorter = la < lb ? la : lb;
    dz_likeness like;
    for (end = i; end < count && !by_sentences(&list[i], &list[end]); end++)
      shared += list[end].shared;
    if (shared < SHARED_LEAST || (!w->words && shared * SHARED_PART < shorter)) continue;
    like = dz_bag_compare(w->a, list[i].a, w->b, list[i].b);
    if (like.cosine >= (w->words ? COSINE_WORDS : COSINE) && like.dice >= DICE &&
        !add_twin(w, list[i].a, list[i].b, like.rare))
      return false;
  }
  return true;
}

/* Do the sentences beside a passage say the same? */
static bool beside(work *w, int64_t a, int64_t b, bool *alike) {
  dz_likeness like;

  *alike = false;
  if (a < 0 || b < 0 || a >= w->a->count || b >= w->b->count) return true;
  if (w->taken_a[a] || w->taken_b[b]) return true;
  like = dz_bag_compare(w->a, (uint32_t)a, w->b, (uint32_t)b);
  *alike = like.cosine >= (w->words ? COSINE_BESIDE_WORDS : COSINE_BESIDE) &&
           like.dice >= (w->words ? DICE_BESIDE_WORDS : DICE_BESIDE);
  return !*alike || add_twin(w, (uint32_t)a, (uint32_t)b, like.rare);
}

/* Adds the passage, and the sentences before and after it that are alike. */
static bool add_passage(work *w, uint32_t number) {
  const dz_passage *p = dz_array_at(&w->pair->passages, number);
  twin t = {.a = w->a->of[p->a],
            .a_end = w->a->of[p->a_end - 1] + 1,
            .b = w->b->of[p->b],
            .b_end = w->b->of[p->b_end - 1] + 1,
            .passage = number + 1,
            .joined = true};
  bool alike = true;

  if (!dz_array_append(&w->twins, &t, 1)) return false;
  if (p->a > w->a->sentences[t.a].start + 1 || p->b > w->b->sentences[t.b].start + 1) alike = false;
  for (int64_t n = 1; n <= STEPS && alike; n++)
    if (!beside(w, (int64_t)t.a - n, (int64_t)t.b - n, &alike)) return false;
  alike = p->a_end == w->a->sentences[t.a_end - 1].end &&
          p->b_end == w->b->sentences[t.b_end - 1].end;
  for (int64_t n = 0; n < STEPS && alike; n++)
    if (!beside(w, (int64_t)t.a_end + n, (int64_t)t.b_end + n, &alike)) return false;
  return true;
}

/* Adds the sentences next to pairs of words of letters that are less alike. */
static bool grow_twins(work *w) {
  size_t count = w->twins.count;

  for (size_t i = 0; i < count; i++) {
    twin t = *(const twin *)dz_array_at(&w->twins, i);
    bool alike;
    if (!beside(w, (int64_t)t.a - 1, (int64_t)t.b - 1, &alike) ||
        !beside(w, t.a_end, t.b_end, &alike))
      return false;
  }
  return true;
}

static int by_place(const void *x, const void *y) {
  const twin *p = x, *q = y;

  if (p->b != q->b) return p->b > q->b ? 1 : -1;
  if (p->a != q->a) return p->a > q->a ? 1 : -1;
  return (p->passage > q->passage) - (p->passage < q->passage);
}

static uint32_t root(uint32_t *parent, uint32_t i) {
  while (parent[i] != i) i = parent[i] = parent[parent[i]];
  return i;
}

static uint32_t apart(uint32_t x, uint32_t x_end, uint32_t y, uint32_t y_end) {
  if (x_end <= y) return y - x_end;
  return y_end <= x ? x - y_end : 0;
}

/* Does a heading begin or end between two stretches of sentences? */
static bool heading_between(const dz_bags *bags, uint32_t x, uint32_t x_end, uint32_t y,
                            uint32_t y_end) {
  uint32_t from = bags->sentences[(x_end <= y ? x_end : y_end) - 1].end;
  uint32_t to = bags->sentences[x_end <= y ? y : x].start;

  for (uint32_t i = from; i < to; i++)
    if (bags->view->symbols[i] == DZ_SYM_EDGE) return true;
  return false;
}

static bool near(const work *w, const twin *p, const twin *q) {
  uint32_t gap = w->words ? GAP_WORDS : GAP;

  if (apart(p->a, p->a_end, q->a, q->a_end) > gap || apart(p->b, p->b_end, q->b, q->b_end) > gap)
    return false;
  return w->words || (!heading_between(w->a, p->a, p->a_end, q->a, q->a_end) &&
                      !heading_between(w->b, p->b, p->b_end, q->b, q->b_end));
}

/* Links what is near; never two passages, not even by what lies between: passage.c has decided. */
static void link_twins(work *w) {
  twin *list = w->twins.items;

  for (uint32_t i = 0; i < w->twins.count; i++) {
    w->parent[i] = i;
    for (uint32_t k = i, n = 0; k-- > 0 && n < LOOK_BACK; n++) {
      uint32_t x = root(w->parent, i), y = root(w->parent, k);
      if (x == y || !near(w, &list[i], &list[k])) continue;
      if (!w->words && list[x].joined && list[y].joined) continue;
      w->parent[x] = y;
      list[y].joined = list[y].joined || list[x].joined;
    }
  }
}

static int match_by_b(const void *x, const void *y) {
  const dz_match *m = x, *n = y;

  return m->b != n->b ? (m->b > n->b ? 1 : -1) : (m->a > n->a) - (m->a < n->a);
}

/* The longest equal run of two stretches in which nothing is used yet. */
static dz_match longest_run(const work *w, dz_span in_a, dz_span in_b, const uint8_t *used_a,
                            const uint8_t *used_b, uint32_t *row) {
  const uint16_t *a = w->a->view->symbols, *b = w->b->view->symbols;
  dz_match best = {0};
  uint32_t width = in_b.end - in_b.start;

  memset(row, 0, (width + 1) * sizeof *row);
  for (uint32_t i = in_a.start; i < in_a.end; i++)
    for (uint32_t k = width; k-- > 0;) { /* row[k + 1]: of the run that ends at i - 1 and k */
      bool same = a[i] == b[in_b.start + k] && !used_a[i - in_a.start] && !used_b[k];
      row[k + 1] = same ? row[k] + 1 : 0;
      if (row[k + 1] > best.length)
        best = (dz_match){
            .a = i + 1 - row[k + 1], .b = in_b.start + k + 1 - row[k + 1], .length = row[k + 1]};
    }
  return best;
}

/* Appends what is equal in two sentences, longest first. */
static bool add_pieces(work *w, uint32_t sentence_a, uint32_t sentence_b) {
  dz_span a = w->a->sentences[sentence_a], b = w->b->sentences[sentence_b];
  uint32_t least = w->words ? 1 : PIECE, row[128];
  uint8_t used_a[128] = {0}, used_b[128] = {0};

  for (uint32_t n = 0; n < PIECES; n++) {
    dz_match m = longest_run(w, a, b, used_a, used_b, row);
    if (m.length < least) break;
    memset(used_a + (m.a - a.start), 1, m.length);
    memset(used_b + (m.b - b.start), 1, m.length);
    if (!dz_array_append(&w->pair->matches, &m, 1)) return false;
  }
  return true;
}

static void widen(dz_passage *p, dz_span a, dz_span b) {
  if (a.start < p->a) p->a = a.start;
  if (b.start < p->b) p->b = b.start;
  if (a.end > p->a_end) p->a_end = a.end;
  if (b.end > p->b_end) p->b_end = b.end;
}

/* Keeps of the matches from `first` on, in the order of b, those that use no text twice. */
static void make_disjoint(dz_reuse_pair *pair, uint32_t first, dz_passage *p) {
  dz_match *list = dz_array_at(&pair->matches, first);
  size_t count = pair->matches.count - first;
  uint32_t kept = 0;

  qsort(list, count, sizeof *list, match_by_b);
  for (size_t i = 0; i < count; i++)
    if (!kept || list[i].b >= list[kept - 1].b + list[kept - 1].length) list[kept++] = list[i];
  p->first = first;
  p->count = kept;
  pair->matches.count = first + kept;
  for (uint32_t i = 0; i < kept; i++)
    p->score += (float)(pair->b->own[list[i].b + list[i].length] - pair->b->own[list[i].b]);
}

/* What the twins list[0..count) of one cluster make up. */
typedef struct outline {
  dz_passage box;
  uint32_t twins, passages, rare; /* pairs of sentences, passages, rare features */
  uint32_t cover_a, cover_b;      /* symbols in them */
} outline;

static outline outline_of(const work *w, const twin *list, size_t count) {
  outline o = {.box = {.a = UINT32_MAX, .b = UINT32_MAX}};
  uint32_t last_a = UINT32_MAX, last_b = UINT32_MAX;

  for (size_t i = 0; i < count; i++) {
    dz_span a = w->a->sentences[list[i].a], b = w->b->sentences[list[i].b];
    if (list[i].passage) {
      const dz_passage *p = dz_array_at(&w->pair->passages, list[i].passage - 1);
      a = (dz_span){p->a, p->a_end};
      b = (dz_span){p->b, p->b_end};
    }
    widen(&o.box, a, b);
    o.passages += list[i].passage != 0;
    o.twins += list[i].passage == 0;
    o.rare += list[i].rare;
    if (list[i].a != last_a || list[i].passage) o.cover_a += a.end - a.start;
    if (list[i].b != last_b || list[i].passage) o.cover_b += b.end - b.start;
    last_a = list[i].a;
    last_b = list[i].b;
  }
  return o;
}

static bool is_passage(const work *w, const outline *o) {
  uint32_t a = o->box.a_end - o->box.a, b = o->box.b_end - o->box.b;
  uint32_t least = w->words ? TEXT_WORDS : TEXT, rare = w->words ? RARE_WORDS : RARE;

  if (!o->twins || (!o->passages && o->rare < rare)) return false;
  if (a < least || b < least) return false;
  return (float)o->cover_a >= COVER * (float)a && (float)o->cover_b >= COVER * (float)b;
}

/* Cuts off the ends of a passage, made of words of letters, in which nothing is the same. */
static void trim(const work *w, dz_passage *p) {
  const dz_match *list = dz_array_at(&w->pair->matches, p->first);
  dz_passage core = {.a = UINT32_MAX, .b = UINT32_MAX};

  for (uint32_t i = 0; i < p->count; i++) {
    uint32_t weight = 0;
    for (uint32_t k = 0; k < list[i].length; k++) weight += w->b->weights[list[i].b + k];
    if (weight < TRIM_WEIGHT) continue;
    widen(&core, (dz_span){list[i].a, list[i].a + list[i].length},
          (dz_span){list[i].b, list[i].b + list[i].length});
  }
  if (core.a == UINT32_MAX) return;
  if (core.a > p->a + TRIM) p->a = core.a;
  if (core.b > p->b + TRIM) p->b = core.b;
  if (core.a_end + TRIM < p->a_end) p->a_end = core.a_end;
  if (core.b_end + TRIM < p->b_end) p->b_end = core.b_end;
}

/* Makes one passage of a cluster, in the place of those it holds. */
static bool unite(work *w, const twin *list, size_t count, const outline *o) {
  dz_reuse_pair *pair = w->pair;
  uint32_t first = (uint32_t)pair->matches.count;
  dz_passage whole = o->box;

  for (size_t i = 0; i < count; i++) {
    dz_passage *p;
    if (!list[i].passage) {
      if (!add_pieces(w, list[i].a, list[i].b)) return false;
      continue;
    }
    p = dz_array_at(&pair->passages, list[i].passage - 1);
    if (!dz_array_append(&pair->matches, NULL, p->count)) return false;
    memcpy(dz_array_at(&pair->matches, pair->matches.count - p->count),
           dz_array_at(&pair->matches, p->first), p->count * sizeof(dz_match));
    whole.shuffled = whole.shuffled || p->shuffled;
    p->count = 0; /* dropped at the end */
  }
  if (pair->matches.count == first) return true;
  make_disjoint(pair, first, &whole);
  if (w->words && !o->passages) trim(w, &whole);
  whole.reworded = true;
  whole.rare = o->rare;
  return dz_array_append(&pair->passages, &whole, 1);
}

static int by_cluster(const void *x, const void *y) {
  const candidate *p = x, *q = y; /* a: root, b: number of the twin */

  if (p->a != q->a) return p->a > q->a ? 1 : -1;
  return (p->b > q->b) - (p->b < q->b);
}

static bool take_clusters(work *w) {
  size_t count = w->twins.count;
  candidate *order = dz_array_room(w->candidates, sizeof *order, count);
  twin *sorted = malloc((count + 1) * sizeof *sorted);
  const twin *list = w->twins.items;
  bool ok = order && sorted;

  for (uint32_t i = 0; ok && i < count; i++) order[i] = (candidate){root(w->parent, i), i, 0};
  if (ok) qsort(order, count, sizeof *order, by_cluster);
  for (size_t i = 0; ok && i < count; i++) sorted[i] = list[order[i].b];
  for (size_t i = 0, end; ok && i < count; i = end) {
    outline o;
    for (end = i; end < count && order[end].a == order[i].a;) end++;
    o = outline_of(w, sorted + i, end - i);
    if (is_passage(w, &o)) ok = unite(w, sorted + i, end - i, &o);
  }
  free(sorted);
  return ok;
}

static void drop_united(dz_array *passages) {
  dz_passage *list = passages->items;
  size_t kept = 0;

  for (size_t i = 0; i < passages->count; i++)
    if (list[i].count) list[kept++] = list[i];
  passages->count = kept;
}

static bool find(work *w) {
  dz_reuse_pair *pair = w->pair;

  for (uint32_t i = 0; i < pair->passages.count; i++) {
    const dz_passage *p = dz_array_at(&pair->passages, i);
    take(w->a, p->a, p->a_end, i + 1, w->taken_a);
    take(w->b, p->b, p->b_end, i + 1, w->taken_b);
  }
  if (!candidates_of_runs(w)) return false;
  if (w->candidates->count > CANDIDATES_LEAST + CANDIDATES_MOST * (size_t)w->a->count) {
    pair->capped = true;
    return true;
  }
  if (!candidates_of_words(w) || !compare(w)) return false;
  if (w->twins.count > TWINS_MOST * ((size_t)w->a->count + w->b->count)) {
    pair->capped = true;
    return true;
  }
  if (w->words && !grow_twins(w)) return false;
  for (uint32_t i = 0; i < pair->passages.count; i++)
    if (!add_passage(w, i)) return false;
  if (w->twins.count == pair->passages.count) return true;
  qsort(w->twins.items, w->twins.count, sizeof(twin), by_place);
  w->parent = dz_array_room(&pair->scratch[0], sizeof *w->parent, w->twins.count);
  if (!w->parent) return false;
  link_twins(w);
  if (!take_clusters(w)) return false;
  drop_united(&pair->passages);
  return true;
}

bool dz_reuse_reword(dz_reuse_pair *pair) {
  work w = {.pair = pair,
            .a = &pair->a->bags,
            .b = &pair->b->bags,
            .words = pair->a->bags.stems && pair->b->bags.stems,
            .candidates = &pair->scratch[1],
            .twins = dz_array_of(sizeof(twin))};
  bool ok;

  w.taken_a = dz_array_room(&pair->scratch[2], sizeof *w.taken_a, w.a->count);
  w.taken_b = dz_array_room(&pair->scratch[3], sizeof *w.taken_b, w.b->count);
  ok = w.taken_a && w.taken_b && dz_array_room(&pair->scratch[1], sizeof(candidate), 0);
  if (ok) w.candidates->count = 0;
  ok = ok && find(&w);
  dz_array_free(&w.twins);
  return ok;
}
