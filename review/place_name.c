/* place_name.c - another place of the report's own level, named once and spoken of as one's own
 *
 * The table of divisions ends at the county, and a place may be new or renamed; so what is looked
 * for here is the form: a name with the level of the report's own place (石浦县 in the report of
 * 梧溪县), or, where the own name is blanked out, 平安桐岭建设. One mention only, for a place that
 * one works with is named again. */
#include <string.h>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "knowledge/lexicon.h"
#include "knowledge/places.h"
#include "knowledge/review_words.h"
#include "own_place.h"
#include "review.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  NAME = 2,  /* code points of a name */
  NEAR = 24, /* around it, in which 对口 tells of work there */
  HEAD = 200 /* in which the report says whose it is */
};

typedef struct namer {
  const dz_text *text;
  const dz_word_set *sets;
  const dz_knowledge *knowledge;
  dz_own_place own;
  bool work_report;
} namer;

static bool starts_at(const namer *n, size_t i, dz_word_set_id set) {
  return dz_set_at(&n->sets[set], n->text->fold, (uint32_t)i, (uint32_t)n->text->fold_length) > 0;
}

static size_t ends_before(const namer *n, size_t i, dz_word_set_id set) {
  return dz_set_before(&n->sets[set], n->text->fold, (uint32_t)i);
}

static size_t count_of(const dz_text *text, size_t start, size_t length) {
  size_t count = 0;

  for (size_t i = 0; i + length <= text->fold_length; i++)
    count += !memcmp(text->fold + i, text->fold + start, length * sizeof *text->fold);
  return count;
}

static bool works_there(const namer *n, size_t start, size_t end) {
  dz_span around = {
      (uint32_t)(start > NEAR ? start - NEAR : 0),
      (uint32_t)(end + NEAR < n->text->fold_length ? end + NEAR : n->text->fold_length)};

  return dz_set_in(&n->sets[DZ_SET_WORK_ELSEWHERE], n->text->fold, around) ||
         dz_set_in(&n->sets[DZ_SET_NEIGHBOUR], n->text->fold, around);
}

/* Two characters that are a word of the language, or hold a particle, name no place. */
static bool is_word(const namer *n, size_t start) {
  int32_t cost;

  for (size_t i = start; i < start + NAME; i++)
    if (!dz_is_han(n->text->fold[i]) || starts_at(n, i, DZ_SET_NO_NAME)) return true;
  if (starts_at(n, start + NAME - 1, DZ_SET_NOUN_OF_LEVEL)) return true; /* 城区 */
  for (size_t i = start ? start - 1 : 0; i <= start; i++) /* 把握|城区: the verb goes on */
    if (dz_trie_longest(&n->knowledge->lexicon->words, n->text->fold + i, NAME, &cost) == NAME)
      return true;
  return false;
}

/* Does the clause go on with something of the place and not with one of its bodies, before which a
 * verb reads like a name (会同县国土资源局)? */
static bool speaks_of_place(const namer *n, size_t end) {
  uint32_t length;
  size_t i = end;

  if (dz_level_at(n->text->fold, (uint32_t)end, (uint32_t)n->text->fold_length, &length))
    return false;
  for (; i < end + NEAR && dz_is_han(dz_fold_at(n->text, i)); i++)
    if (starts_at(n, i, DZ_SET_BODY_END)) return false;
  return i >= end + NAME;
}

typedef enum usage { NO_USE, MENTIONED, HELD, AS_OWN } usage;

/* How the name at [start, end), its level included, is used. */
static usage use_of(const namer *n, size_t start, size_t end) {
  uint32_t before = start ? n->text->fold[start - 1] : '\n';

  if (ends_before(n, start, DZ_SET_CAUSE) && starts_at(n, end, DZ_SET_PURPOSE_OBJECT))
    return AS_OWN;
  if (ends_before(n, start, DZ_SET_HELD_IN))
    for (size_t i = end; i < end + 5 && i < n->text->fold_length; i++)
      if (starts_at(n, i, DZ_SET_TERM_OF)) return HELD;
  if (n->work_report || start < HEAD || !dz_cp_in(before, U",。;\n")) return NO_USE;
  return speaks_of_place(n, end) ? MENTIONED : NO_USE;
}

/* Is it the own name, or one that ends with it? */
static bool is_own(const namer *n, size_t start) {
  return n->own.length >= NAME && !memcmp(n->own.name + n->own.length - NAME, n->text->fold + start,
                                          NAME * sizeof(uint32_t));
}

static dz_status add(const namer *n, const dz_report *report, dz_finding_list *list, dz_span fold,
                     usage use, dz_error *error) {
  dz_span span = dz_fold_to_span(n->text, fold);
  const char *quote = dz_finding_quote(list, report, span);
  const char *level_zh = dz_level_name(n->own.level, true);
  const char *level_en = dz_level_name(n->own.level, false);
  bool own = use == AS_OWN;
  dz_finding *finding;

  if (!quote) return dz_fail_memory(error);
  finding = dz_finding_add(
      list, DZ_FIND_PLACE_LEAK,
      dz_finding_text(list,
                      own ? "“%s”按本地口吻写入，而本报告的%s是另一个，全文只此一处"
                          : "“%s”不是本报告的%s，全文只此一处，请核对",
                      quote, level_zh),
      dz_finding_text(list,
                      own ? "\"%s\" is spoken of as the writer's own, but the %s of this report is "
                            "another; it stands only here"
                          : "\"%s\" is not the %s of this report and stands only here: to check",
                      quote, level_en),
      &span, 1);
  if (!finding) return dz_fail_memory(error);
  finding->severity = own ? DZ_ERROR : use == HELD ? DZ_WARNING : DZ_NOTE;
  return DZ_OK;
}

/* 平安桐岭建设 where the own name is blanked out. */
static bool is_unmasked(const namer *n, size_t start) {
  return ends_before(n, start, DZ_SET_EPITHET) && starts_at(n, start + NAME, DZ_SET_BUILD) &&
         !is_word(n, start);
}

static dz_status check_unmasked(const namer *n, const dz_report *report, dz_finding_list *list,
                                dz_error *error) {
  for (size_t i = 1; i + NAME < n->text->fold_length; i++) {
    if (!is_unmasked(n, i)) continue;
    list->checked.places++;
    if (count_of(n->text, i, NAME) > 1) continue;
    dz_span span = dz_fold_to_span(n->text, (dz_span){(uint32_t)i, (uint32_t)(i + NAME)});
    const char *quote = dz_finding_quote(list, report, span);
    dz_finding *finding =
        quote ? dz_finding_add(
                    list, DZ_FIND_PLACE_LEAK,
                    dz_finding_text(list, "“%s”像是地名，而本地名称他处已隐去", quote),
                    dz_finding_text(list,
                                    "\"%s\" reads as the name of a place, though the own one is "
                                    "blanked out elsewhere",
                                    quote),
                    &span, 1)
              : NULL;
    if (!finding) return dz_fail_memory(error);
    finding->severity = DZ_WARNING;
  }
  return DZ_OK;
}

static dz_status check_named(const namer *n, const dz_report *report, dz_finding_list *list,
                             dz_error *error) {
  const dz_text *text = n->text;
  dz_status status = DZ_OK;

  for (size_t i = NAME; i < text->fold_length && !status; i++) {
    uint32_t length;
    size_t start = i - NAME;
    usage use;
    if (dz_level_at(text->fold, (uint32_t)i, (uint32_t)text->fold_length, &length) != n->own.level)
      continue;
    use = use_of(n, start, i + length);
    if (use == NO_USE || is_own(n, start) || is_word(n, start)) continue;
    list->checked.places++;
    if (count_of(text, start, NAME) > 1 || works_there(n, start, i + length)) continue;
    if (dz_places_find(n->knowledge->places, text->fold + start, NAME)) continue; /* place.c */
    status = add(n, report, list, (dz_span){(uint32_t)start, (uint32_t)(i + length)}, use, error);
  }
  return status;
}

dz_status dz_review_names(const dz_report *report, const dz_knowledge *knowledge,
                          dz_finding_list *list, dz_error *error) {
  namer n = {.text = &report->text,
             .sets = knowledge->review_words->sets,
             .knowledge = knowledge,
             .own = dz_own_place_read(report),
             .work_report = report->type == DZ_TYPE_GWR};

  if (n.own.length) return check_named(&n, report, list, error);
  return report->mask_count && !report->place ? check_unmasked(&n, report, list, error) : DZ_OK;
}
