/* source.c - bytes to decoded text and lines */
#include "base/error.h"
#include "base/utf8.h"
#include "draft.h"
#include "unicode.h"

static dz_status decode_utf8(dz_draft *draft, const char *bytes, size_t length, dz_error *error) {
  for (size_t i = 0, used; i < length; i += used) {
    uint32_t cp;
    used = dz_utf8_decode(bytes + i, length - i, &cp);
    if (!used) return dz_fail(error, DZ_ENCODING, "%s: invalid UTF-8 at byte %zu", draft->report.path, i);
    if (!dz_array_append(&draft->cps, &cp, 1)) return dz_fail_memory(error);
  }
  return DZ_OK;
}

static dz_status split_lines(dz_draft *draft, dz_error *error) {
  const uint32_t *cp = draft->cps.items;
  size_t start = 0;

  for (size_t i = 0; i <= draft->cps.count; i++) {
    if (i < draft->cps.count && cp[i] != '\n' && cp[i] != '\r') continue;
    bool blank = true;
    for (size_t k = start; k < i && blank; k++) blank = dz_is_space(cp[k]);
    if (!blank) {
      dz_line *line = dz_array_push(&draft->lines);
      if (!line) return dz_fail_memory(error);
      line->span = (dz_span){(uint32_t)start, (uint32_t)i};
    }
    start = i + 1;
  }
  return DZ_OK;
}

dz_status dz_source_read(dz_draft *draft, const char *bytes, size_t length, const dz_read_options *options,
                         dz_error *error) {
  dz_status status = decode_utf8(draft, bytes, length, error);

  (void)options;
  if (!status) status = split_lines(draft, error);
  if (!status && !draft->lines.count) return dz_fail(error, DZ_FORMAT, "%s: holds no text", draft->report.path);
  draft->report.format = "txt";
  draft->report.encoding = "UTF-8";
  return status;
}
