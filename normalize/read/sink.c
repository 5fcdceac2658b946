/* sink.c - see sink.h */
#include "sink.h"

#include <string.h>

#include "base/error.h"
#include "text/unicode.h"

dz_status dz_sink_check(const dz_draft *draft, dz_error *error) {
  const char *path = draft->report.path;
  size_t lines = draft->lines.count;

  if (draft->cps.count > DZ_MAX_TEXT)
    return dz_fail(error, DZ_LIMIT, "%s: more than %d characters of text", path, DZ_MAX_TEXT);
  if (lines > DZ_MAX_PARAGRAPHS ||
      (lines > DZ_MAX_SHORT_PARAGRAPHS && draft->cps.count / lines < DZ_SHORT_PARAGRAPH))
    return dz_fail(error, DZ_LIMIT, "%s: more than %zu paragraphs: not one report", path,
                   lines - 1);
  return DZ_OK;
}

static uint32_t visible(uint32_t cp) {
  return (cp < 0x20 && cp != '\t') || cp == 0x7F ? ' ' : cp;
}

dz_status dz_sink_line(dz_draft *draft, const uint32_t *cp, size_t count, const dz_line *hints,
                       dz_error *error) {
  uint32_t start = (uint32_t)draft->cps.count, *out;
  dz_line *line;

  while (count && dz_is_space(cp[0])) cp++, count--;
  while (count && dz_is_space(cp[count - 1])) count--;
  if (!count) return DZ_OK;
  if (count > DZ_MAX_PARAGRAPH)
    return dz_fail(error, DZ_LIMIT, "%s: paragraph %zu has more than %d characters",
                   draft->report.path, draft->lines.count + 1, DZ_MAX_PARAGRAPH);
  out = dz_array_append(&draft->cps, cp, count);
  if (!out) return dz_fail_memory(error);
  for (size_t i = 0; i < count; i++) out[i] = visible(out[i]);
  out = dz_array_push(&draft->cps);
  line = dz_array_push(&draft->lines);
  if (!out || !line) return dz_fail_memory(error);
  *out = '\n';
  if (hints) *line = *hints;
  line->span = (dz_span){start, start + (uint32_t)count};
  return dz_sink_check(draft, error);
}

dz_status dz_sink_noise(dz_draft *draft, uint32_t start, uint32_t end, dz_noise_kind kind,
                        dz_error *error) {
  dz_noise noise = {.span = {start, end}, .kind = kind};

  if (start >= end) return DZ_OK;
  return dz_array_append(&draft->noise, &noise, 1) ? DZ_OK : dz_fail_memory(error);
}

dz_status dz_sink_note(dz_draft *draft, const char *note, dz_error *error) {
  const char **notes = draft->notes.items;

  for (size_t i = 0; i < draft->notes.count; i++)
    if (!strcmp(notes[i], note)) return DZ_OK;
  return dz_array_append(&draft->notes, &note, 1) ? DZ_OK : dz_fail_memory(error);
}
