"""What an organisation must write down about a model's personal data, as a draft to go on with."""

from __future__ import annotations

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
from handbook.document.titles import part_place
from handbook.document.tools import DeletionPeriod, DeletionPlan
from handbook.model.evidence import mark_of
from handbook.model.form import DeletionAnchor, Field
from handbook.model.inclusion_model import InclusionModel
from handbook.model.privacy import ProcessingRow, information_letter, processing_rows
from handbook.model.prose import Prose

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
    "slettet eller bare brukt til det du godtar. Du kan protestere. Har du sagt ja til noe, kan du "
    "trekke det tilbake. Du kan klage til Datatilsynet."
)
_RULE = "Se regelen"


def privacy_section(linker: Linker, model: InclusionModel) -> Section:
    """The record of processing, the information to the participant, and when things go."""
    rows = processing_rows(linker.book, model)
    lead = "Det dere må skrive ned om opplysningene, hentet fra skjemaene modellen bruker."
    draft = f" {DRAFT} Det som er markert med «fylles ut», kan bare dere svare på."
    blocks = (
        Paragraph((lead,), "lead"),
        Notice("draft", (Strong(("Utkast.",)), draft)),
        _record(linker, model, rows),
        information(linker, model),
        deletion_plan(linker, model),
    )
    title = f"{titles.PRIVACY.title} i {model.short_title}"
    return Section(title, blocks, place=part_place(model, titles.PRIVACY))


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


_GROUPS = (("Hvem det gjelder", 1, 2), ("Opplysninger", 2, 4), ("Grunnlag (forslag)", 4, 7),
           ("Mottakere", 7, 8), ("Sletting", 8, 9))  # fmt: skip
"""The columns after the first: heading, and from which answer to which it holds."""


def _record(linker: Linker, model: InclusionModel, rows: tuple[ProcessingRow, ...]) -> Section:
    told = (
        f"{len(rows)} behandlinger, én for hvert skjema som spør om personopplysninger. "
        "Behandlingsansvarlig, personvernombud, sikkerhetstiltak og eventuell overføring til land "
        "utenfor EØS fylles ut av virksomheten."
    )
    head = columns("Skjema og formål", *(title for title, *_ in _GROUPS))
    lines = tuple(_processing(linker, row) for row in rows)
    table = Table(head, lines, f"Protokoll over behandlinger i {model.short_title}", "wide")
    return Section("Protokoll over behandlinger", (Paragraph((told,)), table), "protokoll")


def _processing(linker: Linker, row: ProcessingRow) -> Row:
    known, spot = answers(linker, row), linker.form(row.form.id).place.at("om-svarene")
    form = Ref(spot, f"{row.form.id} {row.form.title}")
    name = Cell((Paragraph((form,)), Paragraph(known[0].words)))
    marks = {"Grunnlag (forslag)": row.privacy.legal_basis, "Sletting": row.deletion}
    cells = (
        Cell(_told(known[at:end]), linker.mark(marks[title]) if title in marks else None)
        for title, at, end in _GROUPS
    )
    return Row((name, *cells))


def _told(known: tuple[Answer, ...]) -> Blocks:
    told = ((f"{one.short}: ", *one.words) if one.short else one.words
            for one in known if one.words)  # fmt: skip
    return tuple(map(Paragraph, told))


def information(linker: Linker, model: InclusionModel) -> Section:
    """What the participant must be told, in words to give away."""
    letter = information_letter(linker.book, model)
    use: Words = ()
    if letter:
        use = (" Bruk ", linker.to("form", letter.id), " når dere skriver den ut.")
    when = "Gi denne informasjonen første gang dere snakker sammen."
    blocks = (Paragraph((when, *use)), _facts(linker, model))
    return Section("Informasjon til deltakeren", blocks, "informasjon")


def _facts(linker: Linker, model: InclusionModel) -> Facts:
    rows = processing_rows(linker.book, model)
    seen = dict.fromkeys(name for row in rows for name in row.privacy.recipients)
    controller = "Fylles ut: navn på virksomheten, kontaktpunkt og personvernombud"
    origin = "Fra deg selv. Noe kan komme fra Nav. Fylles ut: hva dere får fra Nav."
    kept = ((row, row.deletion.text) for row in rows)
    return Facts((
        Fact("Hvem som svarer for opplysningene", said(controller)),
        Fact("Hva vi skriver ned, og hvorfor",
             _each(linker, tuple((row, row.privacy.purpose) for row in rows))),
        Fact("Hvor opplysningene kommer fra", said(origin)),
        Fact("Hvem som ser dem", said("; ".join(seen) or FILL_IN)),
        Fact("Hvor lenge", _each(linker, tuple(kept))),
        Fact("Rettighetene dine", said(_RIGHTS), _law(linker, model)),
    ), "list")  # fmt: skip


def _each(linker: Linker, rows: tuple[tuple[ProcessingRow, Prose], ...]) -> Blocks:
    lines = (Item(said((f"{row.form.title}: ", *linker.words(text)))) for row, text in rows)
    return (ItemList(tuple(lines)),)


def _law(linker: Linker, model: InclusionModel) -> Mark:
    """The rules the letter to the participant rests on give the rights it tells of."""
    letter = information_letter(linker.book, model)
    numbers = letter.finding_ids if letter else ()
    mark = mark_of(linker.book.finding_by_id[number] for number in numbers)
    return linker.resting(mark, numbers)


def deletion_plan(linker: Linker, model: InclusionModel) -> Section:
    """When the answers of each form go; the date is counted on screen or filled in by hand."""
    rows = processing_rows(linker.book, model)
    head = (*columns("Skjema", "Frist (forslag)", "Regnes fra"), Column(("Dato",), "date"))
    lines = tuple(_deletion(linker, row) for row in rows)
    table = Table(head, lines, f"Sletteplan for {model.short_title}")
    periods = tuple(
        DeletionPeriod(row.form.id, row.deletion.after.amount, row.deletion.after.unit.value)
        for row in rows
        if row.deletion.after and row.deletion.anchor in _COUNTED
    )
    return Section("Sletteplan", (Tool(DeletionPlan(periods), (table,)),), "sletteplan")


_COUNTED = (DeletionAnchor.MEASURE_END, DeletionAnchor.EMPLOYMENT_END)
"""What the last day in the period is known to be."""


def _deletion(linker: Linker, row: ProcessingRow) -> Row:
    after, anchor = row.deletion.after, row.deletion.anchor
    told: tuple[Words, ...] = (
        (linker.form(row.form.id),),
        (after.label if after else _RULE,),
        (anchor.label if anchor else _RULE,),
        (NO_DATE,),
    )
    return Row(tuple(Cell(said(words)) for words in told), row.form.id)
