/* units.c - the body of a report cut into the units that play a part */
#include "base/error.h"
#include "features.h"
#include "normalize/outline/outline.h"
#include "text/phrase.h"
#include "text/unicode.h"

enum { LEAST = 2 }; /* code points that are no mark and no number of a list */

/* (一) or 1. alone is no unit of its own. */
static bool says_something(const uint32_t *fold, uint32_t start, uint32_t end) {
  int said = 0;

  for (uint32_t i = start; i < end && said < LEAST; i++)
    said += dz_is_word(fold[i]) && !dz_is_digit(fold[i]) &&
            !dz_cp_in(fold[i], U"一二三四五六七八九十");
  return said >= LEAST;
}

typedef struct cutter {
  dz_array *list;
  const uint32_t *fold;
  int32_t paragraph, section; /* of the last unit; -2 none */
} cutter;

static bool add(cutter *c, const dz_sentence *sentence, int32_t index, uint32_t start,
                uint32_t end) {
  dz_unit *unit;

  while (start < end && c->fold[start] == '\n') start++;
  if (!says_something(c->fold, start, end)) return true;
  unit = dz_array_push(c->list);
  if (!unit) return false;
  *unit = (dz_unit){.fold = {start, end},
                    .sentence = index,
                    .section = sentence->section,
                    .paragraph = sentence->paragraph != c->paragraph,
                    .start = sentence->section != c->section};
  c->paragraph = sentence->paragraph;
  c->section = sentence->section;
  return true;
}

dz_status dz_units_cut(dz_array *units, const dz_draft *draft, dz_error *error) {
  const dz_report *report = &draft->report;
  cutter c = {units, report->text.fold, -2, -2};
  dz_front front;

  dz_front_read(&front, draft);
  for (size_t i = 0; i < report->sentence_count; i++) {
    const dz_sentence *sentence = &report->sentences[i];
    uint32_t start = sentence->fold.start;
    if (sentence->heading || (size_t)sentence->paragraph < front.count) continue;
    for (uint32_t at = start; at < sentence->fold.end; at++) {
      if (at + 1 < sentence->fold.end && c.fold[at] != ';') continue;
      if (!add(&c, sentence, (int32_t)i, start, at + 1)) return dz_fail_memory(error);
      start = at + 1;
    }
  }
  return DZ_OK;
}
