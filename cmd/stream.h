/* stream.h - check and normalize: each report is read, worked on, printed and forgotten by itself,
 * several of them at a time */
#ifndef DZ_CMD_STREAM_H
#define DZ_CMD_STREAM_H

#include "inputs.h"

/* Runs check or normalize over the files of the options and those of their folders, with
 * options->jobs threads (0: one for each core); the bytes do not depend on how many. No more
 * reports are in memory than threads, but for the format HTML, whose page is one piece. A file that
 * cannot be read is told on standard error and passed over: *exit_status is then DZ_EXIT_TROUBLE.
 * Where none could be read, nothing is printed. Another status than DZ_OK ends the run. */
DZ_MUST_CHECK dz_status dz_stream_run(const dz_options *options, int *exit_status, dz_error *error);

#endif
