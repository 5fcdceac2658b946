/* list_number.h - the numbers a word processor puts before paragraphs. */
#ifndef DZ_NORMALIZE_READ_LIST_NUMBER_H
#define DZ_NORMALIZE_READ_LIST_NUMBER_H

#include "base/buffer.h"

typedef enum dz_list_style {
  DZ_LIST_NONE,
  DZ_LIST_BULLET,
  DZ_LIST_DECIMAL,        /* 1 2 3 */
  DZ_LIST_WIDE,           /* １ ２ ３ */
  DZ_LIST_CIRCLED,        /* ① */
  DZ_LIST_PARENTHESISED,  /* ⑴ */
  DZ_LIST_DOTTED,         /* ⒈ */
  DZ_LIST_CHINESE,        /* 一 … 十 十一 */
  DZ_LIST_CHINESE_DIGITS, /* 一 … 一〇 一一 */
  DZ_LIST_FORMAL,         /* 壹 贰 */
  DZ_LIST_STEM,           /* 甲 乙 */
  DZ_LIST_BRANCH,         /* 子 丑 */
  DZ_LIST_UPPER_LETTER,
  DZ_LIST_LOWER_LETTER,
  DZ_LIST_UPPER_ROMAN,
  DZ_LIST_LOWER_ROMAN
} dz_list_style;

/* The style a .docx file calls so (w:numFmt); DZ_LIST_DECIMAL if unknown. */
dz_list_style dz_list_style_docx(const char *name);

/* The style of an .odt num-format, which shows its first numbers: "1", "a",
 * "一, 二, 三, ...". */
dz_list_style dz_list_style_odt(const char *format);

/* Appends the number `n` in the style; one outside its range as 1 2 3. */
void dz_list_number(dz_buffer *out, dz_list_style style, int n);

#endif
