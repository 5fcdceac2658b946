/* edit.h - the edits that make one stretch of text out of another, drawn as a
 * person would: whole figures, few and whole hunks, no islands. */
#ifndef DZ_DIFF_ALIGN_EDIT_H
#define DZ_DIFF_ALIGN_EDIT_H

#include <duizhao/comparison.h>

#include "base/array.h"
#include "knowledge/lexicon.h"

/* One code point of a side. Noise is left out by the caller. */
typedef struct dz_edit_glyph {
  uint32_t cp;       /* as it stands in the text */
  uint32_t fold;     /* folded; 0: white space, which weighs nothing */
  uint32_t position; /* in the decoded text, strictly increasing */
  bool glued;        /* belongs to one atom with the glyph before it: never cut */
  bool restyled;     /* out: the folded letter is kept, written otherwise; false on entry */
  bool inside;       /* out: goes on a word that the glyph before begins; false on entry */
} dz_edit_glyph;

typedef struct dz_edit_text {
  dz_edit_glyph *glyphs;
  size_t count;
} dz_edit_text;

/* Scratch memory of many scripts; dz_editor_free releases it. */
typedef struct dz_editor {
  const dz_lexicon *lexicon; /* borrowed */
  dz_array tokens[2];
  dz_array mates[2];   /* uint32_t per token of a side */
  dz_array kept[2];    /* uint32_t per glyph of a side: glyph of the other, or DZ_UNKEPT */
  dz_array rows;       /* scores of the running row */
  dz_array trace;      /* uint8_t per cell */
  dz_array words;      /* dz_word_end of the run of characters in hand */
  int32_t hunk_cost;   /* of the script in hand */
  uint64_t cells_left; /* cells the whole comparison may still fill */
  bool replaced;       /* out: so little was kept that the script shows both sides whole */
  bool approximate;    /* a cap was hit: some script is longer than it could be */
} dz_editor;

#define DZ_UNKEPT UINT32_MAX /* no counterpart; an enum holds no unsigned value of this size */

/* The lexicon tells where words begin; NULL: every character may stand by itself. */
void dz_editor_init(dz_editor *editor, const dz_lexicon *lexicon);
void dz_editor_free(dz_editor *editor);

/* Appends dz_op items: '=' and '-' rebuild a, '=' and '+' rebuild b, to the
 * letter; each op is one stretch of positions without a gap, a deletion stands
 * before the insertion that takes its place, and "=" is the same letters on
 * both sides. Where less than a fifth is kept nothing but the mark at the end
 * counts as kept (`replaced`): two texts interleaved word by word are harder to read than one
 * under the other. Edits of (b, a) are those of (a, b) with '-' and '+' exchanged.
 * *kept (may be NULL) gets the number of triples of neighbouring glyphs, white space aside,
 * that stand in both sides in a row. Cost: product of the lengths of what is left when
 * equal ends are taken off, up to a cap; beyond it the texts are cut at common
 * rare wording first, and what still is too large counts as replaced. */
DZ_MUST_CHECK dz_status dz_edit_script(dz_editor *editor, const dz_edit_text *a,
                                       const dz_edit_text *b, dz_array *ops, size_t *kept,
                                       dz_error *error);

#endif
