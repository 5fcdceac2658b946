/* pair.c - see pair.h */
#include "pair.h"

#include <stdlib.h>

#include "base/error.h"

/* Whether a is to be taken before b: a rule that sees their text alone. */
static bool in_order(const dz_report *a, const dz_report *b) {
  if (a->text.fold_length != b->text.fold_length) return a->text.fold_length < b->text.fold_length;
  for (size_t i = 0; i < a->text.fold_length; i++)
    if (a->text.fold[i] != b->text.fold[i]) return a->text.fold[i] < b->text.fold[i];
  return true;
}

static void swap_beads(dz_array *beads) {
  dz_bead *bead = beads->items;

  for (size_t i = 0; i < beads->count; i++) {
    dz_bead was = bead[i];
    bead[i].x = was.y;
    bead[i].x_end = was.y_end;
    bead[i].y = was.x;
    bead[i].y_end = was.x_end;
  }
}

static void swap_sections(dz_section_pair *pairs, size_t count) {
  for (size_t i = 0; i < count; i++) {
    int32_t a = pairs[i].a;
    pairs[i].a = pairs[i].b;
    pairs[i].b = a;
  }
  if (count) qsort(pairs, count, sizeof *pairs, dz_section_pair_order);
}

/* For every section of one side (0 or 1) the pair it is most alike in, or NULL. */
static const dz_section_pair **best_pairs(const dz_section_pair *pairs, size_t count, int side,
                                          size_t sections, dz_arena *scratch) {
  const dz_section_pair **best = dz_arena_array(scratch, sections, sizeof *best);

  for (size_t i = 0; best && i < count; i++) {
    const dz_section_pair **slot = &best[side ? pairs[i].b : pairs[i].a];
    if (!*slot || (*slot)->similarity < pairs[i].similarity) *slot = &pairs[i];
  }
  return best;
}

/* Fills the section mates of the task: where a section has several parts, the
 * one most alike; headings only where each is the best of the other. */
static bool find_mates(dz_sentence_task *task, const dz_section_pair *pairs, size_t count,
                       dz_arena *scratch) {
  size_t sections = task->report[0]->section_count;
  const dz_section_pair **left = best_pairs(pairs, count, 0, sections, scratch);
  const dz_section_pair **right = best_pairs(pairs, count, 1, task->report[1]->section_count,
                                             scratch);
  int32_t *mates = dz_arena_array(scratch, sections, sizeof *mates);
  int32_t *headings = dz_arena_array(scratch, sections, sizeof *headings);

  if (!left || !right || !mates || !headings) return false;
  for (size_t i = 0; i < sections; i++) {
    mates[i] = left[i] ? left[i]->b : DZ_NO_SECTION;
    headings[i] = left[i] && right[left[i]->b] == left[i] ? left[i]->b : DZ_NO_SECTION;
  }
  task->section_mate = mates;
  task->heading_mate = headings;
  return true;
}

static dz_status align(dz_section_pair **sections, size_t *count, dz_array *beads,
                       const dz_job *job, const dz_report *const ordered[2], const dz_pins *pins,
                       dz_arena *scratch, dz_error *error) {
  bool *approximate = &job->comparison->approximate;
  dz_sentence_task task = {.report = {ordered[0], ordered[1]}};
  dz_pins own;
  dz_grams grams;
  dz_status status = dz_grams_build(&grams, ordered, scratch, error);

  if (!status && !dz_pins_select(&own, pins, job, ordered, scratch)) status = dz_fail_memory(error);
  if (!status)
    status = dz_sections_align(sections, count, ordered, &grams, &own, job->arena, approximate,
                               error);
  if (status) return status;
  task.grams = &grams;
  if (!find_mates(&task, *sections, *count, scratch)) return dz_fail_memory(error);
  return dz_sentences_align(beads, &task, approximate, error);
}

dz_status dz_pair_compare(dz_pair *out, const dz_job *job, const dz_pins *pins, size_t a, size_t b,
                          dz_error *error) {
  const dz_report *const *all = job->comparison->reports;
  const dz_report *given[2] = {all[a], all[b]}, *ordered[2] = {all[a], all[b]};
  bool swapped = !in_order(all[a], all[b]);
  dz_array beads = dz_array_of(sizeof(dz_bead));
  dz_section_pair *sections = NULL;
  dz_arena scratch;
  dz_status status;

  dz_arena_init(&scratch);
  *out = (dz_pair){0};
  if (swapped) {
    ordered[0] = all[b];
    ordered[1] = all[a];
  }
  status = align(&sections, &out->alignment_count, &beads, job, ordered, pins, &scratch, error);
  if (!status && swapped) {
    swap_beads(&beads);
    swap_sections(sections, out->alignment_count);
  }
  out->alignment = sections;
  if (!status) status = dz_unpaired_find(out, given, &beads, job->arena, error);
  if (!status) status = dz_changes_build(out, job, given, &beads, error);
  dz_array_free(&beads);
  dz_arena_free(&scratch);
  return status;
}
