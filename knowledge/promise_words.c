/* promise_words.c - see promise_words.h */
#include "promise_words.h"

#include "table.h"

static const char *const roles[DZ_PROMISE_ROLE_COUNT] = {
    "ahead",  "season", "this_year", "extent", "rhythm",  "outcome", "bar",
    "intend", "rest",   "means",     "ask",    "purpose", "stance",  "achieved",
    "need",   "note",   "frame",     "vow",    "answers",
};

dz_status dz_promise_words_load(dz_promise_words *out, const char *directory, dz_arena *arena,
                                dz_error *error) {
  dz_trie_init(&out->trie);
  return dz_table_load_classes(&out->trie, "promise_words.tsv", roles, DZ_PROMISE_ROLE_COUNT,
                               directory, arena, error);
}

void dz_promise_words_free(dz_promise_words *table) {
  dz_trie_free(&table->trie);
}
