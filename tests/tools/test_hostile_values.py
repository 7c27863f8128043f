"""What pages take in – an address, what is kept, a file – may be anything; nothing falls."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbook.model.case import Case
from tools.node import run_node

NAMES = ["constructor", "toString", "__proto__", "hasOwnProperty", "", "alle", "a.1.b", "a.1e9.b"]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(NAMES),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*NAMES, "done", "seen", "form", "answers", "x.300000.y"]), inner
        )
    ),
    max_leaves=12,
)
TEXTS = st.one_of(VALUES.map(json.dumps), st.text(max_size=20))
_TIMED = """
const out = input.map((text) => {
  const began = process.cpuUsage();
  const said = %s;
  return [said === undefined ? null : said, process.cpuUsage(began).user / 1000];
});
"""
SLOWEST = 200
"""Milliseconds of work, as a reader notices; a busy machine counts for nothing."""


FORM = {
    "id": "P",
    "sections": [{"title": "Del", "fields": [
        {"id": "constructor", "label": "Navn", "type": "text"},
        {"id": "a", "label": "Tabell", "type": "table", "rows": 3, "most_rows": 50,
         "columns": [{"id": "b", "label": "Kolonne", "type": "text"}]},
    ]}],
}  # fmt: skip
_ANSWERS = ("form-answers.js", "form-paper.js", "form-proposal.js")
_UNDERSTOOD = f"""(() => {{
  const form = {json.dumps(FORM)};
  let told = null;
  try {{ told = JSON.parse(text); }} catch {{ /* as the page does */ }}
  const good = handbookProposal.understood(form, told);
  if (typeof good === 'string') return null;
  handbookPaper.paper(form, good.answers);
  return handbookAnswers.sorted(form, good.answers).placed;
}})()"""


def _said(code: str, texts: list[str], *scripts: str) -> list[object]:
    answers = run_node(_TIMED % code, texts, *scripts)
    assert max(took for _, took in answers) < SLOWEST
    return [said for said, _ in answers]


@pytest.mark.slow
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.data_too_large])
@given(st.lists(TEXTS, min_size=40, max_size=40))
def test_what_is_kept_of_a_checklist_may_be_anything(texts: list[str]) -> None:
    for said in _said("handbookChecklist.read(text)", [*texts, "5", "", "null"], "checklist.js"):
        assert said is None or set(said) == {"done", "seen"}  # type: ignore[call-overload]
        if isinstance(said, dict):
            assert all(isinstance(one, str) for ids in said["done"].values() for one in ids)
            assert all(isinstance(signs, dict) for signs in said["seen"].values())


@pytest.mark.slow
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.data_too_large])
@given(st.lists(VALUES, min_size=40, max_size=40))
def test_a_saved_plan_may_hold_anything(answers: list[object]) -> None:
    texts = [json.dumps({"form": "P", "answers": one}) for one in answers]
    for said in _said(_UNDERSTOOD, texts, *_ANSWERS):
        assert said is None or isinstance(said, dict)
        for key, value in (said or {}).items():
            assert isinstance(value, str)
            assert key in ("constructor", "a.1.b")


@pytest.mark.parametrize(
    "text", ["{", "[]", "null", '{"form":"X"}', '{"form":"P","answers":[1]}', "x" * 13_000_000]
)
def test_a_file_that_is_no_plan_is_refused(text: str) -> None:
    assert _said(_UNDERSTOOD, [text], *_ANSWERS) == [None]


def test_a_file_with_a_row_too_many_keeps_the_answer_without_a_place() -> None:
    text = json.dumps({"form": "P", "answers": {"a.50.b": "femti", "a.51.b": "én til"}})
    assert _said(_UNDERSTOOD, [text], *_ANSWERS) == [{"a.50.b": "femti"}]


_OPENED = """(() => {
  const found = handbookCase.read(text);
  if (typeof found === 'string') return found;
  const file = handbookCase.write(found.told, { handbook: 'H', edition: '1', saved: '' });
  const again = handbookCase.read(file);
  return [found.told, again.told, again.said, handbookCase.answers(found.told)];
})()"""
_PARTS = st.dictionaries(
    st.sampled_from(["name", "model", "start", "people", "contact", "options", "done", "edition"]),
    VALUES,
)


@pytest.mark.slow
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.data_too_large])
@given(st.lists(_PARTS, min_size=20, max_size=20), st.lists(TEXTS, min_size=20, max_size=20))
def test_a_case_may_hold_anything(parts: list[dict[str, object]], texts: list[str]) -> None:
    """A file is refused in a sentence, or what is taken of it is written and read the same."""
    known = {"format": "inkluderingshandboka-sak", "contract": 1}
    for said in _said(_OPENED, [*texts, *(json.dumps(one | known) for one in parts)], "case.js"):
        if isinstance(said, list):
            told, again, spoilt, answers = said
            assert spoilt == []
            assert {part: again[part] for part in told if part not in ABOUT_THE_FILE} == {
                part: told[part] for part in told if part not in ABOUT_THE_FILE
            }
            Case.model_validate(again)
            assert all(isinstance(one, str) for one in answers.values())
        else:
            assert "Ingenting er hentet" in str(said)


ABOUT_THE_FILE = ("handbook", "edition", "saved", "seen")
"""What is written anew each time."""


@pytest.mark.parametrize("name", NAMES)
def test_an_address_names_known_questions_only(name: str) -> None:
    texts = [f"#endre={name}", f"#{name}=alle", f"#q={name}&vis=svar", f"#endre=q&{name}"]
    for said in _said("handbookChooser.readHash(text, {q: ['x']})", texts, "chooser.js"):
        assert said["change"] in ("", "q")  # type: ignore[index]
        assert said["given"] in ({}, {"q": ["x"]})  # type: ignore[index]
