#!/usr/bin/env python3
"""Do both columns of a page show both reports to the letter, white space and noise aside? Prints TAP.

usage: sides.py DUIZHAO A B [-- A B ...]
"""
import html.parser
import json
import subprocess
import sys

SKIPPED = {"pn", "n", "rn"}  # paragraph numbers, links of changes and passages


class Sides(html.parser.HTMLParser):
    """Collects the words of both columns: <div class="a"> and <div class="b"> in rows that are no ghosts."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.stack, self.text = [], {"a": [], "b": []}

    def handle_starttag(self, tag, attributes):
        if tag in ("meta", "input", "br"):
            return
        classes = (dict(attributes).get("class") or "").split()
        side, skip = self.stack[-1][1:] if self.stack else (None, False)
        if tag == "div" and classes[:1] == ["row"]:
            skip = "ghost" in classes or "names" in classes
        if tag == "div" and classes in (["a"], ["b"]):
            side = classes[0]
        hidden = tag == "cite" or tag == "i" or bool(SKIPPED & set(classes))
        self.stack.append((tag, side, skip or hidden))

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if self.stack and self.stack[-1][1] and not self.stack[-1][2]:
            self.text[self.stack[-1][1]].append(data)


def letters(text):
    return sorted(c for c in text if not c.isspace())


def main():
    program, number, failed, rest = sys.argv[1], 0, False, sys.argv[2:]
    pairs = [rest[i:i + 2] for i in range(0, len(rest), 3)]
    for pair in pairs:
        number += 1
        sides = Sides()
        sides.feed(subprocess.run([program, "compare", "-f", "html", *pair], capture_output=True).stdout.decode())
        problems = []
        for side, name in zip("ab", pair):
            raw = subprocess.run([program, "normalize", "--raw", name], capture_output=True).stdout.decode()
            document = json.loads(subprocess.run([program, "normalize", "-f", "json", name], capture_output=True).stdout)
            noise = {i for item in document["noise"] for i in range(item["start"], item["end"])}
            wanted = letters(c for i, c in enumerate(raw) if i not in noise)
            if letters("".join(sides.text[side])) != wanted:
                problems.append(f"side {side} does not show {name} to the letter")
        failed = failed or bool(problems)
        print(f"{'not ok' if problems else 'ok'} {number} - both sides of {pair[0].rsplit('/', 1)[-1]}")
        for problem in problems:
            print(f"# {problem}")
    print(f"1..{number}")
    sys.exit(1 if failed else 0)


main()
