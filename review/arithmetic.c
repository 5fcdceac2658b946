/* arithmetic.c - sums done again in exact decimals, sentence by sentence */
#include "knowledge/knowledge.h"
#include "review.h"
#include "sums.h"

static dz_status check_sentence(const dz_sums *s, dz_error *error) {
  dz_status status = DZ_OK;

  for (size_t i = 0; i < s->count && !status; i++) {
    status = dz_review_ratio(s, i, error);
    if (!status) status = dz_review_whole(s, i, error);
  }
  return status;
}

dz_status dz_review_arithmetic(const dz_report *report, const dz_knowledge *knowledge,
                               dz_finding_list *list, dz_error *error) {
  size_t next = 0;
  dz_status status = DZ_OK;

  for (size_t i = 0; i < report->sentence_count && !status; i++) {
    dz_sums s = {.report = report,
                 .words = knowledge->review_words,
                 .units = knowledge->units,
                 .list = list,
                 .sentence = report->sentences[i].span};
    while (next < report->quantity_count && report->quantities[next].span.start < s.sentence.start)
      next++;
    s.q = report->quantities + next;
    for (; next < report->quantity_count && report->quantities[next].span.start < s.sentence.end;
         next++)
      s.count++;
    status = check_sentence(&s, error);
  }
  return status;
}
