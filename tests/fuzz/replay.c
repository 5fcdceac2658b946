/* replay.c - runs a fuzz entry point over files: every argument, and every file in a folder that is
 * an argument. What
 * a fuzzer once found stays found without one. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "fuzz.h"

static int replay_file(const char *path) {
  FILE *file = fopen(path, "rb");
  unsigned char *bytes = NULL;
  long size = -1;
  size_t length = 0;

  if (file && !fseek(file, 0, SEEK_END)) size = ftell(file);
  if (size >= 0) bytes = malloc((size_t)size ? (size_t)size : 1);
  if (bytes) {
    rewind(file);
    length = fread(bytes, 1, (size_t)size, file);
  }
  if (file) fclose(file);
  if (!bytes || length != (size_t)size) {
    perror(path);
    free(bytes);
    return 1;
  }
  LLVMFuzzerTestOneInput(bytes, length);
  free(bytes);
  return 0;
}

static int replay(const char *path, unsigned long *count) {
  struct dirent *entry;
  char name[4096];
  struct stat status;
  DIR *folder = opendir(path);
  int wrong = 0;

  if (!folder) {
    ++*count;
    return replay_file(path);
  }
  while ((entry = readdir(folder)) != NULL) {
    if (snprintf(name, sizeof name, "%s/%s", path, entry->d_name) >= (int)sizeof name) continue;
    if (stat(name, &status) || !S_ISREG(status.st_mode)) continue;
    ++*count;
    wrong |= replay_file(name);
  }
  closedir(folder);
  return wrong;
}

int main(int argc, char **argv) {
  unsigned long count = 0;
  int wrong = 0;

  for (int i = 1; i < argc; i++) wrong |= replay(argv[i], &count);
  printf("%lu inputs\n", count);
  return wrong;
}
