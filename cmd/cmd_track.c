/* cmd_track.c - duizhao track */
#include "command.h"
#include "exit_status.h"

dz_status dz_command_track(dz_command_result *result, const dz_inputs *inputs,
                           const dz_options *options, dz_error *error) {
  dz_ledger *ledger;
  dz_status status = dz_ledger_build(&ledger, inputs->reports, inputs->report_count,
                                     inputs->knowledge, error);

  if (status) return status;
  result->exit_status = ledger->entry_count ? DZ_EXIT_SOMETHING : DZ_EXIT_NOTHING;
  if (!options->quiet)
    status = dz_render_ledger(&result->bytes, &result->length, ledger, &options->render, error);
  dz_ledger_free(ledger);
  return status;
}
