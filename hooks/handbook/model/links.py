"""What a reference such as [[SKJ-09]] or [[term:fadder]] names."""

from __future__ import annotations

from handbook.model.handbook import Handbook

KINDS = ("model", "step", "form", "role", "theme", "term", "source", "rule", "instrument",
         "routine")  # fmt: skip
WHOLE = "regel"
"""What stands before the id of a rule that shall be told in its own words."""


def resolve(book: Handbook, target: str) -> tuple[str, str] | None:
    """(kind, id) of the thing a reference names, or None.

    `model/step` is a step. `role:mentor` asks for one kind. Without that, the first of model, form,
    role, theme, term, source, rule, instrument and routine that knows the id. `regel:id` is a rule
    in its own words.
    """
    prefix, colon, name = target.partition(":")
    if prefix == WHOLE and colon:
        prefix = "rule"
    if colon and prefix in KINDS:
        return (prefix, name) if _known(book, prefix, name) else None
    if "/" in target:
        return ("step", target) if _known(book, "step", target) else None
    for kind in KINDS:
        if _known(book, kind, target):
            return kind, target
    return None


def _known(book: Handbook, kind: str, name: str) -> bool:
    if kind == "step":
        model_id, _, step_id = name.partition("/")
        model = book.model_by_id.get(model_id)
        return model is not None and step_id in model.step_by_id
    collection: dict[str, object] = getattr(book, f"{kind}_by_id")
    return name in collection
