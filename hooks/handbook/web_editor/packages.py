"""The editor's scripts from npm: exactly those the lock names, fetched once, checked by npm.

Nothing in them is run here, and nothing is fetched again until the lock changes.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

FOLDER = ".cache/web-editor"
_PACKAGES = Path(__file__).with_name("npm")
_LOCK = "package-lock.json"
_QUIET = (
    "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress", "--no-update-notifier",
    "--loglevel=error", "--fetch-retries=1",
)  # fmt: skip
_WAIT = 300
"""Seconds; a slow line needs about a minute for the 16 MB."""


class EditorMissingError(Exception):
    """The scripts could not be fetched; the text tells an editor why and what to do."""


def editor_scripts(root: Path) -> dict[str, Path]:
    """Address in the editor's folder → file. Fetches the packages the first time.

    Raises EditorMissingError.
    """
    lock = (_PACKAGES / _LOCK).read_bytes()
    home = root / FOLDER / hashlib.sha256(lock).hexdigest()[:16]
    if not home.is_dir():
        _fetch(home)
    return {file.relative_to(home).as_posix(): file
            for file in sorted(home.rglob("*")) if file.is_file()}  # fmt: skip


def _fetch(home: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise EditorMissingError(
            "Nettredigeringen trenger npm for å hente Decap CMS, og npm finnes ikke på denne "
            "datamaskinen. Installer Node.js (på Debian og Ubuntu: «apt install npm»), og prøv "
            "igjen."
        )
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent) as name:
        work = Path(name)
        for file in ("package.json", _LOCK):
            shutil.copy(_PACKAGES / file, work)
        try:
            run = subprocess.run(
                [npm, "ci", *_QUIET], cwd=work, capture_output=True, text=True,
                encoding="utf-8", errors="replace", timeout=_WAIT,
            )  # fmt: skip
            said = "" if run.returncode == 0 else run.stderr or run.stdout
        except subprocess.TimeoutExpired:
            said = f"npm svarte ikke på {_WAIT} sekunder"
        if said:
            first = next((line for line in said.splitlines() if line.strip()), "")
            raise EditorMissingError(
                "Nettredigeringen trenger to pakker som npm ikke fikk hentet. Se om datamaskinen "
                f"er på nett, og prøv igjen. npm sier: {first.strip()[:300]}"
            )
        kept = work / "kept"
        _keep(work / "node_modules", kept)
        kept.replace(home)


def _keep(packages: Path, to: Path) -> None:
    """The bundle with its licences, and the YAML reader; not maps and second copies of the same."""
    decap, yaml = packages / "decap-cms", packages / "yaml"
    to.mkdir()
    for name in ("decap-cms.js", "decap-cms.js.LICENSE.txt"):
        shutil.copy(decap / "dist" / name, to)
    shutil.copytree(yaml / "browser", to / "yaml", ignore=shutil.ignore_patterns("package.json"))
    shutil.copy(yaml / "LICENSE", to / "yaml")
