/* docx.h - Word documents since 2007, and what WPS Office saves as such. */
#ifndef DZ_NORMALIZE_READ_DOCX_H
#define DZ_NORMALIZE_READ_DOCX_H

#include "normalize/draft.h"
#include "zip.h"

/* Headings from styles and outline levels, automatic numbers as text, tracked
 * changes as accepted, rows of tables as lines. Headers, footers, notes and
 * comments are no part of the text; the table of contents is noise. */
DZ_MUST_CHECK dz_status dz_docx_read(dz_draft *draft, dz_zip *zip, dz_error *error);

#endif
