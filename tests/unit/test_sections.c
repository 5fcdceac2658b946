/* test_sections.c - canonical sections of headings and of passages without
 * heading, empty ones, presence, and the knowledge as data. Protects what
 * "missing" and "present" mean to a reader. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "knowledge/knowledge.h"
#include "knowledge/taxonomy.h"
#include "normalize/sections/canonical.h"
#include "normalize/sections/coverage.h"
#include "tests/testing.h"

#define BODY "全年完成投资3.2亿元，新建农村公路12公里，改造危房36户，群众办事时间缩短了一半。"
#define STUDY_BODY "坚持每周读原文，参加中心组集中学习12次，撰写学习心得6篇。"
#define STYLE_BODY "深入村组走访群众86天，带头精简会议文件，反对形式主义。"
#define CLEAN_BODY "严格执行廉洁自律各项规定，不收受礼金礼品，管好家属和身边工作人员。"
#define WATCHED_BODY "认真办理人大代表建议和政协委员提案31件，自觉接受监督，满意率百分之百。"
#define LACK_BODY "还存在差距和不足，要求不够严，遇到难题有时绕着走，标准不高。"
#define PLAN_BODY "2023年将新建农村公路20公里，力争年底前完成危房改造，确保群众满意。"

static const dz_section *section_of(const dz_report *report, const char *heading) {
  for (size_t i = 0; i < report->section_count; i++)
    if (report->sections[i].headed &&
        !strcmp(test_span(report, report->sections[i].heading), heading))
      return &report->sections[i];
  fail_msg("no section %s", heading);
  return NULL;
}

static void heading_is(const dz_report *report, const char *heading, const char *id) {
  const dz_section *section = section_of(report, heading);

  assert_non_null(section->canonical);
  assert_string_equal(section->canonical->id, id);
  assert_true(section->confidence > 0 && section->confidence <= 1);
}

static const dz_section *passage_of(const dz_report *report, const char *id) {
  for (size_t i = 0; i < report->section_count; i++)
    if (!report->sections[i].headed && report->sections[i].canonical &&
        dz_canonical_in(report->sections[i].canonical, id))
      return &report->sections[i];
  return NULL;
}

static dz_coverage covers(const dz_report *report, const char *id) {
  const dz_canonical *canonical = dz_taxonomy_find(test_knowledge()->taxonomy, id);

  assert_non_null(canonical);
  return dz_report_coverage(report, canonical);
}

static void headings_are_named_at_both_levels(void **state) {
  dz_report *report = test_report(
      "2022年述职述廉报告\n一、强化理论武装，提高政治站位\n" BODY
      "\n二、勇于担当，抓好分管工作\n（一）抓好信访工作。" BODY "\n（二）推进乡村振兴。" BODY
      "\n1.产业发展。" BODY "\n2.厕所改造。" BODY "\n三、清正廉洁，严格自律\n" BODY
      "\n四、存在问题及下步打算\n（一）存在的问题\n工作标准还不高，方法不够灵活。\n"
      "（二）下步打算\n" BODY "\n");

  (void)state;
  heading_is(report, "强化理论武装，提高政治站位", "political_study");
  heading_is(report, "勇于担当，抓好分管工作", "duties");
  heading_is(report, "抓好信访工作", "duties.petitions");
  heading_is(report, "推进乡村振兴", "duties.agriculture_rural");
  heading_is(report, "厕所改造", "duties.agriculture_rural"); /* inherits */
  heading_is(report, "清正廉洁，严格自律", "integrity");
  heading_is(report, "存在的问题", "shortcomings");
  heading_is(report, "下步打算", "plans");
  dz_report_free(report);
}

static void passages_without_heading_play_their_part(void **state) {
  dz_report *report = test_report(
      "2022年述职述廉报告\n一年来，在县委、县政府的正确领导下，本人认真履职，现将情况报告如下：\n一"
      "、加强理论学习\n" STUDY_BODY "\n二、抓好分管工作\n（一）抓好城市建设。" BODY
      "\n三、坚守廉洁底线\n" CLEAN_BODY
      "\n回顾一年来的工作，成绩属于过去。我清醒地认识到，学习还不够深入"
      "，部分项目进展缓慢。今后的工作中，我将深入基层抓好城市更新"
      "项目建设。\n以上报告，请予审议。\n");
  const dz_section *passage;

  (void)state;
  assert_non_null(passage_of(report, "preamble"));
  passage = passage_of(report, "shortcomings");
  assert_non_null(passage);
  assert_non_null(strstr(test_span(report, passage->extent), "学习还不够深入，部分项目进展缓慢。"));
  assert_int_equal(passage->level, 1);
  assert_false(passage->vacuous);
  assert_non_null(passage_of(report, "closing"));
  assert_int_equal(covers(report, "plans"), DZ_COVERED);
  assert_int_equal(covers(report, "shortcomings"), DZ_COVERED);
  /* the closing paragraph no longer belongs to the part on integrity */
  assert_true(section_of(report, "坚守廉洁底线")->extent.end <= passage->extent.start);
  dz_report_free(report);
}

/* What a government asks of itself at the end is not called missing because no heading says
 * 自身建设. */
static void conduct_of_a_government_is_not_missing(void **state) {
  static const char head[] = "某县政府工作报告\n各位代表：\n一、去年工作回顾\n" BODY
                             "\n二、今年工作安排\n（一）抓好产业。" BODY "\n（二）抓好民生。" BODY
                             "\n";
  static const char *const ends[] = {
      "新的一年，我们要自觉接受人大及其常委会监督，严格依法行政，建设法治政府，锲而不舍反对形式主义"
      "、官僚主义，"
      "抓好党风廉政建设，坚决查处侵害群众利益的腐败问题。\n",
      "新的一年，我们要自觉接受人大及其常委会监督，把各项工作做得更好。\n"};

  (void)state;
  for (int i = 0; i < 2; i++) {
    char text[4096];
    dz_report *report;
    snprintf(text, sizeof text, "%s%s", head, ends[i]);
    report = test_report(text);
    assert_int_equal(report->type, DZ_TYPE_GWR);
    if (!i) assert_int_not_equal(covers(report, "integrity"), DZ_NOT_COVERED);
    dz_report_free(report);
  }
}

static void lists_in_the_closing_paragraph_belong_to_it(void **state) {
  dz_report *report = test_report(
      "2022年述职报告\n一、抓好分管工作\n" BODY "\n二、坚守廉洁底线\n" CLEAN_BODY
      "\n过去一年，仍存在一些问题和不足，主要是学习不够深入。下一步，我将认真加以解决：一是加强学习"
      "。" PLAN_BODY "二是狠抓项目建设。" PLAN_BODY "\n述职人：李四\n2023年1月5日\n");
  const dz_section *item = section_of(report, "狠抓项目建设"), *plans;

  (void)state;
  assert_int_equal(item->level, 2);
  assert_string_equal(item->canonical->id, "plans.plan_duties");
  plans = &report->sections[item->parent];
  assert_false(plans->headed);
  assert_true(dz_canonical_in(plans->canonical, "plans") && plans->extent.end >= item->extent.end);
  assert_int_equal(covers(report, "shortcomings"), DZ_COVERED);
  assert_null(strstr(test_span(report, item->extent), "述职人"));
  dz_report_free(report);
}

static void mottoes_are_known_by_what_stands_below(void **state) {
  dz_report *report = test_report(
      "2022年述职报告\n一、真抓实干，奋勇争先\n（一）抓好信访工作。" BODY
      "\n（二）抓好农村公路建设。" BODY "\n二、真抓实干，改进作风\n" STYLE_BODY "\n");

  (void)state;
  heading_is(report, "真抓实干，奋勇争先", "duties");
  heading_is(report, "真抓实干，改进作风", "work_style");
  dz_report_free(report);
}

/* A heading that names nothing: the body tells the field of work. */
static void fields_are_known_by_what_stands_below(void **state) {
  dz_report *report = test_report("临河县副县长2021年述职报告\n一、让车跑得起来\n新建农村公路62公里"
                                  "，改造危桥9座，开通城乡公交线路3条。"
                                  "\n二、叫孩子有书读\n新建中小学校4所，新增学位1800个，招聘教师120"
                                  "名，义务教育巩固率提高2个百分点。\n");

  (void)state;
  heading_is(report, "让车跑得起来", "duties.transport");
  heading_is(report, "叫孩子有书读", "duties.education");
  dz_report_free(report);
}

static void empty_admissions_are_told_from_real_ones(void **state) {
  dz_report *report = test_report(
      "2022年述职报告\n一、抓好分管工作\n" BODY
      "\n我深感与组织的要求还有一定差距。在今后的工作中，我将再接再厉，勤奋工作。\n");

  (void)state;
  assert_int_equal(covers(report, "shortcomings"), DZ_COVERED_EMPTY);
  assert_int_equal(covers(report, "plans"), DZ_COVERED_EMPTY);
  assert_int_equal(covers(report, "integrity"), DZ_NOT_COVERED);
  dz_report_free(report);
}

static void buried_sentences_count_as_merged(void **state) {
  dz_report *report = test_report(
      "2022年履职情况的报告\n一、抓好分管工作\n（一）做好办公室工作。" BODY
      "认真办理人大代表建议和政协委员提案，代表建议办结率和满意率都达到百分之百。\n（二）抓好公文办"
      "理。" BODY "\n");

  (void)state;
  assert_true(covers(report, "supervision") <= DZ_COVERED_MERGED);
  dz_report_free(report);
}

static void parents_stand_before_children_and_around_them(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= 40; seed++) {
    static const char *const pieces[] = {"一、加强学习\n",
                                         "（一）抓项目。",
                                         BODY,
                                         "\n",
                                         "二、廉洁自律\n",
                                         "一是抓落实。",
                                         "二是抓民生。",
                                         "1.抓产业\n",
                                         "存在的问题\n",
                                         "今后的工作中，我将努力。",
                                         "：",
                                         "各位代表！\n"};
    uint64_t state_of = seed * 0x9E3779B97F4A7C15u;
    dz_buffer text;
    dz_buffer_init(&text);
    dz_buffer_string(&text, "述职报告\n");
    for (int i = 0; i < 30; i++) {
      state_of = state_of * 6364136223846793005u + 1442695040888963407u;
      dz_buffer_string(&text, pieces[(state_of >> 33) % (sizeof pieces / sizeof *pieces)]);
    }
    dz_buffer_string(&text, "\n" BODY);
    dz_report *report = test_report(text.data);
    dz_buffer_free(&text);
    for (size_t i = 0; i < report->section_count; i++) {
      const dz_section *section = &report->sections[i];
      assert_true(section->extent.start <= section->extent.end);
      if (i) assert_true(report->sections[i - 1].extent.start <= section->extent.start);
      if (section->parent == DZ_NO_SECTION) {
        assert_int_equal(section->level, 1);
        continue;
      }
      assert_true((size_t)section->parent < i);
      assert_int_equal(section->level, report->sections[section->parent].level + 1);
      assert_true(report->sections[section->parent].extent.end >= section->extent.end);
    }
    dz_report_free(report);
  }
}

static void presence_tells_absent_from_empty(void **state) {
  dz_report *reports[2] = {
      test_report("2022年述职报告\n一、加强理论学习\n" BODY "\n二、抓好分管工作\n" BODY
                  "\n三、坚守廉洁底线\n" BODY "\n四、存在的不足\n学习不够深入，工作标准不高。\n五、"
                  "努力方向\n抓好农村公路建设和养老服务。\n"),
      test_report("2022年述职报告\n一、加强理论学习\n" BODY "\n二、抓好分管工作\n" BODY
                  "\n我深感与组织的要求还有一定差距。\n"),
  };
  dz_comparison *comparison;
  dz_error error;
  int absent = 0, empty = 0;

  (void)state;
  assert_int_equal(dz_comparison_build(&comparison, (const dz_report *const *)reports, 2,
                                       test_knowledge(), NULL, &error),
                   DZ_OK);
  for (size_t i = 0; i < comparison->missing_count; i++) {
    const dz_missing *missing = &comparison->missing[i];
    if (missing->requirement != DZ_REQUIRED) continue;
    assert_int_equal(missing->report, 1);
    if (!strcmp(missing->canonical->id, "integrity")) absent += missing->why == DZ_ABSENT;
    if (!strcmp(missing->canonical->id, "shortcomings")) empty += missing->why == DZ_EMPTY;
  }
  assert_int_equal(absent, 1);
  assert_int_equal(empty, 1);
  dz_comparison_free(comparison);
  dz_report_free(reports[0]);
  dz_report_free(reports[1]);
}

/* A folder of tables with one row of the user's own. */
static void a_heading_variant_can_be_added_as_data(void **state) {
  static const char text[] = "2022年述职报告\n一、走村入户听民声\n" BODY "\n二、抓好分管工作\n" BODY
                             "\n";
  char folder[] = "/tmp/duizhao-data-XXXXXX", path[64];
  dz_knowledge *knowledge;
  dz_report *report;
  dz_error error;
  FILE *file;

  (void)state;
  assert_non_null(mkdtemp(folder));
  snprintf(path, sizeof path, "%s/section_cues.tsv", folder);
  file = fopen(path, "w");
  assert_non_null(file);
  fputs("# id\tkind\twords\nwork_style\tvariant\t走村入户听民声\nduties\tstrong\t分管工作\n", file);
  fclose(file);
  assert_int_equal(dz_knowledge_load(&knowledge, folder, &error), DZ_OK);
  assert_int_equal(dz_report_parse(&report, "a.txt", text, strlen(text), knowledge, NULL, &error),
                   DZ_OK);
  heading_is(report, "走村入户听民声", "work_style");
  dz_report_free(report);
  dz_knowledge_free(knowledge);

  file = fopen(path, "w");
  assert_non_null(file);
  fputs("no_such_section\tvariant\t走村入户听民声\n", file);
  fclose(file);
  assert_int_equal(dz_knowledge_load(&knowledge, folder, &error), DZ_DATA);
  assert_non_null(strstr(error.message, "section_cues.tsv:1:"));
  unlink(path);
  rmdir(folder);
}

static void headings_of_other_parts_leave_the_duties(void **state) {
  dz_report *report = test_report(
      "2023年述职报告\n一、履职情况\n（一）加强理论武装，把牢方向\n" STUDY_BODY
      "\n（二）严守廉洁底线，干净做事\n" CLEAN_BODY "\n（三）主动接受监督，改进工作\n" WATCHED_BODY
      "\n（四）勇于担当，做好征兵工作\n" BODY "\n");

  (void)state;
  heading_is(report, "加强理论武装，把牢方向",
             "political_study.theory_study"); /* 武装 alone is defence */
  heading_is(report, "严守廉洁底线，干净做事", "integrity");
  assert_string_equal(
      dz_canonical_family(section_of(report, "主动接受监督，改进工作")->canonical)->id,
      "supervision");
  heading_is(report, "勇于担当，做好征兵工作",
             "duties.defense_veterans"); /* a motto leaves nothing */
  dz_report_free(report);
}

static void admissions_and_plans_are_known_by_their_heading(void **state) {
  dz_report *report = test_report(
      "2020年度工作总结\n一、存在的突出问题\n（一）带头学习方面。" LACK_BODY
      "\n（二）带头守纪方面。" LACK_BODY "\n二、2020年工作安排完成情况\n" BODY
      "\n三、2021年工作安排\n开展执法检查，推动依法行政，推进法治建设。\n");

  (void)state;
  heading_is(report, "存在的突出问题", "shortcomings");
  assert_string_equal(dz_canonical_family(section_of(report, "带头守纪方面")->canonical)->id,
                      "shortcomings");
  assert_string_not_equal(
      dz_canonical_family(section_of(report, "2020年工作安排完成情况")->canonical)->id, "plans");
  heading_is(report, "2021年工作安排", "plans");
  dz_report_free(report);
}

static void work_reports_on_government_itself_and_their_annexes(void **state) {
  dz_report *report = test_report(
      "政府工作报告\n一、2025年工作回顾\n（一）扩大内需。" BODY "\n（二）加强政府自身建设。" BODY
      "\n二、2026年工作安排\n（一）扩大有效投资。" BODY "\n（二）办好人民满意的教育。" BODY
      "\n（三）推动融合成效提升，统筹发展和安全。" BODY
      "\n（四）加强政府自身建设，努力建设人民满意的服务型政府\n加强政治建设。" BODY
      "\n坚持依法行政。" BODY "\n附件1\n2026年市十件民生实事\n1.改造供水管网。" BODY
      "\n2.新建口袋公园。" BODY "\n附件2\n名词解释\n1.两重：\n" BODY "\n");

  (void)state;
  heading_is(report, "加强政府自身建设", "gwr_parts.self_building");
  heading_is(report, "加强政府自身建设，努力建设人民满意的服务型政府", "gwr_parts.self_building");
  heading_is(report, "坚持依法行政", "gwr_parts.self_building");
  heading_is(report, "办好人民满意的教育", "duties.education");
  heading_is(report, "附件1", "gwr_parts.practical_matters");
  heading_is(report, "推动融合成效提升，统筹发展和安全",
             "duties.safety_emergency"); /* 合成 is no word in it */
  assert_null(section_of(report, "附件2")->canonical);
  assert_null(section_of(report, "名词解释")->canonical);
  dz_report_free(report);
}

/* The turn from what was done to what is wrong is no row beside rows, and has its own part. */
static void the_turn_to_faults_is_no_row(void **state) {
  dz_report *report = test_report(
      "政府工作报告\n各位代表：\n现在，我代表市人民政府，向大会报告工作。\n一、2023年工作回顾\n产业"
      "发展提速。" BODY "\n城乡面貌改善。" BODY
      "\n各位代表，这些来之不易。要向全市人民表示感谢。\n在此，我代表市人民政府，致以崇高的敬意！\n"
      "成绩令人鼓舞，经验弥足珍贵。在看到成绩的同时，我们也清醒地认识到，结构不优，动能不足。\n"
      "二、2024年工作安排\n" BODY "\n");
  const dz_section *faults = passage_of(report, "shortcomings");

  (void)state;
  section_of(report, "产业发展提速");
  section_of(report, "城乡面貌改善");
  assert_non_null(faults);
  assert_span(report, faults->extent, "在看到成绩的同时，我们也清醒地认识到，结构不优，动能不足。");
  dz_report_free(report);
}

/* 这五年，我们…: statements are rows where they share their first words, and hold the rows inside
 * their paragraphs. */
static void statements_alike_are_rows(void **state) {
  static const char head[] =
      "政府工作报告\n各位代表：\n现在，我代表市人民政府，向大会报告工作。\n一、五年工作回顾\n";
  char text[2048];
  dz_report *report;

  (void)state;
  snprintf(text, sizeof text,
           "%s这五年，我们坚持创新发展，综合实力迈上台阶。%"
           "s\n这五年，我们坚持协调发展，城乡面貌焕然一新。%s\n"
           "这五年，我们坚持共享发展，民生福祉持续改善。%s\n二、工作安排\n%s\n",
           head, BODY, BODY, BODY, BODY);
  report = test_report(text);
  assert_int_equal(section_of(report, "这五年，我们坚持协调发展，城乡面貌焕然一新")->level, 2);
  dz_report_free(report);
  snprintf(text, sizeof text,
           "%s我们坚持创新发展，综合实力迈上台阶。%s\n这一年城乡面貌焕然一新。%s\n"
           "五年来民生福祉持续改善。%s\n二、工作安排\n%s\n",
           head, BODY, BODY, BODY, BODY);
  report = test_report(text);
  for (size_t i = 0; i < report->section_count; i++)
    assert_true(!report->sections[i].headed || report->sections[i].level == 1);
  dz_report_free(report);
}

static void plans_of_an_aspect_are_found_among_plans_only(void **state) {
  dz_report *report = test_report(
      "2022年述职报告\n一、转变职能，廉洁自律\n（一）加强学习，提高素质。" STUDY_BODY
      "\n（二）廉洁从政。" CLEAN_BODY "\n二、下一步打算\n（一）加强学习，提高素质。" PLAN_BODY
      "\n（二）真抓实干。" PLAN_BODY "\n");

  (void)state;
  assert_string_equal(report->sections[1].canonical->id, "political_study");
  assert_string_equal(report->sections[4].canonical->id, "plans.plan_study");
  dz_report_free(report);
}

static void a_figure_fills_an_admission(void **state) {
  dz_report *report = test_report("述职报告\n一、主要工作\n" BODY
                                  "\n二、存在不足\n一些方面与期望相比仍是11人。\n");

  (void)state;
  assert_false(section_of(report, "存在不足")->vacuous);
  dz_report_free(report);
}

/* Sections are data: whichever row of the table is renamed or left out, the tables are refused with
 * the name of the file, or the program works on without it. */
static void no_row_of_the_sections_is_needed_in_silence(void **state) {
  enum { TABLE_MOST = 1 << 16 };
  static char table[TABLE_MOST];
  static const char text[] = "2022年述职报告\n一、抓好分管工作\n" BODY "\n二、下步打算\n" PLAN_BODY
                             "\n";
  char folder[] = "/tmp/duizhao-data-XXXXXX", path[64];
  FILE *file = fopen("data/sections.tsv", "r");
  size_t length = file ? fread(table, 1, sizeof table - 1, file) : 0;

  (void)state;
  if (!file) skip();
  fclose(file);
  assert_in_range(length, 1, sizeof table - 2);
  assert_non_null(mkdtemp(folder));
  snprintf(path, sizeof path, "%s/sections.tsv", folder);
  for (char *line = table, *end; (end = strchr(line, '\n')) != NULL; line = end + 1)
    for (int rename = 0; rename < 2 && *line != '#'; rename++) {
      dz_knowledge *knowledge;
      dz_report *report;
      dz_error error;
      file = fopen(path, "w");
      assert_non_null(file);
      fwrite(table, 1, (size_t)(line - table), file);
      if (rename) fprintf(file, "x%.*s\n", (int)(end - line), line);
      fputs(end + 1, file);
      fclose(file);
      if (dz_knowledge_load(&knowledge, folder, &error)) {
        assert_non_null(strstr(error.message, ".tsv:"));
        continue;
      }
      assert_int_equal(
          dz_report_parse(&report, "a.txt", text, strlen(text), knowledge, NULL, &error), DZ_OK);
      dz_report_free(report);
      dz_knowledge_free(knowledge);
    }
  unlink(path);
  rmdir(folder);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(headings_are_named_at_both_levels),
      cmocka_unit_test(passages_without_heading_play_their_part),
      cmocka_unit_test(conduct_of_a_government_is_not_missing),
      cmocka_unit_test(lists_in_the_closing_paragraph_belong_to_it),
      cmocka_unit_test(mottoes_are_known_by_what_stands_below),
      cmocka_unit_test(fields_are_known_by_what_stands_below),
      cmocka_unit_test(empty_admissions_are_told_from_real_ones),
      cmocka_unit_test(buried_sentences_count_as_merged),
      cmocka_unit_test(parents_stand_before_children_and_around_them),
      cmocka_unit_test(presence_tells_absent_from_empty),
      cmocka_unit_test(headings_of_other_parts_leave_the_duties),
      cmocka_unit_test(admissions_and_plans_are_known_by_their_heading),
      cmocka_unit_test(work_reports_on_government_itself_and_their_annexes),
      cmocka_unit_test(the_turn_to_faults_is_no_row),
      cmocka_unit_test(statements_alike_are_rows),
      cmocka_unit_test(plans_of_an_aspect_are_found_among_plans_only),
      cmocka_unit_test(a_figure_fills_an_admission),
      cmocka_unit_test(a_heading_variant_can_be_added_as_data),
      cmocka_unit_test(no_row_of_the_sections_is_needed_in_silence),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
