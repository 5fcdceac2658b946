// dmp.js - diff-match-patch on two files: `node dmp.js OLD NEW`; the ops as JSON, the milliseconds on standard error.
const fs = require("fs");
const DiffMatchPatch = require("diff-match-patch");
const [a, b] = process.argv.slice(2, 4).map((path) => fs.readFileSync(path, "utf8"));
const dmp = new DiffMatchPatch();
dmp.Diff_Timeout = 0;
let best = Infinity, ops;
for (let i = 0; i < 3; i++) {
  const start = process.hrtime.bigint();
  ops = dmp.diff_main(a, b);
  dmp.diff_cleanupSemantic(ops);
  best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e6);
}
console.log(JSON.stringify(ops));
console.error(best.toFixed(2));
