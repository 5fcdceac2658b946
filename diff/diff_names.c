/* diff_names.c - the names that enums of comparison.h and ledger.h have in JSON */
#include <duizhao/ledger.h>

const char *dz_absence_name(dz_absence why) {
  static const char *const names[] = {"absent", "empty", "merged", "unrecognised"};
  return names[why];
}

const char *dz_reuse_class_name(dz_reuse_class reuse_class) {
  static const char *const names[] = {"formula", "template", "distinctive"};
  return names[reuse_class];
}

const char *dz_slot_kind_name(dz_slot_kind kind) {
  static const char *const names[] = {"number", "date", "place", "unit", "name"};
  return names[kind];
}

const char *dz_change_type_name(dz_change_type type) {
  static const char *const names[] = {"equal",    "rewritten", "moved", "moved_rewritten",
                                      "inserted", "deleted",   "split", "merged"};
  return names[type];
}

const char *dz_fate_name(dz_fate fate) {
  static const char *const names[] = {"absent", "merged", "unreadable"};
  return names[fate];
}

const char *dz_commitment_change_name(dz_commitment_change change) {
  static const char *const names[] = {"kept",      "raised",   "lowered", "softened", "hardened",
                                      "postponed", "reworded", "dropped", "new",      "fulfilled"};
  return names[change];
}

const char *dz_outcome_status_name(dz_outcome_status status) {
  static const char *const names[] = {"met",     "exceeded",    "missed",
                                      "partial", "in_progress", "unreported"};
  return names[status];
}

const char *dz_reading_name(dz_ledger_reading reading) {
  static const char *const names[] = {"well", "no_plan", "no_review", "nothing"};
  return names[reading];
}

const char *dz_reason_name(dz_reason reason) {
  static const char *const names[] = {"",          "period",  "scope", "stock_flow",
                                      "kind",      "planned", "name",  "words",
                                      "no_figure", "not_due", "bound", "other_indicator"};
  return names[reason];
}

const char *dz_renewal_change_name(dz_renewal_change change) {
  static const char *const names[] = {"raised",   "lowered",   "same",    "softened",
                                      "hardened", "postponed", "reworded"};
  return names[change];
}
