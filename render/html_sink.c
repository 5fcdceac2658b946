/* html_sink.c - see html_sink.h */
#include "html_sink.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/utf8.h"
#include "excerpt.h"
#include "safe.h"

void dz_html_init(dz_html *html, const dz_render_options *options) {
  *html = (dz_html){.options = options, .chinese = options->chinese};
  dz_buffer_init(&html->out);
}

dz_status dz_html_finish(dz_html *html, char **out, size_t *length, dz_error *error) {
  *out = dz_buffer_detach(&html->out, length);
  return *out ? DZ_OK : dz_fail_memory(error);
}

void dz_html_markup(dz_html *html, const char *format, ...) {
  char text[512];
  va_list args;
  int length;

  va_start(args, format);
  length = vsnprintf(text, sizeof text, format, args);
  va_end(args);
  if (length < 0) return;
  if ((size_t)length < sizeof text) {
    dz_buffer_bytes(&html->out, text, (size_t)length);
    return;
  }
  html->out.failed = true; /* no markup of ours is that long */
}

static void put(dz_html *html, uint32_t cp) {
  char name[DZ_SHOWN_NAME_SIZE];

  switch (cp) {
  case '&': dz_buffer_string(&html->out, "&amp;"); return;
  case '<': dz_buffer_string(&html->out, "&lt;"); return;
  case '>': dz_buffer_string(&html->out, "&gt;"); return;
  case '"': dz_buffer_string(&html->out, "&quot;"); return;
  case '\'': dz_buffer_string(&html->out, "&#39;"); return;
  default: break;
  }
  switch (dz_shown_of(cp)) {
  case DZ_SHOWN_AS_IS: dz_buffer_cp(&html->out, cp); break;
  case DZ_SHOWN_AS_SPACE: dz_buffer_char(&html->out, ' '); break;
  case DZ_SHOWN_AS_NAME:
    dz_shown_name(cp, name);
    dz_buffer_string(&html->out, name);
    break;
  case DZ_SHOWN_NOT: break;
  }
}

void dz_html_text(dz_html *html, const char *text) {
  size_t length = strlen(text), used;
  uint32_t cp;

  for (size_t i = 0; i < length; i += used) {
    used = dz_utf8_next(text + i, length - i, &cp);
    put(html, cp);
  }
}

void dz_html_span(dz_html *html, const dz_report *report, dz_span span) {
  for (uint32_t i = span.start; i < span.end; i++) put(html, report->text.cp[i]);
}

void dz_html_excerpt(dz_html *html, const dz_report *report, dz_span span, size_t limit) {
  dz_excerpt excerpt = dz_excerpt_of(report, span, limit);

  for (dz_span words; dz_excerpt_next(&excerpt, &words);) {
    dz_html_span(html, report, words);
    if (words.start == words.end) put(html, 0x2026);
  }
}

void dz_html_buffer(dz_html *html, dz_buffer *buffer) {
  if (buffer->failed) html->out.failed = true;
  dz_html_text(html, buffer->data);
  dz_buffer_free(buffer);
}

void dz_html_label(dz_html *html, dz_label label) {
  dz_html_text(html, dz_label_text(label, html->chinese));
}

void dz_html_say(dz_html *html, const char *zh, const char *en) {
  dz_html_text(html, html->chinese ? zh : en);
}
