/* test_commitment.c - protects what counts as a promise: one per figure, in plans and wherever a
 * clause names the time to come; nothing that was done, is lacking or is a purpose */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/testing.h"

#define OPENING "云泽县政府工作报告\n——2024年1月5日在县人民代表大会上\n各位代表：\n"
#define REVIEW                                                                                     \
  "一、2023年工作回顾\n一年来，全县生产总值增长5.2%。新建农村公路60公里，确保群众出行方便。\n"
#define PLAN "二、2024年工作安排\n"

static dz_report *work_report(const char *plan) {
  char text[8192];

  snprintf(text, sizeof text,
           "%s%s%s今年主要预期目标是：地区生产总值增长5%%左右，城镇新增就业3000人以上。\n%s\n",
           OPENING, REVIEW, PLAN, plan);
  return test_report(text);
}

/* The commitment whose words start with `words`; fails the test if there is none. */
static const dz_commitment *find(const dz_report *report, const char *words) {
  for (size_t i = 0; i < report->commitment_count; i++)
    if (!strncmp(test_span(report, report->commitments[i].span), words, strlen(words)))
      return &report->commitments[i];
  print_error("no commitment starts with %s\n", words);
  fail();
  return NULL;
}

static const char *value_of(const dz_report *report, const dz_commitment *commitment) {
  return commitment->quantity < 0 ? "" : report->quantities[commitment->quantity].value;
}

static void test_targets(void **state) {
  dz_report *report = work_report("");
  const dz_commitment *growth = find(report, "地区生产总值"), *jobs = find(report, "城镇新增就业");

  (void)state;
  assert_int_equal(report->commitment_count, 2); /* nothing of the review */
  assert_string_equal(value_of(report, growth), "5");
  assert_string_equal(growth->unit, "%");
  assert_int_equal(growth->modifier, DZ_MOD_ABOUT);
  assert_string_equal(growth->indicator, "地区生产总值增速");
  assert_int_equal(growth->sort, DZ_SORT_INDICATOR);
  assert_true(growth->testable);
  assert_int_equal(growth->deadline, 20241231);
  assert_int_equal(jobs->modifier, DZ_MOD_AT_LEAST);
  dz_report_free(report);
}

static void test_slogans_and_lead_ins(void **state) {
  dz_report *report = work_report(
      "聚焦产业强县建设，开工建设青石产业园。实现全年目标，必须加强自身建设。"
      "促进全县发展开好局起好步。打好柳河治理攻坚战。\n名词解释\n1.三新：建设新企业。");

  (void)state;
  for (size_t i = 0; i < report->commitment_count; i++) {
    const char *words = test_span(report, report->commitments[i].span);
    assert_null(strstr(words, "聚焦"));
    assert_null(strstr(words, "全年目标"));
    assert_null(strstr(words, "开好局"));
    assert_null(strstr(words, "新企业"));
  }
  find(report, "开工建设青石产业园");
  find(report, "打好柳河治理攻坚战");
  dz_report_free(report);
}

static void test_time_that_opens_the_sentence(void **state) {
  dz_report *report = work_report(
      "今明两年培训工匠3500人次，青石职校扩招200人。年内建成柳河新桥，新建泵站5座。");
  dz_report *named = work_report("到2027年，建成青石产业园，新建泵站5座。");

  (void)state;
  assert_int_equal(find(report, "今明两年培训工匠")->deadline / 10000, report->year + 1);
  assert_int_equal(find(report, "青石职校扩招")->deadline / 10000, report->year + 1);
  assert_int_equal(find(report, "新建泵站")->deadline / 10000, report->year);
  assert_int_equal(find(named, "新建泵站")->deadline / 10000, 2027);
  dz_report_free(report);
  dz_report_free(named);
}

static void named(const char *plan, const char *words, const char *name, const char *value) {
  dz_report *report = work_report(plan);
  const dz_commitment *c = find(report, words);

  assert_string_equal(c->indicator, name);
  assert_string_equal(value_of(report, c), value);
  dz_report_free(report);
}

static void test_names_and_their_figures(void **state) {
  (void)state;
  named("更新汽车50辆、家电800台。", "家电", "家电", "800");
  named("打造国家级能效工厂10家。", "打造国家级", "国家级能效工厂", "10");
  named("力争2027年建成6个万元级产业。", "力争2027年", "万元级产业", "6");
  named("新增有进出口实绩企业10家。", "新增有进出口", "有进出口实绩企业", "10");
  named("对全县95个50户以上木屋村实施改造。", "对全县", "50户以上木屋村实施改造", "95");
  named("推进总投资3亿元的28个项目建设。", "推进总投资", "项目建设", "28");
}

static void test_what_is_there_already(void **state) {
  dz_report *report = work_report(
      "全县已设立4亿元产业基金，利用好两个市场两种资源。县政府编制了青石镇发展规划。"
      "为了建设青石镇，开工柳河新桥。过去一年，国防动员建设取得重大进展。"
      "去年开工的岭东水库建成蓄水。");

  (void)state;
  for (size_t i = 0; i < report->commitment_count; i++) {
    const dz_commitment *c = &report->commitments[i];
    assert_null(strstr(test_span(report, c->span), "已设立"));
    assert_null(strstr(test_span(report, c->span), "编制了"));
    assert_null(strstr(test_span(report, c->span), "国防动员"));
    if (strstr(test_span(report, c->span), "两个市场")) assert_int_equal(c->quantity, -1);
  }
  find(report, "开工柳河新桥"); /* not what it is for */
  find(report, "去年开工的岭东水库");
  dz_report_free(report);
}

static void test_one_per_figure(void **state) {
  dz_report *report = work_report(
      "一、二、三产增加值分别增长3.5%、6%、5%。改造老旧小区18个、农村危房40户。");
  size_t shared = 0;

  (void)state;
  for (size_t i = 0; i < report->commitment_count; i++) {
    const dz_commitment *c = &report->commitments[i];
    static const char *const values[] = {"3.5", "6", "5"};
    static const char *const names[] = {"第一产业增加值", "第二产业增加值", "第三产业增加值"};
    if (strncmp(test_span(report, c->span), "一、二", strlen("一、二"))) continue;
    assert_string_equal(value_of(report, c), values[shared]);
    assert_string_equal(c->indicator, names[shared++]);
  }
  assert_int_equal(shared, 3);
  assert_string_equal(value_of(report, find(report, "改造老旧小区18个")), "18");
  assert_string_equal(value_of(report, find(report, "农村危房40户")), "40");
  dz_report_free(report);
}

static void test_strength(void **state) {
  dz_report *report = work_report("确保春风桥建成通车。力争引进亿元项目6个。加快柳河治理。探索股份"
                                  "合作。坚决不新增政府隐性债务。");

  (void)state;
  assert_int_equal(find(report, "确保春风桥")->strength, 6);
  assert_int_equal(find(report, "确保春风桥")->step, 8);
  assert_int_equal(find(report, "确保春风桥")->sort, DZ_SORT_PROJECT);
  assert_int_equal(find(report, "力争引进")->strength, 4);
  assert_int_equal(find(report, "加快柳河")->strength, 2);
  assert_false(find(report, "加快柳河")->testable);
  assert_int_equal(find(report, "探索")->strength, 1);
  assert_int_equal(find(report, "坚决不新增")->polarity, -1);
  assert_int_equal(find(report, "坚决不新增")->sort, DZ_SORT_RESTRAINT);
  dz_report_free(report);
}

static void test_principal_figure(void **state) {
  dz_report *report = work_report(
      "实施总投资120亿元的35个重点项目。引进总投资5亿元以上项目8个。把入园比例从75%提高到80%。");

  (void)state;
  assert_string_equal(value_of(report, find(report, "实施总投资")), "35");
  assert_string_equal(value_of(report, find(report, "引进总投资")), "8");
  assert_string_equal(value_of(report, find(report, "把入园比例")), "80");
  dz_report_free(report);
}

#define DUTY "2023年副县长述职报告\n一、认真履职\n"

static void test_duty_reports_promise_little(void **state) {
  dz_report *report = test_report(DUTY "今年以来，新修公路12公里，确保群众出行方便。严格落实责任，"
                                       "努力打造宜居小区。积极推进各项改革。"
                                       "我将学习作为第一要务。做到了令行禁止。\n");

  (void)state;
  assert_int_equal(report->commitment_count, 0);
  dz_report_free(report);
}

static void test_duty_pledges(void **state) {
  dz_report *report = test_report(
      DUTY "协调各方，力争北山景区今年年底晋升4A级景区。全年财政收入预计完成3.6亿元。\n"
           "在今后的工作中，我将加强学习、狠抓落实，为云泽发展作出应有的贡献。\n");
  const dz_commitment *pledge;

  (void)state;
  assert_int_equal(report->commitment_count, 3);
  assert_int_equal(find(report, "力争北山景区")->kind, DZ_KIND_TARGET);
  assert_int_equal(find(report, "全年财政收入预计")->kind, DZ_KIND_FORECAST);
  pledge = find(report, "我将加强学习");
  assert_span(report, pledge->span,
              "我将加强学习、狠抓落实"); /* the ritual behind it is left out */
  dz_report_free(report);
}

static void test_duty_plan(void **state) {
  dz_report *report = test_report(
      "2023年副县长述职报告\n一、主要工作\n新修公路12公里。\n二、2024年工作打算\n"
      "改造农村公路60公里，年底前建成东城幼儿园。多到村里走一走，把群众的事办实。\n");

  (void)state;
  assert_string_equal(value_of(report, find(report, "改造农村公路")), "60");
  /* the plan is for the year behind the one reported */
  assert_int_equal((int32_t)(find(report, "年底前建成")->deadline / 10000), report->year + 1);
  dz_report_free(report);
}

static bool holds(const dz_report *report, const char *words) {
  for (size_t i = 0; i < report->commitment_count; i++)
    if (strstr(test_span(report, report->commitments[i].span), words)) return true;
  return false;
}

static void test_promises_outside_the_plan(void **state) {
  dz_report *report = test_report(
      DUTY "北岭隧道主体已贯通，2024年6月底前建成通车。南湖泵站可研获批，明年上半年开工建设。"
           "便民大厅争取上半年投入使用。全年争取上级资金3亿元。提前下达2024年资金2亿元。"
           "今年改造管网8公里，为明年扩面打下基础。护林员缺口还有160人。"
           "尚有3万亩结转到2024年实施。纺织厂宿舍改完以后大家都满意。\n");

  (void)state;
  assert_int_equal(report->commitment_count, 3);
  assert_int_equal(find(report, "2024年6月底前")->deadline, 20240630);
  assert_int_equal(find(report, "明年上半年")->deadline / 100, 202406);
  assert_string_equal(find(report, "明年上半年")->indicator, "南湖泵站");
  /* a half-year that is to come is that of the next year */
  assert_int_equal(find(report, "便民大厅")->deadline / 10000, 2024);
  dz_report_free(report);
}

#define DUTY_PLAN "2023年副县长述职报告\n一、主要工作\n新修公路12公里。\n二、2024年工作打算\n"

static void test_one_per_clause_of_a_plan(void **state) {
  dz_report *report = test_report(
      DUTY_PLAN "新的一年，我将重点抓好以下工作：剩下的41户厕所,年底前全部改完；"
                "四组的自来水，入伏前通；打算再修两公里路；每周三在社区接访，让大家少跑腿。\n");

  (void)state;
  assert_span(report, find(report, "剩下的41户")->span, "剩下的41户厕所,年底前全部改完");
  assert_span(report, find(report, "四组的自来水")->span, "四组的自来水，入伏前通");
  assert_string_equal(find(report, "四组的自来水")->indicator, "四组的自来水");
  assert_int_equal(find(report, "剩下的41户")->deadline, 20241231);
  find(report, "打算再修");
  find(report, "每周三");
  assert_false(holds(report, "以下工作"));
  assert_false(holds(report, "新的一年"));
  assert_false(holds(report, "少跑腿"));
  dz_report_free(report);
}

static void test_grades(void **state) {
  dz_report *report = test_report(DUTY_PLAN "新建候车亭120个。北湖大桥建成通车。推进出租车电动化。"
                                            "我将恪尽职守、勤勉工作。\n");

  (void)state;
  assert_int_equal(find(report, "新建候车亭")->grade, DZ_GRADE_INDICATOR);
  assert_int_equal(find(report, "北湖大桥")->grade, DZ_GRADE_PROJECT);
  assert_int_equal(find(report, "推进出租车")->grade, DZ_GRADE_MEASURE);
  assert_int_equal(find(report, "我将恪尽职守")->grade, DZ_GRADE_STANCE);
  dz_report_free(report);
}

static void test_whole_names(void **state) {
  (void)state;
  named("岭东粮食产量31万吨，增长10%。", "增长", "岭东粮食产量", "10");
  named("投资计划从6.5亿元扩大到8.5亿元。", "投资计划", "投资计划", "8.5");
  named("农村低保标准达到485元，比上年增加5%。", "农村低保", "低保标准", "485");
}

static void test_many_topics(void **state) {
  enum { COUNT = 20000 };
  static const char topic[] = "四组的自来水，";
  size_t size = COUNT * (sizeof topic - 1) + 512, length;
  char *text = malloc(size);

  (void)state;
  assert_non_null(text);
  length = (size_t)snprintf(text, size, "%s", DUTY_PLAN);
  for (size_t i = 0; i < COUNT; i++, length += sizeof topic - 1)
    memcpy(text + length, topic, sizeof topic);
  snprintf(text + length, size - length, "明年入伏前通。\n");
  dz_report_free(test_report(text));
  free(text);
}

static void test_text_without_punctuation(void **state) {
  enum { SIZE = 250000 };
  static const char step[] = "加快建设第三号工程";
  char *text = malloc(SIZE + 1);
  size_t length;

  (void)state;
  assert_non_null(text);
  length = (size_t)snprintf(text, SIZE, "%s%s%s", OPENING, REVIEW, PLAN);
  for (; length + sizeof step < SIZE; length += sizeof step - 1)
    memcpy(text + length, step, sizeof step);
  dz_report_free(test_report(text));
  free(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_targets),
      cmocka_unit_test(test_slogans_and_lead_ins),
      cmocka_unit_test(test_time_that_opens_the_sentence),
      cmocka_unit_test(test_what_is_there_already),
      cmocka_unit_test(test_names_and_their_figures),
      cmocka_unit_test(test_one_per_figure),
      cmocka_unit_test(test_strength),
      cmocka_unit_test(test_principal_figure),
      cmocka_unit_test(test_duty_pledges),
      cmocka_unit_test(test_duty_reports_promise_little),
      cmocka_unit_test(test_duty_plan),
      cmocka_unit_test(test_promises_outside_the_plan),
      cmocka_unit_test(test_one_per_clause_of_a_plan),
      cmocka_unit_test(test_grades),
      cmocka_unit_test(test_whole_names),
      cmocka_unit_test(test_many_topics),
      cmocka_unit_test(test_text_without_punctuation),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
