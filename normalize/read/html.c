/* html.c - web pages as they are saved: the events of the parser to lines of text */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/utf8.h"
#include "knowledge/knowledge.h"
#include "knowledge/page_words.h"
#include "list_number.h"
#include "readers.h"
#include "sink.h"
#include "text/unicode.h"
#include "web_page.h"
#include "xml.h"

/* HTML_MOST: characters of markup; the cost of an end tag without a start is
 * the depth, so the product of both is bounded. DATA_CELL: a table whose cells
 * are longer serves the layout. */
enum { HTML_MOST = 16 * 1024 * 1024, VALUE_ROOM = 128, LIST_DEPTH = 32, DATA_CELL = 40 };

typedef enum kind {
  K_INLINE,
  K_DROP,
  K_BLOCK,
  K_HOLDER,
  K_FURNITURE,
  K_HEADING,
  K_BREAK,
  K_BOLD,
  K_LINK,
  K_TITLE,
  K_LIST,
  K_ITEM,
  K_TABLE,
  K_ROW,
  K_CELL,
  K_PRE
} kind;

/* HOLDER: can hold the text of the page; BLOCK: only begins a new line. */
static const struct {
  const char *name;
  kind kind;
} kinds[] = {
    {"a", K_LINK},          {"address", K_BLOCK},    {"article", K_HOLDER},
    {"aside", K_FURNITURE}, {"b", K_BOLD},           {"blockquote", K_HOLDER},
    {"body", K_HOLDER},     {"br", K_BREAK},         {"button", K_DROP},
    {"caption", K_BLOCK},   {"center", K_HOLDER},    {"dd", K_BLOCK},
    {"div", K_HOLDER},      {"dl", K_BLOCK},         {"dt", K_BLOCK},
    {"fieldset", K_HOLDER}, {"figcaption", K_BLOCK}, {"footer", K_FURNITURE},
    {"form", K_HOLDER},     {"h1", K_HEADING},       {"h2", K_HEADING},
    {"h3", K_HEADING},      {"h4", K_HEADING},       {"h5", K_HEADING},
    {"h6", K_HEADING},      {"header", K_HOLDER},    {"hr", K_BREAK},
    {"iframe", K_DROP},     {"li", K_ITEM},          {"main", K_HOLDER},
    {"nav", K_FURNITURE},   {"noscript", K_DROP},    {"object", K_DROP},
    {"ol", K_LIST},         {"p", K_BLOCK},          {"pre", K_PRE},
    {"script", K_DROP},     {"section", K_HOLDER},   {"select", K_DROP},
    {"strong", K_BOLD},     {"style", K_DROP},       {"svg", K_DROP},
    {"table", K_TABLE},     {"tbody", K_INLINE},     {"td", K_CELL},
    {"template", K_DROP},   {"textarea", K_DROP},    {"th", K_CELL},
    {"title", K_TITLE},     {"tr", K_ROW},           {"ul", K_LIST},
};

typedef struct open_element {
  kind kind;
  bool bold, link, preformatted;
  int heading_level;
  uint32_t node;     /* innermost holder */
  size_t first_line; /* lines of the page when it was opened: a row's cells */
} open_element;

typedef struct list_state {
  bool ordered;
  dz_list_style style;
  int next;
} list_state;

typedef struct reader {
  dz_page page;
  const char *path;
  open_element stack[DZ_XML_MAX_DEPTH + 1];
  size_t depth;
  int dropping; /* open elements whose content is not read */
  bool in_title;
  list_state lists[LIST_DEPTH];
  size_t list_depth;
  dz_page_line line; /* being filled */
  uint32_t space;    /* white space that stands before the next text: 0, ' ' or '\n' */
} reader;

static int by_name(const void *key, const void *row) {
  return strcmp(key, *(const char *const *)row);
}

static kind kind_of(const char *name) {
  const void *row = bsearch(name, kinds, sizeof kinds / sizeof *kinds, sizeof *kinds, by_name);

  return row ? kinds[((const char *)row - (const char *)kinds) / (ptrdiff_t)sizeof *kinds].kind
             : K_INLINE;
}

static const open_element *top(const reader *r) {
  return &r->stack[r->depth]; /* [0] is the page itself */
}

/* ---- text --------------------------------------------------------------- */

static bool is_chinese(uint32_t cp) {
  return dz_is_han(cp) || (cp >= 0x3000 && cp <= 0x303F) || (cp >= 0xFF01 && cp <= 0xFF65) ||
         (cp >= 0x2018 && cp <= 0x201D);
}

static dz_status push_cp(reader *r, uint32_t cp, dz_error *error) {
  return dz_array_append(&r->page.text, &cp, 1) ? DZ_OK : dz_fail_memory(error);
}

/* White space collapses; a line break of the source between two Chinese
 * characters is none (CSS Text 3, segment break transformation). */
static dz_status put_space(reader *r, uint32_t next, dz_error *error) {
  size_t count = r->page.text.count;
  uint32_t space = r->space;

  r->space = 0;
  if (!space || count == r->line.start) return DZ_OK;
  if (space == '\n' && is_chinese(next) && is_chinese(((uint32_t *)r->page.text.items)[count - 1]))
    return DZ_OK;
  return push_cp(r, ' ', error);
}

static dz_status put_cp(reader *r, uint32_t cp, dz_error *error) {
  const open_element *element = top(r);
  dz_status status;

  if (cp == ' ' || cp == '\t' || cp == '\n' || cp == '\r' || cp == '\f') {
    if (r->space != ' ') r->space = cp == '\n' || cp == '\r' ? '\n' : ' ';
    return DZ_OK;
  }
  status = put_space(r, cp, error);
  if (!status) status = push_cp(r, cp, error);
  if (dz_is_space(cp)) return status;
  r->line.visible++;
  r->line.bold += element->bold;
  r->line.links += element->link;
  r->line.sentence = r->line.sentence || cp == 0xFF0C || cp == U'。' || cp == 0xFF1B;
  return status;
}

static dz_status end_line(reader *r, dz_error *error) {
  dz_status status = DZ_OK;

  r->line.end = r->page.text.count;
  if (r->line.visible) {
    r->line.node = top(r)->node;
    r->line.hints.heading_level = (int8_t)top(r)->heading_level;
    if (!dz_array_append(&r->page.lines, &r->line, 1)) status = dz_fail_memory(error);
  }
  r->line = (dz_page_line){.start = r->page.text.count};
  r->space = 0;
  return status;
}

static dz_status on_text(void *context, const char *text, size_t length, dz_error *error) {
  reader *r = context;
  dz_status status = DZ_OK;
  size_t used;

  if (r->dropping) return DZ_OK;
  for (size_t i = 0; i < length && !status; i += used) {
    uint32_t cp;
    used = dz_utf8_decode(text + i, length - i, &cp);
    if (!used) {
      used = 1;
      continue;
    }
    if (r->in_title)
      status = dz_array_append(&r->page.title, &cp, 1) ? DZ_OK : dz_fail_memory(error);
    else if (top(r)->preformatted && cp == '\n')
      status = end_line(r, error);
    else
      status = put_cp(r, cp, error);
  }
  return status;
}

/* ---- rows, lists -------------------------------------------------------- */

/* Joins the lines of a row into one, if it is a row of figures: one short line a cell. */
static dz_status join_row(reader *r, size_t first, dz_error *error) {
  dz_page_line *lines = r->page.lines.items, row;
  size_t count = r->page.lines.count;

  if (count - first < 2) return DZ_OK;
  for (size_t i = first; i < count; i++)
    if (lines[i].visible > DATA_CELL ||
        lines[i].node == lines[i == first ? count - 1 : i - 1].node || lines[i].dropped ||
        lines[i].hints.table_row)
      return DZ_OK;
  row = lines[first];
  row.start = r->page.text.count;
  row.hints = (dz_line){.table_row = true};
  row.visible = row.links = row.bold = 0;
  for (size_t i = first; i < count; i++) {
    uint32_t tab = '\t';
    size_t length = lines[i].end - lines[i].start;
    if (i > first && !dz_array_append(&r->page.text, &tab, 1)) return dz_fail_memory(error);
    if (!dz_array_append(&r->page.text, NULL, length)) return dz_fail_memory(error);
    uint32_t *text = r->page.text.items;
    memcpy(text + r->page.text.count - length, text + lines[i].start, length * sizeof *text);
    row.visible += lines[i].visible;
    row.links += lines[i].links;
    row.bold += lines[i].bold;
  }
  row.end = r->page.text.count;
  row.node = top(r)->node;
  lines[first] = row;
  r->page.lines.count = first + 1;
  r->line = (dz_page_line){.start = r->page.text.count};
  return DZ_OK;
}

static void open_list(reader *r, const char *name, const dz_xml_attributes *attributes) {
  char value[VALUE_ROOM];
  list_state list = {.ordered = !strcmp(name, "ol"), .style = DZ_LIST_DECIMAL};

  if (dz_xml_get(attributes, "type", value, sizeof value)) list.style = dz_list_style_odt(value);
  list.next = dz_xml_get_number(attributes, "start", 0, 1);
  if (r->list_depth < LIST_DEPTH) r->lists[r->list_depth] = list;
  r->list_depth++;
}

static dz_status open_item(reader *r, dz_error *error) {
  list_state *list = r->list_depth && r->list_depth <= LIST_DEPTH ? &r->lists[r->list_depth - 1]
                                                                  : NULL;
  dz_buffer label;
  dz_status status = DZ_OK;

  if (!list || !list->ordered) return DZ_OK;
  dz_buffer_init(&label);
  dz_list_number(&label, list->style, list->next++);
  dz_buffer_string(&label, ". ");
  if (label.failed)
    status = dz_fail_memory(error);
  else
    status = on_text(r, label.data, label.length, error);
  dz_buffer_free(&label);
  return status;
}

/* ---- elements ----------------------------------------------------------- */

static bool names_furniture(const reader *r, const dz_xml_attributes *attributes) {
  static const char *const where[] = {"class", "id", "title"};
  char value[VALUE_ROOM];

  for (size_t i = 0; i < sizeof where / sizeof *where; i++) {
    if (!dz_xml_get(attributes, where[i], value, sizeof value)) continue;
    for (char *c = value; *c; c++)
      if (*c >= 'A' && *c <= 'Z') *c += 32;
    if (dz_page_words_in_name(r->page.words, value)) return true;
  }
  return false;
}

static bool is_hidden(const dz_xml_attributes *attributes) {
  char value[VALUE_ROOM];

  if (dz_xml_get(attributes, "hidden", value, sizeof value)) return true;
  return dz_xml_get(attributes, "style", value, sizeof value) &&
         (strstr(value, "display:none") || strstr(value, "display: none"));
}

static dz_status open_node(reader *r, open_element *element, bool furniture, dz_error *error) {
  dz_page_node *nodes = r->page.nodes.items;
  dz_page_node node = {.parent = element->node,
                       .depth = (uint16_t)(nodes[element->node].depth + 1),
                       .furniture = furniture};

  element->node = (uint32_t)r->page.nodes.count;
  return dz_array_append(&r->page.nodes, &node, 1) ? DZ_OK : dz_fail_memory(error);
}

static bool begins_line(kind k) {
  return k != K_INLINE && k != K_BOLD && k != K_LINK && k != K_DROP && k != K_TITLE;
}

static bool is_holder(kind k) {
  return k == K_HOLDER || k == K_FURNITURE || k == K_CELL || k == K_TABLE || k == K_LIST;
}

static dz_status open_kind(reader *r, open_element *element, const char *name,
                           const dz_xml_attributes *attributes, dz_error *error) {
  char style[VALUE_ROOM];

  if (dz_xml_get(attributes, "style", style, sizeof style) &&
      (strstr(style, "font-weight:bold") || strstr(style, "font-weight: bold") ||
       strstr(style, "font-weight:700")))
    element->bold = true;
  if (element->kind == K_BOLD || element->kind == K_HEADING) element->bold = true;
  if (element->kind == K_LINK) element->link = true;
  if (element->kind == K_PRE) element->preformatted = true;
  if (element->kind == K_HEADING) element->heading_level = name[1] - '0';
  if (element->kind == K_TITLE) r->in_title = true;
  if (element->kind == K_LIST) open_list(r, name, attributes);
  if (!is_holder(element->kind)) return DZ_OK;
  return open_node(r, element, element->kind == K_FURNITURE || names_furniture(r, attributes),
                   error);
}

static dz_status on_open(void *context, const char *name, const dz_xml_attributes *attributes,
                         dz_error *error) {
  reader *r = context;
  kind k = kind_of(name);
  open_element element;
  dz_status status = DZ_OK;

  if (r->dropping || k == K_DROP || is_hidden(attributes)) {
    r->dropping++;
    return DZ_OK;
  }
  if (begins_line(k)) status = end_line(r, error);
  element = *top(r);
  element.kind = k;
  element.first_line = r->page.lines.count;
  if (!status) status = open_kind(r, &element, name, attributes, error);
  if (status) return status;
  r->stack[++r->depth] = element; /* xml.c bounds the depth */
  return k == K_ITEM ? open_item(r, error) : DZ_OK;
}

static dz_status on_close(void *context, const char *name, dz_error *error) {
  reader *r = context;
  dz_status status = DZ_OK;
  open_element element;

  (void)name;
  if (r->dropping) {
    r->dropping--;
    return DZ_OK;
  }
  if (!r->depth) return DZ_OK;
  element = *top(r);
  if (begins_line(element.kind)) status = end_line(r, error);
  if (element.kind == K_TITLE) r->in_title = false;
  if (element.kind == K_LIST && r->list_depth) r->list_depth--;
  r->depth--;
  if (!status && element.kind == K_ROW) status = join_row(r, element.first_line, error);
  return status;
}

static dz_status parse_page(reader *r, dz_draft *draft, dz_error *error) {
  dz_xml_handler handler = {.context = r, .open = on_open, .close = on_close, .text = on_text};
  dz_buffer utf8;
  dz_status status;

  dz_buffer_init(&utf8);
  dz_buffer_cps(&utf8, draft->cps.items, draft->cps.count);
  dz_array_free(&draft->cps);
  if (!dz_array_push(&r->page.nodes) || utf8.failed)
    status = dz_fail_memory(error);
  else
    status = dz_html_parse(draft->report.path, utf8.data, utf8.length, &handler, error);
  dz_buffer_free(&utf8);
  return status ? status : end_line(r, error);
}

dz_status dz_read_html(dz_draft *draft, dz_error *error) {
  reader *r;
  dz_status status;

  if (draft->cps.count > HTML_MOST)
    return dz_fail(error, DZ_LIMIT, "%s: a page of more than %d characters", draft->report.path,
                   HTML_MOST);
  r = calloc(1, sizeof *r);
  if (!r) return dz_fail_memory(error);
  r->page = (dz_page){.text = dz_array_of(sizeof(uint32_t)),
                      .lines = dz_array_of(sizeof(dz_page_line)),
                      .nodes = dz_array_of(sizeof(dz_page_node)),
                      .title = dz_array_of(sizeof(uint32_t)),
                      .words = draft->knowledge->page_words};
  status = parse_page(r, draft, error);
  if (!status) status = dz_page_emit(&r->page, draft, error);
  dz_array_free(&r->page.text);
  dz_array_free(&r->page.lines);
  dz_array_free(&r->page.nodes);
  dz_array_free(&r->page.title);
  free(r);
  return status;
}
