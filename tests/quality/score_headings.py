#!/usr/bin/env python3
"""Headings of made-up reports of other offices and layouts: which part does each stand for?

tests/data/outline/* are short invented reports. A line that is or opens with a heading ends in a tab, '#' and the
level-1 sections that a reader would accept, parted by '|'. Right: the heading is found where its line starts, and its
section is one of them. Headings that no line announces count as extra.

Usage: score_headings.py DUIZHAO [SHARED] [--show]; prints "NAME VALUE".
"""
import json
import os
import re
import subprocess
import sys
import tempfile

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "outline")
REACH = 12  # a number and marks may stand between the start of the line and the heading


def read_case(path):
    text, wanted, position = [], [], 0
    with open(path, encoding="utf-8") as source:
        lines = source.read().split("\n")
    for line in lines:
        match = re.match(r"(.*?)\t#(.*)", line)
        if match:
            line = match.group(1)
            wanted.append((position, line, match.group(2).split("|")))
        text.append(line)
        position += len(line) + 1
    return "\n".join(text), wanted


def sections_of(program, name, text):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, name)
        with open(path, "w", encoding="utf-8") as out:
            out.write(text)
        run = subprocess.run([program, "normalize", "-f", "json", path], capture_output=True, check=True)
    report = json.loads(run.stdout)
    return [s for s in report["sections"] if s["headed"]]


def plain(text):
    """Letters only: a decoder takes markup out, so that places are not those of the source."""
    return re.sub(r"[\W\d_]+", "", text)


def score(program, show):
    right = total = found = extra = 0
    for name in sorted(os.listdir(FOLDER)):
        text, wanted = read_case(os.path.join(FOLDER, name))
        sections = sections_of(program, name, text)
        taken = 0
        for _, line, accepted in wanted:
            total += 1
            head = plain(line)
            hits = [i for i, s in enumerate(sections)
                    if i >= taken and plain(s["heading"]) and 0 <= head.find(plain(s["heading"])) <= REACH]
            if not hits:
                print(f"# {name}: not found: {line[:40]}") if show else None
                continue
            section = sections[hits[0]]
            extra += hits[0] - taken
            taken = hits[0] + 1
            found += 1
            part = (section["canonical"] or "").split(".")[0]
            right += part in accepted
            if show and part not in accepted:
                print(f"# {name}: {line[:30]} is {section['canonical']}, not {'|'.join(accepted)}")
        extra += len(sections) - taken
    return right, total, found, extra


def main():
    right, total, found, extra = score(sys.argv[1], "--show" in sys.argv)
    print(f"headings.right {right / total:.4f}")
    print(f"headings.found {found / total:.4f}")
    print(f"headings.extra {extra}")


if __name__ == "__main__":
    main()
