"""An e-book as its reader finds it: files, spots, links and the two lists of contents."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"


@dataclass(frozen=True)
class Epub:
    """The bytes of an e-book."""

    data: bytes

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Name → bytes, in the order they lie."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as book:
            return {name: book.read(name) for name in book.namelist()}

    @cached_property
    def package(self) -> etree._Element:
        """What the book is and holds."""
        return etree.fromstring(self.files["EPUB/package.opf"])

    @cached_property
    def pages(self) -> dict[str, etree._Element]:
        """Every XHTML file, read as XML."""
        return {
            name: etree.fromstring(data)
            for name, data in self.files.items()
            if name.endswith(".xhtml")
        }

    def said(self, name: str) -> list[str]:
        """What the package says under a name of Dublin Core, or a property of `meta`."""
        return [
            one.text or ""
            for one in self.package.iter()
            if etree.QName(one).localname == name or one.get("property") == name
        ]

    def nav(self, kind: str) -> list[tuple[str, str]]:
        """Words and link of each line of a list of contents: `toc`, `page-list`."""
        for nav in self.pages["EPUB/nav.xhtml"].iter(f"{XHTML}nav"):
            if nav.get(f"{OPS}type") == kind:
                return [("".join(a.itertext()), a.get("href", "")) for a in nav.iter(f"{XHTML}a")]
        return []

    def links(self) -> Iterator[tuple[str, str]]:
        """(file, where to) of every link, those in drawings too."""
        for name, page in self.pages.items():
            for one in page.iter():
                if isinstance(one.tag, str) and etree.QName(one).localname == "a":
                    yield name, one.get("href", "")

    def lands(self, name: str, link: str) -> bool:
        """Whether a link inside the book leads to a file and a spot in it."""
        file, _, spot = link.partition("#")
        target = posixpath.join(posixpath.dirname(name), file) if file else name
        return target in self.files and (not spot or spot in self.spots[target])

    @cached_property
    def spots(self) -> dict[str, list[str]]:
        """File → every id in it."""
        return {
            name: [one.get("id", "") for one in page.iter() if one.get("id")]
            for name, page in self.pages.items()
        }
