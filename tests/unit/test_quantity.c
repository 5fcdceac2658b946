/* test_quantity.c - figures. Protects what every later step stands on: value, unit, modifier,
 * indicator and comparison
 * of a figure, and that names, dates and ordinals are no figures. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/decimal.h"
#include "tests/testing.h"

/* All figures of the report as "value unit indicator modifier comparison; …" */
static char *figures_of(const char *text) {
  dz_report *report = test_report(text);
  dz_buffer out;

  dz_buffer_init(&out);
  for (size_t i = 0; i < report->quantity_count; i++) {
    const dz_quantity *q = &report->quantities[i];
    dz_buffer_format(&out, "%s%s", out.length ? "; " : "", q->masked ? "*" : q->value);
    if (q->value_high) dz_buffer_format(&out, "~%s", q->value_high);
    dz_buffer_format(&out, "%s %s", q->unit, q->indicator ? q->indicator : "-");
    if (q->modifier) dz_buffer_format(&out, " %s", dz_modifier_name(q->modifier));
    if (q->comparison) dz_buffer_format(&out, " %s", dz_comparison_kind_name(q->comparison));
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

static void value_unit_and_modifier(void **state) {
  static const text_case cases[] = {
      {"粮食产量725亿斤以上。", "725亿斤 粮食产量 以上"},
      {"城镇调查失业率控制在5%以内。", "5% 城镇调查失业率 以内 share"},
      {"赤字率控制在3%左右。", "3% 赤字率 左右 share"},
      {"高速公路通车里程突破1万公里。", "1万公里 高速公路通车里程 以上"},
      {"力争高新技术企业超6.1万家。", "6.1万家 高新技术企业 力争"},
      {"总投资约1.2万亿元。", "1.2万亿元 总投资 左右"},
      {"经营主体接近800万户。", "800万户 经营主体 近"},
      {"地区生产总值增长4.5%—5%。", "4.5~5% 地区生产总值 yoy_pct"},
      {"新建泵站10-15座。", "10~15座 新建泵站"},
      {"培训三十余人次。", "30人次 培训 以上"},
      {"重污染天数下降超过五成。", "50% 重污染天数 以上 yoy_pct"},
      {"补助标准为500元／户。", "500元/户 补助标准"},
      {"城市低保标准为778元/月。", "778元/月 城市低保标准"},
      {"完成投资三亿五千万元。", "3.5亿元 完成投资"},
      {"实现税收2亿2千万元。", "2.2亿元 实现税收"},
      {"争取资金1.2个亿。", "1.2亿 争取资金"},
      {"引进10个亿级项目。", "10个 引进亿级项目"},
      {"税收增长5%至6%。", "5~6% 税收 yoy_pct"},
      {"税收占比由5%到6%。", "5% 税收占比 share; 6% 税收占比 share"},
      {"在5月举办灯会。", ""},
      {"毛入学率从2020年的41.6%提升至2025年的52%以上。",
       "41.6% 毛入学率 share; 52% 毛入学率 以上 from_to"},
      {"为巡河员落实每人每月150元的补贴。", "150元/人月 为巡河员落实"},
      {"销售额1，234万元。", "1234万元 销售额"},
      {"办理建议*件，满意率达到**%。", "*件 办理建议; *% 满意率 share"},
  };

  (void)state;
  check(cases, sizeof cases / sizeof *cases);
}

static void each_figure_has_its_own_indicator(void **state) {
  static const text_case cases[] = {
      {"其中，一、二、三产增加值分别增长2.5%以上、8%左右、6%以上。",
       "2.5% 一产增加值 以上 yoy_pct; 8% 二产增加值 左右 yoy_pct; 6% 三产增加值 以上 yoy_pct"},
      {"消费、投资分别较上年增长6%、9%。", "6% 消费 yoy_pct; 9% 投资 yoy_pct"},
      {"游客人次、总花费增长5.6%、7.5%。",
       "5.6% 游客人次、总花费 yoy_pct; 7.5% 游客人次、总花费 yoy_pct"},
      {"常住人口由上年729万人增加到732万人。", "729万人 常住人口; 732万人 常住人口 from_to"},
      {"办好实事。一是改造公办养老院50个。二是加装电梯600部。",
       "50个 改造公办养老院; 600部 加装电梯"},
      {"第一、第三产业增加值分别增长3.1%、5.4%。",
       "3.1% 第一产业增加值 yoy_pct; 5.4% 第三产业增加值 yoy_pct"},
      {"城镇和农村居民人均可支配收入分别增长5%、7%。",
       "5% 城镇居民人均可支配收入 yoy_pct; 7% 农村居民人均可支配收入 yoy_pct"},
      {"城乡居民人均可支配收入分别达到5.1万元、2.6万元，增长5.5%、6.5%。",
       "5.1万元 城镇居民人均可支配收入; 2.6万元 农村居民人均可支配收入; 5.5% "
       "城镇居民人均可支配收入 yoy_pct; "
       "6.5% 农村居民人均可支配收入 yoy_pct"},
      {"高技术制造业、装备制造业增加值分别增长10.6%、7.9%。",
       "10.6% 高技术制造业增加值 yoy_pct; 7.9% 装备制造业增加值 yoy_pct"},
      {"火灾起数、财产损失，同比分别下降5.42%和10.17%。",
       "5.42% 火灾起数 yoy_pct; 10.17% 财产损失 yoy_pct"},
      {"财政收入完成24.5亿元，同比增收4.42亿元，增长22%。",
       "24.5亿元 财政收入; 4.42亿元 财政收入 yoy_abs; 22% 财政收入 yoy_pct"},
      {"财政收入完成22.4亿元、完成预算19.6亿元的114%。",
       "22.4亿元 财政收入; 19.6亿元 完成预算; 114% 财政收入 pct_of_target"},
      {"普及率由94.5%提高到97.1%，提高2.6个百分点。",
       "94.5% 普及率 share; 97.1% 普及率 from_to; 2.6个百分点 普及率 yoy_abs"},
      {"打通20条断头路。", "20条 打通断头路"},
      {"规上工业增加值增长6.2%、高于全国平均0.3个百分点。",
       "6.2% 规上工业增加值 yoy_pct; 0.3个百分点 规上工业增加值 yoy_abs"},
      {"改造老旧小区400个、危旧房3万套。", "400个 改造老旧小区; 3万套 危旧房"},
  };

  (void)state;
  check(cases, sizeof cases / sizeof *cases);
}

static void figures_in_words(void **state) {
  static const text_case cases[] = {
      {"日间照料中心实现全覆盖。", "100% 日间照料中心 coverage"},
      {"社零总额增速排名全市第一。", "1位 社零总额增速 rank"},
      {"每周召开调度会。", "1次/周 - frequency"},
      {"连续两年开展专项整治。", "2年 - cumulative"},
      {"企业数量翻一番。", "2倍 企业数量 from_to"},
      {"伤亡人数与去年持平。", "0% 伤亡人数 yoy_pct"},
      {"全年无重大安全事故。", "0起 重大安全事故"},
      {"总体保持平稳，健全覆盖城乡的体系，尊重群众首创精神。", ""},
  };

  (void)state;
  check(cases, sizeof cases / sizeof *cases);
}

static void names_are_no_figures(void **state) {
  static const text_case cases[] = {
      {"深入学习党的二十大精神，增强“四个意识”，落实“一岗双责”。", ""},
      {"2023年第一季度，12345热线、5G基站、4A级景区、PM2.5治理。", ""},
      {"〔2018〕12号文件，第23届博览会，“十四五”规划，1-11月。", ""},
      {"发扬“5+2”精神，推进三位一体建设，市委七届四次全会。", ""},
      {"推进服务业扩大开放3.0方案落地，深化政务服务2.0版改革。", ""},
      {"1.加强学习。（2）重点抓好三个方面工作。", ""},
      {"印发《2023年工作要点30条》。", ""},
      {"迈上5万亿台阶，培育百亿级企业。", ""},
  };

  (void)state;
  check(cases, sizeof cases / sizeof *cases);
}

static void the_plain_form_compares(void **state) {
  dz_report *report = test_report(
      "惠及30万人，投资5000万元，产量725亿斤，能耗下降3%，由5%下降到3%。");
  static const struct {
    const char *value, *unit;
  } plain[] = {{"300000", "人"}, {"5000", "万元"}, {"725", "亿斤"},
               {"-3", "%"},      {"5", "%"},       {"3", "%"}};

  (void)state;
  assert_int_equal(report->quantity_count, sizeof plain / sizeof *plain);
  for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
    const char *unit;
    char value[DZ_DECIMAL_TEXT];
    dz_decimal_print(dz_quantity_plain(&report->quantities[i], &unit), value);
    assert_string_equal(value, plain[i].value);
    assert_string_equal(unit, plain[i].unit);
  }
  dz_report_free(report);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(value_unit_and_modifier),
      cmocka_unit_test(each_figure_has_its_own_indicator),
      cmocka_unit_test(figures_in_words),
      cmocka_unit_test(names_are_no_figures),
      cmocka_unit_test(the_plain_form_compares),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
