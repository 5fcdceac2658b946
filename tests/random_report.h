/* random_report.h - made-up reports in the shape of the genre, for tests and benchmarks. */
#ifndef DZ_TESTS_RANDOM_REPORT_H
#define DZ_TESTS_RANDOM_REPORT_H

#include <stddef.h>
#include <stdint.h>

/* Seeded random numbers: the same on every machine. */
typedef struct test_random {
  uint64_t state;
} test_random;

/* 0..bound-1, bound > 0 */
uint32_t test_below(test_random *random, uint32_t bound);

/* About `characters` characters: title, numbered headings, sentences with figures, dates,
 * commitments, sometimes noise
 * and masks. UTF-8 (free()); NULL when memory ran out. The same seed gives the same text. */
char *test_random_report(uint64_t seed, size_t characters);

#endif
