/* test_reuse.c - properties of reuse over seeded random reports: every run of 13 characters that
 * two reports share
 * lies in some item of both, no item claims what does not stand there, the order of the reports
 * does not matter to
 * what is found, the figures add up. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "diff/reuse/view.h"
#include "tests/testing.h"

enum { ROUNDS = 40, RUN = 13, WINDOW = 4 };

/* A report of random words of a small vocabulary with pieces of `other` put in. */
static dz_report *make(test_random *random, const dz_report *other) {
  dz_buffer text;
  dz_report *report;

  dz_buffer_init(&text);
  for (int clause = 0; clause < 120; clause++) {
    uint32_t length = 3 + test_below(random, 14);
    if (other && test_below(random, 12) == 0) {
      uint32_t from = test_below(random, (uint32_t)other->text.length),
               n = 5 + test_below(random, 90);
      for (uint32_t i = from; i < from + n && i < other->text.length; i++)
        dz_buffer_cp(&text, other->text.cp[i]);
    }
    for (uint32_t i = 0; i < length; i++) dz_buffer_cp(&text, 0x4E00 + test_below(random, 300));
    if (test_below(random, 6) == 0) dz_buffer_format(&text, "%u", test_below(random, 3000));
    dz_buffer_string(&text, test_below(random, 4) ? "，" : test_below(random, 3) ? "。" : "。\n");
  }
  report = test_report(text.data);
  dz_buffer_free(&text);
  return report;
}

static dz_comparison *compare(const dz_report *a, const dz_report *b) {
  static const dz_compare_options options = {.base = -1};
  const dz_report *reports[2] = {a, b};
  dz_comparison *c;
  dz_error error;

  if (dz_comparison_build(&c, reports, 2, test_knowledge(), &options, &error))
    fail_msg("%s", error.message);
  return c;
}

static bool covered(const dz_comparison *c, uint32_t report, dz_span span) {
  for (size_t i = 0; i < c->reuse_count; i++)
    for (size_t k = 0; k < c->reuse[i].place_count; k++) {
      const dz_place *place = &c->reuse[i].places[k];
      if (place->report == report && place->span.start <= span.start && span.end <= place->span.end)
        return true;
    }
  return false;
}

/* Brute force: all maximal runs of equal text on every diagonal. */
static void check_runs_of(const dz_comparison *c, uint32_t x, uint32_t y) {
  dz_view a, b;
  dz_error error;

  assert_int_equal(dz_view_build(&a, c->reports[x], &error), DZ_OK);
  assert_int_equal(dz_view_build(&b, c->reports[y], &error), DZ_OK);
  for (uint32_t i = 0; i < a.count; i++)
    for (uint32_t k = 0; k < b.count; k++) {
      uint32_t n = 0;
      if (!dz_view_same(&a, i, &b, k) || (i && k && dz_view_same(&a, i - 1, &b, k - 1))) continue;
      while (i + n < a.count && k + n < b.count && dz_view_same(&a, i + n, &b, k + n)) n++;
      if (n < WINDOW || a.units[i + n] - a.units[i] < RUN) continue;
      if (!covered(c, x, dz_view_span(&a, i, i + n)) || !covered(c, y, dz_view_span(&b, k, k + n)))
        fail_msg("a run of %u symbols at %u and %u is in no item", n, a.at[i], b.at[k]);
    }
  dz_view_free(&a);
  dz_view_free(&b);
}

static void check_runs(const dz_comparison *c) {
  check_runs_of(c, 0, 1);
}

/* Do the two texts share what the item says: a quarter of the shorter in windows of four? */
static void check_item(const dz_comparison *c, const dz_reuse *item) {
  const dz_report *first = c->reports[item->places[0].report];

  assert_true(item->place_count >= 2 && item->reports == 2);
  assert_true(item->similarity > 0 && item->similarity <= 1);
  for (size_t p = 0; p < item->place_count; p++) {
    const dz_report *other = c->reports[item->places[p].report];
    dz_span x = item->places[0].span, y = item->places[p].span;
    size_t hits = 0;
    assert_true(y.start < y.end && y.end <= other->text.length);
    for (uint32_t i = x.start; i + 4 <= x.end; i++)
      for (uint32_t k = y.start; k + 4 <= y.end; k++)
        if (!memcmp(first->text.cp + i, other->text.cp + k, 4 * sizeof *other->text.cp)) {
          hits++;
          break;
        }
    assert_true(hits > 0);
  }
  for (size_t s = 0; s < item->slot_count; s++)
    for (size_t p = 0; p < item->place_count; p++)
      assert_true(item->slots[s].spans[p].end <= c->reports[item->places[p].report]->text.length);
}

static void check_rates(const dz_comparison *c) {
  for (size_t i = 0; i < 2; i++) {
    const dz_reuse_rates *r = &c->rates[i];
    assert_true(r->repeated <= r->total);
    assert_true(r->without_formula <= r->overall && r->without_own <= r->overall &&
                r->single_max <= r->overall + 1e-9);
    for (size_t s = 0; s < c->reports[i]->section_count; s++) {
      assert_true(r->sections[s].repeated <= r->sections[s].total);
      assert_true(r->sections[s].own_wording <= r->sections[s].repeated);
    }
  }
}

static bool stands_at(const dz_reuse *item, uint32_t report, dz_span span) {
  for (size_t p = 0; p < item->place_count; p++)
    if (item->places[p].report == report && item->places[p].span.start == span.start &&
        item->places[p].span.end == span.end)
      return true;
  return false;
}

/* The order of the arguments changes the numbers of the reports and nothing else. */
static void check_mirrored(const dz_comparison *c, const dz_comparison *swapped) {
  assert_int_equal(c->reuse_count, swapped->reuse_count);
  for (size_t i = 0; i < c->reuse_count; i++) {
    const dz_reuse *item = &c->reuse[i], *other = &swapped->reuse[i];
    assert_int_equal(item->reuse_class, other->reuse_class);
    assert_int_equal(item->place_count, other->place_count);
    assert_int_equal(item->slot_count, other->slot_count);
    assert_int_equal(item->evidence_count, other->evidence_count);
    for (size_t p = 0; p < item->place_count; p++) {
      assert_true(p == 0 || item->places[p - 1].report <= item->places[p].report);
      assert_true(stands_at(other, 1 - item->places[p].report, item->places[p].span));
    }
  }
  for (size_t i = 0; i < 2; i++) {
    assert_int_equal(c->rates[i].repeated, swapped->rates[1 - i].repeated);
    assert_true(c->similarity[i * 2 + (1 - i)] == swapped->similarity[(1 - i) * 2 + i]);
  }
}

/* Most of the later report is recognised. */
static bool passages_cover(const dz_comparison *c) {
  return c->rates[1].overall > 0.5;
}

static void every_shared_run_is_in_an_item_and_no_item_is_made_up(void **state) {
  size_t items = 0;

  (void)state;
  for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
    test_random random = {seed};
    dz_report *a = make(&random, NULL), *b = make(&random, a);
    dz_comparison *c = compare(a, b), *swapped = compare(b, a);
    check_runs(c);
    check_runs(swapped);
    check_rates(c);
    check_mirrored(c, swapped);
    for (size_t i = 0; i < c->reuse_count; i++) check_item(c, &c->reuse[i]);
    items += c->reuse_count;
    dz_comparison_free(c);
    dz_comparison_free(swapped);
    dz_report_free(a);
    dz_report_free(b);
  }
  assert_true(items > 3 * ROUNDS); /* the reports do share something */
}

/* One letter, figure, level or mark, of few different ones. */
static void put_any(test_random *random, dz_buffer *text, uint32_t exchangeable) {
  static const char *const slots[] = {"省", "市", "区", "州", "1", "23", "2023", "3.5", "12,345"};
  static const char *const marks[] = {"，", "。", "、", "；", "。\n", "\n",
                                      "“",  "”",  " ",  "（", "）"};

  if (test_below(random, 100) < exchangeable)
    dz_buffer_string(text, slots[test_below(random, sizeof slots / sizeof *slots)]);
  else if (test_below(random, 100) < 9)
    dz_buffer_string(text, marks[test_below(random, sizeof marks / sizeof *marks)]);
  else
    dz_buffer_cp(text, 0x4E00 + test_below(random, 3000));
}

/* A report of the pieces (each up to 15 times), rows of figures, headings and other text. */
static dz_report *make_tricky(test_random *random, const dz_buffer *pieces, uint32_t piece_count,
                              uint32_t exchangeable) {
  dz_buffer text;
  dz_report *report;

  dz_buffer_init(&text);
  for (uint32_t part = 4 + test_below(random, 12); part; part--) {
    const dz_buffer *piece = &pieces[test_below(random, piece_count)];
    uint32_t fate = test_below(random, 6), times = test_below(random, 16) ? 1 : 15;
    for (uint32_t i = 0; fate < 3 && i < times; i++) {
      dz_buffer_bytes(&text, piece->data, piece->length);
      if (test_below(random, 2)) dz_buffer_cp(&text, 0x4E00 + test_below(random, 3000));
    }
    if (fate == 3) dz_buffer_string(&text, "\n一、继续修路架桥\n");
    if (fate == 4) dz_buffer_string(&text, "2023年3月5日、2024年3月5日、2025年3月5日");
    for (uint32_t i = test_below(random, 40) + 1; fate == 5 && i; i--)
      put_any(random, &text, exchangeable);
  }
  dz_buffer_cp(&text, 0x4E00);
  report = test_report(text.data);
  dz_buffer_free(&text);
  return report;
}

/* Figures and levels so dense that hardly four letters stand in a row, the same words often: either
 * every run is
 * found, or the comparison says that some may be missing; and often enough none is. */
static void a_run_among_figures_is_found_or_the_gap_is_told(void **state) {
  enum { PIECES = 4, REPORTS = 3, TRICKY_ROUNDS = 10 * ROUNDS };
  size_t whole = 0;

  (void)state;
  for (uint64_t seed = 1; seed <= TRICKY_ROUNDS; seed++) {
    static const dz_compare_options options = {.base = -1};
    test_random random = {seed * 7919};
    uint32_t exchangeable = test_below(&random, 60);
    dz_buffer pieces[PIECES];
    dz_report *reports[REPORTS];
    dz_comparison *c;
    dz_error error;
    for (int i = 0; i < PIECES; i++) {
      dz_buffer_init(&pieces[i]);
      for (uint32_t n = 8 + test_below(&random, 30); n; n--)
        put_any(&random, &pieces[i], exchangeable);
    }
    for (int i = 0; i < REPORTS; i++)
      reports[i] = make_tricky(&random, pieces, PIECES, exchangeable);
    if (dz_comparison_build(&c, (const dz_report *const *)reports, REPORTS, test_knowledge(),
                            &options, &error))
      fail_msg("%s", error.message);
    whole += !c->approximate;
    for (size_t i = 0; i < c->reuse_count; i++)
      assert_true(c->reuse[i].similarity > 0 && c->reuse[i].similarity <= 1);
    for (uint32_t i = 0; !c->approximate && i < REPORTS; i++)
      for (uint32_t k = i + 1; k < REPORTS; k++) check_runs_of(c, i, k);
    dz_comparison_free(c);
    for (int i = 0; i < REPORTS; i++) dz_report_free(reports[i]);
    for (int i = 0; i < PIECES; i++) dz_buffer_free(&pieces[i]);
  }
  assert_true(whole > TRICKY_ROUNDS / 4);
}

static void a_report_beside_itself_is_wholly_repeated(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
    test_random random = {seed};
    dz_report *a = make(&random, NULL);
    dz_comparison *c = compare(a, a);
    assert_true(c->rates[0].overall > 0.999 && c->similarity[1] > 0.999);
    dz_comparison_free(c);
    dz_report_free(a);
  }
}

/* A whole report with headings, handed in again with every n-th character another one. */
static void a_report_handed_in_again_keeps_every_bound(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
    test_random random = {seed};
    char *text = test_random_report(seed, 3000);
    uint32_t every = 8 + test_below(&random, 40);
    dz_report *a = test_report(text), *b;
    dz_buffer changed;
    dz_comparison *c;
    dz_buffer_init(&changed);
    for (size_t i = 0; i < a->text.length; i++) {
      bool keep = a->text.cp[i] < 0x4E00 || test_below(&random, every);
      dz_buffer_cp(&changed, keep ? a->text.cp[i] : 0x4E00 + test_below(&random, 3000));
    }
    b = test_report(changed.data);
    c = compare(a, b);
    assert_true(passages_cover(c));
    check_rates(c);
    check_runs(c);
    for (size_t i = 0; i < c->reuse_count; i++) check_item(c, &c->reuse[i]);
    dz_comparison_free(c);
    dz_report_free(a);
    dz_report_free(b);
    dz_buffer_free(&changed);
    free(text);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_shared_run_is_in_an_item_and_no_item_is_made_up),
      cmocka_unit_test(a_run_among_figures_is_found_or_the_gap_is_told),
      cmocka_unit_test(a_report_beside_itself_is_wholly_repeated),
      cmocka_unit_test(a_report_handed_in_again_keeps_every_bound),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
