"""`handbook check`: every finding in the content.

Two stages: what can be told by reading, and with `--outputs` what only the making of pages, forms
and book can tell. The second waits for the first, and takes what it can from the cache.
"""

from __future__ import annotations

import argparse
import sys

from handbook.findings import Finding
from handbook.kept import CACHE_FOLDER, Cache
from handbook.report import FORMATS, exit_code
from handbook.verdict import SCHEMAS, Kept, Verdict


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--format", choices=list(FORMATS), default="text", help="utskrift")
    parser.add_argument(
        "--outputs", action="store_true", help="lag også sider, skjemaer og bok, og se om alt går"
    )
    parser.add_argument(
        "--anew", action="store_true", help="les alt på nytt, også når ingenting er endret"
    )


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code. Nothing changed since the last time gives the same again."""
    cache = Cache() if options.anew else Cache(options.root / CACHE_FOLDER)
    kept = Kept(Cache() if options.outputs else cache, options.root, options.today, SCHEMAS)
    told = kept.last()
    if told is None:
        told = _told(options, cache)
        kept.keep(told)
    print(FORMATS[options.format](told.findings))
    if told.waiting:
        print(f"{told.waiting} av {told.rules} regler venter, for de ser på flere filer "
              "samtidig. De kjøres når alle filene kan leses.", file=sys.stderr)  # fmt: skip
    if told.stopped and options.outputs:
        print("Sider, skjemaer og bok er ikke prøvd; det venter til feilene over er rettet.",
              file=sys.stderr)  # fmt: skip
    return exit_code(told.findings)


def _told(options: argparse.Namespace, cache: Cache) -> Verdict:
    """Read and ask every rule; when nothing stops it, make what must be made to know more."""
    from handbook.checking import find  # noqa: PLC0415 - loads every noun and rule
    from handbook.checks import DATED_RULES, RULES, waiting  # noqa: PLC0415
    from handbook.editing.release import FOLDER as RELEASES  # noqa: PLC0415
    from handbook.editing.schema_files import write_schemas  # noqa: PLC0415

    reading, findings = find(options.root, options.today, cache)
    write_schemas(options.root, reading.handbook, cache)
    cache.keep_shelf()
    stopped = bool(exit_code(findings))
    if not stopped and (options.outputs or any((options.root / RELEASES).glob("*.json"))):
        findings = _made(options)
    return Verdict(findings, waiting(reading), len(RULES) + len(DATED_RULES), stopped)


def _made(options: argparse.Namespace) -> tuple[Finding, ...]:
    """What is found when everything is made; the files only when they are asked for."""
    from handbook.build import Options, build  # noqa: PLC0415 - loads every writer

    cache = Cache(options.root / CACHE_FOLDER) if options.outputs else Cache()
    return build(options.root, options.today, cache, Options(files=options.outputs)).findings
