/* raw.c - the decoded text itself: what all positions refer to */
#include "base/buffer.h"
#include "base/error.h"
#include "formats.h"

dz_status dz_raw_report(char **out, size_t *length, const dz_report *report, dz_error *error) {
  dz_buffer text;

  dz_buffer_init(&text);
  dz_buffer_cps(&text, report->text.cp, report->text.length);
  *out = dz_buffer_detach(&text, length);
  return *out ? DZ_OK : dz_fail_memory(error);
}
