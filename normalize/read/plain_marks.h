/* plain_marks.h - bold marks of Markdown in a text that is not Markdown */
#ifndef DZ_NORMALIZE_READ_PLAIN_MARKS_H
#define DZ_NORMALIZE_READ_PLAIN_MARKS_H

#include "normalize/draft.h"

/* Makes the marks noise, and lines that are bold as a whole bold. Runs behind dz_lines_split. */
DZ_MUST_CHECK dz_status dz_plain_marks(dz_draft *draft, dz_error *error);

#endif
