/* figure_pair.h - the figures of a change that tell of one thing in both reports. */
#ifndef DZ_DIFF_ALIGN_FIGURE_PAIR_H
#define DZ_DIFF_ALIGN_FIGURE_PAIR_H

#include "change_mark.h"

/* Appends dz_figure_change items, by place in report 0, for the figures of which a part is not
 * kept and whose value is another; sets NUMBER and, where only the modifier is another, DEGREE.
 * hunk_of tells per side and glyph the hunk it is in, from 1; 0: it is kept. Looks at 64 figures
 * of either side. false when memory ran out. */
bool dz_figures_pair(const dz_edited *edited, const dz_knowledge *knowledge,
                     const size_t *const hunk_of[2], dz_array *figures, unsigned *attributes);

#endif
