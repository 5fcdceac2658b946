/* option_table.c - commands and options */
#include "option_table.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum {
  EVERY = DZ_COMPARE | DZ_TRACK | DZ_CHECK | DZ_NORMALIZE,
  COLUMNS_MIN = 20,
  COLUMNS_MAX = 10000,
  JOBS_MAX = 256
};

/* The index of `value` in a NULL-ended list of names, or -1. */
static int name_index(const char *const *names, const char *value) {
  for (int i = 0; names[i]; i++)
    if (!strcmp(names[i], value)) return i;
  return -1;
}

/* A whole decimal number in [low, high]; false: none. */
static bool read_number(const char *value, unsigned long long low, unsigned long long high,
                        unsigned long long *out, const char **rest) {
  char *end;

  if (*value < '0' || *value > '9') return false;
  errno = 0;
  *out = strtoull(value, &end, 10);
  *rest = end;
  return !errno && *out >= low && *out <= high;
}

static bool set_format(dz_options *options, const char *value) {
  static const char *const names[] = {"text", "json", "html", "markdown", "csv", NULL};
  static const dz_format formats[] = {DZ_TEXT, DZ_JSON, DZ_HTML, DZ_MARKDOWN, DZ_CSV};
  int index = name_index(names, value);

  if (index >= 0) options->render.format = formats[index];
  return index >= 0;
}

static bool set_output(dz_options *options, const char *value) {
  options->output = strcmp(value, "-") ? value : NULL;
  return *value != '\0';
}

static bool set_language(dz_options *options, const char *value) {
  static const char *const names[] = {"zh", "en", NULL};
  int index = name_index(names, value);

  options->language_zh = index ? DZ_NEVER : DZ_ALWAYS;
  return index >= 0;
}

static bool set_choice(dz_choice *choice, const char *value) {
  static const char *const names[] = {"auto", "always", "never", NULL};
  int index = name_index(names, value);

  if (index >= 0) *choice = (dz_choice)index;
  return index >= 0;
}

static bool set_color(dz_options *options, const char *value) {
  return set_choice(&options->color, value);
}

static bool set_no_pager(dz_options *options, const char *value) {
  (void)value;
  options->pager = DZ_NEVER;
  return true;
}

static bool set_quiet(dz_options *options, const char *value) {
  (void)value;
  options->quiet = true;
  return true;
}

static bool set_columns(dz_options *options, const char *value) {
  unsigned long long number;
  const char *rest;

  if (!read_number(value, COLUMNS_MIN, COLUMNS_MAX, &number, &rest) || *rest) return false;
  options->render.columns = (int)number;
  return true;
}

static bool set_ambiguous(dz_options *options, const char *value) {
  options->render.ambiguous = *value - '0';
  return !strcmp(value, "1") || !strcmp(value, "2");
}

static bool set_all(dz_options *options, const char *value) {
  (void)value;
  options->render.all = true;
  return true;
}

static bool set_list(dz_options *options, const char *value) {
  (void)value;
  options->render.list = true;
  return true;
}

static bool set_raw(dz_options *options, const char *value) {
  (void)value;
  options->render.raw = true;
  return true;
}

static bool set_bom(dz_options *options, const char *value) {
  (void)value;
  options->render.bom = true;
  return true;
}

static bool set_base(dz_options *options, const char *value) {
  options->base = value;
  return *value != '\0';
}

static bool set_pins(dz_options *options, const char *value) {
  options->pins = value;
  return *value != '\0';
}

static bool add_background(dz_options *options, const char *value) {
  options->backgrounds[options->background_count++] = value; /* room for every argument */
  return *value != '\0';
}

static bool add_phrase(dz_options *options, const char *value) {
  options->phrases[options->phrase_count++] = value; /* room for every argument */
  return *value != '\0';
}

static bool set_data(dz_options *options, const char *value) {
  options->data = value;
  return *value != '\0';
}

static bool set_year(dz_options *options, const char *value) {
  unsigned long long year;

  options->years = value;
  for (;;) {
    if (!read_number(value, 1900, 2999, &year, &value)) return false;
    if (!*value) return true;
    if (*value++ != ',') return false;
  }
}

static bool set_encoding(dz_options *options, const char *value) {
  options->encoding = value;
  return *value != '\0';
}

static bool set_input_format(dz_options *options, const char *value) {
  options->input_format = value;
  return *value != '\0';
}

static bool set_max_size(dz_options *options, const char *value) {
  unsigned long long number, unit = 1;
  const char *rest;

  if (!read_number(value, 1, SIZE_MAX >> 31, &number, &rest)) return false;
  if (*rest == 'K' || *rest == 'k') unit = 1024;
  if (*rest == 'M' || *rest == 'm') unit = 1024 * 1024;
  if (*rest == 'G' || *rest == 'g') unit = 1024 * 1024 * 1024;
  if (unit > 1) rest++;
  options->max_bytes = (size_t)(number * unit);
  return !*rest;
}

static bool set_jobs(dz_options *options, const char *value) {
  unsigned long long number;
  const char *rest;

  if (!read_number(value, 1, JOBS_MAX, &number, &rest) || *rest) return false;
  options->jobs = (int)number;
  return true;
}

static bool set_help(dz_options *options, const char *value) {
  (void)value;
  options->help = true;
  return true;
}

static bool set_version(dz_options *options, const char *value) {
  (void)value;
  options->version = true;
  return true;
}

const dz_option_row dz_option_rows[] = {
    {'f', "format", "FORMAT", EVERY, set_format, "text, json, html, markdown or csv",
     "输出格式：text、json、html、markdown、csv（默认 text）",
     "what to print: text, json, html, markdown or csv (text by default)"},
    {'o', "output", "FILE", EVERY, set_output, "a file", "写入 FILE：要么完整写成，要么不动原文件",
     "write to FILE, whole or not at all"},
    {'q', "quiet", NULL, EVERY, set_quiet, NULL, "不输出，只给退出码",
     "print nothing, only set the exit status"},
    {0, "all", NULL, EVERY, set_all, NULL, "展开默认收起的内容",
     "show what is folded away by default"},
    {0, "list", NULL, DZ_COMPARE, set_list, NULL, "以“修改说明”列出两份报告的每处改动",
     "list the edits between two reports one a line"},
    {0, "base", "REPORT", DZ_COMPARE, set_base, "a number, file or year of the reports",
     "各份另与这一份比较：序号、文件名或年份",
     "also compare every report with this one: its number, file or year"},
    {0, "pins", "FILE", DZ_COMPARE, set_pins, "a file", "由 FILE 指定或禁止章节配对",
     "force or forbid pairings of sections as FILE says"},
    {0, "background", "PATH", DZ_COMPARE, add_background, "a folder or file",
     "以 PATH（文件夹或文件，可多次给出）中的报告判定何为套话",
     "take what is common in these reports (folder or file; may be repeated) for formulas"},
    {0, "phrase", "WORDS", DZ_COMPARE, add_phrase, "words",
     "列出 WORDS 见于哪几份报告（可多次给出）",
     "tell in which of the reports these words stand (may be repeated)"},
    {0, "raw", NULL, DZ_NORMALIZE, set_raw, NULL, "只输出解码后的原文（各处位置即指此文）",
     "print the decoded text only, to which all positions refer"},
    {0, "year", "YEAR[,YEAR...]", EVERY, set_year, "years, as 2023 or 2023,2024",
     "报告年份：一个，或按文件次序逐个给出",
     "year of the reports: one for all, or one for each file"},
    {0, "encoding", "NAME", EVERY, set_encoding, "a name", "文本文件的编码（默认自动判断）",
     "encoding of text files (found out by default)"},
    {0, "input-format", "NAME", EVERY, set_input_format, "a name",
     "报告的文件格式（默认按内容判断）", "format of the reports (found out by default)"},
    {0, "max-size", "SIZE", EVERY, set_max_size, "a size, as 500K, 64M or 1G",
     "单个文件的大小上限（默认 64M）", "largest file to read (64M by default)"},
    {'j', "jobs", "N", DZ_CHECK | DZ_NORMALIZE, set_jobs, "a number from 1 to 256",
     "同时读 N 份报告（默认每核一份）；输出不因 N 而异",
     "work on N reports at a time (one for each core); the output is the same"},
    {0, "data", "DIR", EVERY, set_data, "a folder", "以 DIR 中的表代替同名的内置表",
     "take tables in DIR in place of the built-in ones"},
    {0, "lang", "LANG", EVERY, set_language, "zh or en", "标签语言：zh 或 en（默认依语言环境）",
     "language of labels: zh or en (by the locale)"},
    {0, "color", "WHEN", EVERY, set_color, "auto, always or never",
     "是否用颜色：auto、always、never（默认 auto；尊重 NO_COLOR）",
     "colour: auto, always or never (auto; NO_COLOR is honoured)"},
    {0, "columns", "N", EVERY, set_columns, "a number from 20",
     "文本输出的宽度（默认取自终端，否则 80）",
     "width of text output (from the terminal, else 80)"},
    {0, "ambiguous", "1|2", EVERY, set_ambiguous, "1 or 2", "“”—… 在终端所占的格数",
     "cells that “ ” — … take on the terminal"},
    {0, "no-pager", NULL, EVERY, set_no_pager, NULL, "在终端上不分页", "do not page on a terminal"},
    {0, "bom", NULL, EVERY, set_bom, NULL, "CSV 以字节顺序标记开头（供表格软件识别）",
     "start CSV with a byte order mark, for spreadsheets"},
    {'h', "help", NULL, EVERY, set_help, NULL, "显示本说明", "show this help"},
    {'V', "version", NULL, EVERY, set_version, NULL, "显示版本", "show the version"},
    {0, NULL, NULL, 0, NULL, NULL, NULL, NULL},
};

const dz_command_row dz_command_rows[] = {
    {DZ_COMPARE, "compare", "FILE FILE [FILE...]", 2,
     "对照两份或多份报告：章节、改动、承诺、重复用语、缺失",
     "hold reports side by side: sections, changes, commitments, reuse, what is missing"},
    {DZ_TRACK, "track", "FILE FILE [FILE...]", 2, "逐年跟踪一个机关各年报告中的承诺",
     "follow the commitments of a series of reports through the later ones"},
    {DZ_CHECK, "check", "FILE|FOLDER...", 1, "审读单份报告：缺项、空泛、时间、地名、数字",
     "review single reports: sections, dates, places, figures"},
    {DZ_NORMALIZE, "normalize", "FILE|FOLDER...", 1, "显示读到的内容：提纲、数字、承诺",
     "show what was read: outline, figures, commitments"},
    {0, NULL, NULL, 0, NULL, NULL},
};
