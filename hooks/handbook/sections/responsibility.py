"""Who does, answers for, is asked and is told: in one step, with the hours; and in all steps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from handbook.document import titles
from handbook.document.blocks import (
    Blocks,
    Duties,
    Duty,
    Paragraph,
    Row,
    Section,
    Table,
    columns,
    row,
)
from handbook.document.inline import Said, Strong, Words, joined
from handbook.document.linker import Linker
from handbook.document.titles import part_place
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Absence
from handbook.model.process import FOR_ALL, Effort, Responsibility, Step
from handbook.norwegian import number

PARTS_SHORT = "UARI"
_LETTERS = "U utfører, A er ansvarlig, R blir rådspurt, I blir informert."


def responsibility(linker: Linker, _: InclusionModel, step: Step) -> Blocks:
    return (_answering(linker, step, all_parts=True),)


def responsibility_on_screen(linker: Linker, _: InclusionModel, step: Step) -> Blocks:
    """Without who does it, where all who do have their own actions above."""
    acting = {role for item in step.do for role in item.who}
    told_above = acting.issuperset(step.responsibility.performed_by)
    return (_answering(linker, step, all_parts=not told_above),)


def _answering(linker: Linker, step: Step, *, all_parts: bool) -> Section:
    duty = step.responsibility
    rows = tuple(_duty(linker, duty, name, all_parts=all_parts) for name in duty.all_roles)
    return Section("Ansvar og tid", (Duties(rows), *_effort(linker, step)), "ansvar", "fold")


def _duty(linker: Linker, duty: Responsibility, name: str, *, all_parts: bool) -> Duty:
    does, answers, asked, told = parts(duty, name)
    return Duty(linker.to("role", name), (does and all_parts, answers, asked, told))


def parts(duty: Responsibility, role: str) -> tuple[bool, bool, bool, bool]:
    """Whether a role does it, answers for it, is asked and is told."""
    answers = role == duty.accountable
    return role in duty.performed_by, answers, role in duty.consulted, role in duty.informed


def _effort(linker: Linker, step: Step) -> Blocks:
    effort = step.effort
    if isinstance(effort, Absence):
        told = (f" {effort.label.lower()}.", *linker.note(effort))
        return (Paragraph((Strong(("Tidsbruk:",)), *told), "effort"),)
    if not effort:
        return ()
    told = joined(_hours(linker, effort))
    return (Paragraph((Strong(("Tidsbruk:",)), " ", *told), "effort"),)


def _hours(linker: Linker, effort: tuple[Effort, ...]) -> list[Words]:
    """Hours by role. One mark at the end is enough when all hours rest on the same."""
    alike = len({(one.basis, one.sources) for one in effort}) == 1
    told = [
        _said(linker, one, when=when, marked=not alike)
        for one, when in zip(effort, whens(effort), strict=True)
    ]
    return [*told[:-1], (*told[-1], " ", linker.mark(effort[-1]))] if alike else told


def whens(effort: tuple[Effort, ...]) -> Iterator[str]:
    """What the hours are for, said once where several in a row are for the same."""
    for when, alike in groupby(effort, _for_what):
        *others, _ = alike
        yield from ("" for _ in others)
        yield f" (alle {when})" if others else f" {when}"


def _for_what(effort: Effort) -> str:
    return f"{effort.per.label}, {FOR_ALL}" if effort.for_workplace else effort.per.label


def _said(linker: Linker, effort: Effort, *, when: str, marked: bool) -> Words:
    unit = "time" if effort.hours == 1 else "timer"
    hours = f"{number(effort.hours)}\u00a0{unit}{when}"
    mark: Words = (" ", linker.mark(effort)) if marked else ()
    return (Said((f"{linker.title('role', effort.role)} {hours}", *mark), effort.basis),)


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
