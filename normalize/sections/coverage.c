/* coverage.c - see coverage.h */
#include "coverage.h"

#include <string.h>

#include "knowledge/taxonomy.h"
#include "text/phrase.h"

/* What stands for a part of a personal report in reports of other kinds. */
typedef struct stand_in {
  dz_report_type type;
  const char *part, *by;
} stand_in;

static const stand_in stand_ins[] = {
    {DZ_TYPE_GWR, "duties", "gwr_parts.review"},
    {DZ_TYPE_GWR, "plans", "gwr_parts.tasks"},
    {DZ_TYPE_GWR, "plans", "gwr_parts.targets"},
    {DZ_TYPE_GWR, "integrity", "gwr_parts.self_building"},
    {DZ_TYPE_GWR, "work_style", "gwr_parts.self_building"},
    {DZ_TYPE_GWR, "law_governance", "gwr_parts.self_building"},
    {DZ_TYPE_GWR, "supervision", "gwr_parts.self_building"},
    {DZ_TYPE_SHUZHI_LIAN, "duties", "party_building.main_responsibility"}, /* 述责述廉 */
    {DZ_TYPE_SHUZHI_LIAN, "duties", "integrity.one_post_two_duties"},
    {DZ_TYPE_DANGJIAN, "duties", "party_building"},
    {DZ_TYPE_SHUFA, "duties", "law_governance"},
    {DZ_TYPE_MINZHU_SHENGHUO, "shortcomings", "rectification_review.aspect_check"},
};

static bool plays(const dz_section *section, const dz_canonical *canonical) {
  return section->canonical == canonical || dz_canonical_family(section->canonical) == canonical;
}

static bool has_stand_in(const dz_report *report, const dz_canonical *canonical) {
  for (size_t k = 0; k < sizeof stand_ins / sizeof *stand_ins; k++) {
    const stand_in *row = &stand_ins[k];
    if (row->type != report->type || strcmp(row->part, canonical->id)) continue;
    for (size_t i = 0; i < report->section_count; i++) {
      const dz_canonical *there = report->sections[i].canonical;
      if (there &&
          (!strcmp(there->id, row->by) || !strcmp(dz_canonical_family(there)->id, row->by)))
        return true;
    }
  }
  return false;
}

bool dz_section_plays(const dz_report *report, size_t index, const dz_canonical *canonical) {
  const dz_section *section = &report->sections[index];

  if (!section->canonical || !plays(section, canonical)) return false;
  return section->parent == DZ_NO_SECTION || !plays(&report->sections[section->parent], canonical);
}

/* A sentence found inside another part, not at the end of the report. */
static bool is_buried(const dz_section *section) {
  enum {
    OPENED = 75
  }; /* per cent: passages that an opener opens are surer than those wording shows */

  return !section->headed && section->parent != DZ_NO_SECTION && section->confidence * 100 < OPENED;
}

const dz_likely *dz_report_likely(const dz_report *report, const dz_canonical *canonical) {
  for (size_t i = 0; i < report->likely_count; i++)
    if (report->likely[i].canonical == dz_canonical_family(canonical)) return &report->likely[i];
  return NULL;
}

/* A part is called missing only where not one sentence and not one heading looks like it: of the
 * labelled reports, one office left out, none was called so wrongly at this chance. */
static bool may_be_there(const dz_report *report, const dz_canonical *canonical) {
  static const float chance_least = 0.05f;
  const dz_likely *likely = dz_report_likely(report, canonical);

  return likely && likely->chance > chance_least;
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
  if (coverage != DZ_COVERED && has_stand_in(report, canonical)) return DZ_COVERED;
  return coverage == DZ_NOT_COVERED && may_be_there(report, canonical) ? DZ_COVERED_DOUBTFUL
                                                                       : coverage;
}

/* A deputy or a member of the consultative conference reports on that mandate, not on an office. */
static bool is_mandate(const dz_report *report) {
  enum { HEAD = 300 };
  static const uint32_t *const words[] = {U"人大代表", U"政协委员", U"代表职务", U"代表职责",
                                          U"委员职责"};
  uint32_t end = report->text.fold_length < HEAD ? (uint32_t)report->text.fold_length : HEAD;

  return report->type == DZ_TYPE_LVZHI_NPC && !report->role &&
         dz_word_in(report->text.fold, (dz_span){0, end}, words, sizeof words / sizeof *words);
}

dz_requirement dz_report_requires(const dz_report *report, const dz_canonical *canonical) {
  if (report->type >= DZ_TYPE_OTHER || dz_canonical_in(canonical, "front_matter") ||
      dz_canonical_in(canonical, "noise"))
    return DZ_NOT_EXPECTED;
  if (is_mandate(report)) return DZ_OPTIONAL;
  return canonical->required_in[report->type];
}
