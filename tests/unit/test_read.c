/* test_read.c - bytes to text: encodings with and without a mark, what is no
 * text, formats by content, wrapped lines, the fold. Protects the first steps
 * of reading, on which every position rests. */
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "normalize/read/list_number.h"
#include "normalize/read/sniff.h"
#include "tests/testing.h"
#include "text/unicode.h"

static const char report_text[] =
    "2023年度述职报告\n一、加强学习，提高能力\n全年参加学习12次，撰写心得3篇。严格要求自己，认真履"
    "行职责。\n"
    "二、存在问题\n工作中还有不足，主要是调研不够深入，方法不够灵活。\n";

/* `text` in another encoding; the bytes are the caller's. */
static char *convert(const char *text, const char *encoding, size_t *length) {
  size_t left = strlen(text), room = left * 4;
  char *bytes = calloc(1, room + 1), *out = bytes, *in = (char *)(uintptr_t)text;
  iconv_t converter = iconv_open(encoding, "UTF-8");

  assert_true(converter != (iconv_t)-1 && bytes != NULL);
  assert_int_equal(iconv(converter, &in, &left, &out, &room), 0);
  iconv_close(converter);
  *length = (size_t)(out - bytes);
  return bytes;
}

static void reads_as(const char *encoding, const char *iconv_name, const char *mark,
                     size_t mark_size) {
  size_t length;
  char *body = convert(report_text, iconv_name, &length), *bytes = malloc(length + mark_size);
  dz_report *report, *plain = test_report(report_text);

  memcpy(bytes, mark, mark_size);
  memcpy(bytes + mark_size, body, length);
  report = test_report_bytes("report.txt", bytes, length + mark_size);
  assert_string_equal(report->encoding, encoding);
  assert_int_equal(report->text.length, plain->text.length);
  assert_memory_equal(report->text.cp, plain->text.cp, plain->text.length * sizeof(uint32_t));
  dz_report_free(report);
  dz_report_free(plain);
  free(body);
  free(bytes);
}

static void encodings_give_the_same_text(void **state) {
  (void)state;
  reads_as("UTF-8", "UTF-8", "", 0);
  reads_as("UTF-8", "UTF-8", "\xEF\xBB\xBF", 3);
  reads_as("GB18030", "GB18030", "", 0);
  reads_as("UTF-16LE", "UTF-16LE", "", 0);
  reads_as("UTF-16BE", "UTF-16BE", "", 0);
  reads_as("UTF-16LE", "UTF-16LE", "\xFF\xFE", 2);
  reads_as("UTF-16BE", "UTF-16BE", "\xFE\xFF", 2);
}

static void big5_folds_to_the_simplified_text(void **state) {
  static const char traditional[] =
      "2023年度述職報告\n一、加強學習，提高能力\n全年參加學習12次，撰寫心得3篇。嚴格要求自己，認真"
      "履行職責。\n"
      "二、存在問題\n工作中還有不足，主要是調研不夠深入，方法不夠靈活。\n";
  size_t length;
  char *bytes = convert(traditional, "BIG5", &length);
  dz_report *report = test_report_bytes("report.txt", bytes, length),
            *plain = test_report(report_text);

  (void)state;
  assert_string_equal(report->encoding, "Big5");
  assert_int_equal(report->text.fold_length, plain->text.fold_length);
  assert_memory_equal(report->text.fold, plain->text.fold,
                      plain->text.fold_length * sizeof(uint32_t));
  dz_report_free(report);
  dz_report_free(plain);
  free(bytes);
}

static void refuses(const char *name, const char *bytes, size_t length, dz_status status,
                    const char *word) {
  dz_report *report = NULL;
  dz_read_options reading = {.size = sizeof reading, .programs = true};
  dz_error error = {0};

  assert_int_equal(
      dz_report_parse(&report, name, bytes, length, test_knowledge(), &reading, &error), status);
  assert_null(report);
  assert_null(strchr(error.message, '\n'));
  assert_ptr_equal(strstr(error.message, name), error.message);
  if (!strstr(error.message, word)) fail_msg("%s: no \"%s\"", error.message, word);
}

/* A library must not start programs unless its caller has said so. */
static void programs_are_started_with_leave_only(void **state) {
  dz_report *report = NULL;
  dz_error error;

  (void)state;
  assert_int_equal(
      dz_report_parse(&report, "a.pdf", "%PDF-1.7\n", 9, test_knowledge(), NULL, &error),
      DZ_UNSUPPORTED);
  assert_non_null(strstr(error.message, "has not allowed"));
}

/* An older caller's struct is shorter: what lies behind its end must not be read. */
static void options_of_an_older_caller_end_where_they_say(void **state) {
  dz_read_options reading = {.size = offsetof(dz_read_options, year), .year = 1999};
  dz_report *report = NULL;
  dz_error error;
  static const char text[] = "2022年述职报告\n一、履职情况\n完成了任务。\n";

  (void)state;
  assert_int_equal(
      dz_report_parse(&report, "a.txt", text, sizeof text - 1, test_knowledge(), &reading, &error),
      DZ_OK);
  assert_int_equal(report->year, 2022);
  dz_report_free(report);
}

static void spans_read_as_utf8(void **state) {
  dz_report *report = test_report("一年来，完成投资5亿元。");
  char out[16];

  (void)state;
  assert_int_equal(dz_text_utf8(&report->text, (dz_span){0, 3}, out, sizeof out), 9);
  assert_string_equal(out, "一年来");
  assert_int_equal(dz_text_utf8(&report->text, (dz_span){0, 3}, out, 9), 9); /* whole characters */
  assert_string_equal(out, "一年");
  assert_int_equal(dz_text_utf8(&report->text, (dz_span){0, 3}, NULL, 0), 9);
  assert_int_equal(dz_text_utf8(&report->text, (dz_span){90, 99}, out, sizeof out), 0);
  dz_report_free(report);
}

static void what_is_no_report_is_refused_with_the_place(void **state) {
  (void)state;
  refuses("a.txt", "中文报告\xFF，内容", 22, DZ_ENCODING, "byte 12");
  refuses("a.txt", "abc\0def\n", 8, DZ_ENCODING, "byte 3");
  refuses("a.txt",
          "\xEF\xBB\xBF"
          "a\xC0",
          5, DZ_ENCODING, "byte 4");
  refuses("a.txt", "\x01\x02\x03\x04\x05 abc", 9, DZ_ENCODING, "control");
  refuses("a.txt", "", 0, DZ_FORMAT, "empty");
  refuses("a.txt", " \n\n\t", 4, DZ_FORMAT, "no text");
  refuses("a.txt", "\x89PNG\r\n\x1A\n", 8, DZ_UNSUPPORTED, "picture");
  refuses("a.docx", "PK\003\004 cut off", 12, DZ_FORMAT, "damaged");
  refuses("a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, DZ_UNSUPPORTED, ".docx");
}

static void a_broken_file_is_told_in_its_own_encoding(void **state) {
  size_t length;
  char *bytes = convert(report_text, "GB18030", &length);

  (void)state;
  bytes[4] = (char)0xFF; /* the first Chinese character stands behind 2023 */
  refuses("a.txt", bytes, length, DZ_ENCODING, "GB18030 at byte 4");
  free(bytes);
}

static dz_source_format sniffed(const char *path, const char *text) {
  uint32_t cp[256];
  size_t length = 0;

  for (; text[length]; length++) cp[length] = (unsigned char)text[length];
  return dz_sniff_text(path, cp, length);
}

static void formats_show_in_the_content(void **state) {
  char charset[16];
  const char page[] =
      "<html><head><meta http-equiv=\"x\" content=\"text/html; charset=GB2312\"></head>";

  (void)state;
  assert_int_equal(sniffed("a.txt", "\n<!DOCTYPE HTML><p>x"), DZ_SOURCE_HTML);
  assert_int_equal(sniffed("a.html", "no tag at all"), DZ_SOURCE_TEXT);
  assert_int_equal(sniffed("a.txt", "# a\ntext\n## b\n"), DZ_SOURCE_MARKDOWN);
  assert_int_equal(sniffed("a.txt", "##paidbegin##\n#1\n"), DZ_SOURCE_TEXT);
  assert_int_equal(sniffed("a.md", "text"), DZ_SOURCE_MARKDOWN);
  dz_sniff_charset(charset, sizeof charset, page, strlen(page));
  assert_string_equal(charset, "GB2312");
}

static void short_lines_are_not_wrapped(void **state) {
  dz_report *report = test_report(
      "一、学习\n读书\n二、工作\n修路\n三、廉洁\n守纪\n四、问题\n不够\n五、打算\n改进\n");

  (void)state;
  assert_int_equal(report->paragraph_count, 10);
  dz_report_free(report);
}

static void the_fold_unites_and_keeps_apart(void **state) {
  static const struct {
    uint32_t cp, fold;
  } pairs[] = {{U'Ａ', 'a'},   {U'，', ','},   {U'“', '"'},    {U'「', '"'},      {U'—', '-'},
               {U'國', U'国'}, {U'裡', U'里'}, {U'⼀', U'一'}, {U'①', U'①'},      {U'、', U'、'},
               {U'。', U'。'}, {U'○', U'〇'},  {U'※', U'※'},   {0x1F600, 0x1F600}};

  (void)state;
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    assert_int_equal(dz_fold_cp(pairs[i].cp), pairs[i].fold);
  for (uint32_t cp = 0; cp < 0x20000; cp++)
    assert_int_equal(dz_fold_cp(dz_fold_cp(cp)), dz_fold_cp(cp));
}

static void the_fold_leaves_out_space_but_between_words(void **state) {
  dz_report *report = test_report("Ａ I 项目　12 34 个\n\n第 二 段");
  const uint32_t expected[] = {'a', ' ', 'i',   U'项', U'目', '1',   '2',  ' ',
                               '3', '4', U'个', '\n',  U'第', U'二', U'段'};

  (void)state;
  assert_int_equal(report->text.fold_length, sizeof expected / sizeof *expected);
  assert_memory_equal(report->text.fold, expected, sizeof expected);
  dz_report_free(report);
}

static void list_numbers_as_word_processors_show_them(void **state) {
  static const struct {
    const char *style;
    int n;
    const char *shown;
  } rows[] = {{"chineseCounting", 1, "一"},
              {"chineseCounting", 10, "十"},
              {"chineseCounting", 21, "二十一"},
              {"ideographDigital", 10, "一〇"},
              {"decimalEnclosedCircle", 20, "⑳"},
              {"decimalEnclosedCircle", 21, "21"},
              {"lowerRoman", 44, "xliv"},
              {"upperLetter", 2, "B"},
              {"chineseLegalSimplified", 12, "壹拾贰"},
              {"none", 3, ""}};
  dz_buffer out;

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    dz_buffer_init(&out);
    dz_list_number(&out, dz_list_style_docx(rows[i].style), rows[i].n);
    assert_string_equal(out.data, rows[i].shown);
    dz_buffer_free(&out);
  }
  assert_int_equal(dz_list_style_odt("一, 二, 三, ..."), DZ_LIST_CHINESE);
}

static void cells_on_a_terminal(void **state) {
  (void)state;
  assert_int_equal(dz_cell_width('a', 1), 1);
  assert_int_equal(dz_cell_width(U'中', 1), 2);
  assert_int_equal(dz_cell_width(U'，', 1), 2);
  assert_int_equal(dz_cell_width(U'“', 1), 1);
  assert_int_equal(dz_cell_width(U'“', 2), 2);
  assert_int_equal(dz_cell_width(U'①', 2), 2);
  assert_int_equal(dz_cell_width(0x0301, 2), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(encodings_give_the_same_text),
      cmocka_unit_test(big5_folds_to_the_simplified_text),
      cmocka_unit_test(programs_are_started_with_leave_only),
      cmocka_unit_test(options_of_an_older_caller_end_where_they_say),
      cmocka_unit_test(spans_read_as_utf8),
      cmocka_unit_test(what_is_no_report_is_refused_with_the_place),
      cmocka_unit_test(a_broken_file_is_told_in_its_own_encoding),
      cmocka_unit_test(formats_show_in_the_content),
      cmocka_unit_test(short_lines_are_not_wrapped),
      cmocka_unit_test(the_fold_unites_and_keeps_apart),
      cmocka_unit_test(the_fold_leaves_out_space_but_between_words),
      cmocka_unit_test(list_numbers_as_word_processors_show_them),
      cmocka_unit_test(cells_on_a_terminal),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
