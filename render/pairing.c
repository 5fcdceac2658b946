/* pairing.c - see pairing.h */
#include "pairing.h"

dz_pairing dz_pairing_whole(const dz_comparison *c) {
  return (dz_pairing){.all = c->reports,
                      .count = c->report_count,
                      .index = {0, 1},
                      .reports = {c->reports[0], c->reports[1]},
                      .alignment = c->alignment,
                      .alignment_count = c->alignment_count,
                      .unpaired = c->unpaired,
                      .unpaired_count = c->unpaired_count,
                      .changes = c->changes,
                      .change_count = c->change_count,
                      .two_offices = c->two_offices};
}

dz_pairing dz_pairing_step(const dz_comparison *c, const dz_step *step) {
  return (dz_pairing){.all = c->reports,
                      .count = c->report_count,
                      .index = {step->a, step->b},
                      .reports = {c->reports[step->a], c->reports[step->b]},
                      .alignment = step->alignment,
                      .alignment_count = step->alignment_count,
                      .unpaired = step->unpaired,
                      .unpaired_count = step->unpaired_count,
                      .changes = step->changes,
                      .change_count = step->change_count};
}

dz_change_group dz_change_group_of(const dz_change *change) {
  if (change->type == DZ_CHANGE_EQUAL) return DZ_GROUP_EQUAL;
  if (change->type == DZ_CHANGE_INSERTED) return DZ_GROUP_INSERTED;
  if (change->type == DZ_CHANGE_DELETED) return DZ_GROUP_DELETED;
  if (change->attributes & DZ_ATTR_NUMBER) return DZ_GROUP_NUMBER;
  if (change->attributes & DZ_ATTR_NEGATION) return DZ_GROUP_NEGATION;
  if (change->attributes & DZ_ATTR_DEGREE) return DZ_GROUP_DEGREE;
  if (change->type == DZ_CHANGE_MOVED || change->type == DZ_CHANGE_MOVED_REWRITTEN)
    return DZ_GROUP_MOVED;
  if (change->attributes & (DZ_ATTR_DATE | DZ_ATTR_PUNCTUATION | DZ_ATTR_SCRIPT))
    return DZ_GROUP_SLIGHT;
  return change->attributes & DZ_ATTR_REPLACED ? DZ_GROUP_REPLACED : DZ_GROUP_REWRITTEN;
}

const char *dz_change_group_label(dz_change_group group, bool chinese) {
  static const char *const zh[] = {
      "数值改动", "否定改动", "程度词改动",         "移动", "改写", "另写",
      "新增",     "删去",     "仅日期、标点或字形", "照用"};
  static const char *const en[] = {"figures",  "negation",  "words of degree",
                                   "moved",    "rewritten", "written anew",
                                   "added",    "removed",   "dates, punctuation or script only",
                                   "unchanged"};
  return chinese ? zh[group] : en[group];
}

dz_change_counts dz_change_count(const dz_pairing *pairing) {
  dz_change_counts counts = {0};

  for (size_t i = 0; i < pairing->change_count; i++) {
    const dz_change *change = &pairing->changes[i];
    size_t length = 0;
    for (size_t k = 0; k < change->b_count; k++) length += change->b[k].end - change->b[k].start;
    counts.of_type[change->type]++;
    counts.characters[change->type] += length;
    counts.total += length;
    counts.numbers += (change->attributes & DZ_ATTR_NUMBER) != 0;
    counts.replaced += (change->attributes & DZ_ATTR_REPLACED) != 0;
    counts.degrees += (change->attributes & DZ_ATTR_DEGREE) != 0;
  }
  return counts;
}
