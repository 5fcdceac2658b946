/* decimal.h - exact decimal arithmetic on figures as they are printed.
 *
 * No binary floating point: 0.1 is 0.1. A result that does not fit is flagged,
 * never rounded in silence. */
#ifndef DZ_BASE_DECIMAL_H
#define DZ_BASE_DECIMAL_H

#include <stdbool.h>

#include <duizhao/decimal.h>

enum { DZ_DECIMAL_SCALE_MAX = 18, DZ_DECIMAL_TEXT = 24 };

/* Reads "12.67" or "-3" (ASCII digits, at most one point). false: not a
 * number, or more digits than fit into 64 bits. */
bool dz_decimal_parse(dz_decimal *out, const char *text);

/* Writes the shortest form ("12.5", not "12.50") to `text`, room for
 * DZ_DECIMAL_TEXT bytes. */
void dz_decimal_print(dz_decimal value, char *text);

/* -1, 0, 1 as a is less than, equal to, greater than b. Never overflows. */
int dz_decimal_compare(dz_decimal a, dz_decimal b);

/* false when the exact result does not fit. */
bool dz_decimal_add(dz_decimal *out, dz_decimal a, dz_decimal b);
bool dz_decimal_subtract(dz_decimal *out, dz_decimal a, dz_decimal b);
bool dz_decimal_multiply(dz_decimal *out, dz_decimal a, dz_decimal b);

/* a / b rounded half up to `scale` digits behind the point; false when b is 0
 * or the result does not fit. */
bool dz_decimal_divide(dz_decimal *out, dz_decimal a, dz_decimal b, int scale);

/* For ordering and shares only, never shown. */
double dz_decimal_double(dz_decimal value);

#endif
