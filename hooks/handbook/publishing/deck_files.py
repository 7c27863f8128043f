"""The slides of a model as PowerPoint files, and a finding for each text without room on its slide.

What draws them is loaded when one must be made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from handbook import decks
from handbook.codes import finding
from handbook.decks.fitting import TooLong, too_long
from handbook.document.deck import Deck, Written
from handbook.document.linker import Linker
from handbook.findings import Finding
from handbook.kept import Cache, Files, key_of
from handbook.model.handbook import Edition, Handbook
from handbook.model.ids import slug_of
from handbook.model.inclusion_model import InclusionModel
from handbook.publishing.zipping import zipped
from handbook.reading.folder import Places
from handbook.sections.downloads import DECKS
from handbook.sections.leader_deck import leader_deck
from handbook.sections.training_deck import training_deck


class DeckFile(NamedTuple):
    """One deck: where it lies, and what it tells."""

    path: str
    deck: Deck


def deck_files(book: Handbook, model: InclusionModel) -> tuple[DeckFile, ...]:
    """The decks of a model: for its leaders, and for the training of whoever helps the new one."""
    linker = Linker(book)
    made = (leader_deck(linker, model), training_deck(linker, model))
    return tuple(DeckFile(_path(model, deck), deck) for deck in made if deck)


def _path(model: InclusionModel, deck: Deck) -> str:
    name = slug_of(deck.title.rpartition(f": {model.short_title}")[0])
    return f"{DECKS.folder}/{model.id}-{name}.pptx"


def deck_bytes(file: DeckFile, edition: Edition, cache: Cache | None = None) -> bytes:
    """The PowerPoint file, kept while it tells the same."""
    kept = cache or Cache()

    def make() -> Files:
        return {file.path: _made(file.deck, edition)}

    key = key_of("deck", repr(file.deck), edition.model_dump_json(), _version_of_writers())
    return kept.get_or_make(file.path, (file, edition), lambda: kept.files(key, make))[file.path]


def deck_findings(
    file: DeckFile, model: InclusionModel, places: Mapping[tuple[str, str], Places]
) -> Iterator[Finding]:
    """Each slide that says more than it has room for, at the text an editor can shorten."""
    for found in too_long(file.deck):
        kind, name, path = found.written or Written("model", model.id, ())
        yield finding("B02", places[kind, name].place(path), _problem(file, found))


def _problem(file: DeckFile, found: TooLong) -> str:
    return f"«{file.deck.title}», lysarket «{found.slide}»: {found.reason}"


def _made(deck: Deck, edition: Edition) -> bytes:
    from handbook.decks.powerpoint import deck_parts  # noqa: PLC0415 - loads python-pptx

    author = " og ".join(edition.publishers)
    return zipped(deck_parts(deck, author=author, day=edition.date), edition.date)


@lru_cache(maxsize=1)
def _version_of_writers() -> str:
    """Changes with any line of what draws slides, and with the library it stands on."""
    folder = Path(decks.__file__).parent
    lines = [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.py"))]
    return key_of(version("python-pptx"), version("lxml"), *lines)
