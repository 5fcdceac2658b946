/* review_words.c - see review_words.h */
#include "review_words.h"

#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "table.h"
#include "text/phrase.h"

enum { SET, WORDS, COLUMNS };

static const char *const names[DZ_SET_COUNT] = {
    [DZ_SET_PLAN] = "plan",
    [DZ_SET_SEVERAL] = "several",
    [DZ_SET_FROM] = "from",
    [DZ_SET_TO] = "to",
    [DZ_SET_CONSTANT_PRICE] = "constant_price",
    [DZ_SET_REAL_GROWTH] = "real_growth",
    [DZ_SET_OTHER_BASE] = "other_base",
    [DZ_SET_YEAR_BEFORE] = "year_before",
    [DZ_SET_AVERAGE] = "average",
    [DZ_SET_NEWLY] = "newly",
    [DZ_SET_AMONG] = "among",
    [DZ_SET_TOTAL] = "total",
    [DZ_SET_SEVERAL_OF] = "several_of",
    [DZ_SET_REST] = "rest",
    [DZ_SET_LEFT] = "left",
    [DZ_SET_SHARE] = "share",
    [DZ_SET_BEYOND] = "beyond",
    [DZ_SET_MULTIPLE] = "multiple",
    [DZ_SET_OTHER_THING] = "other_thing",
    [DZ_SET_SCALE] = "scale",
    [DZ_SET_LIST_OPEN] = "list_open",
    [DZ_SET_CARRIED] = "carried",
    [DZ_SET_PEOPLE] = "people",
    [DZ_SET_BEFORE_OFFICE] = "before_office",
    [DZ_SET_BEFORE_NOUN] = "before_noun",
    [DZ_SET_OURS] = "ours",
    [DZ_SET_THIS] = "this",
    [DZ_SET_NOT_OURS] = "not_ours",
    [DZ_SET_WHOLE_OF] = "whole_of",
    [DZ_SET_NOT_WHOLE] = "not_whole",
    [DZ_SET_AREA] = "area",
    [DZ_SET_GOVERN] = "govern",
    [DZ_SET_RANK_WORD] = "rank_word",
    [DZ_SET_OFFICE] = "office",
    [DZ_SET_REGION] = "region",
    [DZ_SET_VILLAGE] = "village",
    [DZ_SET_COUNTY_LEVEL] = "county_level",
    [DZ_SET_DISTRICT_LEVEL] = "district_level",
    [DZ_SET_ANY_LEVEL] = "any_level",
    [DZ_SET_TOWN_END] = "town_end",
    [DZ_SET_LANDSCAPE_END] = "landscape_end",
    [DZ_SET_EPITHET] = "epithet",
    [DZ_SET_OWN_VERB] = "own_verb",
    [DZ_SET_OWN_OBJECT] = "own_object",
    [DZ_SET_UPON] = "upon",
    [DZ_SET_OWN_OFFICE] = "own_office",
    [DZ_SET_PUBLIC_HOUSE] = "public_house",
    [DZ_SET_WORK_ELSEWHERE] = "work_elsewhere",
    [DZ_SET_COMES_TO] = "comes_to",
    [DZ_SET_VISIT] = "visit",
    [DZ_SET_MERCHANTS] = "merchants",
    [DZ_SET_COMES_HOME] = "comes_home",
    [DZ_SET_PREMISES] = "premises",
    [DZ_SET_CAUSE] = "cause",
    [DZ_SET_PURPOSE_OBJECT] = "purpose_object",
    [DZ_SET_TERM_OF] = "term_of",
    [DZ_SET_HELD_IN] = "held_in",
    [DZ_SET_BUILD] = "build",
    [DZ_SET_NO_NAME] = "no_name",
    [DZ_SET_BODY_END] = "body_end",
    [DZ_SET_SPOILT] = "spoilt",
    [DZ_SET_MISREAD] = "misread",
    [DZ_SET_NEIGHBOUR] = "neighbour",
    [DZ_SET_LOOKS_BACK] = "looks_back",
    [DZ_SET_AWAITED] = "awaited",
    [DZ_SET_CURRENT_USE] = "current_use",
    [DZ_SET_PLAN_PAST] = "plan_past",
    [DZ_SET_HELD_AGAINST] = "held_against",
    [DZ_SET_AGO] = "ago",
    [DZ_SET_DATED_THING] = "dated_thing",
    [DZ_SET_HOPE] = "hope",
    [DZ_SET_FIRST_YEAR] = "first_year",
    [DZ_SET_LAST_YEAR] = "last_year",
    [DZ_SET_THIS_YEAR] = "this_year",
    [DZ_SET_FIELD_TAIL] = "field_tail",
    [DZ_SET_FIELD_HEAD] = "field_head",
    [DZ_SET_NO_FIELD] = "no_field",
    [DZ_SET_NOUN_OF_LEVEL] = "noun_of_level",
    [DZ_SET_CONTRAST] = "contrast",
};

/* The words of one row, folded, behind those of `set`. */
static dz_status add_row(dz_array *set, const dz_table *table, size_t row, dz_arena *arena,
                         dz_error *error) {
  size_t count;
  const char **words = dz_table_list(table->rows[row].fields[WORDS], &count, arena);

  if (!words) return dz_fail_memory(error);
  for (size_t i = 0; i < count; i++) {
    uint32_t fold[DZ_PHRASE_MAX + 1];
    size_t length = dz_phrase_fold(words[i], fold);
    const uint32_t *word;
    if (!length) return dz_table_fail(table, row, "a word is empty", error);
    fold[length] = 0;
    word = dz_arena_copy(arena, fold, (length + 1) * sizeof *fold);
    if (!word || !dz_array_append(set, &word, 1)) return dz_fail_memory(error);
  }
  return DZ_OK;
}

static dz_status read_rows(dz_array *sets, const dz_table *table, dz_arena *arena,
                           dz_error *error) {
  dz_status status = DZ_OK;

  for (size_t i = 0; i < table->row_count && !status; i++) {
    int set = dz_table_index(names, DZ_SET_COUNT, table->rows[i].fields[SET]);
    if (set < 0) return dz_table_fail(table, i, "no set of words has this name", error);
    status = add_row(&sets[set], table, i, arena, error);
  }
  return status;
}

dz_status dz_review_words_load(dz_review_words *out, const char *directory, dz_arena *arena,
                               dz_error *error) {
  dz_array sets[DZ_SET_COUNT];
  dz_table table;
  dz_status status = dz_table_load(&table, "review_words.tsv", COLUMNS, directory, arena, error);

  *out = (dz_review_words){0};
  if (status) return status;
  for (int i = 0; i < DZ_SET_COUNT; i++) sets[i] = dz_array_of(sizeof(const uint32_t *));
  status = read_rows(sets, &table, arena, error);
  for (int i = 0; i < DZ_SET_COUNT && !status; i++) {
    if (!sets[i].count)
      status = dz_fail(error, DZ_DATA, "%s: the set %s has no words", table.name, names[i]);
    else
      out->sets[i] = (dz_word_set){
          dz_arena_copy(arena, sets[i].items, sets[i].count * sizeof(const uint32_t *)),
          sets[i].count};
    if (!status && !out->sets[i].words) status = dz_fail_memory(error);
  }
  for (int i = 0; i < DZ_SET_COUNT; i++) dz_array_free(&sets[i]);
  return status;
}

bool dz_set_in(const dz_word_set *set, const uint32_t *fold, dz_span span) {
  return span.start < span.end && dz_word_in(fold, span, set->words, set->count);
}

static uint32_t length_of(const uint32_t *word) {
  uint32_t length = 0;

  while (word[length]) length++;
  return length;
}

uint32_t dz_set_at(const dz_word_set *set, const uint32_t *fold, uint32_t at, uint32_t end) {
  uint32_t longest = 0;

  for (size_t i = 0; i < set->count; i++)
    if (at < end && dz_word_at(fold, at, end, set->words[i])) {
      uint32_t length = length_of(set->words[i]);
      if (length > longest) longest = length;
    }
  return longest;
}

uint32_t dz_set_before(const dz_word_set *set, const uint32_t *fold, uint32_t at) {
  uint32_t longest = 0;

  for (size_t i = 0; i < set->count; i++) {
    uint32_t length = length_of(set->words[i]);
    if (length <= at && length > longest && dz_word_at(fold, at - length, at, set->words[i]))
      longest = length;
  }
  return longest;
}
