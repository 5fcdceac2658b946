/* layout.h - text that stands at places of pages, as .pdf and .ofd have it, to
 * paragraphs: page numbers, running heads and the line breaks of the page are
 * undone. */
#ifndef DZ_NORMALIZE_READ_LAYOUT_H
#define DZ_NORMALIZE_READ_LAYOUT_H

#include "normalize/draft.h"

/* A word or a piece of a line. Any unit of length; y grows downwards. */
typedef struct dz_layout_piece {
  float x0, y0, x1, y1;
  uint32_t page;     /* from 0 */
  size_t start, end; /* in layout->text */
} dz_layout_piece;

typedef struct dz_layout {
  dz_array pieces;  /* dz_layout_piece, pages in order */
  dz_array text;    /* uint32_t */
  dz_array heights; /* float: of each page */
} dz_layout;

void dz_layout_init(dz_layout *layout);
void dz_layout_free(dz_layout *layout);

/* Adds a piece of UTF-8 to the last page; an empty one is left out. */
DZ_MUST_CHECK dz_status dz_layout_add(dz_layout *layout, const dz_layout_piece *place,
                                      const char *utf8, size_t length, dz_error *error);

/* Puts all of it into the draft. O(n log n) in the pieces of a page. */
DZ_MUST_CHECK dz_status dz_layout_emit(dz_layout *layout, dz_draft *draft, dz_error *error);

#endif
