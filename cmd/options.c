/* options.c - see options.h */
#include "options.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "expand.h"
#include "option_table.h"
#include "suggest.h"

/* The program's own errors; the library has its own way to fill the record. */
static dz_status usage_error(dz_error *error, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 3)))
#endif
    ;

static dz_status usage_error(dz_error *error, const char *format, ...) {
  va_list args;

  va_start(args, format);
  vsnprintf(error->message, sizeof error->message, format, args);
  va_end(args);
  return error->status = DZ_USAGE;
}

static const dz_option_row *find_long(const char *name, size_t length) {
  for (const dz_option_row *row = dz_option_rows; row->name; row++)
    if (strlen(row->name) == length && !strncmp(row->name, name, length)) return row;
  return NULL;
}

static const dz_option_row *find_short(char letter) {
  for (const dz_option_row *row = dz_option_rows; row->name; row++)
    if (row->letter == letter) return row;
  return NULL;
}

static const dz_command_row *find_command(unsigned command) {
  const dz_command_row *row = dz_command_rows;

  while (row->name && row->command != command) row++;
  return row->name ? row : NULL;
}

/* The state of one walk over the arguments. */
typedef struct walk {
  dz_options *options;
  int argc, at; /* argv[at] is the word being read */
  char **argv;
  uint64_t seen; /* bit i: option row i was given */
} walk;

static dz_status apply(walk *w, const dz_option_row *row, const char *value, dz_error *error) {
  w->seen |= UINT64_C(1) << (row - dz_option_rows);
  if (row->apply(w->options, value)) return DZ_OK;
  return usage_error(error, "--%s: '%s' is not %s", row->name, value, row->values);
}

static dz_status unknown_option(const char *name, size_t length, dz_error *error) {
  const char *best = NULL;
  size_t nearest = length + 1;

  for (const dz_option_row *row = dz_option_rows; row->name; row++) {
    size_t distance = dz_suggest_distance(name, length, row->name, strlen(row->name));
    if (distance >= nearest) continue;
    nearest = distance;
    best = row->name;
  }
  if (best && dz_suggest_near(nearest, length))
    return usage_error(error, "--%.*s: unknown option; did you mean --%s?", (int)length, name,
                       best);
  return usage_error(error, "--%.*s: unknown option (see --help)", (int)length, name);
}

static dz_status unknown_command(const char *word, dz_error *error) {
  const char *best = NULL;
  size_t nearest = strlen(word) + 1;

  for (const dz_command_row *row = dz_command_rows; row->name; row++) {
    size_t distance = dz_suggest_distance(word, strlen(word), row->name, strlen(row->name));
    if (distance >= nearest) continue;
    nearest = distance;
    best = row->name;
  }
  if (best && dz_suggest_near(nearest, strlen(word)))
    return usage_error(error, "%s: unknown command; did you mean %s?", word, best);
  return usage_error(error, "%s: unknown command (compare, track, check or normalize)", word);
}

/* --name, --name=value, --name value. */
static dz_status parse_long(walk *w, dz_error *error) {
  const char *name = w->argv[w->at] + 2, *equals = strchr(name, '=');
  size_t length = equals ? (size_t)(equals - name) : strlen(name);
  const dz_option_row *row = find_long(name, length);
  const char *value = equals ? equals + 1 : NULL;

  if (!row) return unknown_option(name, length, error);
  if (!row->argument && value) return usage_error(error, "--%s: takes no value", row->name);
  if (row->argument && !value) {
    if (w->at + 1 >= w->argc)
      return usage_error(error, "--%s: needs a value (%s)", row->name, row->argument);
    value = w->argv[++w->at];
  }
  return apply(w, row, value, error);
}

/* -q, -f json, -fjson, -qf json. */
static dz_status parse_short(walk *w, dz_error *error) {
  dz_status status = DZ_OK;

  for (const char *letter = w->argv[w->at] + 1; *letter && !status; letter++) {
    const dz_option_row *row = find_short(*letter);
    if (!row) return usage_error(error, "-%c: unknown option (see --help)", *letter);
    if (!row->argument) {
      status = apply(w, row, NULL, error);
      continue;
    }
    if (letter[1]) return apply(w, row, letter + 1, error);
    if (w->at + 1 >= w->argc)
      return usage_error(error, "-%c: needs a value (%s)", *letter, row->argument);
    return apply(w, row, w->argv[++w->at], error);
  }
  return status;
}

/* The first word that is no option names the command, the others are files; files
 * without a command are compared. */
static dz_status parse_word(dz_options *options, const char *word, dz_error *error) {
  if (options->command) {
    options->files[options->file_count++] = word;
    return DZ_OK;
  }
  for (const dz_command_row *row = dz_command_rows; row->name; row++)
    if (!strcmp(row->name, word)) options->command = row->command;
  if (options->command) return DZ_OK;
  if (!dz_expand_names_files(word)) return unknown_command(word, error);
  options->command = DZ_COMPARE;
  options->files[options->file_count++] = word;
  return DZ_OK;
}

/* What can only be seen when everything is read. */
static dz_status validate(const dz_options *options, uint64_t seen, dz_error *error) {
  const dz_command_row *command = find_command(options->command);
  size_t stdins = 0;

  if (options->help || options->version) return DZ_OK;
  if (!command)
    return usage_error(error, "no command given (compare, track, check or normalize; see --help)");
  for (size_t i = 0; dz_option_rows[i].name; i++)
    if (seen >> i & 1 && !(dz_option_rows[i].commands & options->command))
      return usage_error(error, "--%s: is not an option of %s", dz_option_rows[i].name,
                         command->name);
  for (size_t i = 0; i < options->file_count; i++) stdins += !strcmp(options->files[i], "-");
  if (stdins > 1) return usage_error(error, "-: standard input can be read only once");
  if (options->render.table && options->render.format != DZ_CSV)
    return usage_error(error, "--table: needs the format csv");
  if (options->render.raw && options->render.format != DZ_TEXT)
    return usage_error(error, "--raw: needs the format text");
  return DZ_OK;
}

/* The language first, wherever it stands: what is wrong before it is told in it too. */
static void find_language(walk *w) {
  const dz_option_row *row = find_long("lang", 4);

  for (int i = 1; row && i < w->argc && strcmp(w->argv[i], "--"); i++) {
    if (!strncmp(w->argv[i], "--lang=", 7))
      row->apply(w->options, w->argv[i] + 7);
    else if (!strcmp(w->argv[i], "--lang") && i + 1 < w->argc)
      row->apply(w->options, w->argv[i + 1]);
  }
}

dz_status dz_options_parse(dz_options *options, int argc, char **argv, dz_error *error) {
  walk w = {.options = options, .argc = argc, .argv = argv};
  bool only_files = false;
  dz_status status = DZ_OK;

  memset(options, 0, sizeof *options);
  options->render.size = sizeof options->render;
  options->files = calloc((size_t)argc + 1, sizeof *options->files);
  options->backgrounds = calloc((size_t)argc + 1, sizeof *options->backgrounds);
  options->phrases = calloc((size_t)argc + 1, sizeof *options->phrases);
  if (!options->files || !options->backgrounds || !options->phrases) {
    usage_error(error, "out of memory");
    return error->status = DZ_NOMEM;
  }
  find_language(&w);
  for (w.at = 1; w.at < argc && !status; w.at++) {
    const char *word = argv[w.at];
    if (only_files || word[0] != '-' || !word[1])
      status = parse_word(options, word, error);
    else if (!strcmp(word, "--"))
      only_files = true;
    else
      status = word[1] == '-' ? parse_long(&w, error) : parse_short(&w, error);
  }
  if (!status) status = validate(options, w.seen, error);
  if (status || options->help || options->version) return status;
  status = dz_expand_files(options, error);
  if (!status && options->render.list &&
      (options->file_count != 2 || options->render.format != DZ_TEXT))
    return usage_error(error, "--list: needs two files and the format text");
  return status;
}

void dz_options_free(dz_options *options) {
  for (size_t i = 0; i < options->owned_count; i++) free(options->owned[i]);
  free(options->owned);
  free(options->files);
  free(options->backgrounds);
  free(options->phrases);
}
