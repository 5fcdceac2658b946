/* meta_office.h - an office as it is written: body, area, post */
#ifndef DZ_NORMALIZE_OUTLINE_META_OFFICE_H
#define DZ_NORMALIZE_OUTLINE_META_OFFICE_H

#include "knowledge/meta_words.h"
#include "normalize/draft.h"

/* Ranges of the folded text. */
typedef struct dz_office_name {
  dz_span office; /* with its body: 市公安局党委委员、副局长 */
  dz_span post;   /* the last of the offices alone: 副局长 */
  dz_span area;   /* the area in front of the body: 澄阳市; empty: none */
} dz_office_name;

/* The first post in fold[span), with its modifiers: 常务副县长. */
bool dz_post_find(const dz_meta_words *words, const uint32_t *fold, dz_span span, dz_span *post);

/* The first office in fold[span). false: none. */
bool dz_office_read(dz_office_name *out, const dz_draft *draft, dz_span span);

/* Where the name of a body that ends at `end` can start, not before `low`. */
uint32_t dz_body_start(const dz_meta_words *words, const uint32_t *fold, uint32_t low,
                       uint32_t end);

/* The area of the body that the line names: 清河市 in 清河市统计局. false: none. */
bool dz_body_area(dz_span *area, const dz_draft *draft, dz_span line);

/* The office as a string of the arena, memberships that every deputy has (党组成员) left out.
 * NULL when memory ran out. */
const char *dz_office_text(dz_draft *draft, const dz_office_name *office);

#endif
