/* cmd_normalize.c - duizhao normalize: one output behind the other */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "exit_status.h"

static dz_status append(dz_command_result *result, const char *bytes, size_t length, dz_error *error) {
  char *bigger = realloc(result->bytes, result->length + length + 1);

  if (!bigger) {
    snprintf(error->message, sizeof error->message, "out of memory");
    return error->status = DZ_NOMEM;
  }
  memcpy(bigger + result->length, bytes, length);
  bigger[result->length + length] = '\0';
  result->bytes = bigger;
  result->length += length;
  return DZ_OK;
}

dz_status dz_command_normalize(dz_command_result *result, const dz_inputs *inputs, const dz_options *options,
                               dz_error *error) {
  dz_format format = options->render.format;
  dz_status status = DZ_OK;

  result->exit_status = DZ_EXIT_NOTHING;
  if (inputs->report_count > 1 && (format == DZ_HTML || format == DZ_CSV)) {
    snprintf(error->message, sizeof error->message, "--format: html and csv show one report at a time");
    return error->status = DZ_USAGE;
  }
  for (size_t i = 0; i < inputs->report_count && !status && !options->quiet; i++) {
    char *bytes;
    size_t length;
    status = dz_render_report(&bytes, &length, inputs->reports[i], &options->render, error);
    if (status) break;
    if (i && (format == DZ_TEXT || format == DZ_MARKDOWN) && !options->render.raw)
      status = append(result, "\n", 1, error);
    if (!status) status = append(result, bytes, length, error);
    free(bytes);
  }
  return status;
}
