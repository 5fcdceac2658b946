/* cue.h - cues, steps of projects and indicators in a folded range of a text. */
#ifndef DZ_NORMALIZE_PROMISES_CUE_H
#define DZ_NORMALIZE_PROMISES_CUE_H

#include <duizhao/report.h>

#include "clause.h"
#include "knowledge/commitment_cues.h"
#include "knowledge/discourse.h"

/* The words found in a folded range that bear on a commitment. */
typedef struct dz_cue_reading {
  dz_span cue;        /* folded: the strongest cue; empty if there is none */
  dz_cue_class class; /* of it */
  int8_t strength;    /* of it */
  int8_t polarity;    /* -1 if any cue forbids or restrains */
  int8_t step;        /* highest step of the ladder of projects named, 0 none */
  bool promotes;      /* some cue names a direction only: 加快, 推进 */
  bool acts;          /* some cue tells to do something: not only a vacuous one */
  bool vacuous;       /* holds a ritual phrase */
} dz_cue_reading;

dz_cue_reading dz_cues_read(const dz_knowledge *knowledge, const dz_text *text, dz_span fold);

/* Whether a word of this role (data/discourse.tsv) stands in the range. */
bool dz_role_in(const dz_knowledge *knowledge, const dz_text *text, dz_span fold,
                dz_word_role role);

/* Length of words at i that tell how a thing is done, in front of the verb: 高质量|完成, 清单化项目化|改造;
 * 0: none. */
size_t dz_manner_at(const dz_knowledge *knowledge, const dz_text *text, size_t i, size_t end);

/* Length of the indicator's name at i of the range, 0 if there is none. Where a
 * share of it or a contribution to it is meant (占…的比重, …贡献率), which is
 * another thing, *indicator is -1. */
size_t dz_indicator_at(const dz_knowledge *knowledge, const dz_text *text, size_t i, dz_span fold,
                       int32_t *indicator);

/* The indicator named in the range, the last one before `position` if there
 * are several; -1: none. *found is where it stands. */
int32_t dz_indicator_find(const dz_knowledge *knowledge, const dz_text *text, dz_span fold,
                          size_t position, dz_span *found);

/* The same for a segment, whose name may be head and tail together. The last
 * one in front of its figure, else the first one in it. */
int32_t dz_indicator_of(const dz_knowledge *knowledge, const dz_report *report,
                        const dz_segment *segment, dz_span *found);

/* Whether two indicators are the same or of one group. */
bool dz_indicators_kin(const dz_knowledge *knowledge, int32_t a, int32_t b);

#endif
