/* bench.c - times the stages inside one process; run.sh times whole processes around it.
 *
 *     bench cut FILE START COUNT        code points START.. of a UTF-8 file
 *     bench generate SEED COUNT         a made-up report of about COUNT characters
 *     bench read FILE                   reads it: seconds, MB/s
 *     bench compare A B                 the stages of a comparison, in milliseconds
 *     bench track FILE...               a ledger, in milliseconds
 *     bench many FILE...                all pairs of many reports, in seconds
 *
 * Each time is the least of several runs: the others measure what else the machine did. */
#define _DEFAULT_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <duizhao.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/utf8.h"
#include "diff/job.h"
#include "tests/random_report.h"

enum { MANY = 512 };

static dz_error error;
static dz_knowledge *knowledge;
static dz_report *reports[MANY];
static size_t report_count;

static double now(void) {
  struct timespec time;

  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void check(dz_status status) {
  if (!status) return;
  fprintf(stderr, "bench: %s\n", error.message);
  exit(1);
}

static char *load(const char *path, size_t *length) {
  char *bytes = NULL;

  check(dz_file_read(&bytes, length, path, SIZE_MAX / 4, &error));
  return bytes;
}

static void cut(const char *path, size_t start, size_t count) {
  size_t length = 0, at = 0, used;
  char *bytes = load(path, &length);
  uint32_t cp;

  for (size_t i = 0; at < length && i < start + count; i++, at += used) {
    used = dz_utf8_decode(bytes + at, length - at, &cp);
    if (!used) break;
    if (i >= start) fwrite(bytes + at, 1, used, stdout);
  }
  free(bytes);
}

static void read_all(char **paths, int count) {
  check(dz_knowledge_load(&knowledge, NULL, &error));
  for (int i = 0; i < count && i < MANY; i++)
    check(dz_report_read(&reports[report_count++], paths[i], knowledge, NULL, &error));
}

static void free_all(void) {
  for (size_t i = 0; i < report_count; i++) dz_report_free(reports[i]);
  dz_knowledge_free(knowledge);
}

static void time_read(const char *path) {
  size_t length = 0, characters = 0;
  char *bytes = load(path, &length);
  double best = 1e9;

  check(dz_knowledge_load(&knowledge, NULL, &error));
  for (double spent = 0, runs = 0; runs < 2 || (spent < 500 && runs < 200); runs++) {
    dz_report *report;
    double start = now(), took;
    check(dz_report_parse(&report, path, bytes, length, knowledge, NULL, &error));
    took = now() - start;
    characters = report->text.length;
    dz_report_free(report);
    spent += took;
    if (took < best) best = took;
  }
  printf("read\t%.2f\n", best);
  printf("throughput\t%.1f\n", (double)length / 1e3 / best);
  printf("characters\t%zu\n", characters);
  free(bytes);
  dz_knowledge_free(knowledge);
}

typedef dz_status step(const dz_job *job, dz_error *error);

static const struct {
  const char *name;
  step *run;
} steps[] = {{"sections", dz_presence_build},
             {"changes", dz_series_build},
             {"reuse", dz_reuse_build},
             {"commitments", dz_links_build}};
enum { STEPS = sizeof steps / sizeof *steps };

/* One comparison, stage by stage; keeps the least time of each, and of the whole in [STEPS]. */
static void run_once(double *best) {
  static const dz_compare_options options = {.base = -1};
  dz_comparison comparison = {.reports = (const dz_report *const *)reports,
                              .report_count = report_count};
  dz_arena arena;
  dz_job job = {
      .comparison = &comparison, .arena = &arena, .knowledge = knowledge, .options = &options};
  double whole = now();

  dz_arena_init(&arena);
  for (size_t i = 0; i < STEPS; i++) {
    double start = now(), took;
    check(steps[i].run(&job, &error));
    took = now() - start;
    if (took < best[i]) best[i] = took;
  }
  whole = now() - whole;
  if (whole < best[STEPS]) best[STEPS] = whole;
  dz_arena_free(&arena);
}

static void time_compare(double seconds) {
  double best[STEPS + 1];
  double start = now();

  for (size_t i = 0; i <= STEPS; i++) best[i] = 1e9;
  do run_once(best);
  while (now() - start < seconds * 1e3);
  for (size_t i = 0; i < STEPS; i++) printf("%s\t%.2f\n", steps[i].name, best[i]);
  printf("comparison\t%.2f\n", best[STEPS]);
}

static void time_track(void) {
  double best = 1e9, start = now();
  size_t entries = 0;

  do {
    dz_ledger *ledger;
    double before = now();
    check(dz_ledger_build(&ledger, (const dz_report *const *)reports, report_count, knowledge,
                          &error));
    if (now() - before < best) best = now() - before;
    entries = ledger->entry_count;
    dz_ledger_free(ledger);
  } while (now() - start < 500);
  printf("ledger\t%.2f\nentries\t%zu\n", best, entries);
}

int main(int argc, char **argv) {
  const char *verb = argc > 2 ? argv[1] : "";

  if (!strcmp(verb, "cut") && argc == 5) {
    cut(argv[2], strtoul(argv[3], NULL, 10), strtoul(argv[4], NULL, 10));
  } else if (!strcmp(verb, "generate") && argc == 4) {
    char *text = test_random_report(strtoul(argv[2], NULL, 10), strtoul(argv[3], NULL, 10));
    if (text) fputs(text, stdout);
    free(text);
  } else if (!strcmp(verb, "read")) {
    time_read(argv[2]);
  } else if (!strcmp(verb, "compare") || !strcmp(verb, "track") || !strcmp(verb, "many")) {
    read_all(argv + 2, argc - 2);
    if (*verb == 't')
      time_track();
    else
      time_compare(*verb == 'm' ? 0 : 1);
    free_all();
  } else {
    fprintf(stderr, "bench: see tests/bench/bench.c\n");
    return 2;
  }
  return fflush(stdout) != 0;
}
