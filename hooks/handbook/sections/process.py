"""How a model is carried out: the drawing, and phase by phase what starts and ends it."""

from __future__ import annotations

from handbook.document import titles
from handbook.document.blocks import (
    Blocks,
    DrawnDecision,
    DrawnPhase,
    DrawnStep,
    Fact,
    Facts,
    Figure,
    Group,
    Item,
    ItemList,
    Lane,
    Paragraph,
    Process,
    Row,
    Section,
    Table,
    columns,
    row,
    said,
)
from handbook.document.inline import Quiet, Words
from handbook.document.linker import Linker, there
from handbook.document.places import Place
from handbook.document.titles import part_place
from handbook.model.inclusion_model import InclusionModel
from handbook.model.process import Decision, Phase, Step
from handbook.sections.step import form_links, parts, steps_counted

MAX_LANES = 6
_OTHERS = "andre roller"
PARTS_SHORT = "UARI"
_LETTERS = "U utfører, A er ansvarlig, R blir rådspurt, I blir informert."
_CAPTION = "Hver kolonne er rollen som er ansvarlig for steget. Tiden går nedover."


def process_section(linker: Linker, model: InclusionModel) -> Section:
    """The whole process at a glance: the drawing, then each phase with its steps in short."""
    lead = Paragraph((f"{model.short_title}: fasene, stegene og valgene, i rekkefølge.",), "lead")
    count, phases = 0, []
    for number, phase in enumerate(model.phases, 1):
        steps = tuple(_card(linker, model, s, count + n) for n, s in enumerate(phase.steps, 1))
        cards = ItemList(steps, ordered=True, kind="step-cards")
        phases.append(phase_section(linker, model, phase, number, (cards,)))
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
    words: Words = (Quiet(linker.roles(step.responsibility.performed_by), "who"),)
    if there(step.timing):
        words += (" ", Quiet((step.timing.label,), "when"))
    blocks = (*linker.blocks(step.what), Paragraph(words, "meta"))
    return Item(blocks, title=linker.step(model, step.id), number=number)


def decision_section(linker: Linker, phase: Phase) -> Blocks:
    """The choice that ends a phase: who makes it, on which papers, and where each answer leads."""
    decision = phase.decision
    assert decision is not None
    who = Paragraph(("Avgjøres av ", *linker.roles(decision.decided_by), "."))
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


def figure(linker: Linker, model: InclusionModel, most: int = MAX_LANES) -> Figure:
    """The process, to be drawn; `most` is how many lanes there is room for."""
    data = drawing(linker, model, most)
    count = f"{len(model.steps)} steg i {len(model.phases)} faser"
    text = f"Prosessen i {model.short_title}: {count}. De samme stegene står i lista under."
    return Figure(data, text, (_CAPTION,), "prosessfigur")


def drawing(linker: Linker, model: InclusionModel, most: int = MAX_LANES) -> Process:
    """Who answers for what, in which order; `most` is how many lanes there is room for."""
    lanes = lanes_of(model, most)
    named = (_OTHERS if role is None else linker.title("role", role) for role in lanes)
    count, phases = 0, []
    for number, phase in enumerate(model.phases, 1):
        steps = tuple(
            _drawn(linker, model, step, count + n, lanes) for n, step in enumerate(phase.steps, 1)
        )
        phases.append(DrawnPhase(phase.title, number, steps, _choice(phase, lanes)))
        count += len(phase.steps)
    return Process(tuple(map(Lane, named)), tuple(phases))


Lanes = tuple[str | None, ...]
"""Role ids from left to right; None is the lane that the rest share."""


def lanes_of(model: InclusionModel, most: int = MAX_LANES) -> Lanes:
    """Roles that answer for some step, in the order of the model; the rest share the last lane."""
    accountable = [step.responsibility.accountable for step in model.steps]
    order = [role.role for role in model.roles if role.role in accountable]
    order += [role for role in dict.fromkeys(accountable) if role not in order]
    if len(order) <= most:
        return tuple(order)
    busiest = sorted(order, key=lambda r: (-accountable.count(r), order.index(r)))[: most - 1]
    return (*[role for role in order if role in busiest], None)


def _drawn(
    linker: Linker, model: InclusionModel, step: Step, number: int, lanes: Lanes
) -> DrawnStep:
    duty = step.responsibility
    home = _lane(duty.accountable, lanes)
    also = {lanes.index(role) for role in duty.performed_by if role in lanes} - {home}
    return DrawnStep(linker.step(model, step.id), number, home, tuple(sorted(also)))


def _choice(phase: Phase, lanes: Lanes) -> DrawnDecision | None:
    decision = phase.decision
    if decision is None:
        return None
    return DrawnDecision(decision.question, _lane(decision.decided_by[0], lanes))


def _lane(role: str, lanes: Lanes) -> int:
    return lanes.index(role) if role in lanes else len(lanes) - 1


def responsibility_section(linker: Linker, model: InclusionModel) -> Section:
    """Who does what in every step: the roles across, letters in each cell."""
    roles = _all_roles(model)
    head = columns("Steg", *((linker.heading("role", role),) for role in roles))
    rows = tuple(_row(linker, model, step, n, roles) for n, step in enumerate(model.steps, 1))
    table = Table(head, rows, f"Ansvar i alle steg i {model.short_title}", "responsibility")
    return Section("Hvem gjør hva, samlet", (Paragraph((_LETTERS,)), table), "ansvar",
                   place=part_place(model, titles.STEPS, "ansvar"))  # fmt: skip


def _all_roles(model: InclusionModel) -> tuple[str, ...]:
    """Every role with a part in some step, in the order of the model."""
    taking_part = dict.fromkeys(r for step in model.steps for r in step.responsibility.all_roles)
    order = [role.role for role in model.roles]
    return tuple(sorted(taking_part, key=lambda r: order.index(r) if r in order else len(order)))


def _row(
    linker: Linker, model: InclusionModel, step: Step, number: int, roles: tuple[str, ...]
) -> Row:
    step_words: Words = (f"{number} ", linker.step(model, step.id))
    return row(step_words, *(_letters(step, role) for role in roles))


def _letters(step: Step, role: str) -> str:
    """What a role is in a step, a letter for each part."""
    told = zip(PARTS_SHORT, parts(step.responsibility, role), strict=True)
    return "".join(letter for letter, yes in told if yes)
