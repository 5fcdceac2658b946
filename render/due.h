/* due.h - which sections that are due a comparison finds wanting */
#ifndef DZ_RENDER_DUE_H
#define DZ_RENDER_DUE_H

#include <stdbool.h>

#include <duizhao/comparison.h>

/* What is wanting of a section in one report, or NULL. O(missing). */
const dz_missing *dz_due_missing(const dz_comparison *c, size_t report,
                                 const dz_canonical *canonical);

/* Is the section due in a report and its matter in a part of another kind, with
 * no passage of its own: 廉洁 in a chapter on the government itself? */
bool dz_due_elsewhere(const dz_comparison *c, size_t report, const dz_presence *row);

/* Does any report have the section, or lack it though it is due? Other rows tell nothing. */
bool dz_due_tells(const dz_comparison *c, const dz_presence *row);

/* ✗ absent, ○ in name only, ◐ in another section. */
const char *dz_due_sign(dz_absence why);

#endif
