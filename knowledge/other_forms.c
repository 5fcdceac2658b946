/* other_forms.c - see other_forms.h */
#include "other_forms.h"

#include "base/error.h"
#include "table.h"
#include "text/phrase.h"

/* One form of a name as what stands for the other. */
static dz_status add_form(dz_other_forms *out, dz_other_form *forms, int32_t index,
                          const char *phrase, const char *other, const dz_table *table, size_t row,
                          dz_arena *arena, dz_error *error) {
  uint32_t folded[DZ_PHRASE_MAX], key[DZ_PHRASE_MAX];
  size_t length = dz_phrase_fold(other, folded), key_length = dz_phrase_fold(phrase, key);
  int32_t stored;

  if (length < 2 || key_length < 2)
    return dz_table_fail(table, row, "the row needs two forms of a name", error);
  forms[index] = (dz_other_form){.words = dz_arena_copy(arena, folded, length * sizeof *folded),
                                 .length = (uint32_t)length,
                                 .next = DZ_TRIE_NONE};
  if (!forms[index].words || !dz_trie_add(&out->trie, key, key_length, index, &stored))
    return dz_fail_memory(error);
  if (stored == index) return DZ_OK;
  while (forms[stored].next >= 0) stored = forms[stored].next;
  forms[stored].next = index;
  return DZ_OK;
}

dz_status dz_other_forms_load(dz_other_forms *out, const char *directory, dz_arena *arena,
                              dz_error *error) {
  dz_table table;
  dz_status status;
  dz_other_form *forms;

  *out = (dz_other_forms){0};
  dz_trie_init(&out->trie);
  status = dz_table_load(&table, "other_forms.tsv", 2, directory, arena, error);
  forms = status ? NULL : dz_arena_array(arena, 2 * table.row_count, sizeof *forms);
  if (!status && !forms) return dz_fail_memory(error);
  out->form = forms;
  for (size_t i = 0; !status && i < table.row_count; i++) {
    const char **field = table.rows[i].fields;
    status = add_form(out, forms, (int32_t)(2 * i), field[0], field[1], &table, i, arena, error);
    if (!status)
      status = add_form(out, forms, (int32_t)(2 * i + 1), field[1], field[0], &table, i, arena,
                        error);
  }
  return status;
}

void dz_other_forms_free(dz_other_forms *table) {
  dz_trie_free(&table->trie);
}
