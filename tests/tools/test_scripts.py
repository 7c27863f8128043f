"""The scripts' own tests, run by node's test runner; and that pages load no more than they need."""

from __future__ import annotations

import gzip
import re
import subprocess
from pathlib import Path

import pytest

from handbook.build import Build
from handbook.hosting import POLICY
from handbook.publishing.assets import assets
from handbook.render.form_scripts import PAGE_SCRIPTS
from tools.node import SCRIPTS, run_node

HERE = Path(__file__).parent


@pytest.mark.parametrize("file", sorted(HERE.glob("*.test.mjs")), ids=lambda file: file.name)
def test_in_node(file: Path) -> None:
    run = subprocess.run(["node", "--test", str(file)], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    "name",
    [
        "calculator",
        "chooser",
        "chooser-answer",
        "chooser-monday",
        "chooser-page",
        "compare",
        "costing",
        "checklist",
        "plan",
        "plan-dates",
        "plan-words",
        "plan-table",
        "date-field",
        "plan-calendar",
        "assessment",
        "case",
        "case-desk",
        "case-line",
        "case-form",
    ],
)
def test_a_script_is_small_and_needs_nothing_from_outside(name: str) -> None:
    text = (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
    assert len(text.encode()) < 25_000
    assert "'use strict';" in text


_PARSED = """
const out = input.map((file) => {
  try { new vm.Script(fs.readFileSync(file, 'utf8')); return ''; }
  catch (error) { return `${file}: ${error}`; }
});
"""


def test_every_script_can_be_read() -> None:
    """One that cannot takes every page with it that has it, and no build would tell."""
    files = sorted(SCRIPTS.parent.rglob("*.js"))
    assert len(files) > 40
    assert [fault for fault in run_node(_PARSED, list(map(str, files))) if fault] == []


MARKUP = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "srcdoc", "Unsafe",
          "createContextualFragment")  # fmt: skip
CALLS = ("eval(", "new Function", "fetch(", "XMLHttpRequest", "import(", "new Worker", "sendBeacon")


@pytest.mark.parametrize("file", sorted(SCRIPTS.glob("*.js")), ids=lambda file: file.stem)
def test_a_script_makes_no_markup_or_code_of_text_and_calls_nobody(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert [one for one in (*MARKUP, *CALLS) if one in text] == []


def test_what_the_policy_excepts_has_one_way_each() -> None:
    """A script of ours is added by name, and the XML of a Word file is read; see hosting.py."""
    texts = {file.stem: file.read_text(encoding="utf-8") for file in SCRIPTS.glob("*.js")}
    made = {
        name: file
        for file, text in texts.items()
        for name in re.findall(r"createPolicy\(['\"]([\w-]+)", text)
    }
    assert made == {"handboka": "theme", "word-xml": "form-word"}
    assert POLICY["trusted-types"].split() == sorted(made)
    for file, text in texts.items():
        for line in re.findall(r"\.src = .*|.*parseFromString.*", text):
            assert "createScriptURL(" in line or "asXml.createHTML(" in line, file


@pytest.mark.slow
def test_the_scripts_keep_to_their_types() -> None:
    tsc = HERE.parent / "scripts/node_modules/.bin/tsc"
    assert tsc.exists(), "TypeScript mangler. Kjør: npm ci --prefix tests/scripts"
    run = subprocess.run(
        [str(tsc), "-p", str(HERE.parent / "scripts")], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_a_page_that_needs_no_script_has_none(real: Build) -> None:
    with_scripts = {page.kind for page in real.pages if page.scripts}
    assert with_scripts <= {"chooser", "comparison", "effort", "memo", "model", "my-role", "plan",
                            "criteria", "step",
                            "getting-started", "form", "handover", "deletion", "moved",
                            "participant", "privacy", "exceptions", "instrument", "role",
                            "text"}  # fmt: skip
    for page in real.pages:
        for script in page.scripts:
            assert (SCRIPTS.parents[1] / script).is_file(), script


def test_a_form_page_loads_little_before_anybody_answers() -> None:
    served = dict(assets())
    sizes = {name: len(gzip.compress(served[name], 9)) for name in PAGE_SCRIPTS}
    assert sum(sizes.values()) <= 12_000, sizes
