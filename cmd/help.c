/* help.c - prints help from the tables of commands and options */
#include <stdio.h>
#include <string.h>

#include "option_table.h"

enum { NAME_WIDTH = 26 };

static void print_option(const dz_option_row *row, bool chinese) {
  char name[64];

  snprintf(name, sizeof name, "%c%c%s --%s%s%s", row->letter ? '-' : ' ',
           row->letter ? row->letter : ' ', row->letter ? "," : " ", row->name,
           row->argument ? " " : "", row->argument ? row->argument : "");
  printf("  %-*s%s%s\n", NAME_WIDTH, name, strlen(name) < NAME_WIDTH ? "" : "  ",
         chinese ? row->help_zh : row->help_en);
}

static void print_command(const dz_command_row *row, bool chinese) {
  printf("  %-10s%s\n", row->name, chinese ? row->help_zh : row->help_en);
}

void dz_options_help(unsigned command, bool chinese) {
  const char *usage = chinese ? "用法" : "usage";

  if (!command) {
    printf(chinese ? "duizhao（对照）：对照官员报告\n\n"
                   : "duizhao compares Chinese officials' reports\n\n");
    printf("%s: duizhao COMMAND [OPTION...] FILE...\n", usage);
    printf(chinese ? "      duizhao 甲 乙（即 compare；文件可以是文件夹或 *.txt 这样的通配）\n\n"
                   : "       duizhao A B (which is compare; a FILE may be a folder or a pattern as "
                     "*.txt)\n\n");
    for (const dz_command_row *row = dz_command_rows; row->name; row++) print_command(row, chinese);
  }
  for (const dz_command_row *row = dz_command_rows; row->name; row++) {
    if (row->command != command) continue;
    printf("%s\n\n%s: duizhao %s [OPTION...] %s\n", chinese ? row->help_zh : row->help_en, usage,
           row->name, row->arguments);
  }
  printf("\n%s\n", chinese ? "选项（可在任何位置；-- 之后全是文件名；- 为标准输入）："
                           : "options (anywhere; -- ends them; - is standard input):");
  for (const dz_option_row *row = dz_option_rows; row->name; row++)
    if (!command || row->commands & command) print_option(row, chinese);
  printf("\n%s\n", chinese ? "退出码：0 无可报告（无差异、无发现）  1 有可报告  2 出错"
                           : "exit status: 0 nothing to report  1 something to report  2 trouble");
}
