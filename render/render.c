/* render.c - chooses the renderer for a result and a format */
#include <duizhao/render.h>

#include <stdlib.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/sized_options.h"
#include "formats.h"

/* The size of dz_render_options in version 0.1: where a member is added, its offset. */
enum { RENDER_OPTIONS_FIRST = sizeof(dz_render_options) };

static dz_render_options taken(const dz_render_options *given) {
  dz_render_options options;

  dz_options_take(&options, sizeof options, given, RENDER_OPTIONS_FIRST);
  return options;
}

static dz_status unsupported(dz_error *error) {
  return dz_fail(error, DZ_UNSUPPORTED, "this result has no such format yet");
}

static dz_status one_report(char **out, size_t *length, const dz_report *report,
                            const dz_render_options *options, dz_error *error) {
  if (options->format == DZ_JSON) return dz_json_report(out, length, report, error);
  if (options->raw) return dz_raw_report(out, length, report, error);
  return dz_text_of_report(out, length, report, options, error);
}

/* Is there an empty line between two reports? */
static bool is_apart(const dz_render_options *options) {
  return (options->format == DZ_TEXT || options->format == DZ_MARKDOWN) && !options->raw;
}

/* One behind the other: JSON a line each, text with an empty line between them. */
static dz_status one_by_one(char **out, size_t *length, const dz_report *const *reports,
                            size_t count, const dz_render_options *options, dz_error *error) {
  dz_status status = DZ_OK;
  dz_buffer all;

  dz_buffer_init(&all);
  for (size_t i = 0; i < count && !status; i++) {
    char *bytes;
    size_t size;
    status = one_report(&bytes, &size, reports[i], options, error);
    if (status) break;
    if (i && is_apart(options)) dz_buffer_char(&all, '\n');
    dz_buffer_bytes(&all, bytes, size);
    free(bytes);
  }
  if (status) {
    dz_buffer_free(&all);
    return status;
  }
  *out = dz_buffer_detach(&all, length);
  return *out ? DZ_OK : dz_fail_memory(error);
}

dz_status dz_render_reports(char **out, size_t *length, const dz_report *const *reports,
                            size_t count, const dz_render_options *options, dz_error *error) {
  dz_render_options how = taken(options);
  size_t head;

  switch (how.format) {
  case DZ_JSON:
  case DZ_TEXT:
  case DZ_MARKDOWN: return one_by_one(out, length, reports, count, &how, error);
  case DZ_CSV: return dz_csv_report(out, length, reports, count, &head, &how, error);
  case DZ_HTML: return dz_html_report(out, length, reports, count, &how, error);
  default: return unsupported(error);
  }
}

dz_status dz_render_report(char **out, size_t *length, const dz_report *report,
                           const dz_render_options *options, dz_error *error) {
  return dz_render_reports(out, length, &report, 1, options, error);
}

dz_status dz_render_report_part(dz_part *out, const dz_report *report,
                                const dz_render_options *options, dz_error *error) {
  dz_render_options how = taken(options);
  size_t head = 0, length;
  dz_status status = how.format == DZ_HTML ? unsupported(error)
                     : how.format == DZ_CSV
                         ? dz_csv_report(&out->bytes, &length, &report, 1, &head, &how, error)
                         : dz_render_report(&out->bytes, &length, report, options, error);

  if (status) return status;
  *out = (dz_part){.bytes = out->bytes, .open = head, .item = length - head};
  out->between = is_apart(&how) ? "\n" : "";
  return DZ_OK;
}

static dz_status review_cut(char **out, size_t *length, const dz_review *review, dz_cuts *cuts,
                            const dz_render_options *how, dz_error *error) {
  switch (how->format) {
  case DZ_JSON: return dz_json_review(out, length, review, cuts, error);
  case DZ_TEXT:
  case DZ_MARKDOWN: return dz_text_of_review(out, length, review, cuts, how, error);
  case DZ_CSV: return dz_csv_review(out, length, review, cuts, how, error);
  default: return unsupported(error);
  }
}

dz_status dz_render_review(char **out, size_t *length, const dz_review *review,
                           const dz_render_options *options, dz_error *error) {
  dz_render_options how = taken(options);
  dz_cuts cuts = {0};

  if (how.format == DZ_HTML) return dz_html_review(out, length, review, &how, error);
  return review_cut(out, length, review, &cuts, &how, error);
}

dz_status dz_render_review_part(dz_part *out, const dz_review *review, size_t reports_before,
                                size_t findings_before, const dz_render_options *options,
                                dz_error *error) {
  dz_render_options how = taken(options);
  dz_cuts cuts = {.reports_before = reports_before, .findings_before = findings_before};
  size_t length;
  dz_status status = review_cut(&out->bytes, &length, review, &cuts, &how, error);

  if (status) return status;
  *out = (dz_part){.bytes = out->bytes,
                   .open = cuts.item,
                   .item = cuts.middle - cuts.item,
                   .middle = cuts.later - cuts.middle,
                   .later = cuts.close - cuts.later,
                   .close = length - cuts.close,
                   .between = how.format == DZ_JSON ? "," : ""};
  return DZ_OK;
}

dz_status dz_render_comparison(char **out, size_t *length, const dz_comparison *comparison,
                               const dz_render_options *options, dz_error *error) {
  dz_render_options how = taken(options);

  switch (how.format) {
  case DZ_JSON: return dz_json_comparison(out, length, comparison, error);
  case DZ_TEXT:
  case DZ_MARKDOWN:
    return how.list ? dz_text_list(out, length, comparison, &how, error)
                    : dz_text_of_comparison(out, length, comparison, &how, error);
  case DZ_CSV: return dz_csv_comparison(out, length, comparison, &how, error);
  case DZ_HTML: return dz_html_comparison(out, length, comparison, &how, error);
  default: return unsupported(error);
  }
}

dz_status dz_render_ledger(char **out, size_t *length, const dz_ledger *ledger,
                           const dz_render_options *options, dz_error *error) {
  dz_render_options how = taken(options);

  switch (how.format) {
  case DZ_JSON: return dz_json_ledger(out, length, ledger, error);
  case DZ_TEXT:
  case DZ_MARKDOWN: return dz_text_of_ledger(out, length, ledger, &how, error);
  case DZ_CSV: return dz_csv_ledger(out, length, ledger, &how, error);
  case DZ_HTML: return dz_html_ledger(out, length, ledger, &how, error);
  default: return unsupported(error);
  }
}
