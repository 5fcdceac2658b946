/* reuse.c - wording that stands in more than one report
 *
 * Every report becomes a string of typed symbols (view.c). One index of
 * all of them gives, report by report, the maximal runs it shares with those
 * before it (seed.c). Pair by pair, runs that lie together become passages
 * (cluster.c), get exact ends (passage.c) and are judged
 * (classify.c), among many reports also by how many share it
 * (common.c). At last the passages of all pairs become items
 * (group.c) and figures (rates.c). docs/reuse.md tells why. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "knowledge/genre.h"
#include "knowledge/knowledge.h"
#include "steps.h"

static void pair_init(dz_reuse_pair *pair) {
  *pair = (dz_reuse_pair){.matches = dz_array_of(sizeof(dz_match)),
                          .passages = dz_array_of(sizeof(dz_passage)),
                          .exchanges = dz_array_of(sizeof(dz_exchange))};
  for (int i = 0; i < 4; i++) pair->scratch[i] = dz_array_of(1);
}

static void pair_free(dz_reuse_pair *pair) {
  dz_array_free(&pair->matches);
  dz_array_free(&pair->passages);
  dz_array_free(&pair->exchanges);
  for (int i = 0; i < 4; i++) dz_array_free(&pair->scratch[i]);
}

/* Keeps a judged passage; a run's match is the run itself and not kept. */
static bool keep(dz_reuse_work *work, const dz_reuse_pair *pair, const dz_passage *passage,
                 dz_judged found) {
  found.first_match = (uint32_t)work->matches.count;
  found.first_exchange = (uint32_t)work->exchanges.count;
  if (!found.run && passage->count) {
    found.match_count = passage->count;
    if (!dz_array_append(&work->matches, dz_array_at(&pair->matches, passage->first),
                         passage->count))
      return false;
  }
  for (size_t i = 0; i < pair->exchanges.count; i++) {
    const dz_exchange *exchange = dz_array_at(&pair->exchanges, i);
    if (exchange->kind == DZ_SLOT_KIND_COUNT) continue;
    if (!dz_array_append(&work->exchanges, exchange, 1)) return false;
    found.exchange_count++;
  }
  return dz_array_append(&work->found, &found, 1);
}

static dz_status work_pair(dz_reuse_work *work, dz_reuse_pair *pair, uint32_t a, uint32_t b,
                           dz_error *error) {
  dz_status status;

  pair->knowledge = work->job->knowledge;
  pair->background = &work->background;
  pair->a = &work->sides[a];
  pair->b = &work->sides[b];
  pair->matches.count = 0;
  pair->passages.count = 0;
  status = dz_reuse_cluster(pair, error);
  if (!status) status = dz_reuse_refine(pair, error);
  for (size_t i = 0; i < pair->passages.count && !status; i++) {
    const dz_passage *passage = dz_array_at(&pair->passages, i);
    dz_judged found;
    status = dz_reuse_judge(pair, passage, &found, error);
    found.report_a = a;
    found.report_b = b;
    if (!status && !keep(work, pair, passage, found)) status = dz_fail_memory(error);
  }
  return status;
}

/* Sorts the matches of one later report by the earlier one, keeping the order
 * of b, and works on every pair. */
static dz_status work_row(dz_reuse_work *work, dz_reuse_pair *pair, uint32_t b,
                          const dz_array *matches, dz_array *sorted, dz_array *starts,
                          dz_error *error) {
  const dz_match *list = matches->items;
  dz_match *out = dz_array_room(sorted, sizeof *out, matches->count);
  uint32_t *start = dz_array_room(starts, sizeof *start, (size_t)b + 2);
  dz_status status = DZ_OK;

  if (!out || !start) return dz_fail_memory(error);
  for (size_t i = 0; i < matches->count; i++) start[list[i].report + 2]++;
  for (uint32_t a = 2; a < b + 2; a++) start[a] += start[a - 1];
  for (size_t i = 0; i < matches->count; i++) out[start[list[i].report + 1]++] = list[i];
  for (uint32_t a = 0; a < b && !status; a++) {
    pair->seeds = out + start[a];
    pair->seed_count = start[a + 1] - start[a];
    if (pair->seed_count) status = work_pair(work, pair, a, b, error);
  }
  return status;
}

static dz_status search(dz_reuse_work *work, const dz_view *views, size_t count, dz_error *error) {
  dz_seed_index index;
  dz_reuse_pair pair;
  dz_array matches = dz_array_of(sizeof(dz_match)), sorted = dz_array_of(1),
           starts = dz_array_of(1);
  dz_status status;

  pair_init(&pair);
  status = dz_seed_index_init(&index, views, count, error);
  for (uint32_t b = 0; b < count && !status; b++) {
    matches.count = 0;
    status = dz_seed_index_add(&index, b, &matches, error);
    if (!status) status = work_row(work, &pair, b, &matches, &sorted, &starts, error);
  }
  if (index.capped || pair.capped) work->job->comparison->approximate = true;
  dz_seed_index_free(&index);
  dz_array_free(&matches);
  dz_array_free(&sorted);
  dz_array_free(&starts);
  pair_free(&pair);
  return status;
}

static dz_status prepare(dz_reuse_work *work, dz_view **views, dz_error *error) {
  const dz_comparison *c = work->job->comparison;
  const dz_compare_options *options = work->job->options;
  dz_status status = dz_background_build(&work->background, options->background,
                                         options->background_count,
                                         work->job->knowledge->genre_index, error);

  work->sides = calloc(c->report_count, sizeof *work->sides);
  *views = calloc(c->report_count, sizeof **views);
  if (!status && (!work->sides || !*views)) status = dz_fail_memory(error);
  for (size_t i = 0; i < c->report_count && !status; i++) {
    status = dz_reuse_side_build(&work->sides[i], c->reports[i], work->job->knowledge,
                                 &work->background, error);
    (*views)[i] = work->sides[i].view; /* borrowed */
  }
  return status;
}

static dz_status build(const dz_job *job, dz_error *error) {
  dz_reuse_work work = {.job = job,
                        .found = dz_array_of(sizeof(dz_judged)),
                        .matches = dz_array_of(sizeof(dz_match)),
                        .exchanges = dz_array_of(sizeof(dz_exchange))};
  dz_view *views = NULL;
  dz_status status = prepare(&work, &views, error);

  if (!status) status = search(&work, views, job->comparison->report_count, error);
  if (!status) status = dz_reuse_common(&work, error);
  if (!status) status = dz_reuse_group(&work, error);
  if (!status) status = dz_reuse_rate(&work, error);
  for (size_t i = 0; work.sides && i < job->comparison->report_count; i++)
    dz_reuse_side_free(&work.sides[i]);
  free(work.sides);
  dz_background_free(&work.background);
  free(views);
  dz_array_free(&work.found);
  dz_array_free(&work.matches);
  dz_array_free(&work.exchanges);
  return status;
}

dz_status dz_reuse_build(const dz_job *job, dz_error *error) {
  dz_comparison *c = job->comparison, searched = *c;
  dz_job inner = *job;
  const dz_report **reports;
  dz_status status;

  if (!c->series) return build(job, error);
  reports = dz_arena_array(job->arena, c->report_count, sizeof *reports);
  if (!reports) return dz_fail_memory(error);
  for (size_t i = 0; i < c->report_count; i++) reports[i] = c->reports[c->series[i]];
  searched.reports = reports;
  inner.comparison = &searched;
  status = build(&inner, error);
  return status ? status : dz_reuse_renumber(c, &searched, c->series, job->arena, error);
}
