"""What a model is: in short, for whom, how it is done and why, and what is not known of it.

Each part is a function of its own, since the page and the book tell them in different order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from handbook.document import titles
from handbook.document.blocks import (
    Blocks,
    Fact,
    Facts,
    Figure,
    Group,
    Item,
    ItemList,
    Paragraph,
    Section,
    said,
)
from handbook.document.inline import Quiet, Ref, Strong, Words, spread
from handbook.document.linker import Linker, missing
from handbook.document.places import QUALITY
from handbook.model.inclusion_model import (
    InclusionModel,
    KnownGap,
    ModelDuration,
    ParticipantStatus,
    Related,
    TargetGroup,
    worst_first,
)
from handbook.model.noun import Absence, Statement, Statements
from handbook.model.readability import first_sentence
from handbook.model.results import Outcome
from handbook.norwegian import date_text, either, lower_first, upper_first
from handbook.sections import around
from handbook.sections.cost_figures import between, for_how_many, kroner, usual
from handbook.sections.cost_notes import left_out, whose_hours
from handbook.sections.costing import ANCHOR
from handbook.sections.results import OFF_GOAL, outcome_in_short, share_blocks
from handbook.sections.small import way_to_small


def summary(linker: Linker, model: InclusionModel) -> Paragraph:
    """The model in a few sentences."""
    return Paragraph(linker.words(model.summary), "lead")


def facts(linker: Linker, model: InclusionModel) -> Facts:
    """Who, how long, who employs, who pays, whose, and how far it has come."""
    return _facts(
        ("For hvem", _for_whom(linker, model.target_group)),
        ("Varighet", _how_long(linker, model.duration)),
        ("Hvem ansetter", (employment(model),)),
        *_whose(model),
    )


def whose_facts(model: InclusionModel) -> Facts:
    """Of which kind it is, whose, and how far it has come."""
    return _facts(*_described(model))


def _facts(*rows: tuple[str, Words]) -> Facts:
    return Facts(tuple(Fact(term, said(words)) for term, words in rows))


def _whose(model: InclusionModel) -> Iterator[tuple[str, Words]]:
    yield "Penger og tilskudd", (_schemes(model),)
    yield from _described(model)


def _described(model: InclusionModel) -> Iterator[tuple[str, Words]]:
    yield "Type", (model.kind.label,)
    yield "Status", (_status(model),)
    yield "Eier", (model.owner,)
    yield "Dokumentert av", (model.documented_by,)


def key_facts(linker: Linker, model: InclusionModel) -> Facts:
    """What one decides by: for whom, for how long, employed or not, at what cost, to what end."""
    rows = [(term, (words,)) for term, words in in_short(linker, model) if words]
    told: tuple[tuple[str, Words], ...] = (
        *rows, ("Det koster dere", cost_words(linker, model)),
        ("Resultat", _outcome(linker, model)),
    )  # fmt: skip
    return Facts(tuple(Fact(term, said(words)) for term, words in told), "key")


def cost_words(linker: Linker, model: InclusionModel) -> Words:
    """Hours and kroner for one place, whose hours they are, and the way to what is not in them."""
    whose = first_sentence(whose_hours(linker, model))
    way = linker.part(model, titles.EFFORT, "Se hele regnestykket", anchor=ANCHOR)
    told = " ".join(filter(None, (cost_of_one(linker, model), left_out(model), whose)))
    return f"{told} ", way


def cost_of_one(linker: Linker, model: InclusionModel) -> str:
    """`89 timer, 42 400 kroner for 1 plass i 13 uker.`; of several places what each costs."""
    basis, told = usual(linker, model)
    known = "Kjent arbeidstid: " if basis.unknown else ""
    cost = f", {kroner(told.kroner_each)} kroner" if told.kroner_each else ""
    per = f"per plass, regnet {for_how_many(basis)}" if basis.places > 1 else for_how_many(basis)
    return f"{known}{between(told.hours_each)} timer{cost} {per}."


def in_short(linker: Linker, model: InclusionModel) -> Iterator[tuple[str, str]]:
    """For whom, how long and in which capacity; empty where nobody has told."""
    suits = model.suits
    yield "For hvem", upper_first(either([one.label for one in suits.person])) if suits else ""
    yield LENGTH, _length_in_short(linker, model.duration)
    there = isinstance(model.participant_status, ParticipantStatus)
    yield "Ansatt?", employment(model) if there else ""


LENGTH = "Hvor lenge"


def _length_in_short(linker: Linker, duration: ModelDuration | Absence | None) -> str:
    """What the page says first of how long it lasts; empty where nobody has told."""
    if not isinstance(duration, ModelDuration):
        return ""
    return "".join(map(str, linker.first_sentence(duration.text)))


def _outcome(linker: Linker, model: InclusionModel) -> Words:
    """The result that tells most, with its counts, and the way to what it does not say."""
    outcomes = model.outcomes
    if isinstance(outcomes, Absence) or not outcomes:
        return (hole(outcomes),)
    telling = _telling_most(outcomes)
    way = linker.part(model, titles.RESULTS, "Om tallet", anchor=telling.id)
    told = f"{titles.UNKNOWN}. {OFF_GOAL}" if telling.off_goal else outcome_in_short(telling)
    return f"{told} ", way


def hole(value: object) -> str:
    """What is said in a word or two where there is nothing, stated or not."""
    return value.label if isinstance(value, Absence) else titles.MISSING


def _for_whom(linker: Linker, group: TargetGroup | Absence | None) -> Words:
    if isinstance(group, TargetGroup):
        return linker.words(group.description.text)
    return (hole(group),)


def _how_long(linker: Linker, duration: ModelDuration | Absence | None) -> Words:
    if isinstance(duration, ModelDuration):
        return linker.words(duration.text)
    return (hole(duration),)


def employment(model: InclusionModel) -> str:
    """Whether the participant is employed, and by whom."""
    status = model.participant_status
    if status is None or isinstance(status, Absence):
        return hole(status)
    return status.employment.label


def _schemes(model: InclusionModel) -> str:
    if isinstance(model.funding, Absence) or not model.funding:
        return hole(model.funding)
    return ", ".join(funding.scheme for funding in model.funding)


def _status(model: InclusionModel) -> str:
    day = "Sist verifisert " if model.last_verified else ""
    return f"{model.status.label}. {day}{around.verified(model)}."


def fit(linker: Linker, model: InclusionModel) -> Blocks:
    """When to choose the model, when not, and what its name does not mean."""
    sides = (
        _side("for modellen", "choose-when", linker.statements(model.choose_when)),
        _side("imot", "choose-not", linker.statements(model.choose_not_when)),
    )
    return (Section(_FIT, (Group(sides, "choose"), *_naming(linker, model)), "passer"),)


def fit_in_short(linker: Linker, model: InclusionModel) -> Blocks:
    """What is said first of when to choose the model, and when not."""
    sides = (
        _side("for modellen", "choose-when", _in_short(linker, model.choose_when)),
        _side("imot", "choose-not", _in_short(linker, model.choose_not_when)),
    )
    return (Section(_FIT, (Group(sides, "choose"),), "passer"),)


def more_fit(linker: Linker, model: InclusionModel) -> Blocks:
    """The rest of the same, whole where only the gist was told, and what its name does not mean."""
    told = (
        *linker.under("Mer som taler for", _untold(model.choose_when), "ogsa"),
        *linker.under("Mer som taler imot", _untold(model.choose_not_when), "heller-ikke"),
        *_naming(linker, model),
    )
    return (Section("Mer om når den passer", told, "passer-mer"),) if told else ()


_FIT = "Passer den for dere?"
FITS = 3
"""How many reasons for and against one takes in at once."""


_BRIEF = 90
"""So many letters of a reason are told whole; of a longer one the first sentence."""


def _side(title: str, kind: Literal["choose-when", "choose-not"], told: Blocks) -> Section:
    return Section(f"Dette taler {title}", told, kind=kind)


def _in_short(linker: Linker, said_of: Statements) -> Blocks:
    items = tuple(_gist(linker, one) for one in said_of[:FITS])
    return (ItemList(items, kind="statements"),) if items else linker.statements(said_of)


def _gist(linker: Linker, one: Statement) -> Item:
    if _is_brief(one):
        return linker.statement(one)
    return Item(linker.blocks(one.text.gist), linker.mark(one))


def is_told_at_once(at: int, one: Statement) -> bool:
    """Whether a reason for or against stands whole at first sight; `at` is its place, from 0."""
    return at < FITS and _is_brief(one)


def _is_brief(one: Statement) -> bool:
    return len(one.text.plain) <= _BRIEF or one.text.rest is None


def _untold(said_of: Statements) -> Statements:
    """The reasons that are not told, or not whole, at first sight."""
    cut = (one for one in said_of[:FITS] if not _is_brief(one))
    return (*cut, *said_of[FITS:])


def _naming(linker: Linker, model: InclusionModel) -> Blocks:
    return (linker.alone(model.naming_note),) if model.naming_note else ()


def core(linker: Linker, model: InclusionModel) -> Blocks:
    """What must be so for it to be this model."""
    return (Section(titles.CORE, linker.statements(model.core), "kjernen"),)


def results_in_short(linker: Linker, model: InclusionModel) -> Blocks:
    """The result that tells most, or why there is none, and the ways on."""
    outcomes = model.outcomes
    if not outcomes:
        return ()
    if isinstance(outcomes, Absence):
        told: Blocks = (linker.absence(outcomes),)
    else:
        told = _telling(linker, _telling_most(outcomes))
    return (Section("Hvordan det har gått", (*told, _ways_on(linker, model)), "resultater"),)


def result_drawn(linker: Linker, model: InclusionModel) -> Blocks:
    """The result that tells most, of the goal, as a picture; nothing where it cannot be drawn."""
    outcomes = model.outcomes
    if isinstance(outcomes, Absence) or not outcomes:
        return ()
    one = _telling_most(outcomes)
    if one.off_goal or not any(isinstance(block, Figure) for block in share_blocks(one)):
        return ()
    return (Section("Hvordan det har gått", _telling(linker, one), "gatt"),)


def _telling_most(outcomes: tuple[Outcome, ...]) -> Outcome:
    """The first with both counts, of the goal, that no newer one has replaced, else the first."""
    return next((one for one in outcomes if one.tells_most), outcomes[0])


def _telling(linker: Linker, outcome: Outcome) -> Blocks:
    not_for = linker.words(outcome.not_usable_for)
    warned = Paragraph((Strong(("Kan ikke brukes til:",)), " ", *not_for))
    aside = (Paragraph((OFF_GOAL,)),) if outcome.off_goal else ()
    return (*aside, *linker.blocks(outcome.statement), *share_blocks(outcome), warned)


def _ways_on(linker: Linker, model: InclusionModel) -> Paragraph:
    numbers = linker.part(model, titles.RESULTS, "Alle tallene og erfaringene, med forbehold")
    mistakes = linker.part(model, titles.PRACTICE, "Vanlige feil og innvendinger")
    ways = (mistakes, linker.part(model, titles.EXCEPTIONS))
    known = () if isinstance(model.outcomes, Absence) else (numbers,)
    return Paragraph(spread((*known, *ways), " · "))


def purpose(linker: Linker, model: InclusionModel) -> Blocks:
    """What it is for."""
    return linker.under("Formål", model.purpose, "formal")


def target_group(linker: Linker, model: InclusionModel) -> Blocks:
    """Whom it is for, what must be so of them, and whom it is not for."""
    group = model.target_group
    if isinstance(group, TargetGroup):
        told: Blocks = (
            linker.alone(group.description),
            *(linker.statements(group.criteria) if group.criteria else ()),
            *linker.under("Ikke for", group.not_for, "ikke-for"),
        )
    else:
        told = (linker.absence(group) if group else missing(),)
    return (Section("Hvem modellen er for", told, "malgruppe"),)


def prerequisites(linker: Linker, model: InclusionModel) -> Blocks:
    """What must be in place."""
    return linker.under("Dette må være på plass", model.prerequisites, "forutsetninger")


def background(linker: Linker, model: InclusionModel) -> Blocks:
    """What the model answers to, what it holds to, and how it came about."""
    told = (
        *linker.under("Problemet modellen svarer på", model.problem, "problemet"),
        *linker.under("Prinsipper", model.principles, "prinsipper"),
        *linker.under("Historien", model.background, "historien"),
    )
    return (Section("Bakgrunn", told, "bakgrunn"),) if told else ()


def adaptation(linker: Linker, model: InclusionModel) -> Blocks:
    """What one may change and still call it this model."""
    if not model.adaptation:
        return ()
    told = (
        *linker.under("Kan endres", model.adaptation.can_change, "kan-endres"),
        *linker.under("Bør beholdes", model.adaptation.should_keep, "bor-beholdes"),
        *linker.under("Må beholdes", model.adaptation.must_keep, "ma-beholdes"),
    )
    return (Section("Hva dere kan tilpasse", (*told, way_to_small(linker)), "tilpasning"),)


def related(linker: Linker, model: InclusionModel) -> Blocks:
    """Other models, and what sets them apart."""
    others = linker.book.related_from.get(model.id, ())
    lines = (
        *(_related(linker, other) for other in model.related),
        *(_named_by(linker, other, said_there) for other, said_there in others),
    )
    return list_section("Andre modeller i nærheten", ItemList(lines, kind="related"), "slektninger")


def _related(linker: Linker, other: Related) -> Item:
    to = linker.to("model", other.model)
    return Item(said((f"{other.relation.label} ", to, ". ", *linker.words(other.difference))))


def _named_by(linker: Linker, other: InclusionModel, there: Related) -> Item:
    """What only the other model says, told here too."""
    to, words = linker.to("model", other.id), linker.words(there.difference)
    begun = f"{there.relation.reverse_label} "
    return Item(said((begun, to, f". Sett fra {other.short_title}: ", *words)))


def themes(linker: Linker, model: InclusionModel) -> Blocks:
    """The ways to what applies here and in other models too."""
    chips = (linker.heading("theme", name) for name in model.themes)
    lines = tuple(Item(said((Ref(chip.place, chip.words, "chip"),))) for chip in chips)
    return list_section("Temaer som gjelder her", ItemList(lines, kind="chips"), "temaer")


def gaps(linker: Linker, model: InclusionModel) -> Blocks:
    """What is not known yet, and what it takes to know."""
    lines = tuple(
        Item(said(gap_words(linker, gap), " ", (Quiet((_until_known(gap),), "needed"),)))
        for gap in worst_first(model.known_gaps)
    )
    return list_section("Det vi ikke vet ennå", ItemList(lines, kind="gaps"), "hull")


def _until_known(gap: KnownGap) -> str:
    return f"Til det er avklart: {lower_first(gap.costs.label)}."


def gaps_in_short(linker: Linker, model: InclusionModel) -> Blocks:
    """What is not known, and the way to who can answer."""
    lines = tuple(Item((*linker.blocks(gap.what),)) for gap in worst_first(model.known_gaps))
    if not lines:
        return ()
    way = linker.page(QUALITY, "Hva som trengs, og hvem som kan svare", anchor="hull")
    told = (ItemList(lines), Paragraph((way,), "more"))
    return (Section("Det vi ikke vet ennå", told, "hull"),)


def gap_words(linker: Linker, gap: KnownGap) -> Words:
    """What is not known, what it takes, who is asked, and since when."""
    needed = Quiet(("Dette trengs: ", *linker.words(gap.needed)), "needed")
    asked = Quiet((f"Kan svare: {gap.answered_by}. Notert {date_text(gap.noted)}.",), "needed")
    return (*linker.words(gap.what), " ", needed, " ", asked)


def changes(linker: Linker, model: InclusionModel) -> Blocks:
    """What is new in each version."""
    return list_section("Endringer i modellen", around.changes(linker, model.changes), "endringer")


def list_section(title: str, lines: ItemList, anchor: str) -> Blocks:
    """Nothing at all when the list is empty."""
    return (Section(title, (lines,), anchor),) if lines.items else ()
