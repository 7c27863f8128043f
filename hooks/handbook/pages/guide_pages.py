"""The editors' guide that writes itself, as pages: messages, kinds of files, fields of each."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import titles
from handbook.document.places import EDITING, FIELDS
from handbook.pages.context import Context, compose
from handbook.pages.page import Crumb, Page
from handbook.sections.guide import (
    FILES,
    GuideFile,
    codes_section,
    fields_section,
    files_section,
)
from handbook.sections.reference import Uses
from handbook.sections.rules import rules_in_texts_section
from handbook.sections.word_choices import word_choices_section

_GUIDE = (Crumb(titles.PAGES[EDITING], EDITING),)
_FIELDS = (*_GUIDE, Crumb(titles.PAGES[FIELDS], FIELDS))


def crumbs_of(path: str) -> tuple[Crumb, ...]:
    """The way to a page that somebody wrote by hand; those of the guide stand under its front."""
    return _GUIDE if path.startswith("redaksjon/") and path != EDITING else ()


def guide_pages(context: Context, used: Uses) -> Iterator[Page]:
    """Messages, kinds of files, chosen words, rules as texts tell them, then the fields of each."""
    yield compose(
        codes_section(context.codes),
        kind="guide",
        description="En forklaring til hver melding, og hvordan du retter det.",
        crumbs=_GUIDE,
    )
    yield compose(
        files_section(),
        kind="guide",
        description="En side for hver slags fil, med alle felter.",
        crumbs=_GUIDE,
    )
    yield compose(
        word_choices_section(context.book.words),
        kind="guide",
        description="Ordene og formene håndboka har valgt, og hvorfor.",
        crumbs=_GUIDE,
    )
    yield compose(
        rules_in_texts_section(context.linker, used),
        kind="guide",
        description="Når reglene leses på nytt, hvor de er sagt, og hva kontrollen ser etter.",
        source="model/rules",
        crumbs=_GUIDE,
    )
    yield from map(_fields_page, FILES)


def _fields_page(one: GuideFile) -> Page:
    return compose(
        fields_section(one),
        kind="guide",
        description=f"Alle felter i {one.file}, med et eksempel.",
        crumbs=_FIELDS,
    )
