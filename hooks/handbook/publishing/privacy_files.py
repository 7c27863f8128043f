"""What an organisation must write down about a model's personal data, as Word and as CSV."""

from __future__ import annotations

import csv
import io
from typing import Any

from handbook.forms.word_package import blank_document, finished
from handbook.memory import Forgetful, Memory
from handbook.model.form import Field
from handbook.model.handbook import Edition, Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.privacy import ProcessingRow, processing_rows

FOLDER = "last-ned/personvern"
FILL_IN = "Fylles ut av virksomheten"
_HEADINGS = (
    "Skjema", "Formål", "Hvem det gjelder", "Vanlige opplysninger", "Særlige kategorier",
    "Grunnlag, privat virksomhet", "Grunnlag, offentlig virksomhet",
    "Unntak for særlige kategorier",
    "Mottakere", "Sletting", "Behandlingsansvarlig og personvernombud", "Sikkerhetstiltak",
    "Overføring til land utenfor EØS",
)  # fmt: skip
_RIGHTS = (
    "Du kan be om å se det som står om deg. Du kan be om at feil blir rettet, og om at noe blir "
    "slettet eller bare brukt til det du godtar. Du kan protestere. Har du sagt ja til noe, kan du "
    "trekke det tilbake. Du kan klage til Datatilsynet."
)
_DRAFT = "Utkast. Virksomheten må kvalitetssikre alt her før bruk."


def privacy_base(model: InclusionModel) -> str:
    """Site path of the files without ending."""
    return f"{FOLDER}/{model.id}-personvern"


def privacy_files(
    book: Handbook, model: InclusionModel, memory: Memory | None = None
) -> dict[str, bytes]:
    """Site path → bytes of the Word file and the CSV of one model; kept while they are the same."""
    rows = processing_rows(book, model)
    base = privacy_base(model)
    name, version, edition = model.short_title, model.version, book.edition
    return (memory or Forgetful()).again(
        base,
        (name, version, rows, edition),
        lambda: {f"{base}.docx": _word(name, version, rows, edition), f"{base}.csv": _csv(rows)},
    )


def _cells(row: ProcessingRow) -> tuple[str, ...]:
    basis = row.privacy.legal_basis
    return (
        f"{row.form.id} {row.form.title}",
        row.privacy.purpose.plain,
        row.privacy.registered or FILL_IN,
        _labels(row.ordinary),
        _labels(row.special),
        basis.private,
        basis.public,
        basis.special or "",
        "; ".join(row.privacy.recipients) or FILL_IN,
        row.deletion.text.plain,
        FILL_IN,
        FILL_IN,
        FILL_IN,
    )


def _labels(fields: tuple[Field, ...]) -> str:
    return "; ".join(field.label for field in fields)


def _csv(rows: tuple[ProcessingRow, ...]) -> bytes:
    """Semicolons and a byte order mark, as Norwegian Excel expects; nothing reads as a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow((*_HEADINGS, "Status"))
    for row in rows:
        writer.writerow([_harmless(cell) for cell in (*_cells(row), _DRAFT)])
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in "=+-@\t" else cell


def _word(name: str, version: str, rows: tuple[ProcessingRow, ...], edition: Edition) -> bytes:
    document = blank_document()
    title = f"Personvern i {name}"
    document.add_paragraph(title, style="Title")
    document.add_paragraph(_DRAFT, style="Form Lead")
    document.add_paragraph("Protokoll over behandlinger", style="Heading 1")
    for row in rows:
        _record(document, row)
    _notice(document, rows)
    _plan(document, rows)
    foot = f"{title} · {edition.title}, utgave {edition.edition}"
    document.sections[0].footer.paragraphs[0].text = foot
    return finished(
        document,
        title=title,
        author=" og ".join(edition.publishers),
        day=edition.date,
        version=version,
        protected=False,
    )


def _record(document: Any, row: ProcessingRow) -> None:
    document.add_paragraph(f"{row.form.id} {row.form.title}", style="Form Label")
    for heading, cell in zip(_HEADINGS[1:], _cells(row)[1:], strict=True):
        if cell:
            _line(document, heading, cell)


def _notice(document: Any, rows: tuple[ProcessingRow, ...]) -> None:
    document.add_paragraph("Informasjon til deg som deltar", style="Heading 1")
    _line(document, "Hvem som svarer for opplysningene", FILL_IN)
    document.add_paragraph("Hva vi skriver ned, hvorfor, og hvor lenge", style="Form Label")
    for row in rows:
        text = f"{row.form.title}: {row.privacy.purpose.plain} {row.deletion.text.plain}"
        document.add_paragraph(text, style="List Bullet")
    seen = dict.fromkeys(name for row in rows for name in row.privacy.recipients)
    _line(document, "Hvem som ser dem", "; ".join(seen) or FILL_IN)
    _line(document, "Hva vi får fra Nav", FILL_IN)
    _line(document, "Rettighetene dine", _RIGHTS)


def _plan(document: Any, rows: tuple[ProcessingRow, ...]) -> None:
    document.add_paragraph("Sletteplan", style="Heading 1")
    for row in rows:
        after, anchor = row.deletion.after, row.deletion.anchor
        rule = f"{after.label}, {anchor.label}" if after and anchor else row.deletion.text.plain
        _line(document, f"{row.form.id} {row.form.title}", f"{rule}. Dato: ____________")


def _line(document: Any, heading: str, text: str) -> None:
    paragraph = document.add_paragraph(style="Form Fact")
    paragraph.add_run(f"{heading}: ").bold = True
    paragraph.add_run(text)
