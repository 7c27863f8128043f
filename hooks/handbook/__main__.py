"""`python -m handbook check`: the commands. The only room with a clock and exit codes."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from handbook.build import build, find
from handbook.export import FolderNotOursError, export
from handbook.report import as_github, as_json, as_text, exit_code

_FORMATS = {"text": as_text, "json": as_json, "github": as_github}


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 well, 1 findings to mend, 2 misuse."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    options = _parser().parse_args(arguments)
    return int(options.run(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="handbook", description="Inkluderingshåndboka")
    parser.add_argument("--root", type=Path, default=Path(), help="prosjektets mappe")
    parser.add_argument(
        "--today", type=dt.date.fromisoformat, default=dt.date.today(), help="dato, ÅÅÅÅ-MM-DD"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("check", help="kontroller innholdet")
    command.add_argument("--format", choices=list(_FORMATS), default="text", help="utskrift")
    command.set_defaults(run=_check)
    command = commands.add_parser(
        "export", help="skriv håndboka som filer en annen motor kan bygge"
    )
    command.add_argument("--out", type=Path, required=True, help="mappa som skal fylles")
    command.set_defaults(run=_export)
    return parser


def _check(options: argparse.Namespace) -> int:
    _, findings = find(options.root, options.today)
    print(_FORMATS[options.format](findings))
    return exit_code(findings)


def _export(options: argparse.Namespace) -> int:
    made = build(options.root, options.today)
    if made.errors:
        print(as_text(made.findings))
        return 1
    try:
        count = export(made, options.root, options.out)
    except FolderNotOursError as error:
        print(f"Mappa {error} er ikke tom. Velg en ny mappe, eller tøm den først.", file=sys.stderr)
        return 2
    print(f"Skrev {count} filer til {options.out}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
