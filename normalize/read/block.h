/* block.h - paragraphs and table rows of a structured format, on their way to
 * the sink.
 *
 * Paragraphs may stand inside one another (text boxes); the inner one is
 * finished first. A row becomes one line, its cells separated by a tab, unless
 * the table only serves the layout: see block.c. */
#ifndef DZ_NORMALIZE_READ_BLOCK_H
#define DZ_NORMALIZE_READ_BLOCK_H

#include "normalize/draft.h"

enum { DZ_BLOCK_DEPTH = 32 }; /* paragraphs inside one another */

typedef struct dz_block_frame {
  dz_array text; /* uint32_t; '\n': a line break inside the paragraph */
  size_t shown;  /* visible code points so far */
  size_t bold;   /* of them in bold */
} dz_block_frame;

typedef struct dz_blocks {
  dz_draft *draft;                       /* borrowed */
  dz_block_frame frames[DZ_BLOCK_DEPTH]; /* open paragraphs, innermost last */
  size_t depth;
  size_t tables;  /* open tables; only the outermost has rows of ours */
  dz_array cells; /* paragraphs of the open row */
  dz_array row;   /* uint32_t: their text */
  size_t cell;    /* number of the open cell */
} dz_blocks;

void dz_blocks_init(dz_blocks *blocks, dz_draft *draft);
void dz_blocks_free(dz_blocks *blocks);

/* A paragraph begins, inside the open one if there is one. DZ_LIMIT: too deep. */
DZ_MUST_CHECK dz_status dz_block_open(dz_blocks *blocks, dz_error *error);

/* Adds text to the innermost open paragraph; without one it is dropped.
 * Malformed bytes are left out. */
DZ_MUST_CHECK dz_status dz_block_text(dz_blocks *blocks, const char *utf8, size_t length, bool bold,
                                      dz_error *error);

/* A line break inside the paragraph. */
DZ_MUST_CHECK dz_status dz_block_break(dz_blocks *blocks, dz_error *error);

/* Ends the innermost open paragraph. `hints` (may be NULL): heading level;
 * `bold` is found here. */
DZ_MUST_CHECK dz_status dz_block_close(dz_blocks *blocks, const dz_line *hints, dz_error *error);

void dz_block_table_open(dz_blocks *blocks);
void dz_block_table_close(dz_blocks *blocks);
void dz_block_row_open(dz_blocks *blocks);
void dz_block_cell_open(dz_blocks *blocks);
DZ_MUST_CHECK dz_status dz_block_row_close(dz_blocks *blocks, dz_error *error);

#endif
