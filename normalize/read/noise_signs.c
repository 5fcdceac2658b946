/* noise_signs.c - adverts known by two signs: lines and bracketed remarks that address the reader
 * and name a site or an offer
 *
 * 微信公众号 alone is a matter that a report may tell of; “更多范文请关注…公众号” is none. So one
 * kind of wording is never enough (data/noise.tsv: call, site, offer), and what opens as an item
 * of a list is the report's own. */
#include "noise_scan.h"

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "knowledge/noise_table.h"
#include "lines.h"
#include "text/phrase.h"
#include "text/unicode.h"

enum {
  LINE_MOST = 60,  /* code points of a line that is an advert as a whole */
  REMARK_MOST = 40 /* of a remark in brackets */
};

/* The kinds of wording in text[start, end) as bits; the kind of noise of the first in *kind. */
static unsigned signs_in(const dz_noise_table *table, const uint32_t *fold, size_t length,
                         dz_noise_kind *kind) {
  unsigned signs = 0;

  for (size_t i = 0; i < length;) {
    int32_t row;
    size_t used = dz_trie_longest(&table->trie, fold + i, length - i, &row);
    if (used && table->words[row].sign) {
      if (!signs) *kind = table->words[row].kind;
      signs |= 1u << table->words[row].sign;
    }
    i += used ? used : 1;
  }
  return signs;
}

static bool are_two(unsigned signs) {
  return signs & (signs - 1);
}

static dz_status judge(dz_draft *draft, dz_span span, dz_error *error) {
  uint32_t fold[LINE_MOST];
  dz_noise noise = {.span = span, .kind = DZ_NOISE_ADVERT};
  size_t length = span.end - span.start;

  for (size_t i = 0; i < length; i++) fold[i] = dz_fold_cp(draft->report.text.cp[span.start + i]);
  if (!are_two(signs_in(draft->knowledge->noise, fold, length, &noise.kind))) return DZ_OK;
  return dz_array_append(&draft->noise, &noise, 1) ? DZ_OK : dz_fail_memory(error);
}

static uint32_t closing_of(uint32_t cp) {
  switch (cp) {
  case '(': return ')';
  case U'（': return U'）';
  case U'【': return U'】';
  case '[': return ']';
  default: return 0;
  }
}

/* Remarks in brackets inside a line. */
static dz_status judge_remarks(dz_draft *draft, dz_span line, dz_error *error) {
  const uint32_t *cp = draft->report.text.cp;
  dz_status status = DZ_OK;

  for (uint32_t i = line.start; i < line.end && !status; i++) {
    uint32_t close = closing_of(cp[i]), end = i + 1;
    if (!close) continue;
    while (end < line.end && end - i < REMARK_MOST && cp[end] != close) end++;
    if (end >= line.end || cp[end] != close) continue;
    status = judge(draft, (dz_span){i, end + 1}, error);
    i = end;
  }
  return status;
}

dz_status dz_noise_signs(dz_draft *draft, dz_error *error) {
  const dz_line *lines = draft->lines.items;
  dz_status status = DZ_OK;

  for (size_t l = 0; l < draft->lines.count && !status; l++) {
    dz_span span = lines[l].span;
    uint32_t length = span.end - span.start;
    if (length && length <= LINE_MOST &&
        !dz_lines_starts_item(draft->report.text.cp + span.start, length))
      status = judge(draft, span, error);
    if (!status) status = judge_remarks(draft, span, error);
  }
  return status;
}
