"""How to see whether a model is followed: criteria with levels, for a self-assessment."""

from __future__ import annotations

from handbook.document import titles
from handbook.document.blocks import (
    Blocks,
    Checklist,
    Fact,
    Facts,
    Group,
    Item,
    ItemList,
    Paragraph,
    Section,
    Task,
    Tool,
    said,
)
from handbook.document.inline import Strong, spread
from handbook.document.linker import Linker, missing
from handbook.document.titles import part_place
from handbook.document.tools import Assessment, AssessmentCriterion
from handbook.model.inclusion_model import InclusionModel
from handbook.model.practice import Criterion
from handbook.norwegian import number

_LEAD = (
    "Her er kjennetegn dere kan måle dere selv mot. Kryss av for trinnet der dere er. Dette er en "
    "egenvurdering, ikke en sertifisering. Ingen har prøvd om skalaen måler riktig."
)
_RULE = (
    "Laveste trinn gir 0 prosent og høyeste 100. Tallet for en fase er gjennomsnittet av "
    "trinnene dere har krysset av for i den fasen. «Vet ikke» og det dere ikke har svart på, "
    "regnes ikke med, men antallet vises."
)


def criteria_section(linker: Linker, model: InclusionModel) -> Section:
    """Each criterion with its levels; on screen they become questions with a profile."""
    told: Blocks = tuple(_criterion(linker, model, one) for one in model.criteria)
    tool = Tool(assessment(linker, model), told or (missing(),))
    rule = Section("Slik regnes profilen ut", (Paragraph((_RULE,)),), "regel")
    title = f"Følger dere {model.short_title}?"
    blocks = (Paragraph((_LEAD,), "lead"), tool, rule)
    return Section(title, blocks, place=part_place(model, titles.CRITERIA))


def _criterion(linker: Linker, model: InclusionModel, one: Criterion) -> Section:
    why = Item(linker.blocks(one.why), linker.mark(one))
    whole = Group((ItemList((why,), kind="statement"), _levels(linker, one),
                   _about(linker, model, one)), "criterion")  # fmt: skip
    return Section(one.statement, (whole,), one.id)


def _levels(linker: Linker, one: Criterion) -> Checklist:
    """One of the levels is ticked, by hand or on screen."""
    levels = (
        Task(str(level.score), said((Strong((str(level.score),)), " ", *linker.words(level.text))))
        for level in one.levels
    )
    return Checklist(one.id, tuple(levels), f"{one.id}-trinn")


def _ended(text: str) -> str:
    """A question has its mark already."""
    return text if text.endswith("?") else f"{text}."


def _about(linker: Linker, model: InclusionModel, one: Criterion) -> Facts:
    found = (f"{way.method.label}: {way.what}" for way in one.evidence)
    steps = spread(linker.step(model, step) for step in one.applies_to)
    weight = (Fact("Vekt", said(f"Teller {number(one.weight)} ganger.")),)
    return Facts((
        Fact("Slik finner dere ut", said(" ".join(map(_ended, found)))),
        Fact("Spør", said(linker.roles(one.asked_of))),
        Fact("Gjelder", said(steps)),
        *(weight if one.weight != 1 else ()),
    ), "criterion")  # fmt: skip


def assessment(linker: Linker, model: InclusionModel) -> Assessment:
    """What a profile is counted from, and what an exported answer must say it belongs to."""
    phases = tuple((phase.id, phase.title) for phase in model.phases)
    asked = tuple(_asked(model, one) for one in model.criteria)
    return Assessment(model.id, model.version, linker.book.edition.edition, phases, asked)


def _asked(model: InclusionModel, one: Criterion) -> AssessmentCriterion:
    scores = tuple(level.score for level in one.levels)
    phases = (
        phase.id for phase in model.phases if any(step.id in one.applies_to for step in phase.steps)
    )
    return AssessmentCriterion(
        one.id, one.statement, tuple(phases), min(scores), max(scores), one.weight,
        len(one.applies_to),
    )  # fmt: skip
