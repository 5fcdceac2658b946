/* section_weights.c - see section_weights.h */
#include "section_weights.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/utf8.h"
#include "section_cues.h"
#include "table.h"

enum { MODEL, KIND, FEATURE, WEIGHTS, COLUMNS };

static const char *const kinds[DZ_FEATURE_KIND_COUNT] = {
    "gram",  "hint",       "cue",        "before",    "after",
    "place", "above-gram", "above-hint", "above-cue", "bias"};
static const char *const places[DZ_PLACE_COUNT] = {
    "first",  "last",   "last3",  "paragraph", "no-heading", "start",  "level1", "level2",
    "level3", "level4", "level5", "level6",    "tenth0",     "tenth1", "tenth2", "tenth3",
    "tenth4", "tenth5", "tenth6", "tenth7",    "tenth8",     "tenth9"};

const char *dz_feature_kind_name(dz_feature_kind kind) {
  return kinds[kind];
}

const char *dz_place_feature_name(uint32_t place) {
  return places[place];
}

typedef struct loader {
  dz_section_weights *out;
  const dz_taxonomy *taxonomy;
  const dz_section_hints *hints;
  const dz_table *table;
} loader;

/* Whole numbers between single blanks; false: too many, or something else. */
static bool read_numbers(int16_t *out, size_t count, const char *field) {
  for (size_t i = 0; i < count; i++) {
    int sign = 1, value = 0, digits = 0;
    if (*field == '-') sign = -1, field++;
    for (; *field >= '0' && *field <= '9' && digits < 5; digits++)
      value = value * 10 + (*field++ - '0');
    if (!digits || value > INT16_MAX) return false;
    out[i] = (int16_t)(sign * value);
    if (i + 1 < count && *field++ != ' ') return false;
  }
  return !*field;
}

static int part_of(const dz_section_weights *w, const char *id) {
  for (size_t i = 0; i < w->part_count; i++)
    if (!strcmp(w->part[i]->id, id)) return (int)i;
  return -1;
}

/* "duties.transport:body", or "duties*:body" of any section of the part. */
static bool read_cue(uint32_t *index, const loader *l, const char *name) {
  const char *colon = strchr(name, ':');
  size_t length = colon ? (size_t)(colon - name) : 0;
  bool family = length && name[length - 1] == '*';
  int kind = colon ? dz_section_cue_kind_of(colon + 1) : -1;

  if (kind < 0) return false;
  if (family) length--;
  for (size_t i = 0; i < l->taxonomy->node_count; i++) {
    const char *id = l->taxonomy->nodes[i].id;
    if (strlen(id) != length || strncmp(id, name, length)) continue;
    *index = (uint32_t)(i * DZ_CUE_STEP) + (uint32_t)kind + (family ? DZ_CUE_FAMILY : 0);
    return true;
  }
  return false;
}

static bool read_gram(uint64_t *key, const char *text) {
  uint32_t cps[3] = {0};
  size_t length = strlen(text), used, count = 0;

  for (size_t i = 0; i < length; i += used) {
    if (count == 3) return false;
    used = dz_utf8_decode(text + i, length - i, &cps[count++]);
    if (!used) return false;
  }
  *key = dz_feature_gram(cps[0], cps[1], cps[2]);
  return count > 0;
}

static bool read_feature(uint64_t *key, const loader *l, dz_feature_kind kind, const char *name) {
  uint32_t index = 0;

  switch (kind) {
  case DZ_FEATURE_GRAM: return read_gram(key, name);
  case DZ_FEATURE_ABOVE_GRAM:
    if (!read_gram(key, name)) return false;
    *key |= 1; /* grams above are pairs: the third place is free */
    return true;
  case DZ_FEATURE_CUE:
  case DZ_FEATURE_ABOVE_CUE:
    if (!read_cue(&index, l, name)) return false;
    break;
  case DZ_FEATURE_PLACE: {
    int place = dz_table_index(places, DZ_PLACE_COUNT, name);
    if (place < 0) return false;
    index = (uint32_t)place;
    break;
  }
  case DZ_FEATURE_BIAS: break;
  default: {
    int hint = dz_table_index(l->hints->name, (int)l->hints->count, name);
    if (hint < 0) return false;
    index = (uint32_t)hint;
  }
  }
  *key = dz_feature_named(kind, index);
  return true;
}

static dz_status read_parts(loader *l, size_t row, dz_arena *arena, dz_error *error) {
  size_t count;
  const char **ids = dz_table_list(l->table->rows[row].fields[WEIGHTS], &count, arena);

  if (!ids) return dz_fail_memory(error);
  if (count > DZ_PART_MAX || count < 2)
    return dz_table_fail(l->table, row, "must name 2 to 16 parts", error);
  for (size_t i = 0; i < count; i++) {
    l->out->part[i] = dz_taxonomy_find(l->taxonomy, ids[i]);
    if (!l->out->part[i])
      return dz_table_fail(l->table, row, "names a part that is not in sections.tsv", error);
  }
  l->out->part_count = count;
  return DZ_OK;
}

/* The rows that say how parts follow each other: natural logarithms. */
static bool read_order(loader *l, const char **fields) {
  dz_section_weights *out = l->out;
  int16_t numbers[DZ_PART_MAX];
  int before = part_of(out, fields[FEATURE]);
  float *to = !strcmp(fields[KIND], "first")                 ? out->first
              : !strcmp(fields[KIND], "prior")               ? out->prior
              : !strcmp(fields[KIND], "then") && before >= 0 ? out->then[before]
                                                             : NULL;

  if (!to || !read_numbers(numbers, out->part_count, fields[WEIGHTS])) return false;
  for (size_t i = 0; i < out->part_count; i++) to[i] = (float)numbers[i] / 100;
  return true;
}

static dz_status read_row(loader *l, size_t row, dz_error *error) {
  const char **fields = l->table->rows[row].fields;
  bool body = !strcmp(fields[MODEL], "body"), heading = !strcmp(fields[MODEL], "heading");
  dz_linear_model *model = &l->out->model[heading ? DZ_MODEL_HEADING : DZ_MODEL_BODY];
  int kind = dz_table_index(kinds, DZ_FEATURE_KIND_COUNT, fields[KIND]);
  uint64_t key;
  uint32_t *index;

  if (!strcmp(fields[MODEL], "order"))
    return read_order(l, fields) ? DZ_OK : dz_table_fail(l->table, row, "no such row", error);
  if ((!body && !heading) || kind < 0)
    return dz_table_fail(l->table, row, "no such model or kind of feature", error);
  if (!read_feature(&key, l, (dz_feature_kind)kind, fields[FEATURE]))
    return dz_table_fail(l->table, row, "no such feature", error);
  if (!read_numbers(model->weights + model->count * DZ_PART_MAX, l->out->part_count,
                    fields[WEIGHTS]))
    return dz_table_fail(l->table, row, "needs one whole number for each part", error);
  index = dz_map_put(&model->rows, key);
  if (!index) return dz_fail_memory(error);
  *index = (uint32_t)model->count++;
  return DZ_OK;
}

dz_status dz_section_weights_load(dz_section_weights *out, const dz_taxonomy *taxonomy,
                                  const dz_section_hints *hints, const char *directory,
                                  dz_arena *arena, dz_error *error) {
  dz_table table;
  loader l = {out, taxonomy, hints, &table};
  size_t rows[DZ_MODEL_COUNT] = {0};
  dz_status status = dz_table_load(&table, "section_weights.tsv", COLUMNS, directory, arena, error);

  *out = (dz_section_weights){0};
  for (size_t i = 0; !status && i < table.row_count; i++) {
    rows[DZ_MODEL_HEADING] += table.rows[i].fields[MODEL][0] == 'h';
    rows[DZ_MODEL_BODY] += table.rows[i].fields[MODEL][0] == 'b';
    if (!strcmp(table.rows[i].fields[MODEL], "parts")) status = read_parts(&l, i, arena, error);
  }
  if (status) return status;
  if (!out->part_count)
    return dz_fail(error, DZ_DATA, "%s: has no row that names the parts", table.name);
  for (int m = 0; m < DZ_MODEL_COUNT; m++) {
    out->model[m].weights = dz_arena_array(arena, (rows[m] + 1) * DZ_PART_MAX, sizeof(int16_t));
    if (!out->model[m].weights || !dz_map_reserve(&out->model[m].rows, rows[m]))
      return dz_fail_memory(error);
  }
  for (size_t i = 0; !status && i < table.row_count; i++)
    if (strcmp(table.rows[i].fields[MODEL], "parts")) status = read_row(&l, i, error);
  return status;
}

void dz_section_weights_free(dz_section_weights *weights) {
  for (int m = 0; m < DZ_MODEL_COUNT; m++) dz_map_free(&weights->model[m].rows);
}
