/* test_reuse_steps.c - the parts of reuse detection: the typed-slot view (figures, masks and levels
 * are one symbol,
 * headings stop a run), the index of seeds (every run once and whole, repetitions capped and
 * told), the set phrases
 * and the background. Protects what the passages are built on. */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "diff/reuse/steps.h"
#include "knowledge/knowledge.h"
#include "tests/testing.h"

static void figures_and_levels_are_one_symbol(void **state) {
  dz_report *a = test_report("全县新增就业1.2万人，实现产值3,500亿元。\n");
  dz_report *b = test_report("全市新增就业33万人、实现产值7亿元。\n");
  dz_view va, vb;
  dz_error error;

  (void)state;
  assert_int_equal(dz_view_build(&va, a, &error), DZ_OK);
  assert_int_equal(dz_view_build(&vb, b, &error), DZ_OK);
  assert_int_equal(va.count, vb.count);
  assert_memory_equal(va.symbols, vb.symbols, va.count * sizeof *va.symbols);
  assert_true(dz_view_same(&va, 0, &vb, 0));  /* 全 */
  assert_false(dz_view_same(&va, 1, &vb, 1)); /* 县 市 */
  assert_false(dz_view_same(&va, 6, &vb, 6)); /* 1.2 33 */
  assert_span(a, dz_view_span(&va, 6, 7), "1.2");
  assert_span(a, dz_view_span(&va, 2, 9), "新增就业1.2万人，"); /* the mark behind belongs to it */
  dz_view_free(&va);
  dz_view_free(&vb);
  dz_report_free(a);
  dz_report_free(b);
}

static void an_opening_mark_belongs_to_the_span(void **state) {
  dz_report *a = test_report("我们推动“放管服”改革走深走实。\n");
  dz_view v;
  dz_error error;

  (void)state;
  assert_int_equal(dz_view_build(&v, a, &error), DZ_OK);
  assert_span(a, dz_view_span(&v, 4, 7), "“放管服”");
  assert_int_equal(dz_view_index(&v, v.at[4]), 4);
  dz_view_free(&v);
  dz_report_free(a);
}

/* All runs between two texts, sorted by b. */
static dz_array runs(const char *first, const char *second, bool *capped) {
  dz_report *reports[2] = {test_report(first), test_report(second)};
  dz_view views[2];
  dz_seed_index index;
  dz_array matches = dz_array_of(sizeof(dz_match));
  dz_error error;

  for (int i = 0; i < 2; i++) assert_int_equal(dz_view_build(&views[i], reports[i], &error), DZ_OK);
  assert_int_equal(dz_seed_index_init(&index, views, 2, &error), DZ_OK);
  for (size_t i = 0; i < 2; i++)
    assert_int_equal(dz_seed_index_add(&index, i, &matches, &error), DZ_OK);
  *capped = index.capped;
  dz_seed_index_free(&index);
  for (int i = 0; i < 2; i++) {
    dz_view_free(&views[i]);
    dz_report_free(reports[i]);
  }
  return matches;
}

static void a_run_is_found_once_and_whole(void **state) {
  bool capped;
  dz_array m = runs("今天天气晴朗，梅花山的桃园里有七位老人在下围棋。",
                    "听说梅花山的桃园里有七位老人在下围棋呢。", &capped);
  const dz_match *run = dz_array_at(&m, 0);

  (void)state;
  assert_int_equal(m.count, 1);
  assert_int_equal(run->length, 16);
  assert_int_equal(run->a, 6);
  assert_int_equal(run->b, 2);
  assert_false(capped);
  dz_array_free(&m);
}

static void repetitions_are_bounded_and_told(void **state) {
  dz_buffer text;
  bool capped;
  dz_array m;

  (void)state;
  dz_buffer_init(&text);
  dz_buffer_repeat(&text, "坚持稳中求进工作总基调。", 5000);
  m = runs(text.data, text.data, &capped);
  assert_true(capped);
  assert_true(m.count > 0 && m.count < 2000);
  dz_array_free(&m);
  dz_buffer_free(&text);
}

static void set_phrases_cover_whatever_the_figure(void **state) {
  dz_report *r = test_report("习近平新时代中国特色社会主义思想是指南，那只白猫在窗台上睡着了。\n");
  dz_view v;
  dz_error error;
  uint8_t covered[64] = {0};

  (void)state;
  assert_int_equal(dz_view_build(&v, r, &error), DZ_OK);
  dz_genre_cover(test_knowledge()->genre, v.symbols, v.count, 2024, covered);
  for (int i = 0; i < 16; i++) assert_int_equal(covered[i], DZ_GENRE_FORMULA);
  for (uint32_t i = 19; i < v.count; i++) assert_int_equal(covered[i], DZ_GENRE_NONE);
  dz_view_free(&v);
  dz_report_free(r);
}

/* The level of the first symbol of `text` in a report of that year. */
static int level_in(const dz_genre *genre, const char *text, int year) {
  dz_report *r = test_report(text);
  uint8_t covered[64] = {0};
  dz_view v;
  dz_error error;

  assert_int_equal(dz_view_build(&v, r, &error), DZ_OK);
  assert_true(v.count < sizeof covered);
  dz_genre_cover(genre, v.symbols, v.count, year, covered);
  dz_view_free(&v);
  dz_report_free(r);
  return covered[0];
}

/* The set phrases with a counted table of these rows. */
static dz_status load_genre(dz_genre *genre, dz_arena *arena, const char *rows, dz_error *error) {
  char folder[] = "/tmp/duizhao-test-XXXXXX", path[64];
  dz_status status;
  FILE *file;

  assert_non_null(mkdtemp(folder));
  snprintf(path, sizeof path, "%s/genre.tsv", folder);
  file = fopen(path, "w");
  assert_non_null(file);
  fputs(rows, file);
  fclose(file);
  status = dz_genre_load(genre, folder, arena, error);
  unlink(path);
  rmdir(folder);
  return status;
}

/* Of a counted phrase every run is one; after its time it is common wording;
 * the ends of the table are open. */
static void a_set_phrase_has_its_time(void **state) {
  dz_arena arena;
  dz_genre genre;
  dz_error error;

  (void)state;
  dz_arena_init(&arena);
  assert_int_equal(
      load_genre(&genre, &arena,
                 "雪落千山万径人踪灭\t40\t2010\t2012\n春眠不觉晓处处闻啼\t30\t2016\t2020\n",
                 &error),
      DZ_OK);
  assert_int_equal(level_in(&genre, "雪落千山万径人踪。\n", 2013), DZ_GENRE_FORMULA);
  assert_int_equal(level_in(&genre, "雪落千山万径人踪。\n", 0), DZ_GENRE_FORMULA);
  assert_int_equal(level_in(&genre, "雪落千山万径人踪。\n", 1999), DZ_GENRE_FORMULA);
  assert_int_equal(level_in(&genre, "雪落千山万径人踪。\n", 2014), DZ_GENRE_WORDING);
  assert_int_equal(level_in(&genre, "落千山万径人踪灭。\n", 2010), DZ_GENRE_FORMULA);
  assert_int_equal(level_in(&genre, "落千山万径人踪影。\n", 2010), DZ_GENRE_WORDING);
  assert_int_equal(level_in(&genre, "春眠不觉晓处处闻。\n", 2030), DZ_GENRE_FORMULA);
  assert_int_equal(level_in(&genre, "春眠不觉晓处处闻。\n", 2014), DZ_GENRE_WORDING);
  assert_int_equal(load_genre(&genre, &arena,
                              "雪落千山万径人踪\t40\t2014\t2015\n雪落千山万径人踪\t40\t2018\t2020\n"
                              "春眠不觉晓处处闻啼\t30\t2010\t2024\n",
                              &error),
                   DZ_OK); /* twice current */
  assert_int_equal(level_in(&genre, "雪落千山万径人踪。\n", 2014), DZ_GENRE_FORMULA);
  assert_int_equal(level_in(&genre, "雪落千山万径人踪。\n", 2020), DZ_GENRE_FORMULA);
  assert_int_equal(level_in(&genre, "雪落千山万径人踪。\n", 2012), DZ_GENRE_WORDING);
  assert_int_equal(load_genre(&genre, &arena, "雪落千山\t40\t2010\t2012\n", &error), DZ_DATA);
  assert_int_equal(load_genre(&genre, &arena, "雪落千山万径人踪灭\t40\t2010\n", &error), DZ_DATA);
  assert_int_equal(load_genre(&genre, &arena, "雪落千山万径人踪灭\t40\t2012\t2010\n", &error),
                   DZ_DATA);
  assert_non_null(strstr(error.message, "genre.tsv:1"));
  dz_arena_free(&arena);
}

static void a_background_needs_four_reports(void **state) {
  const char *text = "梅花山的桃园里有七位老人在下围棋，山下的小河静静流过。\n";
  const dz_report *reports[4];
  const dz_genre_index no_index = {0};
  dz_background background;
  dz_view v;
  dz_error error;

  (void)state;
  for (int i = 0; i < 4; i++) reports[i] = test_report(text);
  assert_int_equal(dz_view_build(&v, reports[0], &error), DZ_OK);
  for (size_t n = 0; n <= 4; n++) {
    uint8_t covered[64] = {0};
    assert_int_equal(dz_background_build(&background, reports, n, &no_index, &error), DZ_OK);
    dz_background_cover(&background, v.symbols, v.count, covered);
    assert_int_equal(covered[5], n == 4 ? DZ_GENRE_FORMULA : DZ_GENRE_NONE);
    dz_background_free(&background);
  }
  dz_view_free(&v);
  for (int i = 0; i < 4; i++) dz_report_free((dz_report *)reports[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(figures_and_levels_are_one_symbol),
      cmocka_unit_test(an_opening_mark_belongs_to_the_span),
      cmocka_unit_test(a_run_is_found_once_and_whole),
      cmocka_unit_test(repetitions_are_bounded_and_told),
      cmocka_unit_test(set_phrases_cover_whatever_the_figure),
      cmocka_unit_test(a_set_phrase_has_its_time),
      cmocka_unit_test(a_background_needs_four_reports),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
