/* genre_table.c - makes data/genre.tsv from a folder of reports.
 *
 *   genre_table [--min N] [--max-length N] REPORT...  > data/genre.tsv
 *
 * Counts in how many offices each run of 4 to 16 symbols stands (symbols as in
 * normalize/symbol.h: figures and levels stand for themselves). An office is
 * the file name up to the first '_' or '.', so that reports of several years
 * of one office count once. What stands in `--min` offices or more (4) is
 * written, but for runs that every time belong to the same longer run. Only
 * such counts go into the table: no text that few reports share. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <duizhao.h>

#include "base/array.h"
#include "base/utf8.h"
#include "diff/reuse_view.h"

enum { SHORTEST = 4 };

typedef struct counter {
  uint16_t *symbols;  /* of all reports; edges between them */
  uint32_t *office;   /* of each symbol */
  uint32_t *order;    /* places sorted by what follows */
  size_t count;
  size_t longest, minimum;
  uint32_t *seen;     /* per office: stamp of the group that counted it */
  uint32_t stamp;
} counter;

static counter *sorting; /* qsort has no argument of its own */

static int by_text(const void *x, const void *y) {
  const uint16_t *a = sorting->symbols + *(const uint32_t *)x, *b = sorting->symbols + *(const uint32_t *)y;

  for (size_t i = 0; i <= sorting->longest; i++) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
    if (a[i] == DZ_SYM_EDGE) break;
  }
  return (*(const uint32_t *)x > *(const uint32_t *)y) - (*(const uint32_t *)x < *(const uint32_t *)y);
}

/* Offices among order[first..end) whose neighbour at `offset` is `symbol` (any, if negative). */
static size_t offices(counter *c, size_t first, size_t end, long offset, int symbol) {
  size_t sum = 0;

  c->stamp++;
  for (size_t i = first; i < end; i++) {
    uint32_t at = c->order[i];
    if (symbol >= 0 && c->symbols[(long)at + offset] != symbol) continue;
    if (c->seen[c->office[at]] != c->stamp) sum++;
    c->seen[c->office[at]] = c->stamp;
  }
  return sum;
}

/* Does one neighbour at `offset` stand in as many offices as the run itself? */
static int always_followed(counter *c, size_t first, size_t end, long offset, size_t df) {
  for (size_t i = first, tried = 0; i < end && tried < 64; i++) {
    int symbol = c->symbols[(long)c->order[i] + offset];
    int again = 0;
    for (size_t k = first; k < i && !again; k++) again = c->symbols[(long)c->order[k] + offset] == symbol;
    if (again || symbol == DZ_SYM_EDGE) continue;
    if (offices(c, first, end, offset, symbol) == df) return 1;
    tried++;
  }
  return 0;
}

static void print_run(const uint16_t *symbols, size_t length, size_t df) {
  char bytes[DZ_UTF8_MAX];

  for (size_t i = 0; i < length; i++) {
    uint32_t cp = symbols[i] == DZ_SYM_NUMBER ? '0' : symbols[i] == DZ_SYM_LEVEL ? 0x5E02 : symbols[i];
    fwrite(bytes, 1, dz_utf8_encode(cp, bytes), stdout);
  }
  printf("\t%zu\n", df);
}

/* Figures alone are no phrase, and a run must not begin or end inside a list of them. */
static int worth(const uint16_t *symbols, size_t length) {
  size_t slots = 0;

  for (size_t i = 0; i < length; i++) slots += dz_symbol_is_slot(symbols[i]);
  return slots * 2 < length && symbols[0] != DZ_SYM_NUMBER;
}

static void count_length(counter *c, size_t length) {
  for (size_t i = 0, end; i < c->count; i = end) {
    const uint16_t *run = c->symbols + c->order[i];
    size_t df, k;
    end = i + 1;
    for (k = 0; k < length && run[k] != DZ_SYM_EDGE;) k++;
    if (k < length) continue;
    while (end < c->count && !memcmp(c->symbols + c->order[end], run, length * sizeof *run)) end++;
    if (end - i < c->minimum || !worth(run, length)) continue;
    df = offices(c, i, end, 0, -1);
    if (df < c->minimum) continue;
    if (length < c->longest && (always_followed(c, i, end, (long)length, df) || always_followed(c, i, end, -1, df)))
      continue;
    print_run(run, length, df);
  }
}

static size_t office_length(const char *path) {
  const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;

  return (size_t)(name - path) + strcspn(name, "_.");
}

static int add_report(counter *c, dz_array *symbols, dz_array *owner, const char *path, uint32_t office,
                      const dz_knowledge *knowledge) {
  static const uint16_t edge = DZ_SYM_EDGE;
  dz_report *report;
  dz_view view;
  dz_error error;

  (void)c;
  if (dz_report_read(&report, path, knowledge, NULL, &error) || dz_view_build(&view, report, &error)) {
    fprintf(stderr, "genre_table: %s\n", error.message);
    return 0;
  }
  for (uint32_t i = 0; i <= view.count; i++) {
    dz_array_append(symbols, i < view.count ? &view.symbols[i] : &edge, 1);
    dz_array_append(owner, &office, 1);
  }
  dz_view_free(&view);
  dz_report_free(report);
  return 1;
}

int main(int argc, char **argv) {
  counter c = {.longest = 16, .minimum = 4};
  dz_array symbols = dz_array_of(sizeof(uint16_t)), owner = dz_array_of(sizeof(uint32_t));
  dz_knowledge *knowledge;
  dz_error error;
  const char **names = calloc((size_t)argc, sizeof *names);
  uint32_t office_count = 0;
  uint16_t edge = DZ_SYM_EDGE;

  if (!names || dz_knowledge_load(&knowledge, NULL, &error)) return 2;
  dz_array_append(&symbols, &edge, 1);
  dz_array_append(&owner, &office_count, 1);
  for (int i = 1; i < argc; i++) {
    uint32_t office = 0;
    if (!strcmp(argv[i], "--min") && i + 1 < argc) {
      c.minimum = strtoul(argv[++i], NULL, 10);
      continue;
    }
    if (!strcmp(argv[i], "--max-length") && i + 1 < argc) {
      c.longest = strtoul(argv[++i], NULL, 10);
      continue;
    }
    while (office < office_count && (office_length(names[office]) != office_length(argv[i]) ||
                                     strncmp(names[office], argv[i], office_length(argv[i]))))
      office++;
    if (office == office_count) names[office_count++] = argv[i];
    if (!add_report(&c, &symbols, &owner, argv[i], office, knowledge)) return 2;
  }
  c.symbols = symbols.items;
  c.office = owner.items;
  c.count = symbols.count - 1;
  c.order = malloc((c.count + 1) * sizeof *c.order);
  c.seen = calloc(office_count + 1, sizeof *c.seen);
  if (!c.order || !c.seen || !c.count) return 2;
  for (size_t i = 0; i < c.count; i++) c.order[i] = (uint32_t)i + 1;
  sorting = &c;
  qsort(c.order, c.count, sizeof *c.order, by_text);
  printf("# Set phrases of the genre: runs of 4 to %zu characters that stand in the reports of several offices.\n"
         "# Made by tools/genre_table.c from %u offices; a run in fewer than %zu of them is not listed.\n"
         "# 0 stands for any figure, 市 for any of 省市县区州旗盟; punctuation is left out.\n# phrase\toffices\n",
         c.longest, office_count, c.minimum);
  for (size_t length = SHORTEST; length <= c.longest; length++) count_length(&c, length);
  return 0;
}
