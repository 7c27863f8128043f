"""`python -m handbook check`: the handbook's commands."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from handbook.reading.folder import read_handbook
from handbook.report import as_github, as_json, as_text, exit_code


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(prog="handbook", description="Inkluderingshåndboka")
    parser.add_argument("--root", type=Path, default=Path(), help="prosjektets mappe")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="kontroller innholdet")
    check.add_argument("--format", choices=["text", "json", "github"], default="text")
    options = parser.parse_args(arguments)
    reading = read_handbook(options.root)
    findings = reading.findings
    print({"text": as_text, "json": as_json, "github": as_github}[options.format](findings))
    return exit_code(findings)


if __name__ == "__main__":
    sys.exit(main())
