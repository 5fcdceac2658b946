/* unicode.h - properties of code points. The only module that sees utf8proc. */
#ifndef DZ_TEXT_UNICODE_H
#define DZ_TEXT_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

static inline bool dz_is_digit(uint32_t cp) { /* ASCII digits */
  return cp >= '0' && cp <= '9';
}

bool dz_is_han(uint32_t cp); /* an ideograph, 〇 included */
bool dz_is_space(
    uint32_t cp); /* white space and invisible format characters, line breaks included */
bool dz_is_line_break(
    uint32_t cp); /* ends a line of a text: \n \r \f, the line and paragraph separators */
bool dz_is_letter(uint32_t cp); /* a letter of any script but Han */
bool dz_is_word(uint32_t cp);   /* part of a word or a figure: Han, letter or ASCII digit */
bool dz_is_punctuation(uint32_t cp);

/* A letter, digit or mark of ASCII. */
static inline bool dz_is_latin(uint32_t cp) {
  return cp > 0x20 && cp < 0x7F;
}

/* Ends a sentence or a part of it, in any width: 。！？；： */
bool dz_is_stop(uint32_t cp);

/* The form in which code points are compared: width, case, traditional to
 * simplified, punctuation variants. One code point for one; never shown. */
uint32_t dz_fold_cp(uint32_t cp);

/* Cells the code point takes on a terminal: 0, 1 or 2. `ambiguous` is the
 * width of “ ” — … and their like. */
int dz_cell_width(uint32_t cp, int ambiguous);

#endif
