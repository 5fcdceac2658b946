/* child.c - see child.h */
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"

extern char **environ;

enum { CHUNK = 64 * 1024, SCRIPT_ROOM = 160 };

/* posix_spawn cannot set limits, the shell can. Limits a system does not know are passed over. */
static void write_script(char *script) {
  snprintf(script, SCRIPT_ROOM, "ulimit -t %d 2>/dev/null; ulimit -v %d 2>/dev/null; exec \"$@\"",
           (int)DZ_CHILD_CPU_SECONDS, (int)DZ_CHILD_MEMORY_KB);
}

/* The input as a file that the child can seek in; NULL with errno set. */
static FILE *make_input(const void *input, size_t length) {
  FILE *file = tmpfile();

  if (!file) return NULL;
  if (fwrite(input, 1, length, file) == length && !fflush(file) && !fseek(file, 0, SEEK_SET))
    return file;
  fclose(file);
  return NULL;
}

/* Starts the child in a process group of its own, so that whatever it starts ends with it. */
static int start(pid_t *pid, const char *const *argv, int input, int output) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  char script[SCRIPT_ROOM];
  char *arguments[DZ_CHILD_ARGUMENTS + 5] = {(char *)(uintptr_t) "sh", (char *)(uintptr_t) "-c",
                                             script, (char *)(uintptr_t) "sh"};
  int failed;

  write_script(script);
  for (size_t i = 0; i < DZ_CHILD_ARGUMENTS && argv[i]; i++)
    arguments[i + 4] = (char *)(uintptr_t)argv[i];
  failed = posix_spawn_file_actions_init(&actions);
  if (failed) return failed;
  failed = posix_spawnattr_init(&attributes);
  if (!failed) {
    failed = posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    if (!failed) failed = posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    if (!failed)
      failed = posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    if (!failed) failed = posix_spawnattr_setpgroup(&attributes, 0);
    if (!failed) failed = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    if (!failed) failed = posix_spawn(pid, "/bin/sh", &actions, &attributes, arguments, environ);
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_destroy(&actions);
  return failed;
}

/* Collects the output until the child closes it. */
static dz_status collect(dz_buffer *out, int output, const char *name, const char *path,
                         dz_error *error) {
  char chunk[CHUNK];
  size_t total = 0;

  for (;;) {
    struct pollfd ready = {.fd = output, .events = POLLIN};
    int count = poll(&ready, 1, DZ_CHILD_SILENCE_MS);
    ssize_t got;
    if (count < 0 && errno == EINTR) continue;
    if (count == 0)
      return dz_fail(error, DZ_LIMIT, "%s: %s does not come to an end with it", path, name);
    got = read(output, chunk, sizeof chunk);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0)
      return dz_fail(error, DZ_IO, "%s: cannot read from %s: %s", path, name, strerror(errno));
    if (got == 0) return DZ_OK;
    total += (size_t)got;
    if (total > DZ_CHILD_MAX_OUTPUT)
      return dz_fail(error, DZ_LIMIT, "%s: %s gives more than %d bytes", path, name,
                     (int)DZ_CHILD_MAX_OUTPUT);
    dz_buffer_bytes(out, chunk, (size_t)got);
    if (out->failed) return dz_fail_memory(error);
  }
}

static int wait_for(pid_t pid) {
  int state = 0;

  while (waitpid(pid, &state, 0) < 0)
    if (errno != EINTR) return DZ_CHILD_NOT_FOUND;
  return WIFEXITED(state) ? WEXITSTATUS(state) : 128 + (WIFSIGNALED(state) ? WTERMSIG(state) : 0);
}

static void close_on_exec(int fd) {
  fcntl(fd, F_SETFD, FD_CLOEXEC);
}

/* One start at a time: a pipe made by another thread that is not yet closed on exec would be left
 * open in this child, and its reader would wait for it. */
static pthread_mutex_t starting = PTHREAD_MUTEX_INITIALIZER;

dz_status dz_child_run(dz_buffer *out, int *exit_code, const char *const *argv, const void *input,
                       size_t length, const char *path, dz_error *error) {
  FILE *file = make_input(input, length);
  int ends[2] = {-1, -1}, failed;
  pid_t pid;
  dz_status status;

  *exit_code = DZ_CHILD_NOT_FOUND;
  pthread_mutex_lock(&starting);
  if (!file || pipe(ends)) {
    pthread_mutex_unlock(&starting);
    status = dz_fail(error, DZ_IO, "%s: cannot pass it to %s: %s", path, argv[0], strerror(errno));
    if (file) fclose(file);
    return status;
  }
  close_on_exec(ends[0]);
  close_on_exec(ends[1]);
  close_on_exec(fileno(file));
  failed = start(&pid, argv, fileno(file), ends[1]);
  close(ends[1]);
  fclose(file);
  pthread_mutex_unlock(&starting);
  if (failed) {
    status = dz_fail(error, DZ_IO, "%s: cannot start %s: %s", path, argv[0], strerror(failed));
  } else {
    status = collect(out, ends[0], argv[0], path, error);
    if (status) kill(-pid, SIGKILL);
    *exit_code = wait_for(pid);
  }
  close(ends[0]);
  return status;
}
