#!/bin/sh
# playwright-core for the browser suite, under build/; a development tool, no part of the program.
set -eu
cd "$(dirname "$0")/../.."
[ -d build/browser/node_modules/playwright-core ] && exit 0
mkdir -p build/browser
cd build/browser
npm install --no-audit --no-fund --silent playwright-core@1
