/* office.c - see office.h */
#include "office.h"

#include <string.h>

static bool same_word(const char *a, const char *b) {
  return a && b && !strcmp(a, b);
}

/* Does what follows the shorter name only say what kind of place it is: 河南|省, 内蒙古|自治区? */
static bool is_level(const char *rest) {
  static const char *const levels[] = {"省", "市", "县", "区", "州", "旗", "盟"};
  const char *own = strstr(rest, "自治"); /* 恩施|土家族苗族自治州 */

  if (own) rest = own + strlen("自治");
  for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
    if (!strcmp(rest, levels[i])) return true;
  return false;
}

/* 河南 and 河南省, 安化县 and 益阳市安化县; but 益阳市 is not its county. */
static bool is_short_for(const char *name, const char *full) {
  size_t length = strlen(name), full_length = strlen(full);

  if (length > full_length) return false;
  if (!strcmp(full + full_length - length, name)) return true;
  return !strncmp(full, name, length) && is_level(full + length);
}

static bool one_place(const char *a, const char *b) {
  return is_short_for(a, b) || is_short_for(b, a);
}

/* Both known, and not the same. */
static bool places_differ(const dz_report *a, const dz_report *b) {
  return a->place && b->place && !one_place(a->place, b->place);
}

/* The post without its body, which is named in full one year and in short the next. */
static const char *post_of(const dz_report *report) {
  return report->post ? report->post : report->role;
}

/* A government's report is the government's, whoever gives it. */
static bool roles_differ(const dz_report *a, const dz_report *b) {
  return a->type != DZ_TYPE_GWR && post_of(a) && post_of(b) && strcmp(post_of(a), post_of(b));
}

dz_offices dz_offices_of(const dz_report *const *reports, size_t count) {
  dz_offices offices = {false, false};
  bool all_placed = true;

  for (size_t i = 0; i < count; i++) {
    all_placed = all_placed && reports[i]->place;
    for (size_t k = 0; k < i; k++) {
      offices.by_place = offices.by_place || places_differ(reports[i], reports[k]);
      offices.by_role = offices.by_role ||
                        (reports[i]->year && reports[i]->year == reports[k]->year &&
                         !places_differ(reports[i], reports[k]) &&
                         roles_differ(reports[i], reports[k]));
    }
  }
  offices.by_place = offices.by_place && all_placed;
  return offices;
}

dz_office dz_office_of(const dz_report *const *reports, size_t count, size_t i) {
  dz_office office = {reports[i]->place, post_of(reports[i])};

  for (size_t k = 0; k < count && office.place; k++) {
    const char *place = reports[k]->place;
    size_t length = place ? strlen(place) : 0, own = strlen(office.place);
    if (!place || !one_place(place, reports[i]->place)) continue;
    if (length < own || (length == own && strcmp(place, office.place) < 0)) office.place = place;
  }
  return office;
}

int dz_offices_order(const dz_offices *offices, const dz_office *a, const dz_office *b) {
  int order = offices->by_place ? strcmp(a->place, b->place) : 0;

  if (!order && offices->by_role && a->role && b->role) order = strcmp(a->role, b->role);
  if (!order && offices->by_role && !a->role != !b->role) order = a->role ? -1 : 1;
  return order;
}

bool dz_offices_differ(const dz_offices *offices, const dz_report *a, const dz_report *b) {
  return places_differ(a, b) || (offices->by_role && roles_differ(a, b));
}

bool dz_pair_of_offices(const dz_report *a, const dz_report *b) {
  dz_offices offices = dz_offices_of((const dz_report *const[2]){a, b}, 2);

  return dz_offices_differ(&offices, a, b);
}

bool dz_office_years(const dz_report *a, const dz_report *b) {
  if (a->type != b->type || !a->year || !b->year || a->year == b->year) return false;
  if (!a->place || !b->place || !one_place(a->place, b->place)) return false;
  return a->type == DZ_TYPE_GWR || same_word(post_of(a), post_of(b)) || (!a->role && !b->role);
}
