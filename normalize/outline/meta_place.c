/* meta_place.c - the place a report is from: of the title, the occasion, the body that reports, the
 * lines around the text, a phrase of the text, the file name, in this order */
#include "meta_place.h"

#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/utf8.h"
#include "knowledge/knowledge.h"
#include "knowledge/meta_words.h"
#include "knowledge/outline_words.h"
#include "normalize/paragraph.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum { OPENING_MAX = 600 }; /* code points of the opening that are asked */

dz_status dz_meta_copy(const char **out, dz_draft *draft, dz_span fold, dz_error *error) {
  const dz_text *text = &draft->report.text;
  dz_buffer buffer;

  dz_buffer_init(&buffer);
  for (uint32_t i = fold.start; i < fold.end; i++) dz_buffer_cp(&buffer, text->cp[text->origin[i]]);
  *out = buffer.failed ? NULL : dz_arena_string(&draft->arena, buffer.data, buffer.length);
  dz_buffer_free(&buffer);
  return *out ? DZ_OK : dz_fail_memory(error);
}

static bool is_masked(const dz_report *report, dz_span fold) {
  uint32_t start = report->text.origin[fold.start], end = report->text.origin[fold.end - 1] + 1;

  for (size_t i = 0; i < report->mask_count && report->masks[i].start < end; i++)
    if (report->masks[i].end > start) return true;
  return false;
}

/* The place of 中共江州市委, 中国人民政治协商会议江州市第九届委员会 begins behind the body. */
static uint32_t behind_party(const dz_outline_words *words, const uint32_t *fold, uint32_t start,
                             uint32_t end) {
  for (uint32_t at = start; at < end; at++) {
    uint32_t length = dz_outline_word_at(words, DZ_OW_PARTY_BODY, fold, at, end);
    if (length) start = at + length;
  }
  return start;
}

/* 自治区 without its name tells no place. */
static bool is_nameless(const uint32_t *fold, dz_span area) {
  return area.end - area.start == 3 && fold[area.start] == U'自' && fold[area.start + 1] == U'治';
}

/* 北京市 in 北京市第十六届人民代表大会, 2025年北京市政府工作报告, XX县人民政府. */
static bool scan_area(const dz_knowledge *knowledge, const uint32_t *fold, dz_span span,
                      dz_span *area) {
  enum { NAME_MAX = 12 };
  const dz_outline_words *words = knowledge->outline_words;

  for (uint32_t at = span.start; at < span.end; at++) {
    uint32_t start = at;
    bool follows;
    if (!dz_outline_cp(words, DZ_OW_LEVEL, fold[at])) continue;
    follows = dz_outline_word_at(words, DZ_OW_BEHIND_PLACE, fold, at + 1, span.end);
    while (start > span.start && at - start < NAME_MAX && dz_is_han(fold[start - 1]) &&
           !dz_outline_cp(words, DZ_OW_NO_NAME, fold[start - 1]))
      start--;
    start = behind_party(words, fold, start, at);
    start = dz_body_start(knowledge->meta_words, fold, start, at);
    *area = (dz_span){start, at + 1};
    if (at + 5 < span.end && start == span.start && dz_is_digit(fold[at + 1]) &&
        fold[at + 5] == U'年')
      follows = true; /* 江州市2024年政府工作报告 */
    if (follows && at - start >= 2 && fold[at - 1] != U'委' && !is_nameless(fold, *area))
      return true; /* 区委区政府 names none */
  }
  return false;
}

static bool find_area(const dz_draft *draft, dz_span span, dz_span *area) {
  const dz_report *report = &draft->report;

  while (scan_area(draft->knowledge, report->text.fold, span, area)) {
    if (!is_masked(report, *area)) return true;
    span.start = area->end;
  }
  return false;
}

/* 盐田区2015年政府工作报告.txt: asked last, for whoever saved the file gave it the name. */
static dz_status place_of_path(dz_draft *draft, dz_error *error) {
  enum { NAME_MOST = 96 };
  const char *path = draft->report.path, *name = strrchr(path, '/');
  uint32_t fold[NAME_MOST], shown[NAME_MOST], cp;
  size_t count = 0;
  dz_buffer buffer;
  dz_span area;

  name = name ? name + 1 : path;
  for (size_t used; *name && count < NAME_MOST; name += used) {
    used = dz_utf8_decode(name, strlen(name), &cp);
    if (!used) return DZ_OK;
    if (dz_is_space(cp)) continue;
    shown[count] = cp;
    fold[count++] = dz_fold_cp(cp);
  }
  if (!scan_area(draft->knowledge, fold, (dz_span){0, (uint32_t)count}, &area)) return DZ_OK;
  dz_buffer_init(&buffer);
  dz_buffer_cps(&buffer, shown + area.start, area.end - area.start);
  draft->report.place = buffer.failed ? NULL
                                      : dz_arena_string(&draft->arena, buffer.data, buffer.length);
  dz_buffer_free(&buffer);
  return draft->report.place ? DZ_OK : dz_fail_memory(error);
}

/* 某地 in 为某地经济社会发展: the name in a phrase that asks for one. */
static bool find_place_in_text(const dz_draft *draft, dz_span *area) {
  const dz_outline_words *words = draft->knowledge->outline_words;
  const dz_report *report = &draft->report;
  const dz_text *text = &report->text;
  enum { NAME_MAX = 4 };

  for (uint32_t at = 2; at < text->fold_length; at++) {
    uint32_t start = at;
    if (!dz_outline_word_at(words, DZ_OW_PROSPECT, text->fold, at, (uint32_t)text->fold_length))
      continue;
    while (start > 0 && at - start <= NAME_MAX && text->fold[start] != U'为') start--;
    if (text->fold[start] != U'为' || at - start < 3) continue;
    *area = (dz_span){start + 1, at};
    if (!is_masked(report, *area) &&
        !dz_outline_cp(words, DZ_OW_NO_PLACE_HEAD, text->fold[start + 1]) &&
        !dz_outline_cp(words, DZ_OW_NO_PLACE_TAIL, text->fold[at - 1]))
      return true;
  }
  return false;
}

/* 江州市 in 我代表江州市人民政府, 东山新区 in 我代表东山新区管理委员会 */
static bool find_represented(const dz_draft *draft, dz_span start, dz_span *area) {
  enum { NAME_LEAST = 3, NAME_MOST = 12 };
  const dz_outline_words *words = draft->knowledge->outline_words;
  const dz_report *report = &draft->report;
  const uint32_t *fold = report->text.fold;

  for (uint32_t at = start.start; at + 2 < start.end; at++) {
    uint32_t end = at + 2;
    bool body = false;
    if (!dz_outline_word_at(words, DZ_OW_REPRESENTS, fold, at, start.end)) continue;
    for (; end < start.end && end < at + 2 + NAME_MOST && dz_is_han(fold[end]); end++) {
      body = dz_outline_word_at(words, DZ_OW_REPRESENTED, fold, end, start.end);
      if (body) break;
    }
    *area = (dz_span){at + 2, end};
    if (body && end - at - 2 >= NAME_LEAST && dz_outline_cp(words, DZ_OW_TOWN, fold[end - 1]) &&
        !is_nameless(fold, *area) && !is_masked(report, *area))
      return true;
  }
  return false;
}

/* 江州市人民政府 without the body */
static uint32_t without_government(const dz_outline_words *words, const uint32_t *fold,
                                   uint32_t start, uint32_t end) {
  for (uint32_t at = start; at < end; at++)
    if (dz_outline_word_at(words, DZ_OW_GOVERNMENT, fold, at, end) == end - at) return at;
  return end;
}

/* 江州市 in 江州市市长 某某, 江州市人民政府代市长 某某: short lines above the form of address. */
static bool find_area_of_office(const dz_draft *draft, const dz_front *front, dz_span *area) {
  const dz_outline_words *words = draft->knowledge->outline_words;
  const dz_report *report = &draft->report;
  enum { LINE_MOST = 24, NAME_LEAST = 3 };
  const uint32_t *fold = report->text.fold;
  size_t last = front->address < front->count ? front->address : front->count;

  for (size_t p = 0; p < last && p < report->paragraph_count; p++) {
    dz_span line = dz_paragraph_fold(report, p);
    if (line.end - line.start > LINE_MOST) continue;
    for (uint32_t at = line.start; at < line.end; at++) {
      uint32_t end = at;
      if (!dz_outline_word_at(words, DZ_OW_CHIEF, fold, at, line.end)) continue;
      if (end > line.start && fold[end - 1] == U'代') end--;
      end = without_government(words, fold, line.start, end);
      *area = (dz_span){line.start, end};
      return end - line.start >= NAME_LEAST && dz_outline_cp(words, DZ_OW_SEAT, fold[end - 1]) &&
             dz_is_han(fold[line.start]) && !is_masked(report, *area);
    }
  }
  return false;
}

/* A name at `at` opens the line or stands behind a label, and the line is no sentence. */
static bool opens_line(const uint32_t *fold, dz_span line, uint32_t at) {
  for (uint32_t i = line.start; i < line.end; i++)
    if (dz_cp_in(fold[i], U",。;!?")) return false;
  return at == line.start || dz_cp_in(fold[at - 1], U":(-");
}

/* 清河市 in 清河市统计局: a short line of the front or of the signature. */
static bool find_area_of_line(const dz_draft *draft, const dz_front *front, dz_span *area) {
  enum { LINE_MOST = 30, LAST_LINES = 3 };
  const dz_report *report = &draft->report;
  size_t count = report->paragraph_count, last = front->count < count ? front->count : count;

  for (size_t p = 0; p < count; p++) {
    if (p >= last && p + LAST_LINES < count) p = count - LAST_LINES;
    dz_span line = dz_paragraph_fold(report, p);
    if (p == front->address || line.end - line.start > LINE_MOST) continue;
    if ((find_area(draft, line, area) || dz_body_area(area, draft, line)) &&
        opens_line(report->text.fold, line, area->start) && !is_masked(report, *area))
      return true;
  }
  return false;
}

/* 澄阳市 in 澄阳市水利局局长 */
static bool find_area_of_body(const dz_report *report, const dz_office_name *office,
                              dz_span *area) {
  *area = office->area;
  return area->start < area->end && !is_masked(report, *area);
}

dz_status dz_place_find(dz_draft *draft, const dz_front *front, dz_span title,
                        const dz_office_name *office, dz_error *error) {
  dz_report *report = &draft->report;
  dz_span head = dz_span_to_fold(&report->text, front->occasion), area;
  dz_span start = {0, (uint32_t)report->text.fold_length};

  if (start.end > OPENING_MAX) start.end = OPENING_MAX;
  if (report->type == DZ_TYPE_GWR &&
      dz_outline_word_in(draft->knowledge->outline_words, DZ_OW_STATE_COUNCIL, report->text.fold,
                         start)) {
    report->place = dz_arena_string(&draft->arena, "国务院", strlen("国务院"));
    return report->place ? DZ_OK : dz_fail_memory(error);
  }
  if (find_area(draft, title, &area) || find_area(draft, head, &area) ||
      (report->type == DZ_TYPE_GWR &&
       (find_area_of_office(draft, front, &area) || find_represented(draft, start, &area))) ||
      find_area_of_body(report, office, &area) || find_area_of_line(draft, front, &area) ||
      find_place_in_text(draft, &area))
    return dz_meta_copy(&report->place, draft, area, error);
  return place_of_path(draft, error);
}
