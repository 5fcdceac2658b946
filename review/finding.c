/* finding.c - the catalogue of everything duizhao remarks on a report */
#include "finding.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/buffer.h"
#include "base/sorted.h"

typedef struct kind_row {
  const char *name, *label_zh, *label_en;
  dz_severity severity;
} kind_row;

static const kind_row catalogue[DZ_FIND_COUNT] = {
    [DZ_FIND_MISSING_SECTION] = {"missing_section", "缺少章节", "missing section", DZ_WARNING},
    [DZ_FIND_VACUOUS_SECTION] = {"vacuous_section", "内容空泛", "vacuous section", DZ_WARNING},
    [DZ_FIND_ANACHRONISM] = {"anachronism", "时间不合", "anachronism", DZ_ERROR},
    [DZ_FIND_STALE_FORMULA] = {"stale_formula", "过时提法", "outdated formula", DZ_WARNING},
    [DZ_FIND_PLACE_LEAK] = {"place_leak", "地名残留", "place name left in", DZ_ERROR},
    [DZ_FIND_LEVEL_MIX] = {"level_mix", "层级混用", "administrative levels mixed", DZ_ERROR},
    [DZ_FIND_ARITHMETIC] = {"arithmetic", "数字不合", "figures do not add up", DZ_ERROR},
    [DZ_FIND_MISSING_NUMBER] = {"missing_number", "数字缺失", "figure lost", DZ_ERROR},
    [DZ_FIND_MASKED_NUMBER] = {"masked_number", "数字被隐去", "figure masked", DZ_NOTE},
    [DZ_FIND_UNIT_SHIFT] = {"unit_shift", "单位变换", "unit shifts", DZ_WARNING},
    [DZ_FIND_PERIOD_MISMATCH] = {"period_mismatch", "期间不符", "period does not fit", DZ_WARNING},
    [DZ_FIND_TITLE_CONTENT] = {"title_content", "题文不符", "part promised in the title is absent",
                               DZ_NOTE},
    [DZ_FIND_PORTFOLIO_MISMATCH] = {"portfolio_mismatch", "分工不符", "portfolio and report differ",
                                    DZ_NOTE},
    [DZ_FIND_NUMBERING] = {"numbering", "序号不连", "numbering", DZ_NOTE},
    [DZ_FIND_MALFORMED_NUMBER] = {"malformed_number", "数字不规范", "malformed figure", DZ_NOTE},
    [DZ_FIND_MISSING_FORMULA] = {"missing_expected_formula", "缺当期提法", "current formula absent",
                                 DZ_NOTE},
    [DZ_FIND_SPOILT_TEXT] = {"spoilt_text", "文字损坏", "spoilt text", DZ_ERROR},
    [DZ_FIND_UNRECOGNISED] = {"unrecognised_section", "未认出", "section not recognised", DZ_NOTE},
};

dz_finding *dz_finding_add(dz_finding_list *list, dz_finding_kind kind, const char *message_zh,
                           const char *message_en, const dz_span *spans, size_t span_count) {
  dz_finding *finding = dz_array_push(&list->findings);
  dz_span *copy = dz_arena_copy(list->arena, spans, span_count * sizeof *spans);

  if (!finding || !copy || !message_zh || !message_en) return NULL;
  *finding = (dz_finding){.report = list->report,
                          .kind = kind,
                          .severity = catalogue[kind].severity,
                          .message_zh = message_zh,
                          .message_en = message_en,
                          .spans = copy,
                          .span_count = span_count};
  return finding;
}

const char *dz_finding_kind_name(dz_finding_kind kind) {
  return catalogue[kind].name;
}

const char *dz_finding_kind_label(dz_finding_kind kind, bool chinese) {
  return chinese ? catalogue[kind].label_zh : catalogue[kind].label_en;
}

const char *dz_severity_name(dz_severity severity) {
  static const char *const names[] = {"note", "warning", "error"};
  return names[severity];
}

const char *dz_finding_text(dz_finding_list *list, const char *format, ...) {
  va_list arguments, again;
  int length;
  char *text = NULL;

  va_start(arguments, format);
  va_copy(again, arguments);
  length = vsnprintf(NULL, 0, format, arguments);
  if (length >= 0) text = dz_arena_alloc(list->arena, (size_t)length + 1);
  if (text) vsnprintf(text, (size_t)length + 1, format, again);
  va_end(again);
  va_end(arguments);
  return text;
}

const char *dz_finding_quote(dz_finding_list *list, const dz_report *report, dz_span span) {
  enum { MAX_QUOTE = 40 };
  dz_buffer buffer;
  const char *text;
  uint32_t end = span.end - span.start > MAX_QUOTE ? span.start + MAX_QUOTE : span.end;

  dz_buffer_init(&buffer);
  for (uint32_t i = span.start; i < end; i++)
    dz_buffer_cp(&buffer, report->text.cp[i] < ' ' ? ' ' : report->text.cp[i]);
  if (end < span.end) dz_buffer_string(&buffer, "…");
  text = buffer.failed ? NULL : dz_arena_string(list->arena, buffer.data, buffer.length);
  dz_buffer_free(&buffer);
  return text;
}

bool dz_review_in_annex(const dz_report *report, size_t place) {
  size_t at = dz_sorted_from(&report->sentences->fold.end, report->sentence_count,
                             sizeof *report->sentences, (uint32_t)place + 1);

  return at < report->sentence_count && report->sentences[at].function == DZ_FUNCTION_ANNEX;
}
