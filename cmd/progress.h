/* progress.h - a line on the terminal for whoever has waited a second */
#ifndef DZ_CMD_PROGRESS_H
#define DZ_CMD_PROGRESS_H

#include "options.h"

/* From now on, after a second, the terminal says that work goes on. Nothing where
 * standard error is no terminal, or with --quiet. */
void dz_progress_begin(const dz_options *options);
/* The line is taken away. */
void dz_progress_end(void);

#endif
