/* text_review.c - findings on single reports, for a terminal or as Markdown */
#include <string.h>

#include "excerpt.h"
#include "formats.h"
#include "text_parts.h"

enum { CONTEXT = 12, SPANS_SHOWN = 3, GROUP_LEAST = 3, GROUP_SHOWN = 6 };

/* The words of a finding in their surroundings: …实现【同比增长 3】… */
static void quote(dz_writer *w, const dz_report *report, dz_span span) {
  dz_surroundings around = dz_surroundings_of(report, span, CONTEXT);
  dz_buffer place;

  dz_buffer_init(&place);
  dz_name_place(&place, report, span.start);
  dz_buffer_string(&place, "  ");
  dz_text_buffer(w, DZ_FAINT, &place);
  if (around.cut_before) dz_write(w, DZ_PLAIN, "…");
  dz_write_span(w, DZ_PLAIN, report, around.before);
  dz_write(w, DZ_NOTABLE, "【");
  dz_write_excerpt(w, DZ_NOTABLE, report, span, DZ_TEXT_QUOTE);
  dz_write(w, DZ_NOTABLE, "】");
  dz_write_span(w, DZ_PLAIN, report, around.after);
  if (around.cut_after) dz_write(w, DZ_PLAIN, "…");
  dz_write_end(w, DZ_BLOCK_DETAIL);
}

static const char *severity_sign(dz_severity severity) {
  static const char *const signs[] = {"·", "!", "✗"};
  return signs[severity];
}

static void finding(dz_writer *w, const dz_review *review, const dz_finding *f) {
  const dz_report *report = review->reports[f->report];
  size_t shown = dz_text_shown(w, f->span_count, SPANS_SHOWN);

  dz_write_format(w, f->severity == DZ_NOTE ? DZ_PLAIN : DZ_NOTABLE, "%s %s",
                  severity_sign(f->severity),
                  dz_label_text(dz_label_severity(f->severity), w->chinese));
  dz_write_format(w, DZ_STRONG, "  %s", dz_finding_kind_label(f->kind, w->chinese));
  dz_write_format(w, DZ_PLAIN, "  %s", w->chinese ? f->message_zh : f->message_en);
  dz_write_end(w, DZ_BLOCK_ITEM);
  for (size_t i = 0; i < shown; i++) quote(w, report, f->spans[i]);
  if (f->span_count > shown) {
    dz_write_format(w, DZ_FAINT, w->chinese ? "…共 %zu 处" : "... %zu places in all",
                    f->span_count);
    dz_write_end(w, DZ_BLOCK_DETAIL);
  }
  if (dz_name_expected(f)) {
    dz_text_label(w, DZ_FAINT, DZ_L_EXPECTED);
    dz_write_format(w, DZ_PLAIN, ": %s", dz_name_expected(f));
    dz_write_end(w, DZ_BLOCK_DETAIL);
  }
}

/* Findings of one kind that expect the same, told as one item. */
typedef struct group {
  const dz_finding *lead; /* the first of them, NULL: none */
  size_t count, places;
} group;

static bool same_group(const dz_finding *lead, const dz_finding *f) {
  return lead && f->expected && lead->kind == f->kind && lead->severity == f->severity &&
         !strcmp(lead->expected, f->expected);
}

/* The findings of one report: they stand together in the review. */
typedef struct range {
  size_t first, end;
} range;

static range next_report(const dz_review *review, size_t first, size_t index) {
  range r = {first, first};

  while (r.end < review->finding_count && review->findings[r.end].report == index) r.end++;
  return r;
}

/* The largest group of each kind: what follows the first that expects something. */
static void find_groups(group *groups, const dz_review *review, range r) {
  for (size_t i = r.first; i < r.end; i++) {
    const dz_finding *f = &review->findings[i];
    if (!f->expected || !*f->expected || !f->span_count) continue;
    if (!groups[f->kind].lead) groups[f->kind].lead = f;
    if (!same_group(groups[f->kind].lead, f)) continue;
    groups[f->kind].count++;
    groups[f->kind].places += f->span_count;
  }
}

static void group_item(dz_writer *w, const dz_review *review, range r, const group *g) {
  size_t shown = 0, most = dz_text_shown(w, g->places, GROUP_SHOWN);

  dz_write_format(w, g->lead->severity == DZ_NOTE ? DZ_PLAIN : DZ_NOTABLE, "%s %s",
                  severity_sign(g->lead->severity),
                  dz_label_text(dz_label_severity(g->lead->severity), w->chinese));
  dz_write_format(w, DZ_STRONG, "  %s", dz_finding_kind_label(g->lead->kind, w->chinese));
  dz_write_format(w, DZ_PLAIN, "  %s", w->chinese ? g->lead->message_zh : g->lead->message_en);
  dz_write_format(w, DZ_PLAIN, w->chinese ? "；同类共 %zu 处" : "; %zu such places", g->places);
  dz_write_end(w, DZ_BLOCK_ITEM);
  for (size_t i = r.first; i < r.end && shown < most; i++) {
    const dz_finding *f = &review->findings[i];
    if (!same_group(g->lead, f)) continue;
    for (size_t k = 0; k < (w->options->all ? f->span_count : 1) && shown < most; k++) {
      quote(w, review->reports[f->report], f->spans[k]);
      shown++;
    }
  }
  if (shown == g->places) return;
  dz_write_format(w, DZ_FAINT,
                  w->chinese ? "…另有 %zu 处（--all 展开）" : "... %zu more (--all shows them)",
                  g->places - shown);
  dz_write_end(w, DZ_BLOCK_DETAIL);
}

/* Errors first, then warnings, then notes, each by place; what is many of one
 * kind is one item; notes are many and are folded. */
static void report_findings(dz_writer *w, const dz_review *review, range r) {
  group groups[DZ_FIND_COUNT] = {{NULL, 0, 0}};
  size_t notes = 0;

  find_groups(groups, review, r);
  for (int severity = DZ_ERROR; severity >= DZ_NOTE; severity--)
    for (size_t i = r.first; i < r.end; i++) {
      const dz_finding *f = &review->findings[i];
      const group *g = &groups[f->kind];
      bool grouped = g->count >= GROUP_LEAST && same_group(g->lead, f);
      if ((int)f->severity != severity || (grouped && g->lead != f)) continue;
      if (severity == DZ_NOTE && !w->options->all && ++notes > DZ_TEXT_ITEMS) continue;
      if (grouped)
        group_item(w, review, r, g);
      else
        finding(w, review, f);
    }
  if (notes > DZ_TEXT_ITEMS) dz_text_folded(w, notes - DZ_TEXT_ITEMS);
  if (r.first == r.end) {
    dz_text_label(w, DZ_PLAIN, DZ_L_NO_FINDINGS);
    dz_write_end(w, DZ_BLOCK_LINE);
  }
}

/* How much could be looked at, so that silence means something. */
static void checked(dz_writer *w, const dz_checked *c) {
  dz_write_format(w, DZ_FAINT,
                  w->chinese ? "核对了 %zu 个数字中的 %zu 个和数比率、%zu 处年份、%zu 处地名、%zu "
                               "处层级用语、%zu 个应有部分"
                             : "looked at: %zu figures, %zu sums and shares among them, %zu dates, "
                               "%zu place names, %zu words of a level, %zu parts",
                  c->figures, c->sums, c->years, c->places, c->levels, c->sections);
  dz_write_end(w, DZ_BLOCK_LINE);
}

static void heading(dz_writer *w, const dz_review *review, size_t index, range r) {
  const dz_report *report = review->reports[index];
  size_t count[3] = {0};
  dz_buffer title;

  for (size_t i = r.first; i < r.end; i++) count[review->findings[i].severity]++;
  dz_buffer_init(&title);
  dz_name_file(&title, report);
  if (dz_is_titled(report)) {
    dz_buffer_string(&title, "  ");
    dz_name_title(&title, report);
  }
  dz_text_buffer(w, DZ_PLAIN, &title);
  dz_write_end(w, DZ_BLOCK_HEADING);
  dz_write(w, DZ_FAINT, dz_label_type(report->type, w->chinese));
  if (report->year) dz_write_format(w, DZ_FAINT, w->chinese ? "  %d年" : "  %d", (int)report->year);
  if (report->role) dz_write_format(w, DZ_FAINT, "  %s", report->role);
  for (int severity = DZ_ERROR; severity >= DZ_NOTE; severity--)
    dz_write_format(w, DZ_PLAIN, "  %s %zu",
                    dz_label_text(dz_label_severity((dz_severity)severity), w->chinese),
                    count[severity]);
  dz_write_end(w, DZ_BLOCK_LINE);
}

dz_status dz_text_of_review(char **out, size_t *length, const dz_review *review, dz_cuts *cuts,
                            const dz_render_options *options, dz_error *error) {
  dz_writer w;
  range r = {0, 0};

  dz_writer_init(&w, options);
  dz_text_label(&w, DZ_PLAIN, DZ_L_REVIEW);
  dz_write_end(&w, DZ_BLOCK_TITLE);
  cuts->item = w.out.length;
  for (size_t i = 0; i < review->report_count; i++) {
    r = next_report(review, r.end, i);
    heading(&w, review, i, r);
    checked(&w, &review->checked[i]);
    report_findings(&w, review, r);
  }
  cuts->middle = cuts->later = cuts->close = w.out.length;
  return dz_writer_finish(&w, out, length, error);
}
