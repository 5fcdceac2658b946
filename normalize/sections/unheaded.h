/* unheaded.h - between the two files that find passages without heading:
 * unheaded_piece.c cuts the report into pieces, unheaded.c tells what they are */
#ifndef DZ_NORMALIZE_SECTIONS_UNHEADED_H
#define DZ_NORMALIZE_SECTIONS_UNHEADED_H

#include "base/array.h"
#include "canonical.h"

/* Where a piece stands, which decides what it may be. */
typedef enum dz_piece_place {
  DZ_PIECE_OPENING,  /* before the first heading */
  DZ_PIECE_INSIDE,   /* in the body that a heading announces */
  DZ_PIECE_TRAILING, /* paragraph without number behind all that the part of level 1 announces */
  DZ_PIECE_LOOSE     /* paragraph without number further up */
} dz_piece_place;

/* A sentence, or a clause of one between ； and after ：, not a heading. */
typedef struct dz_piece {
  dz_span fold;
  int32_t paragraph;
  int32_t section; /* innermost headed section, or DZ_NO_SECTION */
  dz_piece_place place;
  bool last_part; /* behind the last heading of level 1 (or there is none) */
} dz_piece;

/* unheaded_piece.c: the pieces of the report in text order (dz_piece). `named` are its
 * headed sections with their canonical. */
DZ_MUST_CHECK dz_status dz_pieces_cut(dz_array *pieces, const dz_draft *draft,
                                      const dz_section *named, dz_error *error);

#endif
