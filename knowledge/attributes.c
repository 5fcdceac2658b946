/* attributes.c - see attributes.h */
#include "attributes.h"

#include <string.h>

#include "base/error.h"
#include "table.h"

enum { WORD, SAYINGS, COLUMNS, VALUES_MAX = 250 };

static const char *const attributes[] = {
    "time",    "accrual",  "measure", "plan",  "part",   "whole",  "denial",
    "ceiling", "incident", "goals",   "deed",  "level",  "intent", "base",
    "carry",   "about",    "strive",  "bound", "entire", "ending", "yearly"};
static const char *const times[] = {"", "year", "several", "part"};
static const char *const accruals[] = {"", "new", "total"};
static const char *const measures[] = {"", "growth", "share"};
static const char *const deeds[] = {"",       "neutral", "begin", "build",
                                    "finish", "gain",    "total", "sum"};

/* The names of the scopes and of their values, in the order of the table. */
typedef struct scope_names {
  const char *scope[DZ_SCOPES_MAX];
  const char *value[VALUES_MAX];
  int scopes, values;
} scope_names;

/* The place of a name among those seen so far, which it joins if it is new; -1: no room. */
static int place_of(const char **names, int *count, int most, const char *name) {
  int at = dz_table_index(names, *count, name);

  if (at >= 0) return at;
  if (*count == most) return -1;
  names[*count] = name;
  return (*count)++;
}

static bool read_scope(dz_attribute_saying *saying, scope_names *names, const char *scope,
                       const char *value) {
  int place = place_of(names->scope, &names->scopes, DZ_SCOPES_MAX, scope);
  int number = place_of(names->value, &names->values, VALUES_MAX, value);

  if (place < 0 || number < 0) return false;
  saying->attribute = (uint8_t)(DZ_ATTRIBUTE_SCOPE + place);
  saying->value = (uint8_t)(number + 1);
  saying->carries = scope[strlen(scope) - 1] == '*';
  return true;
}

/* The value of an attribute that has its own names, 1 for one that is said or not; -1: wrong. */
static int value_of(int attribute, const char *name) {
  switch (attribute) {
  case DZ_ATTRIBUTE_TIME: return dz_table_index(times, 4, name);
  case DZ_ATTRIBUTE_ACCRUAL: return dz_table_index(accruals, 3, name);
  case DZ_ATTRIBUTE_MEASURE: return dz_table_index(measures, 3, name);
  case DZ_ATTRIBUTE_DEED: return dz_table_index(deeds, 8, name);
  case DZ_ATTRIBUTE_LEVEL: return *name ? 1 : -1;
  default: return *name ? -1 : 1;
  }
}

/* "time=several" or "whole". Both names go into the arena. */
static dz_status read_saying(dz_attribute_saying *out, const char *text, scope_names *names,
                             const dz_table *table, size_t row, dz_arena *arena, dz_error *error) {
  const char *mark = strchr(text, '='), *value = mark ? mark + 1 : "";
  const char *name = dz_arena_string(arena, text, mark ? (size_t)(mark - text) : strlen(text));
  int attribute, number;

  if (!name) return dz_fail_memory(error);
  attribute = dz_table_index(attributes, DZ_ATTRIBUTE_SCOPE, name);
  if (attribute < 0 && *name && *value)
    return read_scope(out, names, name, value)
               ? DZ_OK
               : dz_table_fail(table, row, "too many scopes, or values of scopes", error);
  number = attribute < 0 ? -1 : value_of(attribute, value);
  if (number < 1) return dz_table_fail(table, row, "the attribute has no such value", error);
  *out = (dz_attribute_saying){.attribute = (uint8_t)attribute, .value = (uint8_t)number};
  if (attribute == DZ_ATTRIBUTE_LEVEL) out->name = value;
  return DZ_OK;
}

static dz_status read_word(dz_attribute_word *out, const dz_table *table, size_t row,
                           scope_names *names, dz_arena *arena, dz_error *error) {
  size_t count;
  const char **list = dz_table_list(table->rows[row].fields[SAYINGS], &count, arena);
  dz_attribute_saying *sayings = list ? dz_arena_array(arena, count, sizeof *sayings) : NULL;
  dz_status status = DZ_OK;

  if (!sayings) return dz_fail_memory(error);
  if (!count) return dz_table_fail(table, row, "the word says nothing: plain", error);
  out->sayings = sayings;
  if (count == 1 && !strcmp(list[0], "plain")) return DZ_OK;
  for (size_t i = 0; i < count && !status; i++)
    status = read_saying(&sayings[out->count++], list[i], names, table, row, arena, error);
  return status;
}

dz_status dz_attributes_load(dz_attributes *out, const char *directory, dz_arena *arena,
                             dz_error *error) {
  scope_names names = {.value = {"all", "both"}, .values = DZ_SCOPE_BOTH};
  dz_table table;
  dz_attribute_word *list;
  dz_status status;

  *out = (dz_attributes){0};
  dz_trie_init(&out->trie);
  status = dz_table_load(&table, "attributes.tsv", COLUMNS, directory, arena, error);
  list = status ? NULL : dz_arena_array(arena, table.row_count, sizeof *list);
  if (!status && !list) return dz_fail_memory(error);
  out->word = list;
  for (size_t i = 0; !status && i < table.row_count; i++) {
    status = read_word(&list[i], &table, i, &names, arena, error);
    if (!status)
      status = dz_table_add_phrase(&out->trie, table.rows[i].fields[WORD], (int32_t)i, &table, i,
                                   error);
  }
  return status;
}

void dz_attributes_free(dz_attributes *table) {
  dz_trie_free(&table->trie);
}

const dz_attribute_saying *dz_attribute_said(const dz_attribute_word *word,
                                             dz_attribute attribute) {
  for (size_t i = 0; i < word->count; i++)
    if (word->sayings[i].attribute == attribute) return &word->sayings[i];
  return NULL;
}
