/* test_excerpt.c - words of a report in short. Protects quotations from beginning or ending inside
 * a pay-wall mark, and
 * from being cut where nothing was gained. */
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "render/excerpt.h"
#include "tests/testing.h"

static const char mark[] = "##paidbegin##";

/* The excerpt with … for what it leaves out; valid until the next call. */
static const char *shown(const dz_report *report, dz_excerpt excerpt) {
  static char text[512];
  dz_buffer buffer;

  dz_buffer_init(&buffer);
  for (dz_span words; dz_excerpt_next(&excerpt, &words);) {
    dz_buffer_cps(&buffer, report->text.cp + words.start, words.end - words.start);
    if (words.start == words.end) dz_buffer_string(&buffer, "…");
  }
  snprintf(text, sizeof text, "%s", buffer.data);
  dz_buffer_free(&buffer);
  return text;
}

/* The span of `needle` in a report, from the text as decoded. */
static dz_span find(const dz_report *report, const char *needle) {
  for (uint32_t i = 0; i < report->text.length; i++)
    for (uint32_t end = i + 1; end <= report->text.length && end - i <= 40; end++)
      if (!strcmp(test_span(report, (dz_span){i, end}), needle)) return (dz_span){i, end};
  fail_msg("%s is not in the text", needle);
  return (dz_span){0, 0};
}

static dz_report *marked_report(void) {
  return test_report(
      "某县副县长2023年述职报告\n一、履行职责情况\n"
      "##paidbegin##（二）打通堵点，##paidend##建设便捷安全的交通体系。全年新建公路三条。\n"
      "二、存在问题与不足\n学习不够深入。\n");
}

static void short_spans_are_whole(void **state) {
  dz_report *report = marked_report();
  dz_span span = find(report, "学习不够深入。");

  (void)state;
  assert_string_equal(shown(report, dz_excerpt_of(report, span, 7)), "学习不够深入。");
  assert_string_equal(shown(report, dz_excerpt_of(report, span, 6)),
                      "学习不够深入。"); /* … is no shorter */
  assert_string_equal(shown(report, dz_excerpt_of(report, span, 3)), "学习…。");
  assert_string_equal(shown(report, dz_excerpt_start(report, span, 4)), "学习不够…");
  assert_string_equal(shown(report, dz_excerpt_of(report, (dz_span){3, 3}, 4)), "");
  dz_report_free(report);
}

static void noise_is_left_out_and_not_counted(void **state) {
  dz_report *report = marked_report();
  dz_span span = {find(report, mark).start, find(report, "交通体系。").end};

  (void)state;
  assert_true(report->noise_count >= 2);
  assert_string_equal(shown(report, dz_excerpt_of(report, span, 40)),
                      "（二）打通堵点，建设便捷安全的交通体系。");
  for (size_t limit = 1; limit < 20; limit++)
    assert_null(strpbrk(shown(report, dz_excerpt_of(report, span, limit)), "#paidbegn"));
  assert_string_equal(shown(report, dz_excerpt_of(report, span, 12)), "（二）打通堵点，…通体系。");
  dz_report_free(report);
}

static void noise_itself_can_be_quoted(void **state) {
  dz_report *report = marked_report();

  (void)state;
  assert_string_equal(shown(report, dz_excerpt_of(report, find(report, mark), 40)), mark);
  assert_string_equal(shown(report, dz_excerpt_of(report, find(report, mark), 6)), "##pa…##");
  dz_report_free(report);
}

static void surroundings_end_at_noise(void **state) {
  dz_report *report = marked_report();
  dz_surroundings s = dz_surroundings_of(report, find(report, "打通堵点"), 12);

  (void)state;
  assert_span(report, s.before, "（二）");
  assert_false(s.cut_before); /* what stands before it is no text */
  assert_span(report, s.after, "，");
  assert_true(s.cut_after);
  s = dz_surroundings_of(report, find(report, "建设便捷"), 4);
  assert_span(report, s.before, "");
  assert_true(s.cut_before);
  assert_span(report, s.after, "安全的交");
  s = dz_surroundings_of(report, find(report, "三条"), 4);
  assert_span(report, s.before, "新建公路");
  assert_span(report, s.after, "。");
  assert_false(s.cut_after);
  dz_report_free(report);
}

/* Whatever is quoted from a report full of marks, no part of a mark comes with it. */
static void no_excerpt_cuts_a_mark(void **state) {
  dz_report *report = marked_report();
  size_t length = report->text.length;

  (void)state;
  for (uint32_t start = 0; start < length; start++)
    for (uint32_t end = start + 1; end <= length; end++) {
      dz_surroundings s = dz_surroundings_of(report, (dz_span){start, end}, 8);
      dz_excerpt e = dz_excerpt_of(report, (dz_span){start, end}, 9);
      assert_true(s.before.start <= s.before.end && s.after.start <= s.after.end);
      assert_true(s.before.end - s.before.start <= 8 && s.after.end - s.after.start <= 8);
      for (dz_span words; dz_excerpt_next(&e, &words);)
        for (size_t i = 0; i < report->noise_count && !e.whole; i++)
          assert_true(words.end <= report->noise[i].span.start ||
                      words.start >= report->noise[i].span.end);
    }
  dz_report_free(report);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(short_spans_are_whole),
      cmocka_unit_test(noise_is_left_out_and_not_counted),
      cmocka_unit_test(noise_itself_can_be_quoted),
      cmocka_unit_test(surroundings_end_at_noise),
      cmocka_unit_test(no_excerpt_cuts_a_mark),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
