/* group.c - passages of pairs become items over all reports
 *
 * A passage of a pair is two intervals. Intervals of one report that overlap
 * in most of both are one place; places that a pair joins are one item
 * (union-find on intervals, as in passim's clusters: Smith et al. 2014). */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "diff/office.h"
#include "steps.h"

/* Share of the longer interval that two intervals of one place have in common.
 * Lower, and a chain of half-overlapping formulas becomes one item. */
static const float SAME_PLACE = 0.7F;
/* A copy of which more is equal is no reworded one, whatever was done to a sentence beside it. */
static const float REWORDED = 0.6F;
enum { NEIGHBOURS = 64 }; /* earlier intervals looked at: bounded, deterministic */

typedef struct interval {
  uint32_t report, start, end; /* symbols */
  uint32_t found;              /* which passage it is a side of */
} interval;

typedef struct group {
  const dz_reuse_work *work;
  interval *intervals; /* two per passage, sorted */
  uint32_t *parent;    /* per passage: union-find */
  dz_reuse_member *members;
  dz_array items; /* dz_reuse */
} group;

static uint32_t root(uint32_t *parent, uint32_t i) {
  while (parent[i] != i) {
    parent[i] = parent[parent[i]];
    i = parent[i];
  }
  return i;
}

/* The smaller number becomes the root, whatever the order of joining. */
static void join(uint32_t *parent, uint32_t i, uint32_t k) {
  i = root(parent, i);
  k = root(parent, k);
  if (i < k)
    parent[k] = i;
  else
    parent[i] = k;
}

static int by_place(const void *x, const void *y) {
  const interval *p = x, *q = y;

  if (p->report != q->report) return p->report > q->report ? 1 : -1;
  if (p->start != q->start) return p->start > q->start ? 1 : -1;
  if (p->end != q->end) return p->end > q->end ? 1 : -1;
  return (p->found > q->found) - (p->found < q->found);
}

static int by_item(const void *x, const void *y) {
  const dz_reuse_member *p = x, *q = y;

  if (p->item != q->item) return p->item > q->item ? 1 : -1;
  if (p->report != q->report) return p->report > q->report ? 1 : -1;
  if (p->start != q->start) return p->start > q->start ? 1 : -1;
  return (p->end > q->end) - (p->end < q->end);
}

static bool one_place(const interval *p, const interval *q) { /* p->start <= q->start */
  uint32_t to = p->end < q->end ? p->end : q->end;
  uint32_t longer = p->end - p->start > q->end - q->start ? p->end - p->start : q->end - q->start;

  return p->report == q->report && to > q->start &&
         (float)(to - q->start) >= SAME_PLACE * (float)longer;
}

/* A formula that everybody writes does not join two who share more than that. */
static bool same_kind(const group *g, const interval *p, const interval *q) {
  const dz_judged *found = g->work->found.items;

  return (found[p->found].class == DZ_REUSE_FORMULA) == (found[q->found].class == DZ_REUSE_FORMULA);
}

static bool collect(group *g) {
  const dz_judged *found = g->work->found.items;
  size_t n = g->work->found.count;

  g->intervals = malloc((2 * n + 1) * sizeof *g->intervals);
  g->parent = malloc((n + 1) * sizeof *g->parent);
  g->members = malloc((2 * n + 1) * sizeof *g->members);
  if (!g->intervals || !g->parent || !g->members) return false;
  for (uint32_t i = 0; i < n; i++) {
    g->parent[i] = i;
    g->intervals[2 * i] = (interval){found[i].report_a, found[i].a, found[i].a_end, i};
    g->intervals[2 * i + 1] = (interval){found[i].report_b, found[i].b, found[i].b_end, i};
  }
  qsort(g->intervals, 2 * n, sizeof *g->intervals, by_place);
  for (size_t i = 0; i < 2 * n; i++)
    for (size_t k = i; k-- > 0 && i - k <= NEIGHBOURS;)
      if (same_kind(g, &g->intervals[k], &g->intervals[i]) &&
          one_place(&g->intervals[k], &g->intervals[i]))
        join(g->parent, g->intervals[k].found, g->intervals[i].found);
  for (size_t i = 0; i < 2 * n; i++) {
    const interval *v = &g->intervals[i];
    g->members[i] = (dz_reuse_member){root(g->parent, v->found), v->report, v->start, v->end};
  }
  qsort(g->members, 2 * n, sizeof *g->members, by_item);
  return true;
}

/* Unites the members of one item that overlap; returns how many places remain. */
static size_t unite(dz_reuse_member *list, size_t count) {
  size_t places = 0;

  for (size_t i = 0; i < count; i++) {
    if (places && list[places - 1].report == list[i].report &&
        list[i].start < list[places - 1].end) {
      if (list[i].end > list[places - 1].end) list[places - 1].end = list[i].end;
    } else {
      list[places++] = list[i];
    }
  }
  return places;
}

/* The year tells who was first, when every other report is of a later one. */
static int32_t find_source(const dz_comparison *c, const dz_place *places, size_t count) {
  int32_t source = -1;
  uint32_t first = places[0].report;

  for (size_t i = 0; i < count; i++) {
    if (!c->reports[places[i].report]->year) return -1;
    if (c->reports[places[i].report]->year < c->reports[first]->year) first = places[i].report;
  }
  for (size_t i = 0; i < count; i++) {
    if (places[i].report == first) {
      if (source < 0) source = (int32_t)i;
    } else if (c->reports[places[i].report]->year == c->reports[first]->year) {
      return -1;
    }
  }
  return source;
}

static dz_status add_item(group *g, const dz_reuse_member *members, size_t count, dz_error *error) {
  const dz_job *job = g->work->job;
  dz_place *places = dz_arena_array(job->arena, count, sizeof *places);
  dz_reuse *item = dz_array_push(&g->items);

  if (!places || !item) return dz_fail_memory(error);
  item->own = true;
  for (size_t i = 0; i < count; i++) {
    const dz_reuse_side *side = &g->work->sides[members[i].report];
    places[i] = (dz_place){members[i].report,
                           dz_view_span(&side->view, members[i].start, members[i].end)};
    item->reports += !i || members[i].report != members[i - 1].report;
    if (i && members[i].report != members[i - 1].report)
      item->own = item->own &&
                  dz_office_years(side->view.report, job->comparison->reports[members[0].report]);
  }
  item->places = places;
  item->place_count = count;
  item->source = find_source(job->comparison, places, count);
  return DZ_OK;
}

/* Who else has the wording. A document later than a report is not where that report has it from. */
static void known_from(const group *g, const dz_judged *f, dz_reuse *item) {
  const dz_reuse_work *work = g->work;
  const dz_report *const *reports = work->job->comparison->reports;
  dz_reuse_pair pair = {.knowledge = work->job->knowledge,
                        .background = &work->background,
                        .a = &work->sides[f->report_a],
                        .b = &work->sides[f->report_b]};
  dz_match run = {.a = f->a, .b = f->b, .length = f->b_end - f->b};
  const dz_match *list = f->match_count ? dz_array_at(&work->matches, f->first_match) : &run;
  dz_elsewhere where = dz_elsewhere_of(&pair, list, f->match_count ? f->match_count : 1);
  int a = reports[f->report_a]->year, b = reports[f->report_b]->year;
  const dz_genre_document *document = where.document;

  if (document && ((a && a < document->year) || (b && b < document->year))) document = NULL;
  item->offices = where.offices;
  item->since = where.since;
  item->document = document ? document->name : NULL;
  item->document_year = document ? document->year : 0;
}

/* The heaviest passage of a pair decides how the item is called. */
static void judge_item(const group *g, const uint32_t *passages, size_t count, dz_reuse *item) {
  const dz_judged *found = g->work->found.items, *heaviest = NULL;

  for (size_t i = 0; i < count; i++) {
    const dz_judged *f = &found[passages[i]];
    if (i && f->score <= item->weight) continue;
    item->weight = f->score;
    item->similarity = f->similarity;
    item->reuse_class = f->class;
    item->reworded = f->reworded && f->similarity < REWORDED;
    heaviest = f;
  }
  known_from(g, heaviest, item);
}

/* A piece of evidence makes an item as telling as that many characters more. */
static const double EVIDENCE_WEIGHT = 50;

static double telling(const dz_reuse *item) {
  return item->weight * (item->reports - 1) + EVIDENCE_WEIGHT * (double)item->evidence_count;
}

/* Most telling first: between persons before one's own, then the weight of the
 * wording times the number of reports; formulas last, the most widespread first. */
static int by_telling(const void *x, const void *y) {
  const dz_reuse *p = x, *q = y;
  bool formula_p = p->reuse_class == DZ_REUSE_FORMULA,
       formula_q = q->reuse_class == DZ_REUSE_FORMULA;
  double weight_p = telling(p), weight_q = telling(q);

  if (formula_p != formula_q) return formula_p ? 1 : -1;
  if (formula_p && p->reports != q->reports) return p->reports < q->reports ? 1 : -1;
  if (!formula_p && p->own != q->own) return p->own ? 1 : -1;
  if (weight_p != weight_q) return weight_p < weight_q ? 1 : -1;
  if (p->places[0].report != q->places[0].report)
    return p->places[0].report > q->places[0].report ? 1 : -1;
  if (p->places[0].span.start != q->places[0].span.start)
    return p->places[0].span.start > q->places[0].span.start ? 1 : -1;
  return (p->places[0].span.end > q->places[0].span.end) -
         (p->places[0].span.end < q->places[0].span.end);
}

/* Fills `sorted` with all passages, item by item; start[r] is where those of
 * root r begin. */
static void sort_passages(group *g, uint32_t *start, uint32_t *sorted) {
  size_t n = g->work->found.count;

  for (uint32_t i = 0; i < n; i++) start[root(g->parent, i) + 1]++;
  for (size_t i = 1; i <= n; i++) start[i] += start[i - 1];
  for (uint32_t i = 0; i < n; i++) sorted[start[root(g->parent, i)]++] = i;
  for (size_t i = n; i > 0; i--) start[i] = start[i - 1]; /* the ends are the next beginnings */
  start[0] = 0;
}

static dz_status build_items(group *g, dz_error *error) {
  size_t n = g->work->found.count;
  uint32_t *start = calloc(n + 2, sizeof *start), *sorted = malloc((n + 1) * sizeof *sorted);
  dz_status status = start && sorted ? DZ_OK : dz_fail_memory(error);

  if (!status) sort_passages(g, start, sorted);
  for (size_t i = 0, end; i < 2 * n && !status; i = end) {
    uint32_t r = g->members[i].item;
    size_t places;
    dz_reuse *item;
    for (end = i + 1; end < 2 * n && g->members[end].item == r;) end++;
    places = unite(g->members + i, end - i);
    status = add_item(g, g->members + i, places, error);
    if (status) break;
    item = dz_array_at(&g->items, g->items.count - 1);
    judge_item(g, sorted + start[r], start[r + 1] - start[r], item);
    if (item->reuse_class != DZ_REUSE_FORMULA)
      status = dz_reuse_slots(g->work, g->members + i, places, sorted + start[r],
                              start[r + 1] - start[r], item, error);
    for (uint32_t k = start[r]; k < start[r + 1]; k++) /* the rates go by what the reader is told */
      ((dz_judged *)g->work->found.items)[sorted[k]].class = (uint8_t)item->reuse_class;
  }
  free(start);
  free(sorted);
  return status;
}

dz_status dz_reuse_group(const dz_reuse_work *work, dz_error *error) {
  group g = {.work = work, .items = dz_array_of(sizeof(dz_reuse))};
  dz_comparison *c = work->job->comparison;
  dz_status status = collect(&g) ? DZ_OK : dz_fail_memory(error);

  if (!status) status = build_items(&g, error);
  if (!status) status = dz_reuse_gather_evidence(work, g.items.items, g.items.count, error);
  if (!status) {
    if (g.items.count) qsort(g.items.items, g.items.count, sizeof(dz_reuse), by_telling);
    c->reuse_count = g.items.count;
    c->reuse = dz_array_freeze(&g.items, work->job->arena);
    if (!c->reuse) status = dz_fail_memory(error);
  }
  free(g.intervals);
  free(g.parent);
  free(g.members);
  dz_array_free(&g.items);
  return status;
}
