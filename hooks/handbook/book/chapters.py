"""The book's chapters, each one section: what stands together on paper and in the e-book."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from handbook.book.forms import forms_chapter
from handbook.book.front import how_to_use, side_by_side
from handbook.book.model_chapter import model_chapter
from handbook.document import titles
from handbook.document.blocks import Section
from handbook.document.linker import Linker, role_place
from handbook.document.places import ROLES, Place, page
from handbook.model.people import Role, Side
from handbook.sections.people import role_section, roles_of, roles_section

_LOOK_UP = "Oppslag"


def chapters(linker: Linker) -> tuple[Section, ...]:
    """Every chapter of the book, in order."""
    return (*first(linker), *models(linker), roles(linker), forms_chapter(linker))


def first(linker: Linker) -> tuple[Section, ...]:
    """What stands before the models."""
    return how_to_use(linker), side_by_side(linker)


def models(linker: Linker) -> tuple[Section, ...]:
    """A chapter for each model."""
    numbered = enumerate(linker.book.models, 1)
    return tuple(model_chapter(linker, model, f"Modell {number}") for number, model in numbered)


def roles(linker: Linker) -> Section:
    """Every role, side by side of the table."""
    lead = roles_section(linker).blocks[0]
    each = (_role(linker, role) for side in Side for role in roles_of(linker, side))
    return Section(titles.PAGES[ROLES], (lead, *each), place=page(ROLES), over=_LOOK_UP)


def _role(linker: Linker, role: Role) -> Section:
    return replace(role_section(linker, role), place=role_place(linker.book, role.id))


def feet(linker: Linker) -> Callable[[Place], str]:
    """What a loose page is known by, for each place that begins something new."""
    book, edition = linker.book, f"utgave {linker.book.edition.edition}"

    def foot(place: Place) -> str:
        if place.kind == "page":
            return f"{titles.PAGES[place.name]} · {edition}"
        if place.kind not in ("model", "form"):
            return ""
        noun = (book.model_by_id if place.kind == "model" else book.form_by_id)[place.name]
        return f"{noun.id} · versjon {noun.version} · {edition}"

    return foot
