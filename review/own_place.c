/* own_place.c - see own_place.h */
#include "own_place.h"

#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  NEXT_NAME = 5, /* code points in which a smaller place follows a larger one: 深圳市坪山区 */
  TITLE_REACH = 16
};

static const struct {
  const uint32_t *word;
  const char *zh, *en;
  int rank; /* a place lies in one of a smaller rank */
} levels[DZ_LEVEL_COUNT] = {
    [DZ_LEVEL_NONE] = {U"", "", "", 0},
    [DZ_LEVEL_CITY] = {U"市", "市", "city", 1},
    [DZ_LEVEL_COUNTY] = {U"县", "县", "county", 2},
    [DZ_LEVEL_DISTRICT] = {U"区", "区", "district", 2},
    [DZ_LEVEL_TOWN] = {U"镇", "镇", "town", 3},
    [DZ_LEVEL_TOWNSHIP] = {U"乡", "乡", "township", 3},
    [DZ_LEVEL_STREET] = {U"街道", "街道", "street office", 3},
};

dz_level dz_level_at(const uint32_t *fold, uint32_t at, uint32_t end, uint32_t *length) {
  for (int level = DZ_LEVEL_CITY; level < DZ_LEVEL_COUNT; level++)
    if (dz_word_at(fold, at, end, levels[level].word)) {
      *length = levels[level].word[1] ? 2 : 1;
      return (dz_level)level;
    }
  *length = 0;
  return DZ_LEVEL_NONE;
}

const uint32_t *dz_level_word(dz_level level) {
  return levels[level].word;
}

const char *dz_level_name(dz_level level, bool chinese) {
  return chinese ? levels[level].zh : levels[level].en;
}

/* Does a noun end in the level that names no place? 社区 园区 自治区 开发区 新区 小区 城市 */
static bool is_noun(const uint32_t *fold, uint32_t start, uint32_t at) {
  return at > start && dz_cp_in(fold[at - 1], U"社园治发新小城景片灾校");
}

/* The place whose name begins at fold[start): as far as its smallest level. */
static dz_own_place read_name(const uint32_t *fold, uint32_t start, uint32_t end) {
  dz_own_place own = {.level = DZ_LEVEL_NONE};
  uint32_t from = start, length;

  for (uint32_t i = start; i < end; i++) {
    dz_level level = dz_level_at(fold, i, end, &length);
    if (own.level && i > from + NEXT_NAME) break;
    if (!dz_is_han(fold[i]) && !dz_is_letter(fold[i]) && fold[i] != '*') {
      if (own.level) break;
      from = i + 1; /* 2023年清河县… */
      continue;
    }
    if (!level || levels[level].rank <= levels[own.level].rank || is_noun(fold, from, i)) continue;
    own = (dz_own_place){.level = level};
    if (i - from >= 2 && i - from <= DZ_PLACE_NAME_MAX)
      for (uint32_t k = from; k < i; k++) own.name[own.length++] = fold[k];
    for (size_t k = 0; k < own.length; k++)
      if (!dz_is_han(own.name[k])) own.length = own.name[0] = 0; /* blanked out */
    from = i + length;
    i = from - 1;
  }
  return own;
}

static dz_own_place read_utf8(const char *words) {
  uint32_t fold[DZ_PHRASE_MAX];
  uint32_t length = words ? (uint32_t)dz_phrase_fold(words, fold) : 0;

  return read_name(fold, 0, length);
}

dz_own_place dz_own_place_read(const dz_report *report) {
  dz_own_place own = read_utf8(report->place);
  dz_span title = dz_span_to_fold(&report->text, report->title);

  if (own.level) return own;
  if (title.end > title.start + TITLE_REACH) title.end = title.start + TITLE_REACH;
  own = read_name(report->text.fold, title.start, title.end);
  return own.level ? own : read_utf8(report->role);
}
