/* text_list.c - the edits between two reports in the words in which changes of
 * a text are announced: 将“…”改为“…”；增加“…”；删去“…” */
#include "diff/align/announce.h"
#include "formats.h"
#include "normalize/paragraph.h"
#include "text_parts.h"

static void quoted(dz_writer *w, const dz_report *report, dz_span span) {
  dz_write(w, DZ_PLAIN, "“");
  dz_write_span(w, DZ_PLAIN, report, span);
  dz_write(w, DZ_PLAIN, "”");
}

static void say(dz_writer *w, const char *zh, const char *en) {
  dz_write(w, DZ_PLAIN, w->chinese ? zh : en);
}

/* "第二部分（一）第二十四段" from a place; top-level sections are parts. */
static void place(dz_writer *w, const dz_report *report, uint32_t position) {
  int32_t paragraph = dz_paragraph_at(report, position), section, top;
  dz_buffer name;

  dz_buffer_init(&name);
  if (paragraph < 0) {
    dz_buffer_format(&name, "@%u", (unsigned)position);
  } else {
    section = top = report->paragraphs[paragraph].section;
    while (top >= 0 && report->sections[top].parent >= 0) top = report->sections[top].parent;
    if (section >= 0 && w->chinese && report->sections[top].style == DZ_STYLE_CN_DUN) {
      dz_buffer number;
      dz_buffer_init(&number);
      dz_name_number(&number, report, top);
      dz_buffer_format(&name, "第%s部分", number.data);
      if (section != top && report->sections[section].style != DZ_STYLE_DASH)
        dz_name_number(&name, report, section);
      if (number.failed) name.failed = true;
      dz_buffer_free(&number);
    } else {
      dz_name_section(&name, report, section);
    }
    if (w->chinese) {
      dz_buffer_string(&name, "第");
      dz_name_chinese_number(&name, (size_t)paragraph + 1);
      dz_buffer_string(&name, "段");
    } else {
      dz_buffer_format(&name, "%sparagraph %d", name.length ? " " : "", (int)paragraph + 1);
    }
  }
  dz_text_buffer(w, DZ_STRONG, &name);
}

static void quoted_words(dz_writer *w, const dz_array *words) {
  dz_buffer text;

  dz_buffer_init(&text);
  dz_buffer_cps(&text, words->items, words->count);
  dz_write(w, DZ_PLAIN, "“");
  dz_text_buffer(w, DZ_PLAIN, &text);
  dz_write(w, DZ_PLAIN, "”");
}

/* 在“…”后, or, of words that stand there, “…”后的. */
static void where(dz_writer *w, const dz_comparison *c, const dz_change *change,
                  const dz_announced *edit, bool of) {
  bool behind, enough;
  dz_span context = dz_announce_context(c->reports, change, edit, &behind, &enough);

  if (context.end == context.start || (of && !enough)) return;
  if (!of || !w->chinese) say(w, "在", behind ? "behind " : "before ");
  quoted(w, c->reports[0], context);
  if (w->chinese) dz_write(w, DZ_PLAIN, behind ? "后" : "前");
  say(w, of ? "的" : "", of ? ", " : " ");
}

static void edit_item(dz_writer *w, const dz_comparison *c, const dz_change *change,
                      const dz_announced *edit) {
  dz_array old = dz_array_of(sizeof(uint32_t)), new = dz_array_of(sizeof(uint32_t));

  if (!dz_announce_words(&old, c->reports, change, edit, 0) ||
      !dz_announce_words(&new, c->reports, change, edit, 1)) {
    w->failed = true;
  } else if (!old.count) {
    where(w, c, change, edit, false);
    say(w, "增加", "added: ");
    quoted_words(w, &new);
  } else {
    if (w->chinese) dz_write(w, DZ_PLAIN, new.count ? "将" : "删去");
    if (dz_announce_wants_place(c->reports, change, &old)) where(w, c, change, edit, true);
    if (!new.count) say(w, "", "removed: ");
    quoted_words(w, &old);
    if (new.count) say(w, "改为", " becomes ");
    if (new.count) quoted_words(w, &new);
  }
  dz_array_free(&old);
  dz_array_free(&new);
}

static void edits(dz_writer *w, const dz_comparison *c, const dz_change *change) {
  bool any = false;

  for (dz_announced edit = {0}; dz_announce_next(c->reports, change, &edit); any = true) {
    if (any) say(w, "；", "; ");
    edit_item(w, c, change, &edit);
  }
}

static bool has_edits(const dz_change *change) {
  for (size_t op = 0; op < change->op_count; op++)
    if (dz_announce_is_edit(&change->ops[op])) return true;
  return false;
}

static void moved(dz_writer *w, const dz_comparison *c, const dz_change *change) {
  say(w, "将", "moved from ");
  place(w, c->reports[0], change->a[0].start);
  if (w->chinese) quoted(w, c->reports[0], change->a[0]);
  say(w, "移至", " to ");
  place(w, c->reports[1], change->b[0].start);
  if (!w->chinese) {
    dz_write(w, DZ_PLAIN, ": ");
    quoted(w, c->reports[0], change->a[0]);
  }
  if (!has_edits(change)) return;
  say(w, "，并", "; ");
  edits(w, c, change);
}

/* Sentences of which nothing but the marks or the script is another: editions
 * of one text are full of them, so they are counted and shown on demand. */
static bool is_slight(const dz_writer *w, const dz_change *change) {
  return !w->options->all && change->type == DZ_CHANGE_REWRITTEN &&
         change->attributes & (DZ_ATTR_PUNCTUATION | DZ_ATTR_SCRIPT);
}

static bool in_place(const dz_change *change) {
  return change->type == DZ_CHANGE_REWRITTEN || change->type == DZ_CHANGE_SPLIT ||
         change->type == DZ_CHANGE_MERGED;
}

static void one_rewritten(dz_writer *w, const dz_comparison *c, const dz_change *change) {
  if (change->type == DZ_CHANGE_SPLIT)
    dz_write_format(w, DZ_PLAIN, w->chinese ? "一句分为%zu句" : "one sentence becomes %zu",
                    change->b_count);
  if (change->type == DZ_CHANGE_MERGED)
    dz_write_format(w, DZ_PLAIN, w->chinese ? "%zu句并为一句" : "%zu sentences become one",
                    change->a_count);
  if (!has_edits(change)) return;
  if (change->type != DZ_CHANGE_REWRITTEN) say(w, "，", ", ");
  edits(w, c, change);
}

/* Neighbours that were rewritten in one paragraph, as one item. Returns the
 * index behind the last of them. */
static size_t rewritten(dz_writer *w, const dz_comparison *c, size_t first) {
  int32_t paragraph = dz_paragraph_at(c->reports[0], c->changes[first].a[0].start);
  size_t i = first;

  say(w, "在", "in ");
  place(w, c->reports[0], c->changes[first].a[0].start);
  say(w, "，", ": ");
  for (; i < c->change_count && in_place(&c->changes[i]) && !is_slight(w, &c->changes[i]); i++) {
    if (dz_paragraph_at(c->reports[0], c->changes[i].a[0].start) != paragraph) break;
    if (i > first) say(w, "；", "; ");
    one_rewritten(w, c, &c->changes[i]);
  }
  return i;
}

/* Changes that were made as one: neighbours inserted into, or deleted from,
 * one paragraph. Returns the index behind the last of them. */
static size_t whole_sentences(dz_writer *w, const dz_comparison *c, size_t first) {
  const dz_change *change = &c->changes[first];
  size_t side = change->type == DZ_CHANGE_INSERTED, i = first;
  int32_t paragraph = dz_paragraph_at(c->reports[side], (side ? change->b : change->a)[0].start);

  say(w, side ? "在" : "删去", side ? "added in " : "removed from ");
  place(w, c->reports[side], (side ? change->b : change->a)[0].start);
  if (side) say(w, "增加", "");
  say(w, "", ": ");
  dz_write(w, DZ_PLAIN, "“");
  for (; i < c->change_count && c->changes[i].type == change->type; i++) {
    const dz_span *spans = side ? c->changes[i].b : c->changes[i].a;
    size_t count = side ? c->changes[i].b_count : c->changes[i].a_count;
    if (dz_paragraph_at(c->reports[side], spans[0].start) != paragraph) break;
    for (size_t k = 0; k < count; k++) dz_write_span(w, DZ_PLAIN, c->reports[side], spans[k]);
  }
  dz_write(w, DZ_PLAIN, "”");
  return i;
}

static size_t item(dz_writer *w, const dz_comparison *c, size_t first) {
  const dz_change *change = &c->changes[first];

  switch (change->type) {
  case DZ_CHANGE_INSERTED:
  case DZ_CHANGE_DELETED: return whole_sentences(w, c, first);
  case DZ_CHANGE_MOVED:
  case DZ_CHANGE_MOVED_REWRITTEN: moved(w, c, change); return first + 1;
  default: return rewritten(w, c, first);
  }
}

/* What was not listed, by how many sentences. */
static void slight(dz_writer *w, size_t marks, size_t script) {
  if (!marks && !script) return;
  say(w, "另有", "besides: ");
  if (marks)
    dz_write_format(w, DZ_FAINT,
                    w->chinese ? "%zu句只改标点" : "%zu sentences with other punctuation only",
                    marks);
  if (marks && script) say(w, "、", ", ");
  if (script)
    dz_write_format(
        w, DZ_FAINT,
        w->chinese ? "%zu句只是字形或全半角不同" : "%zu with another script or width only", script);
  say(w, "（--all 展开）", " (--all shows them)");
  dz_write_end(w, DZ_BLOCK_LINE);
}

dz_status dz_text_list(char **out, size_t *length, const dz_comparison *c,
                       const dz_render_options *options, dz_error *error) {
  dz_writer w;
  size_t number = 0, marks = 0, script = 0;

  dz_writer_init(&w, options);
  say(&w, "修改说明", "list of edits");
  dz_write_end(&w, DZ_BLOCK_TITLE);
  dz_text_reports(&w, c->reports, c->report_count);
  say(&w, "改、删、移依甲文段次，增依乙文段次",
      "paragraphs are those of A; of B for what is added");
  dz_write_end(&w, DZ_BLOCK_LINE);
  if (c->two_offices) {
    dz_text_label(&w, DZ_PLAIN, DZ_L_TWO_OFFICES);
    dz_write_end(&w, DZ_BLOCK_LINE);
  }
  for (size_t i = c->two_offices ? c->change_count : 0; i < c->change_count;) {
    bool is_script = c->changes[i].attributes & DZ_ATTR_SCRIPT,
         skipped = is_slight(&w, &c->changes[i]);
    script += skipped && is_script;
    marks += skipped && !is_script;
    if (skipped || c->changes[i].type == DZ_CHANGE_EQUAL) {
      i++;
      continue;
    }
    dz_write_format(&w, DZ_PLAIN, "%zu. ", ++number);
    i = item(&w, c, i);
    say(&w, "。", ".");
    dz_write_end(&w, DZ_BLOCK_ITEM);
  }
  slight(&w, marks, script);
  if (!c->two_offices && !number && !marks && !script) {
    dz_text_label(&w, DZ_PLAIN, DZ_L_NO_CHANGES);
    dz_write_end(&w, DZ_BLOCK_LINE);
  }
  return dz_writer_finish(&w, out, length, error);
}
