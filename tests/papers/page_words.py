"""How much stands on each kind of page, and how much of it stands elsewhere too.

    PYTHONPATH=hooks:tests python -m papers.page_words SITE [--pages]

For each kind of page: how many there are, the words of `main` with folds closed and with folds
open, its links, and the tab stops before it on a wide screen. Each number is that of the median
page and of the largest. Then, of the pages for readers, all words and how many of them stand in
a sentence that is on two pages or more. With `--pages` a line for each page too.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from lxml import html

EDITORS = ("redaksjon/", "kilder/", "404")
"""Where the pages that are not for readers lie."""

_UNSEEN = {"script", "style", "template", "noscript", "option"}
_INSIDE = {"a", "abbr", "b", "code", "em", "i", "label", "small", "span", "strong", "time", "text",
           "tspan", "button", "cite", "q", "sup"}  # fmt: skip
"""Elements inside a sentence; every other one begins a sentence of its own."""
_PAPER_ONLY = {"print-note", "print-foot", "on-paper", "blank", "evidence"}
_PHONE_ONLY = "narrow"
"""The second drawing of a process, which a wide screen does not show."""
_NARROW_ONLY = {"menu-button", "side-button"}
_WORD = re.compile(r"\w")
_END = re.compile(r"(?<=[.!?:])\s+(?=[«A-ZÆØÅ0-9])")


@dataclass
class PageWords:
    """What one page holds."""

    path: str
    kind: str
    shown: int
    opened: int
    links: int
    tab_stops: int
    sentences: list[str] = field(default_factory=list)

    @property
    def for_readers(self) -> bool:
        """Whether it is one of the pages that readers go to."""
        return not self.path.startswith(EDITORS)


def page_words(text: str, path: str) -> PageWords | None:
    """What a page holds; None for one that only leads on to another."""
    tree = html.fromstring(text)
    if tree.xpath("//meta[@http-equiv='refresh']") or not tree.xpath("//main"):
        return None
    (main,) = tree.xpath("//main")
    kind = (tree.xpath("//body")[0].get("class") or "").removeprefix("page-")
    whole = list(sentences(main, opened=True))
    return PageWords(
        path,
        kind,
        sum(map(count, sentences(main, opened=False))),
        sum(map(count, whole)),
        len(main.xpath(".//a[@href][not(ancestor::*[@class=$phone])]", phone=_PHONE_ONLY)),
        _stops_before(tree, main),
        whole,
    )


def site_words(site: Path) -> list[PageWords]:
    """What every page of a built site holds, by address."""
    files = sorted(site.rglob("*.html"))
    told = ((file.read_text("utf-8"), file.relative_to(site).as_posix()) for file in files)
    return [found for text, path in told if (found := page_words(text, path))]


def said_twice(pages: list[PageWords]) -> tuple[int, int]:
    """All words with folds open, and those in sentences that stand on two pages or more."""
    on = Counter(sentence for page in pages for sentence in set(page.sentences))
    every = [sentence for page in pages for sentence in page.sentences]
    return sum(map(count, every)), sum(count(one) for one in every if on[one] > 1)


def sentences(main: html.HtmlElement, *, opened: bool) -> Iterator[str]:
    """What an element says, sentence by sentence, with its folds opened or as they stand."""
    run: list[str] = []
    for piece in _pieces(main, opened):
        if piece is None:
            yield from _split("".join(run))
            run = []
        else:
            run.append(piece)
    yield from _split("".join(run))


def _pieces(element: html.HtmlElement, opened: bool) -> Iterator[str | None]:
    """The texts of an element in order, and None wherever a sentence cannot go on."""
    inside = element.tag in _INSIDE
    if not inside:
        yield None
    yield element.text or ""
    folded = element.tag == "details" and not opened and element.get("open") is None
    for child in element:
        shown = isinstance(child.tag, str) and (not folded or child.tag == "summary")
        if shown and _is_seen(child):
            yield from _pieces(child, opened)
        if not folded:
            yield child.tail or ""
    if not inside:
        yield None


def _is_seen(element: html.HtmlElement) -> bool:
    if element.tag in _UNSEEN or element.get("hidden") is not None:
        return False
    return not {*_PAPER_ONLY, _PHONE_ONLY}.intersection((element.get("class") or "").split())


def _split(text: str) -> Iterator[str]:
    for sentence in _END.split(" ".join(text.split())):
        if _WORD.search(sentence):
            yield sentence


def count(sentence: str) -> int:
    """How many words a sentence has."""
    return sum(bool(_WORD.search(word)) for word in sentence.split())


def _stops_before(tree: html.HtmlElement, main: html.HtmlElement) -> int:
    stops = 0
    for element in tree.xpath("//body")[0].iter(
        "a", "button", "input", "select", "summary", "main"
    ):
        if element is main:
            break
        hidden = element.xpath("ancestor-or-self::*[@hidden]")
        folded = element.tag != "summary" and element.xpath("ancestor::details[not(@open)]")
        narrow = _NARROW_ONLY.intersection((element.get("class") or "").split())
        stops += not hidden and not folded and not narrow
    return stops


def table(pages: list[PageWords]) -> Iterator[str]:
    """A line for each kind of page: the median, and the largest behind a slash."""
    by_kind: dict[str, list[PageWords]] = defaultdict(list)
    for page in pages:
        by_kind[page.kind].append(page)
    yield "| slag | sider | ord | ord med alt åpent | lenker | tabstopp |"
    yield "|---|---|---|---|---|---|"
    for kind, alike in sorted(by_kind.items()):
        numbers = (
            [getattr(page, what) for page in alike]
            for what in ("shown", "opened", "links", "tab_stops")
        )
        cells = " | ".join(f"{median(one):.0f} / {max(one)}" for one in numbers)
        yield f"| {kind} | {len(alike)} | {cells} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("--pages", action="store_true", help="a line for each page too")
    options = parser.parse_args()
    pages = site_words(options.site)
    if options.pages:
        for page in pages:
            print(page.kind, page.path, page.shown, page.opened, page.links, page.tab_stops)
    print("\n".join(table(pages)))
    readers = [page for page in pages if page.for_readers]
    every, twice = said_twice(readers)
    print(f"\n{len(readers)} sider for lesere: {sum(page.shown for page in readers)} ord med "
          f"folder lukket, {every} med alt åpent; {twice / every:.0%} av dem står i en setning "
          "som er på minst to sider.")  # fmt: skip


if __name__ == "__main__":
    main()
