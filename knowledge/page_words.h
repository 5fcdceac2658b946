/* page_words.h - wording of web pages that is not the report (data/page_words.tsv) */
#ifndef DZ_KNOWLEDGE_PAGE_WORDS_H
#define DZ_KNOWLEDGE_PAGE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/trie.h"

typedef struct dz_page_words {
  dz_trie lines;      /* folded words of lines that speak of the page */
  dz_trie alone;      /* lines that are this and nothing else */
  dz_trie rest;       /* such lines behind which only other pages are named */
  const char **names; /* parts of the names of elements */
  size_t name_count;
} dz_page_words;

DZ_MUST_CHECK dz_status dz_page_words_load(dz_page_words *out, const char *directory,
                                           dz_arena *arena, dz_error *error);
void dz_page_words_free(dz_page_words *words);

/* Whether a name in small letters (class="footer-box") is that of a menu, header or footer. */
bool dz_page_words_in_name(const dz_page_words *words, const char *name);

/* Whether one of the words stands in the text. */
bool dz_page_words_in_line(const dz_page_words *words, const uint32_t *cp, size_t count);

#endif
