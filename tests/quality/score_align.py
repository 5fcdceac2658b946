#!/usr/bin/env python3
"""Score section and sentence alignment against the gold made by hand.

usage: score_align.py DUIZHAO SHARED [GOLD.json ...]      (-v lists what is wrong)

The gold (tests/quality/gold/align-*.json where none is named) holds positions
only: code points of the decoded text; the texts stay in SHARED/reports. Pairs are [start in a, start in b] of headings or of sentences:
  pairs     what a reader pairs without doubt
  any       groups of pairs of which one is enough (a passage that two others share)
  may       pairs a reader may make or not: neither asked for nor counted as wrong
  labelled  the sentences of b that were judged, the headings of a and of b; others are not scored
A produced pair counts as right when it is in pairs, any or may; recall is over
pairs and any.
"""
import glob
import json
import os
import subprocess
import sys


def compare(duizhao, a, b):
    done = subprocess.run([duizhao, "compare", "--format", "json", a, b], capture_output=True, timeout=60)
    if done.returncode not in (0, 1):
        sys.exit("score_align: " + done.stderr.decode())
    return json.loads(done.stdout)


def score(produced, gold):
    """(right, wanted, wrong, missed) of a set of pairs"""
    wanted = [{tuple(p)} for p in gold["pairs"]] + [set(map(tuple, group)) for group in gold["any"]]
    allowed = set(map(tuple, gold["may"])).union(*wanted)
    missed = [group for group in wanted if not group & produced]
    return len(wanted) - len(missed), len(wanted), sorted(produced - allowed), missed


def section_pairs(result, gold):
    """pairs of headings that both were judged; deeper ones (the topic sentence of a paragraph) were not"""
    known = [set(side) for side in gold["labelled"]]
    starts = [{s["id"]: s.get("heading_start") for s in report["sections"]} for report in result["reports"]]
    pairs = {(starts[0][p["a"]], starts[1][p["b"]]) for p in result["alignment"]}
    return {p for p in pairs if p[0] in known[0] and p[1] in known[1]}


def sentence_pairs(result, gold):
    """pairs of the starts used in the gold that lie in the two sides of one change"""
    known = [p for group in [gold["pairs"], gold["may"], *gold["any"]] for p in group]
    starts = [sorted({p[0] for p in known}), sorted(gold["labelled"])]
    found = set()
    for change in result["changes"]:
        sides = []
        for side, spans in enumerate((change["a"], change["b"])):
            inside = [s for s in starts[side] if any(lo <= s < hi for lo, hi in spans)]
            if side == 0 and spans and not inside:
                inside = [spans[0][0]]
            sides.append(inside)
        found |= {(x, y) for x in sides[0] for y in sides[1]}
    return found


def main():
    arguments = [x for x in sys.argv[1:] if x != "-v"]
    verbose = len(arguments) < len(sys.argv) - 1
    duizhao, reports = arguments[0], os.path.join(arguments[1], "reports")
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "gold", "align-*.json")
    files = arguments[2:] or sorted(glob.glob(here))
    total = {"sections": [0, 0, 0], "sentences": [0, 0, 0]}
    for path in files:
        gold = json.load(open(path, encoding="utf-8"))
        names = [os.path.join(reports, gold[k]) for k in "ab"]
        result = compare(duizhao, *names)
        texts = [open(n, encoding="utf-8", newline="").read() for n in names]
        for part in total:
            if part not in gold:
                continue
            produced = section_pairs(result, gold[part]) if part == "sections" else sentence_pairs(result, gold[part])
            right, wanted, wrong, missed = score(produced, gold[part])
            for k, n in enumerate((right, wanted, len(wrong))):
                total[part][k] += n
            print(f"{part:10} {os.path.basename(path):36} {right} of {wanted} found, {len(wrong)} wrong")
            for word, pairs in (("wrong", wrong), ("missed", [min(group) for group in missed])):
                for x, y in pairs if verbose else []:
                    print("  ", word, "|".join(t[p:p + 34].split("\n")[0] for t, p in zip(texts, (x, y))))
    for part, (right, wanted, wrong) in total.items():
        precision, recall = right / max(1, right + wrong), right / max(1, wanted)
        print(f"align.{part}.precision {precision:.3f}\nalign.{part}.recall {recall:.3f}")
        print(f"align.{part}.F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}")


main()
