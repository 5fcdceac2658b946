#!/usr/bin/env python3
"""Text alignment as in PAN 2013: English, word by word, the public test corpus (never part of this repository).

usage: score_pan13.py DUIZHAO SHARED [--every N]      prints: pan13.plagdet N, pan13.granularity N, and by kind
The folder $PAN13 (else ../shared/pan13) holds pairs, susp/, src/ and 01-no-plagiarism to 05-summary-obfuscation, as in
github.com/ArijanaBrlek/PlagiarismDetection, data/test_corpus. One pair in N is compared (10 unless told, 1: all).
"""
import json, math, os, re, subprocess, sys, tempfile
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor

KINDS = ("01-no-plagiarism", "02-no-obfuscation", "03-random-obfuscation", "04-translation-obfuscation", "05-summary-obfuscation")


def gold(path):
    text = open(path, encoding="utf-8").read()
    number = lambda feature, name: int(re.search(r'\b%s="(\d+)"' % name, feature).group(1))
    found = []
    for feature in re.findall(r'<feature [^>]*name="plagiarism"[^>]*>', text):
        a, b = number(feature, "this_offset"), number(feature, "source_offset")
        found.append(((a, a + number(feature, "this_length")), (b, b + number(feature, "source_length"))))
    return found


def detect(duizhao, corpus, folder, *names):
    susp, src = [f"{corpus}/{side}/{name}" for side, name in zip(("susp", "src"), names)]
    for i, path in enumerate((susp, src)):  # some files hold NUL bytes, and are refused as no text
        data = open(path, "rb").read()
        if b"\0" in data:
            clean = f"{folder}/{names[0]}-{names[1]}-{i}.txt"
            open(clean, "wb").write(data.replace(b"\0", b" "))
            susp, src = (clean, src) if i == 0 else (susp, clean)
    run = subprocess.run([duizhao, "compare", "--format", "json", susp, src], capture_output=True, timeout=120)
    if run.returncode not in (0, 1):
        return []
    out = []
    for item in json.loads(run.stdout)["reuse"]:
        if item["class"] == "formula":
            continue
        places = lambda report: [(s["start"], s["end"]) for s in item["spans"] if s["report"] == report]
        out += [(a, b) for a in places(0) for b in places(1)]
    return out


def overlap(x, y):
    return max(0, min(x[1], y[1]) - max(x[0], y[0]))


def covered(span, others):
    """Characters of span in any of the others."""
    at, total = span[0], 0
    for start, end in sorted(others):
        start, end = max(start, at), min(end, span[1])
        if end > start:
            total, at = total + end - start, end
    return total


def share(case, found):
    """What part of a case the detections that meet it on both sides cover, and how many those are."""
    hits = [d for d in found if overlap(case[0], d[0]) and overlap(case[1], d[1])]
    length = sum(e - s for s, e in case)
    return sum(covered(case[k], [d[k] for d in hits]) for k in (0, 1)) / length if length else 0, len(hits)


def measure(pairs):
    """pairs: (gold, detections); macro-averaged over cases and detections, as PAN does."""
    recall, precision, pieces = [], [], []
    for cases, found in pairs:
        for case in cases:
            part, hits = share(case, found)
            recall.append(part)
            pieces += [hits] if hits else []
        precision += [share(d, cases)[0] for d in found]
    mean = lambda values: sum(values) / len(values) if values else 0.0
    p, r, g = mean(precision), mean(recall), mean(pieces) or 1.0
    return p, r, g, (2 * p * r / (p + r) if p + r else 0.0) / math.log2(1 + g), len(precision), len(recall)


def main():
    duizhao, shared = sys.argv[1], sys.argv[2]
    every = int(sys.argv[sys.argv.index("--every") + 1]) if "--every" in sys.argv else 10
    corpus = os.environ.get("PAN13", shared + "/pan13")
    if not os.path.exists(corpus + "/pairs"):
        print("# SKIP the PAN 2013 corpus is not here (PAN13=FOLDER)")
        return
    work = []
    for kind in KINDS:
        lines = [line.split() for line in open(f"{corpus}/{kind}/pairs") if line.strip()]
        work += [(kind, susp, src) for susp, src in lines[::every]]
    one = lambda w: (gold(f"{corpus}/{w[0]}/{w[1][:-4]}-{w[2][:-4]}.xml"), detect(duizhao, corpus, folder, *w[1:]))
    with ThreadPoolExecutor(2) as pool, tempfile.TemporaryDirectory() as folder:
        results = list(pool.map(one, work))
    if "--worst" in sys.argv:
        for w, r in zip(work, results):
            print("#", w, *r, "%.2f" % measure([r])[3])
    by = defaultdict(list)
    for (kind, *_), result in zip(work, results):
        by[kind].append(result)
    for kind in KINDS:
        print("# %-27s prec %.3f rec %.3f gran %.3f plagdet %.3f dets %d gold %d" % ((kind,) + measure(by[kind])))
    p, r, g, plagdet, *_ = measure(results)
    print("# all: prec %.3f rec %.3f, %d pairs" % (p, r, len(results)))
    print("pan13.plagdet %.4f" % plagdet)
    print("pan13.granularity %.4f" % g)


main()
