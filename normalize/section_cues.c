/* section_cues.c - see section_cues.h */
#include "section_cues.h"

#include <string.h>

#include "base/error.h"
#include "phrase.h"
#include "table.h"

enum {
  STRONG_POINTS = 3,  /* a code point of strong wording counts as three of weak */
  CLAUSE_POINTS = 2,  /* one clause of a heading is a known heading */
  TAIL_REACH = 24,    /* how far behind A the B of "A…B" may stand */
  MOST = UINT16_MAX
};

enum { ID, KIND, WORDS, COLUMNS };

static bool read_kind(dz_section_cue_kind *kind, const char *name) {
  static const char *const names[DZ_SECTION_KIND_COUNT] = {"variant", "strong", "weak",    "veto",
                                                       "body",    "opener", "concrete"};

  for (int k = 0; k < DZ_SECTION_KIND_COUNT; k++)
    if (!strcmp(names[k], name)) {
      *kind = (dz_section_cue_kind)k;
      return true;
    }
  return false;
}

/* Marks that do not count when a heading is compared with a variant. */
static bool is_silent(uint32_t cp) {
  return cp == '"' || cp == '\'' || cp == 0x300A || cp == 0x300B;
}

static dz_status add_word(dz_section_cues *cues, dz_section_cue cue, const char *word, dz_arena *arena,
                          dz_error *error) {
  uint32_t cps[DZ_PHRASE_MAX], head = 0;
  size_t length = dz_phrase_fold(word, cps), kept = 0;
  int32_t index = (int32_t)cues->cues.count, stored;

  for (size_t i = 0; i < length; i++)
    if (cue.kind != DZ_SECTION_VARIANT || !is_silent(cps[i])) cps[kept++] = cps[i];
  length = kept;
  while (head < length && cps[head] != 0x2026 /* … */) head++;
  if (!head) return DZ_OK;
  cue.length = (uint32_t)length - (head < length);
  cue.next = -1;
  if (head + 1 < length) {
    cue.tail_length = (uint32_t)length - head - 1;
    cue.tail = dz_arena_copy(arena, cps + head + 1, cue.tail_length * sizeof *cps);
    if (!cue.tail) return dz_fail_memory(error);
  }
  if (!dz_array_append(&cues->cues, &cue, 1) || !dz_trie_add(&cues->trie, cps, head, index, &stored))
    return dz_fail_memory(error);
  if (stored != index) { /* the same wording speaks for several sections */
    dz_section_cue *first = dz_array_at(&cues->cues, (size_t)stored), *own = dz_array_at(&cues->cues, (size_t)index);
    own->next = first->next;
    first->next = index;
  }
  return DZ_OK;
}

dz_status dz_section_cues_load(dz_section_cues *out, const dz_taxonomy *taxonomy, const char *directory,
                               dz_arena *arena, dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "section_cues.tsv", COLUMNS, directory, arena, error);

  *out = (dz_section_cues){.cues = dz_array_of(sizeof(dz_section_cue)), .node_count = taxonomy->node_count};
  dz_trie_init(&out->trie);
  for (size_t i = 0; !status && i < table.row_count; i++) {
    const char **fields = table.rows[i].fields;
    const dz_canonical *node = dz_taxonomy_find(taxonomy, fields[ID]);
    dz_section_cue cue = {0};
    size_t count;
    const char **words;
    if (!node) return dz_table_fail(&table, i, "no such section in sections.tsv", error);
    if (!read_kind(&cue.kind, fields[KIND])) return dz_table_fail(&table, i, "no such kind of wording", error);
    words = dz_table_list(fields[WORDS], &count, arena);
    if (!words) return dz_fail_memory(error);
    if (!count) return dz_table_fail(&table, i, "the row has no words", error);
    cue.node = node->order;
    for (size_t w = 0; w < count && !status; w++) status = add_word(out, cue, words[w], arena, error);
  }
  return status;
}

void dz_section_cues_free(dz_section_cues *cues) {
  dz_trie_free(&cues->trie);
  dz_array_free(&cues->cues);
}

static void raise(uint16_t *score, uint32_t points) {
  *score = (uint16_t)(*score + points > MOST ? MOST : *score + points);
}

static bool has_tail(const dz_section_cue *cue, const uint32_t *fold, uint32_t from, uint32_t end) {
  if (!cue->tail) return true;
  for (uint32_t at = from; at + cue->tail_length <= end && at - from <= TAIL_REACH; at++)
    if (!memcmp(fold + at, cue->tail, cue->tail_length * sizeof *fold)) return true;
  return false;
}

static void count_cue(const dz_section_cue *cue, dz_section_score *score) {
  switch (cue->kind) {
    case DZ_SECTION_STRONG:
      raise(&score->strong, cue->length * STRONG_POINTS);
      raise(&score->body, cue->length);
      break;
    case DZ_SECTION_WEAK: raise(&score->weak, cue->length); break;
    case DZ_SECTION_VETO: raise(&score->veto, cue->length * STRONG_POINTS); break;
    case DZ_SECTION_BODY: raise(&score->body, cue->length); break;
    case DZ_SECTION_OPENER: raise(&score->opener, cue->length); break;
    case DZ_SECTION_CONCRETE: raise(&score->concrete, 1); break;
    default: break;
  }
}

/* Variants stand for a whole clause: text without quotation marks, between
 * commas or at the ends. */
static void match_variants(const dz_section_cues *cues, const uint32_t *text, uint32_t length,
                           dz_section_score *scores) {
  for (uint32_t at = 0; at < length; at++) {
    uint32_t node = 0;
    size_t depth = 0;
    int32_t index;
    if (at > 0 && text[at - 1] != ',') continue;
    while (dz_trie_next(&cues->trie, text + at, length - at, &node, &depth, &index)) {
      if (at + depth < length && text[at + depth] != ',') continue;
      for (; index >= 0; index = ((dz_section_cue *)dz_array_at(&cues->cues, (size_t)index))->next) {
        const dz_section_cue *cue = dz_array_at(&cues->cues, (size_t)index);
        if (cue->kind != DZ_SECTION_VARIANT) continue;
        if (depth == length)
          scores[cue->node].exact = true;
        else
          raise(&scores[cue->node].strong, cue->length * CLAUSE_POINTS);
      }
    }
  }
}

void dz_section_cues_score(const dz_section_cues *cues, const uint32_t *fold, dz_span span,
                           dz_section_score *scores) {
  uint32_t clause[DZ_PHRASE_MAX], kept = 0;

  memset(scores, 0, cues->node_count * sizeof *scores);
  for (uint32_t at = span.start; at < span.end; at++) {
    uint32_t node = 0;
    size_t depth = 0;
    int32_t index;
    if (kept < DZ_PHRASE_MAX && !is_silent(fold[at])) clause[kept++] = fold[at];
    while (dz_trie_next(&cues->trie, fold + at, span.end - at, &node, &depth, &index))
      for (; index >= 0; index = ((dz_section_cue *)dz_array_at(&cues->cues, (size_t)index))->next) {
        const dz_section_cue *cue = dz_array_at(&cues->cues, (size_t)index);
        if (has_tail(cue, fold, at + (uint32_t)depth, span.end)) count_cue(cue, &scores[cue->node]);
      }
  }
  if (kept == span.end - span.start || kept < DZ_PHRASE_MAX) match_variants(cues, clause, kept, scores);
}
