/* stream.c - see stream.h */
#include "stream.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "exit_status.h"
#include "terminal.h"

enum {
  JOBS_MOST = 256,
  TOGETHER_MOST = 20 /* reports that a reader looks at together; more are told one by one */
};

/* Bytes that are kept. */
typedef struct store {
  char *bytes;
  size_t length, capacity;
} store;

typedef struct line {
  const dz_options *options;
  dz_inputs inputs; /* for HTML: the reports of all files */
  pthread_mutex_t lock;
  pthread_cond_t moved;
  /* All below is looked at under the lock only. */
  size_t taken;  /* files that a thread has taken, in their order */
  size_t turn;   /* the file that is told next */
  dz_status end; /* not DZ_OK: what ended the run, in `error` */
  dz_error error;
  size_t reports, findings;
  bool trouble;
  store kept;          /* what is not written at once: for --output and the pager */
  store later, ending; /* what stands behind all items; `ending` holds middle and close */
  size_t middle;       /* bytes of `ending` that stand before `later` */
} line;

/* What a thread has made of one file. */
typedef struct work {
  dz_report *report;
  dz_review *review;
  dz_part part;
  dz_status status;
  dz_error error;
} work;

static dz_status no_memory(dz_error *error) {
  *error = (dz_error){.status = DZ_NOMEM, .message = "out of memory"};
  return DZ_NOMEM;
}

static dz_status keep(store *s, const char *bytes, size_t length, dz_error *error) {
  if (s->capacity - s->length < length) {
    size_t capacity = (s->length + length) * 2;
    char *bigger = realloc(s->bytes, capacity);
    if (!bigger) {
      return no_memory(error);
    }
    s->bytes = bigger;
    s->capacity = capacity;
  }
  if (length) memcpy(s->bytes + s->length, bytes, length);
  s->length += length;
  return DZ_OK;
}

/* What is not told report by report: a page, a table of the reader's choice, and so few reports
 * that their key points come first. */
static bool is_whole(const line *l) {
  const dz_render_options *render = &l->options->render;

  return render->format == DZ_HTML || render->table || l->options->file_count <= TOGETHER_MOST;
}

/* The number of a finding in a table, or of its report in JSON, is not known before all reports
 * before it are told. */
static bool is_numbered(const dz_options *options) {
  return options->command == DZ_CHECK &&
         (options->render.format == DZ_CSV || options->render.format == DZ_JSON);
}

/* ---- one report, on any thread ---- */

static void render(work *w, const line *l, size_t reports_before, size_t findings_before) {
  const dz_options *options = l->options;

  if (w->status || options->quiet || is_whole(l)) return;
  w->status = options->command == DZ_CHECK
                  ? dz_render_review_part(&w->part, w->review, reports_before, findings_before,
                                          &options->render, &w->error)
                  : dz_render_report_part(&w->part, w->report, &options->render, &w->error);
}

static void work_on(work *w, const line *l, size_t index) {
  const dz_options *options = l->options;
  dz_read_options reading = dz_inputs_reading(options, index);

  *w = (work){0};
  w->status = dz_report_read(&w->report, l->options->files[index], l->inputs.knowledge, &reading,
                             &w->error);
  if (!w->status && options->command == DZ_CHECK && !is_whole(l))
    w->status = dz_review_build(&w->review, (const dz_report *const *)&w->report, 1,
                                l->inputs.knowledge, &w->error);
  if (!is_numbered(options)) render(w, l, 0, 0);
}

static void forget(work *w) {
  dz_review_free(w->review);
  dz_report_free(w->report);
  free(w->part.bytes);
}

/* ---- in the order of the files, under the lock ---- */

static dz_status write_out(line *l, const char *bytes, size_t length) {
  if (!length) return DZ_OK;
  return dz_terminal_is_direct(l->options) ? dz_terminal_write(bytes, length, &l->error)
                                           : keep(&l->kept, bytes, length, &l->error);
}

static dz_status tell(line *l, const dz_part *part) {
  const char *item = part->bytes + part->open, *middle = item + part->item;
  const char *later = middle + part->middle, *close = later + part->later;
  size_t between = strlen(part->between);
  dz_status status = DZ_OK;

  if (!l->reports) {
    status = write_out(l, part->bytes, part->open);
    if (!status) status = keep(&l->ending, middle, part->middle, &l->error);
    if (!status) status = keep(&l->ending, close, part->close, &l->error);
    l->middle = part->middle;
  } else {
    status = write_out(l, part->between, between);
  }
  if (!status) status = write_out(l, item, part->item);
  if (!status && part->later && l->later.length)
    status = keep(&l->later, part->between, between, &l->error);
  if (!status) status = keep(&l->later, later, part->later, &l->error);
  return status;
}

static dz_status deliver(line *l, work *w) {
  dz_status status = DZ_OK;

  if (is_numbered(l->options)) render(w, l, l->reports, l->findings);
  if (w->status == DZ_NOMEM) {
    l->error = w->error;
    return DZ_NOMEM;
  }
  if (w->status) {
    dz_terminal_complain(l->options, &w->error);
    l->trouble = true;
    return DZ_OK;
  }
  if (is_whole(l)) {
    l->inputs.reports[l->inputs.report_count++] = w->report;
    w->report = NULL;
  } else if (!l->options->quiet) {
    status = tell(l, &w->part);
  }
  l->reports++;
  if (w->review) l->findings += w->review->finding_count;
  return status;
}

/* A thread takes a file, works on it, and waits until all files before it are told: it holds one
 * report at a time. */
static void *run_thread(void *argument) {
  line *l = argument;

  pthread_mutex_lock(&l->lock);
  while (!l->end && l->taken < l->options->file_count) {
    size_t index = l->taken++;
    work w;
    pthread_mutex_unlock(&l->lock);
    work_on(&w, l, index);
    pthread_mutex_lock(&l->lock);
    while (!l->end && l->turn != index) pthread_cond_wait(&l->moved, &l->lock);
    if (!l->end) l->end = deliver(l, &w);
    l->turn++;
    pthread_cond_broadcast(&l->moved);
    pthread_mutex_unlock(&l->lock);
    forget(&w);
    pthread_mutex_lock(&l->lock);
  }
  pthread_mutex_unlock(&l->lock);
  return NULL;
}

/* ---- the run ---- */

static size_t job_count(const line *l) {
  long cores = l->options->jobs ? l->options->jobs : sysconf(_SC_NPROCESSORS_ONLN);
  size_t jobs = cores < 1 ? 1 : cores > JOBS_MOST ? JOBS_MOST : (size_t)cores;

  return jobs > l->options->file_count ? l->options->file_count : jobs;
}

/* This thread works too; one that cannot be started leaves its share to the others. */
static void run_threads(line *l) {
  pthread_t threads[JOBS_MOST];
  size_t started = 0, jobs = job_count(l);

  while (started + 1 < jobs && !pthread_create(&threads[started], NULL, run_thread, l)) started++;
  run_thread(l);
  for (size_t i = 0; i < started; i++) pthread_join(threads[i], NULL);
}

/* What stands behind all items, and what was kept for --output or the pager. */
static dz_status finish(line *l) {
  dz_command_result result = {0};
  dz_status status = DZ_OK;

  if (!l->reports) return DZ_OK;
  if (is_whole(l)) {
    status = l->options->command == DZ_CHECK
                 ? dz_command_check(&result, &l->inputs, l->options, &l->error)
                 : dz_command_normalize(&result, &l->inputs, l->options, &l->error);
    l->findings = result.exit_status == DZ_EXIT_SOMETHING;
    if (!status) status = dz_terminal_emit(l->options, result.bytes, result.length, &l->error);
    free(result.bytes);
    return status;
  }
  status = write_out(l, l->ending.bytes, l->middle);
  if (!status) status = write_out(l, l->later.bytes, l->later.length);
  if (!status && l->ending.length)
    status = write_out(l, l->ending.bytes + l->middle, l->ending.length - l->middle);
  if (!status && !dz_terminal_is_direct(l->options))
    status = dz_terminal_emit(l->options, l->kept.bytes, l->kept.length, &l->error);
  return status;
}

static dz_status prepare(line *l, dz_error *error) {
  const dz_options *options = l->options;
  dz_status status = dz_inputs_check_years(options, l->options->file_count, error);
  if (!status) status = dz_knowledge_load(&l->inputs.knowledge, options->data, error);
  if (!status && is_whole(l)) {
    l->inputs.reports = calloc(l->options->file_count + 1, sizeof *l->inputs.reports);
    if (!l->inputs.reports) status = no_memory(error);
  }
  return status;
}

dz_status dz_stream_run(const dz_options *options, int *exit_status, dz_error *error) {
  line l = {.options = options};
  dz_status status = prepare(&l, error);

  if (!status) {
    pthread_mutex_init(&l.lock, NULL);
    pthread_cond_init(&l.moved, NULL);
    run_threads(&l);
    pthread_cond_destroy(&l.moved);
    pthread_mutex_destroy(&l.lock);
    status = l.end ? l.end : finish(&l);
    if (status) *error = l.error;
  }
  *exit_status = l.trouble ? DZ_EXIT_TROUBLE : l.findings ? DZ_EXIT_SOMETHING : DZ_EXIT_NOTHING;
  free(l.kept.bytes);
  free(l.later.bytes);
  free(l.ending.bytes);
  dz_inputs_free(&l.inputs);
  return status;
}
