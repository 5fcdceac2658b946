#!/usr/bin/env python3
"""What an inline difference looks like, told from the marks a tool prints.

usage: peers.py KIND OLD NEW < output
KIND: wdiff ([-...-]{+...+}, wdiff and dwdiff), git (--word-diff=porcelain), ops (JSON list of [op, text]),
      duizhao (compare --format json)
Prints: hunks, share of figures cut in two (%), characters marked, moved passages told.
"""
import json
import re
import sys


def ops_of_wdiff(text):
    ops, at = [], 0
    for mark in re.finditer(r"\[-(.*?)-\]|\{\+(.*?)\+\}", text, re.S):
        if mark.start() > at:
            ops.append(("=", text[at:mark.start()]))
        ops.append(("-", mark.group(1)) if mark.group(1) is not None else ("+", mark.group(2)))
        at = mark.end()
    return ops + [("=", text[at:])]


def ops_of_git(text):
    ops, body = [], False
    for line in text.split("\n"):
        if line.startswith("@@"):
            body = True
        elif body and line[:1] in "-+ " and line:
            ops.append(("=" if line[0] == " " else line[0], line[1:]))
        elif body and line == "~":
            ops.append(("=", "\n"))
    return ops


def ops_of_duizhao(text):
    ops, moved = [], 0
    for change in json.loads(text)["changes"]:
        moved += change["type"] in ("moved", "moved_rewritten")
        if change["type"] == "moved":
            ops.append(("=", "\n"))
            continue
        ops += [tuple(op) for op in change.get("ops") or []] or [("=", "\n")]
        ops.append(("=", "\n"))
    return ops, moved


def main():
    kind = sys.argv[1]
    text = sys.stdin.read()
    moved = 0
    if kind == "duizhao":
        ops, moved = ops_of_duizhao(text)
    elif kind == "ops":
        ops = [(("-", "=", "+")[op + 1] if isinstance(op, int) else op, part) for op, part in json.loads(text)]
    else:
        ops = ops_of_git(text) if kind == "git" else ops_of_wdiff(text)
    hunks, run, marked = 0, False, 0
    for op, part in ops:
        if op == "=":
            run = run and not part
            continue
        marked += len(part)
        hunks += not run
        run = True
    figures = cut = 0
    for mark in "-+":
        side = "".join(part for op, part in ops if op in ("=", mark))
        flags = "".join(("c" if op == mark else "k") * len(part) for op, part in ops if op in ("=", mark))
        for figure in re.finditer(r"\d+(?:\.\d+)?", side):
            figures += 1
            cut += len(set(flags[figure.start():figure.end()])) > 1
    print(f"{hunks} {100 * cut / max(1, figures):.1f} {marked} {moved}")


main()
