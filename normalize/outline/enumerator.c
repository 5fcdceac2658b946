/* enumerator.c - see enumerator.h */
#include "enumerator.h"

#include "text/phrase.h"

enum {
  DUN = 0x3001,          /* 、 */
  MAX_NUMBER_DIGITS = 2, /* no list of a report runs past 99 */
  MAX_CN_DIGITS = 3      /* 九十九 */
};

static bool at(const uint32_t *fold, size_t length, size_t i, uint32_t cp) {
  return i < length && fold[i] == cp;
}

/* 一 二 … 九 as 1 … 9, 十 as 10, anything else 0. */
static int32_t cn_digit(uint32_t cp) {
  static const uint32_t digits[] = U"一二三四五六七八九十";

  for (int32_t i = 0; digits[i]; i++)
    if (digits[i] == cp) return i + 1;
  return 0;
}

/* 一 … 九十九 at the start of the text: its length, 0 if there is none. */
static size_t cn_number(const uint32_t *fold, size_t length, int32_t *value) {
  int32_t tens = 0, ones = 0;
  size_t i = 0;

  if (i < length && cn_digit(fold[i]) && cn_digit(fold[i]) < 10) ones = cn_digit(fold[i++]);
  if (i < length && cn_digit(fold[i]) == 10) {
    tens = ones ? ones : 1;
    ones = 0;
    i++;
    if (i < length && cn_digit(fold[i]) && cn_digit(fold[i]) < 10) ones = cn_digit(fold[i++]);
  }
  *value = tens * 10 + ones;
  return i <= MAX_CN_DIGITS ? i : 0;
}

static size_t arabic_number(const uint32_t *fold, size_t length, int32_t *value) {
  size_t i = 0;

  *value = 0;
  while (i < length && fold[i] >= '0' && fold[i] <= '9' && i <= MAX_NUMBER_DIGITS)
    *value = *value * 10 + (int32_t)(fold[i++] - '0');
  return i <= MAX_NUMBER_DIGITS ? i : 0;
}

static bool found(dz_enumerator *out, dz_list_key key, dz_number_style style, int32_t number,
                  size_t length) {
  *out = (dz_enumerator){key, style, number, length};
  return number > 0 || key == DZ_KEY_DASH;
}

/* 、 that joins two numerals, as in 三、四线 and 一、二季度, opens nothing. */
static bool joins_numerals(const uint32_t *fold, size_t length, size_t dun) {
  int32_t value;
  size_t i = dun + 1, digits = cn_number(fold + i, length - i, &value);

  return digits && i + digits < length && dz_cp_in(fold[i + digits], U"、季线级产");
}

/* 一、 and 一. 一， */
static bool read_cn_dun(dz_enumerator *out, const uint32_t *fold, size_t length, bool line_start) {
  int32_t number;
  size_t i = cn_number(fold, length, &number);
  bool comma = at(fold, length, i, '.') || at(fold, length, i, ',') || at(fold, length, i, 0xFF0E);

  if (!i || !(at(fold, length, i, DUN) || (comma && line_start))) return false;
  if (joins_numerals(fold, length, i)) return false;
  return found(out, DZ_KEY_CN_DUN, DZ_STYLE_CN_DUN, number, i + 1);
}

/* （一） （1） 一) 1), with a 、 or . too many behind it */
static bool read_paren(dz_enumerator *out, const uint32_t *fold, size_t length, bool line_start) {
  size_t i = at(fold, length, 0, '('), digits;
  dz_list_key key = DZ_KEY_CN_PAREN;
  dz_number_style style = DZ_STYLE_CN_PAREN;
  int32_t number;

  if (!i && !line_start) return false;
  digits = cn_number(fold + i, length - i, &number);
  if (!digits) {
    digits = arabic_number(fold + i, length - i, &number);
    key = DZ_KEY_ARABIC_PAREN;
    style = DZ_STYLE_ARABIC_PAREN;
  }
  i += digits;
  if (!digits || !at(fold, length, i, ')')) return false;
  i++;
  if (at(fold, length, i, DUN) || at(fold, length, i, '.') || at(fold, length, i, ',')) i++;
  return found(out, key, style, number, i);
}

/* 1.1 and 1.1.1, only at the start of a line: elsewhere they are figures */
static bool read_decimal(dz_enumerator *out, const uint32_t *fold, size_t length) {
  int32_t number;
  size_t i = arabic_number(fold, length, &number), parts = 1;

  if (!number) return false; /* 0.5 */
  while (i && at(fold, length, i, '.')) {
    size_t digits = arabic_number(fold + i + 1, length - i - 1, &number);
    if (!digits) break;
    i += digits + 1;
    parts++;
  }
  if (parts < 2 || parts > 3 || (i < length && dz_cp_in(fold[i], U"%‰亿万千元倍个"))) return false;
  if (at(fold, length, i, '.') || at(fold, length, i, DUN)) i++;
  return found(out, parts == 2 ? DZ_KEY_DECIMAL : DZ_KEY_SUBDECIMAL, DZ_STYLE_ARABIC_DOT, number,
               i);
}

static bool read_arabic(dz_enumerator *out, const uint32_t *fold, size_t length, bool line_start) {
  int32_t number;
  size_t i = arabic_number(fold, length, &number);
  bool dot = at(fold, length, i, '.') || at(fold, length, i, 0xFF0E);

  if (!i) return false;
  if (!dot && !at(fold, length, i, DUN) && !(line_start && at(fold, length, i, ','))) return false;
  if (i + 1 < length && fold[i + 1] >= '0' && fold[i + 1] <= '9')
    return line_start && dot && read_decimal(out, fold, length);
  return found(out, DZ_KEY_ARABIC, DZ_STYLE_ARABIC_DOT, number, i + 1);
}

/* ① ❶ ⑴ ⒈ ㈠ Ⅰ: one code point that is number and mark */
static bool read_single(dz_enumerator *out, const uint32_t *fold, size_t length) {
  uint32_t cp = length ? fold[0] : 0;
  size_t used = 1 + (at(fold, length, 1, DUN) || at(fold, length, 1, '.'));

  if (cp >= 0x2460 && cp <= 0x2473)
    return found(out, DZ_KEY_CIRCLED, DZ_STYLE_CIRCLED, (int32_t)(cp - 0x245F), used);
  if (cp >= 0x2776 && cp <= 0x277F)
    return found(out, DZ_KEY_CIRCLED, DZ_STYLE_CIRCLED, (int32_t)(cp - 0x2775), used);
  if (cp >= 0x2474 && cp <= 0x2487)
    return found(out, DZ_KEY_ARABIC_PAREN, DZ_STYLE_ARABIC_PAREN, (int32_t)(cp - 0x2473), used);
  if (cp >= 0x2488 && cp <= 0x249B)
    return found(out, DZ_KEY_ARABIC, DZ_STYLE_ARABIC_DOT, (int32_t)(cp - 0x2487), used);
  if (cp >= 0x3220 && cp <= 0x3229)
    return found(out, DZ_KEY_CN_PAREN, DZ_STYLE_CN_PAREN, (int32_t)(cp - 0x321F), used);
  if (cp >= 0x2170 && cp <= 0x217B && used > 1) /* folded to small letters */
    return found(out, DZ_KEY_PART, DZ_STYLE_PART, (int32_t)(cp - 0x216F), used);
  return false;
}

/* 一是 一要 第一是; 其一， 第一， and 第一、 */
static bool read_enum(dz_enumerator *out, const uint32_t *fold, size_t length) {
  size_t i = at(fold, length, 0, U'第') || at(fold, length, 0, U'其'), digits;
  dz_list_key key = !i ? DZ_KEY_SHI : fold[0] == U'第' ? DZ_KEY_DI : DZ_KEY_QI;
  int32_t number;

  digits = cn_number(fold + i, length - i, &number);
  i += digits;
  if (!digits) return false;
  if (at(fold, length, i, U'是') || (key == DZ_KEY_SHI && at(fold, length, i, U'要')))
    return found(out, key, DZ_STYLE_ENUM, number, i + 1);
  if (key == DZ_KEY_SHI) return false;
  if (!at(fold, length, i, ',') && !at(fold, length, i, DUN) && !at(fold, length, i, ':'))
    return false;
  return found(out, key, DZ_STYLE_ENUM, number, i + 1);
}

/* 第一部分 第二章 第三节, with a mark behind it or none */
static bool read_part(dz_enumerator *out, const uint32_t *fold, size_t length) {
  int32_t number;
  size_t i = at(fold, length, 0, U'第'), digits;
  dz_list_key key;

  if (!i) return false;
  digits = cn_number(fold + 1, length - 1, &number);
  if (!digits) digits = arabic_number(fold + 1, length - 1, &number);
  i += digits;
  if (!digits || i >= length) return false;
  if (fold[i] == U'部' && at(fold, length, i + 1, U'分')) {
    key = DZ_KEY_PART;
    i++;
  } else if (fold[i] == U'篇' || fold[i] == U'编') {
    key = DZ_KEY_PART;
  } else if (fold[i] == U'章') {
    key = DZ_KEY_CHAPTER;
  } else if (fold[i] == U'节') {
    key = DZ_KEY_CLAUSE;
  } else {
    return false;
  }
  i++;
  if (at(fold, length, i, DUN) || at(fold, length, i, ':') || at(fold, length, i, ',')) i++;
  return found(out, key, DZ_STYLE_PART, number, i);
}

/* 首先 其次 再次 最后, with the comma behind it */
static bool read_ordinal(dz_enumerator *out, const uint32_t *fold, size_t length) {
  static const uint32_t *const words[] = {U"首先", U"其次", U"再次", U"最后"};

  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (dz_word_at(fold, 0, (uint32_t)length, words[i]) &&
        (at(fold, length, 2, ',') || at(fold, length, 2, U'是')))
      return found(out, DZ_KEY_ORDINAL, DZ_STYLE_ORDINAL_WORD, (int32_t)i + 1, 3);
  return false;
}

static bool read_dash(dz_enumerator *out, const uint32_t *fold, size_t length) {
  size_t dashes = 0;

  while (dashes < length && fold[dashes] == '-') dashes++;
  if (dashes >= 1 && dashes <= 3 &&
      !(dashes == 1 && length > 1 && fold[1] >= '0' && fold[1] <= '9'))
    return found(out, DZ_KEY_DASH, DZ_STYLE_DASH, 0, dashes);
  return dz_cp_in(fold[0], U"●★☆◆◇■□▲△·※➤") && found(out, DZ_KEY_DASH, DZ_STYLE_DASH, 0, 1);
}

bool dz_enumerator_read(dz_enumerator *out, const uint32_t *fold, size_t length, bool line_start) {
  if (!length) return false;
  if (read_cn_dun(out, fold, length, line_start) || read_paren(out, fold, length, line_start))
    return true;
  if (read_arabic(out, fold, length, line_start) || read_single(out, fold, length)) return true;
  if (read_enum(out, fold, length) || read_ordinal(out, fold, length)) return true;
  return line_start && (read_part(out, fold, length) || read_dash(out, fold, length));
}

bool dz_list_key_weak(dz_list_key key) {
  return key >= DZ_KEY_SHI;
}
