/* chain.c - from the evidence of single sentences and headings to the parts of a report
 *
 * Sentences: the likeliest row of parts (Viterbi), in which a change of part has its price.
 * Headings: all that stands below speaks, damped, for sentences of one section are no independent
 * witnesses. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "model.h"

/* Measured by leaving one office out: docs/quality.md. In natural logarithms. */
static const float heading_weight = 1.25f, above_weight = 0.25f;
static const float state_weight = 4.0f; /* what the chain made of the sentences, of a heading */
static const float inherit = 1.0f;      /* a subsection is likelier of the part around it */
/* how much of the frequency of a part is taken out of what a heading says */
static const float heading_prior = 0.1f;
/* wording that opens a part makes the change to it cheaper */
static const float opener_discount = 5.0f;
static const float prior_weight = 0.3f; /* how much of the frequency of a part is taken out */
static const float least = -6.0f;       /* no single witness says more against a part */
static const float change_inside = 2.5f, change_paragraph = 1.5f;
static const float change_heading1 = 0.3f, change_heading = 1.2f;
/* what stands below an admission or a plan is one */
static const float closed = 2.0f;
/* Sentences without tense read like plans: where the heading says otherwise (less than one in ten
 * for a plan), a plan has to be that much likelier: a false promise is worse than a lost one. */
static const float plan_doubted = -2.3f, plan_price = 2.0f;
static const float plan_turn = 2.0f;    /* the same of a turn to a plan within the text */
static const float known = 20.0f;       /* a heading that the table of cues lists as a whole */
static const float opens_least = -3.0f; /* what the heading of an opening says for it at least */
/* what opens a report does not come back, what closes it is seldom followed by anything */
static const float never = 1e6f, after_closing = 3.0f;
static const float body_most = 8.0f, body_power = 0.8f;

typedef struct decoder {
  const dz_section_weights *weights;
  const dz_section *sections;
  size_t section_count;
  size_t parts;
  dz_reading *reading;
} decoder;

static float at_least(float value) {
  return value > least ? value : least;
}

/* A few characters between marks, as menus and lists have them, are no sentence: they say as much
 * less as they are shorter. */
static float unit_evidence(const decoder *d, size_t unit, size_t part) {
  enum { SENTENCE = 10 };
  const dz_unit *u = dz_array_at(&d->reading->units, unit);
  float length = (float)(u->fold.end - u->fold.start) / SENTENCE;
  float odds = at_least(d->reading->unit[unit].part[part] - prior_weight * d->weights->prior[part]);

  return length < 1 ? odds * length : odds;
}

/* What the heading that a unit is the first one below says for a part. */
static float heading_evidence(const decoder *d, int32_t section, size_t part) {
  int32_t above = d->sections[section].parent;
  /* an unknown heading must not make a plan of what is reported */
  bool may_be_rare = !dz_canonical_has(d->weights->part[part], DZ_TRAIT_CLOSED);
  float rare = may_be_rare ? heading_prior * d->weights->prior[part] : 0;
  float sum = heading_weight * at_least(d->reading->heading[section].part[part] - rare);

  if (above != DZ_NO_SECTION) sum += above_weight * at_least(d->reading->heading[above].part[part]);
  if (dz_canonical_has(d->weights->part[part], DZ_TRAIT_PLANS) &&
      d->reading->heading[section].part[part] < plan_doubted)
    sum -= plan_price;
  return sum;
}

static float change_cost(const decoder *d, const dz_unit *unit) {
  if (!unit->start) return unit->paragraph ? change_paragraph : change_inside;
  return unit->section == DZ_NO_SECTION || d->sections[unit->section].level == 1 ? change_heading1
                                                                                 : change_heading;
}

/* The order of a report: log odds of part k behind part j, another one. */
static float order(const decoder *d, size_t j, size_t k) {
  const dz_section_weights *w = d->weights;

  if (dz_canonical_has(w->part[k], DZ_TRAIT_OPENS)) return -never;
  return w->then[j][k] - (dz_canonical_has(w->part[j], DZ_TRAIT_CLOSES) ? after_closing : 0);
}

static void step(const decoder *d, size_t unit, float *sum, uint8_t *from) {
  const dz_unit *u = dz_array_at(&d->reading->units, unit);
  float before[DZ_PART_MAX], cost = change_cost(d, u);

  memcpy(before, sum, sizeof before);
  for (size_t k = 0; k < d->parts; k++) {
    bool plans = dz_canonical_has(d->weights->part[k], DZ_TRAIT_PLANS);
    float said = d->reading->opener[unit] == k + 1 ? opener_discount
                 : plans && !u->start              ? -plan_turn
                                                   : 0;
    size_t best = k;
    float most = before[k];
    for (size_t j = 0; j < d->parts; j++) {
      float other = before[j] + order(d, j, k) - cost + said;
      if (j == k || other <= most) continue;
      most = other;
      best = j;
    }
    from[k] = (uint8_t)best;
    sum[k] = most + unit_evidence(d, unit, k);
    if (u->start && u->section != DZ_NO_SECTION) sum[k] += heading_evidence(d, u->section, k);
  }
}

static dz_status decode_units(const decoder *d, dz_error *error) {
  size_t count = d->reading->units.count, best = 0;
  uint8_t *from = malloc((count + 1) * DZ_PART_MAX);
  float sum[DZ_PART_MAX] = {0};

  if (!from) return dz_fail_memory(error);
  for (size_t k = 0; k < d->parts; k++) sum[k] = d->weights->first[k];
  for (size_t i = 0; i < count; i++) step(d, i, sum, from + i * DZ_PART_MAX);
  for (size_t k = 1; k < d->parts; k++)
    if (sum[k] > sum[best]) best = k;
  for (size_t i = count; i-- > 0;) {
    d->reading->state[i] = (uint8_t)best;
    best = from[i * DZ_PART_MAX + best];
  }
  free(from);
  return DZ_OK;
}

/* What stands below a section, its subsections included. */
typedef struct body {
  double evidence[DZ_PART_MAX]; /* weighed by length */
  double state[DZ_PART_MAX];
  double length, units;
} body;

static bool is_opening(const decoder *d, int32_t section) {
  return dz_canonical_has(d->weights->part[d->reading->label[section]], DZ_TRAIT_OPENS);
}

/* Below an admission or a plan headings name what is lacking or planned. */
static bool is_closed(const decoder *d, int32_t section) {
  return section != DZ_NO_SECTION &&
         dz_canonical_has(d->weights->part[d->reading->label[section]], DZ_TRAIT_CLOSED);
}

static void decode_sections(const decoder *d, body *bodies) {
  for (size_t i = 0; i < d->reading->units.count; i++) {
    const dz_unit *u = dz_array_at(&d->reading->units, i);
    body *b = u->section == DZ_NO_SECTION ? NULL : &bodies[u->section];
    double length = u->fold.end - u->fold.start;
    if (!b) continue;
    b->length += length;
    b->units++;
    b->state[d->reading->state[i]] += length;
    for (size_t k = 0; k < d->parts; k++) b->evidence[k] += length * unit_evidence(d, i, k);
  }
  for (size_t i = d->section_count; i-- > 0;) { /* parents stand before their children */
    body *above = d->sections[i].parent == DZ_NO_SECTION ? NULL : &bodies[d->sections[i].parent];
    if (!above) continue;
    above->length += bodies[i].length;
    above->units += bodies[i].units;
    for (size_t k = 0; k < d->parts; k++) {
      above->evidence[k] += bodies[i].evidence[k];
      above->state[k] += bodies[i].state[k];
    }
  }
  bool opens = true; /* no part behind the opening has been reached */
  for (size_t i = 0; i < d->section_count; i++) {
    const body *b = &bodies[i];
    float *sum = d->reading->section[i].part;
    int32_t above = d->sections[i].parent;
    bool opening = opens || (above != DZ_NO_SECTION && is_opening(d, above));
    double times = b->units ? pow(fmin(b->units, body_most), body_power) / b->length : 0;
    for (size_t k = 0; k < d->parts; k++) {
      sum[k] = heading_evidence(d, (int32_t)i, k) + (float)(times * b->evidence[k]);
      if (above != DZ_NO_SECTION && d->reading->label[above] == k) sum[k] += inherit;
      if (b->length) sum[k] += (float)(state_weight * b->state[k] / b->length);
      if (is_closed(d, above) && !dz_canonical_has(d->weights->part[k], DZ_TRAIT_CLOSED))
        sum[k] -= closed;
      if (d->reading->exact[i] == k + 1 && !is_closed(d, above)) sum[k] += known;
      if (dz_canonical_has(d->weights->part[k], DZ_TRAIT_OPENS) &&
          (!opening || d->reading->heading[i].part[k] < opens_least))
        sum[k] -= never;
      if (sum[k] > sum[d->reading->label[i]]) d->reading->label[i] = (uint8_t)k;
    }
    opens = opens && is_opening(d, (int32_t)i);
  }
}

dz_status dz_reading_decode(dz_reading *reading, const dz_draft *draft, dz_error *error) {
  decoder d = {.weights = draft->knowledge->section_weights,
               .sections = draft->report.sections,
               .section_count = draft->report.section_count,
               .parts = draft->knowledge->section_weights->part_count,
               .reading = reading};
  body *bodies = calloc(d.section_count + 1, sizeof *bodies);
  dz_status status = bodies ? decode_units(&d, error) : dz_fail_memory(error);

  if (!status) decode_sections(&d, bodies);
  free(bodies);
  return status;
}
