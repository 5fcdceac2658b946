/* cmd_compare.c - duizhao compare */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "exit_status.h"

/* --base names a report by its file, its year or its number on the command
 * line, in that order. */
static dz_status find_base(int32_t *base, const dz_inputs *inputs, const char *name,
                           dz_error *error) {
  char *end;
  long number = strtol(name, &end, 10);

  for (size_t i = 0; i < inputs->report_count; i++) {
    *base = (int32_t)i;
    if (!strcmp(inputs->reports[i]->path, name)) return DZ_OK;
  }
  for (size_t i = 0; i < inputs->report_count && !*end; i++) {
    *base = (int32_t)i;
    if (inputs->reports[i]->year && inputs->reports[i]->year == number) return DZ_OK;
  }
  *base = (int32_t)number - 1;
  if (!*end && number >= 1 && (size_t)number <= inputs->report_count) return DZ_OK;
  snprintf(error->message, sizeof error->message, "--base: none of the reports is '%s'", name);
  return error->status = DZ_USAGE;
}

static bool same_text(const dz_text *a, const dz_text *b) {
  return a->fold_length == b->fold_length &&
         !memcmp(a->fold, b->fold, a->fold_length * sizeof *a->fold);
}

/* Two reports differ where a change is no equal one, wherever their lines break;
 * of more, when one reads otherwise than the first. */
static bool differ(const dz_comparison *comparison) {
  for (size_t i = 0; i < comparison->change_count; i++)
    if (comparison->changes[i].type != DZ_CHANGE_EQUAL) return true;
  for (size_t i = 1; i < comparison->report_count && comparison->report_count > 2; i++)
    if (!same_text(&comparison->reports[0]->text, &comparison->reports[i]->text)) return true;
  return false;
}

dz_status dz_command_compare(dz_command_result *result, const dz_inputs *inputs,
                             const dz_options *options, dz_error *error) {
  dz_compare_options how = {.background = inputs->background,
                            .background_count = inputs->background_count,
                            .base = -1,
                            .pins_path = options->pins,
                            .phrases = options->phrases,
                            .phrase_count = options->phrase_count};
  dz_comparison *comparison = NULL;
  char *pins = NULL;
  dz_status status = DZ_OK;

  if (options->base) status = find_base(&how.base, inputs, options->base, error);
  if (!status && options->pins) status = dz_inputs_text(&pins, options->pins, error);
  if (status) goto done;
  how.pins = pins;
  status = dz_comparison_build(&comparison, inputs->reports, inputs->report_count,
                               inputs->knowledge, &how, error);
  if (status) goto done;
  result->exit_status = differ(comparison) ? DZ_EXIT_SOMETHING : DZ_EXIT_NOTHING;
  if (!options->quiet)
    status = dz_render_comparison(&result->bytes, &result->length, comparison, &options->render,
                                  error);
  dz_comparison_free(comparison);

done:
  free(pins);
  return status;
}
