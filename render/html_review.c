/* html_review.c - the page of findings on single reports, each shown in its text */
#include <stdlib.h>

#include "base/error.h"
#include "excerpt.h"
#include "formats.h"
#include "html_marks.h"

enum { SPANS_SHOWN = 20, CONTEXT = 16, QUOTE_LIMIT = 120 };

static void open_finding(dz_html *h, const void *context, int32_t number) {
  const dz_review *review = context;

  dz_html_markup(h, "<span class=\"finding %s\" title=\"",
                 dz_severity_name(review->findings[number].severity));
  dz_html_text(h, dz_finding_kind_label(review->findings[number].kind, h->chinese));
  dz_html_markup(h, "\">");
}

static void finding_anchor(dz_html *h, const void *context, size_t report, int32_t number) {
  (void)context;
  (void)report;
  dz_html_markup(h, "<a id=\"x%d\"></a>", (int)number);
}

/* The words of a finding in their surroundings. */
static void quote(dz_html *h, const dz_review *review, const dz_finding *f, dz_span span,
                  size_t number) {
  const dz_report *report = review->reports[f->report];
  dz_surroundings around = dz_surroundings_of(report, span, CONTEXT);

  dz_html_markup(h, "<blockquote><cite><a href=\"#x%zu\">", number);
  dz_html_place(h, review->reports, review->report_count, (dz_place){(uint32_t)f->report, span});
  dz_html_markup(h, "</a></cite> %s", around.cut_before ? "…" : "");
  dz_html_span(h, report, around.before);
  dz_html_markup(h, "<mark class=\"finding\">");
  dz_html_excerpt(h, report, span, QUOTE_LIMIT);
  dz_html_markup(h, "</mark>");
  dz_html_span(h, report, around.after);
  dz_html_markup(h, "%s</blockquote>\n", around.cut_after ? "…" : "");
}

static void finding(dz_html *h, const dz_review *review, size_t number) {
  const dz_finding *f = &review->findings[number];
  static const char *const signs[] = {"·", "!", "✗"};

  dz_html_markup(h, "<li id=\"f%zu\" class=\"%s\">%s <b>", number, dz_severity_name(f->severity),
                 signs[f->severity]);
  dz_html_text(h, dz_finding_kind_label(f->kind, h->chinese));
  dz_html_markup(h, "</b> <small>");
  dz_html_label(h, dz_label_severity(f->severity));
  dz_html_markup(h, "</small> ");
  dz_html_text(h, h->chinese ? f->message_zh : f->message_en);
  if (dz_name_expected(f)) {
    dz_html_markup(h, " <small>");
    dz_html_label(h, DZ_L_EXPECTED);
    dz_html_markup(h, ": ");
    dz_html_text(h, dz_name_expected(f));
    dz_html_markup(h, "</small>");
  }
  for (size_t i = 0; i < f->span_count && i < SPANS_SHOWN; i++)
    quote(h, review, f, f->spans[i], number);
  dz_html_markup(h, "</li>\n");
}

/* How much could be looked at, so that silence means something. */
static void checked(dz_html *h, const dz_checked *c) {
  dz_html_markup(h,
                 h->chinese
                     ? "<p class=\"checked\"><small>核对了 %zu 个数字中的 %zu 个和数比率、%zu "
                       "处年份、%zu 处地名、%zu 处层级用语、%zu 个应有部分</small></p>\n"
                     : "<p class=\"checked\"><small>looked at: %zu figures, %zu sums and "
                       "shares among them, %zu dates, %zu place names, %zu words of a level, "
                       "%zu parts</small></p>\n",
                 c->figures, c->sums, c->years, c->places, c->levels, c->sections);
}

/* The findings [first, end) of one report, gravest first, then its text. */
static dz_status report(dz_html *h, const dz_review *review, size_t index, size_t first, size_t end,
                        dz_error *error) {
  dz_marks marks;
  dz_buffer name;

  if (!dz_marks_init(&marks, review->reports[index], index, review->finding_count)) {
    dz_marks_free(&marks);
    return dz_fail_memory(error);
  }
  marks.open = open_finding;
  marks.anchor = finding_anchor;
  marks.context = review;
  h->part++;
  dz_html_markup(h, "<section id=\"p%zu\" class=\"part\">\n<h2>", h->part);
  dz_html_report_name(h, index, review->report_count);
  dz_html_markup(h, " ");
  dz_buffer_init(&name);
  dz_name_title(&name, review->reports[index]);
  dz_html_buffer(h, &name);
  dz_html_markup(h, "</h2>\n");
  checked(h, &review->checked[index]);
  dz_html_markup(h, "<ul class=\"findings\">\n");
  for (int severity = DZ_ERROR; severity >= DZ_NOTE; severity--)
    for (size_t i = first; i < end; i++) {
      const dz_finding *f = &review->findings[i];
      if ((int)f->severity != severity) continue;
      finding(h, review, i);
      for (size_t k = 0; k < f->span_count; k++) dz_marks_set(&marks, f->spans[k], (int32_t)i);
    }
  dz_html_markup(h, "</ul>\n");
  if (first == end) {
    dz_html_markup(h, "<p>");
    dz_html_label(h, DZ_L_NO_FINDINGS);
    dz_html_markup(h, "</p>\n");
  }
  dz_html_markup(h, "<details><summary>");
  dz_html_label(h, DZ_L_TEXTS);
  dz_html_markup(h, "</summary>\n");
  dz_marks_write_all(h, &marks);
  dz_html_markup(h, "</details>\n");
  dz_html_part_end(h);
  dz_marks_free(&marks);
  return DZ_OK;
}

dz_status dz_html_review(char **out, size_t *length, const dz_review *review,
                         const dz_render_options *options, dz_error *error) {
  dz_status status = DZ_OK;
  dz_told told = dz_told_review(review);
  size_t at = 0;
  dz_html html;

  dz_html_init(&html, options);
  dz_html_begin(&html, DZ_L_REVIEW);
  dz_html_reports(&html, review->reports, review->report_count);
  dz_html_points(&html, &told);
  for (size_t i = 0; i < review->report_count && !status; i++) {
    size_t first = at;
    while (at < review->finding_count && review->findings[at].report == i) at++;
    status = report(&html, review, i, first, at, error);
  }
  dz_html_end(&html);
  if (!status) return dz_html_finish(&html, out, length, error);
  dz_buffer_free(&html.out);
  return status;
}
