/* block.c - see block.h */
#include "block.h"

#include "base/error.h"
#include "base/utf8.h"
#include "sink.h"
#include "text/unicode.h"

/* Reports are often set in a table that only frames the page, or in a form with
 * a label on the left and pages of text on the right. Such a row is taken apart
 * into its paragraphs: a row with one filled cell, or with several paragraphs
 * in a cell and more text than a table of figures has in a row. */
enum { FORM_ROW = 120 };

typedef struct cell_paragraph {
  size_t start, end; /* in blocks->row */
  size_t cell;
  dz_line hints;
} cell_paragraph;

void dz_blocks_init(dz_blocks *blocks, dz_draft *draft) {
  *blocks = (dz_blocks){.draft = draft,
                        .cells = dz_array_of(sizeof(cell_paragraph)),
                        .row = dz_array_of(sizeof(uint32_t))};
  for (size_t i = 0; i < DZ_BLOCK_DEPTH; i++)
    blocks->frames[i].text = dz_array_of(sizeof(uint32_t));
}

void dz_blocks_free(dz_blocks *blocks) {
  for (size_t i = 0; i < DZ_BLOCK_DEPTH; i++) dz_array_free(&blocks->frames[i].text);
  dz_array_free(&blocks->cells);
  dz_array_free(&blocks->row);
}

dz_status dz_block_open(dz_blocks *blocks, dz_error *error) {
  if (blocks->depth == DZ_BLOCK_DEPTH)
    return dz_fail(error, DZ_LIMIT, "%s: paragraphs nested more than %d deep",
                   blocks->draft->report.path, DZ_BLOCK_DEPTH);
  dz_block_frame *frame = &blocks->frames[blocks->depth++];
  frame->text.count = 0;
  frame->shown = frame->bold = 0;
  return DZ_OK;
}

dz_status dz_block_text(dz_blocks *blocks, const char *utf8, size_t length, bool bold,
                        dz_error *error) {
  dz_block_frame *frame;
  size_t used, visible = 0;

  if (!blocks->depth) return DZ_OK;
  frame = &blocks->frames[blocks->depth - 1];
  if (frame->text.count + length / DZ_UTF8_MAX > DZ_MAX_PARAGRAPH)
    return dz_fail(error, DZ_LIMIT, "%s: a paragraph has more than %d characters",
                   blocks->draft->report.path, DZ_MAX_PARAGRAPH);
  for (size_t i = 0; i < length; i += used) {
    uint32_t cp;
    used = dz_utf8_decode(utf8 + i, length - i, &cp);
    if (!used) {
      used = 1;
      continue;
    }
    if (cp < 0x20 && cp != '\t') cp = ' '; /* line breaks of the XML source are white space */
    if (!dz_array_append(&frame->text, &cp, 1)) return dz_fail_memory(error);
    visible += !dz_is_space(cp);
  }
  frame->shown += visible;
  if (bold) frame->bold += visible;
  return DZ_OK;
}

dz_status dz_block_break(dz_blocks *blocks, dz_error *error) {
  const uint32_t line_break = '\n';

  if (!blocks->depth) return DZ_OK;
  return dz_array_append(&blocks->frames[blocks->depth - 1].text, &line_break, 1)
             ? DZ_OK
             : dz_fail_memory(error);
}

/* One line for each piece between line breaks. */
static dz_status put_lines(dz_blocks *blocks, const uint32_t *cp, size_t count,
                           const dz_line *hints, dz_error *error) {
  dz_status status = DZ_OK;
  size_t start = 0;

  for (size_t i = 0; i <= count && !status; i++) {
    if (i < count && cp[i] != '\n') continue;
    status = dz_sink_line(blocks->draft, cp + start, i - start, hints, error);
    start = i + 1;
  }
  return status;
}

static dz_status put_cell_paragraph(dz_blocks *blocks, const dz_block_frame *frame,
                                    const dz_line *hints, dz_error *error) {
  cell_paragraph paragraph = {.start = blocks->row.count, .cell = blocks->cell, .hints = *hints};

  if (!dz_array_append(&blocks->row, frame->text.items, frame->text.count))
    return dz_fail_memory(error);
  paragraph.end = blocks->row.count;
  return dz_array_append(&blocks->cells, &paragraph, 1) ? DZ_OK : dz_fail_memory(error);
}

dz_status dz_block_close(dz_blocks *blocks, const dz_line *hints, dz_error *error) {
  dz_line line = hints ? *hints : (dz_line){0};
  dz_block_frame *frame;

  if (!blocks->depth) return DZ_OK;
  frame = &blocks->frames[--blocks->depth];
  if (!frame->shown) return DZ_OK;
  line.bold = frame->bold == frame->shown;
  if (blocks->tables) return put_cell_paragraph(blocks, frame, &line, error);
  return put_lines(blocks, frame->text.items, frame->text.count, &line, error);
}

void dz_block_table_open(dz_blocks *blocks) {
  blocks->tables++;
}

void dz_block_table_close(dz_blocks *blocks) {
  if (blocks->tables) blocks->tables--;
}

void dz_block_row_open(dz_blocks *blocks) {
  if (blocks->tables != 1) return;
  blocks->cells.count = blocks->row.count = blocks->cell = 0;
}

void dz_block_cell_open(dz_blocks *blocks) {
  if (blocks->tables == 1) blocks->cell++;
}

static bool is_layout_row(const dz_blocks *blocks) {
  const cell_paragraph *p = blocks->cells.items;
  size_t count = blocks->cells.count, filled = 0, several = 0;

  for (size_t i = 0; i < count; i++) {
    bool same = i && p[i].cell == p[i - 1].cell;
    filled += !same;
    several += same;
  }
  return filled <= 1 || (several && blocks->row.count > FORM_ROW);
}

/* The cells in one line; breaks and further paragraphs of a cell become spaces. */
static dz_status put_row(dz_blocks *blocks, dz_error *error) {
  const cell_paragraph *p = blocks->cells.items;
  const uint32_t *row = blocks->row.items;
  dz_array line = dz_array_of(sizeof(uint32_t));
  dz_line hints = {.table_row = true};
  dz_status status = DZ_OK;

  for (size_t i = 0; i < blocks->cells.count && !status; i++) {
    uint32_t separator = i && p[i].cell != p[i - 1].cell ? '\t' : ' ';
    if (i && !dz_array_append(&line, &separator, 1)) status = dz_fail_memory(error);
    if (!status && !dz_array_append(&line, row + p[i].start, p[i].end - p[i].start))
      status = dz_fail_memory(error);
  }
  if (!status) status = dz_sink_line(blocks->draft, line.items, line.count, &hints, error);
  dz_array_free(&line);
  return status;
}

dz_status dz_block_row_close(dz_blocks *blocks, dz_error *error) {
  const cell_paragraph *p = blocks->cells.items;
  dz_status status = DZ_OK;

  if (blocks->tables != 1 || !blocks->cells.count) return DZ_OK;
  if (!is_layout_row(blocks))
    status = put_row(blocks, error);
  else
    for (size_t i = 0; i < blocks->cells.count && !status; i++)
      status = put_lines(blocks, (const uint32_t *)blocks->row.items + p[i].start,
                         p[i].end - p[i].start, &p[i].hints, error);
  blocks->cells.count = blocks->row.count = blocks->cell = 0;
  return status;
}
