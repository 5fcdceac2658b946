/* sentence.c - sentences
 *
 * A sentence ends behind 。！？ and the closing quotes and brackets that follow
 * (GB/T 15834), at the end of its paragraph, and where a section or the body
 * of one begins; ； ends none. Linear. */
#include "base/error.h"
#include "normalize/draft.h"
#include "text/spans.h"
#include "text/unicode.h"

enum { HALF_STOP_LEAST = 6 }; /* characters in front of it: 一.基本情况 is numbered */

typedef struct splitter {
  const dz_report *report;
  dz_array list;        /* dz_sentence */
  size_t next;          /* first section that starts at or behind the place reached */
  int32_t current;      /* innermost section there */
  uint32_t heading_end; /* in the folded text: the heading we are in ends here, 0 none */
} splitter;

static bool ends_sentence(uint32_t fold) {
  return fold == U'。' || fold == '!' || fold == '?';
}

/* A full stop in half width between Chinese characters: 保住七百来亩.旧欠收回143万元. */
static bool is_half_stop(const dz_text *text, size_t i) {
  return text->fold[i] == '.' && i > 0 && dz_is_han(text->fold[i - 1]) &&
         dz_is_han(dz_fold_at(text, i + 1));
}

/* A mark that belongs to the sentence before it. Quotes are one in the folded
 * text, so the original decides; a straight quote closes where one is open. */
static bool closes(uint32_t cp, bool open) {
  switch (cp) {
  case 0x201D:
  case 0x2019:
  case 0x300D:
  case 0x300F:
  case 0xFF09:
  case ')':
  case 0x300B:
  case 0x3011: return true;
  case '"': return open;
  default: return false;
  }
}

static dz_status add(splitter *s, uint32_t start, uint32_t end, size_t paragraph, bool heading,
                     dz_error *error) {
  const dz_text *text = &s->report->text;
  dz_sentence *sentence = dz_array_push(&s->list);

  if (!sentence) return dz_fail_memory(error);
  sentence->fold = (dz_span){start, end};
  sentence->span = dz_fold_to_span(text, sentence->fold);
  sentence->paragraph = (int32_t)paragraph;
  sentence->section = s->current;
  sentence->heading = heading;
  return DZ_OK;
}

static uint32_t next_start(const splitter *s) {
  if (s->next >= s->report->section_count) return UINT32_MAX;
  return s->report->sections[s->next].extent.start;
}

/* Brings `current` up to the place fold[i]. */
static void enter(splitter *s, uint32_t i) {
  const dz_report *report = s->report;
  const dz_text *text = &report->text;

  while (next_start(s) <= text->origin[i]) {
    const dz_section *section = &report->sections[s->next];
    s->current = (int32_t)s->next++;
    if (section->heading.end <= section->heading.start) continue;
    s->heading_end = (uint32_t)dz_text_fold_position(text, section->heading.end);
    if (s->heading_end < text->fold_length &&
        (ends_sentence(text->fold[s->heading_end]) || text->fold[s->heading_end] == ':'))
      s->heading_end++;
  }
  while (s->current != DZ_NO_SECTION && report->sections[s->current].extent.end <= text->origin[i])
    s->current = report->sections[s->current].parent;
}

/* One past the sentence that starts at fold[start], at most `end`. */
static uint32_t sentence_end(const splitter *s, uint32_t start, uint32_t end) {
  const dz_text *text = &s->report->text;
  uint32_t limit = next_start(s);
  bool open = false;

  for (uint32_t i = start; i < end; i++) {
    if (i > start && text->origin[i] >= limit) return i;
    if (text->fold[i] == '"') open = !open;
    if (!ends_sentence(text->fold[i]) && !(i >= start + HALF_STOP_LEAST && is_half_stop(text, i)))
      continue;
    while (i + 1 < end &&
           (ends_sentence(text->fold[i + 1]) || closes(text->cp[text->origin[i + 1]], open))) {
      if (text->fold[i + 1] == '"') open = !open;
      i++;
    }
    return i + 1;
  }
  return end;
}

static dz_status split_paragraph(splitter *s, size_t paragraph, uint32_t from, uint32_t to,
                                 dz_error *error) {
  dz_status status = DZ_OK;

  for (uint32_t i = from; i < to && !status;) {
    uint32_t end;
    enter(s, i);
    bool heading = s->heading_end > i;
    end = heading ? s->heading_end < to ? s->heading_end : to : sentence_end(s, i, to);
    status = add(s, i, end, paragraph, heading, error);
    i = end;
  }
  return status;
}

dz_status dz_sentences_split(dz_draft *draft, dz_error *error) {
  const dz_report *report = &draft->report;
  const dz_text *text = &report->text;
  splitter s = {
      .report = report, .list = dz_array_of(sizeof(dz_sentence)), .current = DZ_NO_SECTION};
  dz_status status = DZ_OK;

  for (size_t p = 0; p < report->paragraph_count && !status; p++) {
    size_t start = dz_text_fold_position(text, report->paragraphs[p].span.start);
    size_t end = dz_text_fold_position(text, report->paragraphs[p].span.end);
    while (start < end && text->fold[start] == '\n') start++;
    while (end > start && text->fold[end - 1] == '\n') end--;
    status = split_paragraph(&s, p, (uint32_t)start, (uint32_t)end, error);
  }
  if (!status) {
    draft->report.sentence_count = s.list.count;
    draft->report.sentences = dz_array_freeze(&s.list, &draft->arena);
    if (!draft->report.sentences) status = dz_fail_memory(error);
  }
  dz_array_free(&s.list);
  return status;
}
