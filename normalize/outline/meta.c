/* meta.c - title, year, role, place, type
 *
 * The title and the lines around it are asked first, then the opening, then
 * the headings and the text. Nothing is guessed that the text does not bear. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "knowledge/meta_words.h"
#include "meta_office.h"
#include "meta_place.h"
#include "meta_year.h"
#include "normalize/paragraph.h"
#include "outline.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  OPENING_MAX = 600,     /* code points of the opening that are asked */
  OPENING_PARAGRAPHS = 3 /* paragraphs of it */
};

static dz_span fold_span(const dz_text *text, dz_span span) {
  return (dz_span){(uint32_t)dz_text_fold_position(text, span.start),
                   (uint32_t)dz_text_fold_position(text, span.end)};
}

static bool holds_phrase(const dz_text *text, dz_span span, const char *phrase) {
  uint32_t cps[DZ_PHRASE_MAX];
  size_t length = dz_phrase_fold(phrase, cps);

  for (uint32_t at = span.start; at + length <= span.end; at++) {
    size_t k = 0;
    while (k < length && text->fold[at + k] == cps[k]) k++;
    if (k == length) return true;
  }
  return false;
}

/* "a|b": one of the alternatives. */
static bool holds_any(const dz_text *text, dz_span span, const char *alternatives) {
  char one[DZ_PHRASE_MAX * 4];

  for (const char *a = alternatives; a; a = strchr(a, '|') ? strchr(a, '|') + 1 : NULL) {
    size_t length = strcspn(a, "|");
    if (length >= sizeof one) continue;
    memcpy(one, a, length);
    one[length] = '\0';
    if (holds_phrase(text, span, one)) return true;
  }
  return false;
}

static bool rule_fits(const dz_type_rule *rule, const dz_text *text, dz_span span) {
  for (size_t i = 0; i < rule->word_count; i++)
    if (!holds_any(text, span, rule->words[i])) return false;
  for (size_t i = 0; i < rule->without_count; i++)
    if (holds_phrase(text, span, rule->without[i])) return false;
  return true;
}

static dz_report_type type_of(const dz_draft *draft, dz_span span) {
  const dz_meta_words *words = draft->knowledge->meta_words;

  for (size_t i = 0; i < words->type_count; i++)
    if (rule_fits(&words->types[i], &draft->report.text, span)) return words->types[i].type;
  return DZ_TYPE_OTHER;
}

/* The paragraphs behind the front, up to the first heading, three at most. */
static dz_span opening(const dz_report *report, const dz_front *front) {
  const dz_text *text = &report->text;
  dz_span span = {0, (uint32_t)text->fold_length};

  if (front->count < report->paragraph_count)
    span.start = dz_paragraph_fold(report, front->count).start;
  for (size_t i = 0; i < report->section_count; i++)
    if (report->sections[i].level == 1) {
      span.end = (uint32_t)dz_text_fold_position(text, report->sections[i].extent.start);
      break;
    }
  if (front->count + OPENING_PARAGRAPHS < report->paragraph_count) {
    uint32_t end = dz_paragraph_fold(report, front->count + OPENING_PARAGRAPHS).start;
    if (span.end > end) span.end = end;
  } else if (!report->section_count && report->paragraph_count > front->count + 1) {
    span.end =
        dz_paragraph_fold(report, front->count + 1).start; /* a short report ends with its date */
  }
  if (span.end > span.start + OPENING_MAX) span.end = span.start + OPENING_MAX;
  if (span.end < span.start) span.end = span.start;
  return span;
}

/* In the opening an office is the writer's own only behind 任 or 作为. */
static bool find_office_held(dz_office_name *office, const dz_draft *draft, dz_span span) {
  const uint32_t *fold = draft->report.text.fold;
  enum { REACH = 16 };

  for (uint32_t at = span.start; at < span.end; at++) {
    bool held = fold[at] == U'任' || dz_word_at(fold, at, span.end, U"作为") ||
                dz_word_at(fold, at, span.end, U"选为");
    uint32_t end = at + REACH < span.end ? at + REACH : span.end, stop = at + 1;
    while (stop < end && !dz_cp_in(fold[stop], U",。;、")) stop++;
    if (held && dz_office_read(office, draft, (dz_span){at + 1, stop})) return true;
  }
  return false;
}

static dz_status find_office(dz_draft *draft, const dz_front *front, dz_span title,
                             dz_office_name *office, dz_error *error) {
  dz_report *report = &draft->report;
  dz_span lines = title;
  size_t last = front->address < front->count ? front->address : front->count;

  if (last) lines = (dz_span){0, dz_paragraph_fold(report, last - 1).end};
  if (!dz_office_read(office, draft, title) && !dz_office_read(office, draft, lines) &&
      !find_office_held(office, draft, opening(report, front)))
    return DZ_OK;
  report->role = dz_office_text(draft, office);
  return report->role ? dz_meta_copy(&report->post, draft, office->post, error)
                      : dz_fail_memory(error);
}

static dz_status find_year(dz_draft *draft, const dz_front *front, dz_span opening_span,
                           const dz_read_options *options, dz_error *error) {
  dz_report *report = &draft->report;
  bool differs, sure;
  const char **note;
  int32_t year;

  if (options && options->year) {
    report->year = options->year;
    return DZ_OK;
  }
  year = dz_year_find(draft, front, opening_span, &sure);
  report->year = dz_year_check_path(report, year, sure, &differs);
  if (!differs) return DZ_OK;
  note = dz_array_push(&draft->notes);
  if (!note) return dz_fail_memory(error);
  *note = sure ? "the file name tells another year than the text: the text was followed"
               : "the text does not say its year: that of the file name was followed";
  return DZ_OK;
}

dz_status dz_meta_find(dz_draft *draft, const dz_read_options *options, dz_error *error) {
  dz_report *report = &draft->report;
  dz_front front;
  dz_office_name office = {0};
  dz_span title, start;
  dz_status status;

  dz_front_read(&front, draft);
  report->title = front.title;
  title = fold_span(&report->text, front.title);
  start = opening(report, &front);
  report->type = type_of(draft, title);
  if (report->type == DZ_TYPE_OTHER) {
    static const uint32_t *const assembly[] = {U"向大会报告", U"向大会作", U"向大会做"};
    bool given = dz_word_in(report->text.fold, start, assembly, 3);
    report->type = given ? DZ_TYPE_GWR : type_of(draft, start);
  }
  status = find_year(draft, &front, start, options, error);
  if (!status) status = find_office(draft, &front, title, &office, error);
  if (!status) status = dz_place_find(draft, &front, title, &office, error);
  return status;
}
