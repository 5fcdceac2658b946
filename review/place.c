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
#include "review.h"
#include "text/spans.h"
#include "text/unicode.h"

typedef struct locator {
  const dz_report *report;
  const dz_text *text;
  const dz_places *places;
  dz_finding_list *list;
  const dz_division *own; /* NULL: not named, blanked out or unknown to the table */
  bool named;             /* the report names its own place, known to the table or not */
  bool masked;            /* values of the report are blanked out */
} locator;

static dz_status add(locator *l, size_t start, size_t end, const char *why_zh, const char *why_en,
                     dz_error *error) {
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
  if (!l->named && !l->masked)
    finding->severity = DZ_NOTE; /* perhaps the only place where it names itself */
  return DZ_OK;
}

/* Does one of the words end right before `i`? */
static bool ends_before(const locator *l, size_t i, const uint32_t *const *words, size_t count) {
  for (size_t w = 0; w < count; w++) {
    size_t length = 0;
    while (words[w][length]) length++;
    if (length <= i && dz_word_at(l->text->fold, (uint32_t)(i - length), (uint32_t)i, words[w]))
      return true;
  }
  return false;
}

static bool starts_at(const locator *l, size_t i, const uint32_t *const *words, size_t count) {
  for (size_t w = 0; w < count; w++)
    if (dz_word_at(l->text->fold, (uint32_t)i, (uint32_t)l->text->fold_length, words[w]))
      return true;
  return false;
}

/* 魅力滨江, 美丽东城区, 全州人民: the short name of a county that reads as a word about any place. */
static bool is_ordinary(const locator *l, size_t start, size_t end, const dz_division *division) {
  bool named = dz_cp_in(dz_fold_at(l->text, end), U"县旗市"),
       town = dz_fold_at(l->text, end - 1) == U'城';

  if (division->levels != DZ_PLACE_COUNTY || named || end - start != 2) return false;
  if (dz_fold_at(l->text, start) == U'全') return true;
  return dz_cp_in(dz_fold_at(l->text, end - 1), U"城山江湖") &&
         (town || dz_fold_at(l->text, end) != U'区');
}

/* "为X经济社会发展", "建设美丽X": words one uses of one's own place. */
static bool own_context(const locator *l, size_t start, size_t end) {
  static const uint32_t *const epithets[] = {U"美丽", U"幸福", U"平安", U"法治",   U"魅力",
                                             U"富强", U"和谐", U"健康", U"现代化", U"新时代",
                                             U"大美", U"活力", U"富裕"};
  static const uint32_t *const verbs[] = {U"为",   U"推动", U"促进", U"助力", U"服务",
                                          U"建设", U"振兴", U"谱写", U"书写", U"造福",
                                          U"奉献", U"助推", U"推进", U"对"};
  static const uint32_t *const objects[] = {
      U"经济社会", U"经济发展", U"高质量发展", U"高质量转型", U"各项事业", U"人民",
      U"群众",     U"父老",     U"现代化建设", U"实际",       U"跨越发展", U"转型发展",
      U"新篇章",   U"的明天",   U"的发展",     U"事业发展",   U"振兴",     U"崛起"};
  static const uint32_t *const upon[] = {U"在", U"受", U"按照", U"根据", U"经", U"是"};
  static const uint32_t *const offices[] = {U"委",     U"政府",   U"人民政府", U"人大", U"副县长",
                                            U"副市长", U"副区长", U"县长",     U"区长"};
  static const uint32_t *const houses[] = {U"人民医院", U"人民健身", U"人民公园", U"人民广场",
                                           U"人民路",   U"人民法院", U"人民检察", U"人民出版"};
  bool full = dz_cp_in(dz_fold_at(l->text, end), U"省市县区旗州");
  end += full;
  if (starts_at(l, end, houses, sizeof houses / sizeof *houses)) return false;
  if (full) {
    if ((l->named || l->masked) && ends_before(l, start, upon, sizeof upon / sizeof *upon) &&
        starts_at(l, end, offices, sizeof offices / sizeof *offices))
      return true;
  }
  if (ends_before(l, start, epithets, sizeof epithets / sizeof *epithets))
    return !dz_is_han(dz_fold_at(l->text, end)) ||
           starts_at(l, end, objects, sizeof objects / sizeof *objects);
  return ends_before(l, start, verbs, sizeof verbs / sizeof *verbs) &&
         starts_at(l, end, objects, sizeof objects / sizeof *objects);
}

/* 对口支援西藏, 东西部协作: work for another place is told near its name. */
static bool works_there(const locator *l, size_t start, size_t end) {
  enum { NEAR = 36 };
  static const uint32_t *const words[] = {U"援",   U"帮扶",   U"协作",   U"对口",   U"挂职",
                                          U"冬奥", U"京津冀", U"长三角", U"大湾区", U"互通",
                                          U"共享", U"共建",   U"双城"};
  dz_span around = {
      (uint32_t)(start > NEAR ? start - NEAR : 0),
      (uint32_t)(end + NEAR < l->text->fold_length ? end + NEAR : l->text->fold_length)};

  return dz_word_in(l->text->fold, around, words, sizeof words / sizeof *words);
}

/* Another place than the own, and not the province or prefecture it lies in. */
static bool is_foreign(const locator *l, const dz_division *division) {
  if (!l->own) return true;
  if (division == l->own) return false;
  if (!(division->provinces & l->own->provinces)) return true;
  return (division->levels & ~(unsigned)(DZ_PLACE_PROVINCE | DZ_PLACE_PREFECTURE)) &&
         l->own->levels == DZ_PLACE_COUNTY && division->levels == DZ_PLACE_COUNTY;
}

static dz_status check_division(locator *l, size_t i, size_t *end, dz_error *error) {
  int32_t row;
  size_t used = dz_trie_longest(&l->places->division_trie, l->text->fold + i,
                                l->text->fold_length - i, &row);

  if (!used) return DZ_OK;
  *end = i + used;
  if (l->named && is_ordinary(l, i, i + used, &l->places->divisions[row])) return DZ_OK;
  if (!is_foreign(l, &l->places->divisions[row]) || !own_context(l, i, i + used) ||
      works_there(l, i, i + used))
    return DZ_OK;
  return add(l, i, i + used, "按本地口吻写入", "is spoken of as the writer's own place", error);
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
  return add(l, i, i + used, "是一地特有的用语", "is a word of one region", error);
}

/* 来陕考察, 莅皖调研 */
static dz_status check_visit(locator *l, size_t i, size_t *end, dz_error *error) {
  static const uint32_t *const acts[] = {U"考察", U"视察", U"调研", U"指导"};
  uint64_t bit = dz_province_bit(dz_fold_at(l->text, i + 1));

  if (!bit || !starts_at(l, i + 2, acts, sizeof acts / sizeof *acts)) return DZ_OK;
  if (l->own ? (l->own->provinces & bit) != 0 : l->named) return DZ_OK;
  *end = i + 4;
  return add(l, i, i + 4, "点明了所在省份", "tells the province", error);
}

/* X商返乡: merchants named after their home. */
static dz_status check_merchants(locator *l, size_t i, size_t *end, dz_error *error) {
  static const uint32_t *const acts[] = {U"返乡", U"回归", U"回乡", U"归来"};
  uint32_t home = i ? l->text->fold[i - 1] : '\n';

  if (!dz_is_han(home) || !starts_at(l, i + 1, acts, sizeof acts / sizeof *acts)) return DZ_OK;
  if (dz_cp_in(home, U"招电外客工厂台港侨微网农经协云民智营通儒官新乡各引企总富")) return DZ_OK;
  if (l->named && (strstr(l->report->place, "商") || !l->own || !dz_province_bit(home) ||
                   (dz_province_bit(home) & l->own->provinces)))
    return DZ_OK; /* of no province: 甬商, 潮商 may well be its own */
  if (l->named) {
    uint32_t name[DZ_PHRASE_MAX];
    size_t length = dz_phrase_fold(l->report->place, name);
    for (size_t n = 0; n < length; n++)
      if (name[n] == home) return DZ_OK;
  }
  *end = i + 3;
  return add(l, i - 1, i + 3, "以籍贯称呼商人，点明了一地", "names merchants after one home",
             error);
}

/* A列 of housing estates in a report whose own names are blanked out: "甲苑、乙府等…小区". */
static dz_status check_estates(locator *l, size_t i, size_t *end, dz_error *error) {
  enum { REACH = 8, LOOK = 60 };
  static const uint32_t *const kinds[] = {U"小区", U"楼盘"};
  size_t start = i;
  bool list = false;

  if (!l->masked || l->named || dz_fold_at(l->text, i) != U'等') return DZ_OK;
  if (!dz_word_in(l->text->fold,
                  (dz_span){(uint32_t)i,
                            (uint32_t)(i + REACH < l->text->fold_length ? i + REACH
                                                                        : l->text->fold_length)},
                  kinds, sizeof kinds / sizeof *kinds))
    return DZ_OK;
  while (start && i - start < LOOK && !dz_cp_in(l->text->fold[start - 1], U",;:。\n*")) {
    start--;
    list = list || l->text->fold[start] == U'、';
  }
  if (!list || i - start < 6 || i - start == LOOK) return DZ_OK;
  *end = i + 1;
  return add(l, start, i, "是未隐去的楼盘名，可据以认出所在地",
             "are names of housing estates that tell the place", error);
}

dz_status dz_review_places_in(const dz_report *report, const dz_knowledge *knowledge, dz_span fold,
                              dz_finding_list *list, dz_error *error) {
  locator l = {.report = report, .text = &report->text, .places = knowledge->places, .list = list};
  dz_status status = DZ_OK;

  l.own = dz_places_own(l.places, report, &l.named);
  l.masked = report->mask_count > 0;
  if (report->type == DZ_TYPE_GWR && !l.own)
    return DZ_OK; /* the whole country, or a place the table lacks */
  for (size_t i = fold.start; i < fold.end && !status;) {
    uint32_t cp = l.text->fold[i];
    size_t end = i + 1;
    if (dz_phrase_may_start(&l.places->division_starters, &l.places->division_trie, l.text, i))
      status = check_division(&l, i, &end, error);
    if (!status && end == i + 1 &&
        dz_phrase_may_start(&l.places->word_starters, &l.places->word_trie, l.text, i))
      status = check_word(&l, i, &end, error);
    if (!status && (cp == U'来' || cp == U'莅')) status = check_visit(&l, i, &end, error);
    if (!status && cp == U'商') status = check_merchants(&l, i, &end, error);
    if (!status && cp == U'等') status = check_estates(&l, i, &end, error);
    i = end;
  }
  return status;
}

dz_status dz_review_places(const dz_report *report, const dz_knowledge *knowledge,
                           dz_finding_list *list, dz_error *error) {
  return dz_review_places_in(report, knowledge, (dz_span){0, (uint32_t)report->text.fold_length},
                             list, error);
}
