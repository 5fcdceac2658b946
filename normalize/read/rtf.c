/* rtf.c - Rich Text Format (Microsoft, version 1.9.1): paragraphs, headings by
 * outline level, list labels, rows of tables; everything else is passed over */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "block.h"
#include "decode.h"
#include "readers.h"
#include "sink.h"

/* RTF_MOST: bytes; the dearest input, a code page run a word, takes 1.4 s of it. */
enum {
  GROUP_DEPTH = 250,
  WORD_ROOM = 32,
  NUMBER_ROOM = 12,
  SKIP_MOST = 16,
  RTF_MOST = 32 * 1024 * 1024
};

typedef struct group { /* what a closing brace restores */
  bool skipped;        /* a destination that is no text */
  bool bold, hidden, in_table;
  int heading_level;
  int replacement; /* \uc: characters that stand for one \u */
} group;

typedef struct reader {
  dz_draft *draft;
  dz_blocks blocks;
  const char *at, *end;
  group stack[GROUP_DEPTH];
  size_t depth;
  dz_buffer bytes; /* of the code page, waiting to be decoded */
  const char *code_page;
  uint32_t high; /* first half of a surrogate pair */
  int to_skip;   /* characters that repeat the last \u */
  bool starred, table_open;
} reader;

/* Destinations whose content is not the text. */
static const char *const not_text[] = {
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "footnote",
    "annotation",
    "themedata",
    "datastore",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "xmlnstbl",
    "filetbl",
    "revtbl",
    "nonshppict",
    "fldinst",
    "bkmkstart",
    "bkmkend",
    "pnseclvl",
    "latentstyles",
    "mmathPr",
    "colorschememapping",
};

static group *top(reader *r) {
  return &r->stack[r->depth];
}

/* ---- text --------------------------------------------------------------- */

static bool is_shown(reader *r) {
  return !top(r)->skipped && !top(r)->hidden;
}

static dz_status put(reader *r, const char *utf8, size_t length, dz_error *error) {
  dz_status status = r->blocks.depth ? DZ_OK : dz_block_open(&r->blocks, error);

  return status ? status : dz_block_text(&r->blocks, utf8, length, top(r)->bold, error);
}

static bool is_ascii(const dz_buffer *bytes) {
  for (size_t i = 0; i < bytes->length; i++)
    if ((unsigned char)bytes->data[i] >= 0x80) return false;
  return true;
}

/* Decodes the bytes of the code page that have come together. */
static dz_status flush(reader *r, dz_error *error) {
  const dz_decode_hints hints = {.path = r->draft->report.path, .forced = r->code_page};
  dz_array cps = dz_array_of(sizeof(uint32_t));
  const char *encoding;
  dz_error ignored;
  dz_buffer utf8;
  dz_status status = DZ_OK;

  if (!r->bytes.length) return r->bytes.failed ? dz_fail_memory(error) : DZ_OK;
  if (is_ascii(&r->bytes)) {
    status = put(r, r->bytes.data, r->bytes.length, error);
    r->bytes.length = 0;
    return status;
  }
  dz_buffer_init(&utf8);
  /* what is malformed is left out, as word processors do */
  status = dz_decode(&cps, &encoding, r->bytes.data, r->bytes.length, &hints, &ignored);
  if (!status) dz_buffer_cps(&utf8, cps.items, cps.count);
  r->bytes.length = 0;
  status = status == DZ_NOMEM || utf8.failed ? dz_fail_memory(error)
                                             : put(r, utf8.data, utf8.length, error);
  dz_buffer_free(&utf8);
  dz_array_free(&cps);
  return status;
}

static dz_status put_cp(reader *r, uint32_t cp, dz_error *error) {
  dz_buffer utf8;
  dz_status status;

  if (!is_shown(r)) return DZ_OK;
  status = flush(r, error);
  dz_buffer_init(&utf8);
  dz_buffer_cp(&utf8, cp);
  if (!status) status = utf8.failed ? dz_fail_memory(error) : put(r, utf8.data, utf8.length, error);
  dz_buffer_free(&utf8);
  return status;
}

static void put_byte(reader *r, char byte) {
  if (r->to_skip > 0)
    r->to_skip--;
  else if (is_shown(r))
    dz_buffer_char(&r->bytes, byte);
}

/* \u: a signed 16-bit unit of UTF-16. */
static dz_status put_unit(reader *r, int number, dz_error *error) {
  uint32_t unit = (uint32_t)number & 0xFFFF, high = r->high;

  r->to_skip = top(r)->replacement;
  r->high = 0;
  if (unit >= 0xD800 && unit < 0xDC00) {
    r->high = unit;
    return DZ_OK;
  }
  if (unit >= 0xDC00 && unit < 0xE000)
    return high ? put_cp(r, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00), error) : DZ_OK;
  return put_cp(r, unit, error);
}

/* ---- paragraphs and rows ------------------------------------------------ */

static dz_status close_table(reader *r, dz_error *error) {
  dz_status status = dz_block_row_close(&r->blocks, error);

  dz_block_table_close(&r->blocks);
  r->table_open = false;
  return status;
}

static dz_status end_paragraph(reader *r, dz_error *error) {
  dz_line hints = {.heading_level = (int8_t)top(r)->heading_level};
  dz_status status = flush(r, error);

  if (!status && r->table_open && !top(r)->in_table) status = close_table(r, error);
  return status ? status : dz_block_close(&r->blocks, &hints, error);
}

static dz_status end_cell(reader *r, dz_error *error) {
  dz_status status = flush(r, error);

  if (!r->table_open) {
    dz_block_table_open(&r->blocks);
    dz_block_row_open(&r->blocks);
    r->table_open = true;
  }
  if (!status) status = dz_block_close(&r->blocks, NULL, error);
  dz_block_cell_open(&r->blocks);
  return status;
}

static dz_status end_row(reader *r, dz_error *error) {
  dz_status status = dz_block_row_close(&r->blocks, error);

  dz_block_row_open(&r->blocks);
  return status;
}

/* ---- control words ------------------------------------------------------ */

static const char *page_name(int number) {
  return number == 950 ? "Big5" : number == 65001 ? "UTF-8" : "GB18030";
}

static void set_property(reader *r, const char *word, bool given, int number) {
  group *g = top(r);

  if (!strcmp(word, "b")) g->bold = !given || number;
  if (!strcmp(word, "v") || !strcmp(word, "deleted")) g->hidden = !given || number;
  if (!strcmp(word, "plain")) g->bold = g->hidden = false;
  if (!strcmp(word, "intbl")) g->in_table = true;
  if (!strcmp(word, "uc")) g->replacement = number < 0 || number > SKIP_MOST ? 1 : number;
  if (!strcmp(word, "ansicpg")) r->code_page = page_name(number);
  if (!strcmp(word, "outlinelevel")) g->heading_level = number >= 0 && number < 9 ? number + 1 : 0;
  if (strcmp(word, "pard")) return;
  g->in_table = false;
  g->heading_level = 0;
}

static uint32_t symbol_of(const char *word) {
  static const struct {
    const char *word;
    uint32_t cp;
  } symbols[] = {{"tab", '\t'},         {"emdash", 0x2014}, {"endash", 0x2013},
                 {"lquote", 0x2018},    {"rquote", 0x2019}, {"ldblquote", 0x201C},
                 {"rdblquote", 0x201D}, {"bullet", 0x25CF}, {"emspace", 0x2003},
                 {"enspace", 0x2002}};

  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
    if (!strcmp(symbols[i].word, word)) return symbols[i].cp;
  return 0;
}

static bool is_destination(const char *word) {
  for (size_t i = 0; i < sizeof not_text / sizeof *not_text; i++)
    if (!strcmp(not_text[i], word)) return true;
  return false;
}

static dz_status run_word(reader *r, const char *word, bool given, int number, dz_error *error) {
  uint32_t symbol = symbol_of(word);
  dz_status status;

  if (is_destination(word) || r->starred) top(r)->skipped = true;
  r->starred = false;
  if (!strcmp(word, "bin") && number > 0) r->at = r->end - r->at > number ? r->at + number : r->end;
  if (!strcmp(word, "u")) return put_unit(r, number, error);
  if (top(r)->skipped) return DZ_OK;
  if (symbol) return put_cp(r, symbol, error);
  status = flush(r, error);
  if (status) return status;
  if (!strcmp(word, "par") || !strcmp(word, "sect") || !strcmp(word, "page"))
    return end_paragraph(r, error);
  if (!strcmp(word, "line")) return dz_block_break(&r->blocks, error);
  if (!strcmp(word, "cell")) return end_cell(r, error);
  if (!strcmp(word, "row")) return end_row(r, error);
  set_property(r, word, given, number);
  return DZ_OK;
}

/* \word, \word-12, each with one space behind it that belongs to it. */
static dz_status read_word(reader *r, dz_error *error) {
  char word[WORD_ROOM], digits[NUMBER_ROOM];
  size_t length = 0, count = 0;

  for (; r->at < r->end && ((*r->at >= 'a' && *r->at <= 'z') || (*r->at >= 'A' && *r->at <= 'Z'));
       r->at++)
    if (length + 1 < sizeof word) word[length++] = *r->at;
  word[length] = '\0';
  for (; r->at < r->end && ((*r->at >= '0' && *r->at <= '9') || (!count && *r->at == '-')); r->at++)
    if (count + 1 < sizeof digits) digits[count++] = *r->at;
  digits[count] = '\0';
  if (r->at < r->end && *r->at == ' ') r->at++;
  return run_word(r, word, count > 0, count ? (int)strtol(digits, NULL, 10) : 0, error);
}

static int hex_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static dz_status read_control(reader *r, dz_error *error) {
  char c;

  if (r->at >= r->end) return DZ_OK;
  c = *r->at;
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return read_word(r, error);
  r->at++;
  if (c == '\'' && r->end - r->at >= 2) {
    int high = hex_of(r->at[0]), low = hex_of(r->at[1]);
    r->at += 2;
    if (high >= 0 && low >= 0) put_byte(r, (char)(high << 4 | low));
  } else if (c == '*') {
    r->starred = true;
  } else if (c == '\\' || c == '{' || c == '}') {
    put_byte(r, c);
  } else if (c == '~') {
    put_byte(r, ' ');
  } else if (c == '_') {
    put_byte(r, '-');
  } else if (c == '\n' || c == '\r') {
    return end_paragraph(r, error);
  }
  return DZ_OK;
}

static dz_status read_all(reader *r, dz_error *error) {
  dz_status status = DZ_OK;

  while (r->at < r->end && !status) {
    char c = *r->at++;
    if (c == '\\') {
      status = read_control(r, error);
    } else if (c == '{') {
      status = flush(r, error);
      if (!status && r->depth + 1 == GROUP_DEPTH)
        return dz_fail(error, DZ_LIMIT, "%s: groups nested more than %d deep",
                       r->draft->report.path, GROUP_DEPTH);
      r->stack[r->depth + 1] = r->stack[r->depth];
      r->depth++;
    } else if (c == '}') {
      status = flush(r, error);
      r->to_skip = 0;
      if (r->depth) r->depth--;
    } else if (c != '\n' && c != '\r') {
      put_byte(r, c);
    }
  }
  return status;
}

dz_status dz_read_rtf(dz_draft *draft, dz_bytes bytes, dz_error *error) {
  reader *r = calloc(1, sizeof *r);
  dz_status status;

  if (!r) return dz_fail_memory(error);
  if (bytes.length > RTF_MOST) {
    free(r);
    return dz_fail(error, DZ_LIMIT, "%s: RTF of more than %d bytes", draft->report.path, RTF_MOST);
  }
  r->draft = draft;
  r->at = bytes.data;
  r->end = bytes.data + bytes.length;
  r->code_page = page_name(936);
  r->stack[0].replacement = 1;
  dz_blocks_init(&r->blocks, draft);
  dz_buffer_init(&r->bytes);
  status = read_all(r, error);
  if (!status) status = end_paragraph(r, error);
  if (!status && r->table_open) status = close_table(r, error);
  dz_blocks_free(&r->blocks);
  dz_buffer_free(&r->bytes);
  free(r);
  return status;
}
