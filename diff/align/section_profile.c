/* section_profile.c - see section_profile.h */
#include "section_profile.h"

#include <math.h>
#include <string.h>

#include "sentence_align.h"

bool dz_profile_takes_part(const dz_profile *profile, size_t section) {
  return profile->report->sections[section].headed;
}

static bool prepare(dz_profile *out, const dz_report *report, const dz_gram_side *grams,
                    dz_arena *scratch) {
  size_t total = 0;

  *out = (dz_profile){.report = report, .count = report->section_count};
  out->start = dz_arena_array(scratch, out->count + 1, sizeof *out->start);
  out->first = dz_arena_array(scratch, out->count, sizeof *out->first);
  out->end = dz_arena_array(scratch, out->count, sizeof *out->end);
  out->norm = dz_arena_array(scratch, out->count, sizeof *out->norm);
  out->mate = dz_arena_array(scratch, out->count, sizeof *out->mate);
  out->similarity = dz_arena_array(scratch, out->count, sizeof *out->similarity);
  if (!out->start || !out->first || !out->end || !out->norm || !out->mate || !out->similarity)
    return false;
  for (size_t i = 0; i < out->count; i++) {
    out->mate[i] = DZ_NO_SECTION;
    if (!dz_profile_takes_part(out, i)) continue;
    out->first[i] = dz_sentence_at(report, report->sections[i].extent.start);
    out->end[i] = dz_sentence_at(report, report->sections[i].extent.end);
    total += grams->start[out->end[i]] - grams->start[out->first[i]];
  }
  out->gram = dz_arena_array(scratch, total, sizeof *out->gram);
  out->value = dz_arena_array(scratch, total, sizeof *out->value);
  return out->gram && out->value;
}

/* Counts the bigrams of every section: `times` is 0 for each on entry and exit. */
static void fill(dz_profile *out, const dz_gram_side *grams, const uint32_t *weight,
                 uint32_t *times) {
  size_t at = 0;

  for (size_t s = 0; s < out->count; s++) {
    double sum = 0;
    out->start[s] = at;
    for (uint32_t i = grams->start[out->first[s]]; i < grams->start[out->end[s]]; i++)
      if (!times[grams->grams[i]]++) out->gram[at++] = grams->grams[i];
    for (size_t i = out->start[s]; i < at; i++) {
      double value = weight[out->gram[i]] * (1 + log(times[out->gram[i]]));
      out->value[i] = (float)value;
      sum += value * value;
      times[out->gram[i]] = 0;
    }
    out->norm[s] = sqrt(sum);
  }
  out->start[out->count] = at;
}

bool dz_profile_build(dz_profile *out, const dz_report *report, const dz_grams *grams, int side,
                      uint32_t *times, dz_arena *arena) {
  if (!prepare(out, report, &grams->sides[side], arena)) return false;
  fill(out, &grams->sides[side], grams->weight, times);
  return true;
}

double dz_profile_cosine(const dz_profile *left, int32_t x, const dz_profile *right, int32_t y,
                         float *value) {
  double dot = 0;

  for (size_t i = left->start[x]; i < left->start[x + 1]; i++)
    value[left->gram[i]] = left->value[i];
  for (size_t i = right->start[y]; i < right->start[y + 1]; i++)
    dot += (double)value[right->gram[i]] * right->value[i];
  for (size_t i = left->start[x]; i < left->start[x + 1]; i++) value[left->gram[i]] = 0;
  return dot > 0 ? dot / (left->norm[x] * right->norm[y]) : 0;
}

double dz_profile_share(const dz_profile *small, int32_t part, const dz_profile *large,
                        int32_t whole, const uint32_t *weight, uint32_t *has) {
  double found = 0, all = 0;

  for (size_t i = large->start[whole]; i < large->start[whole + 1]; i++) has[large->gram[i]] = 1;
  for (size_t i = small->start[part]; i < small->start[part + 1]; i++) {
    all += weight[small->gram[i]];
    if (has[small->gram[i]]) found += weight[small->gram[i]];
  }
  for (size_t i = large->start[whole]; i < large->start[whole + 1]; i++) has[large->gram[i]] = 0;
  return all > 0 ? found / all : 0;
}

/* The folded text of a section, heading and subsections included. */
static const uint32_t *text_of(const dz_profile *side, size_t section, size_t *length) {
  const dz_text *text = &side->report->text;
  dz_span extent = side->report->sections[section].extent;
  size_t start = dz_text_fold_position(text, extent.start);

  *length = dz_text_fold_position(text, extent.end) - start;
  return text->fold + start;
}

uint64_t dz_profile_text_hash(const dz_profile *profile, size_t section) {
  size_t length;
  const uint32_t *text = text_of(profile, section, &length);
  uint64_t hash = length;

  for (size_t i = 0; i < length; i++) hash = (hash ^ text[i]) * 0x9E3779B97F4A7C15u + (hash >> 29);
  return hash;
}

bool dz_profile_same_text(const dz_profile *left, size_t x, const dz_profile *right, size_t y) {
  size_t length[2];
  const uint32_t *a = text_of(left, x, &length[0]), *b = text_of(right, y, &length[1]);

  return length[0] == length[1] && !memcmp(a, b, length[0] * sizeof *a);
}
