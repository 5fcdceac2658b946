/* test_reading.c - protects officials from what a report that was not read seems to leave out:
 * pages of links, reports without a review, years that are lacking */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diff/reading.h"
#include "tests/testing.h"

enum { LINES = 120 };

static dz_report *report_of(int year, const char *review, const char *plan) {
  char text[4096];

  snprintf(text, sizeof text,
           "%d年青石县政府工作报告\n各位代表：\n一、%d年工作回顾\n%s\n二、%d年工作安排\n%s\n", year,
           year - 1, review, year, plan);
  return test_report(text);
}

static dz_report *page_of_links(void) {
  static const char *const names[] = {"政务公开", "办事指南", "推进民生实事", "工作报告",
                                      "建设项目信息"};
  char text[LINES * 64] = "2023年青石县政府工作报告\n";
  size_t at = strlen(text);

  for (size_t i = 0; i < LINES; i++)
    at += (size_t)snprintf(text + at, sizeof text - at, "%s\n",
                           names[i % (sizeof names / sizeof *names)]);
  return test_report(text);
}

static dz_ledger *ledger_of(dz_report *const *reports, size_t count) {
  dz_ledger *ledger;
  dz_error error;

  assert_int_equal(
      dz_ledger_build(&ledger, (const dz_report *const *)reports, count, test_knowledge(), &error),
      DZ_OK);
  return ledger;
}

static void let_go(dz_ledger *ledger, dz_report **reports, size_t count) {
  dz_ledger_free(ledger);
  for (size_t i = 0; i < count; i++) dz_report_free(reports[i]);
}

/* Neither what a page of links promises nor what it does not tell is judged. */
static void a_page_of_links_judges_nothing(void **state) {
  dz_report *reports[] = {report_of(2022, "全年建成公园3座。", "新建公园5座。"), page_of_links()};
  dz_ledger *ledger = ledger_of(reports, 2);

  (void)state;
  assert_int_equal(dz_reading_of(reports[1]), DZ_READ_NOTHING);
  assert_int_equal(dz_reading_of(reports[0]), DZ_READ_WELL);
  assert_true(ledger->note_count >= 1);
  assert_true(ledger->entry_count >= 1);
  for (size_t i = 0; i < ledger->entry_count; i++) {
    if (ledger->entries[i].report) continue;
    assert_string_equal(ledger->entries[i].outcome.rule, "U0");
    assert_true(ledger->entries[i].outcome.to_check);
    assert_int_equal(ledger->entries[i].renewal.report, -1);
  }
  assert_int_equal(ledger->counts[0].silent, 0);
  let_go(ledger, reports, 2);
}

/* Two reports of which one could not be read leave nothing dropped. */
static void a_page_of_links_drops_nothing(void **state) {
  dz_report *reports[] = {report_of(2022, "全年建成公园3座。", "新建公园5座。"), page_of_links()};
  const dz_compare_options options = {.base = -1};
  dz_comparison *comparison;
  dz_error error;

  (void)state;
  assert_int_equal(dz_comparison_build(&comparison, (const dz_report *const *)reports, 2,
                                       test_knowledge(), &options, &error),
                   DZ_OK);
  assert_int_equal(comparison->commitment_count, 0);
  dz_comparison_free(comparison);
  for (size_t i = 0; i < 2; i++) dz_report_free(reports[i]);
}

/* What 2023 brought is no answer to what was promised for 2021, and nothing can be said of silence;
 * what was promised for 2023 is judged. */
static void lacking_years_are_no_answer(void **state) {
  static const struct {
    const char *plan, *rule;
    bool to_check;
  } cases[] = {
      {"新建公园5座。", "H5", true},
      {"开通青石大桥。", NULL, true},
      {"培训工匠700人。", NULL, true},
      {"到2023年，新建公园5座。", NULL, false},
  };

  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    dz_report *reports[] = {report_of(2021, "全年修路3公里。", cases[i].plan),
                            report_of(2024, "新建公园9座。青石大桥开通。", "修路8公里。")};
    dz_ledger *ledger = ledger_of(reports, 2);
    const dz_outcome *outcome = &ledger->entries[0].outcome;
    assert_int_equal(outcome->to_check, cases[i].to_check);
    if (cases[i].rule) {
      assert_string_equal(outcome->rule, cases[i].rule);
      assert_int_equal(outcome->status, DZ_OUTCOME_UNREPORTED);
    }
    let_go(ledger, reports, 2);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_page_of_links_judges_nothing),
      cmocka_unit_test(a_page_of_links_drops_nothing),
      cmocka_unit_test(lacking_years_are_no_answer),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
