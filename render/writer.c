/* writer.c - see writer.h */
#include "writer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/utf8.h"
#include "excerpt.h"
#include "safe.h"
#include "text/unicode.h"

enum { DEFAULT_COLUMNS = 80, LEAST_COLUMNS = 20 };

void dz_writer_init(dz_writer *writer, const dz_render_options *options) {
  int columns = options->columns > 0 ? options->columns : DEFAULT_COLUMNS;

  *writer = (dz_writer){.options = options,
                        .chinese = options->chinese,
                        .markdown = options->format == DZ_MARKDOWN,
                        .columns = columns < LEAST_COLUMNS ? LEAST_COLUMNS : columns,
                        .ambiguous = options->ambiguous ? options->ambiguous : 1,
                        .glyphs = dz_array_of(sizeof(dz_glyph)),
                        .cells = dz_array_of(sizeof(size_t)),
                        .last = DZ_BLOCK_TITLE};
  dz_buffer_init(&writer->out);
}

dz_status dz_writer_finish(dz_writer *writer, char **out, size_t *length, dz_error *error) {
  char *bytes = NULL;

  dz_array_free(&writer->glyphs);
  dz_array_free(&writer->cells);
  if (writer->failed) writer->out.failed = true;
  bytes = dz_buffer_detach(&writer->out, length);
  if (!bytes) return dz_fail_memory(error);
  *out = bytes;
  return DZ_OK;
}

static void put(dz_writer *writer, dz_style style, uint32_t cp, bool glued) {
  dz_glyph *glyph = dz_array_push(&writer->glyphs);

  if (!glyph)
    writer->failed = true;
  else
    *glyph = (dz_glyph){.cp = cp, .style = (uint8_t)style, .glued = glued};
}

static void put_string(dz_writer *writer, dz_style style, const char *text, bool glued) {
  size_t length = strlen(text), used;
  uint32_t cp;

  for (size_t i = 0; i < length; i += used) {
    used = dz_utf8_next(text + i, length - i, &cp);
    put(writer, style, cp, glued);
  }
}

/* One code point of a report: what could disturb the reader's screen is named. */
static void put_shown(dz_writer *writer, dz_style style, uint32_t cp, bool glued) {
  char name[DZ_SHOWN_NAME_SIZE];

  switch (dz_shown_of(cp)) {
  case DZ_SHOWN_AS_IS: put(writer, style, cp, glued); break;
  case DZ_SHOWN_AS_SPACE: put(writer, style, ' ', glued); break;
  case DZ_SHOWN_AS_NAME:
    dz_shown_name(cp, name);
    put_string(writer, style, name, glued);
    break;
  case DZ_SHOWN_NOT: break;
  }
}

static void put_bytes(dz_writer *writer, dz_style style, const char *text, size_t length) {
  size_t used;
  uint32_t cp;

  for (size_t i = 0; i < length; i += used) {
    used = dz_utf8_next(text + i, length - i, &cp);
    put_shown(writer, style, cp, false);
  }
}

void dz_write(dz_writer *writer, dz_style style, const char *text) {
  put_bytes(writer, style, text, strlen(text));
}

void dz_write_format(dz_writer *writer, dz_style style, const char *format, ...) {
  dz_buffer text;
  va_list args;
  int length;

  dz_buffer_init(&text);
  va_start(args, format);
  length = vsnprintf(NULL, 0, format, args);
  va_end(args);
  dz_buffer_repeat(&text, " ", length > 0 ? (size_t)length : 0);
  if (text.failed) {
    writer->failed = true;
  } else if (length > 0) {
    va_start(args, format);
    vsnprintf(text.data, (size_t)length + 1, format, args);
    va_end(args);
    put_bytes(writer, style, text.data, text.length);
  }
  dz_buffer_free(&text);
}

void dz_write_glue(dz_writer *writer, size_t first) {
  for (size_t i = first + 1; i < writer->glyphs.count; i++)
    ((dz_glyph *)writer->glyphs.items)[i].glued = true;
}

void dz_write_whole(dz_writer *writer, dz_style style, const char *text) {
  size_t first = writer->glyphs.count;

  dz_write(writer, style, text);
  dz_write_glue(writer, first);
}

void dz_write_count(dz_writer *writer, dz_style style, const char *label, size_t count) {
  size_t first = writer->glyphs.count;

  dz_write_format(writer, style, "%s %zu", label, count);
  dz_write_glue(writer, first);
}

void dz_write_span(dz_writer *writer, dz_style style, const dz_report *report, dz_span span) {
  for (uint32_t i = span.start; i < span.end; i++)
    put_shown(writer, style, report->text.cp[i], false);
}

void dz_write_excerpt(dz_writer *writer, dz_style style, const dz_report *report, dz_span span,
                      size_t limit) {
  dz_excerpt excerpt = dz_excerpt_of(report, span, limit);

  for (dz_span words; dz_excerpt_next(&excerpt, &words);) {
    dz_write_span(writer, style, report, words);
    if (words.start == words.end) put(writer, style, 0x2026, true);
  }
}

void dz_write_marked(dz_writer *writer, dz_style style, const dz_report *report, dz_span span) {
  const char *before = style == DZ_INSERTED ? "{+" : "[-",
             *after = style == DZ_INSERTED ? "+}" : "-]";
  size_t first;

  if (writer->markdown) {
    dz_write_span(writer, style, report, span);
    return;
  }
  dz_write(writer, style, before);
  first = writer->glyphs.count;
  if (first) ((dz_glyph *)writer->glyphs.items)[first - 1].glued = true;
  dz_write_span(writer, style, report, span);
  if (writer->glyphs.count > first) ((dz_glyph *)writer->glyphs.items)[first].glued = true;
  put_string(writer, style, after, true);
}

static const char *escape_sequence(dz_style style) {
  switch (style) {
  case DZ_STRONG: return "\x1b[1m";
  case DZ_FAINT: return "\x1b[2m";
  case DZ_INSERTED: return "\x1b[34;4m"; /* blue, underlined */
  case DZ_DELETED: return "\x1b[31;9m";  /* red, struck through */
  case DZ_MOVED: return "\x1b[36m";
  case DZ_NOTABLE: return "\x1b[33m";
  default: return "";
  }
}

static const char *markdown_tag(dz_style style, bool closing) {
  switch (style) {
  case DZ_STRONG: return "**";
  case DZ_INSERTED: return closing ? "</ins>" : "<ins>";
  case DZ_DELETED: return closing ? "</del>" : "<del>";
  default: return "";
  }
}

static void emit_markdown(dz_writer *writer, uint32_t cp) {
  if (cp < 0x7F && strchr("\\`*_[]<>|~&#", (int)cp) && cp) dz_buffer_char(&writer->out, '\\');
  dz_buffer_cp(&writer->out, cp == DZ_FIXED_SPACE ? ' ' : cp);
}

static bool is_blank(uint32_t cp) {
  return cp == ' ' || cp == DZ_FIXED_SPACE;
}

/* Would ** be read as a mark between the two (CommonMark, flanking)? `inner` is the side that is
 * strong. */
static bool is_mark(uint32_t outer, uint32_t inner) {
  return dz_is_word(inner) || is_blank(outer) || !dz_is_word(outer);
}

/* Glyphs of one style. Blanks at its ends stay outside of its tags, for ** beside a blank is no
 * mark. */
static void emit_run(dz_writer *writer, const dz_glyph *glyphs, size_t count, uint32_t before,
                     uint32_t behind) {
  dz_style style = (dz_style)glyphs->style;
  const char *open = markdown_tag(style, false), *close = markdown_tag(style, true);
  size_t first = 0, end = count;

  while (first < end && is_blank(glyphs[first].cp)) first++;
  while (end > first && is_blank(glyphs[end - 1].cp)) end--;
  if (first) before = ' ';
  if (end < count) behind = ' ';
  if (style == DZ_STRONG && first < end &&
      !(is_mark(before, glyphs[first].cp) && is_mark(behind, glyphs[end - 1].cp))) {
    open = "<strong>";
    close = "</strong>";
  }
  for (size_t i = 0; i < count; i++) {
    if (i == first && first < end) dz_buffer_string(&writer->out, open);
    emit_markdown(writer, glyphs[i].cp);
    if (i + 1 == end && first < end) dz_buffer_string(&writer->out, close);
  }
}

static void emit_terminal(dz_writer *writer, const dz_glyph *glyphs, size_t count) {
  dz_style style = DZ_PLAIN;

  for (size_t i = 0; i < count; i++) {
    dz_style next = (dz_style)glyphs[i].style;
    if (next != style && writer->options->color) {
      if (style != DZ_PLAIN) dz_buffer_string(&writer->out, "\x1b[0m");
      dz_buffer_string(&writer->out, escape_sequence(next));
    }
    style = next;
    dz_buffer_cp(&writer->out, glyphs[i].cp == DZ_FIXED_SPACE ? ' ' : glyphs[i].cp);
  }
  if (style != DZ_PLAIN && writer->options->color) dz_buffer_string(&writer->out, "\x1b[0m");
}

void dz_writer_emit(dz_writer *writer, const dz_glyph *glyphs, size_t count) {
  size_t end;

  if (!writer->markdown) {
    emit_terminal(writer, glyphs, count);
    return;
  }
  for (size_t i = 0; i < count; i = end) {
    for (end = i + 1; end < count && glyphs[end].style == glyphs[i].style;) end++;
    emit_run(writer, glyphs + i, end - i, i ? glyphs[i - 1].cp : ' ',
             end < count ? glyphs[end].cp : ' ');
  }
}

void dz_writer_wrap(dz_writer *writer, const dz_glyph *glyphs, size_t count, int used, int indent) {
  size_t at = 0;

  do {
    int width = writer->columns - used;
    size_t length = count - at ? dz_column_break(glyphs + at, count - at, width > 2 ? width : 2,
                                                 writer->ambiguous)
                               : 0;
    size_t end = at + length;
    while (end > at && glyphs[end - 1].cp == ' ') end--;
    dz_writer_emit(writer, glyphs + at, end - at);
    dz_buffer_char(&writer->out, '\n');
    at += length;
    while (at < count && glyphs[at].cp == ' ') at++;
    if (at < count) dz_buffer_repeat(&writer->out, " ", (size_t)indent);
    used = indent;
  } while (at < count);
}

static void end_text(dz_writer *writer, dz_block block, const dz_glyph *glyphs, size_t count) {
  static const int indents[] = {
      [DZ_BLOCK_TITLE] = 0, [DZ_BLOCK_HEADING] = 0, [DZ_BLOCK_SUBHEAD] = 2,
      [DZ_BLOCK_LINE] = 2,  [DZ_BLOCK_ITEM] = 2,    [DZ_BLOCK_DETAIL] = 5};
  static const int hanging[] = {
      [DZ_BLOCK_TITLE] = 6, [DZ_BLOCK_HEADING] = 4, [DZ_BLOCK_SUBHEAD] = 4,
      [DZ_BLOCK_LINE] = 2,  [DZ_BLOCK_ITEM] = 5,    [DZ_BLOCK_DETAIL] = 5};

  if (block == DZ_BLOCK_HEADING && writer->out.length) dz_buffer_char(&writer->out, '\n');
  dz_buffer_repeat(&writer->out, " ", (size_t)indents[block]);
  dz_writer_wrap(writer, glyphs, count, indents[block], hanging[block]);
}

static void end_markdown(dz_writer *writer, dz_block block, const dz_glyph *glyphs, size_t count) {
  static const char *const prefixes[] = {
      [DZ_BLOCK_TITLE] = "# ", [DZ_BLOCK_HEADING] = "## ", [DZ_BLOCK_SUBHEAD] = "### ",
      [DZ_BLOCK_LINE] = "",    [DZ_BLOCK_ITEM] = "- ",     [DZ_BLOCK_DETAIL] = "  - "};
  bool list = block >= DZ_BLOCK_ITEM, was_list = writer->last >= DZ_BLOCK_ITEM;

  if (writer->out.length && !(list && was_list)) dz_buffer_char(&writer->out, '\n');
  dz_buffer_string(&writer->out, prefixes[block]);
  dz_writer_emit(writer, glyphs, count);
  dz_buffer_char(&writer->out, '\n');
}

void dz_write_end(dz_writer *writer, dz_block block) {
  const dz_glyph *glyphs = writer->glyphs.items;
  size_t count = writer->glyphs.count;

  if (block <= DZ_BLOCK_SUBHEAD && !writer->markdown)
    for (size_t i = 0; i < count; i++) ((dz_glyph *)writer->glyphs.items)[i].style = DZ_STRONG;
  if (writer->markdown)
    end_markdown(writer, block, glyphs, count);
  else
    end_text(writer, block, glyphs, count);
  writer->glyphs.count = 0;
  writer->last = block;
}

void dz_write_gap(dz_writer *writer) {
  dz_buffer_char(&writer->out, '\n');
}
