"""The tiny handbook of the checks' tests, in a folder of its own, with and without Git."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from changing import TINY, git


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny handbook to change."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


@pytest.fixture
def repository(tiny: Path) -> Path:
    """The tiny handbook as the only commit of a Git repository."""
    git(tiny, "init", "--quiet")
    git(tiny, "add", ".")
    git(tiny, "commit", "--quiet", "-m", "grunnlag")
    return tiny
