"""The tables that rules read cover the nouns; a new field cannot be forgotten silently."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import StringConstraints

from handbook import checks
from handbook.checks import DATED_RULES, RULES
from handbook.checks.completeness import COUNTS, needed_when_published
from handbook.checks.reference_fields import reference_kind
from handbook.model.form import Form
from handbook.model.ids import FORM_PATTERN, SLUG_PATTERN
from handbook.model.inclusion_model import MODEL_FILES, InclusionModel
from handbook.model.noun import Noun
from handbook.model.process import Step


def _nouns() -> Iterator[type[Noun]]:
    waiting = [Noun]
    while waiting:
        kind = waiting.pop()
        waiting += [k for k in kind.__subclasses__() if k.__module__.startswith("handbook.model")]
        yield kind


def _patterns(annotation: Any, metadata: Any) -> Iterator[str]:
    for one in metadata:
        if isinstance(one, StringConstraints) and one.pattern:
            yield str(one.pattern)
    for part in get_args(annotation):
        if isinstance(part, StringConstraints) and part.pattern:
            yield str(part.pattern)
        yield from _patterns(part, ())


def test_every_field_that_holds_ids_says_of_what() -> None:
    unknown = [
        f"{kind.__name__}.{name}"
        for kind in _nouns()
        for name, info in kind.model_fields.items()
        if {SLUG_PATTERN, FORM_PATTERN} & set(_patterns(info.annotation, info.metadata))
        and name not in ("id", "former_ids")
        and not reference_kind(kind, name)
    ]
    assert unknown == []


def test_every_kind_with_needed_fields_is_checked() -> None:
    parts = {InclusionModel, Step, Form, *MODEL_FILES.values()}
    needing = {kind for kind in _nouns() if needed_when_published(kind)}
    assert needing <= parts


def test_counted_fields_exist() -> None:
    assert set(COUNTS) <= set(InclusionModel.model_fields)


def test_every_rule_has_its_sentence_in_the_editors_language() -> None:
    for rule in (*RULES, *DATED_RULES):
        assert rule.__doc__ and rule.__doc__.strip().endswith("."), rule.__name__


def test_every_public_rule_is_asked() -> None:
    asked = {rule.__name__ for rule in (*RULES, *DATED_RULES)}
    rooms = ("actors", "completeness", "evidence", "references", "process", "forms", "fidelity",
             "former", "outcomes", "governance", "markup", "taken_over", "to_participant",
             "wording", "abbreviations", "measures", "rules", "instruments", "decision",
             "routines", "choices", "flow", "near_copies", "one_verb",
             "contradictions", "told_otherwise", "examples")  # fmt: skip
    written = {
        name
        for room in rooms
        for name, thing in vars(getattr(checks, room)).items()
        if name.startswith(
            (
                "every_",
                "no_",
                "nothing_",
                "nobody_",
                "what_",
                "two_",
                "results_",
                "everyone_",
                "whoever_",
            )
        )
        and callable(thing)
    }
    assert written == asked
