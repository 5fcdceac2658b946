/* inputs.h - the reports that a command works on */
#ifndef DZ_CMD_INPUTS_H
#define DZ_CMD_INPUTS_H

#include "options.h"

typedef struct dz_inputs {
  dz_knowledge *knowledge;
  const dz_report **reports; /* of the files, in their order */
  size_t report_count;
  const dz_report **background; /* of --background, in their order */
  size_t background_count;
} dz_inputs;

/* Loads the tables and reads every file of the options. *inputs must be freed
 * with dz_inputs_free in any case. */
DZ_MUST_CHECK dz_status dz_inputs_read(dz_inputs *inputs, const dz_options *options,
                                       dz_error *error);
void dz_inputs_free(dz_inputs *inputs);

/* DZ_USAGE unless --year is one year, or one for each of `count` files. */
DZ_MUST_CHECK dz_status dz_inputs_check_years(const dz_options *options, size_t count,
                                              dz_error *error);
/* How the file at `index` is read. */
dz_read_options dz_inputs_reading(const dz_options *options, size_t index);

/* Reads the text of a small file (--pins) into *text, the caller's (free()). */
DZ_MUST_CHECK dz_status dz_inputs_text(char **text, const char *path, dz_error *error);

#endif
