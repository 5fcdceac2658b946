#!/bin/sh
# bootstrap.sh - from a bare machine to a running duizhao.
#
#     sh bootstrap.sh demo     install what is missing, build, compare two samples
#     sh bootstrap.sh check    the same set-up, then all tests
#     sh bootstrap.sh need WHAT...   only see to it that these are there
#
# Needs a POSIX shell and the system's package manager, nothing else. Installs
# only what is missing, says so before, and uses sudo where you are not root.
set -eu
cd "$(dirname "$0")"

# What is needed, how to see that it is there, and what packages hold it:
# need  test  apt  dnf  apk  pacman  brew      ("-": not to be had there; what wants it is skipped)
table='
cc        command:cc             gcc,libc6-dev       gcc,glibc-devel      gcc,musl-dev      gcc          gcc
make      command:make           make                make                 make              make         make
pkgconfig command:pkg-config     pkg-config          pkgconf-pkg-config   pkgconf           pkgconf      pkgconf
cjson     package:libcjson       libcjson-dev        cjson-devel          cjson-dev         cjson        cjson
utf8proc  package:libutf8proc    libutf8proc-dev     utf8proc-devel       utf8proc-dev      libutf8proc  utf8proc
zip       package:libzip         libzip-dev          libzip-devel         libzip-dev        libzip       libzip
xml       package:libxml-2.0     libxml2-dev         libxml2-devel        libxml2-dev       libxml2      libxml2
uchardet  package:uchardet       libuchardet-dev     uchardet-devel       uchardet-dev      uchardet     uchardet
cmocka    package:cmocka         libcmocka-dev       libcmocka-devel      cmocka-dev        cmocka       cmocka
pdf       command:pdftotext      poppler-utils       poppler-utils        poppler-utils     poppler      poppler
python    command:python3        python3             python3              python3           python       python3
schema    python:jsonschema      python3-jsonschema  python3-jsonschema   py3-jsonschema    python-jsonschema -
cffi      python:cffi            python3-cffi        python3-cffi         py3-cffi          python-cffi  -
browser   command:chromium       chromium            chromium            chromium          chromium     -
node      command:npm            nodejs,npm          nodejs,nodejs-npm   nodejs,npm        nodejs,npm   node
clang     command:clang          clang               clang                clang             clang        llvm
'

say() {
  printf '%s\n' "bootstrap: $*"
}

fail() {
  printf '%s\n' "bootstrap: $*" >&2
  exit 2
}

find_manager() {
  for manager in apt-get dnf apk pacman brew; do
    if command -v "$manager" > /dev/null 2>&1; then
      echo "$manager"
      return
    fi
  done
}

is_there() { # command:NAME, package:NAME or python:MODULE
  case $1 in
    command:*) command -v "${1#command:}" > /dev/null 2>&1 ;;
    python:*) python3 -c "import ${1#python:}" > /dev/null 2>&1 ;;
    package:*) command -v pkg-config > /dev/null 2>&1 && pkg-config --exists "${1#package:}" 2> /dev/null ;;
  esac
}

# The packages that hold what is missing of the given needs, one a line.
missing_packages() { # COLUMN NEED...
  column=$1
  shift
  for need in "$@"; do
    row=$(printf '%s\n' "$table" | while read -r name rest; do
      [ "$name" != "$need" ] || printf '%s\n' "$rest"
    done)
    [ -n "$row" ] || fail "unknown need: $need"
    # shellcheck disable=SC2086
    set_row "$column" $row
  done
}

set_row() { # COLUMN TEST APT DNF APK PACMAN BREW
  is_there "$2" && return
  shift "$1"
  [ "$1" = - ] || printf '%s\n' "$1" | tr ',' '\n'
}

install_packages() { # MANAGER PACKAGE...
  manager=$1
  shift
  root=
  if [ "$manager" != brew ] && [ "$(id -u)" != 0 ]; then
    command -v sudo > /dev/null 2>&1 || fail "not root and no sudo here; install by hand: $*"
    root=sudo
  fi
  say "installing with $manager: $*"
  case $manager in
    apt-get)
      $root apt-get update || say "apt-get update failed; trying with the lists that are there"
      $root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
      ;;
    dnf) $root dnf install -y "$@" ;;
    apk) $root apk add "$@" ;;
    pacman) $root pacman -Sy --needed --noconfirm "$@" ;;
    brew) brew install "$@" ;;
  esac || fail "$manager could not install: $*"
}

ensure() { # NEED...
  manager=$(find_manager)
  case $manager in
    apt-get) column=2 ;;
    dnf) column=3 ;;
    apk) column=4 ;;
    pacman) column=5 ;;
    brew) column=6 ;;
    *) column=2 ;;
  esac
  packages=$(missing_packages "$column" "$@" | sort -u | tr '\n' ' ')
  packages=${packages% }
  if [ -z "$packages" ]; then
    say "everything needed is there: $*"
    return
  fi
  [ -n "$manager" ] || fail "no package manager found (apt-get, dnf, apk, pacman, brew); missing, by Debian names: $packages"
  # shellcheck disable=SC2086
  install_packages "$manager" $packages
  left=$(missing_packages "$column" "$@" | tr '\n' ' ')
  [ -z "$left" ] || fail "still missing after the installation: $left"
}

jobs() {
  getconf _NPROCESSORS_ONLN 2> /dev/null || echo 1
}

build_needs="cc make pkgconfig cjson utf8proc zip xml uchardet"

case ${1:-} in
  demo)
    ensure $build_needs
    say "building"
    make -s -j"$(jobs)" all
    earlier=samples/yunze-2022.txt
    later=samples/yunze-2023.txt
    status=0
    build/duizhao compare --lang zh --format html -o build/demo.html "$earlier" "$later" || status=$?
    [ $status -le 1 ] || fail "duizhao compare ended with status $status"
    say "duizhao $earlier $later (its beginning)"
    build/duizhao compare --lang zh "$earlier" "$later" > build/demo.txt || status=$?
    [ $status -le 1 ] || fail "duizhao compare ended with status $status"
    head -n 20 build/demo.txt
    say "all of it as a page: build/demo.html (open it in a browser)"
    ;;
  check)
    ensure $build_needs cmocka pdf python schema cffi
    say "building and testing"
    make -s -j"$(jobs)" tests
    make -s check
    ;;
  need)
    shift
    ensure "$@"
    ;;
  *)
    fail "usage: sh bootstrap.sh demo|check"
    ;;
esac
