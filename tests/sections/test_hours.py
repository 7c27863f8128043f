"""The hours of a step: what they are for is said once where several roles' are for the same."""

from __future__ import annotations

from handbook.build import Build
from handbook.document.places import Place, path
from handbook.model.duties import roles_in_models
from handbook.model.process import FOR_ALL, Effort
from handbook.norwegian import number
from handbook.sections.responsibility import whens
from project import article_of


def hours(per: str, *, workplace: bool = False) -> Effort:
    told = {"role": "leder", "hours": 3, "per": per, "for_workplace": workplace}
    return Effort.model_validate(told | {"basis": "proposal"})


def test_a_row_of_the_same_says_it_at_its_end() -> None:
    each, once = hours("week"), hours("once", workplace=True)
    assert list(whens((once, once, each))) == [
        "", f" (alle {once.per.label}, {FOR_ALL})", f" {each.per.label}",
    ]  # fmt: skip


def test_each_of_its_own_says_its_own() -> None:
    each, once = hours("week"), hours("once")
    assert list(whens((once, each, once))) == [f" {one.per.label}" for one in (once, each, once)]


def test_a_role_tells_how_much_and_how_little_it_takes(real: Build) -> None:
    """Whoever is asked to be a buddy knows no model yet, and asks how long it takes."""
    assert real.book
    role = next(one for one in real.book.roles if one.id == "fadder")
    years = [mine.year.hours for mine in roles_in_models(real.book, role) if mine.year]
    known = [hours for hours in years if hours]
    page = next(one for one in real.pages if one.path == path(Place("role", role.id)))
    assert f"fra {number(min(known))} til {number(max(known))} timer på ett år" in article_of(page)
