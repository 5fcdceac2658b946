/* quantity_plain.c - a figure in the form in which figures are compared */
#include <string.h>

#include "base/decimal.h"
#include "base/utf8.h"
#include "number.h"

static bool is_money(const char *unit) {
  return strstr(unit, "元") || strstr(unit, "英镑") || strstr(unit, "卢布");
}

dz_decimal dz_quantity_plain(const dz_quantity *quantity, const char **unit) {
  dz_decimal value = quantity->number, scaled, power = {1, 0};
  const char *rest = quantity->unit;
  int zeros = 0, step;
  uint32_t cp;
  size_t used;

  while (*rest && !is_money(quantity->unit)) {
    used = dz_utf8_decode(rest, strlen(rest), &cp);
    step = used && rest[used] ? dz_chinese_power(cp) : 0; /* 千米 has been read as a unit: 千 alone never ends one */
    if (step < 4) break;
    zeros += step;
    rest += used;
  }
  while (zeros-- > 0 && power.coefficient < INT64_MAX / 10) power.coefficient *= 10;
  if (dz_decimal_multiply(&scaled, value, power))
    value = scaled;
  else
    rest = quantity->unit;
  if (quantity->direction < 0 && quantity->comparison != DZ_CMP_FROM_TO) value.coefficient = -value.coefficient;
  if (unit) *unit = rest;
  return value;
}
