/* doc.c - .doc up to Word 2003 and .wps: read by antiword or catdoc where they
 * are installed and what they give is text */
#include <string.h>

#include "base/error.h"
#include "base/utf8.h"
#include "child.h"
#include "decode.h"
#include "lines.h"
#include "readers.h"
#include "sink.h"
#include "text/unicode.h"

/* When the text of such a program is right: at least so much of it is Han, and of
 * letters that no Chinese report has (ÿ, œ, U+FFFD) at most so much. catdoc,
 * where it loses its way in a file of Unicode, gives 5 to 40 in 100 of these. */
static const double HAN_SHARE = 0.5, STRANGE_SHARE = 0.005;

static bool contains(dz_bytes bytes, const char *word, size_t length) {
  for (size_t i = 0; i + length <= bytes.length; i++)
    if (bytes.data[i] == word[0] && bytes.data[i + length - 1] == word[length - 1]) {
      size_t k = 0;
      while (k < length && bytes.data[i + k] == word[k]) k++;
      if (k == length) return true;
    }
  return false;
}

/* The streams of the container are named in UTF-16. */
static bool is_word_file(dz_bytes bytes) {
  static const char name[] = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t";

  return contains(bytes, name, sizeof name - 1);
}

static bool is_right(const dz_array *cps) {
  const uint32_t *cp = cps->items;
  size_t han = 0, shown = 0, strange = 0;

  for (size_t i = 0; i < cps->count; i++) {
    han += dz_is_han(cp[i]);
    shown += !dz_is_space(cp[i]);
    strange += cp[i] == DZ_REPLACEMENT || (cp[i] >= 0xC0 && cp[i] < 0x2000 && dz_is_letter(cp[i]));
  }
  return shown && (double)han >= HAN_SHARE * (double)shown &&
         (double)strange <= STRANGE_SHARE * (double)shown;
}

/* Appends a row of a table, |cell  |cell  |, with tabs between its cells. */
static bool append_row(dz_array *out, const uint32_t *cp, size_t count) {
  size_t start = 1;

  for (size_t i = 1; i < count; i++) {
    size_t end = i;
    uint32_t tab = '\t';
    if (cp[i] != '|') continue;
    while (start < end && dz_is_space(cp[start])) start++;
    while (end > start && dz_is_space(cp[end - 1])) end--;
    if (end > start && !dz_array_append(out, cp + start, end - start)) return false;
    if (i + 1 < count && !dz_array_append(out, &tab, 1)) return false;
    start = i + 1;
  }
  return true;
}

/* Makes rows of tables what they are in other formats. */
static dz_status unfold_tables(dz_draft *draft, dz_error *error) {
  dz_array out = dz_array_of(sizeof(uint32_t));
  const uint32_t *cp = draft->cps.items;
  size_t start = 0;
  bool right = true;

  for (size_t i = 0; i < draft->cps.count && right; i++) {
    if (cp[i] != '\n' && i + 1 < draft->cps.count) continue;
    size_t end = cp[i] == '\n' ? i : i + 1;
    uint32_t line_break = '\n';
    if (end - start > 2 && cp[start] == '|' && cp[end - 1] == '|')
      right = append_row(&out, cp + start, end - start);
    else
      right = end == start || dz_array_append(&out, cp + start, end - start);
    right = right && dz_array_append(&out, &line_break, 1);
    start = i + 1;
  }
  if (!right) {
    dz_array_free(&out);
    return dz_fail_memory(error);
  }
  dz_array_free(&draft->cps);
  draft->cps = out;
  return DZ_OK;
}

static void mark_rows(dz_draft *draft) {
  const uint32_t *cp = draft->cps.items;
  dz_line *lines = draft->lines.items;

  for (size_t i = 0; i < draft->lines.count; i++)
    for (uint32_t k = lines[i].span.start; k < lines[i].span.end && !lines[i].table_row; k++)
      lines[i].table_row = cp[k] == '\t';
}

/* Runs one program; *done tells whether it gave a right text. */
static dz_status try_program(bool *done, dz_draft *draft, dz_bytes bytes, const char *const *argv,
                             dz_error *error) {
  const dz_decode_hints hints = {.path = draft->report.path, .forced = "UTF-8"};
  const char *encoding;
  dz_buffer out;
  int code;
  dz_status status;

  dz_buffer_init(&out);
  status = dz_child_run(&out, &code, argv, bytes.data, bytes.length, draft->report.path, error);
  *done = false;
  if (!status && !code) {
    dz_status decoded = dz_decode(&draft->cps, &encoding, out.data, out.length, &hints, error);
    if (decoded == DZ_NOMEM) status = decoded;
    *done = !decoded && is_right(&draft->cps);
  }
  if (!*done) draft->cps.count = 0;
  dz_buffer_free(&out);
  return status;
}

/* catdoc puts headers and footers at the end; a footer with a page number shows
 * as the name of the field. */
static dz_status drop_page_fields(dz_draft *draft, dz_error *error) {
  static const uint32_t field[] = {'P', 'A', 'G', 'E'};
  const dz_line *lines = draft->lines.items;
  const uint32_t *cp = draft->cps.items;
  dz_status status = DZ_OK;

  while (draft->lines.count && !status) {
    dz_span span = lines[draft->lines.count - 1].span;
    size_t i = span.start;
    while (i < span.end && (dz_is_space(cp[i]) || dz_is_punctuation(cp[i]))) i++;
    if (span.end - i < 4 || memcmp(cp + i, field, sizeof field)) break;
    draft->lines.count--;
    status = dz_sink_noise(draft, span.start, span.end, DZ_NOISE_PAGE_NUMBER, error);
  }
  return status;
}

dz_status dz_read_doc(dz_draft *draft, dz_bytes bytes, dz_error *error) {
  static const char *const catdoc[] = {"catdoc", "-d", "utf-8", "-w", "-", NULL};
  static const char *const antiword[] = {"antiword", "-m", "UTF-8.txt", "-w", "0", "-", NULL};
  const char *path = draft->report.path;
  bool done = false;
  dz_status status;

  if (!is_word_file(bytes))
    return dz_fail(error, DZ_UNSUPPORTED,
                   "%s: an old Office file that is no Word text: save the text as .docx", path);
  status = try_program(&done, draft, bytes, antiword, error);
  if (!status && !done) status = try_program(&done, draft, bytes, catdoc, error);
  if (status) return status;
  if (!done)
    return dz_fail(error, DZ_UNSUPPORTED,
                   "%s: the old .doc format: save it as .docx in Word or WPS", path);
  status = dz_sink_note(
      draft, "automatic numbers of a .doc cannot be trusted: if it has any, save it as .docx",
      error);
  if (!status) status = unfold_tables(draft, error);
  if (!status) status = dz_lines_split(draft, error);
  if (!status) mark_rows(draft);
  return status ? status : drop_page_fields(draft, error);
}
