/* measure.c - runs a command and tells what it took.
 *
 *     measure OUTPUT SECONDS COMMAND...
 *
 * Writes one line to OUTPUT: processor seconds, wall seconds, peak memory in MB, exit status
 * (128 + signal if it was
 * killed). The command is killed after SECONDS of wall time. */
#define _DEFAULT_SOURCE /* wait4 and ru_maxrss, which Linux, the BSDs and macOS have */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static pid_t child;

static void on_alarm(int signal_number) {
  (void)signal_number;
  kill(child, SIGKILL);
}

static double seconds(struct timeval time) {
  return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double now(void) {
  struct timespec time;

  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  struct sigaction action = {.sa_handler = on_alarm};
  struct rusage usage;
  double start = now();
  int status, code;
  FILE *output;

  if (argc < 4) return 2;
  child = fork();
  if (child < 0) return 2;
  if (child == 0) {
    execvp(argv[3], argv + 3);
    perror(argv[3]);
    _exit(127);
  }
  sigaction(SIGALRM, &action, NULL);
  alarm((unsigned)strtoul(argv[2], NULL, 10));
  while (wait4(child, &status, 0, &usage) < 0)
    ;
  code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  output = fopen(argv[1], "w");
  if (!output) return 2;
#ifdef __APPLE__
  usage.ru_maxrss /= 1024; /* bytes there, kilobytes elsewhere */
#endif
  fprintf(output, "%.3f %.3f %.1f %d\n", seconds(usage.ru_utime) + seconds(usage.ru_stime),
          now() - start, (double)usage.ru_maxrss / 1024, code);
  return fclose(output) ? 2 : code;
}
