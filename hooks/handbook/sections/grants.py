"""What Nav may pay, after judging it: each grant with its rate, in kroner where they are known."""

from __future__ import annotations

from collections.abc import Sequence

from handbook.document import titles
from handbook.document.blocks import Blocks, Cell, Column, Paragraph, Row, Section, Table, said
from handbook.document.inline import Quiet, Until, Words, spread
from handbook.document.linker import Linker
from handbook.model.costing import grants_told
from handbook.model.grants import (
    AGREED,
    NO_HOURLY,
    NO_WAGE,
    NO_WEEKS,
    NOT_BEGUN,
    OUTLASTED,
    OVER,
    UNKNOWN,
    WAGE,
    Grant,
    GrantCost,
    Told,
    grants_of,
)
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import Funding, InclusionModel
from handbook.model.noun import Basis
from handbook.model.rule import Amount
from handbook.norwegian import number, unbroken_date, upper_first
from handbook.sections.rules import amount_text

TITLE = "Tilskudd dere kan få"
ANCHOR = "tilskudd"
_LEAD = "Ingenting av dette er trukket fra i tabellen over. Nav vurderer hver sak."
_OF_WAGE = (
    " Skriver dere inn lønna til en dere vil ansette, regner nettsiden ut tilskuddet til lønn i "
    "kroner, for ukene personen er ansatt."
)
WHY = {
    OVER: f"{titles.UNKNOWN}. Satsen er gått ut.",
    NOT_BEGUN: f"{titles.UNKNOWN}. Satsen gjelder ikke ennå.",
    NO_WAGE: "Lønna er ikke skrevet inn.",
    NO_WEEKS: "Uker som ansatt er ikke skrevet inn.",
    NO_HOURLY: "Timekostnaden er ikke kjent.",
    AGREED: "Avtales med Nav.",
    UNKNOWN: f"{titles.UNKNOWN}.",
}
"""Why there are no kroner."""


def grants_to_wage(book: Handbook, model: InclusionModel) -> tuple[tuple[str, str], ...]:
    """(key, title) of those that pay a part of a wage."""
    told = (one for _, one in grants_told(book, model))
    return tuple((one.grant.key, grant_title(one)) for one in told if one.grant.base == WAGE)


def grants_of_instrument(linker: Linker, name: str, costs: Sequence[GrantCost]) -> Table:
    """The same for one instrument: each of its ways, and what it comes to."""
    head = (
        Column(("For hvem",)),
        Column(("Sats",), "amount"),
        Column(("For deres tall",), "kroner"),
        Column(("Gjelder",), "valid"),
    )
    told = tuple(grants_of(linker.book, name, hours=False))
    rows = tuple(
        Row((
            Cell(said(upper_first(one.when or "alle"))),
            Cell(said(_rate(linker, one))),
            Cell(said(grant_text(cost))),
            Cell(said(_valid(linker, one))),
        ), row_key(one.grant))
        for one, cost in zip(told, costs, strict=True)
    )  # fmt: skip
    return Table(head, rows, "Det Nav kan betale", "costs", (8, 9, 6, 6))


def grants_part(linker: Linker, model: InclusionModel, costs: Sequence[GrantCost]) -> Blocks:
    """Every grant the funding of a model names, on lines of their own, and what each comes to."""
    told = grants_told(linker.book, model)
    if not told:
        return ()
    head = (
        Column(("Ordning",)),
        Column(("Sats",), "amount"),
        Column(("For deres tall",), "kroner"),
        Column(("Gjelder",), "valid"),
    )
    counted = zip(told, costs, strict=True)
    rows = tuple(_row(linker, scheme, one, cost) for (scheme, one), cost in counted)
    table = Table(head, rows, TITLE, "costs", (8, 9, 6, 6))
    lead = _LEAD + (_OF_WAGE if grants_to_wage(linker.book, model) else "")
    return (Section(TITLE, (Paragraph((lead,)), table), ANCHOR),)


def grant_title(told: Told) -> str:
    """`Midlertidig lønnstilskudd, med nedsatt arbeidsevne`: the grant, and for whom."""
    return told.instrument.title + (f", {told.when}" if told.when else "")


def _row(linker: Linker, scheme: Funding, told: Told, cost: GrantCost) -> Row:
    payer = Quiet((f"Hvem betaler: {scheme.who_pays}.",), "who-pays")
    return Row((
        Cell(said((*_name(linker, scheme, told), payer))),
        Cell(said((*_rate(linker, told), *_terms(linker, scheme)))),
        Cell(said(grant_text(cost))),
        Cell(said(_valid(linker, told))),
    ), row_key(told.grant))  # fmt: skip


def _name(linker: Linker, scheme: Funding, told: Told) -> Words:
    """The instrument; the scheme too where the instrument is more than its grant, with no rate."""
    way = linker.to("instrument", told.instrument.id)
    if told.grant.base == UNKNOWN:
        return f"{scheme.scheme}: ", way, ". "
    return way, f", {told.when}. " if told.when else ". "


def _terms(linker: Linker, scheme: Funding) -> Words:
    """On what terms it may be had, where that is how the handbook reads the rules."""
    if scheme.basis is not Basis.INTERPRETATION:
        return ()
    return ". ", *linker.words(scheme.text.gist)


def row_key(grant: Grant) -> str:
    """What the row of a grant is known by to the script."""
    return f"tilskudd:{grant.key}"


def grant_text(told: GrantCost) -> str:
    """What a grant comes to at most, or why there is no figure."""
    if told.kroner is None:
        return WHY[told.state]
    beyond = " Regnet som om satsen gjelder hele tida." if told.state == OUTLASTED else ""
    return f"Høyst {number(told.kroner)}.{beyond}"


def _rate(linker: Linker, told: Told) -> Words:
    rules = tuple(spread((linker.to("rule", rule.id) for rule in told.rules), ", "))
    if not told.amounts:
        return rules or (titles.UNKNOWN,)
    first, *later = told.amounts
    shares = ", så ".join([amount_text(_plain(first)), *map(_later, later)])
    return f"{upper_first(shares)}. ", *rules


def _plain(one: Amount) -> Amount:
    """Without whom it is for, which stands in the name."""
    return one.model_copy(update={"when": None})


def _later(one: Amount) -> str:
    return amount_text(_plain(one).model_copy(update={"of_wage": False}))


def _valid(linker: Linker, told: Told) -> Words:
    ends = [rule for rule in told.rules if rule.valid_to]
    if ends:
        first = min(ends, key=lambda rule: rule.valid_to or linker.book.edition.date)
        if first.valid_to:
            return (Until(first.valid_to, first.over(linker.today), whole=True),)
    read = [told.instrument.check_by, *(rule.check_by for rule in told.rules if rule.check_by)]
    return (f"Leses på nytt innen {unbroken_date(min(read))}.",)
