/* progress.c - see progress.h
 *
 * A timer does it, so that no step of the work has to know of it. Its handler may
 * only write what is constant. */
#include "progress.h"

#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

static void say(const char *line, size_t length) {
  ssize_t written = write(STDERR_FILENO, line, length);

  (void)written; /* a terminal that is gone is no reason to stop */
}

static void say_zh(int signal) {
  static const char line[] = "\r正在读取和对照……（Ctrl-C 停止）";

  (void)signal;
  say(line, sizeof line - 1);
}

static void say_en(int signal) {
  static const char line[] = "\rreading and comparing ... (Ctrl-C stops)";

  (void)signal;
  say(line, sizeof line - 1);
}

static void set_timer(long seconds) {
  struct itimerval timer = {.it_value = {.tv_sec = seconds}};

  setitimer(ITIMER_REAL, &timer, NULL);
}

void dz_progress_begin(const dz_options *options) {
  struct sigaction action = {.sa_flags = SA_RESTART};

  if (options->quiet || !isatty(STDERR_FILENO)) return;
  action.sa_handler = options->render.chinese ? say_zh : say_en;
  sigemptyset(&action.sa_mask);
  if (!sigaction(SIGALRM, &action, NULL)) set_timer(1);
}

void dz_progress_end(void) {
  static const char clear[] = "\r\033[K";
  struct itimerval left;

  if (!isatty(STDERR_FILENO) || getitimer(ITIMER_REAL, &left)) return;
  set_timer(0);
  if (!left.it_value.tv_sec && !left.it_value.tv_usec) say(clear, sizeof clear - 1);
}
