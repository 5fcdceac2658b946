/* options.h - the command line. One table of options is the source of parsing,
 * usage and --help. */
#ifndef DZ_CMD_OPTIONS_H
#define DZ_CMD_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <duizhao.h>

/* The commands, as bits, so that an option can say which of them take it. */
enum dz_command_bit { DZ_COMPARE = 1, DZ_TRACK = 2, DZ_CHECK = 4, DZ_NORMALIZE = 8 };

typedef enum dz_choice { DZ_AUTO, DZ_ALWAYS, DZ_NEVER } dz_choice;

typedef struct dz_options {
  unsigned command;   /* one of enum dz_command_bit */
  const char **files; /* as given, in order; "-" is standard input */
  size_t file_count;
  const char **backgrounds; /* of --background, in order */
  size_t background_count;
  const char **phrases; /* of --phrase, in order */
  size_t phrase_count;
  const char *output;           /* file to write, or NULL */
  const char *data;             /* folder of tables, or NULL */
  const char *base;             /* as given, or NULL */
  const char *pins;             /* file, or NULL */
  const char *years;            /* "2023" or "2023,2024", or NULL */
  const char *encoding;         /* or NULL */
  const char *input_format;     /* or NULL */
  int jobs;                     /* threads; 0: one for each core */
  size_t max_bytes;             /* 0: the library's limit */
  dz_choice color, language_zh; /* language: ALWAYS zh, NEVER en, AUTO by the locale */
  dz_choice pager;
  dz_render_options render; /* format, columns, ambiguous, all, list, raw, bom as given */
  bool quiet, help, version;
} dz_options;

/* Reads the command line; argv[0] is the program. *options borrows argv and
 * must be freed with dz_options_free in any case. DZ_USAGE names what is
 * wrong. With --help or --version a command or files need not be given. */
DZ_MUST_CHECK dz_status dz_options_parse(dz_options *options, int argc, char **argv,
                                         dz_error *error);
void dz_options_free(dz_options *options);

/* Help on standard output: of one command, or (0) of the program. */
void dz_options_help(unsigned command, bool chinese);

#endif
