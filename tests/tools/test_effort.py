"""Hours are the sum of the steps; what is not known is never nought."""

from __future__ import annotations

import pytest

from handbook.build import Build
from handbook.document import places
from handbook.document.blocks import Row, Table
from handbook.document.linker import Linker
from handbook.document.places import Place
from handbook.document.walk import walk
from handbook.model.effort import per_participant, per_year
from handbook.model.noun import Absence
from handbook.render.search_text import search_text
from handbook.sections.effort import effort_section
from project import article_of


def test_places_of_heimdal_come_out_of_the_data(real: Build) -> None:
    assert real.book is not None
    capacity = real.book.model_by_id["tett-oppfolging-nav"].capacity
    assert capacity is not None
    assert (capacity.workers, capacity.places_each, capacity.places) == (11, 15, 165)
    path = places.path(Place("part", "tett-oppfolging-nav/tidsbruk"))
    page = next(page for page in real.pages if page.path == path)
    assert "11 × 15 = 165 plasser" in article_of(page)


def test_a_total_is_the_sum_of_its_lines(real: Build) -> None:
    assert real.book is not None
    for model in real.book.models:
        for total in (*per_participant(model), *per_year(model)):
            for told, shared in ((total.hours, False), (total.once, True)):
                lines = (one for one in total.lines if one.effort.for_workplace is shared)
                hours = [line.hours for line in lines if line.hours is not None]
                assert told == (pytest.approx(sum(hours)) if hours else None)


def test_every_hour_an_editor_wrote_is_counted_once(real: Build) -> None:
    assert real.book is not None
    for model in real.book.models:
        written = [
            (step.id, effort.role)
            for step in model.steps
            if not isinstance(step.effort, Absence)
            for effort in step.effort
        ]
        counted = [(ln.step.id, ln.effort.role) for t in per_year(model) for ln in t.lines]
        assert sorted(written) == sorted(counted)


def test_a_performer_without_a_number_is_unknown_and_not_nought(real: Build) -> None:
    assert real.book is not None
    for model in real.book.models:
        for total in per_year(model):
            said = {line.step.id for line in total.lines}
            works = [s.id for s in model.steps if total.role in s.responsibility.performed_by]
            unknown = [step.id for step in total.unknown]
            assert set(works) - said <= set(unknown)
            if not total.lines:
                assert total.hours is None


def test_the_page_never_says_nought_hours_for_what_nobody_knows(real: Build) -> None:
    assert real.book is not None
    linker = Linker(real.book)
    for model in real.book.models:
        tables = [b for b in walk(effort_section(linker, model)) if isinstance(b, Table)]
        (table,) = (one for one in tables if one.label == "Timer per rolle")
        for row in table.rows:
            assert isinstance(row, Row)
            told = [search_text(cell.blocks) for cell in row.cells[1:]]
            assert "0" not in told, (model.id, told)
