/* heading.h - what may be a heading: where its text ends, and how it looks. */
#ifndef DZ_NORMALIZE_OUTLINE_HEADING_H
#define DZ_NORMALIZE_OUTLINE_HEADING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "enumerator.h"

/* Folded marks that the outline looks at. */
enum { DZ_FULL_STOP = 0x3002, DZ_LIST_COMMA = 0x3001 };

/* Lengths in code points; docs/outline.md tells how they were measured. */
enum {
  /* heading that ends inside its paragraph: 112 of the five reports have at most 30 */
  DZ_RUNIN_MAX = 45,
  DZ_OWN_LINE_MAX = 64,     /* numbered heading on a line of its own */
  DZ_COLON_MAX = 20,        /* heading that ends at ： */
  DZ_PLAIN_HEADING_MAX = 30 /* heading line without number */
};

/* A place in the list of candidates; positions are indices into the folded text. */
typedef struct dz_candidate {
  uint32_t at;        /* number token, or the heading where there is none */
  uint32_t text;      /* heading without number */
  uint32_t end;       /* one past the heading; == text: an item without heading */
  uint32_t body;      /* behind the mark that ends the heading */
  uint32_t paragraph; /* index into the paragraphs */
  uint32_t previous;  /* 1 + index of the item before it in its list, 0 none (lists.c) */
  int32_t number;     /* 0: none */
  uint8_t key;        /* dz_list_key */
  uint8_t style;      /* dz_number_style */
  int8_t markup;      /* level by the source format, 0 none */
  bool line_start;
  bool own_line;  /* the heading ends with its paragraph */
  bool outermost; /* names a part of the whole report: 名词解释 */
  bool detached;  /* item of a list in the closing paragraph, which has no heading */
  bool closes;    /* no heading: ends what is open (各位代表！) */
  bool dropped;
} dz_candidate;

/* Finds where the heading ends whose text starts at `candidate->text`, in the
 * paragraph fold[..limit): at 。！？ or ： or at the end of the paragraph. Sets
 * end, body and own_line; end == text if it does not read as a heading. */
void dz_heading_measure(dz_candidate *candidate, const uint32_t *fold, uint32_t limit);

/* true if fold[start..end) holds a figure with a unit, as a statement does
 * and a heading does not: 20亿元, 5%, 32篇. */
bool dz_has_figure(const uint32_t *fold, uint32_t start, uint32_t end);

/* How much a heading without number may hold; its place decides how sure it is. */
typedef enum dz_plain_width {
  DZ_PLAIN_INNER,   /* among the sentences of a paragraph */
  DZ_PLAIN_OPENING, /* at the head of a paragraph */
  DZ_PLAIN_LONG     /* the same beside headings that are sure */
} dz_plain_width;

/* true if a sentence of this length and shape may be a heading without
 * number: one or two short clauses, no figure, quotation or list, no "I". */
bool dz_heading_plain(const uint32_t *fold, uint32_t start, uint32_t end, dz_plain_width width);

/* true if fold[start..limit) opens with a form of address that ends at ！ or ：
 * (各位代表！); *end is one past that mark. */
bool dz_is_vocative(const uint32_t *fold, uint32_t start, uint32_t limit, uint32_t *end);

#endif
