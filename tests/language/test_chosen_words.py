"""What is left is found in every form that is meant, and in no other word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.language.choices import slips
from handbook.model.wording import WordChoice

TIME = WordChoice(write="tida", avoid=("*tiden",), why="x", unless=("hele tiden",))
NOT = WordChoice(write="Ikke spør", avoid=("Spør ikke",), why="x")
SHORT = WordChoice(write="omtrent", avoid=("ca.", "han/hun", "vurder* for fare"), why="x")
CHOICES = (TIME, NOT, SHORT)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tiden går. Prøvetiden er over.", ["Tiden", "Prøvetiden"]),
        ("Si fra hele tiden, og i hele tiden etterpå.", []),
        ("Tidene er nye, og tida går.", []),
        ("Spør ikke om det. Du spør ikke om det.", ["Spør ikke"]),
        ("Det er ca. ti, og kan. Han/hun vet.", ["ca.", "Han/hun"]),
        ("Plassen vurderes for fare.", ["vurderes for fare"]),
    ],
)
def test_it_finds_what_is_meant(text: str, found: list[str]) -> None:
    assert sorted(m[0] for _, m in slips(CHOICES, text)) == sorted(found)


_PLAIN = st.text("abcdeftikns ", min_size=1, max_size=20).map(str.strip).filter(bool)


@given(_PLAIN, st.text("abcdeftikns .,", max_size=40))
def test_a_word_is_found_where_it_stands_alone_and_only_there(word: str, before: str) -> None:
    choice = WordChoice(write="x", avoid=(word,), why="x")
    text = f"{before}. {word}."
    last = list(slips((choice,), text))[-1][1]
    assert last.end() == len(text) - 1
    assert not list(slips((choice,), f"q{word}q"))
