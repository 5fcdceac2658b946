/* spread.c - see spread.h */
#include "spread.h"

size_t dz_spread_reports(const dz_reuse *item) {
  size_t reports = 0;

  for (size_t i = 0; i < item->place_count; i++) /* places stand by report */
    reports += !i || item->places[i].report != item->places[i - 1].report;
  return reports;
}

size_t dz_spread_passages(const dz_comparison *c, size_t out[DZ_SPREAD_PASSAGES]) {
  size_t widths[DZ_SPREAD_PASSAGES] = {0}, count = 0;

  for (size_t i = 0; i < c->reuse_count; i++) {
    size_t width = dz_spread_reports(&c->reuse[i]), at = count;
    if (width < DZ_SPREAD_LEAST) continue;
    while (at && widths[at - 1] < width) at--;
    if (at == DZ_SPREAD_PASSAGES) continue;
    if (count < DZ_SPREAD_PASSAGES) count++;
    for (size_t k = count - 1; k > at; k--) {
      out[k] = out[k - 1];
      widths[k] = widths[k - 1];
    }
    out[at] = i;
    widths[at] = width;
  }
  return count;
}

/* The group of a report, with the way there shortened. */
static size_t root(size_t *group, size_t i) {
  while (group[i] != i) i = group[i] = group[group[i]];
  return i;
}

void dz_spread_groups(const dz_comparison *c, size_t *group) {
  size_t n = c->report_count;

  for (size_t i = 0; i < n; i++) group[i] = i;
  for (size_t i = 0; i < n * n; i++) {
    size_t a = root(group, i / n), b = root(group, i % n);
    if (i / n == i % n || c->similarity[i] < DZ_SPREAD_GROUP) continue;
    group[a > b ? a : b] = a > b ? b : a;
  }
  for (size_t i = 0; i < n; i++) group[i] = root(group, i);
}
