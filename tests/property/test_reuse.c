/* test_reuse.c - properties of reuse over seeded random reports: every run of 13 characters that two reports share
 * lies in some item of both, no item claims what does not stand there, the order of the reports does not matter to
 * what is found, the figures add up. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "diff/reuse_view.h"
#include "tests/testing.h"

enum { ROUNDS = 40, RUN = 13 };

/* A report of random words of a small vocabulary with pieces of `other` put in. */
static dz_report *make(test_random *random, const dz_report *other) {
  dz_buffer text;
  dz_report *report;

  dz_buffer_init(&text);
  for (int clause = 0; clause < 120; clause++) {
    uint32_t length = 3 + test_below(random, 14);
    if (other && test_below(random, 12) == 0) {
      uint32_t from = test_below(random, (uint32_t)other->text.length), n = 5 + test_below(random, 90);
      for (uint32_t i = from; i < from + n && i < other->text.length; i++) dz_buffer_cp(&text, other->text.cp[i]);
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

  if (dz_comparison_build(&c, reports, 2, test_knowledge(), &options, &error)) fail_msg("%s", error.message);
  return c;
}

static bool covered(const dz_comparison *c, uint32_t report, dz_span span) {
  for (size_t i = 0; i < c->reuse_count; i++)
    for (size_t k = 0; k < c->reuse[i].place_count; k++) {
      const dz_place *place = &c->reuse[i].places[k];
      if (place->report == report && place->span.start <= span.start && span.end <= place->span.end) return true;
    }
  return false;
}

/* Brute force: all maximal runs of equal text on every diagonal. */
static void check_runs(const dz_comparison *c) {
  dz_view a, b;
  dz_error error;

  assert_int_equal(dz_view_build(&a, c->reports[0], &error), DZ_OK);
  assert_int_equal(dz_view_build(&b, c->reports[1], &error), DZ_OK);
  for (uint32_t i = 0; i < a.count; i++)
    for (uint32_t k = 0; k < b.count; k++) {
      uint32_t n = 0;
      if (!dz_view_same(&a, i, &b, k) || (i && k && dz_view_same(&a, i - 1, &b, k - 1))) continue;
      while (i + n < a.count && k + n < b.count && dz_view_same(&a, i + n, &b, k + n)) n++;
      if (n < RUN) continue;
      if (!covered(c, 0, dz_view_span(&a, i, i + n)) || !covered(c, 1, dz_view_span(&b, k, k + n)))
        fail_msg("a run of %u characters at %u and %u is in no item", n, a.at[i], b.at[k]);
    }
  dz_view_free(&a);
  dz_view_free(&b);
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
    assert_true(r->without_formula <= r->overall && r->without_own <= r->overall && r->single_max <= r->overall + 1e-9);
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
    assert_int_equal(item->class, other->class);
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
      cmocka_unit_test(a_report_beside_itself_is_wholly_repeated),
      cmocka_unit_test(a_report_handed_in_again_keeps_every_bound),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
