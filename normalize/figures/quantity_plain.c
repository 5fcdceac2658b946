/* quantity_plain.c - a figure in the form in which figures are compared */
#include <string.h>

#include "base/decimal.h"
#include "base/utf8.h"
#include "text/number.h"

static bool is_money(const char *unit) {
  return strstr(unit, "元") || strstr(unit, "英镑") || strstr(unit, "卢布");
}

dz_decimal dz_quantity_plain(const dz_quantity *quantity, const char **unit) {
  dz_decimal value = quantity->number, scaled;
  const char *rest = quantity->unit;
  uint32_t cp;
  size_t used = *rest ? dz_utf8_decode(rest, strlen(rest), &cp) : 0;

  /* only 万: what is told in 亿 is a mass or a rate that nobody counts one by one */
  if (used && cp == U'万' && rest[used] && !is_money(rest) &&
      dz_utf8_decode(rest + used, strlen(rest + used), &cp) && !dz_chinese_power(cp) &&
      dz_decimal_multiply(&scaled, value, (dz_decimal){10000, 0})) {
    value = scaled;
    rest += used;
  }
  if (quantity->sign < 0) value.coefficient = -value.coefficient;
  if (unit) *unit = rest;
  return value;
}

const char *dz_quantity_minus(const dz_quantity *quantity) {
  return quantity->sign < 0 && (quantity->direction >= 0 || quantity->comparison == DZ_CMP_FROM_TO)
             ? "-"
             : "";
}
