/* test_formats.c - the same report in every format gives the same folded text
 * and the same outline; what a format adds (menus, page numbers) is noise.
 * Protects the readers of formats as a whole; the files are made by
 * tests/formats/make.py. */
#include <stdio.h>
#include <string.h>

#include "tests/testing.h"

#define FOLDER "tests/formats/files/"

static dz_report *read_file(const char *name) {
  char path[128];
  dz_report *report = NULL;
  dz_read_options reading = {.size = sizeof reading, .programs = true};
  dz_error error = {0};

  snprintf(path, sizeof path, FOLDER "%s", name);
  if (dz_report_read(&report, path, test_knowledge(), &reading, &error)) {
    if (error.status == DZ_UNSUPPORTED) return NULL; /* pdftotext is not installed */
    fail_msg("%s", error.message);
  }
  return report;
}

static int set_up(void **state) {
  *state = read_file("report.docx");
  return *state ? 0 : -1;
}

static int tear_down(void **state) {
  dz_report_free(*state);
  return 0;
}

static void compare_text(const dz_report *a, const dz_report *b, const char *name) {
  size_t same = 0, least = a->text.fold_length < b->text.fold_length ? a->text.fold_length
                                                                     : b->text.fold_length;

  while (same < least && a->text.fold[same] == b->text.fold[same]) same++;
  if (same < a->text.fold_length || same < b->text.fold_length)
    fail_msg("%s: the folded text differs at %zu of %zu and %zu", name, same, a->text.fold_length,
             b->text.fold_length);
}

static void compare_outline(const dz_report *a, const dz_report *b, const char *name) {
  if (a->section_count != b->section_count)
    fail_msg("%s: %zu sections, not %zu", name, b->section_count, a->section_count);
  for (size_t i = 0; i < a->section_count; i++) {
    const dz_section *s = &a->sections[i], *t = &b->sections[i];
    if (s->level != t->level || s->parent != t->parent || s->canonical != t->canonical ||
        dz_text_fold_position(&a->text, s->heading.start) !=
            dz_text_fold_position(&b->text, t->heading.start) ||
        dz_text_fold_position(&a->text, s->extent.end) !=
            dz_text_fold_position(&b->text, t->extent.end))
      fail_msg("%s: section %zu differs", name, i);
  }
}

static void same_as_docx(void **state, const char *name, const char *format, const char *encoding) {
  dz_report *report = read_file(name);

  if (!report) skip();
  assert_string_equal(report->format, format);
  assert_string_equal(report->encoding, encoding);
  compare_text(*state, report, name);
  compare_outline(*state, report, name);
  dz_report_free(report);
}

static void test_odt(void **state) {
  same_as_docx(state, "report.odt", "odt", "UTF-8");
}
static void test_html(void **state) {
  same_as_docx(state, "report.html", "html", "UTF-8");
}
static void test_page(void **state) {
  same_as_docx(state, "page.html", "html", "GB18030");
}
static void test_markdown(void **state) {
  same_as_docx(state, "report.md", "md", "UTF-8");
}
static void test_txt(void **state) {
  same_as_docx(state, "report.txt", "txt", "UTF-8");
}
static void test_wrapped(void **state) {
  same_as_docx(state, "wrapped.txt", "txt", "GB18030");
}
static void test_utf16(void **state) {
  same_as_docx(state, "utf16.txt", "txt", "UTF-16BE");
}
static void test_ofd(void **state) {
  same_as_docx(state, "report.ofd", "ofd", "UTF-8");
}
static void test_rtf(void **state) {
  same_as_docx(state, "report.rtf", "rtf", "UTF-8");
}
static void test_pdf(void **state) {
  same_as_docx(state, "report.pdf", "pdf", "UTF-8");
}

static bool has_line(const dz_report *report, const char *text) {
  for (size_t p = 0; p < report->paragraph_count; p++)
    if (!strcmp(test_span(report, report->paragraphs[p].span), text)) return true;
  return false;
}

/* Tracked changes are accepted with a note, automatic numbers restart, the
 * table of contents is noise, a text box and line breaks are lines. */
static void test_tracked(void **state) {
  dz_report *report = read_file("tracked.docx");

  (void)state;
  assert_int_equal(report->note_count, 1);
  assert_string_equal(report->notes[0], "tracked changes read as accepted");
  assert_true(has_line(report, "全年参加学习12次。"));
  assert_true(has_line(report, "这一段与下一段合并。"));
  assert_true(has_line(report, "文本框内容。") && has_line(report, "文本框之前。"));
  assert_true(has_line(report, "第一行") && has_line(report, "第二行"));
  assert_true(has_line(report, "一、加强学习") && has_line(report, "（二）抓民生。"));
  assert_true(has_line(report, "三、廉洁自律") && has_line(report, "（一）守纪律。"));
  assert_int_equal(report->noise_count, 1);
  assert_int_equal(report->noise[0].kind, DZ_NOISE_NAVIGATION);
  dz_report_free(report);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_odt),     cmocka_unit_test(test_html),
      cmocka_unit_test(test_page),    cmocka_unit_test(test_markdown),
      cmocka_unit_test(test_txt),     cmocka_unit_test(test_wrapped),
      cmocka_unit_test(test_utf16),   cmocka_unit_test(test_ofd),
      cmocka_unit_test(test_pdf),     cmocka_unit_test(test_rtf),
      cmocka_unit_test(test_tracked),
  };

  return cmocka_run_group_tests(tests, set_up, tear_down);
}
