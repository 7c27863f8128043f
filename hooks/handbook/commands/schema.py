"""`handbook schema`: JSON Schema for the files."""

from __future__ import annotations

import argparse

from handbook.editing.schema_files import refresh_schemas
from handbook.editing.shapes import SCHEMA_FOLDER


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    written = refresh_schemas(options.root)
    print(f"Skjemaene ligger i {SCHEMA_FOLDER}, {len(written)} nye eller endret.")
    return 0
