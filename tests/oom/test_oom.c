/* test_oom.c - running out of memory at every allocation, one after the other (after SQLite's
 * method, "How SQLite Is
 * Tested" 3.1). The linker sends malloc, calloc and realloc of our own code through the
 * functions below; libraries of
 * others keep theirs. Each stage must then answer DZ_NOMEM and leave nothing behind (MODE=asan
 * sees leaks), or succeed
 * with the very result it gives with memory to spare: a failure that is swallowed shows as a
 * difference. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/testing.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);

static unsigned long countdown; /* the allocation that fails; 0: none */
static bool for_good;           /* every later one fails too */
static bool failing;            /* it has failed, and memory is not back yet */
static bool happened;           /* it has failed at all */

static bool fails(void) {
  if (failing && for_good) return true;
  if (!countdown || --countdown) return false;
  return failing = happened = true;
}

static void exhaust_at(unsigned long n) {
  countdown = n;
  failing = happened = false;
}

static void memory_is_back(void) {
  countdown = 0;
  failing = false;
}

void *__wrap_malloc(size_t size) {
  return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size) {
  return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size) {
  return fails() ? NULL : __real_realloc(memory, size);
}

static const char earlier_text[] =
    "某县副县长2022年述职述廉报告\n各位领导：\n##paidbegin##"
    "\n一、学习情况\n（一）读书。全年集中学习12次，占计划的95%。"
    "二是调研。走访企业4家、农户37户，共41家。\n二、履职情况\n1."
    "交通。改造农村公路48公里，同比增长5.5%，投资**亿元。"
    "严格执行中央八项规定精神，廉洁自律。\n三、不足\n学习不够深入，落实不够有力。\n四、打算\n"
    "力争2023年完成农村公路60公里以上，确保年底前建成城北污水处理厂。\n以上报告，请予审议。\n";
static const char later_text[] = "某县副县长2023年述职述廉报告\n各位领导：\n一、学习情况\n（一）读"
                                 "书。全年集中学习13次，占计划的98%。\n"
                                 "二、履职情况\n1.建设。城北污水处理厂主体完工。2."
                                 "交通。改造农村公路62公里，同比增长6.5%，投资××亿元。"
                                 "严格执行中央八项规定精神，廉洁自律。\n三、打算\n2024年改造农村公"
                                 "路50公里左右。\n以上报告，请予审议。\n";

typedef struct fixture {
  dz_knowledge *knowledge;
  dz_report *reports[2];
  dz_comparison *comparison;
  dz_ledger *ledger;
  dz_review *review;
} fixture;

/* A stage makes its result and, in *shown, bytes that tell it apart (free()); or fails. */
typedef dz_status stage(const fixture *f, int argument, char **shown, size_t *length,
                        dz_error *error);

static dz_status load(const fixture *f, int argument, char **shown, size_t *length,
                      dz_error *error) {
  dz_knowledge *knowledge = NULL;
  dz_status status = dz_knowledge_load(&knowledge, "data", error); /* parsed */

  (void)f, (void)argument, (void)shown, (void)length;
  if (!status) dz_knowledge_free(knowledge);
  return status;
}

static dz_status show(dz_status status, char **shown, size_t *length, dz_error *error,
                      const dz_report *report) {
  dz_render_options options = {.format = DZ_JSON};

  memory_is_back(); /* only the stage itself is under test */
  return status ? status : dz_render_report(shown, length, report, &options, error);
}

static dz_status parse(const fixture *f, int argument, char **shown, size_t *length,
                       dz_error *error) {
  dz_report *report = NULL;
  dz_status status = dz_report_parse(&report, "earlier.txt", earlier_text, sizeof earlier_text - 1,
                                     f->knowledge, NULL, error);

  (void)argument;
  if (status) {
    assert_null(report);
    return status;
  }
  status = show(status, shown, length, error, report);
  dz_report_free(report);
  return status;
}

/* The readers of formats, those without a child process. */
static const char *const format_files[] = {"tracked.docx", "report.docx", "report.odt",
                                           "report.ofd",   "page.html",   "report.md",
                                           "report.rtf",   "wrapped.txt"};

static dz_status read_format(const fixture *f, int argument, char **shown, size_t *length,
                             dz_error *error) {
  char path[128];
  dz_report *report = NULL;
  dz_status status;

  snprintf(path, sizeof path, "tests/formats/files/%s", format_files[argument]);
  status = dz_report_read(&report, path, f->knowledge, NULL, error);
  if (status) return status;
  status = show(status, shown, length, error, report);
  dz_report_free(report);
  return status;
}

static dz_status compare(const fixture *f, int argument, char **shown, size_t *length,
                         dz_error *error) {
  const dz_report *reports[3] = {f->reports[0], f->reports[1], f->reports[0]};
  dz_render_options options = {.format = DZ_JSON};
  dz_comparison *comparison = NULL;
  dz_status status = dz_comparison_build(&comparison, reports, (size_t)argument, f->knowledge, NULL,
                                         error);

  if (status) return status;
  memory_is_back();
  status = dz_render_comparison(shown, length, comparison, &options, error);
  dz_comparison_free(comparison);
  return status;
}

static dz_status follow(const fixture *f, int argument, char **shown, size_t *length,
                        dz_error *error) {
  dz_render_options options = {.format = DZ_JSON};
  dz_ledger *ledger = NULL;
  dz_status status = dz_ledger_build(&ledger, (const dz_report *const *)f->reports, 2, f->knowledge,
                                     error);

  (void)argument;
  if (status) return status;
  memory_is_back();
  status = dz_render_ledger(shown, length, ledger, &options, error);
  dz_ledger_free(ledger);
  return status;
}

static dz_status review(const fixture *f, int argument, char **shown, size_t *length,
                        dz_error *error) {
  dz_render_options options = {.format = DZ_JSON};
  dz_review *made = NULL;
  dz_status status = dz_review_build(&made, (const dz_report *const *)f->reports, 2, f->knowledge,
                                     error);

  (void)argument;
  if (status) return status;
  memory_is_back();
  status = dz_render_review(shown, length, made, &options, error);
  dz_review_free(made);
  return status;
}

static dz_status render(const fixture *f, int argument, char **shown, size_t *length,
                        dz_error *error) {
  dz_render_options options = {.format = (dz_format)(argument % 8), .chinese = true, .color = true};

  switch (argument / 8) {
  case 0: return dz_render_report(shown, length, f->reports[0], &options, error);
  case 1: return dz_render_comparison(shown, length, f->comparison, &options, error);
  case 2: return dz_render_ledger(shown, length, f->ledger, &options, error);
  case 4:
    options.list = true;
    return dz_render_comparison(shown, length, f->comparison, &options, error);
  case 5:
    return dz_render_reports(shown, length, (const dz_report *const *)f->reports, 2, &options,
                             error);
  default: return dz_render_review(shown, length, f->review, &options, error);
  }
}

static void check_outcome(const char *name, unsigned long n, dz_status status, const char *shown,
                          size_t length, const char *expected, size_t expected_length,
                          const dz_error *error) {
  if (status) {
    if (status != DZ_NOMEM)
      fail_msg("%s: allocation %lu failed, status %d: %s", name, n, status, error->message);
    assert_true(error->message[0] != '\0');
    assert_null(shown);
  } else if (expected && (length != expected_length || memcmp(shown, expected, length))) {
    fail_msg("%s: allocation %lu failed, nothing said, and the result differs", name, n);
  }
}

/* Fails allocation 1, 2, 3, ... of the stage until it runs without one; beyond 400 with growing
 * steps, so that the
 * cost stays bounded. */
static void exhaust(const char *name, stage *run, const fixture *f, int argument) {
  char *expected = NULL;
  size_t expected_length = 0;
  dz_error error = {.message = ""};
  dz_status status = run(f, argument, &expected, &expected_length, &error);

  if (status == DZ_UNSUPPORTED) return;
  if (status) fail_msg("%s: %s", name, error.message);
  for (int good = 0; good < 2; good++)
    for (unsigned long n = 1;; n += n > 400 ? n / 40 : 1) {
      char *shown = NULL;
      size_t length = 0;

      for_good = good;
      exhaust_at(n);
      status = run(f, argument, &shown, &length, &error);
      memory_is_back();
      check_outcome(name, n, status, shown, length, expected, expected_length, &error);
      free(shown);
      if (!happened) break; /* it needs fewer than n */
    }
  free(expected);
}

static fixture shared;

static int open_fixture(void **state) {
  dz_error error = {.message = ""};
  dz_status status = dz_knowledge_load(&shared.knowledge, NULL, &error);
  const char *const texts[2] = {earlier_text, later_text};
  dz_report **made = shared.reports;

  (void)state;
  for (int i = 0; i < 2 && !status; i++)
    status = dz_report_parse(&made[i], "report.txt", texts[i], strlen(texts[i]), shared.knowledge,
                             NULL, &error);
  const dz_report *const *reports = (const dz_report *const *)shared.reports;
  if (!status)
    status = dz_comparison_build(&shared.comparison, reports, 2, shared.knowledge, NULL, &error);
  if (!status) status = dz_ledger_build(&shared.ledger, reports, 2, shared.knowledge, &error);
  if (!status) status = dz_review_build(&shared.review, reports, 2, shared.knowledge, &error);
  if (status) fprintf(stderr, "%s\n", error.message);
  return status != DZ_OK;
}

static int close_fixture(void **state) {
  (void)state;
  dz_review_free(shared.review);
  dz_ledger_free(shared.ledger);
  dz_comparison_free(shared.comparison);
  for (int i = 0; i < 2; i++) dz_report_free(shared.reports[i]);
  dz_knowledge_free(shared.knowledge);
  return 0;
}

static void loading_knowledge(void **state) {
  (void)state;
  exhaust("load", load, &shared, 0);
}

static void reading_a_report(void **state) {
  (void)state;
  exhaust("parse", parse, &shared, 0);
}

static void reading_formats(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof format_files / sizeof *format_files; i++)
    exhaust(format_files[i], read_format, &shared, (int)i);
}

static void comparing(void **state) {
  (void)state;
  exhaust("compare two", compare, &shared, 2);
  exhaust("compare three", compare, &shared, 3);
}

static void following(void **state) {
  (void)state;
  exhaust("track", follow, &shared, 0);
}

static void reviewing(void **state) {
  (void)state;
  exhaust("check", review, &shared, 0);
}

static void rendering(void **state) {
  static const char *const results[] = {"report", "comparison", "ledger",
                                        "review", "list",       "reports"};

  (void)state;
  for (int result = 0; result < 6; result++)
    for (int format = DZ_TEXT; format <= DZ_CSV; format++) {
      char name[64];
      snprintf(name, sizeof name, "render %s as format %d", results[result], format);
      exhaust(name, render, &shared, result * 8 + format);
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(loading_knowledge), cmocka_unit_test(reading_a_report),
      cmocka_unit_test(comparing),         cmocka_unit_test(following),
      cmocka_unit_test(reviewing),         cmocka_unit_test(rendering),
      cmocka_unit_test(reading_formats),
  };
  return cmocka_run_group_tests_name("out of memory", tests, open_fixture, close_fixture);
}
