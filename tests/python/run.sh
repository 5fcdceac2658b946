#!/bin/sh
# The Python binding gives the same as the commands, on every sample, and its errors are the library's.
set -u
build=$1
python=
for candidate in python3 /usr/bin/python3; do
  if "$candidate" -c 'import cffi' 2> /dev/null; then python=$candidate && break; fi
done
[ -n "$python" ] || { echo "ok 1 - python # SKIP no cffi here (Debian: python3-cffi)"; echo "1..1"; exit 0; }
[ -e "$build/libduizhao.so.0" ] || { echo "ok 1 - python # SKIP no shared library in $build"; echo "1..1"; exit 0; }
case $build in
  */asan) echo "ok 1 - python # SKIP not under the sanitizers"; echo "1..1"; exit 0 ;;
esac
DUIZHAO_LIBRARY=$build/libduizhao.so.0 PYTHONPATH=bindings/python PYTHONDONTWRITEBYTECODE=1 exec "$python" tests/python/test_binding.py "$build/duizhao"
