"""What experience says: the first days, what makes it work, and what to do when it goes wrong."""

from __future__ import annotations

from handbook.document import titles
from handbook.document.blocks import (
    Actions,
    Blocks,
    Checklist,
    Fact,
    Facts,
    Item,
    ItemList,
    Paragraph,
    Section,
    Task,
    said,
)
from handbook.document.inline import Quiet, Strong, Words
from handbook.document.linker import Linker, missing
from handbook.document.titles import part_place
from handbook.model.inclusion_model import InclusionModel
from handbook.model.practice import ExceptionKind, ExceptionPath, FirstAction, Objection
from handbook.norwegian import number


def getting_started_section(linker: Linker, model: InclusionModel) -> Section:
    """The first things to do, in order, to tick."""
    lead = "Her er de første skrittene, i rekkefølge. På mandag begynner dere med det øverste."
    tasks = tuple(_action(linker, action) for action in model.getting_started)
    key = f"{model.id}/{titles.GETTING_STARTED.address}"
    told = Checklist(key, tasks, ordered=True) if tasks else missing()
    title = f"{titles.GETTING_STARTED.title}: {model.short_title}"
    return Section(title, (Paragraph((lead,), "lead"), told),
                   place=part_place(model, titles.GETTING_STARTED))  # fmt: skip


def first_actions(linker: Linker, model: InclusionModel) -> Blocks:
    """The gist of the first things to do, as many as one remembers, and the way to the rest."""
    first = model.getting_started[:FIRST]
    if not first:
        return ()
    items = tuple(Item(said(_gist(linker, one)), linker.mark_in_short(one)) for one in first)
    more = linker.part(model, titles.GETTING_STARTED, "Alle de første skrittene", "button")
    told = (ItemList(items, ordered=True, kind="first"), Actions((more,)))
    return (Section("Begynn med dette", told, "begynn"),)


FIRST = 3


def _action(linker: Linker, action: FirstAction) -> Task:
    words = (*linker.words(action.text), " ", *_who_and_how_long(linker, action))
    return Task(action.id, said(words), mark=linker.mark(action))


def _gist(linker: Linker, action: FirstAction) -> Words:
    """Who does it, and its first sentence; the page of first steps has the time and the form."""
    who = Strong((*linker.who((action.role,)), ":"))
    return who, " ", *linker.first_sentence(action.text)


def _who_and_how_long(linker: Linker, action: FirstAction) -> Words:
    words: Words = (Quiet((linker.actor(action.role),), "who"),)
    if action.minutes:
        words += (" ", Quiet((f"om\u00a0lag {number(action.minutes)}\u00a0minutter",), "when"))
    if action.form:
        words += (" ", linker.heading("form", action.form))
    return words


def practice_section(linker: Linker, model: InclusionModel) -> Section:
    """Success factors, usual mistakes, objections with honest answers."""
    objections = tuple(_objection(linker, one) for one in model.objections)
    answers = Facts(objections, "objections") if objections else missing()
    blocks = (
        Section("Dette gjør at det virker", linker.statements(model.success_factors), "suksess"),
        Section("Vanlige feil", linker.statements(model.pitfalls), "feil"),
        Section("Vanlige innvendinger, og svar", (answers,), "innvendinger"),
    )
    title = f"{titles.PRACTICE.title}: {model.short_title}"
    return Section(title, blocks, place=part_place(model, titles.PRACTICE))


def _objection(linker: Linker, one: Objection) -> Fact:
    return Fact(f"«{one.claim}»", linker.blocks(one.answer.text), linker.mark(one.answer))


def exception_anchor(path: ExceptionPath, number: int) -> str:
    """The spot of a situation; those outside the six fixed kinds are told apart by number."""
    return f"{path.kind}{number}" if path.kind is ExceptionKind.OTHER else str(path.kind)
