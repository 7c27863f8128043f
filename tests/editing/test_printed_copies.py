"""A form in a binder: its code and its number say whether it still holds, and what has changed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from changing import TODAY, book_in, edit
from lxml import html

from handbook.__main__ import main
from handbook.build import Options, build
from handbook.editing.release import issued_versions
from handbook.forms.naming import identity, printed_address
from handbook.model.form import Change
from handbook.model.versions import printed_versions
from project import article_of

FORM = "forms/SKJ-01.yml"
_FIELD = "      - id: oppgaver\n        label: Oppgaver"
_CHANGE = (
    'version: "1.1"\nchanges:\n  - version: "1.1"\n'
    "    date: 2026-11-20\n    size: minor\n    what: Nytt felt om rom."
)


@pytest.fixture
def changed(tiny: Path) -> tuple[Path, str, str]:
    """A field came after edition 2026.1; with the address and the line of an old copy."""
    edit(tiny, "model/handbook.yml", '  - version: "1.0"\n', '  - version: "2026.1"\n')
    assert main(["--root", str(tiny), "--today", "2026-11-22", "release", "2026.1"]) == 0
    book = book_in(tiny)
    old = book.form_by_id["SKJ-01"]
    new_field = "      - {id: rom, label: Rom, type: text, personal_data: none}\n"
    edit(tiny, FORM, _FIELD, new_field + _FIELD)
    edit(tiny, FORM, 'version: "1.0"', _CHANGE)
    return tiny, printed_address(old, book.edition), identity(old, book.edition)


@pytest.mark.slow
def test_an_old_copys_address_leads_to_what_has_changed(changed: tuple[Path, str, str]) -> None:
    root, address, line = changed
    assert line.startswith("SKJ-01 · versjon 1.0")
    page, _, anchor = address.rpartition("#")
    made = build(root, TODAY, options=Options(files=False))
    (form,) = [one for one in made.pages if page.endswith(f"/{one.url}")]
    (said,) = html.fromstring(article_of(form)).xpath(f"//li[@id='{anchor}']")
    text = " ".join(said.text_content().split())
    assert text.startswith("Versjon 1.0 er erstattet av 1.1.")
    assert "Nytt felt om rom." in text


@pytest.mark.slow
def test_the_copy_that_holds_is_told_so(changed: tuple[Path, str, str]) -> None:
    root, _, _ = changed
    made = build(root, TODAY, options=Options(files=False))
    book = made.book
    assert book is not None
    form = book.form_by_id["SKJ-01"]
    anchor = printed_address(form, book.edition).rpartition("#")[2]
    page = next(one for one in made.pages if one.url == "skjema/SKJ-01.html")
    (said,) = html.fromstring(article_of(page)).xpath(f"//li[@id='{anchor}']")
    assert said.text_content().startswith("Versjon 1.1 er gjeldende")


def test_a_version_is_known_from_its_edition_alone(changed: tuple[Path, str, str]) -> None:
    root, _, _ = changed
    assert issued_versions(root)["SKJ-01"] == ("1.0",)


def test_versions_are_ordered_by_number_and_each_tells_what_came_after() -> None:
    changes = [_change("1.9", "ni"), _change("1.10", "ti")]
    newest, nine, first = printed_versions("1.10", changes, ["1.0", "2.0"])
    assert (newest.number, newest.holds, newest.changed) == ("1.10", True, ())
    assert (nine.number, [one.what.plain for one in nine.changed]) == ("1.9", ["ti"])
    assert (first.number, [one.what.plain for one in first.changed]) == ("1.0", ["ni", "ti"])


def _change(version: str, what: str) -> Change:
    return Change.model_validate(
        {"version": version, "date": dt.date(2026, 11, 20), "size": "minor", "what": what}
    )
