"""What every composition is made from: the links of one handbook, and what lies beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from handbook.document import walk
from handbook.document.blocks import Block, Blocks, Contents, Paragraph, Section
from handbook.document.linker import Linker
from handbook.document.places import path
from handbook.findings import Finding
from handbook.model.form import Form
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.versions import PrintedVersion, printed_versions
from handbook.pages.downloads import Downloads
from handbook.pages.page import Crumb, Menu, Page

CALCULATOR = ("assets/js/costing.js", "assets/js/calculator.js")
"""What a page needs to count what models cost."""


@dataclass(frozen=True)
class Context:
    """One handbook with what its pages show beside its words.

    `issued` has the versions of models and forms in earlier editions, by id. `today` is the day
    on which readers are told what should have been gone through; None tells nobody. `with_twins`
    is true when each page is there in Markdown too.
    """

    linker: Linker
    downloads: Downloads
    issued: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    today: dt.date | None = None
    findings: Sequence[Finding] = ()
    codes: tuple[Any, ...] = ()
    with_twins: bool = False

    @property
    def book(self) -> Handbook:
        """The handbook itself."""
        return self.linker.book

    def versions(self, noun: Form | InclusionModel) -> tuple[PrintedVersion, ...]:
        """The versions a reader may have on paper."""
        names = (noun.id, *noun.former_ids)
        issued = (one for name in names for one in self.issued.get(name, ()))
        return printed_versions(noun.version, noun.changes, issued)


def compose(
    told: Section,
    *,
    kind: str,
    description: str,
    title: str = "",
    above: Blocks = (),
    below: Blocks = (),
    source: str = "",
    crumbs: tuple[Crumb, ...] = (),
    menu: Menu | None = None,
    scripts: tuple[str, ...] = (),
    version: str = "",
) -> Page:
    """A section as a page, with what only a page has above and below what is told.

    What stands above comes after the lead, when the section begins with one. `title` is what the
    page is called in lists and tabs, when that is not its heading. `version` stands on paper.
    """
    assert told.place is not None, f"«{told.title}» has no place"
    at = int(bool(told.blocks) and _is_lead(told.blocks[0]))
    blocks = (*told.blocks[:at], *above, *told.blocks[at:], *below)
    return Page(
        path=path(told.place),
        title=title or told.title,
        kind=kind,
        description=_one_line(description),
        source=source,
        crumbs=crumbs,
        menu=menu,
        scripts=scripts,
        version=version,
        section=Section(told.title, blocks, "topp", place=told.place),
    )


def contents(told: Section) -> Contents:
    """The parts of a section, for the top of its page."""
    return Contents(tuple(walk.sections(told)))


def on_demand(block: Block) -> Block:
    """A part of a page that is opened by whoever wants it."""
    return replace(block, kind="fold") if isinstance(block, Section) else block


def _is_lead(block: object) -> bool:
    return isinstance(block, Paragraph) and block.kind in ("lead", "promise")


def _one_line(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 200 else words[:197].rsplit(" ", 1)[0] + " …"
