/* render.c - chooses the renderer for a result and a format */
#include <duizhao/render.h>

#include "base/error.h"
#include "formats.h"

static dz_status unsupported(dz_error *error) {
  return dz_fail(error, DZ_UNSUPPORTED, "this result has no such format yet");
}

dz_status dz_render_report(char **out, size_t *length, const dz_report *report, const dz_render_options *options,
                           dz_error *error) {
  return options->format == DZ_JSON ? dz_json_report(out, length, report, error) : unsupported(error);
}

dz_status dz_render_review(char **out, size_t *length, const dz_review *review, const dz_render_options *options,
                           dz_error *error) {
  return options->format == DZ_JSON ? dz_json_review(out, length, review, error) : unsupported(error);
}

dz_status dz_render_comparison(char **out, size_t *length, const dz_comparison *comparison,
                               const dz_render_options *options, dz_error *error) {
  return options->format == DZ_JSON ? dz_json_comparison(out, length, comparison, error) : unsupported(error);
}

dz_status dz_render_ledger(char **out, size_t *length, const dz_ledger *ledger, const dz_render_options *options,
                           dz_error *error) {
  return options->format == DZ_JSON ? dz_json_ledger(out, length, ledger, error) : unsupported(error);
}
