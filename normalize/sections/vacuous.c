/* vacuous.c - sections that play their part in words only
 *
 * An admission of shortcomings is empty if it is short and names nothing that
 * is not good enough (不够…, 滞后, 欠账); a plan if it is short and names no field
 * of work and no figure. Both are then not there in substance. */
#include <stdlib.h>

#include "base/error.h"
#include "canonical.h"
#include "knowledge/knowledge.h"
#include "knowledge/section_cues.h"
#include "knowledge/taxonomy.h"
#include "normalize/outline/heading.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  /* Code points from which a text is taken to say something: an accusation has to be sure, and
   * plain speech admits in one short sentence (我对村医说话还是冲). */
  SHORTCOMINGS_LONG = 22,
  PLANS_LONG = 30,
  FIELD_LEAST = 4, /* points of wording of a field of work */
  HOLLOW_LONG = 8  /* a heading with less below it, and no figure, is left empty */
};

typedef struct judge {
  const dz_draft *draft;
  dz_section_score *scores;
  dz_span fold; /* what is judged */
} judge;

static void read_section(judge *j, const dz_section *section) {
  const dz_text *text = &j->draft->report.text;

  j->fold = dz_span_to_fold(text, section->extent);
  if (section->headed) j->fold.start = (uint32_t)dz_text_fold_position(text, section->heading.end);
  dz_section_cues_score(j->draft->knowledge->section_cues, text->fold, j->fold, j->scores);
}

static bool admits_something(const judge *j) {
  const dz_taxonomy *taxonomy = j->draft->knowledge->taxonomy;

  if (j->fold.end - j->fold.start >= SHORTCOMINGS_LONG) return true;
  if (dz_has_figure(j->draft->report.text.fold, j->fold.start, j->fold.end))
    return true; /* 仅11人 */
  for (size_t i = 0; i < taxonomy->node_count; i++)
    if (dz_canonical_in(&taxonomy->nodes[i], "shortcomings") && j->scores[i].concrete) return true;
  return false;
}

static bool names_number(const judge *j) {
  const uint32_t *fold = j->draft->report.text.fold;

  for (uint32_t i = j->fold.start; i < j->fold.end; i++)
    if (dz_is_digit(fold[i])) return true;
  return false;
}

static bool plans_something(const judge *j) {
  const dz_taxonomy *taxonomy = j->draft->knowledge->taxonomy;
  uint32_t points = 0;

  if (j->fold.end - j->fold.start >= PLANS_LONG || names_number(j)) return true;
  for (size_t i = 0; i < taxonomy->node_count; i++)
    if (taxonomy->nodes[i].level == 2 && dz_canonical_in(&taxonomy->nodes[i], "duties"))
      points += j->scores[i].body;
  return points >= FIELD_LEAST;
}

static bool is_vacuous(judge *j, const dz_section *section, const dz_section *parent,
                       bool has_children) {
  bool shortcomings = dz_canonical_in(section->canonical, "shortcomings");

  if (!section->canonical || has_children) return false;
  if (parent && dz_canonical_family(parent->canonical) == dz_canonical_family(section->canonical))
    return false; /* an item of the part, which is judged as a whole */
  if (section->headed && section->level == 1) {
    read_section(j, section);
    if (j->fold.end - j->fold.start < HOLLOW_LONG && !names_number(j)) return true;
  }
  if (!shortcomings && !dz_canonical_in(section->canonical, "plans")) return false;
  read_section(j, section);
  return shortcomings ? !admits_something(j) : !plans_something(j);
}

dz_status dz_vacuous_mark(const dz_draft *draft, dz_section *sections, size_t count,
                          dz_error *error) {
  judge j = {.draft = draft};

  if (draft->report.type == DZ_TYPE_GWR) return DZ_OK; /* its parts are long, its headings mottos */
  j.scores = malloc((draft->knowledge->taxonomy->node_count + 1) * sizeof *j.scores);
  if (!j.scores) return dz_fail_memory(error);
  for (size_t i = 0; i < count; i++) {
    bool has_children = i + 1 < count && sections[i + 1].headed &&
                        sections[i + 1].parent == (int32_t)i;
    const dz_section *parent = sections[i].parent >= 0 ? &sections[sections[i].parent] : NULL;
    sections[i].vacuous = is_vacuous(&j, &sections[i], parent, has_children);
  }
  free(j.scores);
  return DZ_OK;
}
