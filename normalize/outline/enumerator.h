/* enumerator.h - the number tokens that open a heading or an item: 第一部分
 * 一、 （一） 1. （1） ① 一是 其一 第一， 首先 ——
 *
 * The standard order is GB/T 9704-2012, 7.3.3; what real reports do with it is
 * told in docs/outline.md. Tokens are read in the folded text, where （ and (
 * are one, and ． and . too. */
#ifndef DZ_NORMALIZE_OUTLINE_ENUMERATOR_H
#define DZ_NORMALIZE_OUTLINE_ENUMERATOR_H

#include <duizhao/report.h>

/* Which list a token belongs to: two tokens of one key are siblings. In the
 * order of customary rank, the outermost first. */
typedef enum dz_list_key {
  DZ_KEY_PART,         /* 第一部分 第一篇 Ⅰ. */
  DZ_KEY_CHAPTER,      /* 第一章 */
  DZ_KEY_CLAUSE,       /* 第一节 */
  DZ_KEY_MARKED,       /* 【政治学习】 ◆主要工作, alone on a line */
  DZ_KEY_LINE,         /* a heading line without number */
  DZ_KEY_CN_DUN,       /* 一、 */
  DZ_KEY_CN_PAREN,     /* （一） */
  DZ_KEY_ARABIC,       /* 1. 1、 */
  DZ_KEY_DECIMAL,      /* 1.1 */
  DZ_KEY_SUBDECIMAL,   /* 1.1.1 */
  DZ_KEY_ARABIC_PAREN, /* （1） 1) */
  DZ_KEY_CIRCLED,      /* ① */
  DZ_KEY_SHI,          /* 一是 一要: from here on weak keys, which never hold a strong one */
  DZ_KEY_QI,           /* 其一， */
  DZ_KEY_DI,           /* 第一， */
  DZ_KEY_ORDINAL,      /* 首先 其次 */
  DZ_KEY_DASH,         /* —— ● */
  DZ_KEY_OPENING,      /* first sentence of a paragraph, without number */
  DZ_KEY_INNER,        /* short sentence inside a paragraph, without number */
  DZ_KEY_COUNT
} dz_list_key;

typedef struct dz_enumerator {
  dz_list_key key;
  dz_number_style style;
  int32_t number; /* from 1; 0 for keys that do not count (——) */
  size_t length;  /* code points of the token, 、 or . included */
} dz_enumerator;

/* Reads the token at the start of `fold`. `line_start`: the text stands at the
 * start of a line, where more forms are tokens. false: there is none. */
bool dz_enumerator_read(dz_enumerator *out, const uint32_t *fold, size_t length, bool line_start);

/* true for keys that only count inside a text (一是, ——): a strong heading
 * always ends them. */
bool dz_list_key_weak(dz_list_key key);

#endif
