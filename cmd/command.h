/* command.h - the four commands. Each works on the inputs that main.c read and
 * gives the bytes to show (the caller's, free()) and the exit status. */
#ifndef DZ_CMD_COMMAND_H
#define DZ_CMD_COMMAND_H

#include "inputs.h"

typedef struct dz_command_result {
  char *bytes;
  size_t length;
  int exit_status; /* of enum dz_exit */
} dz_command_result;

DZ_MUST_CHECK dz_status dz_command_compare(dz_command_result *result, const dz_inputs *inputs,
                                           const dz_options *options, dz_error *error);
DZ_MUST_CHECK dz_status dz_command_track(dz_command_result *result, const dz_inputs *inputs,
                                         const dz_options *options, dz_error *error);
DZ_MUST_CHECK dz_status dz_command_check(dz_command_result *result, const dz_inputs *inputs,
                                         const dz_options *options, dz_error *error);
DZ_MUST_CHECK dz_status dz_command_normalize(dz_command_result *result, const dz_inputs *inputs,
                                             const dz_options *options, dz_error *error);

#endif
