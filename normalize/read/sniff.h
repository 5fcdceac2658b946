/* sniff.h - the format of a file, from its content; the name is only a hint. */
#ifndef DZ_NORMALIZE_READ_SNIFF_H
#define DZ_NORMALIZE_READ_SNIFF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <duizhao/status.h>

typedef enum dz_source_format {
  DZ_SOURCE_TEXT,     /* "txt" */
  DZ_SOURCE_MARKDOWN, /* "md" */
  DZ_SOURCE_HTML,     /* "html" */
  DZ_SOURCE_RTF,      /* "rtf" */
  DZ_SOURCE_DOC,      /* "doc": Word up to 2003, WPS */
  DZ_SOURCE_DOCX,     /* "docx" */
  DZ_SOURCE_ODT,      /* "odt" */
  DZ_SOURCE_OFD,      /* "ofd" */
  DZ_SOURCE_PDF,      /* "pdf" */
  DZ_SOURCE_ZIP, /* "zip": one of the above or something else; the reader of containers finds out */
  DZ_SOURCE_COUNT
} dz_source_format;

/* "txt", ...; static storage. */
const char *dz_source_format_name(dz_source_format format);

/* The format called `name` ("txt", "markdown", "htm", ...). DZ_USAGE: none. */
DZ_MUST_CHECK dz_status dz_source_format_find(dz_source_format *out, const char *name,
                                              dz_error *error);

/* What the first bytes say. DZ_SOURCE_TEXT: nothing binary known; see
 * dz_sniff_text. DZ_UNSUPPORTED for pictures, tables, archives: the message
 * says what it is and what to do. */
DZ_MUST_CHECK dz_status dz_sniff_bytes(dz_source_format *out, const char *path, const char *bytes,
                                       size_t length, dz_error *error);

/* Which text format a decoded text is: HTML, Markdown or plain. */
dz_source_format dz_sniff_text(const char *path, const uint32_t *cp, size_t length);

/* Whether a text that is not HTML is some other XML, such as Word's of 2003. */
bool dz_sniff_is_xml(const uint32_t *cp, size_t length);

/* The charset that an HTML page claims in its first bytes, copied in lower case
 * to `name` (room for `room` bytes); "" if it claims none. */
void dz_sniff_charset(char *name, size_t room, const char *bytes, size_t length);

#endif
