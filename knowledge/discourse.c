/* discourse.c - see discourse.h */
#include "discourse.h"

#include "table.h"

static const char *const roles[DZ_ROLE_COUNT] = {
    "continue", "several",  "since",  "year",   "flow",     "light", "future", "will",
    "term",     "forecast", "yearly", "spend",  "rhetoric", "level", "basis",  "comment",
    "lead",     "demand",   "slogan", "manner", "deeds",    "kind",
};

dz_status dz_discourse_load(dz_discourse *out, const char *directory, dz_arena *arena,
                            dz_error *error) {
  dz_trie_init(&out->trie);
  return dz_table_load_classes(&out->trie, "discourse.tsv", roles, DZ_ROLE_COUNT, directory, arena,
                               error);
}

void dz_discourse_free(dz_discourse *table) {
  dz_trie_free(&table->trie);
}
