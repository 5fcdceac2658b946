/* reuse_bench.c - how fast the reuse stage is
 *
 *   reuse_bench REPORT...
 *
 * Cuts texts of 5,000 and 20,000 characters out of the reports given, runs the
 * reuse stage alone on two of them, then on 200 reports of 5,000 characters
 * put together from their paragraphs, and prints milliseconds and the peak of
 * memory. Deterministic but for the clock. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <duizhao.h>

#include "base/buffer.h"
#include "base/file.h"
#include "diff/job.h"

enum { MANY = 200, ROUNDS = 2000 };

typedef struct corpus {
  char **paragraphs; /* of all reports, each NUL-ended */
  size_t count;
} corpus;

static uint64_t next_random(uint64_t *state) { /* xorshift64 (Marsaglia 2003) */
  *state ^= *state << 13;
  *state ^= *state >> 7;
  return *state ^= *state << 17;
}

static double now(void) {
  struct timespec t;

  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static size_t characters(const char *text) {
  size_t n = 0;

  for (; *text; text++) n += ((unsigned char)*text & 0xC0) != 0x80;
  return n;
}

static void load(corpus *c, int count, char **paths) {
  dz_error error;

  c->paragraphs = NULL;
  c->count = 0;
  for (int i = 0; i < count; i++) {
    char *bytes;
    size_t length;
    if (dz_file_read(&bytes, &length, paths[i], DZ_MAX_BYTES, &error)) exit(2);
    for (char *line = bytes, *end; line < bytes + length; line = end + 1) {
      end = line + strcspn(line, "\r\n");
      *end = '\0';
      if (end == line) continue;
      c->paragraphs = realloc(c->paragraphs, (c->count + 1) * sizeof *c->paragraphs);
      if (!c->paragraphs) exit(2);
      c->paragraphs[c->count++] = line;
    }
  }
}

/* A report of about `size` characters: paragraphs in a row from `first`, or drawn by chance. */
static dz_report *compose(const corpus *c, size_t first, size_t size, uint64_t *state,
                          const dz_knowledge *knowledge) {
  dz_buffer text;
  dz_report *report;
  dz_error error;

  dz_buffer_init(&text);
  for (size_t n = 0, i = first; n < size; i++) {
    const char *p = c->paragraphs[(state ? next_random(state) : i) % c->count];
    size_t rest = size - n, all = characters(p), bytes = 0;
    for (size_t k = 0; p[bytes] && k <= rest; bytes++)
      k += ((unsigned char)p[bytes + 1] & 0xC0) != 0x80;
    dz_buffer_bytes(&text, p, all <= rest ? strlen(p) : bytes);
    dz_buffer_char(&text, '\n');
    n += all + 1;
  }
  if (dz_report_parse(&report, "bench", text.data, text.length, knowledge, NULL, &error)) {
    fprintf(stderr, "reuse_bench: %s\n", error.message);
    exit(2);
  }
  dz_buffer_free(&text);
  return report;
}

/* The best of some runs of the stage, in milliseconds. */
static double run(const dz_report *const *reports, size_t count, const dz_knowledge *knowledge,
                  int rounds, size_t *items) {
  static const dz_compare_options options = {.base = -1};
  double best = 1e9;

  for (int i = 0; i < rounds; i++) {
    dz_comparison comparison = {.reports = reports, .report_count = count};
    dz_arena arena;
    dz_job job = {
        .comparison = &comparison, .arena = &arena, .knowledge = knowledge, .options = &options};
    dz_error error;
    double start = now(), took;
    dz_arena_init(&arena);
    if (dz_reuse_build(&job, &error)) exit(2);
    took = now() - start;
    if (took < best) best = took;
    *items = comparison.reuse_count;
    dz_arena_free(&arena);
  }
  return best;
}

int main(int argc, char **argv) {
  dz_knowledge *knowledge;
  dz_error error;
  corpus c;
  const dz_report *pair[2], *many[MANY];
  uint64_t state = 20261120;
  struct rusage usage;
  size_t items;

  if (argc < 2) {
    puts("reuse_bench: skipped, no reports given");
    return 0;
  }
  if (dz_knowledge_load(&knowledge, NULL, &error)) return 2;
  load(&c, argc - 1, argv + 1);
  for (size_t size = 5000; size <= 20000; size += 15000) {
    double took;
    pair[0] = compose(&c, 0, size, NULL, knowledge);
    pair[1] = compose(&c, c.count / 2, size, NULL, knowledge);
    took = run(pair, 2, knowledge, ROUNDS, &items);
    printf("reuse %zu x %zu: %.3f ms, %zu items\n", pair[0]->text.length, pair[1]->text.length,
           took, items);
    for (int i = 0; i < 2; i++) dz_report_free((dz_report *)pair[i]);
  }
  for (size_t i = 0; i < MANY; i++) many[i] = compose(&c, 0, 5000, &state, knowledge);
  printf("reuse %d reports of 5000: %.0f ms", MANY, run(many, MANY, knowledge, 1, &items));
  getrusage(RUSAGE_SELF, &usage);
  printf(", %zu items, peak %ld MB\n", items, usage.ru_maxrss / 1024);
  return 0;
}
