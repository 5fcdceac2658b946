/* test_knowledge_image.c - the knowledge built into the program by tools/knowledge_image.c is the
 * one that its parser makes of data/. Fails when the image leaves out or misplaces something: a
 * report would then be read in one way by the program and in another with --data. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "knowledge/builtin.h"
#include "knowledge/knowledge.h"
#include "tests/testing.h"

static const char *const paths[] = {
    "samples/attached-2023.txt", "samples/gwr-2023.txt",    "samples/gwr-2024.txt",
    "samples/noisy-2021.txt",    "samples/qingqu-2023.txt", "samples/sums-2024.txt",
    "samples/yunze-2022.txt",    "samples/yunze-2023.txt",
};
enum { PATHS = sizeof paths / sizeof *paths };

static void add(dz_buffer *all, char *bytes, size_t length) {
  dz_buffer_bytes(all, bytes, length);
  free(bytes);
}

/* All that can be told of the two reports. */
static void tell(dz_buffer *all, const dz_report *const *pair, const dz_knowledge *knowledge) {
  const dz_render_options options = {.format = DZ_JSON, .all = true};
  dz_review *review;
  dz_comparison *comparison;
  dz_ledger *ledger;
  dz_error error = {.message = ""};
  size_t length;
  char *bytes;

  assert_int_equal(dz_render_reports(&bytes, &length, pair, 2, &options, &error), DZ_OK);
  add(all, bytes, length);
  assert_int_equal(dz_review_build(&review, pair, 2, knowledge, &error), DZ_OK);
  assert_int_equal(dz_render_review(&bytes, &length, review, &options, &error), DZ_OK);
  add(all, bytes, length);
  dz_review_free(review);
  assert_int_equal(dz_comparison_build(&comparison, pair, 2, knowledge, NULL, &error), DZ_OK);
  assert_int_equal(dz_render_comparison(&bytes, &length, comparison, &options, &error), DZ_OK);
  add(all, bytes, length);
  dz_comparison_free(comparison);
  assert_int_equal(dz_ledger_build(&ledger, pair, 2, knowledge, &error), DZ_OK);
  assert_int_equal(dz_render_ledger(&bytes, &length, ledger, &options, &error), DZ_OK);
  add(all, bytes, length);
  dz_ledger_free(ledger);
}

static void tell_all(dz_buffer *all, const dz_knowledge *knowledge) {
  dz_report *reports[PATHS];
  dz_error error = {.message = ""};

  for (size_t i = 0; i < PATHS; i++)
    assert_int_equal(dz_report_read(&reports[i], paths[i], knowledge, NULL, &error), DZ_OK);
  for (size_t i = 0; i + 1 < PATHS; i++)
    tell(all, (const dz_report *const[]){reports[i], reports[i + 1]}, knowledge);
  for (size_t i = 0; i < PATHS; i++) dz_report_free(reports[i]);
}

static void same_as_the_tables(void **state) {
  dz_buffer built, parsed;
  dz_knowledge *image, *tables;
  dz_error error = {.message = ""};

  (void)state;
  dz_buffer_init(&built);
  dz_buffer_init(&parsed);
  assert_int_equal(dz_knowledge_load(&image, NULL, &error), DZ_OK);
  assert_int_equal(dz_knowledge_load(&tables, "data", &error), DZ_OK);
  assert_ptr_equal(image, dz_builtin_knowledge);
  assert_ptr_not_equal(tables, dz_builtin_knowledge);
  tell_all(&built, image);
  tell_all(&parsed, tables);
  assert_false(built.failed || parsed.failed);
  assert_true(built.length > 100000);
  assert_int_equal(built.length, parsed.length);
  assert_memory_equal(built.data, parsed.data, built.length);
  dz_buffer_free(&built);
  dz_buffer_free(&parsed);
  dz_knowledge_free(tables);
  dz_knowledge_free(image);
}

/* Loaded anew it is the same, and freeing it frees nothing. */
static void one_for_all(void **state) {
  dz_knowledge *first, *second;
  dz_error error = {.message = ""};

  (void)state;
  assert_int_equal(dz_knowledge_load(&first, NULL, &error), DZ_OK);
  dz_knowledge_free(first);
  assert_int_equal(dz_knowledge_load(&second, NULL, &error), DZ_OK);
  assert_ptr_equal(first, second);
  for (size_t i = 0; i < sizeof(dz_knowledge) / sizeof(void *); i++)
    assert_non_null(((const void *const *)(const void *)second)[i]);
  dz_knowledge_free(second);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(same_as_the_tables),
      cmocka_unit_test(one_for_all),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
