/* test_reuse.c - reuse between whole reports: what was done to a copy does not hide it, one item
 * per passage, the
 * class of each, slots old and new, evidence, direction and self-reuse, several reports at once,
 * the rates. */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "tests/testing.h"

#define PARTS "一、2018年工作回顾\n%s\n二、2019年工作安排\n%s\n"
#define ORANGES "全县柑橘种植面积达到12万亩，三千户果农用上了滴灌设备，合作社把鲜果卖到了沿海城市。"
#define BRIDGES "跨江的两座老桥换了新栏杆，桥头的夜市重新开张，周边小店的客流比去年多了一半。"
#define SCHOOLS "山里的六所小学通了校车，孩子们不再翻山上学，午餐里每天都有一个鸡蛋和一杯牛奶。"
#define FILL_A "\n这一段说的是别的事情，与那边没有什么关系，只是把版面填满而已。\n"
#define FILL_B "\n隔壁老王家的院子里晒着辣椒，墙角那辆旧自行车很久没有人骑了。\n"

typedef struct fixture {
  dz_report *reports[10];
  size_t count;
  dz_comparison *comparison;
} fixture;

static fixture compare_with(const dz_knowledge *knowledge, size_t count, const char *const *texts) {
  static const dz_compare_options options = {.base = -1};
  fixture f = {.count = count};
  dz_error error;

  for (size_t i = 0; i < count; i++) f.reports[i] = test_report(texts[i]);
  if (dz_comparison_build(&f.comparison, (const dz_report *const *)f.reports, count, knowledge,
                          &options, &error))
    fail_msg("%s", error.message);
  return f;
}

static fixture compare(size_t count, const char *const *texts) {
  return compare_with(test_knowledge(), count, texts);
}

static void done(fixture *f) {
  dz_comparison_free(f->comparison);
  for (size_t i = 0; i < f->count; i++) dz_report_free(f->reports[i]);
}

static size_t passages(const dz_comparison *c) {
  size_t n = 0;

  while (n < c->reuse_count && c->reuse[n].reuse_class != DZ_REUSE_FORMULA) n++;
  return n;
}

static void a_copied_paragraph_is_one_item_with_its_exact_ends(void **state) {
  fixture f = compare(
      2, (const char *[]){FILL_A ORANGES FILL_A BRIDGES SCHOOLS, FILL_B ORANGES FILL_B});

  (void)state;
  assert_int_equal(passages(f.comparison), 1);
  assert_int_equal(f.comparison->reuse[0].reuse_class, DZ_REUSE_DISTINCTIVE);
  assert_int_equal(f.comparison->reuse[0].place_count, 2);
  assert_span(f.reports[0], f.comparison->reuse[0].places[0].span, ORANGES);
  assert_span(f.reports[1], f.comparison->reuse[0].places[1].span, ORANGES);
  assert_true(f.comparison->reuse[0].similarity > 0.99);
  done(&f);
}

/* 以上；社 → 左右；社 is no name of an office, though 社 ends many: a name goes over no mark that parts
 * clauses. */
static void a_name_stays_inside_its_clause(void **state) {
  fixture f = compare(
      2, (const char *[]){
             FILL_A "预期目标是果园投资增长4%以上；社区食堂新开30家，三千户果农用上了滴灌设备。",
             FILL_B "预期目标是果园投资增长3%左右；社区食堂新开20家，三千户果农用上了滴灌设备。"});
  const dz_reuse *item = f.comparison->reuse;

  (void)state;
  assert_int_equal(f.comparison->reuse_count, 1);
  assert_true(item->slot_count >= 2);
  for (size_t i = 0; i < item->slot_count; i++)
    assert_int_equal(item->slots[i].kind, DZ_SLOT_NUMBER);
  done(&f);
}

static void a_template_lists_what_was_exchanged(void **state) {
  fixture f = compare(2, (const char *[]){FILL_A ORANGES, FILL_B
                                          "全市柑橘种植面积达到35万亩，三千户果农用上了滴灌设备，"
                                          "合作社把鲜果卖到了沿海城市。"});
  const dz_reuse *item = f.comparison->reuse;

  (void)state;
  assert_int_equal(passages(f.comparison), 1);
  assert_int_equal(item->reuse_class, DZ_REUSE_TEMPLATE);
  assert_int_equal(item->slot_count, 2);
  assert_int_equal(item->slots[0].kind, DZ_SLOT_PLACE);
  assert_int_equal(item->slots[1].kind, DZ_SLOT_NUMBER);
  assert_span(f.reports[0], item->slots[1].spans[0], "12");
  assert_span(f.reports[1], item->slots[1].spans[1], "35");
  done(&f);
}

static void clauses_that_changed_places_are_one_passage(void **state) {
  fixture f = compare(
      2, (const char *[]){
             FILL_A BRIDGES SCHOOLS, FILL_B
             "午餐里每天都有一个鸡蛋和一杯牛奶，孩子们不再翻山上学，山里的六所小学通了校车。"
             "桥头的夜市重新开张，跨江的两座老桥换了新栏杆，周边小店的客流比去年多了一半。"});

  (void)state;
  assert_int_equal(passages(f.comparison), 1);
  assert_span(f.reports[0], f.comparison->reuse[0].places[0].span, BRIDGES SCHOOLS);
  done(&f);
}

static void words_swapped_and_clauses_dropped_do_not_hide_it(void **state) {
  fixture f = compare(
      2, (const char *[]){
             FILL_A BRIDGES SCHOOLS, FILL_B
             "跨江的两座老桥更换了新护栏，桥头的夜市再次开张，附近小店的客流比去年增加了一半。"
             "山里的六所小学通了校车，午餐里每天都有一个鸡蛋和一杯牛奶。"});

  (void)state;
  assert_int_equal(passages(f.comparison), 1);
  done(&f);
}

static void set_phrases_are_formula_and_kept(void **state) {
  fixture f = compare(
      2,
      (const char *[]){"坚持以习近平新时代中国特色社会主义思想为指导，把河堤又加高了半尺。",
                       "那年我们坚持以习近平新时代中国特色社会主义思想为指导，修好了祠堂的屋顶。"});

  (void)state;
  assert_int_equal(passages(f.comparison), 0);
  assert_int_equal(f.comparison->reuse_count, 1);
  assert_int_equal(f.comparison->reuse[0].reuse_class, DZ_REUSE_FORMULA);
  assert_true(f.comparison->rates[0].overall > 0.3);
  assert_true(f.comparison->rates[0].without_formula == 0);
  done(&f);
}

static void set_phrases_in_another_order_are_a_copy(void **state) {
  fixture f = compare(
      2,
      (const char *[]){
          FILL_A
          "坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，服务和融入新发展格局，"
          "防范化解重点领域风险，保持社会和谐稳定，不断提高人民生活水平，推动经济持续回升向好，"
          "高质量完成十四五规划目标任务，为实现十五五良好开局打牢基础，扎实推动高质量发展。" FILL_A,
          FILL_B "为实现十五五良好开局打牢基础，不断提高人民生活水平，完整准确全面贯彻新发展理念，"
                 "推动经济持续回升向好，坚持稳中求进工作总基调，高质量完成十四五规划目标任务，"
                 "扎实推动高质量发展，服务和融入新发展格局，保持社会和谐稳定，防范化解重点领域风险"
                 "。" FILL_B});

  (void)state;
  assert_int_equal(passages(f.comparison), 1);
  assert_int_equal(f.comparison->reuse[0].reuse_class, DZ_REUSE_DISTINCTIVE);
  done(&f);
}

/* Title, occasion, paper and form of address are the same in every report. */
static void the_lines_before_the_body_are_nobodys(void **state) {
  static const char front[] =
      "2019年云泽市政府工作报告\n——2019年1月26日在云泽市第九届人民代表大会第四次会议上\n"
      "来源：云泽日报\n时间：2019-02-02\n各位代表：\n";
  char a[4096], b[4096], body[2048];
  fixture f;

  (void)state;
  snprintf(body, sizeof body, PARTS, FILL_A, ORANGES);
  snprintf(a, sizeof a, "%s%s", front, body);
  snprintf(body, sizeof body, PARTS, FILL_B, BRIDGES);
  snprintf(b, sizeof b, "%s%s", front, body);
  f = compare(2, (const char *[]){a, b});
  assert_true(f.comparison->reuse_count > 0);
  for (size_t i = 0; i < f.comparison->reuse_count; i++)
    assert_int_equal(f.comparison->reuse[i].reuse_class, DZ_REUSE_FORMULA);
  done(&f);
}

#define CLASSIC_1 "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜"
#define CLASSIC_2 "金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔龙师火帝鸟官人皇"
#define CLASSIC_3 "始制文字乃服衣裳推位让国有虞陶唐吊民伐罪周发殷汤坐朝问道垂拱平章爱育黎首臣伏戎羌"

/* Longer than any phrase: set wording only when all of it is. */
static void long_text_is_formula_when_nothing_in_it_is_own(void **state) {
  char folder[] = "/tmp/duizhao-test-XXXXXX", path[64];
  dz_knowledge *knowledge;
  dz_error error;
  FILE *file;
  fixture f;

  (void)state;
  assert_non_null(mkdtemp(folder));
  snprintf(path, sizeof path, "%s/genre.tsv", folder);
  file = fopen(path, "w");
  assert_non_null(file);
  fputs(CLASSIC_1 "\t60\t2010\t2012\n" CLASSIC_2 "\t60\t2010\t2012\n" CLASSIC_3
                  "\t60\t2010\t2012\n",
        file);
  fclose(file);
  assert_int_equal(dz_knowledge_load(&knowledge, folder, &error), DZ_OK);
  unlink(path);
  rmdir(folder);
  f = compare_with(knowledge, 2,
                   (const char *[]){FILL_A CLASSIC_1 CLASSIC_2 CLASSIC_3 "。" FILL_A,
                                    FILL_B CLASSIC_1 CLASSIC_2 CLASSIC_3 "。" FILL_B});
  assert_int_equal(f.comparison->reuse[0].reuse_class, DZ_REUSE_FORMULA);
  done(&f);
  f = compare_with(
      knowledge, 2,
      (const char *[]){FILL_A CLASSIC_1 CLASSIC_2 "石桥边的老槐树" CLASSIC_3 "。" FILL_A,
                       FILL_B CLASSIC_1 CLASSIC_2 "石桥边的老槐树" CLASSIC_3 "。" FILL_B});
  assert_int_equal(f.comparison->reuse[0].reuse_class, DZ_REUSE_DISTINCTIVE);
  done(&f);
  dz_knowledge_free(knowledge);
}

static void a_passage_in_three_reports_is_one_item(void **state) {
  fixture f = compare(
      4, (const char *[]){FILL_A ORANGES, ORANGES FILL_B, BRIDGES FILL_A ORANGES, FILL_B SCHOOLS});

  (void)state;
  assert_true(passages(f.comparison) >= 1);
  assert_int_equal(f.comparison->reuse[0].reports, 3);
  assert_int_equal(f.comparison->reuse[0].place_count, 3);
  for (size_t i = 0; i < 3; i++)
    assert_span(f.reports[f.comparison->reuse[0].places[i].report],
                f.comparison->reuse[0].places[i].span, ORANGES);
  done(&f);
}

static void own_reuse_and_direction_come_from_the_years(void **state) {
  fixture f = compare(2, (const char *[]){"安化县副县长2023年述职报告\n" ORANGES FILL_A,
                                          "安化县副县长2022年述职报告\n" ORANGES FILL_B});

  (void)state;
  assert_int_equal(passages(f.comparison), 1);
  assert_true(f.comparison->reuse[0].own);
  assert_int_equal(f.comparison->reuse[0].source, 1);
  assert_true(f.comparison->rates[0].without_own == 0);
  assert_true(f.comparison->rates[0].without_formula > 0.3);
  done(&f);
}

/* Masks equal nothing, but where they are all that differs nothing was exchanged. */
static void masks_alone_make_no_template(void **state) {
  static const char *const MASKED = "副县长2023年述职报告\n" ORANGES
                                    "修好水渠**公里、村道**公里，硬化晒谷坪**块，路灯亮到村口。";
  fixture f = compare(2, (const char *[]){MASKED, MASKED});

  (void)state;
  assert_int_equal(f.comparison->reuse[0].reuse_class, DZ_REUSE_DISTINCTIVE);
  assert_int_equal(f.comparison->reuse[0].slot_count, 0);
  done(&f);
}

static void a_place_left_in_gives_the_copy_away(void **state) {
  fixture f = compare(2, (const char *[]){"安化县副县长2022年述职报告\n" ORANGES
                                          "安化县的桥也修好了，路灯亮到了村口。",
                                          "平乐县副县长2023年述职报告\n" ORANGES
                                          "安化县的桥也修好了，路灯亮到了村口。"});
  const dz_reuse *item = f.comparison->reuse;

  (void)state;
  assert_true(passages(f.comparison) >= 1);
  assert_false(item->own);
  assert_int_equal(item->source, 0);
  assert_true(item->evidence_count >= 1);
  assert_int_equal(item->evidence[item->evidence_count - 1].report, 1);
  assert_span(f.reports[1], item->evidence[item->evidence_count - 1].span, "安化");
  assert_int_equal(item->evidence[item->evidence_count - 1].kind, DZ_FIND_PLACE_LEAK);
  done(&f);
}

static void two_copies_of_one_file_are_wholly_repeated(void **state) {
  fixture f = compare(2, (const char *[]){"一、主要工作\n" ORANGES FILL_A BRIDGES,
                                          "一、主要工作\n" ORANGES FILL_A BRIDGES});

  (void)state;
  assert_int_equal(f.comparison->rates[0].repeated, f.comparison->rates[0].total);
  assert_true(f.comparison->rates[0].overall == 1 && f.comparison->similarity[1] == 1);
  assert_int_equal(f.comparison->rates[0].single_max_report, 1);
  for (size_t i = 0; i < sizeof f.comparison->rates[0].bar; i++)
    assert_true(f.comparison->rates[0].bar[i] > 0);
  done(&f);
}

static void reports_with_nothing_in_common_have_no_item(void **state) {
  fixture f = compare(2, (const char *[]){FILL_A ORANGES, FILL_B SCHOOLS});

  (void)state;
  assert_int_equal(f.comparison->reuse_count, 0);
  assert_int_equal(f.comparison->rates[1].repeated, 0);
  assert_int_equal(f.comparison->rates[1].single_max_report, -1);
  done(&f);
}

static const dz_reuse *item_with(const fixture *f, const char *words) {
  for (size_t i = 0; i < f->comparison->reuse_count; i++) {
    const dz_place *place = &f->comparison->reuse[i].places[0];
    if (strstr(test_span(f->reports[place->report], place->span), words))
      return &f->comparison->reuse[i];
  }
  fail_msg("no item with %s", words);
  return NULL;
}

/* Appends a paragraph that no other (report, part) has. */
static void add_filler(dz_buffer *text, unsigned report, unsigned part) {
  for (unsigned i = 0; i < 60; i++)
    dz_buffer_cp(text, 0x5000 + (report * 4099 + part * 1031 + i * (97 + report)) % 0x4000);
  dz_buffer_string(text, "。\n");
}

/* Ten reports: three copied one paragraph, more than half have another, four a short sentence. */
static void many_reports_tell_what_is_common_among_them(void **state) {
  dz_buffer texts[10];
  const char *list[10];
  fixture f;

  (void)state;
  for (unsigned i = 0; i < 10; i++) {
    dz_buffer_init(&texts[i]);
    add_filler(&texts[i], i, 0);
    if (i < 3) dz_buffer_string(&texts[i], ORANGES "\n");
    add_filler(&texts[i], i, 1);
    if (i >= 4) dz_buffer_string(&texts[i], BRIDGES "\n");
    add_filler(&texts[i], i, 2);
    if (i >= 2 && i < 6) dz_buffer_string(&texts[i], "水管从河边通到了山上的每一户人家。\n");
    add_filler(&texts[i], i, 3);
    list[i] = texts[i].data;
  }
  f = compare(10, list);
  assert_int_equal(item_with(&f, "柑橘")->reuse_class, DZ_REUSE_DISTINCTIVE);
  assert_int_equal(item_with(&f, "柑橘")->reports, 3);
  assert_int_equal(item_with(&f, "老桥")->reuse_class, DZ_REUSE_FORMULA);
  assert_int_equal(item_with(&f, "老桥")->reports, 6);
  assert_int_equal(item_with(&f, "水管")->reuse_class, DZ_REUSE_FORMULA);
  assert_int_equal(item_with(&f, "水管")->reports, 4);
  done(&f);
  for (int i = 0; i < 10; i++) dz_buffer_free(&texts[i]);
}

#define WELL_A                                                                                     \
  "修井队不能只在院里等人喊，要走到村口看水桶，缺绳的配绳，缺桶的配桶，一井一卡、修完划账。"
#define WELL_B                                                                                     \
  "挖渠队不能光在屋里等人喊，要跑到村口看水桶，缺锹的配锹，缺桶的借桶，一渠一卡、修完销账。"

/* No run of a clause stands in both: the sentences are alike all the same. The
 * it was reworded. The ends are those of the sentences. */
static void a_reworded_sentence_is_found_and_said_to_be_so(void **state) {
  fixture f = compare(2, (const char *[]){FILL_A WELL_A FILL_A, FILL_B WELL_B FILL_B});

  (void)state;
  assert_int_equal(passages(f.comparison), 1);
  assert_true(f.comparison->reuse[0].similarity < 0.8);
  assert_span(f.reports[0], f.comparison->reuse[0].places[0].span, WELL_A);
  assert_span(f.reports[1], f.comparison->reuse[0].places[1].span, WELL_B);
  done(&f);
}

/* A word of letters is one symbol: a passage neither begins nor ends inside one, and words that
 * share their first letters are not the same. */
static void nothing_begins_inside_a_word_of_letters(void **state) {
  fixture f = compare(
      2, (const char *[]){"The committee mended forty wooden bridges along the upper river road.\n",
                          "Subcommittee mended forty wooden bridges along the upper riverbank.\n"});
  const dz_place *places;

  (void)state;
  assert_true(f.comparison->reuse_count > 0);
  places = f.comparison->reuse[0].places;
  assert_true(places[0].span.start == 0 || places[0].span.start == 4 || places[0].span.start == 14);
  assert_true(places[1].span.start == 0 || places[1].span.start == 13);
  done(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_reworded_sentence_is_found_and_said_to_be_so),
      cmocka_unit_test(nothing_begins_inside_a_word_of_letters),
      cmocka_unit_test(a_copied_paragraph_is_one_item_with_its_exact_ends),
      cmocka_unit_test(a_name_stays_inside_its_clause),
      cmocka_unit_test(a_template_lists_what_was_exchanged),
      cmocka_unit_test(clauses_that_changed_places_are_one_passage),
      cmocka_unit_test(words_swapped_and_clauses_dropped_do_not_hide_it),
      cmocka_unit_test(set_phrases_are_formula_and_kept),
      cmocka_unit_test(set_phrases_in_another_order_are_a_copy),
      cmocka_unit_test(the_lines_before_the_body_are_nobodys),
      cmocka_unit_test(long_text_is_formula_when_nothing_in_it_is_own),
      cmocka_unit_test(a_passage_in_three_reports_is_one_item),
      cmocka_unit_test(own_reuse_and_direction_come_from_the_years),
      cmocka_unit_test(a_place_left_in_gives_the_copy_away),
      cmocka_unit_test(masks_alone_make_no_template),
      cmocka_unit_test(many_reports_tell_what_is_common_among_them),
      cmocka_unit_test(two_copies_of_one_file_are_wholly_repeated),
      cmocka_unit_test(reports_with_nothing_in_common_have_no_item),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
