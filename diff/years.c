/* years.c - see years.h */
#include "years.h"

int32_t dz_year_reviewed(const dz_report *report) {
  return report->year && report->type == DZ_TYPE_GWR ? report->year - 1 : report->year;
}

int32_t dz_year_planned(const dz_report *report) {
  return report->year && report->type != DZ_TYPE_GWR ? report->year + 1 : report->year;
}

bool dz_due_after(const dz_commitment *commitment, int32_t year) {
  return commitment->deadline && year && (int32_t)(commitment->deadline / 10000) > year;
}

int dz_order_of_texts(const dz_report *a, const dz_report *b) {
  size_t shorter = a->text.length < b->text.length ? a->text.length : b->text.length;

  for (size_t i = 0; i < shorter; i++)
    if (a->text.cp[i] != b->text.cp[i]) return a->text.cp[i] < b->text.cp[i] ? -1 : 1;
  return (a->text.length > b->text.length) - (a->text.length < b->text.length);
}

static bool stands_behind(const dz_report *a, const dz_report *b) {
  if (a->year != b->year) return a->year > b->year;
  return a->year && dz_order_of_texts(a, b) > 0;
}

void dz_order_by_year(size_t *order, const dz_report *const *reports, size_t count) {
  for (size_t i = 0; i < count; i++) {
    size_t k = i;
    for (; k > 0 && stands_behind(reports[order[k - 1]], reports[i]); k--) order[k] = order[k - 1];
    order[k] = i;
  }
}
