/* cmd_check.c - duizhao check */
#include "command.h"
#include "exit_status.h"

dz_status dz_command_check(dz_command_result *result, const dz_inputs *inputs,
                           const dz_options *options, dz_error *error) {
  dz_review *review;
  dz_status status = dz_review_build(&review, inputs->reports, inputs->report_count,
                                     inputs->knowledge, error);

  if (status) return status;
  result->exit_status = review->finding_count ? DZ_EXIT_SOMETHING : DZ_EXIT_NOTHING;
  if (!options->quiet)
    status = dz_render_review(&result->bytes, &result->length, review, &options->render, error);
  dz_review_free(review);
  return status;
}
