/* coverage.c - see coverage.h */
#include "coverage.h"

#include <string.h>

/* What stands for a part of a personal report in a government work report. */
static const char *const stand_ins[][2] = {
    {"duties", "gwr_parts.review"},
    {"plans", "gwr_parts.tasks"},
    {"plans", "gwr_parts.targets"},
    {"integrity", "gwr_parts.self_building"},
    {"work_style", "gwr_parts.self_building"},
    {"law_governance", "gwr_parts.self_building"},
    {"supervision", "gwr_parts.self_building"},
};

static bool has_section(const dz_report *report, const char *id) {
  for (size_t i = 0; i < report->section_count; i++)
    if (report->sections[i].canonical && !strcmp(report->sections[i].canonical->id, id)) return true;
  return false;
}

static bool has_stand_in(const dz_report *report, const dz_canonical *canonical) {
  for (size_t i = 0; i < sizeof stand_ins / sizeof *stand_ins && report->type == DZ_TYPE_GWR; i++)
    if (!strcmp(stand_ins[i][0], canonical->id) && has_section(report, stand_ins[i][1])) return true;
  return false;
}

static bool plays(const dz_section *section, const dz_canonical *canonical) {
  return section->canonical == canonical || dz_canonical_family(section->canonical) == canonical;
}

bool dz_section_plays(const dz_report *report, size_t index, const dz_canonical *canonical) {
  const dz_section *section = &report->sections[index];

  if (!section->canonical || !plays(section, canonical)) return false;
  return section->parent == DZ_NO_SECTION || !plays(&report->sections[section->parent], canonical);
}

/* A sentence found inside another part, not at the end of the report. */
static bool is_buried(const dz_section *section) {
  enum { OPENED = 75 }; /* per cent: passages that an opener opens are surer than those wording shows */

  return !section->headed && section->parent != DZ_NO_SECTION && section->confidence * 100 < OPENED;
}

dz_coverage dz_report_coverage(const dz_report *report, const dz_canonical *canonical) {
  dz_coverage coverage = DZ_NOT_COVERED;

  for (size_t i = 0; i < report->section_count && coverage != DZ_COVERED; i++) {
    const dz_section *section = &report->sections[i];
    dz_coverage own;
    if (!section->canonical || !plays(section, canonical)) continue;
    own = section->vacuous ? DZ_COVERED_EMPTY : is_buried(section) ? DZ_COVERED_MERGED : DZ_COVERED;
    if (own < coverage) coverage = own;
  }
  return coverage != DZ_COVERED && has_stand_in(report, canonical) ? DZ_COVERED : coverage;
}

dz_requirement dz_report_requires(const dz_report *report, const dz_canonical *canonical) {
  if (report->type >= DZ_TYPE_OTHER || dz_canonical_in(canonical, "front_matter") ||
      dz_canonical_in(canonical, "noise"))
    return DZ_NOT_EXPECTED;
  return canonical->required_in[report->type];
}
