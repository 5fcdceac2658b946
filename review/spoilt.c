/* spoilt.c - text that was decoded with another encoding than it was written in
 *
 * Three traces: U+FFFD, which stands where bytes could not be read; 锟斤拷, which are the bytes of
 * U+FFFD read as GBK; and UTF-8 read as GBK, where the rare characters that its lead bytes make
 * stand close together. What was written cannot be checked: one finding for all places. */
#include "base/error.h"
#include "knowledge/knowledge.h"
#include "knowledge/review_words.h"
#include "review.h"

enum {
  CLOSE = 8, /* code points in which two signs of one wrong encoding stand together */
  SIGNS = 3, /* so many of them, each close to the next, are no chance */
  MAX_PLACES = 20
};

typedef struct spoilt {
  dz_span places[MAX_PLACES];
  size_t count, total;
} spoilt;

static void note(spoilt *s, uint32_t start, uint32_t end) {
  dz_span *last = s->count ? &s->places[s->count - 1] : NULL;

  if (last && start <= last->end + CLOSE) {
    last->end = end;
    return;
  }
  s->total++;
  if (s->count < MAX_PLACES) s->places[s->count++] = (dz_span){start, end};
}

/* Looks through the decoded text, for folding may change what is spoilt. */
static void scan(spoilt *s, const dz_text *text, const dz_word_set *sets) {
  uint32_t length = (uint32_t)text->length, first = 0, last = 0, run = 0;

  for (uint32_t i = 0; i < length; i++) {
    uint32_t used = dz_set_at(&sets[DZ_SET_SPOILT], text->cp, i, length);
    if (text->cp[i] == 0xFFFD) used = 1;
    if (used) note(s, i, i + used);
    if (!dz_set_at(&sets[DZ_SET_MISREAD], text->cp, i, length)) continue;
    if (!run || i > last + CLOSE) {
      run = 0;
      first = i;
    }
    run++;
    last = i;
    if (run >= SIGNS) note(s, first, i + 1);
  }
}

dz_status dz_review_spoilt(const dz_report *report, const dz_knowledge *knowledge,
                           dz_finding_list *list, dz_error *error) {
  spoilt s = {.count = 0};

  scan(&s, &report->text, knowledge->review_words->sets);
  if (!s.count) return DZ_OK;
  if (!dz_finding_add(list, DZ_FIND_SPOILT_TEXT,
                      dz_finding_text(list, "%zu处文字因编码错误而损坏，原文无从核对", s.total),
                      dz_finding_text(list,
                                      "text spoilt by a wrong encoding, what was written cannot be "
                                      "checked: %zu places",
                                      s.total),
                      s.places, s.count))
    return dz_fail_memory(error);
  return DZ_OK;
}
