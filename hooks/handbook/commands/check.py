"""`handbook check`: every finding in the content."""

from __future__ import annotations

import argparse

from handbook.checking import find
from handbook.editing.release import FOLDER as RELEASES
from handbook.editing.schema_files import write_schemas
from handbook.report import FORMATS, exit_code


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--format", choices=list(FORMATS), default="text", help="utskrift")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    reading, findings = find(options.root, options.today)
    write_schemas(options.root, reading.handbook)
    if any((options.root / RELEASES).glob("*.json")) and not exit_code(findings):
        from handbook.build import Options, build  # noqa: PLC0415 - loads every writer

        findings = build(options.root, options.today, options=Options(files=False)).findings
    print(FORMATS[options.format](findings))
    return exit_code(findings)
