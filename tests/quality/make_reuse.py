#!/usr/bin/env python3
"""Makes a set for score_reuse.py out of real reports: passages of one planted in another.

usage: make_reuse.py REPORTS OUT [--seed N] [--cases N] [--kinds KIND,KIND]

REPORTS is a folder of .txt reports (searched below), OUT is made anew. Every case takes a stretch of one report
(b), takes one to four passages of it, changes them after the manner of the case and plants them as paragraphs in a
stretch of another report (a). Kinds: verbatim, slots, spun, reordered, edited, summary, split, none; and noiseN, where
N characters in a hundred are replaced by others of the report. Natural runs of
twelve characters or more that the two reports share are listed as ignore_a, ignore_b. Nothing of it is checked in.
"""
import json, os, random, re, sys

SYNONYMS = [
    ("推进", "推动"), ("加强", "强化"), ("提升", "提高"), ("全面", "全方位"), ("建设", "打造"), ("重大", "重要"), ("加快", "加速"),
    ("完善", "健全"), ("深入", "扎实"), ("实施", "开展"), ("促进", "助推"), ("支持", "扶持"), ("保障", "保证"), ("持续", "不断"),
    ("服务", "保障服务"), ("群众", "百姓"), ("企业", "市场主体"), ("增长", "上升"), ("完成", "落实完成"), ("达到", "实现"),
    ("积极", "主动"), ("优化", "改善"), ("培育", "培养"), ("发展", "壮大"), ("农村", "乡村"), ("问题", "难题"), ("新增", "增加"),
    ("覆盖", "涵盖"), ("严格", "从严"), ("落实", "贯彻"), ("解决", "化解"), ("项目", "工程"), ("创新", "革新"), ("有效", "切实"),
    ("环境", "生态"), ("治理", "整治"), ("巩固", "夯实"), ("扩大", "拓展"), ("确保", "保证"), ("基本", "大体"), ("提供", "给予"),
]


def reports(folder):
    found = []
    for base, _, names in os.walk(folder):
        found += [os.path.join(base, n) for n in names if n.endswith(".txt")]
    return sorted(found)


def stretch(text, size, rng):
    lines = [x.strip() for x in text.split("\n") if len(x.strip()) > 20]
    start = rng.randrange(max(1, len(lines) - 5))
    out, n = [], 0
    for line in lines[start:] + lines[:start]:
        out.append(line)
        n += len(line)
        if n > size:
            break
    return out


def sentences(line):
    return re.findall(r"[^。]+。?", line)


def slots(text, rng):
    number = lambda m: str(rng.randrange(2, 10 ** min(4, len(m.group())))) if len(m.group()) < 5 else m.group()
    text = re.sub(r"(?<![\d.])\d+(?![\d.])", number, text)
    old = rng.choice("省市县区")
    return text.replace("全" + old, "全" + rng.choice("省市县区"))


def spun(text, rng):
    for a, b in rng.sample(SYNONYMS, len(SYNONYMS)):
        text = text.replace(a, "\0" + b) if rng.random() < .6 else text
    return text.replace("\0", "")


def clauses(sentence):
    return re.findall(r"[^，；。]+[，；。]?", sentence)


def rejoin(parts):
    body = [re.sub(r"[，；。]$", "", p) for p in parts]
    return "，".join(body) + "。"


def reordered(text, rng):
    out = []
    for s in sentences(text):
        parts = clauses(s)
        rng.shuffle(parts)
        out.append(rejoin(parts))
    rng.shuffle(out)
    return "".join(out)


def edited(text, rng, foreign):
    out = []
    for s in sentences(text):
        parts = clauses(s)
        kept = [p for p in parts if rng.random() > .15] or parts[:1]
        if rng.random() < .35:
            kept.insert(rng.randrange(len(kept) + 1), rng.choice(foreign) + "，")
        out.append(rejoin(kept))
    text = "".join(out)
    chars = [c for c in text if rng.random() > .015]
    return "".join(chars)


def summary(text, rng):
    parts = [p for s in sentences(text) for p in clauses(s)]
    size, out, n = len(text) / 2, [], 0
    for i, p in enumerate(parts):
        if n < size and rng.random() < max(.3, (size - n) / max(1, sum(map(len, parts[i:])))):
            out.append(p)
            n += len(p)
    return "".join(out)


def noise(text, rng, percent, foreign):
    letters = [c for c in "".join(foreign) if "\u4e00" <= c <= "\u9fff"] or ["新"]
    swap = lambda c: rng.choice(letters) if "\u4e00" <= c <= "\u9fff" and rng.random() < percent / 100 else c
    return "".join(map(swap, text))


def natural(a, b):
    """Spans of a that share twelve characters with b, padded by fifteen."""
    grams = {b[i:i + 12] for i in range(len(b) - 11)}
    out = []
    for i in range(len(a) - 11):
        if a[i:i + 12] in grams and "\n" not in a[i:i + 12]:
            if out and i - 15 <= out[-1][1]:
                out[-1][1] = i + 27
            else:
                out.append([max(0, i - 15), i + 27])
    return [[s, min(e, len(a))] for s, e in out]


def passages(lines, rng, count):
    """Spans of whole sentences inside one paragraph: (line, first sentence, last)."""
    out = []
    for _ in range(60 if count else 0):
        k = rng.randrange(len(lines))
        s = sentences(lines[k])
        if len(lines[k]) < 60 or any(k == o[0] for o in out):
            continue
        first = rng.randrange(len(s))
        last = first
        want = rng.randrange(60, 320)
        while last + 1 < len(s) and sum(map(len, s[first:last + 1])) < want:
            last += 1
        if sum(map(len, s[first:last + 1])) < 60:
            continue
        out.append((k, first, last))
        if len(out) == count:
            break
    return out


def change(kind, text, rng, foreign):
    if kind == "slots":
        return slots(text, rng)
    if kind == "spun":
        return spun(text, rng)
    if kind == "reordered":
        return reordered(text, rng)
    if kind == "edited":
        return edited(text, rng, foreign)
    if kind == "summary":
        return summary(text, rng)
    if kind.startswith("noise"):
        return noise(text, rng, int(kind[5:]), foreign)
    return text


def make(kind, text_a, text_b, rng):
    a, b = stretch(text_a, rng.randrange(3500, 7500), rng), stretch(text_b, rng.randrange(3500, 7500), rng)
    foreign = [c.strip("，；。") for line in a for c in clauses(line) if 5 < len(c) < 20] or ["不断取得新成效"]
    start_b, at = [], 0
    for line in b:
        start_b.append(at)
        at += len(line) + 1
    planted = []
    for k, first, last in passages(b, rng, 0 if kind == "none" else rng.randrange(1, 4)):
        s = sentences(b[k])
        source = "".join(s[first:last + 1])
        offset = start_b[k] + sum(map(len, s[:first]))
        if kind == "split" and last > first:
            cut = len("".join(s[first:first + (last - first + 1) // 2]))
            pieces = [(source[:cut], offset, offset + cut), (source[cut:], offset + cut, offset + len(source))]
        else:
            pieces = [(source, offset, offset + len(source))]
        for text, from_, to in pieces:
            copy = change(kind, text, rng, foreign)
            if len(copy) >= 20:
                planted.append((copy, from_, to))
    clean_a = a[:]
    where = sorted(rng.sample(range(1, len(a) + 1), min(len(planted), len(a))), reverse=True)
    marks = []
    for p, (copy, from_, to) in zip(where, planted):
        a.insert(p, copy)
        marks.append((p, copy, from_, to))
    out_a, gold, at = "\n".join(a), [], 0
    starts = []
    for line in a:
        starts.append(at)
        at += len(line) + 1
    for p, copy, from_, to in marks:
        shift = sum(1 for q, *_ in marks if q < p)
        i = starts[p + shift]
        assert out_a[i:i + len(copy)] == copy
        gold.append({"a": [i, i + len(copy)], "b": [from_, to], "kind": kind})
    out_b, masked = "\n".join(b), list("\n".join(a))
    for g in gold:
        masked[g["a"][0]:g["a"][1]] = "\n" * (g["a"][1] - g["a"][0])
    other_b = list(out_b)  # text of the planted passages that b says elsewhere too is nobody's fault either
    for g in gold:
        other_b[g["b"][0]:g["b"][1]] = "\n" * (g["b"][1] - g["b"][0])
    ignore_a = natural("".join(masked), out_b) + natural(out_a, "".join(other_b))
    return out_a, out_b, gold, ignore_a, natural(out_b, "\n".join(clean_a)) + natural("".join(other_b), out_a)


def main():
    option = lambda name, default: int(sys.argv[sys.argv.index(name) + 1]) if name in sys.argv else default
    folder, out = sys.argv[1], sys.argv[2]
    rng, per_kind = random.Random(option("--seed", 7)), option("--cases", 10)
    kinds = "verbatim,slots,spun,reordered,edited,summary,split,none"
    if "--kinds" in sys.argv:
        kinds = sys.argv[sys.argv.index("--kinds") + 1]
    files = reports(folder)
    os.makedirs(out, exist_ok=True)
    cases = []
    for kind in kinds.split(","):
        for n in range(per_kind):
            fa, fb = rng.sample(files, 2)
            office = lambda f: re.sub(r"^\d+年?", "", os.path.basename(f))[:2]  # 2014年坪山新区…, 坪山区…
            while office(fa) == office(fb):
                fa, fb = rng.sample(files, 2)
            read = lambda f: open(f, encoding="utf-8", newline="").read().replace("\r", "")
            a, b, gold, ignore_a, ignore_b = make(kind, read(fa), read(fb), rng)
            cid = f"{kind}-{n:02}"
            for side, text in (("a", a), ("b", b)):
                open(f"{out}/{cid}.{side}.txt", "w", encoding="utf-8", newline="").write(text)
            cases.append({"id": cid, "kind": kind, "gold": gold, "ignore_a": ignore_a, "ignore_b": ignore_b})
    json.dump({"offsets": "code points", "cases": cases}, open(f"{out}/gold.json", "w"), ensure_ascii=False)


main()
