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

#include "random_report.h"

/* The built-in tables; loaded once, freed at exit. Fails the test on error. */
const dz_knowledge *test_knowledge(void);

/* The report that `text` (UTF-8) is as a .txt file, to be freed with
 * dz_report_free. Fails the test on error. */
dz_report *test_report(const char *text);
dz_report *test_report_bytes(const char *name, const void *bytes, size_t length);

/* The text of a span as UTF-8; the string is valid until four more calls. */
const char *test_span(const dz_report *report, dz_span span);

/* Asserts that `span` of `report` reads as `expected` (UTF-8). */
#define assert_span(report, span, expected)                                                        \
  assert_string_equal(test_span((report), (span)), (expected))

/* A whole file as a string (free()), or NULL. */
char *test_file(const char *path, size_t *length);

#endif
