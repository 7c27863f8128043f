"""What an organisation must write down about a model's personal data, as a draft to go on with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from handbook.document import titles
from handbook.document.blocks import (
    Blocks,
    Cell,
    Column,
    Fact,
    Facts,
    Item,
    ItemList,
    Notice,
    Paragraph,
    Row,
    Section,
    Table,
    Tool,
    columns,
    said,
)
from handbook.document.inline import Mark, Ref, Strong, Words
from handbook.document.linker import Linker
from handbook.document.places import FORMS, page
from handbook.document.titles import part_place
from handbook.document.tools import DeletionPeriod, DeletionPlan
from handbook.model.evidence import mark_of
from handbook.model.form import DeletionAnchor, Field
from handbook.model.inclusion_model import InclusionModel
from handbook.model.privacy import ProcessingRow, information_letter, processing_rows, rows_of
from handbook.model.prose import Prose
from handbook.sections.form import PRIVACY

FILL_IN = "Fylles ut av virksomheten"
NO_DATE = "Fylles ut"
DRAFT = "Virksomheten må kvalitetssikre alt her før bruk."
ONLY_YOU = (
    "Behandlingsansvarlig og personvernombud",
    "Sikkerhetstiltak",
    "Overføring til land utenfor EØS",
)
"""What the record asks and no form knows."""

_RIGHTS = (
    "Du kan be om å se det som står om deg. Du kan be om at feil blir rettet, og om at noe blir "
    "slettet eller bare brukt til det du godtar. Du kan protestere. Hvis du har sagt ja til noe, "
    "kan du trekke samtykket tilbake. Du kan klage til Datatilsynet."
)
_RULE = "Se regelen"


def privacy_section(linker: Linker, model: InclusionModel) -> Section:
    """What is common said once, then a line for each form; the files have it all, form by form."""
    rows = processing_rows(linker.book, model)
    draft = f" {DRAFT} Bare dere kan svare på det som er markert med «fylles ut»."
    blocks = (
        Paragraph((_LEAD,), "lead"),
        Notice("draft", (Strong(("Utkast.",)), draft)),
        deletion_plan(linker, model),
        _record(rows),
        _letter(linker, model),
    )
    title = f"{titles.PRIVACY.title} i {model.short_title}"
    return Section(title, blocks, place=part_place(model, titles.PRIVACY))


_LEAD = (
    "Her står det dere må skrive ned om opplysningene. Det er hentet fra skjemaene modellen "
    "bruker. Protokollen, brevet til deltakeren og sletteplanen ligger hele i filene, skjema for "
    "skjema."
)


class Answer(NamedTuple):
    """What the record of processing says under one heading; `short` is the heading in a cell."""

    heading: str
    words: Words
    short: str = ""


def answers(linker: Linker, row: ProcessingRow) -> tuple[Answer, ...]:
    """What the record says of one form; the headings are always all there."""
    privacy, basis = row.privacy, row.privacy.legal_basis
    return (
        Answer("Formål", linker.words(privacy.purpose)),
        Answer("Hvem det gjelder", (privacy.registered or FILL_IN,)),
        Answer("Vanlige opplysninger", _labels(row.ordinary), "Vanlige"),
        Answer("Særlige kategorier", _labels(row.special), "Særlige kategorier mulig"),
        Answer("Grunnlag, privat virksomhet", (basis.private,), "Privat"),
        Answer("Grunnlag, offentlig virksomhet", (basis.public,), "Offentlig"),
        Answer(
            "Unntak for særlige kategorier", (basis.special,) if basis.special else (), "Unntak"
        ),
        Answer("Mottakere", ("; ".join(privacy.recipients) or FILL_IN,)),
        Answer("Sletting", linker.words(row.deletion.text)),
    )


def _labels(fields: tuple[Field, ...]) -> Words:
    return _given("; ".join(field.label for field in fields))


def _given(text: str | None) -> Words:
    return (text,) if text else ()


def _record(rows: tuple[ProcessingRow, ...]) -> Section:
    """What the record has, and where; the page of each form tells of its answers."""
    told = (
        f"Modellen har {len(rows)} behandlinger, én for hvert skjema som spør om "
        "personopplysninger. Formål, grunnlag, mottakere og spørsmål står på siden til hvert "
        "skjema, og samlet i filene. "
        "Behandlingsansvarlig, personvernombud, sikkerhetstiltak og eventuell overføring til land "
        "utenfor EØS fyller dere ut selv."
    )
    title, spots = "Protokoll over behandlinger", ("grunnlag",)
    return Section(title, (Paragraph((told,)),), "protokoll", former=spots)


def _letter(linker: Linker, model: InclusionModel) -> Section:
    """When the letter is given, and what it says; the Word file has it."""
    told = (" Brevet ligger i Word-fila: hvem som svarer for opplysningene, hvor de kommer fra, "
            "hvem som ser dem, hvor lenge de lagres, og deltakerens rettigheter.")  # fmt: skip
    blocks = (Paragraph((*_given_when(linker, model), told)),)
    return Section(_LETTER, blocks, "informasjon")


_LETTER = "Informasjon til deltakeren"


def information(linker: Linker, model: InclusionModel) -> Section:
    """What the participant must be told, in words to give away."""
    blocks = (Paragraph(_given_when(linker, model)), _facts(linker, model))
    return Section(_LETTER, blocks, "informasjon")


def _given_when(linker: Linker, model: InclusionModel) -> Words:
    when = "Gi denne informasjonen første gang dere snakker sammen."
    letter = information_letter(linker.book, model)
    if letter is None:
        return (when,)
    return when, " Bruk ", linker.to("form", letter.id), " når dere skriver den ut."


def _facts(linker: Linker, model: InclusionModel) -> Facts:
    rows = processing_rows(linker.book, model)
    seen = ((row, "; ".join(_said_to_you(row.privacy.recipients)) or FILL_IN) for row in rows)
    controller = "Fylles ut: navn på virksomheten, kontaktpunkt og personvernombud"
    origin = "Fra deg selv. Noe kan komme fra Nav. Fylles ut: hva dere får fra Nav."
    kept = ((row, row.deletion.text) for row in rows)
    return Facts((
        Fact("Hvem som svarer for opplysningene", said(controller)),
        Fact("Hva vi skriver ned, og hvorfor",
             _each(linker, tuple((row, row.privacy.purpose) for row in rows))),
        Fact("Hvor opplysningene kommer fra", said(origin)),
        Fact("Hvem som ser det", _each(linker, tuple(seen))),
        Fact("Hvor lenge", _each(linker, tuple(kept))),
        Fact("Rettighetene dine", said(_RIGHTS), _law(linker, model)),
    ), "list")  # fmt: skip


_YOURSELF = re.compile(
    r"(?:Deltakeren|Arbeidstakeren|Lærekandidaten|Kandidaten|Den som har gitt samtykke|"
    r"Du som skriver under|Den nye)\b"
)


def _said_to_you(names: Iterable[str]) -> list[str]:
    """Who sees the answers, each once and told to the one they are about, who comes first."""
    seen = dict.fromkeys("Du selv" if _YOURSELF.match(name) else name for name in names)
    return sorted(seen, key=lambda name: name != "Du selv")


def _each(linker: Linker, rows: tuple[tuple[ProcessingRow, Prose | str], ...]) -> Blocks:
    lines = (Item(said((f"{row.form.title}: ", *_told(linker, text)))) for row, text in rows)
    return (ItemList(tuple(lines)),)


def _told(linker: Linker, text: Prose | str) -> Words:
    return (f"{text}.",) if isinstance(text, str) else linker.words(text)


def _law(linker: Linker, model: InclusionModel) -> Mark:
    """The rules the letter to the participant rests on give the rights it tells of."""
    letter = information_letter(linker.book, model)
    numbers = letter.finding_ids if letter else ()
    mark = mark_of(linker.book.finding_by_id[number] for number in numbers)
    return linker.resting(mark, numbers)


def deletion_plan(linker: Linker, model: InclusionModel) -> Section:
    """When the answers of each form go; the date is counted on screen or filled in by hand."""
    rows = processing_rows(linker.book, model)
    head = (*_GOES, Column(("Dato",), "date"))
    lines = tuple(_deletion(linker, row) for row in rows)
    table = Table(head, lines, f"Sletteplan for {model.short_title}")
    periods = tuple(
        DeletionPeriod(row.form.id, row.deletion.after.amount, row.deletion.after.unit.value)
        for row in rows
        if row.deletion.after and row.deletion.anchor in _COUNTED
    )
    return Section("Sletteplan", (Tool(DeletionPlan(periods), (table,)),), "sletteplan")


_GOES = columns("Skjema", "Opplysninger", "Frist (forslag)", "Regnes fra")
_COUNTED = (DeletionAnchor.MEASURE_END, DeletionAnchor.EMPLOYMENT_END)
"""What the last day in the period is known to be."""


def _told_whole(linker: Linker, row: ProcessingRow) -> Ref:
    """The form, where all is told of its answers."""
    form = linker.form(row.form.id)
    return replace(form, place=form.place.at(PRIVACY))


def _deletion(linker: Linker, row: ProcessingRow) -> Row:
    told: tuple[Words, ...] = (*_goes(linker, row), (NO_DATE,))
    return Row(tuple(Cell(said(words)) for words in told), row.form.id)


def _goes(linker: Linker, row: ProcessingRow) -> tuple[Words, ...]:
    after, anchor = row.deletion.after, row.deletion.anchor
    return (
        (_told_whole(linker, row),),
        ("Også særlige kategorier" if row.special else "Vanlige",),
        (after.label if after else _RULE,),
        (anchor.label if anchor else _RULE,),
    )


ALL_PERIODS = "slettefrister"


def all_periods(linker: Linker) -> Section:
    """When the answers of every form go, for those who follow no model."""
    rows = rows_of(linker.book.valid_forms)
    lines = tuple(Row(tuple(Cell(said(words)) for words in _goes(linker, row))) for row in rows)
    table = Table(_GOES, lines, "Slettefrister for alle skjemaene")
    told = Paragraph(("Forslag. Dere setter fristene selv, og offentlige organer spør arkivet.",))
    return Section("Når svarene slettes", (told, table), ALL_PERIODS, "fold")


def way_to_periods(words: str = "Når svarene slettes") -> Ref:
    """Where all of them stand."""
    return Ref(page(FORMS, ALL_PERIODS), words)
