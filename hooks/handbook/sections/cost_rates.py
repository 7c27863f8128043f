"""Every rate the funding of a model tells of, with its days."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import titles
from handbook.document.blocks import (
    Blocks,
    Cell,
    Column,
    Paragraph,
    Row,
    Section,
    Table,
    said,
)
from handbook.document.inline import Quiet, Until, Words
from handbook.document.linker import Linker
from handbook.model.costing import (
    RateCost,
    grants_told,
    rate_key,
    rates_told,
)
from handbook.model.grants import OVER
from handbook.model.inclusion_model import Funding, InclusionModel
from handbook.model.noun import Absence
from handbook.model.rule import Rule, RuleKind
from handbook.model.transclusion import ASKED
from handbook.norwegian import number, unbroken_date
from handbook.sections.cost_figures import usual
from handbook.sections.rules import amount_text


def rates_part(linker: Linker, model: InclusionModel) -> Blocks:
    """Every rate the funding tells of, with its days; none is taken off the sums above."""
    rows = (*_counted_rates(linker, model), *_other_rates(linker, model))
    if not rows:
        return ()
    lead = (
        "Satsene er ikke trukket fra. De gjelder bare når vilkårene er oppfylt, og noen av dem "
        "går til andre enn dere."
    )
    head = (Column(("Sats",)), Column(("Beløp",), "amount"), Column(("For deres tall",), "kroner"),
            Column(("Gjelder",), "valid"))  # fmt: skip
    table = Table(head, rows, "Tilskudd og satser", "costs", (10, 7, 6, 6))
    return (Section("Tilskudd og satser", (Paragraph((lead,)), table), "satser"),)


def _counted_rates(linker: Linker, model: InclusionModel) -> Iterator[Row]:
    _, told = usual(linker, model)
    comes_to = {one.key: one for one in told.rates}
    for scheme, rule, amount in rates_told(linker.book, model):
        key = rate_key(rule, amount)
        yield Row((
            Cell(said(_rate_name(linker, scheme, rule))),
            Cell(said(f"{amount_text(amount)}, {amount.title}")),
            Cell(said(rate_text(comes_to[key]))),
            Cell(said(_valid(linker, rule))),
        ), key)  # fmt: skip


def rate_text(told: RateCost) -> str:
    """What a rate comes to at most, and what is wrong with it."""
    if told.kroner is None:
        gone = "Satsen er gått ut." if told.state == OVER else "Satsen gjelder ikke ennå."
        return f"{titles.UNKNOWN}. {gone}"
    beyond = " Regnet som om satsen gjelder hele tida." if told.state else ""
    return f"{'Minst' if told.least else 'Høyst'} {number(told.kroner)}.{beyond}"


def _other_rates(linker: Linker, model: InclusionModel) -> Iterator[Row]:
    """Rates in per cent and such, which hang on a wage or an hour nobody has told."""
    counted_rules = {rule.id for _, rule, _ in rates_told(linker.book, model)}
    counted_rules |= {rule.id for _, one in grants_told(linker.book, model) for rule in one.rules}
    funding = () if isinstance(model.funding, Absence) else model.funding
    for scheme in funding:
        for name in dict.fromkeys(found[1] for found in ASKED.finditer(scheme.text.source)):
            rule = linker.book.rule_by_id.get(name)
            if rule and rule.kind is RuleKind.RATE and rule.id not in counted_rules:
                cells = (Cell(said("Se regelen")), Cell(said("Ikke regnet ut")),
                         Cell(said(_valid(linker, rule))))  # fmt: skip
                yield Row((Cell(said(_rate_name(linker, scheme, rule))), *cells))


def _rate_name(linker: Linker, scheme: Funding, rule: Rule) -> Words:
    payer = Quiet((f"Hvem betaler: {scheme.who_pays}.",), "who-pays")
    return f"{scheme.scheme}: ", linker.to("rule", rule.id), ". ", payer


def _valid(linker: Linker, rule: Rule) -> Words:
    if rule.valid_to:
        return (Until(rule.valid_to, rule.over(linker.today), whole=True),)
    if rule.check_by:
        return (f"Leses på nytt innen {unbroken_date(rule.check_by)}.",)
    return (titles.UNKNOWN,)
