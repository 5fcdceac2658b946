#!/usr/bin/env python3
"""Would the tests notice? Breaks the code on purpose, one small change at a time.

usage: tests/mutate/run.py BUILD [--count 20] [--seed 1] [--files GLOB] [--keep]

Copies the tree, draws COUNT places of the library and the program at random, changes each by one
operator (< to <=, && to ||, + to -, a number by one, a condition negated, a statement dropped),
builds, and runs the suites that tell most, quickest first. A change that no suite notices has
survived: the place lacks a test, or the change means nothing (an equivalent mutant). Prints every
survivor with its line and ends with 1 where fewer than 90 in 100 were noticed.
"""
import argparse
import glob
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

SUITES = ("golden", "unit", "reject", "property", "real", "hostile")
FOLDERS = ("base", "text", "knowledge", "normalize", "review", "diff", "render", "cmd")
LEAST = 0.9

SWAPS = [
    (r" < ", " <= "), (r" <= ", " < "), (r" > ", " >= "), (r" >= ", " > "), (r" == ", " != "),
    (r" != ", " == "), (r" && ", " || "), (r" \|\| ", " && "), (r" \+ ", " - "), (r" - ", " + "),
    (r"\btrue\b", "false"), (r"\bfalse\b", "true"), (r"\bif \((?!!)", "if (!("),
    (r"\+\+;", "--;"), (r"\bcontinue;", "break;"), (r"\breturn (?=[a-z!(])", None),
]


def code_lines(path):
    """(index, line) of the lines that hold statements: no comments, declarations or tables."""
    inside_comment = depth = 0
    for index, line in enumerate(open(path, encoding="utf-8")):
        bare = line.strip()
        if inside_comment or bare.startswith("/*"):
            inside_comment = "*/" not in line
            continue
        if depth and bare and not bare.startswith(("#", "static const", "//")) and '"' not in line:
            yield index, line
        depth += line.count("{") - line.count("}")


def changes(line):
    """Every line this one can become."""
    code = line.split("/*")[0]
    found = []
    for pattern, put in SWAPS:
        for match in re.finditer(pattern, code):
            if put is None:
                if re.search(r"return (true|false|DZ_OK|NULL);", code):
                    continue
                put_here = "return !"
                if not re.search(r"\breturn [a-z_]+\(|return .*(==|<|>|&&|\|\|)", code):
                    continue
                rest = code[match.end():].rstrip("\n; ")
                found.append(code[:match.start()] + put_here + "(" + rest + ");\n")
            elif put == "if (!(":
                close = balanced(code, match.end() - 1)
                if close:
                    found.append(code[:match.start()] + "if (!" + code[match.end() - 1:close + 1] +
                                 ")" + code[close + 1:])
            else:
                found.append(code[:match.start()] + put + code[match.end():])
    return [f.replace("if (!(", "if (!(", 1) for f in found]


def balanced(code, start):
    depth = 0
    for i in range(start, len(code)):
        depth += (code[i] == "(") - (code[i] == ")")
        if not depth:
            return i
    return None


def run(tree, *command, timeout=600):
    return subprocess.run(command, cwd=tree, capture_output=True, timeout=timeout)


def noticed(tree, build):
    """The suite that fails, "build" where the change does not even compile, or None."""
    if run(tree, "make", "-s", "-j2", "tests").returncode:
        return "build"
    for suite in SUITES:
        try:
            if run(tree, "sh", "tests/run.sh", build, suite).returncode:
                return suite
        except subprocess.TimeoutExpired:
            return suite
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", default="")
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    draw = random.Random(options.seed)
    work = tempfile.mkdtemp()
    tree = os.path.join(work, "tree")
    shutil.copytree(".", tree, symlinks=True, ignore=shutil.ignore_patterns(".git"))
    if os.path.isdir("../shared"):
        os.symlink(os.path.abspath("../shared"), os.path.join(work, "shared"))
    files = sorted(f for folder in FOLDERS for f in glob.glob(f"{folder}/**/*.c", recursive=True)
                   if not options.files or glob.fnmatch.fnmatch(f, options.files))
    places = [(f, i, line) for f in files for i, line in code_lines(f) if changes(line)]
    killed = tried = 0
    while tried < options.count and places:
        path, index, line = places.pop(draw.randrange(len(places)))
        mutant = draw.choice(changes(line))
        if mutant.strip() == line.strip():
            continue
        target = os.path.join(tree, path)
        lines = open(path, encoding="utf-8").readlines()
        lines[index] = mutant if mutant.endswith("\n") else mutant + "\n"
        with open(target, "w", encoding="utf-8") as out:
            out.writelines(lines)
        suite = noticed(tree, options.build)
        shutil.copyfile(path, target)
        os.utime(target)
        if suite == "build":
            continue
        tried += 1
        killed += suite is not None
        print(f"{suite or 'SURVIVED':<10}{path}:{index + 1}: {line.strip()}  ->  {mutant.strip()}", flush=True)
    print(f"mutants {killed} of {tried} noticed ({100 * killed / max(tried, 1):.0f} %)")
    if not options.keep:
        shutil.rmtree(work)
    return killed < LEAST * tried


sys.exit(main())
