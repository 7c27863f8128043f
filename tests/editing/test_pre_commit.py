"""The checks before a commit are the same as everywhere else, and run when content is changed."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from handbook.editing.shapes import content_files


def test_each_check_is_a_make_target_and_sees_every_content_file(root: Path) -> None:
    config = yaml.safe_load((root / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    hooks = [hook for repo in config["repos"] for hook in repo["hooks"]]
    assert [hook["entry"] for hook in hooks] == ["make --silent check"]
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    files = list(content_files(root))
    assert files
    for hook in hooks:
        target = hook["entry"].split()[-1]
        assert re.search(rf"^{target}: .*\n\t.* -m handbook {target}\b", makefile, re.MULTILINE)
        assert [file for file in files if not re.search(hook["files"], file)] == []
