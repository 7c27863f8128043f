"""A built site as the tests see it: every page parsed, and one page of every kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement


@dataclass(frozen=True)
class BuiltSite:
    """The folder MkDocs left."""

    folder: Path

    @cached_property
    def pages(self) -> dict[str, HtmlElement]:
        """Address → parsed page, for every HTML file there is."""
        files = sorted(self.folder.rglob("*.html"))
        assert len(files) > 50, f"hardly any pages in {self.folder}"
        return {
            file.relative_to(self.folder).as_posix(): html.document_fromstring(
                file.read_bytes(), parser=html.HTMLParser(encoding="utf-8")
            )
            for file in files
        }

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Kind → the largest page of it, where faults are likeliest.

        A page with scripts of its own is a kind apart.
        """
        return {kind: addresses[-1] for kind, addresses in self._by_size.items()}

    @cached_property
    def usual(self) -> dict[str, str]:
        """Kind → the page of middle size, for checks that are slow on large pages."""
        return {kind: addresses[len(addresses) // 2] for kind, addresses in self._by_size.items()}

    @cached_property
    def by_scripts(self) -> dict[str, str]:
        """The scripts of a page → one page that has just these, of those in `usual`."""
        return {kind.partition("+")[2]: address for kind, address in self.usual.items()}

    @cached_property
    def one_each(self) -> dict[str, str]:
        """As `usual`, with one page of a kind whatever scripts it has."""
        found: dict[str, list[tuple[int, str]]] = {}
        for kind, addresses in self._by_size.items():
            sized = ((self._size(address), address) for address in addresses)
            found.setdefault(kind.partition("+")[0], []).extend(sized)
        return {kind: sorted(pages)[len(pages) // 2][1] for kind, pages in found.items()}

    def _size(self, address: str) -> int:
        return (self.folder / address).stat().st_size

    @cached_property
    def _by_size(self) -> dict[str, list[str]]:
        found: dict[str, list[tuple[int, str]]] = {}
        for address, page in self.pages.items():
            if page.body.get("class", "").startswith("page-moved"):
                continue  # it leads on before anybody, or a test, can look at it
            found.setdefault(kind_of(address, page), []).append((self._size(address), address))
        return {kind: [address for _, address in sorted(found[kind])] for kind in sorted(found)}

    @cached_property
    def scripted(self) -> set[str]:
        """The pages among `kinds` that carry scripts of their own."""
        return {address for address in self.kinds.values() if own_scripts(self.pages[address])}


def kind_of(address: str, page: HtmlElement) -> str:
    """`step`, `form`, … and the names of the scripts that only such pages have."""
    if address == "404.html":
        return "404"
    kind = page.body.get("class", "").split()[0].removeprefix("page-")
    return "+".join([kind, *own_scripts(page)])


def own_scripts(page: HtmlElement) -> list[str]:
    """The names of the scripts that not every page has."""
    names = [Path(script.get("src", "")).name.partition(".")[0] for script in page.iter("script")]
    return sorted({name for name in names if name not in ("colours", "theme", "search")})
