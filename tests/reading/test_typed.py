"""What the validation library says becomes an editor's words, at the editor's line."""

from __future__ import annotations

import json

import pytest

from handbook.findings import Finding
from handbook.model.form import Form
from handbook.model.noun import Basis, Noun
from handbook.model.people import Term
from handbook.model.process import Process, Step
from handbook.model.prose import Link, Paragraph
from handbook.model.source import Source
from handbook.reading.folder import Places
from handbook.reading.typed import MAX_FINDINGS, typed
from handbook.reading.yaml_source import read_yaml

_TERM = "id: a\nterm: ord\ndefinition: Et ord.\nbasis: proposal\n"
_STEP = """id: a
title: Gjør
what: Noe.
basis: proposal
responsibility: {performed_by: [leder], accountable: leder}
participant_involved: false
"""


def _read(kind: type[Noun], text: str) -> tuple[Noun | None, list[Finding]]:
    document = read_yaml(text.encode(), "x.yml")
    assert document.findings == []
    return typed(kind, document.value, Places([document]))


def _one(kind: type[Noun], text: str) -> Finding:
    noun, findings = _read(kind, text)
    assert noun is None
    assert len(findings) == 1, findings
    return findings[0]


def test_a_right_noun_has_no_findings() -> None:
    noun, findings = _read(Term, _TERM)
    assert isinstance(noun, Term)
    assert findings == []


def test_missing_field_points_at_the_entry_that_lacks_it() -> None:
    found = _read(Process, "phases:\n  - id: a\n  - id: b\n")[1]
    titles = [f for f in found if "(`title`)" in f.problem]
    assert [(f.code, f.place.line) for f in titles] == [("N01", 2), ("N01", 3)]
    assert "fase «b»" in titles[1].problem


def test_unknown_field_offers_the_nearest() -> None:
    one = _one(Term, _TERM + "serch_words: [a]\n")
    assert (one.code, one.place.line, one.place.column) == ("N02", 5, 1)
    assert "search_words" in one.fix


def test_unknown_answer_lists_the_allowed_with_their_words() -> None:
    one = _one(Term, _TERM.replace("proposal", "proposals"))
    assert (one.code, one.place.line, one.place.column) == ("N04", 4, 8)
    assert f"regulation ({Basis.REGULATION.label})" in one.found
    assert one.fix == "skriv «proposal»"


@pytest.mark.parametrize("word", ["yes", "ja", "NO", "1", "True"])
def test_only_true_and_false_answer_yes_or_no(word: str) -> None:
    one = _one(Step, _STEP.replace("participant_involved: false", f"participant_involved: {word}"))
    assert (one.code, one.found) == ("N05", word)


@pytest.mark.parametrize("day", ["2026", "1.11.2026", "2026-1-1", "1735689600", "2026-11-01T00:00"])
def test_only_a_day_is_a_day(day: str) -> None:
    one = _one(Source, f"id: a\ntype: law\ntitle: Lov\npublisher: S\nchecked: '{day}'\n"
                       "confidence: A\nfindings: []\n")  # fmt: skip
    assert one.code == "N06"


def test_a_day_that_does_not_exist() -> None:
    one = _one(Source, "id: a\ntype: law\ntitle: Lov\npublisher: S\nchecked: 2026-02-30\n"
                       "confidence: A\nfindings: []\n")  # fmt: skip
    assert (one.code, one.found) == ("N06", "2026-02-30")


def test_hash_that_became_a_comment_is_explained() -> None:
    one = _one(Term, _TERM.replace("term: ord", "term: #giensjanse"))
    assert one.code == "N03"
    assert "#" in one.problem


def test_one_text_where_a_list_should_be() -> None:
    one = _one(Term, _TERM + "search_words: ord\n")
    assert one.code == "N05"
    assert "liste" in one.problem


def test_list_where_text_should_be_is_told_once() -> None:
    text = "phases: []\n"
    assert [f.code for f in _read(Process, text)[1]] == ["N07"]
    one = _one(Step, _STEP.replace("what: Noe.", "what: [fyll inn]"))
    assert (one.code, one.found) == ("N05", "en liste")


def test_a_wrong_entry_does_not_also_make_its_list_too_short() -> None:
    found = _read(Form, "sections:\n  - id: Feil Id\n    title: En\n    fields: []\n")[1]
    sections = [f for f in found if "«sections»" in f.problem]
    assert sections == []


def test_markup_that_the_handbook_does_not_have() -> None:
    one = _one(Term, _TERM.replace("Et ord.", "Et *ord*."))
    assert one.code == "N08"
    assert "kursiv" in one.problem


@pytest.mark.parametrize("url", ["../../etc/passwd", "//x", "ftp://x", "#a", "HTTP://x"])
def test_links_lead_only_to_the_web(url: str) -> None:
    one = _one(Term, _TERM.replace("Et ord.", f"'[ord]({url})'"))
    assert one.code == "N08"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_links_that_run_something_are_letters(url: str) -> None:
    noun, _ = _read(Term, _TERM.replace("Et ord.", f"'[ord]({url})'"))
    assert isinstance(noun, Term)
    (paragraph,) = noun.definition.blocks
    assert isinstance(paragraph, Paragraph)
    assert not any(isinstance(child, Link) for child in paragraph.children)


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "..", "A", "æ", "a--b", "a b", "a\\b",
                                  "a%2e", "-a", "1a", "con.yml", "a" * 61])  # fmt: skip
def test_an_id_cannot_lead_out_of_its_folder(name: str) -> None:
    one = _one(Term, _TERM.replace("id: a", f"id: {json.dumps(name)}"))
    assert one.code in ("N07", "N09")


def test_an_id_ends_where_it_ends() -> None:
    one = _one(Term, _TERM.replace("id: a", 'id: "a\\nb"'))
    assert one.code == "N09"


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "<img src=x onerror=y>", "&lt;b&gt;", "{{ config }}", "{% raw %}",
     "${x}", "<!-- x -->"],
)  # fmt: skip
def test_script_in_text_stays_letters(text: str) -> None:
    noun, findings = _read(Term, _TERM.replace("Et ord.", f"'{text}'"))
    assert findings == []
    assert isinstance(noun, Term)
    assert noun.definition.source == text
    assert noun.definition.plain in (text, "<b>")


@pytest.mark.parametrize("value", ["nan", "inf", "-1", "1e999", "tre", "9" * 400])
def test_numbers_are_numbers(value: str) -> None:
    effort = f"effort: [{{role: leder, hours: {value}, per: once, basis: proposal}}]\n"
    one = _one(Step, _STEP + effort)
    assert one.code in ("N05", "N07")


def test_no_message_speaks_the_library_s_language() -> None:
    texts = ("id: [a]", "id: {a: b}", "do: x", "timing: {unknown: x}", "timing: []", "logic: a")
    for text in texts:
        for one in _read(Step, text)[1]:
            said = f"{one.problem} {one.found} {one.fix}"
            assert not any(w in said.lower() for w in ("input", "valid str", "union", "pydantic"))


def test_one_mistake_many_times_is_told_a_few_hundred_times() -> None:
    _, findings = _read(Step, "do:\n" + "- x\n" * 5_000)
    assert len(findings) == MAX_FINDINGS + 1
    assert findings[-1].problem.endswith(" feil til")
