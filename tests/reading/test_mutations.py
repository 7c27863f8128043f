"""Whatever an editor does to a file, the answer is findings with places, never a traceback."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbook.checks import run_checks
from handbook.codes import CODES
from handbook.editing.shapes import kind_of
from handbook.findings import Finding
from handbook.model.noun import Noun
from handbook.reading.folder import Places, read_handbook
from handbook.reading.typed import typed
from handbook.reading.yaml_source import read_yaml
from project import TODAY

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests" / "checks" / "tiny"
_FILES = sorted((*ROOT.glob("model/**/*.yml"), *ROOT.glob("forms/*.yml"), *TINY.rglob("*.yml")))
_TINY_FILES = sorted(TINY.rglob("*.yml"))

_sudden = st.one_of(
    st.binary(min_size=1, max_size=6),
    st.sampled_from(
        [b": ", b"- ", b"#", b"'", b'"', b"[", b"}", b"&a ", b"*a", b"!x ", b"\t", b"|\n", b"---\n",
         b"<<: ", b"? ", b"%", b"\x00", b"\xef\xbb\xbf", b"\r", b"\xe2\x80\xa8", b"[[", b"{{", b"~",
         b"true", b"nan", b"-1", b"1e9", b"2026-02-30", b"SKJ-01", b"S1", b"unknown: "]
    ),
)  # fmt: skip
_WAYS = ("delete", "double", "indent", "dedent", "swap", "insert", "replace", "cut")
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""Where YAML ends a line."""
_Change = tuple[str, float, bytes]
_changes = st.lists(
    st.tuples(
        st.sampled_from(_WAYS),
        st.floats(0, 1, exclude_max=True),
        _sudden,
    ),
    min_size=1,
    max_size=4,
)


def _mutated(data: bytes, changes: list[_Change]) -> bytes:
    for change in changes:
        data = _changed(data, *change)
    return data


def _changed(data: bytes, what: str, where: float, sudden: bytes) -> bytes:
    if what in ("insert", "replace", "cut"):
        at = int(where * (len(data) + 1))
        after = {"insert": data[at:], "replace": data[at + len(sudden) :], "cut": b""}[what]
        return data[:at] + sudden + after
    lines = data.split(b"\n")
    at = int(where * len(lines))
    line = lines[at]
    lines[at : at + 1] = {
        "delete": [],
        "double": [line, line],
        "indent": [b"  " + line],
        "dedent": [line.removeprefix(b"  ")],
        "swap": [*lines[at + 1 : at + 2], line],
    }[what]
    return b"\n".join(lines)


def _kind(file: Path) -> type[Noun]:
    kind = kind_of(file.relative_to(TINY if file.is_relative_to(TINY) else ROOT).as_posix())
    assert kind, file
    return kind.noun


def _assert_valid(one: Finding, data: bytes) -> None:
    lines: list[str] | list[bytes] = data.split(b"\n")
    if one.code != "Y01":
        lines = _LINE_END.split(data.decode("utf-8-sig"))
    assert 1 <= one.place.line <= len(lines) + 1, one
    text = lines[one.place.line - 1] if one.place.line <= len(lines) else ""
    assert 1 <= one.place.column <= len(text) + 1, (one, text)
    assert one.code in CODES
    assert one.problem.strip()


@settings(max_examples=400, deadline=None, derandomize=True)
@given(file=st.sampled_from(_FILES), changes=_changes)
def test_a_mutated_file_is_a_noun_or_findings(file: Path, changes: list[_Change]) -> None:
    """A doubt, such as a sign nobody sees, is told of a file that is read all the same."""
    data = _mutated(file.read_bytes(), changes)
    document = read_yaml(data, "x.yml")
    findings = list(document.findings)
    noun = None
    if document.value is not None:
        noun, more = typed(_kind(file), document.value, Places([document]))
        findings += more
    assert (noun is None) == any(one not in document.doubts for one in findings)
    for one in findings:
        _assert_valid(one, data)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(data=st.one_of(st.binary(max_size=400), st.text(max_size=300).map(str.encode)))
def test_any_bytes_at_all_are_values_or_findings(data: bytes) -> None:
    document = read_yaml(data, "x.yml")
    assert (document.value is None) == bool(document.findings)
    for one in document.findings:
        _assert_valid(one, data)


@settings(
    max_examples=80, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(file=st.sampled_from(_TINY_FILES), changes=_changes)
def test_a_mutated_handbook_is_checked_to_the_end(
    file: Path, changes: list[_Change], tmp_path: Path
) -> None:
    root = tmp_path / "tiny"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(TINY, root)
    (root / file.relative_to(TINY)).write_bytes(_mutated(file.read_bytes(), changes))
    reading = read_handbook(root)
    findings = reading.findings + run_checks(reading, today=TODAY)
    assert findings or reading.handbook is not None
    for one in findings:
        known = reading.files.get(one.place.file)
        if known is not None:
            _assert_valid(one, known)
