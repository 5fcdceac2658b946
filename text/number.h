/* number.h - one numeral of a text, Arabic or Chinese, as an exact decimal. */
#ifndef DZ_TEXT_NUMBER_H
#define DZ_TEXT_NUMBER_H

#include <duizhao/report.h>

enum { DZ_NUMBER_DIGITS = 18 }; /* longer runs of digits are identifiers, not figures */

typedef enum dz_numeral {
  DZ_NUMERAL_NONE,
  DZ_NUMERAL_ARABIC,  /* 1,234.5 */
  DZ_NUMERAL_CHINESE, /* 三十二, 两百, 一点五 */
  DZ_NUMERAL_SPELLED, /* 二〇二三: digits one by one, a year or a code */
  DZ_NUMERAL_RATIO    /* 百分之五, 三成, 一半: the unit is part of it */
} dz_numeral;

typedef struct dz_number {
  dz_numeral kind;
  size_t length;    /* code points of the numeral, without scale word and unit */
  dz_decimal value; /* of a ratio: in `unit` */
  bool bare_power;  /* 百 千 without a factor before it: 百余家 */
  const char *unit; /* of a ratio: "%" or "‰"; NULL otherwise */
} dz_number;

/* Reads the numeral at the start of `fold`, `length` code points of folded
 * text. kind is DZ_NUMERAL_NONE (and length 0, or the length of a run of
 * digits too long for a figure) if there is none. A trailing 万 or 亿 is left
 * to the unit: 三十万 reads as 30. Never reads more than 40 code points but
 * for a run of digits. */
dz_number dz_number_read(const uint32_t *fold, size_t length);

/* 0..9 for 〇 零 一 .. 九 and 两, else -1. */
int dz_chinese_digit(uint32_t cp);

/* The power of ten of 十 百 千 万 亿 (1 2 3 4 8), else 0. */
int dz_chinese_power(uint32_t cp);

/* Last year of the five-year plan (十四五) named at i of the range, 0 if none is. */
int32_t dz_plan_end_year(const dz_text *text, size_t i, size_t end);

#endif
