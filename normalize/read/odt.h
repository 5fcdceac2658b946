/* odt.h - OpenDocument texts: LibreOffice, and what WPS Office saves as such. */
#ifndef DZ_NORMALIZE_READ_ODT_H
#define DZ_NORMALIZE_READ_ODT_H

#include "normalize/draft.h"
#include "zip.h"

/* As dz_docx_read. */
DZ_MUST_CHECK dz_status dz_odt_read(dz_draft *draft, dz_zip *zip, dz_error *error);

#endif
