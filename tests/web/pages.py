#!/usr/bin/env python3
"""Reads the HTML pages of the program as a browser would and prints TAP.

usage: pages.py PAGE...
A page is one file that fetches nothing; every link leads somewhere inside it; what a report holds is text and nothing
but text; insertions and deletions are <ins> and <del>.
"""
import html.parser
import re
import sys

VOID = {"meta", "input", "br", "link", "img", "hr", "circle", "rect", "line", "path"}
KNOWN = VOID | set("""html head title style body header main footer nav section h1 h2 h3 p ul ol li a abbr b i em small cite span
 div table thead tbody tr th td details summary blockquote mark meter ins del script label figure figcaption svg text""".split())
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.links, self.problems, self.scripts = [], set(), [], [], 0

    def handle_starttag(self, tag, attributes):
        if tag not in KNOWN:
            self.problems.append(f"unexpected element <{tag}> at {self.getpos()}")
        self.scripts += tag == "script"
        for name, value in attributes:
            if name.startswith("on"):
                self.problems.append(f"handler {name} at {self.getpos()}")
            if name in ("src", "srcset", "data", "action", "ping"):
                self.problems.append(f"{name}={value} fetches at {self.getpos()}")
            if name == "href" and not value.startswith("#"):
                self.problems.append(f"href={value} leads out of the page")
            elif name == "href":
                self.links.append(value[1:])
            if name == "id":
                if value in self.ids:
                    self.problems.append(f"id {value} stands twice")
                self.ids.add(value)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.problems.append(f"</{tag}> at {self.getpos()} closes <{self.open[-1] if self.open else ''}>")
        if tag in self.open:
            while self.open.pop() != tag:
                pass


def main():
    failed = False
    for number, name in enumerate(sys.argv[1:], 1):
        with open(name, encoding="utf-8") as file:
            text = file.read()
        page = Page()
        page.feed(text)
        page.close()
        problems = page.problems + [f"<{tag}> is not closed" for tag in page.open]
        problems += [f"#{link} leads nowhere" for link in sorted(set(page.links) - page.ids)]
        if page.scripts != 1:
            problems.append(f"{page.scripts} scripts, one of our own expected")
        if re.search(r"url\(|@import|https?:", text.replace("http-equiv", "")):
            problems.append("an address to fetch from")
        if BIDI.search(text):
            problems.append("a control character of the report got through")
        failed = failed or bool(problems)
        print(f"{'not ok' if problems else 'ok'} {number} - {name.rsplit('/', 1)[-1]}")
        for problem in problems[:8]:
            print(f"# {problem}")
    print(f"1..{len(sys.argv) - 1}")
    sys.exit(1 if failed else 0)


main()
