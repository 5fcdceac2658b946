/* train_score.c - compares what is read in a labelled report with its annotation */
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "knowledge/knowledge.h"
#include "normalize/sections/coverage.h"
#include "train.h"

/* The level-1 section, but for work reports, whose parts share one: the part itself. */
static size_t part_length(const char *id) {
  return strncmp(id, "gwr_parts.", 10) ? strcspn(id, ".") : strlen(id);
}

static bool same_part(const char *a, const char *b) {
  size_t length = part_length(a);

  return length == part_length(b) && !strncmp(a, b, length);
}

static bool is_right(const truth *t, const dz_canonical *canonical) {
  for (size_t i = 0; canonical && i < t->ids; i++)
    if (same_part(t->id[i], canonical->id)) return true;
  return false;
}

static void show_wrong(const labelled *r, const char *what, const truth *t, uint32_t start,
                       const dz_canonical *canonical) {
  const dz_text *text = &r->draft.report.text;
  dz_buffer b;

  dz_buffer_init(&b);
  dz_buffer_cps(&b, text->cp + start, text->length - start < 24 ? text->length - start : 24);
  for (size_t i = 0; i < b.length; i++)
    if (b.data[i] == '\n') b.data[i] = ' ';
  printf("%s\t%s\t%s\t%s\t%s\n", what, r->name, t ? t->id[0] : "-", canonical ? canonical->id : "-",
         b.failed ? "" : b.data);
  dz_buffer_free(&b);
}

/* Share of a passage read as the right part, by the innermost section or passage there. */
static bool passage_found(const dz_report *report, const truth *t) {
  size_t right = 0, length = t->end - t->start;

  for (size_t i = 0; i < report->section_count; i++) { /* one of its size */
    const dz_section *s = &report->sections[i];
    uint32_t from = s->extent.start > t->start ? s->extent.start : t->start;
    uint32_t to = s->extent.end < t->end ? s->extent.end : t->end;
    uint32_t low = s->extent.start < t->start ? s->extent.start : t->start;
    uint32_t high = s->extent.end > t->end ? s->extent.end : t->end;
    if (from < to && is_right(t, s->canonical) && (to - from) * 5 >= (high - low) * 2) return true;
  }
  for (uint32_t at = t->start; at < t->end; at++) {
    const dz_section *inner = NULL;
    for (size_t i = 0; i < report->section_count; i++) {
      const dz_section *s = &report->sections[i];
      if (s->extent.start <= at && at < s->extent.end) inner = s;
    }
    right += inner && is_right(t, inner->canonical);
  }
  return right * 5 >= length * 3;
}

static bool is_there(const labelled *r, const dz_canonical *canonical) {
  for (size_t i = 0; i < r->count; i++)
    if (same_part(r->truths[i].id[0], canonical->id)) return true;
  return false;
}

static void tally_missing(tally *t, const labelled *r, const dz_knowledge *knowledge, bool show) {
  const dz_report *report = &r->draft.report;

  for (size_t i = 0; i < knowledge->taxonomy->node_count; i++) {
    const dz_canonical *node = &knowledge->taxonomy->nodes[i];
    if (node->parent || dz_report_requires(report, node) != DZ_REQUIRED) continue;
    if (dz_report_coverage(report, node) != DZ_NOT_COVERED) continue;
    t->called++;
    t->called_wrong += is_there(r, node);
    if (show && is_there(r, node)) show_wrong(r, "missing", NULL, 0, node);
  }
}

dz_status tally_report(tally *t, labelled *r, const dz_knowledge *knowledge, bool show,
                       dz_error *error) {
  dz_report kept = r->draft.report;
  const dz_knowledge *before = r->draft.knowledge;
  const dz_report *report = &r->draft.report;
  dz_status status;

  r->draft.knowledge = knowledge;
  status = dz_canonical_assign(&r->draft, error);
  for (size_t i = 0; i < report->section_count && !status; i++) {
    const dz_section *s = &report->sections[i];
    const truth *gold = s->headed ? truth_of_heading(r, s) : NULL;
    if (!gold) continue;
    t->headings++;
    t->headings_right += is_right(gold, s->canonical);
    if (show && !is_right(gold, s->canonical))
      show_wrong(r, "heading", gold, s->heading.start, s->canonical);
  }
  for (size_t i = 0; i < r->count && !status; i++) {
    if (r->truths[i].level) continue;
    bool found = passage_found(report, &r->truths[i]);
    t->passages++;
    t->passages_right += found;
    if (show && !found) show_wrong(r, "passage", &r->truths[i], r->truths[i].start, NULL);
  }
  if (!status) tally_missing(t, r, knowledge, show);
  r->draft.report = kept;
  r->draft.knowledge = before;
  return status;
}
