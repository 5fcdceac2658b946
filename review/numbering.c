/* numbering.c - gaps in the numbers of headings; a list that begins again at 1 is another list
 *
 * A gap may be a place where a download site cut the text. An item whose
 * heading could not be told from a sentence is no gap: its number is looked
 * for in the text between. */
#include <stdlib.h>

#include "base/error.h"
#include "normalize/outline/enumerator.h"
#include "normalize/sections/canonical.h"
#include "review.h"
#include "text/phrase.h"
#include "text/spans.h"

enum { STYLE_COUNT = DZ_STYLE_MARKUP + 1 };

typedef struct numbering {
  const dz_report *report;
  dz_finding_list *list;
  int32_t *last; /* per section and style: last child of that style, -1 none */
} numbering;

static int32_t *last_of(numbering *n, const dz_section *section) {
  return &n->last[(size_t)(section->parent + 1) * STYLE_COUNT + section->style];
}

static bool read_number(const numbering *n, const dz_section *section, dz_enumerator *token) {
  const dz_text *text = &n->report->text;
  dz_span span = dz_span_to_fold(text, section->extent);

  return section->number.end > section->number.start &&
         dz_enumerator_read(token, text->fold + span.start, span.end - span.start, true) &&
         token->number > 0;
}

/* Does the number stand as a token of the same list in fold[start..end)? */
static bool stands_between(const numbering *n, uint32_t start, uint32_t end, dz_list_key key,
                           int32_t number) {
  const uint32_t *fold = n->report->text.fold;

  for (uint32_t i = start; i < end; i++) {
    dz_enumerator token;
    bool line_start = i == 0 || fold[i - 1] == '\n';
    if (!line_start && fold[i - 1] != U'。' && fold[i - 1] != ';' && fold[i - 1] != ':') continue;
    if (dz_enumerator_read(&token, fold + i, end - i, line_start) && token.key == key &&
        token.number == number)
      return true;
  }
  return false;
}

/* Items may be counted on over the parts: is the last token of the list above fold[end] the one
 * before `number`? */
static bool runs_on(const numbering *n, uint32_t end, dz_list_key key, int32_t number) {
  enum { REACH = 6000 };
  const uint32_t *fold = n->report->text.fold;

  for (uint32_t i = end; i-- > 0 && end - i < REACH;) {
    dz_enumerator token;
    if (i > 0 && fold[i - 1] != '\n') continue;
    if (dz_enumerator_read(&token, fold + i, end - i, true) && token.key == key)
      return token.number + 1 == number;
  }
  return false;
}

static bool remark(numbering *n, const dz_section *before, const dz_section *section,
                   int32_t expected) {
  const char *shown = dz_finding_quote(n->list, n->report, section->number);
  dz_span spans[2] = {section->number, before ? before->number : section->number};
  dz_finding *finding;

  if (!shown) return false;
  finding = dz_finding_add(
      n->list, DZ_FIND_NUMBERING,
      dz_finding_text(n->list, "序号不连：此处是“%s”，按顺序应是第 %d", shown, (int)expected),
      dz_finding_text(n->list, "numbers do not run on: “%s” where %d is due", shown, (int)expected),
      spans, before ? 2 : 1);
  if (!finding) return false;
  finding->expected = dz_finding_text(n->list, "%d", (int)expected);
  return finding->expected != NULL;
}

static bool check_section(numbering *n, size_t index) {
  const dz_section *section = &n->report->sections[index], *before = NULL;
  const dz_text *text = &n->report->text;
  int32_t *last = last_of(n, section), expected = 1;
  dz_enumerator token, previous;

  if (!section->headed || !read_number(n, section, &token)) return true;
  if (*last >= 0) before = &n->report->sections[*last];
  *last = (int32_t)index;
  if (before && read_number(n, before, &previous) && previous.key == token.key)
    expected = previous.number + 1;
  if (token.number == expected || token.key == DZ_KEY_ORDINAL) return true;
  if (token.number == 1) return true; /* another list begins */
  uint32_t start = before ? (uint32_t)dz_text_fold_position(text, before->heading.end) : 0;
  if (!before && section->parent >= 0)
    start = (uint32_t)dz_text_fold_position(text, n->report->sections[section->parent].heading.end);
  uint32_t end = (uint32_t)dz_text_fold_position(text, section->extent.start);
  if (!before && runs_on(n, end, token.key, token.number)) return true;
  if (token.number > 1 && stands_between(n, start, end, token.key, token.number - 1)) return true;
  return remark(n, before, section, expected);
}

dz_status dz_review_numbering(const dz_report *report, const dz_knowledge *knowledge,
                              dz_finding_list *list, dz_error *error) {
  size_t cells = (report->section_count + 1) * STYLE_COUNT;
  numbering n = {.report = report, .list = list, .last = malloc(cells * sizeof *n.last)};
  bool ok = n.last != NULL;

  (void)knowledge;
  for (size_t i = 0; ok && i < cells; i++) n.last[i] = -1;
  for (size_t i = 0; i < report->section_count && ok; i++) ok = check_section(&n, i);
  free(n.last);
  return ok ? DZ_OK : dz_fail_memory(error);
}
