/* docx_styles.h - styles.xml and numbering.xml of a .docx file: what makes a
 * paragraph a heading, and the number Word shows before it. */
#ifndef DZ_NORMALIZE_READ_DOCX_STYLES_H
#define DZ_NORMALIZE_READ_DOCX_STYLES_H

#include <stdbool.h>

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/buffer.h"
#include "list_number.h"
#include "zip.h"

enum { DZ_DOCX_LEVELS = 9, DZ_DOCX_ID = 64, DZ_DOCX_UNSET = -1 };

typedef struct dz_docx_style {
  char id[DZ_DOCX_ID];
  char based_on[DZ_DOCX_ID];
  int heading_level; /* 1..9; 0: body text; DZ_DOCX_UNSET while not known */
  int number;        /* w:numId, or DZ_DOCX_UNSET */
  int number_level;  /* w:ilvl, or DZ_DOCX_UNSET */
  int bold;          /* 1, 0 or DZ_DOCX_UNSET */
  bool contents;     /* a line of the table of contents */
} dz_docx_style;

typedef struct dz_docx_level {
  dz_list_style style;
  int start;
  int restart;   /* w:lvlRestart, or DZ_DOCX_UNSET: after any higher level */
  bool legal;    /* all numbers as 1 2 3 */
  bool tight;    /* nothing between number and text */
  char text[48]; /* （%1） */
} dz_docx_level;

typedef struct dz_docx_list { /* w:abstractNum, with its state while reading */
  int id;
  dz_docx_level levels[DZ_DOCX_LEVELS];
  int count[DZ_DOCX_LEVELS]; /* last number given; DZ_DOCX_UNSET: none since the restart */
} dz_docx_list;

typedef struct dz_docx_number { /* w:num */
  int id;
  int list_id;
  int start[DZ_DOCX_LEVELS]; /* w:startOverride, or DZ_DOCX_UNSET */
  bool used;
} dz_docx_number;

typedef struct dz_docx_tables {
  dz_array styles;  /* dz_docx_style, by id */
  dz_array lists;   /* dz_docx_list, by id */
  dz_array numbers; /* dz_docx_number, by id */
} dz_docx_tables;

void dz_docx_tables_init(dz_docx_tables *tables);
void dz_docx_tables_free(dz_docx_tables *tables);

/* Reads the two parts beside the document (`folder` is "word/"); a missing one
 * leaves its tables empty. */
DZ_MUST_CHECK dz_status dz_docx_tables_read(dz_docx_tables *tables, dz_zip *zip, const char *path,
                                            const char *folder, dz_error *error);

/* The style of this id, everything inherited filled in, or NULL. */
const dz_docx_style *dz_docx_style_find(const dz_docx_tables *tables, const char *id);

/* Counts the next paragraph of list `number` at `level` and appends what Word
 * shows before it, with a space behind it where the text follows at a distance. */
void dz_docx_number_next(dz_docx_tables *tables, int number, int level, dz_buffer *out);

#endif
