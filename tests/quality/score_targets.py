#!/usr/bin/env python3
"""How much of the State Council's targets and outcomes a series run lists.

usage: score_targets.py DUIZHAO [SHARED]        SHARED: folder with gold/ and reports/, ../shared by default
Runs `track` over all reports of SHARED/reports/state_council and looks, for growth, prices, new jobs, unemployment and
energy of every year, for the target stated in that year's report and for the outcome stated in the next one. Only the
cells that the gold marks as looked up count, and of the outcomes those stated in the next report with a figure.
Prints the share found; exits 1 below the bar, 0 with the word SKIP where the material is absent.
"""
import glob
import json
import os
import subprocess
import sys

BAR = 0.95
WANTED = {  # gold indicator: the name of the ledger
    "gdp": "地区生产总值增速",
    "cpi": "居民消费价格涨幅",
    "new_jobs": "城镇新增就业",
    "surveyed_unemployment": "城镇调查失业率",
    "registered_unemployment": "城镇登记失业率",
    "energy": "单位生产总值能耗",
}


def numbers(value):
    """The absolute values of a gold cell: a range holds two."""
    return [abs(float(v)) for v in (value if isinstance(value, list) else [value])]


def stated(commitments, year, name, wanted):
    """The commitments of the year on the indicator with one of the wanted values."""
    return [c for c in commitments if c["year"] == year and c["indicator"] == name and c["target"]
            and float(c["target"]["value"]) in wanted]


def cells(rows, commitments, first, last):
    """Every counted cell: (year, indicator, which, found, what was expected)."""
    for row in rows:
        if row["indicator"] not in WANTED or not first <= row["year"] <= last:
            continue
        target, outcome, name = row["target"], row["outcome"], WANTED[row["indicator"]]
        if target["verification"] != "looked_up" or target["value"] is None:
            continue
        found = stated(commitments, row["year"], name, numbers(target["value"]))
        yield row["year"], row["indicator"], "target", bool(found), target["raw"]
        if (row["year"] == last or outcome["verification"] != "looked_up" or outcome["value"] is None
                or not outcome["stated_in_next_gwr"]):
            continue
        values = [c["outcome"]["value"] for c in found]
        hit = any(v is not None and float(v) in numbers(outcome["value"]) for v in values)
        yield row["year"], row["indicator"], "outcome", hit, f"{outcome['raw']} (listed: {values})"


def main():
    exe = sys.argv[1]
    shared = sys.argv[2] if len(sys.argv) > 2 else "../shared"
    gold = os.path.join(shared, "gold", "state_council_targets.json")
    reports = sorted(glob.glob(os.path.join(shared, "reports", "state_council", "*.txt")))
    if not os.path.exists(gold) or len(reports) < 2:
        print("targets: SKIP, no", gold)
        return 0
    run = subprocess.run([exe, "track", "--format", "json", *reports], capture_output=True, timeout=120, check=False)
    if run.returncode not in (0, 1):
        print("targets: the program failed:", run.stderr.decode())
        return 1
    ledger = json.loads(run.stdout)
    years = [r["year"] for r in ledger["reports"]]
    for c in ledger["commitments"]:
        c["year"] = years[c["report"]]
    with open(gold, encoding="utf-8") as file:
        rows = json.load(file)["rows"]
    found = total = 0
    for year, indicator, which, hit, raw in cells(rows, ledger["commitments"], min(years), max(years)):
        total += 1
        found += hit
        if not hit:
            print(f"  not listed: {year} {indicator} {which}: {raw}")
    print(f"{found} of {total} cells listed, bar {BAR}")
    print(f"targets.listed {found / max(1, total):.4f}")
    return 0 if found >= BAR * total else 1


sys.exit(main())
