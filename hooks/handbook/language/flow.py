"""Whether a text flows: not chopped up, with somebody who acts, and carried by verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.codes import finding
from handbook.findings import Finding
from handbook.language.measures import PARTICIPANT, kind_of
from handbook.language.texts import Text, Texts
from handbook.model.handbook import Handbook
from handbook.model.noun import Basis
from handbook.model.process import Message
from handbook.model.prose import Prose
from handbook.model.readability import word_count
from handbook.model.transclusion import asks

IN_A_ROW = 3
"""So many short sentences in a row are chopped …"""
SHORT_WORDS = 7
"""… when none of them has more words than this …"""
ROW_WORDS = 18
"""… and all of them together no more than this."""
NOUNS = 3
"""So many nouns made of verbs in one sentence are heavy …"""
NOUN_SHARE = 0.2
"""… when they are so great a part of its words."""

_STOP = re.compile(r"(?<!\d)[.!?](?=\s|$)")
"""A stop after a number may be that of a date."""
_ITEM = re.compile(r"(?m)^\s*(?:-|\d+\.) ")
_DUTY = re.compile(
    r"(?i)\b(?:skal|må)\s+(?:(?:ikke|alltid|også|bare|jevnlig|da|derfor|likevel|det|den|de)\s+)*"
    r"[a-zæøå]{3,}es\b"
)
_ACTOR = re.compile(r"(?i)\b(?:dere|du|jeg|vi|nav|av|alle|begge|partene)\b")
_SUBORDINATE = re.compile(
    r"(?i)\b(?:som|om|hva|hvor|hvordan|hvis|når|at|før|så|der|hvem|hvilke[nt]?|fordi|mens|til)\b"
)
_OURS = (None, Basis.PROPOSAL, Basis.INTERPRETATION)
"""Only of what we say ourselves can an editor say who acts; a law may leave it open."""
_ENDINGS = ("ing", "sjon", "else", "het")
_NO_ACTION = (
    "anledning|avdeling|bemanning|egenskap|erfaring|forening|lærling|mulighet|nyhet|"
    "oppfølging|opplysning|opplæring|ordning|organisasjon|pensjon|rådgiv|situasjon|stasjon|"
    "stilling|tilrettelegging|trening|utdanning|utprøving|veiledning|virksomhet"
)
"""Words that end like an action and are none, or are the very name of what we do."""
_ACTION = re.compile(
    rf"(?i)\b(?![a-zæøå]*(?:{_NO_ACTION}))[a-zæøå]{{4,}}"
    r"(?:ing(?:a|en|er|ene)?|sjon(?:en|er|ene)?|else[nr]?|elsene|het(?:en|er)?)\b"
)


def no_text_is_chopped(book: Handbook, where: Texts) -> Iterator[Finding]:
    """Tre korte setninger står ikke på rad når de kan bindes sammen."""
    for text in where.texts:
        if text.source.count(". ") < IN_A_ROW - 1 or not _is_ours(text):
            continue
        if _ITEM.search(text.source):
            continue  # a point of a list may be short
        for told in text.value.plain.split("\n"):
            row = "" if "«" in told or told.count(":") > 1 else _chopped(told)
            if row:
                yield finding(
                    "O32", where.of(text), f"{text.name} har {IN_A_ROW} korte setninger på rad",
                    found=f"{word_count(row)} ord til sammen: «{row}»",
                    fix="bind dem sammen: fordi, derfor, slik at, mens, og, som",
                )  # fmt: skip
                break


def _is_ours(text: Text) -> bool:
    """Running text that we have written to somebody who works, and that is not said aloud."""
    if not isinstance(text.value, Prose) or isinstance(text.holder, Message):
        return False
    return kind_of(text) not in (None, PARTICIPANT) and not asks(text.source)


def _sentences(told: str) -> list[str]:
    return [one.strip() for one in _STOP.split(told) if one.strip()]


def _chopped(told: str) -> str:
    """The first row of short sentences; empty when there is none."""
    said = _sentences(told)
    counts = [word_count(one) for one in said]
    for at in range(len(said) - IN_A_ROW + 1):
        row = counts[at : at + IN_A_ROW]
        if max(row) <= SHORT_WORDS and sum(row) <= ROW_WORDS:
            return ". ".join(said[at : at + IN_A_ROW])
    return ""


def every_duty_has_an_actor(book: Handbook, where: Texts) -> Iterator[Finding]:
    """En plikt vi selv skriver, sier hvem som har den."""
    for text in where.having(_DUTY):
        if text.owner[0] == "rule" or text.field == "needed_because" or not _is_ours(text):
            continue
        if getattr(text.holder, "basis", None) not in _OURS:
            continue
        for said in _sentences(text.value.plain):
            duty = _DUTY.search(said)
            if duty and not _ACTOR.search(said) and not _SUBORDINATE.search(said[: duty.start()]):
                yield finding(
                    "O33", where.of(text), f"{text.name} sier ikke hvem som skal gjøre det",
                    found=f"«{said[:120]}»",
                    fix="sett inn den som gjør det: «Dere skal …», «Lederen må …»",
                )  # fmt: skip
                break


def no_sentence_is_carried_by_nouns(book: Handbook, where: Texts) -> Iterator[Finding]:
    """En setning har ikke tre eller flere substantiv som egentlig er verb."""
    for text in where.texts:
        if sum(map(text.source.count, _ENDINGS)) < NOUNS or not _is_ours(text):
            continue
        for said in _sentences(text.value.plain):
            nouns = _ACTION.findall(said) if sum(map(said.count, _ENDINGS)) >= NOUNS else []
            if _is_heavy(said, nouns):
                yield finding(
                    "O34", where.of(text), f"en setning i {text.name} er tung av substantiv",
                    found=f"{len(nouns)} av {word_count(said)} ord: {', '.join(nouns)}",
                    fix="si det med verb og en som gjør det: «dere vurderer» for «vurdering av»",
                )  # fmt: skip
                break


def _is_heavy(said: str, nouns: list[str]) -> bool:
    """Whether nouns stand for what is done; a list of names with commas is none."""
    if len(nouns) < NOUNS or said.count(",") >= len(nouns) - 1:
        return False
    return len(nouns) / word_count(said) >= NOUN_SHARE
