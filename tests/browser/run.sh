#!/bin/sh
# The pages in a real browser; what can be told without one is in tests/web/. Needs chromium, node and playwright-core,
# which `sh bootstrap.sh need browser node` and tests/browser/install.sh fetch (development only).
set -u
build=$(pwd)/$1
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
browser=
for name in chromium chromium-browser google-chrome; do
  [ -n "$browser" ] || browser=$(command -v $name) || browser=
done
modules=${DUIZHAO_BROWSER_MODULES:-$(pwd)/build/browser}
if [ -z "$browser" ] || ! command -v node > /dev/null 2>&1 || [ ! -d "$modules/node_modules/playwright-core" ]; then
  echo "ok 1 - pages in a browser # SKIP chromium, node or playwright-core is not there (tests/browser/install.sh)"
  echo "1..1"
  exit 0
fi

page() { # NAME COMMAND...
  name=$1
  shift
  "$build/duizhao" "$@" --lang zh --format html -o "$work/$name.html" > /dev/null
}
page compare compare samples/yunze-2022.txt samples/yunze-2023.txt
page many compare samples/yunze-2022.txt samples/yunze-2023.txt samples/qingqu-2023.txt
page track track samples/gwr-2023.txt samples/gwr-2024.txt
page check check samples/sums-2024.txt
page normalize normalize samples/noisy-2021.txt
# a page that does fetch and does fail has to be caught
echo '<html><body><img src="http://127.0.0.1:9/x.png"><script>missing();</script></body></html>' > "$work/bad.html"
timeout 180 node tests/browser/pages.mjs "$browser" "$modules" "$work/compare.html" "$work/many.html" "$work/track.html" \
  "$work/check.html" "$work/normalize.html" "$work/bad.html"
