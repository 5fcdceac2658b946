/* report_names.c - the names that enums of report.h have in JSON */
#include <duizhao/report.h>

const char *dz_noise_kind_name(dz_noise_kind kind) {
  static const char *const names[] = {"paywall", "advert", "trailer", "page_number", "running_head", "layout",
                                      "navigation"};
  return names[kind];
}

const char *dz_comparison_kind_name(dz_comparison_kind kind) {
  static const char *const names[] = {"absolute", "yoy_pct", "yoy_abs", "pct_of_target", "share",
                                      "coverage", "rank", "cumulative", "frequency", "from_to"};
  return names[kind];
}

const char *dz_modifier_name(dz_modifier modifier) {
  static const char *const names[] = {"", "左右", "以上", "以内", "力争", "近"};
  return names[modifier];
}

const char *dz_commitment_kind_name(dz_commitment_kind kind) {
  static const char *const names[] = {"commitment", "target", "forecast", "policy_commitment"};
  return names[kind];
}

const char *dz_commitment_sort_name(dz_commitment_sort sort) {
  static const char *const names[] = {"indicator", "project", "action", "restraint"};
  return names[sort];
}
