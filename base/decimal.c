/* decimal.c - see decimal.h */
#include "decimal.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

__extension__ typedef __int128 wide;

static const wide INT64_TOP = INT64_MAX;

static wide power10(int exponent) {
  wide value = 1;

  while (exponent-- > 0) value *= 10;
  return value;
}

/* Brings `coefficient` * 10^-scale into the value's range, dropping zeros. */
static bool settle(dz_decimal *out, wide coefficient, int scale) {
  while (scale > 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    scale--;
  }
  if (scale > DZ_DECIMAL_SCALE_MAX || coefficient > INT64_TOP || coefficient < -INT64_TOP)
    return false;
  *out = (dz_decimal){.coefficient = (int64_t)coefficient, .scale = scale};
  return true;
}

bool dz_decimal_parse(dz_decimal *out, const char *text) {
  bool negative = *text == '-', point = false, digits = false;
  wide value = 0;
  int scale = 0;

  for (text += negative; *text; text++) {
    if (*text == '.' && !point) {
      point = true;
      continue;
    }
    if (*text < '0' || *text > '9') return false;
    value = value * 10 + (*text - '0');
    if (value > INT64_TOP || (point && ++scale > DZ_DECIMAL_SCALE_MAX)) return false;
    digits = true;
  }
  return digits && settle(out, negative ? -value : value, scale);
}

void dz_decimal_print(dz_decimal value, char *text) {
  uint64_t magnitude = value.coefficient < 0 ? 0 - (uint64_t)value.coefficient
                                             : (uint64_t)value.coefficient;
  uint64_t unit = (uint64_t)power10(value.scale);
  const char *sign = value.coefficient < 0 ? "-" : "";
  int length = snprintf(text, DZ_DECIMAL_TEXT, "%s%llu", sign,
                        (unsigned long long)(magnitude / unit));

  if (!value.scale || length < 0) return;
  snprintf(text + length, (size_t)(DZ_DECIMAL_TEXT - length), ".%0*llu", value.scale,
           (unsigned long long)(magnitude % unit));
  for (char *last = text + strlen(text) - 1; *last == '0' || *last == '.'; last--) {
    bool point = *last == '.';
    *last = '\0';
    if (point) break;
  }
}

int dz_decimal_compare(dz_decimal a, dz_decimal b) {
  wide left = (wide)a.coefficient * power10(b.scale);
  wide right = (wide)b.coefficient * power10(a.scale);

  return (left > right) - (left < right);
}

bool dz_decimal_add(dz_decimal *out, dz_decimal a, dz_decimal b) {
  int scale = a.scale > b.scale ? a.scale : b.scale;
  wide left = (wide)a.coefficient * power10(scale - a.scale);
  wide right = (wide)b.coefficient * power10(scale - b.scale);

  return settle(out, left + right, scale);
}

bool dz_decimal_subtract(dz_decimal *out, dz_decimal a, dz_decimal b) {
  b.coefficient = -b.coefficient;
  return dz_decimal_add(out, a, b);
}

bool dz_decimal_multiply(dz_decimal *out, dz_decimal a, dz_decimal b) {
  return settle(out, (wide)a.coefficient * b.coefficient, a.scale + b.scale);
}

bool dz_decimal_divide(dz_decimal *out, dz_decimal a, dz_decimal b, int scale) {
  wide top = a.coefficient, bottom = b.coefficient;
  int shift = scale + b.scale - a.scale;

  if (!bottom || scale < 0 || scale > DZ_DECIMAL_SCALE_MAX) return false;
  if (bottom < 0) {
    top = -top;
    bottom = -bottom;
  }
  if (shift > 0) {
    if (shift > 19) return false;
    top *= power10(shift);
  } else {
    if (shift < -19) return settle(out, 0, 0);
    bottom *= power10(-shift);
  }
  top += top < 0 ? -(bottom / 2) : bottom / 2;
  return settle(out, top / bottom, scale);
}

double dz_decimal_double(dz_decimal value) {
  return (double)value.coefficient / (double)power10(value.scale);
}
