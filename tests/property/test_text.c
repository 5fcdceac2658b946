/* test_text.c - properties of every report that is read, over seeded random texts and random bytes:
 * the position
 * map goes there and back, sentences cover the text once, everything found lies inside it, the
 * same bytes come out
 * twice. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "tests/testing.h"
#include "text/unicode.h"

enum { ROUNDS = 60, SIZE = 1500 };

static bool is_noise(const dz_report *report, size_t position) {
  for (size_t i = 0; i < report->noise_count; i++)
    if (report->noise[i].span.start <= position && position < report->noise[i].span.end)
      return true;
  return false;
}

static void check_map(const dz_report *report) {
  const dz_text *text = &report->text;

  for (size_t i = 0; i < text->fold_length; i++) {
    assert_true(text->origin[i] < text->origin[i + 1] || i + 1 == text->fold_length);
    assert_int_equal(dz_text_fold_position(text, text->origin[i]), i);
    if (text->fold[i] != '\n') assert_false(is_noise(report, text->origin[i]));
  }
  assert_int_equal(text->origin[text->fold_length], text->length);
  assert_int_equal(dz_text_fold_position(text, (uint32_t)text->length), text->fold_length);
}

static void check_cover(const dz_report *report) {
  unsigned char *times = calloc(report->text.length + 1, 1);

  assert_non_null(times);
  for (size_t i = 0; i < report->sentence_count; i++) {
    const dz_sentence *s = &report->sentences[i];
    assert_true(s->span.start < s->span.end && s->span.end <= report->text.length);
    assert_true(s->fold.start < s->fold.end && s->fold.end <= report->text.fold_length);
    assert_int_equal(report->text.origin[s->fold.start], s->span.start);
    assert_true(s->paragraph >= 0 && (size_t)s->paragraph < report->paragraph_count);
    assert_true(s->section < (int32_t)report->section_count);
    for (uint32_t k = s->span.start; k < s->span.end; k++) times[k]++;
  }
  for (size_t i = 0; i < report->text.length; i++) {
    bool counts = !dz_is_space(report->text.cp[i]) && !is_noise(report, i);
    if (counts && times[i] != 1)
      fail_msg("code point %zu (U+%04X) lies in %d sentences", i, report->text.cp[i], times[i]);
    assert_true(times[i] <= 1);
  }
  free(times);
}

static void check_span(const dz_report *report, dz_span span) {
  assert_true(span.start <= span.end && span.end <= report->text.length);
}

static void check_sections(const dz_report *report) {
  for (size_t i = 0; i < report->section_count; i++) {
    const dz_section *s = &report->sections[i];
    check_span(report, s->extent);
    check_span(report, s->number);
    check_span(report, s->heading);
    check_span(report, s->body);
    assert_true(s->level >= 1 && s->parent < (int32_t)i);
    if (!s->headed || s->parent < 0) continue;
    assert_true(report->sections[s->parent].level < s->level);
    assert_true(report->sections[s->parent].extent.start <= s->extent.start);
    assert_true(report->sections[s->parent].extent.end >= s->extent.end);
  }
}

static void check_places(const dz_report *report) {
  check_span(report, report->title);
  for (size_t i = 0; i < report->noise_count; i++) {
    check_span(report, report->noise[i].span);
    if (i) assert_true(report->noise[i - 1].span.end <= report->noise[i].span.start);
  }
  for (size_t i = 0; i < report->mask_count; i++) {
    check_span(report, report->masks[i]);
    if (i) assert_true(report->masks[i - 1].end <= report->masks[i].start);
  }
  for (size_t i = 0; i < report->quantity_count; i++) {
    check_span(report, report->quantities[i].span);
    check_span(report, report->quantities[i].indicator_span);
    if (i) assert_true(report->quantities[i - 1].span.start <= report->quantities[i].span.start);
  }
  for (size_t i = 0; i < report->date_count; i++) {
    check_span(report, report->dates[i].span);
    assert_true(!report->dates[i].first || !report->dates[i].last ||
                report->dates[i].first <= report->dates[i].last);
  }
  for (size_t i = 0; i < report->commitment_count; i++) {
    const dz_commitment *c = &report->commitments[i];
    check_span(report, c->span);
    check_span(report, c->cue);
    check_span(report, c->object);
    assert_true(c->strength >= 0 && c->strength <= 6 && (c->polarity == 1 || c->polarity == -1));
    assert_true(c->quantity >= -1 && c->quantity < (int32_t)report->quantity_count);
  }
}

static void check_report(const dz_report *report) {
  check_map(report);
  check_cover(report);
  check_sections(report);
  check_places(report);
}

static void random_reports_hold(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
    char *text = test_random_report(seed, SIZE);
    dz_report *report = test_report(text);
    check_report(report);
    dz_report_free(report);
    free(text);
  }
}

/* Pieces that are hard to put together right, in any order. */
static char *random_mess(uint64_t seed) {
  static const char *const pieces[] = {"一、",
                                       "（一）",
                                       "1.",
                                       "1．",
                                       "（1）",
                                       "①",
                                       "一是",
                                       "第一部分",
                                       "——",
                                       "\n",
                                       "\r\n",
                                       "\t",
                                       " ",
                                       "　",
                                       "。",
                                       "；",
                                       "！”",
                                       "“",
                                       "”",
                                       "**",
                                       "XX",
                                       "×××",
                                       "某",
                                       "##paidbegin##",
                                       "12.5%",
                                       "３０万元",
                                       "十二",
                                       "2023年",
                                       "同比增长",
                                       "确保",
                                       "力争",
                                       "年底前",
                                       "学习情况",
                                       "存在不足",
                                       "\xF0\xA0\x80\x80",
                                       "\xEF\xBB\xBF",
                                       "e\xCC\x81",
                                       "\xE2\x80\x8B",
                                       "國",
                                       "ﬁ",
                                       "㎡",
                                       "www.example.cn",
                                       "第 3 页 共 9 页",
                                       "：",
                                       "、",
                                       "-",
                                       "0",
                                       "《",
                                       "》"};
  test_random random = {seed};
  dz_buffer out;

  dz_buffer_init(&out);
  dz_buffer_string(&out, "述");
  for (uint32_t i = 0, count = 1 + test_below(&random, 400); i < count; i++)
    dz_buffer_string(&out, pieces[test_below(&random, sizeof pieces / sizeof *pieces)]);
  return dz_buffer_detach(&out, NULL);
}

static void random_messes_hold(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= 4 * ROUNDS; seed++) {
    char *text = random_mess(seed);
    dz_report *report = test_report(text);
    check_report(report);
    dz_report_free(report);
    free(text);
  }
}

/* Any bytes at all: refused with a message, or a report that holds. */
static void random_bytes_are_safe(void **state) {
  unsigned char bytes[2000];

  (void)state;
  for (uint64_t seed = 1; seed <= 4 * ROUNDS; seed++) {
    test_random random = {seed};
    size_t length = test_below(&random, sizeof bytes);
    dz_error error = {.message = ""};
    dz_report *report = NULL;

    for (size_t i = 0; i < length; i++)
      bytes[i] = (unsigned char)(seed % 3 ? test_below(&random, 256)
                                          : 0xE4 + test_below(&random, 3) * (i % 3 ? 0 : 1));
    if (dz_report_parse(&report, "bytes", bytes, length, test_knowledge(), NULL, &error)) {
      assert_true(error.message[0] != '\0');
      assert_null(strchr(error.message, '\n'));
      assert_null(report);
      continue;
    }
    check_report(report);
    dz_report_free(report);
  }
}

static void the_same_bytes_come_out_twice(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= 10; seed++) {
    char *text = test_random_report(seed, SIZE), *json[2];
    size_t length[2];
    dz_render_options options = {.format = DZ_JSON};
    dz_error error;

    for (int i = 0; i < 2; i++) {
      dz_report *report = test_report(text);
      if (dz_render_report(&json[i], &length[i], report, &options, &error))
        fail_msg("%s", error.message);
      dz_report_free(report);
    }
    assert_int_equal(length[0], length[1]);
    assert_memory_equal(json[0], json[1], length[0]);
    free(json[0]);
    free(json[1]);
    free(text);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_reports_hold),
      cmocka_unit_test(random_messes_hold),
      cmocka_unit_test(random_bytes_are_safe),
      cmocka_unit_test(the_same_bytes_come_out_twice),
  };
  return cmocka_run_group_tests_name("properties of a report", tests, NULL, NULL);
}
