/* whole.c - parts against their whole
 *
 *     B件，其中A1件、A2件              A1 + A2 <= B; equal when the last is the rest
 *     B件：A1件，A2件                  the same
 *     A1件、A2件，共B件                A1 + A2 = B
 *     B件，办结A件，还剩C件            A + C = B
 *     B件，其中A件                     A <= B
 *
 * Parts that fall short may have a rest nobody names: a note, and only where little is lacking or
 * the list sets its parts against each other (公办、民办). Parts that exceed their whole are an
 * error where no thing can be counted twice, and a warning where the excess is small; else they may
 * overlap (工业投资、民间投资), and nothing is said. */
#include <string.h>

#include "base/error.h"
#include "sums.h"
#include "text/phrase.h"
#include "text/spans.h"

enum {
  MAX_PARTS = 16,  /* parts of one whole that are added up */
  MAX_WHOLES = 16, /* figures before a whole that 其中 may reach back to */
  SMALL_GAP = 10,  /* percent of the whole: a slip of the pen rather than another part */
  LISTED_GAP = 25, /* the same where a colon announces all parts */
  LABEL_REACH = 24 /* code points before a figure that name it */
};

typedef struct parts {
  const dz_quantity *whole, *items[MAX_PARTS];
  size_t count;
  dz_decimal sum;
  size_t rounded;         /* figures that are not exact, the whole among them */
  dz_decimal half, slack; /* half a unit of the finest of them; what rounding explains */
  dz_amount of_whole;
  bool colon;  /* the list stands behind a colon */
  bool tight;  /* nothing but 、 joins the parts */
  bool closed; /* the list ends where it ends: no 等, no figure that could not be read */
  bool rest;   /* the last part is said to be all that is left */
} parts;

static const dz_word_set *set_of(const dz_sums *s, dz_word_set_id id) {
  return &s->words->sets[id];
}

/* Counts of one kind, neither growth nor a rank nor one end of a range. */
static bool is_count(const dz_quantity *q) {
  return !dz_sum_is_change(q) && !dz_sum_is_percent(q) && q->comparison != DZ_CMP_RANK &&
         q->comparison != DZ_CMP_FROM_TO && q->comparison != DZ_CMP_FREQUENCY &&
         q->modifier == DZ_MOD_NONE;
}

/* Is the figure inside brackets that open behind `from`? */
static bool in_brackets(const dz_sums *s, const dz_quantity *from, const dz_quantity *q) {
  dz_span gap = dz_sum_gap(s, from, q);
  int depth = 0;

  for (uint32_t i = gap.start; i < gap.end; i++) {
    uint32_t cp = s->report->text.fold[i];
    depth += cp == '(' ? 1 : cp == ')' && depth ? -1 : 0;
  }
  return depth > 0;
}

/* What rounding explains of the sum. Figures of one list are told with one exactness: 12万元 beside
 * 2.5万元 is 12.0万元. A count printed in full is exact. */
static bool add_slack(parts *p, const dz_amount *amount) {
  dz_decimal half;

  if (!dz_decimal_subtract(&half, amount->range.high, amount->value)) return false;
  if (!half.coefficient) return true;
  if (!p->rounded || dz_decimal_compare(half, p->half) < 0) p->half = half;
  p->rounded++;
  return dz_decimal_multiply(&p->slack, p->half, (dz_decimal){(int64_t)p->rounded, 0});
}

static bool take(const dz_sums *s, parts *p, const dz_quantity *q) {
  dz_amount amount;

  if (p->count == MAX_PARTS || !dz_sum_same_unit(s, q, p->whole) ||
      !dz_amount_read(s, &amount, q) || !add_slack(p, &amount) ||
      !dz_decimal_add(&p->sum, p->sum, amount.value))
    return false;
  p->items[p->count++] = q;
  return true;
}

static bool open_list(const dz_sums *s, parts *p, const dz_quantity *whole) {
  *p = (parts){.whole = whole};
  return is_count(whole) && dz_amount_read(s, &p->of_whole, whole) && add_slack(p, &p->of_whole);
}

/* Does the gap before a part end the list? 其中 inside it, another total, a mark of a clause that
 * has nothing to do with it. */
static bool ends_list(const dz_sums *s, const dz_quantity *before, const dz_quantity *q) {
  return dz_sum_mark_between(s, before, q, ';') || dz_sum_mark_between(s, before, q, ':') ||
         dz_sum_between(s, before, q, DZ_SET_AMONG) || dz_sum_between(s, before, q, DZ_SET_TOTAL) ||
         dz_sum_between(s, before, q, DZ_SET_OTHER_THING) ||
         dz_sum_between(s, before, q, DZ_SET_YEAR_BEFORE);
}

static bool leaves_open(const dz_sums *s, const dz_quantity *q) {
  const dz_text *text = &s->report->text;
  uint32_t at = (uint32_t)dz_text_fold_position(text, q->span.end);

  return dz_set_at(set_of(s, DZ_SET_LIST_OPEN), text->fold, at, (uint32_t)text->fold_length) > 0;
}

/* The parts from figure `first` on. */
static void read_parts(const dz_sums *s, parts *p, size_t first) {
  const dz_quantity *last = NULL;

  p->closed = p->tight = true;
  for (size_t k = first; k < s->count; k++) {
    const dz_quantity *q = &s->q[k], *before = &s->q[k - 1];
    if (last && ends_list(s, before, q)) break;
    if (last && (in_brackets(s, last, q) || dz_sum_is_percent(q) || dz_sum_is_change(q))) continue;
    bool comma = last && dz_sum_mark_between(s, last, q, ',');
    if (!is_count(q) || (!last && dz_sum_close_before(s, q, DZ_SET_OTHER_THING)) ||
        (comma && p->tight && p->count > 1) || !take(s, p, q)) {
      p->closed = comma && p->count > 1; /* the next clause speaks of something else */
      break;
    }
    p->tight = p->tight && !comma;
    last = q;
  }
  if (!last) return;
  if (leaves_open(s, last)) p->closed = false;
  p->rest = dz_set_in(set_of(s, DZ_SET_REST), s->report->text.fold,
                      dz_sum_clause_before(s, last, LABEL_REACH)) &&
            p->count > 1 && dz_sum_between(s, p->items[p->count - 2], last, DZ_SET_REST);
}

/* Do words of the table that exclude each other stand before the parts, another one before each? */
static bool is_partition(const dz_sums *s, const parts *p) {
  const dz_word_set *set = set_of(s, DZ_SET_CONTRAST);
  const uint32_t *fold = s->report->text.fold;
  size_t seen[MAX_PARTS];

  for (size_t i = 0; i < p->count; i++) {
    dz_span label = dz_sum_gap(s, i ? p->items[i - 1] : p->whole, p->items[i]);
    size_t best = set->count, longest = 0;
    for (size_t w = 0; w < set->count; w++) {
      dz_word_set one = {&set->words[w], 1};
      size_t length = 0;
      while (set->words[w][length]) length++;
      if (length > longest && dz_set_in(&one, fold, label)) {
        longest = length;
        best = w;
      }
    }
    if (best == set->count) return false;
    for (size_t k = 0; k < i; k++)
      if (seen[k] == best) return false;
    seen[i] = best;
  }
  return true;
}

/* Is the gap no more than so many percent of the whole? */
static bool is_small(const parts *p, int64_t percent) {
  dz_decimal gap, limit;

  if (!dz_decimal_subtract(&gap, p->sum, p->of_whole.value)) return false;
  if (gap.coefficient < 0) gap.coefficient = -gap.coefficient;
  return dz_decimal_multiply(&gap, gap, (dz_decimal){100, 0}) &&
         dz_decimal_multiply(&limit, p->of_whole.value, (dz_decimal){percent, 0}) &&
         dz_decimal_compare(gap, limit) <= 0;
}

/* Does an earlier figure of the sentence fit the parts better than the whole? 37件有31件完成，其中… */
static bool other_whole(const dz_sums *s, const parts *p) {
  size_t at = (size_t)(p->whole - s->q);
  bool over = dz_decimal_compare(p->sum, p->of_whole.value) > 0;
  dz_amount amount;

  for (size_t k = at; k-- > 0 && at - k <= MAX_WHOLES;) {
    if (!dz_sum_same_unit(s, &s->q[k], p->whole) || !dz_amount_read(s, &amount, &s->q[k])) continue;
    if (!dz_sum_differs(p->sum, amount.value, p->slack) ||
        dz_decimal_compare(amount.value, over ? p->sum : p->of_whole.value) >= 0)
      return true;
  }
  return false;
}

/* "22 + 6 + 5"; units are told where they differ. */
static const char *terms_of(const dz_sums *s, const parts *p) {
  const char *terms = "";
  bool alike = true;

  for (size_t i = 0; i < p->count; i++) alike = alike && !strcmp(p->items[i]->unit, p->whole->unit);
  for (size_t i = 0; i < p->count && terms; i++)
    terms = dz_finding_text(s->list, "%s%s%s%s", terms, i ? " + " : "", p->items[i]->value,
                            alike ? "" : p->items[i]->unit);
  return terms;
}

static dz_status judge(const dz_sums *s, const parts *p, dz_error *error) {
  bool over = dz_decimal_compare(p->sum, p->of_whole.value) > 0, partition;
  dz_severity severity = DZ_NOTE;

  s->list->checked.sums++;
  if (!dz_sum_differs(p->sum, p->of_whole.value, p->slack) || other_whole(s, p)) return DZ_OK;
  partition = is_partition(s, p);
  if (p->rest)
    severity = DZ_ERROR;
  else if (over && (partition || p->colon))
    severity = DZ_ERROR;
  else if (over ? !p->tight || !is_small(p, SMALL_GAP)
                : !p->closed || !(partition || p->tight || p->colon) ||
                      !is_small(p, p->colon ? LISTED_GAP : SMALL_GAP))
    return DZ_OK; /* parts may overlap, or there are others */
  else if (over)
    severity = DZ_WARNING;
  return dz_sum_add(s, p->whole, p->items[p->count - 1], terms_of(s, p), p->sum, severity, error);
}

/* The figure before 其中 that is the whole: growth told between them is passed over. */
static const dz_quantity *whole_before(const dz_sums *s, size_t part) {
  for (size_t k = part; k-- > 0;) {
    const dz_quantity *q = &s->q[k];
    if (!dz_sum_is_change(q) && !dz_sum_is_percent(q)) return q;
    if (k && dz_sum_mark_between(s, &s->q[k - 1], q, ';')) return NULL;
  }
  return NULL;
}

/* B件，其中A1件、A2件; B件：A1件，A2件 */
static dz_status check_list(const dz_sums *s, size_t i, dz_error *error) {
  const dz_quantity *part = &s->q[i], *before = i ? &s->q[i - 1] : NULL, *whole;
  const dz_text *text = &s->report->text;
  bool colon, among;
  parts p;

  if (!before || dz_sum_mark_between(s, before, part, ';')) return DZ_OK;
  colon = dz_fold_at(text, dz_text_fold_position(text, before->span.end)) == ':';
  among = dz_sum_between(s, before, part, DZ_SET_AMONG);
  whole = colon ? before : among ? whole_before(s, i) : NULL;
  if (!whole || !open_list(s, &p, whole)) return DZ_OK;
  p.colon = colon;
  read_parts(s, &p, i);
  return p.count > 1 ? judge(s, &p, error) : DZ_OK;
}

/* Is what stands behind 其中 said of something else than a part? 其中甲成为首家，总数51家; 其中余额突破… */
static bool is_other_thing(const dz_sums *s, const dz_quantity *whole, const dz_quantity *part) {
  const uint32_t *fold = s->report->text.fold;
  dz_span gap = dz_sum_gap(s, whole, part);
  uint32_t at = gap.start, used = 0;

  if (dz_sum_mark_between(s, whole, part, ')')) return true; /* 7个(包括县城)及其他22个 */

  for (; at < gap.end && !used; at++) used = dz_set_at(set_of(s, DZ_SET_AMONG), fold, at, gap.end);
  at += used ? used - 1 : 0;
  if (at < gap.end && fold[at] == ',') at++;
  for (uint32_t i = at; i < gap.end; i++)
    if (fold[i] == ',') return true;
  return dz_sum_close_before(s, part, DZ_SET_OTHER_THING) ||
         dz_sum_close_before(s, whole, DZ_SET_SCALE);
}

/* 是2007年的4.1倍，其中出口是4.5倍: a part may have grown faster. */
static bool is_multiple(const dz_sums *s, const dz_quantity *q) {
  uint32_t fold[DZ_PHRASE_MAX];
  uint32_t length = (uint32_t)dz_phrase_fold(q->unit, fold);

  return dz_set_at(set_of(s, DZ_SET_MULTIPLE), fold, 0, length) > 0;
}

/* B件，其中A件: no part is larger than its whole. */
static dz_status check_larger(const dz_sums *s, size_t i, dz_error *error) {
  const dz_quantity *part = &s->q[i], *whole = i ? &s->q[i - 1] : NULL;
  dz_amount a, b;
  parts p;

  if (!whole || !is_count(whole) || is_multiple(s, whole) || dz_sum_is_change(part) ||
      !dz_sum_same_unit(s, whole, part) || !dz_sum_between(s, whole, part, DZ_SET_AMONG) ||
      dz_sum_mark_between(s, whole, part, ';') || !open_list(s, &p, whole) ||
      !dz_amount_read(s, &a, part) || !dz_amount_read(s, &b, whole))
    return DZ_OK;
  s->list->checked.sums++;
  p.sum = a.value;
  if (dz_decimal_compare(a.value, b.value) <= 0 || other_whole(s, &p) ||
      is_other_thing(s, whole, part))
    return DZ_OK;
  dz_span spans[2] = {part->span, whole->span};
  const char *quote = dz_finding_quote(s->list, s->report,
                                       (dz_span){whole->span.start, part->span.end});
  dz_finding *finding =
      quote ? dz_finding_add(
                  s->list, DZ_FIND_ARITHMETIC,
                  dz_finding_text(s->list, "“%s”：其中数%s%s大于总数%s%s", quote, part->value,
                                  part->unit, whole->value, whole->unit),
                  dz_finding_text(s->list, "\"%s\": the part %s%s is larger than the whole %s%s",
                                  quote, part->value, part->unit, whole->value, whole->unit),
                  spans, 2)
            : NULL;
  if (!finding) return dz_fail_memory(error);
  finding->severity = DZ_WARNING; /* 其中 may reach back over more than one figure */
  return DZ_OK;
}

/* The mark or word right before the figure: is it called the total of what stands before it? */
static bool is_total(const dz_sums *s, const dz_quantity *q) {
  const dz_text *text = &s->report->text;
  uint32_t at = (uint32_t)dz_text_fold_position(text, q->span.start);
  uint32_t behind = (uint32_t)dz_text_fold_position(text, q->span.end);
  uint32_t used = dz_set_before(set_of(s, DZ_SET_TOTAL), text->fold, at);

  if (!used) return false;
  at -= used;
  at -= dz_set_before(set_of(s, DZ_SET_SEVERAL_OF), text->fold, at);
  return at && dz_cp_in(text->fold[at - 1], U",、") &&
         dz_cp_in(dz_fold_at(text, behind), U",。;)、!\n");
}

/* The figures before i that are counted in its unit, back to the start of their list. */
static size_t run_start(const dz_sums *s, size_t i) {
  size_t k = i;

  while (k > 0 && i - k < MAX_PARTS) {
    const dz_quantity *q = &s->q[k - 1];
    if (!is_count(q) || !dz_sum_same_unit(s, q, &s->q[i]) ||
        dz_sum_mark_between(s, q, &s->q[k], ';') || dz_sum_between(s, q, &s->q[k], DZ_SET_AMONG))
      break;
    k--;
  }
  return k;
}

/* Is the total neither smaller than a part nor that of far more than the list? */
static bool is_near(const dz_sums *s, const parts *p) {
  dz_decimal twice;
  dz_amount amount;

  for (size_t i = 0; i < p->count; i++)
    if (!dz_amount_read(s, &amount, p->items[i]) ||
        dz_decimal_compare(amount.value, p->of_whole.value) >= 0)
      return false;
  return dz_decimal_add(&twice, p->sum, p->sum) &&
         dz_decimal_compare(p->of_whole.value, twice) <= 0 &&
         dz_decimal_add(&twice, p->of_whole.value, p->of_whole.value) &&
         dz_decimal_compare(p->sum, twice) <= 0;
}

/* A1件、A2件，共B件 */
static dz_status check_total(const dz_sums *s, size_t i, dz_error *error) {
  size_t first;
  parts p;

  if (i < 2 || !is_total(s, &s->q[i])) return DZ_OK;
  first = run_start(s, i);
  if (first + 2 > i || !open_list(s, &p, &s->q[i])) return DZ_OK;
  for (size_t k = i; k-- > first;) {
    if (!take(s, &p, &s->q[k])) return DZ_OK;
    if (p.count > 1 && !dz_sum_differs(p.sum, p.of_whole.value, p.slack)) {
      s->list->checked.sums++;
      return DZ_OK;
    }
  }
  if (!is_near(s, &p) || (first && dz_sum_same_unit(s, &s->q[first - 1], p.whole))) return DZ_OK;
  s->list->checked.sums++;
  for (size_t a = 0, b = p.count - 1; a < b; a++, b--) { /* in the order of the text */
    const dz_quantity *item = p.items[a];
    p.items[a] = p.items[b];
    p.items[b] = item;
  }
  return dz_sum_add(s, p.whole, p.items[0], terms_of(s, &p), p.sum, DZ_ERROR, error);
}

/* B件，办结A件，还剩C件: A + C = B for the first figure of the clause, or for any other that fits. */
static dz_status check_left(const dz_sums *s, size_t i, dz_error *error) {
  const dz_text *text = &s->report->text;
  const dz_quantity *left = &s->q[i], *whole;
  uint32_t at = (uint32_t)dz_text_fold_position(text, left->span.start);
  size_t first;
  parts p;

  if (i < 2 || !is_count(left) || !dz_set_before(set_of(s, DZ_SET_LEFT), text->fold, at))
    return DZ_OK;
  first = run_start(s, i);
  if (first + 2 > i) return DZ_OK;
  for (size_t k = i - 1; k-- > first;) {
    whole = &s->q[k];
    if (!open_list(s, &p, whole)) return DZ_OK;
    for (size_t part = k + 1; part <= i; part++)
      if (!take(s, &p, &s->q[part])) return DZ_OK;
    if (!dz_sum_differs(p.sum, p.of_whole.value, p.slack)) {
      s->list->checked.sums++;
      return DZ_OK;
    }
  }
  if (first + 2 != i || (first && dz_sum_same_unit(s, &s->q[first - 1], left)) || !is_near(s, &p))
    return DZ_OK; /* more than a stock, what was done and what is left */
  s->list->checked.sums++;
  return dz_sum_add(s, p.whole, left, terms_of(s, &p), p.sum, DZ_ERROR, error);
}

dz_status dz_review_whole(const dz_sums *s, size_t i, dz_error *error) {
  dz_status status = check_list(s, i, error);

  if (!status) status = check_larger(s, i, error);
  if (!status) status = check_total(s, i, error);
  if (!status) status = check_left(s, i, error);
  return status;
}
