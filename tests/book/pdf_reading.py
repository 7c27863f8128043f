"""What a PDF says of itself: text, structure, places that ways lead to."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
from pypdfium2 import raw


def text_of(pdf: bytes) -> str:
    """All text, hyphens at line ends joined, gaps folded to one space."""
    return running(pages_of(pdf))


def running(pages: list[str]) -> str:
    """Pages as one running text."""
    joined = "\n".join(pages).replace("\u00ad", "")
    joined = re.sub(r"(?<=[a-zæøå])[-\ufffe\u2010]\s*\r?\n(?=[a-zæøå])", "", joined)
    joined = re.sub(r"[\ufffe\x02]\s*", "", joined)
    return re.sub(r"\s+", " ", joined)


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page as it stands."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[n].get_textpage().get_text_range() for n in range(len(document))]
    document.close()
    return pages


def smallest_letter(pdf: bytes) -> float:
    """The size in points of the smallest letter or digit anywhere in it."""
    document = pypdfium2.PdfDocument(pdf)
    sizes = [size for page in document for size in _sizes(page.get_textpage())]
    document.close()
    return min(sizes)


def _sizes(text: Any) -> Iterator[float]:
    for at in range(text.count_chars()):
        if chr(raw.FPDFText_GetUnicode(text.raw, at)).isalnum():
            matrix = raw.FS_MATRIX()
            raw.FPDFText_GetMatrix(text.raw, at, matrix)
            yield raw.FPDFText_GetFontSize(text.raw, at) * abs(matrix.d)


def letters_of(text: str) -> str:
    """Letters and digits alone: line ends, hyphens and gaps do not count."""
    return re.sub(r"[^0-9a-zæøåáčđŋšŧž]", "", text.lower())


class Tagged:
    """An opened PDF and its structure tree."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(pdf))
        self.elements = list(self._walk(self.pdf.Root.StructTreeRoot))
        self.kinds = Counter(str(e.S).lstrip("/") for e in self.elements)

    def _walk(self, node: Any) -> Iterator[Any]:
        kids = node.get("/K")
        if kids is None:
            return
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield kid
                yield from self._walk(kid)

    def of(self, kind: str) -> list[Any]:
        """Elements of one kind, in reading order."""
        return [e for e in self.elements if str(e.S) == f"/{kind}"]

    def inside(self, element: Any) -> set[str]:
        """Kinds of everything inside an element."""
        return {str(e.S).lstrip("/") for e in self._walk(element)}

    def languages(self) -> set[str]:
        """Every /Lang in the file."""
        found = set()
        for entry in self.pdf.objects:
            for part in _dictionaries(entry):
                if "/Lang" in part:
                    found.add(str(part.Lang))
        return found

    def lost_ways(self) -> list[str]:
        """Ways inside the document whose end is not in it."""
        named = set(_names(self.pdf.Root))
        pages = {page.obj.objgen for page in self.pdf.pages}
        lost = []
        for page in self.pdf.pages:
            for note in page.obj.get("/Annots", []):
                end = note.get("/Dest")
                if end is None and "/A" in note and note.A.S == "/GoTo":
                    end = note.A.D
                if end is None:
                    continue
                if isinstance(end, pikepdf.Array):
                    if end[0].objgen not in pages:
                        lost.append("page")
                elif str(end) not in named:
                    lost.append(str(end))
        return lost

    def ways(self) -> int:
        """How many annotations lead somewhere."""
        return sum(len(page.obj.get("/Annots", [])) for page in self.pdf.pages)

    def bookmarks(self) -> list[str]:
        """Titles in the outline, all levels."""
        with self.pdf.open_outline() as outline:
            return list(_titles(outline.root))


def _dictionaries(entry: Any) -> Iterator[Any]:
    if isinstance(entry, (pikepdf.Dictionary, pikepdf.Stream)):
        yield entry
        for value in entry.values() if isinstance(entry, pikepdf.Dictionary) else ():
            if isinstance(value, pikepdf.Dictionary) and not value.is_indirect:
                yield from _dictionaries(value)


def _names(root: Any) -> Iterator[str]:
    waiting = [root.Names.Dests] if "/Names" in root and "/Dests" in root.Names else []
    while waiting:
        node = waiting.pop()
        waiting += list(node.get("/Kids", []))
        names = list(node.get("/Names", []))
        yield from map(str, names[::2])


def _titles(items: Any) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)
