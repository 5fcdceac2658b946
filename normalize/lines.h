/* lines.h - the paragraphs of a plain text. */
#ifndef DZ_NORMALIZE_LINES_H
#define DZ_NORMALIZE_LINES_H

#include "draft.h"

/* Cuts draft->cps into draft->lines. Where the text was wrapped at a fixed
 * width, the pieces of a paragraph become one line again and the line breaks
 * between them DZ_NOISE_LAYOUT. Linear. */
DZ_MUST_CHECK dz_status dz_lines_split(dz_draft *draft, dz_error *error);

#endif
