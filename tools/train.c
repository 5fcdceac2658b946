/* train.c - fits data/section_weights.tsv from labelled reports
 *
 *   train [--leave-out] [--show] [--data DIR] [-o FILE] FOLDER...
 *
 * Every folder holds the reports of one maker: NAME_YEAR.txt and NAME_YEAR.ann. --leave-out fits
 * no table but prints what is read right where the office, then where the maker was left out. */
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/utf8.h"
#include "knowledge/knowledge.h"
#include "knowledge/table.h"
#include "text/phrase.h"
#include "train.h"

enum { BODY_KEEP = 8000, HEADING_KEEP = 3500, REPORTS_MOST = 1000 };
static const float variant_weight = 0.3f, rare_power = 0.7f, rare_most = 4.0f;

typedef struct corpus {
  const dz_knowledge *knowledge;
  labelled *reports;
  size_t count;
  char offices[REPORTS_MOST][64];
  int32_t office_count;
  examples model[DZ_MODEL_COUNT];
} corpus;

static int32_t office_of(corpus *c, const char *name) {
  for (int32_t i = 0; i < c->office_count; i++)
    if (!strcmp(c->offices[i], name)) return i;
  snprintf(c->offices[c->office_count], sizeof c->offices[0], "%s", name);
  return c->office_count++;
}

static int by_name(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static dz_status read_folder(corpus *c, const char *folder, dz_error *error) {
  DIR *directory = opendir(folder);
  char *names[REPORTS_MOST];
  size_t count = 0;
  struct dirent *entry;
  dz_status status = DZ_OK;

  if (!directory) return dz_fail(error, DZ_IO, "%s: cannot open", folder);
  while ((entry = readdir(directory)) != NULL && count < REPORTS_MOST) {
    const char *dot = strrchr(entry->d_name, '.');
    if (!dot || strcmp(dot, ".ann")) continue;
    names[count] = calloc((size_t)(dot - entry->d_name) + 1, 1);
    if (!names[count]) break;
    memcpy(names[count++], entry->d_name, (size_t)(dot - entry->d_name));
  }
  closedir(directory);
  qsort(names, count, sizeof *names, by_name);
  for (size_t i = 0; i < count; i++) {
    if (!status && c->count < REPORTS_MOST)
      status = labelled_read(&c->reports[c->count++], folder, names[i], c->knowledge, error);
    free(names[i]);
  }
  return status;
}

static uint32_t place_of_unit(const labelled *r, const dz_unit *unit) {
  const dz_text *text = &r->draft.report.text;

  return text->origin[unit->fold.start + (unit->fold.end - unit->fold.start) / 2];
}

static dz_status add_report(corpus *c, const labelled *r, dz_error *error) {
  const dz_section_weights *w = c->knowledge->section_weights;
  int32_t office = office_of(c, r->office);
  dz_featurer f = {0};
  dz_status status = dz_featurer_init(&f, &r->draft, r->units.items, r->units.count, error);

  for (size_t i = 0; i < r->units.count && !status; i++) {
    const truth *t = truth_at(r, place_of_unit(r, dz_array_at(&r->units, i)));
    status = dz_features_of_unit(&f, i, error);
    if (!status && !examples_add(&c->model[DZ_MODEL_BODY], &f.features,
                                 dz_group_scale[DZ_MODEL_BODY], parts_of(w, t, false), 1, office))
      status = dz_fail_memory(error);
  }
  for (size_t i = 0; i < r->draft.report.section_count && !status; i++) {
    const truth *t = truth_of_heading(r, &r->draft.report.sections[i]);
    status = dz_features_of_heading(&f, i, error);
    if (!status &&
        !examples_add(&c->model[DZ_MODEL_HEADING], &f.features, dz_group_scale[DZ_MODEL_HEADING],
                      parts_of(w, t, false), 1, office))
      status = dz_fail_memory(error);
  }
  dz_featurer_free(&f);
  return status;
}

/* What a row of the table of cues lists as whole headings. */
static dz_status add_variants_of(corpus *c, dz_featurer *f, const char **fields, dz_arena *arena,
                                 dz_error *error) {
  const dz_section_weights *w = c->knowledge->section_weights;
  truth t = {.id = {fields[0]}, .ids = 1};
  uint32_t right = parts_of(w, &t, true);
  size_t count;
  const char **words = dz_table_list(fields[2], &count, arena);
  dz_status status = words ? DZ_OK : dz_fail_memory(error);

  if (strcmp(fields[1], "variant") || !right) return status;
  for (size_t i = 0; i < count && !status; i++) {
    uint32_t fold[DZ_PHRASE_MAX];
    status = dz_features_of_wording(f, fold, dz_phrase_fold(words[i], fold), error);
    if (!status && !examples_add(&c->model[DZ_MODEL_HEADING], &f->features,
                                 dz_group_scale[DZ_MODEL_HEADING], right, variant_weight, -1))
      status = dz_fail_memory(error);
  }
  return status;
}

static dz_status add_variants(corpus *c, const char *data, dz_error *error) {
  dz_featurer f = {0};
  dz_table table;
  dz_arena arena;
  dz_status status;

  dz_arena_init(&arena);
  status = dz_table_load(&table, "section_cues.tsv", 3, data, &arena, error);
  if (!status) status = dz_featurer_init(&f, &c->reports[0].draft, NULL, 0, error);
  for (size_t i = 0; !status && i < table.row_count; i++)
    status = add_variants_of(c, &f, table.rows[i].fields, &arena, error);
  dz_featurer_free(&f);
  dz_arena_free(&arena);
  return status;
}

/* Rare parts count more, or they would never be believed. */
static void weigh_rare(examples *e) {
  const uint32_t *right = e->right.items;
  float *weight = e->weight.items;
  uint32_t sets[64];
  size_t counts[64] = {0}, kinds = 0, total = 0, i, k;

  for (i = 0; i < e->right.count; i++) {
    if (!right[i]) continue;
    for (k = 0; k < kinds && sets[k] != right[i]; k++) continue;
    if (k == kinds && kinds < 64) sets[kinds++] = right[i];
    if (k < 64) counts[k]++;
    total++;
  }
  for (i = 0; i < e->right.count; i++) {
    for (k = 0; k < kinds && sets[k] != right[i]; k++) continue;
    if (k == kinds) continue;
    float w = powf((float)total / (float)(kinds * counts[k]), rare_power);
    weight[i] = w < rare_most ? w : rare_most;
  }
}

static bool same_office(int32_t office, const void *what) {
  return office == *(const int32_t *)what;
}

typedef struct maker {
  const corpus *c;
  const char *name;
} maker;

static bool is_of(const char *office, const char *name) {
  return !strncmp(office, name, strlen(name)) && office[strlen(name)] == '/';
}

static bool same_maker(int32_t office, const void *what) {
  const maker *m = what;

  return is_of(m->c->offices[office], m->name);
}

/* How often one part follows another, without the offices left out. */
static void count_order(const corpus *c, const fit_options *o, dz_section_weights *w) {
  double first[DZ_PART_MAX], prior[DZ_PART_MAX], then[DZ_PART_MAX][DZ_PART_MAX];
  size_t n = w->part_count;

  for (size_t a = 0; a < n; a++) {
    first[a] = 0.5;
    prior[a] = 1;
    for (size_t b = 0; b < n; b++) then[a][b] = a == b ? 0 : 0.5;
  }
  for (size_t i = 0, at = 0; i < c->count; i++) {
    const labelled *r = &c->reports[i];
    const uint32_t *right = c->model[DZ_MODEL_BODY].right.items;
    const int32_t *office = c->model[DZ_MODEL_BODY].office.items;
    int last = -1;
    for (size_t u = 0; u < r->units.count; u++, at++) {
      uint32_t set = right[at];
      int part = 0;
      if (!set || set & (set - 1) || (o->leave && o->leave(office[at], o->what))) continue;
      while (!(set >> part & 1)) part++;
      prior[part]++;
      if (last < 0)
        first[part]++;
      else if (last != part)
        then[last][part]++;
      last = part;
    }
  }
  double firsts = 0, priors = 0;
  for (size_t a = 0; a < n; a++) firsts += first[a], priors += prior[a];
  for (size_t a = 0; a < n; a++) {
    double sum = 0;
    for (size_t b = 0; b < n; b++) sum += then[a][b];
    for (size_t b = 0; b < n; b++)
      w->then[a][b] = a == b ? 0 : (float)log(then[a][b] / sum * (double)(n - 1));
    w->first[a] = (float)log(first[a] / firsts * (double)n);
    w->prior[a] = (float)log(prior[a] / priors);
  }
}

static int16_t hundredths(float weight) {
  float value = roundf(weight * 100);

  return (int16_t)(value > 30000 ? 30000 : value < -30000 ? -30000 : value);
}

/* Fits both models into `out`, a table as the loader would make it. */
static dz_status fit_all(corpus *c, fit_options options, dz_section_weights *out, dz_arena *arena,
                         fitted models[DZ_MODEL_COUNT], dz_error *error) {
  static const fit_options how[DZ_MODEL_COUNT] = {
      [DZ_MODEL_BODY] = {.rate = 0.3f, .rounds = 12, .keep = BODY_KEEP},
      [DZ_MODEL_HEADING] = {.rate = 0.1f, .rounds = 15, .keep = HEADING_KEEP}};
  const dz_section_weights *known = c->knowledge->section_weights;
  dz_status status = DZ_OK;

  *out = (dz_section_weights){.part_count = known->part_count};
  memcpy(out->part, known->part, sizeof out->part);
  count_order(c, &options, out);
  for (int m = 0; m < DZ_MODEL_COUNT && !status; m++) {
    fit_options own = how[m];
    own.leave = options.leave;
    own.what = options.what;
    models[m] = (fitted){0};
    status = fit(&models[m], &c->model[m], out->part_count, &own, error);
    dz_linear_model *model = &out->model[m];
    if (!status)
      model->weights = dz_arena_array(arena, (models[m].count + 1) * DZ_PART_MAX, sizeof(int16_t));
    if (!status && !model->weights) status = dz_fail_memory(error);
    for (size_t i = 0; i < models[m].count && !status; i++) {
      uint32_t *row = dz_map_put(&model->rows, models[m].keys[i]);
      if (!row) return dz_fail_memory(error);
      *row = (uint32_t)model->count;
      for (size_t k = 0; k < out->part_count; k++)
        model->weights[model->count * DZ_PART_MAX + k] = hundredths(
            models[m].weights[i * out->part_count + k]);
      model->count++;
    }
  }
  return status;
}

/* The feature as the table writes it: kind and name. */
static void put_feature(dz_buffer *b, const corpus *c, uint64_t key) {
  const dz_knowledge *k = c->knowledge;

  if (!(key >> 63)) {
    bool above = (key & 0x1FFFFF) == 1;
    dz_buffer_format(b, "%s\t",
                     dz_feature_kind_name(above ? DZ_FEATURE_ABOVE_GRAM : DZ_FEATURE_GRAM));
    for (int shift = 42; shift >= 0; shift -= 21) {
      uint32_t cp = key >> shift & 0x1FFFFF;
      if (cp > 1) dz_buffer_cp(b, cp);
    }
    return;
  }
  dz_feature_kind kind = (dz_feature_kind)(key >> 32 & 0xFF);
  uint32_t index = (uint32_t)key;
  dz_buffer_format(b, "%s\t", dz_feature_kind_name(kind));
  if (kind == DZ_FEATURE_PLACE)
    dz_buffer_format(b, "%s", dz_place_feature_name(index));
  else if (kind == DZ_FEATURE_CUE || kind == DZ_FEATURE_ABOVE_CUE)
    dz_buffer_format(b, "%s%s:%s", k->taxonomy->nodes[index / DZ_CUE_STEP].id,
                     index & DZ_CUE_FAMILY ? "*" : "",
                     dz_section_cue_kind_name((dz_section_cue_kind)(index % DZ_CUE_FAMILY)));
  else
    dz_buffer_format(b, "%s", kind == DZ_FEATURE_BIAS ? "-" : k->section_hints->name[index]);
}

static void put_weights(dz_buffer *b, const int16_t *weights, size_t count) {
  for (size_t k = 0; k < count; k++) dz_buffer_format(b, "%s%d", k ? " " : "\t", weights[k]);
}

static int by_line(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static void put_order(dz_buffer *b, const char *kind, const char *of, const float *values,
                      size_t count) {
  int16_t weights[DZ_PART_MAX];

  for (size_t k = 0; k < count; k++) weights[k] = hundredths(values[k]);
  dz_buffer_format(b, "order\t%s\t%s", kind, of);
  put_weights(b, weights, count);
  dz_buffer_format(b, "\n");
}

static const char head[] =
    "# section_weights.tsv - what wording weighs for each part of a report; written by `make "
    "train`\n"
    "#\n"
    "#   model    body: of a sentence; heading: of a heading; order: how parts follow each other\n"
    "#   kind     gram: these characters stand in it (^ start, $ end, 0 any number; private\n"
    "#            characters: the year before, reported on, next, later); hint and cue: a row of\n"
    "#            section_hints.tsv, section_cues.tsv; before, after: hint of the sentence next "
    "to\n"
    "#            it; above-...: of the heading above; place: where it stands\n"
    "#   weights  hundredths, one for each part in the order of the first row\n"
    "# model\tkind\tfeature\tweights\n";

static dz_status write_table(const corpus *c, const dz_section_weights *w, const fitted *models,
                             const char *path, dz_error *error) {
  dz_buffer b;
  size_t parts = w->part_count, lines = 0, count = 0;
  char **line = NULL;
  FILE *file = NULL;
  dz_status status = DZ_OK;

  dz_buffer_init(&b);
  for (size_t k = 0; k < parts; k++) put_order(&b, "then", w->part[k]->id, w->then[k], parts);
  put_order(&b, "first", "-", w->first, parts);
  put_order(&b, "prior", "-", w->prior, parts);
  for (int m = 0; m < DZ_MODEL_COUNT; m++)
    for (size_t i = 0; i < models[m].count; i++) {
      dz_buffer_format(&b, "%s\t", m == DZ_MODEL_BODY ? "body" : "heading");
      put_feature(&b, c, models[m].keys[i]);
      put_weights(&b, w->model[m].weights + i * DZ_PART_MAX, parts);
      dz_buffer_format(&b, "\n");
    }
  for (size_t i = 0; i < b.length; i++) lines += b.data[i] == '\n';
  line = b.failed ? NULL : malloc((lines + 1) * sizeof *line);
  if (!line) status = dz_fail_memory(error);
  for (char *at = b.data; !status && count < lines;) {
    char *end = strchr(at, '\n');
    *end = '\0';
    line[count++] = at;
    at = end + 1;
  }
  if (!status) qsort(line, count, sizeof *line, by_line);
  if (!status && !(file = fopen(path, "wb")))
    status = dz_fail(error, DZ_IO, "%s: cannot write", path);
  if (file) {
    fprintf(file, "%sparts\t-\t-\t", head);
    for (size_t k = 0; k < parts; k++) fprintf(file, "%s%s", k ? ";" : "", w->part[k]->id);
    fprintf(file, "\n");
    for (size_t i = 0; i < count; i++) fprintf(file, "%s\n", line[i]);
    if (fclose(file)) status = dz_fail(error, DZ_IO, "%s: cannot write", path);
  }
  free(line);
  dz_buffer_free(&b);
  return status;
}

/* Reads the reports left out with a model that saw none of them. */
static dz_status leave_out(corpus *c, fit_options options, tally *t, bool show, dz_error *error) {
  dz_section_weights weights;
  dz_knowledge known = *c->knowledge;
  dz_arena arena;
  fitted models[DZ_MODEL_COUNT] = {{0}};
  dz_status status;

  dz_arena_init(&arena);
  status = fit_all(c, options, &weights, &arena, models, error);
  known.section_weights = &weights;
  for (size_t i = 0; i < c->count && !status; i++)
    if (options.leave(office_of(c, c->reports[i].office), options.what))
      status = tally_report(t, &c->reports[i], &known, show, error);
  for (int m = 0; m < DZ_MODEL_COUNT; m++) fitted_free(&models[m]);
  dz_section_weights_free(&weights);
  dz_arena_free(&arena);
  return status;
}

static void print_tally(const char *what, const tally *t) {
  printf("%s canon1 %.3f (%zu) implicit %.3f (%zu) wrongly missing %zu of %zu\n", what,
         t->headings ? (double)t->headings_right / (double)t->headings : 0, t->headings,
         t->passages ? (double)t->passages_right / (double)t->passages : 0, t->passages,
         t->called_wrong, t->called);
}

static void add_tally(tally *sum, const tally *t) {
  sum->headings += t->headings;
  sum->headings_right += t->headings_right;
  sum->passages += t->passages;
  sum->passages_right += t->passages_right;
  sum->called += t->called;
  sum->called_wrong += t->called_wrong;
}

static dz_status cross_validate(corpus *c, char **folders, int count, bool show, dz_error *error) {
  tally all = {0}, makers = {0}, own[16] = {{0}};
  dz_status status = DZ_OK;

  for (int32_t o = 0; o < c->office_count && !status; o++) {
    tally t = {0};
    status = leave_out(c, (fit_options){.leave = same_office, .what = &o}, &t, show, error);
    add_tally(&all, &t);
    for (int i = 0; i < count && i < 16; i++) {
      const char *name = strrchr(folders[i], '/');
      if (is_of(c->offices[o], name ? name + 1 : folders[i])) add_tally(&own[i], &t);
    }
  }
  for (int i = 0; i < count && i < 16; i++) print_tally(folders[i], &own[i]);
  print_tally("one office left out:", &all);
  for (int i = 0; i < count && !status; i++) {
    const char *name = strrchr(folders[i], '/');
    maker m = {c, name ? name + 1 : folders[i]};
    tally t = {0};
    status = leave_out(c, (fit_options){.leave = same_maker, .what = &m}, &t, false, error);
    print_tally(folders[i], &t);
    add_tally(&makers, &t);
  }
  print_tally("one maker left out:", &makers);
  return status;
}

static dz_status train(corpus *c, const char *path, dz_error *error) {
  dz_section_weights weights;
  dz_arena arena;
  fitted models[DZ_MODEL_COUNT] = {{0}};
  dz_status status;

  dz_arena_init(&arena);
  status = fit_all(c, (fit_options){0}, &weights, &arena, models, error);
  if (!status) status = write_table(c, &weights, models, path, error);
  for (int m = 0; m < DZ_MODEL_COUNT; m++) fitted_free(&models[m]);
  dz_section_weights_free(&weights);
  dz_arena_free(&arena);
  return status;
}

int main(int argc, char **argv) {
  const char *output = NULL, *data = NULL;
  bool cross = false, show = false;
  char **folders = argv;
  int count = 0;
  dz_error error = {0};
  dz_knowledge *knowledge = NULL;
  static corpus c;
  dz_status status;

  for (int i = 1; i < argc; i++) {
    if (!strcmp(argv[i], "--leave-out"))
      cross = true;
    else if (!strcmp(argv[i], "--show"))
      show = true;
    else if (!strcmp(argv[i], "-o") && i + 1 < argc)
      output = argv[++i];
    else if (!strcmp(argv[i], "--data") && i + 1 < argc)
      data = argv[++i];
    else
      folders[count++] = argv[i];
  }
  status = dz_knowledge_load(&knowledge, data, &error);
  c.knowledge = knowledge;
  c.reports = calloc(REPORTS_MOST, sizeof *c.reports);
  for (int m = 0; m < DZ_MODEL_COUNT; m++) examples_init(&c.model[m]);
  for (int i = 0; i < count && !status; i++) status = read_folder(&c, folders[i], &error);
  for (size_t i = 0; i < c.count && !status; i++) status = add_report(&c, &c.reports[i], &error);
  if (!status && !c.count) status = dz_fail(&error, DZ_IO, "no labelled report");
  if (!status) status = add_variants(&c, data, &error);
  if (!status) weigh_rare(&c.model[DZ_MODEL_BODY]);
  if (!status && cross) status = cross_validate(&c, folders, count, show, &error);
  if (!status && output) status = train(&c, output, &error);
  if (status) fprintf(stderr, "train: %s\n", error.message);
  for (size_t i = 0; i < c.count; i++) labelled_free(&c.reports[i]);
  free(c.reports);
  for (int m = 0; m < DZ_MODEL_COUNT; m++) examples_free(&c.model[m]);
  dz_knowledge_free(knowledge);
  return status != DZ_OK;
}
