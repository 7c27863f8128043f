"""How a model is carried out: the drawing, and phase by phase what starts and ends it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handbook.document import titles
from handbook.document.blocks import (
    Actor,
    Blocks,
    DrawnDecision,
    DrawnPhase,
    DrawnRow,
    DrawnStep,
    Fact,
    Facts,
    Figure,
    Group,
    Item,
    ItemList,
    Paragraph,
    Process,
    Section,
    said,
)
from handbook.document.inline import Quiet, Ref, Words
from handbook.document.linker import Linker, there
from handbook.document.places import Place
from handbook.document.titles import part_place
from handbook.model.inclusion_model import InclusionModel
from handbook.model.people import Side
from handbook.model.process import Decision, Logic, Phase, Step, Timing
from handbook.norwegian import listed
from handbook.sections.actions import to_do_in_short
from handbook.sections.step import form_links, steps_counted


def process_section(linker: Linker, model: InclusionModel) -> Section:
    """The whole process at a glance: the drawing, and what begins, ends and decides each phase.

    Paper has the steps of each phase with what one does in them.
    """
    lead = Paragraph((f"{model.short_title}: fasene, stegene og valgene, i rekkefølge.",), "lead")
    count, phases = 0, []
    for number, phase in enumerate(model.phases, 1):
        steps = tuple(_card(linker, model, s, count + n) for n, s in enumerate(phase.steps, 1))
        cards = Group((ItemList(steps, ordered=True, kind="step-cards"),), "on-paper")
        told = phase_section(linker, model, phase, number, (cards,))
        phases.append(replace(told, title=f"Fase {number}: {phase.title}", kind="fold"))
        count += len(phase.steps)
    title = f"{titles.STEPS.title} i {model.short_title}"
    return Section(title, (lead, figure(linker, model), *phases),
                   place=part_place(model, titles.STEPS))  # fmt: skip


def phases_in_short(linker: Linker, model: InclusionModel) -> Blocks:
    """The phases by name, each with how many steps it has, and the way to all of them."""
    lines = tuple(_phase_line(linker, model, *one) for one in enumerate(model.phases, 1))
    whole = linker.part(model, titles.STEPS, "Alle stegene, og hvem som gjør hva")
    phases = ItemList(lines, ordered=True, kind="process-list")
    return (Section("Slik foregår det", (phases, Paragraph((whole,))), "prosess"),)


def _phase_line(linker: Linker, model: InclusionModel, number: int, phase: Phase) -> Item:
    told = Quiet((steps_counted(len(phase.steps)),), "when")
    return Item(said((told,)), title=linker.to("phase", f"{model.id}/{phase.id}"), number=number)


def phase_section(
    linker: Linker, model: InclusionModel, phase: Phase, number: int, steps: Blocks
) -> Section:
    """One phase: what it is for, what starts and ends it, its steps, and the choice at its end."""
    times = Facts((
        Fact("Starter når", linker.blocks(phase.starts_when)),
        Fact("Slutter når", linker.blocks(phase.ends_when)),
    ))  # fmt: skip
    decision = decision_section(linker, phase) if phase.decision else ()
    place = Place("phase", f"{model.id}/{phase.id}")
    return Section(
        phase.title, (*linker.blocks(phase.purpose), times, *steps, *decision),
        f"fase-{phase.id}", place=place, over=f"Fase {number} av {len(model.phases)}",
        former=tuple(f"fase-{old}" for old in phase.former_ids),
    )  # fmt: skip


def _card(linker: Linker, model: InclusionModel, step: Step, number: int) -> Item:
    """A step in short with its actions, for whoever has no page of the step to open."""
    words: Words = (Quiet(linker.roles(step.responsibility.performed_by), "who"),)
    if there(step.timing):
        words += (" ", Quiet((step.timing.label,), "when"))
    done = to_do_in_short(linker, model, step)
    blocks = (*linker.blocks(step.what.gist), Paragraph(words, "meta"), *done)
    return Item(blocks, title=linker.step(model, step.id), number=number)


def decision_section(linker: Linker, phase: Phase) -> Blocks:
    """The choice that ends a phase: who makes it, on which papers, and where each answer leads."""
    decision = phase.decision
    assert decision is not None
    who = Paragraph((*linker.who(decision.decided_by), " avgjør."))
    blocks = (who, *_papers(linker, decision), outcomes(decision))
    group = Group(blocks, "decision-box", linker.mark(decision))
    title = f"Beslutning: {decision.question}"
    return (Section(title, (group,), f"beslutning-{phase.id}"),)


def _papers(linker: Linker, decision: Decision) -> Blocks:
    if not decision.based_on:
        return ()
    return Paragraph(("Ha dette på bordet:",)), form_links(linker, decision.based_on)


def outcomes(decision: Decision) -> Facts:
    """Each answer with what it leads to."""
    rows = (Fact(one.title, said(one.leads_to)) for one in decision.outcomes)
    return Facts(tuple(rows), "outcomes")


def figure(linker: Linker, model: InclusionModel) -> Figure:
    """The process, to be drawn."""
    count = f"{len(model.steps)} steg i {len(model.phases)} faser"
    text = f"Prosessen i {model.short_title}: {count}, med hvem som gjør hva."
    return Figure(drawing(linker, model), text, anchor="prosessfigur")


def drawing(linker: Linker, model: InclusionModel) -> Process:
    """Who has a part in what, in which order."""
    roles = actors_of(linker, model)
    actors = (Actor(linker.actor(role).words, _of_participant(linker, role)) for role in roles)
    return Process(tuple(actors), tuple(_drawn_rows(linker, model, roles)))


def actors_of(linker: Linker, model: InclusionModel) -> tuple[str, ...]:
    """Roles from left to right: party by party, and in each as they come into the process."""
    acting = (role for step in model.steps for role in (step.responsibility.accountable,
              *step.responsibility.performed_by))  # fmt: skip
    choosing = (role for phase in model.phases if phase.decision
                for role in phase.decision.decided_by)  # fmt: skip
    return tuple(sorted(dict.fromkeys((*acting, *choosing)), key=lambda r: _party(linker, r)))


_PARTIES = (Side.PARTICIPANT, Side.EMPLOYER, Side.PROVIDER, Side.NAV)


def _party(linker: Linker, role: str) -> int:
    known = linker.book.role_by_id.get(role)
    return _PARTIES.index(known.belongs_to) if known and known.belongs_to in _PARTIES else 4


def _of_participant(linker: Linker, role: str) -> bool:
    return _party(linker, role) == 0


def _drawn_rows(
    linker: Linker, model: InclusionModel, roles: tuple[str, ...]
) -> Iterator[DrawnRow]:
    numbers = {step.id: number for number, step in enumerate(model.steps, 1)}
    for phase in model.phases:
        yield DrawnPhase(phase.title)
        for step in phase.steps:
            yield _drawn(linker.step(model, step.id), step, numbers, roles)
        if phase.decision:
            yield _choice(phase.decision, roles)


def _drawn(ref: Ref, step: Step, numbers: dict[str, int], roles: tuple[str, ...]) -> DrawnStep:
    duty, timing, logic = step.responsibility, step.timing, step.logic or Logic()
    number = numbers[step.id]
    return DrawnStep(
        ref, number, roles.index(duty.accountable),
        tuple(sorted({roles.index(r) for r in duty.performed_by if r != duty.accountable})),
        timing.label.rstrip(".") if isinstance(timing, Timing) else "",
        " ".join(_notes(logic, number, numbers)),
        repeated=isinstance(timing, Timing) and timing.repeats is not None,
        sometimes=logic.condition is not None,
        together=number - 1 in (numbers.get(one) for one in logic.together_with),
    )  # fmt: skip


def _notes(logic: Logic, number: int, numbers: dict[str, int]) -> Iterator[str]:
    """What the order from top to bottom does not say of a step."""
    together = [str(numbers[one]) for one in logic.together_with if one in numbers]
    after = [numbers[one] for one in logic.after if one in numbers]
    if together:
        yield f"Samtidig med steg {listed(together)}."
    elif after and number - 1 not in after:
        yield f"Kan begynne etter steg {listed([str(one) for one in after])}."
    if logic.condition:
        yield "Bare i noen tilfeller."


def _choice(decision: Decision, roles: tuple[str, ...]) -> DrawnDecision:
    by = tuple(sorted(map(roles.index, decision.decided_by)))
    return DrawnDecision(decision.question, by, tuple(one.title for one in decision.outcomes))
