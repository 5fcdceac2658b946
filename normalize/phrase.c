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
