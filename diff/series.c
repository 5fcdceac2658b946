/* series.c - two reports side by side, or a series step by step: each report
 * with the one of its office before it in time, and with the base the reader chose */
#include <stdlib.h>

#include "base/error.h"
#include "diff/align/pair.h"
#include "office.h"
#include "timeline.h"
#include "years.h"

static dz_status compare_two(const dz_job *job, const dz_pins *pins, dz_error *error) {
  dz_comparison *comparison = job->comparison;
  dz_pair pair;
  dz_status status = dz_pair_compare(&pair, job, pins, 0, 1, error);

  if (status) return status;
  comparison->two_offices = dz_pair_of_offices(comparison->reports[0], comparison->reports[1]);
  comparison->alignment = pair.alignment;
  comparison->alignment_count = pair.alignment_count;
  comparison->unpaired = pair.unpaired;
  comparison->unpaired_count = pair.unpaired_count;
  comparison->changes = pair.changes;
  comparison->change_count = pair.change_count;
  return DZ_OK;
}

/* A report and its place on the command line. */
typedef struct entry {
  const dz_report *report;
  const dz_offices *offices;
  dz_office office;
  uint32_t index;
} entry;

/* By office, then by year, those without one last; then by text, so that the
 * order of the arguments has no say unless two reports are the same. */
static int by_office_and_time(const void *left, const void *right) {
  const entry *a = left, *b = right;
  int order = dz_offices_order(a->offices, &a->office, &b->office);

  if (order) return order;
  if (a->report->year != b->report->year) {
    if (!a->report->year || !b->report->year) return a->report->year ? -1 : 1;
    return a->report->year < b->report->year ? -1 : 1;
  }
  order = dz_order_of_texts(a->report, b->report);
  return order ? order : a->index < b->index ? -1 : 1;
}

static dz_status order_reports(const dz_job *job, const dz_offices *offices, dz_error *error) {
  size_t count = job->comparison->report_count;
  uint32_t *series = dz_arena_array(job->arena, count, sizeof *series);
  entry *entries = calloc(count, sizeof *entries);

  if (!series || !entries) {
    free(entries);
    return dz_fail_memory(error);
  }
  for (size_t i = 0; i < count; i++)
    entries[i] = (entry){.report = job->comparison->reports[i],
                         .offices = offices,
                         .office = dz_office_of(job->comparison->reports, count, i),
                         .index = (uint32_t)i};
  qsort(entries, count, sizeof *entries, by_office_and_time);
  for (size_t i = 0; i < count; i++) series[i] = entries[i].index;
  free(entries);
  job->comparison->series = series;
  return DZ_OK;
}

static dz_status add_step(const dz_job *job, const dz_pins *pins, dz_step *step, dz_error *error) {
  dz_pair pair;
  dz_status status = dz_pair_compare(&pair, job, pins, step->a, step->b, error);

  if (status) return status;
  step->alignment = pair.alignment;
  step->alignment_count = pair.alignment_count;
  step->unpaired = pair.unpaired;
  step->unpaired_count = pair.unpaired_count;
  step->changes = pair.changes;
  step->change_count = pair.change_count;
  for (size_t i = 0; i < step->unpaired_count; i++) {
    dz_unpaired *item = &pair.unpaired[i];
    item->report = item->report ? step->b : step->a;
  }
  return DZ_OK;
}

static dz_status compare_series(const dz_job *job, const dz_offices *offices, const dz_pins *pins,
                                dz_error *error) {
  dz_comparison *comparison = job->comparison;
  const uint32_t *series = comparison->series;
  size_t count = comparison->report_count, made = 0;
  dz_step *steps = dz_arena_array(job->arena, 2 * count, sizeof *steps);
  dz_status status = DZ_OK;

  if (!steps) return dz_fail_memory(error);
  for (size_t i = 1; i < count && !status; i++) {
    if (dz_offices_differ(offices, comparison->reports[series[i - 1]],
                          comparison->reports[series[i]]))
      continue;
    steps[made] = (dz_step){.a = series[i - 1], .b = series[i]};
    status = add_step(job, pins, &steps[made++], error);
  }
  for (size_t i = 0; i < count && !status && job->options->base >= 0; i++) {
    if (series[i] == (uint32_t)job->options->base) continue;
    steps[made] = (dz_step){.a = (uint32_t)job->options->base, .b = series[i], .to_base = true};
    status = add_step(job, pins, &steps[made++], error);
  }
  comparison->steps = steps;
  comparison->step_count = made;
  return status;
}

dz_status dz_series_build(const dz_job *job, dz_error *error) {
  dz_comparison *comparison = job->comparison;
  dz_offices offices;
  dz_pins pins;
  dz_status status = DZ_OK;

  if (job->options->base >= 0 && (size_t)job->options->base >= comparison->report_count)
    return dz_fail(error, DZ_USAGE, "the base is none of the reports");
  status = dz_pins_read(&pins, job, job->arena, error);
  offices = dz_offices_of(comparison->reports, comparison->report_count);
  if (!status) status = order_reports(job, &offices, error);
  if (!status && comparison->report_count == 2) status = compare_two(job, &pins, error);
  if (!status && comparison->report_count > 2) status = compare_series(job, &offices, &pins, error);
  return status ? status : dz_timelines_build(job, error);
}
