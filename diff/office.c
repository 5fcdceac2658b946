/* office.c - see office.h */
#include "office.h"

#include <string.h>

static bool same_word(const char *a, const char *b) {
  return a && b && !strcmp(a, b);
}

/* 河南 and 河南省, 安化县 and 益阳市安化县: one name stands in the other. */
static bool one_place(const char *a, const char *b) {
  return strstr(a, b) || strstr(b, a);
}

/* Both known, and not the same. */
static bool places_differ(const dz_report *a, const dz_report *b) {
  return a->place && b->place && !one_place(a->place, b->place);
}

/* A government's report is the government's, whoever gives it. */
static bool roles_differ(const dz_report *a, const dz_report *b) {
  return a->type != DZ_TYPE_GWR && a->role && b->role && strcmp(a->role, b->role);
}

dz_offices dz_offices_of(const dz_report *const *reports, size_t count) {
  dz_offices offices = {false, false};
  bool all_placed = true;

  for (size_t i = 0; i < count; i++) {
    all_placed = all_placed && reports[i]->place;
    for (size_t k = 0; k < i; k++) {
      offices.by_place = offices.by_place || places_differ(reports[i], reports[k]);
      offices.by_role = offices.by_role || (reports[i]->year && reports[i]->year == reports[k]->year &&
                                            !places_differ(reports[i], reports[k]) &&
                                            roles_differ(reports[i], reports[k]));
    }
  }
  offices.by_place = offices.by_place && all_placed;
  return offices;
}

int dz_offices_order(const dz_offices *offices, const dz_report *a, const dz_report *b) {
  int order = offices->by_place ? strcmp(a->place, b->place) : 0;

  if (!order && offices->by_role && a->role && b->role) order = strcmp(a->role, b->role);
  if (!order && offices->by_role && !a->role != !b->role) order = a->role ? -1 : 1;
  return order;
}

bool dz_offices_differ(const dz_offices *offices, const dz_report *a, const dz_report *b) {
  return places_differ(a, b) || (offices->by_role && roles_differ(a, b));
}

bool dz_office_years(const dz_report *a, const dz_report *b) {
  if (a->type != b->type || !a->year || !b->year || a->year == b->year) return false;
  if (!same_word(a->place, b->place)) return false;
  return a->type == DZ_TYPE_GWR || same_word(a->role, b->role) || (!a->role && !b->role);
}
