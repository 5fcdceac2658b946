/* cue.c - see cue.h */
#include "cue.h"

/* A cue in the past is none: 确保了, 实现了. */
static bool is_past(const dz_text *text, size_t end, size_t limit) {
  return end < limit && (text->fold[end] == 0x4E86 || text->fold[end] == 0x8FC7);
}

dz_cue_reading dz_cues_read(const dz_tracking *tracking, const dz_text *text, dz_span fold) {
  dz_cue_reading reading = {.cue = {fold.start, fold.start}, .strength = -1, .polarity = 1};
  int32_t value = 0;

  for (size_t i = fold.start; i < fold.end;) {
    size_t length = dz_trie_longest(&tracking->cues, text->fold + i, fold.end - i, &value);
    size_t step = length ? length : 1;
    if (length && !is_past(text, i + length, fold.end)) {
      const dz_cue *cue = &tracking->cue[value];
      if (cue->class == DZ_CUE_VACUOUS)
        reading.vacuous = true;
      else
        reading.acts = true;
      if (cue->polarity < 0) reading.polarity = -1;
      if (cue->strength > reading.strength) {
        reading.strength = cue->strength;
        reading.class = cue->class;
        reading.cue = (dz_span){(uint32_t)i, (uint32_t)(i + length)};
      }
    }
    length = dz_trie_longest(&tracking->stages, text->fold + i, fold.end - i, &value);
    if (length && value > reading.stage) reading.stage = (int8_t)value;
    i += step;
  }
  return reading;
}

int32_t dz_indicator_find(const dz_tracking *tracking, const dz_text *text, dz_span fold, size_t position,
                          dz_span *found) {
  int32_t best = -1, value;

  for (size_t i = fold.start; i < fold.end;) {
    size_t length = dz_trie_longest(&tracking->indicators, text->fold + i, fold.end - i, &value);
    bool share = length && i > fold.start && text->fold[i - 1] == 0x5360; /* 占…的比重 is another thing */
    if (length && !share && (best < 0 || i < position)) {
      best = value;
      *found = (dz_span){(uint32_t)i, (uint32_t)(i + length)};
    }
    i += length ? length : 1;
  }
  return best;
}
