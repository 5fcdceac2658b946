/* edit_token.h - what an edit keeps or replaces as a whole. */
#ifndef DZ_DIFF_ALIGN_EDIT_TOKEN_H
#define DZ_DIFF_ALIGN_EDIT_TOKEN_H

#include "edit.h"

/* A Han character, a punctuation mark, or an atom: a figure with its unit, a
 * date, a Latin word, whatever the caller glued. White space is no token. */
typedef struct dz_token {
  uint64_t id;      /* equal for equal folded text: the code point, or a hash of an atom's */
  uint64_t shape;   /* of a figure: the same for figures of one unit; 0: no figure */
  uint32_t first;   /* first glyph */
  uint32_t count;   /* glyphs, white space inside included */
  uint32_t letters; /* glyphs that are not white space */
  int32_t weight;   /* tenths of a Han character */
  bool punctuation;
  bool inside; /* goes on a word that the token before it begins */
  bool stray;  /* a character that is neither in a word nor one by itself */
} dz_token;

/* Where a reading of a run of characters may end, and how. */
typedef struct dz_word_end {
  uint32_t letter; /* the folded character before it */
  int32_t cost;    /* of the cheapest reading up to here */
  uint32_t length; /* characters of its last word */
  bool known;      /* that is in the lexicon */
} dz_word_end;

/* Fills `tokens` with the tokens of the text; false when memory ran out. Two
 * atoms that share a hash are told apart later, when letters are compared. */
bool dz_tokens_split(dz_array *tokens, const dz_edit_text *text);

/* Marks the tokens that stand inside a word, or in none: every run of Han characters is
 * read as the likeliest sequence of words of the lexicon and characters that
 * are none. Linear. `scratch` (of dz_word_end) is overwritten; false when
 * memory ran out. */
bool dz_tokens_mark_words(dz_array *tokens, const dz_lexicon *lexicon, dz_array *scratch);

/* What keeping one glyph earns, in tenths of a Han character. */
int32_t dz_glyph_weight(const dz_edit_glyph *glyph);

/* A pair of equal tokens that cuts two long texts in two. */
typedef struct dz_anchor {
  uint32_t a, b;
} dz_anchor;

/* Appends anchors in order: the middles of runs of tokens that stand exactly
 * once in each text, as many as keep one common order. Linear but for sorting
 * n log n. Two texts without such runs have none. */
DZ_MUST_CHECK dz_status dz_anchors_find(dz_array *anchors, const dz_array tokens[2],
                                        dz_error *error);

#endif
