/* decode.c - see decode.h */
#include "decode.h"

#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>
#include <uchardet/uchardet.h>

#include "base/error.h"
#include "base/utf8.h"

/* Thresholds.
 * PLAUSIBLE: in real reports 97 of 100 Han characters of a GB 2312 file are of
 *   its first level, and 98 of 100 in Big5; the same bytes read in the other
 *   encoding give under 65, UTF-8 read as GB18030 under 30.
 * CHINESE_SHARE, MARK_SHARE: of UTF-16 without a mark; real reports have 99
 *   and 8 of 100, ASCII taken for UTF-16 has no mark at all.
 * GUESS_BYTES: uchardet is sure long before; it only orders the candidates.
 * CONTROL_SHARE: one control character in that many is a slip of a converter,
 *   more is a binary file. */
static const double PLAUSIBLE = 0.80, CHINESE_SHARE = 0.95, MARK_SHARE = 0.01;
enum { GUESS_BYTES = 64 * 1024, CONTROL_SHARE = 100, CHUNK = 4096 };

typedef struct encoding {
  const char *name;  /* as reported */
  const char *iconv; /* as the converter calls it */
} encoding;

enum { UTF16LE, UTF16BE, UTF32LE, UTF32BE, GB18030, BIG5, ENCODING_COUNT };
static const encoding encodings[ENCODING_COUNT] = {
    [UTF16LE] = {"UTF-16LE", "UTF-16LE"}, [UTF16BE] = {"UTF-16BE", "UTF-16BE"},
    [UTF32LE] = {"UTF-32LE", "UTF-32LE"}, [UTF32BE] = {"UTF-32BE", "UTF-32BE"},
    [GB18030] = {"GB18030", "GB18030"},   [BIG5] = {"Big5", "BIG5-HKSCS"},
};

/* ---- UTF-8 -------------------------------------------------------------- */

static size_t count_code_points(const char *bytes, size_t length) {
  size_t count = 0;

  for (size_t i = 0; i < length; i++) count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
  return count;
}

/* Decodes into `out`, which has room for every lead byte. Returns the offset of
 * the first byte that is wrong, or `length`. */
static size_t decode_utf8(uint32_t *out, size_t *count, const char *bytes, size_t length) {
  const unsigned char *in = (const unsigned char *)bytes;
  size_t i = 0, n = 0, used;

  while (i < length) {
    if (in[i] < 0x80) {
      out[n++] = in[i++];
    } else if (in[i] >= 0xE1 && in[i] <= 0xEC && length - i >= 3 && (in[i + 1] & 0xC0) == 0x80 &&
               (in[i + 2] & 0xC0) == 0x80) { /* nearly all of Chinese, and no special case in it */
      out[n++] = (in[i] & 0x0Fu) << 12 | (in[i + 1] & 0x3Fu) << 6 | (in[i + 2] & 0x3Fu);
      i += 3;
    } else {
      used = dz_utf8_decode(bytes + i, length - i, &out[n]);
      if (!used) break;
      n++;
      i += used;
    }
  }
  *count = n;
  return i;
}

/* Appends the text if all of it is UTF-8; *wrong is the first bad offset or `length`. */
static dz_status append_utf8(dz_array *cps, size_t *wrong, const char *bytes, size_t length,
                             dz_error *error) {
  size_t first = cps->count, room = count_code_points(bytes, length), count = 0;
  uint32_t *out;

  *wrong = 0;
  if (!room) return DZ_OK;
  out = dz_array_append(cps, NULL, room);
  if (!out) return dz_fail_memory(error);
  *wrong = decode_utf8(out, &count, bytes, length);
  cps->count = *wrong == length ? first + count : first;
  return DZ_OK;
}

/* ---- the other encodings ------------------------------------------------ */

static const char *native_utf32(void) {
  const uint16_t one = 1;

  return *(const unsigned char *)&one ? "UTF-32LE" : "UTF-32BE";
}

/* Strict conversion; *wrong is the first bad offset or `length`. */
static dz_status append_converted(dz_array *cps, size_t *wrong, const char *from, const char *bytes,
                                  size_t length, dz_error *error) {
  iconv_t converter = iconv_open(native_utf32(), from);
  char *in = (char *)(uintptr_t)bytes; /* iconv does not write there */
  size_t left = length, first = cps->count;
  dz_status status = DZ_OK;
  uint32_t chunk[CHUNK];

  *wrong = 0;
  if (converter == (iconv_t)-1)
    return dz_fail(error, DZ_UNSUPPORTED, "the system has no converter from %s", from);
  while (left && !status) {
    char *out = (char *)chunk;
    size_t room = sizeof chunk;
    size_t done = iconv(converter, &in, &left, &out, &room);
    size_t count = (sizeof chunk - room) / sizeof *chunk;
    bool stuck = done == (size_t)-1 && errno != E2BIG;
    if (count && !dz_array_append(cps, chunk, count)) status = dz_fail_memory(error);
    if (stuck) break;
  }
  iconv_close(converter);
  *wrong = length - left;
  if (status || left) cps->count = first;
  return status;
}

/* The share of everyday characters among the two-byte ones, 0..1: GB 2312 level
 * 1 (lead B0-D7) or Big5 level 1 (lead A4-C6), the punctuation included. */
static double share_common(int which, const char *bytes, size_t length) {
  const unsigned char *in = (const unsigned char *)bytes;
  size_t pairs = 0, common = 0;

  for (size_t i = 0; i + 1 < length; i++) {
    unsigned char lead = in[i], trail = in[i + 1];
    if (lead < 0x80) continue;
    pairs++;
    if (which == GB18030)
      common += trail >= 0xA1 && ((lead >= 0xB0 && lead <= 0xD7) || (lead >= 0xA1 && lead <= 0xA3));
    else
      common += (lead >= 0xA4 && lead <= 0xC6) || lead == 0xA1 || lead == 0xA2;
    i++;
  }
  return pairs ? (double)common / (double)pairs : 0;
}

static bool is_mark(uint32_t cp) {
  return cp == '\n' || cp == ' ' || (cp >= 0x3000 && cp <= 0x3002) || cp == 0xFF0C || cp == 0xFF1A;
}

/* Whether code points that any bytes could give are Chinese text: Han, ASCII
 * and CJK punctuation nearly throughout, and stops or breaks among them, which
 * pairs of random bytes do not form. */
static bool reads_as_chinese(const uint32_t *cp, size_t count) {
  size_t good = 0, marks = 0;

  for (size_t i = 0; i < count; i++) {
    good += (cp[i] >= 0x4E00 && cp[i] <= 0x9FFF) || (cp[i] >= 0x20 && cp[i] < 0x7F) ||
            cp[i] == '\n' || cp[i] == '\r' || cp[i] == '\t' ||
            (cp[i] >= 0x2010 && cp[i] <= 0x2026) || (cp[i] >= 0x3000 && cp[i] <= 0x3011) ||
            (cp[i] >= 0xFF01 && cp[i] <= 0xFF5E);
    marks += is_mark(cp[i]);
  }
  return (double)good >= CHINESE_SHARE * (double)count &&
         (double)marks >= MARK_SHARE * (double)count;
}

/* ---- the choice --------------------------------------------------------- */

static bool starts_with(const char *bytes, size_t length, const char *mark, size_t size) {
  return length >= size && !memcmp(bytes, mark, size);
}

/* The encoding its byte order mark names, and the size of the mark. -1: none;
 * UTF-8 is ENCODING_COUNT. */
static int read_mark(const char *bytes, size_t length, size_t *size) {
  static const struct {
    const char *mark;
    size_t size;
    int which;
  } marks[] = {{"\xEF\xBB\xBF", 3, ENCODING_COUNT},
               {"\xFF\xFE\0\0", 4, UTF32LE},
               {"\0\0\xFE\xFF", 4, UTF32BE},
               {"\xFF\xFE", 2, UTF16LE},
               {"\xFE\xFF", 2, UTF16BE},
               {"\x84\x31\x95\x33", 4, GB18030}};

  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (starts_with(bytes, length, marks[i].mark, marks[i].size)) {
      *size = marks[i].size;
      return marks[i].which;
    }
  *size = 0;
  return -1;
}

/* Which of the tables a name means; ENCODING_COUNT for UTF-8, -1: none of ours. */
static int find_encoding(const char *name) {
  static const struct {
    const char *name;
    int which;
  } names[] = {{"utf-8", ENCODING_COUNT}, {"utf8", ENCODING_COUNT}, {"gb18030", GB18030},
               {"gbk", GB18030},          {"gb2312", GB18030},      {"gb-2312", GB18030},
               {"cp936", GB18030},        {"hz-gb-2312", -1},       {"big5", BIG5},
               {"big5-hkscs", BIG5},      {"cp950", BIG5},          {"utf-16le", UTF16LE},
               {"utf-16be", UTF16BE},     {"utf-16", UTF16LE},      {"utf-32le", UTF32LE},
               {"utf-32be", UTF32BE}};

  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (!strcasecmp(names[i].name, name)) return names[i].which;
  return -1;
}

/* What uchardet takes the text for, as find_encoding. */
static int guess(const char *bytes, size_t length) {
  uchardet_t detector = uchardet_new();
  int which = -1;

  if (!detector) return -1;
  if (!uchardet_handle_data(detector, bytes, length < GUESS_BYTES ? length : GUESS_BYTES)) {
    uchardet_data_end(detector);
    which = find_encoding(uchardet_get_charset(detector));
  }
  uchardet_delete(detector);
  return which;
}

static dz_status decode_as(dz_array *cps, const char **name, int which, const char *bytes,
                           size_t length, const char *path, size_t offset, dz_error *error) {
  size_t wrong;
  dz_status status;

  *name = which == ENCODING_COUNT ? "UTF-8" : encodings[which].name;
  status = which == ENCODING_COUNT
               ? append_utf8(cps, &wrong, bytes, length, error)
               : append_converted(cps, &wrong, encodings[which].iconv, bytes, length, error);
  if (!status && wrong < length)
    return dz_fail(error, DZ_ENCODING, "%s: invalid %s at byte %zu", path, *name, wrong + offset);
  return status;
}

/* UTF-16 without a mark: both byte orders are tried, and believed where nearly
 * everything that comes out is Chinese text. *done tells whether one was. */
static dz_status try_utf16(bool *done, dz_array *cps, const char **name, const char *bytes,
                           size_t length, dz_error *error) {
  *done = false;
  for (int which = UTF16LE; which <= UTF16BE && length % 2 == 0; which++) {
    size_t first = cps->count, wrong;
    dz_status status = append_converted(cps, &wrong, encodings[which].iconv, bytes, length, error);
    if (status) return status;
    if (wrong == length &&
        reads_as_chinese((const uint32_t *)cps->items + first, cps->count - first)) {
      *name = encodings[which].name;
      *done = true;
      return DZ_OK;
    }
    cps->count = first;
  }
  return DZ_OK;
}

/* GB18030 or Big5, in the order that everyday characters suggest, each only if
 * it reads like Chinese, the sooner if claim or guess agree. *done: all of it
 * converts. Else *name and *wrong tell where the first that reads so breaks;
 * *wrong is `length` if none does. */
static dz_status try_chinese(bool *done, size_t *wrong, dz_array *cps, const char **name,
                             const char *bytes, size_t length, const char *declared,
                             dz_error *error) {
  double share[ENCODING_COUNT] = {0};
  int claim = declared ? find_encoding(declared) : -1, hint = guess(bytes, length);
  int order[2] = {GB18030, BIG5};

  *done = false;
  *wrong = length;
  share[GB18030] = share_common(GB18030, bytes, length);
  share[BIG5] = share_common(BIG5, bytes, length);
  if (share[BIG5] > share[GB18030]) {
    order[0] = BIG5;
    order[1] = GB18030;
  }
  for (int i = 0; i < 2; i++) {
    size_t at;
    bool hinted = order[i] == claim || order[i] == hint;
    dz_status status;
    if (share[order[i]] < (hinted ? PLAUSIBLE - 0.2 : PLAUSIBLE)) continue;
    status = append_converted(cps, &at, encodings[order[i]].iconv, bytes, length, error);
    if (status) return status;
    *done = at == length;
    if (*done || *wrong == length) *name = encodings[order[i]].name;
    if (*done) return DZ_OK;
    if (*wrong == length) *wrong = at;
  }
  return DZ_OK;
}

static dz_status decode_unmarked(dz_array *cps, const char **name, const char *bytes, size_t length,
                                 const dz_decode_hints *hints, dz_error *error) {
  const char *nul = memchr(bytes, 0, length);
  size_t wrong = 0, broken = length;
  bool done = false;
  dz_status status = DZ_OK;

  *name = "UTF-8";
  if (!nul) {
    status = append_utf8(cps, &wrong, bytes, length, error);
    if (status || wrong == length) return status;
    status = try_chinese(&done, &broken, cps, name, bytes, length, hints->declared, error);
  }
  if (!status && !done) status = try_utf16(&done, cps, name, bytes, length, error);
  if (status || done) return status;
  if (broken < length)
    return dz_fail(error, DZ_ENCODING, "%s: invalid %s at byte %zu", hints->path, *name, broken);
  if (nul)
    return dz_fail(error, DZ_ENCODING, "%s: a NUL byte at byte %zu: a binary file, not text",
                   hints->path, (size_t)(nul - bytes));
  return dz_fail(error, DZ_ENCODING,
                 "%s: invalid UTF-8 at byte %zu, and it does not read as GB18030, Big5 or UTF-16",
                 hints->path, wrong);
}

/* A binary file without NUL bytes, or NUL characters in a marked encoding. */
static dz_status check_controls(const dz_array *cps, size_t first, const char *path,
                                dz_error *error) {
  const uint32_t *cp = cps->items;
  size_t controls = 0, at = 0;

  for (size_t i = first; i < cps->count; i++) {
    if (cp[i] >= 0x20 || (cp[i] >= 9 && cp[i] <= 13)) continue;
    if (!controls++) at = i;
    if (!cp[i])
      return dz_fail(error, DZ_ENCODING, "%s: a NUL character at character %zu: not text", path,
                     i - first);
  }
  if (controls > (cps->count - first) / CONTROL_SHARE + 1)
    return dz_fail(error, DZ_ENCODING,
                   "%s: control characters from character %zu on: a binary file, not text", path,
                   at - first);
  return DZ_OK;
}

dz_status dz_decode(dz_array *cps, const char **name, const char *bytes, size_t length,
                    const dz_decode_hints *hints, dz_error *error) {
  size_t size, first = cps->count;
  int marked = read_mark(bytes, length, &size), which = marked;
  dz_status status;

  if (hints->forced) {
    which = find_encoding(hints->forced);
    if (which < 0)
      return dz_fail(error, DZ_USAGE,
                     "%s: unknown encoding %s (UTF-8, GB18030, Big5, UTF-16LE, UTF-16BE)",
                     hints->path, hints->forced);
    if (which != marked) size = 0;
  }
  if (which >= 0)
    status = decode_as(cps, name, which, bytes + size, length - size, hints->path, size, error);
  else
    status = decode_unmarked(cps, name, bytes, length, hints, error);
  if (!status) status = check_controls(cps, first, hints->path, error);
  return status;
}
