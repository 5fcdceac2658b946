/* xml.c - see xml.h */
#include "xml.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

enum {
  NAME_ROOM = 64,
  /* libxml2 compares every attribute of an element with all before it, about 1e9 pairs a second: so
   * many are allowed
   * in one document. A page of 50,000 elements with 20 attributes each has 1e7. */
  ATTRIBUTE_PAIRS_MAX = 100000000
};

/* One parse. libxml2's callbacks get it as their user data. */
typedef struct stream {
  const dz_xml_handler *handler;
  const char *source;
  xmlParserCtxtPtr parser;
  dz_status status; /* what a callback failed with */
  dz_error *error;
  int depth;
} stream;

struct dz_xml_attributes {
  const xmlChar **items; /* as libxml2 gives them */
  int count;             /* of 5 items each (XML), or -1: pairs up to NULL (HTML) */
};

/* Namespaces of the formats we read, transitional and strict, and the prefix
 * they usually have. */
static const struct {
  const char *uri, *prefix;
} namespaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"},
    {"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"},
    {"http://www.ofdspec.org/2016", "ofd"},
    {"http://www.ofdspec.org", "ofd"},
};

/* "prefix:local" in `name`; the local name alone where the namespace is not known. */
static void usual_name(char *name, const xmlChar *uri, const xmlChar *local) {
  const char *prefix = "";
  size_t length = 0;

  for (size_t i = 0; uri && i < sizeof namespaces / sizeof *namespaces; i++)
    if (!strcmp((const char *)uri, namespaces[i].uri)) prefix = namespaces[i].prefix;
  if (*prefix) {
    length = strlen(prefix);
    memcpy(name, prefix, length);
    name[length++] = ':';
  }
  for (const char *c = (const char *)local; *c && length + 1 < NAME_ROOM; c++) name[length++] = *c;
  name[length] = '\0';
}

static void copy_value(char *value, size_t room, const char *from, size_t length) {
  if (length >= room) length = room - 1;
  memcpy(value, from, length);
  value[length] = '\0';
}

bool dz_xml_get(const dz_xml_attributes *attributes, const char *name, char *value, size_t room) {
  char found[NAME_ROOM];
  const xmlChar **items = attributes->items;

  value[0] = '\0';
  for (int i = 0; i < attributes->count;
       i++, items += 5) { /* local name, prefix, URI, value, its end */
    usual_name(found, items[2], items[0]);
    if (strcmp(found, name)) continue;
    copy_value(value, room, (const char *)items[3], (size_t)(items[4] - items[3]));
    return true;
  }
  for (; attributes->count < 0 && items && *items; items += 2) {
    if (strcmp((const char *)items[0], name)) continue;
    if (items[1]) copy_value(value, room, (const char *)items[1], strlen((const char *)items[1]));
    return true;
  }
  return false;
}

int dz_xml_get_number(const dz_xml_attributes *attributes, const char *name, int least,
                      int otherwise) {
  enum { NUMBER_ROOM = 64, NUMBER_MAX = 1000000 };
  char value[NUMBER_ROOM], *end;
  long number;

  if (!dz_xml_get(attributes, name, value, sizeof value)) return otherwise;
  number = strtol(value, &end, 10);
  return end == value || number < least || number > NUMBER_MAX ? otherwise : (int)number;
}

static void stop(stream *s, dz_status status) {
  if (!status || s->status) return;
  s->status = status;
  xmlStopParser(s->parser);
}

static void open_element(stream *s, const char *name, const dz_xml_attributes *attributes) {
  if (s->status) return;
  if (++s->depth > DZ_XML_MAX_DEPTH)
    stop(s, dz_fail(s->error, DZ_LIMIT, "%s: elements nested more than %d deep", s->source,
                    DZ_XML_MAX_DEPTH));
  else
    stop(s, s->handler->open(s->handler->context, name, attributes, s->error));
}

static void close_element(stream *s, const char *name) {
  if (s->status) return;
  s->depth--;
  stop(s, s->handler->close(s->handler->context, name, s->error));
}

static void on_open(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
                    int namespace_count, const xmlChar **declared, int count, int defaulted,
                    const xmlChar **items) {
  dz_xml_attributes attributes = {items, count};
  char name[NAME_ROOM];

  (void)prefix, (void)namespace_count, (void)declared, (void)defaulted;
  usual_name(name, uri, local);
  open_element(user, name, &attributes);
}

static void on_close(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
  char name[NAME_ROOM];

  (void)prefix;
  usual_name(name, uri, local);
  close_element(user, name);
}

static void on_open_html(void *user, const xmlChar *name, const xmlChar **items) {
  dz_xml_attributes attributes = {items, -1};

  open_element(user, (const char *)name, &attributes);
}

static void on_close_html(void *user, const xmlChar *name) {
  close_element(user, (const char *)name);
}

static void on_text(void *user, const xmlChar *text, int length) {
  stream *s = user;

  if (!s->status)
    stop(s, s->handler->text(s->handler->context, (const char *)text, (size_t)length, s->error));
}

/* Office formats have no document type; one is there to declare entities. */
static void on_doctype(void *user, const xmlChar *name, const xmlChar *public_id,
                       const xmlChar *system_id) {
  stream *s = user;

  (void)name, (void)public_id, (void)system_id;
  stop(s, dz_fail(s->error, DZ_FORMAT,
                  "%s: declares a document type, which these formats do not have", s->source));
}

static bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* The attributes of the tag that starts at `at`, at most two counted for one, and in *end where the
 * tag ends. A quote
 * opens a value behind '=' only, so that a stray one hides nothing. */
static size_t count_attributes(const char *bytes, size_t length, size_t at, size_t *end) {
  char quote = 0, before = 0; /* `before`: the last character that is not blank */
  size_t count = 0;

  for (; at < length && (quote || bytes[at] != '>'); at++) {
    char c = bytes[at];
    if (quote) {
      if (c == quote) quote = 0;
      continue;
    }
    if ((c == '"' || c == '\'') && before == '=') quote = c;
    count += c == '=' || (!is_blank(c) && is_blank(bytes[at - 1]));
    if (!is_blank(c)) before = c;
  }
  *end = at;
  return count;
}

static bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         (unsigned char)c >= 0x80;
}

/* Refuses what would keep the parser busy with the attributes of a few elements. */
static dz_status check_attributes(const char *source, const char *bytes, size_t length,
                                  dz_error *error) {
  uint64_t pairs = 0;

  for (size_t i = 0; i + 1 < length; i++) {
    uint64_t count;
    if (bytes[i] != '<' || !starts_name(bytes[i + 1])) continue;
    count = count_attributes(bytes, length, i + 1, &i);
    pairs += count * count / 2;
    if (pairs > ATTRIBUTE_PAIRS_MAX)
      return dz_fail(error, DZ_LIMIT, "%s: elements with very many attributes: not a report",
                     source);
  }
  return DZ_OK;
}

/* The library wants to be made ready before several threads use it. */
static pthread_once_t ready = PTHREAD_ONCE_INIT;

dz_status dz_xml_parse(const char *source, const char *bytes, size_t length,
                       const dz_xml_handler *handler, dz_error *error) {
  stream s = {.handler = handler, .source = source, .error = error};
  xmlParserCtxtPtr parser;
  dz_status status = check_attributes(source, bytes, length, error);

  if (status) return status;
  if (length > INT_MAX) return dz_fail(error, DZ_LIMIT, "%s: is too large", source);
  pthread_once(&ready, xmlInitParser);
  parser = s.parser = xmlNewParserCtxt();
  if (!parser) return dz_fail_memory(error);
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->startElementNs = on_open;
  parser->sax->endElementNs = on_close;
  parser->sax->characters = on_text;
  parser->sax->ignorableWhitespace = on_text;
  parser->sax->cdataBlock = on_text;
  parser->sax->internalSubset = on_doctype;
  parser->userData = &s;
  xmlFreeDoc(xmlCtxtReadMemory(parser, bytes, (int)length, NULL, NULL,
                               XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  if (!s.status && parser->lastError.code == XML_ERR_NO_MEMORY) s.status = dz_fail_memory(error);
  if (!s.status && !parser->wellFormed)
    s.status = dz_fail(error, DZ_FORMAT, "%s: damaged XML in line %d", source,
                       parser->lastError.line);
  xmlFreeParserCtxt(parser);
  return s.status;
}

dz_status dz_html_parse(const char *source, const char *bytes, size_t length,
                        const dz_xml_handler *handler, dz_error *error) {
  stream s = {.handler = handler, .source = source, .error = error};
  htmlParserCtxtPtr parser;
  dz_status status = check_attributes(source, bytes, length, error);

  if (status) return status;
  if (length > INT_MAX) return dz_fail(error, DZ_LIMIT, "%s: is too large", source);
  parser = s.parser = htmlNewParserCtxt();
  if (!parser) return dz_fail_memory(error);
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->startElement = on_open_html;
  parser->sax->endElement = on_close_html;
  parser->sax->characters = on_text;
  parser->sax->ignorableWhitespace = on_text;
  parser->sax->cdataBlock = NULL; /* scripts and styles */
  parser->userData = &s;
  xmlFreeDoc(htmlCtxtReadMemory(parser, bytes, (int)length, NULL, "UTF-8",
                                HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                    HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC));
  if (!s.status && parser->lastError.code == XML_ERR_NO_MEMORY) s.status = dz_fail_memory(error);
  htmlFreeParserCtxt(parser);
  return s.status;
}
