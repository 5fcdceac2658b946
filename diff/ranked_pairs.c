/* ranked_pairs.c - see ranked_pairs.h */
#include "ranked_pairs.h"

#include <string.h>

size_t dz_ranked_pairs(dz_ranked_pair *out, size_t most, const dz_comparison *c) {
  size_t n = c->report_count, count = 0;

  for (size_t i = 0; c->similarity && most && i < n; i++)
    for (size_t k = i + 1; k < n; k++) {
      double there = c->similarity[i * n + k], back = c->similarity[k * n + i];
      bool swap = back > there;
      dz_ranked_pair pair = {(uint32_t)(swap ? k : i), (uint32_t)(swap ? i : k),
                             swap ? back : there, swap ? there : back};
      size_t at = count;
      while (at && out[at - 1].share < pair.share) at--;
      if (at == most || pair.share <= 0) continue;
      if (count < most) count++;
      memmove(out + at + 1, out + at, (count - at - 1) * sizeof *out);
      out[at] = pair;
    }
  return count;
}
