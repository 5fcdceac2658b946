/* figure_frame.c - see figure_frame.h */
#include "figure_frame.h"

#include <string.h>

#include "base/error.h"
#include "table.h"
#include "text/phrase.h"

enum { WORD, ROLE, ARGUMENT, COLUMNS };

static bool find(const char *const *names, size_t count, const char *name, size_t *at) {
  for (*at = 0; *at < count; ++*at)
    if (names[*at] && !strcmp(names[*at], name)) return true;
  return false;
}

static dz_status read_row(dz_frame_word *out, const dz_table *table, size_t row, dz_error *error) {
  static const char *const roles[DZ_FRAME_ROLE_COUNT] = {
      [DZ_FRAME_DEED] = "deed",  [DZ_FRAME_SCOPE] = "scope", [DZ_FRAME_PART] = "part",
      [DZ_FRAME_PLAN] = "plan",  [DZ_FRAME_BASE] = "base",   [DZ_FRAME_CARRY] = "carry",
      [DZ_FRAME_PLAIN] = "plain"};
  static const char *const deeds[DZ_DEED_COUNT] = {
      [DZ_DEED_NEUTRAL] = "neutral", [DZ_DEED_BEGIN] = "begin", [DZ_DEED_BUILD] = "build",
      [DZ_DEED_FINISH] = "finish",   [DZ_DEED_GAIN] = "gain",   [DZ_DEED_TOTAL] = "total",
      [DZ_DEED_SUM] = "sum"};
  const char **fields = table->rows[row].fields;
  size_t role, deed = 0;

  if (!find(roles, DZ_FRAME_ROLE_COUNT, fields[ROLE], &role))
    return dz_table_fail(table, row, "no such role", error);
  if (role == DZ_FRAME_DEED && !find(deeds, DZ_DEED_COUNT, fields[ARGUMENT], &deed))
    return dz_table_fail(table, row, "no such deed", error);
  if (role == DZ_FRAME_SCOPE && !*fields[ARGUMENT])
    return dz_table_fail(table, row, "a scope needs a name", error);
  *out = (dz_frame_word){(dz_frame_role)role, (dz_deed)deed,
                         role == DZ_FRAME_SCOPE ? fields[ARGUMENT] : NULL};
  return DZ_OK;
}

dz_status dz_figure_frames_load(dz_figure_frames *out, const char *directory, dz_arena *arena,
                                dz_error *error) {
  dz_table table;
  dz_frame_word *rows;
  dz_status status = dz_table_load(&table, "figure_frame.tsv", COLUMNS, directory, arena, error);

  *out = (dz_figure_frames){0};
  dz_trie_init(&out->words);
  if (status) return status;
  rows = dz_arena_array(arena, table.row_count, sizeof *rows);
  if (!rows) return dz_fail_memory(error);
  for (size_t i = 0; i < table.row_count && !status; i++) {
    status = read_row(&rows[i], &table, i, error);
    if (!status && !dz_phrase_add(&out->words, table.rows[i].fields[WORD], (int32_t)i, NULL))
      status = dz_fail_memory(error);
  }
  out->rows = rows;
  return status;
}

void dz_figure_frames_free(dz_figure_frames *frames) {
  dz_trie_free(&frames->words);
}
