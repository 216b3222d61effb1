"""How well the main text of Arabic web pages is found, beside trafilatura, readability-lxml and justext.

Measures the golden pages, and those of each folder that is named: NAME.html with NAME.txt, the text as it should be.
Tools that are not installed are left out; they are no dependency of Bayan. Writes docs/main-text.md.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import yaml
from tests.bench.performance import stamp

from bayan.errors import Rejected
from bayan.ingest.encodings import read_text
from bayan.ingest.limits import Limits, Notes
from bayan.ingest.sources import Source, Terms
from bayan.ingest.web_pages import read_web_page
from bayan.text import fold_text

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "cases" / "pages"
WORD = re.compile(r"[^\W_]+")
TURNS = 3
Tool = Callable[[str], str]


_HEAD = """# The main text of web pages

{stamp}.
Printed by tests/bench/bench_main_text.py: F1 over words, mean of the pages; pages a second of processor. The
golden pages are Bayan's own, and it was mended until it read them; where tools disagreed on a public page, the text was
decided by hand, and what all gave was taken as it was. So these figures flatter Bayan; pages of sites that nobody has
looked at will be read worse. The public pages are not part of this repository.
"""


class Case(NamedTuple):
    """A page and its text; none where the page holds no article."""

    name: str
    html: str
    title: str
    text: str


def golden() -> list[Case]:
    cases = []
    for path in sorted(GOLDEN.glob("*.html")):
        told = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))
        html, _ = read_text(path.read_bytes(), path.name)
        cases.append(Case(path.stem, html, told.get("title", ""), told.get("body", "")))
    return cases


def folder(path: Path) -> list[Case]:
    pages = [(page, page.with_suffix(".txt")) for page in sorted(path.glob("*.html"))]
    return [
        Case(page.stem, read_text(page.read_bytes(), page.name)[0], "", text.read_text(encoding="utf-8"))
        for page, text in pages
        if text.exists()
    ]


def bayan(html: str) -> str:
    try:
        return read_web_page(html, Source("x", "x"), Terms(Limits(), Notes(), {})).body
    except Rejected:
        return ""


def trafilatura(html: str) -> str:
    return import_module("trafilatura").extract(html, include_comments=False) or ""


def readability(html: str) -> str:
    summary = import_module("readability").Document(html).summary()
    tree = import_module("lxml.html").fromstring(summary)
    return "\n".join(piece for piece in tree.itertext() if piece.strip())


def justext(html: str) -> str:
    tool = import_module("justext")
    found = tool.justext(html.encode(), tool.get_stoplist("Arabic"), encoding="utf-8")
    return "\n".join(paragraph.text for paragraph in found if not paragraph.is_boilerplate)


TOOLS: dict[str, Tool] = {"bayan": bayan, "trafilatura": trafilatura, "readability": readability, "justext": justext}


def words(text: str) -> Counter[str]:
    return Counter(WORD.findall(fold_text(text)))


def score(case: Case, found: str) -> float:
    """F1 over words. The title is no part of the text, and no fault where a tool gives it."""
    wanted, given = words(case.text), words(found)
    if words(case.title) <= given - wanted:
        given -= words(case.title)
    if not wanted or not given:
        return float(wanted == given)
    return 2 * (wanted & given).total() / (wanted.total() + given.total())


def measure(cases: Sequence[Case], tool: Tool) -> tuple[list[float], float]:
    """The F1 of each page, and pages a second of processor, the best of some turns."""
    scores, best = [], float("inf")
    for _ in range(TURNS):
        begun = time.process_time()
        found = [tool(case.html) for case in cases]
        best = min(best, time.process_time() - begun)
        scores = [score(case, text) for case, text in zip(cases, found, strict=True)]
    return scores, len(cases) / best


def report(title: str, cases: Sequence[Case], tools: Sequence[str]) -> str:
    rows = []
    for name in tools:
        scores, rate = measure(cases, TOOLS[name])
        worst = min(zip(scores, (case.name for case in cases), strict=True))
        perfect = sum(one > 0.995 for one in scores)
        rows.append(f"| {name} | {mean(scores):.3f} | {perfect} | {worst[0]:.2f} ({worst[1]}) | {rate:,.0f} |")
    head = "| tool | F1 | pages without a fault | worst page | pages/s |\n|---|---|---|---|---|"
    return f"## {title}: {len(cases)} pages\n\n{head}\n" + "\n".join(rows) + "\n"


def main() -> None:
    tools = [name for name in TOOLS if name == "bayan" or find_spec(name)]
    absent = [name for name in TOOLS if name not in tools]
    parts = [report("Golden pages of tests/cases/pages", golden(), tools)]
    parts += [report(Path(name).name, folder(Path(name)), tools) for name in sys.argv[1:]]
    text = "\n".join([_HEAD.format(stamp=stamp()), *parts])
    print(text)
    if absent or len(parts) == 1:
        print(f"docs/main-text.md is left as it is: {', '.join(absent) or 'no folder of public pages'} missing.")
    else:
        (ROOT / "docs" / "main-text.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
