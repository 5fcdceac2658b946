/* front.c - the lines before the body of a report: titles (also two of them,
 * or one over two lines), source, date, name of the speaker, form of address */
#include "outline.h"
#include "unicode.h"

enum {
  FRONT_LINES = 14,    /* a front with source, editor, date and caption has ten lines */
  TITLE_MAX = 60,      /* code points of a title line */
  TITLE_HEAD_MAX = 30, /* first line of a title over two lines */
  SHORT_LINE = 36      /* name of the speaker, photographer, newspaper */
};

typedef enum line_kind { LINE_BODY, LINE_TITLE, LINE_OCCASION, LINE_SOURCE, LINE_SHORT, LINE_ADDRESS } line_kind;

static bool has(const uint32_t *fold, dz_span span, const uint32_t *word, size_t length) {
  for (uint32_t i = span.start; i + length <= span.end; i++) {
    size_t k = 0;
    while (k < length && fold[i + k] == word[k]) k++;
    if (k == length) return true;
  }
  return false;
}

static bool has_any(const uint32_t *fold, dz_span span, const uint32_t (*words)[3], size_t count) {
  for (size_t i = 0; i < count; i++)
    if (has(fold, span, words[i], words[i][2] ? 3 : 2)) return true;
  return false;
}

static bool has_cp(const uint32_t *fold, dz_span span, uint32_t cp) {
  return has(fold, span, &cp, 1);
}

/* Words that only a title of this genre has. */
static bool is_title(const uint32_t *fold, dz_span line) {
  static const uint32_t words[][3] = {
      {0x8FF0, 0x804C}, {0x8FF0, 0x5EC9}, {0x8FF0, 0x5FB7}, {0x8FF0, 0x6CD5}, {0x8FF0, 0x8D23}, /* 述职 述廉 述德 述法 述责 */
      {0x8FF0, 0x5B66}, {0x5C65, 0x804C}, {0x62A5, 0x544A}, {0x603B, 0x7ED3}, {0x6C47, 0x62A5}, /* 述学 履职 报告 总结 汇报 */
      {0x5BF9, 0x7167, 0x68C0}, {0x53D1, 0x8A00, 0x63D0}, {0x53D1, 0x8A00, 0x6750}, {0x5256, 0x6790, 0x6750}, /* 对照检 发言提 发言材 剖析材 */
      {0x8868, 0x73B0, 0x6750}, {0x8FF0, 0x515A, 0x5EFA}, /* 表现材 述党建 */
  };
  uint32_t last = fold[line.end - 1];

  if (line.end - line.start > TITLE_MAX || last == DZ_FULL_STOP || last == ':' || last == '!') return false;
  return !has_cp(fold, line, DZ_FULL_STOP) && has_any(fold, line, words, sizeof words / sizeof *words);
}

/* ——2026年1月25日在北京市第十六届人民代表大会第四次会议上, (2023年12月) */
static bool is_occasion(const uint32_t *fold, dz_span line) {
  static const uint32_t meeting[][3] = {{0x4F1A, 0x8BAE, 0x4E0A}, {0x4F1A, 0x4E0A}, {0x5927, 0x4F1A}}; /* 会议上 会上 大会 */
  uint32_t i = line.start;

  while (i < line.end && (fold[i] == '-' || fold[i] == '(' || fold[i] == '[')) i++;
  if (line.end - line.start > 100 || i + 4 >= line.end) return false;
  if (!dz_is_digit(fold[i]) && fold[i] != 0x5728 /* 在 */) return false;
  if (has_any(fold, line, meeting, 3) && (has_cp(fold, line, 0x5E74 /* 年 */) || fold[i] == 0x5728)) return true;
  return line.end - line.start <= 24 && dz_is_digit(fold[i]) &&
         (has_cp(fold, line, 0x6708 /* 月 */) || fold[i + 4] == '-' || fold[i + 4] == '/');
}

static bool is_source(const uint32_t *fold, dz_span line) {
  static const uint32_t words[][3] = {
      {0x6765, 0x6E90}, {0x65F6, 0x95F4}, {0x65E5, 0x671F}, {0x4F5C, 0x8005}, {0x7F16, 0x8F91}, /* 来源 时间 日期 作者 编辑 */
      {0x53D1, 0x5E03}, {0x5355, 0x4F4D}, {0x804C, 0x52A1}, {0x59D3, 0x540D}, {0x8BB0, 0x8005}, /* 发布 单位 职务 姓名 记者 */
      {0x8FF0, 0x804C, 0x4EBA}, {0x62A5, 0x544A, 0x4EBA}, {0x6C47, 0x62A5, 0x4EBA}, {0x65E5, 0x62A5}, /* 述职人 报告人 汇报人 日报 */
      {0x65B0, 0x534E, 0x793E}, {0x5BA2, 0x6237, 0x7AEF}, {0x5B57, 0x53F7}, {0x6D4F, 0x89C8}, /* 新华社 客户端 字号 浏览 */
  };
  static const uint32_t labels[][3] = {{0x8BB0, 0x8005}}; /* 记者, in a caption with full stops */

  if (line.end - line.start > TITLE_MAX) return false;
  if (has_cp(fold, line, DZ_FULL_STOP)) return has_any(fold, line, labels, 1) && line.end - line.start <= 48;
  return has_any(fold, line, words, sizeof words / sizeof *words) &&
         (has_cp(fold, line, ':') || line.end - line.start <= 16);
}

static line_kind classify(const uint32_t *fold, dz_span line) {
  dz_enumerator token;
  uint32_t end;
  bool numbered = dz_enumerator_read(&token, fold + line.start, line.end - line.start, true);

  if (dz_is_vocative(fold, line.start, line.end, &end) && end == line.end) return LINE_ADDRESS;
  if (is_occasion(fold, line)) return LINE_OCCASION;
  if (numbered && token.key != DZ_KEY_DASH && token.key != DZ_KEY_ARABIC_PAREN) return LINE_BODY;
  if (is_source(fold, line)) return LINE_SOURCE;
  if (is_title(fold, line)) return LINE_TITLE;
  if (line.end - line.start <= SHORT_LINE && fold[line.end - 1] != DZ_FULL_STOP && fold[line.end - 1] != ':')
    return LINE_SHORT;
  return LINE_BODY;
}

static dz_span original(const dz_text *text, dz_span fold) {
  return (dz_span){text->origin[fold.start], text->origin[fold.end - 1] + 1};
}

/* The longest title line, with the short line above it where the title was
 * broken in two (关于XX县副县长 / 履职情况的报告). */
static void choose_title(dz_front *out, const dz_draft *draft, const line_kind *kinds, size_t count) {
  const dz_text *text = &draft->report.text;
  size_t best = 0, longest = 0;

  for (size_t i = 0; i < count; i++) {
    dz_span line = dz_paragraph_fold(&draft->report, i);
    if (kinds[i] != LINE_TITLE || line.end - line.start <= longest) continue;
    longest = line.end - line.start;
    best = i;
  }
  if (!longest) return;
  out->title = original(text, dz_paragraph_fold(&draft->report, best));
  if (best == 1 && kinds[0] == LINE_SHORT && longest <= TITLE_HEAD_MAX)
    out->title.start = original(text, dz_paragraph_fold(&draft->report, 0)).start;
}

void dz_front_read(dz_front *out, const dz_draft *draft) {
  const dz_report *report = &draft->report;
  line_kind kinds[FRONT_LINES];
  size_t seen = 0, last = 0;

  *out = (dz_front){0};
  while (seen < FRONT_LINES && seen < report->paragraph_count) {
    dz_span line = dz_paragraph_fold(report, seen);
    kinds[seen] = line.start == line.end ? LINE_SHORT : classify(report->text.fold, line);
    if (kinds[seen] == LINE_BODY) break;
    if (kinds[seen] == LINE_OCCASION && out->occasion.end == 0) out->occasion = original(&report->text, line);
    seen++;
    if (kinds[seen - 1] != LINE_SHORT || (seen == 1 && report->paragraph_count > 1)) last = seen;
    if (kinds[seen - 1] == LINE_ADDRESS) break;
  }
  /* Short lines count only between lines that are surely front. */
  out->count = last == 1 && kinds[0] == LINE_SHORT ? 0 : last;
  choose_title(out, draft, kinds, out->count);
}
