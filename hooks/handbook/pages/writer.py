"""The desk where pages are written: templates, filters, and the way to every other page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path as FilePath
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from handbook import norwegian
from handbook.model.form import Form
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.links import resolve
from handbook.model.noun import Absence, Sourced
from handbook.model.prose import Prose, Reference
from handbook.model.upkeep import overdue
from handbook.model.versions import PrintedVersion, printed_versions
from handbook.pages import addresses
from handbook.pages.back_links import back_links
from handbook.pages.contents import with_contents
from handbook.pages.page import Crumb, Menu, Page
from handbook.pages.shelf import Shelf
from handbook.pages.text import html_blocks, html_inline, markdown_text

_TEMPLATES = FilePath(__file__).parent / "templates"
_BLANKS = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="{%#",  # {# #} is taken: Markdown writes ids as {#id}
        comment_end_string="#%}",
    )
    environment.filters.update(
        md=lambda text: Markup(markdown_text(str(text))),
        date=norwegian.date_text,
        either=norwegian.either,
        percent=norwegian.percent,
        number=norwegian.number,
        size=norwegian.size,
    )
    environment.tests.update(absent=lambda value: isinstance(value, Absence))
    return environment


class Desk:
    """Writes the pages of one handbook."""

    def __init__(
        self,
        book: Handbook,
        shelf: Shelf,
        issued: Mapping[str, tuple[str, ...]] | None = None,
        today: dt.date | None = None,
    ) -> None:
        self.book = book
        self.shelf = shelf
        self.overdue = frozenset(m.id for m in book.models if today and overdue(m, today))
        self._issued = issued or {}

    def versions(self, noun: Form | InclusionModel) -> tuple[PrintedVersion, ...]:
        """The versions a reader may have on paper."""
        return printed_versions(noun.version, noun.changes, self._issued.get(noun.id, ()))

    @cached_property
    def back_links(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """Finding number → the pages that cite it."""
        return back_links(self.book)

    def at(self, path: str) -> Here:
        """The page about to be written, for those who write part of it elsewhere."""
        return Here(self.book, path)

    def page(
        self,
        path: str,
        template: str,
        *,
        title: str,
        kind: str,
        description: str = "",
        source: str = "",
        crumbs: tuple[Crumb, ...] = (),
        menu: Menu | None = None,
        scripts: tuple[str, ...] = (),
        **nouns: Any,
    ) -> Page:
        """Fill a template and make it a page."""
        here = self.at(path)
        text = (
            _environment()
            .get_template(template)
            .render(
                book=self.book,
                shelf=self.shelf,
                here=here,
                title=title,
                source_file=source,
                overdue=self.overdue,
                **nouns,
            )
        )
        markdown = with_contents(_BLANKS.sub("\n\n", text).strip("\n") + "\n")
        return Page(
            path=path,
            title=title,
            kind=kind,
            description=_one_line(description),
            markdown=markdown,
            source=source,
            crumbs=crumbs,
            menu=menu,
            scripts=scripts,
        )


class Here:
    """The page being written: knows the way from here to everything else."""

    def __init__(self, book: Handbook, path: str) -> None:
        self.book = book
        self.path = path

    def to(self, path: str) -> str:
        """Address of a page, for HTML."""
        return addresses.relative(path, self.path)

    def file(self, name: str) -> str:
        """Address of a file."""
        return addresses.relative_file(name, self.path)

    def md(self, path: str) -> str:
        """Source of a page, for a Markdown link."""
        return addresses.relative(path, self.path, ".md")

    def model(self, model_id: str) -> str:
        return self.to(addresses.model(model_id))

    def step(self, model_id: str, step_id: str) -> str:
        return self.to(addresses.step(model_id, step_id))

    def phase(self, model_id: str, phase_id: str) -> str:
        return self.to(addresses.phase(model_id, phase_id))

    def part(self, model_id: str, name: str) -> str:
        return self.to(addresses.part(model_id, name))

    def role(self, role_id: str) -> str:
        return self.to(addresses.role(role_id))

    def form(self, form_id: str) -> str:
        return self.to(addresses.form(form_id))

    def theme(self, theme_id: str) -> str:
        return self.to(addresses.theme(theme_id))

    def term(self, term_id: str) -> str:
        return self.to(addresses.term(term_id))

    def source(self, source_id: str) -> str:
        return self.to(addresses.source(source_id))

    def finding(self, finding_id: str) -> str:
        """Address of a numbered finding on its source's page."""
        known = self.book.finding_by_id.get(finding_id)
        page = addresses.source(known[0].id) if known else addresses.SOURCES
        return self.to(f"{page}#{finding_id}")

    def html(self, prose: Prose) -> Markup:
        """Rich text as HTML blocks."""
        return Markup(html_blocks(prose, self._find))

    def inline(self, prose: Prose) -> Markup:
        """Rich text inside a sentence or a cell."""
        return Markup(html_inline(prose, self._find))

    def sources(self, sourced: Sourced) -> list[tuple[str, str, str]]:
        """(number, address, title of the source) of each finding a statement rests on."""
        rows = []
        for number in sourced.sources:
            known = self.book.finding_by_id.get(number)
            rows.append((number, self.finding(number), known[0].title if known else ""))
        return rows

    def role_title(self, role_id: str) -> str:
        role = self.book.role_by_id.get(role_id)
        return role.title if role else role_id

    def _find(self, reference: Reference) -> tuple[str, str, str] | None:
        found = resolve(self.book, reference.target)
        if found is None:
            return None
        kind, name = found
        if kind == "term":
            term = self.book.term_by_id[name]
            return self.term(name), term.term, term.definition.plain
        if kind == "step":
            model_id, _, step_id = name.partition("/")
            step = self.book.model_by_id[model_id].step_by_id[step_id]
            return self.step(model_id, step_id), step.title, ""
        titles = {
            "model": lambda: self.book.model_by_id[name].short_title,
            "form": lambda: f"{name} {self.book.form_by_id[name].title}",
            "role": lambda: self.book.role_by_id[name].title,
            "theme": lambda: self.book.theme_by_id[name].title,
            "source": lambda: self.book.source_by_id[name].title,
        }
        return getattr(self, kind)(name), titles[kind](), ""


def _one_line(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 200 else words[:197].rsplit(" ", 1)[0] + " …"
