"""The book's chapters, each one section: what stands together on paper and in the e-book."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from handbook.book.forms import forms_chapter
from handbook.book.front import FIRST, how_to_use, news, side_by_side, what_suits
from handbook.book.look_up import (
    glossary_chapter,
    instruments_chapter,
    roles_chapter,
    rules_chapter,
    sources_chapter,
    themes_chapter,
)
from handbook.book.model_chapter import model_chapter
from handbook.book.uses import together, uses
from handbook.document import titles
from handbook.document.blocks import Section
from handbook.document.linker import Linker
from handbook.document.places import Place
from handbook.model.coverage import cited
from handbook.model.inclusion_model import InclusionModel
from handbook.sections.accessibility import accessibility_section


def chapters(linker: Linker) -> tuple[Section, ...]:
    """Every chapter of the book, in order. Raises EditionRefused for a form that does not fit."""
    models = enumerate(linker.book.models, 1)
    told = (
        how_to_use(linker),
        replace(accessibility_section(linker), over=FIRST),
        news(linker),
        *what_suits(linker),
        side_by_side(linker),
        *(model_chapter(linker, model, f"Modell {number}") for number, model in models),
        roles_chapter(linker),
        instruments_chapter(linker),
        themes_chapter(linker),
        forms_chapter(linker),
        glossary_chapter(linker),
    )
    used = uses(linker, told)
    rules = rules_chapter(linker, used)
    return *told, rules, sources_chapter(linker, together(used, uses(linker, (rules,))))


def model_chapters(linker: Linker, model: InclusionModel) -> tuple[Section, ...]:
    """One model alone, with the sources it rests on."""
    told = model_chapter(linker, model, model.kind.label)
    return told, sources_chapter(linker, uses(linker, (told,)), frozenset(cited(model)))


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
