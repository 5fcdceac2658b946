/* writer.h - the sink of terminal text and Markdown: blocks made of styled
 * text. It alone knows widths, wrapping, escape sequences and the escaping of
 * Markdown; those who fill it only say what there is to read.
 *
 * Text is put together with dz_write_* and ended as one block by dz_write_end,
 * or as one cell by dz_write_cell inside a table. Running out of memory is
 * sticky and seen once, by dz_writer_finish. */
#ifndef DZ_RENDER_WRITER_H
#define DZ_RENDER_WRITER_H

#include <duizhao/render.h>

#include "base/array.h"
#include "base/buffer.h"
#include "column.h"

typedef enum dz_block {
  DZ_BLOCK_TITLE,   /* of the whole output */
  DZ_BLOCK_HEADING, /* of a part */
  DZ_BLOCK_SUBHEAD, /* inside a part */
  DZ_BLOCK_LINE,    /* a paragraph */
  DZ_BLOCK_ITEM,    /* of a list */
  DZ_BLOCK_DETAIL   /* belongs to the item before it */
} dz_block;

typedef struct dz_writer {
  const dz_render_options *options;
  bool chinese;
  bool markdown;
  int columns;          /* settled: never 0 */
  int ambiguous;        /* settled: 1 or 2 */
  dz_array glyphs;      /* dz_glyph: of the block or table being put together */
  dz_array cells;       /* size_t: where each cell of the table ends in glyphs */
  size_t table_columns; /* 0: no table is open */
  dz_block last;        /* kind of the block written last */
  dz_buffer out;
  bool failed;
} dz_writer;

void dz_writer_init(dz_writer *writer, const dz_render_options *options);

/* Hands out what was written (free()) and frees the writer in any case. */
DZ_MUST_CHECK dz_status dz_writer_finish(dz_writer *writer, char **out, size_t *length,
                                         dz_error *error);

/* Text of the program's or, with %s, of a report's. */
void dz_write(dz_writer *writer, dz_style style, const char *text);
void dz_write_format(dz_writer *writer, dz_style style, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 3, 4)))
#endif
    ;
/* What was written since the block had `first` glyphs stays on one line where it fits. */
void dz_write_glue(dz_writer *writer, size_t first);
/* Text that stays on one line where it fits: 一（二）. */
void dz_write_whole(dz_writer *writer, dz_style style, const char *text);
/* "移动并改写 12": a word and its count, whole. */
void dz_write_count(dz_writer *writer, dz_style style, const char *label, size_t count);
/* Words of a report. */
void dz_write_span(dz_writer *writer, dz_style style, const dz_report *report, dz_span span);
/* The same without noise, cut in the middle with … to about `limit` code points (excerpt.h). */
void dz_write_excerpt(dz_writer *writer, dz_style style, const dz_report *report, dz_span span,
                      size_t limit);
/* Words of a report marked as inserted or deleted, by signs as well as colour. */
void dz_write_marked(dz_writer *writer, dz_style style, const dz_report *report, dz_span span);

/* Ends the block put together. */
void dz_write_end(dz_writer *writer, dz_block block);
/* An empty line. */
void dz_write_gap(dz_writer *writer);

/* A table of `columns` columns: its first row is the head. Each cell is put
 * together, then ended. Where the lines are too short for columns, every row
 * becomes a small list. */
void dz_write_table(dz_writer *writer, size_t columns);
void dz_write_cell(dz_writer *writer);
void dz_write_table_end(dz_writer *writer);

/* For writer_table.c: `count` glyphs as they are, with their colours. */
void dz_writer_emit(dz_writer *writer, const dz_glyph *glyphs, size_t count);
/* For writer_table.c: `count` glyphs as a paragraph, the first line behind
 * `first` (already written, `used` cells), the others indented by `indent`. */
void dz_writer_wrap(dz_writer *writer, const dz_glyph *glyphs, size_t count, int used, int indent);

#endif
