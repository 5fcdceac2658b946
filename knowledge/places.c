/* places.c - see places.h */
#include "places.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "table.h"

enum { NAME, LEVEL, PROVINCE, COLUMNS };
enum { WORD, PROVINCES, SINCE, UNTIL, WORD_COLUMNS };

enum {
  HEAD = 200, /* code points at the start in which a report names its own place */
  /* so often a place is named that is the report's own without standing in its head */
  OWN_MENTIONS = 3
};

static const uint32_t abbreviations[] =
    U"京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新港澳台";

uint64_t dz_province_bit(uint32_t abbreviation) {
  if (abbreviation == U'蜀') abbreviation = U'川';
  if (abbreviation == U'贵') abbreviation = U'黔';
  if (abbreviation == U'云') abbreviation = U'滇';
  if (abbreviation == U'秦') abbreviation = U'陕';
  if (abbreviation == U'陇') abbreviation = U'甘';
  if (abbreviation == U'楚') abbreviation = U'鄂';
  if (abbreviation == U'徽') abbreviation = U'皖';
  if (abbreviation == U'龙') abbreviation = U'黑';
  for (int i = 0; abbreviations[i]; i++)
    if (abbreviations[i] == abbreviation) return (uint64_t)1 << i;
  return 0;
}

static uint64_t bit_of(const char *abbreviation) {
  uint32_t fold[DZ_PHRASE_MAX];

  return dz_phrase_fold(abbreviation, fold) == 1 ? dz_province_bit(fold[0]) : 0;
}

static unsigned level_of(const char *name) {
  if (!strcmp(name, "province")) return DZ_PLACE_PROVINCE;
  if (!strcmp(name, "prefecture")) return DZ_PLACE_PREFECTURE;
  return strcmp(name, "county") ? 0 : DZ_PLACE_COUNTY;
}

static dz_status load_divisions(dz_places *out, const char *directory, dz_arena *arena,
                                dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "divisions.tsv", COLUMNS, directory, arena, error);

  if (status) return status;
  out->divisions = dz_arena_array(arena, table.row_count, sizeof *out->divisions);
  if (!out->divisions) return dz_fail_memory(error);
  for (size_t i = 0; i < table.row_count; i++) {
    const char **fields = table.rows[i].fields;
    unsigned level = level_of(fields[LEVEL]);
    uint64_t bit = bit_of(fields[PROVINCE]);
    int32_t stored = (int32_t)i;
    if (!level)
      return dz_table_fail(&table, i, "the level must be province, prefecture or county", error);
    if (!bit)
      return dz_table_fail(&table, i, "the province must be a one-character abbreviation", error);
    if (!dz_phrase_add(&out->division_trie, fields[NAME], (int32_t)i, &stored))
      return dz_fail_memory(error);
    dz_starters_add(&out->division_starters, fields[NAME]);
    out->divisions[i].name = fields[NAME];
    out->divisions[stored].levels |= level; /* one name, several places: all in its first row */
    out->divisions[stored].provinces |= bit;
  }
  return DZ_OK;
}

static dz_status load_words(dz_places *out, const char *directory, dz_arena *arena,
                            dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "local_words.tsv", WORD_COLUMNS, directory, arena,
                                   error);

  if (status) return status;
  out->words = dz_arena_array(arena, table.row_count, sizeof *out->words);
  if (!out->words) return dz_fail_memory(error);
  for (size_t i = 0; i < table.row_count; i++) {
    const char **fields = table.rows[i].fields, **provinces;
    size_t count;
    provinces = dz_table_list(fields[PROVINCES], &count, arena);
    if (!provinces) return dz_fail_memory(error);
    out->words[i].word = fields[WORD];
    out->words[i].slogan = *fields[SINCE] != '\0';
    for (size_t p = 0; p < count; p++) {
      uint64_t bit = bit_of(provinces[p]);
      if (!bit)
        return dz_table_fail(&table, i, "a province must be a one-character abbreviation", error);
      out->words[i].provinces |= bit;
    }
    if (!dz_phrase_add(&out->word_trie, fields[WORD], (int32_t)i, NULL))
      return dz_fail_memory(error);
    dz_starters_add(&out->word_starters, fields[WORD]);
  }
  return DZ_OK;
}

static dz_status load_level_words(dz_places *out, const char *directory, dz_arena *arena,
                                  dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "level_words.tsv", 1, directory, arena, error);

  for (size_t i = 0; i < table.row_count && !status; i++)
    if (!dz_phrase_add(&out->level_trie, table.rows[i].fields[0], (int32_t)i, NULL))
      status = dz_fail_memory(error);
  return status;
}

static dz_status load_terms(dz_places *out, const char *directory, dz_arena *arena,
                            dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "terms.tsv", 3, directory, arena, error);

  if (status) return status;
  out->terms = dz_arena_array(arena, table.row_count, sizeof *out->terms);
  if (!out->terms) return dz_fail_memory(error);
  for (size_t i = 0; i < table.row_count; i++) {
    const char **fields = table.rows[i].fields;
    unsigned long year, month = 0;
    char *end;
    out->terms[i].province = bit_of(fields[0]);
    out->terms[i].term = (uint32_t)strtoul(fields[1], &end, 10);
    if (*end || !out->terms[i].province)
      return dz_table_fail(&table, i, "must be province, term, month", error);
    year = strtoul(fields[2], &end, 10);
    if (*end == '-') month = strtoul(end + 1, &end, 10);
    if (*end || year < 1900 || month < 1 || month > 12)
      return dz_table_fail(&table, i, "a month must be yyyy-mm", error);
    out->terms[i].since = (uint32_t)(year * 100 + month);
  }
  out->term_count = table.row_count;
  return DZ_OK;
}

dz_status dz_places_load(dz_places *out, const char *directory, dz_arena *arena, dz_error *error) {
  dz_status status;

  *out = (dz_places){0};
  dz_trie_init(&out->division_trie);
  dz_trie_init(&out->word_trie);
  dz_trie_init(&out->level_trie);
  status = load_divisions(out, directory, arena, error);
  if (!status) status = load_words(out, directory, arena, error);
  if (!status) status = load_level_words(out, directory, arena, error);
  if (!status) status = load_terms(out, directory, arena, error);
  return status;
}

void dz_places_free(dz_places *places) {
  dz_trie_free(&places->division_trie);
  dz_trie_free(&places->word_trie);
  dz_trie_free(&places->level_trie);
}

const dz_division *dz_places_find(const dz_places *places, const uint32_t *fold, size_t length) {
  int32_t row;
  size_t used = dz_trie_longest(&places->division_trie, fold, length, &row);

  if (!used || length > used + 1) return NULL;
  if (length == used + 1 && !dz_cp_in(fold[used], U"省市县区旗州")) return NULL;
  return &places->divisions[row];
}

/* How often the name stands in the text, and whether near its start. */
static size_t count_mentions(const dz_text *text, const uint32_t *name, size_t length,
                             bool *in_head) {
  size_t count = 0;

  for (size_t i = 0; i + length <= text->fold_length; i++) {
    if (text->fold[i] != name[0] || memcmp(text->fold + i, name, length * sizeof *name) != 0)
      continue;
    count++;
    if (i < HEAD) *in_head = true;
  }
  return count;
}

const dz_division *dz_places_own(const dz_places *places, const dz_report *report, bool *named) {
  const dz_division *own;
  uint32_t name[DZ_PHRASE_MAX];
  size_t length;
  bool in_head = false;

  *named = false;
  if (!report->place) return NULL;
  length = dz_phrase_fold(report->place, name);
  if (!length || (count_mentions(&report->text, name, length, &in_head) < OWN_MENTIONS && !in_head))
    return NULL;
  *named = true;
  own = dz_places_find(places, name, length);
  for (size_t i = 1; !own && i + 1 < length; i++) /* 甘肃省肃州区: the last part is the place */
    own = dz_places_find(places, name + i, length - i);
  return own;
}
