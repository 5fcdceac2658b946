#!/usr/bin/env python3
"""How well the counted set phrases carry over to offices, or to years, that were not counted.

usage: cross_formula.py DUIZHAO GENRE_TABLE FOLDER [--years YEAR,...] [--leave-year] [--show]

FOLDER holds reports of offices of one level, OFFICE_YEAR.txt, best of all offices there are. The offices are cut in
three; data/genre.tsv is made from two thirds, every pair of the last third is compared year by year, three ways round.
With --leave-year the year that is judged is not counted either. Truth is that of score_formula.py, by frequency over
all offices of the year, or (second line) over the third alone, as a reader with ten reports would see it.
"""
import collections, glob, itertools, json, os, subprocess, sys, tempfile

PARTS = 3


def office_of(path):
    return os.path.basename(path).split("_")[0]


def grams_of(texts):
    grams = collections.defaultdict(int)
    for number, text in enumerate(texts):
        for gram in {text[i:i + 8] for i in range(len(text) - 7)}:
            grams[gram] |= 1 << number
    return grams


def truth_of(text, grams, others):
    many, some = bytearray(len(text)), bytearray(len(text))
    for i in range(len(text) - 7):
        df = bin(grams.get(text[i:i + 8], 0) & others).count("1")
        if df:
            some[i:i + 8] = bytes([1]) * 8
        if df and df >= bin(others).count("1") / 4:
            many[i:i + 8] = bytes([1]) * 8
    if sum(many) >= .7 * len(text):
        return "formula"
    return "distinctive" if sum(some) <= .1 * len(text) else None


def compare(duizhao, tables, a, b):
    run = subprocess.run([duizhao, "compare", "--data", tables, "--format", "json", a, b], capture_output=True)
    for item in json.loads(run.stdout)["reuse"]:
        span = next(s for s in item["spans"] if s["report"] == 0)
        if span["end"] - span["start"] >= 10:
            yield "formula" if item["class"] == "formula" else "distinctive", span["start"], span["end"]


def judge_year(duizhao, tables, files, part, right, wrong):
    texts = [open(f, encoding="utf-8", newline="").read() for f in files]
    grams, everyone = grams_of(texts), (1 << len(files)) - 1
    tested = [n for n, f in enumerate(files) if office_of(f) in part]
    among = sum(1 << n for n in tested)
    for a, b in itertools.combinations(tested, 2):
        for got, start, end in compare(duizhao, tables, files[a], files[b]):
            text, pair = texts[a][start:end], 1 << a | 1 << b
            for name, others in (("all", everyone & ~pair), ("third", among & ~pair)):
                truth = truth_of(text, grams, others)
                if truth:
                    right[name][truth][1] += 1
                    right[name][truth][0] += got == truth
                    if got != truth:
                        wrong[name, truth, text[:60].replace("\n", "/")] += 1


def main():
    duizhao, genre_table, folder = sys.argv[1:4]
    files = sorted(glob.glob(folder + "/*_*.txt"))
    offices = sorted({office_of(f) for f in files})
    years = sorted({f[-8:-4] for f in files})
    if "--years" in sys.argv:
        years = sys.argv[sys.argv.index("--years") + 1].split(",")
    leave = "--leave-year" in sys.argv
    right = {name: {"formula": [0, 0], "distinctive": [0, 0]} for name in ("all", "third")}
    wrong = collections.Counter()
    for part in (offices[k::PARTS] for k in range(PARTS)):
        with tempfile.TemporaryDirectory() as tables:
            for number, year in enumerate(years):
                if leave or not number:
                    counted = [f for f in files if office_of(f) not in part and not (leave and f.endswith(year + ".txt"))]
                    subprocess.run([genre_table, tables] + counted, check=True)
                judge_year(duizhao, tables, [f for f in files if f.endswith("_" + year + ".txt")], part, right, wrong)
    if "--show" in sys.argv:
        for (name, truth, text), count in sorted(wrong.items()):
            print(f"  {name}: {count} should be {truth} {text}")
    for name, kinds in right.items():
        print(name, " ".join(f"{kind} {x} of {y}" for kind, (x, y) in kinds.items()),
              f"balanced {sum(x / max(1, y) for x, y in kinds.values()) / 2:.4f}")


main()
