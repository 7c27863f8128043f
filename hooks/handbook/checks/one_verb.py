"""Whether an action asks for one thing, so that one tick says that it is done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from handbook.checks.where import Where, steps_of
from handbook.codes import finding
from handbook.findings import Finding
from handbook.model.handbook import Handbook

_FIRST_WORD = re.compile(r"\W*(\w+)")
_FULL_STOP = re.compile(r"(?<=[.!?:]) +(?=\W*[A-ZÆØÅ])")
_JOINED = re.compile(r"(?:, (?:og |så |deretter |og så )?|^\w+ og )(?P<verb>[a-zæøå]+)\b")
_GOVERNS = re.compile(r"(?i)\b(?:å|kan|skal|vil|må|bør|får|lar?)\b")
_VOWELS = "aeiouyæøå"
_NO_ACT = frozenset({"før", "vær"})
"""A conjunction far oftener than an order, and the mildest of orders."""


def every_action_asks_for_one_thing(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et gjøremål har ett hovedverb: det ber om én ting, så ett kryss sier at den er gjort."""
    imperatives = _imperatives(book) - _NO_ACT
    for model in book.models:
        for at in steps_of(model):
            for number, item in enumerate(at.step.do):
                if another := second_act(item.text.plain, imperatives):
                    yield finding(
                        "O36", where("model", model.id, *at.path, "do", number, "text"),
                        f"«{item.id}» i {at.name} ber om to ting", found=f"… {another} …",
                        fix="lag to gjøremål, hvert med sin «id:» og sin «who:». Er det andre "
                        "bare måten det gjøres på, skriv det uten et nytt verb: «Skriv det i "
                        "SKJ-09, med kopi til deltakeren»",
                    )  # fmt: skip


def _imperatives(book: Handbook) -> Set[str]:
    """The orders of this handbook: every word that an action begins with."""
    return {
        _first_word(item.text.plain).lower()
        for model in book.models for step in model.steps for item in step.do
    }  # fmt: skip


def second_act(told: str, imperatives: Set[str]) -> str:
    """The words that ask for one more thing; empty when nothing does.

    A new sentence may begin with an order, and «og» may join one on. What is joined by «eller» is
    a choice of one, and what stands after «å» or «kan» is no order.
    """
    for at, sentence in enumerate(_FULL_STOP.split(told)):
        if at and _first_word(sentence).lower() in imperatives:
            return sentence
        for joined in _JOINED.finditer(sentence):
            if joined["verb"] in imperatives and not _may_be_governed(sentence, joined):
                return sentence[joined.start("verb") :]
    return ""


def _may_be_governed(sentence: str, joined: re.Match[str]) -> bool:
    """Whether the verb may stand after «å» or «kan», as «gi» and «ta» look the same there."""
    return joined["verb"][-1] in _VOWELS and bool(_GOVERNS.search(sentence, 0, joined.start()))


def _first_word(told: str) -> str:
    found = _FIRST_WORD.match(told)
    return found[1] if found else ""
