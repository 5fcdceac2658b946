/* fit_track.c - fits data/track_weights.tsv from labelled pairs of officials' reports
 *
 *   fit_track [--leave-out] [--show] [--data DIR] [-o FILE] FOLDER...
 *
 * Every folder holds pairs of one maker: A.txt, B.txt and A__B.track, whose rows name what A
 * promised and where B tells of it. --leave-out prints how many promises are read right, each
 * office by weights that were fitted without it. Everything is the same on every run. */
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <duizhao/report.h>

#include "base/error.h"
#include "base/file.h"
#include "base/utf8.h"
#include "diff/track/sighting.h"
#include "text/spans.h"

enum {
  PAIRS_MOST = 400,
  FIELDS = 15,
  ROUNDS = 300,
  FILE_MOST = 1 << 22,
  QUOTE_MOST = 512,
  OVERLAP = 4 /* code points that two places share to be one */
};
enum { QUOTE = 1, STATUS = 7, EVIDENCE = 8 }; /* columns of a .track row */
static const double rest_weight = 0.3; /* of a report made silent, beside one as it is */
static const double rate = 0.5, decay_place = 0.004, decay_told = 0.003;

/* One row of a .track file and what the program sees of it. */
typedef struct sample {
  int office, folder;
  char name[64], quote[QUOTE_MOST], status[16];
  bool found, silent; /* the promise is one of the program's; the later report tells nothing */
  dz_sightings seen;
  dz_sightings rest; /* without the sentences that tell: the report as if it were silent */
  bool right[DZ_SIGHTINGS_MAX];
  dz_telling told[DZ_SIGHTINGS_MAX];
  char text[DZ_SIGHTINGS_MAX][120];  /* the beginning of each statement */
  char figure[DZ_SIGHTINGS_MAX][40]; /* the figure promised and the one that answers */
  size_t rights;
} sample;

typedef struct corpus {
  const dz_knowledge *knowledge;
  dz_array samples; /* sample * */
  char offices[PAIRS_MOST][64];
  int office_count;
} corpus;

typedef struct pair {
  dz_report *report[2];
  dz_topics topics;
} pair;

static int office_of(corpus *c, const char *name) {
  for (int i = 0; i < c->office_count; i++)
    if (!strcmp(c->offices[i], name)) return i;
  if (c->office_count == PAIRS_MOST) return 0;
  snprintf(c->offices[c->office_count], sizeof c->offices[0], "%s", name);
  return c->office_count++;
}

/* Where a quotation stands; "@2" behind it takes its second place. */
static bool find(const dz_text *text, const char *quote, dz_span *out) {
  uint32_t cps[QUOTE_MOST];
  size_t length = strlen(quote), count = 0, used;
  const char *at = strrchr(quote, '@');
  long nth = 1;

  if (at && at > quote && at[1] && strspn(at + 1, "0123456789") == strlen(at + 1)) {
    nth = strtol(at + 1, NULL, 10);
    length = (size_t)(at - quote);
  }
  for (size_t i = 0; i < length && count < QUOTE_MOST; i += used)
    if (!(used = dz_utf8_decode(quote + i, length - i, &cps[count++]))) return false;
  for (size_t i = 0; count && i + count <= text->length; i++) {
    if (memcmp(text->cp + i, cps, count * sizeof *cps) || --nth > 0) continue;
    *out = (dz_span){(uint32_t)i, (uint32_t)(i + count)};
    return true;
  }
  return false;
}

static uint32_t overlap(dz_span a, dz_span b) {
  uint32_t start = a.start > b.start ? a.start : b.start, end = a.end < b.end ? a.end : b.end;

  return end > start ? end - start : 0;
}

/* The commitment that a row is about: the one that shares half of the shorter span, the one with
 * the value first, then the most. */
static int commitment_of(const dz_report *report, dz_span quote, const char *value) {
  int best = -1;
  uint32_t most = 0;

  for (size_t i = 0; i < report->commitment_count; i++) {
    const dz_commitment *c = &report->commitments[i];
    uint32_t shared = overlap(quote, c->span), own = c->span.end - c->span.start,
             theirs = quote.end - quote.start, least = own < theirs ? own : theirs;
    if (shared < OVERLAP || 2 * shared < least) continue;
    if (c->quantity >= 0 && !strcmp(report->quantities[c->quantity].value, value)) shared += 10000;
    if (shared <= most) continue;
    most = shared;
    best = (int)i;
  }
  return best;
}

/* Reads the places of the evidence, divided by "||"; marks the sightings that lie there. */
static void mark_right(sample *s, const dz_topic_report *later, char *evidence) {
  for (char *quote = evidence; quote && *quote;) {
    char *bar = strstr(quote, "||");
    dz_span span;
    if (bar) *bar = '\0';
    if (find(&later->report->text, quote, &span))
      for (size_t i = 0; i < s->seen.count; i++) {
        const dz_statement *statement = dz_array_at(&later->statements,
                                                    s->seen.items[i].hit.statement);
        int32_t second = s->told[i].second;
        if (overlap(span, dz_fold_to_span(&later->report->text, statement->fold)) >= OVERLAP)
          s->right[i] = true;
        if (second < 0) continue;
        statement = dz_array_at(&later->statements, (uint32_t)second);
        if (overlap(span, dz_fold_to_span(&later->report->text, statement->fold)) >= OVERLAP)
          s->right[i] = true;
      }
    else
      fprintf(stderr, "%s: not in the text: %s\n", s->name, quote);
    quote = bar ? bar + 2 : NULL;
  }
  for (size_t i = 0; i < s->seen.count; i++) s->rights += s->right[i];
}

/* The report without the sentences that tell of the promise. */
static void take_out(sample *s) {
  s->rest = s->seen;
  s->rest.count = 0;
  for (size_t i = 0; i < s->seen.count; i++) {
    bool tells = false;
    for (size_t k = 0; k < s->seen.count && !tells; k++)
      tells = s->right[k] && s->seen.items[k].sentence == s->seen.items[i].sentence;
    if (!tells) s->rest.items[s->rest.count++] = s->seen.items[i];
  }
  dz_sightings_compare(&s->rest);
}

static void keep_text(char *out, size_t room, const dz_text *text, dz_span fold) {
  dz_span span = dz_fold_to_span(text, fold);
  size_t length = 0;

  for (uint32_t i = span.start; i < span.end && length + 5 < room; i++)
    length += dz_utf8_encode(text->cp[i] == '\n' ? ' ' : text->cp[i], out + length);
  out[length] = '\0';
}

static dz_status look(sample *s, const pair *p, char **fields, dz_query *query, dz_error *error) {
  const dz_report *first = p->report[0];
  dz_span quote = {0, 0};
  dz_pledge pledge;
  dz_status status;
  int c;

  if (!find(&first->text, fields[QUOTE], &quote)) {
    fprintf(stderr, "%s: not in the text: %s\n", s->name, fields[QUOTE]);
    return DZ_OK;
  }
  c = commitment_of(first, quote, fields[3]);
  if (c < 0) return DZ_OK;
  s->found = true;
  status = dz_query_of(&query[0], &p->topics, 0, (size_t)c, error);
  if (!status) status = dz_query_of_plain(&query[1], &p->topics, 0, (size_t)c, error);
  if (status) return status;
  pledge = dz_pledge_of(&p->topics, &query[0], &query[1], 0, &first->commitments[c], 1);
  status = dz_sightings_find(&s->seen, &pledge, error);
  if (status) return status;
  for (size_t i = 0; i < s->seen.count; i++) {
    const dz_statement *statement = dz_array_at(&p->topics.reports[1].statements,
                                                s->seen.items[i].hit.statement);
    keep_text(s->text[i], sizeof s->text[i], &p->report[1]->text, statement->fold);
    s->told[i] = dz_telling_of(&pledge, &s->seen.items[i].hit);
    if (s->told[i].figure >= 0)
      snprintf(s->figure[i], sizeof s->figure[i], "%s%s > %s%s",
               first->quantities[s->told[i].against].value,
               first->quantities[s->told[i].against].unit,
               p->report[1]->quantities[s->told[i].figure].value,
               p->report[1]->quantities[s->told[i].figure].unit);
  }
  if (!s->silent) mark_right(s, &p->topics.reports[1], fields[EVIDENCE]);
  take_out(s);
  return DZ_OK;
}

static dz_status read_row(corpus *c, const pair *p, char *line, int office, int folder,
                          const char *name, dz_query *query, dz_error *error) {
  char *fields[FIELDS];
  sample *s = calloc(1, sizeof *s);
  int count = 0;

  if (!s || !dz_array_append(&c->samples, &s, 1)) return dz_fail_memory(error);
  for (int i = 0; i < FIELDS; i++) fields[i] = "";
  for (char *field = line; field && count < FIELDS;) {
    char *tab = strchr(field, '\t');
    if (tab) *tab++ = '\0';
    fields[count++] = field;
    field = tab;
  }
  s->office = office;
  s->folder = folder;
  snprintf(s->name, sizeof s->name, "%s", name);
  snprintf(s->quote, sizeof s->quote, "%s", fields[QUOTE]);
  snprintf(s->status, sizeof s->status, "%s", fields[STATUS]);
  s->silent = !strcmp(s->status, "unreported");
  return look(s, p, fields, query, error);
}

static dz_status read_report(dz_report **out, const corpus *c, const char *folder, const char *name,
                             size_t length, dz_error *error) {
  char path[1024];

  snprintf(path, sizeof path, "%s/%.*s.txt", folder, (int)length, name);
  return dz_report_read(out, path, c->knowledge, NULL, error);
}

static dz_status read_pair(corpus *c, const char *folder, int index, const char *name,
                           dz_error *error) {
  const char *middle = strstr(name, "__"), *dot = strrchr(name, '.'), *year = strchr(name, '_'),
             *maker = strrchr(folder, '/');
  char path[1024], office[64], *rows = NULL;
  size_t length;
  pair p = {.topics = {0}};
  dz_query query[2] = {{.tokens = dz_array_of(sizeof(dz_query_token))},
                       {.tokens = dz_array_of(sizeof(dz_query_token))}};
  dz_status status = DZ_OK;

  if (!middle || !dot) return DZ_OK;
  snprintf(office, sizeof office, "%s/%.*s", maker ? maker + 1 : folder, (int)(year - name), name);
  status = read_report(&p.report[0], c, folder, name, (size_t)(middle - name), error);
  if (!status)
    status = read_report(&p.report[1], c, folder, middle + 2, (size_t)(dot - middle - 2), error);
  if (!status)
    status = dz_topics_build(&p.topics, (const dz_report *const *)p.report, 2, c->knowledge, error);
  snprintf(path, sizeof path, "%s/%s", folder, name);
  if (!status) status = dz_file_read(&rows, &length, path, FILE_MOST, error);
  for (char *line = rows; line && *line && !status;) {
    char *next = strchr(line, '\n');
    if (next) *next++ = '\0';
    if (*line && *line != '#')
      status = read_row(c, &p, line, office_of(c, office), index, name, query, error);
    line = next;
  }
  free(rows);
  for (int i = 0; i < 2; i++) dz_query_free(&query[i]);
  dz_topics_free(&p.topics);
  for (int i = 0; i < 2; i++) dz_report_free(p.report[i]);
  return status;
}

static int by_name(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static dz_status read_folder(corpus *c, const char *folder, int index, dz_error *error) {
  DIR *directory = opendir(folder);
  char *names[PAIRS_MOST];
  size_t count = 0;
  struct dirent *entry;
  dz_status status = DZ_OK;

  if (!directory) return dz_fail(error, DZ_IO, "%s: cannot open", folder);
  while ((entry = readdir(directory)) != NULL && count < PAIRS_MOST) {
    const char *dot = strrchr(entry->d_name, '.');
    size_t size = strlen(entry->d_name) + 1;
    if (!dot || strcmp(dot, ".track")) continue;
    names[count] = malloc(size);
    if (!names[count]) break;
    memcpy(names[count++], entry->d_name, size);
  }
  closedir(directory);
  qsort(names, count, sizeof *names, by_name);
  for (size_t i = 0; i < count; i++) {
    if (!status) status = read_pair(c, folder, index, names[i], error);
    free(names[i]);
  }
  return status;
}

/* ---- fitting: batch gradient descent with a step of its own for each weight ---------------- */

static dz_told_what what_of(const sample *s) {
  if (!strcmp(s->status, "missed")) return DZ_TOLD_MISSED;
  return !strcmp(s->status, "partial") || !strcmp(s->status, "in_progress") ? DZ_TOLD_OPEN
                                                                            : DZ_TOLD_MET;
}

static void step(double *weights, double *squares, double *slopes, size_t count, double decay,
                 double samples) {
  for (size_t i = 0; i < count; i++) {
    double slope = slopes[i] / samples + decay * weights[i];
    squares[i] += slope * slope;
    weights[i] -= rate * slope / (sqrt(squares[i]) + 1e-6);
    slopes[i] = 0;
  }
}

/* Adds the slope of one sample: what is expected less what is right. */
static void slope_of_place(double *slopes, sample *s, const dz_track_weights *weights) {
  double right = 0;

  dz_sightings_weigh(&s->seen, weights);
  for (size_t i = 0; i < s->seen.count; i++) right += s->right[i] ? s->seen.items[i].chance : 0;
  for (int k = 0; k < DZ_SEEN_SIGNS; k++)
    for (size_t i = 0; i < s->seen.count; i++)
      slopes[k] += s->seen.items[i].chance * (1 - (s->right[i] ? 1 / (right + 1e-9) : 0)) *
                   s->seen.items[i].sign[k];
}

static void slope_of_told(double (*slopes)[DZ_TOLD_SIGNS], const sample *s, size_t i,
                          const dz_track_weights *weights) {
  double chance[DZ_TOLD_WHATS], sum = 0;

  for (int w = 0; w < DZ_TOLD_WHATS; w++) {
    chance[w] = 0;
    for (int k = 0; k < DZ_TOLD_SIGNS; k++) chance[w] += weights->told[w][k] * s->told[i].sign[k];
    sum += chance[w] = exp(chance[w]);
  }
  for (int w = 0; w < DZ_TOLD_WHATS; w++)
    for (int k = 0; k < DZ_TOLD_SIGNS; k++)
      slopes[w][k] += (chance[w] / sum - (w == (int)what_of(s))) * s->told[i].sign[k] /
                      (double)s->rights;
}

static void slope_of(double *slopes, const dz_sightings *seen, const dz_track_weights *weights,
                     double right, double weight) {
  double value = 0, chance;

  for (int k = 0; k < DZ_SEEN_SIGNS; k++) value += weights->accept[k] * seen->accept[k];
  chance = 1 / (1 + exp(-value));
  for (int k = 0; k < DZ_SEEN_SIGNS; k++)
    slopes[k] += weight * (chance - right) * seen->accept[k];
}

static bool is_used(const sample *s, int without) {
  return s->found && s->office != without && s->seen.count;
}

/* Which place and what is told; then, with those at rest, whether it is told. */
static void fit(dz_track_weights *out, corpus *c, int without) {
  static dz_track_weights squares, slopes;
  const size_t told = (size_t)DZ_TOLD_WHATS * DZ_TOLD_SIGNS;

  *out = squares = slopes = (dz_track_weights){0};
  for (int round = 0; round < 2 * ROUNDS; round++) {
    double count = 1;
    for (size_t n = 0; n < c->samples.count; n++) {
      sample *s = *(sample **)dz_array_at(&c->samples, n);
      if (!is_used(s, without) || (round < ROUNDS && !s->rights)) continue;
      count++;
      if (round < ROUNDS) {
        slope_of_place(slopes.place, s, out);
        for (size_t i = 0; i < s->seen.count; i++)
          if (s->right[i]) slope_of_told(slopes.told, s, i, out);
      } else {
        if (round == ROUNDS) dz_sightings_weigh(&s->seen, out);
        if (round == ROUNDS) dz_sightings_weigh(&s->rest, out);
        slope_of(slopes.accept, &s->seen, out, s->right[s->seen.best], 1);
        if (s->rights && s->rest.count) slope_of(slopes.accept, &s->rest, out, 0, rest_weight);
      }
    }
    if (round < ROUNDS) {
      step(out->place, squares.place, slopes.place, DZ_SEEN_SIGNS, decay_place, count);
      step(out->told[0], squares.told[0], slopes.told[0], told, decay_told, count);
    } else {
      step(out->accept, squares.accept, slopes.accept, DZ_SEEN_SIGNS, decay_place, count);
    }
  }
}

/* ---- what is read right ------------------------------------------------------------------- */

enum loss { WHOLE, NOT_FOUND, NOT_SEEN, SILENT, OTHER_PLACE, CLAIMED, WRONG_STATUS, LOSSES };
static const char *const losses[LOSSES] = {"right",         "promise not found", "place not seen",
                                           "called silent", "other place",       "silent, claimed",
                                           "wrong status"};

static enum loss loss_of(sample *s, const dz_track_weights *weights, int *best, dz_told_what *what,
                         double *chance) {
  *best = -1;
  if (!s->found) return NOT_FOUND;
  dz_sightings_weigh(&s->seen, weights);
  if (s->seen.chance > DZ_TOLD_AT_ALL) *best = s->seen.best;
  if (s->silent) return *best < 0 ? WHOLE : CLAIMED;
  if (!s->rights) return NOT_SEEN;
  if (*best < 0) return SILENT;
  if (!s->right[*best]) return OTHER_PLACE;
  *what = dz_telling_weigh(&s->told[*best], weights, chance);
  return *what == what_of(s) ? WHOLE : WRONG_STATUS;
}

/* Whether the program would give a plain verdict. */
static bool is_plain(const sample *s, const dz_track_weights *weights) {
  double chance;
  dz_told_what what;

  if (!s->found || !dz_sightings_sure(&s->seen)) return false;
  what = dz_telling_weigh(&s->told[s->seen.best], weights, &chance);
  return chance >= DZ_SURE_TOLD && !dz_telling_at_odds(what, &s->told[s->seen.best]);
}

/* The places thought of, those that are right, and what speaks for each. */
static void show_places(const sample *s, int best) {
  printf("      accept %.2f\n", s->seen.chance);
  for (size_t i = 0; i < s->seen.count; i++) {
    if ((int)i != best && !s->right[i]) continue;
    printf("    %s %.2f %s:", s->right[i] ? "right" : "wrong", s->seen.items[i].chance, s->text[i]);
    for (int k = 0; k < DZ_SEEN_SIGNS; k++)
      if (s->seen.items[i].sign[k] > 0)
        printf(" %s=%.2f", dz_seen_sign_name((dz_seen_sign)k), s->seen.items[i].sign[k]);
    putchar('\n');
  }
}

static void leave_out(corpus *c, char **folders, int folder_count, bool show) {
  size_t tally[16][LOSSES] = {{0}}, all[LOSSES] = {0}, total = 0, plain[2] = {0, 0};

  for (int o = 0; o < c->office_count; o++) {
    dz_track_weights weights;
    fit(&weights, c, o);
    for (size_t n = 0; n < c->samples.count; n++) {
      sample *s = *(sample **)dz_array_at(&c->samples, n);
      int best;
      dz_told_what what = DZ_TOLD_MET;
      double chance = 0;
      enum loss loss;
      if (s->office != o) continue;
      loss = loss_of(s, &weights, &best, &what, &chance);
      if (is_plain(s, &weights)) {
        plain[0]++;
        plain[1] += loss != WHOLE;
        if (show && loss != WHOLE) printf("PLAIN ");
      }
      all[loss]++;
      total++;
      if (s->folder < 16) tally[s->folder][loss]++;
      if (show && loss != WHOLE) {
        printf("  %s: %s | %s", losses[loss], s->quote, s->status);
        if (loss == WRONG_STATUS) {
          printf(" | called %s %.2f | %s |", dz_told_what_name(what), chance, s->figure[best]);
          for (int k = 0; k < DZ_TOLD_SIGNS; k++)
            if (s->told[best].sign[k] > 0) printf(" %s", dz_told_sign_name((dz_told_sign)k));
        }
        putchar('\n');
        show_places(s, best);
      }
    }
  }
  for (int f = 0; f < folder_count && f < 16; f++) {
    size_t sum = 0;
    for (int k = 0; k < LOSSES; k++) sum += tally[f][k];
    printf("%s: %zu of %zu right (%.3f)\n", folders[f], tally[f][WHOLE], sum,
           sum ? (double)tally[f][WHOLE] / (double)sum : 0);
  }
  for (int k = 0; k < LOSSES; k++) printf("%-18s %4zu\n", losses[k], all[k]);
  printf("plain verdicts: %zu, wrong %zu\n", plain[0], plain[1]);
  printf("one office left out: whole %.3f of %zu\n", total ? (double)all[WHOLE] / (double)total : 0,
         total);
}

static void print_weight(FILE *file, const char *model, const char *sign, double weight) {
  fprintf(file, "%s\t%s\t%ld\n", model, sign, lround(weight * 100));
}

static dz_status write_table(const dz_track_weights *w, const char *path, dz_error *error) {
  FILE *file = fopen(path, "w");

  if (!file) return dz_fail(error, DZ_IO, "%s: cannot write", path);
  fputs("# track_weights.tsv - what the signs of a place weigh; written by `make train`\n#\n"
        "#   model    place: which statement is the likeliest to tell of the promise; accept: "
        "whether\n"
        "#            it does; met, missed, open: what it tells\n"
        "#   sign     see knowledge/track_weights.h\n"
        "#   weight   hundredths\n# model\tsign\tweight\n",
        file);
  for (int k = 0; k < DZ_SEEN_SIGNS; k++)
    print_weight(file, "place", dz_seen_sign_name((dz_seen_sign)k), w->place[k]);
  for (int k = 0; k < DZ_SEEN_SIGNS; k++)
    print_weight(file, "accept", dz_seen_sign_name((dz_seen_sign)k), w->accept[k]);
  for (int what = 0; what < DZ_TOLD_WHATS; what++)
    for (int k = 0; k < DZ_TOLD_SIGNS; k++)
      print_weight(file, dz_told_what_name((dz_told_what)what), dz_told_sign_name((dz_told_sign)k),
                   w->told[what][k]);
  return fclose(file) ? dz_fail(error, DZ_IO, "%s: cannot write", path) : DZ_OK;
}

int main(int argc, char **argv) {
  const char *output = NULL, *data = NULL;
  bool cross = false, show = false;
  char **folders = argv;
  int count = 0;
  dz_error error = {0};
  dz_knowledge *knowledge = NULL;
  static corpus c;
  dz_track_weights weights;
  dz_status status;

  for (int i = 1; i < argc; i++) {
    if (!strcmp(argv[i], "--leave-out"))
      cross = true;
    else if (!strcmp(argv[i], "--show"))
      show = true;
    else if (!strcmp(argv[i], "-o") && i + 1 < argc)
      output = argv[++i];
    else if (!strcmp(argv[i], "--data") && i + 1 < argc)
      data = argv[++i];
    else
      folders[count++] = argv[i];
  }
  c.samples = dz_array_of(sizeof(sample *));
  status = dz_knowledge_load(&knowledge, data, &error);
  c.knowledge = knowledge;
  for (int i = 0; i < count && !status; i++) status = read_folder(&c, folders[i], i, &error);
  if (!status && cross) leave_out(&c, folders, count, show);
  if (!status && output) {
    fit(&weights, &c, -1);
    status = write_table(&weights, output, &error);
  }
  if (status) fprintf(stderr, "fit_track: %s\n", error.message);
  for (size_t i = 0; i < c.samples.count; i++) free(*(sample **)dz_array_at(&c.samples, i));
  dz_array_free(&c.samples);
  dz_knowledge_free(knowledge);
  return status != DZ_OK;
}
