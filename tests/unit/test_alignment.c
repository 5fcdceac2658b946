/* test_alignment.c - which sections and sentences belong together, and what their changes are
 * called. Protects: moves
 * told from edits, splits and merges, no move of short or repeated sentences, the attributes. */
#include <stdio.h>
#include <string.h>

#include "tests/testing.h"

static const char *const BEFORE =
    "某县政府工作报告（2023年）\n"
    "一、工作回顾\n"
    "全年完成投资120亿元，增长5.2%。城乡供水一体化工程建成通水。\n"
    "二、重点工作\n"
    "（一）抓实乡村产业\n"
    "培育特色种植基地三十处，带动农户稳定增收。修建机耕道路八十公里，方便农机下田作业。\n"
    "（二）改善人居环境\n"
    "新建污水处理站六座，河道水质稳定达标。完成老旧小区管网改造，居民用水更加安全。\n"
    "（三）守牢安全底线\n"
    "排查整治燃气隐患两千余处，未发生较大事故。\n"
    "各位代表！\n";
static const char *const AFTER =
    "某县政府工作报告（2024年）\n"
    "一、工作回顾\n"
    "全年完成投资135亿元，增长5%。\n"
    "二、重点工作\n"
    "（一）守牢安全底线\n"
    "排查整治燃气隐患三千余处，未发生较大事故。\n"
    "（二）壮大乡村产业\n"
    "培育特色种植基地三十处，带动农户稳定增收。修建机耕道路八十公里。这方便了农机下田作业。\n"
    "（三）改善人居环境\n"
    "新建污水处理站六座，河道水质稳定达标。完成老旧小区管网改造，居民用水更加安全。\n"
    "各位代表！\n";

typedef struct compared {
  dz_report *report[2];
  dz_comparison *comparison;
} compared;

static compared compare(const char *before, const char *after) {
  compared out = {.report = {test_report(before), test_report(after)}};
  dz_error error = {.message = ""};

  if (dz_comparison_build(&out.comparison, (const dz_report *const *)out.report, 2,
                          test_knowledge(), NULL, &error))
    fail_msg("%s", error.message);
  return out;
}

static void release(compared *c) {
  dz_comparison_free(c->comparison);
  dz_report_free(c->report[0]);
  dz_report_free(c->report[1]);
}

/* The change whose first span on side 0 or 1 starts with `words`. */
static const dz_change *find(const compared *c, int side, const char *words) {
  for (size_t i = 0; i < c->comparison->change_count; i++) {
    const dz_change *change = &c->comparison->changes[i];
    const dz_span *spans = side ? change->b : change->a;
    if ((side ? change->b_count : change->a_count) &&
        !strncmp(test_span(c->report[side], spans[0]), words, strlen(words)))
      return change;
  }
  fail_msg("no change starts with %s", words);
  return NULL;
}

static bool paired(const compared *c, const char *a, const char *b, bool *moved) {
  for (size_t i = 0; i < c->comparison->alignment_count; i++) {
    const dz_section_pair *pair = &c->comparison->alignment[i];
    if (strcmp(test_span(c->report[0], c->report[0]->sections[pair->a].heading), a)) continue;
    if (strcmp(test_span(c->report[1], c->report[1]->sections[pair->b].heading), b)) continue;
    *moved = pair->moved;
    return true;
  }
  return false;
}

static void sections_by_content(void **state) {
  compared c = compare(BEFORE, AFTER);
  bool moved;

  (void)state;
  assert_true(paired(&c, "抓实乡村产业", "壮大乡村产业", &moved));
  assert_false(moved);
  assert_true(paired(&c, "改善人居环境", "改善人居环境", &moved));
  assert_false(moved);
  assert_true(paired(&c, "守牢安全底线", "守牢安全底线", &moved));
  assert_true(moved);
  release(&c);
}

static void sentences_and_types(void **state) {
  compared c = compare(BEFORE, AFTER);

  (void)state;
  assert_int_equal(find(&c, 0, "新建污水")->type, DZ_CHANGE_EQUAL);
  assert_int_equal(find(&c, 0, "排查整治")->type, DZ_CHANGE_MOVED_REWRITTEN);
  assert_int_equal(find(&c, 0, "城乡供水")->type, DZ_CHANGE_DELETED);
  assert_int_equal(find(&c, 0, "修建机耕")->type, DZ_CHANGE_SPLIT);
  assert_int_equal(find(&c, 0, "各位代表")->type, DZ_CHANGE_EQUAL);
  assert_true(find(&c, 1, "（二）壮大")->attributes & DZ_ATTR_HEADING);
  release(&c);
  c = compare(AFTER, BEFORE);
  assert_int_equal(find(&c, 0, "修建机耕")->type, DZ_CHANGE_MERGED);
  assert_int_equal(find(&c, 1, "城乡供水")->type, DZ_CHANGE_INSERTED);
  release(&c);
}

static void figures_with_both_values(void **state) {
  compared c = compare(BEFORE, AFTER);
  const dz_change *change = find(&c, 0, "全年完成投资");

  (void)state;
  assert_true(change->attributes & DZ_ATTR_NUMBER);
  assert_true(change->figure_count >= 1);
  assert_string_equal(c.report[0]->quantities[change->figures[0].a].value, "120");
  assert_string_equal(c.report[1]->quantities[change->figures[0].b].value, "135");
  release(&c);
}

static unsigned attributes_of(const char *before, const char *after) {
  compared c = compare(before, after);
  unsigned attributes = c.comparison->changes[0].attributes & ~(unsigned)DZ_ATTR_HEADING;

  assert_int_equal(c.comparison->change_count, 1);
  release(&c);
  return attributes;
}

static void attributes(void **state) {
  (void)state;
  assert_int_equal(attributes_of("继续实施积极的财政政策，保持支出强度。",
                                 "继续实施更加积极的财政政策，保持支出强度。"),
                   DZ_ATTR_DEGREE);
  assert_int_equal(
      attributes_of("完善制度，加强监督，保障运行。", "完善制度；加强监督，保障运行。"),
      DZ_ATTR_PUNCTUATION);
  assert_int_equal(attributes_of("推动经济社会发展。", "推動經濟社會發展。"), DZ_ATTR_SCRIPT);
  assert_true(attributes_of("扩大有效投资规模，稳定居民消费预期，推进改革。",
                            "稳定居民消费预期，扩大有效投资规模，推进改革。") &
              DZ_ATTR_REORDERED);
  assert_false(attributes_of("有序推进中小金融机构风险处置，防范化解地方债务风险。",
                             "穩妥推進中小金融機構風險處置，防範化解地方債務風險。") &
               DZ_ATTR_REORDERED);
}

/* The figures that one change holds against each other, as "120 → 135；…". */
static void figures_told(const char *before, const char *after, const char *told) {
  compared c = compare(before, after);
  const dz_change *change = &c.comparison->changes[0];
  char out[128] = "";

  assert_int_equal(c.comparison->change_count, 1);
  for (size_t i = 0; i < change->figure_count; i++)
    snprintf(out + strlen(out), sizeof out - strlen(out), "%s%s → %s", i ? "；" : "",
             c.report[0]->quantities[change->figures[i].a].value,
             c.report[1]->quantities[change->figures[i].b].value);
  assert_string_equal(out, told);
  assert_int_equal(!!(change->attributes & DZ_ATTR_NUMBER), *told != 0);
  release(&c);
}

/* Like with like: no value that was left behind, no mean of years beside one year, one name in
 * two scripts. */
static void figures_of_one_kind(void **state) {
  (void)state;
  figures_told("农产品加工转化率达66%。", "农产品加工转化率从2020年的51%提升到70%。", "66 → 70");
  figures_told("农产品加工转化率已由60%提高到66%。", "农产品加工转化率已从51%提升到70%。",
               "66 → 70");
  figures_told("粮食单产增长2.5%，产量稳定。", "粮食单产年均增长1.9%，产量稳定。", "");
  figures_told("省政协提案办理1047件，全部办结。", "累计办理省政协提案4408件，全部办结。", "");
  figures_told("死亡人数下降13.7%，形势稳定。", "死亡人数较“十三五”时期下降58.5%，形势稳定。", "");
  figures_told("粮食单产年均增长2.5%，产量稳定。", "粮食单产年均增长1.9%，产量稳定。", "2.5 → 1.9");
  figures_told("一年来新增小企业84户，势头良好。", "五年来新增小企业350户，势头良好。", "");
  figures_told("小企业新增84户，势头良好。", "小企业总数350户，势头良好。", "");
  figures_told("开工建设农村公路80公里，进展顺利。", "建成农村公路60公里，进展顺利。", "");
  figures_told("全国粮食总产量6000吨，形势稳定。", "粮食总产量7000吨，形势稳定。", "");
  figures_told("新建房屋，改造老旧小区827个。", "新建房屋，改造老舊小區872個。", "827 → 872");
}

static void words_that_turn_a_statement_round(void **state) {
  (void)state;
  assert_int_equal(
      attributes_of("全年没有发生较大事故，生产平稳。", "全年发生较大事故，生产平稳。"),
      DZ_ATTR_NEGATION);
  assert_true(attributes_of("财政收入增长3.2%，支出平稳。", "财政收入增长-3.2%，支出平稳。") &
              DZ_ATTR_NUMBER);
  assert_int_equal(attributes_of("我们将继续发扬建设者的传统。", "我们将继承发扬建设者的传统。"),
                   0);
  assert_int_equal(attributes_of("要坚持先修渠、后种粮。", "坚持先修渠、后种粮。"), 0);
}

/* The figure of a sentence that has no partner, if it is like the other. */
static void figures_of_sentences_without_partner(void **state) {
  static const char *const plain =
      "某县2024年政府工作报告\n一、2023年工作回顾\n%s\n二、2024年工作安排\n"
      "修好进山的路，办好村里的学校。\n";
  static const struct {
    const char *before, *after;
    size_t pairs;
  } rows[] = {{"水库除险加固进展顺利，城镇新增就业3200人。",
               "街巷亮灯工程完工，群众夜里出行方便，城镇新增就业4100人。", 1},
              {"五年来水库除险加固进展顺利，城镇新增就业13200人。",
               "街巷亮灯工程完工，群众夜里出行方便，城镇新增就业4100人。", 0}};

  (void)state;
  for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
    char text[2][1024];
    size_t pairs = 0;
    compared c;
    snprintf(text[0], sizeof text[0], plain, rows[r].before);
    snprintf(text[1], sizeof text[1], plain, rows[r].after);
    c = compare(text[0], text[1]);
    for (size_t i = 0; i < c.comparison->change_count; i++)
      pairs += c.comparison->changes[i].figure_count;
    assert_int_equal(pairs, rows[r].pairs);
    release(&c);
  }
}

static void two_offices_are_no_two_editions(void **state) {
  compared c = compare(
      "益阳市2024年政府工作报告\n一、2023年工作回顾\n粮食产量达到120万吨，十分可喜。\n",
      "岳阳市2024年政府工作报告\n一、2023年工作回顾\n粮食产量达到135万吨，可喜。\n");

  (void)state;
  assert_true(c.comparison->two_offices);
  for (size_t i = 0; i < c.comparison->change_count; i++) {
    const dz_change *change = &c.comparison->changes[i];
    assert_int_equal(change->figure_count, 0);
    assert_int_equal(change->attributes & (DZ_ATTR_NUMBER | DZ_ATTR_DEGREE), 0);
  }
  release(&c);
}

/* Copies of one sentence stay in order, and a short one never moves. */
static void no_false_moves(void **state) {
  compared c = compare(
      "各位代表！\n甲事已经办成并且通过验收。\n各位代表！\n乙事正在推进并且进展顺利。\n",
      "各位代表！\n乙事正在推进并且进展顺利。\n各位代表！\n甲事已经办成并且通过验收。\n");

  (void)state;
  for (size_t i = 0; i < c.comparison->change_count; i++) {
    const dz_change *change = &c.comparison->changes[i];
    if (change->type == DZ_CHANGE_MOVED) assert_true(change->a[0].end - change->a[0].start > 10);
  }
  release(&c);
}

/* Headings of sections that belong together: a new name in the old place is told
 * as such; a new name in a new place that shares no word with the old one is
 * another heading. */
static void renamed_headings(void **state) {
  static const char *const matter =
      "排查整治燃气隐患两千余处，未发生较大事故。\n"; /* the shorter: it is what moves */
  static const char *const other =
      "培育特色种植基地三十处，带动农户稳定增收。修建机耕道路八十公里，方便农机下田作业。\n";
  char text[3][1024];
  compared c;

  (void)state;
  snprintf(text[0], sizeof text[0],
           "某县政府工作报告（2023年）\n一、重点工作\n（一）抓实乡村产业\n%s（二）守牢安全底线\n%s",
           other, matter);
  snprintf(text[1], sizeof text[1],
           "某县政府工作报告（2024年）\n一、重点工作\n（一）抓实乡村产业\n%s（二）防范各类风险\n%s",
           other, matter);
  snprintf(text[2], sizeof text[2],
           "某县政府工作报告（2024年）\n一、重点工作\n（一）防范各类风险\n%s（二）抓实乡村产业\n%s",
           matter, other);
  c = compare(text[0], text[1]);
  assert_int_equal(find(&c, 0, "（二）守牢")->type, DZ_CHANGE_REWRITTEN);
  release(&c);
  c = compare(text[0], text[2]);
  assert_int_equal(find(&c, 0, "排查整治")->type, DZ_CHANGE_MOVED);
  assert_int_equal(find(&c, 0, "（二）守牢")->type, DZ_CHANGE_DELETED);
  assert_int_equal(find(&c, 1, "（一）防范")->type, DZ_CHANGE_INSERTED);
  release(&c);
}

static void sections_without_partner(void **state) {
  compared c = compare("一、产业发展\n培育特色种植基地三十处，带动农户稳定增收。\n"
                       "二、文化惠民\n举办群众文艺演出两百场，建成村级书屋四十间。\n",
                       "一、产业发展\n培育特色种植基地三十处，带动农户稳定增收。\n");

  (void)state;
  assert_int_equal(c.comparison->unpaired_count, 1);
  assert_int_equal(c.comparison->unpaired[0].report, 0);
  assert_int_equal(c.comparison->unpaired[0].fate, DZ_FATE_ABSENT);
  release(&c);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sections_by_content),
      cmocka_unit_test(sentences_and_types),
      cmocka_unit_test(figures_with_both_values),
      cmocka_unit_test(figures_of_one_kind),
      cmocka_unit_test(attributes),
      cmocka_unit_test(words_that_turn_a_statement_round),
      cmocka_unit_test(figures_of_sentences_without_partner),
      cmocka_unit_test(two_offices_are_no_two_editions),
      cmocka_unit_test(no_false_moves),
      cmocka_unit_test(renamed_headings),
      cmocka_unit_test(sections_without_partner),
  };

  return cmocka_run_group_tests_name("alignment", tests, NULL, NULL);
}
