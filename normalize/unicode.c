/* unicode.c - see unicode.h */
#include "unicode.h"

#include <utf8proc.h>

bool dz_is_han(uint32_t cp) {
  return (cp >= 0x4E00 && cp <= 0x9FFF) || cp == 0x3007 || (cp >= 0x3400 && cp <= 0x4DBF) ||
         (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x20000 && cp <= 0x323AF);
}

static utf8proc_category_t category(uint32_t cp) {
  return cp <= 0x10FFFF ? utf8proc_category((utf8proc_int32_t)cp) : UTF8PROC_CATEGORY_CN;
}

bool dz_is_space(uint32_t cp) {
  if (cp < 0x80) return cp == ' ' || (cp >= 9 && cp <= 13);
  if (dz_is_han(cp)) return false;
  switch (category(cp)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CF:
      return true;
    default:
      return cp == 0x85;
  }
}

bool dz_is_digit(uint32_t cp) {
  return cp >= '0' && cp <= '9';
}

bool dz_is_letter(uint32_t cp) {
  utf8proc_category_t c;

  if (cp < 0x80) return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z');
  if (dz_is_han(cp)) return false;
  c = category(cp);
  return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}

bool dz_is_punctuation(uint32_t cp) {
  utf8proc_category_t c;

  if (dz_is_han(cp)) return false;
  c = category(cp);
  return c >= UTF8PROC_CATEGORY_PC && c <= UTF8PROC_CATEGORY_SO;
}

uint32_t dz_fold_cp(uint32_t cp) {
  if (cp >= 'A' && cp <= 'Z') return cp + 32;
  if (cp < 0x80 || (cp >= 0x4E00 && cp <= 0x9FFF)) return cp;
  if (cp >= 0xFF01 && cp <= 0xFF5E) return dz_fold_cp(cp - 0xFEE0);
  switch (cp) {
    case 0x201C: case 0x201D: case 0x300C: case 0x300D: case 0x300E: case 0x300F: return '"';
    case 0x2018: case 0x2019: return '\'';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: return '-';
    case 0xFF61: return 0x3002;
    default: return (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
  }
}

int dz_cell_width(uint32_t cp, int ambiguous) {
  if (cp == 0x2014 || cp == 0x2026 || (cp >= 0x2018 && cp <= 0x201F)) return ambiguous;
  return utf8proc_charwidth((utf8proc_int32_t)cp);
}
