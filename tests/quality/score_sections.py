#!/usr/bin/env python3
"""What a model that saw neither the office nor, the second time, the maker reads right in tests/labelled.

usage: score_sections.py DUIZHAO SHARED"""
import glob, os, re, subprocess, sys
train = os.path.join(os.path.dirname(sys.argv[1]), "obj", "train")
out = subprocess.run([train, "--leave-out", *sorted(filter(os.path.isdir, glob.glob("tests/labelled/*")))], capture_output=True, text=True).stdout
for what, canon1, implicit, wrong, called in re.findall(r"one (\w+) left out: canon1 ([\d.]+) .*?implicit ([\d.]+) .*?missing (\d+) of (\d+)", out):
    print(f"sections.{what}.canon1 {canon1}\nsections.{what}.implicit {implicit}\nsections.{what}.wrongly_missing {wrong}")
