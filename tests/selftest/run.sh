#!/bin/sh
# Breaks each rule of tools/gates.sh once on purpose, in a copy of the tree, and looks whether its gate fires and
# names the place. A gate that never fires protects nothing.
set -u
facts=$(pwd)/$1/obj/facts
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
number=0
failed=0
for folder in include base text knowledge normalize review diff render cmd data docs tools tests samples; do
  [ ! -d "$folder" ] || cp -R "$folder" "$work/"
done
for file in Makefile README.md CHANGELOG.md bootstrap.sh; do
  [ ! -f "$file" ] || cp "$file" "$work/"
done
cd "$work" || exit 2

# fires GATE FILE EXPECTED: with ./broken as FILE the gate has to fail and say EXPECTED.
fires() {
  gate=$1
  file=$2
  number=$((number + 1))
  mkdir -p "$(dirname "$file")"
  [ ! -f "$file" ] || cp "$file" saved
  mv broken "$file"
  sh tools/gates.sh "$facts" "$gate" > out 2>&1
  status=$?
  if [ -f saved ]; then mv saved "$file"; else rm -f "$file"; fi
  if [ $status -eq 1 ] && grep -q -e "^# $3" out; then
    echo "ok $number - $gate fires on $file"
  else
    failed=1
    echo "not ok $number - $gate does not fire on $file (status $status)"
    sed 's/^/# /' out | head -5
  fi
}

lines() { # COUNT LINE
  awk -v count="$1" -v line="$2" 'BEGIN { for (i = 0; i < count; i++) print line }'
}

{ echo '/* long.c - x */'; lines 600 ''; } > broken
fires file_size base/long.c 'base/long.c: 601 lines'
{ echo '/* long.c - x */'; echo 'int f(int a,'; echo '      int b) {'; lines 78 '  a++;'; echo '}'; } > broken
fires function_size diff/long.c 'diff/long.c:2: f has 81 lines'
echo '/* arena.c - x */' > broken
fires unique_names render/arena.c 'render/arena.c: the same name'
printf '%s\n' '/* up.c - x */' '#include "render/json.h"' > broken
fires layers diff/up.c 'diff/up.c:2: diff/ may not include'
printf '%s\n' '/* up.c - x */' '#include "normalize/promises/cue.h"' > broken
fires layers normalize/read/up.c 'normalize/read/up.c:2: normalize/read/ may not include'
printf '%s\n' '/* up.c - x */' '#include "base/arena.h"' > broken
fires layers cmd/up.c 'cmd/up.c:2: cmd/ may not include'
printf '%s\n' '/* up.c - x */' '#include "../render/json.h"' > broken
fires layers diff/up.c 'diff/up.c:2:.*hides'
# objects of two files that call each other, and of one that calls against the order
DZ_OBJECTS=objects
export DZ_OBJECTS
mkdir -p objects/base objects/text
compile() { echo "$2" | ${CC:-cc} -x c -c -o "objects/$1.o" -; }
compile base/one 'void dz_two(void); void dz_one(void) { dz_two(); }'
compile base/two 'void dz_one(void); void dz_two(void) { dz_one(); }'
echo '/* one.c - x */' > broken
fires rings base/one.c 'in a ring of files: base/'
compile text/three 'void dz_three(void) { }'
compile base/two 'void dz_three(void); void dz_two(void) { dz_three(); }'
echo '/* two.c - x */' > broken
fires rings base/two.c 'base/two may not call text/three'
printf '%s\n' '/* up.c - x */' '#  include <libxml/tree.h>' > broken
fires third_party normalize/up.c 'normalize/up.c:2: <libxml'
printf '%s\n' '/* up.c - x */' '#include <curl/curl.h>' > broken
fires third_party cmd/up.c 'cmd/up.c:2: <curl'
printf '%s\n' '/* b.c - x */' 'void f(char *a, char *b) {' '  /* strcat(a, b) in a comment is none */' '  strcpy(a, b);' '}' > broken
fires banned cmd/b.c 'cmd/b.c:4: strcpy'
printf '%s\n' '/* b.c - x */' 'void f(void) {' '  exit (1);' '}' > broken
fires banned normalize/b.c 'normalize/b.c:3: exit'
printf '%s\n' '/* b.c - x */' 'const char *a = "本省";' > broken
fires literals normalize/b.c 'normalize/b.c:2: 1 constants with Chinese words, at most 0'
printf '%s\n' '/* b.c - x */' 'int a(int c) {' "  return c == 0x7701 || c == U'\u7701';" '}' > broken
fires literals diff/b.c 'diff/b.c:3: 2 constants'
echo '/* symbol.c - x */' > broken
fires literals text/symbol.c 'text/symbol.c: 0 constants.*lower it'
echo 'text/symbol.c wording' > broken
fires literals docs/literals.txt 'text/symbol.c: wording stands in'
printf '%s\n' '# a' 'x	y' > broken
fires tables data/bad.tsv 'data/bad.tsv:2'
printf '%s\n' '# what for' '# id	name' 'a	b	c' > broken
fires tables data/bad.tsv 'data/bad.tsv:3: 3 fields'
printf '%s\n' 'a	b' '# id	name' > broken
fires tables data/bad.tsv 'data/bad.tsv:1: a row before'
printf '%s\n' '# what for' '# id	name' '	b' > broken
fires tables data/bad.tsv 'data/bad.tsv:3: the first field is empty'
printf '# what for\n# id	name\n\377	b\n' > broken
fires tables data/bad.tsv 'data/bad.tsv: not UTF-8'
printf '%s\n' '# Changes' '' '## 99.0.0' > broken
fires version CHANGELOG.md 'CHANGELOG.md: the newest entry'
printf 'see %s/somebody/notes\n' /home > broken
fires paths docs/note.md 'docs/note.md:1:.*path of a machine'
printf '%s\n' '/* t.c - x */' 'int	x;' > broken
fires layout base/t.c 'base/t.c:2: tab'
printf '%s\n' '/* t.c - x */' 'int x; ' > broken
fires layout base/t.c 'base/t.c:2: white space'
printf '%s\n' '#ifndef A_H' '#endif' > broken
fires headers base/t.h 'base/t.h:1: the first line'
printf '%s\n' '/* t.h - x */' > broken
fires headers base/t.h 'base/t.h: no include guard'
printf '%s\n' 'int x;' > broken
fires purpose base/t.c 'base/t.c:1: the first line'

# the lexer: none of this may fire
printf '%s\n' '/* ok.c - x */' 'static const char a[] = "exit(1) \" /* ";' "static const char c = '\"';" \
  'struct s { int (*printf)(void); };' 'int f(struct s *p) {' '  return p->printf();' '}' > base/ok.c
number=$((number + 1))
if sh tools/gates.sh "$facts" banned > out; then
  echo "ok $number - literals, comments and members are no calls"
else
  failed=1
  echo "not ok $number - literals, comments and members are no calls"
  sed 's/^/# /' out
fi
printf '%s\n' '/* ok.c - x */' '/* 本省 */' "int a = U'三' + U'，' + 0x4E00;" 'const char *b = "\\u77 \u00A0 十亿";' > base/ok.c
number=$((number + 1))
if sh tools/gates.sh "$facts" literals > out; then
  echo "ok $number - numerals, punctuation and comments are no Chinese words"
else
  failed=1
  echo "not ok $number - numerals, punctuation and comments are no Chinese words"
  sed 's/^/# /' out
fi
echo "1..$number"
exit $failed
