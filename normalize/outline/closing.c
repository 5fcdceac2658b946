/* closing.c - lists in the closing paragraph of a report */
#include <stdlib.h>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "knowledge/section_cues.h"
#include "knowledge/taxonomy.h"
#include "normalize/paragraph.h"
#include "outline.h"
#include "text/spans.h"

enum {
  OPENER_LEAST = 4 /* code points of openers, as in unheaded.c */
};

static uint32_t opener_points(const dz_draft *draft, const dz_section_score *scores,
                              const char *family) {
  const dz_taxonomy *taxonomy = draft->knowledge->taxonomy;
  uint32_t points = 0;

  for (size_t i = 0; i < taxonomy->node_count; i++)
    if (dz_canonical_in(&taxonomy->nodes[i], family)) points += scores[i].opener;
  return points;
}

const dz_canonical *dz_closing_family(const dz_draft *draft, dz_span span,
                                      dz_section_score *scores) {
  static const char *const families[] = {"plans", "shortcomings"};

  dz_section_cues_score(draft->knowledge->section_cues, draft->report.text.fold, span, scores);
  for (size_t i = 0; i < sizeof families / sizeof *families; i++)
    if (opener_points(draft, scores, families[i]) >= OPENER_LEAST)
      return dz_taxonomy_find(draft->knowledge->taxonomy, families[i]);
  return NULL;
}

/* The first paragraph that no heading announces: behind the body of the last
 * heading at the start of a line. SIZE_MAX if there is no such heading. */
static size_t first_free_paragraph(const dz_candidate *candidates, size_t count) {
  for (size_t i = count; i-- > 0;)
    if (candidates[i].line_start && !candidates[i].dropped && !candidates[i].closes)
      return candidates[i].paragraph + 1 + candidates[i].own_line;
  return SIZE_MAX;
}

dz_status dz_outline_detach_closing(dz_candidate *candidates, size_t count, const dz_draft *draft,
                                    dz_error *error) {
  size_t from = first_free_paragraph(candidates, count);
  size_t paragraph = SIZE_MAX;
  uint32_t unread = 0;  /* of the paragraph, from here on */
  bool closing = false; /* an opener stands before that */
  dz_section_score *scores = malloc((draft->knowledge->taxonomy->node_count + 1) * sizeof *scores);

  if (!scores) return dz_fail_memory(error);
  for (size_t i = 0; i < count; i++) {
    dz_candidate *c = &candidates[i];
    if (c->paragraph < from || c->dropped || c->line_start || c->key == DZ_KEY_INNER) continue;
    if (c->paragraph != paragraph) {
      paragraph = c->paragraph;
      unread = dz_paragraph_fold(&draft->report, paragraph).start;
      closing = false;
    }
    closing = closing || dz_closing_family(draft, (dz_span){unread, c->at}, scores);
    unread = c->at;
    c->detached = closing;
  }
  free(scores);
  return DZ_OK;
}
