/* due.c - see due.h */
#include "due.h"

const dz_missing *dz_due_missing(const dz_comparison *c, size_t report,
                                 const dz_canonical *canonical) {
  for (size_t i = 0; i < c->missing_count; i++)
    if (c->missing[i].report == report && c->missing[i].canonical == canonical)
      return &c->missing[i];
  return NULL;
}

bool dz_due_elsewhere(const dz_comparison *c, size_t report, const dz_presence *row) {
  return !row->section_count[report] && !dz_due_missing(c, report, row->canonical) &&
         c->reports[report]->type < DZ_TYPE_OTHER &&
         row->canonical->required_in[c->reports[report]->type] >= DZ_CUSTOMARY;
}

bool dz_due_tells(const dz_comparison *c, const dz_presence *row) {
  for (size_t report = 0; report < c->report_count; report++)
    if (row->section_count[report] || dz_due_missing(c, report, row->canonical)) return true;
  return false;
}

const char *dz_due_sign(dz_absence why) {
  static const char *const signs[] = {
      [DZ_ABSENT] = "✗", [DZ_EMPTY] = "○", [DZ_MERGED] = "◐", [DZ_UNRECOGNISED] = "？"};

  return signs[why];
}
