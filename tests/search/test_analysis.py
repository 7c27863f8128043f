"""Words become stems, whatever their ending, letters or spelling."""

from __future__ import annotations

import pytest

from handbook.search.analysis import fold, phrase, split, stem, stems, voices, words
from handbook.search.rules import ENDINGS, FUZZY, STOP


@pytest.mark.parametrize(
    "forms",
    [
        "fadder faddere fadderen fadderne faddernes fadderes faddarane",
        "møte møter møtet møtene møtets",
        "avtale avtaler avtalen avtalene avtalens avtalar",
        "lærekandidat lærekandidater lærekandidatene laerekandidat larekandidat",
        "hospitering hospiterer hospitere hospiteringen hospiteringens",
        "bedrift bedrifter bedriften bedrifta bedriftene bedriftas",
        "skjema skjemaer skjemaet skjemaene",
        "plass plasser plassen plassene",
        "deltaker deltakere deltakeren deltakerne deltakar deltakarar",
        "leder ledere lederen lederne leiar leiaren",
        "lønnstilskudd lønnstilskuddet lonnstilskudd loennstilskudd",
        "tilrettelegging tilrettelegge tilrettelegger tilretteleggjing",
        "mål målet målene maal",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mål", "mal"),
        ("lærling", "lærer"),
        ("fadder", "fast"),
        ("attest", "ansatt"),
        ("leve", "levere"),
        ("sent", "senter"),
    ],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    "typed", ["SKJ-09", "skj09", "skj 9", "Skjema nr. 9", "skjema 09", "SKJ.9"]
)
def test_ids_are_one_word_however_typed(typed: str) -> None:
    assert words(typed) == ["skj9"]


def test_a_paragraph_of_a_law_is_one_word() -> None:
    assert words("aml. § 4-6") == ["aml", "4p6"]


def test_dialect_asks_as_other_words_do() -> None:
    assert stems("ka e VTA") == stems("hva er VTA") == ["vta"]


def test_hyphened_words_are_one_word() -> None:
    assert words("IA-vikar og Nav-veileder, rolle- og ansvarskart") == [
        "iavikar", "og", "navveileder", "rolle", "og", "ansvarskart",
    ]  # fmt: skip


def test_a_verb_in_two_parts_is_not_its_first_part() -> None:
    assert stems("kan vi si opp en deltaker") == stems("oppsigelse deltaker")
    assert stems("kan vi si dem opp") == stems("oppsigelse")
    assert stems("si fra") != stems("oppsigelse")


def test_question_words_say_nothing() -> None:
    assert stems("Hva gjør jeg hvis deltakeren blir syk?") == stems("deltaker syk")


def test_a_question_of_only_small_words_is_kept() -> None:
    assert phrase("hva er det") == "hva er det"


def test_letters_in_parts_are_folded_like_whole_ones() -> None:
    assert words("møte") == words("mo\u0308te".replace("o\u0308", "ø"))
    assert stem("a\u030apen") == stem("a\u030apen")
    assert words("A\u030apen") == ["åpen"]


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("oppstartsmøte", ("oppstart", "møte")),
        ("sjekklistemal", ("sjekkliste", "mal")),
        ("statusmøtereferat", ("statusmøte", "referat")),
        ("vekstbedriftsavtalen", ("vekstbedrift", "avtale")),
        ("fadderkursplan", ("fadder", "kurs", "plan")),
    ],
)
def test_compounds_fall_into_known_parts(compound: str, parts: tuple[str, ...]) -> None:
    known = {stem(part) for part in parts}
    assert split(fold(compound), known.__contains__) == tuple(stem(part) for part in parts)


def test_who_speaks_is_known_in_any_form_of_norwegian() -> None:
    assert voices("får jeg lønn") == voices("æ vil ha lønn") == voices("lønna mi") == 1
    assert voices("skal vi betale lønn til ham") == 2 + 4
    assert voices("lønn") == 0


def test_a_word_without_known_parts_is_no_compound() -> None:
    assert split("sjokoladekake", {"avtal", "plan"}.__contains__) == ()


def test_tables_are_in_the_order_they_are_used() -> None:
    assert list(ENDINGS) == sorted(ENDINGS, key=lambda ending: (-len(ending), ending))
    assert not any(FUZZY[:5]), "korte ord rettes aldri"
    assert len(STOP) == len(set(STOP))
