/* lines.h - the paragraphs of a plain text. */
#ifndef DZ_NORMALIZE_READ_LINES_H
#define DZ_NORMALIZE_READ_LINES_H

#include "normalize/draft.h"

/* Cuts draft->cps into draft->lines. Where the text was wrapped at a fixed
 * width, the pieces of a paragraph become one line again and the line breaks
 * between them DZ_NOISE_LAYOUT. Linear. */
DZ_MUST_CHECK dz_status dz_lines_split(dz_draft *draft, dz_error *error);

/* Whether a number like （一） 1. 一、 stands at the start of `count` > 0 code
 * points, so that a new paragraph is likely. */
bool dz_lines_starts_item(const uint32_t *cp, size_t count);

#endif
