/* test_announce.c - edits as they are announced. Protects the list of edits from quoting half a
 * bracket or half a pair
 * of quotation marks, and from telling a place by half a word where a clause begins nearby. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/testing.h"

/* What `duizhao compare --list` says of two one-sentence bodies; valid until the next call. */
static const char *list(const char *earlier, const char *later) {
  static char text[1 << 16];
  const char *const bodies[] = {earlier, later};
  dz_render_options options = {
      .format = DZ_TEXT, .chinese = true, .list = true, .columns = 4000, .all = true};
  dz_report *reports[2];
  dz_comparison *comparison;
  dz_error error;
  char *out;
  size_t length;

  for (int i = 0; i < 2; i++) {
    snprintf(text, sizeof text,
             "某县副县长2023年述职报告\n一、履行职责情况\n%s\n二、存在问题与不足\n学习不够深入。\n",
             bodies[i]);
    reports[i] = test_report(text);
  }
  assert_int_equal(dz_comparison_build(&comparison, (const dz_report *const *)reports, 2,
                                       test_knowledge(), NULL, &error),
                   DZ_OK);
  assert_int_equal(dz_render_comparison(&out, &length, comparison, &options, &error), DZ_OK);
  snprintf(text, sizeof text, "%s", out);
  free(out);
  dz_comparison_free(comparison);
  for (int i = 0; i < 2; i++) dz_report_free(reports[i]);
  return text;
}

static void assert_list(const char *earlier, const char *later, const char *expected) {
  const char *out = list(earlier, later);

  if (!strstr(out, expected)) fail_msg("not announced: %s\n%s", expected, out);
}

static void brackets_come_whole(void **state) {
  (void)state;
  assert_list("（三）民生保障更加有力。全年新增就业三千人。",
              "（四）民生福祉更加厚实。全年新增就业三千人。",
              "将“（三）民生保障更加有力”改为“（四）民生福祉更加厚实”");
  assert_list("办好县里的水乡灯会（第三届）等节庆活动，接待游客。",
              "办好县里的水乡灯会（第四届）等节庆活动，接待游客。",
              "“第三届”改为“第四届”"); /* no bracket is touched */
}

static void quotation_marks_come_whole(void **state) {
  (void)state;
  assert_list("全年打响“水乡茶市”品牌，接待各地的客商一万人。",
              "全年打响“水乡茶市、古镇灯会”品牌，接待各地的客商一万人。", "增加“、古镇灯会”");
  assert_list("坚持推进“四清”、“五改”行动，整治村庄环境，建设农村厕所。",
              "坚持推进“四清”、“三通”、“五改”行动，整治村庄环境，建设农村厕所。",
              "在“坚持推进“四清”、”后增加““三通”、”");
  assert_list("擦亮“水乡茶市”这张招牌，全年接待各地的客商一万人。",
              "擦亮水乡茶市这张招牌，全年接待各地的客商一万人。", "将““水乡茶市””改为“水乡茶市”");
}

static void places_are_told_by_clauses(void **state) {
  (void)state;
  assert_list("落实减税降费政策，压减一般性支出，用好财政存量资金。",
              "落实减税降费政策，压减一般性支出一成，用好财政存量资金。",
              "在“压减一般性支出”后增加“一成”");
  assert_list("开展消费品以旧换新，办好年货节和灯会。",
              "持续开展消费品以旧换新，办好年货节和灯会。", "在“开展消费品以旧换新”前增加“持续”");
}

/* A word or two, or what stands there twice, is not found without its place. */
static void short_words_have_their_place(void **state) {
  (void)state;
  assert_list("全面贯彻落实上级党委的各项部署，扎实做好各项工作。",
              "全面贯彻上级党委的各项部署，扎实做好各项工作。", "删去“全面贯彻”后的“落实”");
  assert_list("规上工业增加值增长7%左右，固定资产投资增长9%左右。",
              "规上工业增加值增长6.5%左右，固定资产投资增长9%左右。",
              "将“规上工业增加值增长”后的“7%”改为“6.5%”");
  assert_list("预计粮食总产量四十万吨，农民收入继续增长。",
              "粮食总产量四十万吨，农民收入继续增长。", "删去“粮食总产量四十万吨”前的“预计”");
  assert_list("新增就业三千六百人，其余各项工作照常推进。",
              "新增就业四千二百人，其余各项工作照常推进。", "将“三千六百人”改为“四千二百人”");
}

/* A sentence too long to be searched is no haystack: the place of every edit is told. */
static void long_changes_tell_every_place(void **state) {
  enum { CLAUSES = 1000 };
  static const char clause[] = "办好实事，";
  static char bodies[2][CLAUSES * sizeof clause + 256];

  (void)state;
  for (int i = 0; i < 2; i++) {
    for (size_t k = 0; k < CLAUSES; k++)
      memcpy(bodies[i] + k * (sizeof clause - 1), clause, sizeof clause);
    snprintf(bodies[i] + CLAUSES * (sizeof clause - 1), 256, "新增就业%s人，其余各项工作照常推进。",
             i ? "四千二百" : "三千六百");
  }
  assert_list(bodies[0], bodies[1], "新增就业”后的“三千六百人”改为“四千二百人”");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(brackets_come_whole),
      cmocka_unit_test(quotation_marks_come_whole),
      cmocka_unit_test(places_are_told_by_clauses),
      cmocka_unit_test(short_words_have_their_place),
      cmocka_unit_test(long_changes_tell_every_place),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
