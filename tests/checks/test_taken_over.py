"""F15 says each thing that would lose an answer on its way from one form to another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from check_cases import FORM, SECOND_FORM, Edit, takes

from handbook.findings import Finding

Find = Callable[[Sequence[Edit]], list[Finding]]

_FEWER_ROWS = Edit(FORM, "        rows: 3\n", "        rows: 2\n")
_OTHER_COLUMNS = Edit(FORM, "{id: oppgave, label: Oppgave, type: text}",
                      "{id: oppgave, label: Oppgave, type: number}")  # fmt: skip
_OTHER_LEVELS = Edit(FORM, "{id: nivaa, label: Nivå, type: choice, options: [{id: lett, "
                     "label: Lett}, {id: middels, label: Middels}]}",
                     "{id: nivaa, label: Nivå, type: text}")  # fmt: skip
_OTHER_ANSWERS = Edit(FORM, "- {id: halv, label: Halv dag}", "- {id: kort, label: Kort dag}")


@pytest.mark.parametrize(
    ("field", "spot", "more", "said"),
    [
        ("navn", "SKJ-03/navn", (), "skjemaet «SKJ-03» finnes ikke"),
        ("navn", "SKJ-02/navne", (), "«SKJ-02» har ikke feltet «navne»"),
        ("navn", "SKJ-02/oppgaver", (), "table der, text her"),
        ("oppgaver", "SKJ-02/oppgaver", (_FEWER_ROWS,), "3 rader der, 2 her"),
        ("oppgaver", "SKJ-02/oppgaver", (_OTHER_COLUMNS, _OTHER_LEVELS), "ingen kolonne er lik"),
        ("arbeidstid", "SKJ-02/arbeidstid", (_OTHER_ANSWERS,), "svar som ikke finnes her: halv"),
    ],
)
def test_what_would_be_lost_is_said(
    find: Find, field: str, spot: str, more: tuple[Edit, ...], said: str
) -> None:
    (found,) = [f for f in find([*SECOND_FORM, takes(field, spot), *more]) if f.code == "F15"]
    assert found.found == said
    assert found.fix


@pytest.mark.parametrize("field", ["navn", "oppgaver", "arbeidstid"])
def test_what_is_asked_alike_is_left_alone(find: Find, field: str) -> None:
    edits = [*SECOND_FORM, takes(field, f"SKJ-02/{field}")]
    assert [f for f in find(edits) if f.code == "F15"] == []
