/* telling_words.c - see telling_words.h */
#include "telling_words.h"

#include "table.h"

static const char *const roles[DZ_TELLING_ROLE_COUNT] = {
    "recall", "only",   "not",   "late", "under_way", "rest", "done",
    "deny",   "breach", "cause", "lack", "sum",       "none",
};

dz_status dz_telling_words_load(dz_telling_words *out, const char *directory, dz_arena *arena,
                                dz_error *error) {
  dz_trie_init(&out->trie);
  return dz_table_load_classes(&out->trie, "telling_words.tsv", roles, DZ_TELLING_ROLE_COUNT,
                               directory, arena, error);
}

void dz_telling_words_free(dz_telling_words *table) {
  dz_trie_free(&table->trie);
}
