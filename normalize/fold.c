/* fold.c - see fold.h */
#include "fold.h"

#include <string.h>

#include "base/utf8.h"
#include "unicode.h"

size_t dz_fold_string(const char *phrase, uint32_t *fold) {
  size_t length = strlen(phrase), count = 0, used;
  uint32_t cp;

  for (size_t i = 0; i < length && count < DZ_PHRASE_MAX; i += used) {
    used = dz_utf8_decode(phrase + i, length - i, &cp);
    if (!used) break;
    if (!dz_is_space(cp)) fold[count++] = dz_fold_cp(cp);
  }
  return count;
}

bool dz_fold_phrase(dz_trie *trie, const char *phrase, int32_t value) {
  uint32_t fold[DZ_PHRASE_MAX];
  size_t count = dz_fold_string(phrase, fold);

  return !count || dz_trie_add(trie, fold, count, value, NULL);
}

bool dz_fold_phrase_reversed(dz_trie *trie, const char *phrase, int32_t value) {
  uint32_t fold[DZ_PHRASE_MAX];
  size_t count = dz_fold_string(phrase, fold);

  for (size_t i = 0; i < count / 2; i++) {
    uint32_t cp = fold[i];
    fold[i] = fold[count - 1 - i];
    fold[count - 1 - i] = cp;
  }
  return !count || dz_trie_add(trie, fold, count, value, NULL);
}

void dz_starters_add(dz_starters *starters, const char *phrase) {
  uint32_t fold[DZ_PHRASE_MAX];

  if (dz_fold_string(phrase, fold) && fold[0] <= 0xFFFF)
    starters->bits[fold[0] >> 6] |= (uint64_t)1 << (fold[0] & 63);
}
