/* sentence.c - sentences */
#include "base/error.h"
#include "draft.h"

static bool ends_sentence(uint32_t fold) {
  return fold == 0x3002 || fold == '!' || fold == '?';
}

static dz_status add(dz_array *list, const dz_text *text, size_t start, size_t end, int32_t paragraph,
                     const dz_report *report, dz_error *error) {
  dz_sentence *sentence = dz_array_push(list);

  if (!sentence) return dz_fail_memory(error);
  sentence->fold = (dz_span){(uint32_t)start, (uint32_t)end};
  sentence->span = (dz_span){text->origin[start], text->origin[end - 1] + 1};
  sentence->paragraph = paragraph;
  sentence->section = report->paragraphs[paragraph].section;
  return DZ_OK;
}

dz_status dz_sentences_split(dz_draft *draft, dz_error *error) {
  const dz_report *report = &draft->report;
  const dz_text *text = &report->text;
  dz_array list = dz_array_of(sizeof(dz_sentence));
  dz_status status = DZ_OK;

  for (size_t p = 0; p < report->paragraph_count && !status; p++) {
    size_t start = dz_text_fold_position(text, report->paragraphs[p].span.start);
    size_t end = dz_text_fold_position(text, report->paragraphs[p].span.end);
    while (start < end && text->fold[start] == '\n') start++;
    for (size_t i = start; i < end && !status; i++) {
      if (i + 1 < end && text->fold[i + 1] != '\n' && (!ends_sentence(text->fold[i]) || text->fold[i + 1] == '"'))
        continue;
      if (text->fold[i] == '\n') continue;
      if (i >= start) status = add(&list, text, start, i + 1, (int32_t)p, report, error);
      start = i + 1;
    }
  }
  if (!status) {
    draft->report.sentence_count = list.count;
    draft->report.sentences = dz_array_freeze(&list, &draft->arena);
    if (!draft->report.sentences) status = dz_fail_memory(error);
  }
  dz_array_free(&list);
  return status;
}
