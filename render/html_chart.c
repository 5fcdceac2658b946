/* html_chart.c - see html_chart.h */
#include "html_chart.h"

#include <string.h>

#include "base/decimal.h"

enum {
  WIDTH = 320,
  HEIGHT = 130,
  LEFT = 36,
  RIGHT = 12,
  TOP = 12,
  BOTTOM = 24,
  POINTS_MOST = 64,
  OUTCOMES_LEAST = 2
};

typedef struct point {
  size_t report;
  double target, outcome; /* for the place on the paper only */
  bool has_outcome;
} point;

typedef struct chart {
  point points[POINTS_MOST];
  size_t count, outcomes, reports;
  double low, high;
  const char *unit;
} chart;

static void stretch(chart *c, double value) {
  if (value < c->low) c->low = value;
  if (value > c->high) c->high = value;
}

/* The years whose target has the unit of the first; one each. */
static void collect(chart *c, const dz_ledger *ledger, const dz_thread *thread) {
  *c = (chart){.reports = ledger->report_count, .low = 1e300, .high = -1e300};
  for (size_t i = 0; i < thread->entry_count && c->count < POINTS_MOST; i++) {
    const dz_entry *entry = &ledger->entries[thread->entries[i]];
    const dz_report *report = ledger->reports[entry->report];
    const dz_commitment *commitment = &report->commitments[entry->commitment];
    point *p = &c->points[c->count];
    dz_decimal value;
    if (commitment->quantity < 0 || report->quantities[commitment->quantity].masked) continue;
    if (c->count && c->points[c->count - 1].report == entry->report) continue;
    if (!c->unit) c->unit = commitment->unit;
    if (strcmp(c->unit, commitment->unit)) continue;
    *p = (point){.report = entry->report,
                 .target = dz_decimal_double(report->quantities[commitment->quantity].number)};
    stretch(c, p->target);
    if (entry->outcome.value && entry->outcome.unit && !strcmp(entry->outcome.unit, c->unit) &&
        dz_decimal_parse(&value, entry->outcome.value)) {
      p->outcome = dz_decimal_double(value);
      p->has_outcome = true;
      c->outcomes++;
      stretch(c, p->outcome);
    }
    c->count++;
  }
}

static double x_of(const chart *c, size_t report) {
  double steps = c->reports > 1 ? (double)(c->reports - 1) : 1;

  return LEFT + (WIDTH - LEFT - RIGHT) * (double)report / steps;
}

static double y_of(const chart *c, double value) {
  double range = c->high - c->low;

  return TOP + (HEIGHT - TOP - BOTTOM) * (range > 0 ? (c->high - value) / range : 0.5);
}

/* A line through the points; where a year has no outcome, it is interrupted. */
static void line(dz_html *h, const chart *c, bool outcome) {
  bool drawing = false;

  dz_html_markup(h, "<path class=\"%s\" style=\"fill:none\"%s d=\"", outcome ? "outcome" : "target",
                 outcome ? "" : " stroke-dasharray=\"4 3\"");
  for (size_t i = 0; i < c->count; i++) {
    const point *p = &c->points[i];
    bool gap = i && p->report != c->points[i - 1].report + 1;
    if (gap || (outcome && !p->has_outcome)) drawing = false;
    if (outcome && !p->has_outcome) continue;
    dz_html_markup(h, "%c%.1f %.1f", drawing ? 'L' : 'M', x_of(c, p->report),
                   y_of(c, outcome ? p->outcome : p->target));
    drawing = true;
  }
  dz_html_markup(h, "\"/>");
}

static void marks(dz_html *h, const chart *c) {
  for (size_t i = 0; i < c->count; i++) {
    const point *p = &c->points[i];
    double x = x_of(c, p->report);
    dz_html_markup(h, "<circle class=\"target\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"/>", x,
                   y_of(c, p->target));
    if (!p->has_outcome) continue;
    dz_html_markup(h, "<rect class=\"outcome\" x=\"%.1f\" y=\"%.1f\" width=\"6\" height=\"6\"/>",
                   x - 3, y_of(c, p->outcome) - 3);
  }
}

static void years(dz_html *h, const dz_ledger *ledger, const chart *c) {
  size_t step = c->reports > 6 ? (c->reports + 5) / 6 : 1;

  for (size_t i = 0; i < c->reports; i += step) {
    dz_buffer name;
    dz_html_markup(h, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">", x_of(c, i), HEIGHT - 6);
    dz_buffer_init(&name);
    dz_name_year(&name, ledger->reports, i, c->reports, false);
    dz_html_buffer(h, &name);
    dz_html_markup(h, "</text>");
  }
}

void dz_html_chart(dz_html *h, const dz_ledger *ledger, const dz_thread *thread) {
  chart c;

  collect(&c, ledger, thread);
  if (c.outcomes < OUTCOMES_LEAST) return;
  dz_html_markup(h, "<figure><figcaption><b>");
  dz_html_text(h, thread->indicator ? thread->indicator : "—");
  dz_html_markup(h, "</b> <small>");
  dz_html_text(h, c.unit);
  dz_html_markup(h, " ○ ");
  dz_html_label(h, DZ_L_TARGET);
  dz_html_markup(h, " ■ ");
  dz_html_label(h, DZ_L_REPORTED);
  dz_html_markup(h,
                 "</small></figcaption><svg class=\"chart\" role=\"img\" viewBox=\"0 0 %d %d\" "
                 "width=\"%d\"><title>",
                 WIDTH, HEIGHT, WIDTH);
  dz_html_text(h, thread->indicator ? thread->indicator : "—");
  dz_html_markup(h, "</title><line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>", LEFT,
                 HEIGHT - BOTTOM + 4, WIDTH - RIGHT, HEIGHT - BOTTOM + 4);
  dz_html_markup(h, "<text x=\"2\" y=\"%d\">%.6g</text>", TOP + 4, c.high);
  if (c.high > c.low)
    dz_html_markup(h, "<text x=\"2\" y=\"%d\">%.6g</text>", HEIGHT - BOTTOM, c.low);
  years(h, ledger, &c);
  line(h, &c, false);
  line(h, &c, true);
  marks(h, &c);
  dz_html_markup(h, "</svg></figure>\n");
}
