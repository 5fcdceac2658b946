/* change.c - beads become changes: every code point of both reports in exactly
 * one, white space and noise aside. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/map.h"
#include "change_mark.h"
#include "diff/office.h"
#include "figure_rest.h"
#include "knowledge/knowledge.h"
#include "knowledge/lexicon.h"
#include "pair.h"
#include "text/spans.h"
#include "text/unicode.h"

/* Arrays of all changes, one behind the other; `parts` holds where each
 * change's begin, for they move while they grow. */
typedef struct parts {
  size_t spans[2];
  size_t ops;
  size_t figures;
} parts;

typedef struct builder {
  const dz_job *job;
  const dz_report *report[2];
  bool editions; /* of one office: what differs was changed */
  dz_editor editor;
  dz_edit_text text[2];
  dz_array glyphs[2]; /* dz_edit_glyph of the change in hand */
  dz_array spans;     /* dz_span */
  dz_array ops;       /* dz_op */
  dz_array figures;   /* dz_figure_change */
  dz_array changes;   /* dz_change; pointers set at the end */
  dz_array starts;    /* parts, one per change */
  dz_map ids;
} builder;

static bool add_span(builder *work, uint32_t start, uint32_t end) {
  return start >= end || dz_array_append(&work->spans, &(dz_span){start, end}, 1);
}

/* The spans of one sentence without the noise inside it. */
static bool add_spans(builder *work, int side, dz_span span) {
  const dz_report *report = work->report[side];
  uint32_t start = span.start;

  for (size_t n =
           dz_spans_behind(report->noise, report->noise_count, sizeof *report->noise, span.start);
       n < report->noise_count && report->noise[n].span.start < span.end; n++) {
    if (!add_span(work, start, report->noise[n].span.start)) return false;
    start = report->noise[n].span.end;
  }
  return add_span(work, start, span.end);
}

/* Glues the glyphs of every item (figures, dates) that lies in the text. */
static void glue(dz_edit_text *text, const void *items, size_t count, size_t size) {
  size_t at, g = 0;

  if (!text->count) return;
  at = dz_spans_behind(items, count, size, text->glyphs[0].position);
  for (; at < count; at++) {
    dz_span span = *(const dz_span *)(const void *)((const char *)items + at * size);
    while (g < text->count && text->glyphs[g].position <= span.start) g++;
    if (g == text->count) return;
    for (size_t i = g; i < text->count && text->glyphs[i].position < span.end; i++)
      text->glyphs[i].glued = true;
  }
}

static dz_status read_glyphs(builder *work, int side, const dz_span *spans, size_t count,
                             dz_error *error) {
  const dz_report *report = work->report[side];
  const dz_text *text = &report->text;
  dz_array *list = &work->glyphs[side];

  list->count = 0;
  for (size_t s = 0; s < count; s++) {
    size_t fold = dz_text_fold_position(text, spans[s].start);
    size_t length = spans[s].end - spans[s].start;
    dz_edit_glyph *glyph = dz_array_append(list, NULL, length);
    if (!glyph) return dz_fail_memory(error);
    for (size_t i = 0; i < length; i++) {
      uint32_t position = spans[s].start + (uint32_t)i;
      glyph[i].cp = text->cp[position];
      glyph[i].position = position;
      if (fold >= text->fold_length || text->origin[fold] != position) continue;
      glyph[i].fold = text->fold[fold] == ' ' || text->fold[fold] == '\n' ? 0 : text->fold[fold];
      fold++;
    }
  }
  work->text[side] = (dz_edit_text){list->items, list->count};
  glue(&work->text[side], report->quantities, report->quantity_count, sizeof *report->quantities);
  glue(&work->text[side], report->dates, report->date_count, sizeof *report->dates);
  return DZ_OK;
}

static dz_change_type type_of(const dz_bead *bead) {
  if (bead->x == bead->x_end) return DZ_CHANGE_INSERTED;
  if (bead->y == bead->y_end) return DZ_CHANGE_DELETED;
  if (bead->moved) return bead->equal ? DZ_CHANGE_MOVED : DZ_CHANGE_MOVED_REWRITTEN;
  if (bead->y_end - bead->y > 1) return DZ_CHANGE_SPLIT;
  if (bead->x_end - bead->x > 1) return DZ_CHANGE_MERGED;
  return bead->equal ? DZ_CHANGE_EQUAL : DZ_CHANGE_REWRITTEN;
}

/* An id from the letters of both sides. For the n-th change of the same text
 * (or, once in a blue moon, the same hash) it is the n-th id of that hash; how
 * many there were stands in the same map, under a key no id has. */
static bool name_change(builder *work, dz_change *change) {
  const uint64_t counted = (uint64_t)1 << 63;
  uint64_t hash = 0;
  uint32_t id, round, *used;

  for (int side = 0; side < 2; side++) {
    for (size_t i = 0; i < work->text[side].count; i++)
      hash = dz_mix(hash ^ work->text[side].glyphs[i].cp);
    hash = dz_mix(hash ^ 0xFFFFFFFFu);
  }
  used = dz_map_put(&work->ids, hash | counted);
  if (!used) return false;
  for (round = (*used)++;; round++) {
    id = (uint32_t)(round ? dz_mix(hash + round) : hash);
    used = dz_map_put(&work->ids, id);
    if (!used) return false;
    if (*used) continue;
    *used = 1;
    snprintf(change->id, sizeof change->id, "c-%08x", (unsigned)id);
    return true;
  }
}

/* Triples of neighbouring letters, white space aside. */
static size_t count_triples(const dz_edit_text *text) {
  size_t letters = 0;

  for (size_t i = 0; i < text->count; i++) letters += text->glyphs[i].fold != 0;
  return letters > 2 ? letters - 2 : 0;
}

static bool has_heading(const dz_report *report, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < end; i++)
    if (report->sentences[i].heading) return true;
  return false;
}

/* The edits of the change whose glyphs are read, and what follows from them. */
static dz_status write_edits(builder *work, const dz_bead *bead, dz_change *change,
                             dz_error *error) {
  size_t kept, triples = count_triples(&work->text[0]) + count_triples(&work->text[1]);
  dz_edited edited = {.report = {work->report[0], work->report[1]},
                      .text = {&work->text[0], &work->text[1]}};
  dz_status status = dz_edit_script(&work->editor, &work->text[0], &work->text[1], &work->ops,
                                    &kept, error);

  if (status) return status;
  change->similarity = triples ? 2.0 * (double)kept / (double)triples : bead->equal;
  if (bead->x < bead->x_end && bead->y < bead->y_end) {
    if (work->editor.replaced) change->attributes |= DZ_ATTR_REPLACED;
    for (int side = 0; side < 2; side++) edited.kept[side] = work->editor.kept[side].items;
    if (work->editions &&
        !dz_change_mark(&edited, work->job->knowledge, &work->figures, &change->attributes))
      return dz_fail_memory(error);
  }
  if (has_heading(work->report[0], bead->x, bead->x_end) ||
      has_heading(work->report[1], bead->y, bead->y_end))
    change->attributes |= DZ_ATTR_HEADING;
  return DZ_OK;
}

static dz_status add_change(builder *work, const dz_bead *bead, dz_error *error) {
  parts *start = dz_array_append(&work->starts, &(parts){{0}, work->ops.count, work->figures.count},
                                 1);
  dz_change change = {.type = type_of(bead)};
  uint32_t first[2] = {bead->x, bead->y}, end[2] = {bead->x_end, bead->y_end};
  size_t count[2];
  dz_status status = DZ_OK;

  if (!start) return dz_fail_memory(error);
  for (int side = 0; side < 2 && !status; side++) {
    start->spans[side] = work->spans.count;
    for (uint32_t i = first[side]; i < end[side]; i++)
      if (!add_spans(work, side, work->report[side]->sentences[i].span))
        return dz_fail_memory(error);
    count[side] = work->spans.count - start->spans[side];
    status = read_glyphs(work, side,
                         count[side] ? dz_array_at(&work->spans, start->spans[side]) : NULL,
                         count[side], error);
  }
  if (!status) status = write_edits(work, bead, &change, error);
  if (status) return status;
  change.a_count = count[0];
  change.b_count = count[1];
  change.op_count = work->ops.count - start->ops;
  change.figure_count = work->figures.count - start->figures;
  if (!name_change(work, &change) || !dz_array_append(&work->changes, &change, 1))
    return dz_fail_memory(error);
  return DZ_OK;
}

/* Where a bead stands in the result: with its place in report 1, a deletion
 * behind what stands before it in report 0. */
typedef struct place {
  int64_t key;
  uint32_t bead;
  uint32_t order; /* among those of one key */
} place;

static int by_place(const void *left, const void *right) {
  const place *a = left, *b = right;

  if (a->key != b->key) return a->key < b->key ? -1 : 1;
  return a->order < b->order ? -1 : a->order > b->order;
}

static place *order_beads(const dz_array *beads, size_t sentences, dz_arena *scratch) {
  place *places = dz_arena_array(scratch, beads->count, sizeof *places);
  uint32_t *bead_of = dz_arena_array(scratch, sentences,
                                     sizeof *bead_of); /* by sentence of report 0; bead + 1 */
  int64_t key = -1;

  if (!places || !bead_of) return NULL;
  for (size_t i = 0; i < beads->count; i++) {
    const dz_bead *bead = dz_array_at(beads, i);
    places[i] = (place){.key = bead->y, .bead = (uint32_t)i};
    if (bead->x < bead->x_end) bead_of[bead->x] = (uint32_t)i + 1;
  }
  for (size_t x = 0; x < sentences; x++) {
    const dz_bead *bead = bead_of[x] ? dz_array_at(beads, bead_of[x] - 1) : NULL;
    if (!bead) continue;
    if (bead->y == bead->y_end)
      places[bead_of[x] - 1] = (place){
          .key = key, .bead = bead_of[x] - 1, .order = (uint32_t)x + 1};
    else if (!bead->moved)
      key = bead->y;
  }
  if (beads->count) qsort(places, beads->count, sizeof *places, by_place);
  return places;
}

static dz_status freeze(builder *work, dz_pair *out, dz_error *error) {
  dz_arena *arena = work->job->arena;
  const dz_span *spans = dz_array_freeze(&work->spans, arena);
  const dz_op *ops = dz_array_freeze(&work->ops, arena);
  const dz_figure_change *figures = dz_array_freeze(&work->figures, arena);
  dz_change *changes = dz_array_freeze(&work->changes, arena);

  if (!spans || !ops || !figures || !changes) return dz_fail_memory(error);
  for (size_t i = 0; i < work->changes.count; i++) {
    const parts *start = dz_array_at(&work->starts, i);
    changes[i].a = spans + start->spans[0];
    changes[i].b = spans + start->spans[1];
    changes[i].ops = ops + start->ops;
    changes[i].figures = figures + start->figures;
  }
  if (work->editions &&
      dz_figures_add_rest(changes, work->changes.count, work->job, work->report, error))
    return error->status;
  out->changes = changes;
  out->change_count = work->changes.count;
  if (work->editor.approximate) work->job->comparison->approximate = true;
  return DZ_OK;
}

dz_status dz_changes_build(dz_pair *out, const dz_job *job, const dz_report *const reports[2],
                           const dz_array *beads, dz_error *error) {
  builder work = {
      .job = job,
      .report = {reports[0], reports[1]},
      .editions = !dz_pair_of_offices(reports[0], reports[1]),
      .glyphs = {dz_array_of(sizeof(dz_edit_glyph)), dz_array_of(sizeof(dz_edit_glyph))},
      .spans = dz_array_of(sizeof(dz_span)),
      .ops = dz_array_of(sizeof(dz_op)),
      .figures = dz_array_of(sizeof(dz_figure_change)),
      .changes = dz_array_of(sizeof(dz_change)),
      .starts = dz_array_of(sizeof(parts))};
  dz_arena scratch;
  const place *places;
  dz_status status = DZ_OK;

  dz_arena_init(&scratch);
  dz_editor_init(&work.editor, job->knowledge->lexicon);
  dz_map_init(&work.ids);
  places = order_beads(beads, reports[0]->sentence_count, &scratch);
  if (!places) status = dz_fail_memory(error);
  for (size_t i = 0; i < beads->count && !status; i++)
    status = add_change(&work, dz_array_at(beads, places[i].bead), error);
  if (!status) status = freeze(&work, out, error);
  dz_map_free(&work.ids);
  dz_editor_free(&work.editor);
  for (int side = 0; side < 2; side++) dz_array_free(&work.glyphs[side]);
  dz_array_free(&work.spans);
  dz_array_free(&work.ops);
  dz_array_free(&work.figures);
  dz_array_free(&work.changes);
  dz_array_free(&work.starts);
  dz_arena_free(&scratch);
  return status;
}
