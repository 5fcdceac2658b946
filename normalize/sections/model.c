/* model.c - see model.h */
#include "model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "knowledge/knowledge.h"

typedef struct scorer {
  const dz_section_weights *weights;
  const dz_linear_model *model;
  const float *scale;
  uint32_t *seen; /* per row: the last thing it was counted for, so that it counts once */
  uint32_t round;
} scorer;

static void normalise(dz_part_odds *e, size_t parts) {
  float most = e->part[0], sum = 0;

  for (size_t k = 1; k < parts; k++) most = e->part[k] > most ? e->part[k] : most;
  for (size_t k = 0; k < parts; k++) sum += expf(e->part[k] - most);
  for (size_t k = 0; k < parts; k++) e->part[k] -= most + logf(sum);
}

static void score(scorer *s, const dz_array *features, dz_part_odds *out) {
  int32_t sums[DZ_GROUP_COUNT + 1][DZ_PART_MAX] = {{0}};
  uint32_t counts[DZ_GROUP_COUNT + 1] = {0};
  const dz_feature *feature = features->items;
  size_t parts = s->weights->part_count;

  s->round++;
  for (size_t i = 0; i < features->count; i++, feature++) {
    const uint32_t *row = dz_map_get(&s->model->rows, feature->key);
    counts[feature->group]++;
    if (!row || s->seen[*row] == s->round) continue;
    s->seen[*row] = s->round;
    const int16_t *weight = s->model->weights + (size_t)*row * DZ_PART_MAX;
    for (size_t k = 0; k < DZ_PART_MAX; k++) sums[feature->group][k] += weight[k];
  }
  memset(out, 0, sizeof *out);
  for (size_t g = 0; g <= DZ_GROUP_COUNT; g++) {
    float value = g == DZ_GROUP_COUNT ? DZ_BIAS_VALUE
                  : counts[g]         ? s->scale[g] / sqrtf((float)counts[g])
                                      : 0;
    for (size_t k = 0; k < parts; k++) out->part[k] += value * (float)sums[g][k] / 100;
  }
  normalise(out, parts);
}

static scorer scorer_of(const dz_draft *draft, int model) {
  const dz_section_weights *weights = draft->knowledge->section_weights;

  return (scorer){.weights = weights,
                  .model = &weights->model[model],
                  .scale = dz_group_scale[model],
                  .seen = calloc(weights->model[model].count + 1, sizeof(uint32_t))};
}

/* 1 + index of the part of which the unit read last has the most opening words; 0: it has none. */
static uint8_t opener_of(const dz_featurer *f, const dz_draft *draft) {
  enum { OPENER_LEAST = 4 };
  const dz_section_weights *w = draft->knowledge->section_weights;
  const dz_taxonomy *taxonomy = draft->knowledge->taxonomy;
  const dz_canonical *best = NULL;
  uint32_t most = OPENER_LEAST - 1;

  for (size_t i = 0; i < taxonomy->node_count; i++) {
    if (f->scores[i].opener <= most) continue;
    most = f->scores[i].opener;
    best = dz_canonical_family(&taxonomy->nodes[i]);
  }
  for (size_t k = 0; best && k < w->part_count; k++)
    if (w->part[k] == best) return (uint8_t)(k + 1);
  return 0;
}

static dz_status score_all(dz_reading *r, dz_featurer *f, const dz_draft *draft, dz_error *error) {
  scorer body = scorer_of(draft, DZ_MODEL_BODY), heading = scorer_of(draft, DZ_MODEL_HEADING);
  dz_status status = body.seen && heading.seen ? DZ_OK : dz_fail_memory(error);

  for (size_t i = 0; i < r->units.count && !status; i++) {
    status = dz_features_of_unit(f, i, error);
    if (!status) score(&body, &f->features, &r->unit[i]);
    if (!status) r->opener[i] = opener_of(f, draft);
  }
  for (size_t i = 0; i < draft->report.section_count && !status; i++) {
    status = dz_features_of_heading(f, i, error);
    if (!status) score(&heading, &f->features, &r->heading[i]);
  }
  free(body.seen);
  free(heading.seen);
  return status;
}

dz_status dz_reading_make(dz_reading *out, const dz_draft *draft, dz_error *error) {
  dz_featurer f = {0};
  size_t sections = draft->report.section_count;
  dz_status status;

  *out = (dz_reading){.units = dz_array_of(sizeof(dz_unit))};
  status = dz_units_cut(&out->units, draft, error);
  if (status) return status;
  out->unit = malloc((out->units.count + 1) * sizeof *out->unit);
  out->opener = calloc(out->units.count + 1, 1);
  out->state = calloc(out->units.count + 1, 1);
  out->heading = malloc((sections + 1) * sizeof *out->heading);
  out->section = calloc(sections + 1, sizeof *out->section);
  out->label = calloc(sections + 1, 1);
  if (!out->unit || !out->state || !out->opener || !out->heading || !out->section || !out->label)
    return dz_fail_memory(error);
  status = dz_featurer_init(&f, draft, out->units.items, out->units.count, error);
  if (!status) status = score_all(out, &f, draft, error);
  if (!status) status = dz_reading_decode(out, draft, error);
  dz_featurer_free(&f);
  return status;
}

void dz_reading_free(dz_reading *r) {
  dz_array_free(&r->units);
  free(r->unit);
  free(r->opener);
  free(r->state);
  free(r->heading);
  free(r->section);
  free(r->label);
}
