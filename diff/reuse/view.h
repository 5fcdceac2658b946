/* view.h - a report as reuse detection sees it: the typed-slot view.
 *
 * The view is a string of 16-bit symbols made from the folded text. White
 * space, noise and punctuation are gone. What is exchanged when a report is
 * handed on is one symbol whatever its value, so that a copy with other values
 * is an exact match in the view:
 *
 *   figure          digits with point, comma groups or percent range:  DZ_SYM_NUMBER
 *   mask            a value blanked out (XX, **):                      DZ_SYM_NUMBER
 *   level           省 市 县 区 州 旗 盟:                               DZ_SYM_LEVEL
 *
 * DZ_SYM_EDGE stands around headings and the title and matches nothing, not
 * even itself: no run of equal symbols reaches from a heading into the body.
 *
 * Equal symbols may stand for different text; whoever reports a match compares
 * the folded text (dz_view_same). */
#ifndef DZ_DIFF_REUSE_VIEW_H
#define DZ_DIFF_REUSE_VIEW_H

#include <duizhao/report.h>

#include "text/symbol.h"

enum {
  DZ_VIEW_PADDING = 4
}; /* edges behind the last symbol, so that a window may be read past the end */

enum dz_edge { DZ_EDGE_NONE, DZ_EDGE_CLAUSE, DZ_EDGE_SENTENCE, DZ_EDGE_PARAGRAPH };

typedef struct dz_view {
  const dz_report *report;
  const uint32_t *fold; /* the report's folded text */
  uint16_t *symbols;    /* `count`, then DZ_VIEW_PADDING edges */
  uint32_t *at; /* count + 1: place of each symbol in the folded text; the last is fold_length */
  uint32_t
      *units; /* count + 1: characters (no white space, noise, punctuation) before each symbol */
  uint8_t *edges; /* count + 1: what ends before each symbol, enum dz_edge */
  uint32_t count;
} dz_view;

/* Builds the view; the caller frees it with dz_view_free, also after failure.
 * Cost: linear. */
DZ_MUST_CHECK dz_status dz_view_build(dz_view *out, const dz_report *report, dz_error *error);
void dz_view_free(dz_view *view);

/* One past the last folded character of symbol i. */
uint32_t dz_view_end(const dz_view *view, uint32_t i);

/* Folded place to symbol: the first symbol that starts at or after `fold`. O(log n). */
uint32_t dz_view_index(const dz_view *view, uint32_t fold);

/* Do symbol i of one view and k of the other stand for the same text? Masks
 * equal nothing. */
bool dz_view_same(const dz_view *a, uint32_t i, const dz_view *b, uint32_t k);

/* The symbols [start, end), start < end, as a span of the decoded text; a
 * closing mark (。 ； ， and closing quotes) directly behind belongs to it. */
dz_span dz_view_span(const dz_view *view, uint32_t start, uint32_t end);

#endif
