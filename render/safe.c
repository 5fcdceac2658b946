/* safe.c - see safe.h */
#include "safe.h"

#include <stdio.h>

dz_shown dz_shown_of(uint32_t cp) {
  if (cp >= 0x20 && cp < 0x7F) return DZ_SHOWN_AS_IS;
  if (cp == '\t' || cp == '\n' || cp == '\r' || cp == 0x2028 || cp == 0x2029 || cp == 0x85)
    return DZ_SHOWN_AS_SPACE;
  if (cp < 0xA0) return DZ_SHOWN_AS_NAME; /* C0, DEL, C1 */
  if (cp == 0xAD || cp == 0xFEFF || cp == 0x2060) return DZ_SHOWN_NOT;
  if (cp >= 0x200B && cp <= 0x200D) return DZ_SHOWN_NOT;
  if (cp == 0x61C || cp == 0x200E || cp == 0x200F) return DZ_SHOWN_AS_NAME; /* marks of direction */
  if (cp >= 0x202A && cp <= 0x202E) return DZ_SHOWN_AS_NAME; /* embeddings and overrides */
  if (cp >= 0x2066 && cp <= 0x206F) return DZ_SHOWN_AS_NAME; /* isolates and deprecated controls */
  if (cp >= 0xFFF9 && cp <= 0xFFFB) return DZ_SHOWN_AS_NAME; /* interlinear annotation */
  if (cp >= 0xE0000 && cp <= 0xE0FFF) return DZ_SHOWN_NOT;   /* tags */
  return DZ_SHOWN_AS_IS;
}

void dz_shown_name(uint32_t cp, char *name) {
  snprintf(name, DZ_SHOWN_NAME_SIZE, "⟨U+%04X⟩", (unsigned)cp);
}
