/* point_words.c - see point_words.h. What is said is what the point counts, and
 * nothing beyond it. */
#include "point_words.h"

#include "naming.h"

enum { EXAMPLES = 2, MATTER_LIMIT = 16, PARTS_NAMED = 3, LETTERS = 10 };

dz_told dz_told_report(const dz_report *const *report) {
  return (dz_told){.reports = report,
                   .count = 1,
                   .points = (*report)->points,
                   .point_count = (*report)->point_count};
}

dz_told dz_told_comparison(const dz_comparison *c) {
  return (dz_told){.reports = c->reports,
                   .count = c->report_count,
                   .points = c->points,
                   .point_count = c->point_count,
                   .comparison = c};
}

dz_told dz_told_ledger(const dz_ledger *ledger) {
  return (dz_told){.reports = ledger->reports,
                   .count = ledger->report_count,
                   .points = ledger->points,
                   .point_count = ledger->point_count,
                   .ledger = ledger};
}

dz_told dz_told_review(const dz_review *review) {
  return (dz_told){.reports = review->reports,
                   .count = review->report_count,
                   .points = review->points,
                   .point_count = review->point_count,
                   .review = review};
}

/* The sentence being put together. */
typedef struct saying {
  dz_buffer *out;
  const dz_told *told;
  const dz_point *point;
  bool zh;
} saying;

static void say(const saying *s, const char *zh, const char *en) {
  dz_buffer_string(s->out, s->zh ? zh : en);
}

/* Is each report told apart by its year? */
static bool years_tell(const dz_told *told) {
  if (told->review || (told->comparison && told->comparison->two_offices)) return false;
  for (size_t i = 0; i < told->count; i++)
    for (size_t k = 0; k < told->count; k++)
      if (!told->reports[i]->year || (i != k && told->reports[i]->year == told->reports[k]->year))
        return false;
  return true;
}

/* A year where that tells the reports apart, else the letter; 8号 where there are many. */
static void who(const saying *s, int32_t report) {
  bool many = s->told->count > LETTERS;

  if (report < 0) return;
  if (years_tell(s->told))
    dz_buffer_format(s->out, s->zh ? "%d年" : "%d", (int)s->told->reports[report]->year);
  else if (many && !s->told->reports[report]->place)
    dz_buffer_format(s->out, s->zh ? "%d号" : "no. %d", (int)report + 1);
  else if (many)
    dz_name_short(s->out, s->told->reports, (size_t)report, s->told->count, s->zh);
  else
    dz_name_report(s->out, (size_t)report, s->told->count, s->zh);
}

/* "，提高 2": one count, if there is any. */
static void count(const saying *s, const char *zh, const char *en, size_t number, bool *first) {
  if (!number) return;
  if (s->zh)
    dz_buffer_format(s->out, "%s%s %zu", *first ? "" : "，", zh, number);
  else
    dz_buffer_format(s->out, "%s%zu %s", *first ? "" : ", ", number, en);
  *first = false;
}

/* ---- examples ---- */

/* "GDP 5.5%左右→5%以上": false where either side has no figure to show. */
static bool link_example(const saying *s, uint32_t item, bool first) {
  const dz_comparison *c = s->told->comparison;
  const dz_commitment_link *link = &c->commitments[item];
  dz_buffer from, to;
  bool both;

  if (link->change != DZ_CC_RAISED && link->change != DZ_CC_LOWERED) return false;
  dz_buffer_init(&from);
  dz_buffer_init(&to);
  dz_name_linked_target(&from, c, link, false);
  dz_name_linked_target(&to, c, link, true);
  both = from.length && to.length;
  if (both) {
    const dz_report *report = c->reports[link->earlier_report];
    dz_buffer_string(s->out, first ? (s->zh ? "；" : ": ") : (s->zh ? "、" : "; "));
    dz_name_matter(s->out, report, &report->commitments[link->earlier], MATTER_LIMIT);
    dz_buffer_format(s->out, " %s→%s", from.data, to.data);
  }
  dz_buffer_free(&from);
  dz_buffer_free(&to);
  return both;
}

/* "未达：GDP 6.5%左右→5.8%" of the ledger, or the new target where that is asked for. */
static bool entry_example(const saying *s, uint32_t item, bool renewed, bool first) {
  const dz_ledger *ledger = s->told->ledger;
  const dz_entry *entry = &ledger->entries[item];
  const dz_report *report = ledger->reports[entry->report];
  const dz_commitment *commitment = &report->commitments[entry->commitment];
  const dz_renewal *r = &entry->renewal;
  dz_buffer to;

  dz_buffer_init(&to);
  if (renewed && (r->change == DZ_RENEWAL_RAISED || r->change == DZ_RENEWAL_LOWERED))
    dz_name_target(&to, ledger->reports[r->report],
                   &ledger->reports[r->report]->commitments[r->commitment]);
  else if (!renewed && entry->outcome.status == DZ_OUTCOME_MISSED && !entry->outcome.to_check &&
           entry->outcome.value)
    dz_buffer_format(&to, "%s%s", entry->outcome.value,
                     entry->outcome.unit ? entry->outcome.unit : "");
  if (to.length) {
    if (renewed || !first)
      dz_buffer_string(s->out, first ? (s->zh ? "；" : ": ") : (s->zh ? "、" : "; "));
    else
      say(s, "；未达的：", "; not reached: ");
    dz_name_matter(s->out, report, commitment, MATTER_LIMIT);
    dz_buffer_char(s->out, ' ');
    dz_name_target(s->out, report, commitment);
    dz_buffer_format(s->out, "→%s", to.data);
  }
  first = to.length > 0;
  dz_buffer_free(&to);
  return first;
}

static void examples(const saying *s, bool renewed) {
  size_t shown = 0;

  for (size_t i = 0; i < s->point->item_count && shown < EXAMPLES; i++) {
    uint32_t item = s->point->items[i];
    if (s->told->ledger ? entry_example(s, item, renewed, !shown) : link_example(s, item, !shown))
      shown++;
  }
}

/* ---- the sentences, one for each rule ---- */

static void unreadable(const saying *s) {
  who(s, s->point->report);
  dz_buffer_format(s->out,
                   s->zh ? "全文 %zu 字，没有认出一个标题：按章节得出的结果不可靠，请看原文"
                         : ": no heading was found in %zu characters; what rests on sections is "
                           "not reliable, see the text",
                   s->point->counts[0]);
}

static void read(const saying *s) {
  const size_t *n = s->point->counts;
  bool first = false;

  dz_buffer_format(s->out,
                   s->zh ? "读出章节 %zu 个，数字 %zu 个，承诺 %zu 项"
                         : "read: %zu sections, %zu figures, %zu commitments",
                   n[0], n[1], n[2]);
  count(s, "遮盖的数值", "masked values", n[3], &first);
}

static void targets(const saying *s) {
  const size_t *n = s->point->counts;
  bool first = true;

  who(s, s->point->report);
  if (n[7])
    say(s, "主要目标", " main targets");
  else
    say(s, "有数值的目标", " targets with a figure");
  dz_buffer_format(s->out, s->zh ? " %zu 项，在" : " (%zu) in ", n[0]);
  who(s, s->point->other);
  say(s, "：", ": ");
  count(s, "提高", "raised", n[1], &first);
  count(s, "调低", "lowered", n[2], &first);
  count(s, "不变", "the same", n[3], &first);
  count(s, "改了说法", "put in other words", n[4], &first);
  count(s, "已报完成", "reported as done", n[5], &first);
  count(s, "没有找到再提", "not found again", n[6], &first);
  examples(s, false);
}

static void promises(const saying *s) {
  const size_t *n = s->point->counts;
  bool first = true;

  who(s, s->point->report);
  dz_buffer_format(
      s->out, s->zh ? "的%s承诺 %zu 项，%zu 项有下文：" : " made %s %zu, %zu come up again: ",
      s->zh ? (n[5] ? "可检验" : "") : (n[5] ? "commitments that can be tested:" : "commitments:"),
      n[0], n[0] - n[4]);
  count(s, "不变", "the same", n[1], &first);
  count(s, "有变化", "changed", n[2], &first);
  count(s, "已报完成", "reported as done", n[3], &first);
  count(s, "没有找到下文", "of which nothing was found", n[4], &first);
}

static void shared(const saying *s) {
  const size_t *n = s->point->counts;

  if (s->point->rule == DZ_POINT_PAIR)
    dz_buffer_format(s->out, s->zh ? "%zu 份里，" : "of %zu reports, ", s->told->count);
  who(s, s->point->report);
  dz_buffer_format(s->out,
                   s->zh ? "有 %.0f%% 的文字见于" : " has %.0f%% of its text in common with ",
                   100 * s->point->share);
  who(s, s->point->other);
  if (n[0])
    dz_buffer_format(s->out,
                     s->zh
                         ? "；不是套话的相同段落 %zu 段，最长 %zu 字"
                         : "; passages that are no set phrases: %zu, the longest of %zu characters",
                     n[0], n[1]);
  else
    say(s, "，都是套话", ", all of it set phrases");
}

static void no_pair(const saying *s) {
  dz_buffer_format(s->out,
                   s->zh ? "%zu 份之间，没有哪两份有较多不是套话的相同文字"
                         : "among %zu reports no two share much wording that is no set phrase",
                   s->told->count);
}

/* The first foreign place name, as it stands. */
static void leak(const saying *s) {
  const dz_comparison *c = s->told->comparison;
  const dz_reuse *item = &c->reuse[s->point->items[0]];

  who(s, s->point->report);
  say(s, "与他份相同的文字里留有别处地名",
      " has place names of another report in wording they share");
  for (size_t i = 0; i < item->evidence_count; i++) {
    const dz_evidence *e = &item->evidence[i];
    if (e->kind != DZ_FIND_PLACE_LEAK) continue;
    say(s, "“", " (“");
    dz_buffer_cps(s->out, c->reports[e->report]->text.cp + e->span.start,
                  e->span.end - e->span.start);
    say(s, "”", "”)");
    break;
  }
  dz_buffer_format(s->out, s->zh ? "；全部共 %zu 处" : "; places in all: %zu", s->point->counts[0]);
}

static void missing(const saying *s) {
  const dz_comparison *c = s->told->comparison;
  const size_t *n = s->point->counts;
  bool first = true;

  say(s, "应有的部分：", "parts that are due: ");
  count(s, "没有的", "absent", n[0], &first);
  count(s, "有名无实的", "there in name only", n[1], &first);
  for (size_t i = 0; i < s->point->item_count && i < PARTS_NAMED; i++) {
    const dz_missing *m = &c->missing[s->point->items[i]];
    dz_buffer_string(s->out, i ? (s->zh ? "、" : "; ") : (s->zh ? "；" : ": "));
    who(s, (int32_t)m->report);
    dz_buffer_format(s->out, s->zh ? "的“%s”" : " “%s”",
                     s->zh ? m->canonical->name_zh : m->canonical->name_en);
  }
  if (s->point->item_count > PARTS_NAMED) say(s, " 等", " and others");
}

static void moved(const saying *s) {
  dz_buffer_format(s->out,
                   s->zh ? "对上的章节 %zu 对，其中换了位置的 %zu 对"
                         : "sections paired: %zu, of which in another place: %zu",
                   s->point->counts[0], s->point->counts[1]);
}

static void figures(const saying *s) {
  const size_t *n = s->point->counts;
  bool first = true;

  say(s, "对上的句子里：", "in sentences that correspond: ");
  count(s, "数值改动", "with another figure", n[0], &first);
  count(s, "有无、是否的改动", "with or without a negation", n[1], &first);
  count(s, "程度词改动", "with another word of degree", n[2], &first);
}

static void outcomes(const saying *s) {
  const size_t *n = s->point->counts;
  bool first = true;

  who(s, s->point->report);
  if (n[7])
    say(s, "主要目标", " main targets");
  else
    say(s, "有数值的目标", " targets with a figure");
  dz_buffer_format(s->out,
                   s->zh ? " %zu 项，后一份自报：" : " (%zu), as the next report tells: ", n[0]);
  count(s, "达到", "met", n[1], &first);
  count(s, "未达", "not reached", n[2], &first);
  count(s, "部分达到", "partly", n[3], &first);
  count(s, "进行中", "under way", n[4], &first);
  count(s, "未提及", "unreported", n[5], &first);
  count(s, "待核对", "to be checked", n[6], &first);
  examples(s, false);
}

static void kept(const saying *s) {
  const size_t *n = s->point->counts;
  bool first = true;

  who(s, s->point->report);
  dz_buffer_format(s->out,
                   s->zh ? "的承诺 %zu 项，后一份自报："
                         : " made %zu commitments; the next "
                           "report tells: ",
                   n[0]);
  count(s, "达到", "met", n[1], &first);
  count(s, "未达", "not reached", n[2], &first);
  count(s, "进行中", "under way", n[3], &first);
  count(s, "未提及", "unreported", n[4], &first);
  count(s, "待核对", "to be checked", n[5], &first);
}

static void renewed(const saying *s) {
  const size_t *n = s->point->counts;
  bool first = true;

  who(s, s->point->other);
  dz_buffer_format(
      s->out, s->zh ? "再提的主要目标 %zu 项：" : " sets %zu of the main targets again: ", n[0]);
  count(s, "提高", "raised", n[1], &first);
  count(s, "调低", "lowered", n[2], &first);
  count(s, "其余", "others", n[0] - n[1] - n[2], &first);
  examples(s, true);
}

static void sums(const saying *s) {
  const size_t *n = s->point->counts;

  if (n[1])
    dz_buffer_format(s->out,
                     s->zh ? "核对了 %zu 个和数与比率，%zu 处对不上："
                           : "%zu sums and shares were "
                             "done again, %zu do not add "
                             "up: ",
                     n[0], n[1]);
  else
    dz_buffer_format(s->out,
                     s->zh ? "核对了 %zu 个和数与比率，都对得上"
                           : "%zu sums and shares were done "
                             "again, all add up",
                     n[0]);
  if (n[1]) {
    const dz_finding *f = &s->told->review->findings[s->point->items[0]];
    dz_buffer_string(s->out, s->zh ? f->message_zh : f->message_en);
  }
}

static void remarks(const saying *s) {
  const size_t *n = s->point->counts;
  const dz_finding *f = &s->told->review->findings[s->point->items[0]];

  dz_buffer_string(s->out, dz_finding_kind_label(f->kind, s->zh));
  dz_buffer_format(s->out, s->zh ? " %zu 项" : ": %zu", n[0]);
  if (n[1] > 1) dz_buffer_format(s->out, s->zh ? "（%zu 份）" : " (%zu reports)", n[1]);
  say(s, "：", "; ");
  if (s->told->count > 1) {
    who(s, (int32_t)f->report);
    say(s, "，", ": ");
  }
  dz_buffer_string(s->out, s->zh ? f->message_zh : f->message_en);
}

static void clean(const saying *s) {
  dz_buffer_format(s->out,
                   s->zh ? "没有发现问题；看过的数字 %zu 个"
                         : "nothing was found; figures looked at: %zu",
                   s->point->counts[0]);
}

static void same(const saying *s) {
  say(s, "两份文字相同", "the two texts are the same");
}

static void stalled(const saying *s) {
  dz_buffer_format(s->out,
                   s->zh ? "逐年再提、后一份没有报告结果的项目 %zu 项"
                         : "projects promised again without a result reported: %zu",
                   s->point->counts[0]);
}

void dz_point_words(dz_buffer *out, const dz_told *told, const dz_point *point, bool chinese) {
  static void (*const sentences[DZ_POINT_RULE_COUNT])(const saying *) = {
      [DZ_POINT_UNREADABLE] = unreadable,
      [DZ_POINT_READ] = read,
      [DZ_POINT_SAME] = same,
      [DZ_POINT_TARGETS] = targets,
      [DZ_POINT_PROMISES] = promises,
      [DZ_POINT_COPIED] = shared,
      [DZ_POINT_PAIR] = shared,
      [DZ_POINT_NO_PAIR] = no_pair,
      [DZ_POINT_LEAK] = leak,
      [DZ_POINT_MISSING] = missing,
      [DZ_POINT_MOVED] = moved,
      [DZ_POINT_FIGURES] = figures,
      [DZ_POINT_OUTCOMES] = outcomes,
      [DZ_POINT_KEPT] = kept,
      [DZ_POINT_RENEWED] = renewed,
      [DZ_POINT_STALLED] = stalled,
      [DZ_POINT_SUMS] = sums,
      [DZ_POINT_REMARKS] = remarks,
      [DZ_POINT_CLEAN] = clean};

  sentences[point->rule](&(saying){out, told, point, chinese});
}
