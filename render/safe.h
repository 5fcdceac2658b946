/* safe.h - what may be shown of a code point that comes from a report.
 *
 * A report may hold control characters, escape sequences for terminals and
 * controls of writing direction. None of them reaches a reader's screen: they
 * are left out, shown as a space, or named. Escaping for a format (HTML, CSV,
 * Markdown) is that format's own business. JSON and --raw give the text as it
 * is. */
#ifndef DZ_RENDER_SAFE_H
#define DZ_RENDER_SAFE_H

#include <stdint.h>

typedef enum dz_shown {
  DZ_SHOWN_AS_IS,
  DZ_SHOWN_AS_SPACE, /* line breaks and tabs inside a quotation */
  DZ_SHOWN_AS_NAME,  /* "⟨U+202E⟩": what could change how its surroundings are shown */
  DZ_SHOWN_NOT       /* invisible and harmless: zero-width space, byte order mark */
} dz_shown;

dz_shown dz_shown_of(uint32_t cp);

enum { DZ_SHOWN_NAME_SIZE = 24 };

/* "⟨U+202E⟩" as UTF-8; room for DZ_SHOWN_NAME_SIZE bytes. */
void dz_shown_name(uint32_t cp, char *name);

#endif
