/* message.c - see message.h. The messages of the library and of the program are made
 * in English; here stands what they say in Chinese, so that whoever makes one need
 * not know both. */
#include "message.h"

#include <stdio.h>
#include <string.h>

enum { CAPTURES = 4 };

typedef struct row {
  const char *en; /* '*' stands for what is filled in */
  const char *zh; /* $1 ... $4 are those */
} row;

static const row reasons[] = {
    {"No such file or directory", "没有这个文件或文件夹"},
    {"Permission denied", "没有权限"},
    {"Is a directory", "是文件夹"},
    {"Not a directory", "路径中有一段不是文件夹"},
    {"No space left on device", "磁盘已满"},
    {"Read-only file system", "只读"},
    {"File name too long", "文件名太长"},
    {"Too many levels of symbolic links", "链接层数太多"},
    {"Too many open files", "打开的文件太多"},
    {"Input/output error", "读写出错"},
    {"Broken pipe", "读的一方已关闭"},
    {"standard output", "标准输出"},
    {"two files or more", "两个以上的文件"},
    {"a file", "一个文件"},
    {"zh or en", "zh 或 en"},
    {"1 or 2", "1 或 2"},
    {"auto, always or never", "auto、always 或 never"},
    {"text, json, html, markdown or csv", "text、json、html、markdown 或 csv"},
    {"a number from 20", "20 以上的整数"},
    {"a size, as 500K, 64M or 1G", "大小，如 500K、64M、1G"},
    {"years, as 2023 or 2023,2024", "年份，如 2023 或 2023,2024"},
    {"a number, file or year of the reports", "所给报告之一的序号、文件名或年份"},
    {"a folder or file", "文件夹或文件"},
    {"a folder", "文件夹"},
    {"a name", "名称"},
    {"words", "词语"},
    {"sections, changes, commitments, passages, matrix, figures, findings or points",
     "sections、changes、commitments、passages、matrix、figures、findings 或 points"},
};

static const row messages[] = {
    {"out of memory", "内存不足"},
    {"*: out of memory", "$1：内存不足"},
    {"*: cannot open: *", "$1：打不开：$2"},
    {"*: cannot read: *", "$1：读不出：$2"},
    {"*: cannot write: *", "$1：写不进：$2"},
    {"*: cannot write", "$1：写不进"},
    {"*: cannot start *: *", "$1：启动不了 $2：$3"},
    {"*: cannot be read", "$1：读不出"},
    {"*: is empty", "$1：是空文件"},
    {"*: holds no text", "$1：没有文字"},
    {"*: is a directory, not a report", "$1：是文件夹，不是报告"},
    {"*: is encrypted: save it without a password", "$1：已加密，请另存为不加密的文件"},
    {"*: is not text", "$1：不是文本"},
    {"*: is too large", "$1：太大"},
    {"*: larger than 1 MB", "$1：超过 1 MB"},
    {"*: larger than the limit of * bytes (--max-size)", "$1：超过上限 $2 字节（--max-size）"},
    {"*: unpacks to more than * bytes", "$1：解开后超过 $2 字节"},
    {"*: * is packed more than * to 1: not a report", "$1：$2 压缩比超过 $3，不是报告"},
    {"*: * is damaged", "$1：$2 已损坏"},
    {"*: * cannot be unpacked", "$1：$2 解不开"},
    {"*: the zip container is damaged or cut off (*)", "$1：压缩包已损坏或不全（$2）"},
    {"*: the old .doc format: save it as .docx in Word or WPS",
     "$1：旧 .doc 格式，请用 Word 或 WPS 另存为 .docx"},
    {"*: an old Office file that is no Word text: save the text as .docx",
     "$1：旧 Office 文件而非文档，请把文字另存为 .docx"},
    {"*: an XML file that is no report: save it as .docx",
     "$1：不是报告的 XML 文件，请另存为 .docx"},
    {"*: a zip archive without a report in it: unpack it first", "$1：压缩包里没有报告，请先解开"},
    {"*: the PDF is damaged or protected with a password (pdftotext: *)",
     "$1：PDF 已损坏或有密码（pdftotext：$2）"},
    {"*: the PDF has no text, only pictures: use text recognition first",
     "$1：PDF 里只有图片没有文字，请先做文字识别"},
    {"*: the OFD file has only pictures: use text recognition first",
     "$1：OFD 里只有图片没有文字，请先做文字识别"},
    {"*: reading PDF needs the program pdftotext (package poppler-utils)",
     "$1：读 PDF 需要程序 pdftotext（软件包 poppler-utils）"},
    {"*: control characters from character * on: a binary file, not text",
     "$1：自第 $2 字起有控制字符，是二进制文件"},
    {"*: a NUL byte at byte *: a binary file, not text", "$1：第 $2 字节为 NUL，是二进制文件"},
    {"*: a NUL character at character *: not text", "$1：第 $2 字为 NUL，不是文本"},
    {"*: invalid UTF-8 at byte *, and it does not read as GB18030, Big5 or UTF-16",
     "$1：第 $2 字节起不是 UTF-8，也不像 GB18030、Big5、UTF-16"},
    {"*: invalid * at byte *", "$1：第 $3 字节起不是 $2"},
    {"*: unknown encoding * (*)", "$1：不认识的编码 $2（$3）"},
    {"unknown format * (*)", "不认识的格式 $1（$2）"},
    {"*: damaged XML in line *", "$1：第 $2 行 XML 有误"},
    {"*: line * has more than * characters", "$1：第 $2 行超过 $3 字"},
    {"*: paragraph * has more than * characters", "$1：第 $2 段超过 $3 字"},
    {"*: more than * characters of text", "$1：文字超过 $2 字"},
    {"*: more than * paragraphs: not one report", "$1：超过 $2 段，不像一份报告"},
    {"*: more than * pages", "$1：超过 $2 页"},
    {"this result has no such table (see --help)", "这种结果没有这张表（见 --help）"},
    {"this result has no such format yet", "这种结果还没有这种格式"},
    {"*: none of the reports is '*'", "$1：所给报告中没有“$2”"},
    {"*: needs one year, or one for each file", "$1：给一个年份，或每个文件各给一个"},
    {"*: holds no report; formulas are judged by the shipped table alone",
     "$1：没有报告；套话只按内置词表判定"},
    {"*: too few reports to tell what is common; formulas are judged by the shipped table alone",
     "$1：份数太少，看不出何为常用；套话只按内置词表判定"},
    {"*: holds no report", "$1：没有能读的报告"},
    {"*: no file matches", "$1：没有相符的文件"},
    {"*: no such table", "$1：没有这张词表"},
    {"--*: '*' is not *", "--$1：“$2”不对，应为$3"},
    {"--*: takes no value", "--$1：不带值"},
    {"--*: needs a value (*)", "--$1：缺值（$2）"},
    {"-*: needs a value (*)", "-$1：缺值（$2）"},
    {"*: unknown option; did you mean *?", "$1：没有这个选项。你是不是要 $2？"},
    {"*: unknown option (see --help)", "$1：没有这个选项（见 --help）"},
    {"*: unknown command; did you mean *?", "$1：没有这个命令。你是不是要 $2？"},
    {"*: unknown command (compare, track, check or normalize)",
     "$1：没有这个命令（compare、track、check、normalize）"},
    {"no command given (compare, track, check or normalize; see --help)",
     "没有给出命令（compare、track、check、normalize；见 --help）"},
    {"--*: is not an option of *", "--$1：不是 $2 的选项"},
    {"*: needs * (see duizhao * --help)", "$1：要有$2（见 duizhao $3 --help）"},
    {"-: standard input can be read only once", "-：标准输入只能读一次"},
    {"--list: needs two files and the format text", "--list：要两个文件和 text 格式"},
    {"--raw: needs the format text", "--raw：要 text 格式"},
    {"--table: needs the format csv", "--table：要 csv 格式"},
};

typedef struct piece {
  const char *start;
  size_t length;
} piece;

/* Does the text fit the pattern? Each '*' takes as little as it can. */
static bool fits(const char *pattern, const char *text, piece *captures) {
  size_t count = 0;

  while (*pattern && *pattern != '*')
    if (*pattern++ != *text++) return false;
  while (*pattern == '*') {
    size_t length = strcspn(++pattern, "*");
    const char *start = text;
    if (count == CAPTURES) return false;
    if (!length) { /* the last one takes the rest */
      captures[count] = (piece){start, strlen(start)};
      return !*pattern;
    }
    while (*text && strncmp(text, pattern, length)) text++;
    /* what ends the pattern ends the text */
    while (*text && !pattern[length] && text[length]) {
      text++;
      while (*text && strncmp(text, pattern, length)) text++;
    }
    if (!*text) return false;
    captures[count++] = (piece){start, (size_t)(text - start)};
    text += length;
    pattern += length;
  }
  return !*text;
}

static void append(char *out, size_t size, const char *text, size_t length) {
  size_t used = strlen(out), room = size - used - 1;

  if (length > room) length = room;
  memcpy(out + used, text, length);
  out[used + length] = '\0';
}

/* What was filled in, in Chinese where it is one of the reasons. */
static void append_filled(char *out, size_t size, piece filled) {
  for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
    if (strlen(reasons[i].en) == filled.length &&
        !strncmp(reasons[i].en, filled.start, filled.length)) {
      append(out, size, reasons[i].zh, strlen(reasons[i].zh));
      return;
    }
  append(out, size, filled.start, filled.length);
}

bool dz_message_translate(dz_error *error) {
  for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
    char out[DZ_ERROR_SIZE] = "";
    piece captures[CAPTURES] = {{NULL, 0}};
    if (!fits(messages[i].en, error->message, captures)) continue;
    for (const char *c = messages[i].zh; *c; c++) {
      if (*c == '$' && c[1] >= '1' && c[1] < '1' + CAPTURES)
        append_filled(out, sizeof out, captures[*++c - '1']);
      else
        append(out, sizeof out, c, 1);
    }
    memcpy(error->message, out, sizeof out);
    return true;
  }
  return false;
}
