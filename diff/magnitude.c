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

/* Counting words that are used for one another. */
static bool is_counter(const char *base) {
  static const char *const counters[] = {"个", "家", "处", "座", "所", "项", "件", "户", "名", "人", "条", "套", "家次"};

  for (size_t i = 0; i < sizeof counters / sizeof *counters; i++)
    if (!strcmp(base, counters[i])) return true;
  return false;
}

bool dz_units_agree(const char *a, const char *b) {
  dz_scaled_unit x = dz_scaled_unit_of(a), y = dz_scaled_unit_of(b);

  if (same_base(x.base, y.base)) return true;
  if ((!strcmp(x.base, "人") && !strcmp(y.base, "人次")) || (!strcmp(y.base, "人") && !strcmp(x.base, "人次")))
    return true;
  if (!strcmp(x.base, "次") || !strcmp(y.base, "次")) return false;
  return is_counter(x.base) && is_counter(y.base) && strcmp(x.base, "户") && strcmp(y.base, "户") &&
         strcmp(x.base, "人") && strcmp(y.base, "人");
}

static bool in_base(dz_decimal *out, const dz_quantity *quantity) {
  dz_decimal power = {1, 0};

  for (int i = dz_scaled_unit_of(quantity->unit).exponent; i > 0; i--) power.coefficient *= 10;
  return dz_decimal_multiply(out, quantity->number, power);
}

bool dz_magnitude_difference(dz_decimal *difference, dz_decimal *size, const dz_quantity *a, const dz_quantity *b) {
  dz_decimal x;

  return in_base(&x, a) && in_base(size, b) && dz_decimal_subtract(difference, x, *size);
}
