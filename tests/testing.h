/* testing.h - what every unit test includes: cmocka with the headers it wants
 * before it, and reports made from a string. */
#ifndef DZ_TESTS_TESTING_H
#define DZ_TESTS_TESTING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <duizhao.h>

/* The built-in tables; loaded once, freed at exit. Fails the test on error. */
const dz_knowledge *test_knowledge(void);

/* The report that `text` (UTF-8) is as a .txt file, to be freed with
 * dz_report_free. Fails the test on error. */
dz_report *test_report(const char *text);
dz_report *test_report_bytes(const char *name, const void *bytes, size_t length);

/* The text of a span as UTF-8; the string is valid until four more calls. */
const char *test_span(const dz_report *report, dz_span span);

/* Asserts that `span` of `report` reads as `expected` (UTF-8). */
#define assert_span(report, span, expected) assert_string_equal(test_span((report), (span)), (expected))

/* A whole file as a string (free()), or NULL. */
char *test_file(const char *path, size_t *length);

/* Seeded random numbers: the same on every machine. */
typedef struct test_random {
  uint64_t state;
} test_random;
uint32_t test_below(test_random *random, uint32_t bound); /* 0..bound-1, bound > 0 */

/* A made-up report of about `characters` characters in the shape of the genre: title, numbered headings, sentences
 * with figures, dates, commitments, sometimes noise and masks. UTF-8 (free()). The same seed gives the same text. */
char *test_random_report(uint64_t seed, size_t characters);

#endif
