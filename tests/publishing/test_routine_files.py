"""The routines as a Word file: the same words as on the web, in a file anybody may change."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from typing import Any

import pytest
from docx import Document

from handbook.document.linker import Linker
from handbook.model.handbook import Handbook
from handbook.model.routine import RoutineWithdrawal
from handbook.publishing.word_papers import routine_files
from handbook.sections.routines import in_order
from project import real_reading

_WHY = "Den er slått sammen med en annen."


@pytest.fixture(scope="module")
def book() -> Handbook:
    made = real_reading().handbook
    assert made
    return made


@pytest.fixture(scope="module")
def document(book: Handbook) -> Any:
    ((path, content),) = routine_files(book).items()
    assert path == "last-ned/rutiner/rutiner-for-internkontroll.docx"
    return Document(io.BytesIO(content))


def _words(document: Any) -> str:
    cells = (cell.text for grid in document.tables for row in grid.rows for cell in row.cells)
    return "\n".join((*(one.text for one in document.paragraphs), *cells))


@pytest.mark.slow
def test_every_routine_stands_on_a_page_of_its_own_in_order(book: Handbook, document: Any) -> None:
    heads = [one for one in document.paragraphs if one.style.name == "Heading 1"]
    wanted = [one.title for one in in_order(Linker(book))]
    assert [one.text for one in heads] == [*wanted, "Når reglene gjelder"]
    assert all(one.paragraph_format.page_break_before for one in heads)


def test_every_action_is_there_with_who_does_it(book: Handbook, document: Any) -> None:
    rows = [[cell.text for cell in row.cells] for grid in document.tables for row in grid.rows]
    told = [row for row in rows if row != ["Hvem", "Hva"]]
    actions = [act for one in in_order(Linker(book)) for act in (*one.do, *one.control)]
    assert len(told) == len(actions)
    for (who, what), act in zip(told, actions, strict=True):
        role = book.role_by_id[act.who[0]]
        assert who.lower().startswith((role.definite or role.title).lower())
        assert act.basis.documented == what.endswith(f"({act.basis.label})")


def test_forms_and_rules_are_named_and_what_is_yours_is_blank(
    book: Handbook, document: Any
) -> None:
    words = _words(document)
    for one in book.routines:
        assert all(f"{form} {book.form_by_id[form].title}" in words for form in one.proof)
        for name in one.regulated_by:
            rule = book.rule_by_id[name]
            assert f"{rule.title} ({'; '.join(rule.legal_basis)})" in words
    assert words.count("Godkjent av: [navn]") == len(book.routines)
    assert "documentProtection" not in document.settings.element.xml


def test_a_routine_out_of_use_stands_last_and_says_so(book: Handbook) -> None:
    first, *others = book.routines
    why = RoutineWithdrawal(date=dt.date(2026, 11, 29), reason=_WHY)  # type: ignore[arg-type]
    gone = first.model_copy(update={"withdrawn": why})
    ((_, content),) = routine_files(replace(book, routines=(gone, *others))).items()
    words = [one.text for one in Document(io.BytesIO(content)).paragraphs]
    assert words.index(first.title) > max(words.index(one.title) for one in others)
    assert any(_WHY in line for line in words)


def test_the_same_routines_give_the_same_bytes_and_none_give_no_file(book: Handbook) -> None:
    assert routine_files(book) == routine_files(book)
    assert routine_files(replace(book, routines=())) == {}
