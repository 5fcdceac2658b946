/* noise_scan.c - see noise_scan.h */
#include "noise_scan.h"

#include <string.h>

#include "unicode.h"

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
      {"##", "##"}, {"$$", "$$"}, {"@@", "@@"}, {"%%", "%%"}, {"{{", "}}"}, {"[[", "]]"}, {"<!--", "-->"},
  };

  for (size_t b = 0; b < sizeof brackets / sizeof *brackets; b++) {
    uint32_t i = at + (uint32_t)strlen(brackets[b][0]), start = i;
    if (!ascii_at(text, at, brackets[b][0])) continue;
    while (i - start <= MARKER_MAX && is_word_letter(cp_at(text, i)) && !ascii_at(text, i, brackets[b][1])) i++;
    if (i - start < 3 || i - start > MARKER_MAX || !ascii_at(text, i, brackets[b][1])) continue;
    *span = (dz_span){at, i + (uint32_t)strlen(brackets[b][1])};
    return true;
  }
  return false;
}

/* True if the last label of text[start..end) is a domain that sites of this
 * kind have; `official` if it belongs to an authority or school. */
static bool has_domain(const dz_text *text, uint32_t start, uint32_t end, bool *official) {
  static const char *const domains[] = {".com", ".cn", ".net", ".org", ".cc", ".top", ".vip", ".info", ".xyz", ".club"};
  uint32_t host_end = start;

  while (host_end < end && cp_at(text, host_end) != '/' && cp_at(text, host_end) != ':') host_end++;
  *official = false;
  for (uint32_t i = start; i < host_end; i++)
    *official |= ascii_at(text, i, ".gov.cn") || ascii_at(text, i, ".edu.cn") || ascii_at(text, i, ".gov");
  for (size_t d = 0; d < sizeof domains / sizeof *domains; d++) {
    uint32_t length = (uint32_t)strlen(domains[d]);
    if (host_end - start > length && ascii_at(text, host_end - length, domains[d])) return true;
  }
  return false;
}

/* Moves back over a site name in front of the address: up to twelve Han
 * characters between two marks that end in 网, 文库, 论坛, 公众号 and the like. */
static uint32_t site_name_start(const dz_text *text, uint32_t address) {
  static const uint32_t endings[][3] = {
      {0x7F51}, {0x7AD9}, {0x5E93}, {0x575B}, {0x5427}, {0x53F7}, {0x5BB6}, {0x793E}, /* 网 站 库 坛 吧 号 家 社 */
      {0x5728, 0x7EBF}, {0x5E73, 0x53F0}, {0x5730, 0x5740},                         /* 在线 平台 地址 */
  };
  uint32_t end = address, start;

  while (end > 0 && (dz_is_space(text->cp[end - 1]) || cp_before(text, end) == ',' || cp_before(text, end) == ':' ||
                     cp_before(text, end) == 0x3001 || cp_before(text, end) == '(') && address - end < 3)
    end--;
  start = end;
  while (start > 0 && end - start <= SITE_NAME_MAX && dz_is_han(text->cp[start - 1])) start--;
  if (start == end || end - start > SITE_NAME_MAX) return address;
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    size_t length = endings[i][1] ? 2 : 1;
    if (end - start < length + 1) continue;
    if (cp_at(text, end - 1) == endings[i][length - 1] && (length == 1 || cp_at(text, end - 2) == endings[i][0]))
      return start;
  }
  return address;
}

bool dz_address_at(const dz_text *text, uint32_t at, dz_span *span) {
  uint32_t i = at, dots = 0, host;
  bool official = false, scheme;

  if (!is_alnum(cp_at(text, at)) || is_alnum(cp_before(text, at))) return false;
  if (at > 0 && strchr("./-_@", (int)(cp_before(text, at) < 128 ? cp_before(text, at) : ' '))) return false;
  scheme = ascii_at(text, at, "http://") || ascii_at(text, at, "https://");
  if (scheme) i += ascii_at(text, at, "https://") ? 8 : 7;
  host = i;
  while (i < text->length && i - at < ADDRESS_MAX && text->cp[i] < 0xFFF0) {
    uint32_t cp = cp_at(text, i);
    if (!is_word_letter(cp) && cp != '.' && !(i > host && strchr("/?=&%~+#:", (int)(cp < 128 ? cp : ' ')) && cp > ' '))
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

static bool is_cn_digit(uint32_t cp) {
  static const uint32_t digits[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x3007};

  for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
    if (digits[i] == cp) return true;
  return false;
}

/* XX or ×: not in a Latin word or a product (4×4, 10+X, “数据要素×”). */
static bool is_cross(const dz_text *text, uint32_t at, uint32_t run) {
  uint32_t before = cp_before(text, at), after = cp_at(text, at + run);
  bool year = run >= 2 && before >= '0' && before <= '9' && after == 0x5E74; /* 20XX年 */

  if (is_alnum(after) || after == '+' || after == '-') return false;
  if (run >= 2) return year || !(is_alnum(before) || before == '+');
  if (cp_at(text, at) == 'x' && text->cp[at] != 'X' && text->cp[at] != 0xFF38) return false;
  if (is_alnum(before) || before == '+' || before == '-' || before == '"') return false;
  return dz_is_han(after) || after == 0x3001;
}

/* 某县, 某公司, 某某: not 某种, 某些, 某一. */
static bool is_certain(const dz_text *text, uint32_t at, uint32_t run) {
  static const uint32_t nouns[] = {0x7701, 0x5E02, 0x53BF, 0x533A, 0x4E61, 0x9547, 0x6751, 0x5DDE, 0x76DF, 0x65D7, 0x5C40,
                                   0x59D4, 0x529E, 0x5385, 0x90E8, 0x516C, 0x4F01, 0x5355, 0x540C, 0x8857, 0x5382, 0x6821};
  uint32_t after = cp_at(text, at + run);

  if (run >= 2) return true;
  for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) /* 省市县区乡镇村州盟旗局委办厅部公企单同街厂校 */
    if (nouns[i] == after) return true;
  return false;
}

/* ○ and □ between characters; not the zero of 二〇二三, not a bullet. */
static bool is_circle(const dz_text *text, uint32_t at, uint32_t run) {
  uint32_t before = cp_before(text, at), after = cp_at(text, at + run);

  if (is_cn_digit(before) || is_cn_digit(after)) return false;
  if (at == 0 || before == '\n' || dz_is_space(before)) return run >= 2 && dz_is_han(after);
  return dz_is_han(after) || (run >= 2 && after != 0);
}

static bool is_star(const dz_text *text, uint32_t at, uint32_t run) {
  uint32_t before = cp_before(text, at), after = cp_at(text, at + run);
  bool opens_line = at == 0 || before == '\n' || before == '\r';

  return !(opens_line && (run > 2 || after == ' ' || after == '\t' || after == 0)) && after != '/' && before != '/';
}

bool dz_mask_at(const dz_text *text, uint32_t at, dz_span *span) {
  uint32_t cp = text->cp[at], fold, run;
  bool masked = false;

  if (cp >= 0x3400 && cp < 0xFF00 && cp != 0x67D0) return false;
  fold = dz_fold_cp(cp);
  if (fold != '*' && fold != 'x' && fold != 0xD7 && fold != 0x67D0 && fold != 0x3007 && fold != 0x25A1 && fold != '_')
    return false;
  if (cp_before(text, at) == fold) return false; /* a run is judged at its start */
  run = run_length(text, at);
  if (fold == '*') masked = is_star(text, at, run);
  else if (fold == 'x' || fold == 0xD7) masked = is_cross(text, at, run);
  else if (fold == 0x67D0) masked = is_certain(text, at, run);
  else if (fold == '_') masked = run >= 2;
  else masked = is_circle(text, at, run);
  *span = (dz_span){at, at + run};
  return masked && run <= MASK_MAX;
}
