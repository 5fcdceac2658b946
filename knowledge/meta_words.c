/* meta_words.c - see meta_words.h */
#include "meta_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "table.h"
#include "text/phrase.h"

static dz_status load_types(dz_meta_words *out, const char *directory, dz_arena *arena,
                            dz_error *error) {
  enum { TYPE, WORDS, WITHOUT, COLUMNS };
  dz_table table;
  dz_status status = dz_table_load(&table, "report_types.tsv", COLUMNS, directory, arena, error);

  if (status) return status;
  out->types = dz_arena_array(arena, table.row_count, sizeof *out->types);
  if (!out->types) return dz_fail_memory(error);
  for (size_t i = 0; i < table.row_count; i++) {
    const char **fields = table.rows[i].fields;
    dz_type_rule *rule = &out->types[i];
    int type = 0;
    while (type < DZ_TYPE_OTHER && strcmp(dz_report_type_name((dz_report_type)type), fields[TYPE]))
      type++;
    if (type == DZ_TYPE_OTHER) return dz_table_fail(&table, i, "no such type of report", error);
    rule->type = (dz_report_type)type;
    rule->words = dz_table_list(fields[WORDS], &rule->word_count, arena);
    rule->without = dz_table_list(fields[WITHOUT], &rule->without_count, arena);
    if (!rule->words || !rule->without) return dz_fail_memory(error);
  }
  out->type_count = table.row_count;
  return DZ_OK;
}

static dz_status load_years(dz_meta_words *out, const char *directory, dz_arena *arena,
                            dz_error *error) {
  enum { WORDING, FIRST, LAST, COLUMNS };
  dz_table table;
  dz_status status = dz_table_load(&table, "year_cues.tsv", COLUMNS, directory, arena, error);

  if (status) return status;
  out->years = dz_arena_array(arena, table.row_count, sizeof *out->years);
  if (!out->years) return dz_fail_memory(error);
  for (size_t i = 0; i < table.row_count; i++) {
    const char **fields = table.rows[i].fields;
    dz_year_cue *cue = &out->years[i];
    int32_t stored;
    cue->next = -1;
    if (!*fields[FIRST] || !dz_table_month(&cue->first, fields[FIRST]) ||
        !dz_table_month(&cue->last, fields[LAST]))
      return dz_table_fail(&table, i, "a month is written yyyy-mm", error);
    if (!dz_phrase_add(&out->year_words, fields[WORDING], (int32_t)i, &stored))
      return dz_fail_memory(error);
    while (stored != (int32_t)i && out->years[stored].next >= 0) stored = out->years[stored].next;
    if (stored != (int32_t)i) out->years[stored].next = (int32_t)i;
  }
  return DZ_OK;
}

static bool add_role_word(dz_meta_words *out, const char *word, const char *part, bool *known) {
  static const char *const body_parts[] = {"area", "common", "bound", "member"};

  *known = true;
  if (!strcmp(part, "office")) return dz_phrase_add(&out->role_words, word, DZ_OFFICE_WORD, NULL);
  if (!strcmp(part, "modifier"))
    return dz_phrase_add(&out->role_words, word, DZ_OFFICE_MODIFIER, NULL);
  if (!strcmp(part, "body") || !strcmp(part, "seat"))
    return dz_phrase_add_reversed(&out->body_ends, word, part[0] == 's', NULL);
  for (int32_t i = DZ_BODY_AREA; i <= DZ_BODY_MEMBER; i++)
    if (!strcmp(part, body_parts[i])) return dz_phrase_add(&out->body_words, word, i, NULL);
  *known = false;
  return true;
}

static dz_status load_roles(dz_meta_words *out, const char *directory, dz_arena *arena,
                            dz_error *error) {
  enum { WORD, PART, COLUMNS };
  dz_table table;
  dz_status status = dz_table_load(&table, "roles.tsv", COLUMNS, directory, arena, error);

  for (size_t i = 0; !status && i < table.row_count; i++) {
    const char **fields = table.rows[i].fields;
    bool known;
    if (!add_role_word(out, fields[WORD], fields[PART], &known)) return dz_fail_memory(error);
    if (!known)
      return dz_table_fail(&table, i, "the part must be one of the head of the table", error);
  }
  return status;
}

dz_status dz_meta_words_load(dz_meta_words *out, const char *directory, dz_arena *arena,
                             dz_error *error) {
  dz_status status;

  *out = (dz_meta_words){0};
  dz_trie_init(&out->year_words);
  dz_trie_init(&out->role_words);
  dz_trie_init(&out->body_words);
  dz_trie_init(&out->body_ends);
  status = load_types(out, directory, arena, error);
  if (!status) status = load_years(out, directory, arena, error);
  if (!status) status = load_roles(out, directory, arena, error);
  return status;
}

void dz_meta_words_free(dz_meta_words *words) {
  dz_trie_free(&words->year_words);
  dz_trie_free(&words->role_words);
  dz_trie_free(&words->body_words);
  dz_trie_free(&words->body_ends);
}
