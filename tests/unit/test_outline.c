/* test_outline.c - headings of every convention, their levels, and what is no
 * heading. Protects what all later steps stand on: a heading missed or made up
 * spoils every comparison. */
#include <string.h>

#include "base/buffer.h"
#include "normalize/outline/enumerator.h"
#include "tests/testing.h"
#include "text/phrase.h"

#define BODY "全年召开专题会议研究部署有关事项，推动各项任务落到实处，得到干部群众的普遍认可。"

/* The headed sections of `text` as "level number|heading" a line. */
static void outline_is(const char *text, const char *expected) {
  dz_report *report = test_report(text);
  dz_buffer view;

  dz_buffer_init(&view);
  for (size_t i = 0; i < report->section_count; i++) {
    const dz_section *section = &report->sections[i];
    if (!section->headed) continue;
    dz_buffer_format(&view, "%d ", section->level);
    dz_buffer_format(&view, "%s|", test_span(report, section->number));
    dz_buffer_format(&view, "%s\n", test_span(report, section->heading));
  }
  assert_string_equal(view.data, expected);
  dz_buffer_free(&view);
  dz_report_free(report);
}

static bool token(const char *text, bool line_start, dz_enumerator *out) {
  uint32_t fold[DZ_PHRASE_MAX];

  return dz_enumerator_read(out, fold, dz_phrase_fold(text, fold), line_start);
}

static void tokens_are_read_in_every_form(void **state) {
  static const struct {
    const char *text;
    dz_list_key key;
    int number;
    size_t length;
  } rows[] = {
      {"一、学习", DZ_KEY_CN_DUN, 1, 2},     {"十二．学习", DZ_KEY_CN_DUN, 12, 3},
      {"（三）学习", DZ_KEY_CN_PAREN, 3, 3}, {"(二十一)、学习", DZ_KEY_CN_PAREN, 21, 6},
      {"㈡学习", DZ_KEY_CN_PAREN, 2, 1},     {"１．学习", DZ_KEY_ARABIC, 1, 2},
      {"12、学习", DZ_KEY_ARABIC, 12, 3},    {"（4）学习", DZ_KEY_ARABIC_PAREN, 4, 3},
      {"5)学习", DZ_KEY_ARABIC_PAREN, 5, 2}, {"⑥学习", DZ_KEY_CIRCLED, 6, 1},
      {"1.2学习", DZ_KEY_DECIMAL, 2, 3},     {"第一部分学习", DZ_KEY_PART, 1, 4},
      {"第三章学习", DZ_KEY_CHAPTER, 3, 3},  {"一是学习", DZ_KEY_SHI, 1, 2},
      {"二要学习", DZ_KEY_SHI, 2, 2},        {"其三，学习", DZ_KEY_QI, 3, 3},
      {"第一，学习", DZ_KEY_DI, 1, 3},       {"首先，学习", DZ_KEY_ORDINAL, 1, 3},
      {"——学习", DZ_KEY_DASH, 0, 2},         {"●学习", DZ_KEY_DASH, 0, 1},
  };
  dz_enumerator out;

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    assert_true(token(rows[i].text, true, &out));
    assert_int_equal(out.key, rows[i].key);
    assert_int_equal(out.number, rows[i].number);
    assert_int_equal(out.length, rows[i].length);
  }
}

static void figures_and_words_are_no_tokens(void **state) {
  static const char *const texts[] = {
      "一期工程", "（试行）", "（一期）", "1.5亿元", "4A级景区",   "三位一体",
      "二水厂",   "两手抓",   "0.5‰",     "1-11月",  "一之、",     "三、四线城市",
      "第一时间", "第一书记", "其中一项", "2023年",  "一、二季度", "十大项目"};
  dz_enumerator out;

  (void)state;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    if (!strcmp(texts[i], "1.5亿元"))
      assert_false(token(texts[i], false, &out)); /* at a line start it may number */
    else if (token(texts[i], true, &out))
      fail_msg("%s is no token", texts[i]);
  }
}

static void levels_follow_first_appearance(void **state) {
  (void)state;
  outline_is("述职报告\n一、加强学习\n1.理论学习。" BODY "\n2.业务学习。" BODY
             "\n二、履行职责\n（一）抓项目。" BODY "\n1.开工建设。" BODY "\n2.协调服务。" BODY
             "\n（二）抓民生。" BODY "\n三、廉洁自律\n" BODY "\n",
             "1 一、|加强学习\n2 1.|理论学习\n2 2.|业务学习\n1 二、|履行职责\n2 （一）|抓项目\n3 "
             "1.|开工建设\n"
             "3 2.|协调服务\n2 （二）|抓民生\n1 三、|廉洁自律\n");
  outline_is("述职报告\n1、履行职责\n（一）抓项目。" BODY "\n（二）抓民生。" BODY
             "\n2、廉洁自律\n（一）守纪律。" BODY "\n（二）讲规矩。" BODY "\n",
             "1 1、|履行职责\n2 （一）|抓项目\n2 （二）|抓民生\n1 2、|廉洁自律\n2 （一）|守纪律\n2 "
             "（二）|讲规矩\n");
}

static void run_in_headings_end_at_the_first_stop(void **state) {
  (void)state;
  outline_is("述职报告\n一、履行职责\n一年来认真工作。一是抓好项目建设。" BODY
             "二是抓好民生改善。" BODY "三是抓好安全生产。" BODY "\n",
             "1 一、|履行职责\n2 一是|抓好项目建设\n2 二是|抓好民生改善\n2 三是|抓好安全生产\n");
  outline_is("述职报告\n一、政治学习：" BODY "\n二、工作实绩：" BODY "\n",
             "1 一、|政治学习\n1 二、|工作实绩\n");
  outline_is("述职报告\n一、履行职责\n首先，抓好项目建设。" BODY "其次，抓好民生改善。" BODY "\n",
             "1 一、|履行职责\n2 首先，|抓好项目建设\n2 其次，|抓好民生改善\n");
}

static void lists_inside_a_sentence_are_no_headings(void **state) {
  (void)state;
  outline_is("述职报告\n一、存在问题\n主要是：一是学习不够深入；二是调研不够经常；三是方法不够灵活"
             "。\n二、下步打算\n" BODY "\n",
             "1 一、|存在问题\n1 二、|下步打算\n");
  outline_is("述职报告\n一、存在问题\n一是学习不够系统；二是人才短缺解决得不够好。" BODY
             "\n二、下步打算\n" BODY "\n",
             "1 一、|存在问题\n1 二、|下步打算\n");
  outline_is("述职报告\n一、存在问题\n二是学习不够。" BODY "\n" BODY "\n",
             "1 一、|存在问题\n"); /* no 一是 */
  outline_is("述职报告\n一、努力方向\n1、加强学习，提高水平；\n2、深入基层，掌握实情；\n3、勇于创新"
             "，开创局面。\n",
             "1 一、|努力方向\n");
}

static void headings_without_number_are_known_by_their_neighbours(void **state) {
  (void)state;
  outline_is("述职报告\n一年来，本人认真工作，现述职如下：\n德的方面\n" BODY "\n能的方面\n" BODY
             "\n廉的方面\n" BODY "\n",
             "1 |德的方面\n1 |能的方面\n1 |廉的方面\n");
  outline_is("述职报告\n一、履行职责\n（一）抓产业\n改造提升传统产业。" BODY
             "\n培育壮大新兴产业。" BODY "\n前瞻布局未来产业。" BODY "\n（二）抓民生\n" BODY "\n",
             "1 一、|履行职责\n2 （一）|抓产业\n3 |改造提升传统产业\n3 |培育壮大新兴产业\n3 "
             "|前瞻布局未来产业\n2 "
             "（二）|抓民生\n");
  outline_is("述职报告\n一、履行职责\n（一）抓招商。" BODY "完善政策，健全机制。" BODY
             "创新方式，扩大成果。" BODY "建强队伍，提升素养。" BODY "\n（二）抓民生。" BODY "\n",
             "1 一、|履行职责\n2 （一）|抓招商\n3 |完善政策，健全机制\n3 |创新方式，扩大成果\n3 "
             "|建强队伍，提升素养\n2 "
             "（二）|抓民生\n");
}

/* Whole sentences on lines of their own take turns with the text they name. */
static void line_sentences_over_their_text_are_headings(void **state) {
  (void)state;
  outline_is("政府工作报告\n一、工作回顾\n去年成绩来之不易。" BODY
             "\n工业经济持续向好。\n" BODY BODY "\n城乡面貌明显改善。\n" BODY BODY "\n",
             "1 一、|工作回顾\n2 |工业经济持续向好\n2 |城乡面貌明显改善\n");
  /* those of the years hold the bare ones, also one on the same line */
  outline_is(
      "政府工作报告\n一、工作回顾\n五年来，我们坚持开放，在合作中打开局面。平台建设提速。\n" BODY
          BODY "\n口岸功能完善。\n" BODY
      "\n五年来，我们坚持为民，在共享中增进福祉。就业保持稳定。\n" BODY BODY
      "\n社会保障健全。\n" BODY "\n",
      "1 一、|工作回顾\n2 |五年来，我们坚持开放，在合作中打开局面\n3 |平台建设提速\n3 "
      "|口岸功能完善\n"
      "2 |五年来，我们坚持为民，在共享中增进福祉\n3 |就业保持稳定\n3 |社会保障健全\n");
  outline_is(
      "政府工作报告\n一、工作回顾\n一年来，我们全力稳增长，回升步伐更稳。\n经济总量增长。" BODY
      "\n项目建设提速。" BODY "\n一年来，我们持续惠民生，群众生活更好。\n社会保障有力。" BODY
      "\n教育医疗改善。" BODY "\n",
      "1 一、|工作回顾\n2 |一年来，我们全力稳增长，回升步伐更稳\n3 |经济总量增长\n3 |项目建设提速\n"
      "2 |一年来，我们持续惠民生，群众生活更好\n3 |社会保障有力\n3 |教育医疗改善\n");
  /* one alone, or one that announces a list, is a sentence */
  outline_is("政府工作报告\n一、工作回顾\n工业经济持续向好。\n" BODY BODY "\n" BODY
             "\n二、重点任务\n重点做好以下工作。\n（一）扩大内需。" BODY "\n（二）深化改革。" BODY
             "\n",
             "1 一、|工作回顾\n1 二、|重点任务\n2 （一）|扩大内需\n2 （二）|深化改革\n");
}

static void openings_stand_below_the_item_they_unfold(void **state) {
  (void)state;
  outline_is(
      "政府工作报告\n一、工作回顾\n一是突出稳增长，经济运行向好。" BODY "\n内需拉动增强。" BODY
      "\n产业升级加快。" BODY "\n二是突出惠民生，生活水平提高。" BODY "\n就业保持稳定。" BODY
      "\n教育扩容提质。" BODY "\n二、工作安排\n" BODY "\n",
      "1 一、|工作回顾\n2 一是|突出稳增长，经济运行向好\n3 |内需拉动增强\n3 |产业升级加快\n"
      "2 二是|突出惠民生，生活水平提高\n3 |就业保持稳定\n3 |教育扩容提质\n1 二、|工作安排\n");
  /* a long one beside sure ones */
  outline_is("政府工作报告\n一、工作安排\n大力提振消费。" BODY "\n扩大有效投资。" BODY
             "\n统筹推进国有企业改革、财政零基预算改革和要素市场化改革。" BODY "\n",
             "1 一、|工作安排\n2 |大力提振消费\n2 |扩大有效投资\n2 "
             "|统筹推进国有企业改革、财政零基预算改革和要素市场化改革\n");
}

static void a_list_behind_the_last_item_belongs_to_the_part(void **state) {
  (void)state;
  outline_is("政府工作报告\n一、工作回顾\n（一）扩大内需。" BODY "\n（二）改善民生。" BODY "\n" BODY
             "\n" BODY "\n——这五年，实力明显增强。" BODY "\n——这五年，生活更加美好。" BODY
             "\n二、工作安排\n" BODY "\n",
             "1 一、|工作回顾\n2 （一）|扩大内需\n2 （二）|改善民生\n2 ——|这五年，实力明显增强\n2 "
             "——|这五年，生活更加美好\n"
             "1 二、|工作安排\n");
}

static void facts_in_a_row_are_no_headings(void **state) {
  (void)state;
  outline_is("政府工作报告\n一、工作回顾\n（一）加强生态保护。水质改善5%"
             "。完成西南山区候选公园本底资料调查。" BODY "县级以上集中供水水源水质全部达标。" BODY
             "全面落实环境保护督察反馈问题整改。" BODY "\n（二）改善民生。" BODY "\n",
             "1 一、|工作回顾\n2 （一）|加强生态保护\n2 （二）|改善民生\n");
  outline_is("政府工作报告\n一、工作回顾\n（一）加强生态保护。大气污染防治有力。" BODY
             "水体治理成效显著。" BODY "绿色转型步伐加快。" BODY "\n（二）改善民生。" BODY "\n",
             "1 一、|工作回顾\n2 （一）|加强生态保护\n3 |大气污染防治有力\n3 |水体治理成效显著\n3 "
             "|绿色转型步伐加快\n"
             "2 （二）|改善民生\n");
}

static void parts_without_number_hold_lists_alike(void **state) {
  (void)state;
  outline_is("工作报告\n各位代表：\n" BODY "\n2023年工作回顾\n" BODY "\n一、突出产业\n" BODY
             "\n二、突出民生\n" BODY "\n2024年工作安排\n" BODY "\n一、突出项目\n" BODY
             "\n二、突出保障\n" BODY "\n",
             "1 |2023年工作回顾\n2 一、|突出产业\n2 二、|突出民生\n1 |2024年工作安排\n2 "
             "一、|突出项目\n2 二、|突出保障\n");
  outline_is("述职报告\n" BODY "\n存在的问题和不足\n党员教育形式还不够丰富。\n下一步工作打算\n继续"
             "抓好党员教育，培养后备力量。\n",
             "1 |存在的问题和不足\n1 |下一步工作打算\n");
}

static void glued_and_broken_layouts_are_mended(void **state) {
  (void)state;
  outline_is("述职报告\n##paidbegin##一、加强学习　　" BODY BODY "\n二、履行职责（一）抓项目。" BODY
             "（二）抓民生。" BODY "\n",
             "1 一、|加强学习\n1 二、|履行职责\n2 （一）|抓项目\n2 （二）|抓民生\n");
  outline_is("述职报告\n目录\n一、加强学习……1\n二、履行职责……3\n一、加强学习\n" BODY
             "\n二、履行职责\n" BODY "\n",
             "1 一、|加强学习\n1 二、|履行职责\n");
}

static void work_reports_keep_their_parts_apart(void **state) {
  (void)state;
  outline_is("政府工作报告\n各位代表：\n现在，我代表市人民政府，向大会报告工作。\n一、2024年工作回"
             "顾\n" BODY "\n——经济稳中向好。" BODY "\n——民生持续改善。" BODY "\n各位代表！\n" BODY
             "\n二、2025年重点工作\n（一）扩大有效需求。" BODY "\n（二）保障改善民生。" BODY
             "\n各位代表！\n" BODY
             "\n名词解释\n1.“两重”：重大战略实施与安全能力建设。\n2.“两新”：设备更新和以旧换新。\n",
             "1 一、|2024年工作回顾\n2 ——|经济稳中向好\n2 ——|民生持续改善\n1 "
             "二、|2025年重点工作\n2 （一）|扩大有效需求\n"
             "2 （二）|保障改善民生\n1 |名词解释\n");
}

static void the_last_item_does_not_take_in_what_follows(void **state) {
  dz_report *report = test_report("述职报告\n一、履行职责\n（一）抓项目。" BODY
                                  "\n（二）抓民生。" BODY "\n" BODY "\n二、廉洁自律\n" BODY "\n");

  (void)state;
  assert_int_equal(report->paragraph_count, 7);
  assert_span(report, report->sections[report->paragraphs[4].section].number, "一、");
  dz_report_free(report);
}

static void lines_set_off_by_brackets_or_a_mark_are_headings(void **state) {
  (void)state;
  outline_is("2017年工作总结\n【政治学习】\n" BODY "\n【主要工作】\n一、抓招商\n" BODY
             "\n二、抓项目\n" BODY "\n【明年打算】\n" BODY "\n",
             "1 |政治学习\n1 |主要工作\n2 一、|抓招商\n2 二、|抓项目\n1 |明年打算\n");
  outline_is("2017年工作总结\n◆ 政治学习\n" BODY "\n◆ 主要工作\n" BODY "\n",
             "1 ◆|政治学习\n1 ◆|主要工作\n");
  outline_is("2017年工作总结\nⅠ.政治学习\n" BODY "\nⅡ.主要工作\n（1）抓招商。" BODY
             "\n（2）抓项目。" BODY "\n",
             "1 Ⅰ.|政治学习\n1 Ⅱ.|主要工作\n2 （1）|抓招商\n2 （2）|抓项目\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(tokens_are_read_in_every_form),
      cmocka_unit_test(figures_and_words_are_no_tokens),
      cmocka_unit_test(levels_follow_first_appearance),
      cmocka_unit_test(run_in_headings_end_at_the_first_stop),
      cmocka_unit_test(lists_inside_a_sentence_are_no_headings),
      cmocka_unit_test(headings_without_number_are_known_by_their_neighbours),
      cmocka_unit_test(line_sentences_over_their_text_are_headings),
      cmocka_unit_test(openings_stand_below_the_item_they_unfold),
      cmocka_unit_test(a_list_behind_the_last_item_belongs_to_the_part),
      cmocka_unit_test(facts_in_a_row_are_no_headings),
      cmocka_unit_test(parts_without_number_hold_lists_alike),
      cmocka_unit_test(glued_and_broken_layouts_are_mended),
      cmocka_unit_test(work_reports_keep_their_parts_apart),
      cmocka_unit_test(lines_set_off_by_brackets_or_a_mark_are_headings),
      cmocka_unit_test(the_last_item_does_not_take_in_what_follows),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
