/* noise_scan.h - the grammar of markers, addresses and masks */
#ifndef DZ_NORMALIZE_READ_NOISE_SCAN_H
#define DZ_NORMALIZE_READ_NOISE_SCAN_H

#include "normalize/draft.h"
#include <duizhao/report.h>

/* A marker that a download site put in: a Latin word between two equal
 * brackets of two marks, without a space: ##paidbegin##, $$end$$, <!--x-->. */
bool dz_marker_at(const dz_text *text, uint32_t at, dz_span *span);

/* An address (www.…, http://…, or a name under a well-known domain) with the
 * name of the site in front of it, if it has one. Those of authorities
 * (.gov.cn, .edu.cn) are no adverts. `span` may start before `at`. */
bool dz_address_at(const dz_text *text, uint32_t at, dz_span *span);

/* A value blanked out: * ** XX ×× 某 ○ □ __ */
bool dz_mask_at(const dz_text *text, uint32_t at, dz_span *span);

/* noise_signs.c: adds adverts that show two signs to draft->noise. */
DZ_MUST_CHECK dz_status dz_noise_signs(dz_draft *draft, dz_error *error);

#endif
