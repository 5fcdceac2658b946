/* test_column.c - widths and line ends of Chinese text. Protects what a reader of a terminal sees:
 * no line wider
 * than asked for, no closing mark in front, no figure cut from itself. */
#include <string.h>

#include "base/utf8.h"
#include "render/column.h"
#include "tests/testing.h"

enum { MOST = 256 };

static size_t glyphs(dz_glyph *out, const char *text) {
  uint32_t cps[MOST];
  size_t count = dz_utf8_to_cps(text, cps);

  for (size_t i = 0; i < count; i++) out[i] = (dz_glyph){.cp = cps[i]};
  return count;
}

static int width(const char *text, int ambiguous) {
  dz_glyph line[MOST];

  return dz_column_width(line, glyphs(line, text), ambiguous);
}

/* How many code points of the text stand on a first line of that width. */
static size_t first_line(const char *text, int columns) {
  dz_glyph line[MOST];

  return dz_column_break(line, glyphs(line, text), columns, 2);
}

static void wide_characters_take_two_cells(void **state) {
  (void)state;
  assert_int_equal(width("报告 2024", 1), 9);
  assert_int_equal(width("“增长”", 1), 6);
  assert_int_equal(width("“增长”", 2), 8);
  assert_int_equal(width("", 2), 0);
}

static void a_line_holds_what_fits(void **state) {
  (void)state;
  assert_int_equal(first_line("全县经济运行", 8), 4);
  assert_int_equal(first_line("全县经济运行", 9), 4);
  assert_int_equal(first_line("全县经济运行", 80), 6);
  assert_int_equal(first_line("全", 2), 1);
}

static void no_line_starts_with_a_closing_mark(void **state) {
  (void)state;
  assert_int_equal(first_line("全县经济，运行", 8), 3);
  assert_int_equal(first_line("全县（经济）运行", 6), 2); /* nor ends with an opening one */
}

static void figures_and_words_stay_whole(void **state) {
  (void)state;
  assert_int_equal(first_line("增长5.25%以上", 8), 2);
  assert_int_equal(first_line("完成123亿元", 8), 2); /* the unit stays with the last digit */
  assert_int_equal(first_line("use words here", 12), 10);
}

static void a_word_longer_than_a_line_is_cut(void **state) {
  (void)state;
  assert_int_equal(first_line("12345678901234567890", 8), 8);
  assert_int_equal(first_line("，，，，，，", 4), 2);
}

static void glued_glyphs_stay_together(void **state) {
  dz_glyph line[MOST];
  size_t count = glyphs(line, "全县经济");

  (void)state;
  line[3].glued = true;
  assert_int_equal(dz_column_break(line, count, 6, 2), 2);
}

static void counts_stay_with_their_words(void **state) {
  (void)state;
  assert_int_equal(first_line("改写 12（3%）", 9), 3); /* an ordinary space ends a line ... */
  assert_int_equal(first_line("移动改写\u00A012", 10),
                   3); /* ... a fixed one does not: 移动改|写 12 */
  assert_int_equal(first_line("新增 212（47.7%）", 14),
                   3); /* and （ stays with the figure before it */
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(counts_stay_with_their_words),
      cmocka_unit_test(wide_characters_take_two_cells),
      cmocka_unit_test(a_line_holds_what_fits),
      cmocka_unit_test(no_line_starts_with_a_closing_mark),
      cmocka_unit_test(figures_and_words_stay_whole),
      cmocka_unit_test(a_word_longer_than_a_line_is_cut),
      cmocka_unit_test(glued_glyphs_stay_together),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
