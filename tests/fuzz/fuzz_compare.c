/* fuzz_compare.c - two texts, cut at the first NUL byte, compared, followed and rendered in every
 * format. The ops of
 * every change must stay inside their side. */
#include <stdlib.h>
#include <string.h>

#include <duizhao.h>

#include "fuzz.h"

static const dz_knowledge *knowledge(void) {
  static dz_knowledge *loaded;
  dz_error error;

  if (!loaded && dz_knowledge_load(&loaded, NULL, &error)) abort();
  return loaded;
}

static void check(const dz_comparison *comparison) {
  for (size_t i = 0; i < comparison->change_count; i++)
    for (size_t k = 0; k < comparison->changes[i].op_count; k++) {
      const dz_op *op = &comparison->changes[i].ops[k];
      if (op->span.start > op->span.end ||
          op->span.end > comparison->reports[op->kind == '+']->text.length)
        abort();
    }
}

static void compare(const dz_report *const *reports) {
  dz_comparison *comparison = NULL;
  dz_ledger *ledger = NULL;
  dz_error error;
  char *out;
  size_t length;

  if (!dz_comparison_build(&comparison, reports, 2, knowledge(), NULL, &error)) {
    check(comparison);
    for (int format = DZ_TEXT; format <= DZ_CSV; format++) {
      dz_render_options options = {
          .format = (dz_format)format, .all = true, .list = format == DZ_TEXT};
      out = NULL;
      if (!dz_render_comparison(&out, &length, comparison, &options, &error)) free(out);
    }
    dz_comparison_free(comparison);
  }
  if (!dz_ledger_build(&ledger, reports, 2, knowledge(), &error)) {
    for (int format = DZ_TEXT; format <= DZ_CSV; format++) {
      dz_render_options options = {.format = (dz_format)format};
      out = NULL;
      if (!dz_render_ledger(&out, &length, ledger, &options, &error)) free(out);
    }
    dz_ledger_free(ledger);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  const uint8_t *cut = length ? memchr(bytes, 0, length) : NULL;
  dz_read_options options = {.format = "txt"};
  dz_report *reports[2] = {NULL, NULL};
  dz_error error;

  if (!cut) return 0;
  if (!dz_report_parse(&reports[0], "a", bytes, (size_t)(cut - bytes), knowledge(), &options,
                       &error) &&
      !dz_report_parse(&reports[1], "b", cut + 1, length - (size_t)(cut - bytes) - 1, knowledge(),
                       &options, &error))
    compare((const dz_report *const *)reports);
  dz_report_free(reports[0]);
  dz_report_free(reports[1]);
  return 0;
}
