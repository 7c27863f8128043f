"""How long each file of tests took the last time, kept so that the longest can begin first.

Workers must agree on the order, so whoever gives out the work reads the times for all of them.
"""

from __future__ import annotations

import json
from collections import Counter
from contextlib import suppress
from typing import Any

import pytest

from project import CACHE

FILE = CACHE.with_name("times.json")
UNKNOWN = 10.0
"""Seconds of a slow file that nobody has run."""

Times = dict[str, float]
"""File → seconds."""
_took: Counter[str] = Counter()


def file_of(nodeid: str) -> str:
    """The file of a test."""
    return nodeid.partition("::")[0]


def times_for(config: pytest.Config) -> Times:
    """What files took in this layer, the same for all workers of one run."""
    given: Times | None = getattr(config, "workerinput", {}).get("times")
    return _kept().get(config.option.markexpr, {}) if given is None else given


def _kept() -> dict[str, Times]:
    """Layer, by what it selects → its times."""
    with suppress(OSError, ValueError):
        kept: dict[str, Times] = json.loads(FILE.read_text(encoding="utf-8"))
        return kept
    return {}


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker."""
    node.workerinput["times"] = times_for(node.config)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note what a test took, with what was made for it."""
    _took[file_of(report.nodeid)] += report.duration


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Keep the times of a whole layer; those of a few files say nothing of the rest."""
    config = session.config
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS and not config.option.keyword
    if whole and not hasattr(config, "workerinput"):
        layer = {config.option.markexpr: {name: round(took, 2) for name, took in _took.items()}}
        with suppress(OSError):
            FILE.parent.mkdir(parents=True, exist_ok=True)
            FILE.write_text(json.dumps(_kept() | layer), encoding="utf-8")
