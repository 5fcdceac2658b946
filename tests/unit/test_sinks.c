/* test_sinks.c - what comes from a report stays text in every format: JSON, CSV, HTML, terminal,
 * Markdown.
 * Protects readers from reports that hold markup, formulas of spreadsheets, escape sequences or
 * controls of
 * direction. */
#include <stdlib.h>
#include <string.h>

#include "render/csv.h"
#include "render/html_sink.h"
#include "render/json.h"
#include "render/writer.h"
#include "tests/testing.h"

static const dz_render_options plain = {.format = DZ_TEXT, .columns = 40};

static char *csv_of(const char *field) {
  dz_csv csv;
  dz_error error;
  char *out;
  size_t length;

  dz_csv_init(&csv, &plain);
  dz_csv_string(&csv, field);
  dz_csv_row(&csv);
  assert_int_equal(dz_csv_finish(&csv, &out, &length, &error), DZ_OK);
  return out;
}

static void assert_csv(const char *field, const char *expected) {
  char *out = csv_of(field);

  assert_string_equal(out, expected);
  free(out);
}

static void csv_quotes_and_guards(void **state) {
  (void)state;
  assert_csv("增长“5%”", "\"增长“5%”\"\r\n");
  assert_csv("a\"b,c", "\"a\"\"b,c\"\r\n");
  assert_csv("a\nb\tc", "\"a b c\"\r\n");
  assert_csv(NULL, "\"\"\r\n");
  assert_csv("=1+1", "\"'=1+1\"\r\n");
  assert_csv("+cmd", "\"'+cmd\"\r\n");
  assert_csv("@x", "\"'@x\"\r\n");
  assert_csv("\t=x", "\"' =x\"\r\n");
  assert_csv("  =x", "\"'  =x\"\r\n");
  assert_csv("＝x", "\"'＝x\"\r\n");
  assert_csv("-3.5", "\"-3.5\"\r\n"); /* a figure stays a figure */
  assert_csv("-3.5+x", "\"'-3.5+x\"\r\n");
}

static void csv_starts_with_a_mark_when_asked(void **state) {
  dz_render_options options = plain;
  dz_csv csv;
  dz_error error;
  char *out;
  size_t length;

  (void)state;
  options.bom = true;
  dz_csv_init(&csv, &options);
  dz_csv_number(&csv, 7);
  dz_csv_number(&csv, -8);
  dz_csv_row(&csv);
  assert_int_equal(dz_csv_finish(&csv, &out, &length, &error), DZ_OK);
  assert_string_equal(out, "\xEF\xBB\xBF"
                           "7,-8\r\n");
  free(out);
}

static void assert_html(const char *text, const char *expected) {
  dz_html html;
  dz_error error;
  char *out;
  size_t length;

  dz_html_init(&html, &plain);
  dz_html_text(&html, text);
  assert_int_equal(dz_html_finish(&html, &out, &length, &error), DZ_OK);
  assert_string_equal(out, expected);
  free(out);
}

static void html_escapes(void **state) {
  (void)state;
  assert_html("<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;");
  assert_html("a\u202Eb\u2066c\u200Fd", "a⟨U+202E⟩b⟨U+2066⟩c⟨U+200F⟩d");
  assert_html("a\x1b[31m\x7f", "a⟨U+001B⟩[31m⟨U+007F⟩");
  assert_html("零\u200B宽\uFEFF", "零宽");
  assert_html("行\n末", "行 末");
}

static void json_holds_any_code_point(void **state) {
  static const uint32_t cps[] = {'a', 0, '"', '\\', '\n', 0x2028, 0x1F600, 0x7F};
  dz_json *json = dz_json_new();
  dz_error error;
  char *out;
  size_t length;

  (void)state;
  assert_non_null(json);
  dz_json_cps(json, "t", cps, sizeof cps / sizeof *cps);
  dz_json_cps(json, "e", NULL, 0);
  dz_json_integer(json, "n", INT64_C(-9007199254740993));
  dz_json_share(json, "s", 1.0 / 3);
  assert_int_equal(dz_json_finish(json, &out, &length, &error), DZ_OK);
  assert_string_equal(
      out, "{\"t\":\"a\\u0000\\\"\\\\\\n\\u2028😀\\u007f\",\"e\":\"\",\"n\":-9007199254740993,"
           "\"s\":0.3333}\n");
  free(out);
}

static char *written(const dz_render_options *options, const char *text, dz_block block) {
  dz_writer writer;
  dz_error error;
  char *out;
  size_t length;

  dz_writer_init(&writer, options);
  dz_write(&writer, DZ_PLAIN, text);
  dz_write_end(&writer, block);
  assert_int_equal(dz_writer_finish(&writer, &out, &length, &error), DZ_OK);
  return out;
}

static void terminal_text_is_inert(void **state) {
  char *out = written(&plain, "红\x1b[31m\u202E字\r\n", DZ_BLOCK_LINE);

  (void)state;
  assert_string_equal(out, "  红⟨U+001B⟩[31m⟨U+202E⟩字\n");
  free(out);
}

static void markdown_is_escaped(void **state) {
  dz_render_options options = plain;
  char *out;

  (void)state;
  options.format = DZ_MARKDOWN;
  out = written(&options, "*a* [b](c) <d> | `e` ~f~", DZ_BLOCK_ITEM);
  assert_string_equal(out, "- \\*a\\* \\[b\\](c) \\<d\\> \\| \\`e\\` \\~f\\~\n");
  free(out);
}

/* ** is a mark only where CommonMark reads it as one: not beside a blank, not where a sign is
 * strong between words. */
static void markdown_is_strong_where_it_says_so(void **state) {
  dz_render_options options = plain;
  dz_writer w;
  dz_error error;
  char *out;
  size_t length;

  (void)state;
  options.format = DZ_MARKDOWN;
  dz_writer_init(&w, &options);
  dz_write(&w, DZ_PLAIN, "提示");
  dz_write(&w, DZ_STRONG, "  数字不合");
  dz_write(&w, DZ_PLAIN, "  一");
  dz_write_end(&w, DZ_BLOCK_LINE);
  dz_write(&w, DZ_STRONG, "≠ 公路  ");
  dz_write(&w, DZ_PLAIN, "三条");
  dz_write_end(&w, DZ_BLOCK_LINE);
  dz_write(&w, DZ_PLAIN, "甲");
  dz_write(&w, DZ_STRONG, "（二）");
  dz_write(&w, DZ_PLAIN, "乙");
  dz_write(&w, DZ_STRONG, "  ");
  dz_write_end(&w, DZ_BLOCK_LINE);
  assert_int_equal(dz_writer_finish(&w, &out, &length, &error), DZ_OK);
  assert_string_equal(
      out, "提示  **数字不合**  一\n\n**≠ 公路**  三条\n\n甲<strong>（二）</strong>乙  \n");
  free(out);
}

/* Lines of a table are as long as asked for, whatever the cells hold. */
static void tables_fit_or_become_lists(void **state) {
  static const int columns[] = {24, 40, 80};

  (void)state;
  for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
    dz_render_options options = plain;
    dz_writer w;
    dz_error error;
    char *out;
    size_t length;
    options.columns = columns[i];
    dz_writer_init(&w, &options);
    dz_write_table(&w, 4);
    for (int cell = 0; cell < 12; cell++) {
      dz_write(&w, DZ_PLAIN, cell % 4 ? "城镇新增就业人数达到一千二百万人以上" : "≠");
      dz_write_cell(&w);
    }
    dz_write_table_end(&w);
    assert_int_equal(dz_writer_finish(&w, &out, &length, &error), DZ_OK);
    size_t cells = 0;
    for (const char *c = out; *c; c++) {
      if ((*c & 0xC0) != 0x80) cells += (unsigned char)*c >= 0xE3 ? 2 : 1;
      if (*c == '\n') cells = 0;
      assert_true(cells <= (size_t)columns[i]);
    }
    free(out);
  }
}

/* What is written as a whole stands on one line where it fits, and is cut only where no line
 * would hold it. */
static void whole_words_stay_on_a_line(void **state) {
  dz_render_options options = plain;
  dz_writer w;
  dz_error error;
  char *out;
  size_t length;

  (void)state;
  options.columns = 20;
  dz_writer_init(&w, &options);
  dz_write(&w, DZ_PLAIN, "承诺调低、推后、");
  dz_write_whole(&w, DZ_PLAIN, "一（二）");
  dz_write_end(&w, DZ_BLOCK_LINE);
  dz_write_count(&w, DZ_PLAIN, "移动并改写移动并改写", 12);
  dz_write_end(&w, DZ_BLOCK_LINE);
  assert_int_equal(dz_writer_finish(&w, &out, &length, &error), DZ_OK);
  assert_string_equal(out, "  承诺调低、推后、\n  一（二）\n  移动并改写移动并改\n  写 12\n");
  free(out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(whole_words_stay_on_a_line),
      cmocka_unit_test(csv_quotes_and_guards),
      cmocka_unit_test(csv_starts_with_a_mark_when_asked),
      cmocka_unit_test(html_escapes),
      cmocka_unit_test(json_holds_any_code_point),
      cmocka_unit_test(terminal_text_is_inert),
      cmocka_unit_test(markdown_is_escaped),
      cmocka_unit_test(markdown_is_strong_where_it_says_so),
      cmocka_unit_test(tables_fit_or_become_lists),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
