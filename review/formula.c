/* formula.c - formulas and institutions against the stated year
 *
 * Every formula has the month from which a truthful text can contain it and,
 * where it went out of use, the month from which it marks an older text
 * (data/formulas.tsv). A report that is taken from an older one has both kinds:
 * the window in which the old layer can have been written is the stretch of
 * months at which most of what was found was current. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/sorted.h"
#include "knowledge/formulas.h"
#include "knowledge/knowledge.h"
#include "knowledge/review_words.h"
#include "review.h"
#include "text/number.h"
#include "text/spans.h"

enum {
  GRACE_MONTHS = 3, /* a report on a year is written up to the March after it */
  PLAN_YEARS = 5,
  PLENUM_GRACE = 12,   /* months a plenum is studied on beside the one after it */
  TELLING = 2,         /* so many outdated formulas together tell of an older text */
  CONTEXT_REACH = 150, /* code points of a sentence to either side that can make it a look back */
  PREMISES_REACH = 3,  /* code points between an office and the building named after it */
  CURRENT_REACH = 10, /* code points around a congress in which 学习 贯彻 make it the current one */
  MAX_SPANS = 8,      /* places quoted for one formula */
  FIRST_MONTH = 200001
};

/* One formula of the table and where it was met. */
typedef struct met {
  const dz_formula *formula;
  dz_span places[MAX_SPANS]; /* in the decoded text, outside of historical contexts */
  size_t count;
  bool current;  /* congress: something one studies and carries out now */
  bool anywhere; /* met at all, historical contexts included */
} met;

typedef struct search {
  const dz_report *report;
  const dz_formulas *table;
  const dz_word_set *sets;
  dz_finding_list *list;
  met *rows; /* one per row of the table */
} search;

static bool is_category(const dz_formula *formula, const char *name) {
  return !strcmp(formula->category, name);
}

static bool is_congress(const dz_formula *formula) {
  return is_category(formula, "congress") || is_category(formula, "plenum");
}

/* The sentence around a place of the folded text, as a span of it; of a very long one the part
 * near the place. */
static dz_span sentence_at(const dz_report *report, size_t place) {
  const dz_sentence *all = report->sentences;
  size_t at = dz_sorted_from(&all->fold.end, report->sentence_count, sizeof *all,
                             (uint32_t)place + 1);
  dz_span sentence;

  if (at == report->sentence_count || all[at].fold.start > place)
    return (dz_span){(uint32_t)place, (uint32_t)place};
  sentence = all[at].fold;
  if (sentence.start + CONTEXT_REACH < place) sentence.start = (uint32_t)place - CONTEXT_REACH;
  if (sentence.end > place + CONTEXT_REACH) sentence.end = (uint32_t)place + CONTEXT_REACH;
  return sentence;
}

/* Does the sentence tell of an earlier year by a date other than the place itself (十二五)? */
static bool has_earlier_date(const dz_report *report, size_t place) {
  dz_span sentence = sentence_at(report, place);
  const uint32_t *origin = report->text.origin;
  size_t low = dz_spans_from(report->dates, report->date_count, sizeof *report->dates,
                             origin[sentence.start]);

  for (; low < report->date_count && report->dates[low].span.start < origin[sentence.end]; low++) {
    const dz_date *date = &report->dates[low];
    if (date->span.start <= origin[place] && date->span.end > origin[place]) continue;
    if (date->last / 10000 >= date->first / 10000 + PLAN_YEARS - 1)
      continue; /* 十三五 is no look back */
    if (date->first && date->first / 10000 < (uint32_t)report->year) return true;
  }
  return false;
}

/* Sentences that look back or tell how one thing became another may name what
 * is gone. */
static bool is_historical(const search *s, size_t place) {
  const dz_report *report = s->report;
  const dz_text *text = &report->text;
  dz_span sentence = sentence_at(report, place);

  if (place && text->fold[place - 1] == U'原') return true;
  return dz_set_in(&s->sets[DZ_SET_LOOKS_BACK], text->fold, sentence) ||
         has_earlier_date(report, place);
}

/* "迎接党的二十大胜利召开": told of before it was held. */
static bool is_awaited(const search *s, size_t place) {
  return dz_set_in(&s->sets[DZ_SET_AWAITED], s->report->text.fold, sentence_at(s->report, place));
}

static bool is_current_use(const search *s, size_t start, size_t end) {
  const dz_text *text = &s->report->text;
  dz_span around = {(uint32_t)(start > CURRENT_REACH ? start - CURRENT_REACH : 0),
                    (uint32_t)(end + CURRENT_REACH < text->fold_length ? end + CURRENT_REACH
                                                                       : text->fold_length)};
  return dz_set_in(&s->sets[DZ_SET_CURRENT_USE], text->fold, around);
}

/* 比“十二五”末下降8%, 超过“十二五”期间总和: a plan that is over is what the figures are held against. */
static bool is_measure(const search *s, size_t start, size_t end) {
  const dz_text *text = &s->report->text;

  if (dz_fold_at(text, end) == '"') end++;
  if (start > 0 && text->fold[start - 1] == '"') start--;
  return dz_set_at(&s->sets[DZ_SET_PLAN_PAST], text->fold, (uint32_t)end,
                   (uint32_t)text->fold_length) ||
         dz_set_before(&s->sets[DZ_SET_HELD_AGAINST], text->fold, (uint32_t)start);
}

/* 国税局老旧小区, 工商局家属楼: a house keeps the name of an office that is gone. */
static bool names_premises(const search *s, size_t end) {
  const dz_text *text = &s->report->text;

  for (size_t i = end; i <= end + PREMISES_REACH; i++)
    if (dz_set_at(&s->sets[DZ_SET_PREMISES], text->fold, (uint32_t)i, (uint32_t)text->fold_length))
      return true;
  return false;
}

/* 第三届“二十大”品牌: between quotation marks by itself it is the name of something else. */
static bool is_quoted(const dz_text *text, size_t start, size_t end) {
  return start > 0 && text->fold[start - 1] == '"' && dz_fold_at(text, end) == '"';
}

static void note_place(search *s, size_t start, size_t end, int32_t row) {
  const dz_text *text = &s->report->text;
  met *m = &s->rows[row];

  if (dz_review_in_annex(s->report, start)) return;
  if (is_congress(&s->table->rows[row]) && is_quoted(text, start, end)) return;
  if (is_category(&s->table->rows[row], "institution") && names_premises(s, end)) return;

  m->formula = &s->table->rows[row];
  m->anywhere = true;
  if (m->count == MAX_SPANS || (!m->formula->first && !m->formula->stale)) return;
  if (is_congress(m->formula) && is_awaited(s, start)) return;
  if (is_category(
          m->formula,
          "plan")) { /* 时期 and 收官 are said of the plan that runs; later_plan knows better */
    if (has_earlier_date(s->report, start) || is_measure(s, start, end)) return;
  } else if (m->formula->stale && is_historical(s, start)) {
    return;
  }
  if (is_congress(m->formula)) m->current = m->current || is_current_use(s, start, end);
  m->places[m->count++] = dz_fold_to_span(text, (dz_span){(uint32_t)start, (uint32_t)end});
}

static void scan(search *s) {
  const dz_text *text = &s->report->text;

  for (size_t i = 0; i < text->fold_length;) {
    int32_t row;
    size_t used = dz_phrase_may_start(&s->table->starters, &s->table->trie, text, i)
                      ? dz_trie_walk(&s->table->trie, text->fold + i, text->fold_length - i, &row)
                      : 0;
    if (used) note_place(s, i, i + used, row);
    i += used ? used : 1;
  }
}

static uint32_t months_later(uint32_t month, uint32_t count) {
  uint32_t n = month / 100 * 12 + month % 100 - 1 + count;
  return n / 12 * 100 + n % 12 + 1;
}

/* Congresses, documents, offices have a birthday; slogans rather have a year in which they
 * became common. */
static bool is_named_thing(const dz_formula *formula) {
  static const char *const kinds[] = {"congress", "plenum",     "loyalty",     "doctrine",
                                      "campaign", "discipline", "institution", "epidemic"};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (is_category(formula, kinds[i])) return true;
  return false;
}

/* Ordinary words are older than the formula they became: only what has a birthday, or is marked in
 * the table as dated by a document, is too young for a year. */
static bool too_young(const dz_report *report, const dz_formula *formula) {
  uint32_t year = (uint32_t)report->year;
  uint32_t last = report->type == DZ_TYPE_GWR ? year * 100 + 12
                                              : months_later(year * 100 + 12, GRACE_MONTHS);
  return formula->first > last && (formula->dated || is_named_thing(formula));
}

/* Out of use before the year told of began; a government work report tells of the year before it
 * is given, and so may a report whose type is not known. */
static bool too_old(const dz_report *report, const dz_formula *formula) {
  uint32_t year = (uint32_t)report->year -
                  (report->type == DZ_TYPE_GWR || report->type == DZ_TYPE_OTHER);
  return formula->stale && formula->stale <= year * 100 + 1;
}

static bool named_anywhere(const search *s, const char *phrase) {
  for (size_t i = 0; i < s->table->count; i++)
    if (s->rows[i].anywhere && strstr(s->rows[i].formula->phrase, phrase)) return true;
  return false;
}

/* What is gone for good once it is out of use; anything else may be told of as history in words the
 * context test
 * does not know. */
static bool is_gone(const dz_formula *formula) {
  return is_category(formula, "congress") ||
         (formula->hard &&
          (is_category(formula, "institution") || is_category(formula, "discipline") ||
           is_category(formula, "loyalty") || is_category(formula, "campaign") ||
           is_category(formula, "epidemic") || is_category(formula, "plan")));
}

/* Is a plan named that came after this one? A text that names none is of its years. */
static bool later_plan(const search *s, const dz_formula *plan) {
  for (size_t i = 0; i < s->table->count; i++)
    if (s->rows[i].anywhere && is_category(s->rows[i].formula, "plan") &&
        s->rows[i].formula->first > plan->first)
      return true;
  return false;
}

/* An old congress is only told of as long as the newer one is named beside it. */
static bool outdated(const search *s, const met *m) {
  if (!m->count || !too_old(s->report, m->formula)) return false;
  if (is_category(m->formula, "plan")) return !later_plan(s, m->formula);
  if (s->report->type == DZ_TYPE_GWR &&
      !(is_gone(m->formula) && is_category(m->formula, "institution")))
    return false; /* these reports look back over five years */
  if (!is_congress(m->formula)) return true;
  if (!m->current) return false;
  if (is_category(m->formula, "plenum")) /* the next one is not always taken up at once */
    return months_later(m->formula->stale, PLENUM_GRACE) <= (uint32_t)s->report->year * 100 + 1;
  return *m->formula->successor && !named_anywhere(s, m->formula->successor);
}

static dz_status add_young(search *s, const met *m, dz_error *error) {
  const dz_formula *f = m->formula;
  const char *quote = dz_finding_quote(s->list, s->report, m->places[0]);
  const char *expected = dz_finding_text(s->list, "%04u-%02u", f->first / 100, f->first % 100);
  dz_finding *finding = dz_finding_add(
      s->list, DZ_FIND_ANACHRONISM,
      quote && expected ? dz_finding_text(s->list, "“%s”最早见于%u年%u月，晚于报告所称的%d年",
                                          quote, f->first / 100, f->first % 100, s->report->year)
                        : NULL,
      quote && expected
          ? dz_finding_text(s->list,
                            "\"%s\" is known only from %s on, later than %d, the year stated",
                            quote, expected, s->report->year)
          : NULL,
      m->places, m->count);

  if (!finding) return dz_fail_memory(error);
  finding->expected = expected;
  return DZ_OK;
}

/* What is said in the stated year instead: the last of the successors that is not out of use
 * itself. "" if none.
 */
static const char *current_successor(const search *s, const dz_formula *formula) {
  enum { MAX_STEPS = 8 }; /* a table of the reader's may go round in a circle */

  for (int step = 0; step < MAX_STEPS && *formula->successor; step++) {
    const dz_formula *next = dz_formulas_find(s->table, formula->successor);
    if (!next || !too_old(s->report, next)) return formula->successor;
    formula = next;
  }
  return "";
}

/* What is wrong with it, as the end of a sentence. */
static const char *verdict_zh(const dz_formula *formula) {
  if (is_congress(formula)) return "不再是当期的会议";
  if (is_category(formula, "plan")) return "已经期满";
  if (!is_gone(formula)) return "已少用";
  if (is_category(formula, "institution")) return "已不存在";
  return is_category(formula, "discipline") ? "已被取代" : "已经结束";
}

static const char *verdict_en(const dz_formula *formula) {
  if (is_congress(formula)) return "no longer the current one";
  if (is_category(formula, "plan")) return "over";
  if (!is_gone(formula)) return "out of use";
  if (is_category(formula, "institution")) return "gone";
  return is_category(formula, "discipline") ? "replaced" : "over";
}

static dz_status add_old(search *s, const met *m, dz_error *error) {
  const dz_formula *f = m->formula;
  const char *quote = dz_finding_quote(s->list, s->report, m->places[0]);
  const char *successor = current_successor(s, f);
  const char *zh = *successor ? dz_finding_text(s->list, "，现为%s", successor) : "";
  const char *en = *successor ? dz_finding_text(s->list, "; now: %s", successor) : "";
  dz_finding *finding;

  if (!quote || !zh || !en) return dz_fail_memory(error);
  finding = dz_finding_add(
      s->list, is_gone(f) ? DZ_FIND_ANACHRONISM : DZ_FIND_STALE_FORMULA,
      dz_finding_text(s->list, "“%s”自%u年%u月起%s，与报告所称的%d年不合%s", quote, f->stale / 100,
                      f->stale % 100, verdict_zh(f), s->report->year, zh),
      dz_finding_text(s->list, "\"%s\" is %s since %04u-%02u and does not fit %d%s", quote,
                      verdict_en(f), f->stale / 100, f->stale % 100, s->report->year, en),
      m->places, m->count);
  if (!finding) return dz_fail_memory(error);
  finding->expected = *successor ? successor : NULL;
  if (!is_gone(f))
    finding->severity = DZ_NOTE;
  else if (is_category(f, "campaign") || is_category(f, "epidemic") || is_category(f, "plan"))
    finding->severity = DZ_WARNING; /* campaigns are often looked back on */
  return DZ_OK;
}

/* How many of the formulas met were current at `month`; those that are outdated now count double,
 * because the
 * others may have been added when the text was used again. */
static int current_at(const search *s, uint32_t month) {
  int count = 0;

  for (size_t i = 0; i < s->table->count; i++) {
    const dz_formula *f = s->rows[i].formula;
    if (s->rows[i].count && f->first <= month && (!f->stale || month < f->stale))
      count += outdated(s, &s->rows[i]) ? 2 : 1;
  }
  return count;
}

/* The months, before the last outdated formula went out of use, at which most of what was met
 * was current. */
static void real_window(const search *s, uint32_t *first, uint32_t *last) {
  uint32_t end = 0;
  int best = -1;

  for (size_t i = 0; i < s->table->count; i++) {
    const met *m = &s->rows[i];
    if (m->formula && outdated(s, m) && m->formula->stale > end) end = m->formula->stale;
  }
  for (uint32_t month = FIRST_MONTH; month < end; month = months_later(month, 1)) {
    int count = current_at(s, month);
    if (count >= best) {
      if (count > best || months_later(*last, 1) != month) *first = month;
      best = count;
      *last = month;
    }
  }
}

static dz_status add_window(search *s, const dz_span *places, size_t count, dz_error *error) {
  uint32_t first = FIRST_MONTH, last = FIRST_MONTH;
  const char *expected, *zh, *en;
  dz_finding *finding;

  real_window(s, &first, &last);
  expected = dz_finding_text(s->list, "%04u-%02u..%04u-%02u", first / 100, first % 100, last / 100,
                             last % 100);
  zh = first == last ? dz_finding_text(s->list, "%u年%u月前后", first / 100, first % 100)
                     : dz_finding_text(s->list, "%u年%u月至%u年%u月间", first / 100, first % 100,
                                       last / 100, last % 100);
  en = first == last ? dz_finding_text(s->list, "%04u-%02u", first / 100, first % 100)
                     : dz_finding_text(s->list, "%04u-%02u to %04u-%02u", first / 100, first % 100,
                                       last / 100, last % 100);
  if (!expected || !zh || !en) return dz_fail_memory(error);
  finding = dz_finding_add(
      s->list, DZ_FIND_STALE_FORMULA,
      dz_finding_text(s->list, "%zu处提法早于报告所称的%d年，合起来指向%s的文本，疑为旧稿改用",
                      count, s->report->year, zh),
      dz_finding_text(s->list,
                      "%zu expressions are older than %d; together they point to a text of %s, "
                      "perhaps used again",
                      count, s->report->year, en),
      places, count);
  if (!finding) return dz_fail_memory(error);
  finding->expected = expected;
  return DZ_OK;
}

/* 四个意识 → 四个自信 → 两个维护 → 两个确立: who names one of them names all that were current. */
static dz_status check_chain(search *s, dz_error *error) {
  const met *named = NULL, *absent = NULL;
  const dz_formula *lacking = NULL;

  if (s->report->type == DZ_TYPE_GWR) return DZ_OK;
  for (size_t i = 0; i < s->table->count; i++) {
    const dz_formula *f = &s->table->rows[i];
    if (!f->chain) continue;
    if (s->rows[i].count)
      named = named ? named : &s->rows[i];
    else if (!s->rows[i].anywhere &&
             months_later(f->first, GRACE_MONTHS) <= (uint32_t)s->report->year * 100 + 1)
      if (!lacking || f->first > lacking->first) {
        lacking = f;
        absent = &s->rows[i];
      }
  }
  if (!named || !absent) return DZ_OK;
  if (!dz_finding_add(
          s->list, DZ_FIND_MISSING_FORMULA,
          dz_finding_text(s->list, "有“%s”而无“%s”（%u年%u月起连用），%d年的报告通常一并表述",
                          named->formula->phrase, lacking->phrase, lacking->first / 100,
                          lacking->first % 100, s->report->year),
          dz_finding_text(
              s->list, "names %s but not %s, which has been said with it since %04u-%02u",
              named->formula->phrase, lacking->phrase, lacking->first / 100, lacking->first % 100),
          named->places, 1))
    return dz_fail_memory(error);
  return DZ_OK;
}

static dz_status judge(search *s, dz_error *error) {
  dz_array places = dz_array_of(sizeof(dz_span));
  dz_status status = DZ_OK;
  size_t old = 0;

  for (size_t i = 0; i < s->table->count && !status; i++) {
    const met *m = &s->rows[i];
    if (!m->count) continue;
    if (too_young(s->report, m->formula)) status = add_young(s, m, error);
    if (status || !outdated(s, m)) continue;
    status = add_old(s, m, error);
    old++;
    if (!status && !dz_array_append(&places, m->places, 1)) status = dz_fail_memory(error);
  }
  if (!status && old >= TELLING && s->report->type != DZ_TYPE_GWR)
    status = add_window(s, places.items, places.count, error);
  dz_array_free(&places);
  return status ? status : check_chain(s, error);
}

/* 第23届兰洽会: the running number of a yearly event tells the year. */
static dz_status check_series(search *s, dz_error *error) {
  const dz_text *text = &s->report->text;
  const dz_report *report = s->report;

  for (size_t i = 0; i + 3 < text->fold_length; i++) {
    dz_number number;
    size_t end, used;
    int32_t row;
    uint32_t year;
    dz_span span;
    dz_finding *finding;
    if (text->fold[i] != U'第') continue;
    number = dz_number_read(text->fold + i + 1, text->fold_length - i - 1);
    end = i + 1 + number.length;
    if (number.value.scale || number.value.coefficient < 1 || number.value.coefficient > 200)
      continue;
    if (end >= text->fold_length || text->fold[end] != U'届') continue;
    used = dz_trie_longest(&s->table->series_trie, text->fold + end + 1,
                           text->fold_length - end - 1, &row);
    if (!used) continue;
    year = s->table->series[row].base + (uint32_t)number.value.coefficient;
    if (year + 1 >= (uint32_t)report->year && year <= (uint32_t)report->year + 1) continue;
    if (is_historical(s, i)) continue;
    span = dz_fold_to_span(text, (dz_span){(uint32_t)i, (uint32_t)(end + 1 + used)});
    finding = dz_finding_add(
        s->list, DZ_FIND_ANACHRONISM,
        dz_finding_text(s->list, "“%s”第%lld届在%u年举办，与报告所称的%d年不合",
                        s->table->series[row].name, (long long)number.value.coefficient, year,
                        report->year),
        dz_finding_text(s->list, "No. %lld of %s was held in %u, the report says %d",
                        (long long)number.value.coefficient, s->table->series[row].name, year,
                        report->year),
        &span, 1);
    if (!finding) return dz_fail_memory(error);
    finding->expected = dz_finding_text(s->list, "%u", year);
  }
  return DZ_OK;
}

dz_status dz_review_formulas(const dz_report *report, const dz_knowledge *knowledge,
                             dz_finding_list *list, dz_error *error) {
  search s = {.report = report,
              .table = knowledge->formulas,
              .sets = knowledge->review_words->sets,
              .list = list};
  dz_status status;

  if (report->year < 1990) return DZ_OK;
  s.rows = calloc(s.table->count + 1, sizeof *s.rows);
  if (!s.rows) return dz_fail_memory(error);
  scan(&s);
  status = judge(&s, error);
  if (!status) status = check_series(&s, error);
  free(s.rows);
  return status;
}
