/* main.c - the program duizhao: finds the command and runs it */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <duizhao.h>

int main(int argc, char **argv) {
  dz_knowledge *knowledge;
  dz_error error;
  const dz_report *reports[64];
  int count = 0;
  char *out = NULL;
  size_t length = 0;
  dz_render_options options = {.format = DZ_JSON, .chinese = true};
  dz_status status = dz_knowledge_load(&knowledge, NULL, &error);

  for (int i = 2; i < argc && count < 64 && !status; i++) {
    dz_report *report;
    if (argv[i][0] == '-' || !strcmp(argv[i], "json")) continue;
    status = dz_report_read(&report, argv[i], knowledge, NULL, &error);
    if (!status) reports[count++] = report;
  }
  if (!status && argc > 1) {
    dz_comparison *comparison;
    dz_ledger *ledger;
    dz_review *review;
    if (!strcmp(argv[1], "normalize")) status = dz_render_report(&out, &length, reports[0], &options, &error);
    if (!strcmp(argv[1], "check")) {
      status = dz_review_build(&review, reports, (size_t)count, knowledge, &error);
      if (!status) status = dz_render_review(&out, &length, review, &options, &error);
    }
    if (!strcmp(argv[1], "compare")) {
      status = dz_comparison_build(&comparison, reports, (size_t)count, knowledge, NULL, &error);
      if (!status) status = dz_render_comparison(&out, &length, comparison, &options, &error);
    }
    if (!strcmp(argv[1], "track")) {
      status = dz_ledger_build(&ledger, reports, (size_t)count, knowledge, &error);
      if (!status) status = dz_render_ledger(&out, &length, ledger, &options, &error);
    }
  }
  if (status) fprintf(stderr, "duizhao: %s\n", error.message);
  if (out) puts(out);
  return status ? 2 : 0;
}
