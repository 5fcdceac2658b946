/* passage.h - between the two files that find passages without heading */
#ifndef DZ_NORMALIZE_PASSAGE_H
#define DZ_NORMALIZE_PASSAGE_H

#include "base/array.h"
#include "canonical.h"

/* Where a piece stands, which decides what it may be. */
typedef enum dz_place_kind {
  DZ_PLACE_OPENING,  /* before the first heading */
  DZ_PLACE_INSIDE,   /* in the body that a heading announces */
  DZ_PLACE_TRAILING, /* paragraph without number behind all that the part of level 1 announces */
  DZ_PLACE_LOOSE     /* paragraph without number further up */
} dz_place_kind;

/* A sentence, or a clause of one between ； and after ：, not a heading. */
typedef struct dz_piece {
  dz_span fold;
  int32_t paragraph;
  int32_t section; /* innermost headed section, or DZ_NO_SECTION */
  dz_place_kind place;
  bool last_part;  /* behind the last heading of level 1 (or there is none) */
} dz_piece;

/* piece.c: the pieces of the report in text order (dz_piece). `named` are its
 * headed sections with their canonical. */
DZ_MUST_CHECK dz_status dz_pieces_cut(dz_array *pieces, const dz_draft *draft, const dz_section *named,
                                      dz_error *error);

#endif
