"""What came of it: every number with its counts, its interval and what it cannot carry."""

from __future__ import annotations

from handbook.book import tree
from handbook.book.tree import Blocks, Node, Run
from handbook.book.words import MISSING, Words, finding
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Absence
from handbook.model.results import Outcome
from handbook.norwegian import number, percent, unbroken_date


def results(words: Words, model: InclusionModel) -> tuple[tuple[str, ...], Blocks]:
    """The chart and the table of all outcomes, each outcome in full, benefits and experiences."""
    blocks = [tree.heading(2, "Resultater", f"part:{model.id}/resultater")]
    if isinstance(model.outcomes, Absence):
        blocks.append(words.absence(model.outcomes))
    elif not model.outcomes:
        blocks.append(tree.paragraph([tree.quiet(MISSING)]))
    else:
        blocks += overview(model.outcomes)
        for at, outcome in enumerate(model.outcomes):
            inner = _outcome(words, outcome)
            blocks.append(tree.chunk(("model", model.id), ("outcomes", at), inner))
    if model.benefits:
        said = (words.statement(b, term=[b.party.label if b.party else "Samfunnet"])
                for b in model.benefits)  # fmt: skip
        blocks += [tree.heading(3, "Hva partene får ut av det"), tree.items(said, "plain")]
    if model.experiences:
        said = (words.statement(e, term=[e.perspective]) for e in model.experiences)
        blocks += [tree.heading(3, "Hva folk har opplevd"), tree.items(said, "plain")]
    return ("outcomes",), blocks


def overview(outcomes: tuple[Outcome, ...]) -> Blocks:
    """One chart and one table with all outcomes; a share only where both counts are known."""
    head = ("Mål", "Antall", "Andel", "95 % intervall", "Bevisnivå", "Kilder")
    rows = [
        [[measure(o)], counts(o), share(o), interval(o), str(o.evidence_level), sources(o)]
        for o in outcomes
    ]
    chart = chart_of(outcomes)
    return [
        *([chart] if chart else []),
        tree.table(head, rows, (12, 7, 4, 7, 5, 6), style="numbers"),
        tree.paragraph([tree.quiet(
            "Intervallet (Wilson, 95 %) viser hvor usikkert tallet er når gruppa er liten. "
            "Bevisnivå går fra 0, påstand uten tall, til 5, flere uavhengige evalueringer."
        )]),
    ]  # fmt: skip


def chart_of(outcomes: tuple[Outcome, ...]) -> Node | None:
    """The chart, or nothing when no outcome has both counts."""
    lines = [
        {"name": measure(o), "counts": counts(o), "share": o.share, "low": o.interval.low,
         "high": o.interval.high, "old": o.historical,
         "text": f"{percent(o.share)} ({interval(o)})"}
        for o in outcomes if o.share is not None and o.interval is not None
    ]  # fmt: skip
    if not lines:
        return None
    alt = "Andeler med 95 prosent intervall. " + " ".join(
        f"{line['name']}: {line['counts']}, {line['text']}." for line in lines
    )
    return {"t": "forest", "lines": lines, "alt": alt}


def measure(outcome: Outcome) -> str:
    """What is counted; an old number says so."""
    return outcome.measure + (" (historisk)" if outcome.historical else "")


def counts(outcome: Outcome) -> str:
    """`24 av 61`, or what is missing."""
    if outcome.numerator is None or outcome.denominator is None:
        return "Ikke oppgitt"
    return f"{number(outcome.numerator)} av {number(outcome.denominator)}".replace(" ", "\u00a0")


def share(outcome: Outcome) -> str:
    """`39 %`; a dash without both counts."""
    return "–" if outcome.share is None else percent(outcome.share)


def interval(outcome: Outcome) -> str:
    """`28–52 %`; a dash without both counts."""
    if outcome.interval is None:
        return "–"
    low, high = percent(outcome.interval.low), percent(outcome.interval.high)
    return low.removesuffix("\u00a0%") + "–" + high


def sources(outcome: Outcome) -> Run:
    """The numbers of its findings."""
    links: Run = []
    for one in outcome.sources:
        links += [*([", "] if links else []), finding(one)]
    return links


def _outcome(words: Words, outcome: Outcome) -> Blocks:
    known = outcome.share is not None
    said: Run = [f"{counts(outcome)} = {share(outcome)}. 95 % intervall: {interval(outcome)}."]
    if not known:
        said = ["Kan ikke regnes ut. Kilden oppgir ikke både teller og nevner."]
    day = outcome.measured_on
    compared = outcome.comparison
    rows: list[tuple[str, object]] = [
        ("Andel", said),
        ("Telleren er", outcome.numerator_means),
        ("Nevneren er", outcome.denominator_means),
        ("Periode", outcome.period),
        ("Målt", unbroken_date(day) if day else "Ikke oppgitt"),
        ("Hvem", outcome.target_group),
        ("Sammenlignet med",
         [f"{compared.design.label}. ", *words.run(compared.text)] if compared else None),
        ("Kildetype", outcome.source_kind.label),
        ("Bevisnivå", outcome.evidence_level.label),
        ("Forbehold", words.run(outcome.caveat) if outcome.caveat else None),
        ("Kan ikke brukes til", words.run(outcome.not_usable_for)),
        ("Kilder", sources(outcome)),
    ]  # fmt: skip
    old = [tree.bold("Historisk: et nyere tall har tatt over. ")] if outcome.historical else []
    return [
        tree.heading(3, outcome.measure),
        tree.paragraph([*old, *words.run(outcome.statement)]),
        tree.terms(rows, dense=True),
    ]


def verdict(outcome: Outcome) -> str:
    """One line for a decision memo: `24 av 61 (39 %, intervall 28–52 %)`."""
    if outcome.share is None:
        return counts(outcome)
    return f"{counts(outcome)} ({share(outcome)}, 95 % intervall {interval(outcome)})"
