"""An older handbook with the ids of a newer one, so that a new id is not taken for a new thing."""

from __future__ import annotations

import re
from typing import Any

from handbook.checks.reference_fields import reference_kind
from handbook.editing.renaming import TYPES
from handbook.model.example import Example
from handbook.model.former import Named, named_in
from handbook.model.handbook import Handbook
from handbook.model.links import resolve
from handbook.model.noun import Noun
from handbook.model.prose import Prose

Key = tuple[str, str, str]
"""Kind, the model it stands in (if it does), and id; all as they were."""
_KIND = {noun: kind for kind, noun in TYPES.items()}
_MENTION = re.compile(r"\[\[([^\]|]+)")


def as_now(old: Handbook, new: Handbook) -> Handbook:
    """The older one, where everything that has got another id since is called by it."""
    names = _names(old, new)
    return _Renamer(old, names).handbook() if names else old


def _names(old: Handbook, new: Handbook) -> dict[Key, str]:
    then = {(one.kind, one.inside, one.id) for one in named_in(old)}
    now = list(named_in(new))
    homes = {one.id: _home_then(one, then) for one in now if one.kind == "model"} | {"": ""}
    return {
        key: one.id
        for one in now
        for before in one.former
        if (key := (one.kind, homes[one.inside], before)) in then
        and (one.kind, homes[one.inside], one.id) not in then
    }


def _home_then(model: Named, then: set[Key]) -> str:
    """What a model was called in the older handbook."""
    return next((name for name in (model.id, *model.former) if ("model", "", name) in then),
                model.id)  # fmt: skip


def _inside(noun: Noun) -> str:
    """The model whose steps are meant by what stands in a noun."""
    if isinstance(noun, Example):
        return noun.model
    return getattr(noun, "id", "") if _KIND.get(type(noun)) == "model" else ""


class _Renamer:
    def __init__(self, old: Handbook, names: dict[Key, str]) -> None:
        self.old, self.names = old, names

    def handbook(self) -> Handbook:
        """The whole of it."""
        kinds = ("models", "forms", "roles", "terms", "themes", "sources", "rules", "instruments",
                 "routines", "examples")  # fmt: skip
        made = {kind: tuple(self.noun(one) for one in getattr(self.old, kind)) for kind in kinds}
        return Handbook(
            edition=self.noun(self.old.edition),
            search=self.old.search,
            decision=self.old.decision,
            words=self.old.words,
            **made,
        )

    def noun(self, noun: Any, home: str = "") -> Any:
        """A noun with all in it; `home` is the model it stands in."""
        kind = type(noun)
        inside = _inside(noun) or home
        fields = {name: getattr(noun, name) for name in kind.model_fields}
        made = {name: self.field(kind, name, value, inside) for name, value in fields.items()}
        if all(made[name] is value for name, value in fields.items()):
            return noun
        return kind.model_construct(**made)

    def field(self, kind: type[Noun], name: str, value: Any, home: str) -> Any:
        """What a field holds, under the names of now."""
        wanted = _KIND.get(kind) if name == "id" else reference_kind(kind, name)
        if isinstance(value, tuple):
            made = tuple(self.one(wanted, one, home) for one in value)
            return value if all(a is b for a, b in zip(made, value, strict=True)) else made
        return self.one(wanted, value, home)

    def one(self, wanted: str | None, value: Any, home: str) -> Any:
        """One value, itself when nothing in it is called otherwise now."""
        if isinstance(value, Noun):
            return self.noun(value, home)
        if isinstance(value, Prose):
            source = _MENTION.sub(self.mention, value.source)
            return value if source == value.source else Prose(source)
        if wanted and isinstance(value, str):
            return self.names.get(
                (wanted, home if wanted in ("step", "phase") else "", value), value
            )
        return value

    def mention(self, found: re.Match[str]) -> str:
        """A reference in a text, by the name of now."""
        target = found[1]
        kind, name = resolve(self.old, target.strip()) or ("", "")
        home, _, own = name.rpartition("/")
        now = self.names.get((kind, home, own), own)
        home_now = self.names.get(("model", "", home), home)
        return (
            "[[" + target.replace(name, f"{home_now}/{now}" if home else now) if name else found[0]
        )
