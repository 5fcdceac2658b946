/* test_base.c - arena, array, buffer, map, trie, UTF-8: the ground everything stands on. Protects
 * the promises of
 * their headers at the edges: empty, growing, overflowing, malformed. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/map.h"
#include "base/sorted.h"
#include "base/trie.h"
#include "base/utf8.h"
#include "tests/testing.h"

static void arena_gives_zeroed_aligned_memory(void **state) {
  dz_arena arena;
  unsigned char *bytes;

  (void)state;
  dz_arena_init(&arena);
  for (size_t size = 0; size < 300; size += 7) {
    bytes = dz_arena_alloc(&arena, size);
    assert_non_null(bytes);
    assert_int_equal((uintptr_t)bytes % sizeof(void *), 0);
    for (size_t i = 0; i < size; i++) assert_int_equal(bytes[i], 0);
    memset(bytes, 0xff, size);
  }
  assert_non_null(dz_arena_alloc(&arena, 1000000)); /* larger than a block */
  assert_null(dz_arena_array(&arena, SIZE_MAX / 2, 3));
  assert_null(dz_arena_alloc(&arena, SIZE_MAX));
  assert_string_equal(dz_arena_string(&arena, "abc", 2), "ab");
  dz_arena_free(&arena);
  assert_null(arena.blocks);
}

static void array_grows_and_freezes(void **state) {
  dz_array list = dz_array_of(sizeof(uint32_t));
  dz_arena arena;
  uint32_t *frozen;

  (void)state;
  dz_arena_init(&arena);
  assert_non_null(dz_array_freeze(&list, &arena)); /* empty, still valid */
  for (uint32_t i = 0; i < 1000; i++) *(uint32_t *)dz_array_push(&list) = i;
  assert_non_null(dz_array_append(&list, (uint32_t[]){7, 8}, 2));
  assert_int_equal(list.count, 1002);
  frozen = dz_array_freeze(&list, &arena);
  dz_array_free(&list);
  for (uint32_t i = 0; i < 1000; i++) assert_int_equal(frozen[i], i);
  assert_int_equal(frozen[1001], 8);
  dz_arena_free(&arena);
}

static void buffer_is_never_null(void **state) {
  dz_buffer buffer;
  char *text;
  size_t length = 99;

  (void)state;
  dz_buffer_init(&buffer);
  assert_string_equal(buffer.data, "");
  dz_buffer_format(&buffer, "%d%s", 12, "个");
  dz_buffer_cp(&buffer, 0xD800); /* a surrogate is no character */
  dz_buffer_repeat(&buffer, "─", 3);
  assert_string_equal(buffer.data, "12个\xEF\xBF\xBD───");
  text = dz_buffer_detach(&buffer, &length);
  assert_int_equal(length, strlen(text));
  assert_string_equal(buffer.data, "");
  free(text);
  text = dz_buffer_detach(&buffer, &length); /* of an empty buffer: an empty string */
  assert_string_equal(text, "");
  free(text);
  dz_buffer_free(&buffer);
}

static void map_holds_exact_keys(void **state) {
  dz_map map;

  (void)state;
  dz_map_init(&map);
  assert_null(dz_map_get(&map, 5));
  for (uint64_t key = 0; key < 5000; key++) *dz_map_put(&map, key << 32) = (uint32_t)key;
  assert_int_equal(map.count, 5000);
  for (uint64_t key = 0; key < 5000; key++) assert_int_equal(*dz_map_get(&map, key << 32), key);
  assert_null(dz_map_get(&map, 1));
  *dz_map_put(&map, UINT64_MAX) = 9; /* no key is special */
  *dz_map_put(&map, 0) = 8;
  assert_int_equal(*dz_map_get(&map, UINT64_MAX), 9);
  assert_int_equal(*dz_map_get(&map, 0), 8);
  assert_int_equal(map.count, 5001);
  dz_map_free(&map);
}

static void trie_finds_longest_and_all(void **state) {
  static const char *const phrases[] = {"一", "一是", "一二三产", "三"};
  uint32_t cps[16], text[16], node = 0;
  int32_t value = -2, stored;
  size_t length, depth = 0;
  dz_trie trie;

  (void)state;
  dz_trie_init(&trie);
  for (int32_t i = 0; i < 4; i++)
    assert_true(dz_trie_add(&trie, cps, dz_utf8_to_cps(phrases[i], cps), i, &stored) &&
                stored == i);
  assert_true(dz_trie_add(&trie, cps, dz_utf8_to_cps("一是", cps), 7, &stored) &&
              stored == 1); /* the first stays */
  length = dz_utf8_to_cps("一二三产值", text);
  assert_int_equal(dz_trie_longest(&trie, text, length, &value), 4);
  assert_int_equal(value, 2);
  assert_int_equal(dz_trie_longest(&trie, text, 3, &value), 1); /* the text ends inside a phrase */
  assert_int_equal(value, 0);
  assert_true(dz_trie_next(&trie, text, length, &node, &depth, &value) && depth == 1 && value == 0);
  assert_true(dz_trie_next(&trie, text, length, &node, &depth, &value) && depth == 4 && value == 2);
  assert_false(dz_trie_next(&trie, text, length, &node, &depth, &value));
  assert_int_equal(dz_trie_longest(&trie, text, 0, &value), 0);
  dz_trie_free(&trie);
}

static void utf8_refuses_what_is_malformed(void **state) {
  static const char *const bad[] = {"\x80",
                                    "\xC0\x80",
                                    "\xC1\xBF",
                                    "\xE0\x80\x80",
                                    "\xED\xA0\x80",
                                    "\xF0\x80\x80\x80",
                                    "\xF4\x90\x80\x80",
                                    "\xF8\x88\x80\x80\x80",
                                    "\xE4\xB8",
                                    "\xE4\xB8\x61",
                                    "\xFF"};
  static const uint32_t good[] = {0,      0x7F,   0x80,   0x7FF,   0x800,   0x4E00,
                                  0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF};
  char bytes[DZ_UTF8_MAX];
  uint32_t cp;

  (void)state;
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    assert_int_equal(dz_utf8_decode(bad[i], strlen(bad[i]), &cp), 0);
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
    size_t length = dz_utf8_encode(good[i], bytes);
    assert_int_equal(dz_utf8_decode(bytes, length, &cp), length);
    assert_int_equal(cp, good[i]);
    if (length > 1) assert_int_equal(dz_utf8_decode(bytes, length - 1, &cp), 0); /* cut off */
  }
}

static void error_is_one_printable_line(void **state) {
  dz_error error;
  char path[2 * DZ_ERROR_SIZE];

  (void)state;
  assert_int_equal(dz_fail(&error, DZ_IO, "%s: no", "a\nb\x1b[31m"), DZ_IO);
  assert_string_equal(error.message, "a?b?[31m: no");
  for (size_t i = 0; i + 3 < sizeof path; i += 3) memcpy(path + i, "报", 4);
  assert_int_equal(dz_fail(&error, DZ_IO, "x%s", path), DZ_IO);
  assert_int_equal((strlen(error.message) - 1) % 3, 0); /* cut at a whole character */
  assert_int_equal(dz_fail(NULL, DZ_DATA, "nobody listens"), DZ_DATA);
  assert_int_equal(dz_fail_memory(&error), DZ_NOMEM);
}

static void search_finds_the_first_key_not_below(void **state) {
  static const struct {
    char other;
    uint32_t key;
  } items[] = {{'a', 2}, {'b', 5}, {'c', 5}, {'d', 9}, {'e', UINT32_MAX}};
  static const struct {
    uint32_t key;
    size_t at;
  } cases[] = {{0, 0}, {2, 0}, {3, 1}, {5, 1}, {6, 3}, {9, 3}, {10, 4}, {UINT32_MAX, 4}};

  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_int_equal(dz_sorted_from(&items->key, 5, sizeof *items, cases[i].key), cases[i].at);
  assert_int_equal(dz_sorted_from(&items->key, 4, sizeof *items, 10), 4);
  assert_int_equal(dz_sorted_from(&items->key, 0, sizeof *items, 0), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(search_finds_the_first_key_not_below),
      cmocka_unit_test(arena_gives_zeroed_aligned_memory),
      cmocka_unit_test(array_grows_and_freezes),
      cmocka_unit_test(buffer_is_never_null),
      cmocka_unit_test(map_holds_exact_keys),
      cmocka_unit_test(trie_finds_longest_and_all),
      cmocka_unit_test(utf8_refuses_what_is_malformed),
      cmocka_unit_test(error_is_one_printable_line),
  };
  return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
