// dolos.mjs - Dolos' core on texts, one token a character: `node dolos.mjs K FILE...`. Prints the milliseconds for the
// index and all pairs with fragments, and the number of fragments.
import fs from "fs";
import { createRequire } from "module";
import { pathToFileURL } from "url";
const require = createRequire(process.env.BENCH_MODULES + "/");
const core = await import(pathToFileURL(require.resolve("@dodona/dolos-core")));
const k = Number(process.argv[2]);
const files = process.argv.slice(3).map((path) => {
  const text = fs.readFileSync(path, "utf8");
  const tokens = [...text].filter((c) => !/\s/.test(c));
  const mapping = tokens.map((_, i) => new core.Region(0, i, 0, i + 1));
  return new core.TokenizedFile(new core.File(path, text), tokens, mapping);
});
const runs = files.length > 2 ? 1 : 5;
let best = Infinity, fragments = 0;
for (let i = 0; i < runs; i++) {
  const start = process.hrtime.bigint();
  const index = new core.FingerprintIndex(k, 5, false);
  index.addFiles(files);
  fragments = 0;
  for (const pair of index.allPairs()) fragments += pair.buildFragments().length;
  best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e6);
}
console.log(`${best.toFixed(2)} ${fragments}`);
