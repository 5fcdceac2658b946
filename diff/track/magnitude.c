/* magnitude.c - see magnitude.h */
#include "magnitude.h"

#include <string.h>

#include "base/decimal.h"

dz_scaled_unit dz_scaled_unit_of(const char *unit) {
  dz_scaled_unit result = {0, unit};

  for (;;) {
    if (!strncmp(result.base, "万", strlen("万")))
      result.exponent += 4;
    else if (!strncmp(result.base, "亿", strlen("亿")))
      result.exponent += 8;
    else
      break;
    result.base += strlen("万");
  }
  return result;
}

/* The same word but for what stands in brackets behind it: 套, 套（间）. */
static bool same_base(const char *a, const char *b) {
  size_t x = strcspn(a, "("), y = strcspn(b, "(");
  const char *wide_a = strstr(a, "（"), *wide_b = strstr(b, "（");

  if (wide_a && (size_t)(wide_a - a) < x) x = (size_t)(wide_a - a);
  if (wide_b && (size_t)(wide_b - b) < y) y = (size_t)(wide_b - b);
  return x == y && !strncmp(a, b, x);
}

bool dz_units_same(const char *a, const char *b) {
  return same_base(dz_scaled_unit_of(a).base, dz_scaled_unit_of(b).base);
}

bool dz_units_agree(const char *a, const char *b) {
  static const char *const pairs[][2] = {{"人", "人次"}, {"人", "名"}, {"人", ""}, /* 人口240万 */
                                         {"家", "户"},   {"家", "个"}, {"个", "项"}, {"个", "处"}};
  const char *x = dz_scaled_unit_of(a).base, *y = dz_scaled_unit_of(b).base;

  if (same_base(x, y)) return true;
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if ((!strcmp(x, pairs[i][0]) && !strcmp(y, pairs[i][1])) ||
        (!strcmp(y, pairs[i][0]) && !strcmp(x, pairs[i][1])))
      return true;
  return false;
}

static bool in_base(dz_decimal *out, const dz_quantity *quantity) {
  dz_decimal power = {1, 0};

  for (int i = dz_scaled_unit_of(quantity->unit).exponent; i > 0; i--) power.coefficient *= 10;
  return dz_decimal_multiply(out, quantity->number, power);
}

bool dz_magnitude_difference(dz_decimal *difference, dz_decimal *size, const dz_quantity *a,
                             const dz_quantity *b) {
  dz_decimal x;

  return in_base(&x, a) && in_base(size, b) && dz_decimal_subtract(difference, x, *size);
}

bool dz_quantities_equal(const dz_quantity *a, const dz_quantity *b) {
  dz_decimal difference, size;

  return dz_magnitude_difference(&difference, &size, a, b) && difference.coefficient == 0;
}
