/* section_cues.c - see section_cues.h */
#include "section_cues.h"

#include <string.h>

#include "base/error.h"
#include "table.h"
#include "text/phrase.h"

enum {
  STRONG_POINTS = 3, /* a code point of strong wording counts as three of weak */
  CLAUSE_POINTS = 2, /* one clause of a heading is a known heading */
  TAIL_REACH = 24,   /* how far behind A the B of "A…B" may stand */
  MOST = UINT16_MAX
};

enum { ID, KIND, WORDS, COLUMNS };

static const char *const kind_names[DZ_SECTION_KIND_COUNT] = {
    "variant", "strong", "weak", "veto", "body", "opener", "concrete", "office"};

int dz_section_cue_kind_of(const char *name) {
  return dz_table_index(kind_names, DZ_SECTION_KIND_COUNT, name);
}

const char *dz_section_cue_kind_name(dz_section_cue_kind kind) {
  return kind_names[kind];
}

/* Marks that do not count when a heading is compared with a variant. */
static bool is_silent(uint32_t cp) {
  return cp == '"' || cp == '\'' || cp == 0x300A || cp == 0x300B;
}

/* Strong and weak wording of a part that reports covers shorter wording of
 * other parts; 学习不够 and 加强学习 of parts that admit and plan do not. */
static uint32_t covering_bit(const dz_canonical *node, dz_section_cue_kind kind) {
  static const char *const reporting[] = {"political_study", "duties",     "law_governance",
                                          "supervision",     "work_style", "integrity",
                                          "party_building"};
  const char *family = node->parent ? node->parent->id : node->id;

  if (kind != DZ_SECTION_STRONG && kind != DZ_SECTION_WEAK) return 0;
  for (size_t i = 0; i < sizeof reporting / sizeof *reporting; i++)
    if (!strcmp(reporting[i], family)) return UINT32_C(1) << i;
  return 0;
}

static dz_status add_word(dz_section_cues *cues, dz_section_cue cue, const char *word,
                          dz_arena *arena, dz_error *error) {
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
  if (!dz_array_append(&cues->cues, &cue, 1) ||
      !dz_trie_add(&cues->trie, cps, head, index, &stored))
    return dz_fail_memory(error);
  if (stored != index) { /* the same wording speaks for several sections */
    dz_section_cue *first = dz_array_at(&cues->cues, (size_t)stored),
                   *own = dz_array_at(&cues->cues, (size_t)index);
    own->next = first->next;
    first->next = index;
  }
  return DZ_OK;
}

dz_status dz_section_cues_load(dz_section_cues *out, const dz_taxonomy *taxonomy,
                               const char *directory, dz_arena *arena, dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "section_cues.tsv", COLUMNS, directory, arena, error);

  *out = (dz_section_cues){.cues = dz_array_of(sizeof(dz_section_cue)),
                           .node_count = taxonomy->node_count};
  dz_trie_init(&out->trie);
  for (size_t i = 0; !status && i < table.row_count; i++) {
    const char **fields = table.rows[i].fields;
    const dz_canonical *node = dz_taxonomy_find(taxonomy, fields[ID]);
    dz_section_cue cue = {0};
    size_t count;
    const char **words;
    if (!node) return dz_table_fail(&table, i, "no such section in sections.tsv", error);
    int kind = dz_section_cue_kind_of(fields[KIND]);
    if (kind < 0) return dz_table_fail(&table, i, "no such kind of wording", error);
    cue.kind = (dz_section_cue_kind)kind;
    words = dz_table_list(fields[WORDS], &count, arena);
    if (!words) return dz_fail_memory(error);
    if (!count) return dz_table_fail(&table, i, "the row has no words", error);
    cue.node = node->order;
    cue.covers = covering_bit(node, cue.kind);
    for (size_t w = 0; w < count && !status; w++)
      status = add_word(out, cue, words[w], arena, error);
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

static bool parts_clauses(uint32_t cp) {
  return cp == ',' || cp == ':' || cp == '-';
}

/* What parts a label from the heading it belongs to: 德：… 能——… */
static bool ends_label(const uint32_t *text, uint32_t length, size_t at) {
  return text[at] == ':' || (at + 1 < length && text[at] == '-' && text[at + 1] == '-');
}

/* Variants stand for a whole clause: text without quotation marks, between
 * commas or at the ends. One that is the label in front of ： (德：…) or —— names
 * the whole heading. */
static void match_variants(const dz_section_cues *cues, const uint32_t *text, uint32_t length,
                           dz_section_score *scores) {
  for (uint32_t at = 0; at < length; at++) {
    uint32_t node = 0;
    size_t depth = 0;
    int32_t index;
    if (at > 0 && !parts_clauses(text[at - 1])) continue;
    while (dz_trie_next(&cues->trie, text + at, length - at, &node, &depth, &index)) {
      if (at + depth < length && !parts_clauses(text[at + depth])) continue;
      bool whole = depth == length || (at == 0 && ends_label(text, length, depth));
      for (; index >= 0;
           index = ((dz_section_cue *)dz_array_at(&cues->cues, (size_t)index))->next) {
        const dz_section_cue *cue = dz_array_at(&cues->cues, (size_t)index);
        if (cue->kind != DZ_SECTION_VARIANT) continue;
        if (whole)
          scores[cue->node].exact = true;
        else
          raise(&scores[cue->node].strong, cue->length * CLAUSE_POINTS);
      }
    }
  }
}

static const dz_section_cue *cue_at(const dz_section_cues *cues, int32_t index) {
  return index >= 0 ? dz_array_at(&cues->cues, (size_t)index) : NULL;
}

/* Wording that covers a stretch of a heading. */
typedef struct cover {
  uint32_t end;
  int32_t index; /* of the first cue with this wording, -1 none */
} cover;

/* The longest covering wording at fold[at]; none: ends at `at`. */
static cover longest_at(const dz_section_cues *cues, const uint32_t *fold, uint32_t at,
                        uint32_t end) {
  cover longest = {at, -1};
  uint32_t node = 0;
  size_t depth = 0;
  int32_t index;

  while (dz_trie_next(&cues->trie, fold + at, end - at, &node, &depth, &index))
    for (const dz_section_cue *cue = cue_at(cues, index); cue; cue = cue_at(cues, cue->next))
      if (!cue->tail && cue->covers) longest = (cover){at + (uint32_t)depth, index};
  return longest;
}

/* Longer wording hides a cue that is of other parts only (武装 in 理论武装), or of the same section (廉政
 * in
 * 党风廉政); not that of another section of the same part. */
static bool hides(const dz_section_cues *cues, const cover *over, const dz_section_cue *cue) {
  bool same_part = false;

  for (const dz_section_cue *c = cue_at(cues, over->index); c; c = cue_at(cues, c->next)) {
    if (c->covers && c->node == cue->node) return true;
    same_part |= (c->covers & cue->covers) != 0;
  }
  return !same_part;
}

static void count_cues(const dz_section_cues *cues, const uint32_t *fold, dz_span span,
                       bool longest_only, dz_section_score *scores) {
  cover before = {span.start,
                  -1}; /* of the wording that starts before `at`, what reaches farthest */

  for (uint32_t at = span.start; at < span.end; at++) {
    cover here = longest_only ? longest_at(cues, fold, at, span.end) : (cover){at, -1};
    uint32_t node = 0;
    size_t depth = 0;
    int32_t index;
    while (dz_trie_next(&cues->trie, fold + at, span.end - at, &node, &depth, &index)) {
      uint32_t end = at + (uint32_t)depth;
      for (const dz_section_cue *cue = cue_at(cues, index); cue; cue = cue_at(cues, cue->next)) {
        bool hidden = cue->covers && ((end <= before.end && hides(cues, &before, cue)) ||
                                      (end < here.end && hides(cues, &here, cue)));
        if (hidden) continue;
        if (has_tail(cue, fold, end, span.end)) count_cue(cue, &scores[cue->node]);
      }
    }
    if (here.end > before.end) before = here;
  }
}

static void score(const dz_section_cues *cues, const uint32_t *fold, dz_span span,
                  bool longest_only, dz_section_score *scores) {
  uint32_t clause[DZ_PHRASE_MAX], kept = 0;

  memset(scores, 0, cues->node_count * sizeof *scores);
  count_cues(cues, fold, span, longest_only, scores);
  for (uint32_t at = span.start; at < span.end && kept < DZ_PHRASE_MAX; at++)
    if (!is_silent(fold[at])) clause[kept++] = fold[at];
  if (kept == span.end - span.start || kept < DZ_PHRASE_MAX)
    match_variants(cues, clause, kept, scores);
}

void dz_section_cues_score(const dz_section_cues *cues, const uint32_t *fold, dz_span span,
                           dz_section_score *scores) {
  score(cues, fold, span, false, scores);
}

void dz_section_cues_score_heading(const dz_section_cues *cues, const uint32_t *fold, dz_span span,
                                   dz_section_score *scores) {
  score(cues, fold, span, true, scores);
}

const dz_canonical *dz_section_cues_office(const dz_section_cues *cues, const dz_taxonomy *taxonomy,
                                           const uint32_t *text, size_t length) {
  const dz_canonical *best = NULL;

  for (size_t at = 0; at < length; at++) {
    uint32_t node = 0;
    size_t depth = 0;
    int32_t index;
    while (dz_trie_next(&cues->trie, text + at, length - at, &node, &depth, &index))
      for (const dz_section_cue *cue = cue_at(cues, index); cue; cue = cue_at(cues, cue->next))
        if (cue->kind == DZ_SECTION_OFFICE && !best) best = &taxonomy->nodes[cue->node];
  }
  return best;
}
