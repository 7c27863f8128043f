"""The scripts' own tests, run by node's test runner; and that pages load no more than they need."""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path

import pytest

from handbook.build import Build
from handbook.publishing.assets import assets
from handbook.render.form_scripts import PAGE_SCRIPTS
from tools.node import SCRIPTS

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
        "compare",
        "costing",
        "checklist",
        "plan",
        "plan-dates",
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
    for forbidden in ("eval(", "new Function", "innerHTML", "fetch(", "XMLHttpRequest", "import("):
        assert forbidden not in text


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
                            "participant", "privacy", "exceptions", "instrument"}  # fmt: skip
    for page in real.pages:
        for script in page.scripts:
            assert (SCRIPTS.parents[1] / script).is_file(), script


def test_a_form_page_loads_little_before_anybody_answers() -> None:
    served = dict(assets())
    sizes = {name: len(gzip.compress(served[name], 9)) for name in PAGE_SCRIPTS}
    assert sum(sizes.values()) <= 12_000, sizes
