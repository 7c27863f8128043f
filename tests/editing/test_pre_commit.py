"""The checks before a commit are the same as everywhere else, and run when their files change."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from handbook.editing.shapes import content_files


def _hooks(root: Path) -> dict[str, Any]:
    config = yaml.safe_load((root / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    return {hook["entry"]: hook for repo in config["repos"] for hook in repo["hooks"]}


def _unseen(hook: Any, files: Sequence[str]) -> list[str]:
    assert files
    return [file for file in files if not re.search(hook["files"], file)]


def test_each_check_is_a_make_target(root: Path) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    assert set(_hooks(root)) == {"make --silent check", "make --silent lint"}
    assert re.search(r"^check: .*\n\t.* -m handbook check\b", makefile, re.MULTILINE)
    lint = re.search(r"^lint: .*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    assert lint and "ruff check" in lint[1] and "mypy" in lint[1]


def test_the_content_is_checked_when_any_content_file_is_changed(root: Path) -> None:
    assert _unseen(_hooks(root)["make --silent check"], list(content_files(root))) == []


def test_the_code_is_checked_when_any_code_is_changed(root: Path) -> None:
    code = subprocess.run(
        ["git", "ls-files", "*.py"], cwd=root, capture_output=True, text=True, check=True
    ).stdout.split()
    assert _unseen(_hooks(root)["make --silent lint"], code) == []
