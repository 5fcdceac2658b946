/* test_changes.c - properties of every comparison of two reports, over seeded random pairs: the
 * changes cover both
 * texts once and rebuild them to the letter, the mirrored comparison is the mirror, a report
 * against itself is equal,
 * the same bytes come out twice. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "tests/testing.h"
#include "text/unicode.h"

enum { ROUNDS = 40, SIZE = 1200 };

typedef struct pair {
  dz_report *a, *b;
  dz_comparison *forth, *back;
} pair;

/* A second year of the same report: paragraphs dropped, moved and edited. */
static char *next_year(const char *text, uint64_t seed) {
  test_random random = {seed * 77 + 5};
  dz_buffer out, late;
  char *joined;

  dz_buffer_init(&out);
  dz_buffer_init(&late);
  while (*text) {
    size_t length = strcspn(text, "\n");
    uint32_t fate = test_below(&random, 10);
    dz_buffer *to = fate == 1 ? &late : &out;
    for (size_t i = 0; fate && i < length; i++) {
      if (text[i] >= '0' && text[i] <= '9' && test_below(&random, 4) == 0) {
        dz_buffer_char(to, (char)('0' + test_below(&random, 10)));
      } else {
        dz_buffer_char(to, text[i]);
      }
    }
    if (fate == 2) dz_buffer_string(to, "新增一句完全没有出现过的话，讲的是另一件事。");
    if (fate) dz_buffer_char(to, '\n');
    text += length + (text[length] == '\n');
  }
  dz_buffer_bytes(&out, late.data, late.length);
  joined = dz_buffer_detach(&out, NULL);
  dz_buffer_free(&late);
  return joined;
}

static dz_comparison *compare(const dz_report *a, const dz_report *b) {
  const dz_report *reports[2] = {a, b};
  dz_comparison *comparison = NULL;
  dz_error error = {.message = ""};

  if (dz_comparison_build(&comparison, reports, 2, test_knowledge(), NULL, &error))
    fail_msg("%s", error.message);
  return comparison;
}

static void open_pair(pair *p, uint64_t seed, bool self) {
  char *text = test_random_report(seed, SIZE);
  char *other = self       ? strdup(text)
                : seed % 4 ? next_year(text, seed)
                           : test_random_report(seed + 1000, SIZE / 2);

  p->a = test_report(text);
  p->b = test_report(other);
  p->forth = compare(p->a, p->b);
  p->back = compare(p->b, p->a);
  free(text);
  free(other);
}

static void close_pair(pair *p) {
  dz_comparison_free(p->forth);
  dz_comparison_free(p->back);
  dz_report_free(p->a);
  dz_report_free(p->b);
}

static bool is_noise(const dz_report *report, size_t position) {
  for (size_t i = 0; i < report->noise_count; i++)
    if (report->noise[i].span.start <= position && position < report->noise[i].span.end)
      return true;
  return false;
}

static void check_side(const dz_comparison *comparison, const dz_report *report, bool second) {
  unsigned char *times = calloc(report->text.length + 1, 1);

  assert_non_null(times);
  for (size_t i = 0; i < comparison->change_count; i++) {
    const dz_change *c = &comparison->changes[i];
    const dz_span *spans = second ? c->b : c->a;
    for (size_t k = 0; k < (second ? c->b_count : c->a_count); k++) {
      assert_true(spans[k].start < spans[k].end && spans[k].end <= report->text.length);
      for (uint32_t x = spans[k].start; x < spans[k].end; x++) times[x]++;
    }
  }
  for (size_t i = 0; i < report->text.length; i++) {
    assert_true(times[i] <= 1);
    if (!times[i] && !dz_is_space(report->text.cp[i]) && !is_noise(report, i))
      fail_msg("code point %zu of side %c is in no change", i, second ? 'b' : 'a');
  }
  free(times);
}

/* Code points of a span without white space, appended to `out` (room is checked). */
static size_t letters(const dz_report *report, dz_span span, uint32_t *out, size_t count,
                      size_t room) {
  assert_true(span.start <= span.end && span.end <= report->text.length);
  for (uint32_t x = span.start; x < span.end; x++)
    if (!dz_is_space(report->text.cp[x])) {
      assert_true(count < room);
      out[count++] = report->text.cp[x];
    }
  return count;
}

/* '=' and '-' spell side a, '=' and '+' side b, letter by letter. */
static void check_ops(const dz_change *c, const dz_report *const sides[2]) {
  enum { ROOM = 20000 };
  static uint32_t spelled[ROOM], stands[ROOM];

  if (!c->op_count && c->type != DZ_CHANGE_REWRITTEN && c->type != DZ_CHANGE_MOVED_REWRITTEN)
    return;
  for (int s = 0; s < 2; s++) {
    const dz_span *spans = s ? c->b : c->a;
    size_t spelled_count = 0, stands_count = 0;
    for (size_t k = 0; k < (s ? c->b_count : c->a_count); k++)
      stands_count = letters(sides[s], spans[k], stands, stands_count, ROOM);
    for (size_t i = 0; i < c->op_count; i++) {
      char kind = c->ops[i].kind;
      assert_true(kind == '=' || kind == '-' || kind == '+');
      if (kind == (s ? '-' : '+')) continue;
      spelled_count = letters(sides[kind == '+'], c->ops[i].span, spelled, spelled_count, ROOM);
    }
    assert_int_equal(spelled_count, stands_count);
    if (spelled_count) assert_memory_equal(spelled, stands, spelled_count * sizeof *spelled);
  }
}

static void changes_cover_and_rebuild(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
    pair p;
    open_pair(&p, seed, false);
    check_side(p.forth, p.a, false);
    check_side(p.forth, p.b, true);
    for (size_t i = 0; i < p.forth->change_count; i++)
      check_ops(&p.forth->changes[i], (const dz_report *const[]){p.a, p.b});
    close_pair(&p);
  }
}

static dz_change_type mirror_type(dz_change_type type) {
  switch (type) {
  case DZ_CHANGE_INSERTED: return DZ_CHANGE_DELETED;
  case DZ_CHANGE_DELETED: return DZ_CHANGE_INSERTED;
  case DZ_CHANGE_SPLIT: return DZ_CHANGE_MERGED;
  case DZ_CHANGE_MERGED: return DZ_CHANGE_SPLIT;
  default: return type;
  }
}

static bool same_spans(const dz_span *x, size_t x_count, const dz_span *y, size_t y_count) {
  if (x_count != y_count) return false;
  for (size_t i = 0; i < x_count; i++)
    if (x[i].start != y[i].start || x[i].end != y[i].end) return false;
  return true;
}

static bool has_mirror(const dz_comparison *back, const dz_change *c) {
  for (size_t i = 0; i < back->change_count; i++) {
    const dz_change *m = &back->changes[i];
    if (m->type == mirror_type(c->type) && m->attributes == c->attributes &&
        same_spans(m->b, m->b_count, c->a, c->a_count) &&
        same_spans(m->a, m->a_count, c->b, c->b_count))
      return true;
  }
  return false;
}

static void the_mirror_is_the_mirror(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
    pair p;
    open_pair(&p, seed, false);
    assert_int_equal(p.forth->change_count, p.back->change_count);
    for (size_t i = 0; i < p.forth->change_count; i++) {
      const dz_change *c = &p.forth->changes[i];
      if (!has_mirror(p.back, c))
        fail_msg("seed %u: change %zu (%s, %s) has no mirror", (unsigned)seed, i,
                 dz_change_type_name(c->type),
                 test_span(c->a_count ? p.a : p.b, c->a_count ? c->a[0] : c->b[0]));
    }
    assert_int_equal(p.forth->alignment_count, p.back->alignment_count);
    close_pair(&p);
  }
}

/* The reports are searched in an order that the arguments have no say in. */
static void shared_wording_is_shared_both_ways(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
    pair p;
    if (seed % 4 == 0) continue; /* no years of one report */
    open_pair(&p, seed, false);
    for (int side = 0; side < 2; side++)
      assert_int_equal(p.forth->rates[side].repeated, p.back->rates[1 - side].repeated);
    close_pair(&p);
  }
}

static void a_report_equals_itself(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= ROUNDS / 2; seed++) {
    pair p;
    open_pair(&p, seed, true);
    assert_true(p.forth->change_count > 0);
    for (size_t i = 0; i < p.forth->change_count; i++) {
      assert_int_equal(p.forth->changes[i].type, DZ_CHANGE_EQUAL);
      assert_int_equal(p.forth->changes[i].attributes & ~(unsigned)DZ_ATTR_HEADING, 0);
    }
    for (size_t i = 0; i < p.forth->alignment_count; i++) assert_false(p.forth->alignment[i].moved);
    assert_int_equal(p.forth->missing_count % 2, 0); /* what one lacks, its copy lacks */
    close_pair(&p);
  }
}

/* Promises that a text repeats tell nothing by rare words; said again to the letter they are
 * kept all the same. */
static void what_is_promised_in_the_same_words_is_kept(void **state) {
  static const char *const lines[] = {"力争完成**亿元。\n", "修路3.5公里，架桥2座。\n",
                                      "力争增长5%。\n", "确保如期完成。\n"};
  size_t promises = 0;

  (void)state;
  for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
    test_random random = {seed};
    dz_buffer text;
    dz_comparison *c;
    dz_report *report;
    dz_buffer_init(&text);
    for (uint32_t n = 2 + test_below(&random, 40); n; n--)
      dz_buffer_string(&text, lines[test_below(&random, 4)]);
    report = test_report(text.data);
    c = compare(report, report);
    for (size_t i = 0; i < c->commitment_count; i++)
      assert_int_equal(c->commitments[i].change, DZ_CC_KEPT);
    promises += c->commitment_count;
    dz_comparison_free(c);
    dz_report_free(report);
    dz_buffer_free(&text);
  }
  assert_true(promises > ROUNDS);
}

static void the_same_bytes_come_out_twice(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= 8; seed++) {
    dz_render_options options = {.format = DZ_JSON};
    char *json[2];
    size_t length[2];
    dz_error error;

    for (int i = 0; i < 2; i++) {
      pair p;
      open_pair(&p, seed, false);
      if (dz_render_comparison(&json[i], &length[i], p.forth, &options, &error))
        fail_msg("%s", error.message);
      close_pair(&p);
    }
    assert_int_equal(length[0], length[1]);
    assert_memory_equal(json[0], json[1], length[0]);
    free(json[0]);
    free(json[1]);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(changes_cover_and_rebuild),
      cmocka_unit_test(the_mirror_is_the_mirror),
      cmocka_unit_test(shared_wording_is_shared_both_ways),
      cmocka_unit_test(a_report_equals_itself),
      cmocka_unit_test(what_is_promised_in_the_same_words_is_kept),
      cmocka_unit_test(the_same_bytes_come_out_twice),
  };
  return cmocka_run_group_tests_name("properties of a comparison", tests, NULL, NULL);
}
