/* features.c - see features.h */
#include "features.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "text/spans.h"
#include "text/unicode.h"

/* Measured by leaving one office out: docs/quality.md. */
const float dz_group_scale[DZ_MODEL_COUNT][DZ_GROUP_COUNT] = {
    [DZ_MODEL_BODY] = {[DZ_GROUP_GRAM] = 1.5f,
                       [DZ_GROUP_HINT] = 0.6f,
                       [DZ_GROUP_AROUND] = 0.7f,
                       [DZ_GROUP_PLACE] = 0.3f},
    [DZ_MODEL_HEADING] = {[DZ_GROUP_GRAM] = 2.0f,
                          [DZ_GROUP_HINT] = 1.0f,
                          [DZ_GROUP_AROUND] = 0.5f,
                          [DZ_GROUP_PLACE] = 1.0f},
};

enum {
  YEAR_SLOT = 0xE001, /* private use: the year before, the year reported on, the next, later */
  FIGURE = '0',
  YEAR_FIRST = 1949,
  YEAR_LAST = 2099
};

typedef struct writer {
  dz_featurer *f;
  const dz_section_hints *hints;
  uint64_t found; /* hints of years and figures met on the way */
} writer;

/* Into the room that normalise() made. */
static void put(writer *w, uint32_t cp, uint32_t place) {
  ((uint32_t *)w->f->text.items)[w->f->text.count++] = cp;
  ((uint32_t *)w->f->place.items)[w->f->place.count++] = place;
}

static void meet(writer *w, dz_hint_kind kind) {
  if (w->hints->of_kind[kind] >= 0) w->found |= UINT64_C(1) << w->hints->of_kind[kind];
}

static void put_year(writer *w, dz_hint_kind kind, uint32_t place) {
  meet(w, kind);
  put(w, YEAR_SLOT + (uint32_t)kind, place);
}

static dz_hint_kind kind_of_year(const dz_featurer *f, int32_t year) {
  int32_t away = f->base_year ? year - f->base_year : 0;

  return away < 0    ? DZ_HINT_YEAR_BEFORE
         : away == 0 ? DZ_HINT_YEAR_REPORTED
         : away == 1 ? DZ_HINT_YEAR_NEXT
                     : DZ_HINT_YEAR_LATER;
}

/* 2021年 and the 2021 of 2021-2023年; its value in *year, its length, 0 none. */
static uint32_t year_at(const uint32_t *fold, uint32_t at, uint32_t end, int32_t *year) {
  *year = 0;
  if (at + 5 > end) return 0;
  for (uint32_t i = at; i < at + 4; i++) {
    if (!dz_is_digit(fold[i])) return 0;
    *year = *year * 10 + (int32_t)(fold[i] - '0');
  }
  if (*year < YEAR_FIRST || *year > YEAR_LAST) return 0;
  return fold[at + 4] == U'年' || fold[at + 4] == '-' ? 4 : 0;
}

/* A word for a year: written as the number would be. Its length, 0 none. */
static uint32_t year_word_at(writer *w, const uint32_t *fold, uint32_t at, uint32_t end,
                             dz_hint_kind *kind) {
  int32_t index;
  size_t length = dz_trie_longest(&w->hints->years, fold + at, end - at, &index);

  if (!length) return 0;
  *kind = ((dz_hint_word *)dz_array_at(&w->hints->word, (size_t)index))->kind;
  if (*kind == DZ_HINT_NOW)
    *kind = w->f->draft->report.type == DZ_TYPE_GWR ? DZ_HINT_YEAR_NEXT : DZ_HINT_YEAR_REPORTED;
  return (uint32_t)length;
}

/* A figure or what masks one. Its length, 0 none. */
static uint32_t figure_at(const uint32_t *fold, uint32_t at, uint32_t end) {
  uint32_t i = at;

  if (dz_is_digit(fold[at])) {
    while (i < end &&
           (dz_is_digit(fold[i]) || (fold[i] == '.' && i + 1 < end && dz_is_digit(fold[i + 1]))))
      i++;
    return i - at;
  }
  if (fold[at] == '*' || fold[at] == 'x' || fold[at] == 'X' || fold[at] == U'×')
    while (i < end && fold[i] == fold[at]) i++;
  return i - at > 1 || fold[at] == '*' ? i - at : fold[at] == U'某';
}

static bool make_room(dz_array *array, size_t count) {
  array->count = 0;
  if (!dz_array_append(array, NULL, count)) return false;
  array->count = 0;
  return true;
}

/* Writes the sentence with its years and figures replaced between ^ and $ into f->text. */
static bool normalise(writer *w, const uint32_t *fold, uint32_t start, uint32_t end) {
  size_t most = 2 * (size_t)(end - start) + 2; /* a word for a year becomes two code points */

  if (!make_room(&w->f->text, most) || !make_room(&w->f->place, most)) return false;
  w->found = 0;
  put(w, '^', start);
  for (uint32_t at = start, length = 1; at < end; at += length) {
    dz_hint_kind kind;
    int32_t year;
    if ((length = year_at(fold, at, end, &year)) > 0) {
      put_year(w, kind_of_year(w->f, year), at);
    } else if ((length = year_word_at(w, fold, at, end, &kind)) > 0) {
      put_year(w, kind, at);
      put(w, U'年', at);
    } else if ((length = figure_at(fold, at, end)) > 0) {
      meet(w, DZ_HINT_NUMBER);
      put(w, FIGURE, at);
    } else {
      length = 1;
      if (!dz_is_space(fold[at])) put(w, fold[at], at);
    }
  }
  put(w, '$', end);
  return true;
}

/* Hints of the text written last. */
static uint64_t hints_of(const writer *w) {
  const uint32_t *text = w->f->text.items;

  return w->found | dz_section_hints_in(w->hints, text + 1, w->f->text.count - 2);
}

static bool add(dz_featurer *f, uint64_t key, dz_feature_group group, uint32_t at,
                uint32_t length) {
  dz_feature feature = {key, group, at, length};

  return dz_array_append(&f->features, &feature, 1) != NULL;
}

static bool add_grams(dz_featurer *f, size_t least, size_t most, dz_feature_group group,
                      bool above) {
  const uint32_t *text = f->text.items, *place = f->place.items;
  size_t count = f->text.count;

  for (size_t n = least; n <= most && n <= count; n++) {
    dz_feature *feature = dz_array_append(&f->features, NULL, count - n + 1);
    if (!feature) return false;
    for (size_t i = 0; i + n <= count; i++) {
      uint64_t key = dz_feature_gram(text[i], n > 1 ? text[i + 1] : 0, n > 2 ? text[i + 2] : 0);
      uint32_t end = i + n < count ? place[i + n] : place[count - 1];
      *feature++ = (dz_feature){above ? key | 1 : key, group, place[i], end - place[i]};
    }
  }
  return true;
}

static bool add_hints(dz_featurer *f, uint64_t hints, dz_feature_kind kind,
                      dz_feature_group group) {
  bool ok = true;

  for (uint32_t i = 0; hints && ok; i++, hints >>= 1)
    if (hints & 1) ok = add(f, dz_feature_named(kind, i), group, 0, 0);
  return ok;
}

static bool add_place(dz_featurer *f, bool holds, uint32_t place, dz_feature_group group) {
  return !holds || add(f, dz_feature_named(DZ_FEATURE_PLACE, place), group, 0, 0);
}

/* A cue counts once for its section and once for the part that is of. */
static bool add_cue(dz_featurer *f, const dz_canonical *node, dz_section_cue_kind kind,
                    dz_feature_kind as, dz_feature_group group, uint32_t *families) {
  uint32_t family = (uint32_t)dz_canonical_family(node)->order;
  uint32_t own = (uint32_t)node->order * DZ_CUE_STEP + kind;
  bool known = *families == family + 1;

  *families = family + 1;
  return add(f, dz_feature_named(as, own), group, 0, 0) &&
         (known ||
          add(f, dz_feature_named(as, family * DZ_CUE_STEP + kind + DZ_CUE_FAMILY), group, 0, 0));
}

static bool add_body_cues(dz_featurer *f, dz_span fold) {
  const dz_knowledge *known = f->draft->knowledge;
  uint32_t family = 0;
  bool ok = true;

  dz_section_cues_score(known->section_cues, f->draft->report.text.fold, fold, f->scores);
  for (size_t i = 0; i < known->taxonomy->node_count && ok; i++) {
    const dz_canonical *node = &known->taxonomy->nodes[i];
    if (!f->scores[i].body && !f->scores[i].opener) continue;
    ok = add_cue(f, node, f->scores[i].opener ? DZ_SECTION_OPENER : DZ_SECTION_BODY, DZ_FEATURE_CUE,
                 DZ_GROUP_HINT, &family);
  }
  return ok;
}

static bool add_heading_cues(dz_featurer *f, const uint32_t *fold, dz_span span, dz_feature_kind as,
                             dz_feature_group group) {
  const dz_knowledge *known = f->draft->knowledge;
  uint32_t family[4] = {0};
  bool ok = true;

  dz_section_cues_score(known->section_cues, fold, span, f->scores);
  for (size_t i = 0; i < known->taxonomy->node_count && ok; i++) {
    const dz_canonical *node = &known->taxonomy->nodes[i];
    const dz_section_score *score = &f->scores[i];
    /* 加强学习，提高素质 is a plan only among plans */
    bool decides = !node->parent || !dz_canonical_has(node, DZ_TRAIT_CLOSED);
    if (score->exact && as == DZ_FEATURE_CUE && decides) f->exact = dz_canonical_family(node);
    if (score->exact) ok = add_cue(f, node, DZ_SECTION_VARIANT, as, group, &family[0]);
    if (ok && score->strong) ok = add_cue(f, node, DZ_SECTION_STRONG, as, group, &family[1]);
    if (ok && score->weak) ok = add_cue(f, node, DZ_SECTION_WEAK, as, group, &family[2]);
    if (ok && score->veto) ok = add_cue(f, node, DZ_SECTION_VETO, as, group, &family[3]);
  }
  return ok;
}

dz_status dz_featurer_init(dz_featurer *out, const dz_draft *draft, const dz_unit *units,
                           size_t count, dz_error *error) {
  const dz_report *report = &draft->report;
  writer w = {.f = out, .hints = draft->knowledge->section_hints};

  *out = (dz_featurer){.draft = draft,
                       .units = units,
                       .unit_count = count,
                       .base_year = report->year ? report->year - (report->type == DZ_TYPE_GWR) : 0,
                       .text = dz_array_of(sizeof(uint32_t)),
                       .place = dz_array_of(sizeof(uint32_t)),
                       .features = dz_array_of(sizeof(dz_feature))};
  out->hints = malloc((count + 1) * sizeof *out->hints);
  out->scores = malloc((draft->knowledge->taxonomy->node_count + 1) * sizeof *out->scores);
  if (!out->hints || !out->scores) return dz_fail_memory(error);
  for (size_t i = 0; i < count; i++) {
    if (!normalise(&w, report->text.fold, units[i].fold.start, units[i].fold.end))
      return dz_fail_memory(error);
    out->hints[i] = hints_of(&w);
  }
  return DZ_OK;
}

void dz_featurer_free(dz_featurer *f) {
  free(f->hints);
  free(f->scores);
  dz_array_free(&f->text);
  dz_array_free(&f->place);
  dz_array_free(&f->features);
}

dz_status dz_features_of_unit(dz_featurer *f, size_t unit, dz_error *error) {
  const dz_unit *u = &f->units[unit];
  writer w = {.f = f, .hints = f->draft->knowledge->section_hints};
  bool ok = normalise(&w, f->draft->report.text.fold, u->fold.start, u->fold.end);

  f->features.count = 0;
  ok = ok && add(f, dz_feature_named(DZ_FEATURE_BIAS, 0), DZ_GROUP_COUNT, 0, 0) &&
       add_grams(f, 1, 2, DZ_GROUP_GRAM, false) &&
       add_hints(f, f->hints[unit], DZ_FEATURE_HINT, DZ_GROUP_HINT) && add_body_cues(f, u->fold);
  if (ok && unit > 0) ok = add_hints(f, f->hints[unit - 1], DZ_FEATURE_BEFORE, DZ_GROUP_AROUND);
  if (ok && unit + 1 < f->unit_count)
    ok = add_hints(f, f->hints[unit + 1], DZ_FEATURE_AFTER, DZ_GROUP_AROUND);
  ok = ok && add_place(f, unit == 0, DZ_PLACE_FIRST, DZ_GROUP_PLACE) &&
       add_place(f, unit + 1 == f->unit_count, DZ_PLACE_LAST, DZ_GROUP_PLACE) &&
       add_place(f, unit + 3 >= f->unit_count, DZ_PLACE_LAST3, DZ_GROUP_PLACE) &&
       add_place(f, u->paragraph, DZ_PLACE_PARAGRAPH, DZ_GROUP_PLACE) &&
       add_place(f, u->section == DZ_NO_SECTION, DZ_PLACE_NO_HEADING, DZ_GROUP_PLACE) &&
       add_place(f, u->start, DZ_PLACE_START, DZ_GROUP_PLACE);
  return ok ? DZ_OK : dz_fail_memory(error);
}

dz_status dz_features_of_wording(dz_featurer *f, const uint32_t *fold, size_t length,
                                 dz_error *error) {
  writer w = {.f = f, .hints = f->draft->knowledge->section_hints};
  bool ok = normalise(&w, fold, 0, (uint32_t)length);

  f->features.count = 0;
  ok = ok && add(f, dz_feature_named(DZ_FEATURE_BIAS, 0), DZ_GROUP_COUNT, 0, 0) &&
       add_grams(f, 1, 3, DZ_GROUP_GRAM, false) &&
       add_hints(f, hints_of(&w), DZ_FEATURE_HINT, DZ_GROUP_HINT) &&
       add_heading_cues(f, fold, (dz_span){0, (uint32_t)length}, DZ_FEATURE_CUE, DZ_GROUP_HINT);
  return ok ? DZ_OK : dz_fail_memory(error);
}

static bool add_heading_above(dz_featurer *f, writer *w, const dz_section *above) {
  const dz_text *text = &f->draft->report.text;
  dz_span span = dz_span_to_fold(text, above->heading);

  return normalise(w, text->fold, span.start, span.end) &&
         add_grams(f, 2, 2, DZ_GROUP_AROUND, true) &&
         add_hints(f, hints_of(w), DZ_FEATURE_ABOVE_HINT, DZ_GROUP_AROUND) &&
         add_heading_cues(f, text->fold, span, DZ_FEATURE_ABOVE_CUE, DZ_GROUP_AROUND);
}

/* Of the years met in the text written last: does it name a coming one, or past ones only? */
static int8_t year_of(const writer *w) {
  const int8_t *of = w->hints->of_kind;
  bool past = (of[DZ_HINT_YEAR_BEFORE] >= 0 && w->found >> of[DZ_HINT_YEAR_BEFORE] & 1) ||
              (of[DZ_HINT_YEAR_REPORTED] >= 0 && w->found >> of[DZ_HINT_YEAR_REPORTED] & 1);
  bool coming = (of[DZ_HINT_YEAR_NEXT] >= 0 && w->found >> of[DZ_HINT_YEAR_NEXT] & 1) ||
                (of[DZ_HINT_YEAR_LATER] >= 0 && w->found >> of[DZ_HINT_YEAR_LATER] & 1);

  return w->f->base_year ? coming ? 1 : past ? -1 : 0 : 0;
}

dz_status dz_features_of_heading(dz_featurer *f, size_t section, dz_error *error) {
  enum { LEVELS = 6, TENTHS = 10 };
  const dz_report *report = &f->draft->report;
  const dz_section *s = &report->sections[section];
  dz_span span = dz_span_to_fold(&report->text, s->heading);
  writer w = {.f = f, .hints = f->draft->knowledge->section_hints};
  uint32_t level = s->level < 1 ? 0 : s->level > LEVELS ? LEVELS - 1 : (uint32_t)s->level - 1;
  uint32_t tenth = (uint32_t)((uint64_t)span.start * TENTHS / (report->text.fold_length + 1));
  bool ok = normalise(&w, report->text.fold, span.start, span.end);

  f->exact = NULL;
  f->year = year_of(&w);
  f->features.count = 0;
  ok = ok && add(f, dz_feature_named(DZ_FEATURE_BIAS, 0), DZ_GROUP_COUNT, 0, 0) &&
       add_grams(f, 1, 3, DZ_GROUP_GRAM, false) &&
       add_hints(f, hints_of(&w), DZ_FEATURE_HINT, DZ_GROUP_HINT) &&
       add_heading_cues(f, report->text.fold, span, DZ_FEATURE_CUE, DZ_GROUP_HINT) &&
       add_place(f, true, DZ_PLACE_LEVEL1 + level, DZ_GROUP_HINT) &&
       add_place(f, true, DZ_PLACE_TENTH0 + tenth, DZ_GROUP_HINT);
  if (ok && s->parent != DZ_NO_SECTION) ok = add_heading_above(f, &w, &report->sections[s->parent]);
  return ok ? DZ_OK : dz_fail_memory(error);
}
