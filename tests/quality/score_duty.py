#!/usr/bin/env python3
"""The five duty reports share nothing but formulas: no item of any of their pairs may be template or distinctive on a
string of ../shared/gold/duty_reuse_pairs.json, and none may cover more text than such a string.

usage: score_duty.py DUIZHAO SHARED      prints: duty.strings N, duty.distinctive N, duty.other N
"""
import glob, itertools, json, subprocess, sys


def main():
    duizhao, shared = sys.argv[1], sys.argv[2]
    gold = json.load(open(shared + "/gold/duty_reuse_pairs.json", encoding="utf-8"))["pairs"]
    files = sorted(glob.glob(shared + "/reports/duty/*.txt"))
    name = lambda path: path.split("/")[-1]
    called, others = 0, 0
    for group in list(itertools.combinations(files, 2)) + [tuple(files)]:
        run = subprocess.run([duizhao, "compare", "--format", "json", *group], capture_output=True, timeout=60)
        items = [r for r in json.loads(run.stdout)["reuse"] if r["class"] != "formula"]
        hit = set()
        for n, pair in enumerate(gold):
            for k, item in enumerate(items):
                for span in item["spans"]:
                    for side in "ab":
                        if name(group[span["report"]]) == pair[side] and span["start"] < pair[side + "_end"] and \
                                span["end"] > pair[side + "_start"]:
                            hit.add(k)
                            called += len(group) == 2
                            print("#", pair["text"], "|", item["class"], item["text"][:60].replace("\n", "/"))
        others += len(items) - len(hit)
        for k, item in enumerate(items):
            if k not in hit:
                print("# other:", item["class"], item["text"][:80].replace("\n", "/"))
    print("duty.strings", len(gold))
    print("duty.distinctive", called)
    print("duty.other", others)


main()
