"""What differs between two handbooks, one sentence for each real change.

A thing with an id of its own (a step, a question, a role …) is followed by its id; each of its
fields that says something new is one change. Points without an id are followed by their words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from handbook.checks.called import DEFINITE, KIND_WORDS
from handbook.checks.reference_fields import reference_kind
from handbook.editing.as_now import as_now
from handbook.editing.editorial import editorial
from handbook.model.form import Form
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel, Status
from handbook.model.noun import Absence, Labelled, Noun, Span
from handbook.model.people import Role
from handbook.model.process import Phase, Step
from handbook.model.prose import Prose
from handbook.model.transclusion import as_written

_TOLD_ELSEWHERE = frozenset({"id", "version", "valid_from", "changes", "date"})
"""Notes about the change itself; a change is not a change of its note."""
_OWN_TITLES = frozenset({"title", "term"})
_KEYS = ("id", "role", "model", "score", "form", "artefact", "title", "claim", "name", "kind")
_COLLECTIONS = (
    ("model", "models"), ("form", "forms"), ("role", "roles"), ("term", "terms"),
    ("theme", "themes"), ("source", "sources"), ("rule", "rules"),
    ("instrument", "instruments"), ("routine", "routines"), ("example", "examples"),
)  # fmt: skip
_NEW = {
    "model": "Ny modell", "form": "Nytt skjema", "role": "Ny rolle", "term": "Nytt ord",
    "theme": "Nytt tema", "source": "Ny kilde", "rule": "Ny regel",
    "instrument": "Nytt virkemiddel", "routine": "Ny rutine", "example": "Nytt eksempel",
}  # fmt: skip
_ALIKE = 0.5
_SHORT, _LONG = 60, 120


@dataclass(frozen=True)
class Difference:
    """One real change."""

    kind: str
    """`model`, `form`, `role`, `term`, `theme`, `source`, `rule` or `edition`."""
    name: str
    """Id of the entry it stands in."""
    sentence: str
    roles: tuple[str, ...] = ()
    """Roles that notice it."""


def differences(old: Handbook, new: Handbook) -> tuple[Difference, ...]:
    """Every real change, in the order of the handbook; a new id is one, wherever it stands."""
    return tuple(_Comparison(as_now(as_written(old), new), as_written(new)).all())


@dataclass(frozen=True)
class _Spot:
    kind: str
    name: str
    words: str
    """What the sentence begins with."""
    roles: tuple[str, ...] = ()


class _Comparison:
    def __init__(self, old: Handbook, new: Handbook) -> None:
        self.old, self.new = old, new

    def all(self) -> Iterator[Difference]:
        yield from self.noun(self.old.edition, self.new.edition, _Spot("edition", "", "Håndboka"))
        for kind, collection in _COLLECTIONS:
            before = {noun.id: noun for noun in getattr(self.old, collection)}
            after = {noun.id: noun for noun in getattr(self.new, collection)}
            for name in dict.fromkeys((*before, *after)):
                yield from self.entry(kind, name, before.get(name), after.get(name))

    def entry(self, kind: str, name: str, old: Any, new: Any) -> Iterator[Difference]:
        title = _title(old or new)  # the name that people know
        spot = _Spot(kind, name, f"{KIND_WORDS[kind].capitalize()} «{title}»",
                     self.roles_of(kind, old, new))  # fmt: skip
        if old is None:
            yield Difference(kind, name, f"{_NEW[kind]}: «{title}» ({name}).", spot.roles)
        elif new is None:
            yield Difference(kind, name, f"{spot.words} ({name}) er fjernet.", spot.roles)
        elif old != new:
            plain = _Spot(kind, name, spot.words, () if kind == "model" else spot.roles)
            yield from self.noun(old, new, plain)

    def roles_of(self, kind: str, old: Any, new: Any) -> tuple[str, ...]:
        noun = new or old
        if isinstance(noun, Role):
            return (noun.id,)
        if isinstance(noun, InclusionModel):
            return tuple(one.role for one in noun.roles)
        if not isinstance(noun, Form):
            return ()
        found = [*noun.filled_in_by, *noun.signed_by]
        for book in (self.old, self.new):
            for at in book.steps_by_form.get(noun.id, ()):
                found += at.step.responsibility.performed_by
        return tuple(dict.fromkeys(found))

    def noun(self, old: Noun, new: Noun, spot: _Spot) -> Iterator[Difference]:
        """Changes in a thing with an id; each field by itself."""
        steps = isinstance(old, InclusionModel)
        if _withdrawn_now(old, new):
            yield _sentence(spot, f"{spot.words} er trukket tilbake")
        for name, info in type(new).model_fields.items():
            before, after = getattr(old, name), getattr(new, name)
            if before == after or name in _TOLD_ELSEWHERE or (name == "steps" and
                                                              isinstance(old, Phase)):  # fmt: skip
                continue
            if name in ("status", "withdrawn") and _withdrawn_now(old, new):
                continue
            title = info.title or name
            if _many(before, after):
                yield from self.many(before, after, spot, title)
            else:
                told = self.value(type(new), name, before, after)
                if told:
                    yield _difference(spot, title, told)
        if steps:
            assert isinstance(old, InclusionModel) and isinstance(new, InclusionModel)
            yield from self.steps(old, new, spot)

    def steps(self, old: InclusionModel, new: InclusionModel, spot: _Spot) -> Iterator[Difference]:
        """Steps are followed through the whole model, whatever phase they stand in."""
        common = [step.id for step in old.steps if step.id in new.step_by_id]
        moved = _moved(common, [step.id for step in new.steps if step.id in old.step_by_id])
        for name in dict.fromkeys([s.id for s in (*new.steps, *old.steps)]):
            before, after = old.step_by_id.get(name), new.step_by_id.get(name)
            step = before or after
            assert step is not None
            here = _Spot(spot.kind, spot.name, f"{new.short_title}, steget «{step.title}»",
                         _step_roles(before, after))  # fmt: skip
            if before is None:
                yield _sentence(here, f"Nytt steg i {new.short_title}: «{step.title}»")
            elif after is None:
                yield _sentence(here, f"{here.words} er fjernet")
            else:
                yield from self.noun(before, after, here)
                phase = new.phase_of[name]
                if old.phase_of[name].id != phase.id:
                    yield _sentence(here, f"{here.words} er flyttet til fasen «{phase.title}»")
                elif name in moved:
                    yield _sentence(here, f"{here.words} har fått en ny plass i rekkefølgen")

    def many(self, old: Any, new: Any, spot: _Spot, title: str) -> Iterator[Difference]:
        """A list of things: new, gone, changed or moved."""
        before, after = tuple(old or ()), tuple(new or ())
        pairs, gone, come = _paired(before, after)
        for one, two in pairs:
            if one == two:
                continue
            if _identified(two):
                words = f"{spot.words}, {_called(one)}"
                yield from self.noun(one, two, _Spot(spot.kind, spot.name, words, spot.roles))
            else:
                told = self.inside(one, two)
                if told:
                    yield _difference(spot, title, f"«{_short(two)}» – {told}")
        for one in come:
            yield _difference(spot, title, f"nytt punkt «{_short(one)}»")
        for one in gone:
            yield _difference(spot, title, f"fjernet «{_short(one)}»")
        kept_before = [_key(one) or repr(one) for one, _ in pairs]
        kept_after = [_key(one) or repr(one) for two in after for one, t in pairs if t is two]
        if kept_before != kept_after and any(_identified(one) for one, _ in pairs):
            for one, two in pairs:
                if (_key(one) or repr(one)) in _moved(kept_before, kept_after):
                    yield _difference(spot, title, f"«{_short(two)}» har fått ny plass")

    def inside(self, old: Noun, new: Noun) -> str:
        """What is new in a point without an id, in one line."""
        parts = []
        for name, info in type(new).model_fields.items():
            before, after = getattr(old, name), getattr(new, name)
            if before != after:
                told = self.value(type(new), name, before, after)
                if told:
                    parts.append(f"{(info.title or name).lower()}: {told}")
        return "; ".join(parts)

    def value(  # noqa: PLR0911 – one answer for each sort of value
        self, kind: type[Noun], name: str, old: Any, new: Any
    ) -> str:
        """What is new in one field; an empty string when only the spelling is."""
        if _is_text(old) and _is_text(new) and not reference_kind(kind, name):
            alike = editorial(str(_source(old)), str(_source(new)))
            return "" if alike else f"ny tekst {self.shown(kind, name, new)}"
        if _empty(old):
            return f"lagt til ({self.shown(kind, name, new)})"
        if _empty(new):
            return "fjernet"
        if isinstance(old, Absence) or isinstance(new, Absence):
            return f"fra {self.shown(kind, name, old)} til {self.shown(kind, name, new)}"
        if isinstance(old, tuple) and isinstance(new, tuple):
            return self.listed(kind, name, old, new)
        if isinstance(old, Noun) and isinstance(new, Noun) and not isinstance(new, Span):
            return self.inside(old, new)
        return f"fra {self.shown(kind, name, old)} til {self.shown(kind, name, new)}"

    def listed(
        self, kind: type[Noun], name: str, old: tuple[Any, ...], new: tuple[Any, ...]
    ) -> str:
        gone = [one for one in old if one not in new]
        come = [one for one in new if one not in old]
        if not reference_kind(kind, name) and name != "sources" and len(gone) == len(come):
            pairs = zip(gone, come, strict=True)
            changed = [p for p in pairs if not (_is_text(p[0]) and editorial(*map(str, p)))]
            gone, come = [p[0] for p in changed], [p[1] for p in changed]
            if not changed and [o in new for o in old] != [n in old for n in new]:
                return ""
        parts = []
        if come:
            parts.append("nytt: " + ", ".join(self.shown(kind, name, one) for one in come))
        if gone:
            parts.append("fjernet: " + ", ".join(self.shown(kind, name, one) for one in gone))
        kept = ([one for one in old if one in new], [one for one in new if one in old])
        if not parts and kept[0] != kept[1]:
            return "ny rekkefølge"
        return "; ".join(parts)

    def shown(  # noqa: PLR0911 – one answer for each sort of value
        self, kind: type[Noun], name: str, value: Any
    ) -> str:
        if isinstance(value, tuple):
            return ", ".join(self.shown(kind, name, one) for one in value[:4])
        if isinstance(value, (Labelled, Absence, Span)):
            return f"«{value.label}»"
        if isinstance(value, Noun):
            return f"«{_short(value)}»"
        if isinstance(value, bool):
            return "ja" if value else "nei"
        if isinstance(value, dt.date):
            return f"{value.day}.{value.month}.{value.year}"
        wanted = reference_kind(kind, name)
        if wanted and wanted not in ("step", "form"):
            known = {**getattr(self.old, f"{wanted}_by_id"), **getattr(self.new, f"{wanted}_by_id")}
            return f"«{_title(known[value])}»" if value in known else f"«{value}»"
        return f"«{_cut(value.plain if isinstance(value, Prose) else str(value), _LONG)}»"


def _withdrawn_now(old: Noun, new: Noun) -> bool:
    """True for a model that is taken back: one act, though it is written in two fields."""
    if not isinstance(old, InclusionModel) or not isinstance(new, InclusionModel):
        return False
    return new.status is Status.WITHDRAWN and old.status is not Status.WITHDRAWN


def _sentence(spot: _Spot, words: str) -> Difference:
    return Difference(spot.kind, spot.name, f"{words}.", spot.roles)


def _difference(spot: _Spot, title: str, told: str) -> Difference:
    return _sentence(spot, f"{spot.words} – {title}: {told}")


def _step_roles(*steps: Step | None) -> tuple[str, ...]:
    found = (role for step in steps if step for role in step.responsibility.all_roles)
    return tuple(dict.fromkeys(found))


def _many(old: Any, new: Any) -> bool:
    """True for lists of nouns; a list of plain values is one field."""
    whole = (*(old if isinstance(old, tuple) else ()), *(new if isinstance(new, tuple) else ()))
    lists = all(isinstance(one, tuple) or one is None for one in (old, new))
    return lists and bool(whole) and all(isinstance(one, Noun) for one in whole)


def _paired(old: Sequence[Noun], new: Sequence[Noun]) -> tuple[
    list[tuple[Noun, Noun]], list[Noun], list[Noun]
]:  # fmt: skip
    """Which belong together: the same, the same id, then the most alike. Rest: gone and come."""
    left, right = list(old), list(new)
    pairs: list[tuple[Noun, Noun]] = []
    for same in (lambda a, b: a == b, _same_key, _alike):
        for one in list(left):
            two = next((b for b in right if type(b) is type(one) and same(one, b)), None)
            if two is not None:
                pairs.append((one, two))
                left.remove(one)
                right.remove(two)
    if len(left) == 1 and len(right) == 1 and type(left[0]) is type(right[0]):
        one, two = left[0], right[0]
        if not _identified(one) and len(old) == len(new) and old.index(one) == new.index(two):
            pairs.append((left.pop(), right.pop()))  # rewritten where it stood
    order = {id(one): at for at, one in enumerate(old)}
    pairs.sort(key=lambda pair: order[id(pair[0])])
    return pairs, left, right


def _same_key(one: Noun, two: Noun) -> bool:
    return _key(one) is not None and _key(one) == _key(two)


def _alike(one: Noun, two: Noun) -> bool:
    if _identified(one) or _identified(two):
        return False
    return SequenceMatcher(None, _short(one, 400), _short(two, 400)).ratio() >= _ALIKE


def _key(noun: Noun) -> str | None:
    for name in _keys_of(type(noun)):
        value = getattr(noun, name)
        if value is not None:
            return f"{name} {value}"
    return None


@cache
def _keys_of(kind: type[Noun]) -> tuple[str, ...]:
    return tuple(name for name in _KEYS if name in kind.model_fields)


def _identified(noun: Noun) -> bool:
    return getattr(noun, "id", None) is not None


def _called(noun: Noun) -> str:
    word = (type(noun).noun_title or "punktet").lower()
    return f"{DEFINITE.get(word, word)} «{_short(noun)}»"


def _title(noun: Any) -> str:
    for name in ("title", "term", "label"):
        if getattr(noun, name, None):
            return str(getattr(noun, name))
    return str(getattr(noun, "id", ""))


def _short(noun: Noun, limit: int = _SHORT) -> str:
    for name in ("title", "label", "text", "statement", "measure", "claim", "term", "description",
                 "question", "what", "scheme", "role", "form", "artefact",
                 "name", "id"):  # fmt: skip
        value = getattr(noun, name, None)
        if isinstance(value, Noun):
            return _short(value, limit)
        if value:
            return _cut(value.plain if isinstance(value, Prose) else str(value), limit)
    return type(noun).noun_title or "punkt"


def _cut(text: str, limit: int) -> str:
    """One line of a text, without its last full stop: it stands inside a sentence."""
    line = " ".join(text.split())
    return line.rstrip(".") if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _is_text(value: Any) -> bool:
    return isinstance(value, (str, Prose)) and not isinstance(value, Labelled)


def _source(value: Any) -> Any:
    return value.source if isinstance(value, Prose) else value


def _empty(value: Any) -> bool:
    return value is None or value == ()


def _moved(old: Iterable[str], new: Iterable[str]) -> set[str]:
    """The fewest that must be moved to get from one order to the other."""
    before, after = list(old), list(new)
    kept: set[str] = set()
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        kept.update(before[block.a : block.a + block.size])
    return set(before) - kept
