"""What leaders need to decide: why, effort, money, results with counts, what is unknown."""

from __future__ import annotations

from handbook.book import tree
from handbook.book.results_section import measure, verdict
from handbook.book.tree import Blocks, Run
from handbook.book.words import MISSING, Words
from handbook.model.coverage import cited
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Absence, Labour
from handbook.model.source import Source, SourceType
from handbook.norwegian import listed, number, upper_first

MAX_RESULTS = 3
MAX_GAPS = 2
MAX_ROLES = 6


def memo_blocks(words: Words, model: InclusionModel) -> Blocks:
    """Everything under the summary."""
    why: Run = [piece for s in model.purpose[:3] for piece in [*words.run(s.text), " "]]
    return [
        tree.heading(2, "Hvorfor", small=True),
        tree.paragraph(why),
        tree.heading(2, "Hva det krever", small=True),
        tree.terms(_frame(words, model), dense=True),
        tree.heading(2, "Arbeid for hver rolle", small=True),
        *_effort(words, model),
        tree.heading(2, "Resultater", small=True),
        *_results(model),
        tree.heading(2, "Det vi ikke vet", small=True),
        *_gaps(words, model),
        tree.heading(2, "Kilder", small=True),
        tree.paragraph([tree.quiet(_sources(words, model))]),
        tree.heading(2, "Beslutning", small=True),
        tree.items([tree.item([
            "Ja, vi begynner. Ansvarlig: ________________   Oppstart: ____________"]),
            tree.item(["Ikke nå. Tas opp igjen: ____________"]),
            tree.item(["Nei. Grunn: ________________________________"])], "tick"),
    ]  # fmt: skip


def _frame(words: Words, model: InclusionModel) -> list[tuple[str, object]]:
    status, lasts, pays = model.participant_status, model.duration, model.funding
    schemes = () if isinstance(pays, Absence) else pays
    return [
        ("Passer når", [
            piece for s in (() if isinstance(model.choose_when, Absence) else model.choose_when)
            for piece in [*words.run(s.text), " "]]),
        ("Varighet", words.run(lasts.text) if lasts and not isinstance(lasts, Absence)
         else "Ikke kjent"),
        ("Ansettelse", status.employment.label if status and not isinstance(status, Absence)
         else "Ikke kjent"),
        ("Hvem betaler", "; ".join(f"{f.scheme} ({f.who_pays})" for f in schemes) or "Ikke kjent"),
    ]  # fmt: skip


def _effort(words: Words, model: InclusionModel) -> Blocks:
    """Hours added up per role; what is done once and what comes back are never added together."""
    hours: dict[str, dict[Labour, float]] = {}
    for step in model.steps:
        for e in () if isinstance(step.effort, Absence) else step.effort:
            of_role = hours.setdefault(e.role, {})
            of_role[e.per] = of_role.get(e.per, 0.0) + e.hours
    if not hours:
        return [tree.paragraph("Ingen kilde oppgir tidsbruk.")]
    busiest = sorted(hours, key=lambda role: -sum(hours[role].values()))[:MAX_ROLES]
    rows = [
        [upper_first(words.titles.get(role, role)),
         *(number(hours[role][per]) if per in hours[role] else "–" for per in Labour)]
        for role in hours if role in busiest
    ]  # fmt: skip
    left = len(hours) - len(rows)
    others = f" ({left} roller til har mindre)" if left else ""
    head = (f"Timer{others}", *(upper_first(per.label) for per in Labour))
    bases = dict.fromkeys(
        e.basis.label.lower() for step in model.steps
        for e in (() if isinstance(step.effort, Absence) else step.effort)
    )  # fmt: skip
    note = f"Timene er lagt sammen for alle steg. Grunnlag: {listed(list(bases))}."
    return [
        tree.table(head, rows, (9, 4, 4, 4, 4), style="duty"),
        tree.paragraph([tree.quiet(note)]),
    ]


def _results(model: InclusionModel) -> Blocks:
    outcomes = model.outcomes
    if isinstance(outcomes, Absence):
        return [tree.paragraph(outcomes.label + ".")]
    if not outcomes:
        return [tree.paragraph([tree.quiet(MISSING)])]
    current = [o for o in outcomes if not o.historical] or list(outcomes)
    rows = [
        [measure(o), verdict(o), o.period, str(o.evidence_level)] for o in current[:MAX_RESULTS]
    ]
    more = len(outcomes) - len(rows)
    rest = f" {more} flere står i modellen." if more else ""
    note = "Tallene viser ikke alene at modellen er årsaken. Bevisnivå 0–5." + rest
    head = ("Mål", "Resultat", "Periode", "Nivå")
    return [
        tree.table(head, rows, (9, 9, 7, 2), style="duty"),
        tree.paragraph([tree.quiet(note)]),
    ]


def _gaps(words: Words, model: InclusionModel) -> Blocks:
    if not model.known_gaps:
        return [tree.paragraph("Ingen kjente hull er meldt.")]
    kept = model.known_gaps[:MAX_GAPS]
    blocks: Blocks = [tree.items(tree.item(words.run(gap.what)) for gap in kept)]
    more = len(model.known_gaps) - len(kept)
    return [
        *blocks,
        *([tree.paragraph([tree.quiet(f"{more} til står i modellen.")])] if more else []),
    ]


def _sources(words: Words, model: InclusionModel) -> str:
    used = {words.book.finding_by_id[n][0].id for n in cited(model)
            if n in words.book.finding_by_id}  # fmt: skip
    told = [f"{s.title} ({s.publisher}, {s.date or 'udatert'})"
            for s in sorted(words.book.sources, key=_weight) if s.id in used]  # fmt: skip
    most = told[:5]
    rest = f" og {len(told) - len(most)} til" if len(told) > len(most) else ""
    return "; ".join(most) + rest + ". Grunnlaget for hvert utsagn står i modellen."


def _weight(source: Source) -> int:
    """Reports and research before laws: they tell what came of it."""
    first = (SourceType.RESEARCH, SourceType.REPORT, SourceType.STATISTICS, SourceType.ARTICLE)
    return first.index(source.type) if source.type in first else len(first)
