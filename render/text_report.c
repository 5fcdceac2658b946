/* text_report.c - what was read of one report, for a terminal or as Markdown */
#include "formats.h"
#include "text_parts.h"

enum { INDENT_MOST = 8, NAME_SHOWN = 40 };

static void head(dz_writer *w, const dz_report *report) {
  dz_buffer name;

  dz_buffer_init(&name);
  dz_name_title(&name, report);
  dz_text_buffer(w, DZ_PLAIN, &name);
  dz_write_end(w, DZ_BLOCK_TITLE);
  if (dz_is_titled(report)) dz_write_format(w, DZ_FAINT, "%s  ", report->path);
  dz_write_format(w, DZ_FAINT, "%s %s  %zu %s", report->format, report->encoding,
                  report->text.length, dz_label_text(DZ_L_CHARACTERS, w->chinese));
  dz_write_end(w, DZ_BLOCK_LINE);
  dz_write(w, DZ_PLAIN, dz_label_type(report->type, w->chinese));
  if (report->year) dz_write_format(w, DZ_PLAIN, w->chinese ? "  %d年" : "  %d", (int)report->year);
  if (report->place) dz_write_format(w, DZ_PLAIN, "  %s", report->place);
  if (report->role) dz_write_format(w, DZ_PLAIN, "  %s", report->role);
  dz_write_end(w, DZ_BLOCK_LINE);
  for (size_t i = 0; i < report->note_count; i++) {
    dz_text_label(w, DZ_NOTABLE, DZ_L_NOTES);
    dz_write_format(w, DZ_PLAIN, ": %s", report->notes[i]);
    dz_write_end(w, DZ_BLOCK_LINE);
  }
}

/* Number and heading of a section, indented by its level. */
static void section_name(dz_writer *w, const dz_report *report, const dz_section *s) {
  int indent = s->level - 1 < INDENT_MOST ? s->level - 1 : INDENT_MOST;

  for (int i = 0; i < indent; i++) dz_write(w, DZ_PLAIN, w->markdown ? "　" : "  ");
  if (!s->headed) {
    dz_write(w, DZ_FAINT, w->chinese ? "（" : "(");
    dz_text_label(w, DZ_FAINT, DZ_L_UNHEADED);
    dz_write(w, DZ_FAINT, w->chinese ? "）" : ")");
    return;
  }
  dz_write_span(w, DZ_PLAIN, report, s->number);
  dz_write_excerpt(w, DZ_PLAIN, report, s->heading, NAME_SHOWN);
}

static void outline(dz_writer *w, const dz_report *report) {
  if (!report->section_count) {
    dz_text_label(w, DZ_NOTABLE, DZ_L_NO_SECTIONS);
    dz_write_end(w, DZ_BLOCK_LINE);
    return;
  }
  dz_write_table(w, 3);
  dz_text_label_cell(w, DZ_L_SECTION);
  dz_text_label_cell(w, DZ_L_CANONICAL);
  dz_text_label_cell(w, DZ_L_LENGTH);
  for (size_t i = 0; i < report->section_count; i++) {
    const dz_section *s = &report->sections[i];
    section_name(w, report, s);
    dz_write_cell(w);
    if (s->canonical)
      dz_write(w, DZ_PLAIN, w->chinese ? s->canonical->name_zh : s->canonical->name_en);
    else
      dz_write(w, DZ_FAINT, "—");
    if (s->vacuous)
      dz_write_format(w, DZ_NOTABLE, " (%s)", dz_label_text(DZ_L_VACUOUS, w->chinese));
    dz_write_cell(w);
    dz_write_format(w, DZ_FAINT, "%u", (unsigned)(s->extent.end - s->extent.start));
    dz_write_cell(w);
  }
  dz_write_table_end(w);
}

static void figures(dz_writer *w, const dz_report *report) {
  size_t shown = dz_text_shown(w, report->quantity_count, 2 * DZ_TEXT_ITEMS);

  dz_write_table(w, 3);
  dz_text_label_cell(w, DZ_L_INDICATOR);
  dz_text_label_cell(w, DZ_L_VALUE);
  dz_text_label_cell(w, DZ_L_WHERE);
  for (size_t i = 0; i < shown; i++) {
    const dz_quantity *q = &report->quantities[i];
    dz_buffer place, name;
    dz_buffer_init(&name);
    dz_name_quantity(&name, q);
    if (!name.length) dz_buffer_string(&name, "—");
    dz_text_buffer(w, DZ_PLAIN, &name);
    dz_write_cell(w);
    dz_write_span(w, q->masked ? DZ_NOTABLE : DZ_PLAIN, report, q->span);
    dz_write_cell(w);
    dz_buffer_init(&place);
    dz_name_place(&place, report, q->span.start);
    dz_text_buffer(w, DZ_FAINT, &place);
    dz_write_cell(w);
  }
  dz_write_table_end(w);
  dz_text_folded(w, report->quantity_count - shown);
}

static void commitment(dz_writer *w, const dz_report *report, const dz_commitment *c) {
  dz_buffer place, deadline;

  dz_write(w, DZ_PLAIN, "· ");
  dz_write_excerpt(w, DZ_PLAIN, report, c->span, 2 * DZ_TEXT_QUOTE);
  dz_write(w, DZ_FAINT, "  ");
  dz_buffer_init(&place);
  dz_name_place(&place, report, c->span.start);
  dz_text_buffer(w, DZ_FAINT, &place);
  dz_write_format(w, DZ_FAINT, "  %s %s %d", dz_label_text(dz_label_kind(c->kind), w->chinese),
                  dz_label_text(DZ_L_STRENGTH, w->chinese), c->strength);
  dz_buffer_init(&deadline);
  dz_name_deadline(&deadline, c);
  if (deadline.failed) w->failed = true;
  if (deadline.length) dz_write_format(w, DZ_FAINT, "  ≤%s", deadline.data);
  dz_buffer_free(&deadline);
  dz_write_end(w, DZ_BLOCK_ITEM);
}

static void left_out(dz_writer *w, const dz_report *report) {
  size_t shown = dz_text_shown(w, report->noise_count, DZ_TEXT_ITEMS);

  for (size_t i = 0; i < shown; i++) {
    dz_write_format(w, DZ_PLAIN, "· %s @%u  ", dz_noise_kind_name(report->noise[i].kind),
                    (unsigned)report->noise[i].span.start);
    dz_write_excerpt(w, DZ_FAINT, report, report->noise[i].span, DZ_TEXT_QUOTE);
    dz_write_end(w, DZ_BLOCK_ITEM);
  }
  dz_text_folded(w, report->noise_count - shown);
}

dz_status dz_text_of_report(char **out, size_t *length, const dz_report *report,
                            const dz_render_options *options, dz_error *error) {
  dz_told told = dz_told_report(&report);
  dz_writer w;
  size_t part = 0, shown = report->commitment_count;

  dz_writer_init(&w, options);
  head(&w, report);
  dz_text_points(&w, &told);
  dz_text_part(&w, &part, DZ_L_OUTLINE);
  outline(&w, report);
  if (report->quantity_count) {
    dz_text_part(&w, &part, DZ_L_FIGURES);
    figures(&w, report);
  }
  if (report->commitment_count) {
    dz_text_part(&w, &part, DZ_L_COMMITMENTS);
    shown = dz_text_shown(&w, report->commitment_count, 2 * DZ_TEXT_ITEMS);
    for (size_t i = 0; i < shown; i++) commitment(&w, report, &report->commitments[i]);
    dz_text_folded(&w, report->commitment_count - shown);
  }
  if (report->noise_count) {
    dz_text_part(&w, &part, DZ_L_NOISE);
    left_out(&w, report);
  }
  return dz_writer_finish(&w, out, length, error);
}
