/* sentence_align.c - see sentence_align.h and docs/alignment.md
 *
 * Equal sentences first (sentence_exact.c); then candidates from an inverted
 * index of bigrams, taken best first in rounds of falling demands, so that the
 * sure pairs of a round give context to the less sure ones of the next; then
 * neighbours that were split or merged; then what left the common order. */
#include "sentence_align.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "increasing.h"
#include "text/spans.h"

/* Thresholds. Similarity is the weighted Dice coefficient of bigrams. Judged
 * by readers, the best match of another year is right in about 80 of 100 cases
 * at 0.30 to 0.35 and in all from 0.40 up; below that the place has to speak
 * for a pair. Measured in docs/alignment.md. */
enum {
  CANDIDATES = 8,       /* kept per sentence: the ninth best has never been right */
  COMMON_MIN = 24,      /* bigrams in more sentences than this, */
  COMMON_SHARE = 24,    /* and in more than one in so many, find no candidates */
  WORK_PER_GRAM = 4096, /* posting entries read per bigram of the text, on average */
  ROUNDS = 3,
  MOVE_MIN = 10, /* code points: a shorter sentence is not said to have moved */
  JOIN_MAX = 3   /* sentences one sentence may be split into */
};
static const double ROUND_LEAST[ROUNDS] = {0.60, 0.45, 0.34}; /* score a pair needs in each round */
static const double SIMILARITY_LEAST =
    0.15; /* whatever the place says: below it no pair of the gold is right */
static const double HEADING_LEAST =
    0.05; /* similarity of headings that are paired before anything else is looked at */
static const double SECTION_BONUS = 0.08;   /* their sections are paired */
static const double NEIGHBOUR_BONUS = 0.07; /* the sentence before (behind) is paired alike */
static const double MARGIN_WEIGHT =
    1.5;                               /* times the lead over the second best partner of either, */
static const double MARGIN_MAX = 0.10; /* of which no more than this counts */
static const double MOVE_LEAST =
    0.35; /* similarity without which a sentence does not leave its section, */
static const double MOVE_INSIDE_LEAST =
    0.18; /* and without which none changes its place inside, heading or not */
static const double JOIN_GAIN = 0.08;  /* what a further sentence must add to the similarity */
static const double JOIN_SHARE = 0.45; /* and how much of it must be found on the other side */

typedef struct edge {
  uint32_t x, y;
  double similarity;
  double score; /* similarity and context, of the current round */
} edge;

/* The two best scores a sentence has with free partners. */
typedef struct standing {
  double best, second;
} standing;

typedef struct aligner {
  const dz_sentence_task *task;
  size_t count[2];
  uint32_t *mate[2];
  standing *standing[2]; /* per sentence, of the current round */
  double *similarity;    /* per x: of its pair */
  uint64_t *overlap;     /* per x: shared weight with the sentence in hand */
  uint32_t *touched;     /* x whose overlap is not 0 */
  uint32_t *mark;        /* per bigram: last use, for counting overlaps */
  uint32_t mark_now;
  dz_array edges;
  bool capped;
} aligner;

static uint32_t length_of(const dz_report *report, uint32_t first, uint32_t end) {
  return end > first ? report->sentences[end - 1].fold.end - report->sentences[first].fold.start
                     : 0;
}

/* Weight of the bigrams that sentences [x, x_end) and [y, y_end) share, and of
 * each side; a bigram counts once a side. */
static void weigh(aligner *work, const dz_bead *bead, uint64_t *shared, uint64_t *left,
                  uint64_t *right) {
  const dz_gram_side *sides = work->task->grams->sides;
  const uint32_t *weight = work->task->grams->weight;
  uint32_t seen = ++work->mark_now, both = ++work->mark_now;

  *shared = *left = *right = 0;
  for (uint32_t i = sides[0].start[bead->x]; i < sides[0].start[bead->x_end]; i++) {
    uint32_t gram = sides[0].grams[i];
    if (work->mark[gram] == seen) continue;
    work->mark[gram] = seen;
    *left += weight[gram];
  }
  seen = ++work->mark_now;
  for (uint32_t i = sides[1].start[bead->y]; i < sides[1].start[bead->y_end]; i++) {
    uint32_t gram = sides[1].grams[i];
    if (work->mark[gram] == both || work->mark[gram] == seen) continue;
    *right += weight[gram];
    if (work->mark[gram] == both - 1) {
      *shared += weight[gram];
      work->mark[gram] = both;
    } else {
      work->mark[gram] = seen;
    }
  }
}

static double bead_similarity(aligner *work, const dz_bead *bead) {
  uint64_t shared, left, right;

  weigh(work, bead, &shared, &left, &right);
  return left + right ? 2.0 * (double)shared / (double)(left + right) : 0;
}

/* Adds up what the free sentences of side 0 share with y, over bigrams that
 * are not too common. Returns how many were touched. */
static size_t collect_overlaps(aligner *work, uint32_t y, uint32_t common, size_t *budget) {
  const dz_grams *grams = work->task->grams;
  size_t touched = 0;

  for (uint32_t i = grams->sides[1].start[y]; i < grams->sides[1].start[y + 1]; i++) {
    uint32_t gram = grams->sides[1].grams[i];
    uint32_t first = grams->sides[0].first[gram], end = grams->sides[0].first[gram + 1];
    if (end - first > common) continue;
    if (end - first > *budget) {
      work->capped = true;
      return touched;
    }
    *budget -= end - first;
    for (uint32_t k = first; k < end; k++) {
      uint32_t x = grams->sides[0].units[k];
      if (work->mate[0][x] != DZ_NO_MATE) continue;
      if (!work->overlap[x]) work->touched[touched++] = x;
      work->overlap[x] += grams->weight[gram];
    }
  }
  return touched;
}

/* Keeps the CANDIDATES best of the touched sentences in `best`, best first. */
static size_t pick_best(aligner *work, uint32_t y, size_t touched, edge *best) {
  const dz_gram_side *sides = work->task->grams->sides;
  size_t count = 0;

  for (size_t t = 0; t < touched; t++) {
    uint32_t x = work->touched[t];
    double score = 2.0 * (double)work->overlap[x] /
                   (double)(sides[0].weight[x] + sides[1].weight[y]);
    size_t at = count < CANDIDATES ? count : CANDIDATES - 1;
    work->overlap[x] = 0;
    if (count == CANDIDATES && best[at].score >= score) continue;
    for (; at > 0 && best[at - 1].score < score; at--) best[at] = best[at - 1];
    best[at] = (edge){.x = x, .y = y, .score = score};
    if (count < CANDIDATES) count++;
  }
  return count;
}

static dz_status find_candidates(aligner *work, dz_error *error) {
  size_t total = work->task->grams->sides[0].start[work->count[0]] +
                 work->task->grams->sides[1].start[work->count[1]];
  size_t budget = total * WORK_PER_GRAM;
  uint32_t common = (uint32_t)(work->count[0] / COMMON_SHARE);
  edge best[CANDIDATES];

  if (common < COMMON_MIN) common = COMMON_MIN;
  for (uint32_t y = 0; y < work->count[1]; y++) {
    size_t count;
    if (work->mate[1][y] != DZ_NO_MATE) continue;
    count = pick_best(work, y, collect_overlaps(work, y, common, &budget), best);
    for (size_t i = 0; i < count; i++) {
      best[i].similarity = bead_similarity(
          work, &(dz_bead){best[i].x, best[i].x + 1, y, y + 1, false, false});
      if (best[i].similarity < SIMILARITY_LEAST) continue;
      if (!dz_array_append(&work->edges, &best[i], 1)) return dz_fail_memory(error);
    }
  }
  return DZ_OK;
}

/* Whether the sentence `step` beside x is paired with one close to y on the
 * same side. */
static bool neighbour_agrees(const aligner *work, uint32_t x, uint32_t y, int step) {
  int64_t other = (int64_t)x + step, mate;

  if (other < 0 || other >= (int64_t)work->count[0] || work->mate[0][other] == DZ_NO_MATE)
    return false;
  mate = (int64_t)work->mate[0][other] - (int64_t)y;
  return mate * step > 0 && mate * step <= 2;
}

static double score_of(const aligner *work, const edge *e) {
  return e->similarity + (dz_sentence_sections_paired(work->task, e->x, e->y) ? SECTION_BONUS : 0) +
         (neighbour_agrees(work, e->x, e->y, -1) ? NEIGHBOUR_BONUS : 0) +
         (neighbour_agrees(work, e->x, e->y, 1) ? NEIGHBOUR_BONUS : 0);
}

static void note(standing *s, double score) {
  if (score > s->best) {
    s->second = s->best;
    s->best = score;
  } else if (score > s->second) {
    s->second = score;
  }
}

static void note_score(aligner *work, const edge *e) {
  if (work->mate[0][e->x] != DZ_NO_MATE || work->mate[1][e->y] != DZ_NO_MATE) return;
  note(&work->standing[0][e->x], e->score);
  note(&work->standing[1][e->y], e->score);
}

/* What it counts that the two are each other's best: by how much. */
static double margin_of(const aligner *work, const edge *e) {
  const standing *x = &work->standing[0][e->x], *y = &work->standing[1][e->y];
  double lead = e->score - (x->second > y->second ? x->second : y->second);

  if (e->score < x->best || e->score < y->best) return 0;
  return MARGIN_WEIGHT * (lead > MARGIN_MAX ? MARGIN_MAX : lead);
}

/* Best first; of equal ones the earliest. */
static int by_score(const void *left, const void *right) {
  const edge *a = left, *b = right;

  if (a->score != b->score) return a->score < b->score ? 1 : -1;
  if (a->y != b->y) return a->y < b->y ? -1 : 1;
  return a->x < b->x ? -1 : a->x > b->x;
}

static void take_edges(aligner *work, double least) {
  edge *edges = work->edges.items;

  for (int side = 0; side < 2; side++)
    memset(work->standing[side], 0, work->count[side] * sizeof(standing));
  for (size_t i = 0; i < work->edges.count; i++) {
    edges[i].score = score_of(work, &edges[i]);
    note_score(work, &edges[i]);
  }
  for (size_t i = 0; i < work->edges.count; i++) edges[i].score += margin_of(work, &edges[i]);
  if (work->edges.count) qsort(edges, work->edges.count, sizeof *edges, by_score);
  for (size_t i = 0; i < work->edges.count && edges[i].score >= least; i++) {
    const edge *e = &edges[i];
    if (work->mate[0][e->x] != DZ_NO_MATE || work->mate[1][e->y] != DZ_NO_MATE) continue;
    work->mate[0][e->x] = e->y;
    work->mate[1][e->y] = e->x;
    work->similarity[e->x] = e->similarity;
  }
}

uint32_t dz_sentence_at(const dz_report *report, uint32_t position) {
  return (uint32_t)dz_spans_from(report->sentences, report->sentence_count,
                                 sizeof *report->sentences, position);
}

/* Sections that belong together have their headings paired, however renamed:
 * what stands in the heading's place is its new wording. Those of at least
 * this similarity. */
static void pair_headings(aligner *work, double least) {
  const dz_report *const *report = work->task->report;

  for (size_t i = 0; i < report[0]->section_count; i++) {
    int32_t mate = work->task->heading_mate[i];
    uint32_t x, y;
    if (mate == DZ_NO_SECTION) continue;
    x = dz_sentence_at(report[0], report[0]->sections[i].extent.start);
    y = dz_sentence_at(report[1], report[1]->sections[mate].extent.start);
    if (x >= work->count[0] || y >= work->count[1]) continue;
    if (work->mate[0][x] != DZ_NO_MATE || work->mate[1][y] != DZ_NO_MATE) continue;
    if (bead_similarity(work, &(dz_bead){x, x + 1, y, y + 1, false, false}) < least) continue;
    work->mate[0][x] = y;
    work->mate[1][y] = x;
    work->similarity[x] = 1;
  }
}

static bool equal_pair(const aligner *work, uint32_t x, uint32_t y) {
  const dz_text *text[2] = {&work->task->report[0]->text, &work->task->report[1]->text};
  dz_span a = work->task->report[0]->sentences[x].fold,
          b = work->task->report[1]->sentences[y].fold;

  return a.end - a.start == b.end - b.start &&
         !memcmp(text[0]->fold + a.start, text[1]->fold + b.start,
                 (a.end - a.start) * sizeof *text[0]->fold);
}

/* The bead with one more sentence on side 0 or 1, before (-1) or behind (1);
 * false if there is none that is free. */
static bool widen(const aligner *work, dz_bead *bead, int side, int step) {
  uint32_t *first = side ? &bead->y : &bead->x, *end = side ? &bead->y_end : &bead->x_end;
  uint32_t at = step > 0 ? *end : *first - 1;

  if (at >= work->count[side] || work->mate[side][at] != DZ_NO_MATE || *end - *first >= JOIN_MAX)
    return false;
  if (side ? bead->x_end - bead->x > 1 : bead->y_end - bead->y > 1) return false;
  if (step > 0)
    ++*end;
  else
    --*first;
  return true;
}

/* Whether `wide` is `bead` with a sentence that belongs to it. */
static bool worth_joining(aligner *work, const dz_bead *bead, const dz_bead *wide) {
  uint64_t shared[2], left[2], right[2];
  double before, after;

  weigh(work, bead, &shared[0], &left[0], &right[0]);
  weigh(work, wide, &shared[1], &left[1], &right[1]);
  before = 2.0 * (double)shared[0] / (double)(left[0] + right[0] + 1);
  after = 2.0 * (double)shared[1] / (double)(left[1] + right[1] + 1);
  return after >= before + JOIN_GAIN &&
         (double)(shared[1] - shared[0]) >=
             JOIN_SHARE * (double)(left[1] + right[1] - left[0] - right[0]);
}

static void join_neighbours(aligner *work, dz_bead *bead) {
  static const int ways[4][2] = {{0, 1}, {0, -1}, {1, 1}, {1, -1}}; /* side, step */
  bool grown = true;

  while (grown) {
    grown = false;
    for (int i = 0; i < 4 && !grown; i++) {
      dz_bead wide = *bead;
      if (!widen(work, &wide, ways[i][0], ways[i][1]) || !worth_joining(work, bead, &wide))
        continue;
      grown = true;
      for (uint32_t x = wide.x; x < wide.x_end; x++) work->mate[0][x] = wide.y;
      for (uint32_t y = wide.y; y < wide.y_end; y++) work->mate[1][y] = wide.x;
      *bead = wide;
    }
  }
}

static dz_status collect_beads(aligner *work, dz_array *beads, dz_error *error) {
  for (uint32_t y = 0; y < work->count[1]; y++) {
    dz_bead bead = {.x = work->mate[1][y], .y = y, .y_end = y + 1};
    if (bead.x == DZ_NO_MATE) continue;
    bead.x_end = bead.x + 1;
    bead.equal = equal_pair(work, bead.x, y);
    if (!dz_array_append(beads, &bead, 1)) return dz_fail_memory(error);
  }
  for (size_t i = 0; i < beads->count; i++) {
    dz_bead *bead = dz_array_at(beads, i);
    if (!bead->equal) join_neighbours(work, bead);
  }
  return DZ_OK;
}

/* A pair out of order has moved with its section; or it is long and alike; or
 * it is chance, as are the headings of sections that are paired if neither
 * their words nor their places agree. */
static bool is_move(aligner *work, const dz_bead *bead) {
  uint32_t left = length_of(work->task->report[0], bead->x, bead->x_end);
  uint32_t right = length_of(work->task->report[1], bead->y, bead->y_end);

  if (bead->equal)
    return left >= MOVE_MIN || dz_sentence_sections_paired(work->task, bead->x, bead->y);
  if (bead_similarity(work, bead) < MOVE_INSIDE_LEAST) return false;
  if (dz_sentence_sections_paired(work->task, bead->x, bead->y)) return true;
  if (left < MOVE_MIN || right < MOVE_MIN) return false;
  return work->similarity[bead->x] >= MOVE_LEAST;
}

static int by_x(const void *left, const void *right) {
  const dz_bead *a = left, *b = right;

  return a->x < b->x ? -1 : a->x > b->x;
}

static int by_y(const void *left, const void *right) {
  const dz_bead *a = left, *b = right;

  return a->y < b->y ? -1 : a->y > b->y;
}

/* Marks the beads that left the common order, and gives up those that are too
 * weak for it. */
static dz_status mark_moves(aligner *work, dz_array *beads, dz_arena *scratch, dz_error *error) {
  dz_ranked *ranked = dz_arena_array(scratch, beads->count, sizeof *ranked);
  size_t kept = 0;
  dz_bead *bead = beads->items;

  if (!ranked) return dz_fail_memory(error);
  if (!beads->count) return DZ_OK;
  qsort(bead, beads->count, sizeof *bead, by_x);
  for (size_t i = 0; i < beads->count; i++)
    ranked[i] = (dz_ranked){.place = bead[i].y,
                            .weight = length_of(work->task->report[0], bead[i].x, bead[i].x_end) +
                                      length_of(work->task->report[1], bead[i].y, bead[i].y_end)};
  if (!dz_increasing_mark(ranked, beads->count, scratch)) return dz_fail_memory(error);
  for (size_t i = 0; i < beads->count; i++) {
    bead[i].moved = !ranked[i].inside;
    if (bead[i].moved && !is_move(work, &bead[i])) {
      for (uint32_t x = bead[i].x; x < bead[i].x_end; x++) work->mate[0][x] = DZ_NO_MATE;
      for (uint32_t y = bead[i].y; y < bead[i].y_end; y++) work->mate[1][y] = DZ_NO_MATE;
      continue;
    }
    bead[kept++] = bead[i];
  }
  beads->count = kept;
  if (kept) qsort(bead, kept, sizeof *bead, by_y);
  return DZ_OK;
}

/* Every sentence that stands alone becomes a bead with one empty side. */
static dz_status add_single(const aligner *work, dz_array *beads, dz_error *error) {
  for (uint32_t y = 0; y < work->count[1]; y++)
    if (work->mate[1][y] == DZ_NO_MATE &&
        !dz_array_append(beads, &(dz_bead){.y = y, .y_end = y + 1}, 1))
      return dz_fail_memory(error);
  if (beads->count) qsort(beads->items, beads->count, sizeof(dz_bead), by_y);
  for (uint32_t x = 0; x < work->count[0]; x++)
    if (work->mate[0][x] == DZ_NO_MATE &&
        !dz_array_append(beads,
                         &(dz_bead){.x = x,
                                    .x_end = x + 1,
                                    .y = (uint32_t)work->count[1],
                                    .y_end = (uint32_t)work->count[1]},
                         1))
      return dz_fail_memory(error);
  return DZ_OK;
}

static bool prepare(aligner *work, dz_arena *scratch) {
  for (int side = 0; side < 2; side++) {
    work->count[side] = work->task->report[side]->sentence_count;
    work->mate[side] = dz_arena_array(scratch, work->count[side], sizeof *work->mate[side]);
    work->standing[side] = dz_arena_array(scratch, work->count[side], sizeof *work->standing[side]);
    if (!work->mate[side] || !work->standing[side]) return false;
    memset(work->mate[side], 0xFF, work->count[side] * sizeof *work->mate[side]);
  }
  work->similarity = dz_arena_array(scratch, work->count[0], sizeof *work->similarity);
  work->overlap = dz_arena_array(scratch, work->count[0], sizeof *work->overlap);
  work->touched = dz_arena_array(scratch, work->count[0], sizeof *work->touched);
  work->mark = dz_arena_array(scratch, work->task->grams->gram_count, sizeof *work->mark);
  return work->similarity && work->overlap && work->touched && work->mark;
}

dz_status dz_sentences_align(dz_array *beads, const dz_sentence_task *task, bool *approximate,
                             dz_error *error) {
  aligner work = {.task = task, .edges = dz_array_of(sizeof(edge))};
  dz_arena scratch;
  dz_status status;

  dz_arena_init(&scratch);
  status = prepare(&work, &scratch) ? DZ_OK : dz_fail_memory(error);
  if (!status) status = dz_sentences_pair_equal(work.mate, task, &scratch, error);
  if (!status) pair_headings(&work, HEADING_LEAST);
  if (!status) status = find_candidates(&work, error);
  for (int round = 0; round < ROUNDS && !status; round++) take_edges(&work, ROUND_LEAST[round]);
  if (!status) pair_headings(&work, 0); /* those that are alike to nothing else either */
  if (!status) status = collect_beads(&work, beads, error);
  if (!status) status = mark_moves(&work, beads, &scratch, error);
  if (!status) status = add_single(&work, beads, error);
  if (work.capped) *approximate = true;
  dz_array_free(&work.edges);
  dz_arena_free(&scratch);
  return status;
}
