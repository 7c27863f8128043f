"""Who may import whom, and which library lives where: LAYOUT's table, held by reading imports."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOOKS = Path(__file__).parent.parent / "hooks"
PACKAGE = HOOKS / "handbook"

OURS = {
    "model": set(),
    "findings": set(),
    "cache": set(),
    "hosting": set(),
    "report": {"findings"},
    "codes": {"findings"},
    "reading": {"model", "findings", "codes"},
    "checks": {"model", "findings", "codes", "language"},
    "language": {"model", "findings", "codes"},
    "pages": {"model", "findings", "codes"},
    "search": {"model", "pages"},
    "forms": {"model"},
    "edition": {"model", "forms"},
    "publishing": {
        "model", "findings", "codes", "cache", "hosting", "reading", "pages", "forms", "edition",
    },
    "editing": {"model", "findings", "codes", "reading", "checks", "pages"},
    "build": {
        "model", "findings", "codes", "cache", "reading", "checks", "language", "pages", "search",
        "publishing", "editing",
    },
    "export": {"build", "model", "pages"},
}  # fmt: skip
"""Room → rooms it may import. The commands and the adapter stand outside and may use all."""

LIBRARIES = {
    "yaml": {"reading"},
    "pydantic": {"model", "reading"},
    "pydantic_core": {"model"},
    "markdown_it": {"model"},
    "jinja2": {"pages"},
    "markupsafe": {"pages"},
    "typst": {"forms", "edition"},
    "pikepdf": {"forms", "edition"},
    "fontTools": {"forms", "edition"},
    "segno": {"forms", "edition"},
    "docx": {"forms"},
    "lxml": {"forms"},
    "xlsxwriter": {"forms"},
    "mkdocs": set(),
    "material": set(),
}
"""Library → rooms that may know it; MkDocs is known to the adapter alone."""


def modules() -> Iterator[tuple[str, Path]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        first = file.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if first not in ("__main__", "__init__", "commands"):
            yield first, file


def imports(file: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: relative import"
            for alias in node.names:
                yield f"{node.module}.{alias.name}", node.lineno


def test_every_room_imports_inward_only() -> None:
    rooms = {room for room, _ in modules()}
    assert rooms <= OURS.keys(), f"rooms without a row in the table: {rooms - OURS.keys()}"
    wrong = []
    for room, file in modules():
        for name, line in imports(file):
            parts = name.split(".")
            if parts[0] == "handbook" and parts[1] not in {room, *OURS[room]}:
                wrong.append(f"{file.relative_to(HOOKS)}:{line}: {room} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_every_library_stays_in_its_room() -> None:
    wrong = []
    for room, file in modules():
        for name, line in imports(file):
            library = name.split(".")[0]
            if library in LIBRARIES and room not in LIBRARIES[library]:
                wrong.append(f"{file.relative_to(HOOKS)}:{line}: {room} imports {library}")
    assert not wrong, "\n".join(wrong)


def test_only_the_adapter_knows_mkdocs() -> None:
    knows = [
        file.relative_to(HOOKS).as_posix()
        for file in sorted(HOOKS.rglob("*.py"))
        if any(name.split(".")[0] in ("mkdocs", "material") for name, _ in imports(file))
    ]
    assert knows == ["mkdocs_events.py"]


@pytest.mark.slow
def test_each_module_can_be_imported_first() -> None:
    names = [
        ".".join(file.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__")
        for _, file in modules()
    ]
    code = "import importlib, sys; importlib.import_module(sys.argv[1])"
    failed = []
    for name in names:
        run = subprocess.run([sys.executable, "-c", code, name], cwd=HOOKS, capture_output=True)
        if run.returncode:
            failed.append(f"{name}: {run.stderr.decode().splitlines()[-1]}")
    assert not failed, "\n".join(failed)
