/* cmd_normalize.c - duizhao normalize */
#include "command.h"
#include "exit_status.h"

dz_status dz_command_normalize(dz_command_result *result, const dz_inputs *inputs,
                               const dz_options *options, dz_error *error) {
  result->exit_status = DZ_EXIT_NOTHING;
  if (options->quiet) return DZ_OK;
  return dz_render_reports(&result->bytes, &result->length, inputs->reports, inputs->report_count,
                           &options->render, error);
}
