/* report_back.c - see report_back.h */
#include "report_back.h"

#include "base/error.h"
#include "table.h"

static const char *const classes[DZ_BACK_CLASS_COUNT] = {
    "overdone",     "done",    "substantially_done",
    "partial",      "ongoing", "started",
    "planned_only", "not_yet", "not_done",
    "deferred",     "dropped", "unverifiable",
    "award",        "issued",  "none",
};

dz_status dz_report_back_load(dz_report_back *out, const char *directory, dz_arena *arena,
                              dz_error *error) {
  dz_trie_init(&out->trie);
  return dz_table_load_classes(&out->trie, "report_back.tsv", classes, DZ_BACK_CLASS_COUNT,
                               directory, arena, error);
}

void dz_report_back_free(dz_report_back *table) {
  dz_trie_free(&table->trie);
}
