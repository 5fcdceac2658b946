/* docx_styles.c - see docx_styles.h (ECMA-376 part 1, 17.7 styles, 17.9 numbering) */
#include "docx_styles.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "xml.h"

enum { VALUE_ROOM = 64, INHERIT_MOST = 16, SOURCE_ROOM = 256, BULLET = 0x25CF };

/* ---- lookup ------------------------------------------------------------- */

static int by_style_id(const void *a, const void *b) {
  return strcmp(((const dz_docx_style *)a)->id, ((const dz_docx_style *)b)->id);
}

static int by_id(const void *a, const void *b) { /* lists and numbers begin with their id */
  int x = *(const int *)a, y = *(const int *)b;

  return (x > y) - (x < y);
}

static void sort(dz_array *array, int (*compare)(const void *, const void *)) {
  if (array->count > 1) qsort(array->items, array->count, array->size, compare);
}

static void *find(const dz_array *array, const void *key,
                  int (*compare)(const void *, const void *)) {
  return array->count ? bsearch(key, array->items, array->count, array->size, compare) : NULL;
}

static dz_docx_style *find_style(const dz_docx_tables *tables, const char *id) {
  dz_docx_style key = {0};

  if (strlen(id) >= sizeof key.id) return NULL;
  memcpy(key.id, id, strlen(id) + 1);
  return find(&tables->styles, &key, by_style_id);
}

const dz_docx_style *dz_docx_style_find(const dz_docx_tables *tables, const char *id) {
  return find_style(tables, id);
}

/* ---- styles.xml --------------------------------------------------------- */

typedef struct parse {
  dz_docx_tables *tables;
  dz_docx_style *style;   /* open one, or NULL; the newest of the array */
  dz_docx_list *list;     /* likewise */
  dz_docx_number *number; /* likewise */
  int level;              /* open w:lvl or w:lvlOverride */
} parse;

static bool switched_on(const dz_xml_attributes *attributes) {
  char value[VALUE_ROOM];

  if (!dz_xml_get(attributes, "w:val", value, sizeof value)) return true;
  return strcmp(value, "0") && strcmp(value, "false") && strcmp(value, "off");
}

/* "heading 2", "标题 2", "二级标题": 2. Anything else: 0. */
static int level_of_name(const char *name) {
  static const char *const words[] = {"heading", "Heading", "标题", "標題"};
  static const char *const grades[] = {"一级标题", "二级标题", "三级标题", "四级标题"};

  for (size_t i = 0; i < sizeof grades / sizeof *grades; i++)
    if (!strcmp(name, grades[i])) return (int)i + 1;

  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t length = strlen(words[i]);
    if (strncmp(name, words[i], length)) continue;
    while (name[length] == ' ') length++;
    return name[length] >= '1' && name[length] <= '9' && !name[length + 1] ? name[length] - '0' : 0;
  }
  return 0;
}

static dz_status open_style(parse *p, const dz_xml_attributes *attributes, dz_error *error) {
  dz_docx_style *style = dz_array_push(&p->tables->styles);

  if (!style) return dz_fail_memory(error);
  *style = (dz_docx_style){.heading_level = DZ_DOCX_UNSET,
                           .number = DZ_DOCX_UNSET,
                           .number_level = DZ_DOCX_UNSET,
                           .bold = DZ_DOCX_UNSET};
  dz_xml_get(attributes, "w:styleId", style->id, sizeof style->id);
  p->style = style;
  return DZ_OK;
}

static void read_style_property(dz_docx_style *style, const char *name,
                                const dz_xml_attributes *attributes) {
  char value[VALUE_ROOM];
  int level;

  if (!strcmp(name, "w:name")) {
    dz_xml_get(attributes, "w:val", value, sizeof value);
    if (level_of_name(value)) style->heading_level = level_of_name(value);
    style->contents = !strncmp(value, "toc ", 4) || !strncmp(value, "TOC ", 4) ||
                      !strncmp(value, "目录 ", 7);
  } else if (!strcmp(name, "w:basedOn")) {
    dz_xml_get(attributes, "w:val", style->based_on, sizeof style->based_on);
  } else if (!strcmp(name, "w:outlineLvl")) {
    level = dz_xml_get_number(attributes, "w:val", -1, DZ_DOCX_LEVELS);
    style->heading_level = level >= 0 && level < DZ_DOCX_LEVELS ? level + 1 : 0;
  } else if (!strcmp(name, "w:numId")) {
    style->number = dz_xml_get_number(attributes, "w:val", -1, DZ_DOCX_UNSET);
  } else if (!strcmp(name, "w:ilvl")) {
    style->number_level = dz_xml_get_number(attributes, "w:val", -1, DZ_DOCX_UNSET);
  } else if (!strcmp(name, "w:b")) {
    style->bold = switched_on(attributes);
  }
}

static dz_status open_in_styles(void *context, const char *name,
                                const dz_xml_attributes *attributes, dz_error *error) {
  parse *p = context;

  if (!strcmp(name, "w:style")) return open_style(p, attributes, error);
  if (p->style) read_style_property(p->style, name, attributes);
  return DZ_OK;
}

static dz_status close_in_styles(void *context, const char *name, dz_error *error) {
  parse *p = context;

  (void)error;
  if (!strcmp(name, "w:style")) p->style = NULL;
  return DZ_OK;
}

static dz_status ignore_text(void *context, const char *text, size_t length, dz_error *error) {
  (void)context, (void)text, (void)length, (void)error;
  return DZ_OK;
}

/* Fills what a style leaves open from those it is based on. */
static void inherit(const dz_docx_tables *tables, dz_docx_style *style) {
  const dz_docx_style *base = style;

  for (int hops = 0; hops < INHERIT_MOST && base->based_on[0]; hops++) {
    base = find_style(tables, base->based_on);
    if (!base) return;
    if (style->heading_level == DZ_DOCX_UNSET) style->heading_level = base->heading_level;
    if (style->number == DZ_DOCX_UNSET) style->number = base->number;
    if (style->number_level == DZ_DOCX_UNSET) style->number_level = base->number_level;
    if (style->bold == DZ_DOCX_UNSET) style->bold = base->bold;
  }
}

/* ---- numbering.xml ------------------------------------------------------ */

static dz_status open_list(parse *p, const dz_xml_attributes *attributes, dz_error *error) {
  dz_docx_list *list = dz_array_push(&p->tables->lists);

  if (!list) return dz_fail_memory(error);
  list->id = dz_xml_get_number(attributes, "w:abstractNumId", -1, DZ_DOCX_UNSET);
  for (int i = 0; i < DZ_DOCX_LEVELS; i++) {
    list->levels[i] = (dz_docx_level){.style = DZ_LIST_NONE, .start = 1, .restart = DZ_DOCX_UNSET};
    list->count[i] = DZ_DOCX_UNSET;
  }
  p->list = list;
  return DZ_OK;
}

static dz_status open_number(parse *p, const dz_xml_attributes *attributes, dz_error *error) {
  dz_docx_number *number = dz_array_push(&p->tables->numbers);

  if (!number) return dz_fail_memory(error);
  number->id = dz_xml_get_number(attributes, "w:numId", -1, DZ_DOCX_UNSET);
  number->list_id = DZ_DOCX_UNSET;
  for (int i = 0; i < DZ_DOCX_LEVELS; i++) number->start[i] = DZ_DOCX_UNSET;
  p->number = number;
  return DZ_OK;
}

static void read_level_property(dz_docx_level *level, const char *name,
                                const dz_xml_attributes *attributes) {
  char value[VALUE_ROOM];

  if (!strcmp(name, "w:start")) {
    level->start = dz_xml_get_number(attributes, "w:val", -1, 1);
  } else if (!strcmp(name, "w:numFmt")) {
    dz_xml_get(attributes, "w:val", value, sizeof value);
    level->style = dz_list_style_docx(value);
  } else if (!strcmp(name, "w:lvlText")) {
    dz_xml_get(attributes, "w:val", level->text, sizeof level->text);
  } else if (!strcmp(name, "w:lvlRestart")) {
    level->restart = dz_xml_get_number(attributes, "w:val", -1, DZ_DOCX_UNSET);
  } else if (!strcmp(name, "w:isLgl")) {
    level->legal = switched_on(attributes);
  } else if (!strcmp(name, "w:suff")) {
    level->tight = dz_xml_get(attributes, "w:val", value, sizeof value) &&
                   !strcmp(value, "nothing");
  }
}

static dz_status open_in_numbering(void *context, const char *name,
                                   const dz_xml_attributes *attributes, dz_error *error) {
  parse *p = context;
  bool in_level = p->level >= 0 && p->level < DZ_DOCX_LEVELS;

  if (!strcmp(name, "w:abstractNum")) return open_list(p, attributes, error);
  if (!strcmp(name, "w:num")) return open_number(p, attributes, error);
  if (!strcmp(name, "w:lvl") || !strcmp(name, "w:lvlOverride"))
    p->level = dz_xml_get_number(attributes, "w:ilvl", -1, DZ_DOCX_UNSET);
  else if (p->number && !strcmp(name, "w:abstractNumId"))
    p->number->list_id = dz_xml_get_number(attributes, "w:val", -1, DZ_DOCX_UNSET);
  else if (p->number && in_level && !strcmp(name, "w:startOverride"))
    p->number->start[p->level] = dz_xml_get_number(attributes, "w:val", -1, DZ_DOCX_UNSET);
  else if (p->list && in_level)
    read_level_property(&p->list->levels[p->level], name, attributes);
  return DZ_OK;
}

static dz_status close_in_numbering(void *context, const char *name, dz_error *error) {
  parse *p = context;

  (void)error;
  if (!strcmp(name, "w:abstractNum")) p->list = NULL;
  if (!strcmp(name, "w:num")) p->number = NULL;
  if (!strcmp(name, "w:lvl") || !strcmp(name, "w:lvlOverride")) p->level = DZ_DOCX_UNSET;
  return DZ_OK;
}

/* ---- numbers ------------------------------------------------------------ */

/* Moves the counters of a list on to the next paragraph at `level`. */
static void count_paragraph(dz_docx_list *list, dz_docx_number *number, int level) {
  for (int i = 0; i < DZ_DOCX_LEVELS && !number->used; i++)
    if (number->start[i] != DZ_DOCX_UNSET) list->count[i] = number->start[i] - 1;
  number->used = true;
  for (int i = 0; i < level; i++)
    if (list->count[i] == DZ_DOCX_UNSET) list->count[i] = list->levels[i].start;
  list->count[level] = list->count[level] == DZ_DOCX_UNSET ? list->levels[level].start
                                                           : list->count[level] + 1;
  for (int i = level + 1; i < DZ_DOCX_LEVELS; i++) {
    int restart = list->levels[i].restart;
    if (restart != 0 && (restart == DZ_DOCX_UNSET || level < restart))
      list->count[i] = DZ_DOCX_UNSET;
  }
}

static void print_label(const dz_docx_list *list, const dz_docx_level *level, dz_buffer *out) {
  for (const char *c = level->text; *c; c++) {
    int other = c[1] - '1';
    if (*c != '%' || other < 0 || other >= DZ_DOCX_LEVELS) {
      dz_buffer_char(out, *c);
      continue;
    }
    dz_list_number(out, level->legal ? DZ_LIST_DECIMAL : list->levels[other].style,
                   list->count[other] == DZ_DOCX_UNSET ? list->levels[other].start
                                                       : list->count[other]);
    c++;
  }
}

/* Whether a label ends in a mark after which Chinese sets no space. */
static bool ends_closed(const dz_buffer *out) {
  static const char *const marks[] = {"、", "）", "．", "。", "：", "】"};

  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (out->length >= 3 && !memcmp(out->data + out->length - 3, marks[i], 3)) return true;
  return false;
}

void dz_docx_number_next(dz_docx_tables *tables, int id, int level, dz_buffer *out) {
  dz_docx_number *number = find(&tables->numbers, &id, by_id);
  dz_docx_list *list = number ? find(&tables->lists, &number->list_id, by_id) : NULL;

  if (!list || level < 0 || level >= DZ_DOCX_LEVELS) return;
  count_paragraph(list, number, level);
  if (list->levels[level].style == DZ_LIST_BULLET)
    dz_buffer_cp(out, BULLET);
  else
    print_label(list, &list->levels[level], out);
  if (out->length && !list->levels[level].tight && !ends_closed(out)) dz_buffer_char(out, ' ');
}

/* ---- both parts --------------------------------------------------------- */

void dz_docx_tables_init(dz_docx_tables *tables) {
  *tables = (dz_docx_tables){.styles = dz_array_of(sizeof(dz_docx_style)),
                             .lists = dz_array_of(sizeof(dz_docx_list)),
                             .numbers = dz_array_of(sizeof(dz_docx_number))};
}

void dz_docx_tables_free(dz_docx_tables *tables) {
  dz_array_free(&tables->styles);
  dz_array_free(&tables->lists);
  dz_array_free(&tables->numbers);
}

static dz_status read_part(dz_docx_tables *tables, dz_zip *zip, const char *path, const char *part,
                           dz_xml_handler handler, dz_error *error) {
  parse p = {.tables = tables, .level = DZ_DOCX_UNSET};
  dz_buffer source;
  char *bytes = NULL;
  size_t length = 0;
  dz_status status;

  if (!dz_zip_has(zip, part)) return DZ_OK;
  dz_buffer_init(&source);
  dz_buffer_format(&source, "%s: %s", path, part);
  handler.context = &p;
  handler.text = ignore_text;
  status = source.failed ? dz_fail_memory(error) : dz_zip_read(zip, part, &bytes, &length, error);
  if (!status) status = dz_xml_parse(source.data, bytes, length, &handler, error);
  free(bytes);
  dz_buffer_free(&source);
  return status;
}

dz_status dz_docx_tables_read(dz_docx_tables *tables, dz_zip *zip, const char *path,
                              const char *folder, dz_error *error) {
  static const dz_xml_handler styles = {.open = open_in_styles, .close = close_in_styles};
  static const dz_xml_handler numbering = {.open = open_in_numbering, .close = close_in_numbering};
  char part[SOURCE_ROOM];
  dz_status status;

  if (strlen(folder) + sizeof "numbering.xml" > sizeof part) return DZ_OK;
  memcpy(part, folder, strlen(folder) + 1);
  memcpy(part + strlen(folder), "styles.xml", sizeof "styles.xml");
  status = read_part(tables, zip, path, part, styles, error);
  sort(&tables->styles, by_style_id);
  for (size_t i = 0; i < tables->styles.count; i++)
    inherit(tables, dz_array_at(&tables->styles, i));
  memcpy(part + strlen(folder), "numbering.xml", sizeof "numbering.xml");
  if (!status) status = read_part(tables, zip, path, part, numbering, error);
  sort(&tables->lists, by_id);
  sort(&tables->numbers, by_id);
  return status;
}
