"""The book in volumes: what one reads, and beside it forms, roles and all that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from handbook.book.examples import example_chapters
from handbook.book.forms import forms_chapter, forms_in_short
from handbook.book.front import how_to_use, news, side_by_side, what_suits
from handbook.book.grounds import about, behind, weighing_chapter
from handbook.book.look_up import (
    findings_by_number,
    glossary_chapter,
    instruments_chapter,
    roles_chapter,
    routines_chapter,
    rules_chapter,
    sources_chapter,
    sources_in_short,
    themes_chapter,
    to_participant,
)
from handbook.book.messages import messages_chapter, messages_of
from handbook.book.model_chapter import model_chapter
from handbook.book.uses import at_nouns, together, uses
from handbook.document.blocks import Group, Section
from handbook.document.linker import Linker
from handbook.model.coverage import cited
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.sections.accessibility import accessibility_section
from handbook.sections.reference import Uses

Chapters = tuple[Section, ...]


class Volume(StrEnum):
    """A file of the book; the value ends its name."""

    MODELS = ""
    FORMS = "skjemaer"
    ROLES = "roller"
    EXAMPLES = "eksempler"
    GROUNDS = "regler-og-kilder"

    @property
    def heading(self) -> str:
        """What stands on its cover below the name of the handbook; empty for the book itself."""
        return _TITLES[self]

    @property
    def called(self) -> str:
        """Its first word, by which a page in it is told: `«Rollene» 22`."""
        return self.heading.partition(",")[0].partition(" ")[0]


_TITLES = {
    Volume.MODELS: "",
    Volume.FORMS: "Skjemaene, rutinene og tekstene",
    Volume.ROLES: "Rollene",
    Volume.EXAMPLES: "Oppdiktede eksempler",
    Volume.GROUNDS: "Virkemidler, regler og kilder",
}


def volumes_of(book: Handbook) -> Iterator[Volume]:
    """The volumes there are: none of examples where nobody has written one."""
    yield from (one for one in Volume if one is not Volume.EXAMPLES or book.examples)


def volume_chapters(linker: Linker, volume: Volume) -> Chapters:
    """The chapters of one volume, in order. Raises EditionRefused for a form that does not fit."""
    if volume is not Volume.GROUNDS:
        return _TOLD[volume](linker)
    told = _told(linker)
    used = at_nouns(linker, uses(linker, told))
    return instruments_chapter(linker), findings_by_number(linker), *_grounds(linker, used)


def all_chapters(linker: Linker) -> Chapters:
    """Every volume's chapters after each other, as an e-book has them."""
    told = _told(linker)
    return *told, *_grounds(linker, uses(linker, told))


def model_chapters(linker: Linker, model: InclusionModel) -> Chapters:
    """One model alone, with what stands behind it, its texts, and its sources with quotations."""
    whole = _alone(linker, model)
    told = replace(whole, blocks=(*whole.blocks, *messages_of(linker, model)))
    return told, sources_chapter(linker, uses(linker, (told,)), frozenset(cited(model)))


def model_on_paper(linker: Linker, model: InclusionModel) -> Chapters:
    """The same to print: texts and quotations stand in other volumes; what each form is for."""
    whole = _alone(linker, model)
    forms = forms_in_short(linker, model)
    told = replace(whole, blocks=(*whole.blocks, forms))
    sources = sources_in_short(linker, frozenset(uses(linker, (told,))))
    return (replace(told, blocks=(*whole.blocks, Group((forms, sources), "flow"))),)


def _alone(linker: Linker, model: InclusionModel) -> Section:
    whole = model_chapter(linker, model, model.kind.label)
    more = (to_participant(linker, model), *about(linker, model))
    return replace(whole, blocks=(*whole.blocks, *more))


def _told(linker: Linker) -> Chapters:
    """All that rests on sources; the last volume tells of these, and begins with instruments."""
    chapters = (chapter for told in _TOLD.values() for chapter in told(linker))
    return *chapters, instruments_chapter(linker)


def _models(linker: Linker) -> Chapters:
    models = enumerate(linker.book.models, 1)
    return (
        how_to_use(linker),
        *what_suits(linker),
        side_by_side(linker),
        *(model_chapter(linker, model, f"Modell {number}") for number, model in models),
        themes_chapter(linker),
        glossary_chapter(linker),
    )


def _forms(linker: Linker) -> Chapters:
    return forms_chapter(linker), *routines_chapter(linker), *messages_chapter(linker)


def _roles(linker: Linker) -> Chapters:
    told = (to_participant(linker, model) for model in linker.book.models)
    return roles_chapter(linker), *told


_TOLD = {Volume.MODELS: _models, Volume.FORMS: _forms, Volume.ROLES: _roles,
         Volume.EXAMPLES: example_chapters}  # fmt: skip


def _grounds(linker: Linker, used: Uses) -> Chapters:
    models = (behind(linker, model) for model in linker.book.models)
    told = (*models, *weighing_chapter(linker))
    rules = rules_chapter(linker, used)
    cited = together(used, uses(linker, (*told, rules)))
    return (
        rules, sources_chapter(linker, cited), *told, news(linker), accessibility_section(linker),
    )  # fmt: skip
