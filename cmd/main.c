/* main.c - the program duizhao: options, inputs, one command, its output */
#include <stdio.h>
#include <stdlib.h>

#include "command.h"
#include "exit_status.h"
#include "message.h"
#include "progress.h"
#include "terminal.h"

static dz_status run_command(dz_command_result *result, const dz_inputs *inputs,
                             const dz_options *options, dz_error *error) {
  switch (options->command) {
  case DZ_COMPARE: return dz_command_compare(result, inputs, options, error);
  case DZ_TRACK: return dz_command_track(result, inputs, options, error);
  case DZ_CHECK: return dz_command_check(result, inputs, options, error);
  default: return dz_command_normalize(result, inputs, options, error);
  }
}

static dz_status run(const dz_options *options, int *exit_status, dz_error *error) {
  dz_command_result result = {0};
  dz_inputs inputs;
  dz_status status;

  dz_progress_begin(options);
  status = dz_inputs_read(&inputs, options, error);
  if (!status) status = run_command(&result, &inputs, options, error);
  dz_inputs_free(&inputs);
  dz_progress_end();
  if (!status) status = dz_terminal_emit(options, result.bytes, result.length, error);
  free(result.bytes);
  *exit_status = result.exit_status;
  return status;
}

/* What kind of trouble it is, for readers who are spoken to in Chinese, where the message itself
 * is known in English only. */
static const char *trouble_zh(dz_status status) {
  static const char *const kinds[] = {
      [DZ_NOMEM] = "内存不足",
      [DZ_IO] = "文件读写失败",
      [DZ_FORMAT] = "不是能读的报告",
      [DZ_ENCODING] = "文字编码有误或认不出，可用 --encoding 指定",
      [DZ_LIMIT] = "超出限制",
      [DZ_UNSUPPORTED] = "不支持",
      [DZ_USAGE] = "命令用法不对，见 duizhao --help",
      [DZ_DATA] = "词表有误",
  };
  return kinds[status];
}

/* One line on standard error; what a file name or an option holds cannot steer a terminal. */
static void complain(dz_error *error, dz_status status, bool chinese) {
  dz_error_clean(error);
  if (chinese && !dz_message_translate(error))
    fprintf(stderr, "duizhao: %s（%s）\n", error->message, trouble_zh(status));
  else
    fprintf(stderr, "duizhao: %s\n", error->message);
}

int main(int argc, char **argv) {
  dz_options options;
  dz_error error;
  int exit_status = DZ_EXIT_NOTHING;
  dz_status status = dz_options_parse(&options, argc, argv, &error);
  bool chinese = dz_speaks_chinese(&options);

  if (!status) dz_terminal_settle(&options);
  if (!status && options.version)
    printf("duizhao %s\n", dz_version());
  else if (!status && options.help)
    dz_options_help(options.command, options.render.chinese);
  else if (!status)
    status = run(&options, &exit_status, &error);
  dz_options_free(&options);
  if (!status && fflush(stdout)) {
    status = DZ_IO;
    snprintf(error.message, sizeof error.message, "standard output: cannot write");
  }
  if (status) {
    complain(&error, status, chinese);
    return DZ_EXIT_TROUBLE;
  }
  return exit_status;
}
