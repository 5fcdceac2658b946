/* front.c - the lines before the body of a report: titles (also two of them,
 * or one over two lines), source, date, name of the speaker, form of address */
#include "knowledge/knowledge.h"
#include "knowledge/meta_words.h"
#include "knowledge/outline_words.h"
#include "meta_office.h"
#include "normalize/paragraph.h"
#include "outline.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  FRONT_LINES = 14,    /* a front with source, editor, date and caption has ten lines */
  LINES_MOST = 64,     /* the same with the noise of a copied page among them */
  TITLE_MAX = 60,      /* code points of a title line */
  TITLE_HEAD_MAX = 30, /* first line of a title over two lines */
  SHORT_LINE = 36,     /* name of the speaker, photographer, newspaper */
  OCCASION_MAX = 100,  /* meeting and speaker in one line */
  DATE_MAX = 24,       /* a date alone */
  YEAR_MAX = 8,        /* a year in brackets */
  CAPTION_MAX = 100,   /* of a photograph: the meeting, the speaker, the photographer */
  LABEL_MAX = 16       /* a label without ： */
};

typedef enum line_kind {
  LINE_BODY,
  LINE_TITLE,
  LINE_OCCASION,
  LINE_SOURCE,
  LINE_SHORT,
  LINE_ADDRESS,
  LINE_NOISE
} line_kind;

static bool has_cp(const uint32_t *fold, dz_span span, uint32_t cp) {
  for (uint32_t i = span.start; i < span.end; i++)
    if (fold[i] == cp) return true;
  return false;
}

/* A line with a word that only a title of this genre has. */
static bool is_title(const dz_outline_words *words, const uint32_t *fold, dz_span line) {
  uint32_t last = fold[line.end - 1];

  if (dz_outline_word_ends(words, DZ_OW_NOTICE, fold, line)) return false; /* sends it out */
  if (line.end - line.start > TITLE_MAX || last == DZ_FULL_STOP || last == ':' || last == '!')
    return false;
  return !has_cp(fold, line, DZ_FULL_STOP) && dz_outline_word_in(words, DZ_OW_TITLE, fold, line);
}

/* 二〇二四年 */
static bool is_spelled_year(const uint32_t *fold, uint32_t at, uint32_t end) {
  for (uint32_t i = at; i < at + 4; i++)
    if (i >= end || !dz_cp_in(fold[i], U"〇零一二三四五六七八九")) return false;
  return at + 4 < end && fold[at + 4] == U'年';
}

/* ——2024年1月在某市第八届人民代表大会第三次会议上, (2023年12月) */
static bool is_occasion(const dz_outline_words *words, const uint32_t *fold, dz_span line) {
  uint32_t i = line.start;

  while (i < line.end && (fold[i] == '-' || fold[i] == '(' || fold[i] == '[')) i++;
  if (line.end - line.start > OCCASION_MAX || i + 4 >= line.end) return false;
  bool spelled = is_spelled_year(fold, i, line.end);
  if (!dz_is_digit(fold[i]) && fold[i] != U'在' && !spelled) return false;
  bool meeting = dz_outline_word_in(words, DZ_OW_MEETING, fold, line);
  if (has_cp(fold, line, DZ_FULL_STOP) && !meeting) return false; /* 已经大会审议通过。 */
  if (meeting || dz_outline_word_in(words, DZ_OW_CONGRESS, fold, line))
    if (has_cp(fold, line, U'年') || fold[i] == U'在') return true;
  if (i > line.start && (spelled || dz_is_digit(fold[i])) &&
      dz_outline_word_in(words, DZ_OW_GOES_ON, fold, line))
    return true; /* goes on in the next line */
  if (line.end - line.start <= YEAR_MAX && dz_is_digit(fold[i]) && dz_is_digit(fold[i + 3]) &&
      fold[i + 4] == U'年')
    return true; /* (2021年度) */
  return line.end - line.start <= DATE_MAX && dz_is_digit(fold[i]) &&
         !dz_outline_word_ends(words, DZ_OW_TITLE_END, fold, line) &&
         (has_cp(fold, line, U'月') || fold[i + 4] == '-' || fold[i + 4] == '/');
}

/* Of a photograph, with full stops: 某某作政府工作报告。本报记者 某某摄 */
static bool is_caption(const dz_outline_words *words, const uint32_t *fold, dz_span line) {
  enum { SHORT_CAPTION = 48 };

  if (line.end - line.start > CAPTION_MAX || !has_cp(fold, line, DZ_FULL_STOP)) return false;
  if (fold[line.end - 1] == U'摄') return true;
  return line.end - line.start <= SHORT_CAPTION &&
         dz_outline_word_in(words, DZ_OW_CAPTION, fold, line);
}

static bool is_source(const dz_outline_words *words, const uint32_t *fold, dz_span line) {
  if (is_caption(words, fold, line)) return true;
  if (line.end - line.start > TITLE_MAX || has_cp(fold, line, DZ_FULL_STOP)) return false;
  return dz_outline_word_in(words, DZ_OW_SOURCE, fold, line) &&
         (has_cp(fold, line, ':') || line.end - line.start <= LABEL_MAX);
}

static line_kind classify(const dz_outline_words *words, const uint32_t *fold, dz_span line) {
  dz_enumerator token;
  uint32_t end;
  bool numbered = dz_enumerator_read(&token, fold + line.start, line.end - line.start, true);

  if (dz_is_vocative(fold, line.start, line.end, &end) && end == line.end) return LINE_ADDRESS;
  if (fold[line.start] == U'在' && is_title(words, fold, line) &&
      dz_outline_word_ends(words, DZ_OW_TITLE_END, fold, line))
    return LINE_TITLE; /* 在…会议上的述职报告 */
  if (is_occasion(words, fold, line)) return LINE_OCCASION;
  if (numbered && token.key != DZ_KEY_DASH && token.key != DZ_KEY_ARABIC_PAREN) return LINE_BODY;
  if (is_source(words, fold, line)) return LINE_SOURCE;
  if (is_title(words, fold, line)) return LINE_TITLE;
  if (line.end - line.start <= SHORT_LINE && fold[line.end - 1] != DZ_FULL_STOP &&
      fold[line.end - 1] != ':')
    return LINE_SHORT;
  return LINE_BODY;
}

/* 目录 alone on a line */
static bool is_contents(const dz_outline_words *words, const uint32_t *fold, dz_span line) {
  enum { CONTENTS_MAX = 4 };

  return line.end - line.start <= CONTENTS_MAX &&
         dz_outline_word_at(words, DZ_OW_CONTENTS, fold, line.start, line.end);
}

/* The text of a line of contents, without the dots and the page behind it. */
static dz_span entry_text(const uint32_t *fold, dz_span line) {
  while (line.end > line.start && dz_cp_in(fold[line.end - 1], U".…·-0123456789 ")) line.end--;
  return line;
}

/* One past the last line of the contents that start behind paragraph `at`: up
 * to where the first entry comes again, or to the first long line. */
static size_t contents_end(const dz_report *report, size_t at) {
  enum { ENTRIES_MAX = 200, ENTRY_MAX = 60 };
  const uint32_t *fold = report->text.fold;
  dz_span first = {0, 0};

  for (size_t i = at + 1; i < report->paragraph_count && i < at + ENTRIES_MAX; i++) {
    dz_span line = dz_paragraph_fold(report, i), entry = entry_text(fold, line);
    uint32_t k = 0, length = entry.end - entry.start;
    if (line.end - line.start > ENTRY_MAX) return i;
    if (i == at + 1) {
      first = entry;
      continue;
    }
    while (k < length && length == first.end - first.start &&
           fold[entry.start + k] == fold[first.start + k])
      k++;
    if (length && k == length) return i;
  }
  return at + 1;
}

/* The longest title line, with the short line above it where the title was
 * broken in two (关于XX县副县长 / 履职情况的报告). */
static void choose_title(dz_front *out, const dz_draft *draft, const line_kind *kinds,
                         size_t count) {
  const dz_text *text = &draft->report.text;
  size_t best = 0, longest = 0;

  for (size_t i = 0; i < count; i++) {
    dz_span line = dz_paragraph_fold(&draft->report, i);
    if (kinds[i] != LINE_TITLE || line.end - line.start <= longest) continue;
    longest = line.end - line.start;
    best = i;
  }
  if (!longest) return;
  out->title = dz_fold_to_span(text, dz_paragraph_fold(&draft->report, best));
  if (best == 1 && kinds[0] == LINE_SHORT && longest <= TITLE_HEAD_MAX)
    out->title.start = dz_fold_to_span(text, dz_paragraph_fold(&draft->report, 0)).start;
}

/* An office or a body and a name: XX县人民政府副县长 张三, 江州市水利局 张三, without the marks of a sentence */
static bool names_speaker(const dz_draft *draft, dz_span line) {
  enum { SPEAKER_MAX = 30 };
  const uint32_t *fold = draft->report.text.fold;
  dz_span area;
  int32_t part;

  if (line.end - line.start > SPEAKER_MAX || has_cp(fold, line, ',') || has_cp(fold, line, ';'))
    return false;
  for (uint32_t at = line.start; at < line.end; at++)
    if (dz_trie_longest(&draft->knowledge->meta_words->role_words, fold + at, line.end - at, &part))
      return true;
  return dz_body_area(&area, draft, line) && area.start == line.start;
}

/* Short lines count only between lines that are surely front. */
static bool is_lone_line(const line_kind *kinds, size_t count) {
  size_t lines = 0, first = 0;

  for (size_t i = 0; i < count && i < LINES_MOST; i++)
    if (kinds[i] != LINE_NOISE && lines++ == 0) first = i;
  return lines == 1 && count <= LINES_MOST && kinds[first] == LINE_SHORT;
}

/* The report stands behind the notice it was sent out with (关于印发政府工作报告的通知): its own front ends with
 * a form of address and has a title and the occasion in it. */
static void read_behind_notice(dz_front *out, const dz_draft *draft, size_t from) {
  const dz_outline_words *words = draft->knowledge->outline_words;
  const dz_report *report = &draft->report;
  size_t address = from, first, titles = 0;
  dz_span occasion = {0, 0}, title = {0, 0};

  for (; address < report->paragraph_count && address < LINES_MOST; address++) {
    dz_span line = dz_paragraph_fold(report, address);
    if (line.start < line.end && report->text.fold[line.start] == U'各' &&
        classify(words, report->text.fold, line) == LINE_ADDRESS)
      break;
  }
  if (address >= report->paragraph_count || address >= LINES_MOST) return;
  for (first = address; first > from && address - first < FRONT_LINES; first--) {
    dz_span line = dz_paragraph_fold(report, first - 1);
    line_kind kind = line.start == line.end ? LINE_NOISE : classify(words, report->text.fold, line);
    if (kind == LINE_BODY) break;
    if (kind == LINE_OCCASION && occasion.end == 0) occasion = dz_fold_to_span(&report->text, line);
    if (kind != LINE_TITLE || titles++) continue;
    title = dz_fold_to_span(&report->text, line);
  }
  if (!titles || occasion.end == 0) return;
  *out = (dz_front){.count = address + 1, .title = title, .occasion = occasion, .address = address};
}

void dz_front_read(dz_front *out, const dz_draft *draft) {
  const dz_outline_words *words = draft->knowledge->outline_words;
  const dz_report *report = &draft->report;
  line_kind kinds[LINES_MOST];
  size_t seen = 0, told = 0,
         last = 0; /* lines read; those that are no noise; lines that are front */

  *out = (dz_front){.address = SIZE_MAX};
  while (told < FRONT_LINES && seen < LINES_MOST && seen < report->paragraph_count) {
    dz_span line = dz_paragraph_fold(report, seen);
    bool next = last == seen; /* all lines above are front */
    kinds[seen] = line.start == line.end ? LINE_NOISE : classify(words, report->text.fold, line);
    if (line.start < line.end && is_contents(words, report->text.fold, line)) {
      last = contents_end(report, seen);
      break;
    }
    if (kinds[seen] == LINE_BODY) break;
    if (kinds[seen] == LINE_OCCASION && out->occasion.end == 0)
      out->occasion = dz_fold_to_span(&report->text, line);
    seen++;
    if (kinds[seen - 1] == LINE_NOISE) {
      if (next) last = seen;
      continue;
    }
    told++;
    if (kinds[seen - 1] != LINE_SHORT || (told == 1 && report->paragraph_count > seen)) last = seen;
    if (kinds[seen - 1] == LINE_SHORT && told > 1 && next && names_speaker(draft, line))
      last = seen;
    if (kinds[seen - 1] == LINE_ADDRESS) {
      out->address = seen - 1;
      break;
    }
  }
  out->count = is_lone_line(kinds, last) ? 0 : last;
  choose_title(out, draft, kinds, out->count < seen ? out->count : seen);
  if (out->address == SIZE_MAX) read_behind_notice(out, draft, seen);
}
