#!/bin/sh
# Installs into an empty folder, builds the example of README.md against what was installed, runs it, uninstalls, and
# looks that nothing is left.
set -u
build=$1
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
prefix=$work/prefix
number=0
failed=0

step() { # NAME COMMAND...
  name=$1
  shift
  number=$((number + 1))
  if "$@" > "$work/log" 2>&1; then
    echo "ok $number - $name"
  else
    failed=1
    echo "not ok $number - $name"
    sed 's/^/# /' "$work/log" | head -20
  fi
}

# The first block of README.md that holds a main function, as example.c.
extract() {
  awk '/^```c$/ { inside = 1; text = ""; next }
       /^```$/ { if (inside && text ~ /int main/) { printf "%s", text; found = 1; exit }; inside = 0 }
       inside { text = text $0 "\n" }
       END { exit !found }' README.md > "$work/example.c"
}

build_client() {
  PKG_CONFIG_PATH=$prefix/lib/pkgconfig
  export PKG_CONFIG_PATH
  # shellcheck disable=SC2046
  ${CC:-cc} -std=c17 -Wall -Wextra -Werror -o "$work/example" "$work/example.c" \
    $(pkg-config --cflags --libs duizhao)
}

nothing_left() {
  [ -z "$(find "$prefix" -type f)" ] || { find "$prefix" -type f; return 1; }
}

same_version() {
  [ "$("$prefix/bin/duizhao" --version | sed 's/[^0-9]*\([0-9.]*\).*/\1/')" = "$(PKG_CONFIG_PATH=$prefix/lib/pkgconfig pkg-config --modversion duizhao)" ]
}

run_example() {
  LD_LIBRARY_PATH=$prefix/lib
  export LD_LIBRARY_PATH
  "$work/example" samples/yunze-2022.txt samples/yunze-2023.txt
}

header_alone() { # the public header and nothing else, as C11 and, where there is a compiler, as C++
  echo '#include <duizhao.h>' > "$work/alone.c"
  ${CC:-cc} -std=c11 -Wall -Wextra -Wpedantic -Werror -I"$prefix/include" -fsyntax-only "$work/alone.c"
}

header_in_cplusplus() {
  command -v ${CXX:-c++} > /dev/null || return 0
  cp "$work/alone.c" "$work/alone.cc"
  ${CXX:-c++} -std=c++11 -Wall -Wextra -Wpedantic -Werror -I"$prefix/include" -fsyntax-only "$work/alone.cc"
}

# The shared library exports what the public headers declare, and nothing else.
exports_only_the_interface() {
  sed 's|/\*.*\*/||' "$prefix"/include/duizhao.h "$prefix"/include/duizhao/*.h | grep -v '^ \*' | grep -o 'dz_[a-z_0-9]*(' |
    tr -d '(' | sort -u > "$work/declared"
  nm -D --defined-only "$prefix/lib/libduizhao.so" | awk '{ print $3 }' | sort > "$work/exported"
  diff "$work/declared" "$work/exported"
}

soname_is_versioned() {
  readelf -d "$prefix/lib/libduizhao.so" | grep -q 'SONAME.*libduizhao\.so\.[0-9]'
}

staged() { # DESTDIR puts everything below it
  make -s install DESTDIR="$work/stage" PREFIX=/usr && [ -x "$work/stage/usr/bin/duizhao" ] &&
    grep -q '^prefix=/usr$' "$work/stage/usr/lib/pkgconfig/duizhao.pc"
}

[ "$build" = build ] || { echo "ok 1 - install # SKIP only for the release build"; exit 0; }
step "install" make -s install PREFIX="$prefix"
step "public header alone" header_alone
step "public header in C++" header_in_cplusplus
step "exports only the interface" exports_only_the_interface
step "soname is versioned" soname_is_versioned
step "versions agree" same_version
if [ -f README.md ]; then
  step "README.md has an example" extract
  step "the example builds against what was installed" build_client
  step "the example runs" run_example
fi
step "uninstall" make -s uninstall PREFIX="$prefix"
step "nothing is left" nothing_left
step "staged install" staged
echo "1..$number"
exit $failed
