/* text_sections.c - which sections stand where: presence, absence, order */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "due.h"
#include "spread.h"
#include "text_compare.h"

enum {
  COMPACT_FROM = 7, /* reports from which a cell holds a sign only */
  NUMBERS_SHOWN = 3,
  PAIRS_SHOWN = 24,
  BAR = 7,
  MATRIX_MOST = 12, /* reports whose similarities fit side by side, and their parts */
  ROW_GROUP = 5,    /* signs of a longer row that stand together */
  PAIRS_OF_MANY = 20
};

/* Does the section stand inside another of the list? */
static bool nested(const dz_report *report, const int32_t *sections, size_t count,
                   int32_t section) {
  for (int32_t p = report->sections[section].parent; p >= 0; p = report->sections[p].parent)
    for (size_t i = 0; i < count; i++)
      if (sections[i] == p) return true;
  return false;
}

/* "三 五 ✓": the outermost sections that play a part, by their numbers; one
 * sign for all passages without a heading, one if all is in words only. Neighbours of one name
 * (headings
 * without a number of their own) are named once. */
static void numbers(dz_writer *w, const dz_report *report, const int32_t *sections, size_t count) {
  size_t shown = 0, looked_at = count < NUMBERS_SHOWN * 4 ? count : NUMBERS_SHOWN * 4;
  bool unheaded = false, vacuous = true;
  dz_buffer name, last;

  dz_buffer_init(&last);
  for (size_t i = 0; i < count && shown <= NUMBERS_SHOWN; i++) {
    const dz_section *s = &report->sections[sections[i]];
    if (nested(report, sections, looked_at, sections[i])) continue;
    vacuous = vacuous && s->vacuous;
    unheaded = unheaded || !s->headed;
    if (!s->headed) continue;
    dz_buffer_init(&name);
    dz_name_section(&name, report, sections[i]);
    if (!shown || strcmp(name.data, last.data)) {
      bool numbered = s->number.end >
                      s->number.start; /* a heading alone is long: it may be parted */
      if (shown) dz_write(w, DZ_PLAIN, " ");
      if (shown++ == NUMBERS_SHOWN)
        dz_write(w, DZ_PLAIN, "…");
      else if (numbered)
        dz_write_whole(w, DZ_PLAIN, name.data);
      else
        dz_write(w, DZ_PLAIN, name.data);
    }
    if (name.failed) w->failed = true;
    dz_buffer_free(&last);
    last = name;
  }
  dz_buffer_free(&last);
  if (unheaded) dz_write(w, DZ_PLAIN, shown ? " ✓" : "✓");
  if (vacuous) dz_write(w, DZ_NOTABLE, "○");
}

/* What is to be said of one part in one report. */
static void presence(dz_writer *w, const dz_comparison *c, const dz_presence *row, size_t report) {
  const dz_missing *missing = dz_due_missing(c, report, row->canonical);

  if (missing)
    dz_write_format(w, DZ_NOTABLE, "%s%s", dz_due_sign(missing->why),
                    c->report_count < COMPACT_FROM
                        ? dz_label_text(dz_label_absence(missing->why), w->chinese)
                        : "");
  else if (!row->section_count[report])
    dz_write(w, DZ_FAINT, dz_due_elsewhere(c, report, row) ? "◐" : "·");
  else if (c->report_count < COMPACT_FROM)
    numbers(w, c->reports[report], row->sections[report], row->section_count[report]);
  else
    dz_write(w, DZ_PLAIN, "●");
}

/* "1–5 6–10": the reports of each group of signs in a row. */
static void group_heads(dz_writer *w, size_t count) {
  for (size_t r = 0; r < count; r += ROW_GROUP) {
    size_t last = r + ROW_GROUP < count ? r + ROW_GROUP : count;
    dz_write(w, DZ_STRONG, r ? "  " : "");
    if (last > r + 1)
      dz_write_format(w, DZ_STRONG, "%zu–%zu", r + 1, last);
    else
      dz_write_format(w, DZ_STRONG, "%zu", last);
  }
  dz_write_cell(w);
}

/* All reports in one cell, a sign for each. */
static void presence_row(dz_writer *w, const dz_comparison *c, const dz_presence *row) {
  for (size_t r = 0; r < c->report_count; r++) {
    if (r && r % ROW_GROUP == 0) dz_write(w, DZ_PLAIN, "  ");
    presence(w, c, row, r);
  }
  dz_write_cell(w);
}

static void presence_table(dz_writer *w, const dz_comparison *c) {
  bool row = c->report_count > MATRIX_MOST;

  dz_write_table(w, row ? 2 : c->report_count + 1);
  dz_text_label_cell(w, DZ_L_CANONICAL);
  if (row) group_heads(w, c->report_count);
  for (size_t i = 0; i < c->report_count && !row; i++) {
    dz_text_report(w, DZ_STRONG, i, c->report_count);
    dz_write_cell(w);
  }
  for (size_t i = 0; i < c->presence_count; i++) {
    const dz_canonical *canonical = c->presence[i].canonical;
    if (!dz_due_tells(c, &c->presence[i])) continue;
    dz_text_cell(w, DZ_PLAIN, w->chinese ? canonical->name_zh : canonical->name_en);
    if (row) presence_row(w, c, &c->presence[i]);
    for (size_t r = 0; r < c->report_count && !row; r++) {
      presence(w, c, &c->presence[i], r);
      dz_write_cell(w);
    }
  }
  dz_write_table_end(w);
}

void dz_text_sections(dz_writer *w, const dz_comparison *c) {
  if (!c->presence_count) {
    dz_text_label(w, DZ_NOTABLE, DZ_L_NO_SECTIONS);
    dz_write_end(w, DZ_BLOCK_LINE);
    return;
  }
  presence_table(w, c);
  dz_write(w, DZ_FAINT,
           w->chinese ? "✗ 缺  ○ 空泛  ？ 未认出  ◐ 并入他处  ✓ 有此内容而无标题  · 未列也非必备"
                      : "✗ absent  ○ in name only  ？ not recognised  ◐ in another section  ✓ "
                        "there without a heading  · not "
                        "there, not due");
  dz_write_end(w, DZ_BLOCK_LINE);
}

/* "缺 存在问题与不足（必备）、党的建设": one kind of absence in one report. */
static size_t missing_kind(dz_writer *w, const dz_comparison *c, size_t report, dz_absence why,
                           size_t before) {
  size_t shown = 0;

  for (int required = 1; required >= 0; required--)
    for (size_t i = 0; i < c->missing_count; i++) {
      const dz_missing *m = &c->missing[i];
      if (m->report != report || m->why != why || (m->requirement == DZ_REQUIRED) != required)
        continue;
      if (!shown++) {
        dz_write(w, DZ_PLAIN, before ? (w->chinese ? "；" : "; ") : "  ");
        dz_write_format(w, DZ_NOTABLE, "%s ", dz_label_text(dz_label_absence(why), w->chinese));
      } else {
        dz_write(w, DZ_PLAIN, w->chinese ? "、" : ", ");
      }
      dz_write(w, DZ_PLAIN, w->chinese ? m->canonical->name_zh : m->canonical->name_en);
      if (required)
        dz_write_format(w, DZ_FAINT, w->chinese ? "（%s）" : " (%s)",
                        dz_label_text(DZ_L_REQUIRED, w->chinese));
    }
  return shown;
}

void dz_text_missing(dz_writer *w, const dz_comparison *c) {
  for (size_t report = 0; report < c->report_count; report++) {
    size_t any = 0;
    for (size_t i = 0; i < c->missing_count && !any; i++) any += c->missing[i].report == report;
    if (!any) continue;
    dz_text_report(w, DZ_STRONG, report, c->report_count);
    any = missing_kind(w, c, report, DZ_ABSENT, 0);
    any += missing_kind(w, c, report, DZ_EMPTY, any);
    any += missing_kind(w, c, report, DZ_MERGED, any);
    missing_kind(w, c, report, DZ_UNRECOGNISED, any);
    dz_write_end(w, DZ_BLOCK_ITEM);
  }
}

static void bar(dz_writer *w, double share) {
  int full = (int)(share * BAR + 0.5);

  for (int i = 0; i < BAR; i++) dz_write(w, DZ_FAINT, i < full ? "▓" : "░");
  dz_write_format(w, DZ_PLAIN, " %.2f", share);
}

static void section_cell(dz_writer *w, const dz_report *report, int32_t section) {
  dz_buffer name;

  dz_buffer_init(&name);
  dz_name_section(&name, report, section);
  dz_text_buffer(w, DZ_PLAIN, &name);
  dz_write_cell(w);
}

static void pair_row(dz_writer *w, const dz_pairing *c, const dz_section_pair *pair) {
  const dz_section *a = &c->reports[0]->sections[pair->a], *b = &c->reports[1]->sections[pair->b];
  double before = a->extent.end - a->extent.start, after = b->extent.end - b->extent.start;

  dz_text_cell(w, DZ_MOVED, pair->moved ? "⇅" : "");
  if (b->headed)
    dz_write_excerpt(w, DZ_PLAIN, c->reports[1], b->heading, DZ_TEXT_MATTER);
  else
    dz_text_label(w, DZ_FAINT, DZ_L_UNHEADED);
  dz_write_cell(w);
  section_cell(w, c->reports[0], pair->a);
  section_cell(w, c->reports[1], pair->b);
  if (before > 0 && fabs(after - before) * 200 < before)
    dz_write(w, DZ_PLAIN, "0%"); /* no sign where nothing is seen of it */
  else if (before > 0)
    dz_write_format(w, DZ_PLAIN, "%+.0f%%", 100 * (after - before) / before);
  dz_write_cell(w);
  bar(w, pair->similarity);
  dz_write_cell(w);
}

/* Sections of one report that found no partner, and where their matter went. */
static void unpaired(dz_writer *w, const dz_pairing *c, int side) {
  size_t shown = 0;

  for (size_t i = 0; i < c->unpaired_count; i++) {
    const dz_unpaired *u = &c->unpaired[i];
    const dz_section *section;
    dz_buffer into;
    if (u->report != c->index[side]) continue;
    section = &c->reports[side]->sections[u->section];
    if (!w->options->all && shown == DZ_TEXT_ITEMS) {
      dz_write(w, DZ_FAINT, " …");
      break;
    }
    if (!shown++) {
      dz_text_label(w, DZ_PLAIN, DZ_L_ONLY_IN);
      dz_write(w, DZ_PLAIN, w->chinese ? "" : " ");
      dz_text_report(w, DZ_STRONG, c->index[side], c->count);
      dz_write(w, DZ_PLAIN, ": ");
    } else {
      dz_write(w, DZ_PLAIN, w->chinese ? "；" : "; ");
    }
    dz_write_span(w, DZ_PLAIN, c->reports[side], section->number);
    dz_write_excerpt(w, DZ_PLAIN, c->reports[side], section->heading, DZ_TEXT_MATTER);
    if (u->fate != DZ_FATE_MERGED) continue;
    dz_buffer_init(&into);
    if (u->into >= 0) dz_name_section(&into, c->reports[!side], u->into);
    dz_write(w, DZ_FAINT, w->chinese ? "（并入" : " (in ");
    dz_text_buffer(w, DZ_FAINT, &into);
    dz_write(w, DZ_FAINT, w->chinese ? "）" : ")");
  }
  if (shown) dz_write_end(w, DZ_BLOCK_LINE);
}

/* Is the pair worth a row by itself? Pairs deep inside others are folded. */
static bool outer_pair(const dz_pairing *c, const dz_section_pair *pair) {
  return pair->moved || c->reports[0]->sections[pair->a].level <= 2 ||
         c->reports[1]->sections[pair->b].level <= 2;
}

static void alignment_table(dz_writer *w, const dz_pairing *c) {
  size_t shown = 0;

  dz_text_label(w, DZ_PLAIN, DZ_L_ALIGNED_SECTIONS);
  dz_write_end(w, DZ_BLOCK_SUBHEAD);
  dz_write_table(w, 6);
  dz_text_cell(w, DZ_PLAIN, "");
  dz_text_label(w, DZ_PLAIN, DZ_L_SECTION);
  dz_write(w, DZ_PLAIN, w->chinese ? "（" : " (of ");
  dz_text_report(w, DZ_STRONG, c->index[1], c->count);
  dz_write(w, DZ_PLAIN, w->chinese ? "）" : ")");
  dz_write_cell(w);
  for (int side = 0; side < 2; side++) {
    dz_text_report(w, DZ_STRONG, c->index[side], c->count);
    dz_write_cell(w);
  }
  dz_text_label_cell(w, DZ_L_LENGTH);
  dz_text_label_cell(w, DZ_L_SIMILAR);
  for (size_t i = 0; i < c->alignment_count; i++) {
    if (!w->options->all && (shown == PAIRS_SHOWN || !outer_pair(c, &c->alignment[i]))) continue;
    pair_row(w, c, &c->alignment[i]);
    shown++;
  }
  dz_write_table_end(w);
  dz_text_folded(w, c->alignment_count - shown);
}

void dz_text_alignment(dz_writer *w, const dz_pairing *c) {
  if (c->alignment_count) alignment_table(w, c);
  unpaired(w, c, 0);
  unpaired(w, c, 1);
}

/* Too many reports for a matrix: the closest pairs. Each round takes the next
 * smaller value, so that no list of all pairs has to be sorted. */
static void closest_pairs(dz_writer *w, const dz_comparison *c) {
  double below = 2;
  size_t shown = 0, n = c->report_count;

  while (shown < PAIRS_OF_MANY) {
    double best = 0;
    for (size_t i = 0; i < n * n; i++)
      if (i / n != i % n && c->similarity[i] < below && c->similarity[i] > best)
        best = c->similarity[i];
    if (best <= 0) break;
    for (size_t i = 0; i < n * n && shown < PAIRS_OF_MANY; i++) {
      if (i / n == i % n || c->similarity[i] < best || c->similarity[i] > best) continue;
      dz_write_format(w, DZ_PLAIN,
                      w->chinese ? "%zu 的 %.0f%% 见于 %zu" : "%zu: %.0f%% found in %zu", i / n + 1,
                      100 * best, i % n + 1);
      dz_write_end(w, DZ_BLOCK_ITEM);
      shown++;
    }
    below = best;
  }
}

/* "一组：甲 乙 丁": reports that share much. */
static void groups(dz_writer *w, const dz_comparison *c) {
  size_t n = c->report_count, *group = malloc(n * sizeof *group);

  if (!group) {
    w->failed = true;
    return;
  }
  dz_spread_groups(c, group);
  for (size_t first = 0; first < n; first++) {
    size_t members = 0;
    for (size_t i = first; i < n; i++) members += group[i] == first;
    if (members < 2) continue;
    dz_write_format(w, DZ_PLAIN,
                    w->chinese ? "相同文字达 %.0f%% 以上的一组："
                               : "share %.0f%% or more of their text: ",
                    100 * DZ_SPREAD_GROUP);
    for (size_t i = first; i < n; i++) {
      if (group[i] != first) continue;
      dz_text_report(w, DZ_STRONG, i, n);
      dz_write(w, DZ_PLAIN, " ");
    }
    dz_write_end(w, DZ_BLOCK_ITEM);
  }
  free(group);
}

static void matrix(dz_writer *w, const dz_comparison *c) {
  size_t n = c->report_count;

  dz_write_table(w, n + 1);
  dz_text_cell(w, DZ_PLAIN, "");
  for (size_t i = 0; i < n; i++) {
    dz_text_report(w, DZ_STRONG, i, n);
    dz_write_cell(w);
  }
  for (size_t i = 0; i < n; i++) {
    dz_text_report(w, DZ_STRONG, i, n);
    dz_write_cell(w);
    for (size_t k = 0; k < n; k++) {
      if (i == k)
        dz_write(w, DZ_FAINT, "—");
      else
        dz_write_format(w, DZ_PLAIN, "%.0f", 100 * c->similarity[i * n + k]);
      dz_write_cell(w);
    }
  }
  dz_write_table_end(w);
}

void dz_text_similarity(dz_writer *w, const dz_comparison *c) {
  if (!c->similarity) return;
  dz_write(w, DZ_FAINT,
           w->chinese ? "每行一份：其文字有多少见于他份（%）"
                      : "each row: how much of its text stands in the others (%)");
  dz_write_end(w, DZ_BLOCK_LINE);
  if (c->report_count > MATRIX_MOST)
    closest_pairs(w, c);
  else
    matrix(w, c);
  groups(w, c);
}
