"""Models side by side: every typed field as a row, the same key where two models say the same.

What a choice turns on comes first, and the rest is there for whoever asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from handbook.document import titles
from handbook.document.blocks import (
    Blocks,
    Cell,
    Column,
    Fold,
    Item,
    ItemList,
    Notice,
    Paragraph,
    Row,
    RowGroup,
    Table,
    columns,
    said,
)
from handbook.document.inline import Quiet, Strong, Words
from handbook.document.linker import Linker
from handbook.model.effort import YEAR
from handbook.model.inclusion_model import (
    Employment,
    InclusionModel,
    ModelDuration,
    ParticipantStatus,
)
from handbook.model.noun import Absence, Statement
from handbook.model.results import Comparison, Design
from handbook.norwegian import unbroken_date
from handbook.sections.around import verified
from handbook.sections.conditions import lengths, status_rows
from handbook.sections.cost_figures import between, kroner, usual, weeks_of
from handbook.sections.memo import NOBODY
from handbook.sections.model import hole
from handbook.sections.results import NOT_GIVEN, capacity, counts, measure, outcome_line

Ask = Callable[[Linker, InclusionModel], Cell]
"""What one model says in one row."""

Rows = tuple[tuple[str, str, Ask], ...]
"""Key, heading and the question of each row."""

NOT_COMPARABLE = "Kan ikke sammenlignes"
IN_THE_TEXT = "Se varigheten over"


USUAL_IN_EACH = f"så mange uker som er vanlig i hver modell, {YEAR} der ingen lengde er vanlig"
"""How long the figures are counted for, until somebody types weeks; calculator.js says the same."""
LEAD = Paragraph(("Velg to eller tre. Det som skiller mest, står først.",), "lead")


def side_by_side(linker: Linker) -> Blocks:
    """What a choice turns on, what the rest must not be used for, and the rest on demand."""
    memos = Row((Cell(said("Til ledelsen")), *(_memo(linker, one) for one in linker.book.models)))
    first = (*(_row(linker, *asked) for asked in FIRST), memos)
    rest = tuple(row for title, asked in GROUPS for row in _group(linker, title, asked))
    warning = (
        Strong(("Resultatene kan ikke sammenlignes.",)),
        " Modellene er for ulike folk, og tallene er talt på ulike måter, til ulik tid og av "
        "ulike parter. Et høyere tall betyr ikke en bedre modell.",
    )
    every = _table(linker, rest, "De andre feltene")
    return (
        _table(linker, first, "Det viktigste"),
        Notice("", warning),
        Fold("Alle de andre feltene", (every,), asked=True),
    )


def _table(linker: Linker, rows: tuple[Row | RowGroup, ...], label: str) -> Table:
    """A column for each model."""
    models = linker.book.models
    named = (Column((linker.to("model", model.id),), model.id) for model in models)
    return Table((Column(("Felt",)), *named), rows, label, "comparison")


def _group(linker: Linker, title: str, asked: Rows) -> Iterator[Row | RowGroup]:
    """What must not be ranked says so in its heading."""
    caution = (" ", Quiet((NOT_COMPARABLE,), "caution")) if asked is RESULTS else ()
    yield RowGroup((title, *caution))
    for key, heading, ask in asked:
        yield _row(linker, key, heading, ask)


def _row(linker: Linker, key: str, heading: str, ask: Ask) -> Row:
    cells = [ask(linker, model) for model in linker.book.models]
    told = [_told(cell) for cell in cells]
    marked = (replace(cell, key=str(told.index(_told(cell)))) for cell in cells)
    return Row((Cell(said(heading)), *marked), key=key)


def _told(cell: Cell) -> object:
    """What two models have alike or not: the words, or where there are none, the mark."""
    return cell.blocks or cell.mark


def cell(*lines: str | Words) -> Cell:
    """One line as words, several as a list; what nobody has written is missing."""
    if len(lines) > 1:
        return Cell((ItemList(tuple(Item(said(line)) for line in lines)),))
    return Cell(said(*lines) if lines else said(titles.MISSING))


def _suited(_: Linker, model: InclusionModel, *, field: str) -> Cell:
    if model.suits is None:
        return cell()
    return cell(*(value.label for value in getattr(model.suits, field)))


def _rests_on(linker: Linker, model: InclusionModel) -> Cell:
    return Cell((), linker.mark(model.suits)) if model.suits else cell()


def _employment(linker: Linker, model: InclusionModel) -> Cell:
    found = model.participant_status
    if not isinstance(found, ParticipantStatus):
        return cell(hole(found))
    return Cell(said(found.employment.label), linker.mark(found.employment_note))


def _stated(linker: Linker, model: InclusionModel, *, question: str) -> Cell:
    found = model.participant_status
    if not isinstance(found, ParticipantStatus):
        return cell(hole(found))
    said_of_it: Statement | None = dict(status_rows(found)).get(question)
    if said_of_it is None:
        return cell()
    return Cell(linker.blocks(said_of_it.text), linker.mark(said_of_it))


def _duration(linker: Linker, model: InclusionModel) -> Cell:
    length = model.duration
    if not isinstance(length, ModelDuration):
        return cell(hole(length))
    return Cell(linker.blocks(length.text), linker.mark(length))


def _length(_: Linker, model: InclusionModel, *, which: str) -> Cell:
    length = model.duration
    if not isinstance(length, ModelDuration):
        return cell(hole(length))
    missing = IN_THE_TEXT if which == "Lengst" else titles.UNKNOWN
    return cell(dict(lengths(length))[which] or missing)


def _funding(_: Linker, model: InclusionModel) -> Cell:
    if isinstance(model.funding, Absence):
        return cell(hole(model.funding))
    paid = (one for one in model.funding if not one.who_pays.startswith(NOBODY))
    return cell(*dict.fromkeys(f"{one.scheme}: {one.who_pays}" for one in paid))


def _hours(linker: Linker, model: InclusionModel) -> Cell:
    basis, told = usual(linker, model, places=1)
    return cell(f"{between(told.hours)} på {weeks_of(basis)}")


def _kroner(linker: Linker, model: InclusionModel) -> Cell:
    basis, told = usual(linker, model, places=1)
    return cell(f"{kroner(told.kroner)} på {weeks_of(basis)}" if told.kroner else titles.UNKNOWN)


def _wage(_: Linker, model: InclusionModel) -> Cell:
    """What is to be paid beside the hours; the script fills it in for those who employ."""
    status = model.participant_status
    if not isinstance(status, ParticipantStatus):
        return cell(hole(status))
    return cell(_NO_WAGE.get(status.employment, titles.UNKNOWN))


_NO_WAGE = {
    Employment.NOT_EMPLOYED: "Ingen, personen er ikke ansatt",
    Employment.BY_PROVIDER: "Vekstbedriften betaler den ansatte",
    Employment.VARIES: "Bare hvis dere ansetter",
}


def _memo(linker: Linker, model: InclusionModel) -> Cell:
    """What a reader may take to the leaders; the script sends the figures along."""
    return cell((linker.part(model, titles.MEMO, "Notat med tallene deres"),))


def _roles(linker: Linker, model: InclusionModel) -> Cell:
    return cell(*((linker.heading("role", one.role),) for one in model.roles))


def _outcomes(_: Linker, model: InclusionModel) -> Cell:
    if isinstance(model.outcomes, Absence):
        return cell(hole(model.outcomes))
    return cell(*map(outcome_line, model.outcomes))


def _compared(_: Linker, model: InclusionModel) -> Cell:
    """What the numbers were held against; why, and what is missing, stands with each of them."""
    outcomes = () if isinstance(model.outcomes, Absence) else model.outcomes
    known = [(measure(one), one.comparison) for one in outcomes if one.comparison]
    lines = (f"{name}: {_against(held)}" for name, held in known if held.design is not Design.NONE)
    return cell(*(tuple(lines) or ((Design.NONE.label if known else NOT_GIVEN),)))


def _against(held: Comparison) -> str:
    counted = counts(held)
    return held.design.label if counted == NOT_GIVEN else f"{held.design.label}, {counted}"


def _capacity(linker: Linker, model: InclusionModel) -> Cell:
    return Cell((capacity(linker, model),)) if model.capacity else cell(titles.UNKNOWN)


def _ended(model: InclusionModel) -> str:
    """Whether it is a thing of the past, in words that say so without the row's heading."""
    if model.historical is None:
        return "Nei"
    return f"Ja. {model.historical.period.strip('.')}"


def _review(_: Linker, model: InclusionModel) -> Cell:
    return cell(unbroken_date(model.review_by)) if model.review_by else cell()


ABOUT: Rows = (
    ("kind", "Type", lambda _, m: cell(m.kind.label)),
    ("status", "Status", lambda _, m: cell(m.status.label)),
    ("owner", "Eier", lambda _, m: cell(m.owner)),
    ("documented_by", "Dokumentert av", lambda _, m: cell(m.documented_by)),
)
_SUITED = (
    ("employer_kind", "Virksomhet"), ("employer_size", "Størrelse"), ("person", "Hvem det gjelder"),
    ("goals", "Mål"), ("duration", "Varighet"), ("places", "Antall"),
)  # fmt: skip


def suits_table(linker: Linker) -> Table:
    """What each model is made for, heading by heading."""
    head = columns("Modell", *(heading for _, heading in _SUITED), "Grunnlag")
    rows = tuple(_suits_row(linker, model) for model in linker.book.models)
    return Table(head, rows, "Hvem modellene er laget for", "suits")


def _suits_row(linker: Linker, model: InclusionModel) -> Row:
    name = Cell(said((linker.to("model", model.id),)))
    if model.suits is None:
        return Row((name, Cell(said(titles.MISSING), span=len(_SUITED) + 1)), key=model.id)
    cells = (_suited(linker, model, field=field) for field, _ in _SUITED)
    return Row((name, *cells, Cell((), linker.mark(model.suits))), key=model.id)


FIRST: Rows = (
    ("historical", "Historisk modell", lambda _, m: cell(_ended(m))),
    ("person", "Hvem det gjelder", partial(_suited, field="person")),
    ("employment", "Ansatt?", _employment),
    ("typical", "Vanlig lengde", partial(_length, which="Vanlig")),
    ("cost-hours", "Timer hos dere", _hours),
    ("cost-kroner", "Kroner for timene", _kroner),
    ("cost-wage", "Lønn i tillegg", _wage),
)
"""What a choice turns on."""
SUITS: Rows = (
    *((field, heading, partial(_suited, field=field))
      for field, heading in _SUITED if field != "person"),
    ("suits", "Grunnlag", _rests_on),
)  # fmt: skip
STATUS: Rows = tuple(
    (f"status-{number}", question, partial(_stated, question=question))
    for number, question in enumerate(("Lønn", "Arbeidsmiljøloven", "Avtale", "Forsikring"), 1)
)
TERMS: Rows = (
    ("duration", "Varighet", _duration),
    ("minimum", "Minst", partial(_length, which="Minst")),
    ("maximum", "Lengst", partial(_length, which="Lengst")),
    ("legal_basis", "Hjemmel", partial(_length, which="Hjemmel")),
    ("funding", "Hvem betaler hva", _funding),
)
PROCESS: Rows = (
    ("phases", "Faser", lambda _, m: cell(*(phase.title for phase in m.phases))),
    ("steps", "Steg", lambda _, m: cell(str(len(m.steps)))),
    ("forms", "Skjemaer", lambda _, m: cell(str(len(m.forms)))),
    ("criteria", "Kjennetegn til egenvurdering", lambda _, m: cell(str(len(m.criteria)))),
    ("roles", "Roller", _roles),
)
RESULTS: Rows = (
    ("outcomes", "Tall som finnes", _outcomes),
    ("comparison", "Sammenlignet med", _compared),
    ("capacity", "Hvor mange det er plass til", _capacity),
)
VERSION: Rows = (
    ("version", "Versjon", lambda _, m: cell(m.version)),
    ("valid_from", "Gjelder fra", lambda _, m: cell(unbroken_date(m.valid_from))),
    ("last_verified", "Sist verifisert", lambda _, m: cell(verified(m))),
    ("review_by", "Gjennomgås innen", _review),
)
GROUPS: tuple[tuple[str, Rows], ...] = (
    ("Passer for", SUITS),
    ("Varighet og penger", TERMS),
    ("Status for den enkelte", STATUS),
    ("Kort om modellen", ABOUT),
    ("Prosessen", PROCESS),
    ("Resultater", RESULTS),
    ("Utgaven", VERSION),
)
"""All the rest, from top to bottom."""
