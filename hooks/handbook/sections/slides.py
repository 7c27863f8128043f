"""What decks of slides have in common: points with their place, and how a deck begins and ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from handbook.document.blocks import Notice
from handbook.document.deck import Opening, Point, Points, Written
from handbook.document.inline import Words
from handbook.document.linker import Linker
from handbook.document.places import Place, url
from handbook.model.handbook import Edition
from handbook.model.ids import KeyPath
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Sourced, Statement
from handbook.model.process import Step
from handbook.model.source import Source
from handbook.norwegian import counted, date_text, listed, lower_first
from handbook.sections.around import notices

FILL_IN = "[navn på virksomheten], [dato]"
"""What whoever shows the deck writes first."""


def opening(linker: Linker, model: InclusionModel, title: str, how: Sequence[str]) -> Opening:
    """The first slide, with what must be known of how far the model has come."""
    told = [one for one in notices(linker, model, None) if isinstance(one, Notice)]
    edition = linker.book.edition
    from_book = (
        f"Fra {edition.title}, utgave {edition.edition}. Modellen har versjon {model.version}."
    )
    lines: tuple[Words, ...] = ((FILL_IN,), (from_book,), *(one.words[:1] for one in told))
    notes: tuple[Words, ...] = (*((one,) for one in how), *(one.words for one in told))
    name = model.short_title
    return Opening(title.replace(name, name.replace(" ", "\u00a0")), lines, notes)


def said(linker: Linker, told: Statement, at: Written, before: str = "") -> Point:
    """One statement as a point."""
    return Point(linker.words(told.text), before=before, written=at)


def stated(
    linker: Linker, told: Sequence[Statement], model: InclusionModel, field: str, most: int
) -> tuple[Point, ...]:
    """The first statements of a field of a model."""
    return tuple(
        said(linker, one, Written("model", model.id, (field, at, "text")))
        for at, one in enumerate(told[:most])
    )


def in_step(model: InclusionModel, step: Step, *path: str | int) -> Written:
    """Where something in a step is written."""
    phase = model.phase_of[step.id]
    at: KeyPath = ("phases", model.phases.index(phase), "steps", phase.steps.index(step), *path)
    return Written("model", model.id, at)


def grounds(told: Iterable[Sourced]) -> Iterator[Words]:
    """What points rest on, as one speaks; nothing where there is nothing to rest."""
    labels = list(dict.fromkeys(lower_first(one.basis.label) for one in told))
    if labels:
        yield (f"Grunnlaget for punktene er merket slik i håndboka: {listed(labels)}.",)


def closing(
    linker: Linker, place: Place, sources: Sequence[Source], more: tuple[Point, ...] = ()
) -> Points:
    """The last slide: where all of it stands, of which edition, and whose words it rests on."""
    edition = linker.book.edition
    told = (*_where(edition, place), *more, *map(_source, sources[:_SOURCES]))
    left = len(sources) - _SOURCES
    rest = (
        (f"Presentasjonen bygger på {counted(left, 'kilde', 'kilder')} til.",) if left > 0 else ()
    )
    notes: tuple[Words, ...] = (
        ("Si hvor dere finner resten.",),
        ("Hvert utsagn har sitt eget grunnlag på siden i håndboka.", *(f" {one}" for one in rest)),
        (f"Lisens for innholdet: {edition.content_licence}.",),
    )
    return Points("Kilder og mer å lese", told, notes)


_SOURCES = 3
"""So many stand on the slide; the rest is counted in the notes."""


def _where(edition: Edition, place: Place) -> Iterator[Point]:
    address = f"{edition.site_url.rstrip('/')}/{url(place)}"
    yield Point((address,), "Alt står her:", whole=True, address=address)
    made = f"{edition.edition}, {date_text(edition.date)}, {' og '.join(edition.publishers)}."
    yield Point((made,), "Utgave:", whole=True)


def _source(source: Source) -> Point:
    date = source.date or "udatert"
    when = date if date[1:2].isupper() else lower_first(date)
    told = f"{source.title}, {source.publisher}, {when}."
    return Point((told,), "Kilde:", whole=True, written=Written("source", source.id, ("title",)))
