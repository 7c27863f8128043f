"""`handbook format`: the files in their fixed form."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from handbook.editing.canonical import NotCanonicalError, formatted
from handbook.editing.files import write_whole
from handbook.editing.shapes import content_files, kind_of
from handbook.findings import Finding
from handbook.report import as_text


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "--check", action="store_true", help="bare si hvilke som ville blitt endret"
    )
    parser.add_argument("files", nargs="*", help="bare disse filene")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    root: Path = options.root
    names = [_relative(root, name) for name in options.files] or list(content_files(root))
    findings: list[Finding] = []
    changed = []
    for name in filter(kind_of, names):
        data = (root / name).read_bytes()
        try:
            made = formatted(data, name)
        except NotCanonicalError:
            print(f"{name}: kan ikke skrives om uten å endre innholdet; fila er ikke rørt. "
                  "Si fra til utviklerne.", file=sys.stderr)  # fmt: skip
            return 2
        findings += made.findings
        if made.text is not None and made.text.encode() != data:
            changed.append(name)
            if not options.check:
                write_whole(root / name, made.text.encode())
    for name in changed:
        print(f"{name}: {'er ikke i fast form' if options.check else 'skrevet i fast form'}")
    if findings:
        print(as_text(findings))
        print("Filer med feil er ikke rørt.", file=sys.stderr)
    if options.check and changed:
        print("Kjør «make format» for å rette dem.", file=sys.stderr)
    return int(bool(findings) or (options.check and bool(changed)))


def _relative(root: Path, name: str) -> str:
    path = Path(name)
    if path.is_absolute():
        return path.relative_to(root.resolve()).as_posix()
    return path.as_posix()
