"""`python -m handbook check`: the commands. The only room with a clock and exit codes."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import sys
from pathlib import Path

from handbook.build import Options, build, find
from handbook.cache import CACHE_FOLDER, Cache
from handbook.checks.where import Where
from handbook.commands import add_commands
from handbook.editing.release import FOLDER as RELEASES
from handbook.export import FolderNotOursError, export
from handbook.language.hunspell import DictionaryMissingError
from handbook.language.measures import as_rows, as_table, measures
from handbook.language.spelling import misspelled, own_words
from handbook.publishing.offline import offline_zip
from handbook.reading.folder import read_handbook
from handbook.report import as_github, as_gitlab, as_json, as_text, exit_code
from handbook.site_commands import add_site_commands

WORDS = "model/words.txt"
_FORMATS = {"text": as_text, "json": as_json, "github": as_github, "gitlab": as_gitlab}


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 well, 1 findings to mend, 2 misuse."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except BrokenPipeError:  # whoever read, has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


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
    command.add_argument(
        "--pages-only", action="store_true", help="uten skjemafiler, bok og pakker"
    )
    command.set_defaults(run=_export)
    command = commands.add_parser("offline", help="pakk et bygd nettsted til bruk uten nett")
    command.add_argument("--site", type=Path, default=Path("site"), help="det bygde nettstedet")
    command.add_argument("--out", type=Path, required=True, help="mappa zip-fila legges i")
    command.set_defaults(run=_offline)
    command = commands.add_parser("spell", help="se etter ord som ikke står i ordboka")
    command.add_argument("--format", choices=list(_FORMATS), default="text", help="utskrift")
    command.set_defaults(run=_spell)
    command = commands.add_parser("language", help="mål hvor tunge tekstene er")
    command.add_argument("--format", choices=("text", "json"), default="text", help="utskrift")
    command.set_defaults(run=_language)
    add_commands(commands)
    add_site_commands(commands)
    return parser


def _check(options: argparse.Namespace) -> int:
    _, findings = find(options.root, options.today)
    if any((options.root / RELEASES).glob("*.json")) and not exit_code(findings):
        findings = build(options.root, options.today, options=Options(files=False)).findings
    print(_FORMATS[options.format](findings))
    return exit_code(findings)


def _export(options: argparse.Namespace) -> int:
    cache = Cache(options.root / CACHE_FOLDER)
    made = build(options.root, options.today, cache, Options(files=not options.pages_only))
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


def _offline(options: argparse.Namespace) -> int:
    book = read_handbook(options.root).handbook
    if book is None or not (options.site / "index.html").is_file():
        print("Bygg nettstedet først med «make site».", file=sys.stderr)
        return 2
    content = offline_zip(options.site, book.edition)
    options.out.mkdir(parents=True, exist_ok=True)
    target = options.out / f"inkluderingshandboka-{book.edition.edition}-uten-nett.zip"
    target.write_bytes(content)
    print(f"Skrev {target} ({len(content) / 1_000_000:.1f} MB).")
    return 0


def _spell(options: argparse.Namespace) -> int:
    reading = read_handbook(options.root)
    findings = list(reading.findings)
    if reading.handbook is not None:
        file = options.root / WORDS
        words = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
        lines = {d.file: d.lines for places in reading.places.values() for d in places.documents}
        where = Where(reading.handbook, reading.places)
        try:
            findings += misspelled(reading.handbook, where, own_words(words), lines)
        except DictionaryMissingError as error:
            print(error, file=sys.stderr)
            return 2
    print(_FORMATS[options.format](findings))
    return exit_code(findings)


def _language(options: argparse.Namespace) -> int:
    reading = read_handbook(options.root)
    if reading.handbook is None:
        print(as_text(reading.findings))
        return 1
    rows = measures(reading.handbook, Where(reading.handbook, reading.places))
    if options.format == "json":
        print(json.dumps(as_rows(rows), ensure_ascii=False, indent=2))
    else:
        print(as_table(rows))
    return int(not all(row.within for row in rows))


if __name__ == "__main__":
    sys.exit(main())
