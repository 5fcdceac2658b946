/* enum_names.c - names of the enums of the public headers, as JSON and the tables write them */
#include <duizhao/report.h>

const char *dz_noise_kind_name(dz_noise_kind kind) {
  static const char *const names[] = {"paywall",      "advert", "trailer",   "page_number",
                                      "running_head", "layout", "navigation"};
  return names[kind];
}

const char *dz_function_name(dz_function function) {
  static const char *const names[DZ_FUNCTION_COUNT] = {
      "other",   "opening", "report", "problem", "cause",
      "outlook", "plan",    "appeal", "closing", "annex",
  };
  return names[function];
}

const char *dz_comparison_kind_name(dz_comparison_kind kind) {
  static const char *const names[] = {"absolute",  "yoy_pct",  "yoy_abs", "pct_of_target",
                                      "share",     "coverage", "rank",    "cumulative",
                                      "frequency", "from_to"};
  return names[kind];
}

const char *dz_modifier_name(dz_modifier modifier) {
  static const char *const names[] = {"", "左右", "以上", "以内", "力争", "近"};
  return names[modifier];
}

const char *dz_period_kind_name(dz_period_kind kind) {
  static const char *const names[] = {"", "year", "part", "years", "each_year"};
  return names[kind];
}

const char *dz_commitment_kind_name(dz_commitment_kind kind) {
  static const char *const names[] = {"commitment", "target", "forecast", "policy_commitment"};
  return names[kind];
}

const char *dz_commitment_sort_name(dz_commitment_sort sort) {
  static const char *const names[] = {"indicator", "project", "action", "restraint"};
  return names[sort];
}

const char *dz_commitment_grade_name(dz_commitment_grade grade) {
  static const char *const names[] = {"indicator", "project", "measure", "stance"};
  return names[grade];
}

const char *dz_report_type_name(dz_report_type type) {
  static const char *const names[DZ_TYPE_COUNT] = {
      "shuzhi", "shuzhi_lian", "lvzhi_npc", "work_summary", "minzhu_shenghuo",
      "gwr",    "shufa",       "dangjian",  "other",
  };
  return names[type];
}

const char *dz_requirement_name(dz_requirement requirement) {
  static const char *const names[] = {"not_expected", "optional", "customary", "required"};
  return names[requirement];
}
