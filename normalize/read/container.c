/* container.c - .docx, .odt and .ofd are zip files: finds out which, runs its reader */
#include <string.h>

#include "base/error.h"
#include "docx.h"
#include "odt.h"
#include "ofd.h"
#include "readers.h"
#include "zip.h"

static dz_status find_format(dz_source_format *format, const dz_zip *zip, const char *path,
                             dz_error *error) {
  static const struct {
    const char *prefix;
    dz_source_format format; /* DZ_SOURCE_COUNT: not read, see `advice` */
    const char *advice;
  } marks[] = {
      {"word/document", DZ_SOURCE_DOCX, NULL},
      {"OFD.xml", DZ_SOURCE_OFD, NULL},
      {"content.xml", DZ_SOURCE_ODT, NULL},
      {"xl/", DZ_SOURCE_COUNT, "a spreadsheet (.xlsx), not a report: save the text as .docx"},
      {"ppt/", DZ_SOURCE_COUNT, "slides (.pptx), not a report: save the text as .docx"},
      {"Index/", DZ_SOURCE_COUNT, "an iWork file: export it as .docx"},
      {"META-INF/container.xml", DZ_SOURCE_COUNT, "an e-book (.epub): save it as .docx or .html"},
  };

  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    if (!dz_zip_has_prefix(zip, marks[i].prefix)) continue;
    if (marks[i].advice) return dz_fail(error, DZ_UNSUPPORTED, "%s: %s", path, marks[i].advice);
    *format = marks[i].format;
    return DZ_OK;
  }
  return dz_fail(error, DZ_UNSUPPORTED, "%s: a zip archive without a report in it: unpack it first",
                 path);
}

dz_status dz_read_container(dz_draft *draft, dz_bytes bytes, dz_source_format format,
                            dz_error *error) {
  dz_zip *zip;
  dz_status status = dz_zip_open(&zip, draft->report.path, bytes.data, bytes.length, error);

  if (status) return status;
  if (format == DZ_SOURCE_ZIP) status = find_format(&format, zip, draft->report.path, error);
  if (!status) {
    draft->report.format = dz_source_format_name(format);
    switch (format) {
    case DZ_SOURCE_DOCX: status = dz_docx_read(draft, zip, error); break;
    case DZ_SOURCE_ODT: status = dz_odt_read(draft, zip, error); break;
    default: status = dz_ofd_read(draft, zip, error); break;
    }
  }
  dz_zip_close(zip);
  return status;
}
