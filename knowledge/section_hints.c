/* section_hints.c - see section_hints.h */
#include "section_hints.h"

#include <string.h>

#include "base/error.h"
#include "table.h"
#include "text/phrase.h"

enum { NAME, KIND, WORDS, COLUMNS };
enum { TAIL_REACH = 24, ELLIPSIS = 0x2026 };

static const char *const kind_names[] = {"year-1", "year+0", "year+1", "year+2",
                                         "now",    "number", "word"};

static dz_status add_word(dz_section_hints *hints, dz_hint_word word, const char *phrase,
                          dz_arena *arena, dz_error *error) {
  uint32_t cps[DZ_PHRASE_MAX];
  const uint32_t *at = cps;
  size_t length = dz_phrase_fold(phrase, cps), head = 0;
  int32_t index = (int32_t)hints->word.count, stored;
  dz_trie *trie = word.kind == DZ_HINT_WORD ? &hints->words : &hints->years;

  word.at_start = length > 1 && at[0] == '^';
  if (word.at_start) at++, length--;
  word.at_end = length > 1 && at[length - 1] == '$';
  if (word.at_end) length--;
  while (head < length && at[head] != ELLIPSIS) head++;
  if (!head) return DZ_OK;
  word.next = -1;
  if (head + 1 < length) {
    word.tail_length = (uint32_t)(length - head - 1);
    word.tail = dz_arena_copy(arena, at + head + 1, word.tail_length * sizeof *at);
    if (!word.tail) return dz_fail_memory(error);
  }
  if (!dz_array_append(&hints->word, &word, 1) || !dz_trie_add(trie, at, head, index, &stored))
    return dz_fail_memory(error);
  if (stored != index) {
    dz_hint_word *first = dz_array_at(&hints->word, (size_t)stored),
                 *own = dz_array_at(&hints->word, (size_t)index);
    own->next = first->next;
    first->next = index;
  }
  return DZ_OK;
}

static int hint_of(dz_section_hints *hints, const char *name) {
  for (size_t i = 0; i < hints->count; i++)
    if (!strcmp(hints->name[i], name)) return (int)i;
  if (hints->count == DZ_HINT_MAX) return -1;
  hints->name[hints->count] = name;
  return (int)hints->count++;
}

dz_status dz_section_hints_load(dz_section_hints *out, const char *directory, dz_arena *arena,
                                dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "section_hints.tsv", COLUMNS, directory, arena, error);

  *out = (dz_section_hints){.word = dz_array_of(sizeof(dz_hint_word))};
  dz_trie_init(&out->words);
  dz_trie_init(&out->years);
  memset(out->of_kind, -1, sizeof out->of_kind);
  for (size_t i = 0; !status && i < table.row_count; i++) {
    const char **fields = table.rows[i].fields, **words;
    int kind = dz_table_index(kind_names, DZ_HINT_KIND_COUNT, fields[KIND]);
    int hint = hint_of(out, fields[NAME]);
    size_t count;
    if (kind < 0) return dz_table_fail(&table, i, "no such kind of hint", error);
    if (hint < 0) return dz_table_fail(&table, i, "more than 64 hints", error);
    if (kind != DZ_HINT_WORD) out->of_kind[kind] = (int8_t)hint;
    words = dz_table_list(fields[WORDS], &count, arena);
    if (!words) return dz_fail_memory(error);
    for (size_t w = 0; w < count && !status; w++)
      status = add_word(out, (dz_hint_word){.hint = (uint8_t)hint, .kind = (dz_hint_kind)kind},
                        words[w], arena, error);
  }
  return status;
}

void dz_section_hints_free(dz_section_hints *hints) {
  dz_trie_free(&hints->words);
  dz_trie_free(&hints->years);
  dz_array_free(&hints->word);
}

static bool has_tail(const dz_hint_word *word, const uint32_t *text, size_t from, size_t length) {
  if (!word->tail) return true;
  for (size_t at = from; at + word->tail_length <= length && at - from <= TAIL_REACH; at++)
    if (!memcmp(text + at, word->tail, word->tail_length * sizeof *text)) return true;
  return false;
}

uint64_t dz_section_hints_in(const dz_section_hints *hints, const uint32_t *text, size_t length) {
  uint64_t found = 0;

  for (size_t at = 0; at < length; at++) {
    uint32_t node = 0;
    size_t depth = 0;
    int32_t index;
    while (dz_trie_next(&hints->words, text + at, length - at, &node, &depth, &index))
      for (; index >= 0;) {
        const dz_hint_word *word = dz_array_at(&hints->word, (size_t)index);
        bool fits = (!word->at_start || at == 0) && (!word->at_end || at + depth == length) &&
                    has_tail(word, text, at + depth, length);
        if (fits) found |= UINT64_C(1) << word->hint;
        index = word->next;
      }
  }
  return found;
}
