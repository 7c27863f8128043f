"""What two places say nearly alike is told with what to do, and what may stand is left alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from check_cases import CHOICES, COMPARED, OTHER, PROCESS, ROLES, RULE, THEME, Edit

from handbook.checks.where import Where
from handbook.language.near_copies import Said, no_two_places_say_the_same_by_hand, pairs
from handbook.reading.folder import read_handbook
from project import ROOT, real_reading

TINY = ROOT / "tests/checks/tiny"
LAW = "basis: regulation, sources: [L1]"
SAID = "Nav skal si hvor lenge treningen varer, hver tredje måned."
DONE = "Spør Nav hvor lenge treningen av deltakeren skal vare."


def _in_model(text: str, basis: str = LAW) -> Edit:
    old = "- text: Vise et utkast.\n    basis: proposal"
    return Edit(OTHER, old, f"- {{text: '{text}', {basis}}}")


def _in_theme(text: str, basis: str = LAW) -> Edit:
    old = "- text: Spør om behov på jobb.\n        basis: regulation\n        sources: [L1]"
    return Edit(THEME, old, f"- {{text: '{text}', {basis}}}")


def _done(text: str, basis: str = "basis: proposal") -> Edit:
    old = "text: Skriv planen sammen.\n            basis: interpretation"
    return Edit(PROCESS, old, f"text: {text}\n            {basis}")


def _told(tmp_path: Path, *edits: Edit) -> list[str]:
    """What an editor is told to do."""
    root = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    for edit in (Edit(CHOICES, "choices:\n", f"{COMPARED}choices:\n"), *edits):
        edit.apply(root)
    reading = read_handbook(root)
    assert reading.handbook, reading.findings
    where = Where(reading.handbook, reading.places)
    found = no_two_places_say_the_same_by_hand(reading.handbook, where)
    return [one.fix or "" for one in found]


PLACES = {
    "a model and a theme": (_in_model(SAID), _in_theme(SAID)),
    "a reading of ours": (
        _in_model(SAID, "basis: interpretation"), _in_theme(SAID, "basis: interpretation"),
    ),
    "beside a rule that is asked for": (
        _in_model(SAID), _in_theme(f"{SAID} [[regel:sporsmal]]"),
    ),
    "a prohibition of a role": (
        _in_model("La aldri noen bruke farlig utstyr før opplæringen er gitt."),
        Edit(ROLES, "text: spørre om helse.",
             "text: la noen bruke farlig utstyr før opplæringen er gitt."),
    ),
}  # fmt: skip


@pytest.mark.parametrize("edits", PLACES.values(), ids=list(PLACES))
def test_what_rests_on_others_is_to_be_one_rule(edits: tuple[Edit, ...], tmp_path: Path) -> None:
    (fix,) = _told(tmp_path, *edits)
    assert fix.startswith("skriv det i en regel")


@pytest.mark.parametrize(
    ("field", "asked"),
    [
        ("wording: Dere skal ikke spørre om sykdom.", "[[regel:sporsmal]]"),
        ("exceptions: Dere kan spørre om det som trengs for oppgavene.",
         "[[regel:sporsmal|unntak]]"),
        ("  role: Du skal ikke spørre om sykdom.", "[[regel:sporsmal|rolle]]"),
    ],
)  # fmt: skip
def test_a_rule_told_by_hand_is_to_be_asked_for(field: str, asked: str, tmp_path: Path) -> None:
    name = field.partition(":")[0]
    (fix,) = _told(tmp_path, Edit(RULE, field, f"{name}: {SAID}"), _in_theme(SAID))
    assert fix == f"hent regelen: {asked}"


def test_what_a_text_gets_from_a_rule_is_not_told_by_hand(tmp_path: Path) -> None:
    rule = Edit(RULE, "wording: Dere skal ikke spørre om sykdom.", f"wording: {SAID}")
    assert _told(tmp_path, rule, _in_model("[[regel:sporsmal]]")) == []


@pytest.mark.parametrize("basis", ["basis: proposal", "basis: report, sources: [S1]"])
def test_other_bases_are_not_compared(basis: str, tmp_path: Path) -> None:
    assert _told(tmp_path, _in_model(SAID), _in_theme(SAID, basis)) == []


def test_what_is_to_be_done_may_stand_in_the_same_words(tmp_path: Path) -> None:
    other = DONE.replace("deltakeren", "arbeidstakeren")
    assert _told(tmp_path, _done(DONE), _in_model(other, "basis: proposal")) == []


def test_what_is_to_be_done_is_not_said_in_nearly_the_same_words(tmp_path: Path) -> None:
    other = DONE.replace("skal vare", "kan vare")
    (fix,) = _told(tmp_path, _done(DONE), _in_model(other, "basis: proposal"))
    assert fix.startswith("bruk de samme ordene")


def test_the_same_words_and_source_have_the_same_basis(tmp_path: Path) -> None:
    there = _in_model(DONE, "basis: interpretation, sources: [L1]")
    (fix,) = _told(
        tmp_path, _done(DONE, "basis: regulation\n            sources: [L1]"), there
    )  # fmt: skip
    assert fix.startswith("gi dem samme grunnlag")


def test_the_check_looks_at_every_list_it_is_given() -> None:
    """A list that no text stands in, is a slip of the pen that would blind the check."""
    reading = real_reading()
    book = reading.handbook
    assert book
    near = book.words.near_copies
    assert near
    met = {part for text in Where(book, reading.places).texts for part in text.path}
    assert {*near.lists, *near.same_words.lists} <= met
    assert {"do", "do_not", "must_not"} <= set(near.lists)
    assert {"model", "role", "theme", "rule"} <= set(map(str, near.entries))


class _Text:
    def __init__(self, model: str) -> None:
        self.owner = ("model", model)


def _said(model: str, words: str) -> Said:
    in_order = tuple(words.split())
    return Said(_Text(model), words, in_order, frozenset(in_order))  # type: ignore[arg-type]


def test_every_pair_that_is_alike_is_found_once_and_only_across_models() -> None:
    said = [
        _said("a", "en to tre fire fem seks sju åtte"),
        _said("b", "en to tre fire fem seks sju ni"),
        _said("b", "en to tre fire fem seks sju åtte"),
        _said("a", "ti elleve tolv fjorten femten seksten"),
    ]
    found = {(p.one.words, p.other.words, p.percent) for p in pairs(said, 70)}
    assert found == {
        (said[0].words, said[1].words, 77),
        (said[0].words, said[2].words, 100),
    }


def test_the_short_way_finds_what_comparing_all_with_all_finds() -> None:
    texts = (ROOT / "docs/redaksjon/tekst.md").read_text(encoding="utf-8").split(".")
    told = [(model, one) for model in ("a", "b", "c") for one in texts[ord(model) - ord("a") :: 2]]
    said = [_said(model, one) for model, one in told if len(set(one.split())) > 3]
    short = {(id(p.one), id(p.other)) for p in pairs(said, 60)}
    long = {
        (id(said[a]), id(said[b]))
        for b in range(len(said)) for a in range(b)
        if said[a].text.owner != said[b].text.owner
        and 100 * len(said[a].set_of & said[b].set_of) // len(said[a].set_of | said[b].set_of) >= 60
    }  # fmt: skip
    assert long
    assert short == long
