/* genre_table.c - counts set phrases: makes data/genre.tsv and data/genre_words.tsv from reports.
 *
 *   genre_table [--share PERCENT] [--words PERCENT] FOLDER REPORT...     writes FOLDER/genre.tsv
 * and genre_words.tsv
 *
 * A report is a file OFFICE_YEAR.txt; the reports of one folder and one year
 * are a cohort, and each office counts once in it. A run of 8 symbols (as in
 * text/symbol.h) that stands in more than --share percent of the offices
 * of a cohort was a set phrase in that year; a run of 4 that stands in more
 * than --words percent is a common word. Only such counts go into the tables:
 * no text that few reports share. A row joins runs of the same years that go
 * on in each other, where the joint is as widespread: the fewest rows that
 * hold every run. Cohorts of fewer than 16 offices say nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <duizhao.h>

#include "base/map.h"
#include "base/utf8.h"
#include "diff/reuse/view.h"
#include "knowledge/genre.h"

enum {
  COHORT_LEAST = 16, /* offices */
  ROW_LONGEST = 24,  /* symbols: a phrase, not a paragraph */
  NONE = -1
};

typedef struct input {
  const char *path;
  uint16_t *symbols; /* `count`, edges behind */
  size_t count;
  size_t folder, office; /* lengths of the path up to the file name and up to the year */
  int year;
} input;

/* A run that is widespread enough. */
typedef struct run {
  const uint16_t *symbols;
  float share;     /* the largest it reached, in percent */
  int first, last; /* years */
  long next;       /* the run that goes on in it, one symbol further, or NONE */
  bool follows;    /* it is the next of another */
  bool written;
} run;

/* Runs of one length. */
typedef struct census {
  size_t length;
  double share;
  dz_map places; /* hash of the run -> its number in `runs` + 1 */
  run *runs;
  size_t count, room;
} census;

/* Runs in one cohort: how many offices, and which was the last. */
typedef struct tally {
  uint32_t offices, last;
} tally;

static uint64_t hash(const uint16_t *symbols, size_t length) {
  uint64_t h = length;

  for (size_t i = 0; i < length; i++) h = dz_mix(h ^ symbols[i]);
  return h;
}

/* Figures and levels alone are no phrase, and none reaches over an edge. Two
 * figures side by side could not be told from one in the table. */
static bool worth(const uint16_t *symbols, size_t length) {
  size_t slots = 0;

  for (size_t i = 0; i < length; i++) {
    if (symbols[i] == DZ_SYM_EDGE) return false;
    if (i && symbols[i] == DZ_SYM_NUMBER && symbols[i - 1] == DZ_SYM_NUMBER) return false;
    slots += dz_symbol_is_slot(symbols[i]);
  }
  return slots * 2 < length;
}

static void *grown(void *items, size_t *room, size_t size) {
  void *bigger;

  *room = *room ? *room * 2 : 1024;
  bigger = realloc(items, *room * size);
  if (!bigger) exit(2);
  return bigger;
}

static run *found(const census *c, const uint16_t *symbols) {
  const uint32_t *place = dz_map_get(&c->places, hash(symbols, c->length));

  return place && *place ? &c->runs[*place - 1] : NULL;
}

static void note(census *c, const uint16_t *symbols, int year, float share) {
  uint32_t *place = dz_map_put(&c->places, hash(symbols, c->length));
  run *r;

  if (!place) exit(2);
  if (!*place) {
    if (c->count == c->room) c->runs = grown(c->runs, &c->room, sizeof *c->runs);
    c->runs[c->count] = (run){.symbols = symbols, .first = year, .last = year, .next = NONE};
    *place = (uint32_t)++c->count;
  }
  r = &c->runs[*place - 1];
  if (share > r->share) r->share = share;
  if (year < r->first) r->first = year;
  if (year > r->last) r->last = year;
}

static bool same_cohort(const input *a, const input *b) {
  return a->year == b->year && a->folder == b->folder && !strncmp(a->path, b->path, a->folder);
}

/* Counts the reports [first, end), which are one cohort, in order of their offices. */
static void count_cohort(census *c, const input *inputs, size_t first, size_t end) {
  dz_map numbers = {0};
  tally *tallies = NULL;
  size_t room = 0, used = 0;

  for (size_t i = first; i < end; i++) {
    for (size_t k = 0; k + c->length <= inputs[i].count; k++) {
      const uint16_t *symbols = inputs[i].symbols + k;
      uint32_t *number;
      tally *t;
      if (!worth(symbols, c->length)) continue;
      number = dz_map_put(&numbers, hash(symbols, c->length));
      if (!number) exit(2);
      if (!*number) {
        if (used == room) tallies = grown(tallies, &room, sizeof *tallies);
        tallies[used] = (tally){0};
        *number = (uint32_t)++used;
      }
      t = &tallies[*number - 1];
      if (t->last == i + 1) continue;
      t->last = (uint32_t)i + 1;
      t->offices++;
      if (100.0 * t->offices > c->share * (double)(end - first))
        note(c, symbols, inputs[i].year, (float)(100.0 * t->offices / (double)(end - first)));
    }
  }
  dz_map_free(&numbers);
  free(tallies);
}

static void take_census(census *c, const input *inputs, size_t count) {
  for (size_t i = 0, end; i < count; i = end) {
    for (end = i + 1; end < count && same_cohort(&inputs[i], &inputs[end]);) end++;
    if (inputs[i].year && end - i >= COHORT_LEAST) count_cohort(c, inputs, i, end);
  }
}

/* Two runs that overlap by all but one symbol. */
typedef struct joint {
  long left, right;
  float share;
} joint;

static int widest_first(const void *x, const void *y) {
  const joint *a = x, *b = y;

  if (a->share != b->share) return a->share > b->share ? -1 : 1;
  if (a->left != b->left) return a->left < b->left ? -1 : 1;
  return (a->right > b->right) - (a->right < b->right);
}

/* Joins runs where what they make together is as widespread as they are. */
static void join(census *runs, const census *longer, bool same_years) {
  joint *joints = calloc(longer->count + 1, sizeof *joints);
  size_t count = 0;

  if (!joints) exit(2);
  for (size_t i = 0; i < longer->count; i++) {
    const run *a = found(runs, longer->runs[i].symbols),
              *b = found(runs, longer->runs[i].symbols + 1);
    if (!a || !b || a == b || (same_years && (a->first != b->first || a->last != b->last)))
      continue;
    joints[count++] = (joint){a - runs->runs, b - runs->runs, longer->runs[i].share};
  }
  qsort(joints, count, sizeof *joints, widest_first);
  for (size_t i = 0; i < count; i++) {
    run *a = &runs->runs[joints[i].left], *b = &runs->runs[joints[i].right];
    if (a->next != NONE || b->follows || a->written || b->written) continue;
    a->next = joints[i].right;
    b->follows = true;
  }
  free(joints);
}

static void put_symbol(FILE *out, uint16_t symbol) {
  char bytes[DZ_UTF8_MAX];
  uint32_t cp = symbol == DZ_SYM_NUMBER ? '0' : symbol == DZ_SYM_LEVEL ? 0x5E02 : symbol;

  fwrite(bytes, 1, dz_utf8_encode(cp, bytes), out);
}

/* One row: the run and what goes on in it; its share is that of its rarest run. */
static void write_row(FILE *out, census *c, long i, bool years) {
  const run *first = &c->runs[i];
  float share = first->share;
  size_t length = c->length;

  for (size_t k = 0; k < c->length; k++) put_symbol(out, first->symbols[k]);
  c->runs[i].written = true;
  for (i = first->next; i != NONE && !c->runs[i].written && length < ROW_LONGEST;
       i = c->runs[i].next, length++) {
    put_symbol(out, c->runs[i].symbols[c->length - 1]);
    c->runs[i].written = true;
    if (c->runs[i].share < share) share = c->runs[i].share;
  }
  fprintf(out, years ? "\t%.0f\t%d\t%d\n" : "\t%.0f\n", (double)share, first->first, first->last);
}

static census *sorting; /* qsort has no argument of its own */

static int by_text(const void *x, const void *y) {
  const run *a = &sorting->runs[*(const long *)x], *b = &sorting->runs[*(const long *)y];

  for (size_t i = 0; i < sorting->length; i++)
    if (a->symbols[i] != b->symbols[i]) return a->symbols[i] < b->symbols[i] ? -1 : 1;
  return 0;
}

static void write_rows(FILE *out, census *c, bool years) {
  long *order = malloc((c->count + 1) * sizeof *order);

  if (!order) exit(2);
  for (size_t i = 0; i < c->count; i++) order[i] = (long)i;
  sorting = c;
  qsort(order, c->count, sizeof *order, by_text);
  for (size_t i = 0; i < c->count; i++)
    if (!c->runs[order[i]].follows && !c->runs[order[i]].written)
      write_row(out, c, order[i], years);
  for (size_t i = 0; i < c->count; i++) /* what a row was too short for */
    if (!c->runs[order[i]].written) write_row(out, c, order[i], years);
  free(order);
}

/* Words that stand in a set phrase need no row of their own. */
static void leave_out(census *words, const census *phrases) {
  for (size_t i = 0; i < phrases->count; i++)
    for (size_t k = 0; k + words->length <= phrases->length; k++) {
      const run *word = found(words, phrases->runs[i].symbols + k);
      if (word) words->runs[word - words->runs].written = true;
    }
}

/* The year in OFFICE_YEAR.txt, 0 if there is none. */
static int year_of(const char *name) {
  const char *at = strchr(name, '_');
  char *end;
  long year = at ? strtol(at + 1, &end, 10) : 0;

  return at && end == at + 5 && year > 1900 && year < 3000 ? (int)year : 0;
}

static void read_input(input *in, const dz_knowledge *knowledge) {
  const char *name = strrchr(in->path, '/') ? strrchr(in->path, '/') + 1 : in->path;
  dz_report *report;
  dz_view view;
  dz_error error;

  in->folder = (size_t)(name - in->path);
  in->office = in->folder + strcspn(name, "_.");
  in->year = year_of(name);
  if (dz_report_read(&report, in->path, knowledge, NULL, &error) ||
      dz_view_build(&view, report, &error)) {
    fprintf(stderr, "genre_table: %s\n", error.message);
    exit(2);
  }
  in->count = view.count;
  in->symbols = calloc(view.count + DZ_GENRE_RUN + 1, sizeof *in->symbols);
  if (!in->symbols) exit(2);
  memcpy(in->symbols, view.symbols, view.count * sizeof *in->symbols);
  dz_view_free(&view);
  dz_report_free(report);
}

static int by_cohort(const void *x, const void *y) {
  const input *a = x, *b = y;
  int order = strncmp(a->path, b->path, a->folder > b->folder ? a->folder : b->folder);

  if (order) return order;
  if (a->year != b->year) return a->year < b->year ? -1 : 1;
  return strcmp(a->path, b->path);
}

static FILE *table(const char *folder, const char *name) {
  char path[4096];
  FILE *out;

  snprintf(path, sizeof path, "%s/%s", folder, name);
  out = fopen(path, "wb");
  if (!out) {
    perror(path);
    exit(2);
  }
  return out;
}

static void write_tables(const char *folder, census phrases[2], census words[2], size_t reports) {
  FILE *out = table(folder, "genre.tsv");

  fprintf(
      out,
      "# Set phrases of the genre: every run of %zu characters in them stood in more than %.0f %% "
      "of the offices\n"
      "# of one level that reported in one year. Made by tools/genre_table.c from %zu reports.\n"
      "# 0 stands for any figure, 市 for any of 省市县区州旗盟; punctuation is left out. A row "
      "says in what share\n"
      "# of the offices its rarest run stood at most, and the first and last year in which it was "
      "a set phrase.\n"
      "# phrase\tpercent\tfirst\tlast\n",
      phrases->length, phrases->share, reports);
  join(phrases, &phrases[1], true);
  write_rows(out, phrases, true);
  fclose(out);
  out = table(folder, "genre_words.tsv");
  fprintf(out,
          "# Common words of the genre: every run of %zu characters in them stood in more than "
          "%.0f %% of the offices\n"
          "# of one level that reported in one year; those in data/genre.tsv are left out. Made "
          "with that table.\n"
          "# phrase\tpercent\n",
          words->length, words->share);
  leave_out(words, phrases);
  join(words, &words[1], false);
  write_rows(out, words, false);
  fclose(out);
}

int main(int argc, char **argv) {
  census phrases[2] = {{.length = DZ_GENRE_RUN, .share = 25},
                       {.length = DZ_GENRE_RUN + 1, .share = 25}};
  census words[2] = {{.length = DZ_GENRE_START, .share = 50},
                     {.length = DZ_GENRE_START + 1, .share = 50}};
  input *inputs = calloc((size_t)argc, sizeof *inputs);
  dz_knowledge *knowledge;
  const char *folder = NULL;
  dz_error error;
  size_t count = 0;

  if (!inputs || dz_knowledge_load(&knowledge, NULL, &error)) return 2;
  for (int i = 1; i < argc; i++) {
    if (!strcmp(argv[i], "--share") && i + 1 < argc) {
      phrases[0].share = phrases[1].share = strtod(argv[++i], NULL);
    } else if (!strcmp(argv[i], "--words") && i + 1 < argc) {
      words[0].share = words[1].share = strtod(argv[++i], NULL);
    } else if (!folder) {
      folder = argv[i];
    } else {
      inputs[count].path = argv[i];
      read_input(&inputs[count++], knowledge);
    }
  }
  if (!count) return 2;
  qsort(inputs, count, sizeof *inputs, by_cohort);
  for (int i = 0; i < 2; i++) {
    take_census(&phrases[i], inputs, count);
    take_census(&words[i], inputs, count);
  }
  write_tables(folder, phrases, words, count);
  return 0;
}
