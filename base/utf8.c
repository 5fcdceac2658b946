/* utf8.c - see utf8.h */
#include "utf8.h"

#include <string.h>

size_t dz_utf8_encode(uint32_t cp, char *bytes) {
  unsigned char *out = (unsigned char *)bytes;

  if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF)) cp = DZ_REPLACEMENT;
  if (cp < 0x80) {
    out[0] = (unsigned char)cp;
    return 1;
  }
  if (cp < 0x800) {
    out[0] = (unsigned char)(0xC0 | cp >> 6);
    out[1] = (unsigned char)(0x80 | (cp & 0x3F));
    return 2;
  }
  if (cp < 0x10000) {
    out[0] = (unsigned char)(0xE0 | cp >> 12);
    out[1] = (unsigned char)(0x80 | (cp >> 6 & 0x3F));
    out[2] = (unsigned char)(0x80 | (cp & 0x3F));
    return 3;
  }
  out[0] = (unsigned char)(0xF0 | cp >> 18);
  out[1] = (unsigned char)(0x80 | (cp >> 12 & 0x3F));
  out[2] = (unsigned char)(0x80 | (cp >> 6 & 0x3F));
  out[3] = (unsigned char)(0x80 | (cp & 0x3F));
  return 4;
}

size_t dz_utf8_decode(const char *bytes, size_t length, uint32_t *cp) {
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  const unsigned char *in = (const unsigned char *)bytes;
  size_t need;
  uint32_t value;

  if (in[0] < 0x80) {
    *cp = in[0];
    return 1;
  }
  if (in[0] >= 0xC2 && in[0] <= 0xDF) {
    need = 2;
    value = in[0] & 0x1Fu;
  } else if (in[0] >= 0xE0 && in[0] <= 0xEF) {
    need = 3;
    value = in[0] & 0x0Fu;
  } else if (in[0] >= 0xF0 && in[0] <= 0xF4) {
    need = 4;
    value = in[0] & 0x07u;
  } else {
    return 0;
  }
  if (length < need) return 0;
  for (size_t i = 1; i < need; i++) {
    if ((in[i] & 0xC0) != 0x80) return 0;
    value = value << 6 | (in[i] & 0x3Fu);
  }
  if (value < least[need] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return 0;
  *cp = value;
  return need;
}

size_t dz_utf8_next(const char *bytes, size_t length, uint32_t *cp) {
  size_t used = dz_utf8_decode(bytes, length, cp);

  if (used) return used;
  *cp = DZ_REPLACEMENT;
  return 1;
}

size_t dz_utf8_to_cps(const char *string, uint32_t *cps) {
  size_t length = strlen(string), count = 0, used;

  for (size_t i = 0; i < length; i += used) {
    used = dz_utf8_decode(string + i, length - i, &cps[count]);
    if (!used) break;
    count++;
  }
  return count;
}
