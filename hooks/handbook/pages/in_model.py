"""One model while its pages are composed: what they have in common, whatever they tell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from handbook.document import places
from handbook.document.blocks import Blocks, Paragraph, Section, Tool
from handbook.document.linker import Linker
from handbook.document.places import Place
from handbook.document.titles import Part
from handbook.model.inclusion_model import InclusionModel
from handbook.pages.context import Context, compose
from handbook.pages.model_menu import model_menu
from handbook.pages.page import Crumb, Menu, Page
from handbook.sections.around import brief_foot, named_version, warnings
from handbook.sections.case import case_line
from handbook.sections.examples import way_to_example


@dataclass(frozen=True)
class InModel:
    """A model with its place among the others."""

    context: Context
    model: InclusionModel

    @property
    def linker(self) -> Linker:
        """The ways of the handbook."""
        return self.context.linker

    @property
    def crumbs(self) -> tuple[Crumb, ...]:
        """The way from the front page to the model."""
        here = places.path(Place("model", self.model.id))
        return Crumb("Modeller", places.MODELS), Crumb(self.model.short_title, here)

    @cached_property
    def menu(self) -> Menu:
        """The menu that stands beside the pages of the model."""
        return model_menu(self.context.book, self.model)

    def case_line(self) -> Tool:
        """What an open case says of the model's roles."""
        duties = (step.responsibility for step in self.model.steps)
        acting = (role for duty in duties for role in (duty.accountable, *duty.performed_by))
        return case_line(self.linker, self.model, tuple(acting))

    def example(self) -> Blocks:
        """The way to how it may go; nothing where no example tells it."""
        way = way_to_example(self.linker, self.model)
        return (Paragraph(way, "more"),) if way else ()

    def file(self, name: str) -> str:
        """Where an editor changes it; empty when no file of the model holds it."""
        return f"model/{self.model.id}/{name}" if name else ""

    def page(
        self,
        part: Part,
        told: Section,
        *,
        warned: Blocks | None = None,
        above: Blocks = (),
        below: Blocks = (),
        scripts: tuple[str, ...] = (),
        source: str = "",
    ) -> Page:
        """A section as the page of a part: warnings first, then what stands `above`; foot last.

        The warnings are those in a word, unless others are given as `warned`. `source` is the file
        it is written in, where that is none of the model's own.
        """
        linker, model, source = self.linker, self.model, source or self.file(part.file)
        if warned is None:
            warned = warnings(linker, model, self.context.today)
        return compose(
            told,
            title=self.title(part),
            kind=part.kind,
            description=self.description(part),
            above=(*warned, *above),
            below=(*below, brief_foot(model, *((source,) if source and part.names_file else ()))),
            source=source,
            crumbs=self.crumbs,
            menu=self.menu,
            scripts=scripts,
            version=named_version(model),
        )

    def title(self, part: Part) -> str:
        """What the page of a part is called in lists and tabs."""
        return f"{part.title} – {self.model.short_title}"

    def description(self, part: Part) -> str:
        """What the page of a part is described as by search engines."""
        return f"{self.model.short_title}: {part.description}."
