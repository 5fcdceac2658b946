/* fuzz_decimal.c - decimals of any spelling: what is read prints back as the same value, and
 * arithmetic never overflows
 * in silence. */
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  char left[64], right[64], printed[DZ_DECIMAL_TEXT];
  dz_decimal a, b, sum, back;
  size_t half = length / 2;

  if (half >= sizeof left || length - half >= sizeof right) return 0;
  memcpy(left, bytes, half);
  left[half] = '\0';
  memcpy(right, bytes + half, length - half);
  right[length - half] = '\0';
  if (!dz_decimal_parse(&a, left) || !dz_decimal_parse(&b, right)) return 0;
  dz_decimal_print(a, printed);
  if (!dz_decimal_parse(&back, printed) || dz_decimal_compare(a, back)) abort();
  if (dz_decimal_compare(a, b) != -dz_decimal_compare(b, a)) abort();
  if (dz_decimal_add(&sum, a, b) && dz_decimal_subtract(&back, sum, b) &&
      dz_decimal_compare(back, a))
    abort();
  if (dz_decimal_multiply(&sum, a, b) && b.coefficient &&
      dz_decimal_divide(&back, sum, b, a.scale) && dz_decimal_compare(back, a))
    abort();
  return 0;
}
