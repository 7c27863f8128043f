"""The recipes for GitHub and GitLab: right by their schemas, careful, about real commands."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from project import ROOT

GITHUB = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def _judged(schema: str, *files: Path, more: tuple[str, ...] = ()) -> str:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *more]
    run = subprocess.run([*command, *map(str, files)], capture_output=True, text=True)
    return "" if run.returncode == 0 else run.stdout + run.stderr


def test_the_hosts_own_schemas_accept_them(tmp_path: Path) -> None:
    assert not _judged("vendor.github-workflows", *GITHUB)
    assert not _judged("vendor.dependabot", ROOT / ".github/dependabot.yml")
    gitlab = ("--data-transform", "gitlab-ci")
    assert not _judged("vendor.gitlab-ci", GITLAB, more=gitlab)
    broken = tmp_path / "ci.yml"
    broken.write_text(
        GITLAB.read_text("utf-8").replace("interruptible: false", "interrupted: false")
    )
    assert "interrupted" in _judged("vendor.gitlab-ci", broken, more=gitlab)


@pytest.mark.parametrize("file", GITHUB, ids=lambda file: file.stem)
def test_no_job_may_do_more_than_it_must(file: Path) -> None:
    recipe = yaml.safe_load(file.read_text("utf-8"))
    assert recipe["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in file.read_text("utf-8")
    for job in recipe["jobs"].values():
        assert job["timeout-minutes"] <= 45
        steps = job["steps"]
        checks_out = any("checkout" in step.get("uses", "") for step in steps)
        writes = "write" in job.get("permissions", {}).values()
        assert not (checks_out and writes), "what may write runs nothing from a proposal"
        for step in steps:
            assert re.fullmatch(r"actions/[a-z-]+@v\d+", step.get("uses", "actions/a@v1"))
            assert "${{" not in step.get("run", ""), "values from outside go through env"
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("file", [*GITHUB, GITLAB], ids=lambda file: file.stem)
def test_every_command_is_there(file: Path) -> None:
    text = file.read_text("utf-8")
    asked = re.findall(r"\bmake ((?:--silent )?[a-z ]+)", text)
    names = {name for line in asked for name in line.replace("--silent", "").split()}
    names |= {name or "test" for name in re.findall(r"\.ci/run *([a-z]*)$", text, re.MULTILINE)}
    assert names
    assert names <= TARGETS


CONTENT = {"model", "forms", "docs"}


def test_a_proposal_about_the_content_runs_make_proposal_and_not_the_suite() -> None:
    proposal, code = (
        yaml.load((ROOT / f".github/workflows/{name}.yml").read_text("utf-8"), yaml.BaseLoader)
        for name in ("proposal", "code")
    )
    assert proposal["on"] == {"pull_request": ""}
    assert any("make proposal" in step.get("run", "") for step in _steps(proposal))
    assert not any(".ci/run" in step.get("run", "") for step in _steps(proposal))
    ignored = code["on"]["pull_request"]["paths-ignore"]
    assert {path.removesuffix("/**") for path in ignored} == CONTENT
    assert [step["run"] for step in _steps(code) if "run" in step] == [".ci/run"]


def _steps(recipe: Any) -> list[Any]:
    return [step for job in recipe["jobs"].values() for step in job["steps"]]


def test_gitlab_runs_the_suite_for_all_that_is_not_content_and_for_nothing_else() -> None:
    recipe = yaml.safe_load(GITLAB.read_text("utf-8"))
    assert any("make proposal" in line for line in recipe["proposal"]["script"])
    told, on_main = recipe["test"]["rules"]
    assert "merge_request_event" in told["if"]
    assert "changes" not in on_main
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    tops = {name.partition("/")[0] + ("/" if "/" in name else "") for name in tracked}
    folders = {top.rstrip("/") for top in tops if top.endswith("/")}
    assert set(told["changes"]) == {"*", *(f"{name}/**/*" for name in folders - CONTENT)}


def test_make_proposal_runs_all_that_a_proposal_is_judged_by() -> None:
    skipped = ("-o", ".venv/site.ok", "-o", ".venv/test.ok")
    said = subprocess.run(
        ["make", "-n", *skipped, "proposal", "BASE=abc"], cwd=ROOT, capture_output=True, text=True
    ).stdout
    for part in (
        "handbook check",
        "handbook review --base abc",
        "mkdocs build --strict",
        "pytest -q -n auto --dist loadfile -m content",
    ):
        assert part in said
    assert "handbook format" not in said, "the form of a file is no reason to refuse what it says"


def test_what_takes_long_is_run_every_night() -> None:
    nightly = yaml.safe_load((ROOT / ".github/workflows/nightly.yml").read_text("utf-8"))
    assert ".ci/run exhaustive" in [step.get("run") for step in _steps(nightly)]
    job = yaml.safe_load(GITLAB.read_text("utf-8"))["exhaustive"]
    assert (job["extends"], job["script"]) == (".nightly", [".ci/run exhaustive"])
