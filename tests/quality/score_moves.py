#!/usr/bin/env python3
"""Plant moves in real reports and count how many are found.

usage: score_moves.py DUIZHAO SHARED [TRIALS]

Five paragraphs of one year's report are put into another report at random
places, and into its second version (the same text, or the report of the next
year) at other places, there with every clause edited with probability 0, 10, 25
or 40 %: characters replaced, taken out, put in, or the clause dropped. A
paragraph is found when most of its letters lie in moved or moved_rewritten
changes whose two sides are that paragraph. In the unchanged context every other
moved change is a false move. Seeded: the same figures on every run.

Prints lines "NAME VALUE"; tests/quality/floors holds the bounds.
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile

RATES = (0, 10, 25, 40)
PLANTED = 5
APART = {"unchanged": 8, "years": 25}  # paragraphs; two years differ so much that less is no move


def paragraphs(path):
    with open(path, encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip()]


def edited(paragraph, rate, letters, dice):
    """the paragraph with every clause edited with probability rate %"""
    out = []
    for clause in re.findall(r"[^，。；、：！？]*[，。；、：！？]?", paragraph):
        if len(clause) > 3 and dice.random() * 100 < rate:
            body, mark = clause[:-1], clause[-1]
            at, size = dice.randrange(len(body)), dice.randint(2, 4)
            new = "".join(dice.choice(letters) for _ in range(size))
            kind = dice.randrange(10)
            if kind == 0:
                continue
            if kind < 4:
                body = body[:at] + body[at + size:]
            elif kind < 7:
                body = body[:at] + new + body[at:]
            else:
                body = body[:at] + new + body[at + size:]
            clause = body + mark
        out.append(clause)
    return "".join(out)


def plant(context, pieces, places):
    """text, and the spans of the pieces in it"""
    lines, spans, length = [], [None] * len(pieces), 0
    wanted = dict(zip(places, range(len(pieces))))
    for i, line in enumerate([*context, None]):
        if i in wanted:
            piece = pieces[wanted[i]]
            spans[wanted[i]] = (length, length + len(piece))
            lines.append(piece)
            length += len(piece) + 1
        if line is not None:
            lines.append(line)
            length += len(line) + 1
    return "\n".join(lines) + "\n", spans


def choose_places(count_a, count_b, apart, dice):
    """for every piece a place in each version, at least `apart` paragraphs from where it would stand unmoved"""
    while True:
        a, b = dice.sample(range(1, count_a), PLANTED), dice.sample(range(1, count_b), PLANTED)
        if all(abs(x * count_b / count_a - y) >= apart for x, y in zip(a, b)):
            return a, b


def compare(duizhao, folder, a, b):
    names = []
    for name, text in (("a.txt", a), ("b.txt", b)):
        names.append(os.path.join(folder, name))
        with open(names[-1], "w", encoding="utf-8") as file:
            file.write(text)
    done = subprocess.run([duizhao, "compare", "--format", "json", *names], capture_output=True, timeout=60)
    if done.returncode not in (0, 1):
        sys.exit("score_moves: " + done.stderr.decode())
    return json.loads(done.stdout)["changes"]


def overlap(spans, span):
    return sum(max(0, min(e, span[1]) - max(s, span[0])) for s, e in spans)


def trial(duizhao, folder, contexts, apart, pieces, rate, letters, dice):
    """paragraphs found, false moves"""
    places = choose_places(len(contexts[0]), len(contexts[1]), apart, dice)
    a, spans_a = plant(contexts[0], pieces, places[0])
    b, spans_b = plant(contexts[1], [edited(p, rate, letters, dice) for p in pieces], places[1])
    moved = [c for c in compare(duizhao, folder, a, b) if c["type"].startswith("moved")]
    found, false = 0, 0
    for span_a, span_b in zip(spans_a, spans_b):
        inside = sum(overlap(c["b"], span_b) for c in moved if overlap(c["a"], span_a))
        found += inside * 2 > span_b[1] - span_b[0]
    for c in moved:
        false += not any(overlap(c["a"], x) and overlap(c["b"], y) for x, y in zip(spans_a, spans_b))
    return found, false


def main():
    duizhao, shared = sys.argv[1:3]
    trials = int(sys.argv[3]) if len(sys.argv) > 3 else 6
    reports = os.path.join(shared, "reports", "state_council")
    years = {y: paragraphs(os.path.join(reports, f"国务院_{y}.txt")) for y in (2015, 2018, 2021, 2022)}
    sources = [p for p in years[2015] if 80 <= len(p) <= 600]
    letters = [c for c in "".join(years[2018]) if "\u4e00" <= c <= "\u9fff"]
    for name, contexts in (("unchanged", (years[2021], years[2021])), ("years", (years[2021], years[2022]))):
        wrong = 0
        for rate in RATES:
            found = 0
            for number in range(trials):
                dice = random.Random(f"{name}-{rate}-{number}")
                with tempfile.TemporaryDirectory() as folder:
                    pieces = dice.sample(sources, PLANTED)
                    hit, false = trial(duizhao, folder, contexts, APART[name], pieces, rate, letters, dice)
                found += hit
                wrong += false
            print(f"moves.{name}.{rate} {found / (PLANTED * trials):.3f}")
        if name == "unchanged":
            print(f"moves.{name}.false {wrong}")


main()
