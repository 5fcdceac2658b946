/* noise_scan.c - see noise_scan.h */
#include "noise_scan.h"

#include <string.h>

#include "text/phrase.h"
#include "text/unicode.h"

enum {
  MARKER_MAX = 32,    /* Latin letters of a marker */
  ADDRESS_MAX = 200,  /* code points of an address */
  SITE_NAME_MAX = 12, /* code points of a site name */
  MASK_MAX = 8        /* longer runs are ruled lines */
};

static uint32_t cp_at(const dz_text *text, uint32_t i) {
  return i < text->length ? dz_fold_cp(text->cp[i]) : 0;
}

static uint32_t cp_before(const dz_text *text, uint32_t i) {
  return i > 0 ? dz_fold_cp(text->cp[i - 1]) : 0;
}

static bool is_word_letter(uint32_t cp) {
  return (cp >= 'a' && cp <= 'z') || (cp >= '0' && cp <= '9') || cp == '_' || cp == '-';
}

static bool is_alnum(uint32_t cp) {
  return (cp >= 'a' && cp <= 'z') || (cp >= '0' && cp <= '9');
}

static bool ascii_at(const dz_text *text, uint32_t at, const char *word) {
  for (; *word; word++, at++)
    if (cp_at(text, at) != (uint32_t)*word) return false;
  return true;
}

bool dz_marker_at(const dz_text *text, uint32_t at, dz_span *span) {
  static const char *const brackets[][2] = {
      {"##", "##"}, {"$$", "$$"}, {"@@", "@@"},    {"%%", "%%"},
      {"{{", "}}"}, {"[[", "]]"}, {"<!--", "-->"},
  };

  for (size_t b = 0; b < sizeof brackets / sizeof *brackets; b++) {
    uint32_t i = at + (uint32_t)strlen(brackets[b][0]), start = i;
    if (!ascii_at(text, at, brackets[b][0])) continue;
    while (i - start <= MARKER_MAX && is_word_letter(cp_at(text, i)) &&
           !ascii_at(text, i, brackets[b][1]))
      i++;
    if (i - start < 3 || i - start > MARKER_MAX || !ascii_at(text, i, brackets[b][1])) continue;
    *span = (dz_span){at, i + (uint32_t)strlen(brackets[b][1])};
    return true;
  }
  return false;
}

/* True if the last label of text[start..end) is a domain that sites of this
 * kind have; `official` if it belongs to an authority or school. */
static bool has_domain(const dz_text *text, uint32_t start, uint32_t end, bool *official) {
  static const char *const domains[] = {".com", ".cn",  ".net",  ".org", ".cc",
                                        ".top", ".vip", ".info", ".xyz", ".club"};
  uint32_t host_end = start;

  while (host_end < end && cp_at(text, host_end) != '/' && cp_at(text, host_end) != ':') host_end++;
  *official = false;
  for (uint32_t i = start; i < host_end; i++)
    *official |= ascii_at(text, i, ".gov.cn") || ascii_at(text, i, ".edu.cn") ||
                 ascii_at(text, i, ".gov");
  for (size_t d = 0; d < sizeof domains / sizeof *domains; d++) {
    uint32_t length = (uint32_t)strlen(domains[d]);
    if (host_end - start > length && ascii_at(text, host_end - length, domains[d])) return true;
  }
  return false;
}

/* Moves back over a site name in front of the address: up to twelve Han
 * characters between two marks that end in 网, 文库, 论坛, 公众号 and the like. */
static uint32_t site_name_start(const dz_text *text, uint32_t address) {
  static const uint32_t *const endings[] = {U"网",   U"站", U"库",   U"坛",   U"吧",  U"号",
                                            U"之家", U"社", U"在线", U"平台", U"网址"};
  uint32_t end = address, start;

  while (end > 0 &&
         (dz_is_space(text->cp[end - 1]) || cp_before(text, end) == ',' ||
          cp_before(text, end) == ':' || cp_before(text, end) == U'、' ||
          cp_before(text, end) == '(') &&
         address - end < 3)
    end--;
  start = end;
  while (start > 0 && end - start <= SITE_NAME_MAX && dz_is_han(text->cp[start - 1])) start--;
  if (start == end || end - start > SITE_NAME_MAX) return address;
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    uint32_t length = endings[i][1] ? 2 : 1;
    if (end - start > length && dz_word_at(text->cp, end - length, end, endings[i])) return start;
  }
  return address;
}

bool dz_address_at(const dz_text *text, uint32_t at, dz_span *span) {
  uint32_t i = at, dots = 0, host;
  bool official = false, scheme;

  if (!is_alnum(cp_at(text, at)) || is_alnum(cp_before(text, at))) return false;
  if (at > 0 && strchr("./-_@", (int)(cp_before(text, at) < 128 ? cp_before(text, at) : ' ')))
    return false;
  scheme = ascii_at(text, at, "http://") || ascii_at(text, at, "https://");
  if (scheme) i += ascii_at(text, at, "https://") ? 8 : 7;
  host = i;
  while (i < text->length && i - at < ADDRESS_MAX && text->cp[i] < 0xFFF0) {
    uint32_t cp = cp_at(text, i);
    if (!is_word_letter(cp) && cp != '.' &&
        !(i > host && strchr("/?=&%~+#:", (int)(cp < 128 ? cp : ' ')) && cp > ' '))
      break;
    dots += cp == '.' && is_alnum(cp_at(text, i + 1));
    i++;
  }
  while (i > host && !is_alnum(cp_before(text, i)) && cp_before(text, i) != '/') i--;
  if (!dots || !has_domain(text, host, i, &official) || official) return false;
  if (!scheme && !ascii_at(text, host, "www.") && dots == 1 && i - host < 6) return false;
  span->start = site_name_start(text, at);
  span->end = i;
  if (cp_before(text, at) == '(' && cp_at(text, i) == ')') span->end++;
  return true;
}

static uint32_t run_length(const dz_text *text, uint32_t at) {
  uint32_t i = at, cp = cp_at(text, at);

  while (i < text->length && cp_at(text, i) == cp) i++;
  return i - at;
}

/* XX or ×: not in a Latin word or a product (4×4, 10+X, “数据要素×”). */
static bool is_cross(const dz_text *text, uint32_t at, uint32_t run) {
  uint32_t before = cp_before(text, at), after = cp_at(text, at + run);
  bool year = run >= 2 && before >= '0' && before <= '9' && after == U'年'; /* 20XX年 */

  if (is_alnum(after) || after == '+' || after == '-') return false;
  if (run >= 2) return year || !(is_alnum(before) || before == '+');
  if (cp_at(text, at) == 'x' && text->cp[at] != 'X' && text->cp[at] != 0xFF38) return false;
  if (is_alnum(before) || before == '+' || before == '-' || before == '"') return false;
  return dz_is_han(after) || after == U'、';
}

/* 某县, 某公司, 某某: not 某种, 某些, 某一. */
static bool is_certain(const dz_text *text, uint32_t at, uint32_t run) {
  return run >= 2 ||
         dz_cp_in(cp_at(text, at + run), U"省市县区乡镇村州盟旗局委办厅部公企单同街厂校");
}

/* ○ and □ between characters; not the zero of 二〇二三, not a bullet. */
static bool is_circle(const dz_text *text, uint32_t at, uint32_t run) {
  uint32_t before = cp_before(text, at), after = cp_at(text, at + run);

  if (dz_cp_in(before, U"一二三四五六七八九十〇") || dz_cp_in(after, U"一二三四五六七八九十〇"))
    return false;
  if (at == 0 || before == '\n' || dz_is_space(before)) return run >= 2 && dz_is_han(after);
  return dz_is_han(after) || (run >= 2 && after != 0);
}

static bool is_star(const dz_text *text, uint32_t at, uint32_t run) {
  uint32_t before = cp_before(text, at), after = cp_at(text, at + run);
  bool opens_line = at == 0 || before == '\n' || before == '\r';

  return !(opens_line && (run > 2 || after == ' ' || after == '\t' || after == 0)) &&
         after != '/' && before != '/';
}

bool dz_mask_at(const dz_text *text, uint32_t at, dz_span *span) {
  uint32_t cp = text->cp[at], fold, run;
  bool masked = false;

  if (cp >= 0x3400 && cp < 0xFF00 && cp != U'某') return false;
  fold = dz_fold_cp(cp);
  if (!dz_cp_in(fold, U"*x×某〇□_")) return false;
  if (cp_before(text, at) == fold) return false; /* a run is judged at its start */
  run = run_length(text, at);
  if (fold == '*')
    masked = is_star(text, at, run);
  else if (fold == 'x' || fold == U'×')
    masked = is_cross(text, at, run);
  else if (fold == U'某')
    masked = is_certain(text, at, run);
  else if (fold == '_')
    masked = run >= 2;
  else
    masked = is_circle(text, at, run);
  *span = (dz_span){at, at + run};
  return masked && run <= MASK_MAX;
}
