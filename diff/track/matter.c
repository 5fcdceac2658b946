/* matter.c - see matter.h
 *
 * Method: the characters that name something (no verbs, degrees, times) of one promise are looked
 * for, by pairs, in the other one, both ways. A phrase that any promise may have (特色农业, 执法机制)
 * is a small part of at least one of the two. */
#include "matter.h"

#include <string.h>

#include "text/phrase.h"
#include "text/spans.h"

/* What one thing of a list that is said again counts for the whole: of the later promise, and of
 * both. */
#define MEMBER_FACTOR 0.75
#define MEMBER_ASKED 0.60 /* and so much of what was promised must be said there */
#define MEMBERS_FACTOR 0.55

enum {
  DATE_NEAR = 4,    /* characters in front of a date that opens a promise: 力争在 */
  MEMBER_LEAST = 3, /* characters that name one thing of a list */
  NAME_END = 3,
  MEMBERS_MAX = 24, /* things of a list that are looked at */
  SENTENCES_BACK = 2,
  NAMED_LEAST = 4, /* characters that tell a thing in another report */
  NAME_LEAST = 3,  /* characters that name a thing; fewer go on with what stands before */
  MONEY_LEAST = 5  /* the same of an amount of money, which is for something: 筹措资金5亿元 */
};

static double share_of(dz_names names) {
  size_t all = names.shared + names.apart;

  return all ? (double)names.shared / (double)all : 0;
}

static bool is_money(const char *unit) {
  size_t length = strlen(unit), yuan = strlen("元");

  return length >= yuan && !strcmp(unit + length - yuan, "元");
}

/* Behind 等 stands only of what kind the things are. */
static dz_span without_kind(const dz_text *text, dz_span name) {
  for (uint32_t i = name.start + MEMBER_LEAST; i + 1 < name.end; i++)
    if (text->fold[i] == U'等' && !dz_cp_in(text->fold[i - 1], U"高平中初同优均对一") &&
        !dz_cp_in(text->fold[i + 1], U"级候于待效"))
      return (dz_span){name.start, i};
  return name;
}

/* The words of a promise without the date that opens it: 2024年6月底前|…. */
static dz_span behind_date(const dz_report *report, dz_span span) {
  dz_span name = dz_span_to_fold(&report->text, span), date;
  size_t at = dz_spans_from(report->dates, report->date_count, sizeof *report->dates, span.start);

  for (; at < report->date_count && report->dates[at].span.start < span.end; at++) {
    date = dz_span_to_fold(&report->text, report->dates[at].span);
    if (date.start > name.start + DATE_NEAR || date.end >= name.end) break;
    name.start = date.end;
    if (dz_cp_in(report->text.fold[name.start], U"前内底")) name.start++;
  }
  return name;
}

/* One of the two promises. */
typedef struct side {
  size_t report;
  dz_span name; /* the words that name what it is about ... */
  bool bare;    /* ... with what stands before, as they name hardly anything */
} side;

static side side_of(const dz_topics *topics, size_t index, const dz_commitment *c) {
  const dz_report *report = topics->reports[index].report;
  side s = {.report = index, .name = behind_date(report, c->span)};
  size_t least = is_money(c->unit) ? MONEY_LEAST : NAME_LEAST,
         sentence = dz_spans_behind(report->sentences, report->sentence_count,
                                    sizeof *report->sentences, c->span.start);

  s.bare = dz_name_length(topics->knowledge, &report->text, s.name) < least;
  if (!s.bare) {
    s.name = without_kind(&report->text, s.name);
    return s;
  }
  for (int k = 0; k < SENTENCES_BACK && sentence < report->sentence_count; k++, sentence--) {
    s.name.start = report->sentences[sentence].fold.start;
    if (dz_name_length(topics->knowledge, &report->text, s.name) >= least || !sentence) break;
  }
  return s;
}

/* The things of a list; one where it is none. */
static size_t members_of(dz_span *out, const dz_text *text, dz_span name) {
  size_t count = 0;

  for (uint32_t i = name.start, start = i; i <= name.end && count < MEMBERS_MAX; i++) {
    if (i < name.end && !dz_cp_in(text->fold[i], U"、和及")) continue;
    if (i >= start + MEMBER_LEAST) out[count++] = (dz_span){start, i};
    start = i + 1;
  }
  return count;
}

static double share_in(const dz_topics *topics, side a, side b, int32_t indicator) {
  dz_names names = dz_names_compare(topics, a.report, a.name, b.report, b.name, indicator);

  return share_of(names);
}

/* The same of one thing of a list: nothing if it names too little. */
static double member_in(const dz_topics *topics, side a, side b, int32_t indicator) {
  dz_names names = dz_names_compare(topics, a.report, a.name, b.report, b.name, indicator);

  return names.shared + names.apart >= MEMBER_LEAST ? share_of(names) : 0;
}

/* Whether the end of a name, which says what kind of thing it is, is said: 应急救援|队伍. */
static bool tells_end(const dz_topics *topics, side a, side one, int32_t indicator) {
  if (a.name.end > a.name.start + NAME_END) a.name.start = a.name.end - NAME_END;
  return !dz_names_compare(topics, a.report, a.name, one.report, one.name, indicator).apart;
}

/* The best of the things of the later list: how much of it was promised before, times how much of
 * the earlier promise, or of the one thing of its list that fits best, it tells. */
static double best_member(const dz_topics *topics, side a, side b, int32_t indicator,
                          double asked) {
  dz_span firsts[MEMBERS_MAX], seconds[MEMBERS_MAX];
  size_t m = members_of(firsts, &topics->reports[a.report].report->text, a.name),
         n = members_of(seconds, &topics->reports[b.report].report->text, b.name);
  double best = 0;

  for (size_t k = 0; k < n; k++) {
    side one = {b.report, seconds[k], false};
    double told = member_in(topics, one, a, indicator), alike = MEMBER_FACTOR * told * asked;
    if (asked >= MEMBER_ASKED && alike > best && tells_end(topics, a, one, indicator)) best = alike;
    for (size_t i = 0; i < m && m > 1 && told * MEMBERS_FACTOR > best; i++) {
      side other = {a.report, firsts[i], false};
      alike = MEMBERS_FACTOR * member_in(topics, other, one, indicator) *
              member_in(topics, one, other, indicator);
      if (alike > best) best = alike;
    }
  }
  return best;
}

double dz_matter_alike(const dz_topics *topics, size_t earlier, const dz_commitment *a,
                       size_t later, const dz_commitment *b, int32_t indicator) {
  side first = side_of(topics, earlier, a), second = side_of(topics, later, b);
  double asked = share_in(topics, first, second, indicator),
         told = share_in(topics, second, first, indicator), member;

  if (first.bare) return told;
  if (second.bare) return asked;
  member = best_member(topics, first, second, indicator, asked);
  return member > asked * told ? member : asked * told;
}

bool dz_matter_is_bare(const dz_topics *topics, size_t report, const dz_commitment *promise) {
  return side_of(topics, report, promise).bare;
}

double dz_matter_named(const dz_topics *topics, size_t earlier, const dz_commitment *promise,
                       size_t later, dz_span said, int32_t indicator) {
  const dz_text *text = &topics->reports[earlier].report->text;
  side a = side_of(topics, earlier, promise);
  dz_span things[MEMBERS_MAX];
  size_t count = members_of(things, text, a.name);
  dz_names names = dz_names_compare(topics, earlier, a.name, later, said, indicator);
  double best = names.shared >= NAMED_LEAST ? share_of(names) : 0;

  for (size_t i = 0; i < count && count > 1 && !a.bare; i++) {
    names = dz_names_compare(topics, earlier, things[i], later, said, indicator);
    if (names.shared >= NAMED_LEAST && share_of(names) > best) best = share_of(names);
  }
  return best;
}
