/* ofd.h - OFD (GB/T 33190-2016), the fixed-layout format of Chinese offices. */
#ifndef DZ_NORMALIZE_READ_OFD_H
#define DZ_NORMALIZE_READ_OFD_H

#include "normalize/draft.h"
#include "zip.h"

/* Reads the text layer as layout.h does. DZ_FORMAT: it has none. */
DZ_MUST_CHECK dz_status dz_ofd_read(dz_draft *draft, dz_zip *zip, dz_error *error);

#endif
