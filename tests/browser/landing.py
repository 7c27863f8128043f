"""Whether every address in the HTML files of a folder has a file and a spot behind it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

Pages = Mapping[str, HtmlElement]
FOREIGN = ("http:", "https:", "mailto:", "tel:", "data:")


_CHOICE = "//*[@value=$value or @data-answer=$value]"
"""What a script chooses by: an option, or an answer in the chooser."""


def elements(page: HtmlElement) -> Iterator[HtmlElement]:
    return (e for e in page.iter() if isinstance(e.tag, str))


def ids(page: HtmlElement) -> list[str]:
    return [e.get("id") for e in elements(page) if e.get("id") is not None]


def addresses(page: HtmlElement) -> Iterator[str]:
    for element in elements(page):
        for name in ("href", "src", "{http://www.w3.org/1999/xlink}href"):  # fmt: skip
            value = element.get(name)
            if value is not None and element.get("rel") != "canonical":
                yield value
        if element.tag == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
            yield element.get("content", "").partition("url=")[2]
        if element.get("data-tool") is not None or element.get("data-scripts") is not None:
            yield from _in_data(json.loads(element.text_content()))


def _in_data(value: Any) -> Iterator[str]:
    """The addresses in a tool's data: folders, and a file with its ending."""
    if isinstance(value, str):
        if re.fullmatch(r"(\.\./|[\w-]+/)+[\w.-]+\.[a-z]+(#.*)?", value):
            yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _in_data(one)


def broken_links(folder: Path, pages: Pages) -> list[str]:
    """Every address inside the site that has no file or no anchor behind it."""
    anchors = {address: set(ids(page)) for address, page in pages.items()}
    faults = []
    for here, page in pages.items():
        twins = page.xpath("//link[@rel='alternate']/@href")
        for link in addresses(page):
            if link.startswith(FOREIGN):
                continue
            parts = urlsplit(link)
            path, anchor = unquote(parts.path), unquote(parts.fragment)
            there = normpath(join(dirname(here), path)) if path else here
            if path.startswith("/"):
                there = path.lstrip("/")
            if path.endswith(".md") and link not in twins:
                faults.append(f"{here}: link to a source file: {link}")
            elif not (folder / there).is_file():
                faults.append(f"{here}: no file behind {link}")
            elif "=" in anchor and there in pages:  # a choice that the page's script makes
                name, _, value = anchor.partition("=")
                if not pages[there].xpath(_CHOICE, value=value):
                    faults.append(f"{here}: no choice {name} {value} behind {link}")
            elif anchor and there in anchors and anchor not in anchors[there]:
                faults.append(f"{here}: no anchor behind {link}")
    return faults
