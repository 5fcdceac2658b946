/* train_fit.c - fits one linear model */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "train.h"

enum { SEED = 12345, SEEN_LEAST = 2 }; /* a feature of one example only tells nothing */
static const float decay = 1e-4f, first_square = 1e-3f;

void examples_init(examples *e) {
  *e = (examples){dz_array_of(sizeof(uint32_t)), dz_array_of(sizeof(uint64_t)),
                  dz_array_of(sizeof(float)),    dz_array_of(sizeof(uint32_t)),
                  dz_array_of(sizeof(float)),    dz_array_of(sizeof(int32_t))};
}

void examples_free(examples *e) {
  dz_array_free(&e->start);
  dz_array_free(&e->key);
  dz_array_free(&e->value);
  dz_array_free(&e->right);
  dz_array_free(&e->weight);
  dz_array_free(&e->office);
}

static int by_key(const void *a, const void *b) {
  const dz_feature *x = a, *y = b;

  return x->key < y->key ? -1 : x->key > y->key;
}

bool examples_add(examples *e, const dz_array *features, const float *scale, uint32_t right,
                  float weight, int32_t office) {
  uint32_t start = (uint32_t)e->key.count, counts[DZ_GROUP_COUNT + 1] = {0};
  dz_feature *sorted = malloc((features->count + 1) * sizeof *sorted);
  bool ok = sorted && dz_array_append(&e->start, &start, 1) &&
            dz_array_append(&e->right, &right, 1) && dz_array_append(&e->weight, &weight, 1) &&
            dz_array_append(&e->office, &office, 1);

  if (ok) memcpy(sorted, features->items, features->count * sizeof *sorted);
  if (ok) qsort(sorted, features->count, sizeof *sorted, by_key);
  for (size_t i = 0; ok && i < features->count; i++) counts[sorted[i].group]++;
  for (size_t i = 0; ok && i < features->count; i++) {
    uint32_t group = sorted[i].group;
    float value = group == DZ_GROUP_COUNT ? DZ_BIAS_VALUE
                                          : scale[group] / sqrtf((float)counts[group]);
    if (i > 0 && sorted[i].key == sorted[i - 1].key) continue;
    ok = dz_array_append(&e->key, &sorted[i].key, 1) && dz_array_append(&e->value, &value, 1);
  }
  free(sorted);
  return ok;
}

static int by_value(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

  return x < y ? -1 : x > y;
}

/* The features that more than one example has, sorted. */
static bool collect(fitted *out, const examples *e) {
  uint64_t *all = malloc((e->key.count + 1) * sizeof *all);
  size_t kept = 0;

  if (!all) return false;
  if (e->key.count) memcpy(all, e->key.items, e->key.count * sizeof *all);
  qsort(all, e->key.count, sizeof *all, by_value);
  for (size_t i = 0, j; i < e->key.count; i = j) {
    for (j = i; j < e->key.count && all[j] == all[i]; j++) continue;
    if (j - i >= SEEN_LEAST) all[kept++] = all[i];
  }
  out->keys = all;
  out->count = kept;
  return true;
}

typedef struct trainer {
  const examples *e;
  const fit_options *options;
  const uint32_t *start;
  uint32_t *row; /* of each feature of the examples; UINT32_MAX: not in the model */
  float *weights, *squares;
  size_t parts, count;
  uint64_t random;
} trainer;

static uint32_t draw(trainer *t, uint32_t below) {
  t->random = t->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (uint32_t)(t->random >> 33) % below;
}

/* One step towards the set of right parts of an example. */
static void learn(trainer *t, uint32_t example) {
  const float *value = t->e->value.items, *weight = t->e->weight.items;
  uint32_t right = ((const uint32_t *)t->e->right.items)[example];
  double p[DZ_PART_MAX] = {0}, most = -1e30, sum = 0, share = 0;

  for (uint32_t j = t->start[example]; j < t->start[example + 1]; j++)
    if (t->row[j] != UINT32_MAX)
      for (size_t k = 0; k < t->parts; k++)
        p[k] += (double)t->weights[t->row[j] * t->parts + k] * value[j];
  for (size_t k = 0; k < t->parts; k++) most = p[k] > most ? p[k] : most;
  for (size_t k = 0; k < t->parts; k++) sum += p[k] = exp(p[k] - most);
  for (size_t k = 0; k < t->parts; k++) share += right >> k & 1 ? p[k] /= sum : (p[k] /= sum, 0);
  for (size_t k = 0; k < t->parts; k++)
    p[k] = weight[example] * (p[k] - (right >> k & 1 ? p[k] / (share + 1e-12) : 0));
  for (uint32_t j = t->start[example]; j < t->start[example + 1]; j++) {
    if (t->row[j] == UINT32_MAX) continue;
    float *w = t->weights + t->row[j] * t->parts, *g = t->squares + t->row[j] * t->parts;
    for (size_t k = 0; k < t->parts; k++) {
      float slope = (float)p[k] * value[j] + decay * w[k];
      g[k] += slope * slope;
      w[k] -= t->options->rate * slope / sqrtf(g[k]);
    }
  }
}

static void run(trainer *t, uint32_t *order) {
  const int32_t *office = t->e->office.items;
  const uint32_t *right = t->e->right.items;
  uint32_t n = 0;

  for (uint32_t i = 0; i < t->e->right.count; i++)
    if (right[i] &&
        !(t->options->leave && office[i] >= 0 && t->options->leave(office[i], t->options->what)))
      order[n++] = i;
  for (size_t i = 0; i < t->count * t->parts; i++) t->squares[i] = first_square;
  for (int round = 0; round < t->options->rounds; round++) {
    for (uint32_t i = n; i-- > 1;) {
      uint32_t j = draw(t, i + 1), kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    for (uint32_t i = 0; i < n; i++) learn(t, order[i]);
  }
}

typedef struct spread {
  float range;
  size_t row;
} spread;

static int by_range(const void *a, const void *b) {
  const spread *x = a, *y = b;

  if (x->range != y->range) return x->range > y->range ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static int by_row(const void *a, const void *b) {
  const spread *x = a, *y = b;

  return x->row < y->row ? -1 : x->row > y->row;
}

/* Keeps the features whose weights differ most between parts, in the order of their keys; only
 * differences count, so the mean of a feature is taken out. */
static bool prune(fitted *f, size_t parts, size_t keep) {
  spread *all = malloc((f->count + 1) * sizeof *all);

  if (!all) return false;
  for (size_t i = 0; i < f->count; i++) {
    float low = f->weights[i * parts], high = low, mean = 0;
    for (size_t k = 0; k < parts; k++) {
      float w = f->weights[i * parts + k];
      low = w < low ? w : low;
      high = w > high ? w : high;
      mean += w / (float)parts;
    }
    for (size_t k = 0; k < parts; k++) f->weights[i * parts + k] -= mean;
    all[i] = (spread){high - low, i};
    if (f->keys[i] == dz_feature_named(DZ_FEATURE_BIAS, 0)) all[i].range = 1e9f;
  }
  qsort(all, f->count, sizeof *all, by_range);
  if (f->count > keep) f->count = keep;
  qsort(all, f->count, sizeof *all, by_row);
  for (size_t i = 0; i < f->count; i++) {
    f->keys[i] = f->keys[all[i].row];
    memmove(f->weights + i * parts, f->weights + all[i].row * parts, parts * sizeof *f->weights);
  }
  free(all);
  return true;
}

dz_status fit(fitted *out, const examples *e, size_t parts, const fit_options *options,
              dz_error *error) {
  trainer t = {.e = e, .options = options, .parts = parts, .random = SEED};
  dz_map rows;
  uint32_t *order = malloc((e->right.count + 1) * sizeof *order);
  uint32_t end = (uint32_t)e->key.count;
  dz_array start = e->start;
  bool ok = order && collect(out, e);

  dz_map_init(&rows);
  t.row = malloc((e->key.count + 1) * sizeof *t.row);
  t.start = malloc((start.count + 1) * sizeof *t.start);
  ok = ok && t.row && t.start;
  if (ok) {
    out->weights = t.weights = calloc(out->count * parts + 1, sizeof *t.weights);
    t.squares = malloc((out->count * parts + 1) * sizeof *t.squares);
    ok = t.weights && t.squares;
  }
  for (size_t i = 0; ok && i < out->count; i++) {
    uint32_t *row = dz_map_put(&rows, out->keys[i]);
    if (row) *row = (uint32_t)i;
    ok = row != NULL;
  }
  if (ok) {
    const uint64_t *key = e->key.items;
    for (size_t j = 0; j < e->key.count; j++) {
      uint32_t *row = dz_map_get(&rows, key[j]);
      t.row[j] = row ? *row : UINT32_MAX;
    }
    memcpy((uint32_t *)t.start, start.items, start.count * sizeof *t.start);
    ((uint32_t *)t.start)[start.count] = end;
    t.count = out->count;
    run(&t, order);
    ok = prune(out, parts, options->keep);
  }
  free(order);
  free(t.row);
  free((uint32_t *)t.start);
  free(t.squares);
  dz_map_free(&rows);
  return ok ? DZ_OK : dz_fail_memory(error);
}

void fitted_free(fitted *f) {
  free(f->keys);
  free(f->weights);
}
