/* edit_ends.h - where the ends of the hunks of an edit script lie best. */
#ifndef DZ_DIFF_ALIGN_EDIT_ENDS_H
#define DZ_DIFF_ALIGN_EDIT_ENDS_H

#include "edit.h"

/* Tokens i and j, kept so far, become part of the hunk. */
void dz_hunk_take(dz_editor *editor, uint32_t i, uint32_t j);

/* Takes into the hunks beside them what is kept and means nothing by itself (a
 * stray character before a mark, one half of a pair of marks), then shifts
 * hunks on one side to the most natural place. Works on editor->mates of the
 * tokens of the two texts; both sides stay whole. Linear. */
void dz_hunks_settle(dz_editor *editor, const dz_edit_text *a, const dz_edit_text *b);

#endif
