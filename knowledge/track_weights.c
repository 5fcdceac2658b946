/* track_weights.c - see track_weights.h */
#include "track_weights.h"

#include <string.h>

#include "base/error.h"
#include "table.h"

enum { MODEL, SIGN, WEIGHT, COLUMNS, DIGITS_MOST = 6 };

static const char *const place_signs[DZ_SEEN_SIGNS] = {
    "found",    "found-some", "found-most", "wide",    "weight",   "asked",     "named",
    "names",    "chars",      "chars-near", "run",     "head",     "front",     "topic",
    "unit",     "value",      "near-value", "lone",    "no-unit",  "no-figure", "dated",
    "month",    "problem",    "other",      "plans",   "carried",  "recalls",   "done",
    "failed",   "under-way",  "step",       "several", "promises", "first",     "behind",
    "namesake", "length",     "answers",    "refused", "taken",    "kept",      "broken",
    "always",   "chance",     "figure",     "bar",     "project",  "rare"};
static const char *const told_signs[DZ_TOLD_SIGNS] = {
    "always",     "figure-met", "figure-short", "figure-half",  "no-figure",      "only",
    "not",        "late",       "under-way",    "rest",         "done",           "recalls",
    "cause",      "not-near",   "only-near",    "late-near",    "under-way-near", "rest-near",
    "cause-near", "date-kept",  "date-late",    "step-reached", "step-below",     "bar-kept",
    "bar-broken", "bar",        "parts",        "parts-lack",   "project",        "strives",
    "dated",      "problem",    "lack",         "lack-near",    "extent",         "extent-lack",
    "start-not",  "done-near",  "rule-met",     "rule-missed",  "rule-open"};
static const char *const whats[DZ_TOLD_WHATS] = {"met", "missed", "open"};

const char *dz_seen_sign_name(dz_seen_sign sign) {
  return place_signs[sign];
}

const char *dz_told_sign_name(dz_told_sign sign) {
  return told_signs[sign];
}

const char *dz_told_what_name(dz_told_what what) {
  return whats[what];
}

/* Hundredths, with a minus or without. */
static bool read_weight(double *out, const char *field) {
  bool minus = *field == '-';
  size_t length = strlen(field + minus);
  long value = 0;

  if (!length || length > DIGITS_MOST) return false;
  for (const char *c = field + minus; *c; c++) {
    if (*c < '0' || *c > '9') return false;
    value = value * 10 + (*c - '0');
  }
  *out = (double)(minus ? -value : value) / 100;
  return true;
}

dz_status dz_track_weights_load(dz_track_weights *out, const char *directory, dz_arena *arena,
                                dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "track_weights.tsv", COLUMNS, directory, arena, error);

  *out = (dz_track_weights){0};
  if (status) return status;
  for (size_t row = 0; row < table.row_count; row++) {
    const char **fields = table.rows[row].fields;
    int what = dz_table_index(whats, DZ_TOLD_WHATS, fields[MODEL]);
    bool place = !strcmp(fields[MODEL], "place"), accept = !strcmp(fields[MODEL], "accept");
    int sign = place || accept ? dz_table_index(place_signs, DZ_SEEN_SIGNS, fields[SIGN])
                               : dz_table_index(told_signs, DZ_TOLD_SIGNS, fields[SIGN]);
    double weight;
    if (!place && !accept && what < 0)
      return dz_table_fail(&table, row, "the model is place, accept, met, missed or open", error);
    if (sign < 0) return dz_table_fail(&table, row, "no such sign", error);
    if (!read_weight(&weight, fields[WEIGHT]))
      return dz_table_fail(&table, row, "the weight is no whole number", error);
    *(place ? &out->place[sign] : accept ? &out->accept[sign] : &out->told[what][sign]) = weight;
  }
  return DZ_OK;
}
