"""What can be taken away: the files of the handbook by kind, and how an old print is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from handbook.document import places, titles
from handbook.document.blocks import Blocks, File, Files, Notice, Paragraph, Section
from handbook.document.inline import Code, Ref, Strong, Words
from handbook.document.linker import Linker
from handbook.document.titles import PAGES
from handbook.norwegian import date_text

LLMS = "llms.txt"
"""The list of the pages' twins in Markdown, where llmstxt.org says that it is looked for."""
ADDRESSES = "data/addresses.json"
"""Every address of the edition."""


class Kind(NamedTuple):
    """Files of one kind: heading, anchor, the folder they lie in, and what they are."""

    title: str
    anchor: str
    folder: str
    text: str


PACKAGES = Kind(
    "Pakker med skjemaer", "skjemapakker", "last-ned/skjemapakker",
    "Skjemaene i en modell som fyllbar PDF og Word, med en LESMEG. Pakker for hver fase ligger på "
    "modellens skjemaside.",
)  # fmt: skip
DATA = Kind(
    "Data", "data", "data",
    "Alt innholdet som JSON, med de samme feltnavnene som i filene redaktørene skriver.",
)  # fmt: skip
KINDS = (
    Kind("Boka", "bok", "last-ned/bok",
         "Håndboka som PDF til å skrive ut: modellene i én fil, og skjemaene, rollene reglene "
         "med kildene og eksemplene i hver sin. E-boka til telefon og lesebrett har alt."),
    Kind("Én modell", "modeller", "last-ned/modeller", "Hver modell for seg, som PDF og e-bok."),
    Kind(titles.MEMO.title, "notat", "last-ned/notat",
         "Én side per modell: valget, innsats, kroner, resultater og risiko. PDF til å skrive "
         "ut, og Word til å endre i."),
    Kind("Til deg som deltar", "til-deg", "last-ned/til-deg",
         "For hver modell: hefte i A5 til å skrive ut, og e-bok."),
    Kind("Rollekort", "roller", "last-ned/roller", "A4 til å henge opp."),
    PACKAGES,
    Kind("Personvern", "personvern", "last-ned/personvern",
         "Protokoll, informasjon og sletteplan per modell. Utkast som virksomheten må "
         "kvalitetssikre."),
    DATA,
)  # fmt: skip

_OLD = (
    "Nederst på hvert ark står nummer, versjon og utgave. Skann koden på arket, eller søk på "
    "nummeret, for eksempel «SKJ-09 v1.0». Siden sier om versjonen er gjeldende, eller hva som er "
    "endret siden."
)


def downloads_section(
    linker: Linker,
    files_of: Callable[[Kind], tuple[File, ...]],
    missing: str,
    *,
    with_twins: bool,
) -> Section:
    """Every file by kind; `missing` says why some could not be made."""
    edition = linker.book.edition
    lead = (
        f"Utgave {edition.edition}, {date_text(edition.date)}. Alt kan skrives ut og brukes uten "
        "nett. Sjekksummen (SHA-256) lar dere kontrollere at en fil er hel."
    )
    told = (Strong(("PDF-filene mangler.",)), f" {missing}.")
    lost: Blocks = (Notice("caveat", told),) if missing else ()
    kinds = _kinds(files_of, with_twins=with_twins)
    blocks = (Paragraph((lead,), "lead"), *lost, *kinds, *_single(linker), *_printed())
    return Section(PAGES[places.DOWNLOADS], blocks, place=places.page(places.DOWNLOADS))


def _kinds(files_of: Callable[[Kind], tuple[File, ...]], *, with_twins: bool) -> Iterator[Section]:
    for kind in KINDS:
        files = files_of(kind)
        if files:
            more = _addresses(with_twins=with_twins) if kind is DATA else ()
            yield Section(kind.title, (Paragraph((kind.text,)), Files(files), *more), kind.anchor)


def _addresses(*, with_twins: bool) -> Iterator[Paragraph]:
    yield Paragraph(("Alle adressene i utgaven: ", _way(ADDRESSES, "addresses.json"), "."))
    if with_twins:
        words: Words = (
            "Hver side finnes også som ren tekst i Markdown, på samme adresse med ",
            Code(".md"), " der nettsiden har ", Code(".html"), ". Alle sidene står i ",
            _way(LLMS, LLMS), ".",
        )  # fmt: skip
        yield Paragraph(words)


def _way(name: str, words: str) -> Ref:
    return Ref(places.file(name), words, "download")


def _single(linker: Linker) -> Blocks:
    words = (
        "Hvert skjema har sin egen side, der det kan fylles ut eller lastes ned tomt. ",
        linker.page(places.FORMS, "Gå til skjemaene"),
    )
    return (Section("Enkeltskjemaer", (Paragraph(words),), "skjemaer"),)


def _printed() -> Blocks:
    return (Section("Har du en gammel utskrift?", (Paragraph((_OLD,)),), "gammel"),)
