/* phrase.c - see phrase.h */
#include "phrase.h"

#include <string.h>

#include "base/utf8.h"
#include "unicode.h"

size_t dz_phrase_fold(const char *phrase, uint32_t *out) {
  size_t left = strlen(phrase), count = 0;

  while (left && count < DZ_PHRASE_MAX) {
    uint32_t cp;
    size_t used = dz_utf8_decode(phrase, left, &cp);
    if (!used) break;
    if (!dz_is_space(cp)) out[count++] = dz_fold_cp(cp);
    phrase += used;
    left -= used;
  }
  return count;
}

bool dz_phrase_add(dz_trie *trie, const char *phrase, int32_t value, int32_t *stored) {
  uint32_t cps[DZ_PHRASE_MAX];
  size_t count = dz_phrase_fold(phrase, cps);

  return !count || dz_trie_add(trie, cps, count, value, stored);
}

bool dz_phrase_add_reversed(dz_trie *trie, const char *phrase, int32_t value, int32_t *stored) {
  uint32_t cps[DZ_PHRASE_MAX];
  size_t count = dz_phrase_fold(phrase, cps);

  for (size_t i = 0; i < count / 2; i++) {
    uint32_t cp = cps[i];
    cps[i] = cps[count - 1 - i];
    cps[count - 1 - i] = cp;
  }
  return !count || dz_trie_add(trie, cps, count, value, stored);
}

void dz_starters_add(dz_starters *starters, const char *phrase) {
  uint32_t cps[DZ_PHRASE_MAX];

  if (dz_phrase_fold(phrase, cps) && cps[0] <= 0xFFFF)
    starters->bits[cps[0] >> 6] |= (uint64_t)1 << (cps[0] & 63);
}

bool dz_word_at(const uint32_t *fold, uint32_t at, uint32_t end, const uint32_t *word) {
  for (; *word; word++, at++)
    if (at >= end || fold[at] != *word) return false;
  return true;
}

bool dz_word_in(const uint32_t *fold, dz_span span, const uint32_t *const *words, size_t count) {
  for (uint32_t at = span.start; at < span.end; at++)
    for (size_t i = 0; i < count; i++)
      if (fold[at] == words[i][0] && dz_word_at(fold, at, span.end, words[i])) return true;
  return false;
}

bool dz_cp_in(uint32_t cp, const uint32_t *set) {
  for (; *set; set++)
    if (*set == cp) return true;
  return false;
}
