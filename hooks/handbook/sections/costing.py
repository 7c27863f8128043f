"""«Hva koster det oss?»: hours, kroner and rates of a model, and what they are counted from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handbook.document import titles
from handbook.document.blocks import (
    Blocks,
    Cell,
    Column,
    Fold,
    Item,
    ItemList,
    Paragraph,
    Row,
    Section,
    Table,
    Tool,
    said,
)
from handbook.document.inline import Mark, Quiet, Strong, Until, Words, spread
from handbook.document.linker import Linker
from handbook.document.places import COMPARISON
from handbook.document.tools import Calculator, HourlyCost
from handbook.model.costing import (
    Asked,
    CostBasis,
    Costing,
    Range,
    RateCost,
    RoleCost,
    cost_basis,
    costing,
    counted_sides,
    grants_told,
    instrument_basis,
    rate_key,
    rates_told,
)
from handbook.model.effort import YEAR, paced, usual_weeks
from handbook.model.grants import OVER, WAGE, grants_of
from handbook.model.inclusion_model import Employment, Funding, InclusionModel, Places
from handbook.model.instrument import Instrument
from handbook.model.noun import Absence
from handbook.model.people import Side
from handbook.model.rule import Rule, RuleKind
from handbook.model.transclusion import ASKED
from handbook.model.wages import PublicWages
from handbook.norwegian import counted, listed, number, unbroken_date
from handbook.sections.grants import (
    grant_title,
    grants_of_instrument,
    grants_part,
    grants_to_wage,
)
from handbook.sections.rules import amount_text

ANCHOR = "kostnad"
KRONER = "slik-er-kronene-regnet"
TITLE = "Hva koster det oss?"


def cost_section(linker: Linker, model: InclusionModel) -> Section:
    """The whole: to count with on screen, else a table for one place of the usual length."""
    return _cost(linker, model, tuple(_kroner_lines(linker)))


def cost_here(linker: Linker, model: InclusionModel) -> Section:
    """The same, with the way to how kroner are counted, which is alike for all models."""
    way = linker.page(COMPARISON, "Slik er kronene regnet", anchor=KRONER)
    told = _cost(linker, model, (Item(said((way, "."))),))
    return replace(told, blocks=(*told.blocks, *_to_memo(linker, model)))


def _to_memo(linker: Linker, model: InclusionModel) -> Blocks:
    """The memo, where what is typed here goes along."""
    if not linker.has(model, titles.MEMO):
        return ()
    words = "Ta tallene med i notatet til ledelsen"
    return (Paragraph((linker.part(model, titles.MEMO, words),), "more"),)


def kroner_section(linker: Linker) -> Section:
    """How kroner are counted, for all models."""
    lines = ItemList(tuple(_kroner_lines(linker)), kind="statements")
    return Section("Slik er kronene regnet", (lines,), KRONER, "fold")


def _cost(linker: Linker, model: InclusionModel, kroner_lines: tuple[Item, ...]) -> Section:
    table: Blocks = (*assumed(linker, model), cost_table(linker, model), *wages_beside(model))
    blocks: Blocks = (
        Tool(
            calculator(linker, (model,), grants=True),
            (
                *table,
                *grants_part(linker, model, usual(linker, model)[1].grants),
                *_rates(linker, model),
            ),
        ),
        *cost_notes(linker, model),
        Fold("Slik er det regnet", (_reckoned(linker, model, kroner_lines),)),
    )
    return Section(TITLE, blocks, ANCHOR)


def cost_of_instrument(linker: Linker, one: Instrument) -> Blocks:
    """Hours as in a model that uses it, or a wage with what Nav may pay of it."""
    model = linker.book.model_by_id.get(one.hours_as or "")
    if model:
        return (Section(INSTRUMENT_TITLE, _hours_as(linker, model), ANCHOR),)
    basis = instrument_basis(linker.book, one)
    if any(grant.base == WAGE for grant in basis.grants):
        return (Section(INSTRUMENT_TITLE, _wage_with(linker, one, basis), ANCHOR),)
    return ()


INSTRUMENT_TITLE = "Hva koster det dere?"


def _hours_as(linker: Linker, model: InclusionModel) -> Blocks:
    told = (
        "Vi har ikke egne tall for timene. De er regnet som i ", linker.to("model", model.id),
        ", som bygger på dette. Utgifter utenom timene, for eksempel forsikring, er ikke med.",
    )  # fmt: skip
    tool = Tool(calculator(linker, (model,)), (*assumed(linker, model), cost_table(linker, model)))
    memo = linker.part(model, titles.MEMO, f"Notat til ledelsen, for {model.short_title}")
    return Paragraph(told), tool, *cost_notes(linker, model), Paragraph((memo,), "more")


def _wage_with(linker: Linker, one: Instrument, basis: CostBasis) -> Blocks:
    day = linker.today or linker.book.edition.date
    told = costing(basis, Asked(1, basis.weeks), day).grants
    data = Calculator(
        costs=((one.id, basis),), weeks=basis.weeks, hourly=None, groups=(), measured="",
        grants=tuple(
            (grant.grant.key, grant_title(grant))
            for grant in grants_of(linker.book, one.id, hours=False)
            if grant.grant.base == WAGE
        ),
    )  # fmt: skip
    return (
        Paragraph((_WAGE_LEAD,)), Tool(data, (grants_of_instrument(linker, one.id, told),)),
    )  # fmt: skip


_WAGE_LEAD = (
    "Skriv lønna, så regnes det Nav kan betale hvis vilkårene er oppfylt. Tida dere bruker på "
    "opplæring og oppfølging, er ikke med."
)


def cost_notes(linker: Linker, model: InclusionModel) -> Blocks:
    """Whose hours, how many it is for, why kroner are a range, and what is not in the sums."""
    told = cost_caution(linker, model)
    lines = (Paragraph(told, "effort"),) if told else ()
    return (*lines, *((linker.alone(model.not_counted),) if model.not_counted else ()))


def cost_caution(linker: Linker, model: InclusionModel) -> Words:
    """The first three of the same, as words in a line."""
    whose = whose_hours(linker, model)
    many: Words = (
        *((f"{whose} ",) if whose else ()),
        *(("Modellen er laget for flere samtidig. ",) if _only_several(model) else ()),
    )
    covered = _covered(model)
    if not covered:
        return many
    return (*many, "Laveste beløp er når andre betaler tida til ", *linker.actors(covered), ". ")


def whose_hours(linker: Linker, model: InclusionModel) -> str:
    """Whose hours the sums have, where a provider and a workplace share the work; else empty."""
    of_side = _roles_by_side(linker, model)
    providers = of_side.get(Side.PROVIDER)
    if not providers or Side.EMPLOYER not in of_side:
        return ""
    if Side.PROVIDER in counted_sides(model):
        return "Timene gjelder arrangøren og verten til sammen."
    names = listed([linker.actor(role).words for role in providers])
    return f"Timene gjelder bedriften som tar imot. Tida til {names} er ikke med."


def _roles_by_side(linker: Linker, model: InclusionModel) -> dict[Side, list[str]]:
    """The roles of a model that somebody has told the hours of, each once."""
    of_side: dict[Side, list[str]] = {}
    for name in dict.fromkeys(effort.role for _, effort, _ in paced(model)):
        if role := linker.book.role_by_id.get(name):
            of_side.setdefault(role.belongs_to, []).append(name)
    return of_side


def _only_several(model: InclusionModel) -> bool:
    return model.suits is not None and set(model.suits.places) == {Places.SEVERAL}


def _covered(model: InclusionModel) -> tuple[str, ...]:
    """The roles whose time somebody else may pay for."""
    funding = () if isinstance(model.funding, Absence) else model.funding
    return tuple(dict.fromkeys(role for one in funding for role in one.covers))


def calculator(
    linker: Linker, models: tuple[InclusionModel, ...], *, grants: bool = False
) -> Calculator:
    """What the script counts from; one model begins with its own length, several with a year."""
    wages = linker.book.edition.wages
    return Calculator(
        costs=tuple((model.id, cost_basis(linker.book, model)) for model in models),
        weeks=cost_basis(linker.book, models[0]).weeks if len(models) == 1 else YEAR,
        hourly=standard(wages),
        groups=tuple(
            HourlyCost(one.title, wages.hourly(one)) for one in wages.groups
        ) if wages else (),
        measured=f"{wages.publisher}, {wages.measured}" if wages else "",
        grants=grants_to_wage(linker.book, models[0]) if grants else (),
    )  # fmt: skip


def standard(wages: PublicWages | None) -> float | None:
    """The hourly cost one begins with, if the edition has any."""
    return wages.hourly(wages.groups[0]) if wages else None


def usual(linker: Linker, model: InclusionModel, weeks: int = 0) -> tuple[CostBasis, Costing]:
    """One place of the usual length, or of so many weeks, at the public hourly cost."""
    basis = cost_basis(linker.book, model)
    asked = Asked(1, weeks or basis.weeks, standard(linker.book.edition.wages))
    return basis, costing(basis, asked, linker.today or linker.book.edition.date)


def hours_words(linker: Linker, model: InclusionModel) -> Words:
    """`89 timer for 1 plass i 13 uker. `: in the fewest words."""
    basis, told = usual(linker, model)
    known = "Minst " if basis.unknown else ""
    weeks = counted(basis.weeks, "uke", "uker")
    return (f"{known}{between(told.hours)} timer for 1 plass i {weeks}. ",)


def assumed(linker: Linker, model: InclusionModel) -> Blocks:
    """What the figures of a model are counted for."""
    weeks = cost_basis(linker.book, model).weeks
    rest = () if usual_weeks(model) else (Paragraph((_NO_LENGTH,), "effort"),)
    return assumed_for(linker, weeks), *rest


_NO_LENGTH = "Modellen har ingen vanlig lengde."


def assumed_for(linker: Linker, weeks: int) -> Paragraph:
    """What figures of one place are counted for."""
    wages = linker.book.edition.wages
    told = f"Regnet for 1 plass i {counted(weeks, 'uke', 'uker')}"
    if wages:
        first = wages.groups[0]
        whose = f"{first.title.lower()}, {wages.publisher}, {wages.measured}, påslag regnet av oss"
        told += f", med {number(wages.hourly(first))} kroner per time ({whose})"
    return Paragraph((f"{told}.",), "assumed")


def cost_table(linker: Linker, model: InclusionModel) -> Table:
    """Hours and kroner, lowest and highest: every role of the workplace, then the sums."""
    basis, told = usual(linker, model)
    lines = tuple(_role(linker, one) for one in told.roles)
    head = (
        Column(("Rolle",)), Column(("Én gang",), "once"), Column(("Per plass",), "each"),
        Column(("Timer til sammen",), "hours"), Column(("Kroner",), "kroner"),
    )  # fmt: skip
    rows = (*lines, *_sums(basis, told))
    return Table(head, rows, f"Timer og kroner i {model.short_title}", "costs", (9, 4, 4, 5, 7))


def _role(linker: Linker, one: RoleCost) -> Row:
    name: Words = (linker.heading("role", one.role),)
    if one.unknown:
        steps = counted(one.unknown, "steg", "steg")
        name = (*name, " ", Quiet((f"Tida er ikke kjent i {steps}.",), "unknown"))
    known = one.hours[1] > 0 or not one.unknown
    hours = (between(told) if known else titles.UNKNOWN for told in (one.once, one.each, one.hours))
    cells = (Cell(said(text)) for text in (*hours, kroner(one.kroner) if known else titles.UNKNOWN))
    return Row((Cell(said(name)), *cells), one.role)


def _sums(basis: CostBasis, told: Costing) -> Iterator[Row]:
    for key, title, hours, cost in sums_of(basis, told):
        yield _sum(title, key, hours, cost)
    yield _sum("Per plass", "per-place", told.hours_each, told.whole_each)


def sums_of(
    basis: CostBasis, told: Costing
) -> Iterator[tuple[str, str, Range | None, Range | None]]:
    """What the roles come to: key, name, hours and kroner; wages only where they are yours."""
    known = "Kjent arbeidstid til sammen" if basis.unknown else "Arbeidstid til sammen"
    yield "sum", known, told.hours, told.kroner
    if basis.employed:
        wage = None if told.wage is None else (told.wage, told.wage)
        yield "wage", "Lønn til den dere ansetter", None, wage
        yield "whole", "Arbeidstid og lønn", None, told.whole


def _sum(title: str, key: str, hours: Range | None, cost: Range | None) -> Row:
    texts = ("", "", between(hours) if hours else "", kroner(cost))
    return Row((Cell(said(title)), *(Cell(said(text)) for text in texts)), key, kind="sum")


def between(told: Range) -> str:
    """`12`, `12–14`."""
    low, high = told
    return number(low) if low == high else f"{number(low)}\u2060–\u2060{number(high)}"


def kroner(told: Range | None) -> str:
    """The same in kroner; what nobody has given is not known."""
    return titles.UNKNOWN if told is None else between(told)


def wages_beside(model: InclusionModel) -> Blocks:
    """That wages come on top, where it is not certain that anybody is employed."""
    status = model.participant_status
    if isinstance(status, Absence | None) or status.employment in (
        Employment.NOT_EMPLOYED,
        Employment.BY_EMPLOYER,
    ):
        return ()
    return (Paragraph(("Lønn til deltakeren er ikke med.",), "effort"),)


def _rates(linker: Linker, model: InclusionModel) -> Blocks:
    """Every rate the funding tells of, with its days; none is taken off the sums above."""
    rows = (*_counted_rates(linker, model), *_other_rates(linker, model))
    if not rows:
        return ()
    lead = (
        "Satsene er ikke trukket fra. De gjelder bare når vilkårene er oppfylt, og noen går til "
        "arrangøren eller deltakeren og ikke til dere."
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


def _reckoned(linker: Linker, model: InclusionModel, kroner_lines: tuple[Item, ...]) -> ItemList:
    """What the figures rest on, and what is not in them."""
    lines = (*_hours_lines(linker, model), *kroner_lines)
    return ItemList(lines, kind="statements")


def _hours_lines(linker: Linker, model: InclusionModel) -> Iterator[Item]:
    efforts = [effort for _, effort, _ in paced(model)]
    bases = listed(list(dict.fromkeys(one.basis.label.lower() for one in efforts)))
    ways = linker.part(model, titles.EFFORT, "steg for steg", anchor="utregning")
    yield Item(said(("Timene er lagt sammen ", ways, f". Grunnlag: {bases or 'ingen'}. ", _WITH)))
    sometimes = [step.id for step in model.steps
                 if step.logic and (step.logic.condition or step.logic.either_or)]  # fmt: skip
    covered = _covered(model)
    if sometimes:
        steps = spread((linker.step(model, step) for step in sometimes), "; ")
        yield Item(said(("Laveste tall er uten steg som bare kommer noen ganger: ", *steps, ".")))
    if covered:
        yield Item(said(("Laveste tall i kroner er uten tida til ", *linker.roles(covered),
                         ", som andre kan betale. Høyeste er med.")))  # fmt: skip
    if not (sometimes or covered):
        yield Item(said("Laveste og høyeste er like her: Ingen steg er valgfrie, og ingen andre "
                        "betaler tida."))  # fmt: skip
    yield Item(said(_WITHOUT))
    yield Item(said("Kroner er rundet av til nærmeste hundre."))


_WITH = "Tida til verneombud og tillitsvalgte er med."
_WITHOUT = (
    "Vikar, tapt produksjon, lokaler og verdien av arbeidet er ikke med. Ingen kilde gir tall for "
    "det. Timer ingen har oppgitt, er heller ikke med."
)


def _kroner_lines(linker: Linker) -> Iterator[Item]:
    wages = linker.book.edition.wages
    if wages is None:
        yield Item(said("Vi har ingen timekostnad å begynne med. Kroner er ikke kjent."))
        return
    made = (
        f"Timekostnaden er månedslønn fra {wages.publisher} ({wages.measured}) delt på "
        f"{number(wages.hours_per_month)} timer, med {number(wages.holiday_pay)} prosent "
        f"feriepenger, {number(wages.employer_tax)} prosent arbeidsgiveravgift av begge og "
        f"{number(wages.pension)} prosent pensjon. Den er rundet av til nærmeste fem kroner og "
        f"leses på nytt innen {unbroken_date(wages.check_by)}."
    )
    groups = "; ".join(
        f"{one.title} {number(wages.hourly(one))} (månedslønn {number(one.monthly)})"
        for one in wages.groups
    )
    mark = Mark(wages.basis, linker.findings(wages.sources))
    why = (" ", Quiet((wages.why_ok,))) if wages.why_ok else ()
    yield Item(said((made, *why)), mark)
    yield Item(said((Strong(("Kroner per time:",)), f" {groups}.")))
