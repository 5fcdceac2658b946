/* facts.c - what the gates need to know about C files, one fact a line:
 *
 *     file PATH LINES
 *     include PATH LINE HEADER        HEADER with its quotes or angle brackets
 *     function PATH LINE NAME LINES   a definition: first line, length
 *     call PATH LINE NAME             an identifier before a parenthesis
 *     literal PATH LINE               a constant that holds a Chinese word, in any writing
 *
 * A lexer and no parser: comments, literals and preprocessor lines are blanked
 * first; a function is a brace at depth 0 behind a closing parenthesis. */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct source {
  const char *path;
  char *text;
  size_t length;
} source;

static void blank(source *s, size_t from, size_t to) {
  for (size_t i = from; i < to && i < s->length; i++)
    if (s->text[i] != '\n') s->text[i] = ' ';
}

/* The end of a comment, literal or preprocessor line that starts at `i`; `i`
 * itself where none does. */
static size_t opaque_end(const source *s, size_t i, bool line_start) {
  const char *text = s->text;
  size_t end = i;

  if (text[i] == '/' && text[i + 1] == '*') {
    const char *close = strstr(text + i + 2, "*/");
    return close ? (size_t)(close - text) + 2 : s->length;
  }
  if (text[i] == '/' && text[i + 1] == '/') {
    while (end < s->length && text[end] != '\n') end++;
    return end;
  }
  if (text[i] == '"' || text[i] == '\'') {
    for (end = i + 1; end < s->length && text[end] != text[i] && text[end] != '\n'; end++)
      if (text[end] == '\\') end++;
    return end < s->length ? end + 1 : s->length;
  }
  if (line_start && text[i] == '#') {
    while (end < s->length && text[end] != '\n') end += text[end] == '\\' && text[end + 1] ? 2 : 1;
    return end < s->length ? end : s->length;
  }
  return i;
}

static void print_include(const source *s, size_t from, size_t to, unsigned line) {
  size_t start = from + 1, end;

  while (start < to && isspace((unsigned char)s->text[start])) start++;
  if (to - start < 8 || strncmp(s->text + start, "include", 7)) return;
  start += 7;
  while (start < to && isspace((unsigned char)s->text[start])) start++;
  for (end = start; end < to && !isspace((unsigned char)s->text[end]); end++)
    ;
  printf("include %s %u %.*s\n", s->path, line, (int)(end - start), s->text + start);
}

/* The digits and powers of ten in either writing. A constant of these alone is arithmetic, not a
 * word, and is not counted. Chinese punctuation lies outside the ideographs and never counts. */
static const char numerals[] = "零〇一二两三四五六七八九十廿卅百千万亿兆"
                               "壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億";

/* Length of the ideograph (U+3400 to U+9FFF) that starts at `at`, 0 where none does. */
static size_t ideograph(const char *at) {
  const unsigned char *byte = (const unsigned char *)at;
  unsigned point;

  if ((byte[0] & 0xF0) != 0xE0 || (byte[1] & 0xC0) != 0x80 || (byte[2] & 0xC0) != 0x80) return 0;
  point = (byte[0] & 0x0Fu) << 12 | (byte[1] & 0x3Fu) << 6 | (byte[2] & 0x3Fu);
  return point >= 0x3400 && point <= 0x9FFF ? 3 : 0;
}

static bool is_ideograph(unsigned long point) {
  return point > 0x3400 && point < 0x9FFF && point != 0x4DBF && point != 0x4E00;
}

static bool has_word(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++) {
    char one[4] = {0};
    if (text[i] == '\\') { /* written as \u4E2D it is the same character */
      snprintf(one, sizeof one, "%.2s", text + i + 2);
      i++;
      if (text[i] == 'u' && is_ideograph(strtoul(one, NULL, 16) << 8 | 1)) return true;
      continue;
    }
    if (!ideograph(text + i)) continue;
    memcpy(one, text + i, 3);
    if (!strstr(numerals, one)) return true;
    i += 2;
  }
  return false;
}

/* Blanks what is no code; prints the includes, the literals and the number of lines. */
static void strip(source *s) {
  unsigned line = 1;
  bool line_start = true;

  for (size_t i = 0; i < s->length;) {
    size_t end = opaque_end(s, i, line_start);
    if (end == i) {
      if (s->text[i] == '\n') line++;
      line_start = s->text[i] == '\n' || (line_start && isspace((unsigned char)s->text[i]));
      i++;
      continue;
    }
    if (s->text[i] == '#') print_include(s, i, end, line);
    if ((s->text[i] == '"' || s->text[i] == '\'') && has_word(s->text + i, end - i))
      printf("literal %s %u\n", s->path, line);
    for (size_t k = i; k < end; k++) line += s->text[k] == '\n';
    blank(s, i, end);
    i = end;
  }
  printf("file %s %u\n", s->path, line - 1);
}

typedef struct scan {
  unsigned line;  /* where we are */
  unsigned first; /* first line of the declaration at depth 0 */
  int depth;      /* open braces */
  char last;      /* last character that is no space */
  char before;    /* the same before the last identifier */
  bool function;  /* the brace at depth 1 opened a function */
  char name[128]; /* identifier before the first parenthesis of the declaration */
  char word[128]; /* last identifier */
  unsigned body;  /* `first` of the function we are in */
} scan;

static bool is_word(char c) {
  return isalnum((unsigned char)c) || c == '_';
}

static bool is_keyword(const char *word) {
  static const char *const words[] = {"if",     "for",    "while",   "switch",
                                      "return", "sizeof", "alignof", "defined"};

  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (!strcmp(words[i], word)) return true;
  return false;
}

static void open_parenthesis(const source *s, scan *now) {
  if (!is_word(now->last) || !now->word[0]) return;
  if (!now->depth && !now->name[0] && strcmp(now->word, "__attribute__"))
    memcpy(now->name, now->word, sizeof now->name);
  if (now->before != '.' && now->before != '>' && !is_keyword(now->word))
    printf("call %s %u %s\n", s->path, now->line, now->word);
}

static void close_brace(const source *s, scan *now) {
  if (now->depth > 0) now->depth--;
  if (now->depth) return;
  if (now->function)
    printf("function %s %u %s %u\n", s->path, now->body, now->name, now->line - now->body + 1);
  if (now->function) now->first = 0;
  now->function = false;
  now->name[0] = '\0';
}

/* One character that belongs to no identifier. */
static void step(const source *s, scan *now, char c) {
  if (!now->depth && !now->first) now->first = now->line;
  switch (c) {
  case '(': open_parenthesis(s, now); break;
  case '{':
    if (!now->depth && now->last == ')') {
      now->function = true;
      now->body = now->first;
    }
    now->depth++;
    break;
  case '}': close_brace(s, now); break;
  case ';':
    if (!now->depth) {
      now->first = 0;
      now->name[0] = '\0';
    }
    break;
  default: break;
  }
  now->last = c;
}

/* An ideograph written as a number is a literal too; the ends of the Unicode blocks are not. */
static bool is_hidden_literal(const char *word) {
  return word[0] == '0' && (word[1] == 'x' || word[1] == 'X') &&
         is_ideograph(strtoul(word, NULL, 16));
}

static void tell(const source *s) {
  scan now = {.line = 1};

  for (size_t i = 0; i < s->length; i++) {
    if (s->text[i] == '\n') now.line++;
    if (isspace((unsigned char)s->text[i])) continue;
    if (!is_word(s->text[i])) {
      step(s, &now, s->text[i]);
      continue;
    }
    size_t end = i;
    while (end < s->length && is_word(s->text[end])) end++;
    if (!now.depth && !now.first) now.first = now.line;
    now.before = now.last;
    snprintf(now.word, sizeof now.word, "%.*s", (int)(end - i), s->text + i);
    if (is_hidden_literal(now.word)) printf("literal %s %u\n", s->path, now.line);
    now.last = 'a';
    i = end - 1;
  }
}

static bool read_source(source *s, const char *path) {
  FILE *file = fopen(path, "rb");
  long size = -1;

  s->path = path;
  s->text = NULL;
  if (file && !fseek(file, 0, SEEK_END)) size = ftell(file);
  if (size >= 0) s->text = calloc((size_t)size + 2, 1); /* two NULs: looking one ahead is safe */
  if (s->text) {
    rewind(file);
    s->length = fread(s->text, 1, (size_t)size, file);
  }
  if (file) fclose(file);
  if (!s->text) perror(path);
  return s->text;
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    source s;
    if (!read_source(&s, argv[i])) return 1;
    strip(&s);
    tell(&s);
    free(s.text);
  }
  return fflush(stdout) != 0;
}
