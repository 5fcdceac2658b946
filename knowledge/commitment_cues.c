/* commitment_cues.c - see commitment_cues.h */
#include "commitment_cues.h"

#include "base/error.h"
#include "table.h"

static const char *const classes[DZ_CUE_CLASS_COUNT] = {
    "guarantee", "neg_guarantee", "restrain", "obligation", "strive",
    "plan",      "promote",       "explore",  "vacuous",    "act",
};

dz_status dz_commitment_cues_load(dz_commitment_cues *out, const char *directory, dz_arena *arena,
                                  dz_error *error) {
  dz_table table;
  dz_status status;
  dz_cue *cues;

  *out = (dz_commitment_cues){0};
  dz_trie_init(&out->trie);
  status = dz_table_load(&table, "commitment_cues.tsv", 4, directory, arena, error);
  cues = status ? NULL : dz_arena_array(arena, table.row_count, sizeof *cues);
  if (!status && !cues) return dz_fail_memory(error);
  out->cue = cues;
  for (size_t i = 0; !status && i < table.row_count; i++) {
    const char **field = table.rows[i].fields;
    int class = dz_table_index(classes, DZ_CUE_CLASS_COUNT, field[1]);
    int strength = dz_table_number(field[2], -1), polarity = dz_table_number(field[3], 0);
    if (class < 0 || strength < 0 || strength > 6 || (polarity != 1 && polarity != -1))
      return dz_table_fail(&table, i,
                           "the row needs a class, a strength 0..6 and a polarity 1 or -1", error);
    cues[i] = (dz_cue){
        .class = (dz_cue_class) class, .strength = (int8_t)strength, .polarity = (int8_t)polarity};
    status = dz_table_add_phrase(&out->trie, field[0], (int32_t)i, &table, i, error);
  }
  return status;
}

void dz_commitment_cues_free(dz_commitment_cues *table) {
  dz_trie_free(&table->trie);
}
