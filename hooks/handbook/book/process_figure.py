"""The process drawn for print: a line for each step, a lane for each role, time downwards.

Unlike the drawing on the web the step's title stands on its line beside the lanes, so the figure is
legible on paper and doubles as the chapter's contents, with page numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.book import tree
from handbook.book.tree import Blocks, Node
from handbook.book.words import Words
from handbook.lettering import width_mm
from handbook.model.inclusion_model import InclusionModel
from handbook.model.process import Step
from handbook.norwegian import upper_first

MAX_LANES = 7
ROW_MM, BAND_MM = 6.6, 9.0
PAGE_MM = 228.0
_SLANT = 0.79
"""How much of a slanted name's length is height."""
OTHERS = "andre"


def lanes_of(model: InclusionModel) -> tuple[str, ...]:
    """Roles that answer for some step, in the order of the model; the rest share the last lane."""
    answers = [step.responsibility.accountable for step in model.steps]
    order = [role.role for role in model.roles if role.role in answers]
    order += [role for role in dict.fromkeys(answers) if role not in order]
    if len(order) <= MAX_LANES:
        return tuple(order)
    busiest = sorted(order, key=lambda r: (-answers.count(r), order.index(r)))[: MAX_LANES - 1]
    return (*[role for role in order if role in busiest], OTHERS)


def process_figure(words: Words, model: InclusionModel) -> Blocks:
    """The figure, on as many pages as it needs, broken between phases."""
    lanes = lanes_of(model)
    rows = list(_rows(words, model, lanes))
    titles = [upper_first(words.titles.get(role, role)) for role in lanes]
    titles = ["Andre roller" if lane == OTHERS else title
              for lane, title in zip(lanes, titles, strict=True)]  # fmt: skip
    head = 5 + _SLANT * max(width_mm(title, size_points=8.6, bold=True) for title in titles)
    parts = list(_pages(rows, PAGE_MM - head))
    return [{
        "t": "process", "lanes": titles, "rows": part, "row": ROW_MM, "band": BAND_MM,
        "head": head, "alt": _alt(words, model, part, n, len(parts)), "legend": n == len(parts),
    } for n, part in enumerate(parts, 1)]  # fmt: skip


def _rows(words: Words, model: InclusionModel, lanes: tuple[str, ...]) -> Iterator[Node]:
    count = 0
    for number, phase in enumerate(model.phases, 1):
        yield {"kind": "band", "text": f"Fase {number}: {phase.title}", "y": BAND_MM}
        for step in phase.steps:
            count += 1
            duty = step.responsibility
            home = _lane(duty.accountable, lanes)
            also = sorted({lanes.index(r) for r in duty.performed_by if r in lanes} - {home})
            yield {
                "kind": "step", "number": count, "text": step.title, "lane": home, "also": also,
                "to": f"step:{model.id}/{step.id}", "y": ROW_MM,
            }  # fmt: skip
        if phase.decision:
            lane = _lane(phase.decision.decided_by[0], lanes)
            question = phase.decision.question
            yield {"kind": "decision", "text": question, "lane": lane, "y": ROW_MM}


def _lane(role: str, lanes: tuple[str, ...]) -> int:
    return lanes.index(role) if role in lanes else len(lanes) - 1


def _pages(rows: list[Node], room_mm: float) -> Iterator[list[Node]]:
    """Rows in groups that each fit a page; a new group begins at a phase."""
    page: list[Node] = []
    phase: list[Node] = []
    for row in [*rows, {"kind": "band", "y": 0.0}]:
        if row["kind"] == "band" and phase:
            if page and sum(r["y"] for r in [*page, *phase]) > room_mm:
                yield page
                page = []
            page, phase = [*page, *phase], []
        phase.append(row)
    yield page


def _alt(words: Words, model: InclusionModel, rows: list[Node], part: int, parts: int) -> str:
    whole = f" (del {part} av {parts})" if parts > 1 else ""
    said = []
    steps = list(model.steps)
    for row in rows:
        if row["kind"] == "band":
            said.append(row["text"] + ".")
        elif row["kind"] == "step":
            answers = steps[row["number"] - 1].responsibility.accountable
            title = words.titles.get(answers, answers)
            said.append(f"Steg {row['number']}, {row['text']}, ansvarlig {title}.")
        else:
            said.append(f"Beslutning: {row['text']}")
    return f"Prosessen i {model.short_title}{whole}, ovenfra og ned. " + " ".join(said)


def responsibility_matrix(words: Words, model: InclusionModel) -> Blocks:
    """Who does what in every step, on one page: the roles across, a letter in each cell."""
    roles = list(dict.fromkeys(r for step in model.steps for r in step.responsibility.all_roles))
    roles.sort(key=lambda role: [r.role for r in model.roles].index(role)
               if role in [r.role for r in model.roles] else 99)  # fmt: skip
    rows = [
        {"number": n, "title": step.title, "to": f"step:{model.id}/{step.id}",
         "cells": [_letters(step, role) for role in roles]}
        for n, step in enumerate(model.steps, 1)
    ]  # fmt: skip
    names = [upper_first(words.titles.get(role, role)) for role in roles]
    return [
        tree.heading(2, "Hvem gjør hva, samlet", f"part:{model.id}/ansvar"),
        tree.paragraph("U utfører, A er ansvarlig, R blir rådspurt, I blir informert.", keep=True),
        {"t": "matrix", "roles": names, "rows": rows},
    ]


def _letters(step: Step, role: str) -> str:
    duty = step.responsibility
    does = "U" if role in duty.performed_by else ""
    answers = "A" if role == duty.accountable else ""
    asked = "R" if role in duty.consulted else ""
    told = "I" if role in duty.informed else ""
    return does + answers + asked + told
