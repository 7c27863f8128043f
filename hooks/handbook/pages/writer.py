"""The desk where pages are written: templates, filters, and the way to every other page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from handbook import norwegian
from handbook.memory import Forgetful, Memory
from handbook.model.form import Form
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Absence, Sourced
from handbook.model.prose import Prose, Reference
from handbook.model.upkeep import overdue
from handbook.model.versions import PrintedVersion, printed_versions
from handbook.pages import addresses
from handbook.pages.contents import with_contents
from handbook.pages.downloads import Downloads
from handbook.pages.names import Found, Names, Question
from handbook.pages.page import Crumb, Menu, Page
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


class _Written(NamedTuple):
    """A page, and what it was told of things that stand on other pages."""

    page: Page
    told: Mapping[Question, Found | None]


class Desk:
    """Writes the pages of one handbook, or takes those that would be the same from the memory.

    A template is given what its page is made from and nothing else, so two pages made from the
    same are the same. The rest comes from `Here`, which notes what it says.
    """

    def __init__(
        self,
        book: Handbook,
        downloads: Downloads,
        issued: Mapping[str, tuple[str, ...]] | None = None,
        today: dt.date | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.book = book
        self.downloads = downloads
        self.overdue = frozenset(m.id for m in book.models if today and overdue(m, today))
        self._issued = issued or {}
        self._names = Names(book)
        self._memory = memory or Forgetful()
        look = tuple((file.name, file.read_bytes()) for file in sorted(_TEMPLATES.rglob("*.j2")))
        self._look = self._memory.again("templates", look, lambda: look)

    def versions(self, noun: Form | InclusionModel) -> tuple[PrintedVersion, ...]:
        """The versions a reader may have on paper."""
        return printed_versions(noun.version, noun.changes, self._issued.get(noun.id, ()))

    def at(self, path: str) -> Here:
        """The page about to be written, for those who write part of it elsewhere."""
        return Here(self._names, path)

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
        blank = Page(path, title, kind, _one_line(description), "", source, crumbs, menu, scripts)
        nouns |= {"edition": self.book.edition, "overdue": self.overdue}
        written = self._memory.again(
            (Page, path),
            (self._look, template, blank, nouns),
            lambda: self._written(template, blank, nouns),
            self._still,
        )
        return written.page

    def _written(self, template: str, blank: Page, nouns: dict[str, Any]) -> _Written:
        here = self.at(blank.path)
        filled = _environment().get_template(template)
        text = filled.render(nouns, here=here, title=blank.title, source_file=blank.source)
        markdown = with_contents(_BLANKS.sub("\n\n", text).strip("\n") + "\n")
        return _Written(replace(blank, markdown=markdown), here.told)

    def _still(self, written: _Written) -> bool:
        return self._names.still(written.told)


class Here:
    """The page being written: knows the way from here to everything else."""

    def __init__(self, names: Names, path: str) -> None:
        self._names = names
        self.path = path
        self.told: dict[Question, Found | None] = {}
        """What the page has been told, which it therefore rests on."""

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
        known = self._ask("role", role_id)
        whole = known and known.kind == "duties"
        return (
            self.duties(*known.id.split("/"))
            if known and whole
            else self.to(addresses.role(role_id))
        )

    def duties(self, role_id: str, model_id: str) -> str:
        return self.to(addresses.role_in_model(role_id, model_id))

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
        known = self._ask("finding", finding_id)
        page = addresses.source(known.id) if known else addresses.SOURCES
        return self.to(f"{page}#{finding_id}")

    def html(self, prose: Prose) -> Markup:
        """Rich text as HTML blocks."""
        return Markup(html_blocks(prose, self._find))

    def inline(self, prose: Prose) -> Markup:
        """Rich text inside a sentence or a cell."""
        return Markup(html_inline(prose, self._find))

    def sources(self, sourced: Sourced) -> list[tuple[str, str, str]]:
        """(number, address, title of the source) of each finding a statement rests on."""
        return [(n, self.finding(n), self.title("finding", n, "")) for n in sourced.sources]

    def title(self, kind: str, name: str, otherwise: str | None = None) -> str:
        """What a thing is called; its id, or something else, when the handbook has none such."""
        known = self._ask(kind, name)
        return known.title if known else name if otherwise is None else otherwise

    def role_title(self, role_id: str) -> str:
        return self.title("role", role_id)

    def _find(self, reference: Reference) -> tuple[str, str, str] | None:
        known = self._ask("", reference.target)
        if known is None:
            return None
        name = known.id.split("/") if known.kind in ("step", "duties") else (known.id,)
        return getattr(self, known.kind)(*name), known.called, known.tip

    def _ask(self, kind: str, name: str) -> Found | None:
        question = kind, name
        answer = self.told[question] = self._names.of(question)
        return answer


def _one_line(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 200 else words[:197].rsplit(" ", 1)[0] + " …"
