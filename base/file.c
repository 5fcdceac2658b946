/* file.c - see file.h and duizhao/output.h */
#define _XOPEN_SOURCE 700 /* realpath, pthread_sigmask */
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <duizhao/output.h>

#include "buffer.h"
#include "error.h"

enum {
  READ_SIZE = 64 * 1024,
  LINKS_MOST = 40 /* a chain of links that is longer leads in a circle */
};

static dz_status fail_limit(dz_error *error, const char *path, size_t max_bytes) {
  return dz_fail(error, DZ_LIMIT, "%s: larger than the limit of %zu bytes (--max-size)", path,
                 max_bytes);
}

static dz_status open_input(int *fd, size_t *expected, const char *path, size_t max_bytes,
                            dz_error *error) {
  struct stat status;

  *expected = 0;
  if (!strcmp(path, "-")) {
    *fd = STDIN_FILENO;
    return DZ_OK;
  }
  *fd = open(path, O_RDONLY | O_CLOEXEC);
  if (*fd < 0) return dz_fail(error, DZ_IO, "%s: cannot open: %s", path, strerror(errno));
  if (fstat(*fd, &status) == 0) {
    if (S_ISDIR(status.st_mode)) {
      close(*fd);
      return dz_fail(error, DZ_IO, "%s: is a directory, not a report", path);
    }
    if (S_ISREG(status.st_mode) && (uintmax_t)status.st_size > max_bytes) {
      close(*fd);
      return fail_limit(error, path, max_bytes);
    }
    if (S_ISREG(status.st_mode)) *expected = (size_t)status.st_size;
  }
  return DZ_OK;
}

dz_status dz_file_read(char **bytes, size_t *length, const char *path, size_t max_bytes,
                       dz_error *error) {
  dz_status status;
  size_t expected, capacity, used = 0;
  char *data = NULL, *bigger;
  ssize_t got;
  int fd;

  status = open_input(&fd, &expected, path, max_bytes, error);
  if (status) return status;
  capacity = expected ? expected + 1 : READ_SIZE; /* one more, to see the end */
  for (;;) {
    if (!data || used == capacity) {
      if (data) capacity = capacity > SIZE_MAX / 2 ? SIZE_MAX - 1 : capacity * 2;
      bigger = realloc(data, capacity + 1);
      if (!bigger) {
        status = dz_fail_memory(error);
        break;
      }
      data = bigger;
    }
    got = read(fd, data + used, capacity - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) status = dz_fail(error, DZ_IO, "%s: cannot read: %s", path, strerror(errno));
    if (got <= 0) break;
    used += (size_t)got;
    if (used > max_bytes) {
      status = fail_limit(error, path, max_bytes);
      break;
    }
  }
  if (fd != STDIN_FILENO) close(fd);
  if (status) {
    free(data);
    return status;
  }
  data[used] = '\0';
  *bytes = data;
  *length = used;
  return DZ_OK;
}

static dz_status write_all(int fd, const char *bytes, size_t length) {
  while (length) {
    ssize_t done = write(fd, bytes, length);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return DZ_IO;
    bytes += done;
    length -= (size_t)done;
  }
  return DZ_OK;
}

static dz_status fail_write(dz_error *error, const char *path) {
  return dz_fail(error, DZ_IO, "%s: cannot write: %s", path, strerror(errno));
}

/* A pipe or device: there is nothing to keep. */
static dz_status write_device(const char *path, const void *bytes, size_t length, dz_error *error) {
  int fd = open(path, O_WRONLY | O_CLOEXEC);
  dz_status status = DZ_OK;

  if (fd < 0 || write_all(fd, bytes, length)) status = fail_write(error, path);
  if (fd >= 0) close(fd);
  return status;
}

/* The temporary file stands in the folder of `target`, under a short name: a long one may leave
 * no room for more. */
static dz_status name_temporary(dz_buffer *name, const char *target, dz_error *error) {
  const char *slash = strrchr(target, '/');

  if (slash) dz_buffer_bytes(name, target, (size_t)(slash - target) + 1);
  dz_buffer_format(name, ".duizhao.%ld.tmp", (long)getpid());
  return name->failed ? dz_fail_memory(error) : DZ_OK;
}

/* Writes the temporary file and puts it in the place of `target`; it is gone if that fails. */
static dz_status write_and_rename(const char *temporary, const char *target, mode_t mode,
                                  const void *bytes, size_t length, const char *path,
                                  dz_error *error) {
  int fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode ? 0600 : 0666);
  dz_status status = DZ_OK;

  if (fd < 0) return fail_write(error, path);
  if ((mode && fchmod(fd, mode)) || write_all(fd, bytes, length) || fsync(fd) ||
      rename(temporary, target)) {
    status = fail_write(error, path);
    unlink(temporary);
  }
  close(fd);
  return status;
}

/* `mode`: the permissions of the file that is replaced; 0: none is, the usual ones. What asks the
 * program to end has to
 * wait for as long as the temporary file is there, so that none is left behind. */
static dz_status replace(const char *target, mode_t mode, const void *bytes, size_t length,
                         const char *path, dz_error *error) {
  sigset_t ending, before;
  dz_buffer temporary;
  dz_status status;

  dz_buffer_init(&temporary);
  status = name_temporary(&temporary, target, error);
  if (!status) {
    sigemptyset(&ending);
    sigaddset(&ending, SIGHUP);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGQUIT);
    sigaddset(&ending, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ending, &before);
    status = write_and_rename(temporary.data, target, mode, bytes, length, path, error);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
  }
  dz_buffer_free(&temporary);
  return status;
}

/* Where the link `path` leads to, as a path from here; false: errno tells. */
static bool follow_link(dz_buffer *out, const char *path) {
  const char *slash = strrchr(path, '/');
  char target[PATH_MAX];
  ssize_t length = readlink(path, target, sizeof target);

  if (length < 0) return false;
  if (length == (ssize_t)sizeof target) {
    errno = ENAMETOOLONG;
    return false;
  }
  if (slash && length && target[0] != '/') dz_buffer_bytes(out, path, (size_t)(slash - path) + 1);
  dz_buffer_bytes(out, target, (size_t)length);
  return true;
}

/* A new file; at the end of a link that leads nowhere yet, so that the link stays. */
static dz_status create(const char *path, const void *bytes, size_t length, dz_error *error) {
  dz_buffer at, next;
  struct stat what;
  dz_status status = DZ_OK;

  dz_buffer_init(&at);
  dz_buffer_string(&at, path);
  for (int links = 0; !status && !lstat(at.data, &what) && S_ISLNK(what.st_mode); links++) {
    if (links == LINKS_MOST) errno = ELOOP;
    dz_buffer_init(&next);
    if (links == LINKS_MOST || !follow_link(&next, at.data)) status = fail_write(error, path);
    if (next.failed) status = dz_fail_memory(error);
    dz_buffer_free(&at);
    at = next;
  }
  if (!status && at.failed) status = dz_fail_memory(error);
  if (!status) status = replace(at.data, 0, bytes, length, path, error);
  dz_buffer_free(&at);
  return status;
}

dz_status dz_output_write(const char *path, const void *bytes, size_t length, dz_error *error) {
  struct stat old;
  char *target;
  dz_status status;

  if (stat(path, &old)) return create(path, bytes, length, error);
  if (!S_ISREG(old.st_mode)) return write_device(path, bytes, length, error);
  target = realpath(path,
                    NULL); /* behind links, so that a link stays one; /dev/stdout is such a link */
  if (!target) return fail_write(error, path);
  status = replace(target, old.st_mode & 0777, bytes, length, path, error);
  free(target);
  return status;
}
