/* announce.h - the edits inside a change as they are announced in words: what
 * is quoted holds no bracket or quotation mark without its other half, and
 * what is added stands beside words of its own clause.
 *
 *     for (dz_announced edit = {0}; dz_announce_next(reports, change, &edit);) ... */
#ifndef DZ_DIFF_ALIGN_ANNOUNCE_H
#define DZ_DIFF_ALIGN_ANNOUNCE_H

#include <duizhao/comparison.h>

#include "base/array.h"

/* One edit: the ops [first, end) with `head` and `tail` code points of the
 * unchanged words on either side, `front` and `back` left off at the ends. */
typedef struct dz_announced {
  size_t first, end;
  size_t head, tail;
  size_t front, back;
} dz_announced;

/* Other script, width or spacing is no edit that anybody would announce. */
bool dz_announce_is_edit(const dz_op *op);

/* Whether op `at` and all it stands beside up to the next kept words is the same in another
 * script or spacing. */
bool dz_announce_is_restyled(const dz_change *change, size_t at);

/* Goes on to the next edit; false: there is none. A deletion and the insertion
 * behind it (or the other way round) are one. */
bool dz_announce_next(const dz_report *const *reports, const dz_change *change, dz_announced *edit);

/* The words as they read in report `side` (0 or 1), appended to an array of
 * uint32_t; none: nothing was there. false: memory ran out. */
bool dz_announce_words(dz_array *words, const dz_report *const *reports, const dz_change *change,
                       const dz_announced *edit, size_t side);

/* Whether it takes words of the surroundings to find `words` in what the change
 * was: nothing at all, fewer than four letters, what stands there twice, or a
 * change too long to be looked through. Bounded, but for the parts of the change. */
bool dz_announce_wants_place(const dz_report *const *reports, const dz_change *change,
                             const dz_array *words);

/* The unchanged words that tell where an edit is: behind which, else before
 * which (*behind false); empty: there are none. *enough: they are more than a
 * word or two between two edits. */
dz_span dz_announce_context(const dz_report *const *reports, const dz_change *change,
                            const dz_announced *edit, bool *behind, bool *enough);

#endif
