/* number.c - see number.h */
#include "number.h"

#include "unicode.h"

enum { MAX_NUMERAL = 40 };

int dz_chinese_digit(uint32_t cp) {
  switch (cp) {
  case U'〇':
  case U'零': return 0; /* 〇 零 */
  case U'一': return 1;
  case U'二':
  case U'两': return 2;
  case U'三': return 3;
  case U'四': return 4;
  case U'五': return 5;
  case U'六': return 6;
  case U'七': return 7;
  case U'八': return 8;
  case U'九': return 9;
  default: return -1;
  }
}

int dz_chinese_power(uint32_t cp) {
  switch (cp) {
  case U'十': return 1;
  case U'百': return 2;
  case U'千': return 3;
  case U'万': return 4;
  case U'亿': return 8;
  default: return 0;
  }
}

/* Where the digits of one group of a thousands separator end: ",ddd" and no
 * fourth digit behind. 0: no such group at `at`. */
static size_t separated_group(const uint32_t *fold, size_t length, size_t at) {
  if (at + 4 > length || fold[at] != ',') return 0;
  for (size_t i = at + 1; i < at + 4; i++)
    if (!dz_is_digit(fold[i])) return 0;
  return at + 4 < length && dz_is_digit(fold[at + 4]) ? 0 : at + 4;
}

static void add_digit(dz_number *number, uint32_t cp) {
  number->value.coefficient = number->value.coefficient * 10 + (int64_t)(cp - '0');
}

static dz_number read_arabic(const uint32_t *fold, size_t length) {
  dz_number number = {.kind = DZ_NUMERAL_ARABIC};
  size_t i = 0, digits = 0, group;
  bool grouped = false;

  for (; i < length && dz_is_digit(fold[i]); i++)
    if (++digits <= DZ_NUMBER_DIGITS) add_digit(&number, fold[i]);
  while (digits <= DZ_NUMBER_DIGITS && (i <= 3 || grouped) &&
         (group = separated_group(fold, length, i)) != 0)
    for (i++, grouped = true; i < group; i++)
      if (++digits <= DZ_NUMBER_DIGITS) add_digit(&number, fold[i]);
  if (i + 1 < length && fold[i] == '.' && dz_is_digit(fold[i + 1]))
    for (i++; i < length && dz_is_digit(fold[i]); i++)
      if (++digits <= DZ_NUMBER_DIGITS) {
        add_digit(&number, fold[i]);
        number.value.scale++;
      }
  number.length = i;
  if (digits > DZ_NUMBER_DIGITS) number.kind = DZ_NUMERAL_NONE;
  return number;
}

static int64_t power10(int exponent) {
  int64_t value = 1;

  while (exponent-- > 0) value *= 10;
  return value;
}

/* What has been read of a Chinese numeral. */
typedef struct chinese {
  int64_t total;   /* closed groups: 两亿 */
  int64_t section; /* the open group below 万 */
  int64_t digit;   /* a digit that waits for its power; -1 none */
  int run;         /* digits that followed each other without a power */
  int powers;      /* powers read */
  int floor;       /* the last power inside the open group; the next must be lower */
} chinese;

static bool close_group(chinese *c, int power) {
  int64_t group = c->section + (c->digit > 0 ? c->digit : 0);

  if (!group || c->total > INT64_MAX / 2 / power10(power)) return false;
  c->total = power == 8 && c->total ? (c->total + group) * power10(8)
                                    : c->total + group * power10(power);
  c->section = 0;
  c->digit = -1;
  c->floor = 4;
  return true;
}

/* Takes the code point in, false if the numeral ends before it. */
static bool take(chinese *c, uint32_t cp) {
  int digit = dz_chinese_digit(cp), power = dz_chinese_power(cp);

  if (digit >= 0) {
    bool waiting = c->digit > 0 ||
                   (c->digit == 0 && !c->powers); /* a 零 behind a power only fills */
    if (waiting) c->run++;
    c->digit = waiting && c->run < 8 ? c->digit * 10 + digit : digit;
    return true;
  }
  if (!power || c->run) return false;
  if (power >= 4) return close_group(c, power) && ++c->powers;
  if (power >= c->floor || c->digit == 0) return false;
  c->section += (c->digit < 0 ? 1 : c->digit) * power10(power);
  c->digit = -1;
  c->floor = power;
  c->powers++;
  return true;
}

/* The digits behind 点: 一点五. */
static size_t read_fraction(const uint32_t *fold, size_t length, dz_decimal *value) {
  size_t i = 1;

  if (length < 2 || fold[0] != U'点' || dz_chinese_digit(fold[1]) < 0) return 0;
  for (; i < length && value->scale < 6 && dz_chinese_digit(fold[i]) >= 0; i++) {
    value->coefficient = value->coefficient * 10 + dz_chinese_digit(fold[i]);
    value->scale++;
  }
  return i;
}

static dz_number read_chinese(const uint32_t *fold, size_t length) {
  chinese c = {.digit = -1, .floor = 4};
  dz_number number = {.kind = DZ_NUMERAL_CHINESE};
  size_t i = 0, end = length;

  /* a trailing 万 or 亿 with nothing behind it is a scale word: left to the unit */
  while (i < length && (dz_chinese_digit(fold[i]) >= 0 || dz_chinese_power(fold[i]))) i++;
  for (end = i; end > 0 && dz_chinese_power(fold[end - 1]) >= 4;) end--;
  for (size_t k = 1; end < i && k < end; k++)
    if (fold[k] == U'亿') end = k; /* 三亿|五千万: what is behind 亿 counts in 万 */
  for (i = 0; i < end && take(&c, fold[i]);) i++;
  number.length = i;
  if (!i || i < end) return (dz_number){.length = i < end ? end : i};
  if (c.run) return (dz_number){.kind = DZ_NUMERAL_SPELLED, .length = i};
  number.value.coefficient = c.total + c.section + (c.digit > 0 ? c.digit : 0);
  number.bare_power = dz_chinese_power(fold[0]) > 1;
  number.length += read_fraction(fold + i, length - i, &number.value);
  return number;
}

/* 百分之X, 千分之X, 十分之X, 三分之二. `head`: the denominator. */
static dz_number read_share(const uint32_t *fold, size_t length, dz_number head) {
  dz_number part = read_chinese(fold + head.length + 2, length - head.length - 2);
  int64_t base = head.value.coefficient;

  if (part.kind != DZ_NUMERAL_CHINESE || head.value.scale || base < 2) return head;
  head.kind = DZ_NUMERAL_RATIO;
  head.length += 2 + part.length;
  head.bare_power = false;
  head.unit = base == 1000 ? "\xE2\x80\xB0" : "%";
  if (base == 100 || base == 1000)
    head.value = part.value;
  else /* 三分之二 has no exact decimal: rounded half up to two places */
    head.value = (dz_decimal){(part.value.coefficient * 20000 / base + 1) / 2,
                              2 + part.value.scale};
  while (head.value.scale > 0 && head.value.coefficient % 10 == 0) {
    head.value.coefficient /= 10;
    head.value.scale--;
  }
  return head;
}

/* 三成, 三成五, 一半. */
static dz_number read_tenths(const uint32_t *fold, size_t length, dz_number head) {
  int more = head.length + 1 < length ? dz_chinese_digit(fold[head.length + 1]) : -1;
  uint32_t mark = fold[head.length];

  if (head.value.scale || head.value.coefficient < 1 || head.value.coefficient > 10) return head;
  if (mark == U'半' && head.value.coefficient != 1) return head;
  head.kind = DZ_NUMERAL_RATIO;
  head.unit = "%";
  head.value.coefficient = mark == U'半' ? 50 : head.value.coefficient * 10 + (more > 0 ? more : 0);
  head.length += mark != U'半' && more > 0 ? 2 : 1;
  return head;
}

dz_number dz_number_read(const uint32_t *fold, size_t length) {
  dz_number number;

  if (length && dz_is_digit(fold[0])) return read_arabic(fold, length);
  if (length > MAX_NUMERAL) length = MAX_NUMERAL;
  number = read_chinese(fold, length);
  if (number.kind != DZ_NUMERAL_CHINESE || number.length >= length) return number;
  if (number.length + 2 < length && fold[number.length] == U'分' &&
      fold[number.length + 1] == U'之')
    return read_share(fold, length, number);
  if (fold[number.length] == U'成' || fold[number.length] == U'半')
    return read_tenths(fold, length, number);
  return number;
}

int32_t dz_plan_end_year(const dz_text *text, size_t i, size_t end) {
  static const uint32_t numerals[] = U"一二三四五六七八九";

  if (i + 2 >= end || text->fold[i] != U'十' || text->fold[i + 2] != U'五') return 0;
  for (int32_t n = 0; n < 9; n++)
    if (text->fold[i + 1] == numerals[n]) return 2010 + 5 * n; /* 十一五 ended in 2010 */
  return 0;
}
