/* expand.h - folders and wildcards among the files of the command line */
#ifndef DZ_CMD_EXPAND_H
#define DZ_CMD_EXPAND_H

#include "options.h"

/* Does the word name files: an existing file or folder, a pattern, or standard input? */
bool dz_expand_names_files(const char *word);

/* Replaces each folder by the reports in it (files whose names end as a report's; others are left
 * out) and each pattern that no shell expanded by what it matches, sorted by name; then asks for
 * as many files as the command needs. */
DZ_MUST_CHECK dz_status dz_expand_files(dz_options *options, dz_error *error);

#endif
