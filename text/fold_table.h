/* fold_table.h - the table of dz_fold_cp, made from data/variants.tsv when the
 * program is built (tools/fold_table.c). */
#ifndef DZ_TEXT_FOLD_TABLE_H
#define DZ_TEXT_FOLD_TABLE_H

#include <stdint.h>

/* For a code point below U+10000 the folded form is
 * (cp + dz_fold_delta[dz_fold_page[cp >> 8]][cp & 255]) & 0xFFFF. */
extern const unsigned char dz_fold_page[256];
extern const uint16_t dz_fold_delta[][256];

#endif
