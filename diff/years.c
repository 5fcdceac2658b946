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

void dz_order_by_year(size_t *order, const dz_report *const *reports, size_t count) {
  for (size_t i = 0; i < count; i++) {
    size_t k = i;
    for (; k > 0 && reports[order[k - 1]]->year > reports[i]->year; k--) order[k] = order[k - 1];
    order[k] = i;
  }
}
