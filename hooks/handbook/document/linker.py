"""Nouns → words and links: what everything is called, and where it stands. Every section asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeGuard, TypeVar

from handbook.document import titles
from handbook.document.blocks import Block, Blocks, Item, ItemList, Paragraph, Section
from handbook.document.inline import (
    Inline,
    Link,
    Mark,
    Ref,
    RefKind,
    Said,
    Strong,
    Until,
    Words,
    joined,
    spread,
)
from handbook.document.places import Place, page
from handbook.document.titles import Part, part_place
from handbook.model import prose as editors
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.links import resolve
from handbook.model.noun import Absence, Basis, Sourced, Statement
from handbook.model.people import Side
from handbook.model.prose import Prose
from handbook.model.readability import first_sentence
from handbook.model.rule import Rule
from handbook.norwegian import upper_first

_T = TypeVar("_T")

MISSING: Words = (Strong((f"{titles.MISSING}.",)), " Dette er ikke skrevet ennå.")


class Linker:
    """Answers for one handbook; what has been answered once is not looked up again.

    `today` is the day on which a reader is told that a rule is over; None on paper.
    """

    def __init__(self, book: Handbook, today: dt.date | None = None) -> None:
        self.book = book
        self.today = today
        self._known: dict[tuple[str, str], Ref] = {}
        self._told: dict[Prose, Blocks] = {}
        self._parts: dict[str, frozenset[Part]] = {}

    @cached_property
    def naming(self) -> Linker:
        """The same ways, where a whole rule is called by its name and its page has the words."""
        return _Naming(self.book, self.today)

    @cached_property
    def on_paper(self) -> Linker:
        """The same ways, where a rule of many words is pointed to and a short one is told."""
        return _Pointing(self.book, self.today)

    def to(self, kind: str, name: str) -> Ref:
        """The way to a noun by what it is called in a sentence; its id when there is none such.

        Kinds are those of the map of places, and `finding` with its number.
        """
        known = self._known.get((kind, name))
        if known is None:
            known = self._known[kind, name] = self._ref(kind, name)
        return known

    def title(self, kind: str, name: str) -> str:
        """What a noun is called in a sentence; its id when there is none such."""
        return self.to(kind, name).words

    def heading(self, kind: str, name: str) -> Ref:
        """The way to a noun by its name with a capital, as it begins a line."""
        ref = self.to(kind, name)
        return Ref(ref.place, upper_first(ref.words), ref.kind, ref.tip, ref.code)

    def page(self, path: str, words: str = "", kind: RefKind = "", anchor: str = "") -> Ref:
        """The way to a page that is no noun, by its title or other words."""
        return Ref(page(path, anchor), words or titles.PAGES[path], kind)

    def part(
        self, model: InclusionModel, part: Part, words: str = "", kind: RefKind = "",
        anchor: str = "",
    ) -> Ref:  # fmt: skip
        """The way to a page beside the process. Ask `has` first where it may not be there."""
        assert self.has(model, part), f"{model.id} has no page {part.address}"
        return Ref(part_place(model, part, anchor), words or part.title, kind)

    def has(self, model: InclusionModel, part: Part) -> bool:
        """Whether a model has such a page."""
        known = self._parts.get(model.id)
        if known is None:
            known = self._parts[model.id] = frozenset(titles.parts_of(self.book, model))
        return part in known

    def step(self, model: InclusionModel, step_id: str) -> Ref:
        """The way to a step of a model."""
        return self.to("step", f"{model.id}/{step_id}")

    def roles(self, ids: Iterable[str]) -> Words:
        """Several roles, with commas."""
        return spread(self.to("role", name) for name in ids)

    def actor(self, name: str) -> Ref:
        """The way to a role by its short name in the definite form, `lederen`."""
        ref, role = self.to("role", name), self.book.role_by_id.get(name)
        return replace(ref, words=role.definite) if role and role.definite else ref

    def participant(self, model: InclusionModel) -> str:
        """Whoever the model is for, `arbeidstakeren`: an employee is no participant."""
        roles = (self.book.role_by_id.get(own.role) for own in model.roles)
        names = [role.definite for role in roles if role and role.belongs_to is Side.PARTICIPANT]
        return (names[0] if len(names) == 1 else "") or "deltakeren"

    def actors(self, ids: Sequence[str]) -> Words:
        """Several roles by their short names: `lederen, HR og fadderen`."""
        *most, last = [(self.actor(name),) for name in ids]
        return (*joined(most), " og ", *last) if most else last

    def who(self, ids: Sequence[str]) -> Words:
        """The same as they begin a sentence: `Lederen og HR`."""
        return begun(self.actors(ids))

    def form(self, form_id: str) -> Ref:
        """The way to a form by number and title."""
        form = self.book.form_by_id.get(form_id)
        return Ref(Place("form", form_id), form.title if form else "", "form-link", code=form_id)

    def mark(self, said: Sourced) -> Mark:
        """Where a statement comes from."""
        return self.resting(said.basis, said.sources)

    def mark_in_short(self, said: Sourced) -> Mark:
        """The same where another page has the year, and the sources of a proposal."""
        numbers = () if said.basis is Basis.PROPOSAL else said.sources
        return Mark(said.basis, self.findings(numbers))

    def resting(self, basis: Basis, numbers: Sequence[str]) -> Mark:
        """The mark of what rests on some findings, with the year of the first one's source."""
        source, _ = self.book.finding_by_id.get(numbers[0] if numbers else "", (None, None))
        return Mark(basis, self.findings(numbers), source.year if source else "")

    def findings(self, numbers: Iterable[str]) -> tuple[Ref, ...]:
        """The ways to findings, each to its own."""
        return tuple(self.to("finding", number) for number in numbers)

    def sources(self, numbers: Iterable[str], *, numbered: bool = True) -> Words:
        """The ways to findings where they stand alone, each by the kind and year of its source."""
        found = [self._by_kind(self.to("finding", number)) for number in numbers]
        if not numbered:
            found = [replace(ref, words=ref.words.partition(" (")[0]) for ref in found]
        return spread(found)

    def _by_kind(self, finding: Ref) -> Ref:
        source, _ = self.book.finding_by_id.get(finding.words, (None, None))
        kind = f"{source.type.label} {source.year}".rstrip() if source else titles.UNKNOWN
        return replace(finding, words=f"{kind} ({finding.words})")

    def statement(self, said: Statement, before: str = "") -> Item:
        """One thing said, as a line of a list."""
        return Item(self.blocks(said.text), self.mark(said), before)

    def alone(self, said: Statement, before: str = "") -> ItemList:
        """One thing said, on its own."""
        return ItemList((self.statement(said, before),), kind="statement")

    def statements(self, said: Sequence[Statement] | Absence | None) -> Blocks:
        """Things said, or what is said when there are none."""
        if isinstance(said, Absence):
            return (self.absence(said),)
        if not said:
            return (missing(),)
        return (ItemList(tuple(map(self.statement, said)), kind="statements"),)

    def under(self, title: str, said: Sequence[Statement], anchor: str) -> Blocks:
        """Things said under a heading; nothing when nothing is said."""
        return (Section(title, self.statements(said), anchor),) if said else ()

    def absence(self, hole: Absence) -> Paragraph:
        """A stated hole."""
        return Paragraph((Strong((hole.label + ".",)), *self.note(hole)), "absence")

    def note(self, hole: Absence) -> Words:
        """What is said of a stated hole, as it follows its label; mostly nothing."""
        return (" ", *self.words(hole.note)) if hole.note else ()

    def blocks(self, prose: Prose) -> Blocks:
        """An editor's text; the same text is told on many pages."""
        told = self._told.get(prose)
        if told is None:
            told = self._told[prose] = tuple(map(self._block, prose.blocks))
        return told

    def words(self, prose: Prose) -> Words:
        """An editor's text inside a sentence; paragraphs and list items follow each other."""
        runs = tuple(_runs(prose.blocks))
        return self._inlines(runs[0]) if len(runs) == 1 else self._spaced(runs)

    def first_sentence(self, prose: Prose) -> Words:
        """The first sentence of an editor's text, as plain words."""
        first = first_sentence(prose.plain).rstrip(":")
        return (first if first.endswith((".", "!", "?")) else f"{first}.",)

    def _spaced(self, runs: tuple[tuple[editors.Inline, ...], ...]) -> Words:
        return tuple(piece for run in runs for piece in (*self._inlines(run), " "))[:-1]

    def _block(self, block: editors.Block) -> Block:
        if isinstance(block, editors.Paragraph):
            return Paragraph(self._inlines(block.children))
        items = (Item(tuple(map(self._block, item))) for item in block.items)
        return ItemList(tuple(items), block.ordered)

    def _inlines(self, children: tuple[editors.Inline, ...]) -> Words:
        return tuple(piece for child in children for piece in self._pieces(child))

    def _pieces(self, child: editors.Inline) -> Words:
        if not isinstance(child, editors.Told):
            return (self._inline(child),)
        rule = self.book.rule_by_id[child.rule]
        told = Said(self._inlines(child.children), rule.basis)
        return told, *self._until(rule, whole=_whole(child)), self.rule_mark(rule.id)

    def _until(self, rule: Rule, *, whole: bool) -> Words:
        """When a rule is over, where that is known."""
        if rule.valid_to is None:
            return ()
        return " ", Until(rule.valid_to, rule.over(self.today), whole)

    def rule_mark(self, rule_id: str) -> Ref:
        """The quiet way from a rule's own words to its page."""
        rule = self.book.rule_by_id[rule_id]
        tip = f"Regel: {rule.title} ({rule.basis.label})"
        return Ref(Place("rule", rule_id), rule.title, "rule", tip)

    def _inline(
        self, child: editors.Text | editors.Strong | editors.Link | editors.Reference
    ) -> Inline:
        if isinstance(child, editors.Text):
            return child.text
        if isinstance(child, editors.Strong):
            return Strong(self._inlines(child.children))
        if isinstance(child, editors.Link):
            return Link(child.url, self._inlines(child.children))
        return self._reference(child)

    def _reference(self, child: editors.Reference) -> Inline:
        found = resolve(self.book, child.target)
        if found is None:
            return child.shown or child.target
        ref = self.to(*found)
        return replace(ref, words=child.shown or ref.words)

    def _ref(self, kind: str, name: str) -> Ref:
        if kind == "finding":
            source, _ = self.book.finding_by_id.get(name, (None, None))
            at = Place("source", source.id, name) if source else page("kilder/index")
            return Ref(at, name, tip=source.title if source else "")
        if kind in ("step", "phase"):
            return Ref(Place(kind, name), self._title_in_model(kind, name))
        known = getattr(self.book, f"{kind}_by_id").get(name)
        if kind == "form":
            return Ref(Place(kind, name), known.called if known else name, "form", code=name)
        if kind == "term" and known:
            return Ref(Place(kind, name), known.term, "term", tip=known.definition.plain)
        title = "short_title" if kind == "model" else "title"
        place = role_place(self.book, name) if kind == "role" else Place(kind, name)
        return Ref(place, getattr(known, title, name))

    def _title_in_model(self, kind: str, name: str) -> str:
        model_id, _, inner = name.partition("/")
        model = self.book.model_by_id[model_id]
        if kind == "step":
            step = model.step_by_id.get(inner)
            return step.title if step else inner
        return next((phase.title for phase in model.phases if phase.id == inner), inner)


class _Naming(Linker):
    """Names a rule that stands as a sentence of its own; the part of a sentence is told."""

    def _inlines(self, children: tuple[editors.Inline, ...]) -> Words:
        return super()._inlines(tuple(_each_once(children, self._is_named)))

    def _pieces(self, child: editors.Inline) -> Words:
        if not isinstance(child, editors.Told) or not self._is_named(child):
            return super()._pieces(child)
        return *self._named(self.book.rule_by_id[child.rule]), "."

    def _is_named(self, rule: editors.Told) -> bool:
        return _whole(rule)

    def _named(self, rule: Rule) -> Words:
        return Ref(Place("rule", rule.id), rule.title), *self._until(rule, whole=False)


class _Pointing(_Naming):
    """Names a long rule only, in a sentence that says where to look; its name alone says little."""

    def _is_named(self, rule: editors.Told) -> bool:
        return _whole(rule) and len(editors.plain_inlines(rule.children)) > _SHORT

    def _named(self, rule: Rule) -> Words:
        name, *rest = super()._named(rule)
        return "Se regelen «", name, "»", *rest


_SHORT = 170
"""So many letters of a rule are told on paper where other rules stand around it."""


def _each_once(
    children: tuple[editors.Inline, ...], named: Callable[[editors.Told], bool]
) -> list[editors.Inline]:
    """A rule that is named, and then its exceptions, have one name, and one page that has both."""
    met, kept = set[str](), list[editors.Inline]()
    for child in children:
        if isinstance(child, editors.Told) and named(child):
            if child.rule in met:
                kept = kept[:-1] if kept[-1:] == [editors.Text(" ")] else kept
                continue
            met.add(child.rule)
        kept.append(child)
    return kept


def _whole(rule: editors.Told) -> bool:
    return editors.plain_inlines(rule.children).endswith(".")


def sole_model(book: Handbook, role_id: str) -> InclusionModel | None:
    """The model a role acts in, when it is the only one: its page there then says everything."""
    models = book.models_by_role.get(role_id, ())
    return models[0] if len(models) == 1 else None


def role_place(book: Handbook, role_id: str) -> Place:
    """Where a role is told of, all of it."""
    sole = sole_model(book, role_id)
    return Place("duties", f"{role_id}/{sole.id}") if sole else Place("role", role_id)


def begun(words: Words) -> Words:
    """Words that open with a way to something, as they begin a sentence."""
    first, *rest = words
    assert isinstance(first, Ref)
    return replace(first, words=upper_first(first.words)), *rest


def missing() -> Paragraph:
    """What is said where an editor has not written yet."""
    return Paragraph(MISSING, "absence")


def there(value: _T | Absence | None) -> TypeGuard[_T]:
    """True when the thing itself is there, and not a stated hole."""
    return value is not None and not isinstance(value, Absence)


def _runs(blocks: tuple[editors.Block, ...]) -> Iterator[tuple[editors.Inline, ...]]:
    for block in blocks:
        if isinstance(block, editors.Paragraph):
            yield block.children
        else:
            for number, item in enumerate(block.items, 1):
                sign = editors.Text(f"{number}. " if block.ordered else "– ")
                for at, run in enumerate(_runs(item)):
                    yield run if at else (sign, *run)
