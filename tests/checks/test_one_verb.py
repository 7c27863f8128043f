"""An action asks for one thing; where a second one hides, its words are told."""

from __future__ import annotations

import pytest

from handbook.checks.one_verb import second_act

ORDERS = frozenset({"skriv", "gi", "les", "si", "ta", "spør", "se", "velg"})


@pytest.mark.parametrize(
    ("told", "another"),
    [
        ("Skriv attesten, og gi den til deltakeren.", "gi den til deltakeren."),
        ("Skriv planen. Les den høyt.", "Les den høyt."),
        ("Skriv planen: Les den først.", "Les den først."),
        ("Les rapporten, si fra om feil.", "si fra om feil."),
        ("Les og velg en plass.", "velg en plass."),
        ("Spør hva som kan gå galt, og skriv svaret.", "skriv svaret."),
        ("Vi vet ikke mer, så spør Nav.", "spør Nav."),
    ],
)
def test_a_second_order_is_told_with_its_words(told: str, another: str) -> None:
    assert second_act(told, ORDERS) == another


@pytest.mark.parametrize(
    "told",
    [
        "Skriv attesten.",
        "Skriv planen. Den er ferdig når alle har lest den.",
        "Ring Nav, eller skriv til dem.",
        "Velg å slutte, bytte bedrift, ta mer opplæring eller se seg om.",
        "Spør om deltakeren vil være med og ta bussen.",
        "Skriv det på lista, med kopi til deltakeren.",
        "Les planen og attesten.",
    ],
)
def test_one_order_is_enough_said_in_many_ways(told: str) -> None:
    assert second_act(told, ORDERS) == ""
