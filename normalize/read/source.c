/* source.c - bytes to decoded text and lines: finds the format, runs its reader */
#include <string.h>

#include "base/error.h"
#include "decode.h"
#include "lines.h"
#include "normalize/draft.h"
#include "plain_marks.h"
#include "readers.h"
#include "sink.h"
#include "sniff.h"

enum { CHARSET_ROOM = 32 };

typedef struct input {
  const char *bytes;
  size_t length;
  dz_source_format format;
  bool forced; /* the user named the format */
} input;

static dz_status find_format(input *source, const char *path, const dz_read_options *options,
                             dz_error *error) {
  if (options && options->format) {
    source->forced = true;
    return dz_source_format_find(&source->format, options->format, error);
  }
  return dz_sniff_bytes(&source->format, path, source->bytes, source->length, error);
}

/* Plain text, Markdown or HTML: decoded first, for their marks are text. */
static dz_status read_text(dz_draft *draft, input *source, const dz_read_options *options,
                           dz_error *error) {
  char declared[CHARSET_ROOM];
  dz_decode_hints hints = {.path = draft->report.path,
                           .forced = options ? options->encoding : NULL};
  dz_status status;

  dz_sniff_charset(declared, sizeof declared, source->bytes, source->length);
  hints.declared = declared[0] ? declared : NULL;
  status = dz_decode(&draft->cps, &draft->report.encoding, source->bytes, source->length, &hints,
                     error);
  if (status) return status;
  if (!source->forced)
    source->format = dz_sniff_text(draft->report.path, draft->cps.items, draft->cps.count);
  draft->report.format = dz_source_format_name(source->format);
  if (draft->cps.count > DZ_MAX_TEXT) return dz_sink_check(draft, error);
  if (source->format != DZ_SOURCE_HTML && !source->forced &&
      dz_sniff_is_xml(draft->cps.items, draft->cps.count))
    return dz_fail(error, DZ_UNSUPPORTED, "%s: an XML file that is no report: save it as .docx",
                   draft->report.path);
  switch (source->format) {
  case DZ_SOURCE_HTML: return dz_read_html(draft, error);
  case DZ_SOURCE_MARKDOWN: return dz_read_markdown(draft, error);
  default:
    status = dz_lines_split(draft, error);
    return status ? status : dz_plain_marks(draft, error);
  }
}

static dz_status run_reader(dz_draft *draft, input *source, const dz_read_options *options,
                            dz_error *error) {
  const dz_bytes bytes = {source->bytes, source->length};

  draft->report.encoding = "UTF-8";
  draft->report.format = dz_source_format_name(source->format);
  switch (source->format) {
  case DZ_SOURCE_DOC:
  case DZ_SOURCE_PDF:
    if (!options || !options->programs)
      return dz_fail(error, DZ_UNSUPPORTED,
                     "%s: is read by another program, which the caller has not allowed",
                     draft->report.path);
    return source->format == DZ_SOURCE_DOC ? dz_read_doc(draft, bytes, error)
                                           : dz_read_pdf(draft, bytes, error);
  case DZ_SOURCE_RTF: return dz_read_rtf(draft, bytes, error);
  case DZ_SOURCE_DOCX:
  case DZ_SOURCE_ODT:
  case DZ_SOURCE_OFD:
  case DZ_SOURCE_ZIP: return dz_read_container(draft, bytes, source->format, error);
  default: return read_text(draft, source, options, error);
  }
}

dz_status dz_source_read(dz_draft *draft, const char *bytes, size_t length,
                         const dz_read_options *options, dz_error *error) {
  input source = {.bytes = bytes, .length = length};
  dz_status status = find_format(&source, draft->report.path, options, error);

  if (!status) status = run_reader(draft, &source, options, error);
  if (!status && !draft->lines.count)
    return dz_fail(error, DZ_FORMAT, "%s: holds no text", draft->report.path);
  return status;
}
