#!/usr/bin/env python3
"""Copies of which every so many-th character was replaced: plagdet by how many in a hundred.

usage: score_noise.py DUIZHAO SHARED      prints: noise.0 N, noise.5 N, ...
"""
import os, subprocess, sys, tempfile

PERCENT = (0, 5, 10, 20, 30)


def main():
    duizhao, shared = sys.argv[1], sys.argv[2]
    here = os.path.dirname(os.path.abspath(__file__))
    kinds = ",".join(f"noise{n}" for n in PERCENT)
    with tempfile.TemporaryDirectory() as folder:
        make = [here + "/make_reuse.py", shared + "/reports", folder, "--seed", "20261201", "--cases", "30", "--kinds", kinds]
        subprocess.run([sys.executable] + make, check=True)
        run = subprocess.run([sys.executable, shared + "/eval/score_reuse.py", duizhao, folder], capture_output=True, text=True)
    for line in run.stdout.splitlines():
        words = line.split()
        if words and words[0].startswith("noise"):
            print("noise." + words[0][5:], words[4])
        print("#", line)


main()
