"""TAP: the binding beside the program, over samples/."""
import glob
import json
import subprocess
import sys

import duizhao

program = sys.argv[1]
number = failed = 0


def outcome(name, ok, why=""):
    global number, failed
    number += 1
    failed += not ok
    print(f"{'ok' if ok else 'not ok'} {number} - {name}")
    if not ok and why:
        print("#", str(why)[:300])


def printed(*arguments):
    out = subprocess.run([program, *arguments], capture_output=True)
    return json.loads(out.stdout)


samples = sorted(glob.glob("samples/*.txt"))
pairs = [("samples/yunze-2022.txt", "samples/yunze-2023.txt")]
pairs += [tuple(samples[i:i + 2]) for i in range(0, len(samples) - 1)]
for path in samples:
    outcome(f"normalize {path}", duizhao.normalize(path) == printed("normalize", "-f", "json", path))
    outcome(f"check {path}", duizhao.check(path) == printed("check", "-f", "json", path))
for pair in pairs:
    for name in ("compare", "track"):
        outcome(f"{name} {' '.join(pair)}",
                getattr(duizhao, name)(*pair) == printed(name, "-f", "json", *pair))
background = duizhao.compare(*pairs[0], background=samples[:6])
outcome("background", background["reports"][0]["path"] == pairs[0][0])
outcome("years", [r["year"] for r in duizhao.compare(*pairs[0], years=[2001, 2002])["reports"]]
        == [2001, 2002])

for name, call, kind in (
        ("no such file", lambda: duizhao.normalize("no/such/file.txt"), "io"),
        ("one report is no comparison", lambda: duizhao.compare(samples[0]), "usage"),
        ("no such tables", lambda: duizhao.Knowledge("no/such/folder"), "io")):
    try:
        call()
        outcome(name, False, "no error")
    except duizhao.Error as error:
        outcome(name, error.kind == kind and str(error), error)
outcome("version", duizhao.version() in subprocess.run([program, "--version"], capture_output=True,
                                                       text=True).stdout)
print(f"1..{number}")
sys.exit(failed > 0)
