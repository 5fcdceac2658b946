/* symbol.h - typed symbols: what reuse detection and the table of genre
 * phrases compare instead of characters.
 *
 * What is exchanged when a report is handed on is one symbol whatever its
 * value: a figure is DZ_SYM_NUMBER, 省 市 县 区 州 旗 盟 are DZ_SYM_LEVEL. White
 * space and punctuation have none. A word of letters is one symbol. Everything else is itself, in
 * 16 bits. */
#ifndef DZ_TEXT_SYMBOL_H
#define DZ_TEXT_SYMBOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DZ_SYM_EDGE = 0, DZ_SYM_NUMBER = 1, DZ_SYM_LEVEL = 2, DZ_SYM_FIRST_TEXT = 3 };

/* The symbol of a folded code point, or -1: it has none. A digit gives
 * DZ_SYM_NUMBER; dz_symbol_figure_end tells how far the figure goes. Code
 * points beyond 16 bits share the private use area: whoever reports a match
 * compares the text. */
int32_t dz_symbol_of(uint32_t fold);

/* One past the figure that starts at fold[i] (a digit): digits, with a point
 * or comma only between digits. */
size_t dz_symbol_figure_end(const uint32_t *fold, size_t length, size_t i);

/* One past the word of letters that starts at fold[i], i if none does: letters, and an apostrophe
 * between two of them. No match begins or ends inside a word. */
size_t dz_symbol_word_end(const uint32_t *fold, size_t length, size_t i);

/* The symbol of a word of so many letters. Two words may share one by chance, one pair in 16384:
 * whoever reports a match compares the text. */
uint16_t dz_symbol_of_word(const uint32_t *fold, size_t length);

static inline bool dz_symbol_is_slot(uint16_t symbol) {
  return symbol == DZ_SYM_NUMBER || symbol == DZ_SYM_LEVEL;
}

#endif
