"""The finer points of single rules: what they let pass and what they catch."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from check_cases import FORM, MODEL, NEWS, PROCESS, RESULTS, ROLES, THEME, Edit

from handbook.findings import Finding

Find = Callable[[Sequence[Edit]], list[Finding]]


def _codes(find: Find, edit: Edit) -> list[str]:
    return [f.code for f in find([edit])]


@pytest.mark.parametrize(
    "text",
    ["Skriv til kari@firma.no.", "Ring 91234567.", "Ring +47 912 34 567.", "Ring +4791234567.",
     "Nummeret er 010190 12345.", "Fnr 01019012345"],
)  # fmt: skip
def test_personal_data_is_caught(text: str, find: Find) -> None:
    assert _codes(find, Edit(THEME, "Spør om behov på jobb.", text)) == ["V04"]


@pytest.mark.parametrize(
    "text",
    ["Skriv til post@firma.no.", "Ring Nav på 55 55 33 33.", "Org.nr. 912345678.",
     "Se [reglene](https://nav.no/a/91234567/b).", "I 2015 og 2016 kom 24 61.",
     "Forskrift 2015-12-11-1598.", "Det koster 20 000 kroner."],
)  # fmt: skip
def test_what_only_looks_like_personal_data_is_let_be(text: str, find: Find) -> None:
    assert _codes(find, Edit(THEME, "Spør om behov på jobb.", text)) == []


@pytest.mark.parametrize(
    ("old", "codes"),
    [("text: Du bestemmer selv hva du forteller.", ["O05"]),
     ("text: Du holder personlige ting for deg selv.", [])],
)  # fmt: skip
def test_what_the_role_of_a_participant_is_told_is_plain(
    old: str, codes: list[str], find: Find
) -> None:
    heavy = "Arbeidsevnen din kartlegges i en individuell vurdering av behovet for tilrettelegging."
    assert _codes(find, Edit(ROLES, old, f"text: {heavy}")) == codes


def test_sources_may_name_what_they_name(find: Find) -> None:
    assert _codes(find, Edit(NEWS, "To fikk fast jobb.", "To fikk 91234567, sier NAV.")) == []


@pytest.mark.parametrize("text", ["50 prosent", "50 %", "minst 50%"])
def test_percentage_that_the_cited_finding_states_is_backed(text: str, find: Find) -> None:
    assert _codes(find, Edit(THEME, "Spør om behov på jobb.", f"Nedsatt {text}.")) == []


def test_percentage_that_no_cited_finding_states_is_not(find: Find) -> None:
    assert _codes(find, Edit(THEME, "Spør om behov på jobb.", "Nedsatt 40 prosent.")) == ["T04"]


def test_share_of_a_post_is_no_result(find: Find) -> None:
    assert _codes(find, Edit(THEME, "Spør om behov på jobb.", "Ha 40 prosent stilling.")) == []


@pytest.mark.parametrize("title", ["Vurder veien videre", "Bli enige med Nav", "Bring kaffe"])
def test_titles_that_begin_with_a_verb(title: str, find: Find) -> None:
    assert _codes(find, Edit(PROCESS, "title: Vis rundt", f"title: {title}")) == []


@pytest.mark.parametrize("title", ["Evaluering av plassen", "Avtale med Nav", "Intervju"])
def test_titles_that_begin_with_a_noun(title: str, find: Find) -> None:
    assert _codes(find, Edit(PROCESS, "title: Vis rundt", f"title: {title}")) == ["O02"]


@pytest.mark.parametrize(
    "label", ["Fødselsnummer (11 siffer)", "Personnummer", "Hvilken ytelse har du?",
              "Årsak til behovet", "Diagnoser"],
)  # fmt: skip
def test_forms_do_not_ask_what_they_may_not(label: str, find: Find) -> None:
    assert _codes(find, Edit(FORM, "label: Behov på jobb", f"label: {label}")) == ["F13"]


@pytest.mark.parametrize("label", ["Arbeidsytelser vi leverer", "Fødselsår", "Årsak til avviket"])
def test_forms_may_ask_what_only_looks_like_it(label: str, find: Find) -> None:
    assert _codes(find, Edit(FORM, "label: Behov på jobb", f"label: {label}")) == []


@pytest.mark.parametrize("text", ["Nå TODO.", "...", "Lorem ipsum dolor.", "[fyll inn tekst]"])
def test_unwritten_text(text: str, find: Find) -> None:
    assert _codes(find, Edit(PROCESS, "what: Vis fram stedet.", f'what: "{text}"')) == ["N22"]


@pytest.mark.parametrize("text", ["Fyll inn navn og dato.", "Det mangler ikke noe.", "Ja."])
def test_written_text(text: str, find: Find) -> None:
    assert _codes(find, Edit(PROCESS, "what: Vis fram stedet.", f'what: "{text}"')) == []


def test_comparison_counts_are_checked_too(find: Find) -> None:
    more = "      design: before_after\n      numerator: 9\n      denominator: 4\n"
    assert _codes(find, Edit(RESULTS, "      design: none\n", more)) == ["T01"]


def test_place_is_the_very_value(find: Find) -> None:
    (one,) = find([Edit(MODEL, "review_by: 2027-11-01", "review_by: 2020-11-01")])[:1]
    line, column = one.place.line, one.place.column
    assert (one.place.file, column) == (MODEL, len("review_by: ") + 1)
    assert line == 97


def test_nearest_id_is_offered(find: Find) -> None:
    found = find([Edit(THEME, "forms: [SKJ-01]", "forms: [SKJ-10]")])
    assert [f.fix for f in found] == ["skriv «SKJ-01»"]


def test_steps_that_wait_for_each_other_are_told_once(find: Find) -> None:
    ring = "        themes: [personvern]\n        logic: {after: [ha-moter]}\n"
    found = find([Edit(PROCESS, "        themes: [personvern]\n", ring)])
    assert [f.code for f in found] == ["P05"]
    assert "«lag-plan» venter på «ha-moter» venter på «vis-rundt»" in found[0].found
