/* attributes.c - see attributes.h */
#include "attributes.h"

#include <string.h>

#include "base/error.h"
#include "table.h"

enum { WORD, ATTRIBUTE, VALUE, COLUMNS, VALUES_MAX = 250 };

static const char *const attributes[] = {"time",  "accrual", "measure", "plan",     "part",
                                         "whole", "denial",  "ceiling", "incident", "goals"};
static const char *const times[] = {"", "year", "several", "part"};
static const char *const accruals[] = {"", "new", "total"};
static const char *const measures[] = {"", "growth", "share"};

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

static bool read_scope(dz_attribute_word *word, scope_names *names, const char *scope,
                       const char *value) {
  int place = place_of(names->scope, &names->scopes, DZ_SCOPES_MAX, scope);
  int number = place_of(names->value, &names->values, VALUES_MAX, value);

  if (place < 0 || number < 0) return false;
  word->attribute = (uint8_t)(DZ_ATTRIBUTE_SCOPE + place);
  word->value = (uint8_t)(number + 1);
  word->carries = scope[strlen(scope) - 1] == '*';
  return true;
}

/* The value of an attribute that has its own names, 1 for one that is said or not; -1: wrong. */
static int value_of(int attribute, const char *name) {
  switch (attribute) {
  case DZ_ATTRIBUTE_TIME: return dz_table_index(times, 4, name);
  case DZ_ATTRIBUTE_ACCRUAL: return dz_table_index(accruals, 3, name);
  case DZ_ATTRIBUTE_MEASURE: return dz_table_index(measures, 3, name);
  default: return 1;
  }
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
    const char **field = table.rows[i].fields;
    int attribute = dz_table_index(attributes, DZ_ATTRIBUTE_SCOPE, field[ATTRIBUTE]);
    int value = attribute < 0 ? 1 : value_of(attribute, field[VALUE]);
    if (!*field[ATTRIBUTE] || value < 1)
      return dz_table_fail(&table, i, "the attribute has no such value", error);
    list[i] = (dz_attribute_word){.attribute = (uint8_t)attribute, .value = (uint8_t)value};
    if (attribute < 0 && !read_scope(&list[i], &names, field[ATTRIBUTE], field[VALUE]))
      return dz_table_fail(&table, i, "too many scopes, or values of scopes", error);
    status = dz_table_add_phrase(&out->trie, field[WORD], (int32_t)i, &table, i, error);
  }
  return status;
}

void dz_attributes_free(dz_attributes *table) {
  dz_trie_free(&table->trie);
}
