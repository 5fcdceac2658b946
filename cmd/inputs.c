/* inputs.c - see inputs.h */
#include "inputs.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "folder.h"

enum { SMALL_FILE = 1024 * 1024 };

static dz_status fail(dz_error *error, dz_status status, const char *path, const char *what) {
  snprintf(error->message, sizeof error->message, "%s: %s", path, what);
  return error->status = status;
}

static size_t count_years(const char *years) {
  size_t count = 1;

  for (const char *c = years; *c; c++) count += *c == ',';
  return count;
}

/* The year stated for the file at `index`, 0 if none. */
static int32_t year_of(const char *years, size_t index) {
  if (!years) return 0;
  if (count_years(years) > 1)
    while (index--) years = strchr(years, ',') + 1;
  return (int32_t)strtol(years, NULL, 10);
}

dz_status dz_inputs_check_years(const dz_options *options, size_t count, dz_error *error) {
  size_t years = options->years ? count_years(options->years) : 1;

  return years == 1 || years == count
             ? DZ_OK
             : fail(error, DZ_USAGE, "--year", "needs one year, or one for each file");
}

dz_read_options dz_inputs_reading(const dz_options *options, size_t index) {
  return (dz_read_options){.format = options->input_format,
                           .encoding = options->encoding,
                           .max_bytes = options->max_bytes,
                           .programs = true,
                           .year = year_of(options->years, index)};
}

static dz_status read_files(dz_inputs *inputs, const dz_options *options, dz_error *error) {
  if (dz_inputs_check_years(options, options->file_count, error)) return error->status;
  inputs->reports = calloc(options->file_count, sizeof *inputs->reports);
  if (!inputs->reports) return fail(error, DZ_NOMEM, options->files[0], "out of memory");
  for (size_t i = 0; i < options->file_count; i++) {
    dz_report *report;
    dz_read_options reading = dz_inputs_reading(options, i);
    dz_status status = dz_report_read(&report, options->files[i], inputs->knowledge, &reading,
                                      error);
    if (status) return status;
    inputs->reports[inputs->report_count++] = report;
  }
  return DZ_OK;
}

static dz_status read_background(dz_inputs *inputs, const dz_options *options, const char *path,
                                 dz_error *error) {
  dz_read_options reading = {.max_bytes = options->max_bytes, .programs = true};
  const dz_report **bigger = realloc(inputs->background,
                                     (inputs->background_count + 1) * sizeof *bigger);
  dz_report *report;
  dz_status status;

  if (!bigger) return fail(error, DZ_NOMEM, path, "out of memory");
  inputs->background = bigger;
  status = dz_report_read(&report, path, inputs->knowledge, &reading, error);
  if (!status) inputs->background[inputs->background_count++] = report;
  return status;
}

static void notice(const dz_options *options, dz_error *error) {
  dz_error_clean(error);
  if (!options->quiet) fprintf(stderr, "duizhao: %s\n", error->message);
}

/* A folder may hold files that are no reports: they are named and left out. A
 * file named on the command line has to be one. */
static dz_status read_background_folder(dz_inputs *inputs, const dz_options *options,
                                        const char *path, dz_error *error) {
  dz_folder folder;
  size_t before = inputs->background_count;
  dz_status status = dz_folder_list(&folder, path, error);

  for (size_t i = 0; i < folder.count && !status; i++) {
    status = read_background(inputs, options, folder.paths[i], error);
    if (status && status != DZ_NOMEM) {
      notice(options, error);
      status = DZ_OK;
    }
  }
  dz_folder_free(&folder);
  if (!status && inputs->background_count == before) {
    fail(error, DZ_OK, path, "holds no report; formulas are judged by the shipped table alone");
    notice(options, error);
  }
  return status;
}

/* Said, for else the result would look as if they had been counted. */
static void notice_few(const dz_inputs *inputs, const dz_options *options, dz_error *error) {
  const char *path = options->background_count ? options->backgrounds[0] : "";

  if (!inputs->background_count || inputs->background_count >= DZ_BACKGROUND_LEAST) return;
  fail(error, DZ_OK, path,
       "too few reports to tell what is common; formulas are judged by the shipped table alone");
  notice(options, error);
}

dz_status dz_inputs_read(dz_inputs *inputs, const dz_options *options, dz_error *error) {
  dz_status status;

  *inputs = (dz_inputs){0};
  status = dz_knowledge_load(&inputs->knowledge, options->data, error);
  if (status) {
    inputs->knowledge = NULL;
    return status;
  }
  status = read_files(inputs, options, error);
  for (size_t i = 0; i < options->background_count && !status; i++) {
    const char *path = options->backgrounds[i];
    status = dz_folder_is(path) ? read_background_folder(inputs, options, path, error)
                                : read_background(inputs, options, path, error);
  }
  if (!status) notice_few(inputs, options, error);
  return status;
}

void dz_inputs_free(dz_inputs *inputs) {
  for (size_t i = 0; i < inputs->report_count; i++) dz_report_free((dz_report *)inputs->reports[i]);
  for (size_t i = 0; i < inputs->background_count; i++)
    dz_report_free((dz_report *)inputs->background[i]);
  free(inputs->reports);
  free(inputs->background);
  dz_knowledge_free(inputs->knowledge);
}

dz_status dz_inputs_text(char **text, const char *path, dz_error *error) {
  FILE *file = fopen(path, "rb");
  char *data = NULL;
  size_t length;
  dz_status status = DZ_OK;

  if (!file) return fail(error, DZ_IO, path, strerror(errno));
  data = malloc(SMALL_FILE + 1);
  if (!data) {
    status = fail(error, DZ_NOMEM, path, "out of memory");
    goto done;
  }
  length = fread(data, 1, SMALL_FILE + 1, file);
  if (ferror(file)) status = fail(error, DZ_IO, path, "cannot be read");
  if (!status && length > SMALL_FILE) status = fail(error, DZ_LIMIT, path, "larger than 1 MB");
  if (!status && memchr(data, '\0', length)) status = fail(error, DZ_FORMAT, path, "is not text");
  if (!status) data[length] = '\0';

done:
  fclose(file);
  if (status)
    free(data);
  else
    *text = data;
  return status;
}
