/* test_date.c - dates and deadlines. Protects the intervals of days that commitments are held
 * against, and that they
 * are counted from the year of the report. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "tests/testing.h"

static char *dates_of(const char *text, int32_t year) {
  dz_read_options options = {.year = year};
  dz_report *report;
  dz_error error;
  dz_buffer out;

  assert_int_equal(
      dz_report_parse(&report, "test.txt", text, strlen(text), test_knowledge(), &options, &error),
      DZ_OK);
  dz_buffer_init(&out);
  for (size_t i = 0; i < report->date_count; i++) {
    const dz_date *d = &report->dates[i];
    dz_buffer_format(&out, "%s%s %u-%u%s%s", out.length ? "; " : "", test_span(report, d->span),
                     d->first, d->last, d->deadline ? " by" : "", d->recurring ? " every" : "");
  }
  dz_report_free(report);
  return dz_buffer_detach(&out, NULL);
}

typedef struct date_case {
  const char *text;
  int32_t year;
  const char *dates;
} date_case;

static void check(const date_case *cases, size_t count) {
  for (size_t i = 0; i < count; i++) {
    char *dates = dates_of(cases[i].text, cases[i].year);
    assert_string_equal(dates, cases[i].dates);
    free(dates);
  }
}

static void dates_are_intervals(void **state) {
  static const date_case cases[] = {
      {"确保2025年底前完工。", 2023, "2025年底前 0-20251231 by"},
      {"到2025年实现翻番。", 2023, "2025年 20250101-20251231 by"},
      {"年底前建成。", 2023, "年底前 20230101-20231231 by"},
      {"10月底前完成。", 2024, "10月底前 0-20241031 by"},
      {"上半年开工，明年投用。", 2023, "上半年 20230101-20230630; 明年 20240101-20241231"},
      {"三年内见效。", 2023, "三年内 20230101-20261231 by"},
      {"截至2018年11月底，办理公文。", 2023, "2018年11月底 0-20181130"},
      {"2023年1—10月接待游客。", 2023, "2023年1—10月 20230101-20231031"},
      {"去年12月任职。", 2023, "去年12月 20221201-20221231"},
      {"“十四五”末达到目标。", 2023, "十四五”末 20251201-20251231 by"},
      {"2024年2月29日召开会议。", 2024, "2024年2月29日 20240229-20240229"},
      {"每年安排资金。", 2023, "每年 0-0 every"},
      {"2021—2025年规划。", 2023, "2021—2025年 20210101-20251231"},
  };

  (void)state;
  check(cases, sizeof cases / sizeof *cases);
}

static void what_is_no_date_stays(void **state) {
  static const date_case cases[] = {
      {"一周一调度、一月一督导，12345热线，投资1.5亿元。", 2023, ""},
      {"总数达到2030户，增长13.5个百分点。", 2023, ""},
  };

  (void)state;
  check(cases, sizeof cases / sizeof *cases);
}

static void without_a_year_words_have_no_days(void **state) {
  static const date_case cases[] = {
      {"年底前建成，去年四季度开工。", 0, "年底前 0-0 by; 去年四季度 0-0"},
  };

  (void)state;
  check(cases, sizeof cases / sizeof *cases);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(dates_are_intervals),
      cmocka_unit_test(what_is_no_date_stays),
      cmocka_unit_test(without_a_year_words_have_no_days),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
