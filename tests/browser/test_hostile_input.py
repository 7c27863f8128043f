"""All that a page takes in – address, storage, file, clipboard – may be anything: nothing falls.

Each example opens a page with hostile values everywhere at once. No script may fail, the thread of
the page may not be busy `SLOWEST` longer than with nothing hostile, and what was kept is as it was.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.slow

SLOWEST = 0.2
"""Seconds of work in the thread of the page; more is felt as a page that hangs."""
FORM, PLAN = "SKJ-09", "SKJ-10"
MODEL = "modeller/springbrett/"
PAGES = {
    "form": f"skjema/{FORM}.html",
    "form with tables": f"skjema/{PLAN}.html",
    "assessment": f"{MODEL}egenvurdering.html",
    "plan": f"{MODEL}plan.html",
    "chooser": "modeller/velg.html",
    "comparison": "modeller/sammenlign.html",
    "calculator and case": f"{MODEL}notat.html",
    "case": f"{MODEL}kom-i-gang.html",
    "checklist": f"{MODEL}steg-avslutt.html",
    "handover": "skjema/overlevering.html",
    "deletion": f"{MODEL}personvern.html",
    "search": "om.html",
}
"""Tool → a page that has it."""
KEYS = (
    f"handboka-utkast-{FORM}-1", f"handboka-utkast-fane-{FORM}", f"handboka-aapent-{FORM}",
    f"handboka-utkast-{PLAN}-1", f"handboka-utkast-fane-{PLAN}", "handboka-felles",
    "handboka-sak", "handboka-kryss", "handboka-egenvurdering-springbrett",
    "handboka-notat-springbrett-notat", "handboka-ukjent",
    "farger", "bare-kilder",
)  # fmt: skip
PARTS = (
    "start", "slutt", "rolle", "nummer", "svar", "endre", "vis", "velg", "plasser", "uker",
    "timepris", "lonn", "modeller", "sok", "q", "constructor", "__proto__", "",
)  # fmt: skip
NAMES = (
    "constructor", "toString", "__proto__", "hasOwnProperty", "form", "kind", "model", "answers",
    "gone", "done", "seen", "id", "until", "about", "version", "people", "contact", "options",
    "format", "contract", "v", "t", "level", "note", "a.1.b", "contact_persons.300000.name", "",
)  # fmt: skip
WORDS = st.one_of(
    st.text(max_size=8),
    st.sampled_from([
        *NAMES, FORM, PLAN, "springbrett", "egenvurdering", "inkluderingshandboka-sak", "vet-ikke",
        "ja", "2026-11-30", "9999-99-99", "31.02.2026", "1e309", "-0", "NaN", "%E0%A4%A", "\u202e",
        "<img src=x onerror=alert(1)>", "javascript:alert(1)", "\ud83d", "\x00", "a" * 3000,
    ]),
)  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6)
    ),
    max_leaves=15,
)
KNOWN = st.sampled_from([
    {"form": FORM, "answers": {"own_assessment": "x"}, "gone": {}},
    {"form": PLAN, "answers": {"contact_persons.300000.name": "x"}},
    {"kind": "egenvurdering", "model": "springbrett"},
    {"format": "inkluderingshandboka-sak", "contract": 1},
    {"done": {}, "seen": {}},
])  # fmt: skip
"""Beginnings that a reader knows, so that the hostile part comes further in."""
RECORDS = st.tuples(KNOWN, st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=5)).map(
    lambda two: two[0] | two[1]
)
TEXTS = st.one_of(RECORDS.map(json.dumps), VALUES.map(json.dumps), WORDS)


def _plain(text: str) -> str:
    """Half a pair of signs cannot be sent to the browser; what JSON writes with a code can."""
    return text.encode("utf-8", "replace").decode()


HASHES = st.one_of(
    WORDS.map(_plain),
    st.lists(st.tuples(st.sampled_from(PARTS), TEXTS.map(_plain)), max_size=4).map(
        lambda parts: "&".join(f"{name}={quote(value)}" for name, value in parts)
    ),
    st.sampled_from(["svar=%", "svar=%7B", "endre=constructor&vis=svar", "#", "%", "v1<", "=&=&"]),
)


def _zip(name: str, content: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr(name, content)
    return made.getvalue()


FILES = st.one_of(
    st.binary(max_size=60),
    TEXTS.map(lambda text: _plain(text).encode()),
    st.binary(max_size=60).map(lambda junk: b"%PDF-1.7\n" + junk),
    st.binary(max_size=60).map(lambda junk: b"PK\x03\x04" + junk),
    TEXTS.map(lambda text: _zip("word/document.xml", _plain(text))),
    st.just(
        b"%PDF-1.7 /Type/EmbeddedFile/Subtype/application#2Fjson>>/Length 999999999>>\nstream\n{"
    ),
)
STORES = st.dictionaries(st.sampled_from(KEYS), TEXTS.map(_plain), max_size=len(KEYS))
_ROOM = """([machine, tab]) => {
  for (const [name, text] of Object.entries(machine)) localStorage.setItem(name, text);
  for (const [name, text] of Object.entries(tab)) sessionStorage.setItem(name, text);
}"""
_KEPT = "() => [{...localStorage}, {...sessionStorage}].map((one) => JSON.stringify(one))"
_BUSY = "TaskDuration"


class _Visit:
    """A page with something kept before it came, opened while its faults and its work are noted."""

    def __init__(self, context: BrowserContext, server: str, folder: Path) -> None:
        self._server = server
        self.folder = folder
        self.faults: list[str] = []
        context.on("weberror", lambda error: self.faults.append(str(error.error)))
        self.page: Page = context.new_page()
        self.page.on("dialog", lambda dialog: dialog.dismiss())
        self._meter = context.new_cdp_session(self.page)
        self._meter.send("Performance.enable", {"timeDomain": "threadTicks"})

    def go(self, address: str, hash_: str, stores: list[dict[str, str]]) -> None:
        """Keep that first, then go there."""
        self.page.goto(f"{self._server}robots.txt")
        self.page.evaluate(_ROOM, stores)
        self.before = self.page.evaluate(_KEPT)
        self.page.goto(f"{self._server}{address}" + (f"#{hash_}" if hash_ else ""))

    def rest(self) -> None:
        """Scripts that are loaded late have run, and what they put off."""
        self.page.wait_for_load_state("networkidle")
        self.page.wait_for_timeout(60)

    def busy(self) -> float:
        """Seconds that the thread of the page has worked since the page began."""
        told: dict[str, Any] = self._meter.send("Performance.getMetrics")
        return next(one["value"] for one in told["metrics"] if one["name"] == _BUSY)

    def kept(self) -> list[str]:
        """All that lies in both stores."""
        found: list[str] = self.page.evaluate(_KEPT)
        return found


@pytest.fixture(scope="module")
def visits(
    chromium: Browser, server: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    """Gives a new visit in a browser that has kept nothing, and closes it."""

    folder = tmp_path_factory.mktemp("files")

    def visit() -> Any:
        context = chromium.new_context()
        context.set_default_timeout(15_000)
        return closing(context), _Visit(context, server, folder)

    yield visit


@contextmanager
def _visited(
    tools: Iterable[str], visits: Any, hash_: str, stores: list[dict[str, str]]
) -> Iterator[dict[str, _Visit]]:
    """Tool → its page at rest, each in a browser of its own; they come to rest side by side."""
    with ExitStack() as opened:
        found: dict[str, _Visit] = {}
        for tool in tools:
            closed, found[tool] = visits()
            opened.enter_context(closed)
            found[tool].go(PAGES[tool], hash_, stores)
        for visit in found.values():
            visit.rest()
        yield found


@pytest.fixture(scope="module")
def usual(visits: Any) -> dict[str, float]:
    """Tool → how long its page works when nothing is hostile."""
    with _visited(PAGES, visits, "", [{}, {}]) as found:
        return {tool: visit.busy() for tool, visit in found.items()}


Example = tuple[str, list[dict[str, str]], bytes, str]
EXAMPLES = st.tuples(HASHES, st.tuples(STORES, STORES).map(list), FILES, WORDS.map(_plain))


def _survive(tools: Iterable[str], visits: Any, usual: dict[str, float], example: Example) -> None:
    hash_, stores, file, pasted = example
    with _visited(tools, visits, hash_, stores) as found:
        for tool, visit in found.items():
            _takes_in(tool, visit, usual[tool], file, pasted)


def _takes_in(tool: str, visit: _Visit, usual: float, file: bytes, pasted: str) -> None:
    assert visit.busy() - usual < SLOWEST, f"{tool}: the page hangs when it is opened"
    opened = visit.kept()
    assert _same(visit.before, opened), f"{tool}: what was kept is changed by opening the page"
    began = visit.busy()
    picker = visit.page.locator("input[type=file]")
    if picker.count():
        visit.folder.joinpath("x").write_bytes(file)
        picker.first.set_input_files(visit.folder / "x")  # by name: the page need not copy
        visit.rest()
        assert visit.kept() == opened, f"{tool}: what was kept is changed by a file"
    _close_dialogs(visit.page)
    for field in visit.page.locator("main :is(input[type=text], textarea):visible").all()[:2]:
        field.focus()
        visit.page.keyboard.insert_text(pasted)
    visit.rest()
    assert visit.busy() - began < usual + SLOWEST, f"{tool}: the page hangs on what it takes in"
    assert visit.faults == [], tool


def _close_dialogs(page: Page) -> None:
    page.evaluate("document.querySelectorAll('dialog[open]').forEach((one) => one.close())")


_ROWS = json.dumps({"form": PLAN, "answers": {"contact_persons.300000.name": "x"}})
_STRANGE = json.dumps({"kind": "egenvurdering", "model": "springbrett", "answers": {"x": 1}})
_NULLS = (
    '{"form":"SKJ-09","answers":{"a":null,"__proto__":{"v":"x","t":1}},"gone":{"x":"y"},"done":5}'
)
FAULTS: list[Example] = [
    ("endre=constructor&vis=svar", [dict.fromkeys(KEYS, "5"), {}], _ROWS.encode(), "x"),
    ("endre=__proto__&svar=%7B", [dict.fromkeys(KEYS, _NULLS)] * 2, b"%PDF-1.7\n", "1e309"),
    ("sok=%E0%A4%A&start=9999-99-99", [dict.fromkeys(KEYS, _STRANGE)] * 2, b"PK\x03\x04", ""),
]
"""What once ended in a fault, each in one example with all that may be beside it."""


@pytest.mark.parametrize("example", FAULTS, ids=lambda example: example[0])
def test_what_once_fell_does_not(example: Example, visits: Any, usual: dict[str, float]) -> None:
    _survive(PAGES, visits, usual, example)


MADE = ("handboka-kryss",)
"""What opening a page adds to: which items of a list the reader has seen. No tick is lost."""


def _same(before: list[str], after: list[str]) -> bool:
    return all(map(_stands, map(json.loads, before), map(json.loads, after)))


def _stands(before: dict[str, str], after: dict[str, str]) -> bool:
    """Every key with what it had; of lists to tick every tick."""
    return before.keys() == after.keys() and all(
        after[name] == text or (name in MADE and _ticks(text) <= _ticks(after[name]))
        for name, text in before.items()
    )


def _ticks(text: str) -> set[tuple[str, str]]:
    done = json.loads(text)["done"]
    return {(name, one) for name, ids in done.items() if isinstance(ids, list)
            for one in ids if isinstance(one, str)}  # fmt: skip


HUGE = {
    "form": (FORM, "own_assessment"),
    "handover": (PLAN, "contact_persons.1.name"),
    "assessment": ("springbrett", "x"),
    "case": ("springbrett", "x"),
}


@pytest.mark.parametrize("tool", HUGE)
def test_a_huge_file_does_not_freeze_the_page(
    tool: str, visits: Any, usual: dict[str, float]
) -> None:
    """As large as may be read, and with far more answers than there are places."""
    form, name = HUGE[tool]
    answers = {f"{name}.{row}.x": "y" * 9 for row in range(85_000)}
    told = {"form": form, "kind": "egenvurdering", "model": form, "answers": answers}
    file = json.dumps(told).encode()
    assert 2_000_000 < len(file) < 5_000_000
    _survive([tool], visits, usual, ("", [{}, {}], file, "x"))


@pytest.mark.exhaustive
@pytest.mark.parametrize("tool", PAGES)
def test_whatever_comes_in_nothing_falls(tool: str, visits: Any, usual: dict[str, float]) -> None:
    often = settings(max_examples=50, deadline=None, database=None,
                     suppress_health_check=list(HealthCheck))  # fmt: skip
    often(given(EXAMPLES)(lambda example: _survive([tool], visits, usual, example)))()
