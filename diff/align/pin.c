/* pin.c - see pin.h
 *
 *     pin 2024:三.3 = 2025:三.1       these two belong together
 *     unpin 2024:三.2 ≠ 2025:三.2     these two do not ("forbid" and != do as well)
 *     # comment
 */
#include "pin.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "base/utf8.h"
#include "normalize/outline/enumerator.h"
#include "text/unicode.h"

enum { PATH_MAX_CPS = 256, YEAR_DIGITS = 4 };

typedef struct reader {
  const dz_job *job;
  const char *name; /* of the file, for messages */
  size_t line;
  dz_array pins;
} reader;

/* A stretch of the file. */
typedef struct word {
  const char *start;
  size_t length;
} word;

static dz_status fail(const reader *work, const char *what, word where, dz_error *error) {
  int shown = where.length > 60 ? 60 : (int)where.length;

  return dz_fail(error, DZ_USAGE, "%s:%zu: %s%s%.*s", work->name, work->line, what,
                 where.length ? ": " : "", shown, where.start);
}

static bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

static word trim(word text) {
  while (text.length && is_blank(*text.start)) text.start++, text.length--;
  while (text.length && is_blank(text.start[text.length - 1])) text.length--;
  return text;
}

static bool word_is(word text, const char *name) {
  return text.length == strlen(name) && !memcmp(text.start, name, text.length);
}

/* Splits at the first `mark`; false if it is not there. */
static bool split(word text, const char *mark, word *left, word *right) {
  size_t length = strlen(mark);

  for (size_t i = 0; i + length <= text.length; i++)
    if (!memcmp(text.start + i, mark, length)) {
      *left = trim((word){text.start, i});
      *right = trim((word){text.start + i + length, text.length - i - length});
      return true;
    }
  return false;
}

/* ---- which report ----------------------------------------------------------- */

static bool names_report(const dz_report *report, word name) {
  const char *slash = strrchr(report->path, '/');
  unsigned year = 0;

  if (word_is(name, report->path) || (slash && word_is(name, slash + 1))) return true;
  if (name.length != YEAR_DIGITS) return false;
  for (size_t i = 0; i < name.length; i++) {
    if (name.start[i] < '0' || name.start[i] > '9') return false;
    year = year * 10 + (unsigned)(name.start[i] - '0');
  }
  return report->year == (int32_t)year;
}

static dz_status find_report(const reader *work, word name, uint32_t *out, dz_error *error) {
  size_t found = 0;

  for (size_t i = 0; i < work->job->comparison->report_count; i++)
    if (names_report(work->job->comparison->reports[i], name)) {
      *out = (uint32_t)i;
      found++;
    }
  if (found == 1) return DZ_OK;
  return fail(work,
              found ? "more than one report is called so, name the file"
                    : "no report of this year or name",
              name, error);
}

/* ---- which section ------------------------------------------------------------ */

/* The number that is printed before the section, 0: none. */
static int32_t printed_number(const dz_report *report, const dz_section *section) {
  size_t start = dz_text_fold_position(&report->text, section->number.start);
  size_t end = dz_text_fold_position(&report->text, section->number.end);
  dz_enumerator token;

  if (start >= end || !dz_enumerator_read(&token, report->text.fold + start, end - start, true))
    return 0;
  return token.number;
}

/* A number alone, Chinese or Arabic, brackets allowed; 0: none. */
static int32_t read_number(const uint32_t *fold, size_t length) {
  uint32_t line[PATH_MAX_CPS + 1];
  dz_enumerator token;

  if (!length || length >= PATH_MAX_CPS) return 0;
  memcpy(line, fold, length * sizeof *line);
  line[length] = 0x3001; /* 、 makes a heading number of it */
  if (dz_enumerator_read(&token, line, length + 1, true) && token.length == length + 1)
    return token.number;
  return dz_enumerator_read(&token, fold, length, true) && token.length == length ? token.number
                                                                                  : 0;
}

static bool heading_starts(const dz_report *report, const dz_section *section, const uint32_t *fold,
                           size_t length) {
  size_t start = dz_text_fold_position(&report->text, section->heading.start);
  size_t end = dz_text_fold_position(&report->text, section->heading.end);

  return length && end - start >= length &&
         !memcmp(report->text.fold + start, fold, length * sizeof *fold);
}

static bool is_inside(const dz_report *report, int32_t section, int32_t outer) {
  int32_t at = report->sections[section].parent;

  while (at != outer && at != DZ_NO_SECTION) at = report->sections[at].parent;
  return at == outer;
}

/* The section inside `parent` that bears the number, the outermost where
 * several levels count: 三.2 is （二） rather than the 2. inside （一）. */
static int32_t find_numbered(const dz_report *report, int32_t parent, int32_t number,
                             size_t *found) {
  int32_t result = DZ_NO_SECTION;

  *found = 0;
  for (size_t i = 0; i < report->section_count; i++) {
    const dz_section *section = &report->sections[i];
    if (!section->headed || printed_number(report, section) != number ||
        !is_inside(report, (int32_t)i, parent))
      continue;
    if (*found && section->level > report->sections[result].level) continue;
    *found = *found && section->level == report->sections[result].level ? *found + 1 : 1;
    result = (int32_t)i;
  }
  return result;
}

/* The child of `parent` that a step of a path names: by its printed number, by
 * its place where no number fits, or by how its heading starts. *found counts
 * those that fit. */
static int32_t find_child(const dz_report *report, int32_t parent, const uint32_t *fold,
                          size_t length, size_t *found) {
  int32_t number = read_number(fold, length), place = 0, result = DZ_NO_SECTION;

  *found = 0;
  if (number) result = find_numbered(report, parent, number, found);
  for (size_t i = 0; i < report->section_count && result == DZ_NO_SECTION; i++) {
    const dz_section *section = &report->sections[i];
    if (!section->headed || section->parent != parent) continue;
    if (number ? ++place != number || section->number.start < section->number.end
               : !heading_starts(report, section, fold, length))
      continue;
    ++*found;
    result = (int32_t)i;
  }
  return result;
}

static dz_status find_section(const reader *work, uint32_t report, word path, int32_t *out,
                              dz_error *error) {
  const dz_report *within = work->job->comparison->reports[report];
  uint32_t cps[PATH_MAX_CPS + 1];
  char copy[PATH_MAX_CPS + 1];
  size_t count, at = 0;

  if (!path.length || path.length > PATH_MAX_CPS)
    return fail(work, "no section is named", path, error);
  memcpy(copy, path.start, path.length);
  copy[path.length] = '\0';
  count = dz_utf8_to_cps(copy, cps);
  for (size_t i = 0; i < count; i++) cps[i] = dz_fold_cp(cps[i]);
  *out = DZ_NO_SECTION;
  while (at < count) {
    size_t end = at, found;
    while (end < count && cps[end] != '.' && cps[end] != '/') end++;
    *out = find_child(within, *out, cps + at, end - at, &found);
    if (!found) return fail(work, "no such section", path, error);
    if (found > 1) return fail(work, "more than one section fits", path, error);
    at = end + 1;
  }
  return *out == DZ_NO_SECTION ? fail(work, "no section is named", path, error) : DZ_OK;
}

/* ---- lines -------------------------------------------------------------------- */

static dz_status read_end(const reader *work, word text, uint32_t *report, int32_t *section,
                          dz_error *error) {
  word name, path;
  dz_status status;

  if (!split(text, ":", &name, &path) && !split(text, "：", &name, &path))
    return fail(work, "a section is written REPORT:NUMBER, as 2024:三.3", text, error);
  status = find_report(work, name, report, error);
  return status ? status : find_section(work, *report, path, section, error);
}

/* A section may be forced to one section of another report only. */
static bool is_forced_already(const reader *work, const dz_pin *pin) {
  for (size_t i = 0; i < work->pins.count && pin->forced; i++) {
    const dz_pin *other = dz_array_at(&work->pins, i);
    if (!other->forced) continue;
    for (int k = 0; k < 4; k++) {
      int mine = k & 1, its = k >> 1;
      if (pin->report[mine] == other->report[its] && pin->section[mine] == other->section[its] &&
          pin->report[!mine] == other->report[!its])
        return true;
    }
  }
  return false;
}

static dz_status read_line(reader *work, word line, dz_error *error) {
  dz_pin pin = {.line = work->line};
  word verb = {line.start, 0}, rest, left, right;
  bool forbids;
  dz_status status;

  while (verb.length < line.length && !is_blank(verb.start[verb.length])) verb.length++;
  rest = trim((word){line.start + verb.length, line.length - verb.length});
  pin.forced = word_is(verb, "pin");
  forbids = word_is(verb, "unpin") || word_is(verb, "forbid");
  if (!pin.forced && !forbids)
    return fail(work, "a line starts with pin, unpin or forbid", line, error);
  if (pin.forced && !split(rest, "=", &left, &right))
    return fail(work, "a pin is written pin SECTION = SECTION", line, error);
  if (forbids && !split(rest, "≠", &left, &right) && !split(rest, "!=", &left, &right))
    return fail(work, "a forbidden pair is written unpin SECTION ≠ SECTION", line, error);
  status = read_end(work, left, &pin.report[0], &pin.section[0], error);
  if (!status) status = read_end(work, right, &pin.report[1], &pin.section[1], error);
  if (status) return status;
  if (pin.report[0] == pin.report[1])
    return fail(work, "both sections are of one report", line, error);
  if (is_forced_already(work, &pin))
    return fail(work, "one of the sections is pinned in an earlier line", line, error);
  return dz_array_append(&work->pins, &pin, 1) ? DZ_OK : dz_fail_memory(error);
}

dz_status dz_pins_read(dz_pins *out, const dz_job *job, dz_arena *arena, dz_error *error) {
  const char *at = job->options->pins;
  reader work = {.job = job,
                 .name = job->options->pins_path ? job->options->pins_path : "pins",
                 .pins = dz_array_of(sizeof(dz_pin))};
  dz_status status = DZ_OK;

  *out = (dz_pins){0};
  if (at && !strncmp(at, "\xEF\xBB\xBF", 3)) at += 3;
  while (at && *at && !status) {
    size_t length = strcspn(at, "\n");
    word line = trim((word){at, length});
    work.line++;
    at += length + (at[length] == '\n');
    if (line.length && *line.start != '#') status = read_line(&work, line, error);
  }
  if (!status) {
    out->items = dz_array_freeze(&work.pins, arena);
    out->count = work.pins.count;
    if (!out->items) status = dz_fail_memory(error);
  }
  dz_array_free(&work.pins);
  return status;
}

static int by_sections(const void *left, const void *right) {
  const dz_pin *a = left, *b = right;

  for (int k = 0; k < 2; k++)
    if (a->section[k] != b->section[k]) return a->section[k] < b->section[k] ? -1 : 1;
  return 0;
}

bool dz_pins_select(dz_pins *out, const dz_pins *pins, const dz_job *job,
                    const dz_report *const reports[2], dz_arena *arena) {
  dz_pin *chosen = dz_arena_array(arena, pins->count, sizeof *chosen);
  size_t count = 0;

  *out = (dz_pins){0};
  if (!chosen) return false;
  for (size_t i = 0; i < pins->count; i++) {
    const dz_pin *pin = &pins->items[i];
    const dz_report *first = job->comparison->reports[pin->report[0]];
    const dz_report *second = job->comparison->reports[pin->report[1]];
    if (first == reports[0] && second == reports[1]) chosen[count++] = *pin;
    if (first != reports[1] || second != reports[0]) continue;
    chosen[count] = *pin;
    chosen[count].section[0] = pin->section[1];
    chosen[count++].section[1] = pin->section[0];
  }
  if (count) qsort(chosen, count, sizeof *chosen, by_sections);
  *out = (dz_pins){chosen, count};
  return true;
}

bool dz_pins_forbid(const dz_pins *pins, int32_t a, int32_t b) {
  dz_pin wanted = {.section = {a, b}};
  const dz_pin *found = pins->count
                            ? bsearch(&wanted, pins->items, pins->count, sizeof wanted, by_sections)
                            : NULL;

  return found && !found->forced;
}
