/* place.c - places that are not the report's own
 *
 * A place name alone says nothing: officials travel. What tells are the words
 * people use of their own place: "为X经济社会发展", "美丽X", "来陕考察", "X商
 * 返乡", dialect and services of one region. Where they name another place than
 * the report's own - or name one although the own place has been blanked out -
 * the text was somebody else's. */
#include <string.h>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "knowledge/places.h"
#include "knowledge/review_words.h"
#include "review.h"
#include "text/spans.h"
#include "text/unicode.h"

typedef struct locator {
  const dz_report *report;
  const dz_text *text;
  const dz_places *places;
  const dz_word_set *sets;
  dz_finding_list *list;
  const dz_division *own; /* NULL: not named, blanked out or unknown to the table */
  bool named;             /* the report names its own place, known to the table or not */
  bool masked;            /* values of the report are blanked out */
} locator;

static dz_status add(locator *l, size_t start, size_t end, const char *why_zh, const char *why_en,
                     bool weak, dz_error *error) {
  dz_span span = dz_fold_to_span(l->text, (dz_span){(uint32_t)start, (uint32_t)end});
  const char *quote = dz_finding_quote(l->list, l->report, span);
  dz_finding *finding;

  if (!quote) return dz_fail_memory(error);
  finding = dz_finding_add(
      l->list, DZ_FIND_PLACE_LEAK,
      l->named
          ? dz_finding_text(l->list, "“%s”%s，而本报告的地方是%s", quote, why_zh, l->report->place)
          : dz_finding_text(l->list, "“%s”%s，而全文未写明本地名称%s", quote, why_zh,
                            l->masked ? "（他处已隐去）" : ""),
      l->named
          ? dz_finding_text(l->list, "\"%s\" %s; the place of this report is %s", quote, why_en,
                            l->report->place)
          : dz_finding_text(l->list, "\"%s\" %s, though the report does not name its own place%s",
                            quote, why_en, l->masked ? " (blanked out elsewhere)" : ""),
      &span, 1);
  if (!finding) return dz_fail_memory(error);
  finding->expected = l->named ? l->report->place : NULL;
  if (weak || (!l->named && !l->masked))
    finding->severity = DZ_NOTE; /* perhaps the only place where it names itself */
  return DZ_OK;
}

static bool ends_before(const locator *l, size_t i, dz_word_set_id set) {
  return dz_set_before(&l->sets[set], l->text->fold, (uint32_t)i) > 0;
}

static bool starts_at(const locator *l, size_t i, dz_word_set_id set) {
  return dz_set_at(&l->sets[set], l->text->fold, (uint32_t)i, (uint32_t)l->text->fold_length) > 0;
}

/* 魅力滨江, 美丽东城区, 全州人民: the short name of a county that reads as a word about any place. */
static bool is_ordinary(const locator *l, size_t start, size_t end, const dz_division *division) {
  bool named = starts_at(l, end, DZ_SET_COUNTY_LEVEL),
       town = starts_at(l, end - 1, DZ_SET_TOWN_END);

  if (division->levels != DZ_PLACE_COUNTY || named || end - start != 2) return false;
  if (starts_at(l, start, DZ_SET_WHOLE_OF)) return true;
  return starts_at(l, end - 1, DZ_SET_LANDSCAPE_END) &&
         (town || !starts_at(l, end, DZ_SET_DISTRICT_LEVEL));
}

/* "为X经济社会发展", "建设美丽X": words one uses of one's own place. */
static bool own_context(const locator *l, size_t start, size_t end) {
  bool full = starts_at(l, end, DZ_SET_ANY_LEVEL);

  end += full;
  if (starts_at(l, end, DZ_SET_PUBLIC_HOUSE)) return false;
  if (full && (l->own || l->masked) && ends_before(l, start, DZ_SET_UPON) &&
      starts_at(l, end, DZ_SET_OWN_OFFICE))
    return true;
  if (ends_before(l, start, DZ_SET_EPITHET))
    return !dz_is_han(dz_fold_at(l->text, end)) || starts_at(l, end, DZ_SET_OWN_OBJECT);
  return ends_before(l, start, DZ_SET_OWN_VERB) && starts_at(l, end, DZ_SET_OWN_OBJECT);
}

/* 对口支援西藏, 东西部协作: work for another place is told near its name. */
static bool works_there(const locator *l, size_t start, size_t end) {
  enum { NEAR = 36 };
  dz_span around = {
      (uint32_t)(start > NEAR ? start - NEAR : 0),
      (uint32_t)(end + NEAR < l->text->fold_length ? end + NEAR : l->text->fold_length)};

  return dz_set_in(&l->sets[DZ_SET_WORK_ELSEWHERE], l->text->fold, around);
}

/* Another place than the own, and not the province or prefecture it lies in. */
static bool is_foreign(const locator *l, const dz_division *division) {
  if (!l->own) return true;
  if (division == l->own) return false;
  if (!(division->provinces & l->own->provinces)) return true;
  return (division->levels & ~(unsigned)(DZ_PLACE_PROVINCE | DZ_PLACE_PREFECTURE)) &&
         l->own->levels == DZ_PLACE_COUNTY && division->levels == DZ_PLACE_COUNTY;
}

/* 和谐安康, 现代化新都市: two characters behind an epithet may be no name at all where the report
 * names its own place. */
static bool is_weak(const locator *l, size_t start, size_t used) {
  return l->named && used == 2 && ends_before(l, start, DZ_SET_EPITHET);
}

static dz_status check_division(locator *l, size_t i, size_t *end, dz_error *error) {
  int32_t row;
  size_t used = dz_trie_longest(&l->places->division_trie, l->text->fold + i,
                                l->text->fold_length - i, &row);

  if (!used) return DZ_OK;
  *end = i + used;
  l->list->checked.places++;
  if (l->named && is_ordinary(l, i, i + used, &l->places->divisions[row])) return DZ_OK;
  if (!is_foreign(l, &l->places->divisions[row]) || !own_context(l, i, i + used) ||
      works_there(l, i, i + used))
    return DZ_OK;
  return add(l, i, i + used, "按本地口吻写入", "is spoken of as the writer's own place",
             is_weak(l, i, used), error);
}

static dz_status check_word(locator *l, size_t i, size_t *end, dz_error *error) {
  int32_t row;
  size_t used = dz_trie_longest(&l->places->word_trie, l->text->fold + i, l->text->fold_length - i,
                                &row);

  if (!used) return DZ_OK;
  *end = i + used;
  if (l->own ? (l->own->provinces & l->places->words[row].provinces) != 0 : l->named) return DZ_OK;
  if (l->named && l->places->words[row].slogan) return DZ_OK; /* other places took it up */
  if (works_there(l, i, i + used)) return DZ_OK;              /* 与“渝快办”数据互通 */
  return add(l, i, i + used, "是一地特有的用语", "is a word of one region", false, error);
}

/* 来陕考察, 莅皖调研: a province by its one character, spoken of as where one is. */
static dz_status check_visit(locator *l, size_t i, size_t *end, dz_error *error) {
  uint64_t bit = dz_province_bit(dz_fold_at(l->text, i + 1));

  if (!bit || !starts_at(l, i, DZ_SET_COMES_TO) || !starts_at(l, i + 2, DZ_SET_VISIT)) return DZ_OK;
  if (l->own ? (l->own->provinces & bit) != 0 : l->named) return DZ_OK;
  *end = i + 4;
  return add(l, i, i + 4, "点明了所在省份", "tells the province", false, error);
}

/* 徽商回乡: merchants named after their province are called home. */
static dz_status check_merchants(locator *l, size_t i, size_t *end, dz_error *error) {
  uint64_t bit = dz_province_bit(dz_fold_at(l->text, i));

  if (!bit || !starts_at(l, i + 1, DZ_SET_MERCHANTS) || !starts_at(l, i + 2, DZ_SET_COMES_HOME))
    return DZ_OK;
  if (l->own ? (l->own->provinces & bit) != 0 : l->named) return DZ_OK;
  *end = i + 4;
  return add(l, i, i + 4, "以籍贯称呼商人，点明了一地", "names merchants after one home", false,
             error);
}

dz_status dz_review_places_in(const dz_report *report, const dz_knowledge *knowledge, dz_span fold,
                              dz_finding_list *list, dz_error *error) {
  locator l = {.report = report,
               .text = &report->text,
               .places = knowledge->places,
               .sets = knowledge->review_words->sets,
               .list = list};
  dz_status status = DZ_OK;

  l.own = dz_places_own(l.places, report, &l.named);
  l.masked = report->mask_count > 0;
  if (report->type == DZ_TYPE_GWR && !l.own)
    return DZ_OK; /* the whole country, or a place the table lacks */
  for (size_t i = fold.start; i < fold.end && !status;) {
    size_t end = i + 1;
    if (dz_phrase_may_start(&l.places->division_starters, &l.places->division_trie, l.text, i))
      status = check_division(&l, i, &end, error);
    if (!status && end == i + 1 &&
        dz_phrase_may_start(&l.places->word_starters, &l.places->word_trie, l.text, i))
      status = check_word(&l, i, &end, error);
    if (!status && end == i + 1) status = check_visit(&l, i, &end, error);
    if (!status && end == i + 1) status = check_merchants(&l, i, &end, error);
    i = end;
  }
  return status;
}

dz_status dz_review_places(const dz_report *report, const dz_knowledge *knowledge,
                           dz_finding_list *list, dz_error *error) {
  dz_status status = dz_review_places_in(
      report, knowledge, (dz_span){0, (uint32_t)report->text.fold_length}, list, error);

  return status ? status : dz_review_names(report, knowledge, list, error);
}
