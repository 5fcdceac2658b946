/* web_page.h - the lines of a web page and which of them are the report. */
#ifndef DZ_NORMALIZE_READ_WEB_PAGE_H
#define DZ_NORMALIZE_READ_WEB_PAGE_H

#include "knowledge/page_words.h"
#include "normalize/draft.h"

/* An element that can hold the text of a page: div, td, article ... */
typedef struct dz_page_node {
  uint32_t parent; /* index; the root is its own parent */
  uint16_t depth;
  bool furniture; /* nav, footer, or named like one */
  uint64_t prose; /* characters of running text in it and below, links aside */
  uint32_t lines; /* lines in it and below */
} dz_page_node;

typedef struct dz_page_line {
  size_t start, end; /* in page->text */
  uint32_t node;     /* innermost element that can hold the text */
  uint32_t links;    /* visible characters in links */
  uint32_t visible;  /* visible characters */
  uint32_t bold;     /* visible characters in bold */
  bool sentence;     /* has a mark of running text: ，。； */
  bool dropped;      /* was joined to another line */
  dz_line hints;
} dz_page_line;

typedef struct dz_page {
  dz_array text;  /* uint32_t */
  dz_array lines; /* dz_page_line in page order */
  dz_array nodes; /* dz_page_node, parents before children */
  dz_array title; /* uint32_t: the title element */
  const dz_page_words *words;
} dz_page;

/* Finds the main text and hands all lines to the draft: those of the main text
 * as lines, the rest as DZ_NOISE_NAVIGATION in its place. */
DZ_MUST_CHECK dz_status dz_page_emit(dz_page *page, dz_draft *draft, dz_error *error);

#endif
