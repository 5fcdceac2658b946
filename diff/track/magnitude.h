/* magnitude.h - amounts under different units and scales held against each
 * other: 1.2万公里 is 12000公里. */
#ifndef DZ_DIFF_TRACK_MAGNITUDE_H
#define DZ_DIFF_TRACK_MAGNITUDE_H

#include <duizhao/report.h>

/* A unit cut into its power of ten and what is counted. */
typedef struct dz_scaled_unit {
  int exponent;     /* 万 4, 亿 8, 万亿 12 */
  const char *base; /* "公里", "%"; borrowed from the unit */
} dz_scaled_unit;

dz_scaled_unit dz_scaled_unit_of(const char *unit);

/* Whether two units are the same but for their scale. */
bool dz_units_same(const char *a, const char *b);

/* Whether two units count the same kind of thing. */
bool dz_units_agree(const char *a, const char *b);

/* *difference = a - b in units of b's base, *size = b in the same; false when
 * they do not fit. The units must agree. */
bool dz_magnitude_difference(dz_decimal *difference, dz_decimal *size, const dz_quantity *a,
                             const dz_quantity *b);

/* Whether two figures are of one size, whatever their scale words. */
bool dz_quantities_equal(const dz_quantity *a, const dz_quantity *b);

#endif
