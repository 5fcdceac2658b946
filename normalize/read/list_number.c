/* list_number.c - see list_number.h */
#include "list_number.h"

#include <string.h>

typedef struct style_name {
  const char *name;
  dz_list_style style;
} style_name;

/* ECMA-376 part 1, 17.18.59 ST_NumberFormat: those that Chinese files use. */
static const style_name docx_names[] = {
    {"none", DZ_LIST_NONE},
    {"bullet", DZ_LIST_BULLET},
    {"decimalFullWidth", DZ_LIST_WIDE},
    {"decimalFullWidth2", DZ_LIST_WIDE},
    {"decimalEnclosedCircle", DZ_LIST_CIRCLED},
    {"decimalEnclosedCircleChinese", DZ_LIST_CIRCLED},
    {"decimalEnclosedParen", DZ_LIST_PARENTHESISED},
    {"decimalEnclosedFullstop", DZ_LIST_DOTTED},
    {"chineseCounting", DZ_LIST_CHINESE},
    {"chineseCountingThousand", DZ_LIST_CHINESE},
    {"taiwaneseCounting", DZ_LIST_CHINESE},
    {"taiwaneseCountingThousand", DZ_LIST_CHINESE},
    {"japaneseCounting", DZ_LIST_CHINESE},
    {"ideographDigital", DZ_LIST_CHINESE_DIGITS},
    {"japaneseDigitalTenThousand", DZ_LIST_CHINESE_DIGITS},
    {"chineseLegalSimplified", DZ_LIST_FORMAL},
    {"ideographLegalTraditional", DZ_LIST_FORMAL},
    {"ideographTraditional", DZ_LIST_STEM},
    {"ideographZodiac", DZ_LIST_BRANCH},
    {"upperLetter", DZ_LIST_UPPER_LETTER},
    {"lowerLetter", DZ_LIST_LOWER_LETTER},
    {"upperRoman", DZ_LIST_UPPER_ROMAN},
    {"lowerRoman", DZ_LIST_LOWER_ROMAN},
};

static const style_name odt_starts[] = {
    {"一", DZ_LIST_CHINESE},     {"①", DZ_LIST_CIRCLED},      {"１", DZ_LIST_WIDE},
    {"壹", DZ_LIST_FORMAL},      {"甲", DZ_LIST_STEM},        {"子", DZ_LIST_BRANCH},
    {"A", DZ_LIST_UPPER_LETTER}, {"a", DZ_LIST_LOWER_LETTER}, {"I", DZ_LIST_UPPER_ROMAN},
    {"i", DZ_LIST_LOWER_ROMAN},  {"1", DZ_LIST_DECIMAL},
};

dz_list_style dz_list_style_docx(const char *name) {
  for (size_t i = 0; i < sizeof docx_names / sizeof *docx_names; i++)
    if (!strcmp(docx_names[i].name, name)) return docx_names[i].style;
  return DZ_LIST_DECIMAL;
}

dz_list_style dz_list_style_odt(const char *format) {
  for (size_t i = 0; i < sizeof odt_starts / sizeof *odt_starts; i++)
    if (!strncmp(odt_starts[i].name, format, strlen(odt_starts[i].name)))
      return odt_starts[i].style;
  return *format ? DZ_LIST_DECIMAL : DZ_LIST_NONE;
}

static const char *const digits[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
static const char *const formal[] = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};

/* 1..99 as it is spoken: 十, 十一, 二十; formal numbers keep the 壹 of 壹拾. */
static void spoken(dz_buffer *out, const char *const *figures, const char *ten, bool keep_one,
                   int n) {
  if (n >= 20 || (n >= 10 && keep_one)) dz_buffer_string(out, figures[n / 10]);
  if (n >= 10) dz_buffer_string(out, ten);
  if (n % 10) dz_buffer_string(out, figures[n % 10]);
}

static void roman(dz_buffer *out, int n, bool upper) {
  static const struct {
    int value;
    const char *lower, *upper;
  } steps[] = {{50, "l", "L"}, {40, "xl", "XL"}, {10, "x", "X"}, {9, "ix", "IX"},
               {5, "v", "V"},  {4, "iv", "IV"},  {1, "i", "I"}};

  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
    for (; n >= steps[i].value; n -= steps[i].value)
      dz_buffer_string(out, upper ? steps[i].upper : steps[i].lower);
}

static void in_digits(dz_buffer *out, int n) {
  for (int unit = n >= 10 ? 10 : 1; unit; unit /= 10) dz_buffer_string(out, digits[n / unit % 10]);
}

static void one_of(dz_buffer *out, const char *const *names, int n) {
  dz_buffer_string(out, names[n - 1]);
}

/* How far a style counts; beyond it 1 2 3 is used, as word processors do. */
static int last_number(dz_list_style style) {
  switch (style) {
  case DZ_LIST_CIRCLED:
  case DZ_LIST_PARENTHESISED:
  case DZ_LIST_DOTTED: return 20;
  case DZ_LIST_STEM: return 10;
  case DZ_LIST_BRANCH: return 12;
  case DZ_LIST_UPPER_LETTER:
  case DZ_LIST_LOWER_LETTER: return 26;
  case DZ_LIST_UPPER_ROMAN:
  case DZ_LIST_LOWER_ROMAN: return 89;
  default: return 99;
  }
}

void dz_list_number(dz_buffer *out, dz_list_style style, int n) {
  static const char *const stems[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
  static const char *const branches[] = {"子", "丑", "寅", "卯", "辰", "巳",
                                         "午", "未", "申", "酉", "戌", "亥"};

  if (style == DZ_LIST_NONE || style == DZ_LIST_BULLET) return;
  if (n < 1 || n > last_number(style)) style = DZ_LIST_DECIMAL;
  switch (style) {
  case DZ_LIST_CIRCLED: dz_buffer_cp(out, 0x2460 + (uint32_t)n - 1); break;
  case DZ_LIST_PARENTHESISED: dz_buffer_cp(out, 0x2474 + (uint32_t)n - 1); break;
  case DZ_LIST_DOTTED: dz_buffer_cp(out, 0x2488 + (uint32_t)n - 1); break;
  case DZ_LIST_CHINESE: spoken(out, digits, "十", false, n); break;
  case DZ_LIST_FORMAL: spoken(out, formal, "拾", true, n); break;
  case DZ_LIST_CHINESE_DIGITS: in_digits(out, n); break;
  case DZ_LIST_STEM: one_of(out, stems, n); break;
  case DZ_LIST_BRANCH: one_of(out, branches, n); break;
  case DZ_LIST_UPPER_LETTER: dz_buffer_char(out, (char)('A' + n - 1)); break;
  case DZ_LIST_LOWER_LETTER: dz_buffer_char(out, (char)('a' + n - 1)); break;
  case DZ_LIST_UPPER_ROMAN:
  case DZ_LIST_LOWER_ROMAN: roman(out, n, style == DZ_LIST_UPPER_ROMAN); break;
  case DZ_LIST_WIDE:
    if (n >= 10) dz_buffer_cp(out, 0xFF10 + (uint32_t)(n / 10));
    dz_buffer_cp(out, 0xFF10 + (uint32_t)(n % 10));
    break;
  default: dz_buffer_format(out, "%d", n); break;
  }
}
