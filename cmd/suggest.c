/* suggest.c - see suggest.h */
#include "suggest.h"

enum { WORD_MOST = 32, FAR = WORD_MOST };

static size_t least(size_t a, size_t b) {
  return a < b ? a : b;
}

size_t dz_suggest_distance(const char *a, size_t a_length, const char *b, size_t b_length) {
  size_t rows[3][WORD_MOST + 1];

  if (a_length > WORD_MOST || b_length > WORD_MOST) return FAR;
  for (size_t k = 0; k <= b_length; k++) rows[0][k] = k;
  for (size_t i = 1; i <= a_length; i++) {
    size_t *row = rows[i % 3];
    const size_t *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
    row[0] = i;
    for (size_t k = 1; k <= b_length; k++) {
      row[k] = least(least(above[k], row[k - 1]) + 1, above[k - 1] + (a[i - 1] != b[k - 1]));
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
        row[k] = least(row[k], two_above[k - 2] + 1);
    }
  }
  return rows[a_length % 3][b_length];
}

int dz_suggest_near(size_t distance, size_t length) {
  return distance <= 2 && distance * 2 < length;
}
