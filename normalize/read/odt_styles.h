/* odt_styles.h - the styles of an .odt file: what is bold, which list a
 * paragraph belongs to, and the numbers shown before it. */
#ifndef DZ_NORMALIZE_READ_ODT_STYLES_H
#define DZ_NORMALIZE_READ_ODT_STYLES_H

#include <stdbool.h>

#include "base/array.h"
#include "base/buffer.h"
#include "list_number.h"
#include "xml.h"

enum { DZ_ODT_LEVELS = 10, DZ_ODT_NAME = 64, DZ_ODT_UNSET = -1 };

typedef struct dz_odt_style {
  char name[DZ_ODT_NAME];
  char parent[DZ_ODT_NAME];
  char list[DZ_ODT_NAME]; /* list style, "" if none */
  int heading_level;      /* style:default-outline-level, 0 if none */
  int bold;               /* 1, 0 or DZ_ODT_UNSET */
} dz_odt_style;

typedef struct dz_odt_level {
  dz_list_style style;
  int start;
  int shown;  /* how many levels the number shows: 2 gives 1.1 */
  bool tight; /* nothing between number and text */
  char prefix[16], suffix[16];
} dz_odt_level;

typedef struct dz_odt_list { /* a list style, with its state while reading */
  char name[DZ_ODT_NAME];
  dz_odt_level levels[DZ_ODT_LEVELS];
  int count[DZ_ODT_LEVELS]; /* last number given; DZ_ODT_UNSET: none since the restart */
} dz_odt_list;

typedef struct dz_odt_styles {
  dz_array styles;     /* dz_odt_style, by name once sealed */
  dz_array lists;      /* dz_odt_list, by name once sealed; the outline is called "\n" */
  dz_odt_style *style; /* being read, or NULL */
  dz_odt_list *list;   /* likewise */
  int level;
} dz_odt_styles;

void dz_odt_styles_init(dz_odt_styles *styles);
void dz_odt_styles_free(dz_odt_styles *styles);

/* Events of styles.xml and of the automatic styles in content.xml. */
DZ_MUST_CHECK dz_status dz_odt_styles_open(dz_odt_styles *styles, const char *name,
                                           const dz_xml_attributes *attributes, dz_error *error);
void dz_odt_styles_close(dz_odt_styles *styles, const char *name);

/* Ends the reading: sorts, so that the functions below can find. */
void dz_odt_styles_seal(dz_odt_styles *styles);

const dz_odt_style *dz_odt_style_find(const dz_odt_styles *styles, const char *name); /* or NULL */
bool dz_odt_style_is_bold(const dz_odt_styles *styles, const char *name);

/* The list style a paragraph style has by itself or from its parents; NULL: none. */
dz_odt_list *dz_odt_list_of_style(const dz_odt_styles *styles, const char *name);
dz_odt_list *dz_odt_list_find(const dz_odt_styles *styles, const char *name); /* or NULL */
dz_odt_list *dz_odt_outline(const dz_odt_styles *styles); /* numbers of headings, or NULL */

/* Starts the list anew. */
void dz_odt_list_restart(dz_odt_list *list);

/* Counts the next item at `level` from 0 and appends what is shown before it;
 * `forced` is the number it must have, or DZ_ODT_UNSET. */
void dz_odt_list_next(dz_odt_list *list, int level, int forced, dz_buffer *out);

#endif
