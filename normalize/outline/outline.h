/* outline.h - between the files of the outline stage. */
#ifndef DZ_NORMALIZE_OUTLINE_OUTLINE_H
#define DZ_NORMALIZE_OUTLINE_OUTLINE_H

#include "base/array.h"
#include "heading.h"
#include "knowledge/section_cues.h"
#include "normalize/draft.h"

/* The lines before the body: titles, source, date, form of address. */
typedef struct dz_front {
  size_t count;     /* paragraphs that belong to it, from the first */
  dz_span title;    /* in the decoded text; empty: none */
  dz_span occasion; /* line that tells where and when it was given; empty: none */
  size_t address;   /* the paragraph with the form of address; SIZE_MAX: none */
} dz_front;

/* front.c: reads the front of the report. Looks at the first lines only. */
void dz_front_read(dz_front *out, const dz_draft *draft);

/* numbered.c: everything that looks like the start of a heading or item,
 * in text order (dz_candidate). */
DZ_MUST_CHECK dz_status dz_outline_scan(dz_array *candidates, const dz_draft *draft,
                                        const dz_front *front, dz_error *error);

/* unnumbered.c: headings without number, recognised by their neighbours. */
DZ_MUST_CHECK dz_status dz_outline_plain(dz_array *candidates, const dz_draft *draft,
                                         const dz_front *front, dz_error *error);

/* lists.c: drops candidates that no list bears out: lists that do not
 * start at 1, single items, items that are whole sentences. */
void dz_outline_check_lists(dz_candidate *candidates, size_t count);

/* closing.c: marks the items of lists that stand in a closing
 * paragraph without heading (我们还存在不足：一是…。下一步，一是…。): they are no
 * part of the last headed section. */
DZ_MUST_CHECK dz_status dz_outline_detach_closing(dz_candidate *candidates, size_t count,
                                                  const dz_draft *draft, dz_error *error);

/* closing.c: the level-1 section that the openers in fold[span) speak
 * for, plans before shortcomings; NULL if they speak for neither. `scores` has
 * room for every section of the taxonomy. */
const dz_canonical *dz_closing_family(const dz_draft *draft, dz_span span,
                                      dz_section_score *scores);

#endif
