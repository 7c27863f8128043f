"""Who may import whom, and which library lives where: LAYOUT's table, held by reading imports."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

HOOKS = Path(__file__).parent.parent / "hooks"
PACKAGE = HOOKS / "handbook"

OURS = {
    "model": set(),
    "findings": set(),
    "fonts": set(),
    "kept": {"programme"},
    "hosting": set(),
    "lettering": set(),
    "norwegian": set(),
    "pictograms": set(),
    "programme": set(),
    "collector": set(),
    "report": {"findings"},
    "codes": {"findings"},
    "reading": {"model", "findings", "codes", "kept", "document", "programme"},
    "checks": {"model", "findings", "codes", "language", "lettering", "pictograms"},
    "language": {"model", "findings", "codes"},
    "document": {"model"},
    "sections": {"document", "model"},
    "render": {"document", "model", "lettering", "pictograms"},
    "pages": {
        "model", "findings", "codes", "kept", "document", "sections", "render",
    },
    "search": {"model", "kept", "document", "render"},
    "forms": {"document", "model", "lettering", "pictograms"},
    "decks": {"document", "lettering", "render"},
    "book": {
        "document", "sections", "render", "model", "forms", "lettering", "pictograms",
    },
    "publishing": {
        "model", "findings", "codes", "kept", "hosting", "reading", "pages", "forms",
        "book", "decks", "document", "sections", "render", "verdict",
    },
    "editing": {"model", "findings", "codes", "kept", "reading", "checks", "document"},
    "watching": {"findings", "report"},
    "verdict": {"findings", "kept", "programme"},
    "web_editor": {"model", "findings", "checks", "editing", "reading"},
    "checking": {"collector", "findings", "kept", "reading", "checks", "editing"},
    "build": {
        "collector", "model", "findings", "codes", "kept", "hosting", "reading", "checking",
        "document", "pages", "search", "publishing", "editing", "sections",
    },
    "export": {"build", "model", "pages", "render"},
}  # fmt: skip
"""Room → rooms it may import. The commands and the adapter stand outside and may use all."""

OPEN = {"norwegian", "fonts"}
"""What every room may use: how the language writes dates, numbers and lists; where fonts lie."""

LIBRARIES = {
    "yaml": {"reading"},
    "pydantic": {"model", "reading"},
    "pydantic_core": {"model"},
    "markdown_it": {"model", "reading"},
    "typst": {"forms", "book"},
    "pikepdf": {"forms", "book"},
    "fontTools": {"lettering"},
    "segno": {"forms", "book"},
    "docx": {"forms"},
    "pptx": {"decks"},
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


@cache
def imports(file: Path) -> tuple[tuple[str, int], ...]:
    return tuple(_imports(file))


def _imports(file: Path) -> Iterator[tuple[str, int]]:
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
            if parts[0] == "handbook" and parts[1] not in {room, *OPEN, *OURS[room]}:
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


def at_import(tree: ast.AST) -> Iterator[str]:
    """What is imported as soon as the file is; imports inside functions wait."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from at_import(node)


def test_no_module_waits_for_itself() -> None:
    """Without a circle, every module can be the first one imported."""
    files = {
        ".".join(file.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__"): file
        for file in sorted(PACKAGE.rglob("*.py"))
    }
    needs: dict[str, set[str]] = {}
    for name, file in files.items():
        found = at_import(ast.parse(file.read_text(encoding="utf-8")))
        # `from handbook.document import places` needs a module, `… import compose_pages` its room.
        wanted = {one if one in files else one.rpartition(".")[0] for one in found}
        needs[name] = wanted & files.keys()
    assert len(needs) > 100
    tuple(TopologicalSorter(needs).static_order())  # raises CycleError with the circle


def test_a_circle_is_noticed() -> None:
    with pytest.raises(CycleError):
        tuple(TopologicalSorter({"a": {"b"}, "b": {"a"}}).static_order())


def test_a_check_loads_no_writer() -> None:
    """Whoever writes waits for `check` after each sentence; PDF and Word are loaded by others."""
    loaded = loaded_by("handbook.commands.check", "handbook.checking")
    assert "yaml" in loaded
    heavy = {
        "docx",
        "pptx",
        "lxml",
        "pikepdf",
        "typst",
        "fontTools",
        "xlsxwriter",
        "segno",
        "mkdocs",
    }
    ours = {f"handbook.{room}" for room in ("pages", "book", "decks", "forms", "render")}
    assert not loaded & (heavy | ours)


def test_a_check_loads_nothing_before_it_knows_that_something_has_changed() -> None:
    loaded = loaded_by("handbook.commands.check")
    assert "handbook.verdict" in loaded
    assert not loaded & {"yaml", "pydantic", "markdown_it", "handbook.model.noun"}


def loaded_by(*modules: str) -> set[str]:
    """All that Python has loaded after modules of ours."""
    code = f"import {', '.join(modules)}, sys; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(HOOKS)},
    )  # fmt: skip
    return set(run.stdout.split())
