/* writer_table.c - tables of the writer */
#include <stdlib.h>
#include <string.h>

#include "text/unicode.h"
#include "writer.h"

enum {
  MARGIN = 2,     /* cells left of a table */
  GUTTER = 2,     /* cells between two columns */
  NARROWEST = 8,  /* a column narrower than that is hard to read in Chinese: four characters */
  WORD_MOST = 16, /* a column is not narrowed below its longest Latin word, up to so many cells */
  COLUMNS_MOST = 64
};

typedef struct table {
  dz_writer *writer;
  const dz_glyph *glyphs;
  const size_t *ends; /* of the cells */
  size_t columns, rows;
  int widths[COLUMNS_MOST];
  int words[COLUMNS_MOST]; /* longest Latin word of each column */
} table;

static const dz_glyph *cell(const table *t, size_t row, size_t column, size_t *count) {
  size_t index = row * t->columns + column, start = index ? t->ends[index - 1] : 0;

  *count = t->ends[index] - start;
  return t->glyphs + start;
}

static int longest_word(const dz_glyph *glyphs, size_t count) {
  int longest = 0, length = 0;

  for (size_t i = 0; i < count; i++) {
    length = dz_is_letter(glyphs[i].cp) && !dz_is_han(glyphs[i].cp) ? length + 1 : 0;
    if (length > longest) longest = length;
  }
  return longest < WORD_MOST ? longest : WORD_MOST;
}

static void measure(table *t) {
  for (size_t row = 0; row < t->rows; row++)
    for (size_t column = 0; column < t->columns; column++) {
      size_t count;
      const dz_glyph *glyphs = cell(t, row, column, &count);
      int width = dz_column_width(glyphs, count, t->writer->ambiguous),
          word = longest_word(glyphs, count);
      if (width > t->widths[column]) t->widths[column] = width;
      if (word > t->words[column]) t->words[column] = word;
    }
}

/* Width of a column that is narrowed to `cap`. */
static int narrowed(const table *t, size_t column, int cap) {
  if (cap < t->words[column]) cap = t->words[column];
  return t->widths[column] < cap ? t->widths[column] : cap;
}

static int total_width(const table *t, int cap) {
  int total = MARGIN + GUTTER * ((int)t->columns - 1);

  for (size_t i = 0; i < t->columns; i++) total += narrowed(t, i, cap);
  return total;
}

/* Narrows the widest columns to one common width until the table fits; false
 * when that would leave a column too narrow to read. */
static bool fit(table *t) {
  int cap = t->writer->columns;

  while (cap > NARROWEST && total_width(t, cap) > t->writer->columns) cap--;
  if (total_width(t, cap) > t->writer->columns) { /* then words are cut */
    memset(t->words, 0, sizeof t->words);
    cap = t->writer->columns;
    while (cap > NARROWEST && total_width(t, cap) > t->writer->columns) cap--;
  }
  if (total_width(t, cap) > t->writer->columns) return false;
  for (size_t i = 0; i < t->columns; i++) t->widths[i] = narrowed(t, i, cap);
  for (size_t i = 0; i < t->columns; i++) { /* hand out what rounding left over */
    int spare = t->writer->columns - total_width(t, t->writer->columns);
    if (t->widths[i] == cap && spare > 0) t->widths[i] += spare > 1 ? 1 : spare;
  }
  return true;
}

/* Blanks in front of a cell: the lines it goes on with stand below its words. */
static int indent_of(const dz_glyph *glyphs, size_t count, int width) {
  int indent = 0;

  while ((size_t)indent < count && glyphs[indent].cp == ' ') indent++;
  return indent < width / 2 ? indent : 0;
}

/* One row, its cells wrapped side by side. `at` is how far each is written. */
static void row_text(table *t, size_t row) {
  size_t at[COLUMNS_MOST] = {0};
  bool more = true;

  while (more) {
    int pending = MARGIN; /* blanks owed before the next glyph */
    more = false;
    for (size_t column = 0; column < t->columns; column++) {
      size_t count, length = 0, end;
      const dz_glyph *glyphs = cell(t, row, column, &count);
      int width = t->widths[column] > 2 ? t->widths[column] : 2, used = 0, indent = 0;
      while (at[column] && at[column] < count && glyphs[at[column]].cp == ' ') at[column]++;
      if (at[column]) indent = indent_of(glyphs, count, width);
      if (at[column] < count)
        length = dz_column_break(glyphs + at[column], count - at[column], width - indent,
                                 t->writer->ambiguous);
      end = at[column] + length;
      while (end > at[column] && glyphs[end - 1].cp == ' ') end--;
      if (end > at[column]) {
        dz_buffer_repeat(&t->writer->out, " ", (size_t)(pending + indent));
        pending = 0;
        dz_writer_emit(t->writer, glyphs + at[column], end - at[column]);
        used = indent +
               dz_column_width(glyphs + at[column], end - at[column], t->writer->ambiguous);
      }
      pending += (t->widths[column] > used ? t->widths[column] - used : 0) + GUTTER;
      at[column] += length;
      more = more || at[column] < count;
    }
    dz_buffer_char(&t->writer->out, '\n');
  }
}

/* Too narrow for columns: the first cells of a row as a line, the others below
 * it behind the head of their column. */
static void row_list(table *t, size_t row) {
  size_t count,
      first = t->widths[0] <= 2 && t->columns > 1; /* a column of marks goes with the next */
  const dz_glyph *glyphs;

  dz_buffer_repeat(&t->writer->out, " ", MARGIN);
  if (first) {
    glyphs = cell(t, row, 0, &count);
    dz_writer_emit(t->writer, glyphs, count);
    dz_buffer_repeat(&t->writer->out, " ",
                     (size_t)(3 - dz_column_width(glyphs, count, t->writer->ambiguous)));
  }
  glyphs = cell(t, row, first, &count);
  dz_writer_wrap(t->writer, glyphs, count, MARGIN + (first ? 3 : 0), MARGIN + 3);
  for (size_t column = first + 1; column < t->columns; column++) {
    const dz_glyph *head;
    size_t head_count;
    int used;
    glyphs = cell(t, row, column, &count);
    if (!count) continue;
    head = cell(t, 0, column, &head_count);
    used = MARGIN + 5 + dz_column_width(head, head_count, t->writer->ambiguous);
    dz_buffer_repeat(&t->writer->out, " ", MARGIN + 3);
    if (used > t->writer->columns / 2) { /* a long head: a line of its own */
      dz_writer_wrap(t->writer, head, head_count, MARGIN + 3, MARGIN + 3);
      dz_buffer_repeat(&t->writer->out, " ", MARGIN + 5);
      used = MARGIN + 5;
    } else {
      dz_writer_emit(t->writer, head, head_count);
      dz_buffer_string(&t->writer->out, ": ");
    }
    dz_writer_wrap(t->writer, glyphs, count, used, MARGIN + 5);
  }
}

static void row_markdown(table *t, size_t row) {
  for (size_t column = 0; column < t->columns; column++) {
    size_t count;
    const dz_glyph *glyphs = cell(t, row, column, &count);
    dz_buffer_string(&t->writer->out, column ? " | " : "| ");
    dz_writer_emit(t->writer, glyphs, count);
  }
  dz_buffer_string(&t->writer->out, " |\n");
  if (row) return;
  dz_buffer_string(&t->writer->out, "|");
  dz_buffer_repeat(&t->writer->out, " --- |", t->columns);
  dz_buffer_char(&t->writer->out, '\n');
}

void dz_write_table(dz_writer *writer, size_t columns) {
  writer->table_columns = columns < COLUMNS_MOST ? columns : COLUMNS_MOST;
  writer->glyphs.count = 0;
  writer->cells.count = 0;
}

void dz_write_cell(dz_writer *writer) {
  size_t *end = dz_array_push(&writer->cells);

  if (end)
    *end = writer->glyphs.count;
  else
    writer->failed = true;
}

void dz_write_table_end(dz_writer *writer) {
  table t = {.writer = writer,
             .glyphs = writer->glyphs.items,
             .ends = writer->cells.items,
             .columns = writer->table_columns,
             .rows = writer->cells.count / writer->table_columns};
  bool columns_fit;

  if (!writer->failed && t.rows > 1) {
    measure(&t);
    columns_fit = fit(&t);
    if (writer->markdown) dz_buffer_char(&writer->out, '\n');
    for (size_t row = 0; row < t.rows; row++) {
      if (writer->markdown)
        row_markdown(&t, row);
      else if (columns_fit)
        row_text(&t, row);
      else if (row)
        row_list(&t, row);
    }
  }
  writer->glyphs.count = 0;
  writer->cells.count = 0;
  writer->table_columns = 0;
  writer->last = DZ_BLOCK_LINE;
}
