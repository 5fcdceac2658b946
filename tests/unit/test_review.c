/* test_review.c - the checks on one report. Protects both sides: what is wrong is found and quoted,
 * and what is right -
 * sums that add up within their rounding, history, travel, nouns that end in 区 - is left alone. */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "tests/testing.h"

/* The findings of the kinds named, as "kind:quote" joined by "; ". */
static char *findings_with(const char *text, const dz_knowledge *knowledge, const char *kinds) {
  dz_report *report;
  dz_review *review;
  dz_error error;
  dz_buffer out;

  assert_int_equal(
      dz_report_parse(&report, "test.txt", text, strlen(text), knowledge, NULL, &error), DZ_OK);
  assert_int_equal(
      dz_review_build(&review, (const dz_report *const *)&report, 1, knowledge, &error), DZ_OK);
  dz_buffer_init(&out);
  for (size_t i = 0; i < review->finding_count; i++) {
    const dz_finding *f = &review->findings[i];
    const char *kind = dz_finding_kind_name(f->kind);
    if (!strstr(kinds, kind)) continue;
    assert_true(*f->message_zh && *f->message_en);
    dz_buffer_format(&out, "%s%s:%s", out.length ? "; " : "", kind,
                     f->span_count ? test_span(report, f->spans[0]) : "");
    if (f->expected) dz_buffer_format(&out, "=%s", f->expected);
  }
  dz_review_free(review);
  dz_report_free(report);
  return dz_buffer_detach(&out, NULL);
}

static void expect(const char *kinds, const char *text, const char *expected) {
  char *found = findings_with(text, test_knowledge(), kinds);

  if (strcmp(found, expected) != 0) print_error("%s\n", text);
  assert_string_equal(found, expected);
  free(found);
}

#define HEAD "某某县副县长2023年述职报告\n"
static const char *const sums = "arithmetic";

static void wrong_sums_are_found(void **state) {
  (void)state;
  expect(sums, HEAD "财政收入完成22.4亿元、完成预算19.6亿元的112%。", "arithmetic:112%=114.3%");
  expect(sums, HEAD "基金收入完成6.25亿元，同比增收3亿元，增长4.8%。", "arithmetic:4.8%=92.3%");
  expect(sums, HEAD "整合资金2.7亿元，占年度计划3亿元的95%。", "arithmetic:95%=90%"); /* once */
  expect(sums, HEAD "新增备案企业6户，达到66户，增长15%。", "arithmetic:15%=10%");
  expect(sums, HEAD "排查纠纷3000件，成功调处2400件，调处成功率98%。", "arithmetic:98%=80%");
  expect(sums, HEAD "播种面积38.6万亩，其中小麦17.2万亩、玉米14.9万亩、其他作物5.5万亩。",
         "arithmetic:38.6万亩=37.6万亩");
  expect(sums, HEAD "普及率由90%提高到95%，提高8个百分点。", "arithmetic:8个百分点=5个百分点");
  expect(sums, HEAD "总产量20.5万吨，比上年的18.5万吨增长5%。", "arithmetic:5%=10.8%");
}

static void right_sums_are_left_alone(void **state) {
  (void)state;
  expect(sums, HEAD "财政收入完成22.4亿元、完成预算19.6亿元的114%。", "");
  expect(sums, HEAD "财政收入完成24.5亿元，同比增收4.42亿元，增长22%。", "");
  expect(sums, HEAD "基金收入完成3.3亿元，同比增收2.1亿元，增长175%。", "");
  expect(sums, HEAD "排查纠纷3250件，成功调处3190件，成功率在98%以上。", "");
  expect(sums, HEAD "制发文件630件，较去年同期减少105件，同比下降14.2%。",
         ""); /* 14.29: cut off, not rounded */
  expect(sums, HEAD "办理公文5120件，其中收文4390件、发文730件。", "");
  expect(sums, HEAD "农产品企业67户，其中省级龙头6户、市级龙头21户。",
         ""); /* 其中 need not be all */
  expect(sums, HEAD "财政收入21.6亿元，同口径增收1亿元，同口径增长9%。", "");
  expect(sums, HEAD "办理代表建议120件、政协提案90件，办结率100%。", ""); /* two wholes, no part */
  expect(sums, HEAD "生产总值80亿元，同比增加6亿元，增长5.5%。", "");     /* at constant prices */
  expect(sums, HEAD "居民人均可支配收入13250元，增加1754元，实际增长9.4%。", "");
  expect(sums, HEAD "居民人均可支配收入13250元，增加1754元，增长9.4%。", "arithmetic:9.4%=15.3%");
  expect(sums, HEAD "税收达到60亿元，较2020年的40亿元增加20亿元，增长50%。", "");
  expect(sums, HEAD "城乡居民收入从46500元和17000元分别提高到58800元和23000元。", "");
  expect(sums, HEAD "汽车产量增长1.5倍，其中新能源汽车增长12倍。", "");
  expect(sums, HEAD "进出口额是2007年的4倍，其中出口是4.5倍。", "");
  expect(sums, HEAD "出口累计52亿元，比上个五年增加25亿元，平均增长10.3%。", "");
  expect(sums, HEAD "新增企业2万家、达到3.2万家、年均增长22%。", "");
  expect(sums, HEAD "投资493亿元，超过计划427亿元的15.5%。", "");             /* by how much */
  expect(sums, HEAD "确权面积5200万亩，流转面积1200万亩、流转率24.6%。", ""); /* of another whole */
  expect(sums, HEAD "产量在72亿斤到75亿斤之间，增加18亿斤，增长33.3%。", "");
  expect(sums, HEAD "园区由49个减至10个，用地由34公顷减至10公顷，减幅分别达80%和71%。", "");
  expect(sums, HEAD "覆盖7个城市（包括县城）及其他22个城镇。", "");
}

/* Parts that make up their whole: more than the whole is an error where nothing can be counted
 * twice, less is a note, since a rest may be left out. */
static void parts_are_held_against_their_whole(void **state) {
  (void)state;
  expect(sums, HEAD "新建车位640个，其中路侧300个、小区内360个。", "arithmetic:640个=660个");
  expect(sums, HEAD "下设网点57个，其中城区30个、乡镇32个。", "arithmetic:57个=62个");
  expect(sums, HEAD "下设网点57个，其中城区30个、乡镇22个。", "arithmetic:57个=52个");
  expect(sums, HEAD "下设网点57个，其中城区30个、乡镇27个。", "");
  expect(sums, HEAD "完成投资100亿元，其中工业投资60亿元、民间投资70亿元。", ""); /* overlap */
  expect(sums, HEAD "支出8.5万元：房租3万元，水电2.5万元，维修2万元。",
         "arithmetic:8.5万元=7.5万元");
  expect(sums, HEAD "支出8.5万元：房租3万元，水电2.5万元，维修2万元等。", "");
  expect(sums, HEAD "收入3.1万元，其中门票2.3万元、租金1.1万元、其他4000元。",
         "arithmetic:3.1万元=3.8万元");
  expect(sums, HEAD "收入3.8万元，其中门票2.3万元、租金1.1万元、其他4000元。", "");
  expect(sums, HEAD "办理建议25件、提案18件，共45件。", "arithmetic:45件=43件");
  expect(sums, HEAD "办理建议25件、提案18件，共43件。", "");
  expect(sums, HEAD "新建学校6所、改建4所，共投入3000万元。", "");
  expect(sums, HEAD "新增企业6家、转入4家，全区企业共90家。", ""); /* a stock, no total */
  expect(sums, HEAD "危桥46座，已加固29座，还剩18座。", "arithmetic:46座=47座");
  expect(sums, HEAD "全市危桥90座，其中县道46座，已加固29座，还剩17座。", "");
  expect(sums, HEAD "管网80公里，其中供水30公里（新建12公里）、燃气50公里。", "");
}

/* Shares and growth against the amounts beside them; counts are exact, signs are read. */
static void shares_and_growth_are_reckoned(void **state) {
  (void)state;
  expect(sums, HEAD "招录教师240名，其中研究生60名，占35.0%。", "arithmetic:35.0%=25%");
  expect(sums, HEAD "招录教师240名，其中研究生60名，占25.0%。", "");
  expect(sums, HEAD "走读生960名，占在校学生4000名的34.0%。", "arithmetic:34.0%=24%");
  expect(sums, HEAD "走读生960名，占在校学生4000名的24.0%。", "");
  expect(sums, HEAD "定额由500元提高到550元，提高20.0%。", "arithmetic:20.0%=10%");
  expect(sums, HEAD "受理投诉80件，办结60件，办结率95.0%。", "arithmetic:95.0%=75%");
  expect(sums, HEAD "新收投诉80件，连同旧存，办结60件，办结率65.0%。", ""); /* of another stock */
  expect(sums, HEAD "受理案件80件，审结60件，法定审限内结案率99%。", "");   /* of another whole */
  expect(sums, HEAD "火灾6起，同比减少2起，下降35.0%。", "arithmetic:35.0%=25%");
  expect(sums, HEAD "火灾6起，同比减少2起，下降25.0%。", "");
  expect(sums, HEAD "税收20.5亿元，比上年18.5亿元增加3亿元。", "arithmetic:3亿元=2亿元");
}

/* Figures of different things that stand side by side make up no sum. */
static void figures_side_by_side_are_no_sum(void **state) {
  (void)state;
  expect(sums, HEAD "开工建设40个项目，436个重点项目完成年度投资计划的140%。", "");
  expect(sums, HEAD "城镇新增就业4.64万人、转移就业8.49万人，分别完成年计划的111.8%、118%。", "");
  expect(sums, HEAD "城镇化率由39.7%提高到47.1%，年均提高1.5个百分点。", "");
  expect(sums, HEAD "总量排名第9、较上年前进1位，财政收入增长7.7%。", "");
  expect(sums, HEAD "投资完成1000亿元，其中重点项目完成434亿元，投资完成率达108%。", "");
  expect(sums, HEAD "37件实事有31件完成，其中超额完成8件，取消1件，其余5件正在推进。", "");
  expect(sums, HEAD "新入园项目100个、开工63个，其中工业项目97个、开工60个。", "");
  expect(sums, HEAD "八个县收入过10亿元，其中甲县迈上15亿元。", "");
  expect(sums, HEAD "上市企业4家，其中某某公司成为首家，总数达到51家。", "");
  expect(sums, HEAD "农产品企业67户，其中省级龙头76户。", "arithmetic:76户");
}

static void figures_that_are_lost_or_altered(void **state) {
  (void)state;
  expect("missing_number", HEAD "完成全年任务12亿元的%，有效缓解压力。",
         "missing_number:完成全年任务12亿元的%");
  expect("missing_number", HEAD "完成率100%，达到**%。", "");
  expect("missing_number", HEAD "实现万元GDP能耗下降3%。", "");
  expect("malformed_number", HEAD "督导活动45余次，走访40余户。", "malformed_number:45余次");
  expect("masked_number", HEAD "改造小区**个，惠及*户。", "masked_number:**个");
  expect("missing_number", HEAD "收入6亿元，完成任务5亿元的%。",
         "missing_number:完成任务5亿元的%=120%");
}

static void times_that_do_not_fit(void **state) {
  static const char *const kinds = "anachronism";

  (void)state;
  expect(kinds, HEAD "截至2019年10月底，办理公文100件，减少一成。\n今后继续努力，不断改进作风。",
         "anachronism:截至2019年10月底=2023");
  expect(kinds, HEAD "国地税部门密切配合。", "anachronism:国地税部门=税务局");
  expect(kinds, HEAD "完成国税局老旧小区改造。", ""); /* a house keeps the name */
  expect(kinds, HEAD "企业获评第三届“十七大”名优品牌。", "");
  expect(kinds, HEAD "2018年国地税部门合并。", "");
  expect(kinds, HEAD "认真学习贯彻党的十九大精神。", "anachronism:党的十九大=党的二十大");
  expect(kinds, HEAD "党的十九大以来，全面贯彻党的二十大精神。", "");
  expect(kinds, HEAD "参加第23届兰洽会。", "anachronism:第23届兰洽会=2017");
  expect(kinds, HEAD "参加第29届兰洽会。", "");
  expect("stale_formula", HEAD "数字经济快速发展。", "");
  expect("period_mismatch", HEAD "去年投资3亿元，未达年初预期。", "");
  expect(kinds, "某某县副县长2016年述职报告\n学习贯彻习近平新时代中国特色社会主义思想。",
         "anachronism:习近平新时代中国特色社会主义思想=2017-10");
  expect(kinds, "某某县副县长2021年述职报告\n以优异成绩迎接党的二十大胜利召开。", "");
}

/* Words that are older than the campaign, or parts of others; years that things are known by. */
static void words_of_their_own_time(void **state) {
  static const char head[] = "某某县副县长2014年述职报告\n", *const kinds = "anachronism";
  static const char *const lines[] = {"打赢“三大攻坚战”，项目为先。",
                                      "实现更高质量发展。",
                                      "组建大数据局。",
                                      "大兴调查研究之风。",
                                      "确保2000年前建成的小区全部改造。",
                                      "力争在2010年基础上翻一番。"};

  (void)state;
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
    char text[256];
    snprintf(text, sizeof text, "%s%s", head, lines[i]);
    expect(kinds, text, "");
  }
  expect(kinds, HEAD "加强水质监测、地质监测。", "");
  expect(kinds, HEAD "床位数比“十二五”末提高四成，投资相当于“十二五”时期的一半。", "");
}

static void items_may_be_counted_on_over_the_parts(void **state) {
  static const char *const text = HEAD
      "一、基础设施\n1.教育\n新建学校三所。\n2.医疗\n新建医院一所。\n"
      "二、公共服务\n%s.小区\n改造小区三个。\n%s.道路\n改造道路两条。\n";
  char list[512];

  (void)state;
  snprintf(list, sizeof list, text, "3", "4");
  expect("numbering", list, "");
  snprintf(list, sizeof list, text, "4", "5");
  expect("numbering", list, "numbering:4.=1");
}

static void places_and_levels(void **state) {
  (void)state;
  expect("place_leak", "洛川县副县长2023年述职报告\n继续为洛川经济社会发展出力。", "");
  expect("place_leak", "罗田县副县长2023年述职报告\n办好楚商回乡大会。", "");
  expect("place_leak", "罗田县副县长2023年述职报告\n办好徽商回乡大会。",
         "place_leak:徽商回乡=罗田县");
  expect("place_leak", "洛川县副县长2023年述职报告\n建设魅力滨江，为全州人民服务，办好“三基”建设。",
         "");
  expect("place_leak",
         "洛川县副县长2023年述职报告\n成为江苏省人民医院的合作医院，与“渝快办”数据互通。", "");
  expect(
      "level_mix",
      "某某市副市长2023年述职报告\n甲县入选样本县，乙县通过均衡发展基本县验收，深化与本区域合作。",
      "");
  expect(
      "level_mix",
      "某某区副区长2023年述职报告\n全区上下，我区各镇，区委、区政府重视，健全县乡村三级物流体系。",
      "");
  expect("place_leak", "米脂县副县长2023年述职报告\n继续为洛川经济社会发展出力。",
         "place_leak:洛川=米脂县");
  expect("place_leak", "米脂县副县长2023年述职报告\n落实来陕考察时的要求，赴山东招商。", "");
  expect("place_leak", "**县副县长2023年述职报告\n落实来陕考察时的要求，改造小区**个。",
         "place_leak:来陕考察");
  expect("level_mix",
         "某某县副县长2023年述职报告\n全县上下齐心，落户我区，依法治区，社区、园区和城区面貌一新。",
         "level_mix:我区=县; level_mix:治区=县");
  expect("place_leak", "米脂县副县长2023年述职报告\n在靖边县委、县政府的领导下，到子洲县考察。",
         "place_leak:靖边=米脂县");
  expect("level_mix",
         "某某区副区长2023年述职报告\n全区上下，我区各镇，区委、区政府重视，县级领导干部，县委、县"
         "政府部署，全县首个。",
         "level_mix:县委=区; level_mix:县政府=区; level_mix:全县=区");
  expect("level_mix", "某某市副市长2023年述职报告\n全市各县区，支持县政府工作，我县企业满意。",
         "level_mix:我县=市");
  expect("level_mix",
         "某某县副县长2023年述职报告\n全县各级认真落实区党委和自治区部署，区直部门支持。", "");
}

/* A folder of the reader's own replaces a table. */
static void a_folder_adds_a_formula(void **state) {
  char folder[] = "/tmp/duizhao-test-XXXXXX", path[64];
  dz_knowledge *knowledge;
  dz_error error;
  FILE *file;
  char *found;

  (void)state;
  assert_non_null(mkdtemp(folder));
  snprintf(path, sizeof path, "%s/formulas.tsv", folder);
  file = fopen(path, "w");
  assert_non_null(file);
  fputs("# made for a "
        "test\n五彩工程办公室\t五彩办\tinstitution\t2001-01\t2010-01\t发展中心\th\t0.1\n",
        file);
  fclose(file);
  assert_int_equal(dz_knowledge_load(&knowledge, folder, &error), DZ_OK);
  found = findings_with(HEAD "与五彩办密切配合。", knowledge, "anachronism");
  assert_string_equal(found, "anachronism:五彩办=发展中心");
  free(found);
  dz_knowledge_free(knowledge);
  file = fopen(path, "w");
  fputs("五彩办\t\tinstitution\t2010-13\n", file);
  fclose(file);
  assert_int_equal(dz_knowledge_load(&knowledge, folder, &error), DZ_DATA);
  assert_non_null(strstr(error.message, "formulas.tsv:1"));
  unlink(path);
  rmdir(folder);
}

/* A field of one's own is reported on where a part of its name is spoken of anywhere behind. */
static void fields_are_reported_in_other_words(void **state) {
  static const char head[] = "某某县副县长2023年述职报告\n我分管交通运输、水利建设等工作。\n"
                             "一、履行职责情况\n新建农村公路三条，交通条件改善。\n";

  (void)state;
  char text[512];
  snprintf(text, sizeof text, "%s%s", head, "整治水利设施五处。\n");
  expect("portfolio_mismatch", text, "");
  snprintf(text, sizeof text, "%s%s", head, "新栽茶树一百亩。\n");
  expect("portfolio_mismatch", text, "portfolio_mismatch:水利");
}

/* A place of the report's own level that no table has: remarked where it is spoken of as one's own
 * and named once; a verb before one of the bodies is no name. */
static void names_left_over_are_found(void **state) {
  static const char town[] = "云坪镇镇长2023年述职报告\n",
                    county[] = "云坪县水利局局长2023年述职报告\n";
  static const char *const lines[][2] = {{"为岩塘镇高质量发展出力。", "place_leak:岩塘镇"},
                                         {"对口帮扶岩塘镇，为岩塘镇高质量发展出力。", ""},
                                         {"为云坪镇高质量发展出力。", ""},
                                         {"我乡修路三条。", "level_mix:我乡=镇"},
                                         {"全乡镇联动。", ""},
                                         {"我镇修路三条。", ""}};
  char text[512];

  (void)state;
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
    snprintf(text, sizeof text, "%s%s\n", town, lines[i][0]);
    expect("place_leak level_mix", text, lines[i][1]);
  }
  snprintf(text, sizeof text, "%s%s", county, "会同县财政局核查资金。\n");
  expect("place_leak", text, "");
  expect("place_leak", "XX市公安局副局长2023年述职报告\n为平安岩塘建设打下基础。\n",
         "place_leak:岩塘");
  expect("place_leak", "XX市公安局副局长2023年述职报告\n为平安校园建设打下基础。\n", "");
  expect("level_mix",
         "某某区副区长2023年述职报告\n全区上下协同，我区各镇，区委重视，帮助岭县实现全县脱贫。\n",
         "");
  expect("level_mix", "2023年个人述职报告\n落实县委、区政府部署。\n", "level_mix:县委、区政");
}

/* Ordinary words are older than the formula they became; what a document named is not. */
static void only_dated_wording_is_too_young(void **state) {
  (void)state;
  expect("anachronism", "某某县副县长2014年述职报告\n推动城市更新，实现高质量发展。\n", "");
  expect("anachronism", "某某县副县长2014年述职报告\n发展新质生产力。\n",
         "anachronism:新质生产力=2023-09");
  expect("anachronism", "某某县副县长2019年述职报告\n今年是“十三五”开局之年。\n",
         "anachronism:十三五”开局之年=2016");
  expect("anachronism", "某某县副县长2016年述职报告\n今年是“十三五”开局之年。\n", "");
}

/* Text read with a wrong encoding is said to be so, rare characters by themselves are not. */
static void spoilt_text_is_said_to_be_so(void **state) {
  (void)state;
  expect("spoilt_text", HEAD "全县锟斤拷锟斤拷完成。", "spoilt_text:锟斤拷锟斤拷");
  expect("spoilt_text", HEAD "全县\xEF\xBF\xBD完成。", "spoilt_text:\xEF\xBF\xBD");
  expect("spoilt_text", HEAD "延链补链强链，建设产业链。", "");
}

/* What was looked at is counted, so that silence means something. */
static void what_was_looked_at_is_counted(void **state) {
  dz_report *report = test_report(HEAD "支出8万元：房租3万元，水电5万元。2023年1月，全县修路。\n");
  dz_review *review;
  dz_error error;

  (void)state;
  assert_int_equal(
      dz_review_build(&review, (const dz_report *const *)&report, 1, test_knowledge(), &error),
      DZ_OK);
  assert_int_equal(review->checked[0].sums, 1);
  assert_int_equal(review->checked[0].figures, report->quantity_count);
  assert_true(review->checked[0].years >= 2 && review->checked[0].levels >= 1);
  assert_true(review->checked[0].sections > 0);
  dz_review_free(review);
  dz_report_free(report);
}

/* What is said of several places in the same words is one finding; a sum and its parts stay by
 * themselves. */
static void same_findings_are_one(void **state) {
  dz_report *report = test_report(
      "**县副县长2023年述职报告\n打造婆姨街区，办婆姨灯会，评选巧婆姨**名。\n"
      "财政收入完成22.4亿元、完成预算19.6亿元的112%。\n财政收入完成22.4亿元、完成预算19.6亿元的112%"
      "。\n");
  size_t words = 0, figures = 0;
  dz_review *review;
  dz_error error;

  (void)state;
  assert_int_equal(
      dz_review_build(&review, (const dz_report *const *)&report, 1, test_knowledge(), &error),
      DZ_OK);
  for (size_t i = 0; i < review->finding_count; i++) {
    const dz_finding *f = &review->findings[i];
    figures += f->kind == DZ_FIND_ARITHMETIC;
    if (f->kind != DZ_FIND_PLACE_LEAK) continue;
    words++;
    assert_int_equal(f->span_count, 3);
    for (size_t k = 0; k < f->span_count; k++) assert_span(report, f->spans[k], "婆姨");
    assert_true(f->spans[0].start < f->spans[1].start && f->spans[1].start < f->spans[2].start);
  }
  assert_int_equal(words, 1);
  assert_int_equal(figures, 2);
  dz_review_free(review);
  dz_report_free(report);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(same_findings_are_one),
      cmocka_unit_test(fields_are_reported_in_other_words),
      cmocka_unit_test(names_left_over_are_found),
      cmocka_unit_test(only_dated_wording_is_too_young),
      cmocka_unit_test(spoilt_text_is_said_to_be_so),
      cmocka_unit_test(what_was_looked_at_is_counted),
      cmocka_unit_test(wrong_sums_are_found),
      cmocka_unit_test(right_sums_are_left_alone),
      cmocka_unit_test(parts_are_held_against_their_whole),
      cmocka_unit_test(shares_and_growth_are_reckoned),
      cmocka_unit_test(figures_side_by_side_are_no_sum),
      cmocka_unit_test(items_may_be_counted_on_over_the_parts),
      cmocka_unit_test(words_of_their_own_time),
      cmocka_unit_test(figures_that_are_lost_or_altered),
      cmocka_unit_test(times_that_do_not_fit),
      cmocka_unit_test(places_and_levels),
      cmocka_unit_test(a_folder_adds_a_formula),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
