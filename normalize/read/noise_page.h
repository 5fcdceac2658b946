/* noise_page.h - the head and the end of a web page that was copied as text */
#ifndef DZ_NORMALIZE_READ_NOISE_PAGE_H
#define DZ_NORMALIZE_READ_NOISE_PAGE_H

#include "normalize/draft.h"

/* Adds lines of buttons, path and particulars, and the titles of other pages
 * behind the report, to draft->noise. */
DZ_MUST_CHECK dz_status dz_noise_page(dz_draft *draft, dz_error *error);

/* page_number.c: adds the lines that are the number of a page. */
DZ_MUST_CHECK dz_status dz_noise_page_numbers(dz_draft *draft, dz_error *error);

#endif
