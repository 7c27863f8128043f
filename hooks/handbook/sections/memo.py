"""What leaders need to decide, on one sheet: the choice, what it asks, what is known and what not.

The same words stand on screen, on paper and in the Word file. No row is left out anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from handbook.document import titles
from handbook.document.blocks import (
    Blank,
    Blocks,
    Group,
    Item,
    ItemList,
    Notice,
    Paragraph,
    Section,
    Tool,
    said,
)
from handbook.document.inline import Quiet, Ref, Strong, Words, joined, spread
from handbook.document.linker import Linker, missing, there
from handbook.document.places import Place
from handbook.document.titles import part_place
from handbook.model.coverage import cited
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel, worst_first
from handbook.model.noun import Absence, Statement, cached_on_noun
from handbook.model.prose import Prose
from handbook.model.results import Outcome
from handbook.model.rule import Rule, RuleKind
from handbook.model.source import Source, SourceType
from handbook.model.transclusion import ASKED
from handbook.norwegian import counted, listed, lower_first, upper_first
from handbook.sections.around import notices
from handbook.sections.case import desk_place
from handbook.sections.cost_figures import assumed, calculator, cost_table
from handbook.sections.cost_notes import cost_notes, wages_beside
from handbook.sections.memo_contact import asks_nav, doer, own_contact
from handbook.sections.plan import contact_at
from handbook.sections.results import outcome_in_short

PURPOSES, RESULTS, GAPS, RISKS, SOURCES = 2, 2, 2, 2, 2
"""So many of each stand on the sheet; the rest is counted, never silently left out."""


def memo_section(linker: Linker, model: InclusionModel) -> Section:
    """The memo, whole."""
    title = f"{titles.MEMO.title}: {model.short_title}"
    blocks = tuple(block for part in _PARTS for block in part(linker, model))
    return Section(title, blocks, place=part_place(model, titles.MEMO))


def _lead(linker: Linker, model: InclusionModel) -> Blocks:
    """What it is, and what a leader must know about how far it has come, a line each."""
    warned = (Paragraph(one.words[:1]) for one in notices(linker, model, None)
              if isinstance(one, Notice))  # fmt: skip
    return (Paragraph(linker.words(model.summary), "lead"), *warned)


def _choice(linker: Linker, model: InclusionModel) -> Blocks:
    """What is asked for, what each answer leads to, and room for who and when."""
    contact = own_contact(contact_at(linker, model), desk_place(model))
    return (choice(question(model), answers(linker, model), contact, asks_nav(linker, model)),)


def choice(
    asked: str, ways: Iterable[tuple[str, Words]], contact: Tool, below: Blocks = ()
) -> Section:
    """What is asked for, what each answer leads to, who decides by when, and whom to call."""
    lines = tuple(Item(said((Strong((answer,)), " ", *leads))) for answer, leads in ways)
    decided = Blank("Hvem avgjør, og innen hvilken dato?", shown=True)
    written = Group((decided, contact), "beside")
    return Section(asked, (ItemList(lines, kind="choices"), written, *below), "avgjor")


def question(model: InclusionModel) -> str:
    """What the leaders answer."""
    return f"Skal vi bruke {named(model)}?"


def named(model: InclusionModel) -> str:
    """The model in the middle of a sentence, where its name alone could be something else."""
    return f"modellen {model.short_title}"


def answers(linker: Linker, model: InclusionModel) -> tuple[tuple[str, Words], ...]:
    """Each answer, and what it leads to."""
    first = model.getting_started[0] if model.getting_started else None
    begin: Words = (
        (upper_first(doer(linker, first.role)), " begynner med dette: ", *linker.words(first.text))
        if first
        else ("Vi begynner med det første steget.",)
    )
    return ("Ja.", begin), *OTHER_ANSWERS


OTHER_ANSWERS: tuple[tuple[str, Words], ...] = (
    ("Ikke nå.",
     ("Vi skriver ned hva som mangler, og tar det opp igjen på en dato.",)),
    ("Nei.", ("Vi ser om noe annet passer bedre, i «Hva passer for oss?».",)),
)  # fmt: skip
"""What the others lead to, whatever is asked."""


def _purpose(linker: Linker, model: InclusionModel) -> Blocks:
    told = tuple(one.text for one in model.purpose)
    return (_some(linker, "Hva vi vil oppnå", told, PURPOSES, "formal"),)


def _effort(linker: Linker, model: InclusionModel) -> Blocks:
    """Every role of the workplace, largest first, with the sum; then who pays what else."""
    table: Blocks = (assumed(linker, model)[0], cost_table(linker, model), *wages_beside(model))
    lasts = model.duration
    how_long = linker.words(lasts.text) if there(lasts) else (titles.UNKNOWN,)
    more = linker.part(model, titles.EFFORT, "Slik er tallene regnet", anchor="kostnad")
    told: Blocks = (
        Tool(calculator(linker, (model,), grants=True), table),
        *cost_notes(linker, model),
        *_duties(linker.book, model),
        Paragraph((Strong(("Varighet:",)), " ", *how_long)),
        Paragraph((Strong(("Penger:",)), " ", *_paid(model), " ", more, ".")),
    )
    return (Section("Hva det krever av oss", told, "krever"),)


def _duties(book: Handbook, model: InclusionModel) -> Blocks:
    """What must be in order, by name, each with a way to its words."""
    named = [(Ref(Place("rule", one.id), one.title), ".") for one in duties(book, model)]
    return (Paragraph((Strong(("Plikter:",)), " ", *joined(named, " "))),) if named else ()


def duties(book: Handbook, model: InclusionModel) -> list[Rule]:
    """The duties and prohibitions that a place and its status rest on, each once."""
    needed = () if isinstance(model.prerequisites, Absence) else model.prerequisites
    status = dict(model.participant_status or ())
    texts = [one.text.source for one in (*needed, *status.values()) if isinstance(one, Statement)]
    names = dict.fromkeys(found[1] for text in texts for found in ASKED.finditer(text))
    rules = (book.rule_by_id[name] for name in names if name in book.rule_by_id)
    return [rule for rule in rules if rule.kind in (RuleKind.DUTY, RuleKind.PROHIBITION)]


def _paid(model: InclusionModel) -> Words:
    """What is paid for, and by whom, in a line."""
    paid = [_payment(what, payer) for what, payer in payments(model)]
    return (" ".join(paid),) if paid else (titles.UNKNOWN,)


def _payment(what: str, payer: str) -> str:
    """Who pays, as a sentence; what is no party alone stands after what is paid for."""
    if "," in payer or payer.startswith(_NO_PARTY):
        return f"{what}: {payer}."
    return f"{payer} betaler {lower_first(what)}."


_NO_PARTY = ("Avtales", "Ikke", "Nav gir", "Spør")
"""How that begins which tells who pays in a sentence of its own."""
NOBODY = "Ingen"
"""Who pays where a scheme only says what cannot be had; that is no money to decide by."""


def payments(model: InclusionModel) -> tuple[tuple[str, str], ...]:
    """What is paid for, and who pays."""
    schemes = () if isinstance(model.funding, Absence) else model.funding
    by_payer: dict[str, list[str]] = {}
    for one in schemes:
        if one.who_pays.startswith(NOBODY):
            continue
        by_payer.setdefault(upper_first(one.who_pays), []).append(lower_first(one.scheme))
    return tuple(
        (upper_first(listed(_kinds(what))), payer.rstrip(".")) for payer, what in by_payer.items()
    )


def _kinds(schemes: Sequence[str]) -> list[str]:
    """Each once, without those that only tell more of another."""
    kinds = list(dict.fromkeys(schemes))
    return [one for one in kinds if not any(other != one and other in one for other in kinds)]


def _results(linker: Linker, model: InclusionModel) -> Blocks:
    return (Section("Hva vi vet om resultater", _known(linker, model), "resultater"),)


def _known(linker: Linker, model: InclusionModel) -> Blocks:
    outcomes = model.outcomes
    if isinstance(outcomes, Absence):
        return (linker.absence(outcomes),)
    if not outcomes:
        return (missing(),)
    aimed = _aimed(model)
    if not aimed:
        return (Paragraph(("Vi har ikke funnet tall for det modellen har som mål.",)),)
    lines = tuple(_result(linker, one) for one in aimed[:RESULTS])
    return ItemList(lines), Paragraph((NO_RANKING,))


def _aimed(model: InclusionModel) -> list[Outcome]:
    """Results of what the model is for: a number for something else decides nothing."""
    return [one for one in best_outcomes(model) if not one.off_goal]


def best_outcomes(model: InclusionModel) -> list[Outcome]:
    """Those that tell most first: of today, about the goal, with a share; none where they lack."""
    outcomes = () if isinstance(model.outcomes, Absence) else model.outcomes
    return sorted(outcomes, key=lambda one: (one.historical, one.off_goal, one.share is None))


NO_RANKING = "Tallene kan ikke brukes til å rangere modeller eller til å spå hva vi får til."


def _result(linker: Linker, outcome: Outcome) -> Item:
    period = f"{outcome.period.rstrip('.')}."
    told: Words = (f"{outcome_in_short(outcome)} ", Quiet((period,), "when"), " ")
    return Item(said((*told, *_kinds_of(linker.sources(outcome.sources, numbered=False)))))


def _kinds_of(sources: Words) -> Words:
    """The ways to sources, one of those that are called the same: on paper they look alike."""
    named = {one.words: one for one in reversed(sources) if isinstance(one, Ref)}
    return spread(reversed(named.values()))


def _doubts(linker: Linker, model: InclusionModel) -> Blocks:
    """What is not known beside what can go wrong."""
    gaps = tuple(gap.what for gap in worst_first(model.known_gaps))
    risks = tuple(one.text for one in model.pitfalls)
    sides = (
        _some(linker, "Det vi ikke vet", gaps, GAPS, "ikke-kjent"),
        _some(linker, "Hva som kan gå galt", risks, RISKS, "risiko"),
    )
    return (Group(sides, "beside"),)


def _some(linker: Linker, title: str, told: Sequence[Prose], most: int, anchor: str) -> Section:
    """The first of them as a list."""
    lines = tuple(Item(linker.blocks(text)) for text in told[:most])
    none = Paragraph(("Ikke noe er meldt.",))
    return Section(title, (ItemList(lines) if lines else none,), anchor)


def _sources(linker: Linker, model: InclusionModel) -> Blocks:
    told = sources_of(linker.book, model)
    whole = linker.to("model", model.id)
    words = (*first_sources(linker, told, whole), *_left(model))
    return (Section("Kilder til modellen", (Paragraph(words),), "kilder"),)


def first_sources(linker: Linker, told: Sequence[Source], whole: Ref) -> Words:
    """The first few, how many there are more, and where each statement has its own."""
    named = joined((_source(linker, source) for source in told[:SOURCES]), "; ")
    more = len(told) - SOURCES
    others: Words = (f" og {counted(more, 'kilde', 'kilder')} til",) if more > 0 else ()
    return *named, *others, ". Grunnlaget står på siden om ", whole, "."


def sources_of(book: Handbook, model: InclusionModel) -> list[Source]:
    """The sources behind what the memo says, reports and research first."""
    return sources_behind(book, _cited(model))


def sources_behind(book: Handbook, findings: Iterable[str]) -> list[Source]:
    """The sources of some findings, reports and research first."""
    used = {book.finding_by_id[n][0].id for n in findings if n in book.finding_by_id}
    return sorted((source for source in book.sources if source.id in used), key=weight)


@cached_on_noun
def _cited(model: InclusionModel) -> tuple[str, ...]:
    """The findings behind what the memo says."""
    told = (model.purpose, model.duration, model.funding, model.outcomes, model.pitfalls)
    return tuple(dict.fromkeys(cited(told)))


def _source(linker: Linker, source: Source) -> Words:
    date = source.date or "udatert"
    return linker.to("source", source.id), f", {source.publisher}, {date}"


def weight(source: Source) -> int:
    """Reports and research before laws: they tell what came of it."""
    first = (SourceType.RESEARCH, SourceType.REPORT, SourceType.STATISTICS, SourceType.ARTICLE)
    return first.index(source.type) if source.type in first else len(first)


def _left(model: InclusionModel) -> Words:
    """What there was no room for, counted."""
    outcomes = () if isinstance(model.outcomes, Absence) else model.outcomes
    more = (
        (len(model.purpose) - PURPOSES, "formål", "formål"),
        (len(outcomes) - len(_aimed(model)[:RESULTS]), "resultat", "resultater"),
        (len(model.known_gaps) - GAPS, "ting vi ikke vet", "ting vi ikke vet"),
        (len(model.pitfalls) - RISKS, "vanlig feil", "vanlige feil"),
    )
    told = [counted(count, one, many) for count, one, many in more if count > 0]
    return (f" Der står også det som ikke fikk plass her: {listed(told)}.",) if told else ()


_PARTS: tuple[Callable[[Linker, InclusionModel], Blocks], ...] = (
    _lead, _choice, _purpose, _effort, _results, _doubts, _sources,
)  # fmt: skip
"""The memo from top to bottom: the table of contents of this file."""
