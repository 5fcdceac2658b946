/* test_front.c - noise and masks, title, year, office, place, type, sentences,
 * and the review of parts. Protects the facts about a report that every
 * output shows first, and that nothing of a site's own stays in the text. */
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "knowledge/knowledge.h"
#include "tests/testing.h"

#define BODY "全年召开专题会议研究部署有关事项，推动各项任务落到实处，得到干部群众的普遍认可。"

static void noise_is(const char *text, size_t count, const char *first, dz_noise_kind kind) {
  dz_report *report = test_report(text);

  assert_int_equal(report->noise_count, count);
  if (count) {
    assert_span(report, report->noise[0].span, first);
    assert_int_equal(report->noise[0].kind, kind);
  }
  dz_report_free(report);
}

static void noise_is_found_by_its_grammar(void **state) {
  (void)state;
  noise_is("述职报告\n一、负责城乡##paidbegin##建设工作\n" BODY "\n", 1, "##paidbegin##",
           DZ_NOISE_PAYWALL);
  noise_is("述职报告\n" BODY "好范文网www.example-site.com\n", 1, "好范文网www.example-site.com",
           DZ_NOISE_ADVERT);
  noise_is("述职报告\n按程序，文秘在线，www.abc123.cn进入会议。" BODY "\n", 1,
           "文秘在线，www.abc123.cn", DZ_NOISE_ADVERT);
  noise_is("述职报告\n" BODY "\n本文档编辑密码：abc2020\n", 1, "本文档编辑密码：abc2020",
           DZ_NOISE_TRAILER);
  noise_is("述职报告\n县政府门户网站www.example.gov.cn全年发布信息。" BODY "\n", 0, "",
           DZ_NOISE_ADVERT);
  noise_is("述职报告\n深入实施“3.0版”行动，编制A.B两套方案。" BODY "\n", 0, "", DZ_NOISE_ADVERT);
}

/* A page copied as text: path, buttons and particulars around the title, links behind the end. */
static void a_copied_page_leaves_its_furniture(void **state) {
  static const char page[] =
      "您的位置:\n首页\n>\n江州要闻\n下载\n打印\n2026年政府工作报告\n发表时间：\n2026-02-03 "
      "09:02:33\n来源：\n江州日报客户端\n"
      "【字号：\n大\n中\n小\n】\n——2026年1月28日在江州市第九届人民代表大会第四次会议上\n江州市市长 "
      "赵六\n"
      "1月28日，江州市第九届人民代表大会第四次会议在大会堂开幕。市长赵六作政府工作报告。江州日报记"
      "者 钱七 摄\n各位代表：\n"
      "现在，我代表市人民政府，向大会报告工作。\n一、2025年工作回顾\n" BODY
      "\n加快工程收尾。\n收藏\n|\n分享到:\n×\n相关文档：\n"
      "江州市召开经济工作会议\n";
  dz_report *report = test_report(page);

  (void)state;
  assert_span(report, report->title, "2026年政府工作报告");
  assert_int_equal(report->type, DZ_TYPE_GWR);
  assert_int_equal(report->year, 2026);
  assert_string_equal(report->role, "市长");
  assert_string_equal(report->place, "江州市");
  assert_int_equal(report->noise_count, 21);
  assert_span(report, report->noise[20].span, "江州市召开经济工作会议");
  assert_span(report, report->sections[0].extent, "现在，我代表市人民政府，向大会报告工作。");
  dz_report_free(report);
  /* the words mean the page only at its head and end; what may be a title is never the value of
   * a label */
  noise_is("述职报告\n一、负责印务\n打印\n" BODY "\n" BODY "\n", 0, "", DZ_NOISE_NAVIGATION);
  noise_is("分享:\n2023年度述职报告\n" BODY "\n", 1, "分享:", DZ_NOISE_NAVIGATION);
}

static void front_matter_is_noise_but_its_title(void **state) {
  static const char page[] =
      "---\nsource: https://www.example.gov.cn/1.html\ntitle: 2024年江州市政府工作报告\n---\n\n"
      "<!-- 市长赵六作报告 -->\n\n各位代表：\n\n" BODY "\n";
  dz_report *report;
  dz_error error;

  (void)state;
  assert_int_equal(
      dz_report_parse(&report, "page.md", page, sizeof page - 1, test_knowledge(), NULL, &error),
      DZ_OK);
  assert_span(report, report->title, "2024年江州市政府工作报告");
  assert_int_equal(report->type, DZ_TYPE_GWR);
  assert_string_equal(report->place, "江州市");
  dz_report_free(report);
}

static void the_page_tells_the_year_last(void **state) {
  dz_report *report = test_report("述职报告\n发布时间：2024-06-11\n" BODY "\n");

  (void)state;
  assert_int_equal(report->year, 2024);
  dz_report_free(report);
  report = test_report("述职报告\n发布时间：2024-06-11\n2022年，" BODY "\n");
  assert_int_equal(report->year, 2022);
  dz_report_free(report);
}

static void adverts_take_two_signs(void **state) {
  (void)state;
  noise_is("述职报告\n" BODY "\n更多精彩材料请关注“公文之友”公众号\n", 1,
           "更多精彩材料请关注“公文之友”公众号", DZ_NOISE_ADVERT);
  noise_is("述职报告\n走访企业46家（想看更多请搜索“范文之友”），" BODY "\n", 1,
           "（想看更多请搜索“范文之友”）", DZ_NOISE_ADVERT);
  noise_is("述职报告\n一、工作情况\n（一）办好微信公众号\n" BODY "\n（二）扫一扫办事\n" BODY "\n",
           0, "", DZ_NOISE_ADVERT);
  noise_is("述职报告\n微信公众号推送信息1200条。\n" BODY "\n发展会员1200名。\n", 0, "",
           DZ_NOISE_ADVERT);
  noise_is("述职报告\n" BODY "\n试读已结束 二、主要工作\n" BODY "\n", 1, "试读已结束 ",
           DZ_NOISE_PAYWALL);
}

static void page_numbers_in_their_usual_forms(void **state) {
  static const char *const forms[] = {"- 1 -",       "—1—",         "第 1 页 / 共 2 页",
                                      "第1页 共2页", "共2页 第1页", "第1页（共2页）",
                                      "1/2",         "Page 1 of 2", "第一页"};
  static const char *const others[] = {"1", "- 1、抓学习", "第1页纸", "5/2", "——3", "一"};

  (void)state;
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    char text[512];
    snprintf(text, sizeof text, "述职报告\n" BODY "\n%s\n" BODY "\n", forms[i]);
    noise_is(text, 1, forms[i], DZ_NOISE_PAGE_NUMBER);
  }
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
    char text[512];
    snprintf(text, sizeof text, "述职报告\n" BODY "\n%s\n" BODY "\n", others[i]);
    noise_is(text, 0, "", DZ_NOISE_PAGE_NUMBER);
  }
  noise_is("述职报告\n1\n甲\n2\n乙\n3\n丙\n" BODY "\n", 0, "", DZ_NOISE_PAGE_NUMBER);
}

static void masks_are(const char *text, const char *expected) {
  dz_report *report = test_report(text);
  dz_buffer found;

  dz_buffer_init(&found);
  for (size_t i = 0; i < report->mask_count; i++) {
    dz_buffer_string(&found, i ? " " : "");
    dz_buffer_string(&found, test_span(report, report->masks[i]));
  }
  assert_string_equal(found.data, expected);
  dz_buffer_free(&found);
  dz_report_free(report);
}

static void masks_are_told_from_what_looks_like_them(void **state) {
  (void)state;
  masks_are("述职报告\n整治背街小巷*条，制定《**县方案》，先后赴X、XX考察。", "* ** X XX");
  masks_are("述职报告\n接待××县考察团，某县某公司投资20XX年项目，○○乡__元。", "×× 某 某 XX ○○ __");
  masks_are("述职报告\n构建“4×4”体系，实施“数据要素×”行动，培育“10+"
            "X”产业，购置X光机，某种程度上二〇二三年有所改善。",
            "");
}

static void meta_is(const char *text, dz_report_type type, int year, const char *role,
                    const char *place) {
  dz_report *report = test_report(text);

  assert_int_equal(report->type, type);
  assert_int_equal(report->year, year);
  if (!role)
    assert_null(report->role);
  else
    assert_string_equal(report->role, role);
  if (!place)
    assert_null(report->place);
  else
    assert_string_equal(report->place, place);
  dz_report_free(report);
}

static void a_report_sent_out_with_a_notice_is_read_behind_it(void **state) {
  dz_report *report = test_report(
      "[ 索引号 ] | 1150/2024-00007 | [ 发文字号 ] | 云洞府发〔2024〕2号 "
      "|\n云洞镇人民政府关于印发2024年政府工作报告的通知\n各村(居)民委员会、镇属各单位:\n"
      "2024年《政府工作报告》已经镇第二十届人民代表大会第八次会议审议通过，现印发给你们，请认真贯彻"
      "实施，切实做好政府各项工作。\n云洞镇人民政府\n"
      "2024年2月22日\n(此件公开发布)"
      "\n云洞镇人民政府\n2024年政府工作报告\n——2024年1月23日在江州市云洞镇第二十届\n"
      "人民代表大会第八次会议上\n云洞镇人民政府镇长 "
      "赵六\n各位代表:"
      "\n现在，我代表镇人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n" BODY
      "\n二、2024年工作安排\n" BODY "\n");

  (void)state;
  assert_span(report, report->title, "2024年政府工作报告");
  assert_int_equal(report->type, DZ_TYPE_GWR);
  assert_int_equal(report->year, 2024);
  assert_string_equal(report->role, "镇长");
  assert_span(report, report->sections[0].extent,
              "现在，我代表镇人民政府，向大会报告工作，请予审议。");
  dz_report_free(report);
  meta_is("中国人民政治协商会议清川市第十一届委员会常务委员会工作报告\n——2025年3月2日在政协清川市第"
          "十一届委员会第五次会议上\n各位委员：\n" BODY "\n",
          DZ_TYPE_WORK_SUMMARY, 2025, NULL, "清川市");
}

static void title_tells_type_year_office_and_place(void **state) {
  (void)state;
  meta_is("XX县常务副县长2021年度述职述廉报告\n" BODY "\n", DZ_TYPE_SHUZHI_LIAN, 2021, "常务副县长",
          NULL);
  meta_is("2019年度述职报告\n平安县人民政府副县长 张三\n" BODY "\n", DZ_TYPE_SHUZHI, 2019, "副县长",
          "平安县");
  meta_is("关于王五同志\n履职情况的报告\n主任、各位副主任、各位委员：\n我于2016年任县公安局局长。20"
          "20年，" BODY "\n",
          DZ_TYPE_LVZHI_NPC, 2020, "县公安局局长", NULL);
  meta_is("述职报告\n各位领导、同志们：\n我于今年二月份当选为镇长，负责政府全面工作。" BODY "\n",
          DZ_TYPE_SHUZHI, 0, "镇长", NULL);
  meta_is("二〇二二年度民主生活会个人对照检查材料\n" BODY "\n", DZ_TYPE_MINZHU_SHENGHUO, 2022, NULL,
          NULL);
  meta_is("2023年抓基层党建工作述职报告\n" BODY "\n", DZ_TYPE_DANGJIAN, 2023, NULL, NULL);
  meta_is("2022年度述法报告\n" BODY "\n", DZ_TYPE_SHUFA, 2022, NULL, NULL);
  meta_is("个人工作总结\n" BODY "\n述职人：李四\n2021年1月8日\n", DZ_TYPE_WORK_SUMMARY, 2020, NULL,
          NULL);
}

static void work_reports_count_by_the_year_they_are_given(void **state) {
  (void)state;
  meta_is("政府工作报告\n——2024年1月20日在江州市第九届人民代表大会第四次会议上\n江州市市长 "
          "赵六\n各位代表：\n" BODY "\n",
          DZ_TYPE_GWR, 2024, "市长", "江州市");
  meta_is(
      "各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n一、2022年工作回顾\n" BODY
      "\n二、2023年重点工作\n" BODY "\n",
      DZ_TYPE_GWR, 2023, NULL, NULL);
  meta_is("政府工作报告\n——二〇二一年十二月三日在江州市第九届人民代表大会第一次会议上\n各位代表："
          "\n" BODY "\n",
          DZ_TYPE_GWR, 2022, NULL, "江州市"); /* a congress late in the year speaks of the next */
}

static void the_place_stands_with_the_office_or_the_body(void **state) {
  (void)state;
  meta_is("2017年政府工作报告\n江州市代市长 "
          "赵六\n各位代表：\n现在，我代表市人民政府，向大会报告工作。\n" BODY "\n",
          DZ_TYPE_GWR, 2017, "代市长", "江州市");
  meta_is("2017年政府工作报告\n各位代表：\n现在，我代表江州市人民政府，向大会报告工作。\n" BODY
          "\n",
          DZ_TYPE_GWR, 2017, NULL, "江州市");
  meta_is("2017年政府工作报告\n——在自治区第九届人民代表大会第四次会议上\n各位代表：\n" BODY "\n",
          DZ_TYPE_GWR, 2017, NULL, NULL);
}

/* One office in full, in short, with what is joined to it and what only goes with it. */
static void the_office_has_its_body(void **state) {
  static const char *const cases[][3] = {
      {"云岸区财政局局长2019年度履职报告", "区财政局局长", "云岸区"},
      {"澄阳市发展和改革委员会主任2021年述职报告", "市发展和改革委员会主任", "澄阳市"},
      {"市发改委主任2022年述职报告", "市发改委主任", NULL},
      {"XX市公安局党委委员、副局长2015年述职报告", "市公安局党委委员、副局长", NULL},
      {"澜州市住房和城乡建设局党组成员、副局长2024年述职报告", "市住房和城乡建设局副局长",
       "澜州市"},
      {"平澜市供水有限公司党委书记、董事长2022年述职报告", "党委书记、董事长", "平澜市"},
      {"柳湾村党支部书记、村委会主任2022年述职报告", "柳湾村党支部书记、村委会主任", "柳湾村"},
      {"望河街道办事处主任2022年述职报告", "街道办事处主任", "望河街道"},
      {"清栾县委常委、组织部部长2021年述职报告", "县委常委、组织部部长", "清栾县"},
      {"城市管理局局长2021年述职报告", "城市管理局局长", NULL},
      {"关于落实县人大常委会评议意见的述职报告", NULL, NULL},
      {"某某镇镇长2021年述职报告", "镇长", NULL},
  };

  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char text[512];
    dz_report *report;
    snprintf(text, sizeof text, "%s\n" BODY "\n", cases[i][0]);
    report = test_report(text);
    if (cases[i][1])
      assert_string_equal(report->role, cases[i][1]);
    else
      assert_null(report->role);
    if (cases[i][2])
      assert_string_equal(report->place, cases[i][2]);
    else
      assert_null(report->place);
    dz_report_free(report);
  }
}

static void an_office_before_the_congress_gives_no_work_report(void **state) {
  (void)state;
  meta_is("青柳镇人民政府副镇长2021年履行职务情况汇报\n——2022年1月12日在青柳镇第二十届人民代表大会"
          "第三次"
          "会议上\n各位代表：\n根据安排，我向大会报告履职情况。" BODY "\n",
          DZ_TYPE_LVZHI_NPC, 2021, "副镇长", "青柳镇");
  meta_is(
      "清河县人民法院工作报告\n——2024年1月12日在清河县第九届人民代表大会第三次会议上\n各位代表：\n"
      "现在，我代表县人民法院向大会报告工作。" BODY "\n",
      DZ_TYPE_LVZHI_NPC, 2024, NULL, "清河县");
  meta_is("各位代表：\n现在，我代表东山新区管理委员会，向大会报告工作，请予审议。\n一、2023年工作回"
          "顾\n" BODY "\n",
          DZ_TYPE_GWR, 2024, NULL, "东山新区");
}

static void two_titles_keep_the_longer(void **state) {
  dz_report *report = test_report("2021年副局长个人述职报告\n\n2021年副局长述职报告\n" BODY "\n");

  (void)state;
  assert_span(report, report->title, "2021年副局长个人述职报告");
  dz_report_free(report);
}

static void sentences_cover_everything_once(void **state) {
  dz_report *report = test_report("述职报告\n一、加强学习\n他说：“我们要干！”大家鼓掌。一是抓学习；"
                                  "学得好。二是抓落实##paidend##到位。\n" BODY
                                  "\n（一）转变作风。" BODY "（完）\n");
  const dz_text *text = &report->text;
  size_t next = 0, headings = 0;

  (void)state;
  for (size_t i = 0; i < report->sentence_count; i++) {
    const dz_sentence *sentence = &report->sentences[i];
    while (next < text->fold_length && text->fold[next] == '\n') next++;
    assert_int_equal(sentence->fold.start, next);
    assert_int_equal(sentence->span.start, text->origin[next]);
    next = sentence->fold.end;
    headings += sentence->heading;
  }
  assert_int_equal(next, text->fold_length);
  assert_int_equal(headings, 2);
  assert_span(report, report->sentences[2].span, "他说：“我们要干！”");
  dz_report_free(report);
}

static const dz_finding *finding_of(const dz_review *review, dz_finding_kind kind, const char *id) {
  for (size_t i = 0; i < review->finding_count; i++) {
    const dz_finding *finding = &review->findings[i];
    if (finding->kind == kind &&
        (!id || (finding->canonical && !strcmp(finding->canonical->id, id))))
      return finding;
  }
  return NULL;
}

static dz_review *review_of(const dz_report *report) {
  dz_review *review;
  dz_error error;

  assert_int_equal(dz_review_build(&review, &report, 1, test_knowledge(), &error), DZ_OK);
  return review;
}

static void a_clean_report_has_no_error(void **state) {
  dz_report *report = test_report(
      "副县长2022年度述职述廉报告\n一年来，我分管教育、民政工作。现将情况报告如下：\n一、加强理论学"
      "习\n" BODY "\n二、履行岗位职责\n（一）办好人民满意的教育。" BODY
      "\n（二）做好民政工作。" BODY "\n三、转变工作作风\n" BODY "\n四、依法行政\n" BODY
      "\n五、加强党的建设\n" BODY "\n六、严守廉洁纪律\n" BODY
      "\n七、存在的问题\n调查研究还不够深入，部分项目进展缓慢。\n八、努力方向\n抓好学校建设，推进养"
      "老服务。\n");
  dz_review *review = review_of(report);

  (void)state;
  assert_int_equal(review->finding_count, 0);
  dz_review_free(review);
  dz_report_free(report);
}

static void parts_promised_absent_or_empty_are_remarked(void **state) {
  dz_report *report = test_report("副县长2022年度述职述廉述德报告\n一年来，我分管教育、民政、水利工"
                                  "作。现将情况报告如下：\n一、加强理论学习\n" BODY
                                  "\n二、履行岗位职责\n（一）办好人民满意的教育。" BODY
                                  "\n（三）做好民政工作。" BODY
                                  "\n我深感与组织的要求还有一定差距。今后工作中，我将再接再厉。\n");
  dz_review *review = review_of(report);

  (void)state;
  assert_int_equal(finding_of(review, DZ_FIND_MISSING_SECTION, "integrity")->severity, DZ_WARNING);
  assert_non_null(finding_of(review, DZ_FIND_VACUOUS_SECTION, "shortcomings"));
  assert_non_null(finding_of(review, DZ_FIND_TITLE_CONTENT, "political_study.party_spirit"));
  assert_string_equal(finding_of(review, DZ_FIND_NUMBERING, NULL)->expected, "2");
  assert_non_null(strstr(finding_of(review, DZ_FIND_PORTFOLIO_MISMATCH, NULL)->message_zh, "水利"));
  dz_review_free(review);
  dz_report_free(report);
}

/* No part is called missing that a heading names beside another, or that such a speaker has no
 * part in. */
static void parts_named_together_are_not_missing(void **state) {
  dz_report *report = test_report(
      "李七同志2022年述职报告\n（办公室主任  李七）\n一、政治学习\n" BODY "\n二、办文办会\n" BODY
      "\n三、廉洁自律\n" BODY
      "\n四、不足与打算\n主要是统筹协调能力还不强，明年将加强学习，承办会议80场。\n");
  dz_review *review = review_of(report);

  (void)state;
  assert_null(finding_of(review, DZ_FIND_MISSING_SECTION, "shortcomings"));
  assert_null(finding_of(review, DZ_FIND_MISSING_SECTION, "plans"));
  dz_review_free(review);
  dz_report_free(report);
  report = test_report("履行代表职务情况的报告\n县人大代表 "
                       "王八\n各位选民：\n现将一年来履行代表职责情况报告如下。\n一、加强学习\n" BODY
                       "\n二、联系群众\n" BODY "\n三、立足本职，发挥带头作用\n" BODY "\n");
  review = review_of(report);
  assert_null(finding_of(review, DZ_FIND_MISSING_SECTION, NULL));
  assert_string_equal(report->sections[3].canonical->id, "duties");
  dz_review_free(review);
  dz_report_free(report);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(noise_is_found_by_its_grammar),
      cmocka_unit_test(a_copied_page_leaves_its_furniture),
      cmocka_unit_test(the_page_tells_the_year_last),
      cmocka_unit_test(a_report_sent_out_with_a_notice_is_read_behind_it),
      cmocka_unit_test(masks_are_told_from_what_looks_like_them),
      cmocka_unit_test(title_tells_type_year_office_and_place),
      cmocka_unit_test(front_matter_is_noise_but_its_title),
      cmocka_unit_test(the_place_stands_with_the_office_or_the_body),
      cmocka_unit_test(work_reports_count_by_the_year_they_are_given),
      cmocka_unit_test(adverts_take_two_signs),
      cmocka_unit_test(page_numbers_in_their_usual_forms),
      cmocka_unit_test(the_office_has_its_body),
      cmocka_unit_test(an_office_before_the_congress_gives_no_work_report),
      cmocka_unit_test(two_titles_keep_the_longer),
      cmocka_unit_test(sentences_cover_everything_once),
      cmocka_unit_test(a_clean_report_has_no_error),
      cmocka_unit_test(parts_promised_absent_or_empty_are_remarked),
      cmocka_unit_test(parts_named_together_are_not_missing),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
