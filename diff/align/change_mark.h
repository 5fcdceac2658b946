/* change_mark.h - what kind of edit a change is: its attributes. */
#ifndef DZ_DIFF_ALIGN_CHANGE_MARK_H
#define DZ_DIFF_ALIGN_CHANGE_MARK_H

#include "edit.h"
#include "knowledge/knowledge.h"

/* A rewritten stretch and how its letters are kept. */
typedef struct dz_edited {
  const dz_report *report[2];
  const dz_edit_text *text[2];
  const uint32_t *kept[2]; /* as dz_editor.kept */
} dz_edited;

/* The attributes of the edits, of enum dz_change_attribute without HEADING.
 * Appends the dz_figure_change items of side 0 and 1 to `figures`; false when
 * memory ran out. */
bool dz_change_mark(const dz_edited *edited, const dz_knowledge *knowledge, dz_array *figures,
                    unsigned *attributes);

#endif
