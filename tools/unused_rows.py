#!/usr/bin/env python3
"""unused_rows.py - rows of data/ and rules of check that no report, or one only, has a use for

    tools/unused_rows.py DUIZHAO DATA_DIR REPORT_DIR [TABLE...]

A row is used by a report when one of its wordings (first column, or the second where it is a list of variants or of words)
stands in the text. A rule of check is used when it has a finding, told apart by kind and severity. What is used by one report
only may have been written for it: to be dropped, or to be shown on invented reports. White space never counts. Prints
"none" or "one REPORT" with table, line and wording; nothing is changed."""
import collections, json, pathlib, subprocess, sys

# tables whose rows are no wording: numbers, letters that count as the same, statistics
OTHER = {"variants.tsv", "lexicon.tsv", "genre.tsv", "genre_words.tsv", "genre_phrases.tsv", "terms.tsv"}
LISTS = {"formulas.tsv": (0, 1), "review_words.tsv": (1,), "section_cues.tsv": (1,)}  # columns with wordings

def squeeze(text):
    return "".join(text.split())

def read_text(exe, path):
    run = subprocess.run([exe, "normalize", "--format", "text", "--raw", str(path)], capture_output=True)
    return squeeze(run.stdout.decode("utf-8", "replace")) if run.returncode == 0 else None

def rows(table):
    for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            yield number, line.split("\t")

def wordings(table, fields):
    for column in LISTS.get(table.name, (0,)):
        for word in (fields[column] if column < len(fields) else "").split(";"):
            if squeeze(word):
                yield squeeze(word)

def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    exe, data, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    only = set(sys.argv[4:])
    paths = sorted(p for p in folder.rglob("*") if p.suffix in (".txt", ".docx", ".html", ".md", ".pdf"))
    texts = {p.name: t for p in paths if (t := read_text(exe, p)) is not None}
    if not texts:
        sys.exit(f"{folder}: no report")
    def show(where, word, users):
        if len(users) < 2:
            print("\t".join(["one " + users[0] if users else "none", where, word]))
    for table in sorted(data.glob("*.tsv")):
        if table.name in OTHER or (only and table.name not in only):
            continue
        for number, fields in rows(table):
            for word in wordings(table, fields):
                show(f"{table.name}:{number}", word, [n for n, t in texts.items() if word in t])
    used = collections.defaultdict(list)
    for path in paths if not only else []:
        run = subprocess.run([exe, "check", "--format", "json", str(path)], capture_output=True)
        if run.returncode > 1:
            continue
        for rule in {(f["kind"], f["severity"]) for f in json.loads(run.stdout)["findings"]}:
            used[rule].append(path.name)
    for (kind, severity), users in sorted(used.items()):
        show("check", f"{kind} {severity}", users)

main()
