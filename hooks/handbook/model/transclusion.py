"""Rules told in their own words wherever a text asks for one: `[[regel:id]]`.

It happens once, when all has been read. Pages, search, forms and measures then meet the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from operator import is_
from typing import Any, get_args

from handbook.model.former import KINDS
from handbook.model.handbook import Handbook
from handbook.model.links import WHOLE
from handbook.model.noun import Noun
from handbook.model.prose import (
    Block,
    Inline,
    ItemList,
    Link,
    Paragraph,
    Prose,
    Reference,
    Strong,
    Told,
)
from handbook.model.rule import Rule

ASKED = re.compile(r"\[\[\s*" + WHOLE + r":\s*([^\[\]|\n]*?)\s*(?:\|\s*([^\[\]\n]*?)\s*)?\]\]")
"""Where a text asks for a rule: its id, and which variant."""

_SIGN = f"{WHOLE}:"
"""What every such place has, and few other texts."""

SHORT = "kort"
"""Asks for words that stand inside a sentence; all others are sentences."""

VARIANTS = {
    SHORT: "short", "rolle": "role", "deltaker": "participant", "unntak": "exceptions",
}  # fmt: skip
"""What stands after the id → the field of the variant."""


def wording(rule: Rule, variant: str) -> Prose | None:
    """The words of a rule; None where it has no such variant."""
    if not variant:
        return rule.wording
    field = VARIANTS.get(variant, "")
    return getattr(rule, field, None) or getattr(rule.variants, field, None)


def asks(source: str) -> bool:
    """Whether a text as written asks for a rule."""
    return _SIGN in source and ASKED.search(source) is not None


def with_rules(book: Handbook) -> Handbook:
    """A handbook in which every text has the words of the rules it asks for."""
    teller = Teller(book.rules)
    return in_all(book, lambda _, noun: teller.noun(noun))


def in_all(book: Handbook, told: Callable[[str, Any], Any]) -> Handbook:
    """A handbook in which every entry is what `told` makes of it, asked with its kind."""
    made: dict[str, Any] = {
        f"{kind}s": tuple(told(kind, noun) for noun in getattr(book, f"{kind}s")) for kind in KINDS
    }
    decision = told("decision", book.decision) if book.decision else None
    made["examples"] = tuple(told("example", one) for one in book.examples)
    return replace(book, edition=told("edition", book.edition), decision=decision, **made)


def as_written(book: Handbook) -> Handbook:
    """A handbook in which texts ask for rules and do not tell them, as in the files."""
    return in_all(book, lambda _, noun: _AsWritten().noun(noun))


class _Texts:
    """Makes something of every text in a noun."""

    def prose(self, text: Prose) -> Prose:
        """The text itself when there is nothing to make of it."""
        raise NotImplementedError

    def noun(self, noun: Any) -> Any:
        """The noun itself when all texts in it stay as they are."""
        held = noun.__dict__
        kind: type[Noun] = type(noun)
        made = {}
        for name in _telling(kind):
            value = held[name]
            if value and (told := self._value(value)) is not value:
                made[name] = told
        if not made:
            return noun
        whole = {name: made.get(name, held[name]) for name in kind.model_fields}
        return kind.model_construct(noun.model_fields_set, **whole)

    def _value(self, value: Any) -> Any:
        kind = type(value)
        if kind is Prose:
            return self.prose(value) if _SIGN in value.source else value
        if kind is tuple:
            made = tuple([self._value(one) for one in value])
            return value if all(map(is_, made, value)) else made
        return self.noun(value) if isinstance(value, Noun) else value


@cache
def _telling(kind: type[Noun]) -> tuple[str, ...]:
    """The fields of a noun that hold texts, or nouns that may."""
    return tuple(name for name, info in kind.model_fields.items() if _may_tell(info.annotation))


def _may_tell(annotation: Any) -> bool:
    if isinstance(annotation, type):
        if issubclass(annotation, Noun):
            return bool(_telling(annotation))
        return issubclass(annotation, Prose)
    return any(map(_may_tell, get_args(annotation)))


class _AsWritten(_Texts):
    def prose(self, text: Prose) -> Prose:
        return Prose(text.source) if asks(text.source) else text


class Teller(_Texts):
    """Puts the words of rules into nouns; what cannot be told stays a reference."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = {rule.id: rule for rule in rules}
        self._words: dict[tuple[str, str], tuple[Inline, ...] | None] = {}

    def prose(self, text: Prose) -> Prose:
        """A text with the words of its rules."""
        if not asks(text.source):
            return text
        return Prose(text.source, tuple(map(self._block, text.blocks)))

    def _block(self, block: Block) -> Block:
        if isinstance(block, Paragraph):
            return Paragraph(self._inlines(block.children))
        items = (tuple(map(self._block, item)) for item in block.items)
        return ItemList(block.ordered, tuple(items))

    def _inlines(self, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(map(self._inline, children))

    def _inline(self, child: Inline) -> Inline:
        if isinstance(child, Reference):
            kind, _, name = child.target.partition(":")
            words = self._told(name.strip(), child.shown) if kind.strip() == WHOLE else None
            return child if words is None else Told(name.strip(), words)
        if isinstance(child, Strong):
            return Strong(self._inlines(child.children))
        if isinstance(child, Link):
            return Link(child.url, self._inlines(child.children))
        return child

    def _told(self, name: str, variant: str) -> tuple[Inline, ...] | None:
        """The words of a rule; None when there are none, or when they ask for themselves."""
        key = name, variant
        if key not in self._words:
            self._words[key] = None  # whoever asks meanwhile, goes in a ring
            rule = self._rules.get(name)
            text = wording(rule, variant) if rule else None
            if text is not None and isinstance(text.blocks[0], Paragraph):
                self._words[key] = self._inlines(text.blocks[0].children)
        return self._words[key]
