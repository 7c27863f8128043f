"""The claims of the handbook as a table: who goes through it, ticks them off one by one."""

from __future__ import annotations

from handbook.document.places import url
from handbook.kept import Files
from handbook.model.claims import Carried, carried
from handbook.model.handbook import Handbook
from handbook.publishing.tables import csv_table
from handbook.sections.claim_places import told_at

CLAIMS = "data/utsagn.csv"
HEADING = (
    "Fil", "Sted i fila", "Side", "Slag", "Utsagn", "Merke", "Funn", "Kilde", "Sitat",
    "Uten sitat, fordi", "Sted i kilden", "Åpen kopi", "Kontrollert",
)  # fmt: skip


def claims_file(book: Handbook) -> Files:
    """`data/utsagn.csv`: a line for each claim and finding; one without findings has one line."""
    return {CLAIMS: csv_table(HEADING, (_row(book, one) for one in carried(book)))}


def _row(book: Handbook, one: Carried) -> tuple[str, ...]:
    claim = one.claim
    mark = claim.basis.label if claim.basis else ""
    told = (
        " ".join(claim.owner).strip(), claim.where, url(told_at(book, claim)), claim.sort,
        claim.said, mark,
    )  # fmt: skip
    if one.found is None:
        return (*told, *("",) * (len(HEADING) - len(told)))
    source, finding = one.found
    read = finding.checked or source.checked
    return (
        *told, finding.id, source.title, finding.quote or "", finding.no_quote or "",
        finding.place or "", finding.open_copy or "", read.isoformat() if read else "",
    )  # fmt: skip
