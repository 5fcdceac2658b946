/* meta_place.c - the place a report is from: of the title, the occasion, the body that reports, the
 * lines around the text, a phrase of the text, the file name, in this order */
#include "meta_place.h"

#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/utf8.h"
#include "knowledge/knowledge.h"
#include "knowledge/meta_words.h"
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
static uint32_t behind_party(const uint32_t *fold, uint32_t start, uint32_t end) {
  static const uint32_t *const bodies[] = {U"协商会议", U"政协", U"中共", U"共产党"};

  for (uint32_t at = start; at < end; at++)
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
      uint32_t length = 0;
      while (bodies[i][length]) length++;
      if (dz_word_at(fold, at, end, bodies[i])) start = at + length;
    }
  return start;
}

/* 自治区 without its name tells no place. */
static bool is_nameless(const uint32_t *fold, dz_span area) {
  return area.end - area.start == 3 && fold[area.start] == U'自' && fold[area.start + 1] == U'治';
}

/* 北京市 in 北京市第十六届人民代表大会, 2025年北京市政府工作报告, XX县人民政府. */
static bool scan_area(const dz_meta_words *words, const uint32_t *fold, dz_span span,
                      dz_span *area) {
  static const uint32_t *const followers[] = {U"第",   U"政府",   U"《政府", U"人民政府",
                                              U"人大", U"委",     U"副",     U"常务",
                                              U"挂职", U"党支部", U"党总支", U"民委员会"};
  enum { NAME_MAX = 12 };

  for (uint32_t at = span.start; at < span.end; at++) {
    uint32_t start = at;
    bool follows = false;
    if (!dz_cp_in(fold[at], U"省市县区州盟旗乡镇村")) continue;
    for (size_t i = 0; i < sizeof followers / sizeof *followers && !follows; i++)
      follows = dz_word_at(fold, at + 1, span.end, followers[i]);
    while (start > span.start && at - start < NAME_MAX && dz_is_han(fold[start - 1]) &&
           !dz_cp_in(fold[start - 1], U"年在度月日于"))
      start--;
    start = behind_party(fold, start, at);
    start = dz_body_start(words, fold, start, at);
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

  while (scan_area(draft->knowledge->meta_words, report->text.fold, span, area)) {
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
  if (!scan_area(draft->knowledge->meta_words, fold, (dz_span){0, (uint32_t)count}, &area))
    return DZ_OK;
  dz_buffer_init(&buffer);
  dz_buffer_cps(&buffer, shown + area.start, area.end - area.start);
  draft->report.place = buffer.failed ? NULL
                                      : dz_arena_string(&draft->arena, buffer.data, buffer.length);
  dz_buffer_free(&buffer);
  return draft->report.place ? DZ_OK : dz_fail_memory(error);
}

/* 某地 in 为某地经济社会发展: the name in a phrase that asks for one. */
static bool find_place_in_text(const dz_report *report, dz_span *area) {
  static const uint32_t *const behind[] = {U"经济社会发展", U"经济社会高质量", U"各项事业发展"};
  const dz_text *text = &report->text;
  enum { NAME_MAX = 4 };

  for (uint32_t at = 2; at < text->fold_length; at++) {
    uint32_t start = at;
    bool follows = false;
    if (text->fold[at] != behind[0][0] && text->fold[at] != behind[2][0]) continue;
    for (size_t i = 0; i < sizeof behind / sizeof *behind && !follows; i++)
      follows = dz_word_at(text->fold, at, (uint32_t)text->fold_length, behind[i]);
    while (follows && start > 0 && at - start <= NAME_MAX && text->fold[start] != U'为') start--;
    if (!follows || text->fold[start] != U'为' || at - start < 3) continue;
    *area = (dz_span){start + 1, at};
    if (!is_masked(report, *area) &&
        !dz_cp_in(text->fold[start + 1], U"全我本地区推促了县市省这当") &&
        !dz_cp_in(text->fold[at - 1], U"的地方进动域"))
      return true;
  }
  return false;
}

/* 江州市 in 我代表江州市人民政府, 东山新区 in 我代表东山新区管理委员会 */
static bool find_represented(const dz_report *report, dz_span start, dz_span *area) {
  static const uint32_t *const bodies[] = {U"人民政府", U"管理委员会", U"管委会",
                                           U"筹备组",   U"筹备工作",   U"筹委会"};
  enum { NAME_LEAST = 3, NAME_MOST = 12, BODIES = sizeof bodies / sizeof *bodies };
  const uint32_t *fold = report->text.fold;

  for (uint32_t at = start.start; at + 2 < start.end; at++) {
    uint32_t end = at + 2;
    bool body = false;
    if (!dz_word_at(fold, at, start.end, U"代表")) continue;
    for (; end < start.end && end < at + 2 + NAME_MOST && dz_is_han(fold[end]); end++) {
      for (size_t b = 0; b < BODIES && !body; b++)
        body = dz_word_at(fold, end, start.end, bodies[b]);
      if (body) break;
    }
    *area = (dz_span){at + 2, end};
    if (body && end - at - 2 >= NAME_LEAST && dz_cp_in(fold[end - 1], U"省市县区州盟旗乡镇") &&
        !is_nameless(fold, *area) && !is_masked(report, *area))
      return true;
  }
  return false;
}

/* 江州市 in 江州市市长 某某, 江州市人民政府代市长 某某: short lines above the form of address. */
static bool find_area_of_office(const dz_report *report, const dz_front *front, dz_span *area) {
  static const uint32_t *const chiefs[] = {U"省长", U"市长", U"县长", U"区长",
                                           U"州长", U"盟长", U"旗长", U"主席"};
  enum { LINE_MOST = 24, NAME_LEAST = 3 };
  const uint32_t *fold = report->text.fold;
  size_t last = front->address < front->count ? front->address : front->count;

  for (size_t p = 0; p < last && p < report->paragraph_count; p++) {
    dz_span line = dz_paragraph_fold(report, p);
    if (line.end - line.start > LINE_MOST) continue;
    for (uint32_t at = line.start; at < line.end; at++)
      for (size_t c = 0; c < sizeof chiefs / sizeof *chiefs; c++) {
        if (!dz_word_at(fold, at, line.end, chiefs[c])) continue;
        uint32_t end = at;
        if (end > line.start && fold[end - 1] == U'代') end--;
        if (end >= line.start + 4 && dz_word_at(fold, end - 4, end, U"人民政府")) end -= 4;
        *area = (dz_span){line.start, end};
        return end - line.start >= NAME_LEAST && dz_cp_in(fold[end - 1], U"省市县区州盟旗") &&
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
      dz_word_in(report->text.fold, start, (const uint32_t *const[]){U"代表国务院"}, 1)) {
    report->place = dz_arena_string(&draft->arena, "国务院", strlen("国务院"));
    return report->place ? DZ_OK : dz_fail_memory(error);
  }
  if (find_area(draft, title, &area) || find_area(draft, head, &area) ||
      (report->type == DZ_TYPE_GWR &&
       (find_area_of_office(report, front, &area) || find_represented(report, start, &area))) ||
      find_area_of_body(report, office, &area) || find_area_of_line(draft, front, &area) ||
      find_place_in_text(report, &area))
    return dz_meta_copy(&report->place, draft, area, error);
  return place_of_path(draft, error);
}
