"""What every file of a form is known by, and what it calls the roles and pages it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handbook.document import places
from handbook.document.places import Place
from handbook.model import form_texts
from handbook.model.form import Form
from handbook.model.handbook import Edition, Handbook
from handbook.model.prose import Reference
from handbook.norwegian import listed, upper_first

Titles = Mapping[str, str]
"""What a reference or role id is called: `leder` → «Leder»."""


def titles_of(book: Handbook) -> dict[str, str]:
    """What each role, theme, term, model and form is called, by id."""
    titles = {term.id: term.term for term in book.terms}
    titles |= {rule.id: rule.title for rule in book.rules}
    titles |= {theme.id: theme.title for theme in book.themes}
    titles |= {role.id: role.title for role in book.roles}
    titles |= {form.id: form.title for form in book.forms}
    return titles | {model.id: model.short_title for model in book.models}


def identity(form: Form, edition: Edition) -> str:
    """`SKJ-09 · versjon 1.0, 22.11.2026 · utgave 2026.1`: what a paper copy is known by."""
    day = f"{form.valid_from:%d.%m.%Y}"
    return f"{form.id} · versjon {form.version}, {day} · utgave {edition.edition}"


def address(form: Form, edition: Edition, anchor: str = "") -> str:
    """The page of the form on the web."""
    return f"{edition.site_url.rstrip('/')}/{places.url(Place('form', form.id, anchor))}"


def printed_address(form: Form, edition: Edition) -> str:
    """The address that a printed copy carries: it says whether this version still holds."""
    return address(form, edition, f"v{form.version}")


def short_address(form: Form, edition: Edition) -> str:
    """The address as one types it."""
    return address(form, edition).partition("://")[2]


def facts(form: Form, titles: Titles) -> tuple[tuple[str, str], ...]:
    """Who fills the form in, who signs it, and when."""
    rows = [(term, _people(roles, titles)) for term, roles in form_texts.people(form)]
    return (*rows, ("Når", form.when))


def named(reference: Reference, titles: Titles) -> str:
    """The words for a reference: the editor's own, a form by its id, anything else by its title."""
    if reference.shown:
        return reference.shown
    target = reference.target.rpartition(":")[2]
    return target if target.startswith("SKJ-") else titles.get(target, target)


def _people(roles: Sequence[str], titles: Titles) -> str:
    return upper_first(listed([titles.get(role, role) for role in roles]))
