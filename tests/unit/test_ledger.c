/* test_ledger.c - protects the verdicts on promises: values held against values, silence never
 * called broken, what
 * rests on another basis flagged, odd series said */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/testing.h"

static dz_report *report_of(int year, const char *review, const char *plan) {
  char text[8192];

  snprintf(text, sizeof text,
           "%d年云泽县政府工作报告\n各位代表：\n一、%"
           "d年工作回顾\n一年来，全县上下团结奋斗，各项工作取得新进展。%s\n"
           "二、%d年工作安排\n今年主要预期目标是：城镇登记失业率控制在4%%以内，固定资产投资增长6%%"
           "。\n%s\n",
           year, year - 1, review, year, plan);
  return test_report(text);
}

typedef struct held {
  dz_report *first, *second;
  dz_ledger *ledger;
} held;

static held hold(const char *plan, const char *review, const char *again) {
  held h = {report_of(2023, "", plan), report_of(2024, review, again), NULL};
  const dz_report *reports[] = {h.second, h.first}; /* out of order on purpose */
  dz_error error;

  assert_int_equal(dz_ledger_build(&h.ledger, reports, 2, test_knowledge(), &error), DZ_OK);
  assert_ptr_equal(h.ledger->reports[0], h.first);
  return h;
}

static void let_go(held *h) {
  dz_ledger_free(h->ledger);
  dz_report_free(h->first);
  dz_report_free(h->second);
}

static const dz_entry *entry_of(const held *h, const char *words) {
  for (size_t i = 0; i < h->ledger->entry_count; i++) {
    const dz_entry *entry = &h->ledger->entries[i];
    const dz_commitment *c = &h->first->commitments[entry->commitment];
    if (entry->report == 0 && !strncmp(test_span(h->first, c->span), words, strlen(words)))
      return entry;
  }
  print_error("no commitment starts with %s\n", words);
  fail();
  return NULL;
}

static void verdict(const char *plan, const char *review, dz_outcome_status status,
                    const char *rule) {
  held h = hold(plan, review, "");
  const dz_entry *entry = entry_of(&h, "");

  for (size_t i = 0; i < h.ledger->entry_count && h.ledger->entries[i].report == 0; i++)
    entry = &h.ledger->entries[i]; /* the last one of the first report */
  assert_string_equal(dz_outcome_status_name(entry->outcome.status),
                      dz_outcome_status_name(status));
  assert_string_equal(entry->outcome.rule, rule);
  if (status != DZ_OUTCOME_UNREPORTED) assert_true(entry->outcome.evidence_count > 0);
  let_go(&h);
}

/* What only qualifies another word is not told of itself. */
static void test_qualified(void **state) {
  static const char *const reviews[] = {"建成云溪湿地公园。", "补齐云溪湿地公园的短板。"};

  (void)state;
  for (int i = 0; i < 2; i++) {
    held h = hold("建成云溪湿地公园。", reviews[i], "");
    const dz_entry *entry = entry_of(&h, "建成");
    assert_true(entry->outcome.status == DZ_OUTCOME_UNREPORTED ||
                entry->outcome.to_check == (i == 1));
    if (i == 0) assert_int_equal(entry->outcome.status, DZ_OUTCOME_MET);
    let_go(&h);
  }
}

/* Period, kind and scope of a figure are those of its own words. */
static void test_figures_are_described(void **state) {
  (void)state;
  verdict("新建街心花园60座。", "新建街心花园74座、累计达到510座。", DZ_OUTCOME_EXCEEDED, "N4");
  verdict("青石企业达到180家。", "新增青石企业39家。", DZ_OUTCOME_UNREPORTED, "Z0");
  verdict("青石企业总数超过500家。", "新增青石企业71家，总量突破500家。", DZ_OUTCOME_MET, "N1");
  verdict("海洋经济增长20%以上。", "地区生产总值增长5%。", DZ_OUTCOME_UNREPORTED, "Z0");
  verdict("规模以上工业增加值增长7%。", "规模以上工业总产值900亿元、增长45%。",
          DZ_OUTCOME_UNREPORTED, "Z0");
  verdict("粮食产量稳定在92万吨以上。", "粮食播种面积稳定在210万亩、产量达到94.3万吨。",
          DZ_OUTCOME_MET, "N1");
  verdict("固定资产投资增长10%。", "1-11月固定资产投资增长8%。", DZ_OUTCOME_UNREPORTED, "H4");
}

/* What was not to happen, and did; a ceiling by its words; a failure told in the clause behind. */
static void test_what_went_wrong(void **state) {
  (void)state;
  verdict("坚决不新增拖欠青石农民工工资案件。", "新增拖欠青石农民工工资案件3件。",
          DZ_OUTCOME_MISSED, "R3");
  verdict("青石人口出生率控制在14‰左右。", "青石人口出生率16.6‰。", DZ_OUTCOME_MISSED, "N2");
  verdict("建成柳河水库除险加固工程。", "柳河水库除险加固工程停工，推迟到明年。", DZ_OUTCOME_MISSED,
          "W4");
}

/* Silence shows the nearest place and why it is no answer. */
static void test_nearest_place(void **state) {
  held h = hold("青石企业达到180家。", "新增青石企业39家。", "");
  const dz_entry *entry = entry_of(&h, "青石");

  (void)state;
  assert_false(entry->outcome.to_check);
  assert_int_equal(entry->outcome.candidate_count, 1);
  assert_int_equal(entry->outcome.candidates[0].why, DZ_REASON_ACCRUAL);
  let_go(&h);
}

/* A report of which no review could be read judges nothing, and says so. */
static void test_unread_reports(void **state) {
  enum { TIMES = 60 };
  static const char item[] = "新建街心花园60座。";
  char again[TIMES * sizeof item];
  held h;

  (void)state;
  for (size_t i = 0; i < TIMES; i++) memcpy(again + i * (sizeof item - 1), item, sizeof item);
  h = hold("青石企业达到180家。", "", again);
  for (size_t i = 0; i < h.ledger->entry_count; i++)
    assert_int_equal(h.ledger->entries[i].outcome.status, DZ_OUTCOME_UNREPORTED);
  assert_int_not_equal(h.ledger->readings[1], DZ_READ_WELL);
  assert_true(h.ledger->note_count >= 1);
  let_go(&h);
}

static void test_numbers(void **state) {
  (void)state;
  /* a fall that was promised: the further the better, though the level has a ceiling */
  verdict("PM2.5平均浓度下降3%以上。", "PM2.5平均浓度下降15.3%。", DZ_OUTCOME_EXCEEDED, "N1");
  verdict("PM2.5平均浓度下降3%以上。", "PM2.5平均浓度下降1.3%。", DZ_OUTCOME_MISSED, "N1");
  verdict("粮食产量达到21万吨左右。", "粮食产量20.8万吨。", DZ_OUTCOME_MET, "N3");
  verdict("粮食产量达到21万吨以上。", "粮食产量20.8万吨。", DZ_OUTCOME_MISSED, "N1");
  verdict("改造农村公路8000公里。", "改造农村公路1.2万公里。", DZ_OUTCOME_EXCEEDED, "N4");
  verdict("一般公共预算收入增长5%。", "一般公共预算收入11.9亿元，增长5.1%。", DZ_OUTCOME_MET, "N4");
  verdict("社会消费品零售总额增长5%。", "社会消费品零售总额下降5.3%。", DZ_OUTCOME_MISSED, "N5");
  verdict("地区生产总值增长8%以上。", "2023年生产总值突破2.4万亿元、同比增长7.6%。",
          DZ_OUTCOME_MISSED, "N1");
  verdict("居民消费价格涨幅2%左右。", "居民消费价格上涨0.3%。", DZ_OUTCOME_MET, "N2");
}

static dz_report *duty_report(int year, const char *review, const char *plan) {
  char text[4096];

  snprintf(text, sizeof text,
           "云泽县副县长%d年度述职报告\n一、履行职责情况\n%s\n二、下一年工作打算\n%s\n", year,
           review, plan);
  return test_report(text);
}

/* An official's own report tells of its year and plans the next: what was to be done by the end of
 * that one is due
 * when the next report speaks, and what is to be done later is not. */
static void test_officials_promise_the_next_year(void **state) {
  static const struct {
    const char *plan, *rule;
    dz_outcome_status status;
  } cases[] = {{"2023年底前改造农村公路60公里。", "N4", DZ_OUTCOME_MISSED},
               {"2023年底前改造农村公路45公里。", "N4", DZ_OUTCOME_MET},
               {"2025年底前改造农村公路60公里。", "H1", DZ_OUTCOME_UNREPORTED}};

  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    dz_report *first = duty_report(2022, "全年新建学校3所。", cases[i].plan);
    dz_report *second = duty_report(2023, "全年改造农村公路45公里。", "改造农村公路50公里。");
    const dz_report *reports[] = {first, second};
    dz_ledger *ledger;
    dz_error error;
    assert_int_equal(dz_ledger_build(&ledger, reports, 2, test_knowledge(), &error), DZ_OK);
    assert_true(ledger->entry_count > 0);
    assert_string_equal(ledger->entries[0].outcome.rule, cases[i].rule);
    assert_int_equal(ledger->entries[0].outcome.status, cases[i].status);
    dz_ledger_free(ledger);
    dz_report_free(first);
    dz_report_free(second);
  }
}

static void test_words(void **state) {
  (void)state;
  verdict("开工建设柳河新桥。", "柳河新桥开工建设。", DZ_OUTCOME_MET, "S1");
  verdict("建成柳河新桥。", "柳河新桥主体完工。", DZ_OUTCOME_PARTIAL, "S2");
  verdict("确保不发生规模性返贫。", "没有发生规模性返贫。", DZ_OUTCOME_MET, "R1");
}

static void test_silence(void **state) {
  (void)state;
  verdict("新建高标准农田4万亩。", "改造农村公路12公里。", DZ_OUTCOME_UNREPORTED, "Z0");
}

static void doubtful(const char *plan, const char *review, bool doubt) {
  held h = hold(plan, review, "");
  const dz_entry *entry = NULL;

  for (size_t i = 0; i < h.ledger->entry_count && h.ledger->entries[i].report == 0; i++)
    entry = &h.ledger->entries[i];
  assert_non_null(entry);
  assert_true(entry->outcome.status != DZ_OUTCOME_UNREPORTED);
  assert_int_equal(entry->outcome.to_check, doubt);
  let_go(&h);
}

static void one_verdict(const char *plan, const char *words, const char *review,
                        dz_outcome_status status, const char *rule) {
  held h = hold(plan, review, "");
  const dz_entry *entry = entry_of(&h, words);

  assert_string_equal(dz_outcome_status_name(entry->outcome.status),
                      dz_outcome_status_name(status));
  assert_string_equal(entry->outcome.rule, rule);
  let_go(&h);
}

static void test_one_thing_in_other_words(void **state) {
  (void)state;
  verdict("完成国有企业改革深化提升行动。", "国企改革深化提升行动全面完成。", DZ_OUTCOME_MET, "S1");
  verdict("完成国企改革深化提升行动。", "国有企业改革深化提升行动全面完成。", DZ_OUTCOME_MET, "S1");
  one_verdict("清单化项目化改造燃气管网65公里、供热管网80公里。", "清单化",
              "改造供热管网128公里、燃气管网81公里。", DZ_OUTCOME_EXCEEDED, "N4");
  verdict("完成东岭路、南坡里等13处易积水点位改造。", "消除易积水点位13处。", DZ_OUTCOME_MET, "N4");
  verdict("完成东岭路、南坡里等13处易积水点位改造。", "改造县乡公路13处。", DZ_OUTCOME_UNREPORTED,
          "Z0");
  verdict("建设社区型养老服务综合体（农村幸福院）3个。", "建成养老服务综合体3个。", DZ_OUTCOME_MET,
          "N4");
}

static void test_parts_and_editions(void **state) {
  (void)state;
  verdict("居民收入增长与经济增长同步。",
          "地区生产总值增长5%。城镇居民、农村居民人均可支配收入分别增长4.5%、5.7%。",
          DZ_OUTCOME_PARTIAL, "Y1");
  verdict("居民收入增长与经济增长同步。",
          "地区生产总值增长5%。脱贫地区农村居民人均可支配收入增长5.7%。", DZ_OUTCOME_UNREPORTED,
          "Z2");
  verdict("出口增长3%左右。", "对非洲、拉美市场出口分别增长20%、7.6%。", DZ_OUTCOME_UNREPORTED,
          "Z2");
  verdict("预期目标是：单位地区生产总值能耗保持下降。", "单位地区生产总值能耗约为全省平均的70%。",
          DZ_OUTCOME_UNREPORTED, "Z2");
  verdict("完成1000人以上农村贫困人口脱贫任务。", "农村贫困人口减少1240人。", DZ_OUTCOME_EXCEEDED,
          "N1");
  verdict("粮食产量达到21万吨。", "粮食产量比上年增加2万吨。", DZ_OUTCOME_UNREPORTED,
          "Z2"); /* how much more, not how much */
  verdict("开工建设地下综合管廊20公里以上。", "地下综合管廊建设加快。", DZ_OUTCOME_UNREPORTED,
          "Z2");
  verdict("办好第五届云泽茶博会。", "云泽茶博会成功举办。", DZ_OUTCOME_MET, "W1");
  verdict("创成10个乡村振兴示范村。", "完成80个薄弱村扶持和10个乡村振兴示范村创建。",
          DZ_OUTCOME_MET, "N4");
}

static void test_stray_line_breaks(void **state) {
  (void)state;
  verdict("地区生产总值增长6.5%。", "地区生产总值达到74.4\n亿元，增长6.7%，快于全省。",
          DZ_OUTCOME_MET, "N4");
  verdict("坚决遏制重大安全事故发生。",
          "\n我们也清醒看到，政府工作还有不少不足，财政收支矛盾较大，经\n济风险不容忽视，发生了重大"
          "安全事故。",
          DZ_OUTCOME_UNREPORTED, "Z0");
}

static void test_figures_as_shown(void **state) {
  held h = hold("社会消费品零售总额增长5%。居民收入增长与经济增长同步。",
                "社会消费品零售总额下降5.3%。地区生产总值增长5%"
                "。城镇居民、农村居民人均可支配收入分别增长4.5%、5.7%。",
                "");

  (void)state;
  assert_string_equal(entry_of(&h, "社会消费品零售总额")->outcome.value,
                      "-5.3");                              /* a fall is no growth */
  assert_null(entry_of(&h, "居民收入增长")->outcome.value); /* one of two figures tells half */
  let_go(&h);
}

static void test_one_of_several_of_a_name(void **state) {
  (void)state;
  verdict("建成柳河水库二期工程。", "柳河水库二期工程建成投用。", DZ_OUTCOME_MET, "S1");
  verdict("建成柳河水库二期工程。", "柳河水库一期工程建成投用。", DZ_OUTCOME_UNREPORTED, "Z0");
  verdict("建成地铁3号线北段。", "地铁3号线南段建成通车。", DZ_OUTCOME_UNREPORTED, "Z0");
  verdict("建成地铁3号线北段。", "地铁3号线建成通车。", DZ_OUTCOME_MET, "S1");
}

static void test_what_was_applied_for(void **state) {
  (void)state;
  verdict("支持云泽申报建设省级物流枢纽。", "云泽获批省级物流枢纽。", DZ_OUTCOME_MET, "W1");
  verdict("争创省级食品安全示范县。", "入选省级食品安全示范县。", DZ_OUTCOME_MET, "W1");
}

static void test_told_as_a_whole(void **state) {
  static const char plan[] =
      "办好十件民生实事。①建设柳河书屋5个。②培训乡村医生50名。③更换青石镇水管3公里。";

  (void)state;
  verdict(plan, "十件民生实事全面完成。", DZ_OUTCOME_MET, "W7");
  doubtful(plan, "十件民生实事全面完成。", true);
  verdict(plan, "十件民生实事有序推进。", DZ_OUTCOME_UNREPORTED, "Z0");
  verdict("更换青石镇水管3公里。", "十件民生实事全面完成。", DZ_OUTCOME_UNREPORTED, "Z0");
}

static void test_words_that_only_look_like_completion(void **state) {
  (void)state;
  verdict("划转青石矿业股份充实社保基金。", "出台划转青石矿业股份充实社保基金方案。",
          DZ_OUTCOME_IN_PROGRESS, "W3");
  verdict("出台青石矿业股份划转方案。", "出台青石矿业股份划转方案。", DZ_OUTCOME_MET, "W1");
  doubtful("制定公平竞争审查条例。", "公平竞争审查制度实现全覆盖。", true);
  verdict("设立市级高新区。", "高新技术企业突破300家。", DZ_OUTCOME_UNREPORTED, "Z2");
  verdict("基本完成农村公司制改革。", "农村公司制改革基本完成。", DZ_OUTCOME_MET, "S1");
  verdict("完成农村公司制改革。", "农村公司制改革基本完成。", DZ_OUTCOME_PARTIAL, "W2");
  verdict("推进12条重点产业链倍增。", "12条重点产业链全面起势。", DZ_OUTCOME_IN_PROGRESS, "S2");
  verdict("推进12条重点产业链倍增。", "完成12条重点产业链倍增。", DZ_OUTCOME_MET, "N4");
  verdict("居民收入增长与经济增长同步。", "居民人均可支配收入增长4.4%。", DZ_OUTCOME_UNREPORTED,
          "Z2");
  verdict("给种粮农民发放农资补贴。", "分三批向种粮农民发放农资补贴。", DZ_OUTCOME_MET, "W1");
  verdict("全面实施统一的市场准入清单制度。", "市场准入清单制度全面实行。", DZ_OUTCOME_MET, "W1");
  doubtful("建设青石新能源汽车武清园。", "青石新能源汽车生态港加快建设。", true);
  doubtful("完成青石河二级航道建设。", "青石河二级航道建成通航。", false);
}

static void test_level_of_the_last_of_several_years(void **state) {
  (void)state;
  verdict("调度原煤产量1.8万吨。", "五年来，调度原煤产量达1.83万吨。", DZ_OUTCOME_MET, "N4");
  doubtful("调度原煤产量1.8万吨。", "五年来，调度原煤产量达1.83万吨。", true);
  verdict("城镇新增就业3200人。", "五年来，城镇新增就业达3300人。", DZ_OUTCOME_UNREPORTED, "Z0");
  verdict("高速公路通车里程突破93公里。", "高速公路由74公里增至95公里。", DZ_OUTCOME_MET, "N1");
}

static void test_bounds_and_weak_words(void **state) {
  (void)state;
  verdict("粮食播种面积稳定在71.4万亩以上。", "粮食播种面积稳定在71万亩以上。",
          DZ_OUTCOME_UNREPORTED, "H3");
  verdict("粮食播种面积稳定在71.4万亩以上。", "粮食播种面积稳定在60万亩以上。", DZ_OUTCOME_MISSED,
          "N1");
  verdict("促进退役军人、返乡农民等重点群体就业。", "退役军人服务保障工作走在全县前列。",
          DZ_OUTCOME_UNREPORTED, "Z2");
  verdict("推动上市公司高质量发展。", "新增上市公司5家、新三板挂牌企业9家。", DZ_OUTCOME_UNREPORTED,
          "Z2");
  verdict("发展绿色低碳建筑。", "绿色低碳优势产业增加值增长6.8%。", DZ_OUTCOME_UNREPORTED, "Z2");
}

static void test_several_years_are_no_answer(void **state) {
  (void)state;
  verdict("城镇新增就业3200人。", "五年来，城镇新增就业1.6万人。", DZ_OUTCOME_UNREPORTED, "Z0");
}

static void test_no_miss_of_another_thing(void **state) {
  (void)state;
  verdict("建好19个县级产业融合载体。", "建成3个县级产业融合项目。", DZ_OUTCOME_UNREPORTED, "H2");
  verdict("一般公共预算收入增长5%。", "工业增加值占一般公共预算收入比重提高到3%。",
          DZ_OUTCOME_UNREPORTED, "Z0");
  verdict("新增学位1600个。", "新建学校25所。", DZ_OUTCOME_UNREPORTED, "Z0");
}

static void test_pace(void **state) {
  (void)state;
  verdict("居民收入增长与经济增长同步。", "地区生产总值增长5.4%。居民人均可支配收入增长4.4%。",
          DZ_OUTCOME_MISSED, "Y1");
  verdict("居民收入增长与经济增长同步。", "地区生产总值增长5.4%。居民人均可支配收入增长5.9%。",
          DZ_OUTCOME_MET, "Y1");
}

static void test_like_with_like(void **state) {
  held h = hold("城镇调查失业率5.5%左右。", "年末城镇调查失业率5.4%。", "");

  (void)state;
  assert_string_equal(entry_of(&h, "城镇调查失业率")->outcome.caution, "年末");
  assert_string_equal(entry_of(&h, "城镇登记失业率")->outcome.rule,
                      "C1"); /* only the surveyed rate is told */
  assert_int_equal(entry_of(&h, "城镇登记失业率")->outcome.status, DZ_OUTCOME_UNREPORTED);
  let_go(&h);
}

static void renewal(const char *plan, const char *again, dz_renewal_change change) {
  held h = hold(plan, "", again);
  const dz_entry *entry = NULL;

  for (size_t i = 0; i < h.ledger->entry_count && h.ledger->entries[i].report == 0; i++)
    entry = &h.ledger->entries[i];
  assert_non_null(entry);
  assert_int_equal(entry->renewal.report, 1);
  assert_string_equal(dz_renewal_change_name(entry->renewal.change),
                      dz_renewal_change_name(change));
  let_go(&h);
}

static void test_renewals(void **state) {
  (void)state;
  renewal("城镇新增就业3200人。", "城镇新增就业3500人。", DZ_RENEWAL_RAISED);
  renewal("城镇新增就业3200人。", "城镇新增就业3000人。", DZ_RENEWAL_LOWERED);
  renewal("城镇新增就业3200人。", "城镇新增就业3200人。", DZ_RENEWAL_SAME);
  renewal("城镇新增就业3200人以上。", "城镇新增就业3200人左右。", DZ_RENEWAL_SOFTENED);
  renewal("城镇新增就业3200人。", "城镇新增就业3200人以上。", DZ_RENEWAL_HARDENED);
  renewal("建成柳河新桥。", "上半年建成柳河新桥。", DZ_RENEWAL_POSTPONED);
  renewal("实施10个以上省重大科技创新项目。", "实施省科技重大创新项目10个以上。", DZ_RENEWAL_SAME);
  renewal("引进总投资10亿元以上项目50个。", "引进总投资超10亿元项目50个以上。",
          DZ_RENEWAL_HARDENED);
  renewal("贯通生产流通各环节。", "打通生产流通各环节。", DZ_RENEWAL_SAME);
  renewal("提升青石矿业资产运营能力。", "提升青石矿业资产运营能力。", DZ_RENEWAL_SAME);
  renewal("居民收入增长与经济增长基本同步。", "居民收入稳步增长。", DZ_RENEWAL_SOFTENED);
  renewal("居民收入增长与经济增长基本同步。", "居民收入增长与经济增长同步。", DZ_RENEWAL_HARDENED);
  renewal("改造青石镇旧水管3公里。", "全部完成青石镇旧水管改造。", DZ_RENEWAL_REWORDED);
  renewal("力争城镇新增就业3200人。", "力争城镇新增就业3200人左右。", DZ_RENEWAL_SOFTENED);
  renewal("力争城镇新增就业3200人。", "力争城镇新增就业3200人以上。", DZ_RENEWAL_HARDENED);
  renewal("城镇新增就业3200人以上。", "力争城镇新增就业3200人以上。", DZ_RENEWAL_SOFTENED);
  renewal("预期目标是：社会消费品零售总额保持增长。", "社会消费品零售总额增长5%。",
          DZ_RENEWAL_HARDENED);
  renewal("完成乡镇综治中心规范化建设。", "推进乡镇综治中心规范化建设。", DZ_RENEWAL_SOFTENED);
  renewal("实施柳河水库、青石泵站、东岭灌区工程。", "实施柳河水库、青石泵站、南坡堤防工程。",
          DZ_RENEWAL_REWORDED);
}

/* One figure answers one promise: 二级公路 is not told of by the figure of 高速公路及一级公路. */
static void test_a_figure_answers_one_promise(void **state) {
  held h = hold("建成高速公路及一级公路600公里、二级公路2000公里。", "建成高速及一级公路328公里。",
                "");
  const dz_entry *entry = entry_of(&h, "二级公路");

  (void)state;
  assert_true(entry->outcome.status == DZ_OUTCOME_UNREPORTED || entry->outcome.to_check);
  let_go(&h);
}

static void test_what_is_to_be_checked(void **state) {
  (void)state;
  doubtful("建成柳河新桥。", "柳河新桥建成通车。", false);
  doubtful("改造县乡公路80公里。", "改造县乡公路90公里。", false);
  doubtful("改造县乡公路80公里。", "改造县乡公路700公里。", true); /* rather of several years */
  doubtful("支持青石陆港发展。", "青石陆港实现跨越式发展。",
           true); /* a direction, and no word that it is done */
}

static void no_renewal(const char *plan, const char *again) {
  held h = hold(plan, "", again);
  const dz_entry *entry = NULL;

  for (size_t i = 0; i < h.ledger->entry_count && h.ledger->entries[i].report == 0; i++)
    entry = &h.ledger->entries[i];
  assert_non_null(entry);
  assert_int_equal(entry->renewal.report, -1);
  let_go(&h);
}

static void test_no_renewal_by_a_shared_word(void **state) {
  (void)state;
  no_renewal("加强水质监测预警。", "加强雪情监测预警。");
  no_renewal("改造供水管网10公里。", "改造排水管网30公里。");
  no_renewal("建成柳河水库二期工程。", "建成柳河水库三期工程。");
  no_renewal("发行3万元抗疫特别债券。", "不再发行抗疫特别债券。");
  no_renewal("运输费用与地区生产总值的比率下降3%。", "地区生产总值增长5%。");
}

static void test_odd_series(void **state) {
  dz_report *a = report_of(2020, "", ""), *b = report_of(2023, "", ""),
            *c = report_of(2023, "", "");
  const dz_report *reports[] = {a, b, c};
  dz_ledger *ledger;
  dz_error error;

  (void)state;
  assert_int_equal(dz_ledger_build(&ledger, reports, 3, test_knowledge(), &error), DZ_OK);
  assert_int_equal(ledger->note_count, 2);
  assert_non_null(strstr(ledger->notes_en[0], "no report between 2020 and 2023"));
  assert_non_null(strstr(ledger->notes_en[1], "two reports of 2023"));
  for (size_t i = 0; i < ledger->entry_count; i++)
    if (ledger->entries[i].report > 0) assert_string_equal(ledger->entries[i].outcome.rule, "Z1");
  dz_ledger_free(ledger);
  dz_report_free(a);
  dz_report_free(b);
  dz_report_free(c);
}

static void test_threads(void **state) {
  dz_report *a = report_of(2021, "", ""), *b = report_of(2022, "固定资产投资增长4%。", ""),
            *c = report_of(2023, "", "");
  const dz_report *reports[] = {a, b, c};
  dz_ledger *ledger;
  dz_error error;
  size_t longest = 0;

  (void)state;
  assert_int_equal(dz_ledger_build(&ledger, reports, 3, test_knowledge(), &error), DZ_OK);
  for (size_t i = 0; i < ledger->thread_count; i++)
    if (ledger->threads[i].entry_count > longest) longest = ledger->threads[i].entry_count;
  assert_int_equal(longest, 3);
  assert_int_equal(ledger->counts[0].promised, 2);
  assert_int_equal(ledger->counts[0].missed, 1);
  assert_int_equal(ledger->counts[0].silent, 1);
  dz_ledger_free(ledger);
  dz_report_free(a);
  dz_report_free(b);
  dz_report_free(c);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_qualified),
      cmocka_unit_test(test_figures_are_described),
      cmocka_unit_test(test_what_went_wrong),
      cmocka_unit_test(test_nearest_place),
      cmocka_unit_test(test_unread_reports),
      cmocka_unit_test(test_numbers),
      cmocka_unit_test(test_words),
      cmocka_unit_test(test_officials_promise_the_next_year),
      cmocka_unit_test(test_silence),
      cmocka_unit_test(test_several_years_are_no_answer),
      cmocka_unit_test(test_no_miss_of_another_thing),
      cmocka_unit_test(test_pace),
      cmocka_unit_test(test_like_with_like),
      cmocka_unit_test(test_renewals),
      cmocka_unit_test(test_what_is_to_be_checked),
      cmocka_unit_test(test_a_figure_answers_one_promise),
      cmocka_unit_test(test_no_renewal_by_a_shared_word),
      cmocka_unit_test(test_odd_series),
      cmocka_unit_test(test_threads),
      cmocka_unit_test(test_one_thing_in_other_words),
      cmocka_unit_test(test_one_of_several_of_a_name),
      cmocka_unit_test(test_parts_and_editions),
      cmocka_unit_test(test_figures_as_shown),
      cmocka_unit_test(test_stray_line_breaks),
      cmocka_unit_test(test_what_was_applied_for),
      cmocka_unit_test(test_told_as_a_whole),
      cmocka_unit_test(test_bounds_and_weak_words),
      cmocka_unit_test(test_words_that_only_look_like_completion),
      cmocka_unit_test(test_level_of_the_last_of_several_years),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
