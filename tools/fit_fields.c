/* fit_fields.c - makes data/field_words.tsv: by what wording the field of a section is known
 *
 *   fit_fields [--data DIR] [--labelled FOLDER]... [-o FILE] REPORT...
 *
 * A section speaks for a field if its heading names that field and no other
 * (data/section_cues.tsv), or its annotation does. Complement naive Bayes over runs of two to four
 * characters: how much likelier a section of the field has the run than one of the other fields of
 * the same part. Only counts go into the table: no run that few sections have. The same on every
 * run. */
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/utf8.h"
#include "knowledge/knowledge.h"
#include "knowledge/section_cues.h"
#include "knowledge/taxonomy.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"
#include "train.h"

enum {
  BODY_LEAST = 20,
  BODY_MOST = 3000,
  RUN_MOST = 4,      /* characters */
  RUN_LEAST = 4,     /* sections that have a run of the table, */
  OFFICES_LEAST = 5, /* and offices: names of places stand in the reports of few */
  WORDS_MOST = 700,  /* of one field */
  WEIGHT_MOST = 9,
  CUE_POINTS = 6,
  FILE_MOST = 1 << 24
};
/* characters that join words */
static const uint32_t joints[] =
    U"的了和与及等在为是对以到至于把将一二三四五六七八九十百千万亿年月日个";
static const float odds_least = 1.0f, share_least = 0.004f, labelled_weight = 3.0f;

typedef struct run {
  uint64_t key;
  uint32_t last;    /* the section it was counted for last */
  uint64_t offices; /* one bit each, by a hash of the name */
  float *count;     /* one per node */
} run;

typedef struct counts {
  const dz_knowledge *knowledge;
  dz_section_score *scores;
  dz_map map;
  dz_array runs; /* run */
  float *total;  /* sections per node */
  uint32_t sections;
  uint64_t office; /* of the report that is read: its bit */
  size_t nodes;
} counts;

static bool is_field(const dz_canonical *node) {
  return node->parent &&
         !dz_canonical_has(node, DZ_TRAIT_CLOSED | DZ_TRAIT_OPENS | DZ_TRAIT_CLOSES |
                                     DZ_TRAIT_FRAME | DZ_TRAIT_WORK_REPORT);
}

static bool count_run(counts *c, uint64_t key, int32_t node, float weight) {
  uint32_t *place = dz_map_get(&c->map, key);
  run *r;

  if (!place) {
    run fresh = {.key = key, .count = calloc(c->nodes, sizeof(float))};
    place = fresh.count ? dz_map_put(&c->map, key) : NULL;
    if (!place || !dz_array_append(&c->runs, &fresh, 1)) return false;
    *place = (uint32_t)c->runs.count - 1;
  }
  r = dz_array_at(&c->runs, *place);
  if (r->last == c->sections) return true;
  r->last = c->sections;
  r->offices |= c->office;
  r->count[node] += weight;
  return true;
}

static dz_status count_section(counts *c, const dz_text *text, dz_span body,
                               const dz_canonical *node, float weight, dz_error *error) {
  if (body.end > body.start + BODY_MOST) body.end = body.start + BODY_MOST;
  if (body.end < body.start + BODY_LEAST || !is_field(node)) return DZ_OK;
  c->sections++;
  c->total[node->order] += weight;
  for (uint32_t i = body.start; i < body.end; i++) {
    uint64_t key = 0;
    for (uint32_t n = 0; n < RUN_MOST && i + n < body.end && dz_is_han(text->fold[i + n]) &&
                         text->fold[i + n] < 0x10000 && !dz_cp_in(text->fold[i + n], joints);
         n++) {
      key = key << 16 | text->fold[i + n];
      if (n && !count_run(c, key, node->order, weight)) return dz_fail_memory(error);
    }
  }
  return DZ_OK;
}

/* The office of a report: its path up to the year behind the last _. */
static void set_office(counts *c, const char *path) {
  const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
  const char *year = strrchr(name, '_');
  uint64_t hash = 0;

  for (const char *at = name; *at && at != year; at++) hash = dz_mix(hash ^ (unsigned char)*at);
  c->office = UINT64_C(1) << (hash & 63);
}

/* The field that a heading names and no other, or NULL. */
static const dz_canonical *named_by(counts *c, const dz_text *text, dz_span heading) {
  const dz_taxonomy *taxonomy = c->knowledge->taxonomy;
  const dz_canonical *best = NULL;

  dz_section_cues_score_heading(c->knowledge->section_cues, text->fold, heading, c->scores);
  for (size_t i = 0; i < taxonomy->node_count; i++) {
    const dz_canonical *node = &taxonomy->nodes[i];
    const dz_section_score *s = &c->scores[i];
    if (!is_field(node) || (!s->exact && s->strong < CUE_POINTS + s->veto)) continue;
    if (best) return NULL;
    best = node;
  }
  return best;
}

static dz_span below(const dz_text *text, const dz_section *section) {
  dz_span body = dz_span_to_fold(text, section->extent);

  body.start = (uint32_t)dz_text_fold_position(text, section->heading.end);
  return body;
}

static dz_status count_report(counts *c, const char *path, dz_error *error) {
  dz_read_options options = {0};
  dz_draft draft;
  char *bytes = NULL;
  size_t length;
  dz_status status = dz_file_read(&bytes, &length, path, FILE_MOST, error);

  set_office(c, path);
  dz_draft_init(&draft, c->knowledge);
  draft.report.path = path;
  if (!status) status = dz_draft_outline(&draft, bytes, length, &options, error);
  for (size_t i = 0; !status && i < draft.report.section_count; i++) {
    const dz_section *s = &draft.report.sections[i];
    const dz_canonical *node = named_by(c, &draft.report.text,
                                        dz_span_to_fold(&draft.report.text, s->heading));
    /* the parts on study, style or integrity are of persons, such reports are of offices */
    if (node && dz_canonical_has(node, DZ_TRAIT_DUTIES))
      status = count_section(c, &draft.report.text, below(&draft.report.text, s), node, 1, error);
  }
  free(bytes);
  dz_draft_free_scratch(&draft);
  dz_arena_free(&draft.arena);
  return status;
}

static int by_name(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static dz_status count_labelled(counts *c, const char *folder, dz_error *error) {
  enum { MOST = 1000 };
  DIR *directory = opendir(folder);
  char *names[MOST];
  size_t count = 0;
  struct dirent *entry;
  dz_status status = DZ_OK;

  if (!directory) return dz_fail(error, DZ_IO, "%s: cannot open", folder);
  while ((entry = readdir(directory)) != NULL && count < MOST) {
    const char *dot = strrchr(entry->d_name, '.');
    if (dot && !strcmp(dot, ".ann")) names[count++] = strdup(entry->d_name);
  }
  closedir(directory);
  qsort(names, count, sizeof *names, by_name);
  for (size_t n = 0; n < count; n++) {
    labelled r = {0};
    *strrchr(names[n], '.') = '\0';
    set_office(c, names[n]);
    if (!status) {
      status = labelled_read(&r, folder, names[n], c->knowledge, error);
      for (size_t i = 0; !status && i < r.count; i++) {
        const dz_text *text = &r.draft.report.text;
        const truth *t = &r.truths[i];
        const dz_canonical *node = dz_taxonomy_find(c->knowledge->taxonomy, t->id[0]);
        dz_span body = dz_span_to_fold(text, (dz_span){t->level ? t->end : t->start, t->extent});
        if (node) status = count_section(c, text, body, node, labelled_weight, error);
      }
      labelled_free(&r);
    }
    free(names[n]);
  }
  return status;
}

typedef struct scored {
  uint64_t key;
  float odds, here, worth;
  bool dropped;
} scored;

/* Of a run and the two that are one character shorter, those stay that say something of their own:
 * 共卫 always stands in 公共卫, 公路主 says no more than 公路. */
static void drop_fragments(scored *list, size_t count) {
  static const float always = 0.8f, more = 0.5f;
  dz_map places = {0};

  for (size_t i = 0; i < count; i++) {
    uint32_t *place = dz_map_put(&places, list[i].key);
    if (place) *place = (uint32_t)i + 1;
  }
  for (size_t i = 0; i < count; i++) {
    uint64_t key = list[i].key;
    int length = key >> 48 ? 4 : key >> 32 ? 3 : 2;
    uint64_t parts[2] = {key >> 16, key & ((UINT64_C(1) << (16 * (length - 1))) - 1)};
    for (int k = 0; k < 2 && length > 2; k++) {
      const uint32_t *place = dz_map_get(&places, parts[k]);
      scored *part = place && *place ? &list[*place - 1] : NULL;
      if (!part) continue;
      if (list[i].here >= always * part->here)
        part->dropped = true;
      else if (list[i].odds < part->odds + more)
        list[i].dropped = true;
    }
  }
  dz_map_free(&places);
}

static int by_worth(const void *a, const void *b) {
  const scored *x = a, *y = b;

  if (x->worth != y->worth) return x->worth < y->worth ? 1 : -1;
  return x->key < y->key ? -1 : x->key > y->key;
}

static void put_run(FILE *file, uint64_t key, const char *before) {
  dz_buffer b;

  dz_buffer_init(&b);
  for (int shift = 48; shift >= 0; shift -= 16)
    if (key >> shift & 0xFFFF) dz_buffer_cp(&b, key >> shift & 0xFFFF);
  fprintf(file, "%s%.*s", before, (int)b.length, b.data);
  dz_buffer_free(&b);
}

/* The rows of one field, heaviest first. */
static dz_status write_field(const counts *c, const dz_canonical *node, FILE *file,
                             dz_error *error) {
  const dz_taxonomy *taxonomy = c->knowledge->taxonomy;
  const run *runs = c->runs.items;
  scored *list = calloc(c->runs.count + 1, sizeof *list);
  float own = c->total[node->order], others = 0;
  size_t count = 0;

  if (!list) return dz_fail_memory(error);
  for (size_t k = 0; k < c->nodes; k++)
    if (taxonomy->nodes[k].parent == node->parent && k != (size_t)node->order)
      others += c->total[k];
  for (size_t i = 0; i < c->runs.count; i++) {
    float here = runs[i].count[node->order], there = 0, odds;
    if (here < RUN_LEAST || here < share_least * own) continue;
    if (__builtin_popcountll(runs[i].offices) < OFFICES_LEAST) continue;
    for (size_t k = 0; k < c->nodes; k++)
      if (taxonomy->nodes[k].parent == node->parent && k != (size_t)node->order)
        there += runs[i].count[k];
    odds = logf((here + 0.5f) / (own + 1)) - logf((there + 0.5f) / (others + 1));
    if (odds < odds_least) continue;
    list[count++] = (scored){.key = runs[i].key, .odds = odds, .here = here, .worth = odds * here};
  }
  drop_fragments(list, count);
  for (size_t i = 0, all = count; i < all; i++) {
    if (!i) count = 0;
    if (!list[i].dropped) list[count++] = list[i];
  }
  qsort(list, count, sizeof *list, by_worth);
  if (count > WORDS_MOST) count = WORDS_MOST;
  for (int weight = WEIGHT_MOST; weight > 0; weight--) {
    bool open = false;
    for (size_t i = 0; i < count; i++) {
      int rounded = (int)lroundf(2 * list[i].odds);
      if ((rounded > WEIGHT_MOST ? WEIGHT_MOST : rounded) != weight) continue;
      if (!open) fprintf(file, "%s\t%d\t", node->id, weight);
      put_run(file, list[i].key, open ? ";" : "");
      open = true;
    }
    if (open) fprintf(file, "\n");
  }
  free(list);
  return DZ_OK;
}

static const char head[] =
    "# field_words.tsv - wording by which the field of a section is known from its body; written "
    "by "
    "tools/fit_fields.c\n"
    "#\n"
    "#   id      a section of sections.tsv\n"
    "#   weight  how much likelier a section of this field has the wording than another one of the "
    "same part:\n"
    "#           half units of the natural logarithm\n"
    "#   words   separated by ;\n"
    "# id\tweight\twords\n";

static dz_status write_table(const counts *c, const char *path, dz_error *error) {
  FILE *file = fopen(path, "wb");
  dz_status status = DZ_OK;

  if (!file) return dz_fail(error, DZ_IO, "%s: cannot write", path);
  fputs(head, file);
  for (size_t k = 0; k < c->nodes && !status; k++) {
    const dz_canonical *node = &c->knowledge->taxonomy->nodes[k];
    if (!is_field(node) || !dz_canonical_has(node, DZ_TRAIT_DUTIES)) continue;
    fprintf(stderr, "%s %.0f\n", node->id, (double)c->total[k]);
    status = write_field(c, node, file, error);
  }
  if (fclose(file) && !status) status = dz_fail(error, DZ_IO, "%s: cannot write", path);
  return status;
}

int main(int argc, char **argv) {
  const char *data = NULL, *path = "field_words.tsv";
  dz_knowledge *knowledge = NULL;
  dz_error error = {0};
  counts c = {.runs = dz_array_of(sizeof(run))};
  dz_status status;

  if (argc > 2 && !strcmp(argv[1], "--data")) {
    data = argv[2];
    argv += 2;
    argc -= 2;
  }
  status = dz_knowledge_load(&knowledge, data, &error);
  if (!status) {
    c.knowledge = knowledge;
    c.nodes = knowledge->taxonomy->node_count;
    c.scores = calloc(c.nodes + 1, sizeof *c.scores);
    c.total = calloc(c.nodes + 1, sizeof *c.total);
    if (!c.scores || !c.total) status = dz_fail_memory(&error);
  }
  for (int i = 1; i < argc && !status; i++) {
    if (!strcmp(argv[i], "-o") && i + 1 < argc)
      path = argv[++i];
    else if (!strcmp(argv[i], "--labelled") && i + 1 < argc)
      status = count_labelled(&c, argv[++i], &error);
    else
      status = count_report(&c, argv[i], &error);
  }
  if (!status) status = write_table(&c, path, &error);
  if (status) fprintf(stderr, "fit_fields: %s\n", error.message);
  for (size_t i = 0; i < c.runs.count; i++) free(((run *)dz_array_at(&c.runs, i))->count);
  dz_array_free(&c.runs);
  dz_map_free(&c.map);
  free(c.scores);
  free(c.total);
  dz_knowledge_free(knowledge);
  return status ? 1 : 0;
}
