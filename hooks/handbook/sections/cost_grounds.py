"""What hours and kroner are counted from, and what no source gives."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import titles
from handbook.document.blocks import (
    Item,
    ItemList,
    Section,
    said,
)
from handbook.document.inline import Mark, Quiet, Strong, spread
from handbook.document.linker import Linker
from handbook.model.effort import paced
from handbook.model.inclusion_model import InclusionModel
from handbook.norwegian import listed, number, unbroken_date
from handbook.sections.cost_notes import covered_roles

KRONER = "slik-er-kronene-regnet"
"""The spot of how kroner are counted, which is alike for all models."""


def kroner_section(linker: Linker) -> Section:
    """How kroner are counted, for all models."""
    lines = ItemList(tuple(kroner_lines(linker)), kind="statements")
    return Section("Slik er kronene regnet", (lines,), KRONER, "fold")


def reckoned(linker: Linker, model: InclusionModel, of_kroner: tuple[Item, ...]) -> ItemList:
    """What the figures rest on, and what is not in them."""
    lines = (*_hours_lines(linker, model), *of_kroner)
    return ItemList(lines, kind="statements")


def _hours_lines(linker: Linker, model: InclusionModel) -> Iterator[Item]:
    efforts = [effort for _, effort, _ in paced(model)]
    bases = listed(list(dict.fromkeys(one.basis.label.lower() for one in efforts)))
    ways = linker.part(model, titles.EFFORT, "steg for steg", anchor="utregning")
    yield Item(said(("Timene er lagt sammen ", ways, f". Grunnlag: {bases or 'ingen'}. ", _WITH)))
    sometimes = [step.id for step in model.steps
                 if step.logic and (step.logic.condition or step.logic.either_or)]  # fmt: skip
    covered = covered_roles(model)
    if sometimes:
        steps = spread((linker.step(model, step) for step in sometimes), "; ")
        yield Item(said((_NOT_ALWAYS, *steps, ".")))
    if covered:
        yield Item(said(("I det laveste tallet i kroner er ikke tida til ",
                         *linker.actors(covered), " med, for den kan andre betale. I det høyeste "
                         "er den med.")))  # fmt: skip
    if not (sometimes or covered):
        yield Item(said("Laveste og høyeste tall er like her, fordi dere må gjøre alle stegene, "
                        "og ingen andre betaler noe av tida."))  # fmt: skip
    yield Item(said(_WITHOUT))


_NOT_ALWAYS = "Disse stegene er ikke med i det laveste tallet, fordi de bare gjelder noen ganger: "
_WITH = "Tida til verneombud og tillitsvalgte er med."
_WITHOUT = "Vikar, tapt produksjon, lokaler og verdien av arbeidet er ikke med."


def kroner_lines(linker: Linker) -> Iterator[Item]:
    wages = linker.book.edition.wages
    if wages is None:
        yield Item(said("Vi har ingen timekostnad å begynne med. Kroner er ikke kjent."))
        return
    made = (
        f"Timekostnaden er månedslønn fra {wages.publisher} ({wages.measured}) delt på "
        f"{number(wages.hours_per_month)} timer, med {number(wages.holiday_pay)} prosent "
        f"feriepenger, {number(wages.employer_tax)} prosent arbeidsgiveravgift av begge og "
        f"{number(wages.pension)} prosent pensjon. Den er rundet av til nærmeste fem kroner og "
        f"leses på nytt innen {unbroken_date(wages.check_by)}. Sluttsummer er rundet av til "
        "nærmeste hundre."
    )
    groups = "; ".join(
        f"{one.title} {number(wages.hourly(one))} (månedslønn {number(one.monthly)})"
        for one in wages.groups
    )
    mark = Mark(wages.basis, linker.findings(wages.sources))
    why = (" ", Quiet((wages.why_ok,))) if wages.why_ok else ()
    yield Item(said((made, *why)), mark)
    yield Item(said((Strong(("Kroner per time:",)), f" {groups}.")))
