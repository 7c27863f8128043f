"""The real files as any YAML reader sees them: counted by other means than the handbook's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from handbook.model.inclusion_model import MODEL_FILES
from project import ROOT

MODELS = sorted(p.parent for p in (ROOT / "model").glob("*/model.yml"))
"""The folders of the models."""


def raw(file: Path) -> Any:
    """A file as any YAML reader sees it, all scalars as text."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(file.read_text(encoding="utf-8"), Loader=loader)


def whole(folder: Path) -> dict[str, Any]:
    return {k: v for name in MODEL_FILES for k, v in raw(folder / name).items()}


def walk(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


def scalars(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from scalars(inner)


def may_have_gaps(folder: Path) -> bool:
    """Nobody is told of the gaps in a draft, nor in what is withdrawn."""
    return raw(folder / "model.yml")["status"] in ("draft", "withdrawn")
