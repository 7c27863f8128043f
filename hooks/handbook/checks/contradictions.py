"""The same thing told differently in two places: found by holding texts against the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from handbook.checks.sentences import heading_over, sentence_at
from handbook.checks.walk import Value
from handbook.checks.where import Where
from handbook.codes import finding
from handbook.findings import Finding, Place
from handbook.language.texts import read_aloud
from handbook.model.handbook import Handbook
from handbook.model.links import WHOLE
from handbook.model.noun import cached_on_noun
from handbook.model.prose import Prose
from handbook.model.quantities import (
    COUNTED,
    Quantity,
    dimension_of,
    found_in,
    quantities,
    quantity_of,
)
from handbook.model.rule import OwnList, Rule
from handbook.model.transclusion import asks
from handbook.norwegian import listed

_OTHERS = frozenset({"source", "rule"})
"""A source may tell what held before, and a rule tells its own numbers."""


class Watched(NamedTuple):
    """What a sentence about a rule is known by, and the numbers it may have."""

    rule: Rule
    words: tuple[re.Pattern[str], ...]
    right: frozenset[Quantity]

    def speaks(self, said: str) -> bool:
        """Whether a sentence in small letters is about the rule."""
        return all(either.search(said) for either in self.words)


Register = dict[str, list[Watched]]
"""What is counted → the rules that tell so much of it."""


def no_text_tells_a_rule_with_another_number(book: Handbook, where: Where) -> Iterator[Finding]:
    """En setning som handler om en regel, har regelens tall."""
    register = register_of(book)
    for text in where.having(COUNTED) if register else ():
        if text.kind not in _OTHERS:
            yield from _against(register, where, text)


def _against(register: Register, where: Where, text: Value) -> Iterator[Finding]:
    aloud = read_aloud(text.source) if "[" in text.source else text.source
    over = heading_over(where.book, text)
    for one in found_in(aloud):
        said = f"{sentence_at(aloud, one.start)} {over}"
        decide = rules_deciding(register, said, one.quantity.dimension)
        if decide and not any(one.quantity in rule.right for rule in decide):
            yield _otherwise(where, text, one.written, decide[0].rule)


def rules_deciding(register: Register, said: str, dimension: str) -> list[Watched]:
    """The rules that a sentence is about, when it tells so much of something.

    Where several are spoken of, those that took most words to know decide: another rule's number
    is no excuse.
    """
    said = said.lower()
    spoken = [one for one in register.get(dimension, ()) if one.speaks(said)]
    most = max((len(one.words) for one in spoken), default=0)
    return [one for one in spoken if len(one.words) == most]


def _otherwise(where: Where, text: Value, written: str, rule: Rule) -> Finding:
    return finding(
        "R08", where.near(text, written),
        f"{text.name} sier «{written}», men regelen «{rule.id}» har andre tall",
        found=rule.wording.plain[:120],
        fix=f"hent regelen med [[{WHOLE}:{rule.id}]], eller rett tallet; handler setningen om noe "
        "annet, retter du «spoken_of:» i regelen",
    )  # fmt: skip


def register_of(book: Handbook) -> Register:
    """How every rule with a number is spoken of."""
    found: Register = {}
    for rule in book.rules:
        for one in rule.spoken_of if rule.withdrawn is None else ():
            dimension = dimension_of(one.unit)
            right = {*_own(rule), *(Quantity(dimension, amount) for amount in one.also)}
            watched = Watched(rule, tuple(map(_either, one.words)), frozenset(right))
            found.setdefault(dimension, []).append(watched)
    return found


@cache
def _either(words: str) -> re.Pattern[str]:
    """One of several words, each from where a word begins."""
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, _words(words))) + ")")


@cached_on_noun
def _own(rule: Rule) -> frozenset[Quantity]:
    """Every number that the rule has or tells itself; each entry is held against them all."""
    variants = rule.variants
    more = (variants.short, variants.role, variants.participant) if variants else ()
    told = (rule.wording, rule.condition, rule.exceptions, *more)
    texts = (text.plain for text in told if isinstance(text, Prose))
    amounts = (found for one in rule.amounts if (found := quantity_of(one)))
    return frozenset((*(one for text in texts for one in quantities(text)), *amounts))


def no_text_tells_the_list_of_a_rule_by_hand(book: Handbook, where: Where) -> Iterator[Finding]:
    """Lista i en regel er skrevet ett sted, og hentes derfra."""
    for rule in book.rules:
        if rule.own_list and not rule.withdrawn:
            yield from _told_again(rule, rule.own_list, where)


def _told_again(rule: Rule, one: OwnList, where: Where) -> Iterator[Finding]:
    for word in one.words:
        for text in where.having(_inside(word)):
            found = _listed_by_hand(one, text.source.lower()) if text.kind not in _OTHERS else []
            if found and not asks(text.source):
                yield _again(rule, one, found, where.of(text), text.name)


def _again(rule: Rule, one: OwnList, found: list[str], at: Place, name: str) -> Finding:
    told = "ikke hele lista" if one.may_be_told else "lista"
    left = [words[0] for item in one.items if (words := _words(item))[0] not in found]
    more = f", og tar med det som mangler: {listed(left)}" if one.may_be_told else ""
    return finding(
        "R09", at, f"{name} skriver {told} i regelen «{rule.id}» om igjen",
        found=f"{listed(found)}: {len(found)} av {len(one.items)} ledd",
        fix=f"hent den med [[{WHOLE}:{rule.id}]] eller en av variantene{more}",
    )  # fmt: skip


@cache
def _inside(word: str) -> re.Pattern[str]:
    """A word without its first letter, which may be a capital; plain letters are sought fastest."""
    return re.compile(re.escape(word[1:]))


def _listed_by_hand(one: OwnList, said: str) -> list[str]:
    """The items that a text in small letters names, when they are so many that it is a list."""
    if "," not in said or not any(_either(word).search(said) for word in one.words):
        return []
    near = [item for item in one.items if any(word in said for word in _words(item))]
    if len(near) < one.fewest:  # plain letters are sought fastest, and are mostly not there
        return []
    found = [item for item in near if _either(item).search(said)]
    whole = one.may_be_told and len(found) == len(one.items)
    return [_words(item)[0] for item in found] if len(found) >= one.fewest and not whole else []


@cache
def _words(either: str) -> tuple[str, ...]:
    """Words that mean the same, in small letters."""
    return tuple(word.strip().lower() for word in either.split("|"))
