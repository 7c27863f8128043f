"""What suits an employer: the chooser's questions, a tree on paper, every answer, whom to call."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import places, titles
from handbook.document.blocks import (
    Block,
    Blocks,
    Fact,
    Facts,
    Item,
    ItemList,
    Paragraph,
    Section,
    said,
)
from handbook.document.inline import Inline, Quiet, Ref, Strong, Words, joined
from handbook.document.linker import Linker
from handbook.document.places import CHOOSER, Place, page
from handbook.document.tools import Chooser, ChooserOption, ChooserQuestion
from handbook.model.deciding import MATTER, table
from handbook.model.decision import (
    Decision,
    DecisionAnswer,
    DecisionQuestion,
    DecisionTask,
)
from handbook.model.inclusion_model import InclusionModel
from handbook.model.instrument import Instrument
from handbook.model.monday import monday
from handbook.norwegian import counted
from handbook.sections.circumstances import asked_words
from handbook.sections.contacts import CALLS, contact_words, contacts_section, sits_at
from handbook.sections.cost_figures import hours_words
from handbook.sections.costing import ANCHOR
from handbook.sections.decision_tree import answer_spot, tree
from handbook.sections.instrument_cost import cost_of_instrument, whose
from handbook.sections.small import SMALL_GROUP, fewest_people, models_for_employers

OWN = (MATTER, "egen_ansatt")
"""The question and the answer of those whose own employee it is about."""
MONDAY = "På mandag"


def chooser_section(linker: Linker, decision: Decision) -> Section:
    """How one finds the way, with a script and without, and all that the way can lead to."""
    lead = "Svar på det dere vet, og hopp over resten."
    blocks = (
        Paragraph((lead,), "lead"),
        tree(linker, decision),
        Section(
            "Alle svarene",
            (*_always(linker, decision), *(_answer(linker, one) for one in decision.answers)),
            "svar",
        ),
        contacts_section(linker, decision),
    )
    return Section(titles.PAGES[CHOOSER], blocks, place=page(CHOOSER))


def no_chooser(linker: Linker) -> Section:
    """The page of a handbook that has no table to choose by: its address is promised."""
    ways = ("Håndboka har ingen velger ennå. Se ", linker.page(places.COMPARISON), ".")
    return Section(titles.PAGES[CHOOSER], (Paragraph(ways, "lead"),), place=page(CHOOSER))


def _answer(linker: Linker, answer: DecisionAnswer) -> Section:
    """One answer whole: what it is, what it asks, Monday's list, whom to call, what it rests on."""
    blocks: Blocks = (
        Paragraph((*linker.words(answer.sentence), " ", answer.today)),
        Facts(tuple(_facts(linker, answer))),
        Paragraph((Strong((MONDAY,)),)),
        _monday(linker, answer),
        Paragraph((Strong((CALLS,)),)),
        ItemList(tuple(_call(linker, name, answer.id) for name in answer.contacts), kind="calls"),
        *_ways(linker, answer),
        Paragraph(("Grunnlag: ", linker.resting(answer.basis, answer.sources)), "provenance"),
    )
    return Section(answer.title, blocks, answer_spot(answer), "answer")


def _facts(linker: Linker, answer: DecisionAnswer) -> Iterator[Fact]:
    yield Fact("Krever av dere", linker.blocks(answer.asks))
    instrument = linker.book.instrument_by_id.get(answer.instrument or "")
    model = linker.book.model_by_id.get(
        instrument.hours_as or "" if instrument else answer.model or ""
    )
    spot = Place("instrument", instrument.id) if instrument else None
    if model:
        place = (spot or Place("model", model.id)).at(ANCHOR)
        roles = instrument.hours_of if instrument else ()
        yield Fact(
            "Regn med",
            said(
                (
                    *hours_words(linker, model, roles),
                    *_as_in(linker, instrument, model),
                    Ref(place, "Regn selv"),
                )
            ),
        )
    elif instrument and spot and cost_of_instrument(linker, instrument):
        yield Fact(
            "Regn med",
            said(("Lønn, minus det Nav kan betale. ", Ref(spot.at(ANCHOR), "Regn selv"))),
        )


def _as_in(linker: Linker, instrument: Instrument | None, model: InclusionModel) -> Words:
    """Whose hours they are where the answer has none of its own; how few can have all the roles."""
    if instrument:
        return ("Timene er ", *whose(linker, instrument.hours_of), f"i {model.short_title}. ")
    few = fewest_people(linker, model)
    if not few or model not in models_for_employers(linker):
        return ()
    people = counted(len(few), "person", "personer")
    return ("Rollene kan dekkes av ", Ref(page(places.SMALL, model.id), people), ". ")


def _monday(linker: Linker, answer: DecisionAnswer) -> ItemList:
    """Things to do in the order of the file; what the check has found missing, by its name."""
    decision = linker.book.decision
    known = decision.task_by_id if decision else {}
    lines = [_task(linker, one, answer.id) for one in known.values() if one.id in answer.monday]
    lost = [Item(said(name)) for name in answer.monday if name not in known]
    return ItemList((*lines, *lost), ordered=True)


def _task(linker: Linker, task: DecisionTask, answer: str = "") -> Item:
    """One thing to do, at a spot that the script takes it from."""
    told = (*linker.words(task.text), *_told_when(linker, task))
    return Item(said(told), anchor=f"gjor-{answer}-{task.id}")


def _told_when(linker: Linker, task: DecisionTask) -> Words:
    """When a thing is done, for those who read the list without having answered."""
    decision = linker.book.decision
    told = asked_words(decision, task.when) if decision else ""
    return (" ", Quiet((f"(Gjelder {told}.)",), "when")) if told else ()


def _always(linker: Linker, decision: Decision) -> Iterator[Section]:
    """What is on the list whatever comes out of it."""
    tasks = [one for one in decision.tasks if one.always]
    if tasks:
        lines = tuple(_task(linker, one) for one in tasks)
        yield Section("Uansett svar", (ItemList(lines, ordered=True),), "alltid")


def _ways(linker: Linker, answer: DecisionAnswer) -> Iterator[Block]:
    ways: list[Inline] = []
    model = linker.book.model_by_id.get(answer.model or "")
    if model:
        start = linker.part(model, titles.GETTING_STARTED, "Kom i gang")
        ways += [
            Ref(start.place, "Kom i gang", "button"),
            Ref(Place("model", model.id), f"Modellen {model.short_title}"),
            linker.part(model, titles.MEMO),
        ]
    if answer.instrument:
        place = Place("instrument", answer.instrument)
        ways += [
            Ref(place.at("begynn"), "Slik begynner dere", "button"),
            linker.to("instrument", answer.instrument),
        ]
    if ways:
        yield Paragraph(joined([(one,) for one in ways], " "), "more")


def _call(linker: Linker, name: str, answer: str) -> Item:
    decision = linker.book.decision
    contact = decision.contact_by_id.get(name) if decision else None
    anchor = f"ring-{answer}-{name}"
    if contact is None:
        return Item(said(name), anchor=anchor)
    alone = not (contact.phone or contact.url)
    told = linker.blocks(contact.words) if alone else ()
    return Item((*said(contact_words(contact)), *told), anchor=anchor)


def chooser(linker: Linker, decision: Decision) -> Chooser:
    """What the script asks and weighs."""
    return Chooser(
        tuple(map(_question, decision.questions)),
        tuple((one.id, one.title, page(CHOOSER, answer_spot(one))) for one in decision.answers),
        tuple(one.id for one in decision.answers if one.model),
        table(decision, linker.book),
        page(places.COMPARISON),
        page(places.SMALL),
        SMALL_GROUP,
        monday(decision),
        tuple((one.id, one.title, sits_at(linker, decision, one)) for one in decision.contacts),
    )


def _question(asked: DecisionQuestion) -> ChooserQuestion:
    options = tuple(ChooserOption(one.id, one.text, one.only_for) for one in asked.options)
    return ChooserQuestion(
        asked.id, asked.text, asked.heading, asked.help or "", asked.many, options
    )
