/* test_genre_index.c - the fingerprints of what has been written elsewhere */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "knowledge/builtin.h"
#include "knowledge/genre_file.h"
#include "tests/testing.h"
#include "text/symbol.h"

enum { WINDOW = 4 };

typedef struct file {
  unsigned char bytes[DZ_GENRE_HEAD + 4 * (DZ_GENRE_BUCKETS + 1) + 64];
  size_t length;
} file;

static void put(unsigned char *at, uint32_t value, int bytes) {
  for (int i = 0; i < bytes; i++) at[i] = (unsigned char)(value >> 8 * i);
}

/* An index of one window, with one document. */
static void make(file *f, uint64_t hash, dz_genre_mark mark) {
  static const char name[] = "2024 甲会议";
  uint32_t key = dz_genre_key(hash);
  unsigned char *at = f->bytes + DZ_GENRE_HEAD;

  memset(f, 0, sizeof *f);
  memcpy(f->bytes, DZ_GENRE_MAGIC, 8);
  put(f->bytes + 8, WINDOW, 4);
  put(f->bytes + 12, 1, 4);
  put(f->bytes + 16, 1, 4);
  put(f->bytes + 20, 1, 4);
  put(f->bytes + 24, 1, 4);
  put(f->bytes + 28, sizeof name, 4);
  for (uint32_t i = 0; i <= DZ_GENRE_BUCKETS; i++, at += 4) put(at, i > key >> 16, 4);
  put(at, key & 0xFFFF, 2);
  put(at + 2, mark, 2);
  at[4] = 0x21; /* bigram sketch: 1, 2 */
  memcpy(at + 5, name, sizeof name);
  f->length = (size_t)(at - f->bytes) + 5 + sizeof name;
}

static dz_status load(dz_genre_index *out, dz_arena *arena, const file *f, size_t length) {
  char folder[] = "/tmp/dz_genre_XXXXXX", path[64];
  dz_error error;
  dz_status status;
  FILE *to;

  assert_non_null(mkdtemp(folder));
  snprintf(path, sizeof path, "%s/genre.idx", folder);
  to = fopen(path, "wb");
  assert_non_null(to);
  assert_int_equal(fwrite(f->bytes, 1, length, to), length);
  fclose(to);
  status = dz_genre_index_load(out, folder, arena, &error);
  unlink(path);
  rmdir(folder);
  return status;
}

/* A window reaches over no edge, and one made of figures is none. */
static void windows_keep_within_edges(void **state) {
  const uint16_t symbols[] = {9, 8, 7, 6, DZ_SYM_EDGE, 9, 8, 7, 6, 1, 1, 1, 5};
  uint64_t hashes[13];

  (void)state;
  dz_genre_hash(symbols, 13, WINDOW, hashes);
  assert_true(hashes[0]);
  for (int i = 1; i < 5; i++) assert_int_equal(hashes[i], 0);
  assert_true(hashes[5] == hashes[0]);
  assert_true(hashes[6]);
  assert_int_equal(hashes[8], 0); /* 6 1 1 1: three of four are figures */
  assert_int_equal(hashes[10], 0);
}

static void what_was_counted_is_found(void **state) {
  const uint16_t symbols[] = {9, 8, 7, 6, 5};
  dz_genre_index index;
  dz_arena arena;
  uint64_t hashes[5];
  file *f = malloc(sizeof *f);

  (void)state;
  assert_non_null(f);
  dz_arena_init(&arena);
  dz_genre_hash(symbols, 5, WINDOW, hashes);
  make(f, hashes[0], dz_genre_mark_of(DZ_GENRE_COMMON, 2021, 7, 7));
  assert_int_equal(load(&index, &arena, f, f->length), DZ_OK);
  assert_int_equal(dz_genre_kind_of(dz_genre_find(&index, hashes[0])), DZ_GENRE_COMMON);
  assert_int_equal(dz_genre_offices(dz_genre_find(&index, hashes[0])), 7);
  assert_int_equal(dz_genre_since(dz_genre_find(&index, hashes[0])), 2021);
  assert_int_equal(dz_genre_find(&index, hashes[1]), 0);
  make(f, hashes[1], dz_genre_mark_of(DZ_GENRE_CENTRAL, 0, 3, 1));
  assert_int_equal(load(&index, &arena, f, f->length), DZ_OK);
  assert_string_equal(dz_genre_document_of(&index, dz_genre_find(&index, hashes[1]))->name,
                      "甲会议");
  assert_int_equal(dz_genre_document_of(&index, dz_genre_find(&index, hashes[1]))->year, 2024);
  dz_arena_free(&arena);
  free(f);
}

/* What two offices share is no third place for these two, but is one for others. */
static void a_pair_is_told_from_others(void **state) {
  dz_genre_mark mark = dz_genre_mark_of(DZ_GENRE_PAIR, 2020, 2, dz_genre_pair(3, 12));

  (void)state;
  assert_true(dz_genre_is_pair(mark, 3, 12));
  assert_true(dz_genre_is_pair(mark, 12, 3));
  assert_false(dz_genre_is_pair(mark, 3, 13));
  assert_false(dz_genre_is_pair(mark, 0, 12));
}

/* An office is recognised by windows of its own, not by those it may have copied. */
static void an_office_is_recognised(void **state) {
  uint32_t windows[DZ_GENRE_OFFICES + 1] = {0};

  (void)state;
  assert_int_equal(dz_genre_office(windows), 0);
  windows[5] = 3;
  assert_int_equal(dz_genre_office(windows), 0);
  windows[5] = 9;
  assert_int_equal(dz_genre_office(windows), 5);
  windows[6] = 4;
  assert_int_equal(dz_genre_office(windows), 0);
}

/* A file cut anywhere, or with a wrong number in its head, is refused. */
static void broken_files_are_refused(void **state) {
  static const struct {
    int at;
    uint32_t value;
  } wrong[] = {{0, 1},   {8, 0},  {8, 99},   {12, 3}, {12, 0}, {16, 2},        {20, 0},
               {20, 60}, {24, 0}, {24, 300}, {28, 1}, {32, 1}, {32 + 4 * 9, 7}};
  file *f = malloc(sizeof *f);
  dz_genre_index index;
  dz_arena arena;

  (void)state;
  assert_non_null(f);
  dz_arena_init(&arena);
  make(f, (uint64_t)1 << 63, 1);
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    make(f, (uint64_t)1 << 63 | (uint64_t)0xFFFF << 40, 1);
    assert_int_equal(load(&index, &arena, f, f->length), DZ_OK);
    put(f->bytes + wrong[i].at, wrong[i].value, 4);
    assert_int_equal(load(&index, &arena, f, f->length), DZ_DATA);
  }
  make(f, (uint64_t)1 << 63, 1);
  for (size_t i = 0; i < 40; i++) assert_int_equal(load(&index, &arena, f, i), DZ_DATA);
  assert_int_equal(load(&index, &arena, f, f->length - 1), DZ_DATA);
  dz_arena_free(&arena);
  free(f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(windows_keep_within_edges),  cmocka_unit_test(what_was_counted_is_found),
      cmocka_unit_test(a_pair_is_told_from_others), cmocka_unit_test(an_office_is_recognised),
      cmocka_unit_test(broken_files_are_refused),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
