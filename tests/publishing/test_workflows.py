"""The recipes for GitHub and GitLab: right by their schemas, careful, about real commands."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

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
    broken.write_text(GITLAB.read_text("utf-8").replace("allow_failure: true", "allow: true"))
    assert "allow" in _judged("vendor.gitlab-ci", broken, more=gitlab)


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
    asked = re.findall(r"\bmake ((?:--silent )?[a-z ]+)", file.read_text("utf-8"))
    names = {name for line in asked for name in line.replace("--silent", "").split()}
    assert names
    assert names <= TARGETS
