#!/usr/bin/env python3
"""Draw pairs "old -> new" of compare at random, to be judged by a reader; or list what was not told.

usage: draw_figures.py DUIZHAO SHARED [--seed N] [--count N] [--untold]
Pairs are the consecutive years of the districts and the two years of the provinces under SHARED/reports. Each is shown
with the words around it in both reports. --untold draws figures of the earlier report that have a figure of the same
name and unit in the later one and stand in no pair: candidates for what is missing, whether alike or not.
Prints; judges nothing.
"""
import glob, json, os, random, subprocess, sys


def consecutive(shared):
    for old in sorted(glob.glob(shared + "/reports/province/*_2025.txt")):
        yield old, old.replace("_2025", "_2026")
    offices = {}
    for path in sorted(glob.glob(shared + "/reports/district/*.txt")):
        name = os.path.basename(path)
        for office in ("坪山", "福田", "大鹏", "盐田"):
            if office in name:
                offices.setdefault(office, {})[int(name[-8:-4])] = path
    for years in offices.values():
        order = sorted(years)
        for old, new in zip(order, order[1:]):
            yield years[old], years[new]


def run(exe, *arguments):
    return json.loads(subprocess.run([exe, *arguments], capture_output=True).stdout)


def around(text, figure):
    start, end = figure["start"], figure["end"]
    return (text[max(0, start - 60):start] + "【" + text[start:end] + "】" + text[end:end + 30]).replace("\n", "/")


def text_of(path):
    return open(path, encoding="utf-8", newline="").read()


def told(exe, old, new):
    for change in run(exe, "compare", "-f", "json", old, new)["changes"]:
        for figure in change.get("figures") or []:
            yield figure


def untold(exe, old, new):
    pairs = list(told(exe, old, new))
    used = [{f[k]["start"] for f in pairs} for k in "ab"]
    lists = [run(exe, "normalize", "-f", "json", path)["quantities"] for path in (old, new)]
    for a in lists[0]:
        if not a["indicator"] or a["masked"] or a["start"] in used[0]:
            continue
        for b in lists[1]:
            if (b["indicator"] == a["indicator"] and b["unit"] == a["unit"] and b["value"] != a["value"]
                    and b["comparison"] == a["comparison"] and b["start"] not in used[1]):
                yield {"indicator": a["indicator"], "a": a, "b": b}
                break


def main():
    arguments = sys.argv[1:]
    options = {"--seed": 1, "--count": 40}
    for name in options:
        if name in arguments:
            at = arguments.index(name)
            options[name] = int(arguments[at + 1])
            del arguments[at:at + 2]
    find = untold if "--untold" in arguments else told
    exe, shared = [a for a in arguments if a != "--untold"]
    drawn = [(old, new, f) for old, new in consecutive(shared) for f in find(exe, old, new)]
    total = len(drawn)
    random.seed(options["--seed"])
    drawn = random.sample(drawn, min(options["--count"], total))
    print(len(drawn), "of", total)
    for number, (old, new, f) in enumerate(drawn, 1):
        print(f"\n{number}. {os.path.basename(new)}  {f['indicator']}  {f['a']['value']}{f['a']['unit']} → "
              f"{f['b']['value']}{f['b']['unit']}{'  (outcome)' if f.get('outcome') else ''}")
        print("  A", around(text_of(old), f["a"]))
        print("  B", around(text_of(new), f["b"]))


main()
