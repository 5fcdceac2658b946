/* passages.c - passages without heading: runs of sentences that play another part than the
 * section they stand in */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "canonical.h"
#include "knowledge/knowledge.h"
#include "text/spans.h"
#include "text/unicode.h"

enum { ASPECT_LEAST = 4 }; /* code points of wording that tell apart the aspects of one part */

typedef struct finder {
  const dz_draft *draft;
  const dz_reading *reading;
  dz_section *sections;
  dz_array *out;
  dz_section_score *scores;
  const dz_canonical *review, *tasks; /* of a work report */
  size_t end_unit;                    /* the closing of the report begins here */
} finder;

static const dz_unit *unit_at(const finder *f, size_t index) {
  return dz_array_at(&f->reading->units, index);
}

/* The part of a work report that a section stands in, or NULL. */
static const dz_canonical *work_part(const finder *f, int32_t section) {
  for (; section != DZ_NO_SECTION; section = f->sections[section].parent)
    if (dz_canonical_has(f->sections[section].canonical, DZ_TRAIT_WORK_REPORT))
      return f->sections[section].canonical;
  return NULL;
}

/* In a work report what was done and what will be done are the parts themselves: a sentence of
 * either kind says nothing where a heading has named the part. */
static const dz_canonical *in_work_report(const finder *f, int32_t section,
                                          const dz_canonical *part) {
  bool plans = dz_canonical_has(part, DZ_TRAIT_PLANS);
  bool framing = dz_canonical_has(part, DZ_TRAIT_ADMITS | DZ_TRAIT_CAUSES | DZ_TRAIT_OPENS |
                                            DZ_TRAIT_CLOSES);

  if (framing) return part;
  if (section != DZ_NO_SECTION && (work_part(f, section) || !f->sections[section].canonical))
    return NULL;
  return plans ? f->tasks : f->review;
}

/* What a unit is a passage of; NULL: it belongs to its section. */
static const dz_canonical *label_of(const finder *f, size_t index) {
  const dz_unit *unit = unit_at(f, index);
  const dz_canonical *part = f->draft->knowledge->section_weights->part[f->reading->state[index]];
  const dz_canonical *around = unit->section == DZ_NO_SECTION
                                   ? NULL
                                   : f->sections[unit->section].canonical;

  if (unit->section != DZ_NO_SECTION && !around) return NULL; /* a glossary, an attachment */
  if (f->draft->report.type == DZ_TYPE_GWR) part = in_work_report(f, unit->section, part);
  if (part && around && dz_canonical_family(around) == dz_canonical_family(part)) return NULL;
  return part;
}

/* The aspect of the part that its wording speaks most of, or the part itself. */
static const dz_canonical *aspect_of(const finder *f, const dz_canonical *part, dz_span fold) {
  const dz_taxonomy *taxonomy = f->draft->knowledge->taxonomy;
  const dz_canonical *best = part;
  uint32_t most = ASPECT_LEAST - 1;

  if (part->parent) return part;
  dz_section_cues_score(f->draft->knowledge->section_cues, f->draft->report.text.fold, fold,
                        f->scores);
  for (size_t i = (size_t)part->order + 1;
       i < taxonomy->node_count && taxonomy->nodes[i].parent == part; i++) {
    uint32_t points = (uint32_t)f->scores[i].body + f->scores[i].opener;
    if (points <= most) continue;
    most = points;
    best = &taxonomy->nodes[i];
  }
  return best;
}

/* How sure a run of units is of its part: the margin to what it stands in, as a probability. */
static double confidence_of(const finder *f, size_t first, size_t end) {
  const dz_section_weights *w = f->draft->knowledge->section_weights;
  int32_t section = unit_at(f, first)->section;
  size_t state = f->reading->state[first];
  double margin = 0;

  for (size_t i = first; i < end; i++) {
    const float *p = f->reading->unit[i].part;
    double best = -1e9;
    for (size_t k = 0; k < w->part_count; k++) {
      bool other = section == DZ_NO_SECTION ? k != state : k == f->reading->label[section];
      if (other && p[k] > best) best = p[k];
    }
    margin += fmax(-6, fmin(6, (double)p[state] - best));
  }
  return 1 / (1 + exp(-margin / 2));
}

static bool put(finder *f, size_t first, size_t end, const dz_canonical *part) {
  const dz_text *text = &f->draft->report.text;
  dz_span fold = {unit_at(f, first)->fold.start, unit_at(f, end - 1)->fold.end};
  dz_section passage = {.parent = first >= f->end_unit ? DZ_NO_SECTION : unit_at(f, first)->section,
                        .canonical = aspect_of(f, part, fold),
                        .confidence = (float)confidence_of(f, first, end)};

  passage.level = passage.parent == DZ_NO_SECTION ? 1 : f->sections[passage.parent].level + 1;
  passage.extent = passage.body = dz_fold_to_span(text, fold);
  passage.number = passage.heading = (dz_span){passage.extent.start, passage.extent.start};
  return dz_array_append(f->out, &passage, 1) != NULL;
}

/* Headings do not cut a run in two where no section is around it. */
static bool runs_on(const finder *f, size_t unit, const dz_canonical *label) {
  return unit_at(f, unit)->section == unit_at(f, unit - 1)->section &&
         f->reading->state[unit] == f->reading->state[unit - 1] && label_of(f, unit) == label;
}

/* The last paragraphs of a report admit, plan or thank without a heading: they are no part of the
 * section whose heading stands last. The first unit of them, or the number of units. */
static size_t find_end(const finder *f) {
  size_t count = f->reading->units.count, end = count;
  const dz_section_weights *w = f->draft->knowledge->section_weights;

  for (size_t i = count; i-- > 0;) {
    const dz_unit *unit = unit_at(f, i);
    const dz_section *around = unit->section == DZ_NO_SECTION ? NULL : &f->sections[unit->section];
    bool first = around && unit->paragraph && !unit->start &&
                 f->draft->report.text.origin[unit->fold.start] > around->body.start;
    if (!around || (around->parent == DZ_NO_SECTION && around->level > 1))
      continue; /* an item of a list in that paragraph */
    if (!label_of(f, i) || unit->start ||
        !dz_canonical_has(w->part[f->reading->state[i]],
                          DZ_TRAIT_ADMITS | DZ_TRAIT_CAUSES | DZ_TRAIT_PLANS | DZ_TRAIT_CLOSES)) {
      /* one sentence that looks back may lead in to it: 回顾一年来的工作，成绩属于过去。 */
      if (first && i + 1 < count && label_of(f, i + 1) && !unit_at(f, i + 1)->paragraph)
        end = i + 1;
      break;
    }
    if (first) end = i;
  }
  return end;
}

static void cut_sections(finder *f) {
  const dz_report *report = &f->draft->report;
  uint32_t start;

  if (f->end_unit >= f->reading->units.count) return;
  start = report->text.origin[unit_at(f, f->end_unit)->fold.start];
  for (int32_t s = unit_at(f, f->end_unit)->section; s != DZ_NO_SECTION;
       s = f->sections[s].parent) {
    uint32_t end = start;
    while (end > f->sections[s].extent.start && dz_is_space(report->text.cp[end - 1])) end--;
    f->sections[s].extent.end = end;
    if (f->sections[s].body.end > end) f->sections[s].body.end = end;
  }
  /* what stands behind the cut is no longer inside those that end there */
  for (size_t i = 0; i < report->section_count; i++) {
    dz_section *s = &f->sections[i];
    while (s->parent != DZ_NO_SECTION && f->sections[s->parent].extent.end < s->extent.end)
      s->parent = f->sections[s->parent].parent;
  }
}

dz_status dz_passages_find(dz_array *passages, const dz_draft *draft, dz_section *sections,
                           const dz_reading *reading, dz_error *error) {
  const dz_taxonomy *taxonomy = draft->knowledge->taxonomy;
  finder f = {.draft = draft,
              .reading = reading,
              .sections = sections,
              .out = passages,
              .review = dz_taxonomy_role(taxonomy, DZ_ROLE_REVIEW),
              .tasks = dz_taxonomy_role(taxonomy, DZ_ROLE_TASKS)};
  bool ok;

  f.scores = malloc((taxonomy->node_count + 1) * sizeof *f.scores);
  ok = f.scores != NULL;
  f.end_unit = find_end(&f);
  for (size_t i = 0, end; ok && i < reading->units.count; i = end) {
    const dz_canonical *label = label_of(&f, i);
    end = i + 1;
    while (end < reading->units.count && end != f.end_unit && runs_on(&f, end, label)) end++;
    if (label) ok = put(&f, i, end, label);
  }
  cut_sections(&f);
  free(f.scores);
  return ok ? DZ_OK : dz_fail_memory(error);
}
