"""Findings as text, JSON and annotations."""

from __future__ import annotations

import json

from handbook.findings import Finding, Place, Severity, listed, nearest
from handbook.report import as_github, as_gitlab, as_json, as_text, exit_code, summary

_ERROR = Finding(Place("model/b.yml", 3, 5), "H03", "id-en finnes ikke", "kjente: a", "skriv «a»")
_WARNING = Finding(Place("model/a.yml", 1, 1), "O08", "NAV", severity=Severity.WARNING)


def test_text_is_sorted_and_each_place_is_a_link() -> None:
    assert as_text([_ERROR, _WARNING]).splitlines() == [
        "model/a.yml:1:1: O08 advarsel: NAV",
        "model/b.yml:3:5: H03 id-en finnes ikke",
        "    kjente: a",
        "    slik retter du det: skriv «a»",
        "1 feil, 1 advarsel.",
    ]


def test_summary_when_all_is_well() -> None:
    assert summary([]) == "Ingen feil og ingen advarsler."
    assert summary([_WARNING, _WARNING]) == "0 feil, 2 advarsler."


def test_only_errors_stop() -> None:
    assert (exit_code([]), exit_code([_WARNING]), exit_code([_WARNING, _ERROR])) == (0, 0, 1)


def test_json_keeps_norwegian_letters() -> None:
    rows = json.loads(as_json([_ERROR]))
    assert rows == [
        {"file": "model/b.yml", "line": 3, "column": 5, "code": "H03", "severity": "error",
         "problem": "id-en finnes ikke", "found": "kjente: a", "fix": "skriv «a»"}
    ]  # fmt: skip
    assert "«a»" in as_json([_ERROR])


def test_annotation_cannot_be_broken_out_of() -> None:
    sly = Finding(Place("a,b:c.yml"), "N03", "x\n::error::y\r100%")
    assert as_github([sly]) == (
        "::error file=a%2Cb%3Ac.yml,line=1,col=1,title=N03::x%0A::error::y%0D100%25"
    )


def test_nearest_cares_little_for_case() -> None:
    assert nearest("skj-9", ["SKJ-09", "SKJ-31"]) == "SKJ-09"
    assert nearest("leeder", ["leder", "fadder"]) == "leder"
    assert nearest("zzz", ["leder"]) == ""


def test_long_lists_are_cut_with_a_count() -> None:
    assert listed("abc") == "a, b, c"
    assert listed("abc", limit=2) == "a, b … (1 til)"


def test_gitlab_gets_a_code_quality_report() -> None:
    (warning, error) = json.loads(as_gitlab([_ERROR, _WARNING]))
    assert warning["severity"] == "minor"
    assert error["location"] == {"path": "model/b.yml", "lines": {"begin": 3}}
    assert error["description"] == (
        "H03 id-en finnes ikke. kjente: a. Slik retter du det: skriv «a»."
    )
    assert warning["fingerprint"] != error["fingerprint"]
