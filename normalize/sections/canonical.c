/* canonical.c - canonical sections: names the headed ones, adds the passages
 * without heading, marks what is empty */
#include "canonical.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "knowledge/taxonomy.h"
#include "text/spans.h"

static size_t paragraph_at(const dz_report *report, uint32_t position) {
  return dz_spans_behind(report->paragraphs, report->paragraph_count, sizeof *report->paragraphs,
                         position);
}

/* Items of a list in a closing paragraph belong to the passage of their kind
 * that leads in to them there. */
static void adopt_detached(const dz_report *report, dz_section *all, size_t count) {
  size_t passage = count;

  for (size_t i = 0; i < count; i++) {
    if (!all[i].headed && all[i].level == 1) passage = i;
    if (!all[i].headed || all[i].parent != DZ_NO_SECTION || all[i].level != 2) continue;
    const dz_canonical *family = dz_canonical_family(all[i].canonical);
    bool fits = passage < count && dz_canonical_family(all[passage].canonical) == family &&
                paragraph_at(report, all[passage].extent.start) ==
                    paragraph_at(report, all[i].extent.start);
    if (!fits) {
      all[i].level = 1;
      continue;
    }
    all[i].parent = (int32_t)passage;
    if (all[passage].extent.end < all[i].extent.end) all[passage].extent.end = all[i].extent.end;
  }
}

/* Merges the passages among the headed sections by place; a section that
 * starts at the same place stands first. Parents are indices into the headed
 * sections and are mapped to the new ones. */
static dz_status merge(dz_draft *draft, const dz_section *headed, size_t headed_count,
                       const dz_array *passages, dz_error *error) {
  size_t total = headed_count + passages->count, h = 0, p = 0;
  dz_section *all = dz_arena_array(&draft->arena, total, sizeof *all);
  int32_t *place = malloc((headed_count + 1) * sizeof *place);

  if (!all || !place) {
    free(place);
    return dz_fail_memory(error);
  }
  for (size_t i = 0; i < total; i++) {
    const dz_section *passage = p < passages->count ? dz_array_at(passages, p) : NULL;
    bool take = h < headed_count && (!passage || headed[h].extent.start <= passage->extent.start);
    all[i] = take ? headed[h] : *passage;
    if (take)
      place[h++] = (int32_t)i;
    else
      p++;
    if (all[i].parent != DZ_NO_SECTION) all[i].parent = place[all[i].parent];
  }
  free(place);
  adopt_detached(&draft->report, all, total);
  draft->report.sections = all;
  draft->report.section_count = total;
  return DZ_OK;
}

/* Sets the innermost headed section of paragraphs and sentences anew. */
static dz_status set_homes(dz_draft *draft, dz_error *error) {
  dz_report *report = &draft->report;
  dz_paragraph *paragraphs = dz_arena_copy(&draft->arena, report->paragraphs,
                                           report->paragraph_count * sizeof *paragraphs);
  dz_sentence *sentences = dz_arena_copy(&draft->arena, report->sentences,
                                         report->sentence_count * sizeof *sentences);
  int32_t home = DZ_NO_SECTION;
  size_t next = 0, paragraph = 0;

  if (!paragraphs || !sentences) return dz_fail_memory(error);
  for (size_t p = 0; p < report->paragraph_count; p++) paragraphs[p].section = DZ_NO_SECTION;
  for (size_t i = 0; i < report->sentence_count; i++) {
    uint32_t at = sentences[i].span.start;
    for (; next < report->section_count && report->sections[next].extent.start <= at; next++)
      if (report->sections[next].headed) home = (int32_t)next;
    while (home != DZ_NO_SECTION &&
           (report->sections[home].extent.end <= at || !report->sections[home].headed))
      home = report->sections[home].parent;
    sentences[i].section = home;
    if ((size_t)sentences[i].paragraph < paragraph) continue;
    paragraph = (size_t)sentences[i].paragraph;
    paragraphs[paragraph++].section = home;
  }
  report->paragraphs = paragraphs;
  report->sentences = sentences;
  return DZ_OK;
}

/* What looks most like each part, for those that no section plays. */
static dz_status find_likely(dz_draft *draft, const dz_reading *reading, const dz_section *headed,
                             size_t headed_count, dz_error *error) {
  const dz_section_weights *w = draft->knowledge->section_weights;
  dz_likely *likely = dz_arena_array(&draft->arena, w->part_count, sizeof *likely);

  if (!likely) return dz_fail_memory(error);
  for (size_t k = 0; k < w->part_count; k++) {
    float best = -1e9f;
    likely[k].canonical = w->part[k];
    for (size_t i = 0; i < headed_count; i++) {
      if (reading->heading[i].part[k] <= best) continue;
      best = reading->heading[i].part[k];
      likely[k].span = headed[i].heading;
    }
    for (size_t i = 0; i < reading->units.count; i++) {
      if (reading->unit[i].part[k] <= best) continue;
      best = reading->unit[i].part[k];
      likely[k].span = dz_fold_to_span(&draft->report.text,
                                       ((dz_unit *)dz_array_at(&reading->units, i))->fold);
    }
    likely[k].chance = expf(best);
  }
  draft->report.likely = likely;
  draft->report.likely_count = w->part_count;
  return DZ_OK;
}

dz_status dz_canonical_assign(dz_draft *draft, dz_error *error) {
  dz_report *report = &draft->report;
  size_t count = report->section_count;
  dz_section *headed = dz_arena_copy(&draft->arena, report->sections, count * sizeof *headed);
  dz_array passages = dz_array_of(sizeof(dz_section));
  dz_reading reading;
  dz_status status;

  if (!headed) return dz_fail_memory(error);
  status = dz_reading_make(&reading, draft, error);
  if (!status) status = dz_headings_name(draft, headed, &reading, error);
  if (!status) status = dz_passages_find(&passages, draft, headed, &reading, error);
  if (!status) status = merge(draft, headed, count, &passages, error);
  if (!status) status = set_homes(draft, error);
  if (!status) status = find_likely(draft, &reading, headed, count, error);
  if (!status) status = dz_functions_find(draft, &reading, error);
  if (!status)
    status = dz_vacuous_mark(draft, (dz_section *)report->sections, report->section_count, error);
  dz_array_free(&passages);
  dz_reading_free(&reading);
  return status;
}
