/* column.c - see column.h */
#include "column.h"

#include "normalize/unicode.h"

int dz_column_width(const dz_glyph *glyphs, size_t count, int ambiguous) {
  int width = 0;

  for (size_t i = 0; i < count; i++) width += dz_cell_width(glyphs[i].cp, ambiguous);
  return width;
}

static bool contains(const uint32_t *set, size_t count, uint32_t cp) {
  for (size_t i = 0; i < count; i++)
    if (set[i] == cp) return true;
  return false;
}

/* Marks that belong to what stands before them. */
static bool closes(uint32_t cp) {
  static const uint32_t set[] = {
      0x3002, 0xFF0C, 0x3001, 0xFF1B, 0xFF1A, 0xFF1F, 0xFF01, 0x201D, 0x2019, 0xFF09,
      0x300B, 0x3009, 0x300D, 0x300F, 0x3011, 0x3015, 0x2026, 0xFF05, 0x2030, 0x00B7,
      ',',    '.',    ';',    ':',    '!',    '?',    ')',    ']',    '}',    '%',
  };
  return contains(set, sizeof set / sizeof *set, cp);
}

/* Marks that belong to what stands behind them. */
static bool opens(uint32_t cp) {
  static const uint32_t set[] = {
      0x201C, 0x2018, 0xFF08, 0x300A, 0x3008, 0x300C, 0x300E, 0x3010, 0x3014, '(', '[', '{',
  };
  return contains(set, sizeof set / sizeof *set, cp);
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
  if (dz_is_digit(before->cp) && (dz_is_han(after->cp) || after->cp == 0xFF08)) return false; /* 60公里, 12（3%） */
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
