#!/bin/sh
# picture.sh - a page as a picture: tools/picture.sh PAGE.html PICTURE.png [WIDTH,HEIGHT]
set -eu
page=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
for browser in chromium chromium-browser google-chrome; do
  command -v "$browser" > /dev/null && break
done
command -v "$browser" > /dev/null || { echo "picture: no chromium here" >&2; exit 2; }
"$browser" --headless --no-sandbox --disable-gpu --disable-background-networking --no-first-run \
  --user-data-dir="$profile" --hide-scrollbars --force-device-scale-factor=1 \
  --window-size="${3:-1280,900}" --screenshot="$2" "file://$page" > /dev/null 2>&1
[ -s "$2" ]
