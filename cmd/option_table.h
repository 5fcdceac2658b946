/* option_table.h - the rows that options.c parses by and help.c prints */
#ifndef DZ_CMD_OPTION_TABLE_H
#define DZ_CMD_OPTION_TABLE_H

#include "options.h"

typedef struct dz_option_row {
  char letter;          /* short form, or 0 */
  const char *name;     /* long form without -- */
  const char *argument; /* what stands for the value in help, NULL: takes none */
  unsigned commands;    /* which take it */
  bool (*apply)(dz_options *options, const char *value); /* false: the value makes no sense */
  const char *values; /* what it must be, for the message; NULL: any value does */
  const char *help_zh, *help_en;
} dz_option_row;

typedef struct dz_command_row {
  unsigned command;
  const char *name;
  const char *arguments;
  size_t least; /* files it needs */
  const char *help_zh, *help_en;
} dz_command_row;

/* Both end with a row whose name is NULL. */
extern const dz_option_row dz_option_rows[];
extern const dz_command_row dz_command_rows[];

#endif
