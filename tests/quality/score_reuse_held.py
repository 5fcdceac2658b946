#!/usr/bin/env python3
"""Reuse on a set that no rule was made on: make_reuse.py plants passages of the real reports with its own synonyms.

usage: score_reuse_held.py DUIZHAO SHARED      prints: held.plagdet N, held.granularity N, held.none N
"""
import os, subprocess, sys, tempfile


def main():
    duizhao, shared = sys.argv[1], sys.argv[2]
    here = os.path.dirname(os.path.abspath(__file__))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, here + "/make_reuse.py", shared + "/reports", folder, "--seed", "20261120"], check=True)
        run = subprocess.run([sys.executable, shared + "/eval/score_reuse.py", duizhao, folder], capture_output=True, text=True)
        for line in run.stdout.splitlines():
            words = line.split()
            if words and words[0] == "plagdet":
                print("held.plagdet", words[1])
            elif words and words[0] == "all":
                print("held.granularity", words[3])
            elif words and words[0] == "none":
                print("held.none", words[1])
            else:
                print("#", line)


main()
