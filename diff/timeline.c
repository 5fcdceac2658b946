/* timeline.c - see timeline.h
 *
 * All phrases go into one trie, and every report is run over once. */
#include "timeline.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/trie.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  FOUND_MIN = 5,       /* letters of a wording found by itself: shorter ones are words, */
  FOUND_MAX = 16,      /* longer ones are clauses, told as changes */
  FOUND_TRIED = 20000, /* wordings looked for */
  FOUND_SHOWN = 24     /* timelines added by themselves */
};

typedef struct phrase {
  dz_span sample; /* where it was taken from, in the folded text of `report` */
  uint32_t report;
  const char *asked; /* as the reader wrote it, or NULL */
  uint32_t length;   /* folded letters */
  uint32_t reports;  /* that have it */
  uint32_t first;    /* place in the series of the first report that has it */
  uint32_t last;     /* and of the last, + 1 */
  bool rows;         /* gets a timeline */
} phrase;

typedef struct builder {
  const dz_job *job;
  dz_trie trie;
  dz_array phrases; /* phrase; the trie's values are indices */
  dz_array places;  /* dz_place of all phrases */
  dz_array owners;  /* uint32_t: phrase of each place */
  bool wanted_only; /* collect places, of the phrases with rows */
} builder;

static bool add_phrase(builder *work, const uint32_t *fold, size_t length, const phrase *item) {
  int32_t stored;

  if (!length) return true;
  if (!dz_trie_add(&work->trie, fold, length, (int32_t)work->phrases.count, &stored)) return false;
  return (size_t)stored < work->phrases.count || dz_array_append(&work->phrases, item, 1);
}

static dz_status add_asked(builder *work, dz_error *error) {
  const dz_compare_options *options = work->job->options;

  for (size_t i = 0; i < options->phrase_count; i++) {
    uint32_t fold[DZ_PHRASE_MAX];
    size_t length = dz_phrase_fold(options->phrases[i], fold);
    phrase item = {.asked = options->phrases[i], .length = (uint32_t)length, .rows = true};
    if (!length) return dz_fail(error, DZ_USAGE, "a phrase is empty");
    if (!add_phrase(work, fold, length, &item)) return dz_fail_memory(error);
  }
  return DZ_OK;
}

static bool is_letter(uint32_t fold) {
  return dz_is_han(fold) || (fold >= 'a' && fold <= 'z');
}

/* The wordings between two marks in a stretch that came or went. */
static bool add_found(builder *work, uint32_t report, dz_span span) {
  const dz_text *text = &work->job->comparison->reports[report]->text;
  size_t end = dz_text_fold_position(text, span.end), at = dz_text_fold_position(text, span.start);

  while (at < end && work->phrases.count < FOUND_TRIED) {
    size_t stop = at;
    while (stop < end && is_letter(text->fold[stop])) stop++;
    if (stop - at >= FOUND_MIN && stop - at <= FOUND_MAX) {
      phrase item = {.sample = {(uint32_t)at, (uint32_t)stop},
                     .report = report,
                     .length = (uint32_t)(stop - at)};
      if (!add_phrase(work, text->fold + at, stop - at, &item)) return false;
    }
    at = stop > at ? stop : at + 1;
  }
  return true;
}

static bool add_changed(builder *work) {
  const dz_comparison *comparison = work->job->comparison;

  for (size_t s = 0; s < comparison->step_count; s++) {
    const dz_step *step = &comparison->steps[s];
    for (size_t i = 0; i < step->change_count && !step->to_base; i++)
      for (size_t k = 0; k < step->changes[i].op_count; k++) {
        const dz_op *op = &step->changes[i].ops[k];
        if (op->kind != '=' && !add_found(work, op->kind == '-' ? step->a : step->b, op->span))
          return false;
      }
  }
  return true;
}

/* Counts the reports that have each phrase, or (wanted_only) notes every place. */
static bool scan_report(builder *work, uint32_t turn) {
  uint32_t report = work->job->comparison->series[turn];
  const dz_text *text = &work->job->comparison->reports[report]->text;

  for (size_t at = 0; at < text->fold_length; at++) {
    size_t left = text->fold_length - at, depth = 0;
    uint32_t node = 0;
    int32_t value;
    if (left > DZ_PHRASE_MAX) left = DZ_PHRASE_MAX;
    while (dz_trie_next(&work->trie, text->fold + at, left, &node, &depth, &value)) {
      phrase *item = dz_array_at(&work->phrases, (size_t)value);
      dz_place place = {report, dz_fold_to_span(text, (dz_span){at, at + depth})};
      uint32_t owner = (uint32_t)value;
      if (!work->wanted_only) {
        if (!item->reports) item->first = turn;
        item->reports += item->last != turn + 1;
        item->last = turn + 1;
      } else if (item->rows && (!dz_array_append(&work->places, &place, 1) ||
                                !dz_array_append(&work->owners, &owner, 1))) {
        return false;
      }
    }
  }
  return true;
}

static bool scan_all(builder *work, bool wanted_only) {
  const dz_comparison *comparison = work->job->comparison;

  work->wanted_only = wanted_only;
  for (uint32_t i = 0; i < comparison->report_count; i++)
    if (!scan_report(work, i)) return false;
  return true;
}

typedef struct rank {
  uint32_t index;
  uint32_t reports;
  uint32_t length;
} rank;

/* Found wordings: those of most reports first, then the longest. */
static int by_rank(const void *left, const void *right) {
  const rank *a = left, *b = right;

  if (a->reports != b->reports) return a->reports > b->reports ? -1 : 1;
  if (a->length != b->length) return a->length > b->length ? -1 : 1;
  return a->index < b->index ? -1 : a->index > b->index;
}

/* Whether the wording came to stay or went for good: it stands in two reports
 * or more without a gap, up to one end of the series and not the other. */
static bool came_or_went(const phrase *item, size_t reports) {
  if (item->reports < 2 || item->last - item->first != item->reports) return false;
  return (item->first == 0) != (item->last == reports);
}

/* Gives rows to the found wordings that came or went. */
static bool choose_found(builder *work) {
  dz_array ranks = dz_array_of(sizeof(rank));
  bool good = true;

  for (size_t i = 0; i < work->phrases.count && good; i++) {
    const phrase *item = dz_array_at(&work->phrases, i);
    rank entry = {(uint32_t)i, item->reports, item->length};
    if (item->asked || !came_or_went(item, work->job->comparison->report_count)) continue;
    good = dz_array_append(&ranks, &entry, 1) != NULL;
  }
  if (ranks.count) qsort(ranks.items, ranks.count, sizeof(rank), by_rank);
  for (size_t i = 0; i < ranks.count && i < FOUND_SHOWN && good; i++)
    ((phrase *)dz_array_at(&work->phrases, ((rank *)dz_array_at(&ranks, i))->index))->rows = true;
  dz_array_free(&ranks);
  return good;
}

static const char *phrase_text(const builder *work, const phrase *item) {
  const dz_text *text = &work->job->comparison->reports[item->report]->text;
  dz_buffer buffer;
  char *copy;

  if (item->asked) {
    size_t length = 0;
    while (item->asked[length]) length++;
    return dz_arena_string(work->job->arena, item->asked, length);
  }
  dz_buffer_init(&buffer);
  for (uint32_t i = item->sample.start; i < item->sample.end; i++)
    dz_buffer_cp(&buffer, text->cp[text->origin[i]]);
  copy = buffer.failed ? NULL : dz_arena_string(work->job->arena, buffer.data, buffer.length);
  dz_buffer_free(&buffer);
  return copy;
}

/* Sorts the places by phrase, which keeps their order within each. */
static dz_status write_timelines(builder *work, dz_error *error) {
  dz_arena *arena = work->job->arena;
  size_t count = work->phrases.count, rows = 0;
  uint32_t *first = dz_arena_array(arena, count + 2, sizeof *first);
  dz_place *places = dz_arena_array(arena, work->places.count, sizeof *places);
  dz_timeline *timelines = dz_arena_array(arena, work->job->options->phrase_count + FOUND_SHOWN,
                                          sizeof *timelines);
  const uint32_t *owners = work->owners.items;

  if (!first || !places || !timelines) return dz_fail_memory(error);
  for (size_t i = 0; i < work->places.count; i++) first[owners[i] + 2]++;
  for (size_t i = 0; i < count; i++) first[i + 2] += first[i + 1];
  for (size_t i = 0; i < work->places.count; i++)
    places[first[owners[i] + 1]++] = *(dz_place *)dz_array_at(&work->places, i);
  for (size_t i = 0; i < count; i++) {
    const phrase *item = dz_array_at(&work->phrases, i);
    dz_timeline *row = &timelines[rows];
    if (!item->rows) continue;
    row->phrase = phrase_text(work, item);
    row->asked = item->asked != NULL;
    row->places = places + first[i];
    row->place_count = first[i + 1] - first[i];
    if (!row->phrase) return dz_fail_memory(error);
    rows++;
  }
  work->job->comparison->timelines = timelines;
  work->job->comparison->timeline_count = rows;
  return DZ_OK;
}

/* Do the reports follow each other: of several years, or drafts of one? Those of several places in
 * one year stand
 * beside each other, and what one says and the next does not is no change. */
static bool is_series(const dz_comparison *c) {
  const char *place = NULL;
  bool places = false;

  for (size_t i = 0; i < c->report_count; i++) {
    const dz_report *report = c->reports[i];
    if (report->year != c->reports[0]->year) return true;
    places = places || (place && report->place && strcmp(place, report->place) != 0);
    if (!place) place = report->place;
  }
  return !places;
}

dz_status dz_timelines_build(const dz_job *job, dz_error *error) {
  builder work = {.job = job,
                  .phrases = dz_array_of(sizeof(phrase)),
                  .places = dz_array_of(sizeof(dz_place)),
                  .owners = dz_array_of(sizeof(uint32_t))};
  bool series = job->comparison->report_count > 2 && is_series(job->comparison);
  dz_status status;

  if (!series && !job->options->phrase_count) return DZ_OK;
  dz_trie_init(&work.trie);
  status = add_asked(&work, error);
  if (!status && series && (!add_changed(&work) || !scan_all(&work, false) || !choose_found(&work)))
    status = dz_fail_memory(error);
  if (!status && !scan_all(&work, true)) status = dz_fail_memory(error);
  if (!status) status = write_timelines(&work, error);
  dz_trie_free(&work.trie);
  dz_array_free(&work.phrases);
  dz_array_free(&work.places);
  dz_array_free(&work.owners);
  return status;
}
