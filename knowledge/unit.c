/* unit.c - see unit.h */
#include "unit.h"

#include <string.h>

#include "base/error.h"
#include "table.h"
#include "text/number.h"
#include "text/phrase.h"

enum { TEXT, CLASS, FLAGS, COLUMNS };
enum { MAX_SCALE_WORDS = 3 };

static const char *const class_names[DZ_UNIT_CLASS_COUNT] = {
    "ratio", "money", "count", "area", "length", "mass", "energy", "data", "time", "other",
};

static bool read_class(dz_unit *unit, const char *name) {
  for (int i = 0; i < DZ_UNIT_CLASS_COUNT; i++)
    if (!strcmp(class_names[i], name)) {
      unit->class = (dz_unit_class)i;
      return true;
    }
  return false;
}

dz_status dz_units_load(dz_units *out, const char *directory, dz_arena *arena, dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "units.tsv", COLUMNS, directory, arena, error);

  dz_trie_init(&out->trie);
  out->count = 0;
  if (status) return status;
  out->rows = dz_arena_array(arena, table.row_count, sizeof *out->rows);
  if (!out->rows) return dz_fail_memory(error);
  for (size_t i = 0; i < table.row_count; i++) {
    const char **fields = table.rows[i].fields;
    dz_unit *unit = &out->rows[i];
    *unit = (dz_unit){.text = fields[TEXT],
                      .small = strchr(fields[FLAGS], 'c') != NULL,
                      .never = strchr(fields[FLAGS], 'x') != NULL,
                      .per = strchr(fields[FLAGS], 'p') != NULL};
    if (!read_class(unit, fields[CLASS]))
      return dz_table_fail(&table, i, "the class must be one of the head of the table", error);
    if (!dz_phrase_add(&out->trie, unit->text, (int32_t)i, NULL)) return dz_fail_memory(error);
    out->count++;
  }
  return DZ_OK;
}

void dz_units_free(dz_units *units) {
  dz_trie_free(&units->trie);
}

static bool is_more(uint32_t cp) {
  return cp == U'余' || cp == U'多' || cp == U'来';
}

static const dz_unit *longest(const dz_units *units, const uint32_t *fold, size_t length,
                              size_t *used) {
  int32_t row;

  *used = dz_trie_longest(&units->trie, fold, length, &row);
  return *used ? &units->rows[row] : NULL;
}

static void read_per(dz_unit_match *match, const dz_units *units, const uint32_t *fold,
                     size_t length) {
  size_t used;

  if (match->length + 1 >= length || fold[match->length] != '/') return;
  match->per = longest(units, fold + match->length + 1, length - match->length - 1, &used);
  if (match->per) match->length += 1 + used;
}

dz_unit_match dz_unit_read(const dz_units *units, const uint32_t *fold, size_t length) {
  dz_unit_match match = {0};
  size_t at = 0, used = 0;

  if (at < length && is_more(fold[at])) {
    match.more = true;
    at++;
  }
  for (;;) {
    match.unit = longest(units, fold + at, length - at, &used);
    if (match.unit && match.unit->per) match.unit = NULL;
    if (match.unit) break;
    if (at < length && dz_chinese_power(fold[at]) > 1 && match.scale_length < MAX_SCALE_WORDS) {
      if (!match.scale_length) match.scale_start = at;
      match.scale_length++;
    } else if (at < length && match.scale_length && !match.more && is_more(fold[at])) {
      match.more = true;
    } else {
      break;
    }
    at++;
  }
  if (match.unit) {
    match.length = at + used;
    read_per(&match, units, fold, length);
  } else if (match.scale_length) {
    match.length = at;
  }
  return match;
}
