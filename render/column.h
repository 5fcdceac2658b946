/* column.h - text in cells of a terminal: how wide it is and where a line of
 * Chinese, Latin words and figures may end. */
#ifndef DZ_RENDER_COLUMN_H
#define DZ_RENDER_COLUMN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum dz_style {
  DZ_PLAIN,
  DZ_STRONG,
  DZ_FAINT,
  DZ_INSERTED,
  DZ_DELETED,
  DZ_MOVED,
  DZ_NOTABLE /* something the reader should look at */
} dz_style;

/* A space at which no line ends, written as a plain one: 改写 12. */
enum { DZ_FIXED_SPACE = 0xA0 };

/* One code point to show. */
typedef struct dz_glyph {
  uint32_t cp;
  uint8_t style; /* of dz_style */
  bool glued;    /* no line may start with it */
} dz_glyph;

/* Cells of `count` glyphs. `ambiguous` as in dz_render_options, settled. */
int dz_column_width(const dz_glyph *glyphs, size_t count, int ambiguous);

/* How many of the glyphs stand on the first line of `width` > 1 cells, at
 * least one of `count` > 0. No line starts with a closing mark or ends with an
 * opening one (GB/T 15834-2011, 5.1), figures stay with their unit's first
 * character, Latin words whole; a word longer than a line is cut. */
size_t dz_column_break(const dz_glyph *glyphs, size_t count, int width, int ambiguous);

#endif
