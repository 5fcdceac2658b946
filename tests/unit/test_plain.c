/* test_plain.c - protects what an official's own report tells in other words than it promised */
#include <stdio.h>

#include <duizhao/ledger.h>

#include "tests/testing.h"

static dz_report *duty_report(int year, const char *review, const char *plan) {
  char text[4096];

  snprintf(text, sizeof text,
           "云泽县副县长%d年度述职报告\n一、履行职责情况\n%s\n二、下一年工作打算\n%s\n", year,
           review, plan);
  return test_report(text);
}

/* The place is known by its name though the verb is another one, what is told by words of failure
 * and delay; the plan of the later report and what another promise has are no result. */
static void test_told_in_other_words(void **state) {
  static const struct {
    const char *plan, *review;
    dz_outcome_status status;
  } cases[] = {{"2023年6月底前建成城东养老服务中心。", "城东养老服务中心拖到11月才建成。",
                DZ_OUTCOME_MISSED},
               {"2023年引进骨科医师6名。", "骨科医师引进了4个，还差两个。", DZ_OUTCOME_MISSED},
               {"2023年引进骨科医师6名。", "引进骨科医师7名。", DZ_OUTCOME_EXCEEDED},
               {"2023年改造老旧小区18个。", "改造农村公路62公里。", DZ_OUTCOME_UNREPORTED},
               {"2023年改造老旧小区18个。", "全年培训教师300人次。", DZ_OUTCOME_UNREPORTED}};

  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    dz_report *first = duty_report(2022, "全年新建学校3所。", cases[i].plan);
    dz_report *second = duty_report(2023, cases[i].review, "2024年改造老旧小区20个。");
    const dz_report *reports[] = {first, second};
    dz_ledger *ledger;
    dz_error error;
    assert_int_equal(dz_ledger_build(&ledger, reports, 2, test_knowledge(), &error), DZ_OK);
    assert_true(ledger->entry_count > 0);
    if (ledger->entries[0].outcome.status != cases[i].status)
      fail_msg("%s %s: %s", cases[i].plan, cases[i].review,
               dz_outcome_status_name(ledger->entries[0].outcome.status));
    dz_ledger_free(ledger);
    dz_report_free(first);
    dz_report_free(second);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_told_in_other_words)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
