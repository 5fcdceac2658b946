/* sniff.c - see sniff.h */
#include "sniff.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/error.h"
#include "text/unicode.h"

enum {
  PDF_HEADER_WITHIN = 1024, /* ISO 32000 readers accept the header within the first 1024 bytes */
  CHARSET_WITHIN = 4096,    /* the HTML standard looks at 1024; saved pages put comments before */
  TAG_WITHIN = 2048,
  MARKDOWN_HEADINGS = 2 /* so many "# " lines make a text Markdown whatever its name */
};

static const char *const names[DZ_SOURCE_COUNT] = {"txt",  "md",  "html", "rtf", "doc",
                                                   "docx", "odt", "ofd",  "pdf", "zip"};

const char *dz_source_format_name(dz_source_format format) {
  return names[format];
}

dz_status dz_source_format_find(dz_source_format *out, const char *name, dz_error *error) {
  static const struct {
    const char *name;
    dz_source_format format;
  } others[] = {{"text", DZ_SOURCE_TEXT},
                {"markdown", DZ_SOURCE_MARKDOWN},
                {"htm", DZ_SOURCE_HTML},
                {"xhtml", DZ_SOURCE_HTML},
                {"wps", DZ_SOURCE_DOC}};

  for (int format = 0; format < DZ_SOURCE_ZIP; format++)
    if (!strcasecmp(names[format], name)) {
      *out = (dz_source_format)format;
      return DZ_OK;
    }
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (!strcasecmp(others[i].name, name)) {
      *out = others[i].format;
      return DZ_OK;
    }
  return dz_fail(error, DZ_USAGE,
                 "unknown format %s (txt, md, html, rtf, doc, docx, odt, ofd, pdf)", name);
}

typedef struct signature {
  const char *bytes;
  size_t size;
  dz_source_format format; /* DZ_SOURCE_COUNT: not readable, see `advice` */
  const char *advice;
} signature;

static const signature signatures[] = {
    {"PK\003\004", 4, DZ_SOURCE_ZIP, NULL},
    {"PK\005\006", 4, DZ_SOURCE_ZIP, NULL},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, DZ_SOURCE_DOC, NULL},
    {"{\\rtf", 5, DZ_SOURCE_RTF, NULL},
    {"\x89PNG\r\n", 6, DZ_SOURCE_COUNT,
     "a picture (PNG): it must go through text recognition first"},
    {"\xFF\xD8\xFF", 3, DZ_SOURCE_COUNT,
     "a picture (JPEG): it must go through text recognition first"},
    {"GIF8", 4, DZ_SOURCE_COUNT, "a picture (GIF): it must go through text recognition first"},
    {"II*\0", 4, DZ_SOURCE_COUNT, "a picture (TIFF): it must go through text recognition first"},
    {"MM\0*", 4, DZ_SOURCE_COUNT, "a picture (TIFF): it must go through text recognition first"},
    {"RIFF", 4, DZ_SOURCE_COUNT, "a media file, not a report"},
    {"\x7F"
     "ELF",
     4, DZ_SOURCE_COUNT, "a program, not a report"},
    {"MZ\x90", 3, DZ_SOURCE_COUNT, "a program, not a report"},
    {"\x1F\x8B", 2, DZ_SOURCE_COUNT, "compressed (gzip): unpack it first"},
    {"Rar!", 4, DZ_SOURCE_COUNT, "an archive (RAR): unpack it first"},
    {"7z\xBC\xAF", 4, DZ_SOURCE_COUNT, "an archive (7z): unpack it first"},
    {"BZh", 3, DZ_SOURCE_COUNT, "compressed (bzip2): unpack it first"},
    {"\xFD"
     "7zXZ",
     5, DZ_SOURCE_COUNT, "compressed (xz): unpack it first"},
    {"%!PS", 4, DZ_SOURCE_COUNT, "PostScript: convert it to PDF first"},
    {"From: <", 7, DZ_SOURCE_COUNT, "a web archive (MHTML): save the page as HTML instead"},
    {"MIME-Version:", 13, DZ_SOURCE_COUNT,
     "a web archive or a letter (MIME): save the text as .html or .txt instead"},
};

static bool contains(const char *bytes, size_t length, const char *word) {
  size_t size = strlen(word);

  for (size_t i = 0; i + size <= length; i++)
    if (!memcmp(bytes + i, word, size)) return true;
  return false;
}

dz_status dz_sniff_bytes(dz_source_format *out, const char *path, const char *bytes, size_t length,
                         dz_error *error) {
  *out = DZ_SOURCE_TEXT;
  for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++) {
    const signature *s = &signatures[i];
    if (length < s->size || memcmp(bytes, s->bytes, s->size)) continue;
    if (s->advice) return dz_fail(error, DZ_UNSUPPORTED, "%s: %s", path, s->advice);
    *out = s->format;
    return DZ_OK;
  }
  if (contains(bytes, length < PDF_HEADER_WITHIN ? length : PDF_HEADER_WITHIN, "%PDF-"))
    *out = DZ_SOURCE_PDF;
  return DZ_OK;
}

static bool has_extension(const char *path, const char *extension) {
  const char *dot = strrchr(path, '.');

  return dot && !strcasecmp(dot + 1, extension);
}

/* Whether the ASCII word stands at `i`, in any case. */
static bool word_at(const uint32_t *cp, size_t length, size_t i, const char *word) {
  for (; *word; word++, i++)
    if (i >= length || (cp[i] >= 'A' && cp[i] <= 'Z' ? cp[i] + 32 : cp[i]) != (unsigned char)*word)
      return false;
  return true;
}

static bool looks_like_html(const char *path, const uint32_t *cp, size_t length) {
  static const char *const openers[] = {"<!doctype html", "<html", "<head", "<body",
                                        "<!-- saved from"};
  size_t start = 0, within = length < TAG_WITHIN ? length : TAG_WITHIN;
  bool named = has_extension(path, "html") || has_extension(path, "htm") ||
               has_extension(path, "xhtml") || has_extension(path, "shtml");

  while (start < length && dz_is_space(cp[start])) start++;
  if (start == length || cp[start] != '<') return false;
  for (size_t i = start; i < within; i++)
    for (size_t k = 0; cp[i] == '<' && k < sizeof openers / sizeof *openers; k++)
      if (word_at(cp, length, i, openers[k])) return true;
  return named;
}

static bool looks_like_markdown(const uint32_t *cp, size_t length) {
  int headings = 0;

  for (size_t i = 0; i < length; i++) {
    size_t marks = 0;
    if (cp[i] != '#' || (i && cp[i - 1] != '\n')) continue;
    while (i < length && cp[i] == '#') i++, marks++;
    if (marks <= 6 && i + 1 < length && cp[i] == ' ' && !dz_is_space(cp[i + 1])) headings++;
    if (headings == MARKDOWN_HEADINGS) return true;
  }
  return false;
}

bool dz_sniff_is_xml(const uint32_t *cp, size_t length) {
  return word_at(cp, length, 0, "<?xml");
}

dz_source_format dz_sniff_text(const char *path, const uint32_t *cp, size_t length) {
  if (looks_like_html(path, cp, length)) return DZ_SOURCE_HTML;
  if (has_extension(path, "md") || has_extension(path, "markdown") ||
      looks_like_markdown(cp, length))
    return DZ_SOURCE_MARKDOWN;
  return DZ_SOURCE_TEXT;
}

static bool is_name(unsigned char c) {
  return c == '-' || c == '_' || dz_is_digit(c) || (c < 0x80 && dz_is_letter(c));
}

void dz_sniff_charset(char *name, size_t room, const char *bytes, size_t length) {
  size_t within = length < CHARSET_WITHIN ? length : CHARSET_WITHIN, used = 0;

  name[0] = '\0';
  for (size_t i = 0; i + 8 < within; i++) {
    if (strncasecmp(bytes + i, "charset", 7)) continue;
    i += 7;
    while (i < within &&
           (bytes[i] == ' ' || bytes[i] == '=' || bytes[i] == '"' || bytes[i] == '\''))
      i++;
    while (i < within && used + 1 < room && is_name((unsigned char)bytes[i]))
      name[used++] = bytes[i++];
    name[used] = '\0';
    return;
  }
}
