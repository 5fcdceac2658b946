/* report.c - bytes become a report: runs the stages of draft.h in order */
#include <stdlib.h>
#include <string.h>

#include <duizhao/report.h>

#include "base/error.h"
#include "base/file.h"
#include "base/sized_options.h"
#include "draft.h"
#include "points.h"

/* The size of dz_read_options in version 0.1: where a member is added, its offset. */
enum { READ_OPTIONS_FIRST = sizeof(dz_read_options) };

/* What dz_report_read hands out: the report first, so that one pointer does. */
typedef struct boxed_report {
  dz_report report;
  dz_arena arena;
} boxed_report;

static dz_status freeze_source(dz_draft *draft, dz_error *error) {
  dz_report *report = &draft->report;

  report->text.length = draft->cps.count;
  report->text.cp = dz_array_freeze(&draft->cps, &draft->arena);
  dz_array_free(&draft->cps);
  return report->text.cp ? DZ_OK : dz_fail_memory(error);
}

void dz_draft_init(dz_draft *draft, const dz_knowledge *knowledge) {
  *draft = (dz_draft){.knowledge = knowledge,
                      .cps = dz_array_of(sizeof(uint32_t)),
                      .lines = dz_array_of(sizeof(dz_line)),
                      .noise = dz_array_of(sizeof(dz_noise)),
                      .notes = dz_array_of(sizeof(const char *))};
  dz_arena_init(&draft->arena);
}

void dz_draft_free_scratch(dz_draft *draft) {
  dz_array_free(&draft->cps);
  dz_array_free(&draft->lines);
  dz_array_free(&draft->noise);
  dz_array_free(&draft->notes);
}

dz_status dz_draft_outline(dz_draft *draft, const char *bytes, size_t length,
                           const dz_read_options *options, dz_error *error) {
  dz_status status = dz_source_read(draft, bytes, length, options, error);

  if (!status) status = freeze_source(draft, error);
  if (!status) status = dz_noise_find(draft, error);
  if (!status) status = dz_text_fold(draft, error);
  if (!status) status = dz_outline_find(draft, error);
  if (!status) status = dz_sentences_split(draft, error);
  if (!status) status = dz_meta_find(draft, options, error);
  return status;
}

static dz_status run_stages(dz_draft *draft, const char *bytes, size_t length,
                            const dz_read_options *options, dz_error *error) {
  dz_status status = dz_draft_outline(draft, bytes, length, options, error);

  if (!status) status = dz_canonical_assign(draft, error);
  if (!status) status = dz_dates_find(draft, error);
  if (!status) status = dz_quantities_find(draft, error);
  if (!status) status = dz_commitments_find(draft, error);
  if (!status) {
    draft->report.note_count = draft->notes.count;
    draft->report.notes = dz_array_freeze(&draft->notes, &draft->arena);
    if (!draft->report.notes) status = dz_fail_memory(error);
  }
  if (!status) status = dz_report_points(&draft->report, &draft->arena, error);
  return status;
}

dz_status dz_report_parse(dz_report **out, const char *path, const void *bytes, size_t length,
                          const dz_knowledge *knowledge, const dz_read_options *options,
                          dz_error *error) {
  boxed_report *box = calloc(1, sizeof *box);
  dz_draft draft;
  dz_read_options how;
  dz_status status = DZ_OK;

  dz_options_take(&how, sizeof how, options, READ_OPTIONS_FIRST);
  dz_draft_init(&draft, knowledge);
  draft.report.path = dz_arena_string(&draft.arena, path, strlen(path));
  if (!box || !draft.report.path) status = dz_fail_memory(error);
  if (!status && !length) status = dz_fail(error, DZ_FORMAT, "%s: is empty", path);
  if (!status) status = run_stages(&draft, bytes, length, &how, error);
  dz_draft_free_scratch(&draft);
  if (status) {
    dz_arena_free(&draft.arena);
    free(box);
    return status;
  }
  box->report = draft.report;
  box->arena = draft.arena;
  *out = &box->report;
  return DZ_OK;
}

dz_status dz_report_read(dz_report **out, const char *path, const dz_knowledge *knowledge,
                         const dz_read_options *options, dz_error *error) {
  dz_read_options how;
  size_t length;
  char *bytes;
  dz_status status;

  dz_options_take(&how, sizeof how, options, READ_OPTIONS_FIRST);
  status = dz_file_read(&bytes, &length, path, how.max_bytes ? how.max_bytes : DZ_MAX_BYTES, error);
  if (status) return status;
  status = dz_report_parse(out, path, bytes, length, knowledge, options, error);
  free(bytes);
  return status;
}

void dz_report_free(dz_report *report) {
  boxed_report *box = (boxed_report *)report;

  if (!box) return;
  dz_arena_free(&box->arena);
  free(box);
}
