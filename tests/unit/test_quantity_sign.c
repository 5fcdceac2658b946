/* test_quantity_sign.c - the sign of a figure, the level it came from and the time it was counted
 * over. Protects what a verdict stands on: a fall taken for growth, or five years for one, makes
 * a false sentence about an official. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/decimal.h"
#include "tests/testing.h"

/* All figures of the report as "value unit[ <index of the level left][ period[years][?]]; …" */
static char *figures_of(const char *text) {
  dz_report *report = test_report(text);
  dz_buffer out;

  dz_buffer_init(&out);
  for (size_t i = 0; i < report->quantity_count; i++) {
    const dz_quantity *q = &report->quantities[i];
    char value[DZ_DECIMAL_TEXT];
    const char *unit;
    dz_decimal_print(dz_quantity_plain(q, &unit), value);
    dz_buffer_format(&out, "%s%s%s", out.length ? "; " : "", value, unit);
    if (q->left) dz_buffer_string(&out, " left");
    if (q->from >= 0) dz_buffer_format(&out, " <%d", (int)q->from);
    if (q->period) dz_buffer_format(&out, " %s", dz_period_kind_name(q->period));
    if (q->period_years) dz_buffer_format(&out, "%d", (int)q->period_years);
    if (q->period && !q->period_said) dz_buffer_string(&out, "?");
  }
  dz_report_free(report);
  return dz_buffer_detach(&out, NULL);
}

typedef struct text_case {
  const char *text, *figures;
} text_case;

static void check(const text_case *cases, size_t count) {
  for (size_t i = 0; i < count; i++) {
    char *figures = figures_of(cases[i].text);
    if (strcmp(figures, cases[i].figures) != 0) print_error("%s\n", cases[i].text);
    assert_string_equal(figures, cases[i].figures);
    free(figures);
  }
}

static void falls_are_negative(void **state) {
  static const text_case cases[] = {
      {"税收下降3.2%。", "-3.2%"},
      {"税收减收2亿元。", "-2亿元"},
      {"用电量增长-3.2%。", "-3.2%"},
      {"用电量同比－3.2 %。", "-3.2%"},
      {"用电量增长−3.2%。", "-3.2%"},
      {"人口自然增长率为-0.57‰。", "-0.57‰"},
      {"工业投资负增长5.1%。", "-5.1%"},
      {"猪价出现6.5%的负增长。", "-6.5%"},
      {"登记失业率降低0.3个百分点。", "-0.3个百分点"},
      {"旧城拆迁面积下滑4%。", "-4%"},
      {"财政盈余-3000万元。", "-3000万元"},
      {"用电量增长负3.2%。", "-3.2%"},
      {"税收下降3%—5%。", "-3%"},
  };
  (void)state;
  check(cases, sizeof cases / sizeof *cases);
}

static void dashes_that_are_no_minus(void **state) {
  static const text_case cases[] = {
      {"税收增长3%-5%。", "3%"},     {"新建泵站10-15座。", "10座"},
      {"-5个项目开工。", "5个"},     {"——5%的村通了车。", "5%"},
      {"肩负3项任务。", "3项"},      {"税率由6%降到3%。", "6% left; 3% <0"},
      {"A-3型设备采购5台。", "5台"}, {"缺少技术员5名。", "5名"},
  };
  (void)state;
  check(cases, sizeof cases / sizeof *cases);
}

static void the_level_reached_knows_the_level_left(void **state) {
  static const text_case cases[] = {
      {"覆盖率由51%提高到70%。", "51% left; 70% <0"},
      {"增速从5%回落至-3%。", "5% left; -3% <0"},
      {"办事时间由40分钟压到15分钟。", "40分钟 left; 15分钟 <0"},
      {"机构由12个，精简为8个。", "12个 left; 8个 <0"},
      {"机构由12个调整。编制提高到8个。", "12个 left; 8个"},
      {"由3个村承包，产值提高到5亿元。", "3个 left; 5亿元"},
  };
  (void)state;
  check(cases, sizeof cases / sizeof *cases);
}

static void the_time_a_figure_was_counted_over(void **state) {
  static const text_case cases[] = {
      {"五年来，新增就业5万人，建成公园8个。", "50000人 years5; 8个 years5"},
      {"五年来，新增就业5万人。建成公园8个。", "50000人 years5; 8个 years5?"},
      {"5年累计新增就业5万人。", "50000人 years5"},
      {"过去的三年，新增就业5万人。", "50000人 years3"},
      {"年均新增就业5万人，建成公园8个。", "50000人 each_year; 8个"},
      {"2023年1—10月，完成投资5亿元。", "5亿元 part"},
      {"2022年截至10月底，完成投资5亿元。", "5亿元 part"},
      {"2022年，完成投资5亿元。", "5亿元 year"},
      {"2016—2020年，完成投资5亿元。", "5亿元 years5"},
      {"建房已五年，完成投资5亿元。", "5亿元"},
      {"产值比2020年增长5%。", "5%"},
      {"“十三五”期间，完成投资5亿元。", "5亿元 years5"},
      {"一、过去五年工作回顾\n完成投资5亿元。\n二、今后工作\n建房8座。", "5亿元 years5?; 8座"},
  };
  (void)state;
  check(cases, sizeof cases / sizeof *cases);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(falls_are_negative),
      cmocka_unit_test(dashes_that_are_no_minus),
      cmocka_unit_test(the_level_reached_knows_the_level_left),
      cmocka_unit_test(the_time_a_figure_was_counted_over),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
