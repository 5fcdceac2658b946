/* quantity_words.c - see quantity_words.h */
#include "quantity_words.h"

#include <string.h>

#include "base/error.h"
#include "table.h"
#include "text/phrase.h"

enum { WORD, ROLE, ARGUMENT, COLUMNS };

static const char *const role_names[DZ_QW_ROLE_COUNT] = {
    "link", "up",       "down",   "to",    "from",       "yoy",    "cumulative", "share",
    "each", "forecast", "adverb", "about", "least",      "most",   "strive",     "near",
    "per",  "lead",     "after",  "stop",  "vague",      "target", "dependent",  "head",
    "tail", "versus",   "keep",   "pair",  "fall_after", "period",
};

static bool read_role(dz_quantity_role *out, const char *name) {
  for (int i = 0; i < DZ_QW_ROLE_COUNT; i++)
    if (!strcmp(role_names[i], name)) {
      *out = (dz_quantity_role)i;
      return true;
    }
  return false;
}

static bool add(dz_quantity_words *words, dz_quantity_role role, const char *word, int32_t row) {
  switch (role) {
  case DZ_QW_LEAD: return dz_phrase_add(&words->lead, word, row, NULL);
  case DZ_QW_ADVERB:
  case DZ_QW_KEEP:
  case DZ_QW_CUMULATIVE:
  case DZ_QW_STRIVE:
  case DZ_QW_FORECAST:
    return dz_phrase_add(&words->lead, word, row, NULL) &&
           dz_phrase_add_reversed(&words->before, word, row, NULL);
  case DZ_QW_PER:
    return dz_phrase_add(&words->per, word, row, NULL) &&
           dz_phrase_add_reversed(&words->before, word, row, NULL);
  case DZ_QW_DOWN: /* one character is no verb of its own in front of an indicator */
    return (strlen(word) < 6 || dz_phrase_add(&words->falls, word, row, NULL)) &&
           dz_phrase_add_reversed(&words->before, word, row, NULL);
  case DZ_QW_AFTER: return dz_phrase_add(&words->after, word, row, NULL);
  case DZ_QW_STOP: return dz_phrase_add(&words->stop, word, row, NULL);
  case DZ_QW_VAGUE: return dz_phrase_add(&words->vague, word, row, NULL);
  case DZ_QW_TARGET: return dz_phrase_add_reversed(&words->target, word, row, NULL);
  case DZ_QW_DEPENDENT: return dz_phrase_add(&words->dependent, word, row, NULL);
  case DZ_QW_HEAD: return dz_phrase_add_reversed(&words->head, word, row, NULL);
  case DZ_QW_TAIL: return dz_phrase_add_reversed(&words->tail, word, row, NULL);
  case DZ_QW_VERSUS: return dz_phrase_add(&words->versus, word, row, NULL);
  case DZ_QW_FALL_AFTER: return dz_phrase_add(&words->falls_after, word, row, NULL);
  case DZ_QW_PERIOD: return dz_phrase_add(&words->period, word, row, NULL);
  case DZ_QW_PAIR: return dz_phrase_add(&words->pair, word, row, NULL);
  default: return dz_phrase_add_reversed(&words->before, word, row, NULL);
  }
}

dz_status dz_quantity_words_load(dz_quantity_words *out, const char *directory, dz_arena *arena,
                                 dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "quantity_words.tsv", COLUMNS, directory, arena, error);

  *out = (dz_quantity_words){0};
  if (status) return status;
  out->rows = dz_arena_array(arena, table.row_count, sizeof *out->rows);
  if (!out->rows) return dz_fail_memory(error);
  dz_trie *const tries[] = {&out->before, &out->lead,        &out->after,     &out->stop,
                            &out->vague,  &out->target,      &out->dependent, &out->pair,
                            &out->head,   &out->per,         &out->falls,     &out->tail,
                            &out->versus, &out->falls_after, &out->period};
  for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) dz_trie_init(tries[i]);
  for (size_t i = 0; i < table.row_count; i++) {
    const char **fields = table.rows[i].fields;
    out->rows[i].argument = fields[ARGUMENT];
    if (!read_role(&out->rows[i].role, fields[ROLE]))
      return dz_table_fail(&table, i, "the role must be one of the head of the table", error);
    if (!add(out, out->rows[i].role, fields[WORD], (int32_t)i)) return dz_fail_memory(error);
  }
  return DZ_OK;
}

void dz_quantity_words_free(dz_quantity_words *words) {
  dz_trie_free(&words->before);
  dz_trie_free(&words->lead);
  dz_trie_free(&words->after);
  dz_trie_free(&words->stop);
  dz_trie_free(&words->vague);
  dz_trie_free(&words->target);
  dz_trie_free(&words->dependent);
  dz_trie_free(&words->pair);
  dz_trie_free(&words->head);
  dz_trie_free(&words->tail);
  dz_trie_free(&words->versus);
  dz_trie_free(&words->per);
  dz_trie_free(&words->falls);
  dz_trie_free(&words->falls_after);
  dz_trie_free(&words->period);
}
