/* render.c - chooses the renderer for a result and a format */
#include <duizhao/render.h>

#include "base/error.h"
#include "formats.h"

static dz_status unsupported(dz_error *error) {
  return dz_fail(error, DZ_UNSUPPORTED, "this result has no such format yet");
}

dz_status dz_render_report(char **out, size_t *length, const dz_report *report, const dz_render_options *options,
                           dz_error *error) {
  switch (options->format) {
    case DZ_JSON:
      return dz_json_report(out, length, report, error);
    case DZ_TEXT:
    case DZ_MARKDOWN:
      return options->raw ? dz_raw_report(out, length, report, error)
                          : dz_text_of_report(out, length, report, options, error);
    case DZ_CSV:
      return dz_csv_report(out, length, report, options, error);
    case DZ_HTML:
      return dz_html_report(out, length, report, options, error);
    default:
      return unsupported(error);
  }
}

dz_status dz_render_review(char **out, size_t *length, const dz_review *review, const dz_render_options *options,
                           dz_error *error) {
  switch (options->format) {
    case DZ_JSON:
      return dz_json_review(out, length, review, error);
    case DZ_TEXT:
    case DZ_MARKDOWN:
      return dz_text_of_review(out, length, review, options, error);
    case DZ_CSV:
      return dz_csv_review(out, length, review, options, error);
    case DZ_HTML:
      return dz_html_review(out, length, review, options, error);
    default:
      return unsupported(error);
  }
}

dz_status dz_render_comparison(char **out, size_t *length, const dz_comparison *comparison,
                               const dz_render_options *options, dz_error *error) {
  switch (options->format) {
    case DZ_JSON:
      return dz_json_comparison(out, length, comparison, error);
    case DZ_TEXT:
    case DZ_MARKDOWN:
      return options->list ? dz_text_list(out, length, comparison, options, error)
                           : dz_text_of_comparison(out, length, comparison, options, error);
    case DZ_CSV:
      return dz_csv_comparison(out, length, comparison, options, error);
    case DZ_HTML:
      return dz_html_comparison(out, length, comparison, options, error);
    default:
      return unsupported(error);
  }
}

dz_status dz_render_ledger(char **out, size_t *length, const dz_ledger *ledger, const dz_render_options *options,
                           dz_error *error) {
  switch (options->format) {
    case DZ_JSON:
      return dz_json_ledger(out, length, ledger, error);
    case DZ_TEXT:
    case DZ_MARKDOWN:
      return dz_text_of_ledger(out, length, ledger, options, error);
    case DZ_CSV:
      return dz_csv_ledger(out, length, ledger, options, error);
    case DZ_HTML:
      return dz_html_ledger(out, length, ledger, options, error);
    default:
      return unsupported(error);
  }
}
