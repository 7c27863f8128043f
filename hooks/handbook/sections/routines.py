"""Routines an employer can take into its own internal control: each, and all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handbook.document import titles
from handbook.document.blocks import (
    Block,
    Blocks,
    Fact,
    Facts,
    Item,
    ItemList,
    Paragraph,
    Section,
    opened,
    said,
)
from handbook.document.inline import Strong, Words, joined, spread
from handbook.document.linker import Linker
from handbook.document.places import ROUTINES, Place, page
from handbook.model.inclusion_model import InclusionModel
from handbook.model.routine import Routine, RoutineAction, RoutineStage
from handbook.norwegian import upper_first
from handbook.sections.around import withdrawn

LEAD = (
    "Korte rutiner dere kan ta inn i internkontrollen deres: hvem som gjør hva, når, hvordan dere "
    "kontrollerer det, og hvilket skjema som viser det."
)
_USE = (
    "Bytt ut rollene med navn hos dere, stryk det som ikke gjelder, og la den som har ansvaret, "
    "godkjenne. Rutinene er våre forslag; det som står i lov eller avtale, er hentet fra reglene."
)


def routines_section(linker: Linker) -> Section:
    """Every routine with its purpose, by when one needs it."""
    told = in_order(linker)
    stages = (
        Section(stage.label, (ItemList(lines, kind="names"),), str(stage))
        for stage in RoutineStage
        if (lines := tuple(_line(linker, one) for one in told if one.stage is stage))
    )
    lead: Blocks = (Paragraph((LEAD,), "lead"), Paragraph((_USE,)))
    return Section(titles.PAGES[ROUTINES], (*lead, *stages), place=page(ROUTINES))


def whole_routines(linker: Linker) -> Section:
    """Every routine told whole, one after the other: as the book and the file to edit have them.

    When the rules apply is told once, after all of them.
    """
    told = routines_section(linker)
    gone = (one for one in linker.book.routines if one.withdrawn)
    routines = (*in_order(linker), *gone)
    each = (routine_section(linker, one) for one in routines)
    used = dict.fromkeys(name for one in routines for name in one.regulated_by)
    rules = Section("Når reglene gjelder", (_rules(linker, tuple(used)),), "nar-reglene-gjelder")
    return replace(told, blocks=(*told.blocks[:2], *each, *((rules,) if used else ())))


def in_order(linker: Linker) -> tuple[Routine, ...]:
    """The routines in use, in the order one needs them."""
    stages = list(RoutineStage)
    used = (one for one in linker.book.routines if not one.withdrawn)
    return tuple(sorted(used, key=lambda one: stages.index(one.stage)))


def _line(linker: Linker, one: Routine) -> Item:
    return Item(said(linker.words(one.purpose)), title=linker.to("routine", one.id))


def routine_section(linker: Linker, one: Routine) -> Section:
    """One routine: the purpose, what is done, how it is checked, and what proves it."""
    blocks = (
        *withdrawn(linker, "routine", one.withdrawn),
        Paragraph(linker.words(one.purpose), "lead"),
        Facts(tuple(_facts(linker, one)), "list"),
        Section("Slik gjør dere", (_actions(linker, one.do, ordered=True),), "gjor"),
        Section("Slik kontrollerer dere", (_actions(linker, one.control),), "kontroll"),
        Section("Dette viser at det er gjort", (_papers(linker, one),), "bevis"),
        *_regulated(linker, one),
        *_more(linker, one),
        *_steps(linker, one),
    )
    return Section(one.title, blocks, place=Place("routine", one.id), over="Rutine")


def _papers(linker: Linker, one: Routine) -> ItemList:
    """The forms by number and title, as whoever keeps them in a file looks for the number."""
    papers = (Item(said((linker.form(form),))) for form in one.proof)
    return ItemList(tuple(papers), kind="form-links")


def _facts(linker: Linker, one: Routine) -> Iterator[Fact]:
    yield Fact("Når i forløpet", said(one.stage.label))
    yield Fact("Brukes når", said(one.when))
    yield Fact("Svarer for rutinen", said((linker.heading("role", one.accountable),)))


def _actions(
    linker: Linker, actions: Sequence[RoutineAction], *, ordered: bool = False
) -> ItemList:
    items = tuple(_action(linker, one) for one in actions)
    return ItemList(items, ordered=ordered, kind="responses")


def _action(linker: Linker, one: RoutineAction) -> Item:
    """Who does it, then what."""
    first, *others = (linker.actor(name) for name in one.who)
    who = spread((replace(first, words=upper_first(first.words)), *others), " og ")
    return Item(opened((Strong((*who, ":")), " "), linker.blocks(one.text)), linker.mark(one))


def _regulated(linker: Linker, one: Routine) -> Iterator[Section]:
    """The rules by name; the page of each tells when it applies."""
    if one.regulated_by:
        rules = _rules(linker, one.regulated_by, limits=False)
        yield Section("Regler rutinen bygger på", (rules,), "regler")


def _rules(linker: Linker, names: Sequence[str], *, limits: bool = True) -> ItemList:
    return ItemList(tuple(Item(_rule(linker, name, limits=limits)) for name in names))


def _rule(linker: Linker, name: str, *, limits: bool) -> Blocks:
    """A rule with the law or agreement it stands in, and when it applies, if that is wanted."""
    rule = linker.book.rule_by_id.get(name)
    if rule is None:
        return said((linker.to("rule", name),))
    where = f" ({'; '.join(rule.legal_basis)})"
    if not limits:
        return said((linker.to("rule", name), where))
    told = (linker.words(text) for text in (rule.condition, rule.exceptions) if text)
    return said(
        (linker.to("rule", name), where, ".", *(word for one in told for word in (" ", *one)))
    )


def _more(linker: Linker, one: Routine) -> Iterator[Block]:
    if one.themes:
        ways = spread((linker.to("theme", name) for name in one.themes), " · ")
        yield Paragraph(("Les mer om: ", *ways), "more")


def _steps(linker: Linker, one: Routine) -> Blocks:
    """The steps that answer to it, a line for each model."""
    lines = tuple(
        Item(said((Strong((f"{model.short_title}: ",)), *joined(steps, " · "))))
        for model in linker.book.models
        if (steps := tuple(_own(linker, model, one)))
    )
    if not lines:
        return ()
    return (Section("Steg som hører til rutinen", (ItemList(lines),), "steg", "fold"),)


def _own(linker: Linker, model: InclusionModel, one: Routine) -> Iterator[Words]:
    for step in model.steps:
        if one.id in step.routines:
            yield (linker.step(model, step.id),)
