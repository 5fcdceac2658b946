/* cue.c - see cue.h */
#include "cue.h"

#include <string.h>

#include "knowledge/commitment_cues.h"
#include "knowledge/discourse.h"
#include "knowledge/indicators.h"
#include "knowledge/knowledge.h"
#include "knowledge/ladder.h"
#include "text/phrase.h"

/* A cue in the past is none: 确保了, 实现了, 已设立. */
static bool is_past(const dz_text *text, size_t start, size_t i, size_t end, size_t limit) {
  if (i > start && text->fold[i - 1] == U'已') return true;
  return end < limit && (text->fold[end] == U'了' || text->fold[end] == U'过');
}

dz_cue_reading dz_cues_read(const dz_knowledge *knowledge, const dz_text *text, dz_span fold) {
  dz_cue_reading reading = {.cue = {fold.start, fold.start}, .strength = -1, .polarity = 1};
  int32_t value = 0;

  for (size_t i = fold.start, cue_end = i, step_end = i; i < fold.end; i++) {
    size_t length = i < cue_end ? 0
                                : dz_trie_longest(&knowledge->commitment_cues->trie, text->fold + i,
                                                  fold.end - i, &value);
    if (length) cue_end = i + length;
    if (length && !is_past(text, fold.start, i, i + length, fold.end)) {
      const dz_cue *cue = &knowledge->commitment_cues->cue[value];
      if (cue->class == DZ_CUE_VACUOUS)
        reading.vacuous = true;
      else
        reading.acts = true;
      if (cue->class == DZ_CUE_PROMOTE) reading.promotes = true;
      if (cue->polarity < 0) reading.polarity = -1;
      if (cue->strength > reading.strength) {
        reading.strength = cue->strength;
        reading.class = cue->class;
        reading.cue = (dz_span){(uint32_t)i, (uint32_t)(i + length)};
      }
    }
    length = i < step_end
                 ? 0
                 : dz_trie_longest(&knowledge->ladder->trie, text->fold + i, fold.end - i, &value);
    if (length) step_end = i + length;
    if (length && value == DZ_LADDER_UNDER_WAY &&
        (reading.step == DZ_LADDER_STARTED || reading.step == DZ_LADDER_APPROVED))
      continue; /* 启动…建设 is a start, 申报…建设 an application */
    if (length && value > reading.step) reading.step = (int8_t)value;
  }
  return reading;
}

bool dz_role_in(const dz_knowledge *knowledge, const dz_text *text, dz_span fold,
                dz_word_role role) {
  int32_t value;

  for (size_t i = fold.start; i < fold.end; i++)
    if (dz_trie_longest(&knowledge->discourse->trie, text->fold + i, fold.end - i, &value) &&
        value == (int32_t)role)
      return true;
  return false;
}

size_t dz_manner_at(const dz_knowledge *knowledge, const dz_text *text, size_t i, size_t end) {
  size_t start = i, length;
  int32_t value;

  while ((length = dz_trie_longest(&knowledge->discourse->trie, text->fold + i, end - i, &value)) >
             0 &&
         value == DZ_ROLE_MANNER)
    i += length;
  return i > start &&
                 dz_trie_longest(&knowledge->commitment_cues->trie, text->fold + i, end - i, &value)
             ? i - start
             : 0;
}

size_t dz_indicator_at(const dz_knowledge *knowledge, const dz_text *text, size_t i, dz_span fold,
                       int32_t *indicator) {
  size_t length = dz_trie_longest(&knowledge->indicators->trie, text->fold + i, fold.end - i,
                                  indicator),
         behind = i + length;
  bool other = false;

  if (!length) return 0;
  other = i > fold.start && text->fold[i - 1] == U'占';               /* 占…的比重 */
  if (behind < fold.end && text->fold[behind] == U'占') other = true; /* …占 */
  if (behind < fold.end && text->fold[behind] == U'的') behind++;
  if (dz_word_at(text->fold, (uint32_t)behind, fold.end, U"贡献") ||
      dz_word_at(text->fold, (uint32_t)behind, fold.end, U"差距") ||
      dz_word_at(text->fold, (uint32_t)behind, fold.end, U"比率") ||
      dz_word_at(text->fold, (uint32_t)behind, fold.end, U"比例") ||
      dz_word_at(text->fold, (uint32_t)behind, fold.end, U"之比") ||
      dz_word_at(text->fold, (uint32_t)behind, fold.end, U"实绩"))
    other = true; /* 收入差距, 与生产总值的比率, 进出口实绩企业 */
  if (other) *indicator = -1;
  return length;
}

int32_t dz_indicator_find(const dz_knowledge *knowledge, const dz_text *text, dz_span fold,
                          size_t position, dz_span *found) {
  int32_t best = -1, value;

  for (size_t i = fold.start; i < fold.end;) {
    size_t length = dz_indicator_at(knowledge, text, i, fold, &value);
    if (length && value >= 0 && (best < 0 || i < position)) {
      best = value;
      *found = (dz_span){(uint32_t)i, (uint32_t)(i + length)};
    }
    i += length ? length : 1;
  }
  return best;
}

int32_t dz_indicator_of(const dz_knowledge *knowledge, const dz_report *report,
                        const dz_segment *segment, dz_span *found) {
  const dz_text *text = &report->text;
  uint32_t joined[64];
  size_t head = segment->head.end - segment->head.start,
         tail = segment->tail.end - segment->tail.start;
  size_t position = segment->head.start;
  int32_t value = -1, best = -1;

  *found = (dz_span){0, 0};
  if (tail && head + tail <= sizeof joined / sizeof *joined) {
    memcpy(joined, text->fold + segment->head.start, head * sizeof *joined);
    memcpy(joined + head, text->fold + segment->tail.start, tail * sizeof *joined);
    for (size_t i = 0; i < head + tail;) {
      size_t length = dz_trie_longest(&knowledge->indicators->trie, joined + i, head + tail - i,
                                      &value);
      if (length && best < 0) best = value;
      i += length ? length : 1;
    }
    return best;
  }
  if (segment->quantity >= 0) position = dz_quantity_fold(report, (size_t)segment->quantity).start;
  return dz_indicator_find(knowledge, text, segment->head, position, found);
}

bool dz_indicators_kin(const dz_knowledge *knowledge, int32_t a, int32_t b) {
  const char *group;

  if (a < 0 || b < 0) return false;
  group = knowledge->indicators->indicator[a].group;
  return a == b || (*group && !strcmp(group, knowledge->indicators->indicator[b].group));
}
