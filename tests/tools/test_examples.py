"""What a filled-in example shows is what the browser's own paper would show of its answers."""

from __future__ import annotations

import json
from typing import Any

import pytest

from handbook.forms.form_data import form_data
from handbook.forms.naming import titles_of
from handbook.model.example import FilledForm
from handbook.model.filled import Line, paper, placed, starting_point
from handbook.model.form import Form
from handbook.reading.folder import Reading
from project import real_reading
from tools.node import run_node

pytestmark = pytest.mark.slow

_PAPER = """
const { spotOf } = globalThis.handbookAnswers;
const out = input.map(({ form, answers, begin }) => ({
  paper: globalThis.handbookPaper.paper(form, answers),
  lost: Object.keys(begin).filter((name) => !spotOf(form, name)),
}));
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return real_reading()


def test_the_browser_makes_the_same_paper_of_every_example(reading: Reading) -> None:
    book = reading.handbook
    assert book is not None
    papers = [(book.form_by_id[name], one) for name, (_, one) in book.filled_by_form.items()]
    given = [
        {
            "form": form_data(form, book.edition, titles_of(book)),
            "answers": placed(form, one.answers),
            "begin": starting_point(form, one.answers, ()),
        }
        for form, one in papers
    ]
    made = run_node(_PAPER, given, "form-answers.js", "form-checks.js", "form-paper.js")
    assert len(made) == len(papers) > 0
    for (form, one), said in zip(papers, made, strict=True):
        assert said["lost"] == [], form.id
        assert said["paper"]["left"] == [], form.id
        assert _shown(said["paper"]) == _told(form, one), form.id


def _shown(made: Any) -> list[Any]:
    """A paper of the browser as lines; information is left out, as on the page of an example."""
    return [
        [item["label"], item.get("value", ""), item.get("heads", []), item.get("rows", []),
         [[one["label"], one["on"]] for one in item.get("options", [])]
         or ([["Ja", item["on"]]] if item["kind"] == "tick" else [])]
        for part in made["sections"] for item in part["items"] if item["kind"] != "info"
    ]  # fmt: skip


def _told(form: Form, one: FilledForm) -> list[Any]:
    parts = paper(form, one.answers)
    return json.loads(json.dumps([_line(line) for part in parts for line in part.lines]))


def _line(line: Line) -> list[Any]:
    return [line.label, line.value, line.heads, line.rows, line.ticks]
