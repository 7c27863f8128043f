"""The recipes for GitHub and GitLab: right by their schemas, careful, about real commands."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
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


@pytest.mark.slow
def test_the_hosts_own_schemas_accept_them(tmp_path: Path) -> None:
    assert not _judged("vendor.github-workflows", *GITHUB)
    assert not _judged("vendor.renovate", ROOT / "renovate.json")
    config, *forms = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
    assert config.stem == "config" and len(forms) >= 3
    assert not _judged("vendor.github-issue-config", config)
    assert not _judged("vendor.github-issue-forms", *forms)
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
            assert step.get("uses", "actions/").startswith("actions/")
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
    asked = [step["run"] for step in code["jobs"]["tests"]["steps"] if "run" in step]
    assert asked == [".ci/run"]


def _steps(recipe: Any) -> list[Any]:
    return [step for job in recipe["jobs"].values() for step in job["steps"]]


def test_gitlab_runs_the_suite_for_all_that_is_not_content_and_for_nothing_else() -> None:
    recipe = yaml.load(GITLAB.read_text("utf-8"), _Gitlab)
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


def test_each_job_is_one_target_that_can_be_run_anywhere() -> None:
    """What a host alone can do – install, upload, comment – is told on the guide's page."""
    github = {
        (file.stem, name): [step["run"] for step in job["steps"] if "run" in step]
        for file in GITHUB
        for name, job in yaml.safe_load(file.read_text("utf-8"))["jobs"].items()
        if any("checkout" in step.get("uses", "") for step in job["steps"])
    }
    gitlab = {
        ("gitlab", name): job["script"]
        for name, job in yaml.load(GITLAB.read_text("utf-8"), _Gitlab).items()
        if isinstance(job, dict) and "script" in job
    }
    assert len(github) >= 6 and len(gitlab) >= 7
    for job, lines in (github | gitlab).items():
        asked = [line for line in lines if re.search(r"\bmake |\.ci/run", line)]
        assert len(asked) == 1, f"{job}: {lines}"


def test_what_only_a_host_can_show_is_told_as_untried() -> None:
    told = (ROOT / "docs/redaksjon/publisere.md").read_text("utf-8").partition("{#ikke-provd}")[2]
    recipes = "".join(file.read_text("utf-8") for file in (*GITHUB, GITLAB))
    used = set(re.findall(r"uses: (actions/[a-z-]+)@", recipes))
    used |= set(re.findall(r"\b(?:python|debian):[\d.]+(?:-[a-z]+)?", recipes))
    assert len(used) > 5
    assert {name for name in used if f"`{name}`" not in told} == set()


class _Gitlab(yaml.SafeLoader):
    """GitLab's own «!reference» is read as the list it points with."""


_Gitlab.add_constructor("!reference", lambda loader, node: loader.construct_sequence(node))


def test_an_action_is_named_by_what_it_is_and_says_its_version() -> None:
    """A tag can be moved to other code; the hash of a commit cannot."""
    used = [line for file in GITHUB for line in re.findall(r"uses: (.*)", file.read_text("utf-8"))]
    assert used
    wrong = [one for one in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v[\d.]+", one)]
    assert wrong == []


def test_everything_a_target_installs_from_pypi_has_a_hash() -> None:
    installs = re.findall(r"pip install (.*)", (ROOT / "Makefile").read_text("utf-8"))
    assert installs
    assert [line for line in installs if "--require-hashes" not in line] == []


def test_everything_a_target_installs_from_npm_has_a_hash_and_runs_nothing() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    lines = re.findall(r"\bnpm (?:ci|i|install|exec|x)\b.*|\bnpx\b.*", makefile)
    assert len(lines) >= 6
    assert [one for one in lines if not one.startswith("npm ci ")] == []
    assert [one for one in lines if "--ignore-scripts" not in one] == []
    for lock in (ROOT / "tests").glob("*/package-lock.json"):
        told = json.loads(lock.read_text("utf-8"))["packages"]
        assert [name for name, one in told.items() if name and "integrity" not in one] == []


def test_the_oldest_and_the_newest_python_are_tried() -> None:
    """Which they are is said in pyproject.toml alone; Debian 12 has 3.11.2."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    versions = [told.rpartition(" ")[2] for told in project["classifiers"]]
    oldest, newest = versions[0], versions[-1]
    assert project["requires-python"] == f">={oldest}"
    images = ["debian:12", f"python:{newest}-bookworm"]
    code = yaml.safe_load((ROOT / ".github/workflows/code.yml").read_text("utf-8"))
    gitlab = yaml.load(GITLAB.read_text("utf-8"), _Gitlab)
    assert code["jobs"]["python"]["strategy"]["matrix"]["image"] == images
    assert gitlab["python"]["parallel"]["matrix"] == [{"IMAGE": images}]
    assert f"Python {oldest} eller nyere" in (ROOT / "README.md").read_text("utf-8")
    ruff = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"]
    assert ruff["target-version"] == f"py{oldest.replace('.', '')}"


def test_what_is_locked_can_be_renewed_by_its_own_header() -> None:
    """Renovate runs the command at the top of a lock; it is the one that `make lock` runs."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for name in ("requirements.lock", "requirements-test.lock", "requirements-tools.lock"):
        told = (ROOT / name).read_text("utf-8").splitlines()[1].removeprefix("#").strip()
        options = told.removeprefix("uv pip compile ")
        assert f"--output-file={name}" in options
        assert f"uv pip compile --quiet {options}\n" in makefile


def test_make_proposal_runs_all_that_a_proposal_is_judged_by() -> None:
    skipped = ("-o", ".venv/site.ok", "-o", ".venv/test.ok")
    said = subprocess.run(
        ["make", "-n", *skipped, "proposal", "BASE=abc"], cwd=ROOT, capture_output=True, text=True
    ).stdout
    for part in (
        "handbook check",
        "handbook review --base abc",
        "mkdocs build --strict",
        'pytest -q -n auto --dist loadfile -m "content and not exhaustive"',
    ):
        assert part in said
    assert "handbook format" not in said, "the form of a file is no reason to refuse what it says"


def test_what_takes_long_is_run_every_night() -> None:
    nightly = yaml.safe_load((ROOT / ".github/workflows/nightly.yml").read_text("utf-8"))
    assert ".ci/run exhaustive" in [step.get("run") for step in _steps(nightly)]
    job = yaml.load(GITLAB.read_text("utf-8"), _Gitlab)["exhaustive"]
    assert (job["extends"], job["script"]) == (".nightly", [".ci/run exhaustive"])
