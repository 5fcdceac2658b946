/* trie.c - see trie.h
 *
 * All edges of all nodes stand in one hash map keyed by (node, code point), so
 * a node costs nothing but its value and a step is one probe. Bits for the first
 * two code points spare the probes at nearly all places where no phrase starts. */
#include "trie.h"

#include <string.h>

void dz_trie_init(dz_trie *trie) {
  dz_map_init(&trie->edges);
  trie->values = dz_array_of(sizeof(int32_t));
  memset(trie->alone, 0, sizeof trie->alone);
  memset(trie->pairs, 0, sizeof trie->pairs);
}

void dz_trie_free(dz_trie *trie) {
  dz_map_free(&trie->edges);
  dz_array_free(&trie->values);
}

static uint64_t edge_key(uint32_t node, uint32_t cp) {
  return (uint64_t)node << 32 | cp;
}

static int32_t *value_of(const dz_trie *trie, uint32_t node) {
  return dz_array_at(&trie->values, node);
}

static bool add_node(dz_trie *trie) {
  int32_t *value = dz_array_push(&trie->values);

  if (!value) return false;
  *value = DZ_TRIE_NONE;
  return true;
}

bool dz_trie_add(dz_trie *trie, const uint32_t *phrase, size_t length, int32_t value,
                 int32_t *stored) {
  uint32_t node = 0;

  if (!trie->values.count && !add_node(trie)) return false; /* the root */
  if (length == 1) {
    if (phrase[0] <= 0xFFFF) trie->alone[phrase[0] >> 6] |= UINT64_C(1) << (phrase[0] & 63);
  } else {
    uint32_t bit = dz_trie_pair_bit(phrase[0], phrase[1]);
    trie->pairs[bit >> 6] |= UINT64_C(1) << (bit & 63);
  }
  for (size_t i = 0; i < length; i++) {
    uint32_t *edge = dz_map_put(&trie->edges, edge_key(node, phrase[i]));
    if (!edge) return false;
    if (!*edge) { /* 0 is the root, which no edge leads to: a new edge */
      *edge = (uint32_t)trie->values.count;
      if (!add_node(trie)) {
        *edge = 0;
        return false;
      }
    }
    node = *edge;
  }
  if (*value_of(trie, node) == DZ_TRIE_NONE) *value_of(trie, node) = value;
  if (stored) *stored = *value_of(trie, node);
  return true;
}

bool dz_trie_step(const dz_trie *trie, const uint32_t *text, size_t length, uint32_t *node,
                  size_t *depth, int32_t *value) {
  while (*depth < length) {
    const uint32_t *edge = dz_map_get(&trie->edges, edge_key(*node, text[*depth]));
    if (!edge || !*edge) return false;
    *node = *edge;
    ++*depth;
    if (*value_of(trie, *node) != DZ_TRIE_NONE) {
      *value = *value_of(trie, *node);
      return true;
    }
  }
  return false;
}

size_t dz_trie_walk(const dz_trie *trie, const uint32_t *text, size_t length, int32_t *value) {
  uint32_t node = 0;
  size_t depth = 0, best = 0;

  while (dz_trie_step(trie, text, length, &node, &depth, value)) best = depth;
  return best;
}
