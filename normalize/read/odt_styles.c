/* odt_styles.c - see odt_styles.h (OASIS OpenDocument 1.3 part 3, 16) */
#include "odt_styles.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

enum { VALUE_ROOM = 64, INHERIT_MOST = 16, BULLET = 0x25CF };
static const char outline_name[] = "\n";

void dz_odt_styles_init(dz_odt_styles *styles) {
  *styles = (dz_odt_styles){.styles = dz_array_of(sizeof(dz_odt_style)),
                            .lists = dz_array_of(sizeof(dz_odt_list)),
                            .level = DZ_ODT_UNSET};
}

void dz_odt_styles_free(dz_odt_styles *styles) {
  dz_array_free(&styles->styles);
  dz_array_free(&styles->lists);
}

/* ---- reading ------------------------------------------------------------ */

static dz_status open_style(dz_odt_styles *styles, const dz_xml_attributes *attributes,
                            dz_error *error) {
  dz_odt_style *style = dz_array_push(&styles->styles);

  if (!style) return dz_fail_memory(error);
  dz_xml_get(attributes, "style:name", style->name, sizeof style->name);
  dz_xml_get(attributes, "style:parent-style-name", style->parent, sizeof style->parent);
  dz_xml_get(attributes, "style:list-style-name", style->list, sizeof style->list);
  style->heading_level = dz_xml_get_number(attributes, "style:default-outline-level", 0, 0);
  style->bold = DZ_ODT_UNSET;
  styles->style = style;
  return DZ_OK;
}

static dz_status open_list(dz_odt_styles *styles, const char *element,
                           const dz_xml_attributes *attributes, dz_error *error) {
  dz_odt_list *list = dz_array_push(&styles->lists);

  if (!list) return dz_fail_memory(error);
  if (!strcmp(element, "text:outline-style"))
    memcpy(list->name, outline_name, sizeof outline_name);
  else
    dz_xml_get(attributes, "style:name", list->name, sizeof list->name);
  dz_odt_list_restart(list);
  styles->list = list;
  return DZ_OK;
}

static void open_level(dz_odt_styles *styles, const char *element,
                       const dz_xml_attributes *attributes) {
  char format[VALUE_ROOM];
  dz_odt_level *level;

  styles->level = dz_xml_get_number(attributes, "text:level", 0, 0) - 1;
  if (styles->level < 0 || styles->level >= DZ_ODT_LEVELS) {
    styles->level = DZ_ODT_UNSET;
    return;
  }
  level = &styles->list->levels[styles->level];
  dz_xml_get(attributes, "style:num-format", format, sizeof format);
  level->style = strstr(element, "bullet") ? DZ_LIST_BULLET : dz_list_style_odt(format);
  level->start = dz_xml_get_number(attributes, "text:start-value", 0, 1);
  level->shown = dz_xml_get_number(attributes, "text:display-levels", 0, 1);
  dz_xml_get(attributes, "style:num-prefix", level->prefix, sizeof level->prefix);
  dz_xml_get(attributes, "style:num-suffix", level->suffix, sizeof level->suffix);
}

dz_status dz_odt_styles_open(dz_odt_styles *styles, const char *name,
                             const dz_xml_attributes *attributes, dz_error *error) {
  char value[VALUE_ROOM];

  if (!strcmp(name, "style:style")) return open_style(styles, attributes, error);
  if (!strcmp(name, "text:list-style") || !strcmp(name, "text:outline-style"))
    return open_list(styles, name, attributes, error);
  if (styles->list &&
      (!strncmp(name, "text:list-level-style-", 22) || !strcmp(name, "text:outline-level-style"))) {
    open_level(styles, name, attributes);
  } else if (styles->style && !strcmp(name, "style:text-properties")) {
    if (dz_xml_get(attributes, "fo:font-weight", value, sizeof value))
      styles->style->bold = !strcmp(value, "bold");
  } else if (styles->list && styles->level >= 0 &&
             !strcmp(name, "style:list-level-label-alignment")) {
    dz_xml_get(attributes, "text:label-followed-by", value, sizeof value);
    styles->list->levels[styles->level].tight = !strcmp(value, "nothing");
  }
  return DZ_OK;
}

void dz_odt_styles_close(dz_odt_styles *styles, const char *name) {
  if (!strcmp(name, "style:style")) styles->style = NULL;
  if (!strcmp(name, "text:list-style") || !strcmp(name, "text:outline-style")) styles->list = NULL;
  if (!strncmp(name, "text:list-level-style-", 22) || !strcmp(name, "text:outline-level-style"))
    styles->level = DZ_ODT_UNSET;
}

/* ---- finding ------------------------------------------------------------ */

static int by_name(const void *a, const void *b) { /* styles and lists begin with their name */
  return strcmp(a, b);
}

void dz_odt_styles_seal(dz_odt_styles *styles) {
  styles->style = NULL;
  styles->list = NULL;
  if (styles->styles.count)
    qsort(styles->styles.items, styles->styles.count, styles->styles.size, by_name);
  if (styles->lists.count)
    qsort(styles->lists.items, styles->lists.count, styles->lists.size, by_name);
}

const dz_odt_style *dz_odt_style_find(const dz_odt_styles *styles, const char *name) {
  const dz_array *all = &styles->styles;

  return all->count ? bsearch(name, all->items, all->count, all->size, by_name) : NULL;
}

dz_odt_list *dz_odt_list_find(const dz_odt_styles *styles, const char *name) {
  const dz_array *all = &styles->lists;

  return all->count ? bsearch(name, all->items, all->count, all->size, by_name) : NULL;
}

dz_odt_list *dz_odt_outline(const dz_odt_styles *styles) {
  return dz_odt_list_find(styles, outline_name);
}

bool dz_odt_style_is_bold(const dz_odt_styles *styles, const char *name) {
  const dz_odt_style *style = dz_odt_style_find(styles, name);

  for (int hops = 0; style && hops < INHERIT_MOST; hops++) {
    if (style->bold != DZ_ODT_UNSET) return style->bold == 1;
    style = dz_odt_style_find(styles, style->parent);
  }
  return false;
}

dz_odt_list *dz_odt_list_of_style(const dz_odt_styles *styles, const char *name) {
  const dz_odt_style *style = dz_odt_style_find(styles, name);

  for (int hops = 0; style && hops < INHERIT_MOST; hops++) {
    if (style->list[0]) return dz_odt_list_find(styles, style->list);
    style = dz_odt_style_find(styles, style->parent);
  }
  return NULL;
}

/* ---- numbers ------------------------------------------------------------ */

void dz_odt_list_restart(dz_odt_list *list) {
  for (int i = 0; i < DZ_ODT_LEVELS; i++) list->count[i] = DZ_ODT_UNSET;
}

static void count_item(dz_odt_list *list, int level, int forced) {
  for (int i = 0; i < level; i++)
    if (list->count[i] == DZ_ODT_UNSET) list->count[i] = list->levels[i].start;
  if (forced != DZ_ODT_UNSET)
    list->count[level] = forced;
  else
    list->count[level] = list->count[level] == DZ_ODT_UNSET ? list->levels[level].start
                                                            : list->count[level] + 1;
  for (int i = level + 1; i < DZ_ODT_LEVELS; i++) list->count[i] = DZ_ODT_UNSET;
}

void dz_odt_list_next(dz_odt_list *list, int level, int forced, dz_buffer *out) {
  const dz_odt_level *own;
  int first;

  if (level < 0 || level >= DZ_ODT_LEVELS) return;
  own = &list->levels[level];
  count_item(list, level, forced);
  if (own->style == DZ_LIST_BULLET) {
    dz_buffer_cp(out, BULLET);
    return;
  }
  if (own->style == DZ_LIST_NONE && !own->prefix[0] && !own->suffix[0]) return;
  dz_buffer_string(out, own->prefix);
  first = own->shown > level + 1 ? 0 : level + 1 - own->shown;
  for (int i = first; i <= level && own->style != DZ_LIST_NONE; i++) {
    if (i > first) dz_buffer_char(out, '.');
    dz_list_number(out, list->levels[i].style, list->count[i]);
  }
  dz_buffer_string(out, own->suffix);
  if (!own->tight && out->length && (unsigned char)out->data[out->length - 1] < 0x80)
    dz_buffer_char(out, ' ');
}
