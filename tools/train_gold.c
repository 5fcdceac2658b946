/* train_gold.c - reads a labelled report: the text as the program reads it, and its annotation */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/utf8.h"
#include "train.h"

enum { FILE_MOST = 1 << 24, FIELDS = 8 };

static dz_status read_file(char **out, size_t *length, const char *folder, const char *name,
                           const char *suffix, dz_error *error) {
  char path[1024];

  snprintf(path, sizeof path, "%s/%s%s", folder, name, suffix);
  return dz_file_read(out, length, path, FILE_MOST, error);
}

/* Where the quotation stands from `from` on; "@2" behind it takes its second place. */
static bool find(const dz_text *text, const char *quote, uint32_t from, uint32_t *start,
                 uint32_t *end) {
  uint32_t cps[1024];
  size_t length = strlen(quote), count = 0, used;
  const char *at = strrchr(quote, '@');
  int nth = 1;

  if (at && at > quote && strspn(at + 1, "0123456789") == strlen(at + 1) && at[1]) {
    nth = (int)strtol(at + 1, NULL, 10);
    length = (size_t)(at - quote);
  }
  for (size_t i = 0; i < length && count < 1024; i += used) {
    if (length - i > 1 && quote[i] == '\\' && quote[i + 1] == 'n') {
      cps[count++] = '\n';
      used = 2;
    } else if (!(used = dz_utf8_decode(quote + i, length - i, &cps[count++]))) {
      return false;
    }
  }
  for (size_t i = from; count && i + count <= text->length; i++) {
    if (memcmp(text->cp + i, cps, count * sizeof *cps) || --nth > 0) continue;
    *start = (uint32_t)i;
    *end = (uint32_t)(i + count);
    return true;
  }
  return false;
}

static void read_ids(truth *t, char *field) {
  for (char *id = field; id && t->ids < ALTERNATIVES;) {
    char *bar = strchr(id, '|');
    if (bar) *bar = '\0';
    t->id[t->ids++] = id;
    id = bar ? bar + 1 : NULL;
  }
}

/* Headings in the order of the text, then the passages. */
static void read_row(labelled *r, char **fields, uint32_t *reached) {
  const dz_text *text = &r->draft.report.text;
  truth *t = &r->truths[r->count];
  uint32_t last;

  *t = (truth){0};
  if (!strcmp(fields[0], "H") && find(text, fields[3], *reached, &t->start, &t->end)) {
    t->level = (int)strtol(fields[1], NULL, 10);
    read_ids(t, fields[2]);
    *reached = t->end;
    r->count++;
  } else if (!strcmp(fields[0], "S") && find(text, fields[2], 0, &t->start, &t->end) &&
             find(text, fields[3], t->start, &last, &t->end)) {
    t->extent = t->end;
    read_ids(t, fields[1]);
    r->count++;
  } else if (!strcmp(fields[0], "H") || !strcmp(fields[0], "S")) {
    fprintf(stderr, "%s: not in the text: %s\n", r->name, fields[fields[0][0] == 'H' ? 3 : 2]);
  }
}

static void close_headings(labelled *r) {
  for (size_t i = 0; i < r->count; i++) {
    truth *t = &r->truths[i];
    if (!t->level) continue;
    t->extent = (uint32_t)r->draft.report.text.length;
    for (size_t k = i + 1; k < r->count; k++)
      if (r->truths[k].level && r->truths[k].level <= t->level && r->truths[k].start > t->start) {
        t->extent = r->truths[k].start;
        break;
      }
  }
}

static void read_notes(labelled *r) {
  uint32_t reached = 0;

  for (char *line = r->notes; line && *line;) {
    char *next = strchr(line, '\n'), *fields[FIELDS];
    int count = 0;
    if (next) *next++ = '\0';
    for (int i = 0; i < FIELDS; i++) fields[i] = "";
    for (char *field = line; field && count < FIELDS;) {
      char *tab = strchr(field, '\t');
      if (tab) *tab++ = '\0';
      fields[count++] = field;
      field = tab;
    }
    if (*line != '#') read_row(r, fields, &reached);
    line = next;
  }
  close_headings(r);
}

dz_status labelled_read(labelled *r, const char *folder, const char *name,
                        const dz_knowledge *knowledge, dz_error *error) {
  dz_read_options options = {0};
  const char *maker = strrchr(folder, '/'), *year = strrchr(name, '_');
  size_t length, rows = 1;
  dz_status status;

  *r = (labelled){.units = dz_array_of(sizeof(dz_unit))};
  snprintf(r->name, sizeof r->name, "%s", name);
  snprintf(r->office, sizeof r->office, "%s/%.*s", maker ? maker + 1 : folder,
           year ? (int)(year - name) : (int)strlen(name), name);
  dz_draft_init(&r->draft, knowledge);
  r->draft.report.path = r->name;
  status = read_file(&r->bytes, &r->length, folder, name, ".txt", error);
  if (!status) status = read_file(&r->notes, &length, folder, name, ".ann", error);
  if (!status) status = dz_draft_outline(&r->draft, r->bytes, r->length, &options, error);
  if (status) return status;
  for (size_t i = 0; i < length; i++) rows += r->notes[i] == '\n';
  r->truths = calloc(rows + 1, sizeof *r->truths);
  if (!r->truths) return dz_fail_memory(error);
  read_notes(r);
  return dz_units_cut(&r->units, &r->draft, error);
}

void labelled_free(labelled *r) {
  free(r->bytes);
  free(r->notes);
  free(r->truths);
  dz_array_free(&r->units);
  dz_draft_free_scratch(&r->draft);
  dz_arena_free(&r->draft.arena);
}

const truth *truth_at(const labelled *r, uint32_t place) {
  const truth *best = NULL;

  for (size_t i = 0; i < r->count; i++) {
    const truth *t = &r->truths[i];
    if (place < t->start || place >= t->extent) continue;
    if (!best || !t->level || (best->level && t->start >= best->start)) best = t;
  }
  return best;
}

/* What a part of a government work report may read like, sentence by sentence. */
static const struct {
  const char *id, *parts;
} work_report[] = {
    {"gwr_parts.review",
     "political_study duties law_governance supervision work_style integrity party_building"},
    {"gwr_parts.targets", "plans"},
    {"gwr_parts.tasks", "plans"},
    {"gwr_parts.practical_matters", "plans duties"},
    {"gwr_parts.self_building", "plans work_style"},
};

static uint32_t parts_of_id(const dz_section_weights *w, const char *id) {
  size_t length = strcspn(id, ".");
  uint32_t set = 0;

  for (size_t i = 0; i < sizeof work_report / sizeof *work_report; i++)
    for (size_t k = 0; k < w->part_count && !strcmp(id, work_report[i].id); k++)
      if (strstr(work_report[i].parts, w->part[k]->id)) set |= UINT32_C(1) << k;
  for (size_t k = 0; k < w->part_count; k++)
    if (strlen(w->part[k]->id) == length && !strncmp(w->part[k]->id, id, length))
      set |= UINT32_C(1) << k;
  return set;
}

uint32_t parts_of(const dz_section_weights *weights, const truth *t, bool all) {
  uint32_t set = 0;

  for (size_t i = 0; t && i < t->ids && (all || i == 0); i++) set |= parts_of_id(weights, t->id[i]);
  return set;
}

/* The row of the annotation that is this heading, or NULL. */
const truth *truth_of_heading(const labelled *r, const dz_section *s) {
  for (size_t i = 0; i < r->count; i++)
    if (r->truths[i].level && r->truths[i].start < s->heading.end &&
        s->heading.start < r->truths[i].end)
      return &r->truths[i];
  return NULL;
}
