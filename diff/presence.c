/* presence.c - which reports have which parts, and which lack one
 *
 * A row for each canonical section of level 1 that some report has or should
 * have, in customary order. O(sections * canonical sections). */
#include "base/array.h"
#include "base/error.h"
#include "job.h"
#include "knowledge/knowledge.h"
#include "knowledge/taxonomy.h"
#include "normalize/sections/coverage.h"

/* The sections of one report that play the part: outermost ones only. */
static const int32_t *find_sections(const dz_job *job, const dz_report *report,
                                    const dz_canonical *canonical, size_t *count) {
  dz_array found = dz_array_of(sizeof(int32_t));
  const int32_t *frozen = NULL;
  bool ok = true;

  for (size_t i = 0; i < report->section_count && ok; i++) {
    int32_t index = (int32_t)i;
    if (dz_section_plays(report, i, canonical)) ok = dz_array_append(&found, &index, 1);
  }
  *count = found.count;
  if (ok) frozen = dz_array_freeze(&found, job->arena);
  dz_array_free(&found);
  return frozen;
}

static dz_status add_row(const dz_job *job, dz_array *rows, const dz_canonical *canonical,
                         dz_error *error) {
  const dz_comparison *c = job->comparison;
  const int32_t **sections = dz_arena_array(job->arena, c->report_count, sizeof *sections);
  size_t *counts = dz_arena_array(job->arena, c->report_count, sizeof *counts);
  dz_presence row = {.canonical = canonical, .sections = sections, .section_count = counts};
  bool wanted = false;

  if (!sections || !counts) return dz_fail_memory(error);
  for (size_t r = 0; r < c->report_count; r++) {
    sections[r] = find_sections(job, c->reports[r], canonical, &counts[r]);
    if (!sections[r]) return dz_fail_memory(error);
    wanted |= counts[r] > 0 || dz_report_requires(c->reports[r], canonical) >= DZ_CUSTOMARY;
  }
  return !wanted || dz_array_append(rows, &row, 1) ? DZ_OK : dz_fail_memory(error);
}

static dz_status add_missing(const dz_job *job, dz_array *missing, const dz_canonical *canonical,
                             dz_error *error) {
  static const dz_absence why[] = {
      [DZ_COVERED_MERGED] = DZ_MERGED,
      [DZ_COVERED_EMPTY] = DZ_EMPTY,
      [DZ_COVERED_DOUBTFUL] = DZ_UNRECOGNISED,
      [DZ_NOT_COVERED] = DZ_ABSENT,
  };
  const dz_comparison *c = job->comparison;

  for (size_t r = 0; r < c->report_count; r++) {
    dz_requirement requirement = dz_report_requires(c->reports[r], canonical);
    dz_coverage coverage = dz_report_coverage(c->reports[r], canonical);
    dz_missing item = {.report = (uint32_t)r, .canonical = canonical, .requirement = requirement};
    if (requirement < DZ_CUSTOMARY || coverage == DZ_COVERED) continue;
    item.why = why[coverage];
    if (item.why == DZ_UNRECOGNISED) item.likely = dz_report_likely(c->reports[r], canonical)->span;
    if (!dz_array_append(missing, &item, 1)) return dz_fail_memory(error);
  }
  return DZ_OK;
}

dz_status dz_presence_build(const dz_job *job, dz_error *error) {
  const dz_taxonomy *taxonomy = job->knowledge->taxonomy;
  dz_comparison *c = job->comparison;
  dz_array rows = dz_array_of(sizeof(dz_presence)), missing = dz_array_of(sizeof(dz_missing));
  dz_status status = DZ_OK;

  for (size_t i = 0; i < taxonomy->node_count && !status; i++) {
    const dz_canonical *canonical = &taxonomy->nodes[i];
    if (canonical->level != 1) continue;
    status = add_row(job, &rows, canonical, error);
    if (!status) status = add_missing(job, &missing, canonical, error);
  }
  if (!status) {
    c->presence_count = rows.count;
    c->presence = dz_array_freeze(&rows, job->arena);
    c->missing_count = missing.count;
    c->missing = dz_array_freeze(&missing, job->arena);
    if (!c->presence || !c->missing) status = dz_fail_memory(error);
  }
  dz_array_free(&rows);
  dz_array_free(&missing);
  return status;
}
