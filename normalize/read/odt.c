/* odt.c - content.xml to paragraphs (OASIS OpenDocument 1.3 part 3, 4 and 5) */
#include "odt.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "block.h"
#include "odt_styles.h"
#include "sink.h"
#include "xml.h"

enum { VALUE_ROOM = 64, SPAN_DEPTH = 64, LIST_DEPTH = 16, SPACES_MOST = 64 };

typedef enum element {
  E_OTHER,
  E_BODY,
  E_P,
  E_H,
  E_SPAN,
  E_SPACE,
  E_TAB,
  E_BREAK,
  E_LIST,
  E_ITEM,
  E_TABLE,
  E_ROW,
  E_CELL,
  E_CONTENTS,
  E_DROP,
  E_TRACKED
} element;

static const struct {
  const char *name;
  element element;
} names[] = {
    {"office:body", E_BODY},
    {"text:p", E_P},
    {"text:h", E_H},
    {"text:span", E_SPAN},
    {"text:s", E_SPACE},
    {"text:tab", E_TAB},
    {"text:line-break", E_BREAK},
    {"text:list", E_LIST},
    {"text:list-item", E_ITEM},
    {"table:table", E_TABLE},
    {"table:table-row", E_ROW},
    {"table:table-cell", E_CELL},
    {"text:note", E_DROP},
    {"office:annotation", E_DROP},
    {"text:ruby-text", E_DROP},
    {"office:forms", E_DROP},
    {"text:tracked-changes", E_TRACKED},
    {"text:table-of-content", E_CONTENTS},
    {"text:alphabetical-index", E_DROP},
    {"title", E_DROP},
    {"desc", E_DROP},
};

static element element_of(const char *name) {
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (!strcmp(names[i].name, name)) return names[i].element;
  return E_OTHER;
}

typedef struct list_frame {
  dz_odt_list *list; /* NULL: an unknown style, no numbers */
  int forced;        /* number the next item must have, or DZ_ODT_UNSET */
  bool fresh;        /* the open item has no paragraph yet */
} list_frame;

typedef struct reader {
  dz_draft *draft;
  dz_odt_styles styles;
  dz_blocks blocks;
  bool in_body;
  int dropping;                      /* open elements whose content is not read */
  int contents;                      /* open tables of contents */
  int heading_level[DZ_BLOCK_DEPTH]; /* of the open paragraphs */
  bool bold[SPAN_DEPTH];             /* of the open spans, the paragraph first */
  size_t spans;
  list_frame lists[LIST_DEPTH];
  size_t list_depth;
} reader;

static bool is_bold(const reader *r) {
  return r->spans && r->bold[(r->spans < SPAN_DEPTH ? r->spans : SPAN_DEPTH) - 1];
}

static void push_span(reader *r, const char *style) {
  const dz_odt_style *known = dz_odt_style_find(&r->styles, style);
  bool bold = known && known->bold == DZ_ODT_UNSET && !known->parent[0]
                  ? is_bold(r)
                  : dz_odt_style_is_bold(&r->styles, style);

  if (r->spans < SPAN_DEPTH) r->bold[r->spans] = bold;
  r->spans++;
}

/* ---- paragraphs --------------------------------------------------------- */

/* The number of a heading from the outline, or of the first paragraph of a list item. */
static void next_number(reader *r, bool heading, int level, const char *style, dz_buffer *label) {
  list_frame *frame = r->list_depth && r->list_depth <= LIST_DEPTH ? &r->lists[r->list_depth - 1]
                                                                   : NULL;
  dz_odt_list *list;

  if (frame && frame->fresh) {
    list = frame->list ? frame->list : dz_odt_list_of_style(&r->styles, style);
    if (list) dz_odt_list_next(list, (int)r->list_depth - 1, frame->forced, label);
    frame->fresh = false;
    frame->forced = DZ_ODT_UNSET;
    return;
  }
  if (!heading || frame) return;
  list = dz_odt_list_of_style(&r->styles, style);
  if (!list) list = dz_odt_outline(&r->styles);
  if (list) dz_odt_list_next(list, level - 1, DZ_ODT_UNSET, label);
}

static dz_status open_paragraph(reader *r, bool heading, const dz_xml_attributes *attributes,
                                dz_error *error) {
  char style[VALUE_ROOM], value[VALUE_ROOM];
  dz_status status = dz_block_open(&r->blocks, error);
  dz_buffer label;
  int level = 0;

  if (status) return status;
  dz_xml_get(attributes, "text:style-name", style, sizeof style);
  if (heading) {
    dz_xml_get(attributes, "text:outline-level", value, sizeof value);
    level = value[0] >= '1' && value[0] <= '9' ? value[0] - '0' : 1;
  }
  r->heading_level[r->blocks.depth - 1] = level;
  push_span(r, style);
  dz_buffer_init(&label);
  if (!dz_xml_get(attributes, "text:is-list-header", value, sizeof value))
    next_number(r, heading, level, style, &label);
  if (label.failed)
    status = dz_fail_memory(error);
  else if (label.length)
    status = dz_block_text(&r->blocks, label.data, label.length, is_bold(r), error);
  dz_buffer_free(&label);
  return status;
}

static dz_status close_paragraph(reader *r, dz_error *error) {
  uint32_t start = (uint32_t)r->draft->cps.count;
  size_t lines = r->draft->lines.count;
  dz_line hints = {0};
  dz_status status;

  if (!r->blocks.depth) return DZ_OK;
  hints.heading_level = (int8_t)r->heading_level[r->blocks.depth - 1];
  if (r->spans) r->spans--;
  status = dz_block_close(&r->blocks, &hints, error);
  if (!status && r->contents && r->draft->lines.count > lines) { /* repeats the headings */
    r->draft->lines.count = lines;
    status = dz_sink_noise(r->draft, start, (uint32_t)r->draft->cps.count, DZ_NOISE_NAVIGATION,
                           error);
  }
  return status;
}

static dz_status put_spaces(reader *r, const dz_xml_attributes *attributes, dz_error *error) {
  char value[VALUE_ROOM];
  long count = dz_xml_get(attributes, "text:c", value, sizeof value) ? strtol(value, NULL, 10) : 1;
  dz_status status = DZ_OK;

  if (count > SPACES_MOST) count = SPACES_MOST;
  for (; count > 0 && !status; count--) status = dz_block_text(&r->blocks, " ", 1, false, error);
  return status;
}

/* ---- lists -------------------------------------------------------------- */

/* A list inside another has the style of that; one that does not continue an
 * earlier one starts anew. */
static void open_list(reader *r, const dz_xml_attributes *attributes) {
  char style[VALUE_ROOM], value[VALUE_ROOM];
  list_frame frame = {.forced = DZ_ODT_UNSET};
  bool named = dz_xml_get(attributes, "text:style-name", style, sizeof style);

  if (named)
    frame.list = dz_odt_list_find(&r->styles, style);
  else if (r->list_depth && r->list_depth <= LIST_DEPTH)
    frame.list = r->lists[r->list_depth - 1].list;
  bool goes_on = dz_xml_get(attributes, "text:continue-numbering", value, sizeof value) &&
                 !strcmp(value, "true");
  goes_on = goes_on || dz_xml_get(attributes, "text:continue-list", value, sizeof value);
  if (frame.list && named && !r->list_depth && !goes_on) dz_odt_list_restart(frame.list);
  if (r->list_depth < LIST_DEPTH) r->lists[r->list_depth] = frame;
  r->list_depth++;
}

static void open_item(reader *r, const dz_xml_attributes *attributes) {
  list_frame *frame;

  if (!r->list_depth || r->list_depth > LIST_DEPTH) return;
  frame = &r->lists[r->list_depth - 1];
  frame->fresh = true;
  frame->forced = dz_xml_get_number(attributes, "text:start-value", 0, frame->forced);
}

/* ---- events ------------------------------------------------------------- */

static dz_status open_in_body(reader *r, element e, const dz_xml_attributes *attributes,
                              dz_error *error) {
  char style[VALUE_ROOM];

  switch (e) {
  case E_P:
  case E_H: return open_paragraph(r, e == E_H, attributes, error);
  case E_SPAN:
    dz_xml_get(attributes, "text:style-name", style, sizeof style);
    push_span(r, style);
    break;
  case E_SPACE: return put_spaces(r, attributes, error);
  case E_TAB: return dz_block_text(&r->blocks, "\t", 1, false, error);
  case E_BREAK: return dz_block_break(&r->blocks, error);
  case E_LIST: open_list(r, attributes); break;
  case E_ITEM: open_item(r, attributes); break;
  case E_TABLE: dz_block_table_open(&r->blocks); break;
  case E_ROW: dz_block_row_open(&r->blocks); break;
  case E_CELL: dz_block_cell_open(&r->blocks); break;
  case E_CONTENTS: r->contents++; break;
  case E_DROP: r->dropping++; break;
  case E_TRACKED:
    r->dropping++;
    return dz_sink_note(r->draft, "tracked changes read as accepted", error);
  default: break;
  }
  return DZ_OK;
}

static dz_status on_open(void *context, const char *name, const dz_xml_attributes *attributes,
                         dz_error *error) {
  reader *r = context;
  element e = element_of(name);

  if (r->dropping) {
    r->dropping++;
    return DZ_OK;
  }
  if (r->in_body) return open_in_body(r, e, attributes, error);
  if (e == E_BODY) {
    r->in_body = true;
    dz_odt_styles_seal(&r->styles);
    return DZ_OK;
  }
  return dz_odt_styles_open(&r->styles, name, attributes, error);
}

static dz_status on_close(void *context, const char *name, dz_error *error) {
  reader *r = context;
  dz_status status = DZ_OK;

  if (r->dropping) {
    r->dropping--;
    return DZ_OK;
  }
  if (!r->in_body) {
    dz_odt_styles_close(&r->styles, name);
    return DZ_OK;
  }
  switch (element_of(name)) {
  case E_BODY: r->in_body = false; break;
  case E_P:
  case E_H: return close_paragraph(r, error);
  case E_SPAN:
    if (r->spans) r->spans--;
    break;
  case E_LIST:
    if (r->list_depth) r->list_depth--;
    break;
  case E_ROW: return dz_block_row_close(&r->blocks, error);
  case E_TABLE:
    status = dz_block_row_close(&r->blocks, error);
    dz_block_table_close(&r->blocks);
    break;
  case E_CONTENTS: r->contents--; break;
  default: break;
  }
  return status;
}

static dz_status on_text(void *context, const char *text, size_t length, dz_error *error) {
  reader *r = context;

  return r->dropping || !r->in_body ? DZ_OK
                                    : dz_block_text(&r->blocks, text, length, is_bold(r), error);
}

static dz_status read_part(reader *r, dz_zip *zip, const char *part, dz_error *error) {
  dz_xml_handler handler = {.context = r, .open = on_open, .close = on_close, .text = on_text};
  char *bytes = NULL;
  size_t length = 0;
  dz_status status = dz_zip_read(zip, part, &bytes, &length, error);

  if (!status) status = dz_xml_parse(r->draft->report.path, bytes, length, &handler, error);
  free(bytes);
  return status;
}

dz_status dz_odt_read(dz_draft *draft, dz_zip *zip, dz_error *error) {
  reader *r = calloc(1, sizeof *r);
  dz_status status = DZ_OK;

  if (!r) return dz_fail_memory(error);
  r->draft = draft;
  dz_odt_styles_init(&r->styles);
  dz_blocks_init(&r->blocks, draft);
  if (dz_zip_has(zip, "styles.xml")) status = read_part(r, zip, "styles.xml", error);
  if (!status) status = read_part(r, zip, "content.xml", error);
  dz_blocks_free(&r->blocks);
  dz_odt_styles_free(&r->styles);
  free(r);
  return status;
}
