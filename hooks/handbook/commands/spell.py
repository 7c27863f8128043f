"""`handbook spell`: words that are not in the dictionary."""

from __future__ import annotations

import argparse
import sys

from handbook.checks.where import Where
from handbook.language.hunspell import DictionaryMissingError
from handbook.language.spelling import misspelled, own_words
from handbook.reading.folder import read_handbook
from handbook.report import FORMATS, exit_code

WORDS = "model/words.txt"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--format", choices=list(FORMATS), default="text", help="utskrift")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
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
    print(FORMATS[options.format](findings))
    return exit_code(findings)
