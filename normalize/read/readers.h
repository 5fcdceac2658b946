/* readers.h - the readers of formats, one file each.
 *
 * Each fills draft->cps, lines, and what noise and notes only the format shows;
 * source.c chooses. None of them is afraid of its input: limits are in sink.h,
 * zip.h, xml.h and child.h. */
#ifndef DZ_NORMALIZE_READ_READERS_H
#define DZ_NORMALIZE_READ_READERS_H

#include <stddef.h>

#include "normalize/draft.h"
#include "sniff.h"

typedef struct dz_bytes {
  const char *data; /* borrowed */
  size_t length;
} dz_bytes;

/* html.c, markdown.c: work on the decoded text in draft->cps; the HTML reader
 * puts the text of the page in its place. */
DZ_MUST_CHECK dz_status dz_read_html(dz_draft *draft, dz_error *error);
DZ_MUST_CHECK dz_status dz_read_markdown(dz_draft *draft, dz_error *error);

/* container.c: .docx, .odt, .ofd; DZ_SOURCE_ZIP finds out which. */
DZ_MUST_CHECK dz_status dz_read_container(dz_draft *draft, dz_bytes bytes, dz_source_format format,
                                          dz_error *error);

/* pdf.c: by pdftotext, rtf.c, doc.c: by antiword or catdoc. */
DZ_MUST_CHECK dz_status dz_read_pdf(dz_draft *draft, dz_bytes bytes, dz_error *error);
DZ_MUST_CHECK dz_status dz_read_rtf(dz_draft *draft, dz_bytes bytes, dz_error *error);
DZ_MUST_CHECK dz_status dz_read_doc(dz_draft *draft, dz_bytes bytes, dz_error *error);

#endif
