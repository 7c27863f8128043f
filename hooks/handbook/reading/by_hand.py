"""Pages that people write in `docs/` → documents; what they may hold is the same as anywhere.

The language is CommonMark without HTML: headings, paragraphs, lists, tables, **bold**, `code`,
links, pictures and fenced samples. A heading may end with its anchor, `{#slik}`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from handbook.codes import finding
from handbook.document.blocks import (
    Block,
    Blocks,
    Cell,
    Column,
    Item,
    ItemList,
    Paragraph,
    Picture,
    Row,
    Sample,
    Section,
    Table,
)
from handbook.document.hand_written import HandWritten
from handbook.document.inline import Code, Inline, Link, Ref, Strong, Words
from handbook.document.places import Place, page
from handbook.findings import Finding
from handbook.findings import Place as Spot
from handbook.reading.yaml_source import YamlFile, decode, read_yaml, report_conflict, report_signs

_FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_NOT_WORDS = re.compile(r"`[^`\n]*`|\]\([^)\s]*\)|\{#[\w-]+\}")
_ANCHOR = re.compile(r"\s*\{#([\w-]+)\}\s*$")
_SIZE = re.compile(r"\s*\{\s*width=(\d+)\s+height=(\d+)\s*\}")
_KEYS = {"title": 120, "kind": 20, "description": 300}
"""Field at the top of a page → how long it may be."""
_KINDS = ("text", "guide")
"""What a page may be; it decides how it looks."""
_PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")
_REFUSED = {
    "html_block": "HTML",
    "html_inline": "HTML",
    "em_open": "kursiv",
    "blockquote_open": "sitat med >",
    "hr": "skillelinje",
    "code_block": "innrykk som kode",
}
"""Kind of token → what an editor calls it."""


def read_by_hand(data: bytes, name: str) -> tuple[HandWritten | None, list[Finding]]:
    """One page from its bytes; `name` is its file from the project's root, `docs/om.md`."""
    document = YamlFile(name)
    text = decode(data, document)
    if text is None:
        return None, document.findings
    own = _FENCED.sub(_blanked, text)
    if report_signs(own, document) or report_conflict(own, document):
        return None, document.findings
    reader = _Reader(name, text.replace("\r\n", "\n"))
    page = reader.page()
    return page, list(dict.fromkeys([*reader.findings, *document.doubts]))


def _own_words(text: str) -> str:
    """The text without samples, code and addresses; every letter keeps its position."""
    return _NOT_WORDS.sub(_blanked, _FENCED.sub(_blanked, text))


def _blanked(sample: re.Match[str]) -> str:
    """What is shown as a sample is no part of the page's own words."""
    return re.sub(r"[^\n]", " ", sample[0])


class _Reader:
    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.path = name.removeprefix("docs/").removesuffix(".md")
        self.text = text
        self.findings: list[Finding] = []
        found = _FRONT.match(text)
        self.front = found[1] if found else ""
        self.body = text[found.end() :] if found else text
        self.lines_above = text[: len(text) - len(self.body)].count("\n")

    def page(self) -> HandWritten | None:
        """The page, when its front matter and its heading are there."""
        about = self.about()
        blocks = self.sections(_PARSER.parse(self.body))
        if about is None or not blocks:
            return None
        title, kind, description = about
        lines = tuple(_own_words(self.text).split("\n"))
        return HandWritten(self.path, self.name, title, kind, description, blocks[0], lines)

    def about(self) -> tuple[str, str, str] | None:
        """Title, kind and description; None when there is no title."""
        said = read_yaml(self.front.encode(), self.name) if self.front else YamlFile(self.name)
        self.findings += (_below_the_dashes(found) for found in said.findings)
        values = said.value if isinstance(said.value, dict) else {}
        for key, value in values.items():
            self.check_field(str(key), value, said.place((key,), key=True).line + 1)
        if not isinstance(values.get("title"), str):
            self.report("D02", 1, "siden mangler en tittel øverst",
                        fix="begynn fila med ---, en linje «title: …» og --- igjen")  # fmt: skip
            return None
        title, kind, about = (str(values.get(key) or "") for key in _KEYS)
        return title, kind or "text", about

    def check_field(self, key: str, value: object, line: int) -> None:
        """One field at the top of a page: known, a text, short, and one of the kinds there are."""
        if key not in _KEYS:
            self.report("D02", line, f"«{key}» er ikke et felt øverst i en side",
                        fix=f"bruk bare {', '.join(_KEYS)}")  # fmt: skip
        elif not isinstance(value, str) or len(value) > _KEYS[key]:
            self.report("D02", line, f"«{key}» må være en tekst på høyst {_KEYS[key]} tegn",
                        fix=f"skriv «{key}: » og teksten på én linje")  # fmt: skip
        elif key == "kind" and value not in _KINDS:
            self.report("D02", line, f"«{value}» er ikke en slags side",
                        fix=f"skriv {' eller '.join(_KINDS)}")  # fmt: skip

    def report(self, code: str, line: int, problem: str, *, fix: str) -> None:
        self.findings.append(finding(code, Spot(self.name, line, 1), problem, fix=fix))

    def refuse(self, token: Token, what: str) -> None:
        """Something the language does not have; it is left out and told of."""
        line = (token.map[0] if token.map else 0) + self.lines_above + 1
        self.report("D01", line, f"{what} finnes ikke i sidene",
                    fix="skriv det med overskrifter, avsnitt, lister, **utheving**, lenker, "
                    "bilder, tabeller eller kode mellom ```")  # fmt: skip

    def sections(self, tokens: list[Token]) -> list[Section]:
        """Headings with all that stands under them; one whole page is one section."""
        open_: list[tuple[int, str, str, list[Block]]] = []
        done: list[Section] = []
        for level, title, anchor, blocks in self.headed(tokens):
            while open_ and open_[-1][0] >= level:
                _close(open_, done)
            open_.append((level, title, anchor, blocks))
        while open_:
            _close(open_, done)
        return done

    def headed(self, tokens: list[Token]) -> Iterator[tuple[int, str, str, list[Block]]]:
        """(level, title, anchor, blocks) of each heading; a page begins with one."""
        at = 0
        stretch: list[tuple[int, str, str, list[Token]]] = []
        while at < len(tokens):
            token = tokens[at]
            if token.type == "heading_open" and token.level == 0:
                title = _plain(tokens[at + 1].children or [])
                anchor = _ANCHOR.search(title)
                words = _ANCHOR.sub("", title)
                spot = anchor[1] if anchor else _slug(words)
                stretch.append((int(token.tag[1:]), words, spot, []))
                at += 3
                continue
            if not stretch:
                self.refuse(token, "tekst før overskriften")
                return
            stretch[-1][3].append(token)
            at += 1
        for level, title, spot, inner in stretch:
            yield level, title, spot, list(self.blocks(iter(inner), ""))

    def blocks(self, tokens: Iterator[Token], end: str) -> Iterator[Block]:
        for token in tokens:
            kind = token.type
            if kind == end:
                return
            if kind == "paragraph_open":
                yield from self.paragraph(next(tokens))
                next(tokens)
            elif kind in ("bullet_list_open", "ordered_list_open"):
                close = kind.replace("_open", "_close")
                yield ItemList(tuple(self.items(tokens, close)), kind.startswith("ordered"))
            elif kind == "fence":
                yield Sample(token.content.rstrip("\n"))
            elif kind == "table_open":
                yield self.table(tokens)
            else:
                self.refuse(token, _REFUSED.get(kind, kind))

    def items(self, tokens: Iterator[Token], end: str) -> Iterator[Item]:
        for token in tokens:
            if token.type == end:
                return
            yield Item(tuple(self.blocks(tokens, "list_item_close")))

    def paragraph(self, inline: Token) -> Blocks:
        """One paragraph; a picture stands by itself."""
        children = inline.children or []
        if children and children[0].type == "image":
            return (self.picture(children),)
        return (Paragraph(self.words(inline, children)),)

    def picture(self, children: Sequence[Token]) -> Picture:
        image = children[0]
        target = posixpath.normpath(
            posixpath.join(posixpath.dirname(self.path), str(image.attrGet("src") or ""))
        )
        size = _SIZE.match(_plain(children[1:]))
        width, height = (int(size[1]), int(size[2])) if size else (0, 0)
        return Picture(Place("file", target), _plain(image.children or []), width, height)

    def table(self, tokens: Iterator[Token]) -> Table:
        rows: list[list[Words]] = []
        for token in tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(self.words(token, token.children or []))
        head, *body = rows
        lines = tuple(Row(tuple(Cell((Paragraph(cell),)) for cell in row)) for row in body)
        label = ", ".join(_words_alone(cell) for cell in head)
        return Table(tuple(map(Column, head)), lines, label)

    def words(self, parent: Token, children: Sequence[Token]) -> Words:
        return tuple(self.inline(parent, iter(children), ""))

    def inline(self, parent: Token, tokens: Iterator[Token], end: str) -> Iterator[Inline]:
        for token in tokens:
            kind = token.type
            if kind == end:
                return
            if kind in ("text", "text_special"):
                yield token.content
            elif kind in ("softbreak", "hardbreak"):
                yield " "
            elif kind == "code_inline":
                yield Code(token.content)
            elif kind == "strong_open":
                yield Strong(tuple(self.inline(parent, tokens, "strong_close")))
            elif kind == "link_open":
                target = unquote(str(token.attrGet("href") or ""))
                yield self.link(parent, target, tuple(self.inline(parent, tokens, "link_close")))
            elif not kind.endswith("_close"):
                self.refuse(parent, _REFUSED.get(kind, kind))

    def link(self, parent: Token, target: str, words: Words) -> Inline:
        """A way out, or to another page by its file: `nytt.md#steg`."""
        if target.startswith(("https://", "http://", "mailto:")):
            return Link(target, words)
        file, _, anchor = target.partition("#")
        if file and not file.endswith(".md"):
            self.refuse(parent, f"lenken «{target}»")
            return Strong(words)
        path = self.path
        if file:
            folder = posixpath.dirname(self.path)
            path = posixpath.normpath(posixpath.join(folder, file.removesuffix(".md")))
        return Ref(page(path, anchor), _words_alone(words))


def _below_the_dashes(found: Finding) -> Finding:
    """A finding in the fields, counted from the top of the file: a line of dashes comes first."""
    place = found.place
    return replace(found, place=Spot(place.file, place.line + 1, place.column))


def _close(open_: list[tuple[int, str, str, list[Block]]], done: list[Section]) -> None:
    """End the innermost heading: it becomes a block of the one around it, or a whole page."""
    _, title, anchor, blocks = open_.pop()
    section = Section(title, tuple(blocks), anchor)
    if open_:
        open_[-1][3].append(section)
    else:
        done.append(section)


def _plain(tokens: Sequence[Token]) -> str:
    return "".join(" " if t.type == "softbreak" else t.content for t in tokens)


def _words_alone(words: Words) -> str:
    parts = []
    for piece in words:
        if isinstance(piece, str):
            parts.append(piece)
        elif isinstance(piece, Code):
            parts.append(piece.text)
        elif isinstance(piece, Strong):
            parts.append(_words_alone(piece.words))
    return "".join(parts)


def _slug(title: str) -> str:
    return re.sub(r"[^\w]+", "-", title.lower()).strip("-")
