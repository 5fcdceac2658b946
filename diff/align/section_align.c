/* section_align.c - which sections of two reports belong together; see pair.h
 * and docs/alignment.md
 *
 * Sections are compared by what they say: the cosine of their bigrams weighted
 * by rarity, in free order, for reports of two years rename and reorder their
 * sections. The outermost pairs are taken first, then the best of all in rounds
 * of falling demands; pairs already taken speak for those inside them. The heading, the
 * canonical section and
 * the parents are evidence beside the text, never enough by themselves. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/map.h"
#include "increasing.h"
#include "pair.h"
#include "section_profile.h"

enum {
  CANDIDATES = 12,      /* kept per section */
  COMMON_MAX = 48,      /* a bigram in more sections than this finds no candidates */
  WORK_PER_ENTRY = 256, /* posting entries read per bigram and section, on average */
  ROUNDS = 3,
  HEADING_MAX = 64 /* characters of a heading that are compared */
};
static const double ROUND_LEAST[ROUNDS] = {0.60, 0.45, 0.33}; /* score of a pair in each round */
static const double TOP_LEAST =
    0.32; /* score of a pair of outermost sections, which are few and long */
static const double CROSS_LEAST = 0.42; /* score of a pair of another level and style */
static const double ACCEPT_PART = 0.20; /* cosine of a further part of a section already paired */
static const double PART_SHARE =
    0.50;                             /* and how much of the part must stand in the other section */
static const double PART_LONG = 0.05; /* per doubling of the part beyond LONG */
static const double HEADING_WEIGHT = 0.35;  /* times the Dice coefficient of the headings */
static const double CANONICAL_BONUS = 0.03; /* same canonical section */
static const double PARENT_BONUS =
    0.11; /* the sections around are paired with each other; less as much if with others */
static const double STYLE_COST = 0.08; /* one numbered as （一）, the other as —— */
static const double LEAD_WEIGHT = 1.0; /* times the lead over the second best partner of either, */
static const double LEAD_MAX = 0.10;   /* of which no more than this counts */
static const double LONG = 400; /* characters; longer sections are alike by their length alone: */
static const double LONG_COST = 0.03;  /* so much per doubling */
static const double LEVEL_COST = 0.06; /* per level of difference */

typedef struct posting {
  uint32_t section;
  float value;
} posting;

typedef struct candidate {
  int32_t x, y;
  double similarity; /* cosine */
  double heading;    /* Dice coefficient of the headings */
  double score;
} candidate;

typedef struct standing {
  double best, second;
} standing;

typedef struct aligner {
  const dz_grams *grams;
  standing *standing[2]; /* per section, of the current round */
  dz_profile side[2];
  dz_array candidates;
  dz_array parts; /* dz_section_pair: further parts of sections that were split or merged */
  const dz_pins *pins;
  dz_arena *scratch;
  bool capped;
} aligner;

/* Postings of side 0: for every bigram the sections that hold it. */
static bool index_sections(const dz_profile *side, size_t gram_count, dz_arena *scratch,
                           uint32_t **first_out, posting **out) {
  uint32_t *first = dz_arena_array(scratch, gram_count + 2, sizeof *first);
  posting *postings = dz_arena_array(scratch, side->start[side->count], sizeof *postings);

  *first_out = first;
  *out = postings;
  if (!first || !postings) return false;
  for (size_t i = 0; i < side->start[side->count]; i++) first[side->gram[i] + 2]++;
  for (size_t g = 0; g < gram_count; g++) first[g + 2] += first[g + 1];
  for (size_t s = 0; s < side->count; s++)
    for (size_t i = side->start[s]; i < side->start[s + 1]; i++)
      postings[first[side->gram[i] + 1]++] = (posting){(uint32_t)s, side->value[i]};
  return true;
}

/* ---- candidates ----------------------------------------------------------------- */

static double heading_likeness(const aligner *work, int32_t x, int32_t y) {
  dz_span span[2] = {work->side[0].report->sections[x].heading,
                     work->side[1].report->sections[y].heading};
  const uint32_t *text[2];
  size_t length[2], shared = 0;
  bool used[HEADING_MAX] = {false};

  for (int side = 0; side < 2; side++) {
    const dz_text *whole = &work->side[side].report->text;
    size_t first = dz_text_fold_position(whole, span[side].start);
    text[side] = whole->fold + first;
    length[side] = dz_text_fold_position(whole, span[side].end) - first;
    if (length[side] > HEADING_MAX) length[side] = HEADING_MAX;
    if (length[side] < 2) return 0;
  }
  for (size_t i = 0; i + 1 < length[0]; i++)
    for (size_t j = 0; j + 1 < length[1]; j++)
      if (!used[j] && text[0][i] == text[1][j] && text[0][i + 1] == text[1][j + 1]) {
        used[j] = true;
        shared++;
        break;
      }
  return 2.0 * (double)shared / (double)(length[0] + length[1] - 2);
}

/* Adds the CANDIDATES sections of side 0 most like section y. `dot` is 0 for
 * every section on entry and exit. */
static bool add_candidates(aligner *work, size_t y, const uint32_t *first, const posting *postings,
                           double *dot, uint64_t *budget) {
  const dz_profile *left = &work->side[0], *right = &work->side[1];
  candidate best[CANDIDATES];
  size_t count = 0;

  for (size_t i = right->start[y]; i < right->start[y + 1]; i++) {
    uint32_t gram = right->gram[i], length = first[gram + 1] - first[gram];
    if (length > COMMON_MAX) continue;
    if (length > *budget) {
      work->capped = true;
      break;
    }
    *budget -= length;
    for (uint32_t k = first[gram]; k < first[gram + 1]; k++)
      dot[postings[k].section] += (double)postings[k].value * right->value[i];
  }
  for (size_t x = 0; x < left->count; x++) {
    double cosine = dot[x] > 0 ? dot[x] / (left->norm[x] * right->norm[y]) : 0;
    size_t at = count < CANDIDATES ? count : CANDIDATES - 1;
    dot[x] = 0;
    if (cosine <= 0 || dz_pins_forbid(work->pins, (int32_t)x, (int32_t)y) ||
        (count == CANDIDATES && best[at].similarity >= cosine))
      continue;
    for (; at > 0 && best[at - 1].similarity < cosine; at--) best[at] = best[at - 1];
    best[at] = (candidate){.x = (int32_t)x, .y = (int32_t)y, .similarity = cosine};
    if (count < CANDIDATES) count++;
  }
  for (size_t i = 0; i < count; i++) best[i].heading = heading_likeness(work, best[i].x, best[i].y);
  return !count || dz_array_append(&work->candidates, best, count);
}

static bool find_candidates(aligner *work) {
  size_t entries = work->side[0].start[work->side[0].count] +
                   work->side[1].start[work->side[1].count];
  uint64_t budget = (uint64_t)entries * WORK_PER_ENTRY;
  double *dot = dz_arena_array(work->scratch, work->side[0].count, sizeof *dot);
  uint32_t *first;
  posting *postings;

  if (!dot ||
      !index_sections(&work->side[0], work->grams->gram_count, work->scratch, &first, &postings))
    return false;
  for (size_t y = 0; y < work->side[1].count; y++)
    if (work->side[1].mate[y] == DZ_NO_SECTION &&
        work->side[1].start[y] < work->side[1].start[y + 1] &&
        !add_candidates(work, y, first, postings, dot, &budget))
      return false;
  return true;
}

/* ---- taking pairs ------------------------------------------------------------- */

static void join(aligner *work, int32_t x, int32_t y, double similarity) {
  work->side[0].mate[x] = y;
  work->side[1].mate[y] = x;
  work->side[0].similarity[x] = similarity;
}

/* The pairs that the reader has pinned. */
static bool join_pinned(aligner *work) {
  float *value = dz_arena_array(work->scratch, work->grams->gram_count, sizeof *value);

  if (!value) return false;
  for (size_t i = 0; i < work->pins->count; i++) {
    const dz_pin *pin = &work->pins->items[i];
    if (pin->forced)
      join(work, pin->section[0], pin->section[1],
           dz_profile_cosine(&work->side[0], pin->section[0], &work->side[1], pin->section[1],
                             value));
  }
  return true;
}

/* Sections of the same text, in order: the first with the first. */
static bool join_equal(aligner *work) {
  uint32_t *next = dz_arena_array(work->scratch, work->side[0].count,
                                  sizeof *next); /* of the same hash, + 1 */
  bool good = next != NULL;
  uint32_t *head;
  dz_map heads;

  dz_map_init(&heads);
  for (size_t x = work->side[0].count; x-- > 0 && good;) {
    if (!dz_profile_takes_part(&work->side[0], x) || work->side[0].mate[x] != DZ_NO_SECTION)
      continue;
    head = dz_map_put(&heads, dz_profile_text_hash(&work->side[0], x));
    good = head != NULL;
    if (!good) break;
    next[x] = *head;
    *head = (uint32_t)x + 1;
  }
  for (size_t y = 0; y < work->side[1].count && good; y++) {
    uint32_t x;
    if (!dz_profile_takes_part(&work->side[1], y) || work->side[1].mate[y] != DZ_NO_SECTION)
      continue;
    head = dz_map_get(&heads, dz_profile_text_hash(&work->side[1], y));
    if (!head || !*head || !dz_profile_same_text(&work->side[0], *head - 1, &work->side[1], y))
      continue;
    x = *head - 1;
    if (dz_pins_forbid(work->pins, (int32_t)x, (int32_t)y)) continue;
    *head = next[x];
    join(work, (int32_t)x, (int32_t)y, 1);
  }
  dz_map_free(&heads);
  return good;
}

static int32_t parent_of(const aligner *work, int side, int32_t section) {
  return work->side[side].report->sections[section].parent;
}

/* The nearest section around `section` that is paired, or DZ_NO_SECTION. */
static int32_t paired_around(const aligner *work, int side, int32_t section) {
  int32_t at = parent_of(work, side, section);

  while (at != DZ_NO_SECTION && work->side[side].mate[at] == DZ_NO_SECTION)
    at = parent_of(work, side, at);
  return at;
}

static bool is_around(const aligner *work, int side, int32_t outer, int32_t section) {
  while (section != DZ_NO_SECTION && section != outer) section = parent_of(work, side, section);
  return section != DZ_NO_SECTION;
}

/* Whether the sections around x and y speak for the pair (1), against it (-1)
 * or not at all. Levels between that are not paired have no say. */
static int place_speaks(const aligner *work, int32_t x, int32_t y) {
  int32_t around_x = paired_around(work, 0, x), around_y = paired_around(work, 1, y);

  if (around_x == DZ_NO_SECTION && around_y == DZ_NO_SECTION) return 0;
  if (around_x != DZ_NO_SECTION &&
      is_around(work, 1, work->side[0].mate[around_x], parent_of(work, 1, y)))
    return 1;
  if (around_y != DZ_NO_SECTION &&
      is_around(work, 0, work->side[1].mate[around_y], parent_of(work, 0, x)))
    return 1;
  return -1;
}

static double size_of(const dz_section *section) {
  return section->extent.end - section->extent.start;
}

static double score_of(const aligner *work, const candidate *c) {
  const dz_section *x = &work->side[0].report->sections[c->x],
                   *y = &work->side[1].report->sections[c->y];
  double shorter,
      score = c->similarity + HEADING_WEIGHT * c->heading - LEVEL_COST * abs(x->level - y->level);

  if (x->canonical && x->canonical == y->canonical) score += CANONICAL_BONUS;
  shorter = size_of(x) < size_of(y) ? size_of(x) : size_of(y);
  if (shorter > LONG) score -= LONG_COST * log2(shorter / LONG);
  if (x->style != y->style) score -= STYLE_COST;
  score += PARENT_BONUS * place_speaks(work, c->x, c->y);
  return score;
}

static int by_score(const void *left, const void *right) {
  const candidate *a = left, *b = right;

  if (a->score != b->score) return a->score < b->score ? 1 : -1;
  if (a->y != b->y) return a->y < b->y ? -1 : 1;
  return a->x < b->x ? -1 : a->x > b->x;
}

/* The two best scores a section has with free partners. */
static void note_score(standing *best, double score) {
  if (score > best->best) {
    best->second = best->best;
    best->best = score;
  } else if (score > best->second) {
    best->second = score;
  }
}

/* What it counts that two sections are each other's best: by how much. */
static double lead_of(const candidate *c, const standing *x, const standing *y) {
  double lead = c->score - (x->second > y->second ? x->second : y->second);

  if (c->score < x->best || c->score < y->best) return 0;
  return LEAD_WEIGHT * (lead > LEAD_MAX ? LEAD_MAX : lead);
}

/* Whether the pair counts when the best of a section are compared: a section
 * is like the parts of its partner too. */
static bool rivals(const aligner *work, const candidate *c) {
  const dz_section *x = &work->side[0].report->sections[c->x],
                   *y = &work->side[1].report->sections[c->y];

  return x->level == y->level || x->style == y->style;
}

/* Scores of the pairs that can still be made, the lead over rivals included. */
static void score_all(aligner *work) {
  candidate *list = work->candidates.items;

  for (int side = 0; side < 2; side++)
    memset(work->standing[side], 0, work->side[side].count * sizeof *work->standing[side]);
  for (size_t i = 0; i < work->candidates.count; i++) {
    candidate *c = &list[i];
    c->score = score_of(work, c);
    if (work->side[0].mate[c->x] != DZ_NO_SECTION || work->side[1].mate[c->y] != DZ_NO_SECTION)
      continue;
    if (!rivals(work, c)) continue;
    note_score(&work->standing[0][c->x], c->score);
    note_score(&work->standing[1][c->y], c->score);
  }
  for (size_t i = 0; i < work->candidates.count; i++)
    list[i].score += lead_of(&list[i], &work->standing[0][list[i].x],
                             &work->standing[1][list[i].y]);
}

static int32_t level_of(const aligner *work, int side, int32_t section) {
  return work->side[side].report->sections[section].level;
}

/* Takes the best pairs first, of sections of the first level only if so asked. */
static void take_round(aligner *work, double least, bool top_only, bool alike_only) {
  candidate *list = work->candidates.items;
  size_t count = work->candidates.count;

  score_all(work);
  if (count) qsort(list, count, sizeof *list, by_score);
  for (size_t i = 0; i < count && list[i].score >= least; i++) {
    const candidate *c = &list[i];
    if (work->side[0].mate[c->x] != DZ_NO_SECTION || work->side[1].mate[c->y] != DZ_NO_SECTION)
      continue;
    if (alike_only && !rivals(work, c)) continue;
    if (top_only && (level_of(work, 0, c->x) != 1 || level_of(work, 1, c->y) != 1)) continue;
    join(work, c->x, c->y, c->similarity);
  }
}

/* The share that is enough for a part: a long one shares much by its length alone. */
static double part_share(const dz_section *part) {
  double size = size_of(part);

  return PART_SHARE + (size > LONG ? PART_LONG * log2(size / LONG) : 0);
}

/* A section left alone that stands, for a good part, in one that is paired
 * with its sibling: the other report has the two as one. */
static bool add_parts(aligner *work, uint32_t *has) {
  const candidate *list = work->candidates.items;

  for (size_t i = 0; i < work->candidates.count; i++) {
    const candidate *c = &list[i];
    bool free_x = work->side[0].mate[c->x] == DZ_NO_SECTION,
         free_y = work->side[1].mate[c->y] == DZ_NO_SECTION;
    dz_section_pair pair = {c->x, c->y, c->similarity, false};
    int side = free_x ? 0 : 1;
    int32_t part = free_x ? c->x : c->y, whole = free_x ? c->y : c->x, sibling;
    if (free_x == free_y || c->similarity < ACCEPT_PART) continue;
    sibling = work->side[!side].mate[whole];
    if (work->side[side].report->sections[sibling].parent !=
        work->side[side].report->sections[part].parent)
      continue;
    if (dz_profile_share(&work->side[side], part, &work->side[!side], whole, work->grams->weight,
                         has) < part_share(&work->side[side].report->sections[part]))
      continue;
    work->side[side].mate[part] = whole;
    if (!dz_array_append(&work->parts, &pair, 1)) return false;
  }
  return true;
}

/* ---- moves -------------------------------------------------------------------- */

static int by_parents(const void *left, const void *right) {
  const dz_section_pair *a = left, *b = right;

  return a->a < b->a ? -1 : a->a > b->a ? 1 : a->b < b->b ? -1 : a->b > b->b;
}

int dz_section_pair_order(const void *left, const void *right) {
  const dz_section_pair *a = left, *b = right;

  return a->b < b->b ? -1 : a->b > b->b ? 1 : a->a < b->a ? -1 : a->a > b->a;
}

/* Whether the pair is of two outermost sections, or within sections that are
 * paired with each other. */
static bool stays(const aligner *work, const dz_section_pair *pair) {
  if (parent_of(work, 0, pair->a) == DZ_NO_SECTION && parent_of(work, 1, pair->b) == DZ_NO_SECTION)
    return true;
  return place_speaks(work, pair->a, pair->b) > 0;
}

/* Marks, among the pairs whose first sections have one parent, those that left
 * the order; a pair whose parents are not paired has moved. */
static bool mark_moves(aligner *work, dz_section_pair *pairs, size_t count) {
  dz_ranked *ranked = dz_arena_array(work->scratch, count, sizeof *ranked);
  size_t *which = dz_arena_array(work->scratch, count, sizeof *which);
  uint32_t *first = dz_arena_array(work->scratch, work->side[0].count + 2, sizeof *first);

  if (!ranked || !which || !first) return false;
  for (size_t i = 0; i < count; i++) first[parent_of(work, 0, pairs[i].a) + 2]++;
  for (size_t p = 0; p < work->side[0].count; p++) first[p + 1] += first[p];
  for (size_t i = 0; i < count; i++) which[first[parent_of(work, 0, pairs[i].a) + 1]++] = i;
  for (size_t at = 0; at < count;) {
    size_t n = 0, end = at;
    int32_t parent = parent_of(work, 0, pairs[which[at]].a);
    for (; end < count && parent_of(work, 0, pairs[which[end]].a) == parent; end++) {
      const dz_section_pair *pair = &pairs[which[end]];
      dz_span extent = work->side[0].report->sections[pair->a].extent;
      if (!stays(work, pair)) continue;
      ranked[n++] = (dz_ranked){.place = (uint32_t)pair->b,
                                .weight = (uint64_t)(extent.end - extent.start) + 1};
    }
    if (!dz_increasing_mark(ranked, n, work->scratch)) return false;
    for (n = 0; at < end; at++) {
      dz_section_pair *pair = &pairs[which[at]];
      pair->moved = !stays(work, pair) || !ranked[n++].inside;
    }
  }
  return true;
}

static dz_status collect(aligner *work, dz_section_pair **out, size_t *count, dz_arena *arena,
                         dz_error *error) {
  size_t room = work->side[0].count + work->parts.count;
  dz_section_pair *pairs = dz_arena_array(arena, room, sizeof *pairs);
  size_t made = 0;

  if (!pairs) return dz_fail_memory(error);
  for (size_t x = 0; x < work->side[0].count; x++) {
    int32_t y = work->side[0].mate[x];
    if (y != DZ_NO_SECTION && work->side[1].mate[y] == (int32_t)x)
      pairs[made++] = (dz_section_pair){(int32_t)x, y, work->side[0].similarity[x], false};
  }
  for (size_t i = 0; i < work->parts.count; i++)
    pairs[made++] = *(dz_section_pair *)dz_array_at(&work->parts, i);
  if (made) qsort(pairs, made, sizeof *pairs, by_parents);
  if (!mark_moves(work, pairs, made)) return dz_fail_memory(error);
  if (made) qsort(pairs, made, sizeof *pairs, dz_section_pair_order);
  *out = pairs;
  *count = made;
  return DZ_OK;
}

dz_status dz_sections_align(dz_section_pair **out, size_t *count, const dz_report *const reports[2],
                            const dz_grams *grams, const dz_pins *pins, dz_arena *arena,
                            bool *approximate, dz_error *error) {
  aligner work = {.grams = grams,
                  .pins = pins,
                  .candidates = dz_array_of(sizeof(candidate)),
                  .parts = dz_array_of(sizeof(dz_section_pair))};
  dz_arena scratch;
  uint32_t *times;
  bool good;
  dz_status status;

  dz_arena_init(&scratch);
  work.scratch = &scratch;
  times = dz_arena_array(&scratch, grams->gram_count, sizeof *times);
  good = times != NULL;
  for (int side = 0; side < 2 && good; side++) {
    good = dz_profile_build(&work.side[side], reports[side], grams, side, times, &scratch);
  }
  for (int side = 0; side < 2 && good; side++) {
    work.standing[side] = dz_arena_array(&scratch, reports[side]->section_count,
                                         sizeof *work.standing[side]);
    good = work.standing[side] != NULL;
  }
  good = good && join_pinned(&work) && join_equal(&work) && find_candidates(&work);
  if (good) take_round(&work, TOP_LEAST, true, true);
  for (int round = 0; good && round < ROUNDS; round++)
    take_round(&work, ROUND_LEAST[round], false, true);
  if (good) take_round(&work, CROSS_LEAST, false, false);
  good = good && add_parts(&work, times);
  status = good ? collect(&work, out, count, arena, error) : dz_fail_memory(error);
  if (work.capped) *approximate = true;
  dz_array_free(&work.candidates);
  dz_array_free(&work.parts);
  dz_arena_free(&scratch);
  return status;
}
