"""`handbook check`: every finding in the content.

Two stages: what can be told by reading, and with `--outputs` what only the making of pages, forms
and book can tell. The second waits for the first, and takes what it can from the cache.
"""

from __future__ import annotations

import argparse
import sys

from handbook.checking import find
from handbook.checks import DATED_RULES, RULES, waiting
from handbook.editing.release import FOLDER as RELEASES
from handbook.editing.schema_files import write_schemas
from handbook.findings import Finding
from handbook.kept import CACHE_FOLDER, Cache
from handbook.report import FORMATS, exit_code


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--format", choices=list(FORMATS), default="text", help="utskrift")
    parser.add_argument(
        "--outputs", action="store_true", help="lag også sider, skjemaer og bok, og se om alt går"
    )


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    reading, findings = find(options.root, options.today)
    write_schemas(options.root, reading.handbook)
    released = any((options.root / RELEASES).glob("*.json"))
    waits = exit_code(findings)
    if not waits and (options.outputs or released):
        findings = _made(options)
    print(FORMATS[options.format](findings))
    if left := waiting(reading):
        print(f"{left} av {len(RULES) + len(DATED_RULES)} regler venter, for de ser på flere filer "
              "samtidig. De kjøres når alle filene kan leses.", file=sys.stderr)  # fmt: skip
    if waits and options.outputs:
        print("Sider, skjemaer og bok er ikke prøvd; det venter til feilene over er rettet.",
              file=sys.stderr)  # fmt: skip
    return exit_code(findings)


def _made(options: argparse.Namespace) -> tuple[Finding, ...]:
    """What is found when everything is made; the files only when they are asked for."""
    from handbook.build import Options, build  # noqa: PLC0415 - loads every writer

    cache = Cache(options.root / CACHE_FOLDER) if options.outputs else Cache()
    return build(options.root, options.today, cache, Options(files=options.outputs)).findings
