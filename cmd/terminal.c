/* terminal.c - see terminal.h */
#include "terminal.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { COLUMNS_LEAST = 20, COLUMNS_MOST = 10000, NO_SUCH_COMMAND = 127 };

static bool locale_chinese(void) {
  static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return !strncmp(value, "zh", 2);
  }
  return false;
}

bool dz_speaks_chinese(const dz_options *options) {
  return options->language_zh == DZ_AUTO ? locale_chinese() : options->language_zh == DZ_ALWAYS;
}

static bool is_set(const char *name) {
  const char *value = getenv(name);

  return value && *value;
}

static bool on_terminal(const dz_options *options) {
  return !options->output && isatty(STDOUT_FILENO);
}

static int find_columns(const dz_options *options) {
  const char *stated = getenv("COLUMNS");
  long columns = stated ? strtol(stated, NULL, 10) : 0;

#ifdef TIOCGWINSZ
  struct winsize size;
  if (columns <= 0 && on_terminal(options) && !ioctl(STDOUT_FILENO, TIOCGWINSZ, &size))
    columns = size.ws_col;
#else
  (void)options;
#endif
  if (columns <= 0 || columns > COLUMNS_MOST) return 0;
  return columns < COLUMNS_LEAST ? COLUMNS_LEAST : (int)columns;
}

void dz_terminal_settle(dz_options *options) {
  const char *term = getenv("TERM");
  bool colorful = on_terminal(options) && !is_set("NO_COLOR") && !(term && !strcmp(term, "dumb"));

  options->render.chinese = dz_speaks_chinese(options);
  options->render.color = options->color == DZ_AUTO ? colorful : options->color == DZ_ALWAYS;
  if (!options->render.columns) options->render.columns = find_columns(options);
}

/* What kind of trouble it is, for readers who are spoken to in Chinese: the message itself is in
 * English. */
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
void dz_terminal_complain(const dz_options *options, dz_error *error) {
  dz_error_clean(error);
  if (dz_speaks_chinese(options))
    fprintf(stderr, "duizhao: %s（%s）\n", error->message, trouble_zh(error->status));
  else
    fprintf(stderr, "duizhao: %s\n", error->message);
}

static dz_status io_error(dz_error *error, const char *what) {
  snprintf(error->message, sizeof error->message, "%s: cannot write: %s", what, strerror(errno));
  return error->status = DZ_IO;
}

/* false: the reader is gone, or errno tells. */
static bool write_all(int fd, const char *bytes, size_t length) {
  while (length) {
    ssize_t done = write(fd, bytes, length);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return false;
    bytes += done;
    length -= (size_t)done;
  }
  return true;
}

/* The child: reads the pipe as its standard input and never returns. */
static void become_pager(const int *ends) {
  const char *pager = getenv("PAGER");

  close(ends[1]);
  if (dup2(ends[0], STDIN_FILENO) < 0) _exit(NO_SUCH_COMMAND);
  close(ends[0]);
  if (pager && *pager && strcmp(pager, "less"))
    execl("/bin/sh", "sh", "-c", pager, (char *)NULL);
  else
    execlp("less", "less", "-R", "-F", "-X", (char *)NULL);
  _exit(NO_SUCH_COMMAND);
}

/* Feeds the pager and waits for it. Its reader may leave before the end, and an
 * interrupt is the pager's to handle, so neither may end us: the exit status
 * has still to be told. */
static int feed(pid_t child, int fd, const char *bytes, size_t length) {
  struct sigaction ignore = {.sa_handler = SIG_IGN}, pipe_before, interrupt_before;
  int status = 0;

  sigaction(SIGPIPE, &ignore, &pipe_before);
  sigaction(SIGINT, &ignore, &interrupt_before);
  write_all(fd, bytes, length);
  close(fd);
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  sigaction(SIGPIPE, &pipe_before, NULL);
  sigaction(SIGINT, &interrupt_before, NULL);
  return status;
}

/* true: a pager showed the bytes, or as many as its reader wanted. */
static bool page(const char *bytes, size_t length) {
  int ends[2], status;
  pid_t child;

  if (pipe(ends)) return false;
  child = fork();
  if (!child) become_pager(ends);
  close(ends[0]);
  if (child < 0) {
    close(ends[1]);
    return false;
  }
  status = feed(child, ends[1], bytes, length);
  return !(WIFEXITED(status) && WEXITSTATUS(status) == NO_SUCH_COMMAND);
}

/* Does a result go through the pager? */
static bool is_paged(const dz_options *options) {
  bool readable = options->render.format == DZ_TEXT || options->render.format == DZ_MARKDOWN;

  return readable && !options->render.raw && options->pager != DZ_NEVER && on_terminal(options);
}

bool dz_terminal_is_direct(const dz_options *options) {
  return !options->output && !is_paged(options);
}

dz_status dz_terminal_write(const char *bytes, size_t length, dz_error *error) {
  return write_all(STDOUT_FILENO, bytes, length) ? DZ_OK : io_error(error, "standard output");
}

dz_status dz_terminal_emit(const dz_options *options, const char *bytes, size_t length,
                           dz_error *error) {
  if (options->quiet) return DZ_OK;
  if (options->output) return dz_output_write(options->output, bytes, length, error);
  if (is_paged(options) && page(bytes, length)) return DZ_OK;
  return dz_terminal_write(bytes, length, error);
}
