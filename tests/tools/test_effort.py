"""Hours are the sum of the steps; what is not known is never nought."""

from __future__ import annotations

import re

import pytest

from handbook.build import Build
from handbook.model.effort import per_participant, per_year
from handbook.model.noun import Absence
from handbook.pages import addresses


def test_places_of_heimdal_come_out_of_the_data(real: Build) -> None:
    assert real.book is not None
    capacity = real.book.model_by_id["tett-oppfolging-nav"].capacity
    assert capacity is not None
    assert (capacity.workers, capacity.places_each, capacity.places) == (11, 15, 165)
    path = addresses.part("tett-oppfolging-nav", "tidsbruk")
    page = next(page for page in real.pages if page.path == path)
    assert "11 × 15 = 165 plasser" in page.markdown


def test_a_total_is_the_sum_of_its_lines(real: Build) -> None:
    assert real.book is not None
    for model in real.book.models:
        for total in (*per_participant(model), *per_year(model)):
            hours = [line.hours for line in total.lines if line.hours is not None]
            assert total.hours == (pytest.approx(sum(hours)) if hours else None)


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
    for page in real.pages:
        if page.kind == "effort":
            table = page.markdown.split("{#timer}")[1].split("</table>")[0]
            for row in re.findall(r"<tr><th scope=\"row\".*?</tr>", table):
                assert not re.search(r"<td[^>]*>0</td>", row), page.path
