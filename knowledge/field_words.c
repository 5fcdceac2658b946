/* field_words.c - see field_words.h */
#include "field_words.h"

#include <string.h>

#include "base/error.h"
#include "table.h"
#include "text/phrase.h"

enum { ID, WEIGHT, WORDS, COLUMNS, WEIGHT_MOST = 20 };

static dz_status add_word(dz_field_words *table, dz_field_word word, const char *wording,
                          const dz_table *rows, size_t row, dz_error *error) {
  uint32_t fold[DZ_PHRASE_MAX];
  size_t length = dz_phrase_fold(wording, fold);
  int32_t index = (int32_t)table->words.count, stored;
  dz_field_word *first;

  if (!length) return dz_table_fail(rows, row, "a word is empty or too long", error);
  word.next = -1;
  if (!dz_array_append(&table->words, &word, 1) ||
      !dz_trie_add(&table->trie, fold, length, index, &stored))
    return dz_fail_memory(error);
  if (stored == index) return DZ_OK;
  first = dz_array_at(&table->words, (size_t)stored);
  ((dz_field_word *)dz_array_at(&table->words, (size_t)index))->next = first->next;
  first->next = index;
  return DZ_OK;
}

dz_status dz_field_words_load(dz_field_words *out, const dz_taxonomy *taxonomy,
                              const char *directory, dz_arena *arena, dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "field_words.tsv", COLUMNS, directory, arena, error);

  *out = (dz_field_words){.words = dz_array_of(sizeof(dz_field_word)),
                          .node_count = taxonomy->node_count};
  dz_trie_init(&out->trie);
  for (size_t i = 0; !status && i < table.row_count; i++) {
    const char **fields = table.rows[i].fields;
    const dz_canonical *node = dz_taxonomy_find(taxonomy, fields[ID]);
    int weight = dz_table_number(fields[WEIGHT], 0);
    const char **words;
    size_t count;
    if (!node) return dz_table_fail(&table, i, "no such section in sections.tsv", error);
    if (weight < 1 || weight > WEIGHT_MOST)
      return dz_table_fail(&table, i, "the weight is a number from 1 to 20", error);
    words = dz_table_list(fields[WORDS], &count, arena);
    if (!words) return dz_fail_memory(error);
    for (size_t w = 0; w < count && !status; w++)
      status = add_word(out, (dz_field_word){.node = node->order, .weight = weight}, words[w],
                        &table, i, error);
  }
  return status;
}

void dz_field_words_free(dz_field_words *table) {
  dz_trie_free(&table->trie);
  dz_array_free(&table->words);
}

void dz_field_words_score(const dz_field_words *table, const uint32_t *fold, dz_span span,
                          uint32_t *sums) {
  const dz_field_word *words = table->words.items;
  int32_t index;

  memset(sums, 0, table->node_count * sizeof *sums);
  for (uint32_t i = span.start; i < span.end; i++)
    if (dz_trie_longest(&table->trie, fold + i, span.end - i, &index))
      for (; index >= 0; index = words[index].next)
        sums[words[index].node] += (uint32_t)words[index].weight;
}
