/* level.c - institutions of another administrative level: 区 in a county's report, 我乡 in a town's
 *
 * A report that was taken from a district and given to a county keeps 我区, 区级领导, 依法治区. 区
 * is also the end of many nouns (社区, 园区) and the short form of an autonomous region (区党委),
 * which are left alone; and what is said of a county that the sentence names is its own. */
#include <string.h>

#include "base/error.h"
#include "base/sorted.h"
#include "knowledge/knowledge.h"
#include "knowledge/places.h"
#include "knowledge/review_words.h"
#include "own_place.h"
#include "review.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum { FRAMED = 3 }; /* so often a level must be named that no office and no place tells */

typedef struct leveler {
  const dz_report *report;
  const dz_text *text;
  const dz_trie *words;
  const dz_word_set *sets;
  dz_finding_list *list;
  dz_level own;
} leveler;

static bool set_at(const leveler *l, dz_word_set_id id, size_t i) {
  return dz_set_at(&l->sets[id], l->text->fold, (uint32_t)i, (uint32_t)l->text->fold_length) > 0;
}

/* How long the word right before `i` is. */
static uint32_t set_before(const leveler *l, dz_word_set_id id, size_t i) {
  return dz_set_before(&l->sets[id], l->text->fold, (uint32_t)i);
}

/* Does a name of the level begin here, or does a noun end (社区, 建成区)? Only what cannot be the head
 * of such a noun counts: marks, particles and the ends of the verbs that take an institution. */
static bool begins_name(const leveler *l, size_t i) {
  uint32_t before = i ? l->text->fold[i - 1] : '\n';

  if (!dz_is_han(before)) return before != ')' && !dz_is_letter(before);
  return set_before(l, DZ_SET_BEFORE_OFFICE, i) && !set_before(l, DZ_SET_BEFORE_NOUN, i);
}

/* 我区 本区 */
static bool is_ours(const leveler *l, size_t i, size_t end) {
  return set_before(l, DZ_SET_OURS, i) && !set_before(l, DZ_SET_NOT_OURS, i) &&
         !set_at(l, DZ_SET_AREA, end);
}

/* 全区 */
static bool is_all_of(const leveler *l, size_t i, size_t end) {
  return set_before(l, DZ_SET_WHOLE_OF, i) && !set_before(l, DZ_SET_NOT_WHOLE, i) &&
         !set_at(l, DZ_SET_AREA, end);
}

/* 我区 全区 治区 本区 落户我区; 区级 区情 区政府. */
static bool names_level(const leveler *l, dz_level other, size_t i, size_t *end) {
  int32_t row;
  size_t used;

  *end = i + 1;
  if (set_at(l, DZ_SET_ANY_LEVEL, *end) ||
      (dz_fold_at(l->text, *end) == '(' && set_at(l, DZ_SET_ANY_LEVEL, *end + 1)))
    return false; /* 法治县区, 法治县(市、区): of any level */
  if (is_ours(l, i, *end)) return l->own != DZ_LEVEL_CITY || !set_before(l, DZ_SET_THIS, i);
  if (l->own == DZ_LEVEL_CITY) return false; /* a city has counties and districts under it */
  if (is_all_of(l, i, *end) || set_before(l, DZ_SET_GOVERN, i)) return true;
  used = dz_trie_longest(l->words, l->text->fold + i + 1, l->text->fold_length - i - 1, &row);
  *end = i + 1 + used;
  if (used && other == DZ_LEVEL_COUNTY && set_at(l, DZ_SET_RANK_WORD, i + 1))
    return false; /* 县级 is a rank as well, 县乡村三级 the whole country's */
  return used && begins_name(l, i);
}

static size_t count_level(const leveler *l, dz_level level) {
  uint32_t word = dz_level_word(level)[0];
  size_t count = 0;

  for (size_t i = 0; i < l->text->fold_length; i++) {
    if (l->text->fold[i] != word) continue;
    count += is_ours(l, i, i + 1) || is_all_of(l, i, i + 1) || set_at(l, DZ_SET_OFFICE, i + 1);
  }
  return count;
}

/* 区党委 区州 自治区, or a place in an autonomous region: there 区 is the region above. */
static bool region_above(const leveler *l, const dz_places *places) {
  static const uint32_t regions[] = U"蒙桂藏宁新";
  bool named;
  const dz_division *own = dz_places_own(places, l->report, &named);

  for (size_t i = 0; own && regions[i]; i++)
    if (own->provinces & dz_province_bit(regions[i])) return true;
  return dz_set_in(&l->sets[DZ_SET_REGION], l->text->fold,
                   (dz_span){0, (uint32_t)l->text->fold_length});
}

static dz_status add(const leveler *l, dz_level other, size_t start, size_t end, dz_error *error) {
  dz_span span = dz_fold_to_span(l->text, (dz_span){(uint32_t)start, (uint32_t)end});
  const char *quote = dz_finding_quote(l->list, l->report, span);
  dz_finding *finding;

  if (!quote) return dz_fail_memory(error);
  finding = dz_finding_add(
      l->list, DZ_FIND_LEVEL_MIX,
      dz_finding_text(l->list, "“%s”是%s一级的说法，而本报告写的是%s", quote,
                      dz_level_name(other, true), dz_level_name(l->own, true)),
      dz_finding_text(l->list, "\"%s\" is said of a %s, but this is the report of a %s", quote,
                      dz_level_name(other, false), dz_level_name(l->own, false)),
      &span, 1);
  if (!finding) return dz_fail_memory(error);
  finding->expected = dz_level_name(l->own, true);
  return DZ_OK;
}

/* The level that is named often enough where neither office nor place tells one. */
static dz_level framed_level(const leveler *l) {
  size_t county = count_level(l, DZ_LEVEL_COUNTY), district = count_level(l, DZ_LEVEL_DISTRICT);

  if (l->report->type == DZ_TYPE_GWR) return DZ_LEVEL_NONE;
  if (county >= FRAMED && county >= 2 * district) return DZ_LEVEL_COUNTY;
  return district >= FRAMED && district >= 2 * county ? DZ_LEVEL_DISTRICT : DZ_LEVEL_NONE;
}

/* The level against which counties and districts are held: of an office, or of what stands above a
 * town. A head that says one level over a text that says another is no witness. */
static dz_level find_level(const leveler *l, dz_level of_office) {
  size_t county, district;

  county = count_level(l, DZ_LEVEL_COUNTY);
  district = count_level(l, DZ_LEVEL_DISTRICT);
  if (of_office == DZ_LEVEL_CITY) /* 保定市满城区, of which only the city was read */
    return county + district < FRAMED || count_level(l, DZ_LEVEL_CITY) >= county + district
               ? of_office
               : DZ_LEVEL_NONE;
  if (of_office != DZ_LEVEL_COUNTY && of_office != DZ_LEVEL_DISTRICT) return framed_level(l);
  if (of_office == DZ_LEVEL_COUNTY) return county >= district ? of_office : DZ_LEVEL_NONE;
  return district >= county ? of_office : DZ_LEVEL_NONE;
}

/* Is a place of the level named in the sentence: 塔县2019年全县脱贫? */
static bool place_named(const leveler *l, dz_level other, size_t at) {
  const dz_sentence *all = l->report->sentences;
  size_t s = dz_sorted_from(&all->fold.end, l->report->sentence_count, sizeof *all,
                            (uint32_t)at + 1);
  uint32_t word = dz_level_word(other)[0], from;

  if (other == DZ_LEVEL_DISTRICT || s == l->report->sentence_count) return false;
  for (from = all[s].fold.start + 1; from < at; from++)
    if (l->text->fold[from] == word && dz_is_han(l->text->fold[from - 1]) &&
        !set_before(l, DZ_SET_OURS, from) && !set_before(l, DZ_SET_WHOLE_OF, from) &&
        !set_before(l, DZ_SET_BEFORE_OFFICE, from))
      return true;
  return false;
}

static dz_status check_other(leveler *l, dz_level other, const dz_places *places, dz_error *error) {
  const dz_text *text = l->text;
  uint32_t word = dz_level_word(other)[0];
  dz_status status = DZ_OK;

  if (other == DZ_LEVEL_DISTRICT && region_above(l, places)) return DZ_OK;
  for (size_t i = 0; i < text->fold_length && !status; i++) {
    size_t end, start;
    if (text->fold[i] != word || !names_level(l, other, i, &end) ||
        dz_review_in_annex(l->report, i))
      continue;
    l->list->checked.levels++;
    if (is_all_of(l, i, i + 1) && place_named(l, other, i)) continue;
    start = i - (set_before(l, DZ_SET_OURS, i) || set_before(l, DZ_SET_WHOLE_OF, i) ||
                 set_before(l, DZ_SET_GOVERN, i));
    status = add(l, other, start, end, error);
  }
  return status;
}

/* 我乡, 全街道 in the report of a town: of these three levels no report has two. */
static dz_status check_towns(leveler *l, dz_error *error) {
  const dz_text *text = l->text;
  dz_status status = DZ_OK;

  for (size_t i = 1; i < text->fold_length && !status; i++) {
    uint32_t length;
    dz_level level = dz_level_at(text->fold, (uint32_t)i, (uint32_t)text->fold_length, &length);
    size_t end = i + length;
    if (level < DZ_LEVEL_TOWN || !(is_ours(l, i, end) || is_all_of(l, i, end))) continue;
    if (dz_level_at(text->fold, (uint32_t)end, (uint32_t)text->fold_length, &length) ||
        set_at(l, DZ_SET_VILLAGE, end))
      continue; /* 全乡镇 */
    l->list->checked.levels++;
    if (level != l->own && !place_named(l, level, i)) status = add(l, level, i - 1, end, error);
  }
  return status;
}

/* 县委、区政府: one place has both. */
static dz_status check_pair(leveler *l, dz_error *error) {
  const dz_text *text = l->text;
  uint32_t length;

  for (size_t i = 0; i + 4 < text->fold_length; i++) {
    dz_level first = dz_level_at(text->fold, (uint32_t)i, (uint32_t)text->fold_length, &length);
    dz_level second;
    if (first != DZ_LEVEL_COUNTY && first != DZ_LEVEL_DISTRICT) continue;
    if (!set_at(l, DZ_SET_OFFICE, i + 1) || text->fold[i + 2] != U'、' || !begins_name(l, i))
      continue;
    second = dz_level_at(text->fold, (uint32_t)i + 3, (uint32_t)text->fold_length, &length);
    if ((second != DZ_LEVEL_COUNTY && second != DZ_LEVEL_DISTRICT) ||
        !set_at(l, DZ_SET_OFFICE, i + 4))
      continue;
    l->list->checked.levels++;
    if (second == first) continue;
    dz_span span = dz_fold_to_span(text, (dz_span){(uint32_t)i, (uint32_t)i + 5});
    const char *quote = dz_finding_quote(l->list, l->report, span);
    if (!quote ||
        !dz_finding_add(l->list, DZ_FIND_LEVEL_MIX,
                        dz_finding_text(l->list, "“%s”：两级机构并列，不是同一地方的", quote),
                        dz_finding_text(l->list, "\"%s\": not the bodies of one place", quote),
                        &span, 1))
      return dz_fail_memory(error);
  }
  return DZ_OK;
}

dz_status dz_review_levels(const dz_report *report, const dz_knowledge *knowledge,
                           dz_finding_list *list, dz_error *error) {
  leveler l = {.report = report,
               .text = &report->text,
               .words = &knowledge->places->level_trie,
               .sets = knowledge->review_words->sets,
               .list = list};
  dz_level of_office = dz_own_place_read(report).level;
  dz_status status = DZ_OK;

  if (of_office >= DZ_LEVEL_TOWN) {
    l.own = of_office;
    status = check_towns(&l, error);
  }
  l.own = find_level(&l, of_office);
  if (l.own) list->checked.levels += count_level(&l, l.own);
  if (l.own && l.own != DZ_LEVEL_COUNTY && !status)
    status = check_other(&l, DZ_LEVEL_COUNTY, knowledge->places, error);
  if (l.own && l.own != DZ_LEVEL_DISTRICT && !status)
    status = check_other(&l, DZ_LEVEL_DISTRICT, knowledge->places, error);
  if (!l.own && !status) status = check_pair(&l, error);
  return status;
}
