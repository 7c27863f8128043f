"""The pages of one model: overview, phases, steps, and what stands around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from handbook.document.blocks import File
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Absence
from handbook.model.results import Outcome
from handbook.norwegian import upper_first
from handbook.pages import (
    addresses,
    assessment_page,
    effort_page,
    figure,
    memo_page,
    plan_page,
)
from handbook.pages.context import Context
from handbook.pages.page import Crumb, Menu, MenuItem, Page
from handbook.pages.redirects import phase_pages
from handbook.pages.step_pages import CHECKLIST, process_page, step_page
from handbook.pages.writer import Desk

PARTS: tuple[tuple[str, str, str, str], ...] = (
    ("kom-i-gang", "Kom i gang", "getting_started", "De første skrittene"),
    ("plan", "Plan med datoer", "plan", "Alle møter og frister, regnet fra første dag"),
    ("praksis", "Slik lykkes dere", "practice", "Suksessfaktorer, vanlige feil og innvendinger"),
    ("nar-det-ikke-gar", "Når det ikke går som planlagt", "exceptions", "Hvem gjør hva, hvor fort"),
    ("resultater", "Resultater", "results", "Tall og erfaringer, med forbehold"),
    ("egenvurdering", "Følger dere modellen?", "criteria", "Kjennetegn til egenvurdering"),
    ("tidsbruk", "Tid og penger", "effort", "Timer per rolle og hvem som betaler"),
    ("notat", "Notat til ledelsen", "memo", "Det dere må vite for å bestemme dere"),
    ("skjemaer", "Skjemaene", "model_forms", "Alle skjemaer modellen bruker"),
    ("til-deg", "Til deg som deltar", "participant", "Modellen fortalt til deltakeren"),
)
"""Address, title, template and description of each page beside the process."""

_FILES = {
    "getting_started": "practice.yml",
    "practice": "practice.yml",
    "exceptions": "practice.yml",
    "criteria": "practice.yml",
    "results": "results.yml",
    "model_forms": "process.yml",
    "participant": "model.yml",
    "plan": "process.yml",
    "effort": "process.yml",
    "memo": "model.yml",
}

_FOLDERS = ("last-ned/modeller", "last-ned/notat", "last-ned/til-deg", "last-ned/skjemapakker",
            "last-ned/personvern")  # fmt: skip
"""Where the files of a model lie."""

_SCRIPTS = {
    "getting_started": (CHECKLIST,),
    "plan": plan_page.SCRIPTS,
    "criteria": assessment_page.SCRIPTS,
}
"""Template → scripts; a page that is not here has none."""


def _forms_nouns(desk: Desk, model: InclusionModel) -> dict[str, Any]:
    forms = tuple((id_, desk.book.form_by_id.get(id_)) for id_ in model.forms)
    return {"forms": forms, "packs": desk.downloads.named("last-ned/skjemapakker", model.id)}


_NOUNS: dict[str, Callable[[Desk, InclusionModel], dict[str, Any]]] = {
    "plan": lambda desk, model: plan_page.plan_nouns(desk.book, model),
    "effort": lambda desk, model: effort_page.effort_nouns(desk.book, model),
    "criteria": lambda desk, model: assessment_page.assessment_nouns(desk.book, model),
    "memo": lambda desk, model: memo_page.memo_nouns(desk.book, model),
    "model_forms": _forms_nouns,
}
"""Template → what it needs beside the model."""


def model_pages(context: Context, desk: Desk, model: InclusionModel) -> Iterator[Page]:
    """Every page of one model, the overview first."""
    return _ModelDesk(context, desk, model).pages()


class _ModelDesk:
    def __init__(self, context: Context, desk: Desk, model: InclusionModel) -> None:
        self.context = context
        self.desk = desk
        self.model = model
        self.numbers = {step.id: n for n, step in enumerate(model.steps, 1)}
        self.menu = _menu(model, self.numbers)
        self.trail = (
            Crumb("Modeller", addresses.MODELS),
            Crumb(model.short_title, addresses.model(model.id)),
        )

    def file(self, name: str) -> str:
        return f"model/{self.model.id}/{name}"

    def pages(self) -> Iterator[Page]:
        yield self.overview()
        yield process_page(self.context, self.model, self.trail, self.menu)
        yield from phase_pages(self.context, self.model)
        for at in range(len(self.model.steps)):
            yield step_page(self.context, self.model, at, self.trail, self.menu)
        for address, title, template, description in PARTS:
            yield self.part(address, title, template, description)

    def overview(self) -> Page:
        return self.desk.page(
            addresses.model(self.model.id),
            "model.md.j2",
            title=self.model.title,
            kind="model",
            description=self.model.summary.plain,
            source=self.file("model.yml"),
            crumbs=self.trail[:1],
            menu=self.menu,
            model=self.model,
            versions=self.desk.versions(self.model),
            downloads=self.downloads(),
            drawing=figure.draw(self.model),
            outcome=self.telling_outcome(),
            numbers=self.numbers,
            wrap=figure.wrap,
            upper_first=upper_first,
        )

    def downloads(self) -> tuple[File, ...]:
        """The model's own files, in the order they are told of."""
        return tuple(
            d for folder in _FOLDERS for d in self.desk.downloads.named(folder, self.model.id)
        )

    def telling_outcome(self) -> Outcome | None:
        """The first result with both counts that no newer one has replaced, else the first."""
        if isinstance(self.model.outcomes, Absence):
            return None
        counted = (o for o in self.model.outcomes if o.share is not None and not o.historical)
        return next(counted, next(iter(self.model.outcomes), None))

    def part(self, address: str, title: str, template: str, description: str) -> Page:
        return self.desk.page(
            addresses.part(self.model.id, address),
            f"{template}.md.j2",
            title=f"{title} – {self.model.short_title}",
            kind=template.replace("_", "-"),
            description=f"{self.model.short_title}: {description}.",
            source=self.file(_FILES[template]),
            crumbs=self.trail,
            menu=self.menu,
            scripts=_SCRIPTS.get(template, ()),
            model=self.model,
            upper_first=upper_first,
            **(_NOUNS[template](self.desk, self.model) if template in _NOUNS else {}),
        )


def _menu(model: InclusionModel, numbers: dict[str, int]) -> Menu:
    parts = {address: MenuItem(title, addresses.part(model.id, address))
             for address, title, _, _ in PARTS}  # fmt: skip
    steps = MenuItem("Steg for steg", addresses.part(model.id, "stegene"))
    phases = tuple(
        MenuItem(
            phase.title,
            addresses.phase(model.id, phase.id),
            items=tuple(
                MenuItem(step.title, addresses.step(model.id, step.id), numbers[step.id])
                for step in phase.steps
            ),
        )
        for phase in model.phases
    )
    first = MenuItem("Oversikt", addresses.model(model.id), shows_sections=True)
    rest = tuple(item for address, item in parts.items() if address != "kom-i-gang")
    items = (first, parts["kom-i-gang"], steps, *phases, *rest)
    return Menu(model.short_title, addresses.model(model.id), items)
