/* symbol.c - see symbol.h */
#include "symbol.h"

#include "unicode.h"

enum { PRIVATE = 0xE000, PRIVATE_SIZE = 6400 };
enum { WORDS = 0xA000, WORD_BITS = 14 }; /* the code points between are seldom seen in a report */
_Static_assert(WORDS + (1 << WORD_BITS) == PRIVATE, "symbols of words end where others begin");

int32_t dz_symbol_of(uint32_t fold) {
  if (fold >= 0x4E00 && fold <= 0x9FFF) {
    switch (fold) {
    case 0x7701:
    case 0x5E02:
    case 0x53BF:
    case 0x533A:
    case 0x5DDE:
    case 0x65D7:
    case 0x76DF: return DZ_SYM_LEVEL;
    default: return (int32_t)fold;
    }
  }
  if (dz_is_digit(fold)) return DZ_SYM_NUMBER;
  if (fold == 0x25CB) return 0x3007; /* ○ written for 〇 */
  if (fold < DZ_SYM_FIRST_TEXT || dz_is_punctuation(fold) || dz_is_space(fold)) return -1;
  if (fold > 0xFFFF || (fold >= PRIVATE && fold < PRIVATE + PRIVATE_SIZE))
    return PRIVATE + (int32_t)(fold % PRIVATE_SIZE);
  return (int32_t)fold;
}

size_t dz_symbol_figure_end(const uint32_t *fold, size_t length, size_t i) {
  for (; i < length; i++) {
    if (dz_is_digit(fold[i])) continue;
    if ((fold[i] != '.' && fold[i] != ',') || i + 1 >= length || !dz_is_digit(fold[i + 1])) break;
  }
  return i;
}

size_t dz_symbol_word_end(const uint32_t *fold, size_t length, size_t i) {
  size_t end = i;

  while (end < length &&
         (dz_is_letter(fold[end]) || (end > i && (fold[end] == '\'' || fold[end] == 0x2019) &&
                                      end + 1 < length && dz_is_letter(fold[end + 1]))))
    end++;
  return end;
}

uint16_t dz_symbol_of_word(const uint32_t *fold, size_t length) {
  uint64_t hash = 0;

  if (length == 1) return (uint16_t)dz_symbol_of(*fold);
  for (size_t i = 0; i < length; i++) hash = (hash + fold[i]) * 0x9E3779B97F4A7C15u;
  return (uint16_t)(WORDS + (hash >> (64 - WORD_BITS)));
}
