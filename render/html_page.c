/* html_page.c - see html_page.h */
#include "html_page.h"

#include <string.h>

#include <duizhao.h>

#include "knowledge/builtin.h"

/* A file of render/ that was built into the library: page.css, page.js. */
static void builtin(dz_html *html, const char *name) {
  for (size_t i = 0; i < dz_builtin_table_count; i++)
    if (!strcmp(dz_builtin_tables[i].name, name))
      dz_buffer_bytes(&html->out, dz_builtin_tables[i].bytes, dz_builtin_tables[i].length);
}

void dz_html_begin(dz_html *html, dz_label title) {
  dz_html_markup(
      html,
      "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"generator\" content=\"duizhao %s\">\n<title>",
      html->chinese ? "zh-Hans" : "en", dz_version());
  dz_html_label(html, title);
  dz_html_markup(html, "</title>\n<style>\n");
  builtin(html, "page.css");
  dz_html_markup(html, "@page { @top-left { content: \"");
  dz_html_label(html, title);
  dz_html_markup(html, "\"; font-size: 8pt; } }\n</style>\n</head>\n<body>\n<header><h1>");
  dz_html_label(html, title);
  dz_html_markup(html, "</h1></header>\n<main>\n");
}

void dz_html_end(dz_html *html) {
  dz_html_markup(html, "</main>\n<footer class=\"method\"><h2>");
  dz_html_say(html, "方法与限度", "Method and limits");
  dz_html_markup(html, "</h2><p>");
  dz_html_say(html,
              "位置以段次（¶）标示，自全文第一段数起。“自报”等引文照录报告原文，不作核实。重复用语"
              "只说明文字相同，"
              "不说明原因。非正文（广告、页码等）不参与对照。快捷键：n/N 下一处/上一处改动，1–9 "
              "到各部分，? 说明。",
              "Places are paragraphs (¶) counted from the first of the whole report. Quotations "
              "are the reports' own "
              "words, not verified. Reused wording says that the words are the same, not why. What "
              "is no part of the "
              "text (adverts, page numbers) is left out. Keys: n/N next/previous change, 1-9 "
              "parts, ? help.");
  dz_html_markup(html, "</p><small>duizhao %s</small></footer>\n<script>\n", dz_version());
  builtin(html, "page.js");
  dz_html_markup(html, "</script>\n</body>\n</html>\n");
}

void dz_html_part(dz_html *html, dz_label label) {
  html->part++;
  dz_html_markup(html, "<section id=\"p%zu\" class=\"part\">\n<h2>", html->part);
  dz_html_label(html, label);
  dz_html_markup(html, "</h2>\n");
}

void dz_html_part_end(dz_html *html) {
  dz_html_markup(html, "</section>\n");
}

void dz_html_report_name(dz_html *html, size_t index, size_t count) {
  dz_buffer name;

  dz_buffer_init(&name);
  dz_name_report(&name, index, count, html->chinese);
  dz_html_buffer(html, &name);
}

void dz_html_reports(dz_html *html, const dz_report *const *reports, size_t count) {
  dz_html_markup(html, "<ul class=\"reports\">\n");
  for (size_t i = 0; i < count; i++) {
    const char *unread = dz_label_reading(reports[i], html->chinese);
    dz_buffer name;
    dz_html_markup(html, "<li><b class=\"letter\">");
    dz_html_report_name(html, i, count);
    dz_html_markup(html, "</b> <span class=\"title\">");
    dz_buffer_init(&name);
    dz_name_title(&name, reports[i]);
    dz_html_buffer(html, &name);
    dz_html_markup(html, "</span> <small>");
    if (reports[i]->year)
      dz_html_markup(html, html->chinese ? "%d年 · " : "%d · ", (int)reports[i]->year);
    dz_html_text(html, dz_label_type(reports[i]->type, html->chinese));
    dz_html_markup(html, " · %zu ", reports[i]->text.length);
    dz_html_label(html, DZ_L_CHARACTERS);
    if (dz_is_titled(reports[i])) {
      dz_html_markup(html, " · ");
      dz_buffer_init(&name);
      dz_name_file(&name, reports[i]);
      dz_html_buffer(html, &name);
    }
    dz_html_markup(html, "</small>");
    if (*unread) {
      dz_html_markup(html, " <em>");
      dz_html_text(html, unread);
      dz_html_markup(html, "</em>");
    }
    dz_html_markup(html, "</li>\n");
  }
  dz_html_markup(html, "</ul>\n");
}

void dz_html_head_cell(dz_html *html, dz_label label) {
  dz_html_markup(html, "<th scope=\"col\">");
  dz_html_label(html, label);
  dz_html_markup(html, "</th>");
}

void dz_html_place(dz_html *html, const dz_report *const *reports, size_t count, dz_place place) {
  dz_buffer name;

  dz_buffer_init(&name);
  dz_name_report_place(&name, reports, count, place, html->chinese);
  dz_html_buffer(html, &name);
}

void dz_html_quote(dz_html *html, const dz_report *const *reports, size_t count, dz_place place) {
  dz_html_markup(html, "<blockquote><cite>");
  dz_html_place(html, reports, count, place);
  dz_html_markup(html, "</cite> ");
  dz_html_span(html, reports[place.report], place.span);
  dz_html_markup(html, "</blockquote>\n");
}

const char *dz_html_reuse_class(dz_reuse_class class) {
  static const char *const names[] = {"f", "t", "d"};
  return names[class];
}

void dz_html_count(dz_html *h, dz_label label, size_t number) {
  if (!number) return;
  dz_html_markup(h, "<span class=\"count\">");
  dz_html_label(h, label);
  dz_html_markup(h, " <b>%zu</b></span> ", number);
}

void dz_html_states(dz_html *h, const dz_html_state *states, size_t count) {
  dz_html_markup(h, "<div class=\"states\" role=\"group\"><input type=\"radio\" name=\"state\" "
                    "id=\"state-all\" checked><label for=\"state-all\">");
  dz_html_say(h, "全部", "all");
  dz_html_markup(h, "</label>");
  for (size_t i = 0; i < count; i++) {
    dz_html_markup(h,
                   "<input type=\"radio\" name=\"state\" id=\"state-%s\">"
                   "<label for=\"state-%s\">",
                   states[i].name, states[i].name);
    dz_html_label(h, states[i].label);
    dz_html_markup(h, "</label>");
  }
  dz_html_markup(h, "</div>\n");
}
