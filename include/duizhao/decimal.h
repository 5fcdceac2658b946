/* decimal.h - exact decimal numbers. */
#ifndef DUIZHAO_DECIMAL_H
#define DUIZHAO_DECIMAL_H

#include <stdint.h>

/* An exact decimal: coefficient * 10^-scale. */
typedef struct dz_decimal {
  int64_t coefficient;
  int32_t scale; /* 0..18 */
} dz_decimal;

#endif
