/* main.c - the program duizhao: options, inputs, one command, its output */
#include <stdio.h>
#include <stdlib.h>

#include "command.h"
#include "exit_status.h"
#include "stream.h"
#include "terminal.h"

/* check and normalize are streamed: stream.c */
static dz_status run_command(dz_command_result *result, const dz_inputs *inputs,
                             const dz_options *options, dz_error *error) {
  switch (options->command) {
  case DZ_COMPARE: return dz_command_compare(result, inputs, options, error);
  case DZ_TRACK: return dz_command_track(result, inputs, options, error);
  default: return DZ_OK;
  }
}

static dz_status run(const dz_options *options, int *exit_status, dz_error *error) {
  dz_command_result result = {0};
  dz_inputs inputs;
  dz_status status;

  if (options->command & (DZ_CHECK | DZ_NORMALIZE))
    return dz_stream_run(options, exit_status, error);
  status = dz_inputs_read(&inputs, options, error);
  if (!status) status = run_command(&result, &inputs, options, error);
  dz_inputs_free(&inputs);
  if (!status) status = dz_terminal_emit(options, result.bytes, result.length, error);
  free(result.bytes);
  *exit_status = result.exit_status;
  return status;
}

int main(int argc, char **argv) {
  dz_options options;
  dz_error error;
  int exit_status = DZ_EXIT_NOTHING;
  dz_status status = dz_options_parse(&options, argc, argv, &error);

  if (!status) dz_terminal_settle(&options);
  if (!status && options.version)
    printf("duizhao %s\n", dz_version());
  else if (!status && options.help)
    dz_options_help(options.command, options.render.chinese);
  else if (!status)
    status = run(&options, &exit_status, &error);
  if (!status && fflush(stdout)) {
    status = error.status = DZ_IO;
    snprintf(error.message, sizeof error.message, "standard output: cannot write");
  }
  if (status) {
    dz_terminal_complain(&options, &error);
    exit_status = DZ_EXIT_TROUBLE;
  }
  dz_options_free(&options);
  return exit_status;
}
