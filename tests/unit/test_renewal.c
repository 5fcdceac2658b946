/* test_renewal.c - protects the sentence that something was "promised again": only of one matter,
 * with a direction only where like stands against like; and silence from being called silence
 * where the thing is spoken of in other words */
#include <stdio.h>
#include <string.h>

#include "tests/testing.h"

static dz_report *report_of(int year, const char *review, const char *plan) {
  char text[4096];

  snprintf(text, sizeof text,
           "%d年云泽县政府工作报告\n各位代表：\n一、%d年工作回顾\n一年来，各项工作取得新进展。%s\n"
           "二、%d年工作安排\n今年要做好以下工作。\n%s\n",
           year, year - 1, review, year, plan);
  return test_report(text);
}

typedef struct held {
  dz_report *reports[2];
  dz_ledger *ledger;
} held;

static held hold(const char *plan, const char *review, const char *again) {
  held h = {{report_of(2023, "", plan), report_of(2024, review, again)}, NULL};
  dz_error error;

  assert_int_equal(
      dz_ledger_build(&h.ledger, (const dz_report *const *)h.reports, 2, test_knowledge(), &error),
      DZ_OK);
  assert_true(h.ledger->entry_count > 0);
  return h;
}

static void let_go(held *h) {
  dz_ledger_free(h->ledger);
  for (int i = 0; i < 2; i++) dz_report_free(h->reports[i]);
}

enum { NONE = -1 };

/* The first promise of `plan` is made again in `again`, changed so (NONE: not made again). */
static void becomes(const char *plan, const char *again, int change) {
  held h = hold(plan, "", again);
  const dz_renewal *renewal = &h.ledger->entries[0].renewal;
  int found = renewal->report < 0 ? NONE : (int)renewal->change;

  if (found != change) print_error("%s -> %s\n", plan, again);
  assert_int_equal(found, change);
  let_go(&h);
}

static void a_shared_phrase_is_no_renewal(void **state) {
  (void)state;
  becomes("完善青石柳河联合执法长效机制。", "健全规范涉企执法长效机制。", NONE);
  becomes("推动云泽湖流域联动发展。", "加快云泽湖流域城际铁路网建设。", NONE);
  becomes("建强应急救援队伍。", "发展矿山机械、应急救援、文体康旅等专用装备。", NONE);
  becomes("建立青石应急转贷基金。", "推出首贷培植、青石应急转贷基金、纾困基金等举措。",
          DZ_RENEWAL_SAME);
}

static void figures_of_two_kinds_have_no_direction(void **state) {
  (void)state;
  becomes("新开工棚改柳河安置房10万套。", "建成交付棚改柳河安置房20万套。", DZ_RENEWAL_REWORDED);
  becomes("新开工棚改柳河安置房10万套。", "新开工棚改柳河安置房20万套。", DZ_RENEWAL_RAISED);
  becomes("新建青石书屋50个。", "新建青石书屋30个。", DZ_RENEWAL_LOWERED);
}

static void a_tighter_ceiling_asks_for_more(void **state) {
  held h = hold("城镇登记失业率控制在4.5%以内。", "", "城镇登记失业率控制在4%以内。");

  (void)state;
  assert_int_equal(h.ledger->entries[0].renewal.change, DZ_RENEWAL_RAISED);
  assert_true(h.ledger->entries[0].renewal.ceiling);
  let_go(&h);
  becomes("城镇登记失业率控制在4%以内。", "城镇登记失业率控制在4.5%以内。", DZ_RENEWAL_LOWERED);
}

static void a_figure_dropped_is_softened_only_for_the_same(void **state) {
  (void)state;
  becomes("改造柳河老旧小区40个。", "推进柳河老旧小区改造。", DZ_RENEWAL_SOFTENED);
  becomes("改造柳河老旧小区40个全面开工。", "完成柳河老旧小区改造。", DZ_RENEWAL_REWORDED);
}

static void steps_go_with_their_thing(void **state) {
  (void)state;
  becomes("建成柳河大桥。", "加快柳河大桥建设。", DZ_RENEWAL_SOFTENED);
  becomes("建成柳河大桥。", "推进柳河大桥二期建设。", DZ_RENEWAL_REWORDED);
  becomes("开工建设柳河大桥。", "建成柳河大桥。", DZ_RENEWAL_HARDENED);
  becomes("开工建设柳河大桥。", "开工建设柳河大桥。", DZ_RENEWAL_POSTPONED);
  becomes("完成青石柳河跨江大桥主体工程。", "加快青石柳河跨江大桥建设。", DZ_RENEWAL_REWORDED);
}

static void what_is_set_every_year_is_not_postponed(void **state) {
  (void)state;
  becomes("全面完成青石节能降碳年度任务。", "全面完成青石节能降碳年度任务。", DZ_RENEWAL_SAME);
}

/* A thing that is spoken of in another order of words is to be looked at, not unreported. */
static void other_words_are_looked_at(void **state) {
  static const struct {
    const char *review;
    bool looked_at;
  } cases[] = {
      {"柳河古镇沿街立面和街区风貌焕然一新。", true},
      {"青石商会考察归来。", false},
  };

  (void)state;
  for (size_t i = 0; i < 2; i++) {
    held h = hold("整治柳河古镇街区立面风貌、清理线缆招牌乱象。", cases[i].review, "");
    const dz_outcome *outcome = &h.ledger->entries[0].outcome;
    assert_int_equal(outcome->status, DZ_OUTCOME_UNREPORTED);
    assert_int_equal(outcome->to_check, cases[i].looked_at);
    let_go(&h);
  }
}

/* A main target that a year leaves out stays on the row of its indicator. */
static void a_main_target_is_one_row(void **state) {
  static const char *const plans[] = {"今年主要预期目标是：地区生产总值增长6%。",
                                      "今年主要预期目标是：城镇新增就业5万人。",
                                      "今年主要预期目标是：地区生产总值增长5%。"};
  enum { YEARS = sizeof plans / sizeof *plans };
  dz_report *reports[YEARS];
  dz_ledger *ledger;
  dz_error error;
  size_t longest = 0;

  (void)state;
  for (int i = 0; i < YEARS; i++) reports[i] = report_of(2020 + i, "", plans[i]);
  assert_int_equal(
      dz_ledger_build(&ledger, (const dz_report *const *)reports, YEARS, test_knowledge(), &error),
      DZ_OK);
  for (size_t i = 0; i < ledger->thread_count; i++)
    if (ledger->threads[i].entry_count > longest) longest = ledger->threads[i].entry_count;
  assert_int_equal(longest, 2);
  dz_ledger_free(ledger);
  for (int i = 0; i < YEARS; i++) dz_report_free(reports[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_shared_phrase_is_no_renewal),
      cmocka_unit_test(figures_of_two_kinds_have_no_direction),
      cmocka_unit_test(a_tighter_ceiling_asks_for_more),
      cmocka_unit_test(a_figure_dropped_is_softened_only_for_the_same),
      cmocka_unit_test(steps_go_with_their_thing),
      cmocka_unit_test(what_is_set_every_year_is_not_postponed),
      cmocka_unit_test(other_words_are_looked_at),
      cmocka_unit_test(a_main_target_is_one_row),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
