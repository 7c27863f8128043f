"""How good the handbook is: what is filled in, what it rests on, what is known to be missing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from handbook.document import titles
from handbook.document.blocks import (
    Cell,
    Column,
    Fold,
    Item,
    ItemList,
    Paragraph,
    Row,
    Section,
    Table,
    columns,
    row,
    said,
)
from handbook.document.inline import Quiet, Words, spread
from handbook.document.linker import Linker
from handbook.document.places import DOWNLOADS, PARTICIPANTS, QUALITY, page
from handbook.model import coverage
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import GapCost, InclusionModel
from handbook.model.noun import Basis
from handbook.model.source import SourceFinding
from handbook.norwegian import counted, lower_first, number, unbroken_date
from handbook.sections.model import gap_words

_LEAD = (
    "Her ser dere hva som er fylt ut, hva som mangler, og hva utsagnene bygger på. "
    "Mangler det noe, og vet dere mer? Si fra til oss."
)
_COUNTED = (
    "Hver rute teller felter som en publisert modell må ha. "
    "«Ikke kjent» og «gjelder ikke» teller aldri som fylt ut."
)


def quality_section(linker: Linker, cited: Collection[str]) -> Section:
    """The whole account; `cited` has the numbers of the findings that are used."""
    blocks = (
        Paragraph((_LEAD,), "lead"), _coverage(linker), _bases(linker),
        _findings(linker, cited), _left_out(linker), _accepted(linker), _gaps(linker),
        _examples(linker),
        _easy(linker), _review(linker),
    )  # fmt: skip
    return Section(titles.PAGES[QUALITY], blocks, place=page(QUALITY))


def _easy(linker: Linker) -> Section:
    """What the texts to participants are called, and why not more."""
    words = (
        "Tekstene i ", linker.page(PARTICIPANTS), " er skrevet i enkelt språk: korte setninger, "
        "vanlige ord og «hvis» foran en betingelse. Folk som strever med å lese, har ikke prøvd "
        "dem ennå. Derfor kaller vi dem ikke lettlest.",
    )  # fmt: skip
    return Section("Enkelt språk", (Paragraph(words),), "enkelt-sprak")


def _coverage(linker: Linker) -> Section:
    models = linker.book.models
    head = (Column(("Del",)), *(Column((linker.to("model", model.id),)) for model in models))
    parts = zip(*map(coverage.coverage, models), strict=True)
    rows = (
        *(_part(cells[0][0], [cell for _, cell in cells]) for cells in parts),
        _whole([coverage.total(model) for model in models]),
    )
    table = Table(head, rows, "Dekning per modell", "coverage")
    return Section("Dekning", (Paragraph((_COUNTED,)), table), "dekning")


def _part(heading: str, cells: Sequence[coverage.Cell]) -> Row:
    return Row((Cell(said(heading)), *(_cell(c, c.state.label, _share(c)) for c in cells)))


def _whole(cells: Sequence[coverage.Cell]) -> Row:
    told = (_cell(c, _share(c), "", always=True) for c in cells)
    return Row((Cell(said("Samlet")), *told), kind="sum")


def _cell(cell: coverage.Cell, first: str, then: str, *, always: bool = False) -> Cell:
    """A count in words; holes are told where there are any, and in the sum always."""
    told = [then] if then else []
    told += [f"{cell.unknown} ikke kjent"] if cell.unknown or always else []
    told += [f"{cell.na} gjelder ikke"] if cell.na or always else []
    return Cell(said((first, " ", Quiet((", ".join(told),)))), state=cell.state.value)


def _share(cell: coverage.Cell) -> str:
    return f"{cell.filled} av {cell.filled + cell.missing}"


def _bases(linker: Linker) -> Section:
    models = linker.book.models
    counts = [coverage.basis_counts(model) for model in models]
    head = columns("Grunnlag", *(model.short_title for model in models))
    rows = tuple(row(basis.label, *(number(one[basis]) for one in counts)) for basis in Basis)
    table = Table(head, rows, "Utsagn etter grunnlag", "matrix")
    words = ("Hvert utsagn med merke, funn, sitat og sted i kilden står i en tabell. Den ligger "
             "sammen med tallene her under «Data til andre systemer» på siden ",
             linker.page(DOWNLOADS), ".")  # fmt: skip
    return Section("Hva utsagnene bygger på", (table, Paragraph(words)), "grunnlag")


def _findings(linker: Linker, cited: Collection[str]) -> Section:
    known = [finding for source in linker.book.sources for finding in source.findings]
    unused = [finding for finding in known if finding.unused_because]
    used = sum(finding.id in cited for finding in known)
    loose = sum(one.id not in cited and not one.unused_because for one in known)
    left = f", {number(loose)} står igjen" if loose else ""
    words = (f"{number(len(known))} nummererte funn: {number(used)} er brukt, "
             f"{number(len(unused))} er med vilje ikke brukt{left}.")  # fmt: skip
    lines = tuple(
        Item(said((linker.to("finding", one.id), " ", *linker.words(one.unused_because))))
        for one in unused if one.unused_because
    )  # fmt: skip
    fold = (Fold("Funn som med vilje ikke er brukt", (ItemList(lines),)),) if lines else ()
    blocks = (Paragraph((words,)), Paragraph((_quoted(known),)), *fold)
    return Section("Funn i kildene", blocks, "funn")


def _quoted(known: Sequence[SourceFinding]) -> str:
    quoted = sum(bool(one.quote) for one in known)
    without = sum(bool(one.no_quote) for one in known)
    left = len(known) - quoted - without
    return (f"{number(quoted)} har sitat, {number(without)} sier hvorfor de ikke har det, og "
            f"{number(left)} mangler begge deler.")  # fmt: skip


def _left_out(linker: Linker) -> Section:
    """Every limiting word that is left out on purpose, and why."""
    lines = tuple(
        Item(said((linker.to(kind, noun.id), f": {why}")))
        for kind, nouns in _entries(linker.book)
        for noun in nouns
        for why in coverage.left_out(noun)
    )
    count = counted(len(lines), "utsagn", "utsagn") if lines else "Ingen utsagn"
    told = Paragraph((f"{count} utelater med vilje et ord som begrenser i sitatet.",))
    listed = (ItemList(lines, kind="uses"),) if lines else ()
    return Section("Ord som er utelatt", (told, *listed), "utelatt")


def _accepted(linker: Linker) -> Section:
    """Every text that is longer or heavier than others may be, and why."""
    accepted = linker.book.edition.accepted_wording
    lines = tuple(
        Item(said(f"«{one.begins}» ({lower_first(one.bound.label)}): {one.why}"))
        for one in accepted
    )  # fmt: skip
    count = counted(len(lines), "tekst", "tekster") if lines else "Ingen tekster"
    told = Paragraph(
        (
            f"{count} er med vilje over en grense for språk, eller har et annet tall enn et "
            "sted som likner.",
        )
    )
    listed = (ItemList(lines, kind="uses"),) if lines else ()
    return Section("Godtatt ordlyd", (told, *listed), "godtatt")


def _entries(book: Handbook) -> Iterator[tuple[str, Sequence[Any]]]:
    yield from (
        ("model", book.models), ("form", book.forms), ("role", book.roles),
        ("theme", book.themes), ("term", book.terms), ("source", book.sources),
    )  # fmt: skip


def _gaps(linker: Linker) -> Section:
    told = tuple(part for cost in GapCost if (part := _gaps_that(linker, cost)))
    lead = Paragraph((_OPEN,)) if told else Paragraph(("Ingen er skrevet ned.",))
    return Section("Kjente hull", (lead, *told), "hull")


_OPEN = (
    "Spørsmålene står etter hva det koster leseren at vi ikke vet svaret. Hvert av dem sier hvem "
    "som kan svare, og når det ble skrevet ned. Si fra hvis dere vet mer."
)


def _gaps_that(linker: Linker, cost: GapCost) -> Section | None:
    """Every open question that costs the reader so much."""
    lines = tuple(
        Item(said((linker.to("model", model.id), ": ", *gap_words(linker, gap))))
        for model in linker.book.models for gap in model.known_gaps if gap.costs is cost
    )  # fmt: skip
    if not lines:
        return None
    title = f"{cost.label} ({len(lines)})"
    return Section(title, (ItemList(lines, kind="gaps"),), f"hull-{cost}")


def _examples(linker: Linker) -> Section:
    """Models and forms that no example shows; a gap, and no fault."""
    book = linker.book
    models = spread(linker.to("model", model.id) for model in book.models_without_example)
    forms = spread(linker.to("form", form.id) for form in book.forms_without_example)
    told = (
        Paragraph(("Modeller uten eksempel: ", *(models or ("ingen",)), ".")),
        Paragraph(("Skjemaer som ikke er fylt ut i et eksempel: ", *(forms or ("ingen",)), ".")),
    )
    return Section("Oppdiktede eksempler", told, "eksempler")


def _review(linker: Linker) -> Section:
    head = columns("Modell", "Status", "Versjon", "Sist verifisert", "Gjennomgås innen")
    rows = tuple(_reviewed(linker, model) for model in linker.book.models)
    return Section("Gjennomgang", (Table(head, rows, "Status og gjennomgang"),), "gjennomgang")


def _reviewed(linker: Linker, model: InclusionModel) -> Row:
    last, due = model.last_verified, model.review_by
    return row(
        (linker.to("model", model.id),),
        model.status.label,
        model.version,
        unbroken_date(last) if last else "Ikke verifisert ennå",
        unbroken_date(due) if due else "Ikke satt",
    )


def warnings_section(lines: Sequence[Words]) -> Section:
    """What the check warned of when this edition was built."""
    count = counted(len(lines), "advarsel", "advarsler") if lines else "ingen advarsler"
    told = Paragraph((f"Kontrollen ga {count} da denne utgaven ble bygget.",))
    listed = (ItemList(tuple(Item(said(line)) for line in lines), kind="warnings"),)
    return Section("Advarsler", (told, *(listed if lines else ())), "advarsler")
