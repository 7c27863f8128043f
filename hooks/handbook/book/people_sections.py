"""Roles, derived from the steps, and the themes that run across the models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.book import tree
from handbook.book.tree import Blocks, Node, Run
from handbook.book.words import Words, mark
from handbook.model.handbook import StepAt
from handbook.model.inclusion_model import InclusionModel, ModelRole
from handbook.model.noun import Absence
from handbook.model.people import Role, Side, Theme
from handbook.model.process import Responsibility
from handbook.norwegian import upper_first


@dataclass(frozen=True)
class Work:
    """What a role does in one model."""

    model: InclusionModel
    own: ModelRole | None
    tasks: tuple[StepAt, ...]

    @property
    def title(self) -> str:
        """`I IA-vikar, der du kalles kontaktperson`."""
        called = (
            f", der du kalles {self.own.local_name}" if self.own and self.own.local_name else ""
        )
        return f"I {self.model.short_title}{called}"


def work_of(words: Words, role: Role) -> Iterator[Work]:
    """A role's work, model by model; models that do not know it are left out."""
    steps = words.book.steps_by_role.get(role.id, ())
    for model in words.book.models:
        own = next((r for r in model.roles if r.role == role.id), None)
        tasks = tuple(at for at in steps if at.model is model)
        if own or tasks:
            yield Work(model, own, tasks)


def part_in(duty: Responsibility, role: str) -> str:
    """What a role is in a step, in a few words; doing it goes before answering for it."""
    does, answers = role in duty.performed_by, role == duty.accountable
    if does and answers:
        return "Du gjør dette og er ansvarlig"
    if does:
        return "Du gjør dette"
    if answers:
        return "Du er ansvarlig"
    return "Du blir spurt til råds" if role in duty.consulted else "Du blir informert"


def roles_chapter(words: Words) -> Blocks:
    """Every role, side by side of the table."""
    blocks: Blocks = [
        tree.heading(1, "Roller", "part:roller", over="Oppslag"),
        {"t": "entry", "foot": f"Roller · utgave {words.book.edition.edition}"},
        tree.paragraph("Finn din rolle og se hva du gjør, når, og med hvilket skjema.",
                       style="lead"),
    ]  # fmt: skip
    for side in Side:
        for role in words.book.roles:
            if role.belongs_to is side:
                blocks.append(tree.chunk(("role", role.id), (), role_section(words, role)))
    return blocks


def role_section(words: Words, role: Role) -> Blocks:
    """One role: who you are, the limits, and the work in every model."""
    title = upper_first(role.title)
    also = [tree.paragraph([tree.quiet(f"Kalles også {', '.join(role.aliases)}.")])]
    return [
        tree.heading(2, title, f"role:{role.id}", over=role.belongs_to.label, fresh=True),
        *words.blocks(role.you_are),
        *(also if role.aliases else []),
        *limits(words, role),
        *(task_list(words, role, work) for work in work_of(words, role)),
        *_combine(words, role),
    ]


def limits(words: Words, role: Role, level: int = 3) -> Blocks:
    """What the role shall not do, what it keeps to itself, what it should know first."""
    blocks: Blocks = [tree.box("donot", "Du skal ikke", words.statements(role.must_not))]
    keeps = role.confidentiality
    duty = "Du har taushetsplikt. " if keeps.duty else "Du har ikke lovpålagt taushetsplikt. "
    said: Run = [tree.bold(duty), *words.run(keeps.text)]
    said += [" ", *words.form(keeps.form, title=False)] if keeps.form else []
    blocks += [tree.heading(level, "Taushetsplikt", small=True), tree.paragraph(said, mark(keeps))]
    if role.training:
        blocks += [tree.heading(level, "Dette bør du kunne først", small=True)]
        blocks += words.statements(role.training)
    return blocks


def task_list(words: Words, role: Role, work: Work) -> Node:
    """The steps of one model as a table, one line each."""
    rows = [[str(at.number), *_task(words, role, at)] for at in work.tasks]
    blocks: Blocks = [tree.heading(3, work.title)]
    if work.own:
        own = words.run(work.own.responsibility)
        blocks.append(tree.paragraph(own, mark(work.own), keep=bool(rows)))
    if rows:
        head = ("Nr.", "Steg", "Din del", "Når", "Skjema")
        blocks.append(tree.table(head, rows, (1.3, 9, 6, 6, 4.2), style="tasks"))
    return tree.chunk(("role", role.id), (), blocks)


def _task(words: Words, role: Role, at: StepAt) -> list[Run]:
    timing = at.step.timing
    when = "" if timing is None or isinstance(timing, Absence) else timing.label
    title = [tree.go(f"step:{at.key}", at.step.title, page=True)]
    return [title, [part_in(at.step.responsibility, role.id)], [when],
            [" ".join(at.step.forms)]]  # fmt: skip


def _combine(words: Words, role: Role) -> Blocks:
    if not role.can_combine_with:
        return []
    return [
        tree.paragraph([tree.bold("Kan kombineres med: "), *words.roles(role.can_combine_with)])
    ]


def themes_chapter(words: Words) -> Blocks:
    """What runs across the models."""
    return [
        tree.heading(1, "Temaer", "part:temaer", over="Oppslag"),
        {"t": "entry", "foot": f"Temaer · utgave {words.book.edition.edition}"},
        tree.paragraph("Det som går på tvers av modellene, skrevet til arbeidsgivere.",
                       style="lead"),
        *(tree.chunk(("theme", t.id), (), _theme(words, t)) for t in words.book.themes),
    ]  # fmt: skip


def _theme(words: Words, theme: Theme) -> Blocks:
    blocks: Blocks = [
        tree.heading(2, theme.title, f"theme:{theme.id}", over="Tema", fresh=True),
        tree.paragraph(words.run(theme.summary)),
    ]
    for section in theme.sections:
        blocks += [tree.heading(3, section.title), *words.statements(section.statements)]
    if theme.forms:
        blocks += [tree.heading(3, "Skjemaer")]
        blocks.append(tree.items(tree.item(words.form(form)) for form in theme.forms))
    steps = words.book.steps_by_theme.get(theme.id, ())
    if steps:
        blocks += [tree.heading(3, "Steg der dette gjelder"), tree.terms(words.steps(steps))]
    return blocks
