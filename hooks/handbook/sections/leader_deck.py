"""The memo as slides for a meeting of leaders: the same choice, the same figures, less text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handbook.document import titles
from handbook.document.deck import (
    Deck,
    Figures,
    Grid,
    Point,
    Points,
    Side,
    Sides,
    Slide,
    Written,
)
from handbook.document.inline import Words
from handbook.document.linker import Linker, there
from handbook.document.titles import part_place
from handbook.model.costing import CostBasis, Costing, Range, RoleCost
from handbook.model.effort import tenths
from handbook.model.inclusion_model import InclusionModel, worst_first
from handbook.model.noun import Absence
from handbook.model.results import Outcome
from handbook.norwegian import counted, listed, lower_first
from handbook.sections.cost_figures import (
    assumed_for,
    between,
    for_how_many,
    kroner,
    sums_of,
    usual,
)
from handbook.sections.cost_notes import cost_caution, whose_hours
from handbook.sections.memo import (
    NO_RANKING,
    answers,
    best_outcomes,
    named,
    payments,
    question,
    sources_of,
)
from handbook.sections.results import measure, outcome_told
from handbook.sections.slides import closing, grounds, opening, stated

PURPOSES, RESULTS, GAPS, RISKS = 3, 3, 3, 3
"""So many of each are told; the rest is counted in the notes."""
_ROWS = 8
"""So many rows the table has below its head, sums and all."""


def leader_deck(linker: Linker, model: InclusionModel) -> Deck:
    """The deck, whole."""
    slides = tuple(part(linker, model) for part in _PARTS)
    edition = linker.book.edition
    foot = f"{model.short_title} · versjon {model.version} · utgave {edition.edition}"
    return Deck(leader_title(model), slides, foot)


def leader_title(model: InclusionModel) -> str:
    """What the deck is called."""
    return f"Presentasjon til ledergruppa: {model.short_title}"


def _opening(linker: Linker, model: InclusionModel) -> Slide:
    return opening(linker, model, question(model), (
        "Presentasjonen følger notatet til ledelsen. Del notatet ut på forhånd.",
        "Det som står i hakeparentes, fyller dere inn selv. Endre ellers det dere vil.",
        "Målet med møtet er at dere svarer ja, ikke nå eller nei.",
    ))  # fmt: skip


def _what(linker: Linker, model: InclusionModel) -> Slide:
    summary = Written("model", model.id, ("summary",))
    lead = (
        Point(linker.words(model.summary), whole=True, written=summary),
        Point((), "Formålet er:"),
    )
    purposes = stated(linker, model.purpose, model, "purpose", PURPOSES)
    notes: tuple[Words, ...] = (
        ("Fortell kort hva modellen er. Punktene under er det den er til.",),
        ("Spør hva dere selv vil oppnå, og skriv det ned.",),
        *_more((len(model.purpose) - PURPOSES, "formål", "formål")),
        *grounds(model.purpose[:PURPOSES]),
    )
    return Points(f"Dette er {named(model)}", purposes, notes, lead)


def _effort(linker: Linker, model: InclusionModel) -> Slide:
    basis, told = usual(linker, model)
    hours = between(told.hours_each)
    known = "Den kjente arbeidstida" if basis.unknown else "Arbeidstida"
    whose = whose_hours(linker, model)
    below = [
        Point((*assumed_for(linker, for_how_many(basis)).words, f" {whose}".rstrip()), whole=True)
    ]
    caution = cost_caution(linker, model)
    if model.not_counted:
        at = Written("model", model.id, ("not_counted", "text"))
        below.append(Point(linker.words(model.not_counted.text), written=at))
    notes: tuple[Words, ...] = (
        (f"{known} er {hours} timer per plass. Tallene er de samme som i notatet.",),
        *((caution,) if caution else ()),
        *_unknown(linker, basis),
        ("Vikar, tapt produksjon, lokaler og verdien av arbeidet er ikke regnet med.",),
        ("Dere kan regne med egne tall i kalkulatoren på siden «Tid og penger».",),
    )
    least = "minst " if basis.unknown else ""
    title = f"Hva det krever av oss: {least}{hours} timer per plass"
    return Figures(title, _grid(linker, model, basis, told), tuple(below), notes)


def _unknown(linker: Linker, basis: CostBasis) -> Iterator[Words]:
    """Whose hours are known only in part."""
    if basis.unknown:
        names = listed([linker.actor(role).words for role, _ in basis.unknown])
        yield (f"I noen steg har ingen oppgitt hvor lang tid det tar. Det gjelder {names}.",)


def _grid(linker: Linker, model: InclusionModel, basis: CostBasis, told: Costing) -> Grid:
    """The roles with most hours, the others together, and the sums."""
    sums = [(title, between(hours) if hours else "", kroner(cost))
            for _, title, hours, cost in sums_of(basis, told)]  # fmt: skip
    room = _ROWS - len(sums)
    own = told.roles if len(told.roles) <= room else told.roles[: room - 1]
    rows = [_role(linker, one) for one in own]
    if others := told.roles[len(own) :]:
        rows.append(_together(others))
    words = "; ".join(f"{name} {hours} timer, {cost} kroner" for name, hours, cost in rows)
    shown = f"Timer og kroner for hver rolle i {model.short_title}: {words}."
    return Grid(("Rolle", "Timer", "Kroner"), (*rows, *sums), (12, 5, 7), shown, len(sums))


def _role(linker: Linker, one: RoleCost) -> tuple[str, str, str]:
    name = linker.heading("role", one.role).words
    known = one.hours[1] > 0 or not one.unknown
    return name, *((between(one.hours), kroner(one.kroner)) if known else (titles.UNKNOWN,) * 2)


def _together(roles: tuple[RoleCost, ...]) -> tuple[str, str, str]:
    costs = [one.kroner for one in roles if one.kroner is not None]
    cost = _sum(costs) if len(costs) == len(roles) else None
    name = f"{counted(len(roles), 'annen rolle', 'andre roller')}"
    return name, between(_sum([one.hours for one in roles])), kroner(cost)


def _sum(ranges: list[Range]) -> Range:
    return tenths(sum(low for low, _ in ranges)), tenths(sum(high for _, high in ranges))


def _money(linker: Linker, model: InclusionModel) -> Slide:
    lasts = model.duration
    where = Written("model", model.id, ("duration", "text"))
    how_long = (
        Point(linker.words(lasts.text), "Varighet:", whole=True, written=where)
        if there(lasts)
        else Point((f"{titles.UNKNOWN}.",), "Varighet:")
    )
    paid = tuple(Point((f"{payer}.",), f"{what}:", whole=True) for what, payer in payments(model))
    none = (Point((f"{titles.UNKNOWN}.",), "Penger:"),)
    notes: tuple[Words, ...] = (
        ("Fortell hvor lenge det kan vare, og hvem som betaler for hva.",),
        ("Satser og vilkår står på siden «Tid og penger», med dagene de gjelder til.",),
        *grounds((lasts,) if there(lasts) else ()),
    )
    return Points("Hvor lenge varer det, og hvem betaler?", (how_long, *(paid or none)), notes)


def _results(linker: Linker, model: InclusionModel) -> Slide:
    outcomes = best_outcomes(model)[:RESULTS]
    points = tuple(_outcome(linker, model, one) for one in outcomes)
    hole = model.outcomes
    none: Words = (f"{hole.label}.", *linker.note(hole)) if isinstance(hole, Absence) else (
        "Det er ikke skrevet noe om resultater ennå.",)  # fmt: skip
    notes: tuple[Words, ...] = (
        ("Si tallene slik de står, med hvem som er talt.",) if points
        else ("Si det rett ut: Vi vet ikke hvordan det har gått.",),
        *(words for one in outcomes for words in _caution(linker, one)),
        *_more((len(best_outcomes(model)) - RESULTS, "resultat", "resultater")),
    )  # fmt: skip
    told = (*points, Point((NO_RANKING,))) if points else (Point(none, whole=True),)
    return Points("Hva vi vet om resultater", told, notes)


def _outcome(linker: Linker, model: InclusionModel, one: Outcome) -> Point:
    """The count and its share, else what is said in words; when it was stands last."""
    at = () if isinstance(model.outcomes, Absence) else model.outcomes
    when = f" Tidsrom: {lower_first(one.period.rstrip('.'))}."
    counted_so = one.share is not None or bool(one.amount)
    told: Words = (f"{outcome_told(one)}.",) if counted_so else linker.words(one.statement)
    field = "measure" if counted_so else "statement"
    where = Written("model", model.id, ("outcomes", at.index(one), field))
    return Point((*told, when), f"{measure(one)}:", whole=True, written=where)


def _caution(linker: Linker, one: Outcome) -> Iterator[Words]:
    yield (f"«{one.measure}» kan ikke brukes slik: ", *linker.words(one.not_usable_for))
    if one.caveat:
        yield linker.words(one.caveat)


def _doubts(linker: Linker, model: InclusionModel) -> Slide:
    gaps = tuple(Point(linker.words(gap.what), written=Written("model", model.id,
                                                                ("known_gaps", at, "what")))
                 for gap in worst_first(model.known_gaps)[:GAPS]
                 for at in (model.known_gaps.index(gap),))  # fmt: skip
    risks = stated(linker, model.pitfalls, model, "pitfalls", RISKS)
    none = (Point(("Ikke noe er meldt.",)),)
    notes: tuple[Words, ...] = (
        ("Ta dette på alvor før dere velger. Spør hva dere kan finne ut selv.",),
        *_more(
            (len(model.known_gaps) - GAPS, "ting vi ikke vet", "ting vi ikke vet"),
            (len(model.pitfalls) - RISKS, "vanlig feil", "vanlige feil"),
        ),
        *grounds(model.pitfalls[:RISKS]),
    )
    return Sides("Før vi velger", Side("Det vi ikke vet", gaps or none),
                 Side("Det som kan gå galt", risks or none), notes)  # fmt: skip


def _more(*left: tuple[int, str, str]) -> Iterator[Words]:
    """What there was no room for, counted."""
    told = [counted(count, one, many) for count, one, many in left if count > 0]
    if told:
        yield (f"Håndboka har {listed(told)} til.",)


def _choice(linker: Linker, model: InclusionModel) -> Slide:
    points = tuple(Point(leads, answer, whole=True) for answer, leads in answers(linker, model))
    decided = Point(("[navn], innen [dato]",), "Hvem avgjør:", whole=True)
    notes: tuple[Words, ...] = (
        ("Be om ett svar. Skriv det ned sammen med hvem som følger opp, og når.",),
        ("Hvis svaret er «ikke nå», skriver dere også hva som må på plass først.",),
    )
    return Points(question(model), (*points, decided), notes)


def _sources(linker: Linker, model: InclusionModel) -> Slide:
    return closing(linker, part_place(model, titles.MEMO), sources_of(linker.book, model))


_PARTS: tuple[Callable[[Linker, InclusionModel], Slide], ...] = (
    _opening, _what, _effort, _money, _results, _doubts, _choice, _sources,
)  # fmt: skip
"""The deck from first to last: the table of contents of this file."""
