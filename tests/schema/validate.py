#!/usr/bin/env python3
"""Validates the JSON of all commands against docs/*.schema.json and, beyond what a schema can say, that positions lie
inside the text and ids refer to what is there. Prints TAP.

usage: validate.py DUIZHAO SCHEMAS NAME COMMAND [ARGUMENT...] [-- NAME COMMAND ...]
"""
import json
import subprocess
import sys

import jsonschema


def load(folder):
    found = {}
    for name in ("report", "check", "comparison", "track"):
        with open(f"{folder}/{name}.schema.json", encoding="utf-8") as file:
            schema = json.load(file)
        jsonschema.Draft202012Validator.check_schema(schema)
        found[f"duizhao.{name}/1"] = jsonschema.Draft202012Validator(schema)
    return found


def positions(node, length, path="$"):
    """Every start/end pair of a document whose positions refer to one text of that length."""
    if isinstance(node, dict):
        if "start" in node and "end" in node and not 0 <= node["start"] <= node["end"] <= length:
            yield f"{path}: [{node['start']}, {node['end']}) in a text of {length}"
        for key, value in node.items():
            yield from positions(value, length, f"{path}.{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from positions(value, length, f"{path}[{index}]")


def places(node, lengths, path="$"):
    """Every {report, start, end} of a document."""
    if isinstance(node, dict):
        if isinstance(node.get("report"), int):
            if not 0 <= node["report"] < len(lengths):
                yield f"{path}: no report {node['report']}"
            elif "start" in node and not 0 <= node["start"] <= node["end"] <= lengths[node["report"]]:
                yield f"{path}: [{node['start']}, {node['end']}) in report {node['report']}"
        for key, value in node.items():
            yield from places(value, lengths, f"{path}.{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from places(value, lengths, f"{path}[{index}]")


def covers(document):
    """Changes and ops: each code point at most once, ops as long as their sides."""
    for side in "ab":
        seen = set()
        for item in document["changes"]:
            for start, end in item[side]:
                span = set(range(start, end))
                if seen & span:
                    yield f"{item['id']}: side {side} covers a code point twice"
                seen |= span
            kept = "=-" if side == "a" else "=+"
            if item["ops"] and sum(len(t) for o, t in item["ops"] if o in kept) != sum(e - s for s, e in item[side]):
                yield f"{item['id']}: ops do not rebuild side {side}"


def key_points(document):
    """The key points say what the lists hold: items are there, counts are theirs, the sentence names no other number."""
    for number, point in enumerate(document["key_points"]):
        counts, items, rule = point["counts"], point["items"], point["rule"]
        listed = document[point["list"]] if point["list"] else []
        if any(item >= len(listed) for item in items) or len(set(items)) != len(items):
            yield f"key point {number}: items beyond the list, or twice"
            continue
        found = [listed[item] for item in items]
        if rule == "targets":
            change = [link["change"] for link in found]
            want = [len(found), change.count("raised"), change.count("lowered"), change.count("kept"),
                    counts[0] - sum(counts[1:4]) - sum(counts[5:7]),
                    change.count("fulfilled"), change.count("dropped"), counts[7]]
        elif rule == "promises":
            change = [link["change"] for link in found]
            want = [len(found), change.count("kept"), counts[2], change.count("fulfilled"), change.count("dropped"),
                    *counts[5:]]
        elif rule == "target_outcomes":
            told = [entry["outcome"] for entry in found]
            sure = [outcome["status"] for outcome in told if not outcome["to_check"]]
            want = [len(found), sure.count("met") + sure.count("exceeded"), sure.count("missed"),
                    sure.count("partial"), sure.count("in_progress"), sure.count("unreported"),
                    len(told) - len(sure), counts[7]]
        elif rule == "promise_outcomes":
            count = document["counts"][point["report"]]
            want = [count[key] for key in ("promised", "met", "missed", "in_progress", "silent", "to_check")] + [0, 0]
        elif rule in ("copied", "closest_pair"):
            want = [len(found), *counts[1:]]
            if abs(point["share"] - document["similarity"][point["report"]][point["other"]]) > 0.00005:
                yield f"key point {number}: share {point['share']} is not that of the matrix"
        elif rule == "missing_sections":
            want = [sum(item["why"] == why for item in found) for why in ("absent", "empty")] + counts[2:]
        elif rule == "moved_sections":
            want = [len(document["alignment"]), sum(pair["moved"] for pair in document["alignment"]), *counts[2:]]
        elif rule == "sums":
            want = [sum(report["checked"]["sums"] for report in document["reports"]), len(found), *counts[2:]]
        elif rule == "remarks":
            want = [len(found), len({item["report"] for item in found}), *counts[2:]]
        else:
            want = counts
        if want != counts:
            yield f"key point {number} ({rule}): counts {counts}, in the lists {want}"
        for text in (point["text"], point["text_en"]):
            if not text or not str(counts[0]) in text and rule not in ("copied", "closest_pair", "missing_sections",
                                                                       "foreign_place", "same_text", "no_close_pair",
                                                                       "changed_figures"):
                yield f"key point {number} ({rule}): {counts[0]} is not said in “{text[:60]}”"


def problems(document, validators):
    validator = validators.get(document.get("schema"))
    if validator is None:
        return [f"unknown schema {document.get('schema')}"]
    found = [f"{error.json_path}: {error.message[:120]}" for error in validator.iter_errors(document)]
    if "source" in document:
        found += positions(document, document["source"]["length"])
    elif document["schema"] != "duizhao.check/1":
        lengths = [report["length"] for report in document["reports"]]
        for report in document["reports"]:
            found += positions(report, report["length"])
        found += places({key: value for key, value in document.items() if key != "reports"}, lengths)
    if document.get("changes"):
        found += covers(document)
    if not found:
        found += key_points(document)
    return found


def main():
    program, schemas, rest = sys.argv[1], sys.argv[2], sys.argv[3:]
    validators, number, failed = load(schemas), 0, False
    cases = []
    for word in rest:
        if word == "--" or not cases:
            cases.append([])
        if word != "--":
            cases[-1].append(word)
    for name, *command in cases:
        number += 1
        run = subprocess.run([program, *command, "--format", "json"], capture_output=True)
        found = [] if run.returncode in (0, 1) else [f"exit {run.returncode}: {run.stderr.decode()[:200]}"]
        for line in run.stdout.decode("utf-8").splitlines():
            found += problems(json.loads(line), validators)
        if run.returncode in (0, 1) and not run.stdout.strip():
            found.append("no output")
        failed = failed or bool(found)
        print(f"{'not ok' if found else 'ok'} {number} - {name}")
        for problem in found[:8]:
            print(f"# {problem}")
    print(f"1..{number}")
    sys.exit(1 if failed else 0)


main()
