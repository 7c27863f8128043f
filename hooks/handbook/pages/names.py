"""What pages call each other: the few words that one page shows of a thing told on another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from handbook.document.linker import role_place
from handbook.model.handbook import Handbook
from handbook.model.links import resolve

Question = tuple[str, str]
"""(kind, id); the kind `finding` takes a number, and no kind at all what stands in [[…]]."""


class Found(NamedTuple):
    """A thing, what it is called as a heading and in a sentence, and what a reader is told of it.

    The thing of a finding is the source that holds it.
    """

    kind: str
    id: str
    title: str
    called: str
    tip: str = ""


class Names:
    """Answers for all pages; what has been answered once is not looked up again."""

    def __init__(self, book: Handbook) -> None:
        self._book = book
        self._known: dict[Question, Found | None] = {}

    def of(self, question: Question) -> Found | None:
        """The answer; None when the handbook has no such thing."""
        if question not in self._known:
            self._known[question] = _look_up(self._book, *question)
        return self._known[question]

    def still(self, answers: Mapping[Question, Found | None]) -> bool:
        """True when every question has the answer it had."""
        return all(self.of(question) == answer for question, answer in answers.items())


def _look_up(book: Handbook, kind: str, name: str) -> Found | None:
    if not kind:
        known = resolve(book, name)
        return _look_up(book, *known) if known else None
    return _BY_KIND[kind](book, name)


def _model(book: Handbook, name: str) -> Found | None:
    model = book.model_by_id.get(name)
    return Found("model", name, model.title, model.short_title) if model else None


def _step(book: Handbook, name: str) -> Found | None:
    model_id, _, step_id = name.partition("/")
    model = book.model_by_id.get(model_id)
    step = model.step_by_id.get(step_id) if model else None
    return Found("step", name, step.title, step.title) if step else None


def _form(book: Handbook, name: str) -> Found | None:
    form = book.form_by_id.get(name)
    return Found("form", name, form.title, f"{name} {form.title}") if form else None


def _role(book: Handbook, name: str) -> Found | None:
    role = book.role_by_id.get(name)
    place = role_place(book, name)
    return Found(place.kind, place.name, role.title, role.title) if role else None


def _term(book: Handbook, name: str) -> Found | None:
    term = book.term_by_id.get(name)
    return Found("term", name, term.term, term.term, term.definition.plain) if term else None


def _theme(book: Handbook, name: str) -> Found | None:
    theme = book.theme_by_id.get(name)
    return Found("theme", name, theme.title, theme.title) if theme else None


def _source(book: Handbook, name: str) -> Found | None:
    source = book.source_by_id.get(name)
    return Found("source", name, source.title, source.title) if source else None


def _finding(book: Handbook, name: str) -> Found | None:
    source, _ = book.finding_by_id.get(name, (None, None))
    return Found("source", source.id, source.title, source.title) if source else None


_BY_KIND: dict[str, Callable[[Handbook, str], Found | None]] = {
    "model": _model,
    "step": _step,
    "form": _form,
    "role": _role,
    "term": _term,
    "theme": _theme,
    "source": _source,
    "finding": _finding,
}
