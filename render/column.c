/* column.c - see column.h */
#include "column.h"

#include "text/phrase.h"
#include "text/unicode.h"

int dz_column_width(const dz_glyph *glyphs, size_t count, int ambiguous) {
  int width = 0;

  for (size_t i = 0; i < count; i++) width += dz_cell_width(glyphs[i].cp, ambiguous);
  return width;
}

/* Marks that belong to what stands before them. */
static bool closes(uint32_t cp) {
  return dz_cp_in(cp, U"。，、；：？！”’）》〉」』】〕…％‰·,.;:!?)]}%");
}

/* Marks that belong to what stands behind them. */
static bool opens(uint32_t cp) {
  return dz_cp_in(cp, U"“‘（《〈「『【〔([{");
}

/* Part of a Latin word, a figure, an address. */
static bool is_word(uint32_t cp) {
  return (cp > ' ' && cp < 0x7F) || dz_is_letter(cp);
}

static bool may_break(const dz_glyph *before, const dz_glyph *after, int ambiguous) {
  if (after->glued || dz_cell_width(after->cp, ambiguous) <= 0) return false;
  if (after->cp == DZ_FIXED_SPACE || before->cp == DZ_FIXED_SPACE) return false;
  if (after->cp == ' ') return true;
  if (before->cp == ' ') return true;
  if (closes(after->cp) || opens(before->cp)) return false;
  if (before->cp == 0xB6 || before->cp == '@') return false; /* ¶31 */
  if (after->cp == 0x2014 && before->cp == 0x2014) return false;
  if (dz_is_digit(before->cp) && (dz_is_han(after->cp) || after->cp == 0xFF08))
    return false; /* 60公里, 12（3%） */
  return !is_word(before->cp) || !is_word(after->cp);
}

size_t dz_column_break(const dz_glyph *glyphs, size_t count, int width, int ambiguous) {
  size_t fitting = 0, broken = 0;
  int used = 0;

  while (fitting < count) {
    used += dz_cell_width(glyphs[fitting].cp, ambiguous);
    if (used > width) break;
    if (fitting && may_break(&glyphs[fitting - 1], &glyphs[fitting], ambiguous)) broken = fitting;
    fitting++;
  }
  if (fitting == count) return count;
  if (!fitting) return 1;
  if (may_break(&glyphs[fitting - 1], &glyphs[fitting], ambiguous)) return fitting;
  return broken ? broken : fitting;
}
