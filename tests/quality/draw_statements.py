#!/usr/bin/env python3
"""Draws statements of the ledger at random, for a reader to judge each of them against the text.

usage: draw_statements.py DUIZHAO REPORT_DIR KIND SEED [COUNT]
KIND is `plain` (met, exceeded, missed without 待核), `missed` (those of them that say missed), `unreported` (without 待核),
`renewal` (promised again), or `main` (the main indicators). REPORT_DIR holds files whose names end in _YEAR.txt; what stands before it, years and editions
aside, names the office, and each report is held against the next one of its office.
"""
import glob, json, os, random, re, subprocess, sys

MAIN = ["地区生产总值", "一般公共预算收入", "居民人均可支配收入", "居民收入", "居民消费价格", "CPI", "失业率", "新增就业"]


def office(name):
    name = re.sub(r"_\d{4}\.txt$", "", name)
    found = re.search(r"[福盐坪大罗南宝龙光]\w?[田湖山安岗华明鹏]|(?<=在)\w{2,3}区", name)
    return found.group(0) if found else re.sub(r"\d{4}年?|第.次|新?区", "", name)


def pairs(folder):
    groups = {}
    for path in glob.glob(folder + "/*.txt"):
        groups.setdefault(office(os.path.basename(path)), []).append(path)
    for files in groups.values():
        files.sort(key=lambda path: (path[-8:-4], path))
        for a, b in zip(files, files[1:]):
            if a[-8:-4] < b[-8:-4]:
                yield a, b


def statements(duizhao, a, b):
    run = subprocess.run([duizhao, "track", "--format", "json", a, b], capture_output=True, timeout=60)
    texts = [open(path, encoding="utf-8", newline="").read() for path in (a, b)]
    for c in json.loads(run.stdout)["commitments"]:
        if c["report"] == 0:
            yield c, texts


def wanted(kind, c, texts):
    o = c["outcome"]
    if kind == "unreported":
        return o["status"] == "unreported" and not o["to_check"]
    if kind == "renewal":
        return c["renewal"]
    if kind == "main":
        return c["target"] and any(word in texts[0][c["start"]:c["end"]] for word in MAIN)
    if o["to_check"] or o["status"] not in ("met", "exceeded", "missed"):
        return False
    return kind == "plain" or o["status"] == "missed"


def main():
    duizhao, folder, kind, seed = sys.argv[1:5]
    count = int(sys.argv[5]) if len(sys.argv) > 5 else 60
    drawn = []
    for a, b in sorted(pairs(folder)):
        for c, texts in statements(duizhao, a, b):
            if wanted(kind, c, texts):
                drawn.append((a, b, c, texts))
    print(len(drawn), "statements of this kind")
    random.Random(int(seed)).shuffle(drawn)
    for n, (a, b, c, texts) in enumerate(drawn[:count], 1):
        o = c["outcome"]
        start, end = c["start"], c["end"]
        print(f"{n}. {os.path.basename(b)} {o['rule']} {o['status']}{' ?' if o['to_check'] else ''} "
              f"{o['value'] or ''}{o['unit'] if o['value'] else ''}")
        print("   P:", texts[0][max(0, start - 25):start].replace("\n", "/") + "【" + texts[0][start:end] + "】" +
              texts[0][end:end + 12].replace("\n", "/"))
        if kind == "renewal":
            r = c["renewal"]
            print("   N:", r["change"], texts[1][max(0, r["start"] - 25):r["start"]].replace("\n", "/") + "【" +
                  texts[1][r["start"]:r["end"]] + "】" + texts[1][r["end"]:r["end"] + 12].replace("\n", "/"))
        for e in [] if kind == "renewal" else o["evidence"] + ([o["nearest"]] if o.get("nearest") else []):
            print("   R:", texts[1][max(0, e["start"] - 40):e["start"]].replace("\n", "/") + "【" +
                  texts[1][e["start"]:e["end"]] + "】" + texts[1][e["end"]:e["end"] + 20].replace("\n", "/"),
                  e.get("why", ""))


main()
