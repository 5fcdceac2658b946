/* xml.h - XML and HTML as a stream of events. The only module that sees libxml2.
 *
 * No network, no document type, no entities but the predefined ones (and those
 * of HTML), bounded depth. Nothing is built in memory, so that the cost is
 * linear and no reader recurses on the depth of its input. */
#ifndef DZ_NORMALIZE_READ_XML_H
#define DZ_NORMALIZE_READ_XML_H

#include <stdbool.h>
#include <stddef.h>

#include <duizhao/status.h>

enum { DZ_XML_MAX_DEPTH = 250 }; /* open elements; reports stay under 60 */

typedef struct dz_xml_attributes dz_xml_attributes;

/* Called in the order of the input; anything but DZ_OK ends the parsing and is
 * its result. Names: XML elements of a known namespace have its usual prefix
 * whatever the file calls it ("w:p", "text:h", see xml.c), others none; HTML
 * elements are in lower case. `text` is UTF-8 and may come in several pieces. */
typedef struct dz_xml_handler {
  void *context;
  dz_status (*open)(void *context, const char *name, const dz_xml_attributes *attributes,
                    dz_error *error);
  dz_status (*close)(void *context, const char *name, dz_error *error);
  dz_status (*text)(void *context, const char *text, size_t length, dz_error *error);
} dz_xml_handler;

/* Copies the value of an attribute, cut to `room` bytes with its NUL, to
 * `value`; false, and "", if it is absent. Names as above ("w:val"). */
bool dz_xml_get(const dz_xml_attributes *attributes, const char *name, char *value, size_t room);

/* The value of an attribute as a whole number from `least` to a million;
 * `otherwise` if it is absent or none. */
int dz_xml_get_number(const dz_xml_attributes *attributes, const char *name, int least,
                      int otherwise);

/* Parses well-formed XML; `source` names it in messages ("a.docx: word/document.xml").
 * DZ_FORMAT names the line that is wrong. */
DZ_MUST_CHECK dz_status dz_xml_parse(const char *source, const char *bytes, size_t length,
                                     const dz_xml_handler *handler, dz_error *error);

/* Parses HTML, however broken, from UTF-8. */
DZ_MUST_CHECK dz_status dz_html_parse(const char *source, const char *bytes, size_t length,
                                      const dz_xml_handler *handler, dz_error *error);

#endif
