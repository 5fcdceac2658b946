/* tracking.c - see tracking.h */
#include "tracking.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "phrase.h"
#include "table.h"

static const char *const cue_classes[DZ_CUE_CLASS_COUNT] = {
    "guarantee", "neg_guarantee", "restrain", "obligation", "strive", "plan", "promote", "explore", "vacuous", "act",
};
static const char *const back_classes[DZ_BACK_CLASS_COUNT] = {
    "overdone", "done",     "substantially_done", "partial", "ongoing",      "started", "planned_only",
    "not_yet",  "not_done", "deferred",           "dropped", "unverifiable", "award",   "issued",
    "none",
};
static const char *const word_roles[DZ_ROLE_COUNT] = {
    "continue", "several", "since", "year", "flow", "light",
    "future", "will", "term", "forecast", "yearly", "spend", "rhetoric", "level", "basis",
    "comment", "lead", "demand", "slogan", "manner", "deeds", "kind",
};
static const char *const places[DZ_WORDS_COUNT] = {"heading", "opening", "duty"};
static const char *const part_names[] = {"other", "review", "problems", "outlook", "plan"};

static const char *const senses[] = {"any", "cap"}; /* of an indicator: the lower the better? */

/* A small whole number, or `wrong` if the field is none. */
static int number_of(const char *field, int wrong) {
  char *end;
  long value = strtol(field, &end, 10);

  return end == field || *end || value < -99 || value > 99 ? wrong : (int)value;
}

static int index_of(const char *const *names, int count, const char *name) {
  for (int i = 0; i < count; i++)
    if (!strcmp(names[i], name)) return i;
  return -1;
}

/* Adds the folded phrase; a row that cannot be one is an error of the table. */
static dz_status add_phrase(dz_trie *trie, const char *phrase, int32_t value, const dz_table *table, size_t row,
                            dz_error *error) {
  uint32_t folded[DZ_PHRASE_MAX];
  size_t length = dz_phrase_fold(phrase, folded);

  if (length == DZ_PHRASE_MAX) return dz_table_fail(table, row, "the phrase is too long", error);
  if (!length) return dz_table_fail(table, row, "the phrase is empty", error);
  return dz_trie_add(trie, folded, length, value, NULL) ? DZ_OK : dz_fail_memory(error);
}

static dz_status load_cues(dz_tracking *out, const char *directory, dz_arena *arena, dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "commitment_cues.tsv", 4, directory, arena, error);
  dz_cue *cues = status ? NULL : dz_arena_array(arena, table.row_count, sizeof *cues);

  if (!status && !cues) return dz_fail_memory(error);
  out->cue = cues;
  for (size_t i = 0; !status && i < table.row_count; i++) {
    const char **field = table.rows[i].fields;
    int class = index_of(cue_classes, DZ_CUE_CLASS_COUNT, field[1]);
    int strength = number_of(field[2], -1), polarity = number_of(field[3], 0);
    if (class < 0 || strength < 0 || strength > 6 || (polarity != 1 && polarity != -1))
      return dz_table_fail(&table, i, "the row needs a class, a strength 0..6 and a polarity 1 or -1", error);
    cues[i] = (dz_cue){.class = (dz_cue_class)class, .strength = (int8_t)strength, .polarity = (int8_t)polarity};
    status = add_phrase(&out->cues, field[0], (int32_t)i, &table, i, error);
  }
  return status;
}

static dz_status load_stages(dz_tracking *out, const char *directory, dz_arena *arena, dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "stages.tsv", 2, directory, arena, error);

  for (size_t i = 0; !status && i < table.row_count; i++) {
    int stage = number_of(table.rows[i].fields[1], -1);
    if (stage < DZ_LADDER_NONE || stage > DZ_LADDER_FULL)
      return dz_table_fail(&table, i, "the stage must be 0..9", error);
    status = add_phrase(&out->stages, table.rows[i].fields[0], stage, &table, i, error);
  }
  return status;
}

/* A table of two columns, a phrase and the name of its class. */
static dz_status load_classes(dz_trie *trie, const char *name, const char *const *classes, int count,
                              const char *directory, dz_arena *arena, dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, name, 2, directory, arena, error);

  for (size_t i = 0; !status && i < table.row_count; i++) {
    int class = index_of(classes, count, table.rows[i].fields[1]);
    if (class < 0) return dz_table_fail(&table, i, "no such class", error);
    status = add_phrase(trie, table.rows[i].fields[0], class, &table, i, error);
  }
  return status;
}

static dz_status load_indicators(dz_tracking *out, const char *directory, dz_arena *arena, dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "indicators.tsv", 4, directory, arena, error);
  dz_indicator *list = status ? NULL : dz_arena_array(arena, table.row_count, sizeof *list);

  if (!status && !list) return dz_fail_memory(error);
  out->indicator = list;
  for (size_t i = 0; !status && i < table.row_count; i++) {
    const char **field = table.rows[i].fields;
    size_t count = 0;
    const char **names = dz_table_list(field[3], &count, arena);
    int sense = index_of(senses, 2, field[1]);
    if (!names) return dz_fail_memory(error);
    if (sense < 0) return dz_table_fail(&table, i, "the sense must be any or cap", error);
    list[i] = (dz_indicator){.name = field[0], .group = field[2], .ceiling = sense};
    for (size_t k = 0; !status && k < count; k++)
      status = add_phrase(&out->indicators, names[k], (int32_t)i, &table, i, error);
    out->indicator_count++;
  }
  return status;
}

static dz_status load_parts(dz_tracking *out, const char *directory, dz_arena *arena, dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "parts.tsv", 3, directory, arena, error);
  dz_part_word *words = status ? NULL : dz_arena_array(arena, table.row_count, sizeof *words);

  if (!status && !words) return dz_fail_memory(error);
  out->part = words;
  for (size_t i = 0; !status && i < table.row_count; i++) {
    int part = index_of(part_names, 5, table.rows[i].fields[1]);
    int place = index_of(places, DZ_WORDS_COUNT, table.rows[i].fields[2]);
    if (part < 0 || place < 0) return dz_table_fail(&table, i, "no such part or no such place", error);
    words[i] = (dz_part_word){.part = (dz_part)part, .place = (dz_part_place)place};
    status = add_phrase(&out->parts[place], table.rows[i].fields[0], (int32_t)i, &table, i, error);
  }
  return status;
}

/* One form of a name as what stands for the other. */
static dz_status add_form(dz_tracking *out, dz_other_form *forms, int32_t index, const char *phrase, const char *other,
                          const dz_table *table, size_t row, dz_arena *arena, dz_error *error) {
  uint32_t folded[DZ_PHRASE_MAX], key[DZ_PHRASE_MAX];
  size_t length = dz_phrase_fold(other, folded), key_length = dz_phrase_fold(phrase, key);
  int32_t stored;

  if (length < 2 || key_length < 2) return dz_table_fail(table, row, "the row needs two forms of a name", error);
  forms[index] = (dz_other_form){.words = dz_arena_copy(arena, folded, length * sizeof *folded),
                                 .length = (uint32_t)length, .next = DZ_TRIE_NONE};
  if (!forms[index].words || !dz_trie_add(&out->forms, key, key_length, index, &stored)) return dz_fail_memory(error);
  if (stored == index) return DZ_OK;
  while (forms[stored].next >= 0) stored = forms[stored].next;
  forms[stored].next = index;
  return DZ_OK;
}

static dz_status load_forms(dz_tracking *out, const char *directory, dz_arena *arena, dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "other_forms.tsv", 2, directory, arena, error);
  dz_other_form *forms = status ? NULL : dz_arena_array(arena, 2 * table.row_count, sizeof *forms);

  if (!status && !forms) return dz_fail_memory(error);
  out->form = forms;
  for (size_t i = 0; !status && i < table.row_count; i++) {
    const char **field = table.rows[i].fields;
    status = add_form(out, forms, (int32_t)(2 * i), field[0], field[1], &table, i, arena, error);
    if (!status) status = add_form(out, forms, (int32_t)(2 * i + 1), field[1], field[0], &table, i, arena, error);
  }
  return status;
}

dz_status dz_tracking_load(dz_tracking *out, const char *directory, dz_arena *arena, dz_error *error) {
  dz_status status;

  *out = (dz_tracking){0};
  dz_trie_init(&out->cues);
  dz_trie_init(&out->stages);
  dz_trie_init(&out->backs);
  dz_trie_init(&out->indicators);
  for (int i = 0; i < DZ_WORDS_COUNT; i++) dz_trie_init(&out->parts[i]);
  dz_trie_init(&out->words);
  dz_trie_init(&out->forms);
  status = load_cues(out, directory, arena, error);
  if (!status) status = load_stages(out, directory, arena, error);
  if (!status)
    status = load_classes(&out->backs, "report_back.tsv", back_classes, DZ_BACK_CLASS_COUNT, directory, arena, error);
  if (!status)
    status = load_classes(&out->words, "tracking_words.tsv", word_roles, DZ_ROLE_COUNT, directory, arena, error);
  if (!status) status = load_indicators(out, directory, arena, error);
  if (!status) status = load_parts(out, directory, arena, error);
  if (!status) status = load_forms(out, directory, arena, error);
  return status;
}

void dz_tracking_free(dz_tracking *tracking) {
  dz_trie_free(&tracking->cues);
  dz_trie_free(&tracking->stages);
  dz_trie_free(&tracking->backs);
  dz_trie_free(&tracking->indicators);
  for (int i = 0; i < DZ_WORDS_COUNT; i++) dz_trie_free(&tracking->parts[i]);
  dz_trie_free(&tracking->words);
  dz_trie_free(&tracking->forms);
}
