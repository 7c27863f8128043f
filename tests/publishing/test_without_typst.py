"""A machine that Typst has no wheel for gets the whole site, and one sentence about the rest."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from project import ROOT

pytestmark = pytest.mark.slow

_BUILD = """
import datetime as dt, json, sys
from pathlib import Path
sys.modules["typst"] = None
from handbook.build import build
from handbook.render.html import article
made = build(Path(sys.argv[1]), dt.date(2026, 11, 22))
page = next(page for page in made.pages if page.path == "last-ned/index")
shown = article(page.section, page.path)
print(json.dumps({
    "missing": made.missing, "errors": [f.problem for f in made.errors],
    "pages": [page.path for page in made.pages], "files": sorted(made.files),
    "told": made.missing in shown,
}))
"""


def test_the_site_is_whole_but_for_its_pdfs() -> None:
    tiny = ROOT / "tests" / "checks" / "tiny"
    command = [sys.executable, "-c", _BUILD, str(tiny)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    run = subprocess.run(command, capture_output=True, text=True, env=environment, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    made = json.loads(run.stdout)
    assert made["errors"] == []
    assert "Typst finnes ikke for denne datamaskinen" in made["missing"]
    assert made["told"]
    assert "skjema/SKJ-01" in made["pages"]
    assert not [name for name in made["files"] if name.endswith(".pdf")]
    assert "data/handbook.json" in made["files"]
