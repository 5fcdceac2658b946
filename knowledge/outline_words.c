/* outline_words.c - see outline_words.h */
#include "outline_words.h"

#include "base/error.h"
#include "table.h"
#include "text/phrase.h"

enum { WORD, ROLES, COLUMNS };

static const char *const role_names[DZ_OW_ROLE_COUNT] = {
    "title",       "title_end",    "notice",        "meeting",    "congress",      "goes_on",
    "caption",     "source",       "contents",      "party_body", "level",         "seat",
    "town",        "behind_place", "no_name",       "prospect",   "no_place_head", "no_place_tail",
    "represented", "represents",   "state_council", "government", "chief",         "career",
    "task",        "no_term",      "plan",          "looks_back", "far_plan",      "work_report",
    "faults",      "address",      "announce",
};

static dz_status read_roles(uint64_t *roles, const dz_table *table, size_t row, dz_arena *arena,
                            dz_error *error) {
  size_t count;
  const char **names = dz_table_list(table->rows[row].fields[ROLES], &count, arena);

  if (!names) return dz_fail_memory(error);
  for (size_t i = 0; i < count; i++) {
    int role = dz_table_index(role_names, DZ_OW_ROLE_COUNT, names[i]);
    if (role < 0)
      return dz_table_fail(table, row, "the role must be one of the head of the table", error);
    *roles |= (uint64_t)1 << role;
  }
  return count ? DZ_OK : dz_table_fail(table, row, "a word needs a role", error);
}

dz_status dz_outline_words_load(dz_outline_words *out, const char *directory, dz_arena *arena,
                                dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "outline_words.tsv", COLUMNS, directory, arena, error);

  *out = (dz_outline_words){0};
  dz_trie_init(&out->words);
  if (status) return status;
  out->roles = dz_arena_array(arena, table.row_count, sizeof *out->roles);
  if (!out->roles) return dz_fail_memory(error);
  for (size_t i = 0; !status && i < table.row_count; i++) {
    int32_t stored = DZ_TRIE_NONE;
    out->roles[i] = 0;
    if (!dz_phrase_add(&out->words, table.rows[i].fields[WORD], (int32_t)i, &stored))
      return dz_fail_memory(error);
    if (stored != (int32_t)i)
      return dz_table_fail(&table, i, "the word stands in the table already", error);
    status = read_roles(&out->roles[i], &table, i, arena, error);
  }
  return status;
}

void dz_outline_words_free(dz_outline_words *words) {
  dz_trie_free(&words->words);
}

uint32_t dz_outline_word_at(const dz_outline_words *words, dz_outline_role role,
                            const uint32_t *fold, uint32_t at, uint32_t end) {
  uint32_t node = 0, longest = 0;
  size_t depth = 0;
  int32_t row;

  if (at >= end) return 0;
  while (dz_trie_next(&words->words, fold + at, end - at, &node, &depth, &row))
    if (words->roles[row] >> role & 1) longest = (uint32_t)depth;
  return longest;
}

bool dz_outline_word_in(const dz_outline_words *words, dz_outline_role role, const uint32_t *fold,
                        dz_span span) {
  for (uint32_t at = span.start; at < span.end; at++)
    if (dz_outline_word_at(words, role, fold, at, span.end)) return true;
  return false;
}

bool dz_outline_word_ends(const dz_outline_words *words, dz_outline_role role, const uint32_t *fold,
                          dz_span span) {
  for (uint32_t at = span.end; at-- > span.start + 1 && span.end - at <= DZ_PHRASE_MAX;)
    if (dz_outline_word_at(words, role, fold, at, span.end) == span.end - at) return true;
  return false;
}
