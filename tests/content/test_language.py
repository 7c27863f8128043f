"""The real content is spelled right, and what is heavy or shortened in it is reported."""

from __future__ import annotations

import re

import pytest

from content.raw_yaml import MODELS, raw, walk
from handbook.checks.walk import Value
from handbook.checks.where import Where
from handbook.findings import Finding
from handbook.language import measures
from handbook.language.spelling import names_of, own_words
from handbook.language.texts import read_aloud
from handbook.model.handbook import Handbook
from handbook.model.prose import Prose
from handbook.model.readability import lix
from project import ROOT

pytestmark = pytest.mark.slow

WORDS = ROOT / "model/words.txt"


def _own() -> tuple[str, ...]:
    return own_words(WORDS.read_text(encoding="utf-8").splitlines())


def test_our_list_is_sorted_and_explains_itself() -> None:
    first, *words = WORDS.read_text(encoding="utf-8").splitlines()
    assert first.startswith("#")
    assert words == sorted(set(words), key=lambda word: (word.lower(), word))


def test_every_word_of_our_list_is_needed(book: Handbook, where: Where) -> None:
    """A word that nobody writes any more leaves the list. What a dictionary has is not asked:
    dictionaries differ between machines, and their verdict is advice (`handbook spell`).
    """
    own = set(_own())
    used = {w for t in where.texts for w in re.findall(r"[^\W\d_]+", read_aloud(t.source))}
    small = {word[0].lower() + word[1:] for word in used}
    assert own - used - small == set()
    assert own & names_of(book) == set()


def test_every_abbreviation_in_a_text_to_a_participant_is_reported(
    where: Where, findings: list[Finding]
) -> None:
    """Capitals stand there only in what things are called, or the check tells of them."""
    texts = [t for t in where.texts if measures.kind_of(t) is measures.PARTICIPANT]
    titles = [raw(folder / "model.yml")["title"] for folder in MODELS]
    titles += [role["title"] for role in raw(ROOT / "model/roles.yml")["roles"]]
    names = set(re.findall(r"\b[A-ZÆØÅ]{2,}(?=-)", " ".join(titles)))
    told = {f.place for f in findings if f.code == "O23"}
    short = {where.of(t) for t in texts if set(_CAPITALS.findall(t.source)) - names}
    assert short == told
    steps = [one for folder in MODELS for one in walk(raw(folder / "process.yml"))]
    assert len(texts) >= sum("to_participant" in step for step in steps)


_CAPITALS = re.compile(r"\b[A-ZÆØÅ]{2,}\b")


def test_all_texts_keep_to_the_limits_of_their_kind_or_are_reported(
    book: Handbook, where: Where, findings: list[Finding]
) -> None:
    rows = measures.measures(book, where)
    over = {row.entry for row in rows if not row.within}
    heavy = [f.place.file for f in findings if f.code in ("O05", "O06", "O24")]
    heavy += [where.of(text).file for text in where.texts if _passed_for_a_reason(book, text)]
    for folder in MODELS:
        told = any(file.startswith(f"model/{folder.name}/") for file in heavy)
        assert (folder.name in over) == told, folder.name
    assert bool(over) == bool(heavy)
    assert {row.entry for row in rows} >= {folder.name for folder in MODELS}


def _passed_for_a_reason(book: Handbook, text: Value) -> bool:
    """Whether an editor has said why this text may be over a bound."""
    words = text.value.plain if isinstance(text.value, Prose) else str(text.value)
    heavy = ("O05", "O06", "O24")
    accepted = [
        one
        for one in book.edition.accepted_wording
        if text.holder is not one and one.bound in heavy
    ]
    return any(words.startswith(one.begins.rstrip(" ….")) for one in accepted)


def test_the_figures_are_what_a_recount_gives(book: Handbook, where: Where) -> None:
    said = [str(getattr(t.value, "plain", t.value)) for t in where.texts
            if t.owner[0] in ("model", "rule")
            and measures.kind_of(t) is measures.PARTICIPANT]  # fmt: skip
    whole = next(r for r in measures.measures(book, where)
                 if r.entry == "Hele håndboka" and r.kind is measures.PARTICIPANT)  # fmt: skip
    words = [re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[.,:]\d+)*", text) for text in said]
    assert whole.texts == len(said)
    assert whole.words == sum(map(len, words))
    assert whole.lix_max == round(
        max(lix(t) for t, w in zip(said, words, strict=True) if len(w) >= 10), 1
    )
