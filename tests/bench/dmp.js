// dmp.js - diff-match-patch on two files: `node dmp.js OLD NEW`; the ops as JSON. One run: the process is what is measured.
const fs = require("fs");
const DiffMatchPatch = require("diff-match-patch");
const [a, b] = process.argv.slice(2, 4).map((path) => fs.readFileSync(path, "utf8"));
const dmp = new DiffMatchPatch();
dmp.Diff_Timeout = 0;
const ops = dmp.diff_main(a, b);
dmp.diff_cleanupSemantic(ops);
console.log(JSON.stringify(ops));
