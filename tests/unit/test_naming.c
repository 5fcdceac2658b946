/* test_naming.c - how places, reports, numbers and targets are called. Protects that a place that
 * is shown can be
 * found in the report by a person. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "normalize/paragraph.h"
#include "render/naming.h"
#include "tests/testing.h"

static const char *take(dz_buffer *buffer) {
  static char text[256];

  snprintf(text, sizeof text, "%s", buffer->data);
  dz_buffer_free(buffer);
  return text;
}

static const char *place(const dz_report *report, const char *needle) {
  dz_report *other = test_report(needle);
  const dz_text *text = &report->text;
  size_t length = other->text.length, at = 0;
  dz_buffer buffer;

  while (at + length <= text->length &&
         memcmp(text->cp + at, other->text.cp, length * sizeof *text->cp))
    at++;
  assert_true(at + length <= text->length);
  dz_report_free(other);
  dz_buffer_init(&buffer);
  dz_name_place(&buffer, report, (uint32_t)at);
  return take(&buffer);
}

static void places_are_sections_and_paragraphs(void **state) {
  dz_report *report = test_report(
      "某县副县长2023年度述职报告\n各位代表：\n一、履行职责情况\n（一）抓项目。新建公路三条。\n"
      "（二）抓民生。改造老旧小区。\n二、存在问题与不足\n学习不够深入。\n");

  (void)state;
  assert_string_equal(place(report, "各位代表"), "¶2");
  assert_string_equal(place(report, "新建公路"), "一（一）¶4");
  assert_string_equal(place(report, "改造老旧"), "一（二）¶5");
  assert_string_equal(place(report, "学习不够"), "二¶7");
  assert_int_equal(dz_paragraph_at(report, 0), 0);
  assert_int_equal(dz_paragraph_at(report, UINT32_MAX), -1);
  dz_report_free(report);
}

static const char *chinese(size_t number) {
  dz_buffer buffer;

  dz_buffer_init(&buffer);
  dz_name_chinese_number(&buffer, number);
  return take(&buffer);
}

static void numbers_are_read_as_written(void **state) {
  (void)state;
  assert_string_equal(chinese(1), "一");
  assert_string_equal(chinese(10), "十");
  assert_string_equal(chinese(12), "十二");
  assert_string_equal(chinese(20), "二十");
  assert_string_equal(chinese(24), "二十四");
  assert_string_equal(chinese(100), "一百");
  assert_string_equal(chinese(105), "一百零五");
  assert_string_equal(chinese(110), "一百一十");
  assert_string_equal(chinese(999), "九百九十九");
  assert_string_equal(chinese(1000), "1000");
}

static void reports_have_letters_or_numbers(void **state) {
  dz_buffer buffer;

  (void)state;
  dz_buffer_init(&buffer);
  dz_name_report(&buffer, 1, 5, true);
  assert_string_equal(take(&buffer), "乙");
  dz_buffer_init(&buffer);
  dz_name_report(&buffer, 1, 5, false);
  assert_string_equal(take(&buffer), "B");
  dz_buffer_init(&buffer);
  dz_name_report(&buffer, 1, 30, true);
  assert_string_equal(take(&buffer), "2");
}

static size_t count_name(char *out) {
  size_t count = 0;

  for (const char *at = out; (at = strstr(at, "test.txt")); at++) count++;
  free(out);
  return count;
}

/* A report without a title is called by its file, once. */
static void a_change_is_not_named_as_a_level(void **state) {
  dz_report *report = test_report("某县政府工作报告（2023年）\n一、2023年工作安排\n财政赤字比上年增"
                                  "加3亿元。财政收入达到9亿元。\n");
  const char *const names[] = {"增加3亿元", "9亿元"};

  (void)state;
  assert_int_equal(report->commitment_count, 2);
  for (size_t i = 0; i < 2; i++) {
    dz_buffer out;
    dz_buffer_init(&out);
    dz_name_target(&out, report, &report->commitments[i]);
    assert_string_equal(out.data, names[i]);
    dz_buffer_free(&out);
  }
  dz_report_free(report);
}

static void an_untitled_report_is_named_once(void **state) {
  static const dz_format formats[] = {DZ_TEXT, DZ_HTML, DZ_MARKDOWN};
  dz_report *report = test_report(
      "各位代表：\n一、去年工作回顾\n新建公路三条。\n二、今年工作安排\n改造老旧小区。\n");
  const dz_report *const reports[] = {report};
  dz_review *review;
  dz_error error;
  char *out;
  size_t length;

  (void)state;
  assert_false(dz_is_titled(report));
  assert_int_equal(dz_review_build(&review, reports, 1, test_knowledge(), &error), DZ_OK);
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
    dz_render_options options = {.format = formats[i], .chinese = true};
    assert_int_equal(dz_render_report(&out, &length, report, &options, &error), DZ_OK);
    assert_int_equal(count_name(out), 1);
    assert_int_equal(dz_render_review(&out, &length, review, &options, &error), DZ_OK);
    assert_int_equal(count_name(out),
                     formats[i] == DZ_HTML ? 2 : 1); /* the list of reports, the head of the part */
  }
  dz_review_free(review);
  dz_report_free(report);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(places_are_sections_and_paragraphs),
      cmocka_unit_test(numbers_are_read_as_written),
      cmocka_unit_test(a_change_is_not_named_as_a_level),
      cmocka_unit_test(an_untitled_report_is_named_once),
      cmocka_unit_test(reports_have_letters_or_numbers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
