/* level.c - institutions of another administrative level: 区 in a county's report
 *
 * A report that was taken from a district and given to a county keeps 我区,
 * 区级领导, 依法治区. 区 is also the end of many nouns (社区, 园区) and the short
 * form of an autonomous region (区党委), which are left alone. */
#include <string.h>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "knowledge/places.h"
#include "review.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum { FRAMED = 3 }; /* so often the own level must be named before another one is remarked */

typedef struct leveler {
  const dz_report *report;
  const dz_text *text;
  const dz_trie *words;
  dz_finding_list *list;
  uint32_t own, other; /* 县 and 区 */
} leveler;

/* Does a name of the level begin here, or does a noun end (社区, 经开区, 建成区)? Only what cannot be the
 * head of
 * such a noun counts: marks, particles and the ends of the verbs that take an institution. */
static bool begins_name(const leveler *l, size_t i) {
  uint32_t before = i ? l->text->fold[i - 1] : '\n', two = i > 1 ? l->text->fold[i - 2] : '\n';

  if (!dz_is_han(before)) return before != ')' && !dz_is_letter(before);
  if (before == U'成') return two != U'建' && two != U'集';
  return dz_cp_in(before, U"了和与及现内等的在由为被对向给将把到从按据经是有并让请获受随同报任立强"
                          U"持助实彻照绕调排送取级");
}

/* 我区 全区 治区 本区 落户我区; 区级 区情 区政府. */
static bool names_level(const leveler *l, size_t i, size_t *end) {
  uint32_t before = i ? l->text->fold[i - 1] : '\n', two = i > 1 ? l->text->fold[i - 2] : '\n';
  int32_t row;
  size_t used;

  *end = i + 1;
  if (before == U'本' &&
      (dz_cp_in(two, U"基样") || (*end < l->text->fold_length && l->text->fold[*end] == '(')))
    return false; /* 义务教育基本县, 样本县, 本县(市、区) */
  if (before == U'本' && l->own == U'市') return false; /* 县城容纳本县一半人口 */
  if (dz_cp_in(before, U"我本"))
    return i + 1 >= l->text->fold_length || !dz_cp_in(l->text->fold[i + 1], U"域间块段片");
  if (l->own == U'市') return false; /* a city has counties and districts under it */
  if (before == U'全' && !dz_cp_in(two, U"安健完")) return true;
  if (before == U'治') return two != U'自' && (two == U'法' || two == U'德');
  used = dz_trie_longest(l->words, l->text->fold + i + 1, l->text->fold_length - i - 1, &row);
  *end = i + 1 + used;
  if (used && l->other == U'县' && dz_cp_in(l->text->fold[i + 1], U"级乡"))
    return false; /* 县级 is a rank as well, 县乡村三级 the whole country's */
  return used && begins_name(l, i);
}

static size_t count_level(const leveler *l, uint32_t level) {
  size_t count = 0;

  for (size_t i = 0; i + 1 < l->text->fold_length; i++) {
    if (l->text->fold[i + 1] == level && dz_cp_in(l->text->fold[i], U"全我本")) count++;
    if (l->text->fold[i] == level && dz_cp_in(l->text->fold[i + 1], U"委政")) count++;
  }
  return count;
}

/* 区党委 区州 自治区, or a place in an autonomous region: there 区 is the region above. */
static bool region_above(const leveler *l, const dz_places *places) {
  static const uint32_t *const words[] = {U"区党委", U"自治区", U"区州", U"区、州",
                                          U"区、市", U"县(区)", U"区县"};
  static const uint32_t regions[] = U"蒙桂藏宁新";
  bool named;
  const dz_division *own = dz_places_own(places, l->report, &named);

  for (size_t i = 0; own && regions[i]; i++)
    if (own->provinces & dz_province_bit(regions[i])) return true;
  return dz_word_in(l->text->fold, (dz_span){0, (uint32_t)l->text->fold_length}, words,
                    sizeof words / sizeof *words);
}

static const char *level_zh(uint32_t level) {
  return level == U'县' ? "县" : level == U'区' ? "区" : "市";
}

static const char *level_en(uint32_t level) {
  return level == U'县' ? "county" : level == U'区' ? "district" : "city";
}

static dz_status add(const leveler *l, size_t start, size_t end, dz_error *error) {
  dz_span span = dz_fold_to_span(l->text, (dz_span){(uint32_t)start, (uint32_t)end});
  const char *quote = dz_finding_quote(l->list, l->report, span);
  dz_finding *finding;

  if (!quote) return dz_fail_memory(error);
  finding = dz_finding_add(l->list, DZ_FIND_LEVEL_MIX,
                           dz_finding_text(l->list, "“%s”是%s一级的说法，而本报告写的是%s", quote,
                                           level_zh(l->other), level_zh(l->own)),
                           dz_finding_text(l->list,
                                           "\"%s\" is said of a %s, but this is the report of a %s",
                                           quote, level_en(l->other), level_en(l->own)),
                           &span, 1);
  if (!finding) return dz_fail_memory(error);
  finding->expected = level_zh(l->own);
  return DZ_OK;
}

static bool ends_with(const char *text, const char *end) {
  size_t length = text ? strlen(text) : 0, tail = strlen(end);
  return length >= tail && !strcmp(text + length - tail, end);
}

/* Is the office or the place of the report of the level? 副县长, 区委书记, 米脂县. */
static bool is_of(const dz_report *report, const char *level) {
  const char *role = report->role, *at = role ? strstr(role, level) : NULL;

  if (at && (!strncmp(at + strlen(level), "长", strlen("长")) ||
             !strncmp(at + strlen(level), "委", strlen("委"))))
    return true;
  return ends_with(report->place, level) && !ends_with(report->place, "自治区");
}

/* The level of the report: of its office or place, or else the one named often. 0: not known. */
static uint32_t find_level(const leveler *l) {
  size_t county = count_level(l, U'县'), district = count_level(l, U'区');

  if (is_of(l->report, "县")) return county >= district ? U'县' : 0;
  if (is_of(l->report, "区")) return district >= county ? U'区' : 0;
  if (is_of(l->report, "市")) return U'市';
  if (l->report->type == DZ_TYPE_GWR) return 0;
  if (county >= FRAMED && county >= 2 * district) return U'县';
  return district >= FRAMED && district >= 2 * county ? U'区' : 0;
}

static dz_status check_other(leveler *l, uint32_t other, const dz_places *places, dz_error *error) {
  const dz_text *text = l->text;
  dz_status status = DZ_OK;

  l->other = other;
  if (other == U'区' && region_above(l, places)) return DZ_OK;
  for (size_t i = 0; i < text->fold_length && !status; i++) {
    size_t end, start = i;
    if (text->fold[i] != other || !names_level(l, i, &end)) continue;
    if (i && dz_cp_in(text->fold[i - 1], U"我本全治")) start = i - 1;
    status = add(l, start, end, error);
  }
  return status;
}

dz_status dz_review_levels(const dz_report *report, const dz_knowledge *knowledge,
                           dz_finding_list *list, dz_error *error) {
  leveler l = {.report = report,
               .text = &report->text,
               .words = &knowledge->places->level_trie,
               .list = list};
  dz_status status = DZ_OK;

  l.own = find_level(&l);
  if (l.own && l.own != U'县') status = check_other(&l, U'县', knowledge->places, error);
  if (l.own && l.own != U'区' && !status) status = check_other(&l, U'区', knowledge->places, error);
  return status;
}
