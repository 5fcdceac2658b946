/* term.c - "省委十一届六次全会": a provincial committee sits five years under its number
 *
 * Where the province is known - the report's own, or the only one its local
 * words point to - the number of the committee tells the years the plenum can
 * be of. */
#include "base/error.h"
#include "knowledge/knowledge.h"
#include "knowledge/places.h"
#include "review.h"
#include "text/number.h"
#include "text/phrase.h"
#include "text/spans.h"

enum {
  TERM_YEARS = 5,
  FIRST_YEAR = 1990,
  /* congresses are held up to a year early or late, and reports look back one year */
  SLACK_YEARS = 1,
  /* terms from a row of the table to the one asked: farther off the years are not known, as
   * congresses have not always been held every five years */
  TERMS_OFF = 2
};

/* The one province that all local words of the text allow, two at least; 0 if there is none or
 * more than one. */
static uint64_t province_of_words(const dz_places *places, const dz_text *text) {
  uint64_t provinces = ~(uint64_t)0;
  size_t hits = 0;

  for (size_t i = 0; i < text->fold_length; i++) {
    int32_t row;
    if (!dz_starts(&places->word_starters, text->fold[i])) continue;
    if (!dz_trie_longest(&places->word_trie, text->fold + i, text->fold_length - i, &row)) continue;
    provinces &= places->words[row].provinces;
    hits++;
  }
  return hits > 1 && provinces && !(provinces & (provinces - 1)) ? provinces : 0;
}

/* The first and the last year of the term. */
static bool years_of(const dz_places *places, uint64_t province, uint32_t term, uint32_t *first,
                     uint32_t *last) {
  for (size_t i = 0; i < places->term_count; i++) {
    const dz_committee_term *row = &places->terms[i];
    if (row->province != province || term + TERMS_OFF < row->term || term > row->term + TERMS_OFF)
      continue;
    *first = row->since / 100 + TERM_YEARS * term - TERM_YEARS * row->term;
    *last = *first + TERM_YEARS;
    return true;
  }
  return false;
}

/* The number of the committee of 省委十一届, read at 省; *end is behind 届. 0: there is none. */
static uint32_t read_term(const dz_text *text, size_t i, size_t *end) {
  dz_number number;

  if (dz_fold_at(text, i) != U'省' || dz_fold_at(text, i + 1) != U'委') return 0;
  i += dz_fold_at(text, i + 2) == U'第' ? 3 : 2;
  number = i < text->fold_length ? dz_number_read(text->fold + i, text->fold_length - i)
                                 : (dz_number){0};
  if (number.value.scale || number.value.coefficient < 1 || number.value.coefficient > 30) return 0;
  *end = i + number.length + 1;
  return dz_fold_at(text, i + number.length) == U'届' ? (uint32_t)number.value.coefficient : 0;
}

/* 省委十一届四次全会作出…战略: what a plenum of then decided */
static bool is_told_of(const dz_text *text, size_t end) {
  enum { REACH = 8 };
  static const uint32_t *const words[] = {U"作出", U"提出", U"确立"};
  uint32_t last = (uint32_t)(end + REACH < text->fold_length ? end + REACH : text->fold_length);

  return dz_word_in(text->fold, (dz_span){(uint32_t)end, last}, words,
                    sizeof words / sizeof *words);
}

static dz_status add(const dz_report *report, dz_finding_list *list, dz_span span, uint32_t first,
                     uint32_t last, dz_error *error) {
  const char *quote = dz_finding_quote(list, report, span);
  const char *years = dz_finding_text(list, "%u-%u", first, last);
  dz_finding *finding =
      quote && years
          ? dz_finding_add(list, DZ_FIND_ANACHRONISM,
                           dz_finding_text(list, "“%s”的任期为%u年至%u年，与报告所称的%d年不合",
                                           quote, first, last, report->year),
                           dz_finding_text(list,
                                           "\"%s\" was in office from %u to %u, the report says %d",
                                           quote, first, last, report->year),
                           &span, 1)
          : NULL;

  if (!finding) return dz_fail_memory(error);
  finding->expected = years;
  return DZ_OK;
}

dz_status dz_review_terms(const dz_report *report, const dz_knowledge *knowledge,
                          dz_finding_list *list, dz_error *error) {
  const dz_places *places = knowledge->places;
  const dz_text *text = &report->text;
  bool named;
  const dz_division *own = dz_places_own(places, report, &named);
  uint64_t province = own ? own->provinces : named ? 0 : province_of_words(places, text);
  uint32_t year = (uint32_t)report->year, first, last, term;
  dz_status status = DZ_OK;
  size_t end;

  if (report->year < FIRST_YEAR || !province) return DZ_OK;
  for (size_t i = 0; i + 3 < text->fold_length && !status; i++) {
    term = text->fold[i] == U'省' ? read_term(text, i, &end) : 0;
    if (term && is_told_of(text, end)) continue;
    if (!term || !years_of(places, province, term, &first, &last)) continue;
    if (year + SLACK_YEARS >= first && year <= last + SLACK_YEARS) continue;
    status = add(report, list, dz_fold_to_span(text, (dz_span){(uint32_t)i, (uint32_t)end}), first,
                 last, error);
  }
  return status;
}
