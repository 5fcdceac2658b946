/* naming.c - see naming.h */
#include "naming.h"
#include <string.h>

#include "diff/office.h"
#include "excerpt.h"
#include "normalize/paragraph.h"
#include "text/spans.h"

enum { LETTERS = 10, NAME_LIMIT = 12, DEPTH_MOST = 16 };

void dz_name_report(dz_buffer *out, size_t index, size_t count, bool chinese) {
  static const char *const letters[LETTERS] = {"甲", "乙", "丙", "丁", "戊",
                                               "己", "庚", "辛", "壬", "癸"};

  if (count > LETTERS)
    dz_buffer_format(out, "%zu", index + 1);
  else if (chinese)
    dz_buffer_string(out, letters[index]);
  else
    dz_buffer_char(out, (char)('A' + index));
}

void dz_name_short(dz_buffer *out, const dz_report *const *reports, size_t index, size_t count,
                   bool chinese) {
  const dz_report *report = reports[index];
  const char *place = count > LETTERS ? dz_office_of(reports, count, index).place : NULL;
  bool alone = place && *place && report->year;

  for (size_t i = 0; i < count && alone; i++)
    alone = i == index || reports[i]->year != report->year || !reports[i]->place ||
            strcmp(reports[i]->place, report->place);
  if (alone)
    dz_buffer_format(out, "%s%02d", place, (int)(report->year % 100));
  else
    dz_name_report(out, index, count, chinese);
}

void dz_name_year(dz_buffer *out, const dz_report *const *reports, size_t index, size_t count,
                  bool chinese) {
  size_t same = 0;

  for (size_t i = 0; i < count; i++) same += reports[i]->year == reports[index]->year;
  if (!reports[index]->year || same > 1)
    dz_name_report(out, index, count, chinese);
  else
    dz_buffer_format(out, chinese ? "%d年" : "%d", (int)reports[index]->year);
}

void dz_name_dated(dz_buffer *out, const dz_report *const *reports, size_t index, size_t count,
                   bool chinese) {
  if (count == 2) {
    dz_name_year(out, reports, index, count, chinese);
    return;
  }
  dz_name_report(out, index, count, chinese);
  if (reports[index]->year)
    dz_buffer_format(out, chinese ? "（%d年）" : " (%d)", (int)reports[index]->year);
}

size_t dz_links_of_pair(const dz_comparison *c, size_t first) {
  const dz_commitment_link *links = c->commitments;
  size_t end = first;

  while (end < c->commitment_count && links[end].earlier_report == links[first].earlier_report &&
         links[end].later_report == links[first].later_report)
    end++;
  return end;
}

void dz_name_file(dz_buffer *out, const dz_report *report) {
  const char *slash = strrchr(report->path, '/');

  dz_buffer_string(out, slash && slash[1] ? slash + 1 : report->path);
}

bool dz_is_titled(const dz_report *report) {
  return report->title.end > report->title.start;
}

void dz_name_title(dz_buffer *out, const dz_report *report) {
  if (dz_is_titled(report))
    dz_buffer_cps(out, report->text.cp + report->title.start,
                  report->title.end - report->title.start);
  else
    dz_name_file(out, report);
}

/* Does the code point only close a number (一、 1.)? */
static bool ends_number(uint32_t cp) {
  return cp == U'、' || cp == '.' || cp == ',' || cp == ' ' || cp == 0x3000 || cp == 0xFF0C ||
         cp == 0xFF0E || cp == 0xFF1A;
}

static void short_text(dz_buffer *out, const dz_report *report, dz_span span, size_t limit) {
  dz_excerpt excerpt = dz_excerpt_start(report, span, limit);

  for (dz_span words; dz_excerpt_next(&excerpt, &words);) {
    dz_buffer_cps(out, report->text.cp + words.start, words.end - words.start);
    if (words.start == words.end) dz_buffer_string(out, "…");
  }
}

void dz_name_number(dz_buffer *out, const dz_report *report, int32_t section) {
  dz_span number = report->sections[section].number;

  while (number.end > number.start && ends_number(report->text.cp[number.end - 1])) number.end--;
  dz_buffer_cps(out, report->text.cp + number.start, number.end - number.start);
}

/* Does a number that starts so stand apart from the one before it: （一） ①? */
static bool encloses_itself(uint32_t cp) {
  return cp == 0xFF08 || cp == '(' || (cp >= 0x2460 && cp <= 0x24FF) ||
         (cp >= 0x3220 && cp <= 0x3243);
}

/* Does the section have a number to be called by? A dash is none. */
static bool has_number(const dz_section *section) {
  return section->number.end > section->number.start && section->style != DZ_STYLE_DASH;
}

void dz_name_section(dz_buffer *out, const dz_report *report, int32_t section) {
  int32_t chain[DEPTH_MOST];
  int depth = 0;
  bool numbered = false, first = true;

  for (; section >= 0 && depth < DEPTH_MOST; section = report->sections[section].parent) {
    const dz_section *s = &report->sections[section];
    if (s->headed) chain[depth++] = section;
    numbered = numbered || (s->headed && has_number(s));
  }
  while (depth--) { /* headings without a number only where there is none with one */
    const dz_section *s = &report->sections[chain[depth]];
    if (has_number(s)) {
      if (!first && !encloses_itself(report->text.cp[s->number.start])) dz_buffer_string(out, "·");
      dz_name_number(out, report, chain[depth]);
      first = false;
    } else if (!numbered) {
      dz_buffer_string(out, "〈");
      short_text(out, report, s->heading, NAME_LIMIT);
      dz_buffer_string(out, "〉");
    }
  }
}

void dz_name_paragraph(dz_buffer *out, const dz_report *report, uint32_t position) {
  int32_t paragraph = dz_paragraph_at(report, position);

  if (paragraph < 0)
    dz_buffer_format(out, "@%u", (unsigned)position);
  else
    dz_buffer_format(out, "¶%d", (int)paragraph + 1);
}

void dz_name_place(dz_buffer *out, const dz_report *report, uint32_t position) {
  int32_t paragraph = dz_paragraph_at(report, position);

  if (paragraph >= 0) dz_name_section(out, report, report->paragraphs[paragraph].section);
  dz_name_paragraph(out, report, position);
}

void dz_name_report_place(dz_buffer *out, const dz_report *const *reports, size_t count,
                          dz_place place, bool chinese) {
  dz_name_report(out, place.report, count, chinese);
  dz_buffer_string(out, "·");
  dz_name_place(out, reports[place.report], place.span.start);
}

/* 增加 or 减少 where the report says so right before the figure: it is not the
 * level but by how much that changes. */
static void name_change(dz_buffer *out, const dz_report *report, const dz_quantity *quantity) {
  static const uint32_t words[][2] = {
      {U'增', U'加'}, {U'减', U'少'}, {U'压', U'减'}, {U'下', U'降'}, {U'降', U'低'}};
  const uint32_t *cp = report->text.cp;
  uint32_t at = quantity->span.start;

  for (size_t i = 0; at >= 2 && i < sizeof words / sizeof *words; i++)
    if (quantity->comparison == DZ_CMP_YOY_ABS && cp[at - 2] == words[i][0] &&
        cp[at - 1] == words[i][1])
      dz_buffer_cps(out, words[i], 2);
}

void dz_name_target(dz_buffer *out, const dz_report *report, const dz_commitment *commitment) {
  const dz_quantity *quantity;

  if (commitment->quantity < 0) return;
  quantity = &report->quantities[commitment->quantity];
  if (quantity->masked) {
    dz_buffer_string(out, "**");
    return;
  }
  if (commitment->modifier == DZ_MOD_STRIVE) dz_buffer_string(out, "力争");
  name_change(out, report, quantity);
  if (commitment->modifier == DZ_MOD_NEAR) dz_buffer_string(out, "近");
  dz_buffer_format(out, "%s%s", dz_quantity_minus(quantity), quantity->value);
  if (quantity->value_high) dz_buffer_format(out, "—%s", quantity->value_high);
  dz_buffer_string(out, commitment->unit ? commitment->unit : "");
  if (commitment->modifier == DZ_MOD_ABOUT || commitment->modifier == DZ_MOD_AT_LEAST ||
      commitment->modifier == DZ_MOD_AT_MOST)
    dz_buffer_string(out, dz_modifier_name(commitment->modifier));
}

void dz_name_linked_target(dz_buffer *out, const dz_comparison *comparison,
                           const dz_commitment_link *link, bool later) {
  const dz_report *report[2] = {comparison->reports[link->earlier_report],
                                comparison->reports[link->later_report]};
  int32_t index[2] = {link->earlier, link->later};
  dz_buffer target[2];
  bool alike;

  for (int i = 0; i < 2; i++) {
    dz_buffer_init(&target[i]);
    if (index[i] >= 0) dz_name_target(&target[i], report[i], &report[i]->commitments[index[i]]);
    if (target[i].failed) out->failed = true;
  }
  alike = link->change != DZ_CC_KEPT && index[0] >= 0 && index[1] >= 0 &&
          target[0].length == target[1].length && target[0].length &&
          !memcmp(target[0].data, target[1].data, target[0].length);
  if (!alike && target[later].length) dz_buffer_string(out, target[later].data);
  for (int i = 0; i < 2; i++) dz_buffer_free(&target[i]);
}

static bool ends_in(const char *text, const char *end) {
  size_t length = strlen(text), size = strlen(end);

  return length >= size && !strcmp(text + length - size, end);
}

void dz_name_quantity(dz_buffer *out, const dz_quantity *quantity) {
  const char *name = quantity->indicator;
  bool change = quantity->comparison == DZ_CMP_YOY_PCT && quantity->direction;

  if (!name || !*name) return;
  dz_buffer_string(out, name);
  if (change && !ends_in(name, "幅") && !ends_in(name, "速") && !ends_in(name, "率"))
    dz_buffer_string(out, quantity->direction > 0 ? "增幅" : "降幅");
}

void dz_name_matter(dz_buffer *out, const dz_report *report, const dz_commitment *commitment,
                    size_t limit) {
  if (commitment->indicator && *commitment->indicator)
    dz_buffer_string(out, commitment->indicator);
  else if (commitment->object.end > commitment->object.start)
    short_text(out, report, commitment->object, limit);
  else
    short_text(out, report, commitment->span, limit);
}

void dz_name_deadline(dz_buffer *out, const dz_commitment *commitment) {
  uint32_t date = commitment->deadline;

  if (!date) return;
  dz_buffer_format(out, "%u", (unsigned)(date / 10000));
  if (commitment->deadline_digits >= 6)
    dz_buffer_format(out, "-%02u", (unsigned)(date / 100 % 100));
  if (commitment->deadline_digits >= 8) dz_buffer_format(out, "-%02u", (unsigned)(date % 100));
}

const char *dz_name_expected(const dz_finding *finding) {
  const char *expected = finding->expected;

  if (!expected || !*expected || strstr(finding->message_zh, expected)) return NULL;
  return finding->kind == DZ_FIND_ANACHRONISM || finding->kind == DZ_FIND_STALE_FORMULA ? NULL
                                                                                        : expected;
}

void dz_name_chinese_number(dz_buffer *out, size_t number) {
  static const char *const digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

  if (number >= 1000 || !number) {
    dz_buffer_format(out, "%zu", number);
    return;
  }
  if (number >= 100) dz_buffer_format(out, "%s百", digits[number / 100]);
  if (number >= 100 && number % 100 && number % 100 < 10) dz_buffer_string(out, digits[0]);
  if (number % 100 >= 10 && !(number < 20)) dz_buffer_string(out, digits[number / 10 % 10]);
  if (number % 100 >= 10) dz_buffer_string(out, "十");
  if (number % 10) dz_buffer_string(out, digits[number % 10]);
}
