/* clause.c - see clause.h */
#include "clause.h"

#include "base/error.h"
#include "text/spans.h"
#include "text/unicode.h"

dz_span dz_quantity_fold(const dz_report *report, size_t quantity) {
  return dz_span_to_fold(&report->text, report->quantities[quantity].span);
}

static bool ends_clause(const dz_text *text, size_t i, size_t end) {
  uint32_t cp = text->fold[i];

  if (cp == ',')
    return !(i > 0 && i + 1 < end && dz_is_digit(text->fold[i - 1]) &&
             dz_is_digit(text->fold[i + 1]));
  return cp == ';' || cp == ':' || cp == U'。' || cp == '!' || cp == '?' || cp == '\n';
}

static dz_status add_clause(dz_array *out, const dz_report *report, size_t sentence, size_t start,
                            size_t end, size_t *quantity, dz_error *error) {
  const dz_text *text = &report->text;
  dz_clause *clause;
  uint32_t from, to;

  if (start >= end) return DZ_OK;
  clause = dz_array_push(out);
  if (!clause) return dz_fail_memory(error);
  from = text->origin[start];
  to = text->origin[end - 1] + 1;
  while (*quantity < report->quantity_count && report->quantities[*quantity].span.end <= from)
    ++*quantity;
  *clause = (dz_clause){.fold = {(uint32_t)start, (uint32_t)end},
                        .sentence = (uint32_t)sentence,
                        .paragraph = (uint32_t)report->sentences[sentence].paragraph,
                        .quantity = (uint32_t)*quantity,
                        .heading = report->sentences[sentence].heading};
  while (*quantity < report->quantity_count && report->quantities[*quantity].span.start < to) {
    ++*quantity;
    clause->quantity_count++;
  }
  return DZ_OK;
}

dz_status dz_clauses_split(dz_array *out, const dz_report *report, dz_error *error) {
  const dz_text *text = &report->text;
  dz_status status = DZ_OK;
  size_t quantity = 0;

  for (size_t s = 0; s < report->sentence_count && !status; s++) {
    size_t start = report->sentences[s].fold.start, end = report->sentences[s].fold.end;
    for (size_t i = start; i < end && !status; i++) {
      if (!ends_clause(text, i, end)) continue;
      status = add_clause(out, report, s, start, i, &quantity, error);
      start = i + 1;
    }
    if (!status) status = add_clause(out, report, s, start, end, &quantity, error);
  }
  return status;
}
