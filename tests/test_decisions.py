"""Every record of a choice says when it was made and whether it holds."""

from __future__ import annotations

import re

from project import ROOT

RECORDS = {
    int(file.name[:4]): file.read_text("utf-8") for file in (ROOT / "docs/decisions").glob("*.md")
}
_HEAD = re.compile(
    r"\A# (\d+)\. .+\n\n\*\*Date:\*\* \d{1,2} [A-Z][a-z]+ \d{4}\. "
    r"\*\*Status:\*\* (in force|superseded)\b[^\n]*\.\n\n"
)


def test_each_record_has_number_date_and_status() -> None:
    heads = {number: _HEAD.match(text) for number, text in RECORDS.items()}
    assert [n for n, head in heads.items() if not head or int(head[1]) != n] == []
    assert sorted(RECORDS) == list(range(1, len(RECORDS) + 1))


def test_who_supersedes_and_who_is_superseded_name_each_other() -> None:
    after = _named(r"superseded (?:in part )?by \[(\d{4})\]")
    before = {(old, new) for new, old in _named(r"supersedes \[(\d{4})\]")}
    assert after == before != set()


def _named(words: str) -> set[tuple[int, int]]:
    firsts = {number: text.split("\n")[2] for number, text in RECORDS.items()}
    return {(n, int(to)) for n, line in firsts.items() for to in re.findall(words, line)}


def test_a_record_leads_to_records_that_are_there() -> None:
    named = {
        name for text in RECORDS.values() for name in re.findall(r"\]\((\d{4}-\S+\.md)\)", text)
    }
    assert [name for name in named if not (ROOT / "docs/decisions" / name).is_file()] == []
