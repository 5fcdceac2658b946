#!/usr/bin/env python3
"""How well the counted set phrases carry over to offices that were not counted: two-fold cross-validation.

usage: cross_formula.py DUIZHAO GENRE_TABLE REPORTS

REPORTS has folders province, state_council, duty. The provinces are halved; data/genre.tsv is made from one half and
all other reports, every pair of the other half is compared with that table, both ways. Truth is that of
score_formula.py, by frequency over all provinces of 2025. Prints the figures and what was judged wrong.
"""
import glob, itertools, json, os, subprocess, sys, tempfile


def main():
    duizhao, genre_table, reports = sys.argv[1:4]
    files = sorted(glob.glob(reports + "/province/*_2025.txt"))
    text = {f: open(f, encoding="utf-8", newline="").read() for f in files}
    grams = {}
    for f, t in text.items():
        for g in {t[i:i + 8] for i in range(len(t) - 7)}:
            grams.setdefault(g, set()).add(f)
    right, wrong = {"formula": [0, 0], "distinctive": [0, 0]}, []
    for half in (0, 1):
        test = [f for i, f in enumerate(files) if i % 2 == half]
        train = [f for i, f in enumerate(files) if i % 2 != half]
        train += [f.replace("_2025", "_2026") for f in train if os.path.exists(f.replace("_2025", "_2026"))]
        train += glob.glob(reports + "/state_council/*.txt") + glob.glob(reports + "/duty/*.txt")
        with tempfile.TemporaryDirectory() as folder:
            with open(folder + "/genre.tsv", "wb") as out:
                out.write(subprocess.run([genre_table, "--min", "3"] + train, capture_output=True, check=True).stdout)
            for a, b in itertools.combinations(test, 2):
                run = subprocess.run([duizhao, "compare", "--data", folder, "--format", "json", a, b], capture_output=True)
                for item in json.loads(run.stdout)["reuse"]:
                    span = next(s for s in item["spans"] if s["report"] == 0)
                    t = text[a][span["start"]:span["end"]]
                    if len(t) < 10:
                        continue
                    many, some = [0] * len(t), [0] * len(t)
                    for i in range(len(t) - 7):
                        df = len(grams.get(t[i:i + 8], set()) - {a, b})
                        for k in range(i, i + 8):
                            many[k] |= df >= (len(files) - 2) / 4
                            some[k] |= df > 0
                    truth = "formula" if sum(many) >= .7 * len(t) else "distinctive" if sum(some) <= .1 * len(t) else None
                    if truth:
                        got = "formula" if item["class"] == "formula" else "distinctive"
                        right[truth][1] += 1
                        right[truth][0] += got == truth
                        if got != truth:
                            wrong.append((truth, t[:60].replace("\n", "/")))
    for kind, (x, y) in right.items():
        print(f"{kind:<12}{x} of {y} right")
    for w in wrong:
        print("  should be", *w)
    print(f"balanced {sum(x / max(1, y) for x, y in right.values()) / 2:.4f}")


main()
