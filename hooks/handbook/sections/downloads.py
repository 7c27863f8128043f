"""What can be taken away: the files of the handbook by kind, and how an old print is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from handbook.document import places
from handbook.document.blocks import Blocks, File, Files, Notice, Paragraph, Section
from handbook.document.inline import Code, Ref, Strong, Words
from handbook.document.linker import Linker
from handbook.document.titles import PAGES
from handbook.model.inclusion_model import InclusionModel
from handbook.norwegian import date_text

LLMS = "llms.txt"
"""The list of the pages' twins in Markdown, where llmstxt.org says that it is looked for."""
ADDRESSES = "data/addresses.json"
"""Every address of the edition."""
MANIFEST = "data/manifest.json"
"""Every file of the edition with its sum."""


class Kind(NamedTuple):
    """Files of one kind: what they are, and the folder they lie in."""

    text: str
    folder: str


BOOK = Kind(
    "Håndboka som PDF til å skrive ut: modellene i én fil, og skjemaene med rutinene, rollene, "
    "reglene med kildene og eksemplene i hver sin. E-boka til telefon og lesebrett har alt.",
    "last-ned/bok",
)
PACKAGES = Kind("Skjemaene som fyllbar PDF og Word", "last-ned/skjemapakker")
MEMOS = Kind(
    "Notat til ledelsen, én side, som PDF og Word, med vanlige tall. Hvis dere vil ha deres egne "
    "tall, skriver dere dem inn på siden til notatet.",
    "last-ned/notat",
)
LEAFLETS = Kind("Hefte til deltakeren, i A5 og som e-bok", "last-ned/til-deg")
DECKS = Kind(
    "Presentasjoner til ledergruppa og til opplæring, med notater, som PowerPoint",
    "last-ned/presentasjoner",
)
MESSAGES = Kind("Tekster til å sende eller si, med felt å fylle ut, som Word", "last-ned/tekster")
WHOLE_MODEL = Kind("Modellen som PDF og e-bok", "last-ned/modeller")
OF_A_MODEL = (
    WHOLE_MODEL,
    MEMOS,
    DECKS,
    MESSAGES,
    LEAFLETS,
    PACKAGES,
    Kind("Utkast til protokoll, informasjon og sletteplan", "last-ned/personvern"),
)
CARDS = Kind("Rollekort i A4 til å henge opp", "last-ned/roller")
ROUTINES = Kind("Rutiner for internkontroll som Word, til å endre", "last-ned/rutiner")
ROUTINES_FILE = "rutiner-for-internkontroll"
"""What the file with all of them is called, without its ending."""
DATA = Kind(
    "Alt innholdet som JSON, med de samme feltnavnene som i filene redaktørene skriver. Hvert "
    "utsagn med merke, funn og sitat står i en tabell (CSV) til den som vil gå gjennom dem.",
    "data",
)

_OLD = (
    "Nederst på et ark fra et skjema eller en modell står versjon og utgave. Søk på den, for "
    "eksempel «SKJ-09 v1.0». De ferdige PDF-ene har også en kode dere kan skanne. Siden sier om "
    "versjonen er gjeldende, eller hva som er endret siden."
)


FilesOf = Callable[[Kind], tuple[File, ...]]
"""The files of a kind."""

FilesNamed = Callable[[str, str], tuple[File, ...]]
"""Folder and id → the files there that belong to it."""


def downloads_section(
    linker: Linker, files_of: FilesOf, named: FilesNamed, missing: str, *, with_twins: bool
) -> Section:
    """By what one wants: one model, one thing or all; `missing` says why some are not there."""
    edition = linker.book.edition
    lead = (
        f"Utgave {edition.edition}, {date_text(edition.date)}. Alt kan skrives ut og brukes uten "
        "nett."
    )
    told = (Strong(("PDF-filene mangler.",)), f" {missing}.")
    lost: Blocks = (Notice("caveat", told),) if missing else ()
    blocks = (
        Paragraph((lead,), "lead"), *lost, *_models(linker, named),
        *_one_thing(linker, files_of, named), *_all(files_of),
        *_data(files_of, with_twins=with_twins), *_printed(),
    )  # fmt: skip
    return Section(PAGES[places.DOWNLOADS], blocks, place=places.page(places.DOWNLOADS))


def _models(linker: Linker, named: FilesNamed) -> Blocks:
    """Everything of one model, each to be opened by itself."""
    models = tuple(one for model in linker.book.models for one in _model(model, named))
    former = ("notat", "til-deg", "skjemapakker", "personvern")
    return (Section("Én modell", models, "modeller", former=former),) if models else ()


def _model(model: InclusionModel, named: FilesNamed) -> Iterator[Section]:
    found = ((kind, named(kind.folder, model.id)) for kind in OF_A_MODEL)
    blocks = tuple(block for kind, files in found for block in _listed(kind, files))
    if blocks:
        yield Section(model.short_title, blocks, model.id, "fold")


def _listed(kind: Kind, files: tuple[File, ...]) -> Blocks:
    return (Paragraph((kind.text,)), Files(files)) if files else ()


def _one_thing(linker: Linker, files_of: FilesOf, named: FilesNamed) -> Blocks:
    words = (
        "Hvert skjema har sin egen side, der det kan fylles ut eller lastes ned tomt. ",
        linker.page(places.FORMS, "Gå til skjemaene"),
    )
    asked = (one.id for one in linker.book.instruments if one.has_memo)
    memos = _listed(MEMOS, tuple(file for name in asked for file in named(MEMOS.folder, name)))
    decided = (Section("Notater om virkemidler", memos, "notater", "fold"),) if memos else ()
    cards = _listed(CARDS, files_of(CARDS))
    hung = (Section("Rollekort", cards, "roller", "fold"),) if cards else ()
    routines = _listed(ROUTINES, files_of(ROUTINES))
    kept = (Section("Rutiner", routines, "rutiner", "fold"),) if routines else ()
    return (Section("Én ting", (Paragraph(words), *decided, *hung, *kept), "skjemaer"),)


def _all(files_of: FilesOf) -> Blocks:
    told = _listed(BOOK, files_of(BOOK))
    return (Section("Alt", told, "bok"),) if told else ()


def _data(files_of: FilesOf, *, with_twins: bool) -> Blocks:
    told = _listed(DATA, files_of(DATA))
    if not told:
        return ()
    blocks = (*told, *_addresses(with_twins=with_twins))
    return (Section("Data til andre systemer", blocks, "data", "fold", former=("sjekksummer",)),)


def _addresses(*, with_twins: bool) -> Iterator[Paragraph]:
    yield Paragraph(("Alle adressene i utgaven: ", _way(ADDRESSES, "addresses.json"), "."))
    if with_twins:  # as a published site has; plain pages for another engine have no list of sums
        told = "Sjekksummen (SHA-256) til hver fil, som viser at den er hel: "
        yield Paragraph((told, _way(MANIFEST, "manifest.json"), "."))
        words: Words = (
            "Hver side finnes også som ren tekst i Markdown, på samme adresse med ",
            Code(".md"), " der nettsiden har ", Code(".html"), ". Alle sidene står i ",
            _way(LLMS, LLMS), ".",
        )  # fmt: skip
        yield Paragraph(words)


def _way(name: str, words: str) -> Ref:
    return Ref(places.file(name), words, "download")


def _printed() -> Blocks:
    return (Section("Har du en gammel utskrift?", (Paragraph((_OLD,)),), "gammel"),)
