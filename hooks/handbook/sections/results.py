"""What came of it: every number with its counts, its interval and what it cannot carry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from handbook.document import titles
from handbook.document.blocks import (
    Block,
    Blocks,
    Cell,
    Fact,
    Facts,
    Fold,
    Item,
    ItemList,
    Notice,
    Paragraph,
    Row,
    Section,
    Table,
    columns,
    said,
)
from handbook.document.inline import Quiet, Ref, Strong, Words
from handbook.document.linker import Linker, missing
from handbook.document.titles import part_place
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Absence
from handbook.model.results import Capacity, Comparison, Design, Outcome, OutcomeKind, roughly
from handbook.norwegian import lower_first, number, percent, unbroken_date, upper_first
from handbook.sections.result_figures import OF_UNKNOWN, capacity_figure, outcome_figure

NOT_GIVEN = "Ikke oppgitt"
NO_SHARE = "Kan ikke regnes ut"

_LEAD = (
    "Ved hvert tall står det hvem som er talt, når de er talt, og hva tallet ikke kan brukes til. "
    "Tallene kan ikke brukes til å rangere modellene."
)
_HOW_TO_READ = (
    "Når alle er talt, eller tallet bygger på svar, oppgir vi bare andelen. Et intervall står det "
    "bare når utvalget er tilfeldig. Bevisnivå går fra 0, påstand "
    "uten tall, til 5, flere "
    "uavhengige evalueringer."
)


def results_section(linker: Linker, model: InclusionModel) -> Section:
    """All that is known of results: the numbers, how many there is room for, and experiences."""
    blocks = tuple(block for part in _PARTS for block in part(linker, model))
    title = f"{titles.RESULTS.title} fra {model.short_title}"
    return Section(title, blocks, place=part_place(model, titles.RESULTS))


def results_on_screen(linker: Linker, model: InclusionModel) -> Section:
    """The same, where the rest of what is known of a number is opened by whoever wants it."""
    told = results_section(linker, model)
    return replace(told, blocks=tuple(map(_rest_on_demand, told.blocks)))


def _rest_on_demand(block: Block) -> Block:
    if not isinstance(block, Section) or not block.blocks:
        return block
    *first, last = block.blocks
    if not isinstance(last, Facts):
        return block
    return replace(block, blocks=(*first, Fold("Slik er det talt", (last,))))


def _opening(_: Linker, model: InclusionModel) -> Blocks:
    counted = model.outcomes and not isinstance(model.outcomes, Absence)
    return (Paragraph((_LEAD,), "lead"),) if counted else ()


def _outcomes(linker: Linker, model: InclusionModel) -> Iterator[Block]:
    outcomes = model.outcomes
    if isinstance(outcomes, Absence):
        yield linker.absence(outcomes)
    elif not outcomes:
        yield missing()
    else:
        if len(outcomes) > 1:
            yield _overview(linker, model, outcomes)
        yield from (_outcome(linker, one) for one in outcomes)
        yield Section("Slik leser dere tallene", (Paragraph((_HOW_TO_READ,)),), "lese")


def _overview(linker: Linker, model: InclusionModel, outcomes: tuple[Outcome, ...]) -> Section:
    head = columns("Mål", "Antall", "Andel")
    rows = tuple(_row(linker, model, one) for one in outcomes)
    table = Table(head, rows, "Oversikt over alle tallene", "numbers", (12, 7, 6))
    return Section("Oversikt over tallene", (table,), "oversikt")


def _row(linker: Linker, model: InclusionModel, outcome: Outcome) -> Row:
    to = linker.part(model, titles.RESULTS, measure(outcome), anchor=outcome.id)
    told: tuple[Words, ...] = ((to,), (counts(outcome),), (share(outcome),))
    return Row(tuple(Cell(said(words)) for words in told))


def measure(outcome: Outcome) -> str:
    """What is counted; an old number says so, and so does one that does not measure the goal."""
    said_of = {" (historisk tall)": outcome.historical, " (ikke målet)": outcome.off_goal}
    return outcome.measure + "".join(words for words, so in said_of.items() if so)


def counts(outcome: Outcome | Comparison) -> str:
    """`24 av 61`, the one number that is known, or that none is given."""
    top, bottom = outcome.numerator, outcome.denominator
    if isinstance(outcome, Outcome) and outcome.share is None and outcome.amount:
        return outcome.amount
    if isinstance(outcome, Outcome) and outcome.rounded and top is not None and bottom:
        return f"om\u00a0lag\u00a0{number(top)} av om\u00a0lag\u00a0{number(bottom)}"
    if top is None:
        return NOT_GIVEN if bottom is None else f"{NOT_GIVEN} av\u00a0{number(bottom)}"
    return number(top) if bottom is None else f"{number(top)}\u00a0av\u00a0{number(bottom)}"


def share(outcome: Outcome) -> str:
    """`39 %`, roughly what part it is when the counts are round, or that it is not to be known."""
    if outcome.share is None:
        return NO_SHARE
    if outcome.rounded:
        part = roughly(outcome.share)
        return f"om\u00a0lag {part.numerator}\u00a0av\u00a0{part.denominator}"
    return percent(outcome.share)


def beside(outcome: Outcome) -> str:
    """What must be known of a share to read it: who was counted, and what chance may have done."""
    if outcome.of_unknown:
        return lower_first(OF_UNKNOWN)
    told = [_COMBINED if outcome.combined else _WHO[outcome.kind]]
    if outcome.interval is not None:
        told.append(f"95 % konfidensintervall {_between(*outcome.interval)}")
    return ", ".join(filter(None, told))


_COMBINED = "satt sammen av oss fra ulike steder"


_WHO = {
    OutcomeKind.COUNT: "alle er talt",
    OutcomeKind.SAMPLE: "tilfeldig utvalg",
    OutcomeKind.SURVEY: "av dem som svarte",
    OutcomeKind.TARGET: "mål, ikke resultat",
    OutcomeKind.CAPACITY: "plasser, ikke resultat",
    OutcomeKind.NO_FIGURES: "",
}


def _between(low: float, high: float) -> str:
    return f"{percent(low)}–{percent(high)}".replace("\u00a0%–", "–")


def outcome_line(outcome: Outcome) -> str:
    """An outcome in one line: share with counts and who was counted, and the evidence level."""
    return f"{outcome_in_short(outcome)} Bevisnivå {_level(outcome)}."


def outcome_in_short(outcome: Outcome) -> str:
    """The same without the evidence level: share with counts, and who was counted."""
    return f"{measure(outcome)}: {outcome_told(outcome)}."


def outcome_told(outcome: Outcome) -> str:
    """What came of it, after the name of what was measured."""
    if outcome.share is not None:
        return f"{counts(outcome)}, {share(outcome)} ({beside(outcome)})"
    if outcome.amount:
        return f"{outcome.amount}{_of_what_kind(outcome)}"
    return "vi har ingen tall å regne med"


def _of_what_kind(outcome: Outcome) -> str:
    """The kind of number; that all are counted says nothing where it is not said how many."""
    return "" if outcome.kind is OutcomeKind.COUNT else f" ({outcome.kind.label.lower()})"


def _level(outcome: Outcome) -> str:
    """How much the number can carry, when anything has come of it."""
    if outcome.kind.is_result:
        return outcome.evidence_level.label
    return f"gjelder ikke, for dette er ikke et resultat ({outcome.kind.label.lower()})"


def _outcome(linker: Linker, outcome: Outcome) -> Section:
    first = (*_old(outcome), *_off_goal(outcome), *linker.blocks(outcome.statement))
    blocks = (
        *first, *share_blocks(outcome), *_cautions(linker, outcome), _about(linker, outcome),
    )  # fmt: skip
    return Section(outcome.measure, blocks, outcome.id)


def _cautions(linker: Linker, outcome: Outcome) -> Iterator[Paragraph]:
    """What one must know of the number, and what it cannot carry."""
    for title, text in (("Forbehold", outcome.caveat), ("Kan ikke brukes til",
                                                        outcome.not_usable_for)):  # fmt: skip
        if text:
            yield Paragraph((Strong((f"{title}:",)), " ", *linker.words(text)))


def _old(outcome: Outcome) -> Blocks:
    if not outcome.historical:
        return ()
    return (Notice("historical", (Strong(("Historisk.",)), f" {_OF_THEN}")),)


_OF_THEN = "Dette er fra perioden som står under, og sier ikke hvordan det er i dag."


def _off_goal(outcome: Outcome) -> Blocks:
    if not outcome.off_goal:
        return ()
    return (Paragraph((Strong(("Viser ikke om modellen når målet.",)), " ", OFF_GOAL)),)


OFF_GOAL = "Tallet vi har, teller noe annet enn det modellen skal føre til."


def share_blocks(outcome: Outcome) -> Blocks:
    """The share in words and drawn; of what is no result the one number it has."""
    around = Quiet((f"({beside(outcome)})",), "range")
    part = f", {share(outcome)}" if outcome.share is not None else ""
    drawn = outcome_figure(outcome, measure(outcome), f"{counts(outcome)}{part}: {beside(outcome)}")
    if drawn:
        said_as = f" er {share(outcome)} " if part else " "
        words: Words = (Strong((counts(outcome),)), said_as, around)
        return Paragraph(words, "share"), drawn, *_of_chance(outcome)
    if outcome.amount and not outcome.kind.is_result:
        return (Paragraph((Strong((outcome.amount,)), " ", around), "share"),)
    return ()


def _of_chance(outcome: Outcome) -> Blocks:
    """What an interval means; it is easily read as more."""
    if outcome.interval is None:
        return ()
    return (Paragraph((_CHANCE,), "note"),)


_CHANCE = (
    "Intervallet gjelder bare tilfeldighetene i utvalget. Trekker man mange slike utvalg og regner "
    "på samme måte, vil om lag 95 av 100 intervaller ha den riktige andelen i seg."
)


def _about(linker: Linker, outcome: Outcome) -> Facts:
    rows = tuple(Fact(term, said(words)) for term, words in _answers(linker, outcome) if words)
    return Facts(rows, "outcome")


def _answers(linker: Linker, outcome: Outcome) -> Iterator[tuple[str, Words]]:
    yield "Type tall", (upper_first(_COMBINED) if outcome.combined else outcome.kind.label,)
    yield "Antall", (outcome.amount,) if outcome.amount else ()
    yield "Spurt", (outcome.asked,) if outcome.asked else ()
    yield "Svarte", (outcome.answered,) if outcome.answered else ()
    yield "Andel", () if outcome.share is not None or outcome.amount else _no_share()
    yield "Teller", _count(outcome.numerator, outcome.numerator_means)
    yield "Nevner", _count(outcome.denominator, outcome.denominator_means)
    yield "Satt sammen av oss", linker.words(outcome.combined) if outcome.combined else ()
    yield "Avrundet", ("Kilden har rundet av tallene.",) if outcome.rounded else ()
    yield "Periode", (outcome.period,)
    yield "Målt", (unbroken_date(outcome.measured_on) if outcome.measured_on else NOT_GIVEN,)
    yield "Hvem", (outcome.target_group,)
    yield "Sammenligning", _compared(linker, outcome.comparison)
    yield "Kildetype", (outcome.source_kind.label,)
    yield "Bevisnivå", (upper_first(_level(outcome)),)
    yield "Kilder", linker.sources(outcome.sources)


def _no_share() -> Words:
    return (f"{NO_SHARE}. Kilden oppgir ikke både teller og nevner.",)


def _count(amount: int | None, means: str | None) -> Words:
    """A count and who is counted; either may be all that is known."""
    told = ": ".join(filter(None, ("" if amount is None else number(amount), means)))
    return (told,) if told else ()


def _compared(linker: Linker, comparison: Comparison | None) -> Words:
    if comparison is None:
        return ()
    counted = counts(comparison)
    numbers = "" if counted == NOT_GIVEN else f"{counted}. "
    design = "" if comparison.design is Design.NONE else f"{comparison.design.label}. "
    return f"{design}{numbers}", *linker.words(comparison.text)


def _capacity(linker: Linker, model: InclusionModel) -> Blocks:
    if not model.capacity:
        return ()
    told = (capacity(linker, model), *_drawn_capacity(linker, model.capacity))
    return (Section("Hvor mange det er plass til", told, "kapasitet"),)


def _drawn_capacity(linker: Linker, room: Capacity) -> Blocks:
    drawn = capacity_figure(room, linker.title("role", room.role), _places(room))
    return (drawn,) if drawn else ()


def capacity(linker: Linker, model: InclusionModel) -> Paragraph:
    """How many can be followed up at a time: people times places, by whom and when."""
    room = model.capacity
    assert room is not None, f"{model.id} has no capacity"
    role: Ref = linker.to("role", room.role)
    words: Words = (Strong((_places(room),)), " (", role, f", {room.period}). ")
    return Paragraph((*words, linker.mark(room)), basis=room.basis)


def _places(room: Capacity) -> str:
    each = f"{number(room.workers)} × {number(room.places_each)}"
    return f"{each} = {number(room.places)} plasser samtidig"


def _benefits(linker: Linker, model: InclusionModel) -> Blocks:
    lines = tuple(
        linker.statement(one, f"{one.party.label if one.party else 'Samfunnet'}:")
        for one in model.benefits
    )
    return _under("Hva partene får ut av det", lines, "gevinster")


def _experiences(linker: Linker, model: InclusionModel) -> Blocks:
    lines = tuple(linker.statement(one, f"{one.perspective}:") for one in model.experiences)
    return _under("Hva folk har opplevd", lines, "erfaringer")


def _under(title: str, lines: tuple[Item, ...], anchor: str) -> Blocks:
    return (Section(title, (ItemList(lines, kind="statements"),), anchor),) if lines else ()


_PARTS: tuple[Callable[[Linker, InclusionModel], Blocks | Iterator[Block]], ...] = (
    _opening, _outcomes, _capacity, _benefits, _experiences,
)  # fmt: skip
"""Results from top to bottom: the table of contents of this file."""
