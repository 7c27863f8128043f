"""The real forms, read one by one, so that a fault elsewhere in the handbook does not hide them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import pytest

from handbook.model.form import Form
from handbook.model.handbook import Edition
from handbook.model.noun import Noun
from handbook.reading.folder import Places, RoleList
from handbook.reading.typed import typed
from handbook.reading.yaml_source import read_yaml

ROOT = Path(__file__).parent.parent.parent

_N = TypeVar("_N", bound=Noun)


@lru_cache(maxsize=1)
def forms() -> tuple[Form, ...]:
    """All forms in `forms/`, in the order of their ids."""
    return tuple(_noun(Form, file) for file in sorted((ROOT / "forms").glob("SKJ-*.yml")))


def every_form_and(*others: str) -> pytest.MarkDecorator:
    """Once for every real form, as a judge of content, and for some others."""
    real = [pytest.param(form.id, marks=pytest.mark.content) for form in forms()]
    return pytest.mark.parametrize("form_id", [*real, *others])


@lru_cache(maxsize=1)
def edition() -> Edition:
    """The real edition."""
    return _noun(Edition, ROOT / "model" / "handbook.yml")


@lru_cache(maxsize=1)
def titles() -> dict[str, str]:
    """What roles and forms are called."""
    roles = _noun(RoleList, ROOT / "model" / "roles.yml").roles
    return {role.id: role.title for role in roles} | {form.id: form.title for form in forms()}


def _noun(kind: type[_N], file: Path) -> _N:
    document = read_yaml(file.read_bytes(), file.name)
    noun, findings = typed(kind, document.value, Places([document]))
    assert noun is not None, [str(finding) for finding in findings]
    return noun
