/* exchange.c - is what was exchanged between two runs a name?
 *
 * A name shows by the table of divisions, or by the word behind it that both
 * sides keep (县 镇 局 公司 同志). The exchange is widened to the whole name, so
 * that a reader sees 湖南 -> 湖北 and not 南 -> 北. */
#include "steps.h"
#include "text/phrase.h"
#include "text/unicode.h"

enum {
  WIDEN = 4, /* symbols that the two names may have in common at either end */
  PLACE_LONGEST = 6,
  UNIT_LONGEST = 12,
  PERSON_LONGEST = 3
};

/* Words behind a name, in symbols. */
static const uint16_t place_ends[] = {0x9547, 0x4E61, 0x6751, DZ_SYM_LEVEL, 0x6E7E, 0x6CB3,
                                      0x5C71, 0x6E56, 0};
static const uint16_t unit_ends[] = {0x5C40, 0x529E, 0x59D4, 0x5385, 0x90E8, 0x9662, 0x6821, 0x5904,
                                     0x79D1, 0x7AD9, 0x6240, 0x4F1A, 0x793E, 0x5382, 0x884C, 0};
static const uint32_t *const unit_words[] = {U"公司", U"集团", U"中心", U"医院", U"学院",
                                             U"大学", U"学校", U"小学", U"中学", U"街道",
                                             U"社区", U"园区", U"协会", U"项目"};
static const uint32_t *const title_words[] = {U"同志", U"书记", U"主任", U"局长", U"省长",
                                              U"市长", U"县长", U"区长", U"镇长", U"主席",
                                              U"部长", U"厅长", U"院长"};

static bool is_one_of(uint16_t symbol, const uint16_t *set) {
  while (*set && *set != symbol) set++;
  return symbol && *set == symbol;
}

/* Does the word stand in front of symbol `at` + 2, that is, at `at`? */
static bool word_at(const dz_view *view, uint32_t at, const uint32_t *const *words, size_t count) {
  for (size_t i = 0; i < count; i++) {
    uint32_t n = 0;
    while (words[i][n] && at + n < view->count && view->fold[view->at[at + n]] == words[i][n]) n++;
    if (!words[i][n]) return true;
  }
  return false;
}

static bool is_division(const dz_places *places, const dz_view *view, uint32_t start,
                        uint32_t end) {
  uint32_t from = view->at[start], to;

  if (end - start < 2) return false;
  to = dz_view_end(view, end - 1);
  return to - from == end - start && dz_places_find(places, view->fold + from, to - from);
}

/* Widens the exchange to two names of the table of divisions. */
static bool find_divisions(const dz_places *places, const dz_reuse_pair *pair, dz_exchange *e) {
  for (uint32_t left = 0; left <= WIDEN && left <= e->a && left <= e->b; left++)
    for (uint32_t right = 0; right <= WIDEN; right++) {
      if (e->a_end + right > pair->a->view.count || e->b_end + right > pair->b->view.count) break;
      if (e->a_end + right - (e->a - left) > PLACE_LONGEST ||
          e->b_end + right - (e->b - left) > PLACE_LONGEST)
        break;
      if (!is_division(places, &pair->a->view, e->a - left, e->a_end + right) ||
          !is_division(places, &pair->b->view, e->b - left, e->b_end + right))
        continue;
      e->a -= left;
      e->b -= left;
      e->a_end += right;
      e->b_end += right;
      return true;
    }
  return false;
}

static void widen_right(dz_exchange *e, uint32_t symbols) {
  e->a_end += symbols;
  e->b_end += symbols;
}

/* A name goes over no mark that parts clauses; quotes and brackets may stand in it. */
static bool is_unbroken(const dz_view *view, uint32_t start, uint32_t end) {
  for (uint32_t i = view->at[start], last = view->at[end - 1]; i < last; i++)
    if (dz_is_punctuation(view->fold[i]) && !dz_cp_in(view->fold[i], U"\"()《》·-")) return false;
  return true;
}

static void name_exchange(const dz_places *places, const dz_reuse_pair *pair, dz_exchange *e) {
  const dz_view *a = &pair->a->view, *b = &pair->b->view;
  uint32_t la = e->a_end - e->a, lb = e->b_end - e->b, longer = la > lb ? la : lb;
  uint16_t next = e->b_end < b->count ? b->symbols[e->b_end] : DZ_SYM_EDGE;

  if (!la || !lb) return;
  if (find_divisions(places, pair, e)) {
    e->kind = DZ_SLOT_PLACE;
  } else if (longer <= PLACE_LONGEST && is_one_of(next, place_ends)) {
    e->kind = DZ_SLOT_PLACE;
    widen_right(e, 1);
  } else if (longer <= UNIT_LONGEST && is_one_of(next, unit_ends)) {
    e->kind = DZ_SLOT_UNIT;
    widen_right(e, 1);
  } else if (longer <= UNIT_LONGEST &&
             word_at(b, e->b_end, unit_words, sizeof unit_words / sizeof *unit_words)) {
    e->kind = DZ_SLOT_UNIT;
    widen_right(e, 2);
  } else if (longer <= PERSON_LONGEST &&
             word_at(b, e->b_end, title_words, sizeof title_words / sizeof *title_words)) {
    e->kind = DZ_SLOT_NAME;
  } else if (longer <= UNIT_LONGEST && is_one_of(a->symbols[e->a_end - 1], unit_ends) &&
             is_one_of(b->symbols[e->b_end - 1], unit_ends)) {
    e->kind = DZ_SLOT_UNIT;
  } else if (longer <= PLACE_LONGEST && is_one_of(a->symbols[e->a_end - 1], place_ends) &&
             is_one_of(b->symbols[e->b_end - 1], place_ends)) {
    e->kind = DZ_SLOT_PLACE;
  }
}

void dz_exchange_name(const dz_places *places, const dz_reuse_pair *pair, dz_exchange *e) {
  dz_exchange named = *e;

  name_exchange(places, pair, &named);
  if (named.kind == e->kind) return;
  if (!is_unbroken(&pair->a->view, named.a, named.a_end) ||
      !is_unbroken(&pair->b->view, named.b, named.b_end))
    return;
  *e = named;
}
