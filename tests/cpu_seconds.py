"""CPU seconds of each test and fixture, own and children's: `pytest -p cpu_seconds -n0 …`.

A browser is a child that lives on, so its time is read from /proc. What a fixture costs is told
apart from the test that asked for it first. Prints the dearest at the end.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_TICKS = os.sysconf("SC_CLK_TCK")
_SHOWN = 40
_spent: Counter[str] = Counter()
_counting = [0.0]
_inner = [0.0]
"""What was spent inside whatever is measured, the innermost last."""


def _living(parent: int) -> float:
    """Seconds of all that lives below a process, and of what those have waited for."""
    children: dict[int, list[tuple[int, float]]] = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = file.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it is gone
        told = int(file.parent.name), sum(map(int, fields[11:15])) / _TICKS
        children.setdefault(int(fields[1]), []).append(told)
    total, waiting = 0.0, [parent]
    while waiting:
        for number, seconds in children.get(waiting.pop(), ()):
            total += seconds
            waiting.append(number)
    return total


def _now() -> float:
    """Seconds so far, without those that went to counting them."""
    began, times = time.process_time(), os.times()
    seconds = began - _counting[0] + times[2] + times[3] + _living(os.getpid())
    _counting[0] += time.process_time() - began
    return seconds


@contextmanager
def _measured(name: str) -> Generator[None, None, None]:
    before = _now()
    _inner.append(0.0)
    try:
        yield
    finally:
        spent = _now() - before
        _spent[name] += spent - _inner.pop()
        _inner[-1] += spent


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, Any, Any]:
    with _measured(item.nodeid.partition("[")[0]):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[Any]) -> Generator[None, Any, Any]:
    with _measured(f"{fixturedef.baseid}: {fixturedef.argname}"):
        return (yield)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    files: Counter[str] = Counter()
    for name, seconds in _spent.items():
        files[name.partition(":")[0]] += seconds
    for title, table in (("files", files), ("tests and fixtures", _spent)):
        terminalreporter.section(f"CPU seconds of {title}, {sum(table.values()):.0f} in all")
        for name, seconds in table.most_common(_SHOWN):
            terminalreporter.write_line(f"{seconds:8.2f}  {name}")
