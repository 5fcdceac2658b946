/* test_series.c - three reports and more: the order of the arguments has no say, offices stay
 * apart, pins force and
 * forbid, their errors name file and line, timelines find wordings. */
#include <stdio.h>
#include <string.h>

#include "diff/office.h"
#include "tests/testing.h"

static const char *const YEARS[] = {
    "某县政府工作报告（2022年）\n一、项目建设\n建成水厂一座，供水能力明显提升。\n二、社会民生\n新增"
    "学位八百个，办"
    "好人民满意的教育。\n",
    "某县政府工作报告（2023年）\n一、社会民生\n新增学位九百个，办好人民满意的教育。推进数字乡村建设"
    "。\n二、项目建"
    "设\n建成水厂两座，供水能力明显提升。\n",
    "某县政府工作报告（2024年）\n一、社会民生\n新增学位一千个，办好人民满意的教育。推进数字乡村建设"
    "。\n二、绿色发"
    "展\n植树造林三万亩。\n",
};

static dz_status build(dz_comparison **out, dz_report *const *reports, size_t count,
                       const dz_compare_options *options, dz_error *error) {
  *error = (dz_error){.message = ""};
  return dz_comparison_build(out, (const dz_report *const *)reports, count, test_knowledge(),
                             options, error);
}

static void order_has_no_say(void **state) {
  static const int orders[2][3] = {{0, 1, 2}, {2, 0, 1}};
  const dz_compare_options options = {.base = -1};
  dz_comparison *comparison[2];
  dz_report *report[2][3];
  dz_error error;

  (void)state;
  for (int k = 0; k < 2; k++) {
    for (int i = 0; i < 3; i++) report[k][i] = test_report(YEARS[orders[k][i]]);
    assert_int_equal(build(&comparison[k], report[k], 3, &options, &error), DZ_OK);
    assert_int_equal(comparison[k]->step_count, 2);
    for (int i = 0; i < 3; i++)
      assert_int_equal(report[k][comparison[k]->series[i]]->year, 2022 + i);
  }
  for (size_t s = 0; s < 2; s++) {
    const dz_step *left = &comparison[0]->steps[s], *right = &comparison[1]->steps[s];
    assert_int_equal(report[0][left->a]->year, report[1][right->a]->year);
    assert_int_equal(left->change_count, right->change_count);
    for (size_t i = 0; i < left->change_count; i++) {
      assert_string_equal(left->changes[i].id, right->changes[i].id);
      assert_int_equal(left->changes[i].type, right->changes[i].type);
    }
  }
  for (int k = 0; k < 2; k++) {
    dz_comparison_free(comparison[k]);
    for (int i = 0; i < 3; i++) dz_report_free(report[k][i]);
  }
}

/* What a report does not say keeps nothing apart; a government is the same whoever reports for
 * it. */
static void offices_are_told_by_what_is_known(void **state) {
  char council[] = "国务院", county[] = "安化县", premier[] = "总理", head[] = "县长",
       deputy[] = "副县长";
  dz_report named = {.type = DZ_TYPE_GWR, .year = 2022, .place = council, .role = premier};
  dz_report unnamed = {.type = DZ_TYPE_GWR, .year = 2023, .place = council};
  dz_report first = {.type = DZ_TYPE_SHUZHI, .year = 2022, .place = county, .role = head};
  dz_report other = {.type = DZ_TYPE_SHUZHI, .year = 2023, .place = county, .role = deputy};
  dz_report silent = {.type = DZ_TYPE_SHUZHI, .year = 2023};
  const dz_report *pair[] = {&first, &other};
  dz_offices offices = dz_offices_of(pair, 2);

  (void)state;
  assert_true(dz_office_years(&named, &unnamed));
  assert_false(dz_office_years(&first, &other));
  assert_false(offices.by_place ||
               offices.by_role); /* an official who rose: two years, two roles */
  assert_false(dz_offices_differ(&offices, &first, &other));
  assert_false(dz_offices_differ(&offices, &first, &silent));
  assert_true(dz_offices_differ(&offices, &first, &named));
  other.year = 2022; /* two officials of one year */
  offices = dz_offices_of(pair, 2);
  assert_true(offices.by_role && dz_offices_differ(&offices, &first, &other));
}

/* A folder of two counties and two years: each county is a series of its own. */
static void offices_are_series_of_their_own(void **state) {
  static const char *const texts[] = {
      "安化县政府工作报告（2023年）\n一、2023年工作安排\n城镇新增就业900人。\n",
      "平乐县政府工作报告（2023年）\n一、2023年工作安排\n城镇新增就业200人。\n",
      "平乐县政府工作报告（2022年）\n一、2022年工作安排\n城镇新增就业100人。\n",
      "安化县政府工作报告（2022年）\n一、2022年工作安排\n城镇新增就业800人。\n",
  };
  const dz_compare_options options = {.base = -1};
  dz_comparison *comparison;
  dz_report *reports[4];
  dz_error error;

  (void)state;
  for (int i = 0; i < 4; i++) reports[i] = test_report(texts[i]);
  assert_int_equal(build(&comparison, reports, 4, &options, &error), DZ_OK);
  assert_int_equal(comparison->step_count, 2);
  for (size_t i = 0; i < 2; i++) {
    const dz_step *step = &comparison->steps[i];
    assert_string_equal(reports[step->a]->place, reports[step->b]->place);
    assert_int_equal(reports[step->a]->year + 1, reports[step->b]->year);
  }
  assert_int_equal(comparison->commitment_count, 2);
  for (size_t i = 0; i < comparison->commitment_count; i++) {
    const dz_commitment_link *link = &comparison->commitments[i];
    assert_string_equal(reports[link->earlier_report]->place, reports[link->later_report]->place);
    assert_int_equal(link->change, DZ_CC_RAISED);
  }
  dz_comparison_free(comparison);
  for (int i = 0; i < 4; i++) dz_report_free(reports[i]);
}

static void names_of_one_place_are_one_office(void **state) {
  static char *const pairs[][2] = {{"河南", "河南省"},
                                   {"安化县", "益阳市安化县"},
                                   {"内蒙古", "内蒙古自治区"},
                                   {"恩施", "恩施土家族苗族自治州"}};
  static char *const others[][2] = {
      {"益阳市", "益阳市安化县"}, {"河南", "河南省安阳市"}, {"长沙市", "长沙县"}};

  (void)state;
  for (size_t i = 0; i < 7; i++) {
    char *const *names = i < 4 ? pairs[i] : others[i - 4];
    dz_report a = {.type = DZ_TYPE_GWR, .year = 2022, .place = names[0]};
    dz_report b = {.type = DZ_TYPE_GWR, .year = 2023, .place = names[1]};
    dz_offices offices = {false, false};
    assert_int_equal(dz_offices_differ(&offices, &a, &b), i >= 4);
    assert_int_equal(dz_offices_differ(&offices, &b, &a), i >= 4);
    assert_int_equal(dz_office_years(&a, &b), i < 4);
  }
}

/* A county that is once named with its city is one series all the same; reports of one year stand
 * in the same order
 * whatever order they are given in. */
static void a_series_does_not_depend_on_how_it_is_given(void **state) {
  static const char *const texts[] = {
      "安化县政府工作报告（2022年）\n一、2022年工作安排\n城镇新增就业100人。\n",
      "益阳市安化县政府工作报告（2023年）\n一、2023年工作安排\n城镇新增就业200人。\n",
      "安化县政府工作报告（2024年）\n一、2024年工作安排\n城镇新增就业300人。\n",
      "平乐县政府工作报告（2024年）\n一、2024年工作安排\n城镇新增就业900人。\n",
      "平乐县政府工作报告（2024年）\n一、2024年工作安排\n城镇新增就业800人。\n",
      "平乐县政府工作报告（2025年）\n一、2025年工作安排\n城镇新增就业990人。\n",
  };
  enum { COUNT = sizeof texts / sizeof *texts };
  const dz_compare_options options = {.base = -1};

  (void)state;
  for (size_t turn = 0; turn < COUNT; turn++) {
    dz_comparison *comparison;
    dz_report *reports[COUNT];
    dz_error error;
    for (size_t i = 0; i < COUNT; i++)
      reports[i] = test_report(texts[(turn % 2 ? COUNT - 1 - i : i + turn) % COUNT]);
    assert_int_equal(build(&comparison, reports, COUNT, &options, &error), DZ_OK);
    for (size_t i = 0; i < 3; i++) assert_int_equal(reports[comparison->series[i]]->year, 2022 + i);
    assert_int_equal(comparison->commitment_count, 3);
    for (size_t i = 0; i < 3; i++)
      assert_int_equal(comparison->commitments[i].change, DZ_CC_RAISED);
    for (size_t i = 0; i < 3; i++) {
      const dz_commitment_link *link = &comparison->commitments[i];
      const dz_report *earlier = reports[link->earlier_report];
      if (earlier->year == 2024)
        assert_span(earlier, earlier->commitments[link->earlier].span, "城镇新增就业900人");
    }
    dz_comparison_free(comparison);
    for (size_t i = 0; i < COUNT; i++) dz_report_free(reports[i]);
  }
}

static void base_and_timelines(void **state) {
  const char *const phrases[] = {"数字乡村", "供水能力"};
  const dz_compare_options options = {.base = 0, .phrases = phrases, .phrase_count = 2};
  dz_comparison *comparison;
  dz_report *reports[3];
  dz_error error;

  (void)state;
  for (int i = 0; i < 3; i++) reports[i] = test_report(YEARS[i]);
  assert_int_equal(build(&comparison, reports, 3, &options, &error), DZ_OK);
  assert_int_equal(comparison->step_count, 4);
  assert_true(comparison->steps[3].to_base);
  assert_int_equal(comparison->steps[3].a, 0);
  assert_true(comparison->timeline_count >= 2);
  assert_int_equal(comparison->timelines[0].place_count, 2);
  assert_int_equal(comparison->timelines[0].places[0].report, 1);
  assert_span(reports[1], comparison->timelines[0].places[0].span, "数字乡村");
  assert_int_equal(comparison->timelines[1].places[1].report, 1);
  dz_comparison_free(comparison);
  for (int i = 0; i < 3; i++) dz_report_free(reports[i]);
}

/* Reports of several places in one year stand beside each other: nothing is said through the
 * years. */
static void one_year_of_several_places_is_no_series(void **state) {
  static const char *const places[] = {"松岭县", "云泽县", "峰川县"};
  dz_comparison *comparison;
  dz_report *reports[3];
  dz_error error;

  (void)state;
  for (int same = 0; same < 2; same++) {
    for (int i = 0; i < 3; i++) {
      char text[512];
      snprintf(text, sizeof text,
               "%s人民政府工作报告\n——2023年1月9日在第十七届人民代表大会第三次会议上\n各位代表：\n"
               "一、2022年工作回顾\n"
               "%s数字乡村建设试点。%s%s\n",
               places[same ? 0 : i], i ? "推进" : "开展",
               i ? "实施城乡供水一体化工程。" : "修建村庄道路。",
               i > 1 ? "办好灯会。" : "办好茶市。");
      reports[i] = test_report(text);
      assert_non_null(reports[i]->place);
      assert_string_equal(reports[i]->place, places[same ? 0 : i]);
    }
    assert_int_equal(build(&comparison, reports, 3, NULL, &error), DZ_OK);
    assert_int_equal(comparison->timeline_count > 0,
                     same); /* three drafts of one report are a series */
    dz_comparison_free(comparison);
    for (int i = 0; i < 3; i++) dz_report_free(reports[i]);
  }
}

static bool has_pair(const dz_comparison *c, const char *a, const char *b) {
  for (size_t i = 0; i < c->alignment_count; i++)
    if (!strcmp(test_span(c->reports[0], c->reports[0]->sections[c->alignment[i].a].heading), a) &&
        !strcmp(test_span(c->reports[1], c->reports[1]->sections[c->alignment[i].b].heading), b))
      return true;
  return false;
}

static void pins_force_and_forbid(void **state) {
  dz_compare_options options = {.base = -1, .pins_path = "my.pins"};
  dz_report *reports[2] = {test_report(YEARS[0]), test_report(YEARS[1])};
  dz_comparison *comparison;
  dz_error error;

  (void)state;
  options.pins = "# by content\n\n";
  assert_int_equal(build(&comparison, reports, 2, &options, &error), DZ_OK);
  assert_true(has_pair(comparison, "项目建设", "项目建设"));
  dz_comparison_free(comparison);
  options.pins = "pin 2022:一 = 2023:1\n";
  assert_int_equal(build(&comparison, reports, 2, &options, &error), DZ_OK);
  assert_true(has_pair(comparison, "项目建设", "社会民生"));
  dz_comparison_free(comparison);
  options.pins = "unpin 2023:二 ≠ 2022:项目\r\n";
  assert_int_equal(build(&comparison, reports, 2, &options, &error), DZ_OK);
  assert_false(has_pair(comparison, "项目建设", "项目建设"));
  dz_comparison_free(comparison);
  dz_report_free(reports[0]);
  dz_report_free(reports[1]);
}

static void pin_errors_name_the_line(void **state) {
  static const char *const wrong[] = {
      "# fine\npni 2022:一 = 2023:二\n", "\npin 2022:一\n",           "\npin 2022:九 = 2023:一\n",
      "\npin 2020:一 = 2023:一\n",       "\npin 2022:一 = 2022:二\n", "\npin 2022一 = 2023:二\n",
      "\nunpin 2022:一 = 2023:一\n",
  };
  dz_compare_options options = {.base = -1, .pins_path = "my.pins"};
  dz_report *reports[2] = {test_report(YEARS[0]), test_report(YEARS[1])};
  dz_comparison *comparison;
  dz_error error;

  (void)state;
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    options.pins = wrong[i];
    assert_int_equal(build(&comparison, reports, 2, &options, &error), DZ_USAGE);
    assert_int_equal(strncmp(error.message, "my.pins:2: ", 11), 0);
  }
  options.pins = "pin 2022:一 = 2023:二\npin 2022:一 = 2023:一\n";
  assert_int_equal(build(&comparison, reports, 2, &options, &error), DZ_USAGE);
  assert_int_equal(strncmp(error.message, "my.pins:2: ", 11), 0);
  dz_report_free(reports[0]);
  dz_report_free(reports[1]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(order_has_no_say),
      cmocka_unit_test(offices_are_series_of_their_own),
      cmocka_unit_test(offices_are_told_by_what_is_known),
      cmocka_unit_test(names_of_one_place_are_one_office),
      cmocka_unit_test(a_series_does_not_depend_on_how_it_is_given),
      cmocka_unit_test(base_and_timelines),
      cmocka_unit_test(one_year_of_several_places_is_no_series),
      cmocka_unit_test(pins_force_and_forbid),
      cmocka_unit_test(pin_errors_name_the_line),
  };

  return cmocka_run_group_tests_name("series", tests, NULL, NULL);
}
