/* terminal.h - what the surroundings say: locale, terminal, colour, pager */
#ifndef DZ_CMD_TERMINAL_H
#define DZ_CMD_TERMINAL_H

#include "options.h"

/* Is the reader spoken to in Chinese? By --lang, else by the locale for
 * messages (LC_ALL, LC_MESSAGES, LANG). */
bool dz_speaks_chinese(const dz_options *options);

/* Settles what the options left open: language, colour, width. */
void dz_terminal_settle(dz_options *options);

/* Writes a result to options->output, through the pager on a terminal, or to
 * standard output; nothing with --quiet. DZ_IO names what could not be
 * written. */
DZ_MUST_CHECK dz_status dz_terminal_emit(const dz_options *options, const char *bytes,
                                         size_t length, dz_error *error);

/* Would dz_terminal_emit write to standard output as it is? What is made piece by piece can then be
 * written so, by dz_terminal_write. */
bool dz_terminal_is_direct(const dz_options *options);
DZ_MUST_CHECK dz_status dz_terminal_write(const char *bytes, size_t length, dz_error *error);

/* One line on standard error; what a file name or an option holds cannot steer a terminal. */
void dz_terminal_complain(const dz_options *options, dz_error *error);

#endif
