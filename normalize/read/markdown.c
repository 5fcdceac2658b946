/* markdown.c - Markdown: headings and emphasis become hints, their marks noise
 * (CommonMark 0.30, what reports use of it; a line is a paragraph unless the
 * text is wrapped at a width). */
#include "lines.h"
#include "readers.h"
#include "sink.h"
#include "text/unicode.h"

enum { HEADING_MOST = 6, RULE_LEAST = 3 };

typedef struct marks {
  dz_draft *draft;
  const uint32_t *cp;
} marks;

static dz_status hide(marks *m, uint32_t start, uint32_t end, dz_error *error) {
  return dz_sink_noise(m->draft, start, end, DZ_NOISE_LAYOUT, error);
}

static bool is_blank(const uint32_t *cp, uint32_t i, uint32_t end) {
  return i >= end || cp[i] == ' ' || cp[i] == '\t' || cp[i] == 0x3000;
}

/* "## " before, and "##" behind, a heading. */
static dz_status read_heading(marks *m, dz_line *line, dz_error *error) {
  uint32_t i = line->span.start, end = line->span.end, level = 0;
  dz_status status;

  while (i < end && m->cp[i] == '#') i++, level++;
  if (!level || level > HEADING_MOST || !is_blank(m->cp, i, end)) return DZ_OK;
  while (i < end && is_blank(m->cp, i, end)) i++;
  if (i == end) return DZ_OK;
  line->heading_level = (int8_t)level;
  status = hide(m, line->span.start, i, error);
  line->span.start = i;
  for (i = end; i > line->span.start && m->cp[i - 1] == '#';) i--;
  if (status || i == end || !is_blank(m->cp, i - 1, end)) return status;
  while (i > line->span.start && is_blank(m->cp, i - 1, end)) i--;
  status = hide(m, i, end, error);
  line->span.end = i;
  return status;
}

/* "- ", "* ", "+ " and "> " before an item or a quotation. */
static dz_status read_bullet(marks *m, dz_line *line, dz_error *error) {
  uint32_t start = line->span.start, i = start, end = line->span.end;
  dz_status status = DZ_OK;

  if (line->heading_level || i + 1 >= end || !is_blank(m->cp, i + 1, end)) return DZ_OK;
  if (m->cp[i] != '-' && m->cp[i] != '*' && m->cp[i] != '+' && m->cp[i] != '>') return DZ_OK;
  i++;
  while (i < end && is_blank(m->cp, i, end)) i++;
  if (i < end) {
    status = hide(m, start, i, error);
    line->span.start = i;
  }
  return status;
}

/* A row of a table: its outer strokes; the row of dashes is no line at all. */
static dz_status read_row(marks *m, dz_line *line, bool *dropped, dz_error *error) {
  uint32_t start = line->span.start, end = line->span.end;
  bool rule = true;
  dz_status status;

  if (end - start < 3 || m->cp[start] != '|' || m->cp[end - 1] != '|') return DZ_OK;
  for (uint32_t i = start; i < end && rule; i++)
    rule = m->cp[i] == '|' || m->cp[i] == '-' || m->cp[i] == ':' || is_blank(m->cp, i, end);
  *dropped = rule;
  if (rule) return hide(m, start, end, error);
  line->table_row = true;
  status = hide(m, start, start + 1, error);
  line->span.start++;
  for (uint32_t i = start + 1; i + 1 < end && !status; i++)
    if (m->cp[i] == '|') status = hide(m, i, i + 1, error);
  if (!status) status = hide(m, end - 1, end, error);
  line->span.end = end - 1;
  return status;
}

/* A line of dashes, stars or equals signs alone. */
static bool is_rule(const marks *m, const dz_line *line) {
  uint32_t mark = m->cp[line->span.start], count = 0;

  if (mark != '-' && mark != '*' && mark != '_' && mark != '=') return false;
  for (uint32_t i = line->span.start; i < line->span.end; i++) {
    if (m->cp[i] != mark && !is_blank(m->cp, i, line->span.end)) return false;
    count += m->cp[i] == mark;
  }
  return count >= RULE_LEAST;
}

static bool is_stars(const marks *m, uint32_t i, uint32_t end) {
  return i + 1 < end && (m->cp[i] == '*' || m->cp[i] == '_') && m->cp[i + 1] == m->cp[i];
}

/* Whether the marks at `open` and `close` emphasise what is between. "**" is
 * also a masked figure (完成投资**亿元，增长**%), and a mask stands between
 * words: emphasis begins at a mark or the start of the line, or ends before a
 * mark that is no unit or at its end. */
static bool is_emphasis(const marks *m, const dz_line *line, uint32_t open, uint32_t close) {
  uint32_t end = line->span.end, after = close + 2 < end ? m->cp[close + 2] : 0;

  if (close == open + 2 || dz_is_space(m->cp[open + 2]) || dz_is_space(m->cp[close - 1]))
    return false;
  if (open == line->span.start || dz_is_punctuation(m->cp[open - 1]) ||
      dz_is_space(m->cp[open - 1]))
    return true;
  return !after || (dz_is_punctuation(after) && after != '%' && after != 0xFF05 && after != 0x2030);
}

static dz_status read_emphasis(marks *m, dz_line *line, dz_error *error) {
  uint32_t end = line->span.end, shown = 0, bold = 0;
  dz_status status = DZ_OK;

  for (uint32_t i = line->span.start; i < end && !status; i++) {
    uint32_t close = i + 2;
    if (!is_stars(m, i, end)) {
      shown += !dz_is_space(m->cp[i]);
      continue;
    }
    while (close < end && !(is_stars(m, close, end) && m->cp[close] == m->cp[i])) close++;
    if (close >= end) break; /* no pair from here on */
    if (!is_emphasis(m, line, i, close)) {
      shown += close - i;
      i = close - 1;
      if (close + 1 < end) shown += 2, i = close + 1;
      continue;
    }
    status = hide(m, i, i + 2, error);
    if (!status) status = hide(m, close, close + 2, error);
    bold += close - i - 2;
    shown += close - i - 2;
    i = close + 1;
  }
  line->bold = bold && bold == shown;
  return status;
}

/* One past the lines of the front matter (--- … ---, keys and values), 0 if there is none. */
static size_t front_matter_end(const marks *m, const dz_line *lines, size_t count) {
  enum { KEYS_MOST = 30, FENCE = 3 };

  if (!count || lines[0].span.start != 0 || !lines[0].span.end || m->cp[0] != '-' ||
      !is_rule(m, &lines[0]))
    return 0;
  for (size_t i = 1; i < count && i <= KEYS_MOST; i++) {
    if (lines[i].span.start == lines[i].span.end) continue;
    if (m->cp[lines[i].span.start] == '-' && is_rule(m, &lines[i]) &&
        lines[i].span.end - lines[i].span.start == FENCE)
      return i + 1;
    if (m->cp[lines[i].span.start] >= 0x80) return 0; /* no key */
  }
  return 0;
}

/* Of the front matter the title is text, all else speaks of the file. */
static dz_status read_front_matter(marks *m, dz_line *line, bool *dropped, dz_error *error) {
  static const char key[] = "title:";
  uint32_t start = line->span.start, i = start, end = line->span.end, k = 0;

  while (k + 1 < sizeof key && i < end && m->cp[i] == (uint32_t)key[k]) i++, k++;
  *dropped = k + 1 < sizeof key;
  if (*dropped) return hide(m, start, end, error);
  while (i < end && (is_blank(m->cp, i, end) || m->cp[i] == '"' || m->cp[i] == '\'')) i++;
  while (end > i && (m->cp[end - 1] == '"' || m->cp[end - 1] == '\'')) end--;
  *dropped = i == end;
  line->span = (dz_span){i, end};
  return hide(m, start, i, error);
}

/* <!-- … --> on a line of its own */
static bool is_comment(const marks *m, const dz_line *line) {
  uint32_t start = line->span.start, end = line->span.end;

  return end - start > 6 && m->cp[start] == '<' && m->cp[start + 1] == '!' &&
         m->cp[start + 2] == '-' && m->cp[end - 1] == '>' && m->cp[end - 2] == '-';
}

dz_status dz_read_markdown(dz_draft *draft, dz_error *error) {
  dz_status status = dz_lines_split(draft, error);
  marks m = {draft, draft->cps.items};
  dz_line *lines = draft->lines.items;
  size_t kept = 0, matter = status ? 0 : front_matter_end(&m, lines, draft->lines.count);

  for (size_t i = 0; i < draft->lines.count && !status; i++) {
    dz_line line = lines[i];
    bool dropped = is_rule(&m, &line) || is_comment(&m, &line);
    if (!dropped && i < matter) {
      status = read_front_matter(&m, &line, &dropped, error);
      if (!dropped) lines[kept++] = line;
      continue;
    }
    if (dropped)
      status = hide(&m, line.span.start, line.span.end, error);
    else
      status = read_row(&m, &line, &dropped, error);
    if (!status && !dropped) status = read_heading(&m, &line, error);
    if (!status && !dropped) status = read_bullet(&m, &line, error);
    if (!status && !dropped) status = read_emphasis(&m, &line, error);
    if (!dropped) lines[kept++] = line;
  }
  draft->lines.count = kept;
  return status;
}
