/* side.c - what reuse detection needs of one report; see steps.h */
#include <stdlib.h>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "steps.h"
#include "text/phrase.h"

enum { NAME_LONGEST = 48 }; /* folded characters of a document's name */

/* What the name of a document ends with: 关于……的意见. */
static const uint32_t *const document_ends[] = {U"意见", U"通知", U"决定", U"决议", U"方案",
                                                U"办法", U"规定", U"条例", U"细则", U"规划",
                                                U"通报", U"措施", U"准则", U"报告"};

/* The end, in the folded text, of the document's name that starts at `at`, or `at`. */
static uint32_t document_end(const dz_text *text, uint32_t at) {
  bool quoted = text->fold[at] == 0x300A; /* 《 */
  uint32_t end = (uint32_t)text->fold_length;

  if (!quoted && !dz_word_at(text->fold, at, end, U"关于")) return at;
  for (uint32_t i = at + 2; i < end && i < at + NAME_LONGEST; i++) {
    if (text->fold[i] == '\n' || text->fold[i] == 0x3002 || (!quoted && text->fold[i] == ','))
      return at;
    if (quoted && text->fold[i] == 0x300B) return i;
    for (size_t k = 0;
         !quoted && text->fold[i - 1] == 0x7684 && k < sizeof document_ends / sizeof *document_ends;
         k++)
      if (dz_word_at(text->fold, i, end, document_ends[k])) return i + 2;
  }
  return at;
}

/* The name of a document is nobody's wording: everybody has to write it so. */
static void cover_documents(const dz_view *view, uint8_t *covered) {
  const dz_text *text = &view->report->text;
  uint32_t k = 0;

  for (uint32_t i = 0; i < text->fold_length; i++) {
    uint32_t end;
    if (text->fold[i] != 0x300A && text->fold[i] != 0x5173) continue; /* 《 关 */
    end = document_end(text, i);
    while (k < view->count && view->at[k] < i) k++;
    for (uint32_t s = k; s < view->count && view->at[s] < end; s++) covered[s] = DZ_GENRE_FORMULA;
  }
}

/* The first symbol of the body. What stands before it (title, occasion, source,
 * speaker, form of address) is the shape of any report: nobody's own, though it
 * links what follows. */
static uint32_t body_start(const dz_view *view) {
  const dz_report *report = view->report;
  uint32_t start = report->section_count ? report->sections[0].extent.start : report->title.end;

  return dz_view_index(view, (uint32_t)dz_text_fold_position(&report->text, start));
}

dz_status dz_reuse_side_build(dz_reuse_side *out, const dz_report *report,
                              const dz_knowledge *knowledge, const dz_background *background,
                              dz_error *error) {
  uint8_t *covered;
  uint32_t novel = 0, own = 0, body;
  dz_status status;

  *out = (dz_reuse_side){0};
  status = dz_view_build(&out->view, report, error);
  if (status) return status;
  covered = calloc(out->view.count + 1, 1);
  out->novel = malloc((out->view.count + 1) * sizeof *out->novel);
  out->own = malloc((out->view.count + 1) * sizeof *out->own);
  if (!covered || !out->novel || !out->own) {
    free(covered);
    return dz_fail_memory(error);
  }
  dz_genre_cover(knowledge->genre, out->view.symbols, out->view.count, report->year, covered);
  cover_documents(&out->view, covered);
  dz_background_cover(background, out->view.symbols, out->view.count, covered);
  body = body_start(&out->view);
  for (uint32_t i = 0; i < out->view.count; i++) {
    bool text = out->view.symbols[i] >= DZ_SYM_FIRST_TEXT;
    out->novel[i] = novel;
    out->own[i] = own;
    novel += text && covered[i] == DZ_GENRE_NONE;
    own += text && i >= body && covered[i] != DZ_GENRE_FORMULA;
  }
  out->novel[out->view.count] = novel;
  out->own[out->view.count] = own;
  free(covered);
  status = dz_bags_build(&out->bags, &out->view, body, knowledge->genre_index, error);
  return status ? status : dz_elsewhere_init(out, error);
}

void dz_reuse_side_free(dz_reuse_side *side) {
  dz_bags_free(&side->bags);
  dz_view_free(&side->view);
  free(side->novel);
  free(side->own);
  dz_elsewhere_free(side);
  *side = (dz_reuse_side){0};
}
