"""The tiny handbook of the checks' tests, and ways to change one text in it."""

from __future__ import annotations

import dataclasses
from functools import lru_cache
from pathlib import Path
from typing import Any

from handbook.model.handbook import Handbook
from handbook.model.process import ChecklistItem
from handbook.model.prose import Prose
from handbook.reading.folder import read_handbook

ROOT = Path(__file__).parent.parent.parent
HOSTILE = (
    '#import "x": *', "$x$ og $ y $", "<script>alert(1)</script>", "@label @ia-vikar", "#panic()",
    "*ikke fet* `kode` _x_", "= Overskrift", "- punkt", "// merknad", "\\u{41} {{ 7*7 }} {% x %}",
    "#{1+1} [x](y) <merke>", "~ -- --- ...",
)  # fmt: skip
"""Texts that mean something to Typst, HTML or Jinja, and here are letters only."""


@lru_cache(maxsize=1)
def tiny() -> Handbook:
    """Two models, one form."""
    book = read_handbook(ROOT / "tests" / "checks" / "tiny").handbook
    assert book is not None
    return book


def with_step(book: Handbook, **update: Any) -> Handbook:
    """The same book, with the first step of the first model changed."""
    model = book.models[0]
    phase = model.phases[0]
    step = phase.steps[0].model_copy(update=update)
    phases = (phase.model_copy(update={"steps": (step, *phase.steps[1:])}), *model.phases[1:])
    models = (model.model_copy(update={"phases": phases}), *book.models[1:])
    return dataclasses.replace(book, models=models)


def hostile() -> Handbook:
    """The tiny book with every hostile text as title, prose, checklist item and form field."""
    items = tuple(
        ChecklistItem.model_validate({
            "id": f"punkt-{n}", "text": _escaped(text), "level": "must", "basis": "proposal",
        })
        for n, text in enumerate(HOSTILE)
    )  # fmt: skip
    what = Prose(_escaped(" ".join(HOSTILE)))
    book = with_step(tiny(), title=HOSTILE[0], what=what, do=items)
    form = book.forms[0]
    section = form.sections[0]
    fields = tuple(
        section.fields[0].model_copy(update={"id": f"felt_{n}", "label": text, "help": text})
        for n, text in enumerate(HOSTILE)
    )
    sections = (section.model_copy(update={"fields": fields}), *form.sections[1:])
    return dataclasses.replace(book, forms=(form.model_copy(update={"sections": sections}),))


def _escaped(text: str) -> str:
    """As an editor writes signs that shall stay signs."""
    return "".join("\\" + sign if sign in "\\*_`[]&<>-=#~" else sign for sign in text)
