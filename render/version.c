/* version.c - the one place that states the version */
#include <duizhao.h>

const char *dz_version(void) {
  return "0.1.0";
}
