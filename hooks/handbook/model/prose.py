"""Formatted text from an editor: parsed once into a small tree that every writer walks.

The language is small on purpose: paragraphs, bullet and numbered lists, **bold**, [links](https://…)
references such as [[SKJ-09]] or [[fadder|fadderen]]; [[regel:id]] is a rule in its own words, which
`transclusion` puts in. HTML is not markup here; `<b>` is three
characters, so PDF, Word and JSON stay honest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from handbook.model.readability import first_stop, sets_a_limit

_REFERENCE = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]")
_MARKUP = re.compile(r"[*\[\]\\`&]|^\s*(?:[-+#>]|\d+[.)])\s|^\s*[-=_~]{3,}|\n", re.MULTILINE)
_PICTURE = re.compile(r"(?<!\\)!\[[^\]\n]*\]\(")
_PARSER = MarkdownIt("zero", {"html": False}).enable(
    ["emphasis", "list", "link", "escape", "newline", "backticks"]
)


@dataclass(frozen=True, slots=True)
class Text:
    """A run of letters."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that carry the weight of the sentence."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link out of the handbook."""

    url: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to a thing in the handbook by its id; `shown` is empty when its title shall show."""

    target: str
    shown: str


@dataclass(frozen=True, slots=True)
class Told:
    """A rule in its own words, where a text asked for it by [[regel:id]]."""

    rule: str
    children: tuple[Inline, ...]


Inline = Text | Strong | Link | Reference | Told


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; an item holds paragraphs and lists."""

    ordered: bool
    items: tuple[tuple[Block, ...], ...]


Block = Paragraph | ItemList


class ProseError(ValueError):
    """The text uses markup that the handbook does not have; the message is for the editor."""


class Prose:
    """An editor's text. Equal when it says the same; the tree is made when first asked for.

    `told` is the tree in which the rules that the text asks for stand in their own words.
    """

    def __init__(self, source: str, told: tuple[Block, ...] | None = None) -> None:
        self.source = source.strip()
        self._told = told

    def __repr__(self) -> str:
        return f"Prose({self.source!r})"

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Prose) and other.source == self.source and other._told == self._told
        )

    def __hash__(self) -> int:
        return hash(self.source)

    def __str__(self) -> str:
        return self.plain

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The tree. Raises ProseError on markup outside the language."""
        if self._told is not None:
            return self._told
        if not _MARKUP.search(self.source):
            return (Paragraph((Text(self.source),)),)
        return _blocks(_PARSER.parse(self.source))

    @cached_property
    def plain(self) -> str:
        """The words alone, paragraphs and items on lines of their own; a reference gives its id."""
        return "\n".join(_plain_blocks(self.blocks))

    @cached_property
    def gist(self) -> Prose:
        """The first sentence with what it refers to; a text of several paragraphs as it is."""
        return self._halves[0]

    @cached_property
    def rest(self) -> Prose | None:
        """What follows the gist."""
        return self._halves[1]

    @cached_property
    def gist_and_limits(self) -> Prose:
        """The gist, with all that follows it when a condition or a limit stands there."""
        return self if self.rest and sets_a_limit(self.rest.plain) else self.gist

    @cached_property
    def _halves(self) -> tuple[Prose, Prose | None]:
        first, *more = self.blocks
        if more or not isinstance(first, Paragraph):
            return self, None
        words = plain_inlines(first.children)
        stop = first_stop(words)
        if stop == len(words):
            return self, None
        before = tuple(_cut(first.children, 0, stop))
        after = tuple(_cut(first.children, stop + 1, len(words)))
        return Prose(self.source, (Paragraph(before),)), Prose(self.source, (Paragraph(after),))

    @property
    def references(self) -> tuple[str, ...]:
        """Ids this text refers to, in order, repeated as often as written."""
        if "[[" not in self.source:
            return ()
        return tuple(match[1].strip() for match in _REFERENCE.finditer(self.source))

    @property
    def one_paragraph(self) -> bool:
        """True when the text can stand inside a sentence or a table cell."""
        return len(self.blocks) == 1 and isinstance(self.blocks[0], Paragraph)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            _checked,
            core_schema.str_schema(strip_whitespace=True, min_length=1, max_length=6000),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda p: p.source),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}


def _checked(text: str) -> Prose:
    prose = Prose(text)
    if not _MARKUP.search(text):
        return prose  # one paragraph of plain words; nothing can be wrong, nothing is parsed yet
    try:
        if _PICTURE.search(text):
            raise ProseError("et bilde; bilder kan ikke stå i tekst, fortell det med ord")
        _ = prose.blocks
    except ProseError as error:
        raise PydanticCustomError("prose", "{problem}", {"problem": str(error)}) from None
    return prose


def _blocks(tokens: list[Token]) -> tuple[Block, ...]:
    return tuple(_block_run(iter(tokens), ""))


def _block_run(tokens: Iterator[Token], end: str) -> Iterator[Block]:
    for token in tokens:
        kind = token.type
        if kind == end:
            return
        if kind == "paragraph_open":
            inline = next(tokens)
            next(tokens)
            yield Paragraph(_inlines(inline.children or []))
        elif kind in ("bullet_list_open", "ordered_list_open"):
            close = kind.replace("_open", "_close")
            yield ItemList(kind.startswith("ordered"), tuple(_items(tokens, close)))
        else:
            raise ProseError(f"uventet oppsett ({kind})")


def _items(tokens: Iterator[Token], end: str) -> Iterator[tuple[Block, ...]]:
    for token in tokens:
        if token.type == end:
            return
        yield tuple(_block_run(tokens, "list_item_close"))


def _inlines(tokens: list[Token]) -> tuple[Inline, ...]:
    return tuple(_inline_run(iter(tokens), ""))


def _inline_run(tokens: Iterator[Token], end: str) -> Iterator[Inline]:
    for token in tokens:
        kind = token.type
        if kind == end:
            return
        if kind in ("text", "text_special"):
            yield from _text(token.content)
        elif kind in ("softbreak", "hardbreak"):
            yield Text(" ")
        elif kind == "strong_open":
            yield Strong(tuple(_inline_run(tokens, "strong_close")))
        elif kind == "em_open":
            raise ProseError("kursiv finnes ikke i håndboka; skriv **ordet** for utheving")
        elif kind == "link_open":
            yield Link(_safe_url(token), tuple(_inline_run(tokens, "link_close")))
        elif kind == "code_inline":
            raise ProseError("skrift mellom ` ` finnes ikke i håndboka; bruk «anførselstegn»")
        else:
            raise ProseError(f"uventet oppsett ({kind})")


def _safe_url(token: Token) -> str:
    url = str(token.attrGet("href") or "")
    if not url.startswith(("https://", "http://", "mailto:", "tel:")):
        raise ProseError(
            f"lenken «{url}» må begynne med https://; til noe i håndboka skriver du [[id]]"
        )
    return url


def _text(text: str) -> Iterator[Inline]:
    at = 0
    for match in _REFERENCE.finditer(text):
        if match.start() > at:
            yield Text(text[at : match.start()])
        yield Reference(match[1].strip(), (match[2] or "").strip())
        at = match.end()
    if at < len(text):
        yield Text(text[at:])


def _cut(children: tuple[Inline, ...], start: int, end: int) -> Iterator[Inline]:
    """The part of a run between two letters; a reference is never cut, and goes where it ends."""
    at = 0
    for child in children:
        length = len(plain_inlines((child,)))
        low, high = max(start - at, 0), min(end - at, length)
        if isinstance(child, Reference):
            if low < length and high == length:
                yield child
        elif low < high and isinstance(child, Text):
            yield Text(child.text[low:high])
        elif low < high and not isinstance(child, Text):
            yield replace(child, children=tuple(_cut(child.children, low, high)))
        at += length


def _plain_blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield plain_inlines(block.children)
        else:
            for item in block.items:
                yield from _plain_blocks(item)


def plain_inlines(children: tuple[Inline, ...]) -> str:
    """The words of a run; a reference without words of its own gives its id."""
    parts = []
    for child in children:
        if isinstance(child, Text):
            parts.append(child.text)
        elif isinstance(child, Reference):
            parts.append(child.shown or child.target)
        else:
            parts.append(plain_inlines(child.children))
    return "".join(parts)
