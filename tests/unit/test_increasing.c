/* test_increasing.c - the heaviest increasing subsequence against trying all: protects what is
 * called a move. */
#include "diff/align/increasing.h"
#include "tests/testing.h"

enum { MOST = 12, TRIALS = 300 };

/* The best weight of any strictly increasing choice, by trying every one. */
static uint64_t best_of_all(const dz_ranked *items, size_t count) {
  uint64_t best = 0;

  for (uint32_t set = 0; set < 1u << count; set++) {
    uint64_t weight = 0;
    int64_t last = -1;
    bool good = true;
    for (size_t i = 0; i < count && good; i++) {
      if (!(set >> i & 1)) continue;
      good = (int64_t)items[i].place > last;
      last = items[i].place;
      weight += items[i].weight;
    }
    if (good && weight > best) best = weight;
  }
  return best;
}

static void marks_the_heaviest(void **state) {
  (void)state;
  for (uint64_t trial = 0; trial < TRIALS; trial++) {
    test_random random = {trial + 1};
    dz_ranked items[MOST];
    size_t count = test_below(&random, MOST + 1);
    uint64_t weight = 0;
    int64_t last = -1;
    dz_arena arena;
    dz_arena_init(&arena);
    for (size_t i = 0; i < count; i++)
      items[i] = (dz_ranked){.place = (uint32_t)trial * 1000000 + test_below(&random, MOST),
                             .weight = 1 + test_below(&random, 50)};
    assert_true(dz_increasing_mark(items, count, &arena));
    for (size_t i = 0; i < count; i++) {
      if (!items[i].inside) continue;
      assert_true((int64_t)items[i].place > last);
      last = items[i].place;
      weight += items[i].weight;
    }
    assert_int_equal(weight, best_of_all(items, count));
    dz_arena_free(&arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(marks_the_heaviest)};

  return cmocka_run_group_tests_name("increasing", tests, NULL, NULL);
}
