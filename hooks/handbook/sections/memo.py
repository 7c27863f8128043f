"""What leaders need to decide: why, what it asks, what came of it, what nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from handbook.document import titles
from handbook.document.blocks import (
    Blocks,
    Fact,
    Facts,
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
from handbook.document.inline import Inline, Quiet, Strong, Words, joined
from handbook.document.linker import Linker, missing, there
from handbook.document.titles import part_place
from handbook.model.calendar import usual_length
from handbook.model.coverage import cited
from handbook.model.effort import Total, per_participant, per_year
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Absence, Statement, cached_on_noun
from handbook.model.results import Outcome
from handbook.model.source import Source, SourceType
from handbook.norwegian import counted, listed, number
from handbook.sections.results import outcome_line

_UNKNOWN: Words = (titles.UNKNOWN,)


class Limits(NamedTuple):
    """How many of each there is room for; a leaf of paper has less than a page on the web."""

    purpose: int = 99
    core: int = 99
    roles: int = 99
    results: int = 99
    gaps: int = 99
    sources: int = 99


PAGE = Limits(results=6, gaps=3)
LEAVES = (
    Limits(purpose=3, core=0, roles=6, results=3, gaps=2, sources=5),
    Limits(purpose=2, core=0, roles=5, results=2, gaps=1, sources=3),
    Limits(purpose=1, core=0, roles=4, results=2, gaps=1, sources=2),
    Limits(purpose=1, core=0, roles=3, results=1, gaps=1, sources=1),
)
"""What a sheet of paper holds, the roomiest first; letters are not made smaller than one reads."""


def memo_section(linker: Linker, model: InclusionModel, limits: Limits = PAGE) -> Section:
    """The memo, whole. What there is no room for is counted, never silently left out."""
    title = f"{titles.MEMO.title}: {model.short_title}"
    blocks = (
        Paragraph(linker.words(model.summary), "lead"),
        Section("Hva vi vil oppnå", _purpose(linker, model, limits), "formal"),
        *_core(linker, model, limits),
        Section("Hva det krever av oss", (_frame(linker, model),), "krever"),
        Section("Arbeid for hver rolle", _work(linker, model, limits), "timer"),
        Section("Hva vi vet om resultater", _results(linker, model, limits), "resultater"),
        Section("Det vi ikke vet", _gaps(linker, model, limits), "ikke-kjent"),
        *_decision(linker, model),
        Section("Kilder", _sources(linker, model, limits), "kilder"),
    )
    return Section(title, blocks, place=part_place(model, titles.MEMO))


def _purpose(linker: Linker, model: InclusionModel, limits: Limits) -> Blocks:
    told = linker.statements(model.purpose[: limits.purpose])
    return *told, *_left(len(model.purpose) - limits.purpose, "formål", "formål")


def _core(linker: Linker, model: InclusionModel, limits: Limits) -> Blocks:
    if not limits.core:
        many = counted(len(model.core), "ting", "ting")
        return (_quiet(f"{many} må være sant; de står i modellen under «{titles.CORE}»."),)
    told = linker.statements(model.core[: limits.core])
    left = _left(len(model.core) - limits.core, "ting", "ting")
    return (Section("Dette må være sant", (*told, *left), "kjernen"),)


def _frame(linker: Linker, model: InclusionModel) -> Facts:
    status, lasts = model.participant_status, model.duration
    rows: tuple[tuple[str, Words], ...] = (
        ("Passer når", _in_a_row(linker, model.choose_when) or _UNKNOWN),
        ("Varighet", linker.words(lasts.text) if there(lasts) else _UNKNOWN),
        ("Ansatt?", (status.employment.label,) if there(status) else _UNKNOWN),
        ("Hvem betaler", _paid(model)),
    )
    return Facts(tuple(Fact(term, said(words)) for term, words in rows), "memo")


def _in_a_row(linker: Linker, statements: Iterable[Statement]) -> Words:
    return joined((linker.words(one.text) for one in statements), " ")


def _paid(model: InclusionModel) -> Words:
    schemes = () if isinstance(model.funding, Absence) else model.funding
    paid = "; ".join(f"{one.scheme}: {one.who_pays}" for one in schemes)
    return (paid,) if paid else _UNKNOWN


def _work(linker: Linker, model: InclusionModel, limits: Limits) -> Blocks:
    """Hours for one participant, by role: those with most known hours first, unknown last."""
    length = usual_length(model)
    totals = by_hours(per_participant(model) if length else per_year(model))
    if all(total.hours is None and total.once is None for total in totals):
        return (Paragraph(("Ingen kilde oppgir tidsbruk.",)),)
    period = length.label if length else "forberedelser og ett år"
    head = columns("Rolle", f"Timer per deltaker, {period}", "Steg uten kjent tid")
    rows = tuple(_hours(linker, total) for total in totals[: limits.roles])
    table = Table(head, rows, "Timer for hver rolle", "hours", (9, 6, 5))
    return table, *_others(totals[limits.roles :]), _grounds(linker, model)


def by_hours(totals: Iterable[Total]) -> tuple[Total, ...]:
    """Most known hours first; roles whose hours nobody knows come last."""
    return tuple(sorted(totals, key=lambda one: (one.hours is None, -(one.hours or 0))))


def _hours(linker: Linker, total: Total) -> Row:
    hours: Words = (Quiet(("Ikke kjent",), "unknown"),)
    if total.hours is not None:
        hours = (number(total.hours),)
    if total.once is not None:
        once = f"{number(total.once)} én gang"
        hours = (*hours, f", og {once}") if total.hours is not None else (once,)
    silent = number(len(total.unknown)) if total.unknown else "Ingen"
    return row((linker.heading("role", total.role),), hours, silent)


def _others(left: tuple[Total, ...]) -> Blocks:
    """Roles without limits, with a bound that holds for every one of them."""
    known = tuple(one.hours for one in left if one.hours is not None)
    unknown = len(left) - len(known)
    lines = []
    if known:
        roles = counted(len(known), "rolle", "roller")
        lines.append(f"{roles} til har høyst {number(max(known))} kjente timer.")
    if unknown:
        lines.append(f"{counted(unknown, 'rolle', 'roller')} til har ingen kjente timer.")
    return (_quiet(" ".join(lines)),) if lines else ()


def _grounds(linker: Linker, model: InclusionModel) -> Paragraph:
    efforts = (one for step in model.steps
               for one in (() if isinstance(step.effort, Absence) else step.effort))  # fmt: skip
    bases = listed(list(dict.fromkeys(one.basis.label.lower() for one in efforts)))
    told = f"Timene er lagt sammen for alle steg. Grunnlag: {bases}. "
    more = linker.part(model, titles.EFFORT, "Slik er timene regnet ut", anchor="utregning")
    return Paragraph((Quiet((told,)), more))


def _results(linker: Linker, model: InclusionModel, limits: Limits) -> Blocks:
    outcomes = model.outcomes
    if isinstance(outcomes, Absence):
        return (linker.absence(outcomes),)
    if not outcomes:
        return (missing(),)
    best = sorted(outcomes, key=lambda one: (one.historical, one.share is None))
    lines = tuple(_result(linker, one) for one in best[: limits.results])
    left = _left(len(best) - len(lines), "resultat", "resultater")
    return ItemList(lines, kind="results"), *left, Paragraph(_caution(linker, model))


def _result(linker: Linker, outcome: Outcome) -> Item:
    period = f"{outcome.period.rstrip('.')}."
    found: list[Inline] = [f"{outcome_line(outcome)} ", Quiet((period,), "when")]
    for finding in linker.findings(outcome.sources):
        found += " ", finding
    return Item(said(tuple(found)))


def _caution(linker: Linker, model: InclusionModel) -> Words:
    rest = linker.part(model, titles.RESULTS, "Alle tallene, med forbehold")
    return "Tallene kan ikke brukes til å rangere modeller eller til å spå hva dere får til. ", rest


def _gaps(linker: Linker, model: InclusionModel, limits: Limits) -> Blocks:
    gaps = model.known_gaps
    if not gaps:
        return (Paragraph(("Ingen kjente hull er meldt.",)),)
    kept = tuple(Item(linker.blocks(gap.what)) for gap in gaps[: limits.gaps])
    return ItemList(kept), *_left(len(gaps) - len(kept), "ting", "ting")


def _decision(linker: Linker, model: InclusionModel) -> Blocks:
    phase = next((phase for phase in model.phases if phase.decision), None)
    if phase is None or phase.decision is None:
        return ()
    ways = tuple(Item(said(f"{one.title}: {one.leads_to}")) for one in phase.decision.outcomes)
    who = (" Avgjøres av ", *linker.roles(phase.decision.decided_by), ".")
    question = Paragraph((Strong((phase.decision.question,)), *who))
    return (Section("Det dere må avgjøre", (question, ItemList(ways)), "avgjor"),)


def _sources(linker: Linker, model: InclusionModel, limits: Limits) -> Blocks:
    book = linker.book
    used = {book.finding_by_id[n][0].id for n in _cited(model) if n in book.finding_by_id}
    told = sorted((source for source in book.sources if source.id in used), key=_weight)
    lines = tuple(_source(linker, source) for source in told[: limits.sources])
    left = _left(len(told) - len(lines), "kilde", "kilder")
    whole = ("Grunnlaget for hvert utsagn står i ", linker.to("model", model.id), ".")
    return ItemList(lines, kind="sources"), *left, Paragraph((Quiet(whole),))


@cached_on_noun
def _cited(model: InclusionModel) -> tuple[str, ...]:
    """The findings behind what the memo says."""
    told = (model.purpose, model.core, model.choose_when, model.duration, model.funding,
            model.outcomes)  # fmt: skip
    return tuple(dict.fromkeys(cited(told)))


def _source(linker: Linker, source: Source) -> Item:
    date = source.date or "udatert"
    return Item(said((linker.to("source", source.id), f", {source.publisher}, {date}")))


def _weight(source: Source) -> int:
    """Reports and research before laws: they tell what came of it."""
    first = (SourceType.RESEARCH, SourceType.REPORT, SourceType.STATISTICS, SourceType.ARTICLE)
    return first.index(source.type) if source.type in first else len(first)


def _left(count: int, one: str, many: str) -> Blocks:
    """How many there was no room for, and where they are."""
    return (_quiet(f"{counted(count, one, many)} til står i modellen."),) if count > 0 else ()


def _quiet(words: str) -> Paragraph:
    return Paragraph((Quiet((words,)),))
