/* test_marks.c - Markdown and web pages: what is a mark or a menu and what is
 * text. Protects masked figures from being taken for emphasis, and reports from
 * losing a part to the search for the main text. */
#include <string.h>

#include "tests/testing.h"

static dz_report *read_as(const char *name, const char *text) {
  return test_report_bytes(name, text, strlen(text));
}

/* The text that is not noise, line by line, each as its paragraph gives it. */
static void has_lines(const dz_report *report, const char *const *lines, size_t count) {
  assert_int_equal(report->paragraph_count, count);
  for (size_t i = 0; i < count; i++) assert_span(report, report->paragraphs[i].span, lines[i]);
}

static bool is_noise(const dz_report *report, const char *text) {
  for (size_t i = 0; i < report->noise_count; i++)
    if (!strcmp(test_span(report, report->noise[i].span), text)) return true;
  return false;
}

static void marks_of_markdown_are_layout(void **state) {
  static const char *const lines[] = {"2023年工作总结", "一、抓学习", "第一项", "甲 | 12 "};
  dz_report *report = read_as("a.md",
                              "# 2023年工作总结 ##\n\n**一、抓学习**\n- 第一项\n---\n|甲 | 12 |\n");

  (void)state;
  assert_int_equal(report->paragraph_count, 4);
  assert_span(report, report->paragraphs[0].span, lines[0]);
  assert_span(report, report->paragraphs[2].span, lines[2]);
  assert_true(is_noise(report, "# ") && is_noise(report, " ##") && is_noise(report, "**") &&
              is_noise(report, "---"));
  dz_report_free(report);
}

static void masked_figures_are_no_emphasis(void **state) {
  dz_report *report = read_as("a.md", "# 标题\n完成投资**亿元，增长**%，建成**条。\n");

  (void)state;
  assert_false(is_noise(report, "**"));
  dz_report_free(report);
}

static void a_page_set_in_tables(void **state) {
  static const char *const lines[] = {"2023年述职报告", "一、学习", "全年学习12次，撰写心得3篇。",
                                      "二、工作", "新建项目6个，完成投资2亿元。"};
  dz_report *report = read_as(
      "a.html",
      "<html><head><title>2023年述职报告-某县政府网</title></head><body><table><tr><td>"
      "<a href=#>首页</a> | <a "
      "href=#>要闻</a></td></tr><tr><td><table><tr><td><b>2023年述职报告</b>"
      "</td></tr><tr><td>来源：本站　点击数：22</td></tr><tr><td>　　一、学习<br>　　全年学习12次，"
      "撰写心得3篇。<br>　　二、工作<br>　　新建项目6个，完成投资2亿元。</td></tr></table></td></"
      "tr>"
      "<tr><td>版权所有 某县人民政府</td></tr></table></body></html>");

  (void)state;
  has_lines(report, lines, 5);
  assert_true(is_noise(report, "来源：本站　点击数：22\n") &&
              is_noise(report, "版权所有 某县人民政府\n"));
  dz_report_free(report);
}

static void one_long_paragraph_is_not_the_page(void **state) {
  static const char *const lines[] = {
      "报告", "一、学习",
      ("学习，思考，实践，再学习，再思考，再实践，再学习，再思考，再实践，"
       "再学习，再思考，再实践，再学习，再思考，再实践，再学习，再思考，再实践。"),
      "二、不足"};
  dz_report *report = read_as(
      "a.html",
      "<html><body><div class=nav><a "
      "href=#>首页</a></div><div><h1>报告</h1><div>一、学习</div><div>"
      "学习，思考，实践，再学习，再思考，再实践，再学习，再思考，再实践，再学习，再思考，再实践，"
      "再学习，再思考，再实践，再学习，再思考，再实践。</div><div>二、不足</div></div></body></"
      "html>");

  (void)state;
  has_lines(report, lines, 4);
  dz_report_free(report);
}

static void source_breaks_between_chinese_are_none(void **state) {
  static const char *const lines[] = {"中文换行", "two words", "1. 甲", "2. 乙"};
  dz_report *report = read_as(
      "a.html", "<html><p>中文\n换行<p>two\nwords<ol><li>甲<li>乙</ol><script>x</script></html>");

  (void)state;
  has_lines(report, lines, 4);
  dz_report_free(report);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(marks_of_markdown_are_layout),
      cmocka_unit_test(masked_figures_are_no_emphasis),
      cmocka_unit_test(a_page_set_in_tables),
      cmocka_unit_test(one_long_paragraph_is_not_the_page),
      cmocka_unit_test(source_breaks_between_chinese_are_none),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
