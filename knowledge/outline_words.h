/* outline_words.h - words by which the lines around a report, its place and its year are read
 * (data/outline_words.tsv) */
#ifndef DZ_KNOWLEDGE_OUTLINE_WORDS_H
#define DZ_KNOWLEDGE_OUTLINE_WORDS_H

#include <duizhao/status.h>
#include <duizhao/text.h>

#include "base/arena.h"
#include "base/trie.h"

typedef enum dz_outline_role { /* as in the head of the table */
                               DZ_OW_TITLE,
                               DZ_OW_TITLE_END,
                               DZ_OW_NOTICE,
                               DZ_OW_MEETING,
                               DZ_OW_CONGRESS,
                               DZ_OW_GOES_ON,
                               DZ_OW_CAPTION,
                               DZ_OW_SOURCE,
                               DZ_OW_CONTENTS,
                               DZ_OW_PARTY_BODY,
                               DZ_OW_LEVEL,
                               DZ_OW_SEAT,
                               DZ_OW_TOWN,
                               DZ_OW_BEHIND_PLACE,
                               DZ_OW_NO_NAME,
                               DZ_OW_PROSPECT,
                               DZ_OW_NO_PLACE_HEAD,
                               DZ_OW_NO_PLACE_TAIL,
                               DZ_OW_REPRESENTED,
                               DZ_OW_REPRESENTS,
                               DZ_OW_STATE_COUNCIL,
                               DZ_OW_GOVERNMENT,
                               DZ_OW_CHIEF,
                               DZ_OW_CAREER,
                               DZ_OW_TASK,
                               DZ_OW_NO_TERM,
                               DZ_OW_PLAN,
                               DZ_OW_LOOKS_BACK,
                               DZ_OW_FAR_PLAN,
                               DZ_OW_WORK_REPORT,
                               DZ_OW_FAULTS,
                               DZ_OW_ADDRESS,
                               DZ_OW_ANNOUNCE,
                               DZ_OW_ROLE_COUNT
} dz_outline_role;

typedef struct dz_outline_words {
  dz_trie words;   /* -> index into roles */
  uint64_t *roles; /* one bit per role of the word */
} dz_outline_words;

DZ_MUST_CHECK dz_status dz_outline_words_load(dz_outline_words *out, const char *directory,
                                              dz_arena *arena, dz_error *error);
void dz_outline_words_free(dz_outline_words *words);

/* The length of the longest word of the role that stands at fold[at] and ends at or before `end`;
 * 0 where none does. */
uint32_t dz_outline_word_at(const dz_outline_words *words, dz_outline_role role,
                            const uint32_t *fold, uint32_t at, uint32_t end);

/* Whether a word of the role stands anywhere in fold[span). */
bool dz_outline_word_in(const dz_outline_words *words, dz_outline_role role, const uint32_t *fold,
                        dz_span span);

/* Whether fold[span) ends in a word of the role and holds more than that word. */
bool dz_outline_word_ends(const dz_outline_words *words, dz_outline_role role, const uint32_t *fold,
                          dz_span span);

/* Whether the one character is a word of the role. */
static inline bool dz_outline_cp(const dz_outline_words *words, dz_outline_role role, uint32_t cp) {
  return dz_outline_word_at(words, role, &cp, 0, 1);
}

#endif
