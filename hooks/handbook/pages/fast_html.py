"""The Markdown our own templates write → HTML, byte for byte as Python-Markdown would.

A generated page is made of few things: headings with an id, paragraphs and HTML islands. For
these a full Markdown parser is fifty times too much. Anything else gives None, and the page goes
the ordinary way. A test compares both ways on every page of the handbook.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import NamedTuple

Resolve = Callable[[str], str | None]
"""The target of a Markdown link → the address to print, or None when it is not known."""


class Heading(NamedTuple):
    """An entry for a table of contents."""

    level: int
    anchor: str
    text: str


class Converted(NamedTuple):
    """HTML and what an engine wants to know about it."""

    html: str
    headings: tuple[Heading, ...]


_HEADING = re.compile(r"(#{1,6}) (\S[^\n]*?) \{#([A-Za-z0-9_.-]+)\}")
_ISLAND = re.compile(r"<(/?)(div|section|aside|figure|nav|ul|ol|dl|p|h[1-6]|details|table|form)\b")
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]\(([^()\s]+)\)")
_STRONG = re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!])")
_RAW = re.compile(r"[`*_\\<>~^={}|]|\[|\]|!\[|&(?!amp;|lt;|gt;)|https?://|  \n|\t|\n")


def convert(markdown: str, resolve: Resolve) -> Converted | None:
    """HTML of a generated page, or None when it holds anything but the known few things."""
    out: list[str] = []
    headings: list[Heading] = []
    if "\t" in markdown:
        return None
    blocks = markdown.strip("\n").split("\n\n")
    for block in blocks:
        first = block[:1]
        if first == "#":
            heading = _heading(block)
            if heading is None:
                return None
            headings.append(heading)
            level, anchor, text = heading
            out.append(f'<h{level} id="{anchor}">{text}</h{level}>')
        elif first == "<":
            if not _whole_island(block):
                return None
            out.append(block + "\n")  # Python-Markdown keeps the blank line after raw HTML
        else:
            html = _paragraph(block, resolve)
            if html is None:
                return None
            out.append(html)
    return Converted("\n".join(out).rstrip("\n"), tuple(headings))


def _heading(block: str) -> Heading | None:
    match = _HEADING.fullmatch(block)
    if match is None or match[2].endswith("#"):
        return None
    text = _inline(match[2], lambda _: None)
    if text is None:
        return None
    return Heading(len(match[1]), match[3], text)


def _whole_island(block: str) -> bool:
    """True when the block opens with a block element that closes at its very end."""
    match = _ISLAND.match(block)
    if match is None or match[1]:
        return False
    tag = match[2]
    depth, end = 0, 0
    for found in re.finditer(rf"<(/?){tag}(?=[\s>])", block):
        depth += -1 if found[1] else 1
        if depth == 0:
            end = block.find(">", found.start()) + 1
            break
    return end == len(block)


def _paragraph(block: str, resolve: Resolve) -> str | None:
    if block[0] in " >+-=?:!|~0123456789" or "\n" in block:
        return None
    html = _inline(block, resolve)
    return None if html is None else f"<p>{html}</p>"


def _inline(text: str, resolve: Resolve) -> str | None:
    held: list[str] = []

    def hold(html: str) -> str:
        held.append(html)
        return f"\x02{len(held) - 1}\x03"

    text = _ESCAPED.sub(lambda m: hold(escape(m[1], quote=False)), text)
    missing = False

    def link(match: re.Match[str]) -> str:
        nonlocal missing
        address = resolve(match[2])
        if address is None or _RAW.search(match[1]):
            missing = True
            return ""
        return hold(f'<a href="{escape(address)}">{match[1]}</a>')

    text = _LINK.sub(link, text)
    text = _STRONG.sub(lambda m: hold("<strong>") + m[1] + hold("</strong>"), text)
    if missing or _RAW.search(text):
        return None
    while "\x02" in text:
        text = re.sub("\x02(\\d+)\x03", lambda m: held[int(m[1])], text)
    return text
